"""Annotated articles, how well they are found, and how well Byline's own are."""

import json
from itertools import pairwise
from pathlib import Path

import pytest

from index.annotated_files import read_annotated
from index.errors import BadInputError
from index.quote_annotations import AnnotatedArticle, parse_annotated
from index.quote_evaluation import QuoteFigures, Score, judge_quotes
from index.quotes import Quote, find_quotes
from index.spans import Span
from tests.test_cli import byline

QUOTATIONS = Path(__file__).parent / "quotations"
DEVELOPMENT = QUOTATIONS / "development"

PORT = (
    "[1d Ines Falk|“We are closing,”] {1 said} Ines Falk. She {2 added} that "
    "[2r Ines Falk|the wall had cracked]. [3r -/police|Nobody was hurt], police {3 said}."
)
TEXT = (
    "“We are closing,” said Ines Falk. She added that the wall had cracked. "
    "Nobody was hurt, police said."
)


def article(annotated: str) -> AnnotatedArticle:
    return parse_annotated("port", annotated)


def quote(
    text: str,
    words: str,
    speaker: str | None = "Ines Falk",
    *,
    cue: str = "said",
    rule: str = "name-verb",
) -> Quote:
    """The words, found in the text."""
    start = text.index(words)
    span = Span(start, start + len(words))
    kind = "direct" if words.startswith("“") else "reported"
    return Quote(span, span, kind, cue, speaker, None, "stated", None, rule, 0.9)


def judged(annotated: str, *quotes: Quote) -> QuoteFigures:
    return judge_quotes([(article(annotated), quotes)])


def test_an_annotation_is_taken_out_of_the_text(tmp_path: Path) -> None:
    file = tmp_path / "port.txt"
    file.write_text(f"---\ntitle: Port to close\nlang: en\n---\n{PORT}", "utf-8")
    (read,) = read_annotated(file)
    assert (read.name, read.title, read.lang) == ("port", "Port to close", "en")
    assert read.text.strip() == TEXT
    said = [(one.span.of(read.text), one.kind, one.speakers, one.cues) for one in read.utterances]
    assert said == [
        ("“We are closing,”", "direct", ("Ines Falk",), ("said",)),
        ("the wall had cracked", "reported", ("Ines Falk",), ("added",)),
        ("Nobody was hurt", "reported", (None, "police"), ("said",)),
    ]


def test_an_utterance_reaches_from_its_first_piece_to_its_last() -> None:
    read = article("[1d Falk|“It is late,”] she {1 said}, [1|“and cold.”]")
    assert [one.span.of(read.text) for one in read.utterances] == [read.text]


@pytest.mark.parametrize(
    ("annotated", "message"),
    [
        ("[1d Falk|“It is late,” she {1 said}.\n", "never closes"),
        ("“It is late,”] she said.", "can stand there"),
        ("[1d Falk|“It is [2r Falk|late]”]", "can stand there"),
        ("[1d Falk “It is late,”] she said.", "can stand there"),
        ("She {2 said} it was late.", "the cue 'said' is of no utterance 2"),
        ("[1|“It is late,”] she said.", "utterance 1 needs kind and speaker"),
        ("[1d Falk|“It,”] she said, [1d Falk|“is.”]", "utterance 1 needs kind and speaker"),
    ],
)
def test_a_broken_annotation_is_refused_in_a_sentence(annotated: str, message: str) -> None:
    with pytest.raises(BadInputError, match=message):
        article(annotated)


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "broken.txt").write_bytes(b"\xff\xfe\xff")
    with pytest.raises(BadInputError, match="holds no annotated article"):
        read_annotated(tmp_path / "empty")
    with pytest.raises(BadInputError, match=r"absent\.txt is missing"):
        read_annotated(tmp_path / "absent.txt")
    with pytest.raises(BadInputError, match=r"broken\.txt cannot be read"):
        read_annotated(tmp_path)


def test_all_that_is_found_rightly_counts_as_right() -> None:
    figures = judged(
        PORT,
        quote(TEXT, "“We are closing,”"),
        quote(TEXT, "the wall had cracked", cue="added", rule="pronoun"),
        quote(TEXT, "Nobody was hurt", None, rule="role"),
    )
    assert figures.content == figures.exact == Score(3, 3, 3)
    assert (figures.direct, figures.reported) == (Score(1, 1, 1), Score(2, 2, 2))
    assert figures.cue == figures.speaker_given_content == Score(3, 3, 3)
    assert figures.speaker == figures.shown == Score(2, 2, 2)
    assert [(one.rule, one.shown, one.right) for one in figures.rules] == [
        ("name-verb", 1, 1),
        ("pronoun", 1, 1),
    ]
    assert figures.errors == ()


@pytest.mark.parametrize(
    ("words", "found", "exact"),
    [
        ("the wall had cracked", 1, 1),
        ("the wall had cracked.", 1, 1),  # punctuation at the edge does not count
        ("wall had cracked", 1, 0),  # 14 of 17 letters
        ("had cracked", 0, 0),
        ("She added that the wall had cracked", 0, 0),
    ],
)
def test_four_fifths_of_the_letters_find_an_utterance(words: str, found: int, exact: int) -> None:
    figures = judged(PORT, quote(TEXT, words))
    assert (figures.content.right, figures.exact.right) == (found, exact)


