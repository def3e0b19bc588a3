"""Turns of English that hide who says what, or where it ends, as tables of texts."""

import pytest

from index.quotes import find_quotes

# Who speaks, where more than a name stands before the verb.
SUBJECTS = [
    (
        "The mediator, former president Jakob Bell of Norhavn, said both were right.",
        [("both were right", "Jakob Bell")],
    ),
    ("A pupil, Maisie, 8, had written to the board.", []),
    ("A pupil, Maisie, 8, said it was late.", [("it was late", "Maisie")]),
    (
        "Her neighbour, who gave only one name, Budi, said it was late.",
        [("it was late", "Budi")],
    ),
    (
        'The historian Edmund Roe, in "Lamps of the North", calls it "a late hour for all".',
        [('"a late hour for all"', "Edmund Roe")],
    ),
    (
        "The manager of the Skarn runner Otto Brandt, who was third, said it was late.",
        [("it was late", None)],
    ),
    ("The mother of the victim Otto Brandt said it was late.", [("it was late", None)]),
    (
        "The deputy governor, Made Brandt, said it was late.",
        [("it was late", "Made Brandt")],
    ),
    ("The police chief Will Brandt said it was late.", [("it was late", "Will Brandt")]),
    (
        '"A sore arm and a bad mood," is how Ines Falk, a nurse who saw it, describes it.',
        [('"A sore arm and a bad mood,"', "Ines Falk")],
    ),
]
# Relative clauses and questions.
RELATIVES = [
    (
        "Ines Falk defended the tax, which she said would raise a million.",
        [("would raise a million", "Ines Falk")],
    ),
    (
        'The town lost what Ines Falk called "its oldest friend".',
        [('"its oldest friend"', "Ines Falk")],
    ),
    (
        "It closed after what Ines Falk said was a mistake.",
        [("was a mistake", "Ines Falk")],
    ),
    (
        'The note, in which Ines Falk urged "courage, and less furniture", was lost.',
        [('"courage, and less furniture"', "Ines Falk")],
    ),
    ("Nobody knows what Ines Falk said.", []),
    ("They spoke of what Ines Falk said was late.", []),
]
# One word or two that somebody calls something.
CALLED = [
    ('Ines Falk called it "premature".', [('"premature"', "Ines Falk")]),
    ('Ines Falk called the plan "a disgrace" and left.', [('"a disgrace"', "Ines Falk")]),
    ('Ines Falk called the boat "Heron".', []),
    (
        'Dr Ines Falk called that "a fair question": the two, she said, had left.',
        [('"a fair question"', "Ines Falk"), ("the two, she said, had left", "Ines Falk")],
    ),
]
# Sources about which more is told.
SOURCES = [
    (
        "The wall will hold, according to a study published on Thursday, which took a year.",
        [("The wall will hold", None)],
    ),
    ("According to people familiar with the matter, it is late.", [("it is late", None)]),
    (
        "According to the report, which was drawn up in May, it is late.",
        [("it is late", None)],
    ),
    ("According to Ines Falk, who was there, it is late.", [("it is late", "Ines Falk")]),
    (
        "The calls, Ines Falk said, told the board who was late.",
        [("The calls, Ines Falk said, told the board who was late", "Ines Falk")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*SUBJECTS, *RELATIVES, *CALLED, *SOURCES])
def test_who_says_what_is_told(text: str, expected: list[tuple[str, str | None]]) -> None:
    found = find_quotes(text, lang="en")
    assert [(text[one.span.start : one.span.end], one.speaker) for one in found] == expected
