"""What is told of words besides the words: how, to whom, by what text, and what is made of them."""

import pytest

from index.quotes import find_quotes

# (text, what is said and by whom)
UNSAID = [
    ("Otto Falk left. Falk said it to me twice during the drive to Skarn.", []),
    ("Otto Falk left. He said it to the Post, and he said it again to a hall of guests.", []),
    ("Otto Falk left. Falk said it, in other words, to the council.", []),
    ("Otto Falk left. Falk said this to the council on Monday.", []),
    ("Otto Falk left. Falk said it again in a letter.", []),
    ("Otto Falk said it would rain.", [("it would rain", "Otto Falk")]),
    ("Otto Falk said it now expected rain.", [("it now expected rain", "Otto Falk")]),
]
HEARERS = [
    (
        "Ines Falk told the several thousand people waiting for her that they looked well.",
        [("they looked well", "Ines Falk")],
    ),
    (
        "Ines Falk told a crowd of about 300 gathered in the square that the tax would go.",
        [("the tax would go", "Ines Falk")],
    ),
    (
        "Ines Falk told reporters traveling with her aboard the plane that the tax would go.",
        [("the tax would go", "Ines Falk")],
    ),
    (
        "Ines Falk told reporters aboard Air Force One that the tax would go.",
        [("the tax would go", "Ines Falk")],
    ),
    (
        "Ines Falk told supporters who had waited since dawn that the race was on.",
        [("the race was on", "Ines Falk")],
    ),
    (
        "Ines Falk told three members seated at the front table on Monday that the tax would go.",
        [("the tax would go", "Ines Falk")],
    ),
    (
        "Ines Falk told friends the house with the barn that burned was hers.",
        [("the house with the barn that burned was hers", "Ines Falk")],
    ),
]
SUBJECTS = [
    (
        "Ines Falk said it was early, and the governor, in an interview with the Post, called it "
        "“late.”",
        [("it was early", "Ines Falk"), ("“late.”", None)],
    ),
    (
        "Ines Falk said it was early, but Otto Roe, in a letter, called it “late.”",
        [("it was early", "Ines Falk"), ("“late.”", "Otto Roe")],
    ),
    ("Ines Falk, visibly tired, said it was late.", [("it was late", "Ines Falk")]),
]
SOURCES = [
    (
        "The lead has shrunk to 2 points, according to a new Skarn University survey, a tie that "
        "few foresaw.",
        [("The lead has shrunk to 2 points", "Skarn University")],
    ),
    (
        "Skarn lost 400 jobs, according to the bureau, the most of any county.",
        [("Skarn lost 400 jobs", None)],
    ),
    (
        "The bridge, according to Ines Falk, is safe.",
        [("The bridge, according to Ines Falk, is safe", "Ines Falk")],
    ),
    (
        "The city has taken in 600 people, according to figures from the clerk's office, and has "
        "housed most.",
        [
            (
                "The city has taken in 600 people, according to figures from the clerk's office, "
                "and has housed most",
                None,
            )
        ],
    ),
]
TAILS = [
    (
        "Otto Roe accused the paper of helping his rival, state Rep. Ines Falk, who trails him.",
        [("helping his rival", "Otto Roe")],
    ),
    (
        "Otto Roe told the Post the plan “is fine,” but did not answer a question about it.",
        [("the plan “is fine,”", "Otto Roe")],
    ),
    (
        "Otto Roe said the plan was fine but did not return a call.",
        [("the plan was fine", "Otto Roe")],
    ),
    (
        "Otto Roe said there would be no cuts this year, which ends in June.",
        [("there would be no cuts this year, which ends in June", "Otto Roe")],
    ),
]
RELATIVES = [
    (
        "Ines Falk recalled her aunt, a driver, who, she said, used to tell her that it was late.",
        [("used to tell her that it was late", "Ines Falk")],
    ),
    (
        "They spoke of the meters, which Otto Roe chose and now says he would remove.",
        [("he would remove", "Otto Roe")],
    ),
    (
        "The bill, which Ines Falk wrote and now says was a blunder, passed.",
        [("was a blunder", "Ines Falk")],
    ),
]
# whose name is no speaker's
OTHERS = [
    ("The governor's choice to run the Health Department said it was late.", []),
    (
        "The governor's pick to lead Ports and Customs Enforcement left, telling members that it "
        "was late.",
        [("it was late", None)],
    ),
    (
        "The Solvents Council left. People in towns that make it have complained that it smells.",
        [("it smells", None)],
    ),
    ("Otto Roe went on “The Morning Drive” to explain it.", []),
    ("“It is late,” Otto Roe went on.", [("“It is late,”", "Otto Roe")]),
    (
        "HOLM, Ill. — The family of a man shot by an officer demanded Monday that the city act, "
        "saying it was late. Some stood outside City Hall.",
        [("the city act", None), ("it was late", None)],
    ),
    (
        "Police said it was late. The Skarn State Police is here. It said it was dark.",
        [("it was late", None), ("it was dark", "Skarn State Police")],
    ),
    (
        "Otto Roe left. Emil Holm wrote that it was late. Some of Roe's friends laughed. “He is "
        "late,” said Ada Quarn. She recalled phoning him in May. He had promised to go.",
        [
            ("it was late", "Emil Holm"),
            ("“He is late,”", "Ada Quarn"),
            ("phoning him in May", "Ada Quarn"),
            ("to go", None),
        ],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), UNSAID + HEARERS + SUBJECTS + SOURCES + TAILS + RELATIVES + OTHERS
)
def test_words_are_told_from_what_is_told_of_them(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    found = find_quotes(text)
    assert [(text[slice(*one.span)], one.speaker) for one in found] == expected


# what begins with a count, an aside before it, or one word
BEGINNINGS = [
    (
        "Otto Roe says about half of his patients now come late.",
        [("about half of his patients now come late", "Otto Roe")],
    ),
    ("Otto Roe said over half the town came.", [("over half the town came", "Otto Roe")]),
    (
        "Otto Roe said more than 1.3 million people remain in the country.",
        [("more than 1.3 million people remain in the country", "Otto Roe")],
    ),
    ("Otto Roe said more than he meant to.", []),
    ("Ines Falk added, after a pause, “It is late.”", [("“It is late.”", "Ines Falk")]),
    ("Ines Falk said, her voice breaking, “It is late.”", [("“It is late.”", "Ines Falk")]),
    ("Otto Roe asked for patience.", [("patience", "Otto Roe")]),
    ("Otto Roe asked for quiet.", []),
    ("Otto Roe asked for a ship for two of them.", [("a ship for two of them", "Otto Roe")]),
    ("Otto Roe pleaded with members to sit.", [("to sit", "Otto Roe")]),
    (
        "Ines Falk says that the boy stopped sleeping after they were robbed in Holm.",
        [("the boy stopped sleeping after they were robbed in Holm", "Ines Falk")],
    ),
    (
        "Otto Roe said the staff altered the lists after a paper asked for them.",
        [("the staff altered the lists after a paper asked for them", "Otto Roe")],
    ),
]
# what somebody does among other deeds
DEEDS = [
    (
        "Otto Roe attacked the judge, called the case “a trap” and vowed to stay.",
        [("“a trap”", "Otto Roe"), ("to stay", "Otto Roe")],
    ),
    (
        "Otto Roe ran the mill, called the mayor of Holm a thief and said it was late.",
        [("the mayor of Holm a thief", "Otto Roe"), ("it was late", "Otto Roe")],
    ),
    (
        "Pressure grew after the tenant, Otto Roe, called it “a trap”.",
        [("“a trap”", "Otto Roe")],
    ),
    (
        "Former President Dean Crawford came. President Ines Falk stayed. The former president "
        "said it was late. The president said it was dark.",
        [("it was late", "Dean Crawford"), ("it was dark", "Ines Falk")],
    ),
]
# titles of parties, committees and houses
TITLES = [
    (f"{title} said it was late.", [("it was late", "Otto Roe")])
    for title in (
        "Republican Party Chairman Otto Roe",
        "State Republican Party Chairman Otto Roe",
        "Republican National Committee Chairman Otto Roe",
        "Deputy White House Press Secretary Otto Roe",
        "Senate President Pro Tempore Otto Roe",
        "Otto Roe, 34, of Holm",
    )
]
GLOSSES = [
    (
        "Otto Roe said he was “open” to it, a shift from last week.",
        [("he was “open” to it", "Otto Roe")],
    ),
]
# what somebody says again, and who is only set beside whom
AGAIN = [
    ("Otto Roe repeated his false claim that it was late.", [("it was late", "Otto Roe")]),
    ("Otto Roe reiterated his promise to build it.", [("to build it", "Otto Roe")]),
    ("Otto Roe repeated his call for a boycott.", [("a boycott", "Otto Roe")]),
    ("Otto Roe repeated his walk to the mill.", []),
    ("Otto Roe, not Ines Falk, said it was late.", [("it was late", "Otto Roe")]),
    ("It was Otto Roe, not Ines Falk, who said it was late.", [("it was late", "Otto Roe")]),
    ("Neither Otto Roe nor Ines Falk said it was late.", []),
    ("Otto Roe, unlike Ines Falk, said it was late.", [("it was late", "Otto Roe")]),
]
# of whom nobody is named
SEVERAL = [
    ("Historians note that there was no such form.", [("there was no such form", None)]),
    ("Groups pushing for change argue that it is late.", [("it is late", None)]),
    ("Many in the audience said they were cold.", [("they were cold", None)]),
    ("But privately several admitted they were cold.", [("they were cold", None)]),
    ("“It was late,” said one of those people.", [("“It was late,”", None)]),
    (
        "The bill is dead, three sources familiar with the plan tell the Post.",
        [("The bill is dead", None)],
    ),
    ("“It is late,” the ad, paid for by the mill, warns.", [("“It is late,”", None)]),
    ("The police union, Lodge 77, urged the public to wait.", [("to wait", "Lodge 77")]),
]


@pytest.mark.parametrize(
    ("text", "expected"), BEGINNINGS + DEEDS + TITLES + GLOSSES + AGAIN + SEVERAL
)
def test_what_is_said_is_found(text: str, expected: list[tuple[str, str | None]]) -> None:
    found = find_quotes(text)
    assert [(text[slice(*one.span)], one.speaker) for one in found] == expected
