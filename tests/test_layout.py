"""A text laid out by its clusters is the text read word by word."""

from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.annotated_files import read_annotated
from index.clusters import COLON, SIGN, Clusters, spaced
from index.layout import Layout, lay_out
from index.passages import count_words, split_passages
from index.quotes import find_quotes, signs_of
from index.sentences import split_sentences
from index.words import words_of

TEXTS = [
    ("en", "Dr. Falk came. She left at 5 p.m. on Jan. 3. It rained."),
    ("en", 'He asked: "Why?" she said. "No." Then U.S. ships left.\n\nA new day. (So it is.) Yes!'),
    ("en", "One line\nanother line.\nA third."),
    ("en", "It cost 3.5 million. No. 5 won! What? ... and so on… “Quite.” He's well-known."),
    ("en", "It ended.          (“ ‘ The next began.\u00a0And\u2028went on"),
    ("en", f"{'(' * 45}open. Then {'x' * 50}. Go on. ( “ ( and so. ( “ ( And so."),
    ("fr", "L'été s'achève. « Oui. » M. Falk l'a dit. Aujourd'hui, l’eau monte."),
    ("de", "Am 3. Mai kam z. B. Falk. „So.“ Er ging. Straße und Haus-\u00adboot."),
    ("ru", "В 2020 г. ушёл. Т. е. так. Ёлка стоит."),
    ("vi", "Ông nói. Thủ đô Hà Nội."),
    ("hi", "वह आया। फिर गया। It rained."),
    ("tr", "İstanbul'da yağmur. Iğdır'dan geldi."),
]
APART = [
    ("ja", "東京は雨だ。明日は晴れる。"),
    ("th", "ฝนตกที่กรุงเทพ"),
    ("fr", "Il a dit « Oui. » Puis il partit."),
    ("en", " ".join(["word"] * 130) + "."),
    ("en", ""),
    ("en", " \n "),
]
PIECES = [
    "Falk", "said", "(said", "U.S.", "Mr.", "5.", "50.", "It.", "it", "It", ".", "…", "?!", "“",
    "(", "«", "“No.”", "no.)", "e.g.", "a", "A.", "…and", "well-known", "l'été", "1,200.50",
    ":", "#", "yes:", "naïve", "Ё", "end.[1]", '"', "'", "co.", "word", "words.", "Words",
    "x" * 45 + ".",
]  # fmt: skip
GAPS = [" ", " ", " ", "  ", "\n", "\n\n", "\t", "\u00a0", " " * 12, " " * 45, "\u2028"]


QUOTATIONS = Path(__file__).parent / "quotations"


def tell(cluster: str) -> int:
    return SIGN if "said" in cluster else 0


def read(text: str, lang: str) -> tuple[Layout, list[str]]:
    """The layout, and the words that were met in it."""
    met: list[str] = []

    def meet(word: str) -> int:
        met.append(word)
        return len(met) - 1

    return lay_out(text, Clusters(lang, meet, tell), meet, lang), met


def holds(text: str, lang: str) -> None:
    """Hold a layout to what the functions for one sentence and one passage say."""
    layout, met = read(text, lang)
    split = split_sentences(text)
    assert list(layout.split) == split
    assert list(layout.counts) == [count_words(one.of(text)) for _, ones in split for one in ones]
    spans = split_passages(text, split=layout.split, counts=layout.counts)
    assert spans == split_passages(text)
    found = layout.words(spans)
    expected = [words_of(span.of(text), lang) for span in spans]
    assert found.lengths.tolist() == [len(words) for words in expected]
    assert [met[number] for number in found.numbers.tolist()] == list(chain(*expected))


@pytest.mark.parametrize(("lang", "text"), TEXTS + APART)
def test_a_layout_is_what_reading_gives(lang: str, text: str) -> None:
    holds(text, lang)


@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(GAPS)), max_size=40))
def test_any_clusters_in_any_order_are_laid_out(pieces: list[tuple[str, str]]) -> None:
    holds("".join(piece + gap for piece, gap in pieces), "en")


@given(st.text(max_size=200), st.sampled_from(["en", "fr", "tr"]))
def test_any_text_is_laid_out(text: str, lang: str) -> None:
    holds(text, lang)


@pytest.mark.parametrize(("lang", "text"), TEXTS)
def test_texts_with_spaces_are_read_by_cluster(lang: str, text: str) -> None:
    assert spaced(text) == ("« Oui. »" not in text)
    assert (read(text, lang)[0].traits is None) == ("« Oui. »" in text)


def test_a_layout_tells_which_sentences_may_report() -> None:
    layout, _ = read('It rained. Falk said: "No." He (“said”) so.', "en")
    assert layout.traits is not None
    marks = [traits & (SIGN | COLON) for traits in layout.traits]
    assert marks == [0, SIGN | COLON, SIGN]


def test_the_words_of_a_cluster_are_looked_for_once() -> None:
    _, met = read("Falk came. Falk went, and Falk came.", "en")
    assert sorted(met) == ["Falk", "and", "came", "went"]


@pytest.mark.parametrize(
    ("sentence", "silent"),
    [
        ("It was in the report.", True),
        ("Nothing was reported, though.", True),
        ("He could not say.", True),
        ("A state (reports) it.", False),
        ("The State fell.", True),
        ("A promising start.", True),
        ("That cell signaling pathway.", True),
        ("He spoke, suggesting so.", False),
        ("It was said by Falk.", False),
        ("The court was told so.", False),
        ("He did say so.", False),
        ("He, too, said so.", False),
        ("Report it.", False),
    ],
)
def test_words_that_report_nothing_behind_the_word_before_them_are_no_sign(
    sentence: str, *, silent: bool
) -> None:
    for text in (sentence, f"It rained. {sentence} It rained."):
        traits = lay_out(text, Clusters("en", len, signs_of("en")), len, "en").traits
        assert traits is not None
        assert any(one & SIGN for one in traits) != silent


def test_what_a_layout_tells_changes_no_quotation() -> None:
    clusters = Clusters("en", len, signs_of("en"))
    for article in read_annotated(QUOTATIONS / "development"):
        layout = lay_out(article.text, clusters, len, "en")
        assert layout.traits is not None
        told = find_quotes(article.text, lang="en", split=layout.split, traits=layout.traits)
        assert told == find_quotes(article.text, lang="en") != []
