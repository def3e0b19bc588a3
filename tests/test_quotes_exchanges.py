"""Two who speak in turn: in a quarrel, a paragraph each, and in an interview under their names."""

import pytest

from index.quotes import find_quotes

# (text, who says each utterance)
EXCHANGES = [
    (
        "“You lied, Otto,” Ines Falk shot back.\n\n“Check the file,” said Otto Brandt.\n\n"
        "“I wrote the file!”",
        ["Ines Falk", "Otto Brandt", "Ines Falk"],
    ),
    (
        "“You said so in May,” Ines Falk said.\n\n“You read it wrongly,” Otto Brandt replied.\n\n"
        "“How should it be read?”\n\n“As a joke.”",
        ["Ines Falk", "Otto Brandt", "Ines Falk", "Otto Brandt"],
    ),
    (
        "“You asked us,” Ines Falk said. “You did.”\n\n“I never asked you,” Otto Brandt said. "
        "“Nobody did.”\n\n“Then why are we all here tonight in the cold?”",
        ["Ines Falk", "Ines Falk", "Otto Brandt", "Otto Brandt", "Ines Falk"],
    ),
    # nobody replies to anybody
    (
        "“The mill is the heart of this town,” Ines Falk said.\n\n“The mill was sold in May,” "
        "Otto Brandt said.\n\n“The people who worked there for all those years have been forgotten "
        "by everybody.”",
        ["Ines Falk", "Otto Brandt", None],
    ),
    # one goes on
    (
        "“The mill is the heart of this town,” Ines Falk said.\n\n“It was sold,” she said.\n\n"
        "“We were forgotten.”",
        ["Ines Falk", "Ines Falk", "Ines Falk"],
    ),
    (
        "Skarn council said it was late.\n\n“It was sold,” Ines Falk said.\n\n“We were forgotten.”",
        ["Skarn council", "Ines Falk", "Ines Falk"],
    ),
]
NAMES = """Ines Falk built the wall. We spoke in May.

Otto Roe

Why did you build it?

Ines Falk

Mostly because it was wet.

It was very wet, and I said “enough” to him.

Otto Roe

Was it hard?

Ines Falk

A little.

The wall is still there. Falk visits it on Sundays.
"""


@pytest.mark.parametrize(("text", "expected"), EXCHANGES)
def test_whose_turn_it_is(text: str, expected: list[str | None]) -> None:
    assert [one.speaker for one in find_quotes(text)] == expected


def test_an_interview_may_set_names_above_what_is_said() -> None:
    found = find_quotes(NAMES)
    assert [(one.speaker, NAMES[slice(*one.span)]) for one in found] == [
        ("Ines Falk", "Mostly because it was wet.\n\nIt was very wet, and I said “enough” to him."),
        ("Ines Falk", "A little."),
    ]


def test_headings_that_come_again_are_no_names() -> None:
    text = "Read More\n\nThe wall fell.\n\nSign Up\n\nRain came.\n\n"
    found = find_quotes(f"{text}{text}Ines Falk said it was late.")
    assert [one.speaker for one in found] == ["Ines Falk"]
