"""Two reports in one sentence, and clauses that stand on either side of their cue."""

import pytest

from index.quotes import find_quotes

FALK = "Ines Falk laughed. "

# A clause with its cue inside is one utterance.
AROUND = [
    (
        FALK + "The mayor, she pointed out, had cited it in June.",
        [("The mayor, she pointed out, had cited it in June", "Ines Falk")],
    ),
    (
        FALK + "Mr. Brandt, she noted, signed a letter last week asking banks to go easier.",
        [
            (
                "Mr. Brandt, she noted, signed a letter last week asking banks to go easier",
                "Ines Falk",
            )
        ],
    ),
    (
        "They have never, Ines Falk said the other morning, had less fun.",
        [("They have never, Ines Falk said the other morning, had less fun", "Ines Falk")],
    ),
    (
        FALK + "She had plenty of signs, she said, but “people take them like leaflets.”",
        [
            (
                "She had plenty of signs, she said, but “people take them like leaflets.”",
                "Ines Falk",
            )
        ],
    ),
    (
        FALK + "She had certified two votes, she said, and had never liked a printer.",
        [("She had certified two votes, she said, and had never liked a printer", "Ines Falk")],
    ),
    (
        FALK + "The wall had cracked, she said, and left the hall.",
        [("The wall had cracked", "Ines Falk")],
    ),
    (
        "It was late, Ines Falk said, and the officials who had come told the Post it was not.",
        [("It was late", "Ines Falk"), ("it was not", None)],
    ),
    (
        "My column, Ines Falk went on, was “fiction, and not the good kind.”",
        [("My column, Ines Falk went on, was “fiction, and not the good kind.”", "Ines Falk")],
    ),
    (
        "The other half, according to concertgoer Ines Falk, “went to get a beer.”",
        [
            (
                "The other half, according to concertgoer Ines Falk, “went to get a beer.”",
                "Ines Falk",
            )
        ],
    ),
    (
        "On his first day, Ines Falk said, he would fire “every inspector,” a post that does not "
        "exist.",
        [("On his first day, Ines Falk said, he would fire “every inspector,”", "Ines Falk")],
    ),
    (
        "Ines Falk insisted she was not idle; she had read both plans, she said, and she had "
        "found them thin.",
        [("she was not idle", "Ines Falk"), ("she had read both plans", "Ines Falk")],
    ),
]

# A second verb of saying, with its own subject or with the first one's, begins another utterance.
FURTHER = [
    (
        "The Skarn Council said it would spend a million, and its director, Ines Falk, charged "
        "that the ruling was wrong.",
        [("it would spend a million", "Skarn Council"), ("the ruling was wrong", "Ines Falk")],
    ),
    (
        "Ines Falk said Otto had been pushed out, and one of them called the dismissal “a grudge.”",
        [("Otto had been pushed out", "Ines Falk"), ("“a grudge.”", None)],
    ),
    (
        "Ines Falk warned that it would be noticed, but in the same talk allowed that the plan "
        "needed work.",
        [("it would be noticed", "Ines Falk"), ("the plan needed work", "Ines Falk")],
    ),
    (
        "Ines Falk said the dam was late, and in an interview with a paper afterward Otto Brandt "
        "said it was dear.",
        [("the dam was late", "Ines Falk"), ("it was dear", "Otto Brandt")],
    ),
    (
        "Ines Falk said it would cut jobs, a figure Otto Brandt dismissed as “something they "
        "cooked up.”",
        [("it would cut jobs", "Ines Falk"), ("“something they cooked up.”", "Otto Brandt")],
    ),
    (
        "Ines Falk vowed the posts would be filled, a deadline that Elise Barrow, who directs a "
        "center, termed “very brave indeed.”",
        [
            ("the posts would be filled", "Ines Falk"),
            ("“very brave indeed.”", "Elise Barrow"),
        ],
    ),
    (
        "Ines Falk said she would vote against it, which she described as “a clearance sale.”",
        [
            ("she would vote against it", "Ines Falk"),
            ("“a clearance sale.”", "Ines Falk"),
        ],
    ),
    (
        "The convoy was late, said Ines Falk, the relief agency's driver.",
        [("The convoy was late", "Ines Falk")],
    ),
    (
        "The speech, which Ines Falk said had gone through 14 drafts, amounted to a departure.",
        [("had gone through 14 drafts", "Ines Falk")],
    ),
]

