"""What a library holds, in lists."""

import sqlite3
from contextlib import closing
from pathlib import Path

from index.build import republish
from index.collections import Collections
from index.holdings import held, named, origins
from tests.builders import article, collection


def came(data: Path, article_id: str, moment: str | None = None) -> str | None:
    """When an article came; or let it have come then."""
    library = Collections(data).collection("main").library
    with closing(sqlite3.connect(library)) as database, database:
        if moment:
            database.execute("UPDATE articles SET came = ? WHERE id = ?", (moment, article_id))
        (found,) = database.execute(
            "SELECT came FROM articles WHERE id = ?", (article_id,)
        ).fetchone()
        return found


def test_the_last_that_came_is_the_first_of_the_list(data: Path) -> None:
    collection(data, *(article(name, f"Text of {name}.") for name in "abc"))
    for name, moment in (("a", "2026-01-02"), ("b", "2026-01-03"), ("c", "2026-01-01")):
        came(data, name, moment)
    assert [one.id for one in held(data, "main", 0, 2).articles] == ["b", "a"]
    assert [one.id for one in held(data, "main", 2, 2).articles] == ["c"]
    assert held(data, "main", 2, 2).total == 3
    assert held(data, "other", 0, 2).total == 0


def test_an_article_is_found_by_its_id_its_address_and_words_of_its_headline(data: Path) -> None:
    collection(
        data,
        article("pier", "One.", title="100% of the pier", url="https://a.example/pier"),
        article("wall", "Two.", title="The wall_and the pier", url="https://a.example/wall"),
    )
    for written, ids in (
        ("wall", ["wall"]),
        ("https://a.example/pier", ["pier"]),
        ("PIER", ["pier", "wall"]),
        ("pier", ["pier", "wall"]),
        ("100%", ["pier"]),
        ("l_a", ["wall"]),
        ("e_p", []),
        ("", ["pier", "wall"]),
    ):
        assert sorted(one.id for one in named(data, "main", written, 9)) == ids, written
    assert named(data, "main", "pier", 1)[0].id == "pier"


def test_when_an_article_came_is_noted_and_outlives_its_analysis(data: Path) -> None:
    collection(data, article("a", "One."), article("b", "Two."))
    first = came(data, "a")
    assert first is not None
    assert len(first) == len("2026-01-01T00:00:00Z")
    for name in "ab":
        came(data, name, "2020-01-01T00:00:00Z")
    collection(data, article("b", "Two, changed."))
    republish(data, anew=True)
    assert came(data, "a") == "2020-01-01T00:00:00Z"
    assert came(data, "b") != "2020-01-01T00:00:00Z"


def test_origins_are_counted(data: Path) -> None:
    collection(data, article("a", "One."), article("b", "Two."))
    (one,) = origins(data, "main")
    assert (one.origin, one.articles) == ("import:", 2)
    assert one.last_came == came(data, "b")
