"""Who said what, as tables of (text, expected utterances)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.quotes import CONFIDENCE, Quote, find_quotes
from tests.shared_material import shared

SEED = shared("seeds", "000_2f85a63889c96156.txt")

# An utterance, its speaker, and how the speaker is known.
Expected = tuple[str, str | None, str]

FALK = "Ines Falk, the harbour master, arrived early. "
OTTO = "Otto Brandt runs the ferry. "

DIRECT = [
    # the speaker after, before, inside
    (
        '"We are closing the port," Ines Falk said.',
        [('"We are closing the port,"', "Ines Falk", "stated")],
    ),
    (
        '"We are closing the port," said Ines Falk.',
        [('"We are closing the port,"', "Ines Falk", "stated")],
    ),
    ('"We are closing it", said Ines Falk.', [('"We are closing it"', "Ines Falk", "stated")]),
    (
        'Ines Falk said: "We are closing the port."',
        [('"We are closing the port."', "Ines Falk", "stated")],
    ),
    (
        'Ines Falk said, "We are closing the port."',
        [('"We are closing the port."', "Ines Falk", "stated")],
    ),
    (
        '"We are closing," Ines Falk said, "because the wall has cracked."',
        [
            (
                '"We are closing," Ines Falk said, "because the wall has cracked."',
                "Ines Falk",
                "stated",
            )
        ],
    ),
    (
        '"We are closing," said Ines Falk, the harbour master. "The wall has cracked."',
        [
            ('"We are closing,"', "Ines Falk", "stated"),
            ('"The wall has cracked."', "Ines Falk", "inferred"),
        ],
    ),
    (
        'Said Ines Falk: "We are closing the port."',
        [('"We are closing the port."', "Ines Falk", "stated")],
    ),
    (
        '"Who pays for all this?" Ines Falk asked.',
        [('"Who pays for all this?"', "Ines Falk", "stated")],
    ),
    (
        '"Who pays for all this?" asked Ines Falk.',
        [('"Who pays for all this?"', "Ines Falk", "stated")],
    ),
    ('"Never again!" Ines Falk shouted on Monday.', [('"Never again!"', "Ines Falk", "stated")]),
    (
        '"We saw it coming. Nobody listened," Ines Falk told the council.',
        [('"We saw it coming. Nobody listened,"', "Ines Falk", "stated")],
    ),
    # titles and appositions
    (
        '"We are closing," said harbour master Ines Falk.',
        [('"We are closing,"', "Ines Falk", "stated")],
    ),
    (
        'Ines Falk, who runs the port, said "the wall has cracked badly".',
        [('"the wall has cracked badly"', "Ines Falk", "stated")],
    ),
    (
        'Ines Falk, 51, the harbour master, told reporters: "The wall has cracked."',
        [('"The wall has cracked."', "Ines Falk", "stated")],
    ),
    (
        'The harbour master, Ines Falk, said: "The wall has cracked."',
        [('"The wall has cracked."', "Ines Falk", "stated")],
    ),
    (
        'Transport Secretary Ines Falk said: "The wall has cracked."',
        [('"The wall has cracked."', "Ines Falk", "stated")],
    ),
    (
        'Bank of Norland governor Otto Brandt said: "Rates will stay where they are."',
        [('"Rates will stay where they are."', "Otto Brandt", "stated")],
    ),
    (
        '"Rates will stay," said Otto Brandt, governor of the Bank of Norland, on Friday.',
        [('"Rates will stay,"', "Otto Brandt", "stated")],
    ),
    (
        'Dr Ines Falk said: "The wall has cracked."',
        [('"The wall has cracked."', "Ines Falk", "stated")],
    ),
    (
        'Mr. Otto Brandt said: "The wall has cracked."',
        [('"The wall has cracked."', "Otto Brandt", "stated")],
    ),
    (
        'President Anna de Vries said: "We will rebuild the wall."',
        [('"We will rebuild the wall."', "Anna de Vries", "stated")],
    ),
    (
        'Jan van der Meer later told reporters: "We will rebuild."',
        [('"We will rebuild."', "Jan van der Meer", "stated")],
    ),
    (
        'Karim al-Hadi told the radio station: "We will rebuild it."',
        [('"We will rebuild it."', "Karim al-Hadi", "stated")],
    ),
    # later mentions
    (
        FALK + '"The wall has cracked," Falk said.',
        [('"The wall has cracked,"', "Ines Falk", "stated")],
    ),
    (
        FALK + '"The wall has cracked," Ms Falk said.',
        [('"The wall has cracked,"', "Ines Falk", "stated")],
    ),
    (
        FALK + '"The wall has cracked," said Ines.',
        [('"The wall has cracked,"', "Ines Falk", "stated")],
    ),
    (
        FALK + '"The wall has cracked," she said.',
        [('"The wall has cracked,"', "Ines Falk", "inferred")],
    ),
    (
        FALK + '"The wall has cracked," the harbour master said.',
        [('"The wall has cracked,"', "Ines Falk", "inferred")],
    ),
    (FALK + '"The wall has cracked," he said.', [('"The wall has cracked,"', None, "inferred")]),
    (
        FALK + OTTO + '"The wall has cracked," she said.',
        [('"The wall has cracked,"', "Ines Falk", "inferred")],
    ),
    (
        FALK + OTTO + '"The wall has cracked," he said.',
        [('"The wall has cracked,"', "Otto Brandt", "inferred")],
    ),
    (
        'John Reed met Mary Reed on the pier. "It was cold," Ms Reed said.',
        [('"It was cold,"', "Mary Reed", "stated")],
    ),
    (
        'John Reed met Mary Reed on the pier. "It was cold," John said.',
        [('"It was cold,"', "John Reed", "stated")],
    ),
    (
        'John Reed met Mary Reed on the pier. "It was cold," Reed said.',
        [('"It was cold,"', None, "stated")],
    ),
    (
        'Mary Reed was there too. "It was cold," John Reed said. "It rained," Reed added.',
        [('"It was cold,"', "John Reed", "stated"), ('"It rained,"', "John Reed", "stated")],
    ),
    # somebody mentioned, asked or asking is not the speaker
    (
        'Ines Falk told Otto Brandt: "The wall has cracked."',
        [('"The wall has cracked."', "Ines Falk", "stated")],
    ),
    (
        'In an interview with Otto Brandt, Ines Falk said: "The wall has cracked."',
        [('"The wall has cracked."', "Ines Falk", "stated")],
    ),
    (
        'Asked by Otto Brandt about the wall, Ines Falk said: "It has cracked."',
        [('"It has cracked."', "Ines Falk", "stated")],
    ),
    (
        '"The wall has cracked," Ines Falk told the Daily News.',
        [('"The wall has cracked,"', "Ines Falk", "stated")],
    ),
    (
        '"The wall has cracked," Ines Falk said of the pier that Otto Brandt built.',
        [('"The wall has cracked,"', "Ines Falk", "stated")],
    ),
    (
        'A letter to Ines Falk said: "The wall has cracked."',
        [],
    ),
    (
        'Ines Falk\'s lawyer, Otto Brandt, said: "We will appeal at once."',
        [('"We will appeal at once."', "Otto Brandt", "stated")],
    ),
    (
        FALK + '"We will appeal at once," Falk\'s lawyer said.',
        [('"We will appeal at once,"', None, "inferred")],
    ),
    (
        FALK + '"We will appeal at once," her lawyer said.',
        [('"We will appeal at once,"', None, "inferred")],
    ),
    (
        'Ines Falk and Otto Brandt said: "We will rebuild the wall."',
        [('"We will rebuild the wall."', None, "stated")],
    ),
    (
        FALK + '"We will appeal at once," a spokesman said.',
        [('"We will appeal at once,"', None, "inferred")],
    ),
    # posts, statements
    (
        'Ines Falk wrote on X: "The wall has cracked."',
        [('"The wall has cracked."', "Ines Falk", "stated")],
    ),
    (
        'Ines Falk said in a statement on Monday: "The wall has cracked."',
        [('"The wall has cracked."', "Ines Falk", "stated")],
    ),
    (
        '"The wall has cracked," Ines Falk said in a statement.',
        [('"The wall has cracked,"', "Ines Falk", "stated")],
    ),
    (
        'Ines Falk was quoted as saying "the wall has cracked badly".',
        [('"the wall has cracked badly"', "Ines Falk", "stated")],
    ),
    # colons without a verb
    ('Ines Falk: "The wall has cracked."', [('"The wall has cracked."', "Ines Falk", "stated")]),
    (
        FALK + 'Falk was blunt: "The wall has cracked."',
        [('"The wall has cracked."', "Ines Falk", "stated")],
    ),
    (FALK + "\n\nFalk: We close tonight.", [("We close tonight", "Ines Falk", "stated")]),
    # several speakers
    (
        '"It is safe," said Ines Falk, but Otto Brandt said: "It is not safe."',
        [('"It is safe,"', "Ines Falk", "stated"), ('"It is not safe."', "Otto Brandt", "stated")],
    ),
    (
        'Ines Falk said "it is quite safe", while Otto Brandt said "it is not safe".',
        [
            ('"it is quite safe"', "Ines Falk", "stated"),
            ('"it is not safe"', "Otto Brandt", "stated"),
        ],
    ),
    # paragraphs
    (
        '"The wall has cracked," Ines Falk said.\n\n'
        '"We must rebuild it now.\n\n"There is no time," she added.',
        [
            ('"The wall has cracked,"', "Ines Falk", "stated"),
            ('"We must rebuild it now.\n\n"There is no time,"', "Ines Falk", "inferred"),
        ],
    ),
    (
        'Ines Falk said: "The wall has cracked.\n\n"We must rebuild it."',
        [('"The wall has cracked.\n\n"We must rebuild it."', "Ines Falk", "stated")],
    ),
    (
        "Ines Falk said: “The wall has cracked.\n\n“We must rebuild it.\n\n“There is no time.”",
        [
            (
                "“The wall has cracked.\n\n“We must rebuild it.\n\n“There is no time.”",
                "Ines Falk",
                "stated",
            )
        ],
    ),
    # nested
    (
        "\"She told me 'never again' and left,\" Ines Falk said.",
        [("\"She told me 'never again' and left,\"", "Ines Falk", "stated")],
    ),
    (
        "‘She told me “never again” and left,’ Ines Falk said.",
        [("‘She told me “never again” and left,’", "Ines Falk", "stated")],
    ),
    # the quotation is the sentence's object
    (
        'Ines Falk described the plan as "a disgrace to us all".',
        [('"a disgrace to us all"', "Ines Falk", "stated")],
    ),
    (
        'Ines Falk called the wall "a danger to everyone on board".',
        [('"a danger to everyone on board"', "Ines Falk", "stated")],
    ),
    # one utterance, half reported
    (
        'Ines Falk told reporters that the wall was "beyond any hope of repair".',
        [('"beyond any hope of repair"', "Ines Falk", "stated")],
    ),
    (
        'Ines Falk painted a dark picture, saying the wall was "beyond any repair".',
        [('"beyond any repair"', "Ines Falk", "stated")],
    ),
    (
        'Ines Falk thanked the crew and said: "The wall has cracked."',
        [('"The wall has cracked."', "Ines Falk", "stated")],
    ),
]

MARKS = [
    "“The wall has cracked,”",
    "‘The wall has cracked,’",
    "'The wall has cracked,'",
    "«The wall has cracked»,",
    "« The wall has cracked »,",
    "»The wall has cracked«,",
    "„The wall has cracked“,",
    "„The wall has cracked”,",
    "‚The wall has cracked‘,",
    "‹The wall has cracked›,",
    "”The wall has cracked”,",
    "「The wall has cracked」",
    "『The wall has cracked』",
    "``The wall has cracked,''",
    "'The wall's cracked, isn't it,'",
    "‘The boys’ wall has cracked,’",
]

REPORTED = [
    (
        "Ines Falk said that the wall had cracked.",
        [("the wall had cracked", "Ines Falk", "stated")],
    ),
    ("Ines Falk said the wall had cracked.", [("the wall had cracked", "Ines Falk", "stated")]),
    (
        "Ines Falk said on Monday that the wall had cracked.",
        [("the wall had cracked", "Ines Falk", "stated")],
    ),
    (
        "Ines Falk told the BBC in Norland that the wall had cracked.",
        [("the wall had cracked", "Ines Falk", "stated")],
    ),
    (
        "Ines Falk told reporters the wall had cracked.",
        [("the wall had cracked", "Ines Falk", "stated")],
    ),
    ("Ines Falk told him the wall had cracked.", [("the wall had cracked", "Ines Falk", "stated")]),
    ("The wall has cracked, Ines Falk said.", [("The wall has cracked", "Ines Falk", "stated")]),
    ("The wall has cracked, said Ines Falk.", [("The wall has cracked", "Ines Falk", "stated")]),
    (
        "The wall has cracked, said Ines Falk, the harbour master.",
        [("The wall has cracked", "Ines Falk", "stated")],
    ),
    (
        "The wall, Ines Falk said, has cracked beyond repair.",
        [("The wall, Ines Falk said, has cracked beyond repair", "Ines Falk", "stated")],
    ),
    (
        "According to Ines Falk, the wall has cracked.",
        [("the wall has cracked", "Ines Falk", "stated")],
    ),
    (
        "The wall has cracked, according to Ines Falk.",
        [("The wall has cracked", "Ines Falk", "stated")],
    ),
    (
        "The wall has cracked, according to Ines Falk, the harbour master.",
        [("The wall has cracked", "Ines Falk", "stated")],
    ),
    (
        "According to harbour master Ines Falk, the wall has cracked.",
        [("the wall has cracked", "Ines Falk", "stated")],
    ),
    (
        "The Lantern quoted Ines Falk as saying that the wall had cracked.",
        [("the wall had cracked", "Ines Falk", "stated")],
    ),
    (
        'Otto Meyer cited Ines Falk, the harbour master, as saying: "The wall has cracked."',
        [('"The wall has cracked."', "Ines Falk", "stated")],
    ),
    (
        "Ines Falk left. The Lantern quoted her as saying the wall had cracked.",
        [("the wall had cracked", "Ines Falk", "inferred")],
    ),
    (
        '"The wall has cracked," Otto Meyer quoted Ines Falk as saying.',
        [('"The wall has cracked,"', "Ines Falk", "stated")],
    ),
    (
        "Ines Falk was quoted by the Lantern as saying the wall had cracked.",
        [("the wall had cracked", "Ines Falk", "stated")],
    ),
    (
        "Ines Falk denied that the wall had cracked.",
        [("the wall had cracked", "Ines Falk", "stated")],
    ),
    ("Ines Falk denied taking any money.", [("taking any money", "Ines Falk", "stated")]),
    (
        "Ines Falk warned of floods along the coast.",
        [("floods along the coast", "Ines Falk", "stated")],
    ),
    (
        "Ines Falk warned residents that the wall could fall.",
        [("the wall could fall", "Ines Falk", "stated")],
    ),
    (
        "Ines Falk urged people to stay indoors.",
        [("to stay indoors", "Ines Falk", "stated")],
    ),
    (
        "Ines Falk called on the council to rebuild the wall.",
        [("to rebuild the wall", "Ines Falk", "stated")],
    ),
    (
        "Ines Falk called for an inquiry into the wall.",
        [("an inquiry into the wall", "Ines Falk", "stated")],
    ),
    ("Ines Falk vowed to rebuild the wall.", [("to rebuild the wall", "Ines Falk", "stated")]),
    ("Ines Falk insisted the wall was safe.", [("the wall was safe", "Ines Falk", "stated")]),
    (
        "Ines Falk added that the ferry would stop.",
        [("the ferry would stop", "Ines Falk", "stated")],
    ),
    (
        "Ines Falk has repeatedly argued that the wall is safe.",
        [("the wall is safe", "Ines Falk", "stated")],
    ),
    (
        "Ines Falk posted on X that the wall had cracked.",
        [("the wall had cracked", "Ines Falk", "stated")],
    ),
    (
        "Ines Falk said the wall had cracked, adding that the ferry would stop.",
        [
            ("the wall had cracked", "Ines Falk", "stated"),
            ("the ferry would stop", "Ines Falk", "stated"),
        ],
    ),
    (
        "Ines Falk said the wall was safe, but Otto Brandt said it was not safe.",
        [
            ("the wall was safe", "Ines Falk", "stated"),
            ("it was not safe", "Otto Brandt", "stated"),
        ],
    ),
    ('Ines Falk said the wall was "dead".', [('the wall was "dead"', "Ines Falk", "stated")]),
    (
        "Ines Falk said Otto Brandt had told her the wall was safe.",
        [("Otto Brandt had told her the wall was safe", "Ines Falk", "stated")],
    ),
    (
        FALK + "The harbour master said the ferry would stop.",
        [("the ferry would stop", "Ines Falk", "inferred")],
    ),
    (FALK + "She said the ferry would stop.", [("the ferry would stop", "Ines Falk", "inferred")]),
    (
        "A council spokesman said the ferry would stop.",
        [("the ferry would stop", None, "inferred")],
    ),
    ("Officials said the ferry would stop.", [("the ferry would stop", None, "inferred")]),
    ("Police say the ferry will stop.", [("the ferry will stop", None, "inferred")]),
    # organisations
    (
        "The Norland Foreign Ministry met on Monday. The ministry said the border was closed.",
        [("the border was closed", "Norland Foreign Ministry", "inferred")],
    ),
    (
        "The Harbour Trust said the ferry would stop.",
        [("the ferry would stop", "Harbour Trust", "stated")],
    ),
    (
        "The Norland Harbour Trust (NHT) owns it. The NHT said the ferry would stop.",
        [("the ferry would stop", "Norland Harbour Trust", "stated")],
    ),
    (
        "The Ministry of Defence said the border was closed.",
        [("the border was closed", "Ministry of Defence", "stated")],
    ),
    ("Norland said the border was closed.", [("the border was closed", "Norland", "stated")]),
]

REPORTED += [
    (text, [(said, "Ines Falk", "stated")])
    for text, said in [
        ("In the words of Ines Falk, the wall is the best of all.", "the wall is the best of all"),
        ("Ines Falk has vowed never to close the port.", "never to close the port"),
        ("Ines Falk promised not to close the port.", "not to close the port"),
        ("Ines Falk asked why nobody had warned her.", "why nobody had warned her"),
        ("Ines Falk wondered whether the wall would hold.", "whether the wall would hold"),
        ("Ines Falk explained how the wall had cracked.", "how the wall had cracked"),
        ("Ines Falk expressed hope that the wall would hold.", "hope that the wall would hold"),
        ("A statement by Ines Falk said the wall would hold.", "the wall would hold"),
        ("The wall will hold, insisted Ines Falk, 52, of Skarnholm.", "The wall will hold"),
        ("The wall will hold, according to a letter from Ines Falk.", "The wall will hold"),
        ("Ines Falk, who said the wall had cracked, was not there.", "the wall had cracked"),
        (
            "Ines Falk, who was quoted by the Lantern as saying the wall had cracked, has left.",
            "the wall had cracked",
        ),
    ]
]  # fmt: skip

FOLLOWED = [
    (
        'Otto Brandt\'s boat sank on Monday. "I cried," Brandt said.',
        [('"I cried,"', "Otto Brandt", "stated")],
    ),
    (
        'Ines Falk\'s verdict: "The wall will hold."',
        [('"The wall will hold."', "Ines Falk", "stated")],
    ),
    # whom the text is about, or who spoke, last
    (
        'Mary Reed runs the port. "It was cold," Mary Reed said.\n\n'
        'John Reed, who fishes, stayed away. "It rained," Reed said.',
        [('"It was cold,"', "Mary Reed", "stated"), ('"It rained,"', "John Reed", "stated")],
    ),
    (
        "The harbour master, Ines Falk, met the coxswain, Tobias Falk. "
        '"It was cold," the coxswain said.',
        [('"It was cold,"', "Tobias Falk", "inferred")],
    ),
    (
        "The harbour master, Ines Falk, had closed the port. "
        '"It was cold," Falk said. Tobias Falk left.',
        [('"It was cold,"', "Ines Falk", "stated")],
    ),
    (
        '"It was cold," said Ines Falk. A woman in the crowd disagreed. "It was hot," she said.',
        [('"It was cold,"', "Ines Falk", "stated"), ('"It was hot,"', None, "inferred")],
    ),
    (
        '"It was cold," said Ines Falk. Dahl disagreed. "It was hot," he said.',
        [('"It was cold,"', "Ines Falk", "stated"), ('"It was hot,"', None, "inferred")],
    ),
    (
        'Ines Falk came. Quill Brandt had been invited, she said. "It was cold," she added.',
        [
            ("Quill Brandt had been invited", "Ines Falk", "inferred"),
            ('"It was cold,"', "Ines Falk", "inferred"),
        ],
    ),
    (
        "Sound Line will stop its ferries. The company said it was cold.",
        [("it was cold", "Sound Line", "inferred")],
    ),
    (
        'Sound Line will stop its ferries. "It was cold," it said.',
        [('"It was cold,"', "Sound Line", "inferred")],
    ),
    (
        'The Harbour Trust met. His association wrote a letter. "It was cold," it said.',
        [('"It was cold,"', None, "inferred")],
    ),
    (
        "The foreign ministry met. The ministry said it was cold.",
        [("it was cold", "foreign ministry", "inferred")],
    ),
    (
        "Norland's foreign ministry said it was cold.",
        [("it was cold", "Norland's foreign ministry", "stated")],
    ),
    (
        "Ines Falk left early. It was cold, according to her.",
        [("It was cold", "Ines Falk", "inferred")],
    ),
    (
        "Ines Falk left early. It was cold, according to her model.",
        [("It was cold", "Ines Falk", "inferred")],
    ),
    (
        "Ines Falk left early. It was cold, according to her lawyer.",
        [("It was cold", None, "inferred")],
    ),
    (
        "Prime Minister Anna Berg met Finance Minister Ola Dahl. "
        "The prime minister said it was cold.",
        [("it was cold", "Anna Berg", "inferred")],
    ),
    (
        "Foreign Minister Anna Berg arrived. The defence minister said it was cold.",
        [("it was cold", None, "inferred")],
    ),
    (
        "Ines Falk stepped up.\n\nFalk: We close. It is late.\n\nIt rained.",
        [("We close. It is late", "Ines Falk", "stated")],
    ),
    (
        'Ines Falk said it was cold.\n\n"It rained all night long."',
        [
            ("it was cold", "Ines Falk", "stated"),
            ('"It rained all night long."', "Ines Falk", "inferred"),
        ],
    ),
    (
        '"Was it very cold?" Ines Falk asked.\n\n"It rained all night long."',
        [
            ('"Was it very cold?"', "Ines Falk", "stated"),
            ('"It rained all night long."', None, "inferred"),
        ],
    ),
    # the shapes of sentences
    (
        "It was cold, said the wherryman, Ines Falk.",
        [("It was cold", "Ines Falk", "stated")],
    ),
    (
        "In the hall, Ines Falk, who ran the port, said it was cold.",
        [("it was cold", "Ines Falk", "stated")],
    ),
    (
        '"It was cold" was said by Tobias Falk, not by Ines Falk.',
        [('"It was cold"', "Tobias Falk", "stated")],
    ),
    (
        '"It was cold," Ines Falk was quoted by the radio as saying.',
        [('"It was cold,"', "Ines Falk", "stated")],
    ),
    ("As Ines Falk said, it was cold.", [("it was cold", "Ines Falk", "stated")]),
    ("Ines Falk went on to say that it was cold.", [("it was cold", "Ines Falk", "stated")]),
    ("Ines Falk will tell parliament that it was cold.", [("it was cold", "Ines Falk", "stated")]),
    ("Ines Falk, however, said it was cold.", [("it was cold", "Ines Falk", "stated")]),
    ("Ines Falk, via a spokesman, said it was cold.", [("it was cold", "Ines Falk", "stated")]),
    ("Ines Falk (51) said it was cold.", [("it was cold", "Ines Falk", "stated")]),
    ("Sen. Otto Brandt, R-Norland, said it was cold.", [("it was cold", "Otto Brandt", "stated")]),
    ("A tearful Ines Falk said it was cold.", [("it was cold", "Ines Falk", "stated")]),
    ("Ines Falk told the council to wait.", [("to wait", "Ines Falk", "stated")]),
    (
        "It was cold, he added, and the wind was strong. Ines Falk left.",
        [("It was cold, he added, and the wind was strong", None, "inferred")],
    ),
    (
        "It was cold, said Ines Falk, and left the room.",
        [("It was cold", "Ines Falk", "stated")],
    ),
    (
        "HULL, 3 May - It was cold, the council said.",
        [("It was cold", None, "inferred")],
    ),
    (
        'Ines Falk, in a letter to Otto Brandt, wrote: "It was cold."',
        [('"It was cold."', "Ines Falk", "stated")],
    ),
    ('Ines Falk replied to Otto Brandt: "Never."', [('"Never."', "Ines Falk", "stated")]),
    (
        "Ines Falk and her deputy, Otto Brandt, said it was cold.",
        [("it was cold", None, "stated")],
    ),
    (
        "A senior official who asked not to be named said it was cold.",
        [("it was cold", None, "inferred")],
    ),
    (
        "> “It was cold,” said [Ines Falk](https://www.example.com/).",
        [("“It was cold,”", "Ines Falk", "stated")],
    ),
    ("**Ines Falk:** “It was cold.”", [("“It was cold.”", "Ines Falk", "stated")]),
]

NOTHING = [
    "Ines Falk asked not to be named.",
    "Ines Falk was asked whether the wall would hold.",
    "Ines Falk's boat: a tub with a sail.",
    "",
    "   \n\n  ",
    '"',
    '""""',
    "Nobody spoke.",
    'The plan showed a new "willingness" to talk.',
    'Critics of the so-called "harbour tax" stayed away.',
    "Ines Falk did not say when the ferry would stop.",
    "Ines Falk declined to say when the ferry would stop.",
    "Ines Falk refused to comment on the ferry.",
    "Ines Falk was told that the ferry would stop.",
    "It is said that the ferry will stop.",
    "Ines Falk said nothing.",
    "Ines Falk said goodbye to the crew.",
    "Ines Falk added salt to the soup.",
    "Ines Falk claimed the title in May.",
    "The report by Ines Falk is long.",
    "The United States and Norland met on Monday.",
    'The book is called "Night Boats".',
    'He was six foot 2" tall.',
    "'Tis the boys' boat, isn't it, and the girls' too.",
    "Everything went according to plan.",
    "If Ines Falk says it is cold, it is cold.",
    "What Ines Falk said was true.",
    "Ines Falk never said that it was cold.",
    "Did Ines Falk say it was cold?",
    "According to the Falk family, it was cold.",
    'Ines Falk pointed to a sign: "No boats after dark please."',
    'Ines Falk wrote "The Long Way Home", a novel.',
    'The song "Cold and Long Night" was sung.',
    "Ultimately, saying so helps nobody at all.",
    "Residents were warned that it was cold.",
]


