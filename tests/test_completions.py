# ruff: noqa: E501  # a line an article
"""What an option may be filled with, from the catalogue of an index."""

import asyncio
from pathlib import Path

import pytest

from bot import asking
from bot.completions import Completing, Completion, completions
from index import SearchIndex, catalogue
from index.keys import key_of
from tests.builders import article, collection
from tests.newsrooms import newsroom


@pytest.fixture
def index(data: Path) -> SearchIndex:
    collection(
        data,
        article("a", '"The wall stands," said Ángel Núñez.', title="Núñez über die Küste", lang="en",
                source="Gazette de l’Été", published="2026-01-01"),
        article("b", "Text.", title="A" * 140, lang="de", source="S" * 120, published="2026-01-03"),
        article("c", "海堤。", title="港口的海堤裂开了", lang="zh", published="2026-01-02"),
        article("d", "Text.", title="@everyone <@1> \u202eevil\u200b", source="", lang="xx"),
    )  # fmt: skip
    return SearchIndex.open(data)


def names(index: SearchIndex, what: Completing, typed: str) -> list[str]:
    return [one.name for one in completions(what, typed, index)]


@pytest.mark.parametrize("typed", ["nunez kus", "KÜSTE", "Nuñez", " núñez  ", "kus nun"])
def test_headlines_are_found_by_the_beginnings_of_their_words(
    index: SearchIndex, typed: str
) -> None:
    assert names(index, Completing.HEADLINE, typed) == ["2026-01-01 · Núñez über die Küste"]


def test_headlines_in_scripts_without_spaces_are_found_anywhere_in_them(
    index: SearchIndex,
) -> None:
    assert names(index, Completing.HEADLINE, "海堤") == ["2026-01-02 · 港口的海堤裂开了"]


def test_without_words_the_newest_come_first_and_the_undated_last(index: SearchIndex) -> None:
    days = [name[:10] for name in names(index, Completing.HEADLINE, "")]
    assert days[:3] == ["2026-01-03", "2026-01-02", "2026-01-01"]
    assert len(days) == 4


def test_a_headline_that_begins_so_comes_before_a_newer_one_that_does_not(data: Path) -> None:
    collection(data, article("old", "Text.", title="Wall of fame", published="2020-01-01", lang="en"),
               article("new", "Text.", title="The wall", published="2026-01-01", lang="en"))  # fmt: skip
    assert [one.article_id for one in SearchIndex.open(data).catalogue.headlines("wall")] == [
        "old", "new"
    ]  # fmt: skip


def test_choices_fit_and_hold_nothing_that_cannot_be_seen(index: SearchIndex) -> None:
    for what in Completing:
        for typed in ("", "a", "s" * 100, "\x00", "*", "@", "~", "x" * 6_000, "\ud800"):
            for one in completions(what, typed, index):
                assert 0 < len(one.name) <= 100
                assert 0 < len(one.value) <= 100
                assert one.name.isprintable()


def test_a_source_whose_name_is_too_long_is_chosen_by_its_key(index: SearchIndex) -> None:
    (long,) = completions(Completing.SOURCE, "sss", index)
    (named,) = index.catalogue.sources_named(long.value)
    assert named.name == "S" * 120
    assert completions(Completing.SOURCE, "ete", index) == [
        Completion("Gazette de l’Été", "Gazette de l’Été")
    ]


def test_languages_are_told_by_their_names(index: SearchIndex) -> None:
    assert names(index, Completing.LANGUAGE, "") == ["German", "English", "Chinese"]
    assert completions(Completing.LANGUAGE, "ger", index) == [Completion("German", "de")]
    assert completions(Completing.LANGUAGE, "zh", index) == [Completion("Chinese", "zh")]


def test_questions_are_what_somebody_said_and_then_headlines(index: SearchIndex) -> None:
    assert names(index, Completing.QUESTION, "nun") == [
        "What did Ángel Núñez say?", "Núñez über die Küste"
    ]  # fmt: skip
    assert names(index, Completing.QUESTION, "what did ang") == ["What did Ángel Núñez say?"]
    assert names(index, Completing.QUESTION, "zzz") == []


