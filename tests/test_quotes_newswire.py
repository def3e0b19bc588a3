"""Who said what in the turns of newswire: tables of (text, (utterance, speaker) ...)."""

import pytest

from index.quotes import find_quotes

# Whose words they are where much stands between name and verb, or little.
SUBJECTS = [
    (
        "Deputy Prime Minister and Finance Minister Otto Brandt said the budget was sound. "
        '"It holds," Brandt said.',
        [("the budget was sound", "Otto Brandt"), ('"It holds,"', "Otto Brandt")],
    ),
    (
        "The shipyard's co-founder and chief executive, Ines Falk, said orders had doubled.",
        [("orders had doubled", "Ines Falk")],
    ),
    (
        '"The keel is older," said author and historian Ines Falk.',
        [('"The keel is older,"', "Ines Falk")],
    ),
    (
        "Party leader and member of parliament Dr Otto Brandt agreed, but said it was too late.",
        [("it was too late", "Otto Brandt")],
    ),
    (
        "A note from P. Ines Falk was found. Falk said the date was wrong.",
        [("the date was wrong", "P. Ines Falk")],
    ),
    (
        "Ines Falk was there. It had cracked, she told a crowd of farmers and some 40 guests.",
        [("It had cracked", "Ines Falk")],
    ),
    (
        "The road was shut, Ines Falk said, but nobody could prove it.",
        [("The road was shut, Ines Falk said, but nobody could prove it", "Ines Falk")],
    ),
    (
        "The road was shut, Ines Falk said, but nobody answered.",
        [("The road was shut", "Ines Falk")],
    ),
    (
        "Ines Falk said $40 million was lost. Touring Skarn, she pledged €300 for each boat.",
        [("$40 million was lost", "Ines Falk"), ("€300 for each boat", "Ines Falk")],
    ),
    (
        "Ines Falk said men were calling her clients and demanding $500 to have names removed.",
        [
            (
                "men were calling her clients and demanding $500 to have names removed",
                "Ines Falk",
            )
        ],
    ),
    (
        "According to a deputy, who spoke on Monday, citing the law, Roe had promised to go.",
        [("Roe had promised to go", None)],
    ),
    (
        "‘It is late,’ Ines Falk said. ‘She swore it was not.\n\n‘She was wrong.’\n\nRain.",
        [
            ("‘It is late,’", "Ines Falk"),
            ("‘She swore it was not.\n\n‘She was wrong.’", "Ines Falk"),
        ],
    ),
    (
        "A medical source in the regional capital, Adral, said 34 were hurt.",
        [("34 were hurt", None)],
    ),
    (
        "A resident of the border town, Kelm, said two houses were burning.",
        [("two houses were burning", None)],
    ),
    (
        "Ines Falk, a nurse in the capital, Holm, said it was late.",
        [("it was late", "Ines Falk")],
    ),
    (
        "The police chief in the port city, Ines Falk, said it was late.",
        [("it was late", "Ines Falk")],
    ),
    (
        'Recent remarks by Skarn are "unfair", a ministry spokesman said.',
        [('Recent remarks by Skarn are "unfair"', None)],
    ),
    (
        "The deputy mayor and Governor Ines Falk said the storm would pass.",
        [("the storm would pass", None)],
    ),
    (
        "Ines Falk from the Harbour Board says the wall will hold.",
        [("the wall will hold", "Ines Falk")],
    ),
    (
        "Otto Brandt of the Lime Street bakery said no shop would close.",
        [("no shop would close", "Otto Brandt")],
    ),
    (
        "The board's chief executive, Ines Falk, says no one was put at risk.",
        [("no one was put at risk", "Ines Falk")],
    ),
    (
        "The council's spokesman on ferries, Otto Brandt, says the Orrismouth line does not pay.",
        [("the Orrismouth line does not pay", "Otto Brandt")],
    ),
    (
        "The national secretary of the Dockers and Sailors Union (DSU), Otto Brandt, says the "
        "owners have done nothing.",
        [("the owners have done nothing", "Otto Brandt")],
    ),
    (
        "The city's envoy to Skarnholm, Ines Falk, says she is not concerned.",
        [("she is not concerned", "Ines Falk")],
    ),
    (
        "The head of the US Northern Command, General Otto Brandt, says it will take some time.",
        [("it will take some time", "Otto Brandt")],
    ),
    (
        "US Deputy Transport Secretary Peter Brandt said the wall would hold.",
        [("the wall would hold", "Peter Brandt")],
    ),
    (
        "Secretary of State Peter Brandt says it is time to leave.",
        [("it is time to leave", "Peter Brandt")],
    ),
    (
        "The director of Orrismouth Regional Airport Peter Brandt says two flights were late.",
        [("two flights were late", "Peter Brandt")],
    ),
    (
        "Defence Secretary Peter Brandt, on a visit to troops at Skarn, said the war was not over.",
        [("the war was not over", "Peter Brandt")],
    ),
    (
        'The Foreign Minister, Dr Falk, ended the confusion, saying a treaty was near. "It is '
        'done," she said.',
        [("a treaty was near", "Falk"), ('"It is done,"', "Falk")],
    ),
    (
        "One bystander, Otto Brandt, said the roof had been leaking.",
        [("the roof had been leaking", "Otto Brandt")],
    ),
    (
        "The militant group, Skarn, said it had left the city.",
        [("it had left the city", "Skarn")],
    ),
    (
        "The Ferries and Tolls Commission (FTC) met on Friday. The FTC said fees would rise.",
        [("fees would rise", "Ferries and Tolls Commission")],
    ),
    (
        "President Juan Ortega Saa spoke. Mr Ortega Saa said the banks would open.",
        [("the banks would open", "Juan Ortega Saa")],
    ),
    (
        "The team of Ines Falk won the cup. Falk said she had expected it.",
        [("she had expected it", "Ines Falk")],
    ),
    (
        "The WHO said the outbreak was over. It said no case was left.",
        [("the outbreak was over", "WHO"), ("no case was left", "WHO")],
    ),
    (
        'The Pentagon said the bridge stood. "It never fell," he said.',
        [("the bridge stood", "Pentagon"), ('"It never fell,"', None)],
    ),
]