def shown(text: str, lang: str | None = "en") -> list[Expected]:
    return [
        (quote.span.of(text), quote.speaker, quote.attribution)
        for quote in find_quotes(text, lang=lang)
    ]


@pytest.mark.parametrize(("text", "expected"), DIRECT)
def test_direct_speech_is_its_speakers(text: str, expected: list[Expected]) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(("text", "expected"), FOLLOWED)
def test_a_speaker_is_followed_through_the_article(text: str, expected: list[Expected]) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(("text", "expected"), REPORTED)
def test_reported_speech_is_its_speakers(text: str, expected: list[Expected]) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize("text", NOTHING)
def test_what_nobody_says_is_no_utterance(text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize("marked", MARKS)
def test_every_style_of_quotation_marks_is_read(marked: str) -> None:
    utterance = marked if marked[-1] != "," else marked[:-1]
    assert shown(f"{marked} said Ines Falk on Monday.") == [(utterance, "Ines Falk", "stated")]


GERMAN = [
    (
        "Ines Falk kündigte an, die Stadt werde das Schiff kaufen.",
        [("die Stadt werde das Schiff kaufen", "Ines Falk", "stated")],
    ),
    (
        "„Wir schließen den Hafen“, sagte Ines Falk.",
        [("„Wir schließen den Hafen“", "Ines Falk", "stated")],
    ),
    (
        "»Wir schließen den Hafen«, sagte Ines Falk am Montag.",
        [("»Wir schließen den Hafen«", "Ines Falk", "stated")],
    ),
    (
        "Ines Falk sagte: „Wir schließen den Hafen.“",
        [("„Wir schließen den Hafen.“", "Ines Falk", "stated")],
    ),
    (
        "„Wir schließen“, sagte Hafenmeisterin Ines Falk, „weil die Mauer bricht.“",
        [
            (
                "„Wir schließen“, sagte Hafenmeisterin Ines Falk, „weil die Mauer bricht.“",
                "Ines Falk",
                "stated",
            )
        ],
    ),
    (
        "Ines Falk sagte, der Hafen werde schließen.",
        [("der Hafen werde schließen", "Ines Falk", "stated")],
    ),
    (
        "Der Hafen werde schließen, sagte Ines Falk.",
        [("Der Hafen werde schließen", "Ines Falk", "stated")],
    ),
    (
        "Ines Falk erklärte, dass der Hafen schließe.",
        [("der Hafen schließe", "Ines Falk", "stated")],
    ),
    (
        "Laut Ines Falk wird der Hafen geschlossen.",
        [("wird der Hafen geschlossen", "Ines Falk", "stated")],
    ),
    (
        "Am Montag sagte Ines Falk, der Hafen werde schließen.",
        [("der Hafen werde schließen", "Ines Falk", "stated")],
    ),
    (
        "Der Sprecher Otto Brandt kam spät. „Die Mauer bricht“, sagte Brandt.",
        [("„Die Mauer bricht“", "Otto Brandt", "stated")],
    ),
    (
        "Der Sprecher Otto Brandt kam spät. „Die Mauer bricht“, sagte er.",
        [("„Die Mauer bricht“", "Otto Brandt", "inferred")],
    ),
]

FRENCH = [
    (
        "Ines Falk est arrivée. « Le froid, dit-elle, est une opinion. »",
        [("« Le froid, dit-elle, est une opinion. »", "Ines Falk", "inferred")],
    ),
    (
        "Ines Falk est partie. Selon elle, le port fermera lundi.",
        [("le port fermera lundi", "Ines Falk", "inferred")],
    ),
    (
        "« Nous fermons le port », a déclaré Ines Falk.",
        [("« Nous fermons le port »", "Ines Falk", "stated")],
    ),
    (
        "« Nous fermons le port », dit Ines Falk.",
        [("« Nous fermons le port »", "Ines Falk", "stated")],
    ),
    (
        "Ines Falk a dit : « Nous fermons le port. »",
        [("« Nous fermons le port. »", "Ines Falk", "stated")],
    ),
    ("Ines Falk a affirmé que le port fermerait.", [("le port fermerait", "Ines Falk", "stated")]),
    ("Ines Falk a dit qu'il fermerait le port.", [("il fermerait le port", "Ines Falk", "stated")]),
    ("Selon Ines Falk, le port fermera lundi.", [("le port fermera lundi", "Ines Falk", "stated")]),
    (
        "D'après Ines Falk, le port fermera lundi.",
        [("le port fermera lundi", "Ines Falk", "stated")],
    ),
    (
        "Le port fermera lundi, a annoncé Ines Falk.",
        [("Le port fermera lundi", "Ines Falk", "stated")],
    ),
    (
        "Ines Falk est arrivée. « Le mur est fissuré », a-t-elle ajouté.",
        [("« Le mur est fissuré »", "Ines Falk", "inferred")],
    ),
    (
        "Le ministre Otto Brandt est arrivé. « Le mur est fissuré », dit-il.",
        [("« Le mur est fissuré »", "Otto Brandt", "inferred")],
    ),
    (
        "Ines Falk est arrivée.\n\n— Nous fermons le port, dit Ines Falk.",
        [("Nous fermons le port,", "Ines Falk", "stated")],
    ),
]

SPANISH = [
    ("«Cerramos el puerto», dijo Ines Falk.", [("«Cerramos el puerto»", "Ines Falk", "stated")]),
    ("“Cerramos el puerto”, afirmó Ines Falk.", [("“Cerramos el puerto”", "Ines Falk", "stated")]),
    ("Ines Falk dijo: «Cerramos el puerto».", [("«Cerramos el puerto»", "Ines Falk", "stated")]),
    ("Ines Falk dijo que el puerto cerraría.", [("el puerto cerraría", "Ines Falk", "stated")]),
    (
        "Según Ines Falk, el puerto cerrará el lunes.",
        [("el puerto cerrará el lunes", "Ines Falk", "stated")],
    ),
    (
        "El puerto cerrará el lunes, dijo Ines Falk.",
        [("El puerto cerrará el lunes", "Ines Falk", "stated")],
    ),
    (
        "—Cerramos el puerto —dijo Ines Falk—. El muro se rompe.",
        [("Cerramos el puerto —dijo Ines Falk—. El muro se rompe.", "Ines Falk", "stated")],
    ),
    (
        "Ines Falk dijo que el puerto cerraría. Añadió que el muro se rompe.",
        [
            ("el puerto cerraría", "Ines Falk", "stated"),
            ("el muro se rompe", "Ines Falk", "inferred"),
        ],
    ),
    (
        "El alcalde Otto Brandt llegó tarde. «El muro se rompe», dijo el alcalde.",
        [("«El muro se rompe»", "Otto Brandt", "inferred")],
    ),
    (
        "El alcalde Otto Brandt llegó tarde. «El muro se rompe», dijo Brandt.",
        [("«El muro se rompe»", "Otto Brandt", "stated")],
    ),
]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        (lang, text, expected)
        for lang, table in (("de", GERMAN), ("fr", FRENCH), ("es", SPANISH))
        for text, expected in table
    ],
)
def test_other_languages_say_it_their_way(lang: str, text: str, expected: list[Expected]) -> None:
    assert shown(text, lang) == expected
    assert shown(text, None) == expected, "the language is told from the text"


