"""The tables of reporting words."""

import pytest

from index.quotes.cues import lexicon_for
from index.quotes.english_words import ENGLISH, english_forms
from index.quotes.french_words import FRENCH
from index.quotes.german_words import GERMAN
from index.quotes.lexicon import Lexicon
from index.quotes.spanish_words import SPANISH
from index.sentences import ascii_words

FORMS = [
    ("say", "say says said said saying"),
    ("tell", "tell tells told told telling"),
    ("write", "write writes written wrote writing"),
    ("deny", "deny denies denied denied denying"),
    ("urge", "urge urges urged urged urging"),
    ("stress", "stress stresses stressed stressed stressing"),
    ("admit", "admit admits admitted admitted admitting"),
    ("joy", "joy joys joyed joyed joying"),
]

LANGUAGES = [
    ("It was said that the wall would hold and that it did.", None, ENGLISH),
    ("Die Mauer hält, sagte er, und sie ist nicht alt.", None, GERMAN),
    ("Le mur est vieux, a dit le maire de la ville.", None, FRENCH),
    ("El muro es viejo, dijo el alcalde de la ciudad.", None, SPANISH),
    ("", None, ENGLISH),
    ("Die Mauer hält.", "de-AT", GERMAN),
    ("The wall holds.", "xx", ENGLISH),
]


@pytest.mark.parametrize(("lemma", "forms"), FORMS)
def test_the_forms_of_a_verb(lemma: str, forms: str) -> None:
    assert " ".join(form for form, _ in english_forms(lemma)) == forms


def test_english_has_the_hundred_verbs_that_news_reports_with() -> None:
    assert len({verb.lemma for verb in ENGLISH.verbs.values()}) >= 100


@pytest.mark.parametrize(("text", "lang", "expected"), LANGUAGES)
def test_the_tables_are_those_of_the_language(
    text: str, lang: str | None, expected: Lexicon
) -> None:
    assert lexicon_for(text, lang) is expected


@pytest.mark.parametrize("lexicon", [ENGLISH, GERMAN, FRENCH, SPANISH], ids=lambda one: one.code)
def test_every_table_is_in_lower_case(lexicon: Lexicon) -> None:
    words = lexicon.small | lexicon.cue_words | lexicon.roles | lexicon.men | lexicon.women
    assert {word for word in words if word != word.lower()} == set()


def test_no_line_of_given_names_runs_into_the_next() -> None:
    assert {"zulfiqar", "festus", "jean-pierre"} <= ENGLISH.men
    assert {"zsofia", "trish"} <= ENGLISH.women


@pytest.mark.parametrize("lexicon", [ENGLISH, GERMAN, FRENCH, SPANISH], ids=lambda one: one.code)
def test_no_cue_is_without_a_sign(lexicon: Lexicon) -> None:
    cues = [*lexicon.verbs, *(" ".join(words) for words in lexicon.sources)]
    for cue in cues:
        for text in (cue, cue.upper(), f"Falk-{cue}_x", f"«{cue}»"):
            assert not lexicon.signs.isdisjoint(ascii_words(text)), text


@pytest.mark.parametrize(
    ("word", "joins"),
    [("dit-elle", True), ("a-t-il", True), ("dit", False), ("elle", False), ("mur-elle", False)],
)
def test_a_verb_and_a_pronoun_may_be_one_word(word: str, joins: bool) -> None:
    assert FRENCH.is_inverted(word) is joins
