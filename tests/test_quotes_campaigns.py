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
    ("Minister for Health Zylo Quarn said it was late.", ["Zylo Quarn"]),
    ("Director of Public Health Zylo Quarn said it was late.", ["Zylo Quarn"]),
    ("It was late, Food Controller K. Vasu Quarn told reporters here.", ["K. Vasu Quarn"]),
    ("Mr Justice Otto Falk left. The judge said it was late.", ["Otto Falk"]),
    ("Bishop Otto Falk left. The prelate said it was late.", ["Otto Falk"]),
    ("Ada Roe won. The Dutchwoman said it was late.", ["Ada Roe"]),
    ("Otto Roe won. The Dutchwoman said it was late.", [None]),
    ("Senator Otto Roe left. “I did,” the Texan said.", ["Otto Roe"]),
    ("Otto Roe pressed Mr. Falk on it. “No,” Mr. Falk said.", ["Falk"]),
    ("The mine was safe, mine owner Aurelius Metals said.", ["Aurelius Metals"]),
    ("The Republican National Committee said it was late.", ["Republican National Committee"]),
    ("Falk Group of Holm, Ohio, came. Falk Group said it was late.", ["Falk Group"]),
    ("Publican Dean Falk left. He said it was late.", ["Dean Falk"]),
    ("The council to watch is Holm's. The council to hold it said it was late.", [None]),
    ("The state elections board said it was late.", ["state elections board"]),
    # "the elder" is one of two
    ("Otto Falk, 79, ran. Emil Falk, 47, is his son. “I did,” the elder Falk said.", [None]),
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
    (
        "Otto Roe won. “I paid,” Roe said. His wife, Ada Roe, said it was late. She left. "
        "The day was long. Roe argued that it was cold.",
        ["Otto Roe", "Ada Roe", "Otto Roe"],
    ),
    (
        "President Roe said it was late. “It is,” Mr. Roe said. Mr. Roe’s son Emil said it was "
        "cold. “It is,” Emil Roe said.",
        ["Roe", "Roe", "Emil Roe", "Emil Roe"],
    ),
    # of a couple, by the title of each
    (
        "Dr. Ada Roe and her husband, state Rep. Otto Roe, came. Emil Roe left. Dr. Roe said it "
        "was late. Rep. Roe said it was cold.",
        ["Ada Roe", "Otto Roe"],
    ),
    # whoever is new was somebody else before
    ("Chief Otto Roe left. Deputy Chief Ada Falk came. “I do,” the new chief said.", [None]),
    # "grandmother" tells more than a given name
    ("His grandmother, Otto Falk, said it was late. “It is,” she said.", ["Otto Falk"] * 2),
    # whoever spoke just before goes on, whatever the gender
    ("Otto Roe left. Sam Quarn said it was late. “It is,” she said.", ["Sam Quarn"] * 2),
    (
        "Ada Roe won. “I ran,” Roe said. Her ex-husband, Emil Roe, said it was late. An aide left. "
        "The day was long. Roe said it was cold.",
        ["Ada Roe", "Emil Roe", "Ada Roe"],
    ),
    ("Her spokesman, Al Roe, sent a chart. “It is,” he said.", ["Al Roe"]),
    (
        "Otto Roe came. His son, Lance Cpl. Emil Roe, was 19. “He called,” Mr. Roe said.",
        ["Otto Roe"],
    ),
    ("Former Olympian Ada Roe spoke. “Fair is fair,” she said.", ["Ada Roe"]),
    # what is said of what others said is hers who says it
    ("Ada Roe testified that inspectors had warned of leaks.", ["Ada Roe"]),
    # whoever is called by a surname alone long before another of it comes in
    (
        "Roe says it is late. Few like Roe. Roe left. "
        + "The day was long and cold, and nobody at the port came. " * 6
        + "Emil Roe told a paper it was cold. The crowd left. Roe said it was not.",
        ["Roe", "Emil Roe", "Roe"],
    ),
    (
        "President Roe said it was late. Few like Roe. Roe left. "
        + "The day was long, and nobody at the port came. " * 7
        + "Ada Roe said it was cold.",
        ["Roe", "Ada Roe"],
    ),
    # whose memo warns
    ("Sheriff Otto Roe had a memo from the county attorney warning that it was late.", [None]),
    # somebody whose gender nobody knows, of whom alone the sentence before tells
    (
        "Ada Roe won. Volunteer Zarvek Quist, 22, had a stall. “It is late,” she said.",
        ["Zarvek Quist"],
    ),
    # two senators on a committee, not the committee
    ("Two Republicans on the Armed Services Committee said it was late.", [None]),
    # what is said behind "said", not who says it
    ("Two of them, who had left, said the senator settled it herself.", [None]),
    ("One of them, a driver named Otto Roe, said it was late.", ["Otto Roe"]),
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
    ("Falk described the vote as orderly.", ["the vote as orderly"]),
    ("Falk described the vote.", []),
    ("Falk did what Roe had asked of her.", []),
    ("It was late, Falk said, in the worst storm since May.", ["It was late"]),
    ("Aides said privately that it was late.", ["it was late"]),
    ("Roe clarified that Falk had been speaking “in jest”.", ["Falk had been speaking “in jest”"]),
    (
        "Falk warned that it was “very late” here, an aide said.",
        ["Falk warned that it was “very late” here"],
    ),
    ("Falk asked Roe whether it was late.", ["whether it was late"]),
    # one of several told of before
    ("“It is late,” said one. “It is,” another said.", ["“It is late,”", "“It is,”"]),
    ("“It is late,” one of the aides said.", ["“It is late,”"]),
    (
        "Two of the four that had asked for a vote left, he said.",
        ["Two of the four that had asked for a vote left"],
    ),
    ("Roe, in an email, said the same.", []),
    ("Others say it was late.", ["it was late"]),
    ("Some claims that it was late were false.", []),
    ("No one said it was late.", []),
    ("Falk claimed victory before the race began.", []),
    ("Falk told the Holm paper the men ate well.", ["the men ate well"]),
    # asides before what is said
    ("Falk admitted, however, that it was late.", ["it was late"]),
    ("Falk vowed, if elected, to introduce a bill.", ["to introduce a bill"]),
    ("Falk told a meeting, which was long, that it was late.", ["it was late"]),
    ('Falk admitted the trip "looks terrible."', ['the trip "looks terrible."']),
    # who spoke of whom was asked about
    (
        "Asked about Ada Roe, who wrote that it was early, Falk said that it was late.",
        ["it was early", "it was late"],
    ),
    # nouns, plans and others' words
    ("Falk gave a warning about the port.", []),
    ("The council will call for ideas for the site.", []),
    ("Falk was late, even as Roe left.", []),
    ("Falk said it was late, even as Roe left.", ["it was late"]),
    (
        "Falk told donors that ports “make fine pictures,” according to a guest.",
        ["“make fine pictures,”"],
    ),
    # what somebody did afterwards
    ("Falk denied arson but was convicted by a jury.", ["arson"]),
    ("Falk shouted “Stop it!” from the gallery and was led out.", ["“Stop it!”"]),
    ("Falk asked members to sit and adjourned the House.", ["to sit"]),
    ("Falk, who had asked for a vote, did not attend it.", ["a vote"]),
]


@pytest.mark.parametrize(("text", "expected"), [*TITLES, *OWNED])
def test_the_speaker_is_told(text: str, expected: list[str | None]) -> None:
    assert [quote.speaker for quote in find_quotes(text, lang="en")] == expected


@pytest.mark.parametrize(("text", "expected"), UNNAMED)
def test_what_is_said_is_found(text: str, expected: list[str]) -> None:
    assert [quote.span.of(text) for quote in find_quotes(text, lang="en")] == expected


def test_a_verb_before_a_shortened_title_is_no_part_of_it() -> None:
    text = "Ada Roe will challenge Rep. Otto Falk. Falk said it was late."
    (quote,) = find_quotes(text, lang="en")
    assert (quote.speaker, quote.role) == ("Otto Falk", "Rep.")


def test_a_place_before_a_name_is_no_role() -> None:
    text = "Outside court, Ada Roe said it was late."
    (quote,) = find_quotes(text, lang="en")
    assert (quote.speaker, quote.role) == ("Ada Roe", None)