ROLES = [
    ("On Monday evening Energy Minister Ines Falk said it would hold.", "Energy Minister"),
    (
        "Foreign ministry spokesman Otto Brandt said the border was closed.",
        "Foreign ministry spokesman",
    ),
    ("But foreign ministry spokesman Otto Brandt said it was shut.", "foreign ministry spokesman"),
    ('"It is shut," said Otto Brandt, the harbour master.', "harbour master"),
    ('"It is shut," said Otto Brandt, 61, a retired teacher.', "retired teacher"),
    ("Otto Brandt, head of the ferry company, said it was shut.", "head of the ferry company"),
    ("Otto Brandt, who runs the ferry, said it was shut.", None),
    ("Otto Brandt, the mayor, left. Brandt said it was shut.", "mayor"),
    ("Mr Brandt said it was shut.", None),
    ("A council spokesman said it was shut.", "council spokesman"),
    (
        "The United Harbours chief executive, Otto Brandt, said it was shut.",
        "United Harbours chief executive",
    ),
]


@pytest.mark.parametrize(("text", "role"), ROLES)
def test_a_role_is_what_the_article_states(text: str, role: str | None) -> None:
    assert [quote.role for quote in find_quotes(text)] == [role]


def test_the_sentence_that_names_the_speaker_is_given() -> None:
    text = "Ines Falk arrived. It rained. She said the ferry would stop."
    (quote,) = find_quotes(text)
    assert quote.named_in is not None
    assert quote.named_in.of(text) == "Ines Falk arrived."
    assert quote.sentences.of(text) == "She said the ferry would stop."


