"""Where sentences and paragraphs end."""

import pytest

from index.sentences import ascii_words, paragraphs, sentences
from index.spans import Span

SENTENCES = [
    ("One sentence without an end", ["One sentence without an end"]),
    ("He left. She stayed.", ["He left.", "She stayed."]),
    ("Mr. Falk came. Dr. Brandt left.", ["Mr. Falk came.", "Dr. Brandt left."]),
    ("It cost $3.5 million. Nobody paid.", ["It cost $3.5 million.", "Nobody paid."]),
    ("The U.S. Senate voted. It passed.", ["The U.S. Senate voted.", "It passed."]),
    ("He lives in the U.S. She does not.", ["He lives in the U.S.", "She does not."]),
    ("He left at 5 p.m. Monday. She stayed.", ["He left at 5 p.m. Monday.", "She stayed."]),
    ("George W. Brandt spoke. Then he left.", ["George W. Brandt spoke.", "Then he left."]),
    ("We chose plan B. It failed.", ["We chose plan B.", "It failed."]),
    ("He said no. She left.", ["He said no.", "She left."]),
    ("See No. 5 and Fig. 2. Then stop.", ["See No. 5 and Fig. 2.", "Then stop."]),
    ("Falk Inc. said so. It did.", ["Falk Inc. said so.", "It did."]),
    ("It was Sept. 5. He left.", ["It was Sept. 5.", "He left."]),
    (
        "SKARN, Calif. -- A fire broke out. It burned.",
        ["SKARN, Calif. -- A fire broke out.", "It burned."],
    ),
    ("SKARN, Ala. (WXYZ) - The hall is open.", ["SKARN, Ala. (WXYZ) - The hall is open."]),
    ("Roe v. Wade fell. Casey v. Falk did not.", ["Roe v. Wade fell.", "Casey v. Falk did not."]),
    ("SKARN, N.C. — The hall is open.", ["SKARN, N.C. — The hall is open."]),
    (
        "They met in Skarn, Calif. Brandt came late.",
        ["They met in Skarn, Calif.", "Brandt came late."],
    ),
    ('"Stop!" he said. "Why?" she asked.', ['"Stop!" he said.', '"Why?" she asked.']),
    ("“We won.” Falk smiled.", ["“We won.”", "Falk smiled."]),
    ("He came (late). She left.", ["He came (late).", "She left."]),
    ("Wait… what? Yes.", ["Wait… what?", "Yes."]),
    ("The end.[1] Next one.", ["The end.[1]", "Next one."]),
    ("Er kam am 3. Mai an. Sie ging.", ["Er kam am 3. Mai an.", "Sie ging."]),
    ("Orte, z. B. Hafen, gab es. Ende.", ["Orte, z. B. Hafen, gab es.", "Ende."]),
    ("„Wir gehen.“ Sie ging.", ["„Wir gehen.“", "Sie ging."]),
    ("« Nous partons. » Il part.", ["« Nous partons. »", "Il part."]),
    ("Ende. »Wir gehen.« Sie ging.", ["Ende.", "»Wir gehen.«", "Sie ging."]),
    ("¿Qué pasa? ¡Nada! Adiós.", ["¿Qué pasa?", "¡Nada!", "Adiós."]),
    ("他来了。她走了。", ["他来了。", "她走了。"]),
]

PARAGRAPHS = [
    ("", []),
    (" \n \n ", []),
    ("one\ntwo", ["one", "two"]),
    ("one\nstill one\n\ntwo", ["one\nstill one", "two"]),
    ("one\n \t\ntwo\n\n\n\nthree\n", ["one", "two", "three"]),
    ("\r\none\r\n\r\ntwo", ["one", "two"]),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_a_sentence_ends_where_another_can_begin(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in sentences(text)] == expected


@pytest.mark.parametrize(("text", "expected"), PARAGRAPHS)
def test_a_paragraph_ends_at_a_blank_line_or_else_at_a_line(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in paragraphs(text)] == expected


def test_sentences_of_a_stretch_keep_the_offsets_of_the_text() -> None:
    text = "Zero. One. Two. Three."
    assert sentences(text, Span(6, 15)) == [Span(6, 10), Span(11, 15)]


def test_no_sentence_crosses_a_paragraph() -> None:
    text = "One sentence\n\nand no other. Two"
    assert [span.of(text) for span in sentences(text)] == [
        "One sentence",
        "and no other.",
        "Two",
    ]


@pytest.mark.parametrize("piece", [".", '."', ". ", "U.S. ", "。", ".[1]", " »", "\n", "a\n"])
def test_a_long_row_of_anything_is_split_without_losing_a_word(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    spans = sentences(text)
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("It's 5_p.m. AGAIN", ["it", "s", "5", "p", "m", "again"]),
        ("Añadió\u2009que", ["a", "adi", "que"]),
        ("conﬁrmed?", ["confirmed"]),
        ("中文\ud800", []),
    ],
)
def test_ascii_words_are_told_apart_by_all_else(text: str, expected: list[str]) -> None:
    assert [word.decode() for word in ascii_words(text)] == expected
