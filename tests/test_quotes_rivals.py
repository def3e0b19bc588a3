"""Nobody is named where another may be meant as well."""

import pytest

from index.quotes import find_quotes

# each with the speaker of the last utterance
RIVALS = [
    # a surname of two: whoever is named so far, and who has been called by it alone
    (
        "Governor Josphat Falk lost. Mr Falk said it was late. Leader Daniel Falk, no kin, left.",
        "Josphat Falk",
    ),
    (
        "Ines Falk, 58, came. Falk left. Otto Falk, her cousin, said it was late. "
        "His wife, Jean, said it was cold. Falk stood on the slip and said it was time.",
        None,
    ),
    (
        "Ines Falk, 58, came. Falk left. Otto Falk, her cousin, said it was late. "
        "Falk said it was cold.",
        "Otto Falk",
    ),
    # a pronoun behind somebody whose boat, or whose name, came in between
    ("Otto Falk left. Emil Brandt's boat sank. He said it was late.", None),
    ("Otto Falk left. The boat sank. He said it was late.", "Otto Falk"),
    # an epithet that would fit another just named
    (
        "Ines Falk hailed Otto Brandt as a hero. The striker said it was late.",
        None,
    ),
    # an organisation behind which another came
    (
        "Larch House is run by Bellwether Care. In a statement the company said it was late.",
        None,
    ),
    (
        "Larch House is closed. In a statement the company said it was late.",
        "Larch House",
    ),
    (
        "Skarn Airport is shut, according to the air traffic service NASC. It said it was late.",
        "NASC",
    ),
    (
        "Norvik Bearings left. The Environment Agency said it was late. "
        "The company was fined twice. It said it was sorry.",
        None,
    ),
    # somebody without a name who has just spoken
    (
        "Professor Aidan Falk said it was cold.\n\n"
        'One nurse at St Brendan\'s, who left, said it was bad. "I went home," she said.',
        None,
    ),
    # a league of states is no group that a paragraph goes on about
    (
        "Rebels took Skarn, according to the United Nations.\n\n"
        "In a statement the group said it was late.",
        None,
    ),
    # nobody gives the name of an agency that is told of by what it is for
    ("The federal food safety agency closed it. The agency said it was late.", None),
    ("The foreign ministry closed it. The ministry said it was late.", "foreign ministry"),
    # an army is not what it is accused of
    ("The rebels accused the army of killing 31 men. The army said it was late.", None),
    # a lawyer does not speak in an indictment that he has just told of
    (
        "Otto Brandt, his lawyer, called the indictment “a poor piece of work”.\n\n"
        "The indictment alleges that it was late.",
        None,
    ),
    ("Otto Brandt said he had sent a letter. The letter said it was late.", "Otto Brandt"),
    # a firm is not somebody with a title
    ("She worked at Brandt Capital. “It is late,” Mr Brandt said.", "Brandt"),
    # nobody knows of two strangers which is she, nor of one who was told of long before
    ("Zalmo Vetris met Torlin Dakmo in Skarn. “It is late,” she said.", None),
    ("Zalmo Vetris left the hall in Skarn. “It is late,” she said.", "Zalmo Vetris"),
    ("Zalmo Vetris left. The hall was cold. Rain fell. “It is late,” she said.", None),
    # a surname is completed by the only word that may be a given name before it
    (
        "The cabinet of Prime Minister Zalmo Vetris fell. Ms Vetris said it was late.",
        "Zalmo Vetris",
    ),
    ("A friend of Otto Vetris came. Mrs Vetris said it was late.", "Vetris"),
    ("Libertarian Zalmo Vetris said it was late.", "Zalmo Vetris"),
    # an office is no name, and half a name is not one either
    ("The CM came to Holm. “It is late,” CM said.", None),
    ("“It is late,” EU said.", "EU"),
    ("Van ’t Roe came to Holm. “It is late,” Van said.", None),
    # a club is nobody who could be "he"
    ("Harwick Rovers lost. Nobody spoke. He said it was late.", None),
]


@pytest.mark.parametrize(("text", "speaker"), RIVALS)
def test_nobody_rather_than_somebody_wrong(text: str, speaker: str | None) -> None:
    assert find_quotes(text, lang="en")[-1].speaker == speaker