def test_a_continued_quotation_is_shown_with_the_sentence_that_attributes_it() -> None:
    text = 'It rained. "We close," said Ines Falk. "The wall has cracked." It rained.'
    continued = find_quotes(text)[1]
    assert continued.rule == "continued"
    assert continued.sentences.of(text) == '"We close," said Ines Falk. "The wall has cracked."'


def test_a_headline_gives_names_and_no_spans() -> None:
    text = 'Falk said: "The wall has cracked."'
    (quote,) = find_quotes(text, title="Ines Falk: wall has cracked beyond repair")
    assert quote.speaker == "Ines Falk"
    assert quote.named_in is None


def test_every_rule_has_a_confidence() -> None:
    for text, _ in DIRECT + REPORTED + FOLLOWED:
        for quote in find_quotes(text):
            assert quote.rule in CONFIDENCE
            assert 0 <= quote.confidence <= 1


def test_all_spans_lie_in_the_text_and_in_order() -> None:
    for text, _ in DIRECT + REPORTED + FOLLOWED:
        quotes = find_quotes(text)
        assert quotes == sorted(quotes, key=lambda quote: quote.span.start)
        for quote in quotes:
            assert quote.sentences.contains(quote.span)
            assert 0 <= quote.span.start < quote.span.end <= len(text)
            assert quote.rule == "continued" or quote.cue in quote.sentences.of(text)