def test_there_are_never_more_than_discord_shows(data: Path) -> None:
    collection(data, *(article(str(n), f'"So," said Ada Holm{n}.', title=f"Wall {n}", source=f"Wall {n}",
                               lang="en") for n in range(60)))  # fmt: skip
    index = SearchIndex.open(data)
    for what in (Completing.HEADLINE, Completing.SOURCE, Completing.QUESTION):
        assert len(completions(what, "wall", index)) == 25


def test_what_is_ready_is_offered_while_the_rest_is_made_so(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogue, "_AT_ONCE", 3)  # so that ten articles are many
    collection(data, *(
        article(f"a{n}", f'"So," said Ada Holm{n}.', title=f"Wall {n}", source=f"Paper {n}",
                published=f"2026-01-{n + 1:02}", lang="en") for n in range(10)
    ))  # fmt: skip
    index = SearchIndex.open(data)

    def offered(what: Completing, typed: str = "") -> int:
        return len(completions(what, typed, index, at_once=True))

    assert [offered(what) for what in Completing] == [3, 3, 0, 10, 1]
    newest = completions(Completing.HEADLINE, "wall", index, at_once=True)
    assert [one.name[-6:] for one in newest] == ["Wall 9", "Wall 8", "Wall 7"]
    index.warm()
    assert [offered(what) for what in Completing] == [18, 10, 10, 10, 1]


def test_an_article_is_known_by_its_key_however_much_has_been_read(data: Path) -> None:
    collection(data, *(article(f"a{n}", "Text.", title=f"Wall {n}", lang="en") for n in range(3)))
    index = SearchIndex.open(data)
    known = index.catalogue.article(key_of("a2"))
    assert known is not None
    assert (known.title, index.catalogue.article(key_of("zebra"))) == ("Wall 2", None)


def test_the_headlines_of_several_collections_are_listed_together(data: Path) -> None:
    for name, days in (("main", (1, 3)), ("guild-1", (2, 4))):
        collection(data, *(article(f"{name}-{day}", "Text.", title=f"Day {day}", lang="en",
                                   published=f"2026-01-0{day}") for day in days),
                   article(f"{name}-undated", "Text.", title=f"Undated {name}", lang="en"),
                   name=name)  # fmt: skip
    listed = SearchIndex.open(data, ("main", "guild-1")).catalogue.headlines("")
    assert [one.title for one in listed] == [
        "Day 4", "Day 3", "Day 2", "Day 1", "Undated main", "Undated guild-1"
    ]  # fmt: skip


def test_two_of_one_name_are_completed_as_one(data: Path) -> None:
    collection(data,
        article("a", '"The match is lost," said striker Ada Holm.', lang="en", published="2026-01-01"),
        article("b", '"The law is good," said minister Ada Holm. "It is law," said Bo Berg.', lang="en",
                published="2026-01-02"))  # fmt: skip
    index = SearchIndex.open(data)
    assert index.speakers("") == ["Ada Holm", "Bo Berg"]
    assert index.speakers("hol ad") == ["Ada Holm"]


async def test_the_newest_of_many_articles_are_offered_at_once_and_soon_all(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "_MOST_AT_ONCE", 0)  # so that two articles are many
    monkeypatch.setattr(catalogue, "_AT_ONCE", 1)
    async with newsroom(data) as room:

        async def completed() -> list[str]:
            found = await room.alice.autocomplete(room.channel, "article", "headline", "")
            return [one["name"] for one in found]

        assert len(await completed()) == 2
        collection(data, article("new", "Text.", title="New", published="2026-09-09", lang="en"))
        names = await completed()  # which makes the new index ready, beside everything else
        assert names[0] == "2026-09-09 · New"
        for _ in range(100):
            if len(names) > 1:
                break
            await asyncio.sleep(0.02)
            names = await completed()
        assert len(names) == 3
