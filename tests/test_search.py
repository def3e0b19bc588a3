"""The right passages, in the right order."""

from datetime import date
from pathlib import Path

import pytest

from index import Filters, IndexNotFoundError, Query, SearchIndex
from index.articles import Article
from tests.builders import article, collection

FILLER = "The weather was mild, the market was busy, and nothing else was reported that day. " * 5

STORIES = [
    article(
        "storm",
        f"{FILLER}\n\nFour boats sank in the storm. {FILLER}\n\nThe storm passed. {FILLER}",
        title="Storm", source="Lantern", published="2025-11-07", lang="en",
    ),
    article(
        "correction", "Three boats sank, not four. We apologise.",
        title="Correction", source="Lantern", published="2025-11-10T09:00:00+01:00", lang="en",
    ),
    article(
        "fulmar", "Die Fähre lief am Mittag aus. Die Boote blieben im Hafen.",
        title="Abschied", source="Küstenpost", published="2026-01-18", lang="de",
    ),
    article("undated", "A boat was painted blue.", title="Paint", lang="en"),
]  # fmt: skip

SPEECHES = [
    article(
        "council",
        '"This wall is too dear," Osmund Quist said.\n\nMayor Marta Quist said the wall would be '
        'built by November. "It is stone," said Anders Pell, the council treasurer.',
        published="2025-02-11", lang="en",
    ),
    article(
        "opening",
        '"I was wrong about the wall," said Osmund Quist. The mayor did not reply.',
        published="2026-06-20", lang="en",
    ),
]  # fmt: skip


def ids(index: SearchIndex, query: str | Query, k: int = 10) -> list[str]:
    return [hit.article.id for hit in index.search(query, k)]


@pytest.fixture
def stories(data: Path) -> SearchIndex:
    collection(data, *STORIES)
    return SearchIndex.open(data)


@pytest.fixture
def speeches(data: Path) -> SearchIndex:
    collection(data, *SPEECHES)
    return SearchIndex.open(data)


def test_the_passage_that_holds_more_of_the_words_comes_first(stories: SearchIndex) -> None:
    assert ids(stories, "three boats")[0] == "correction"


def test_hits_are_ranked_from_one_with_falling_scores(stories: SearchIndex) -> None:
    hits = stories.search("boats sank in the storm")
    assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1))
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_one_article_gives_one_passage_unless_more_are_asked_for(stories: SearchIndex) -> None:
    assert ids(stories, "storm").count("storm") == 1
    several = stories.search("storm", per_article=3)
    assert [hit.article.id for hit in several].count("storm") > 1


def test_one_passage_an_article_still_fills_k(data: Path) -> None:
    long = "The storm passed. " + FILLER
    collection(
        data,
        article("long", "\n\n".join([long] * 60)),
        *(article(f"short{n}", f"The storm passed. {FILLER * 2}") for n in range(3)),
    )
    assert set(ids(SearchIndex.open(data), "storm", 4)) == {"long", "short0", "short1", "short2"}


def test_a_headline_counts_for_its_passages(stories: SearchIndex) -> None:
    assert ids(stories, "apologise correction") == ["correction"]


def test_equal_passages_come_newest_first_and_undated_last(data: Path) -> None:
    text = "The wall stands."
    collection(
        data,
        article("a", text, published="2024-01-01"),
        article("b", text),
        article("c", text, published="2025-01-01T08:00:00Z"),
        article("d", text, published="2025-01-01"),
    )
    assert ids(SearchIndex.open(data), "wall") == ["c", "d", "a", "b"]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(), {"storm", "correction", "undated"}),
        (Filters(sources=("lantern",)), {"storm", "correction"}),
        (Filters(lang="en"), {"storm", "correction", "undated"}),
        (Filters(lang="fr"), set()),
        (Filters(since=date(2025, 11, 8)), {"correction"}),
        (Filters(until=date(2025, 11, 7)), {"storm"}),
        (Filters(since=date(2025, 11, 10), until=date(2025, 11, 10)), {"correction"}),
        (Filters(sources=("Küstenpost",), lang="en"), set()),
    ],
)
def test_filters(stories: SearchIndex, filters: Filters, expected: set[str]) -> None:
    assert set(ids(stories, Query("boat", filters=filters))) == expected


def test_a_question_is_stemmed_in_its_own_language(stories: SearchIndex) -> None:
    assert ids(stories, "Was ist mit den Booten im Hafen?") == ["fulmar"]


def test_a_name_is_found_whatever_language_the_question_is_in(data: Path) -> None:
    collection(
        data,
        article("de", "Die Fulmars liegen im Hafen und sind alt.", lang="de"),
        *(article(f"en{n}", "The cat was here and is old.", lang="en") for n in range(3)),
    )
    assert ids(SearchIndex.open(data), "What happened to the Fulmars?") == ["de"]


def test_stop_words_are_dropped_unless_nothing_else_is_left(stories: SearchIndex) -> None:
    words = [term.word for term in stories.query_terms("What of the storm?")]
    assert words == ["storm"]
    assert [term.word for term in stories.query_terms("what of the")] == ["what", "of", "the"]


def test_words_to_keep_are_never_dropped(stories: SearchIndex) -> None:
    words = [term.word for term in stories.query_terms("the Will storm", keep={"Will"})]
    assert words == ["Will", "storm"]


def test_coverage_is_the_share_of_the_information_that_a_passage_holds(
    stories: SearchIndex,
) -> None:
    assert stories.search("boats sank")[0].coverage == pytest.approx(1)
    partly = stories.search("boats zeppelin")[0]
    boats, zeppelin = partly.terms
    assert zeppelin.df == 0
    assert partly.coverage == pytest.approx(boats.idf / (boats.idf + zeppelin.idf))
    assert partly.coverage < 0.5