def test_a_minister_and_a_spokesman_of_one_surname_are_told_apart() -> None:
    if SEED is None:
        pytest.skip("the article is not beside the repository")
    text = SEED.read_text(encoding="utf-8")
    quotes = find_quotes(text)
    by_speaker: dict[str | None, list[Quote]] = {}
    for quote in quotes:
        by_speaker.setdefault(quote.speaker, []).append(quote)
    assert set(by_speaker) - {None} == {"Wang Wenbin", "Sergei Lavrov"}
    spokesman = by_speaker["Wang Wenbin"]
    assert [quote.cue for quote in spokesman] == ["told", "added", "said"]
    assert {quote.role for quote in spokesman} == {"foreign ministry spokesman"}
    assert {quote.attribution for quote in spokesman} == {"stated"}
    assert all("Wang Wenbin" in (quote.named_in or quote.span).of(text) for quote in spokesman)
    assert [quote.cue for quote in by_speaker["Sergei Lavrov"]] == ["saying", "said"]
    assert not any("Kabul" in quote.sentences.of(text) for quote in quotes)


PLAIN = "The old ferry left the quay at noon with nineteen people on board. " * 9

# One sign of speech each, by language.
ALONE = [
    ("en", "Ines Falk said the wall had cracked.", "Ines Falk"),
    ("en", "It had cracked, says Ines Falk.", "Ines Falk"),
    ("en", "According to Ines Falk, the wall had cracked.", "Ines Falk"),
    ("en", "Ines Falk: “The wall has cracked.”", "Ines Falk"),
    ("en", "Ines Falk： “The wall has cracked.”", "Ines Falk"),
    ("en", "“The whole wall has cracked.”", None),
    ("en", "``The whole wall has cracked.''", None),
    ("en", "'The whole wall has cracked.'", None),
    ("de", "Ines Falk erklärte, die Mauer sei gerissen.", "Ines Falk"),
    ("de", "Ines Falk äußerte, die Mauer sei gerissen.", "Ines Falk"),
    ("de", "„Die Mauer ist gerissen“, äußerte Ines Falk am Montag.", "Ines Falk"),
    ("de", "Ines Falk bekräftigte, dass die Mauer hält.", "Ines Falk"),
    ("de", "„Die Mauer hält“, entgegnete Ines Falk.", "Ines Falk"),
    ("de", "Ines Falk sagte, daß die Mauer hält.", "Ines Falk"),
    ("de", "Laut Ines Falk ist die Mauer gerissen.", "Ines Falk"),
    ("de", "Nach Angaben von Ines Falk ist die Mauer gerissen.", "Ines Falk"),
    ("de", "„Die ganze Mauer ist gerissen.“", None),
    ("de", "«Die ganze Mauer ist gerissen.»", None),
    ("de", "»Die ganze Mauer ist gerissen.«", None),
    ("fr", "Le mur a cédé, a précisé Ines Falk.", "Ines Falk"),
    ("fr", "D’après Ines Falk, le mur a cédé.", "Ines Falk"),
    ("fr", "— Le mur a cédé, dit Ines Falk.", "Ines Falk"),
    ("fr", "«Le vieux mur a cédé.»", None),
    ("es", "Ines Falk añadió que el muro cedió.", "Ines Falk"),
    ("es", "De acuerdo con Ines Falk, el muro cedió.", "Ines Falk"),
    ("es", "—El muro cedió —dijo Ines Falk.", "Ines Falk"),
    ("es", "«El viejo muro ha cedido.»", None),
]


