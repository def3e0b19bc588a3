"""Excerpts stand in their article, word for word."""

from pathlib import Path
from random import Random

import pytest

from index import Excerpt, Filters, Query, SearchIndex
from index.excerpts import AIM, MOST
from tests.builders import article, collection

DULL = "Nothing of note was said in the hall that evening by anybody at all."


def excerpts(data: Path, text: str, query: str | Query, **fields: str) -> list[Excerpt]:
    collection(data, article("a", text, **fields))
    index = SearchIndex.open(data)
    return [index.excerpt(hit) for hit in index.search(query)]


def test_an_excerpt_is_the_sentence_that_holds_the_words(data: Path) -> None:
    text = f"{DULL} Four boats sank in the storm. {DULL}"
    (found,) = excerpts(data, text, "boats sank")
    assert found.text == "Four boats sank in the storm."
    assert text[found.start : found.end] == found.text


def test_an_excerpt_grows_to_the_sentences_that_hold_more_of_the_words(data: Path) -> None:
    text = f"{DULL} Four boats sank. The quay was flooded. {DULL}"
    (found,) = excerpts(data, text, "boats flooded")
    assert found.text == "Four boats sank. The quay was flooded."


def test_an_excerpt_does_not_grow_beyond_its_aim(data: Path) -> None:
    text = f"Four boats sank. {DULL * 6} The quay was flooded."
    (found,) = excerpts(data, text, "boats flooded quay")
    assert len(found.text) <= AIM


def test_a_subhead_is_shown_with_what_stands_under_it(data: Path) -> None:
    text = f"{DULL}\n\n## Why do the fitters strike?\n\nThe offer was 4% a year.\n\n{DULL}"
    (found,) = excerpts(data, text, "why do the fitters strike")
    assert found.text == "Why do the fitters strike?\n\nThe offer was 4% a year."


def test_the_credit_of_a_picture_is_not_shown(data: Path) -> None:
    text = f"(Photo by Ida Brask/Harwick Images)\n\nFour boats sank in the storm.\n\n{DULL}"
    (found,) = excerpts(data, text, "boats sank")
    assert found.text == "Four boats sank in the storm."


def test_what_counts_the_thing_is_shown_where_its_number_is_asked_for(data: Path) -> None:
    text = (
        "After 30 years without it, fever has come back to the port of Harwick. The first case "
        f"was confirmed in May. There are now 2,700 cases. {DULL}"
    )
    (found,) = excerpts(data, text, Query("fever cases harwick", asked="how many cases"))
    assert found.text.endswith("There are now 2,700 cases.")


def test_highlights_are_the_words_that_matched(data: Path) -> None:
    (found,) = excerpts(data, "A boat and two boats, U.S. boats!", "boats US")
    assert [span.of(found.text) for span in found.highlights] == ["boat", "boats", "U.S. boats"]


def test_a_long_sentence_is_cut_at_a_clause(data: Path) -> None:
    text = "The boats sank, " + "notwithstanding unremitting endeavours, " * 20 + "at once."
    (found,) = excerpts(data, text, "boats")
    assert AIM < len(found.text) <= MOST
    assert found.text.endswith("endeavours,")
    assert text.startswith(found.text)


def test_of_a_long_sentence_the_clauses_are_shown_that_hold_most(data: Path) -> None:
    dull = "notwithstanding unremitting endeavours, "
    text = f"It was late, {dull * 25}until four boats sank, and {dull * 10}at all."
    (found,) = excerpts(data, text, "boats sank")
    assert "four boats sank" in found.text
    assert len(found.text) <= MOST
    assert (found.cut_before, found.cut_after) == (True, True)
    assert text[found.start - 2 : found.start] == ", "
    whole = excerpts(data, "Four boats sank.", "boats")[-1]
    assert (whole.cut_before, whole.cut_after) == (False, False)


def test_no_grapheme_is_cut(data: Path) -> None:
    family = "👨\u200d👩\u200d👧\u200d👦"
    (found,) = excerpts(data, "boats" + family * 200, "boats")
    assert len(found.text) <= MOST
    assert found.text.removeprefix("boats").replace(family, "") == ""