@pytest.mark.parametrize("query", ["", "   ", "?!", "zeppelin", "\x00", "a" * 10_000])
def test_nothing_to_find_finds_nothing(stories: SearchIndex, query: str) -> None:
    assert ids(stories, query) == []


def test_what_somebody_said_comes_newest_first(speeches: SearchIndex) -> None:
    hits = speeches.search(Query("", speaker="Osmund Quist"))
    assert [(hit.article.id, hit.quote and hit.quote.speaker) for hit in hits] == [
        ("opening", "Osmund Quist"),
        ("council", "Osmund Quist"),
    ]


@pytest.mark.parametrize("name", ["osmund quist", "OSMUND", "Quist, Osmund".replace(",", "")])
def test_a_speaker_is_asked_for_in_any_case_and_order(speeches: SearchIndex, name: str) -> None:
    assert ids(speeches, Query("", speaker=name)) == ["opening", "council"]


def test_a_surname_gives_everybody_of_that_name(speeches: SearchIndex) -> None:
    hits = speeches.search(Query("", speaker="quist"))
    assert {hit.quote.speaker for hit in hits if hit.quote} == {"Osmund Quist", "Marta Quist"}


def test_a_speaker_is_asked_for_by_role(speeches: SearchIndex) -> None:
    hits = speeches.search(Query("", speaker="the treasurer"))
    assert [hit.quote.speaker for hit in hits if hit.quote] == ["Anders Pell"]


def test_the_topic_ranks_what_somebody_said(speeches: SearchIndex) -> None:
    assert ids(speeches, Query("wrong", speaker="Osmund Quist")) == ["opening"]
    assert ids(speeches, Query("zeppelins", speaker="Osmund Quist")) == []


def test_of_two_utterances_in_one_passage_the_one_about_the_topic_comes_first(data: Path) -> None:
    text = (
        '"The ferry was late again," said Ines Falk.\n\n'
        '"I counted eleven masts," said Falk, on the quay where the crabs are landed.'
    )
    collection(data, article("a", text, lang="en"))
    hits = SearchIndex.open(data).search(Query("masts and crabs", speaker="Falk"))
    assert hits[0].quote is not None
    assert hits[0].quote.span.of(text).startswith('"I counted')
    assert hits[0].score > hits[1].score


def test_somebody_who_is_only_mentioned_says_nothing(speeches: SearchIndex) -> None:
    assert not speeches.speaks("Marlstone")
    assert ids(speeches, Query("", speaker="Marlstone")) == []


def test_collections_are_scored_over_exactly_those_asked(data: Path, tmp_path: Path) -> None:
    collection(data, STORIES[0], STORIES[1])
    collection(data, STORIES[2], STORIES[3], name="guild-1")
    collection(data, article("secret", "A boat for nobody else.", lang="en"), name="guild-2")
    together = tmp_path / "together"
    collection(together, *STORIES)
    split = SearchIndex.open(data, ("main", "guild-1"))
    whole = SearchIndex.open(together)
    for query in ("boats", "boat painted", "storm", "Hafen"):
        assert {(hit.article.id, round(hit.score, 9)) for hit in split.search(query)} == {
            (hit.article.id, round(hit.score, 9)) for hit in whole.search(query)
        }
    assert {hit.collection for hit in split.search("boat")} == {"main", "guild-1"}


def test_a_collection_without_an_index_counts_as_empty_beside_another(data: Path) -> None:
    collection(data, *STORIES)
    assert SearchIndex.open(data, ("main", "guild-1")).collections == ("main",)


def test_an_empty_collection_finds_nothing_and_harms_nothing(data: Path) -> None:
    collection(data, name="empty")
    collection(data, *STORIES)
    index = SearchIndex.open(data, ("empty", "main"))
    assert ids(index, "three boats")[0] == "correction"
    assert ids(SearchIndex.open(data, ("empty",)), "boats") == []


def test_an_open_index_answers_from_what_it_opened(data: Path) -> None:
    collection(data, STORIES[1])
    index = SearchIndex.open(data)
    collection(data, STORIES[3])
    assert ids(index, "boat") == ["correction"]
    assert set(ids(SearchIndex.open(data), "boat")) == {"correction", "undated"}


def test_nothing_published_is_said_with_the_next_step(data: Path) -> None:
    collection(data, STORIES[1])
    with pytest.raises(IndexNotFoundError, match="'other' yet; run `byline index build`"):
        SearchIndex.open(data, ("other",))
    with pytest.raises(IndexNotFoundError, match="no data folder"):
        SearchIndex.open(data / "nowhere")
    assert not (data / "nowhere").exists()


def test_the_extent_spans_what_is_dated(stories: SearchIndex) -> None:
    extent = stories.extent
    assert (extent.articles, extent.first_day, extent.last_day) == (4, "2025-11-07", "2026-01-18")


def test_impossible_and_extreme_dates_never_break_a_search(data: Path) -> None:
    days = ["0001-01-01", "9999-12-31", "2026-13-45", "nonsense", "2025-01-01T23:59:59-12:00"]
    stories: list[Article] = [
        article(f"a{n}", "The wall stands.", published=day) for n, day in enumerate(days)
    ]
    collection(data, *stories)
    found = ids(SearchIndex.open(data), Query("wall", filters=Filters(since=date.min)))
    assert found == ["a1", "a4", "a0"]


def test_the_us_in_lower_case_is_looked_for(data: Path) -> None:
    collection(
        data,
        article("a", "In the end, after months of talks in Vienna, it was the US that gave in."),
        article("b", "They gave in. They gave in."),
    )
    index = SearchIndex.open(data)
    assert index.search("when did the us give in")[0].article.id == "a"
    assert [one.word for one in index.query_terms("why did they tell us")] == ["tell"]