@pytest.mark.parametrize(("lang", "spoken", "speaker"), ALONE)
def test_one_utterance_in_an_article_without_others_is_found(
    lang: str, spoken: str, speaker: str | None
) -> None:
    text = f"{PLAIN}\n\n{spoken}\n\n{PLAIN}"
    (quote,) = find_quotes(text, lang=lang)
    assert quote.speaker == speaker
    assert quote.sentences.of(text) == spoken


@pytest.mark.parametrize("lang", ["en", "de", "fr", "es"])
def test_an_article_in_which_nobody_speaks_holds_no_utterance(lang: str) -> None:
    assert find_quotes(f"{PLAIN}\n\n{PLAIN}", title="Ines Falk says no", lang=lang) == []


def test_a_speaker_is_named_behind_the_last_utterance() -> None:
    text = f"Falk said the wall had cracked. {PLAIN} Harbour master Ines Falk then left."
    (quote,) = find_quotes(text, lang="en")
    assert (quote.speaker, quote.role) == ("Ines Falk", "Harbour master")


HALF_A_MILLION = 500_000
ROWS = [
    '"', "“", "„", "'", "«", '" ', ' "', '"a" ', "“a ", "'s ", "said ", "Falk ", "Falk said ",
    '"\n', "—", "— ", "according to ", "the spokesman ", "Falk, ", "J. ",
    "``", "''", "x'y ", "state ", "[a](b) ", "](", "a:b ", "U.S. ", "? ", "a\n\n", "a", "中",
]  # fmt: skip


