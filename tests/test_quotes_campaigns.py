"""Who said what in campaigns, courts and offices: whose staff speaks, and under which title."""

import pytest

from index.quotes import find_quotes

# (text, what is said and by whom)
TITLES = [
    ("“It is late,” said Const. Ines Falk. “It is cold.”", ["Ines Falk", "Ines Falk"]),
    ("Supt. Ines Falk said it was late.", ["Ines Falk"]),
    ("“It is late,” Deputy Superintendent of Police Mohd. Quarn said.", ["Mohd. Quarn"]),
    ("Leader of the Opposition Zylo Quarn said it was late.", ["Zylo Quarn"]),
    ("Secretary of Homeland Security Zylo Quarn said it was late.", ["Zylo Quarn"]),
    ("Director of Public Health Zylo Quarn said it was late.", ["Zylo Quarn"]),
    ("It was late, Food Controller K. Vasu Quarn told reporters here.", ["K. Vasu Quarn"]),
    ("Mr Justice Otto Falk left. The judge said it was late.", ["Otto Falk"]),
    ("Bishop Otto Falk left. The prelate said it was late.", ["Otto Falk"]),
    ("Ada Roe won. The Dutchwoman said it was late.", ["Ada Roe"]),
    ("Otto Roe won. The Dutchwoman said it was late.", [None]),
    ("Senator Otto Roe left. “I did,” the Texan said.", ["Otto Roe"]),
    ("Otto Roe pressed Mr. Falk on it. “No,” Mr. Falk said.", ["Falk"]),
    ("The mine was safe, mine owner Aurelius Metals said.", ["Aurelius Metals"]),
    # whom an organisation is for
    ("The Bush Nurses Association said it was late.", ["Bush Nurses Association"]),
    ("The National Farmers Union said it was late.", ["National Farmers Union"]),
]
OWNED = [
    ("Mr. Roe’s campaign said it was late.", ["Mr. Roe’s campaign"]),
    ("It was late, according to Mr. Roe’s campaign.", ["Mr. Roe’s campaign"]),
    (
        "The Falk campaign said it was late. Mr. Roe’s campaign called that false. “It is false,” "
        "the campaign said.",
        ["Falk campaign", None],
    ),
    (
        "The lawyer Ada Falk said it was late. Mr. Roe’s lawyer said it was early.",
        ["Ada Falk", None],
    ),
    # of a couple of whom one is never named in full
    (
        "Otto Roe spoke for his wife. Mrs. Roe told reporters he was kind. “He is,” Roe said.",
        ["Roe", "Roe"],
    ),
]
UNNAMED = [
    ("A source close to the talks claimed that it was late.", ["it was late"]),
    ("People familiar with the matter said it was late.", ["it was late"]),
    ("State media said the man had died.", ["the man had died"]),
    ("Forty people were killed, according to local hospitals.", ["Forty people were killed"]),
    ("It was late, according to campaign finance records.", ["It was late"]),
    ("It was late, according to a study, published in May.", ["It was late"]),
    ("A spokesman for Falk & Roe confirmed that it was late.", ["it was late"]),
    # what its last words say of a whole sentence
    ("Falk denied that it was late, her lawyer said.", ["Falk denied that it was late"]),
    ("Falk has called for an inquiry, an aide said.", ["Falk has called for an inquiry"]),
    # what somebody did afterwards
    ("Falk asked members to sit and adjourned the House.", ["to sit"]),
    ("Falk, who had asked for a vote, did not attend it.", ["a vote"]),
]


@pytest.mark.parametrize(("text", "expected"), [*TITLES, *OWNED])
def test_the_speaker_is_told(text: str, expected: list[str | None]) -> None:
    assert [quote.speaker for quote in find_quotes(text, lang="en")] == expected


@pytest.mark.parametrize(("text", "expected"), UNNAMED)
def test_what_is_said_is_found(text: str, expected: list[str]) -> None:
    assert [quote.span.of(text) for quote in find_quotes(text, lang="en")] == expected