# What is said, no more and no less.
CONTENTS = [
    # what is said goes on behind the cue
    (
        "The storm would feed on that, Ines Falk said, until hours before landfall.",
        [
            (
                "The storm would feed on that, Ines Falk said, until hours before landfall",
                "Ines Falk",
            )
        ],
    ),
    (
        "Each record held a date, Ines Falk said, and could be tied to a name.",
        [("Each record held a date, Ines Falk said, and could be tied to a name", "Ines Falk")],
    ),
    # whoever is addressed or accused is not what is said
    (
        "Ines Falk accused the Department of Health of hiding the report.",
        [("hiding the report", "Ines Falk")],
    ),
    ("Ines Falk appealed to the islands for boats and crews.", [("boats and crews", "Ines Falk")]),
    ("Ines Falk told her colleagues that it was late.", [("it was late", "Ines Falk")]),
    # nouns that are no reports
    ("Kettle & Lane reports results on Tuesday.", []),
    ("The referee, Ines Falk, turned down two Skarn appeals for a penalty.", []),
    ("The bill of Ines Falk scaled second reading after a debate that lasted four hours.", []),
    # whom no table holds
    (
        "A fifth of the wells was shut, according to federal regulators.",
        [("A fifth of the wells was shut", None)],
    ),
    ("The work went on according to plan.", []),
    ("One of them said it was late.", [("it was late", None)]),
    (
        "A division bench of Justice V.R. Quist sat. Justice Quist asked if it was late.",
        [("if it was late", "V.R. Quist")],
    ),
    ("Prime Minister-designate Ines Falk said it was late.", [("it was late", "Ines Falk")]),
    ("Its owner, Ines Falk, apologised in a video posted to the website.", []),
    (
        "The port shut at 2 p.m. Thirty boats had to wait, Ines Falk said.",
        [("Thirty boats had to wait", "Ines Falk")],
    ),
    ("‘It is late,’ the younger Falk explained afterwards.", [("‘It is late,’", None)]),
    ("‘It is late,’ remembers Ines Falk.", [("‘It is late,’", "Ines Falk")]),
    ("‘It is late,’ confesses Ines Falk.", [("‘It is late,’", "Ines Falk")]),
    ("Ines Falk asked the government for two more boats.", [("two more boats", "Ines Falk")]),
    ("Ines Falk projected that it would rain.", [("it would rain", "Ines Falk")]),
    (
        "Ines Falk said the river had fallen, according to three diplomats in the room.",
        [("the river had fallen", "Ines Falk")],
    ),
    ("Otto Brandt left, despite posts on social media claiming it was late.", []),
    (
        "Diplomats said a draft text urging both to wait had failed.",
        [
            ("a draft text urging both to wait had failed", None),
        ],
    ),
    # titles, offices and organisations
    ("The state chairman, Barr. Ines Falk, said it was late.", [("it was late", "Ines Falk")]),
    ("The spokeswoman, SP Ines Falk, said it was late.", [("it was late", "Ines Falk")]),
    ("The Speaker, Rt. Hon. Yuri Bell, said it was late.", [("it was late", "Yuri Bell")]),
    ("The minister, Sunday Etim, said it was late.", [("it was late", "Sunday Etim")]),
    ("Among them is Ines Falk, 74, a nurse, who said it was late.", [("it was late", "Ines Falk")]),
    (
        "Falk Foods Inc. cut its forecast. The Holm-based company said it was late.",
        [("it was late", "Falk Foods Inc")],
    ),
    (
        "The United Dock Workers, which has nine members, said it was late.",
        [("it was late", "United Dock Workers")],
    ),
    (
        "The Health Service Executive warned that it was late.",
        [("it was late", "Health Service Executive")],
    ),
    # what opens with a participle
    (
        "Ines Falk sailed. Appointed to the board in May, she left the room and said it was late.",
        [("it was late", "Ines Falk")],
    ),
    # the main clause goes on behind the relative one
    (
        "Mayor Otto Brandt, who said he opposed the budget, ended up breaking the tie.",
        [("he opposed the budget", "Otto Brandt")],
    ),
    (
        "Ines Falk, who said the dam was safe and the wall was not, won the vote.",
        [("the dam was safe and the wall was not", "Ines Falk")],
    ),
    (
        "Ines Falk, who said the dam was safe, later resigned from the board.",
        [("the dam was safe", "Ines Falk")],
    ),
    (
        '"Sick and off key," Ines Falk wrote on the network Chirrup after hearing "Goose Step".',
        [('"Sick and off key,"', "Ines Falk")],
    ),
    (
        "Ines Falk says despite an offer of help, the harbour will stay shut.",
        [("despite an offer of help, the harbour will stay shut", "Ines Falk")],
    ),
    (
        "Ines Falk admits about 35 jobs at the port will go.",
        [("about 35 jobs at the port will go", "Ines Falk")],
    ),
    (
        "Ines Falk says all work at the port has stopped.",
        [("all work at the port has stopped", "Ines Falk")],
    ),
    (
        "Ines Falk says further work is needed.",
        [("further work is needed", "Ines Falk")],
    ),
    (
        "According to the Ministry of Tides, 1,570 boats were lost.",
        [("1,570 boats were lost", "Ministry of Tides")],
    ),
    (
        '"The roof leaked," Ines Falk told the KLM news agency.',
        [('"The roof leaked,"', "Ines Falk")],
    ),
    (
        "Ines Falk told Channel Nine ships would sail again.",
        [("ships would sail again", "Ines Falk")],
    ),
    (
        "Ines Falk admitted planning the raid.",
        [("planning the raid", "Ines Falk")],
    ),
    (
        "Harbour officials said warning shots were fired.",
        [("warning shots were fired", None)],
    ),
    (
        "The Immigration Department claims the bill for the fires, the floods and the long "
        "winter at the camp has reached two million.",
        [],
    ),
]

