"""Articles are split into passages."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.passages import FEWEST_WORDS, MOST_WORDS, count_words, split_passages
from index.spans import Span

SENTENCE = "The old ferry left the quay at noon with nineteen people and a dog on board. "


def paragraph(sentences: int) -> str:
    return (SENTENCE * sentences).strip()


def test_passages_are_about_forty_to_a_hundred_and_twenty_words() -> None:
    text = "\n\n".join(paragraph(1 + n % 4) for n in range(40))
    sizes = [count_words(span.of(text)) for span in split_passages(text)]
    assert all(FEWEST_WORDS <= size <= MOST_WORDS for size in sizes)


def test_passages_hold_every_word_once_and_in_order() -> None:
    text = "## Early\n\n" + "\n\n".join(paragraph(n % 9) for n in range(30)) + "\n\nThe end"
    joined = "".join(span.of(text) for span in split_passages(text))
    assert "".join(joined.split()) == "".join(text.split())


def test_a_short_article_is_one_passage() -> None:
    assert split_passages("It rained.") == [Span(0, 10)]


def test_an_empty_text_has_no_passage() -> None:
    assert split_passages(" \n\n ") == []


def test_a_passage_ends_at_a_paragraph_border_where_it_can() -> None:
    text = f"{paragraph(4)}\n\n{paragraph(4)}\n\n{paragraph(4)}"
    assert [span.of(text) for span in split_passages(text)] == [paragraph(4)] * 3


def test_a_subhead_goes_with_the_text_under_it() -> None:
    text = f"{paragraph(6)}\n\nThe harbour\n\n{paragraph(6)}"
    assert split_passages(text)[1].of(text).startswith("The harbour\n\n")


def test_an_utterance_over_two_paragraphs_stays_in_one_passage() -> None:
    spoken = f'"{paragraph(2)}\n\n"{paragraph(2)}" Falk said.'
    text = f"{paragraph(4)}\n\n{spoken}\n\n{paragraph(4)}"
    start = text.index(spoken)
    kept = Span(start, start + len(spoken))
    assert any(span.contains(kept) for span in split_passages(text, [kept]))
    assert not any(span.contains(kept) for span in split_passages(text.replace('"', "")))


def test_an_overlong_sentence_is_cut_behind_a_clause() -> None:
    clause = "the barge went slowly on past the quay and the light, "
    text = (clause * 20).strip(" ,") + "."
    pieces = [span.of(text) for span in split_passages(text)]
    assert [piece[-1] for piece in pieces] == [",", "."]
    assert all(piece.startswith("the barge") for piece in pieces)
    assert " ".join(pieces) == text


def test_an_overlong_sentence_is_cut_between_words() -> None:
    text = "word " * 1000
    sizes = [count_words(span.of(text)) for span in split_passages(text)]
    assert sizes == [MOST_WORDS] * 8 + [40]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("It's 5 p.m. again_and again", 8),
        ("Où est l’école ?", 4),
        ("王毅说 yes", 3),
        ("ไทย", 2),
    ],
)
def test_words_are_counted_in_every_script(text: str, words: int) -> None:
    assert count_words(text) == words


def test_unspaced_scripts_are_split_too() -> None:
    text = "外交部发言人汪文斌对记者说中国和俄罗斯的合作没有止境。" * 40
    assert all(count_words(span.of(text)) <= MOST_WORDS for span in split_passages(text))


@given(
    st.text(alphabet='ab .\n"?!汪。A', max_size=400),
    st.lists(st.tuples(st.integers(0, 400), st.integers(0, 400)), max_size=5),
)
def test_any_text_is_held_whole(text: str, kept: list[tuple[int, int]]) -> None:
    spans = split_passages(text, [Span(min(pair), max(pair)) for pair in kept])
    assert "".join("".join(span.of(text) for span in spans).split()) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(spans))