def test_a_sentence_up_to_the_limit_is_shown_whole(data: Path) -> None:
    text = "The boats sank " + "notwithstanding unremitting endeavours " * 15 + "at once."
    assert AIM < len(text) <= MOST
    assert excerpts(data, text, "boats")[0].text == text


def test_an_utterance_is_shown_with_the_words_that_say_who(data: Path) -> None:
    text = f'{DULL}\n\n"The wall stands," said Ines Falk, the harbour master.\n\n{DULL}'
    (found,) = excerpts(data, text, Query("", speaker="falk"), lang="en")
    assert found.text == '"The wall stands," said Ines Falk, the harbour master.'
    assert (found.speaker, found.role, found.attribution) == (
        "Ines Falk",
        "harbour master",
        "stated",
    )
    assert [span.of(found.text) for span in found.highlights] == ["Ines Falk"]
    assert found.spoken is not None
    assert found.spoken.of(text).strip('",') == "The wall stands"


def test_the_sentence_that_names_the_speaker_is_known_where_the_words_do_not(data: Path) -> None:
    text = 'The harbour master, Ines Falk, spoke first.\n\n"The wall stands," Falk said.'
    (found,) = excerpts(data, text, Query("", speaker="Ines Falk"), lang="en")
    assert found.text == '"The wall stands," Falk said.'
    assert not found.names_speaker
    assert found.named_in is not None
    assert found.named_in.of(text) == "The harbour master, Ines Falk, spoke first."


def test_two_parts_of_one_utterance_are_one_excerpt(data: Path) -> None:
    text = '"It is late," Marta Quist said. "It is here."'
    found = excerpts(data, text, Query("", speaker="Quist"), lang="en")
    assert [one.text for one in found] == [text]


def test_any_excerpt_says_who_speaks_in_it_where_one_person_does(data: Path) -> None:
    text = '"The wall stands," said Ines Falk.'
    assert excerpts(data, text, "wall stands", lang="en")[0].speaker == "Ines Falk"


def test_an_excerpt_with_two_speakers_names_neither(data: Path) -> None:
    text = '"The wall stands," said Ines Falk, but "the wall fell," said Osmund Quist.'
    assert excerpts(data, text, "wall", lang="en")[0].speaker is None


def test_an_excerpt_of_which_a_part_is_said_names_nobody(data: Path) -> None:
    text = '"The wall is late," said Marta Quist. The wall was to be ready in May, and cost more.'
    (found,) = excerpts(data, text, "wall late ready May", lang="en")
    assert found.text == text
    assert found.speaker is None


@pytest.mark.parametrize("query", ["breakwater cost", "storm boats", "ferry Sunday", "crab"])
def test_every_excerpt_of_the_sample_stands_in_its_article(sample_data: Path, query: str) -> None:
    index = SearchIndex.open(sample_data, ("sample",))
    hits = index.search(query, per_article=5)
    assert hits
    for hit in hits:
        found = index.excerpt(hit)
        assert found.text == hit.article.text[found.start : found.end]
        assert found.text
        assert found.text == found.text.strip()
        assert all(0 <= a.start < a.end <= len(found.text) for a in found.highlights)


def test_of_sentences_that_hold_the_same_words_the_shortest_run_is_shown(data: Path) -> None:
    words = "ferry wall boat storm clerk lamp rope tide crane pier".split()
    chance = Random(1)  # noqa: S311 - shuffles words
    text = f"The {' '.join(words)} fell. Then the {' '.join(reversed(words))} fell again."
    others = [
        article(f"o{n}", " ".join(chance.sample(words, chance.randrange(1, 9))) + ".")
        for n in range(60)
    ]
    collection(data, article("a", text), *others)
    index = SearchIndex.open(data)
    for _ in range(60):  # in some order or other, rounded sums would differ
        asked = Query(" ".join(chance.sample(words, 7)), filters=Filters(articles=("a",)))
        shown = index.excerpt(index.search(asked, 1)[0])
        assert shown.text == text.partition(" Then")[0]