# Somebody is told to do something, warned against it, or spoken of as something.
ADDRESSED = [
    (
        "Ines Falk promised to double it, called Mr. Brandt’s plan “a tax on every kitchen” and "
        "left.",
        [("to double it", "Ines Falk"), ("“a tax on every kitchen”", "Ines Falk")],
    ),
    ("Ines Falk asked a visitor not to mention it.", [("not to mention it", "Ines Falk")]),
    ("Ines Falk urged a return to talks.", [("a return to talks", "Ines Falk")]),
    ("Ines Falk invited members to sign a petition.", [("to sign a petition", "Ines Falk")]),
    (
        "Ines Falk warned Moscow against mistaking her for weak.",
        [("mistaking her for weak", "Ines Falk")],
    ),
    (
        "Ines Falk referred to the Skarn Herons as “the red ones.”",
        [("“the red ones.”", "Ines Falk")],
    ),
    ("Ines Falk referred to “the swamp” twice.", []),
    ("Ines Falk called the letter a threat.", [("the letter a threat", "Ines Falk")]),
    ("Ines Falk called the police a second time.", []),
    ("Ines Falk called a strike.", []),
    ("Ines Falk invited Otto Brandt to dinner.", []),
    (
        "Ines Falk promised to stay but, pressed by Otto Brandt, did not say how.",
        [("to stay", "Ines Falk")],
    ),
    (
        "Ines Falk denied that she had left, as had been reported.",
        [("she had left", "Ines Falk")],
    ),
]

# What introduces a quotation without a verb of saying, also one in the next paragraph.
INTRODUCED = [
    ("“It is late,” Ines Falk went on, “and cold.”", "Ines Falk"),
    ("Ines Falk put it this way: “It is late, and it is cold.”", "Ines Falk"),
    ("Ines Falk laughed. She put it this way:\n\n“It is late, and it is cold.”", "Ines Falk"),
    ("Ines Falk laughed. She went on:\n\n“It is late, and it is cold.”", "Ines Falk"),
    ("Ines Falk told reporters on Monday:\n\n“It is late, and it is cold.”", "Ines Falk"),
    (
        "The room was empty by noon, said a spokeswoman, Capt. Ines Falk. “It is late, and it is "
        "cold,” she said.",
        "Ines Falk",
    ),
    (
        "It was late. “I am voting for Ines Falk,” said Otto Brandt. “It is cold,” Falk said.",
        "Ines Falk",
    ),
    (
        "Sen. Ines Falk, D-Ore., who spoke next, called the idea “arson with a press release.”",
        "Ines Falk",
    ),
]

# What only looks like a report.
SILENT = [
    "Ines Falk went on that trip.",
    "Ines Falk went on stage at noon and put it down.",
    "Ines Falk proposed no such thing.",
    "Ines Falk said little about how she would pay for it.",
]


def said(text: str) -> list[tuple[str, str | None]]:
    return [
        (text[one.span.start : one.span.end], one.speaker) for one in find_quotes(text, lang="en")
    ]


@pytest.mark.parametrize(("text", "expected"), [*AROUND, *FURTHER, *ADDRESSED])
def test_each_utterance_has_its_own_words(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(("text", "speaker"), INTRODUCED)
def test_a_quotation_is_of_whoever_introduces_it(text: str, speaker: str) -> None:
    assert [one for _, one in said(text)][-1] == speaker


@pytest.mark.parametrize("text", SILENT)
def test_nothing_is_said(text: str) -> None:
    assert said(text) == []
