"""A query finds the passages that match it, no others, and says where it was cut short."""

from datetime import date
from pathlib import Path

import pytest

from index import SearchIndex, query_execution
from index.hits import Found
from index.query_language import parse_query
from tests.builders import article, collection

STORIES = [
    article(
        "wall",
        'The sea wall of Skarnholm will be higher. "It is too dear," said Osmund Quist.',
        title="Sea wall agreed", source="The Gazette", author="Ines Falk", published="2025-03-01",
        lang="en",
    ),
    article(
        "pier", "The pier by the sea was painted; the harbour wall was not.", title="New paint",
        source="The Gazette", author="Jon Pell", published="2025-03-20", lang="en",
    ),
    article(
        "ferry", 'The night ferry leaves the harbours. "We are sad," said Marta Quist.',
        title="Last ferry", source="Küstenpost", author="Ines Falk-Möller",
        published="2024-12-31", lang="en",
    ),
    article(
        "boote", "Die Boote blieben im Hafen. Der Weltuntergang blieb aus.", title="Boote",
        source="Küstenpost", lang="de",
    ),
    article("zh", "外交部发言人在北京说，中俄合作没有止境。", published="2022-04-01", lang="zh"),
]  # fmt: skip


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    data = tmp_path_factory.mktemp("stories") / "data"
    collection(data, *STORIES)
    return SearchIndex.open(data)


def find(index: SearchIndex, text: str, k: int = 10) -> Found:
    return index.find(parse_query(text, date(2025, 3, 31)), k)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("wall", "wall pier"),
        ("wall -pier", "wall"),
        ("wall +pier", "pier"),
        ("wall +harbour", "pier ferry"),  # in any of its forms
        ('"sea wall"', "wall"),
        ('"SEA-Wall"', "wall"),
        ('"wall sea"', ""),
        ('"sea walls"', ""),
        ('wall -"sea wall"', "pier"),
        ('ferry OR "sea wall"', "wall ferry"),
        ("sea -(harbour OR ferry)", "wall"),
        ("(wall pier) AND harbour", "pier"),
        ("ferry OR (wall AND -pier)", "wall ferry"),
        ("+harb*", "pier ferry"),
        ("harb* -ferry", "pier"),
        ("SKARN*", "wall"),
        ("the +the", "wall pier ferry"),
        ("+zeppelin wall", ""),
        ("中俄合作", "zh"),
        ('"合作没有"', "zh"),
        ("title:wall", "wall"),
        ('title:"sea wall"', "wall"),
        ("title:pai*", "pier"),
        ("sea -title:wall", "pier"),
        ("source:gazette", "pier wall"),
        ("source:kustenpost", "ferry boote"),
        ("author:falk", "wall ferry"),
        ("author:moller", "ferry"),
        ("author:nobody", ""),
        ("source:gazette OR source:küstenpost author:falk", "wall ferry"),
        ("speaker:quist", "wall ferry"),
        ('speaker:"marta quist"', "ferry"),
        ("speaker:quist sea", "wall"),
        ("speaker:osmund speaker:marta", "wall ferry"),
        ("-speaker:quist since:2025", "pier"),
        ("lang:de", "boote"),
        ("lang:de lang:zh", "zh boote"),
        ("-lang:en", "zh boote"),
        ("wall since:2025-03-02", "pier"),
        ("since:2w", "pier"),
        ("before:2025", "ferry zh"),
        ("wall until:2025-03", "wall pier"),
        ("-sea", "ferry zh boote"),
        ("", ""),
        ("🦀", ""),
    ],
)
def test_a_query_finds_what_it_says(index: SearchIndex, text: str, expected: str) -> None:
    found = [hit.article.id for hit in find(index, text).hits]
    assert sorted(found) == sorted(expected.split())
    if not find(index, text).terms:  # the newest first, the undated last
        assert found == expected.split()


def test_a_speakers_own_words_are_found(index: SearchIndex) -> None:
    (hit,) = find(index, "speaker:osmund").hits
    assert hit.quote is not None
    assert hit.quote.speaker == "Osmund Quist"


def test_words_that_no_passage_holds_are_told(index: SearchIndex) -> None:
    terms = find(index, "wall zeppelin xyl*").terms
    assert [term.word for term in terms if not term.df] == ["zeppelin", "xyl*"]


def test_the_passages_whose_text_is_read_are_limited(
    index: SearchIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(query_execution, "MOST_LOOKED_UP", 1)
    found = find(index, '+"sea painted" OR wall')
    assert len(found.hits) == 2  # what matches without its text is found all the same
    assert found.notes == ()
    cut = find(index, 'wall -"no such" "the sea"')
    assert cut.notes == ("Phrases were looked up in the best 1 passages only.",)


def test_the_words_of_a_beginning_are_limited_to_the_most_frequent(
    index: SearchIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(query_execution, "MOST_EXPANDED", 1)
    found = find(index, "wa*")
    assert {hit.article.id for hit in found.hits} == {"wall", "pier"}
    assert "“wa*”" in found.notes[0]


def test_several_collections_are_searched_as_one(data: Path) -> None:
    collection(data, STORIES[0])
    collection(data, STORIES[1], name="guild-1")
    both = SearchIndex.open(data, ("main", "guild-1"))
    assert {hit.article.id for hit in find(both, "+wall -ferry").hits} == {"wall", "pier"}
    assert [hit.article.id for hit in find(both, '"harbour wall"').hits] == ["pier"]
    assert [hit.article.id for hit in find(both, "author:pell").hits] == ["pier"]
