"""What is reported without a clause (accusations, promises, requests), as tables of texts."""

import pytest

from index.quotes import find_quotes

THINGS = [
    ("Ines Falk accused the council of buying votes.", ["buying votes"]),
    ("Otto Brandt was accused by Ines Falk of buying votes.", ["buying votes"]),
    ("Ines Falk spoke for an hour, accusing the mayor of theft.", ["theft"]),
    ("Ines Falk ruled out an early election.", ["an early election"]),
    ("Ines Falk did not rule out an early election.", []),
    ("Ines Falk refused to rule out an early election.", []),
    ("The judge ruled that it was late.", ["it was late"]),
    ("Ines Falk called for calm.", ["calm"]),
    ("Ines Falk denied wrongdoing.", ["wrongdoing"]),
    ("Ines Falk denied it.", []),
    ("Ines Falk predicted a large flood within weeks.", ["a large flood within weeks"]),
    ("Ines Falk estimates losses of 3 million.", ["losses of 3 million"]),
    ("Ines Falk promised a review of the rules.", ["a review of the rules"]),
    ("Ines Falk promised him a review.", []),
    ("The coastguard reported heavy rain in three ports.", ["heavy rain in three ports"]),
    ("Ines Falk reported the theft to the police.", []),
    # somebody is to do something
    ("The coastguard reminded sailors to carry oars.", ["to carry oars"]),
    ("Ines Falk warned jurors not to be swayed.", ["not to be swayed"]),
    ("Ines Falk advised people to sleep outdoors.", ["to sleep outdoors"]),
    ("Ines Falk asked both parties to leave.", ["to leave"]),
    # whoever is asked is no part of what is said, as whoever is told is none
    ("Ines Falk urged tenants in damp flats to come forward.", ["to come forward"]),
    ("Ines Falk ordered everyone east of the road to leave.", ["to leave"]),
    ("Ines Falk asked the Board of Works to submit a plan.", ["to submit a plan"]),
    ("Ines Falk asked where to put it.", ["where to put it"]),
    ("Ines Falk urged a return to talks.", ["a return to talks"]),
    ("Ines Falk cautioned against a rush to judgment.", ["a rush to judgment"]),
    ("Ines Falk asked to go home.", []),
    ("Ines Falk warned the mayor.", []),
    ("Ines Falk warned that it was late.", ["it was late"]),
    # a colon behind whoever hears
    ("Ines Falk corrected him: there were two tins.", ["there were two tins"]),
    # verbs
    ("Ines Falk submitted that it was late.", ["it was late"]),
    ("Ines Falk submitted a plan.", []),
    ("Ines Falk indicated that it was late.", ["it was late"]),
    ("Ines Falk protested that it was late.", ["it was late"]),
]
# Names that begin with a small letter, or hold a genitive; a verb behind whoever is no speaker.
NAMES = [
    ('"We go," added Laetitia d\'Arcy, who runs it.', [('"We go,"', "Laetitia d'Arcy")]),
    (
        "Laetitia d'Arcy left. \"We go,\" D'Arcy told reporters.",
        [('"We go,"', "Laetitia d'Arcy")],
    ),
    (
        "The Harbour Players' Guild said the window was shut.",
        [("the window was shut", "Harbour Players' Guild")],
    ),
    (
        "His friend, Otto Brandt, claims Mr Falk told him it was late.",
        [("Mr Falk told him it was late", "Otto Brandt")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), THINGS)
def test_what_no_clause_tells_is_reported(text: str, expected: list[str]) -> None:
    assert [text[one.span.start : one.span.end] for one in find_quotes(text, lang="en")] == expected


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_odd_names_are_read(text: str, expected: list[tuple[str, str]]) -> None:
    found = find_quotes(text, lang="en")
    assert [(text[one.span.start : one.span.end], one.speaker) for one in found] == expected