# A role is that of whoever holds the office, not of a former or a deputy one.
OFFICES = [
    (
        "Ines Falk, the governor, left. A former deputy governor, Otto Brandt, was there. The "
        "governor vowed to stay.",
        [("to stay", "Ines Falk")],
    ),
    ("Otto Brandt, a former governor, was there. The governor vowed to stay.", [("to stay", None)]),
]

# What stands around a name: letters after it, a rank before it, a brother beside it.
NAMES = [
    ("Ines Falk KC said the panel was fair.", [("the panel was fair", "Ines Falk")]),
    ("DI Otto Brandt said the search was over.", [("the search was over", "Otto Brandt")]),
    ("Lady Justice Falk said the panel was fair.", [("the panel was fair", "Falk")]),
    (
        'Morag and Effie Falk ran the shop. "We never closed," Effie said.',
        [('"We never closed,"', "Effie Falk")],
    ),
    ("The court saw emails suggesting that the money was gone.", []),
    (
        "Otto Brandt said he had never sold the boat, a claim that the police deny.",
        [("he had never sold the boat", "Otto Brandt")],
    ),
    (
        'Otto Brandt posted on X. "We are going home," he wrote.',
        [('"We are going home,"', "Otto Brandt")],
    ),
]

# Nobody is named rather than somebody wrong; and nothing is said that nobody says.
NOBODY = [
    # whoever is served does not speak
    ("A spokesman for Prime Minister Otto Brandt said it was late.", [("it was late", None)]),
    (
        '"It is late," a spokeswoman for German Chancellor Otto Brandt said.',
        [('"It is late,"', None)],
    ),
    ('"It is late," said a lawyer for former President Otto Brandt.', [('"It is late,"', None)]),
    ("A representative of actor Otto Brandt said it was late.", [("it was late", None)]),
    ("The lawyer of ex-minister Otto Brandt said it was late.", [("it was late", None)]),
    ("An attorney representing Councilman Otto Brandt said it was late.", []),
    (
        "The husband of the crash victim, Ines Falk, says he has not read the report.",
        [("he has not read the report", None)],
    ),
    ("Two boys suffered life threatening injuries when the wall fell.", []),
    ("A man known as Nick, told Channel Ten he is sure.", []),
    ("Otto Brandt was at dinner when told a boat had sunk.", []),
    ("Otto Brandt was speaking at a meeting that was held in the dark.", []),
    ('The cabinet, ruled by sailors, declared Mr Brandt "irrelevant" after the storm.', []),
    ("Asked if she was sorry too, Ines Falk answered in two letters.", []),
    ("Unions said the port would close.", [("the port would close", None)]),
]

