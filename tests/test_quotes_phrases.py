"""The phrases of a sentence that name somebody."""

import pytest

from index.quotes.english_words import ENGLISH
from index.quotes.phrases import Sentence
from index.spans import Span

# (sentence, name, role, honorific) of the phrase before "said"
NAMED = [
    ("Ines Falk said", "Ines Falk", None, None),
    ("Falk said", "Falk", None, None),
    ("Mrs Ines Falk said", "Ines Falk", None, "mrs"),
    ("Dr. Falk said", "Falk", None, "dr"),
    ("a tearful Falk said", "Falk", None, None),
    ("But harbour master Ines Falk said", "Ines Falk", "harbour master", None),
    ("the former prime minister Ines Falk said", "Ines Falk", "former prime minister", None),
    ("Norland's foreign minister Ines Falk said", "Ines Falk", "Norland's foreign minister", None),
    ("the reporting officer Ines Falk said", "Ines Falk", "reporting officer", None),
    ("President Ines Falk said", "Ines Falk", "President", None),
    ("Bank of Norland governor Ines Falk said", "Ines Falk", "Bank of Norland governor", None),
    ("On Monday Ines Falk said", "Ines Falk", None, None),
    ("Jan van der Meer said", "Jan van der Meer", None, None),
    ("Karim al-Hadi said", "Karim al-Hadi", None, None),
    ("Jim O'Brien said", "Jim O'Brien", None, None),
    ("George W. Brandt said", "George W. Brandt", None, None),
    ("John Major said", "John Major", None, None),
    (
        "Deputy Prime Minister and Finance Minister Ines Falk said",
        "Ines Falk",
        "Deputy Prime Minister and Finance Minister",
        None,
    ),
    ("Actor and activist Ines Falk said", "Ines Falk", "Actor and activist", None),
    (
        "Leader of Government in Parliament and Agriculture Minister Ines Falk said",
        "Ines Falk",
        "Leader of Government in Parliament and Agriculture Minister",
        None,
    ),
    ("The Ministry of Defence said", "Ministry of Defence", None, None),
    ("The Seafarers' Union said", "Seafarers' Union", None, None),
    ("[Ines Falk](https://www.example.com/a) said", "Ines Falk", None, None),
]

ROLES = [
    ("The spokesman said", "spokesman", True),
    ("A ministry spokesman said", "ministry spokesman", False),
    ("The mayor of Orrismouth said", "mayor of Orrismouth", True),
    (
        "A spokesman for the ministry of transport said",
        "spokesman for the ministry of transport",
        0,
    ),
    ("The foreign ministry said", "foreign ministry", True),
    ("Police said", "Police", True),
    ("A second official said", "second official", False),
]

NOBODY = [
    "A letter to Ines Falk said",
    "In the end said",
    "The long letter said",
    "On Monday said",
    "It rained and said",
]


def before_said(text: str) -> tuple[Sentence, int]:
    sentence = Sentence(text, Span(0, len(text)), [], ENGLISH)
    return sentence, len(sentence) - 2


@pytest.mark.parametrize(("text", "name", "role", "honorific"), NAMED)
def test_a_name_stands_apart_from_its_titles(
    text: str, name: str, role: str | None, honorific: str | None
) -> None:
    sentence, last = before_said(text)
    phrase = sentence.ending_at(last)
    assert phrase is not None
    assert (" ".join(phrase.name), phrase.role, phrase.honorific) == (name, role, honorific)


@pytest.mark.parametrize(("text", "role", "definite"), ROLES)
def test_a_role_without_a_name_is_one_phrase(text: str, role: str, definite: bool) -> None:
    sentence, last = before_said(text)
    phrase = sentence.ending_at(last)
    assert phrase is not None
    assert (phrase.kind, phrase.role, phrase.definite) == ("role", role, definite)


@pytest.mark.parametrize("text", NOBODY)
def test_what_a_preposition_governs_is_no_subject(text: str) -> None:
    sentence, last = before_said(text)
    assert sentence.ending_at(last) is None


@pytest.mark.parametrize(
    "text",
    [
        "Ines Falk and Otto Brandt said",
        "The prime minister and Governor Ines Falk said",
        "Mayor Ines Falk and Governor Otto Brandt said",
        "Police and Mayor Ines Falk said",
        "The founder and the chief executive said",
        "The mayor and governor said",
    ],
)
def test_two_who_are_joined_are_no_single_speaker(text: str) -> None:
    sentence, last = before_said(text)
    phrase = sentence.ending_at(last)
    assert phrase is not None
    assert phrase.joint


def test_an_owner_does_not_speak() -> None:
    sentence, last = before_said("Ines Falk's lawyer said")
    phrase = sentence.ending_at(last)
    assert phrase is not None
    assert (phrase.head, phrase.possessor) == ("lawyer", True)
