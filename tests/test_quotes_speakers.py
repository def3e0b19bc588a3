"""Whom a surname, a role or a pronoun means."""

import pytest

from index.quotes import find_quotes
from index.quotes.english_words import ENGLISH
from index.quotes.people import Speaker, fold
from index.quotes.phrase import Phrase
from index.quotes.phrases import Sentence
from index.quotes.speakers import Speakers
from index.sentences import sentences
from index.spans import Span


def followed(text: str) -> tuple[Speakers, Sentence, int]:
    """The speakers of a text, followed up to its last sentence, and that sentence."""
    speakers = Speakers(ENGLISH)
    spans = sentences(text)
    read = [Sentence(text, span, [], ENGLISH) for span in spans]
    for sentence, span in zip(read, spans, strict=True):
        speakers.read(sentence, span)
    for number, sentence in enumerate(read[:-1]):
        speakers.follow(sentence, number, spoken=False)
    return speakers, read[-1], len(read) - 1


def meant(text: str) -> Speaker | None:
    """Whom the first phrase of the last sentence means."""
    speakers, sentence, number = followed(text)
    phrase = sentence.starting_at(0)
    assert isinstance(phrase, Phrase)
    if phrase.kind == "name":
        return speakers.of_name(phrase, 0)
    if phrase.kind == "pronoun":
        return speakers.of_pronoun(phrase, sentence, number)
    return speakers.of_role(phrase, number)


MEANT = [
    ("Ines Falk came. Falk left.", "Ines Falk"),
    ("Ines Falk came. Ines left.", "Ines Falk"),
    ("Wang Wenbin came. Wang left.", "Wang Wenbin"),
    ("Ines Falk came. INES FALK left.", "Ines Falk"),
    ("José Brandt came. Jose Brandt left.", "José Brandt"),
    ("Anna de Vries came. De Vries left.", "Anna de Vries"),
    ("Ines Falk met Otto Falk. Mr Falk left.", "Otto Falk"),
    ("Ines Falk met Otto Falk. Ms Falk left.", "Ines Falk"),
    ("Ines Falk met Otto Falk. Falk left.", None),
    ("Ines Falk came. Otto Falk came. Falk left.", "Otto Falk"),
    ("Ines Falk came. She left.", "Ines Falk"),
    ("Ines Falk came. He left.", None),
    ("Ines Falk came. Otto Brandt came. She left.", "Ines Falk"),
    ("The port is run by Ines Falk. She left.", "Ines Falk"),
    ("Ines Falk came to Rope Street. She left.", "Ines Falk"),
    ("A man came. He left.", ""),
    ("Harbour master Ines Falk came. The harbour master left.", "Ines Falk"),
    ("Ines Falk, the harbour master, came. The harbour master left.", "Ines Falk"),
    ("Harbour master Ines Falk came. A harbour master left.", None),
    ("Harbour master Ines Falk came. The school master left.", None),
    ("Harbour master Ines Falk came. Her harbour master left.", None),
    ("The Harbour Trust met. The trust left.", "Harbour Trust"),
    ("The Harbour Trust met. It left.", "Harbour Trust"),
    ("The Norland Harbour Trust (NHT) met. NHT left.", "Norland Harbour Trust"),
    ("Falk left.", "Falk"),
    ("Villagers left.", None),
    ("Spanish left.", None),
]


@pytest.mark.parametrize(("text", "name"), MEANT)
def test_the_one_meant_is_the_last_that_fits(text: str, name: str | None) -> None:
    speaker = meant(text)
    assert (speaker.name if speaker else None) == name


def test_who_spoke_is_meant_before_who_was_only_named() -> None:
    text = "Ines Falk came. Otto Falk and Ines Falk sat. Falk left."
    assert meant(text) is None
    speakers, sentence, number = followed(text)
    ines = speakers.of_name(Phrase("name", ("Ines", "Falk"), None, "", None, True, 0, 1), 0)
    assert ines is not None
    speakers.heard(ines, number - 1)
    phrase = sentence.starting_at(0)
    assert phrase is not None
    assert speakers.of_name(phrase, 0) is ines


def test_the_first_sentence_with_the_full_name_is_kept() -> None:
    text = "It rained. Ines Falk came. Ines Falk left. Falk slept."
    speaker = meant(text)
    assert speaker is not None
    assert speaker.named_in is not None
    assert speaker.named_in.of(text) == "Ines Falk came."


def test_a_name_from_the_title_has_no_sentence() -> None:
    speakers = Speakers(ENGLISH)
    title = "Port closes, says Ines Falk"
    speakers.read(Sentence(title, Span(0, len(title)), [], ENGLISH), None)
    phrase = Sentence("Falk left", Span(0, 9), [], ENGLISH).starting_at(0)
    assert phrase is not None
    speaker = speakers.of_name(phrase, 0)
    assert speaker is not None
    assert (speaker.name, speaker.named_in) == ("Ines Falk", None)


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("Falk's", "falk"),
        ("José", "jose"),
        ("ÅSA", "asa"),
        ("O'Brien", "o'brien"),
        ("Straße", "strasse"),
    ],
)
def test_names_are_compared_without_case_marks_and_genitive(word: str, folded: str) -> None:
    assert fold(word) == folded


@pytest.mark.parametrize(
    ("text", "speaker", "role"),
    [
        ("Senators John Falk and Mary Roe left. Falk said it was late.", "John Falk", "Senator"),
        (
            "Representatives Cort Falk, Lily Hall and Ann Roe left. Falk said it was late.",
            "Cort Falk",
            "Representative",
        ),
        ("Deputies Jo Falk and Ann Roe left. Falk said it was late.", "Jo Falk", "Deputy"),
        ("Professors Li Wei and Ann Roe left. Li said it was late.", "Li Wei", "Professor"),
        (
            "City Councillors Jo Falk and Ann Roe left. Falk said it was late.",
            "Jo Falk",
            "City Councillor",
        ),
    ],
)
def test_of_several_with_one_title_each_has_it(text: str, speaker: str, role: str) -> None:
    (quote,) = find_quotes(text, lang="en")
    assert (quote.speaker, quote.role) == (speaker, role)