# An article whose paragraphs were run together: a mark that opens again goes on.
RUN_TOGETHER = (
    'Rain fell at last. "It was little," Ines Falk said. "In some places nothing at all. '
    '"In fact it brought wind." The fires burn on.'
)


@pytest.mark.parametrize(("text", "expected"), SUBJECTS + CONTENTS + OFFICES + NAMES + NOBODY)
def test_newswire_is_read(text: str, expected: list[tuple[str, str | None]]) -> None:
    found = find_quotes(text, lang="en")
    assert [(quote.span.of(text), quote.speaker) for quote in found] == expected


def test_a_quotation_goes_on_where_paragraphs_were_run_together() -> None:
    first, second = find_quotes(RUN_TOGETHER, lang="en")
    assert first.speaker == second.speaker == "Ines Falk"
    assert second.span.of(RUN_TOGETHER).endswith('"In fact it brought wind."')
    assert second.span.of(RUN_TOGETHER).startswith('"In some places')


def test_a_mark_that_is_never_closed_holds_its_own_paragraph_only() -> None:
    text = '"I was tired. He left at noon.\n\n"We walked all day," Ines Falk said.\n\nRain fell.'
    (quote,) = find_quotes(text, lang="en")
    assert quote.span.of(text).endswith('"We walked all day,"')