@pytest.mark.parametrize("piece", ["Ines Falk left. She said no. ", '"No?" Falk asked. ', '"\n'])
def test_a_long_row_of_utterances_is_read_to_its_end(piece: str) -> None:
    text = piece * (100_000 // len(piece)) + '\n\nOtto Brandt said: "We close for good."'
    assert find_quotes(text, lang="en")[-1].speaker == "Otto Brandt"


@pytest.mark.parametrize("piece", ROWS)
def test_a_long_row_of_anything_holds_no_utterance(piece: str) -> None:
    assert find_quotes(piece * (HALF_A_MILLION // len(piece)), lang="en") == []


_PIECES = st.sampled_from(
    [
        *["said ", "Ines Falk ", "she ", "the spokesman ", "told ", "according to ", "that "],
        # capitals that may be names, or none
        *["Will ", "Mark ", "IF ", "US ", "May ", "The ", "Dr ", "of ", "No ", "1 "],
        *["a", "A", ". ", ", ", ": ", "\n", "\n\n", "\ud800", "\x00", "中"],
        *"\"'“”„«»‘’—「」?!(]#*",
    ]
)


@given(
    st.lists(_PIECES).map("".join),
    st.lists(_PIECES, max_size=4).map("".join),
    st.sampled_from(["en", "de", "fr", "es", None]),
)
def test_any_text_gives_utterances_that_stand_in_it(
    text: str, title: str, lang: str | None
) -> None:
    for quote in find_quotes(text, title=title, lang=lang):
        assert 0 <= quote.span.start < quote.span.end <= len(text)
        assert quote.sentences.contains(quote.span)
        assert quote.rule in CONFIDENCE
