"""Words of somebody whom only a noun tells, or of a text, as tables of (text, expected)."""

import pytest

from index.quotes import find_quotes

# Nouns that no table holds.
NOUNS = [
    ("The wherryman said the tide was late.", [("the tide was late", None)]),
    ('"It is late," the cellmate said.', [('"It is late,"', None)]),
    ('"It is late," said the wherryman, who had seen it.', [('"It is late,"', None)]),
    ("The two ferries' firms said on Monday that they would merge.", [("they would merge", None)]),
    ("But villagers said they would stay.", [("they would stay", None)]),
    ("Falk's cellmate said he had slept.", [("he had slept", None)]),
    ("A shepherd who found him said he was cold.", [("he was cold", None)]),
    ("A man arrested at the quay said he was innocent.", [("he was innocent", None)]),
    ("The head of the mill said it would close.", [("it would close", None)]),
    ("The cellmate, known as Witness B, claims he was out.", [("he was out", None)]),
    ("The wherryman and the cellmate said they would talk.", [("they would talk", None)]),
    ("It had rained, the wherryman said.", [("It had rained", None)]),
    # people who will not be named, and what is told of them
    (
        "It is open, according to people familiar with it, who said it had been opened in May.",
        [("It is open", None), ("it had been opened in May", None)],
    ),
    ("Allies of Karras argue she was never asked.", [("she was never asked", None)]),
    (
        "A person close to Mr. Falk, who insisted on anonymity, denied that it was late.",
        [("it was late", None)],
    ),
    (
        "The mayor is leaving, three people familiar with the decision told the Skarn Post.",
        [("The mayor is leaving", None)],
    ),
    (
        "Two Republicans who have seen the polls, however, said they were old.",
        [("they were old", None)],
    ),
    ("Democrats, not surprisingly, said it was late.", [("it was late", None)]),
    ("A bloc of conservative Republicans said it was late.", [("it was late", None)]),
    ("His aides have long maintained that it was a fee.", [("it was a fee", None)]),
    ("One member shouted back that it was late.", [("it was late", None)]),
    ("One described it as “five men named Otto.”", [("“five men named Otto.”", None)]),
    (
        "The office, which one person briefed on the case said was late, is closed.",
        [("was late", None)],
    ),
    ("Privately, according to two aides who were there, he was blunt.", [("he was blunt", None)]),
    (
        "According to three people who worked for Mr. Falk in Ohio, the mill was late.",
        [("the mill was late", None)],
    ),
    (
        "She has made her choice, according to four Democrats with knowledge of it.",
        [("She has made her choice", None)],
    ),
    # not speech
    ("He sold a car that, according to the club's official history, was late.", []),
    ("The plan announced on Monday was popular.", []),
    ("The insurance claims were paid by the council.", []),
    ("The tests confirmed that it was a virus.", []),
    ("The letter was long.", []),
]
# The words of a text are its writer's.
TEXTS = [
    ('"We regret this," the letter read.', [('"We regret this,"', None)]),
    ("The report said 40 ships had gone.", [("40 ships had gone", None)]),
    ('A notice in the hall reads: "This room is closed."', [('"This room is closed."', None)]),
    (
        "In a letter to the board, Ines Falk wrote that she would go. "
        '"I am tired," the letter said.',
        [("she would go", "Ines Falk"), ('"I am tired,"', "Ines Falk")],
    ),
    (
        'Ines Falk left on Monday. "I am tired," her statement read.',
        [('"I am tired,"', "Ines Falk")],
    ),
    ("Ines Falk's letter said the wall had cracked.", [("the wall had cracked", "Ines Falk")]),
    ("A letter from Ines Falk said the wall had cracked.", [("the wall had cracked", "Ines Falk")]),
    ('Ines Falk read "The Last Boat to Skarn".', []),
]
# Forms of the verb that tell what was said all the same.
FORMS = [
    ('"The wind was up," Ines Falk would say.', [('"The wind was up,"', "Ines Falk")]),
    ("Ines Falk would later say that it was late.", [("it was late", "Ines Falk")]),
    ("Ines Falk did say that it was late.", [("it was late", "Ines Falk")]),
    ("Ines Falk would have said that it was late.", []),
    ("Why would Ines Falk say that?", []),
    ("Ines Falk said by telephone that it was late.", [("it was late", "Ines Falk")]),
    ('"It is late," a spokesman for Ines Falk said by email.', [('"It is late,"', None)]),
]


@pytest.mark.parametrize(("text", "expected"), [*NOUNS, *TEXTS, *FORMS])
def test_what_a_noun_says_is_found(text: str, expected: list[tuple[str, str | None]]) -> None:
    found = find_quotes(text, lang="en")
    assert [(text[one.span.start : one.span.end], one.speaker) for one in found] == expected