@pytest.mark.parametrize("words", ["the wall was “a shame to the town”", "“a shame to the town”"])
def test_a_clause_is_found_by_the_words_it_quotes_too(words: str) -> None:
    annotated = "Falk {1 said} [1r Falk|the wall was “a shame to the town”]."
    text = "Falk said the wall was “a shame to the town”."
    assert judged(annotated, quote(text, words, "Falk")).content == Score(1, 1, 1)


def test_an_utterance_is_found_once() -> None:
    twice = [quote(TEXT, "the wall had cracked"), quote(TEXT, "wall had cracked")]
    assert judged(PORT, *twice).content == Score(2, 3, 1)


@pytest.mark.parametrize(
    ("words", "speaker", "right"),
    [
        ("“We are closing,”", "Ines Falk", True),
        ("“We are closing,”", "ines falk", True),
        ("“We are closing,”", "Falk", False),
        ("closing", "Ines Falk", True),  # only part of it, and hers
        ("Nobody was hurt", "the police", True),
        ("Nobody was hurt", "Ines Falk", False),
        ("said Ines Falk", "Ines Falk", False),  # nobody says that
    ],
)
def test_a_shown_speaker_is_right_where_the_words_are_theirs(
    words: str, speaker: str, right: bool
) -> None:
    assert judged(PORT, quote(TEXT, words, speaker)).shown == Score(1, 1, right)


def test_a_right_name_where_none_is_expected_neither_helps_nor_harms() -> None:
    assert judged(PORT, quote(TEXT, "Nobody was hurt", "police")).speaker == Score(0, 2, 0)
    assert judged(PORT, quote(TEXT, "Nobody was hurt", "Ines Falk")).speaker == Score(1, 2, 0)


def test_each_wrong_thing_is_told() -> None:
    figures = judged(
        PORT,
        quote(TEXT, "“We are closing,”", "Otto Brandt", cue="told"),
        quote(TEXT, "Ines Falk. She", "Ines Falk", rule="colon"),
        quote(TEXT, "the wall had cracked", None, cue="added", rule="pronoun"),
        quote(TEXT, "police", None, rule="role"),
    )
    told = [(one.kind, one.text, one.expected, one.found, one.rule) for one in figures.errors]
    assert told == [
        ("cue", "“We are closing,”", "said", "told", "name-verb"),
        ("speaker", "“We are closing,”", "Ines Falk", "Otto Brandt", "name-verb"),
        ("shown", "Ines Falk. She", "", "Ines Falk", "colon"),
        ("unnamed", "the wall had cracked", "Ines Falk", "-", "pronoun"),
        ("missed", "Nobody was hurt", "- / police", "", ""),
        ("spurious", "police", "", "-", "role"),
    ]


def test_nothing_found_gives_zeros() -> None:
    content = judged(PORT).content
    assert (content.precision, content.recall, content.f1) == (0, 0, 0)


def test_the_command_prints_figures_and_errors(tmp_path: Path) -> None:
    file = tmp_path / "port.txt"
    file.write_text(PORT + " [4d Falk|Words that nobody marks.]", "utf-8")
    done = byline("index", "eval", "--quotes", file, "--errors")
    assert "content" in done.stdout
    assert "port: missed 'Words that nobody marks.': expected Falk" in done.stdout
    report = json.loads(byline("index", "eval", "--quotes", file, "--json").stdout)
    assert list(report) == [
        "articles", "content", "exact", "direct", "reported", "cue", "speaker",
        "speaker_given_content", "shown", "rules",
    ]  # fmt: skip
    assert list(report["content"]) == ["found", "expected", "right", "precision", "recall", "f1"]
    assert report["content"]["expected"] == 4


def test_the_command_refuses_what_it_cannot_measure(tmp_path: Path) -> None:
    assert byline("index", "eval").returncode == 2
    assert byline("index", "eval", tmp_path, "--quotes", tmp_path).returncode == 2
    assert byline("index", "eval", "--quotes", DEVELOPMENT, "--baseline").returncode == 2
    assert byline("index", "eval", tmp_path, "--errors").returncode == 2
    done = byline("index", "eval", "--quotes", tmp_path / "absent")
    assert (done.returncode, done.stdout) == (1, "")
    assert "absent is missing" in done.stderr


@pytest.mark.parametrize(("part", "number"), [(DEVELOPMENT, 388)])
def test_every_article_is_annotated(part: Path, number: int) -> None:
    articles = read_annotated(part)
    assert len(articles) == number
    assert all(len(one.utterances) >= 8 for one in articles)
    for each in articles:
        spans = [utterance.span for utterance in each.utterances]
        assert all(one.end <= other.start for one, other in pairwise(spans)), each.name


def test_the_development_articles_are_read_as_well_as_measured() -> None:
    """The floors are what was measured; raise them with the rules."""
    figures = judge_quotes(
        (one, find_quotes(one.text, title=one.title, lang=one.lang))
        for one in read_annotated(DEVELOPMENT)
    )
    assert figures.shown.precision >= 0.989
    assert figures.content.precision >= 0.965
    assert figures.direct.recall >= 0.98
    assert figures.reported.recall >= 0.885
    assert figures.speaker.recall >= 0.89
