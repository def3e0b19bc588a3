"""What pronouns tell of whom a text names, as a table of texts."""

import pytest

from index.quotes import find_quotes

TOLD = [
    # a pronoun behind the only name of a sentence tells what the name does not
    (
        "Zarvek Quist packed her bags at dawn. Otto Brandt and Iri Vell came. "
        '"It is late," she said.',
        [('"It is late,"', "Zarvek Quist")],
    ),
    (
        "Ines Falk left in May. Zarvek Quist, a teacher who came with her two sons, said it was "
        'late. She lost a boat. "It is cold," she said.',
        [("it was late", "Zarvek Quist"), ('"It is cold,"', "Zarvek Quist")],
    ),
    # but not one behind a colon, which is what the name says
    (
        'Quist: He left early.\n\nZarvek Quist shut the door. "It is late," she said.',
        [("He left early", "Zarvek Quist"), ('"It is late,"', "Zarvek Quist")],
    ),
    # nor one that somebody else may be
    (
        'Ines Falk sailed. Zarvek Quist found her map. "It is late," she said.',
        [('"It is late,"', None)],
    ),
    # whoever does something to her is not she
    (
        'Ines Falk sailed in May. Zarvek Quist called her "late". She left. "I am," she said.',
        [('"late"', "Zarvek Quist"), ('"I am,"', "Ines Falk")],
    ),
    (
        'She studied under Zarvek Quist, who told her that it was late. "It was," she said.',
        [("it was late", "Zarvek Quist"), ('"It was,"', None)],
    ),
    # nor are those of whom something is born
    (
        'Ines Falk died in May. Born to a tailor and a seamstress, she sailed. "I did," she said.',
        [('"I did,"', "Ines Falk")],
    ),
    # whoever is described behind the name is no second one
    (
        'That is the view of Ines Falk, an audiologist at the mill. "I see it," she says.',
        [('"I see it,"', "Ines Falk")],
    ),
    # nor does what he was asked, or what was read out, tell whom he means
    (
        'Asked whether Quist would shut the port, Otto Brandt smiled. "I wait," he said.',
        [('"I wait,"', "Otto Brandt")],
    ),
    (
        "Mr Otto Brandt came. Parts of his letter were read out. In it he said it was late.",
        [("it was late", "Otto Brandt")],
    ),
    (
        'At that point Cllr Ines Falk (Ind, Ferry Lane) took her papers. "It is late," she said.',
        [('"It is late,"', "Ines Falk")],
    ),
    # a surname means her of whom it was said before, not her father who was only named
    (
        "Ines Falk said it was late. Her father, Stan Falk, built boats and taught her to sail. "
        "Falk said it was cold.",
        [("it was late", "Ines Falk"), ("it was cold", "Ines Falk")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_whom_a_pronoun_means(text: str, expected: list[tuple[str, str | None]]) -> None:
    quotes = find_quotes(text, lang="en")
    assert [(quote.span.of(text), quote.speaker) for quote in quotes] == expected
