"""Whom a pronoun, a role or a surname means from sentence to sentence, as tables of texts."""

import pytest

from index.quotes import find_quotes

OTTO = "Otto Brandt said it was cold. "

FOLLOWED = [
    # whom the sentence before is about
    (
        OTTO + 'In the women\'s race Ines Falk won. "The wind was up," she said.',
        [("it was cold", "Otto Brandt"), ('"The wind was up,"', "Ines Falk")],
    ),
    (
        'Ms Roe\'s brother, Emrys Roe, rejected it. "Which half?" he asked.',
        [('"Which half?"', "Emrys Roe")],
    ),
    (
        'His only neighbour is the potter Thea Sand. "I signal," she tells me.',
        [('"I signal,"', "Thea Sand")],
    ),
    (
        "Otto Brandt resigned. The finance minister, Aodhan Bell, stayed. He said it was hard.",
        [("it was hard", "Aodhan Bell")],
    ),
    (
        'When the river rose, Ines Falk ran to the roof. "It is my bank," she says.',
        [('"It is my bank,"', "Ines Falk")],
    ),
    (
        "Dr Ada Roe said it was late. Her co-author, Tom Ellis of Leeds University, agreed. "
        '"We ran it again," he said.',
        [("it was late", "Ada Roe"), ('"We ran it again,"', "Tom Ellis")],
    ),
    # titles before a name, of the police, of teams and of families
    ("Garda Ines Falk said it was late.", [("it was late", "Ines Falk")]),
    ("Det Supt Ines Falk said it was late.", [("it was late", "Ines Falk")]),
    ("Substitute Ines Falk said it was late.", [("it was late", "Ines Falk")]),
    ("Winemaker Ines Falk said it was late.", [("it was late", "Ines Falk")]),
    ("Mayor Ines Falk came. Cr Falk said it was late.", [("it was late", "Ines Falk")]),
    ("Aunty Ines Falk came. Aunty Ines said it was late.", [("it was late", "Ines Falk")]),
    ("Sir Neil Falk came. Sir Neil said it was late.", [("it was late", "Neil Falk")]),
    (
        "Minister Otto Brandt met President Erik Roe. The president said it was late.",
        [("it was late", "Erik Roe")],
    ),
    (
        "The officer leading the case, Ines Falk, said it was late.",
        [("it was late", "Ines Falk")],
    ),
    ("Ines Falk said that was false.", [("that was false", "Ines Falk")]),
    # one of two with one surname, one role, or none
    (
        'Ines and Lee Falk\'s daughter came. "I saw," Mrs Falk said. "So did I," Mr Falk said.',
        [('"I saw,"', "Ines Falk"), ('"So did I,"', "Lee Falk")],
    ),
    (
        "Senator Otto Brandt and Senator Erik Roe spoke. The senator said it was late.",
        [("it was late", None)],
    ),
    (
        "A teacher, Ines Falk, said it was late. A second teacher said it was cold. "
        "The teacher said it was early.",
        [("it was late", "Ines Falk"), ("it was cold", None), ("it was early", None)],
    ),
    (
        "Actor Ines Falk said it was late. Here is every actor who came. Mayor Ada Roe said it "
        "was cold. She said it was early.",
        [("it was late", "Ines Falk"), ("it was cold", "Ada Roe"), ("it was early", "Ada Roe")],
    ),
    # whoever only hears what is said, and whoever only ends another's sentence
    (
        "The witness told Otto Brandt it was late. He said it was cold.",
        [("it was late", None), ("it was cold", None)],
    ),
    (
        "Otto Brandt said it was late. According to documents, a manager warned Erik Roe that it "
        'was cold. He added: "We are lost."',
        [
            ("it was late", "Otto Brandt"),
            ("a manager warned Erik Roe that it was cold", None),
            ('"We are lost."', None),
        ],
    ),
    (
        "A letter for Ines Falk was signed by Ada Roe, who said it was late. She left. "
        "She said it was cold.",
        [("it was late", "Ada Roe"), ("it was cold", None)],
    ),
    (
        'Ada Roe said it was late. Ines Falk came. Ada Roe left. I ask Falk why. "Why not?" she '
        "says.",
        [("it was late", "Ada Roe"), ('"Why not?"', "Ines Falk")],
    ),
    # what stands before a colon or a dash, and organisations that come later
    (
        "Skarn: Amid a row over the Holm–Skarn line, Mayor Ines Falk left and said it was late.",
        [("it was late", "Ines Falk")],
    ),
    (
        "The inquiry said it was late. It was no public inquiry, Ines Falk said.",
        [("it was late", None), ("It was no public inquiry", "Ines Falk")],
    ),
    (
        "Ines Falk, who joined the trust in 2022, left. The trust said it was late.",
        [("it was late", None)],
    ),
    # another's sentence behind the end of a quotation
    (
        '"It is late," Ines Falk said. "It is cold." Brandt promised to shut.',
        [('"It is late,"', "Ines Falk"), ('"It is cold."', "Ines Falk"), ("to shut", "Brandt")],
    ),
    # nouns that are verbs as well
    ("It burned, according to the fire agency.", [("It burned", "fire agency")]),
    # whom a noun and a name, or two titles, say
    (
        "“It is late,” the farmer in the film, Otto Brandt, said with a laugh when we met.",
        [("“It is late,”", "Otto Brandt")],
    ),
    (
        "“It is late,” said the committee's chair, the Labour MP Ines Falk.",
        [("“It is late,”", "Ines Falk")],
    ),
    ("“It is late,” rued Ines Falk.", [("“It is late,”", "Ines Falk")]),
    ("Ines Falk has maintained it asked for help.", [("it asked for help", "Ines Falk")]),
    (
        "Judge Ines Falk ordered Holm Ltd to stop all work.",
        [("to stop all work", "Ines Falk")],
    ),
    ("Ines Falk ordered all flights to be diverted. She ordered tea.", []),
    (
        "Ines Falk agreed that it was late and accepted that she had left.",
        [("it was late", "Ines Falk"), ("she had left", "Ines Falk")],
    ),
    ("Transport operators have threatened to strike.", [("to strike", None)]),
    (
        '"It is late," Ines Falk said. "It is cold." Brandt warned of a flood.',
        [('"It is late,"', "Ines Falk"), ('"It is cold."', "Ines Falk"), ("a flood", "Brandt")],
    ),
    # not said
    (
        "Ines Falk declared an emergency and said the port had shut.",
        [("the port had shut", "Ines Falk")],
    ),
    ("Ines Falk believes it is late.", []),
    # somebody without a name came up since
    (
        OTTO + 'Dana Zadeh recalled that her father had come. "They drank tea," he said.',
        [
            ("it was cold", "Otto Brandt"),
            ("her father had come", "Dana Zadeh"),
            ('"They drank tea,"', None),
        ],
    ),
    # roles that an honorific or an apposition tells
    ('Dr Ines Falk came. "It is late," the doctor said.', [('"It is late,"', "Ines Falk")]),
    (
        'The union closed. "It is late," said its president, Captain Ines Falk.',
        [('"It is late,"', "Ines Falk")],
    ),
    (
        "Her rival and friend Otto Brandt, who lost, said it was late.",
        [("it was late", "Otto Brandt")],
    ),
    # families
    (
        'Otto Brandt left. "He forgot," said his wife, Unni. His wife said it was late. '
        "Mrs Brandt said it was cold.",
        [
            ('"He forgot,"', "Unni Brandt"),
            ("it was late", "Unni Brandt"),
            ("it was cold", "Unni Brandt"),
        ],
    ),
    (
        "Otto Brandt left. Mr Brandt said it was late. His son, Erik Brandt, came. "
        '"It is early," Erik Brandt said. Mr Brandt said it was cold.',
        [
            ("it was late", "Otto Brandt"),
            ('"It is early,"', "Erik Brandt"),
            ("it was cold", "Otto Brandt"),
        ],
    ),
    (
        "Otto Brandt said it was late. Brandt's wife, Judge Carla Brandt, kept out of it. "
        'Brandt said: "It is cold."',
        [("it was late", "Otto Brandt"), ('"It is cold."', "Otto Brandt")],
    ),
    # "what he called": whoever is named before it in the sentence
    (
        "Otto Brandt left. Ines Falk came, with Mr Peter Roe denouncing what he called "
        '"a trap for us all".',
        [('"a trap for us all"', "Peter Roe")],
    ),
    (
        'Ines Falk wrote to Ada Roe about what she called "a trap for us all".',
        [('"a trap for us all"', None)],
    ),
    # whose message it is, stands before "in which"
    (
        "Dana Zadeh left. Otto Brandt read a note from the mayor, in which she urged calm.",
        [("calm", None)],
    ),
    (
        'A pupil, Maisie, 8, wrote to them. "Please stay," her letter read.',
        [('"Please stay,"', "Maisie")],
    ),
    # the clause behind "because" is its sentence's own
    (
        "There are two steps, and Abel Roe counts them because, he says, one is new.",
        [("one is new", "Abel Roe")],
    ),
    # a role tells a gender, but not that of an owner
    (
        'Otto Falk\'s sister, Sasha Falk, came. "It is late," she said.',
        [('"It is late,"', "Sasha Falk")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), FOLLOWED)
def test_they_are_followed(text: str, expected: list[tuple[str, str | None]]) -> None:
    found = find_quotes(text, lang="en")
    assert [(text[one.span.start : one.span.end], one.speaker) for one in found] == expected


def test_whoever_asks_in_an_interview_is_not_she() -> None:
    text = (
        "Alofa Sione spoke to Greta Blom.\n\nBlom: Is it late?\n\nSione: Yes.\n\n"
        'Something falls over. "That was a four," she remarks.\n\nBlom: Was it?\n\nSione: It was.'
    )
    spoken = {text[one.span.start : one.span.end]: one.speaker for one in find_quotes(text)}
    assert spoken['"That was a four,"'] == "Alofa Sione"


@pytest.mark.parametrize("verb", ["met", "on Friday nominated", "criticised"])
def test_a_verb_before_a_title_is_no_part_of_it(verb: str) -> None:
    text = f"Mayor Otto Brandt {verb} Judge Ines Falk. The judge said it was late."
    (found,) = find_quotes(text, lang="en")
    assert (found.speaker, found.role) == ("Ines Falk", "Judge")


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        (
            "Ines Falk said it would take a day, a figure Otto Brandt disputes.",
            "it would take a day",
        ),
        (
            "Ines Falk said it would cost a million, a third less than before.",
            "it would cost a million",
        ),
        ("Ines Falk denied that she had left, two hours after she was seen.", "she had left"),
        (
            "The port would close, the firms said on Monday, a move that was foreseen.",
            "The port would close",
        ),
        ("He counts the steps because, Ines Falk says, one is new.", "one is new"),
        ('Ines Falk urged "courage, and tea" — a reference to the storm.', '"courage, and tea"'),
        ("They sold the mill, which, Ines Falk said, was unsafe.", "was unsafe"),
    ],
)
def test_where_a_report_ends_or_begins_between_commas(text: str, reported: str) -> None:
    assert [text[one.span.start : one.span.end] for one in find_quotes(text)] == [reported]
