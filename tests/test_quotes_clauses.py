"""Who is said to say what, within one sentence."""

import pytest

from index.quotes.clauses import reports
from index.quotes.endings import may_report
from index.quotes.english_words import ENGLISH
from index.quotes.french_words import FRENCH
from index.quotes.german_words import GERMAN
from index.quotes.lexicon import Lexicon
from index.quotes.marks import quotations
from index.quotes.phrases import Sentence
from index.quotes.spanish_words import SPANISH
from index.spans import Span

# (sentence, subject, cue, rule, reported words or None for quotations alone)
Reported = tuple[str, str, str, str | None]

ONE = [
    ("Falk said it was cold.", ("Falk", "said", "name-verb", "it was cold")),
    ("It was cold, said Falk.", ("Falk", "said", "verb-name", "It was cold")),
    ("According to Falk, it was cold.", ("Falk", "According to", "according-to", "it was cold")),
    ("Falk left, saying it was cold.", ("Falk", "saying", "subject", "it was cold")),
    ("Falk sighed and said it was cold.", ("Falk", "said", "subject", "it was cold")),
    ('"It was cold," Falk said.', ("Falk", "said", "name-verb", None)),
    ('Falk: "It was cold."', ("Falk", ":", "colon", None)),
    ("Falk called on Brandt to leave.", ("Falk", "called on", "name-verb", "to leave")),
    ("Falk warned of heavy rain.", ("Falk", "warned of", "name-verb", "heavy rain")),
    ("Falk vowed to leave town.", ("Falk", "vowed", "name-verb", "to leave town")),
    # hearers and circumstances are no part of the report
    ("Falk told Brandt it was cold.", ("Falk", "told", "name-verb", "it was cold")),
    ("Falk told the BBC it was cold.", ("Falk", "told", "name-verb", "it was cold")),
    ("Falk told reporters ships would go.", ("Falk", "told", "name-verb", "ships would go")),
    ("Falk told the paper Dagen that it rained.", ("Falk", "told", "name-verb", "it rained")),
    ("Falk told him that it was cold.", ("Falk", "told", "name-verb", "it was cold")),
    ("Falk said on 3 May that it was cold.", ("Falk", "said", "name-verb", "it was cold")),
    ("Falk said in Hull on Monday it was cold.", ("Falk", "said", "name-verb", "it was cold")),
    ("Falk warned residents that it was cold.", ("Falk", "warned", "name-verb", "it was cold")),
    # between subject and verb
    ("Falk, who ran the port, said it was cold.", ("Falk", "said", "name-verb", "it was cold")),
    ("Falk, of Hull, said it was cold.", ("Falk", "said", "name-verb", "it was cold")),
    ("Falk later also said it was cold.", ("Falk", "said", "name-verb", "it was cold")),
    ("Falk on Monday said it was cold.", ("Falk", "said", "name-verb", "it was cold")),
    ("Falk has repeatedly said it was cold.", ("Falk", "said", "name-verb", "it was cold")),
]

NONE = [
    "Falk was told it was cold.",
    "Falk did not say it was cold.",
    "Falk declined to say it was cold.",
    "Falk left without saying that it was cold.",
    "Falk said nothing of it.",
    "Falk claimed the title.",
    "Falk added salt to soup.",
    "If Falk says it is cold, it is.",
    "It is said that it was cold.",
    "It is cold.",
]


def read(text: str) -> list[Reported]:
    span = Span(0, len(text))
    sentence = Sentence(text, span, quotations(text, [span]), ENGLISH)
    return [
        (
            " ".join(report.phrase.name) if report.phrase else "",
            sentence.words(*report.cue),
            report.rule,
            sentence.words(*report.clause) if report.clause else None,
        )
        for report in reports(sentence)
    ]


@pytest.mark.parametrize(("text", "expected"), ONE)
def test_a_report_has_a_subject_a_cue_and_what_is_reported(text: str, expected: Reported) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize("text", NONE)
def test_a_verb_that_says_nothing_makes_no_report(text: str) -> None:
    assert read(text) == []


def test_a_report_inside_a_report_is_the_outer_speakers() -> None:
    (only,) = read("Falk said Brandt had told her it was cold.")
    assert only[0] == "Falk"


def test_two_reports_side_by_side_are_two() -> None:
    text = "Falk said it was cold, while Brandt said it was hot."
    assert [(subject, words) for subject, _, _, words in read(text)] == [
        ("Falk", "it was cold"),
        ("Brandt", "it was hot"),
    ]


REPORTING = [
    *((text, ENGLISH) for text, _ in ONE),
    ("SAYS FALK: WE CLOSE", ENGLISH),
    ("Falk：we close.", ENGLISH),
    ("Falk conﬁrmed that it was cold.", ENGLISH),  # a ligature, as printers set it
    ("Falk \u017faid it was cold.", ENGLISH),  # a long s
    ("Falk erklärte, es sei kalt.", GERMAN),
    ("Nach Angaben von Falk war es kalt.", GERMAN),
    ("Es war kalt, so Falk.", GERMAN),
    ("Il fait froid, dit-elle.", FRENCH),
    ("Il fait froid, a-t-il ajouté.", FRENCH),
    ("D'après Falk, il fait froid.", FRENCH),
    ("Falk añadió que hace frío.", SPANISH),
    ("De acuerdo con Falk, hace frío.", SPANISH),
]


@pytest.mark.parametrize(("text", "lexicon"), REPORTING)
def test_what_reports_is_never_passed_over(text: str, lexicon: Lexicon) -> None:
    span = Span(0, len(text))
    assert reports(Sentence(text, span, quotations(text, [span]), lexicon))
    assert may_report(text, lexicon)


@pytest.mark.parametrize("lexicon", [ENGLISH, GERMAN, FRENCH, SPANISH], ids=lambda one: one.code)
def test_a_sentence_without_a_cue_is_passed_over(lexicon: Lexicon) -> None:
    assert not may_report("The old ferry left the quay at noon with a dog on board.", lexicon)
