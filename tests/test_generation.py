"""One immutable index: whole, or refused."""

import random
import shutil
import sqlite3
from pathlib import Path

import pytest

from index import IndexDamagedError, IndexNotFoundError, IndexVersionError, SearchIndex, publication
from index.collections import Collection, Collections
from index.errors import DataFolderError, LockedError
from index.generation import Generation
from index.lock import exclusive
from tests.builders import article, collection

ARTICLES = [
    article("a", 'The mayor, Marta Quist, said: "The wall stands."', title="Wall", lang="en"),
    article("b", "Four boats sank in the storm.", published="2025-11-07", source="Lantern"),
]


@pytest.fixture
def place(data: Path) -> Collection:
    collection(data, *ARTICLES)
    return Collections.to_read(data).collection("main")


def served(place: Collection) -> Path:
    return publication.generation_path(place, publication.served(place))


def test_a_generation_says_what_it_holds(place: Collection) -> None:
    facts = Generation(served(place)).facts
    assert (facts.articles, facts.passages, facts.quotes) == (2, 2, 1)
    assert (facts.first_day, facts.last_day) == ("2025-11-07", "2025-11-07")
    assert (facts.languages, facts.sources) == (("en",), ("Lantern",))


def test_a_generation_gives_articles_back_exactly(place: Collection) -> None:
    generation = Generation(served(place))
    assert [generation.article(number).text for number in range(2)] == [a.text for a in ARTICLES]


def test_a_whole_generation_passes_its_own_check(place: Collection) -> None:
    Generation(served(place)).verify()


def test_no_flipped_bit_gives_another_text(place: Collection) -> None:
    path = served(place)
    whole = path.read_bytes()
    expected = [one.text for one in ARTICLES]
    chance = random.Random(20250711)  # noqa: S311  # a seed, so that it fails again
    refused = 0
    for _ in range(100):
        flipped = bytearray(whole)
        bit = chance.randrange(8 * len(flipped))
        flipped[bit // 8] ^= 1 << (bit % 8)
        path.write_bytes(bytes(flipped))
        try:
            generation = Generation(path)
            assert [generation.article(number).text for number in range(2)] == expected
        except (IndexDamagedError, IndexVersionError):
            refused += 1
        with pytest.raises((IndexDamagedError, IndexVersionError)):
            Generation(path).verify()
    assert refused


@pytest.mark.parametrize("size", [0, 1, 99, 100, 4096, 5000])
def test_a_truncated_file_is_refused(place: Collection, size: int) -> None:
    path = served(place)
    path.write_bytes(path.read_bytes()[:size])
    with pytest.raises(IndexDamagedError, match="run `byline index update --collection main`"):
        Generation(path)


def test_a_foreign_database_is_refused(place: Collection) -> None:
    path = served(place)
    path.unlink()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE facts (name, value, checksum)")
    connection.close()
    with pytest.raises(IndexDamagedError):
        Generation(path)


def test_another_format_names_the_command_that_mends_it(place: Collection) -> None:
    path = served(place)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(IndexVersionError, match=r"format 99.*byline index update"):
        Generation(path)


def test_the_generation_before_is_kept_and_can_be_served_again(
    place: Collection, data: Path
) -> None:
    first = publication.served(place)
    collection(data, article("c", "Crabs moved in."))
    second = publication.served(place)
    collection(data, article("d", "The ferry left."))
    assert sorted(one.stem for one in place.index.glob("*.db")) == sorted(
        {publication.served(place), second}
    )
    assert publication.rollback(place) == second
    assert [hit.article.id for hit in SearchIndex.open(data).search("crabs ferry")] == ["c"]
    assert first not in {one.stem for one in place.index.glob("*.db")}


def test_a_rollback_waits_for_no_writer_and_harms_none(place: Collection) -> None:
    with exclusive(place.lock), pytest.raises(LockedError):
        publication.rollback(place)


def test_there_is_nothing_to_roll_back_to_at_first(place: Collection) -> None:
    with pytest.raises(IndexNotFoundError, match="no previous index"):
        publication.rollback(place)


def test_a_write_that_fails_leaves_the_old_index_and_no_leftovers(place: Collection) -> None:
    before = publication.served(place)

    def write(path: Path) -> None:
        path.write_bytes(b"half")
        raise OSError(28, "No space left on device")

    with pytest.raises(Exception, match=r"No space left on device.*old one still serves"):
        publication.publish(place, write)
    assert publication.served(place) == before
    assert [one.name for one in place.index.iterdir() if one.name.startswith(".")] == []


def test_what_does_not_read_back_is_never_served(place: Collection) -> None:
    before = publication.served(place)
    with pytest.raises(IndexDamagedError):
        publication.publish(place, lambda path: shutil.copy(__file__, path) and None)
    assert publication.served(place) == before


def test_leftovers_of_a_killed_writer_are_removed(place: Collection, data: Path) -> None:
    (place.index / ".building-4711.db").write_bytes(b"half")
    collection(data, article("c", "Crabs moved in."))
    assert [one.name for one in place.index.iterdir() if one.name.startswith(".")] == []


def test_one_copied_file_serves_elsewhere(place: Collection, tmp_path: Path) -> None:
    there = tmp_path / "there" / "collections" / "main" / "index"
    there.mkdir(parents=True)
    shutil.copy(served(place), there)
    (there / "current").write_text(served(place).stem)
    assert SearchIndex.open(tmp_path / "there").search("boats")[0].article.id == "b"


def test_a_generation_under_the_name_of_another_is_refused(place: Collection, data: Path) -> None:
    before = served(place)
    collection(data, article("c", "Crabs moved in."))
    shutil.copy(before, served(place))
    with pytest.raises(IndexDamagedError, match="its seal is not what was written"):
        SearchIndex.open(data)


def test_an_index_that_cannot_be_opened_is_not_called_damaged(place: Collection) -> None:
    served(place).unlink()
    served(place).mkdir()
    with pytest.raises(DataFolderError, match="cannot be read"):
        Generation(served(place))
