"""What is told of words besides the words: how, to whom, by what text, and what is made of them."""

import pytest

from index.quotes import find_quotes

# (text, what is said and by whom)
UNSAID = [
    ("Otto Falk left. Falk said it to me twice during the drive to Skarn.", []),
    ("Otto Falk left. He said it to the Post, and he said it again to a hall of guests.", []),
    ("Otto Falk left. Falk said it, in other words, to the council.", []),
    ("Otto Falk left. Falk said this to the council on Monday.", []),
    ("Otto Falk left. Falk said it again in a letter.", []),
    ("Otto Falk said it would rain.", [("it would rain", "Otto Falk")]),
    ("Otto Falk said it now expected rain.", [("it now expected rain", "Otto Falk")]),
]
HEARERS = [
    (
        "Ines Falk told the several thousand people waiting for her that they looked well.",
        [("they looked well", "Ines Falk")],
    ),
    (
        "Ines Falk told a crowd of about 300 gathered in the square that the tax would go.",
        [("the tax would go", "Ines Falk")],
    ),
    (
        "Ines Falk told reporters traveling with her aboard the plane that the tax would go.",
        [("the tax would go", "Ines Falk")],
    ),
    (
        "Ines Falk told supporters who had waited since dawn that the race was on.",
        [("the race was on", "Ines Falk")],
    ),
    (
        "Ines Falk told three members seated at the front table on Monday that the tax would go.",
        [("the tax would go", "Ines Falk")],
    ),
    (
        "Ines Falk told friends the house with the barn that burned was hers.",
        [("the house with the barn that burned was hers", "Ines Falk")],
    ),
]
SUBJECTS = [
    (
        "Ines Falk said it was early, and the governor, in an interview with the Post, called it "
        "“late.”",
        [("it was early", "Ines Falk"), ("“late.”", None)],
    ),
    (
        "Ines Falk said it was early, but Otto Roe, in a letter, called it “late.”",
        [("it was early", "Ines Falk"), ("“late.”", "Otto Roe")],
    ),
    ("Ines Falk, visibly tired, said it was late.", [("it was late", "Ines Falk")]),
]
SOURCES = [
    (
        "The lead has shrunk to 2 points, according to a new Skarn University survey, a tie that "
        "few foresaw.",
        [("The lead has shrunk to 2 points", "Skarn University")],
    ),
    (
        "Skarn lost 400 jobs, according to the bureau, the most of any county.",
        [("Skarn lost 400 jobs", None)],
    ),
    (
        "The bridge, according to Ines Falk, is safe.",
        [("The bridge, according to Ines Falk, is safe", "Ines Falk")],
    ),
    (
        "The city has taken in 600 people, according to figures from the clerk's office, and has "
        "housed most.",
        [
            (
                "The city has taken in 600 people, according to figures from the clerk's office, "
                "and has housed most",
                None,
            )
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), UNSAID + HEARERS + SUBJECTS + SOURCES)
def test_words_are_told_from_what_is_told_of_them(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    found = find_quotes(text)
    assert [(text[slice(*one.span)], one.speaker) for one in found] == expected
