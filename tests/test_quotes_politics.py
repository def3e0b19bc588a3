"""Who said what in the turns of American political and local news: tables as in newswire."""

import pytest

from index.quotes import find_quotes

# What stands around a name: party and state, datelines, papers and shows, trades.
NAMES = [
    (
        '"It is a straight question," Sen. Jane Cole, R-Ariz., said in a statement on Sunday.',
        [('"It is a straight question,"', "Jane Cole")],
    ),
    (
        '"It is a straight question," said Rep. Bob Hart, D-N.Y., on Monday. "It has no answer."',
        [
            ('"It is a straight question,"', "Bob Hart"),
            ('"It has no answer."', "Bob Hart"),
        ],
    ),
    (
        'Rep. Bob Hart (D–Ill.) was late. "I was late," the Illinois Democrat said.',
        [('"I was late,"', "Bob Hart")],
    ),
    (
        "Sen. Jane Cole (R-Ohio) and Rep. Bob Hart, D-N.Y., came on Monday. The Ohio Republican "
        "said the dam was safe. The New York congressman said it was not.",
        [("the dam was safe", "Jane Cole"), ("it was not", "Bob Hart")],
    ),
    (
        'Bob Hart, 72, lives nearby. "It woke me up this morning," the 72-year-old told a paper.',
        [('"It woke me up this morning,"', "Bob Hart")],
    ),
    (
        "SKARN, Ohio (AP) — Gov. Jane Cole scrapped the dam on Monday, saying it was too dear.",
        [("it was too dear", "Jane Cole")],
    ),
    (
        "(Inland News) – Jane Cole warned that the dam would crack.",
        [("the dam would crack", "Jane Cole")],
    ),
    (
        "Skarn, D.C.—Committee Chairman Bob Hart today announced the dam has cracked.",
        [("the dam has cracked", "Bob Hart")],
    ),
    (
        "“That should tell you who won it,” tweeted the Skarn Post’s Jane Cole.",
        [("“That should tell you who won it,”", "Jane Cole")],
    ),
    (
        "“We lost the thing. All of it!” Inland News’ very cheerful Bob Hart said. “We lost.”",
        [("“We lost the thing. All of it!”", "Bob Hart"), ("“We lost.”", "Bob Hart")],
    ),
    (
        "“Earlier tonight they put out a lie,” wrote Cole staffer Bob Hart.",
        [("“Earlier tonight they put out a lie,”", "Bob Hart")],
    ),
    (
        "Skarn County sheriffs dispatcher Shannon Brewer confirmed that a man was held. Brewer "
        "said there was no danger.",
        [("a man was held", "Shannon Brewer"), ("there was no danger", "Shannon Brewer")],
    ),
    (
        "According to Skarn County Sheriff's Department spokesman Deputy Bob Hart, a deputy went "
        "to the scene.",
        [("a deputy went to the scene", "Bob Hart")],
    ),
    (
        "Gov. Jane Reeves' office gave no reason. “He acted alone,” Reeves said in a statement.",
        [("“He acted alone,”", "Jane Reeves")],
    ),
    (
        "The board, according to Cole, has known for years. The cabinet — led by Gov. Jane Cole "
        "— called the report “wrong from end to end.”",
        [
            ("The board, according to Cole, has known for years", "Jane Cole"),
            ("“wrong from end to end.”", None),
        ],
    ),
    (
        "The Transport Department under Jane Cole alleged that the dam was never built.",
        [("the dam was never built", "Transport Department")],
    ),
    (
        "The suspect was held at once, Skarn County Sheriff Bob Hart told Inland television "
        "station KSKN.",
        [("The suspect was held at once", "Bob Hart")],
    ),
    (
        "The sheriff, Bob Hart, told local news outlets the killings took place at two homes.",
        [("the killings took place at two homes", "Bob Hart")],
    ),
]

# Somebody speaks for another, or holds an office behind another's title.
ON_BEHALF = [
    ("A spokeswoman for Sen. Jane Cole, R-Ohio, said she was ill.", [("she was ill", None)]),
    ("An aide to Sen. Jane Cole told reporters the vote was late.", [("the vote was late", None)]),
    ("A spokesman for Jane Cole said the boat sank.", [("the boat sank", None)]),
    (
        "A spokesman for Jane Cole, Karl Voss, said she was ill.",
        [("she was ill", "Karl Voss")],
    ),
    (
        "Leader of the council Cllr Jane Cole said the boat sank.",
        [("the boat sank", "Jane Cole")],
    ),
    ("Secretary of State Jane Cole said the boat sank.", [("the boat sank", "Jane Cole")]),
    ("Jane Cole, along with Karl Voss, said the boat sank.", [("the boat sank", "Jane Cole")]),
    (
        "While Jane Cole said the dam would crack, Karl Voss insisted it would hold.",
        [("the dam would crack", "Jane Cole"), ("it would hold", "Karl Voss")],
    ),
    (
        'Karl Voss was described by Jane Cole as "a thief of the first rank".',
        [('"a thief of the first rank"', "Jane Cole")],
    ),
    (
        'Jane Cole\'s message to the board was blunt: "Resign or be removed."',
        [('"Resign or be removed."', "Jane Cole")],
    ),
    (
        'Brothers Otto and Karl Brandt run the mill. "It is loud," said Otto.',
        [('"It is loud,"', "Otto Brandt")],
    ),
    (
        "Jean-Claude Morel came on Monday. The European Commission president said it was late.",
        [("it was late", "Jean-Claude Morel")],
    ),
    (
        '"I will not guess," U.S. Attorney A. Lee Cole III said. "It is too soon."',
        [('"I will not guess,"', "A. Lee Cole III"), ('"It is too soon."', "A. Lee Cole III")],
    ),
]

# Who it is that a surname, a title, a role or a pronoun means.
RESOLVED = [
    (
        "President Cole gave an interview on Thursday. The Cole administration has been firm. "
        "“We lost on trade,” Cole said. “I know it,” she said.",
        [("“We lost on trade,”", "Cole"), ("“I know it,”", "Cole")],
    ),
    (
        "The Hart campaign was late. However, during the campaign, Bob Hart had no plan. “We "
        "have a plan now,” he said.",
        [("“We have a plan now,”", "Bob Hart")],
    ),
    (
        "Asa Hart said he was sad for Bob Cole's family. He said Cole was a brave man.",
        [("he was sad for Bob Cole's family", "Asa Hart"), ("Cole was a brave man", "Asa Hart")],
    ),
    (
        "Bob Hart said little. He defended Otto Cole, his chief aide. “It is my job,” he said.",
        [("“It is my job,”", "Bob Hart")],
    ),
    (
        "Bob Hart spoke on Monday. At the house of the paper's publisher, Otto Cole, Hart seemed "
        "calm even as he said he was awed by it all.",
        [("he was awed by it all", "Bob Hart")],
    ),
    (
        "Bob Hart's office hit back. “The longer it lasts, the worse it gets,” he said.",
        [("“The longer it lasts, the worse it gets,”", "Bob Hart")],
    ),
    (
        "Otto Cole told a different story. He said he ran. The state sent Capt. Bob Cole, who "
        "grew up nearby. “We are here to serve,” Cole said.",
        [("he ran", "Otto Cole"), ("“We are here to serve,”", "Bob Cole")],
    ),
    (
        "Jane Cole checked into a clinic this month. The singer posted a video. “All is well "
        "with me,” she said in it.",
        [("“All is well with me,”", "Jane Cole")],
    ),
    (
        "The first lady, Jane Cole, came. “They are children,” the first lady told supporters.",
        [("“They are children,”", "Jane Cole")],
    ),
    (
        "The board left, with Bob Hart saying the dam was safe and Jane Cole saying it was not.",
        [("the dam was safe", "Bob Hart"), ("it was not", "Jane Cole")],
    ),
    (
        "The White House was angry after Sen. Bob Hart, D-N.Y., was caught boasting that the dam "
        "would crack.",
        [("the dam would crack", "Bob Hart")],
    ),
]

# Where an utterance begins and ends, and what is none.
SPANS = [
    (
        "Cole added that “the board has no limits,” words that presidents Hart and Voss have used.",
        [("“the board has no limits,”", "Cole")],
    ),
    (
        "Bob Hart put forward a number. “Are you aware of the debt?” Bob Hart asked Jane Cole.",
        [("“Are you aware of the debt?”", "Bob Hart")],
    ),
    (
        "“Why now and not then?” Jane Cole shot back.",
        [("“Why now and not then?”", "Jane Cole")],
    ),
    (
        "After Bob Hart said the dam would hold, Jane Cole laughed at him.",
        [("the dam would hold", "Bob Hart")],
    ),
    (
        "Jane Cole insisted that the board has met with the staff of members of the “gang of "
        "eight,” of which Hart is one.",
        [
            (
                "the board has met with the staff of members of the “gang of eight,”",
                "Jane Cole",
            )
        ],
    ),
    (
        "“It does not come up today,” Jane Cole said Sunday on INN's “Face the Press.”",
        [("“It does not come up today,”", "Jane Cole")],
    ),
    (
        "“He has always denied that,” Jane Cole told “The Morning Show.” “And he will.”",
        [("“He has always denied that,”", "Jane Cole"), ("“And he will.”", "Jane Cole")],
    ),
    (
        "Jane Cole said it was late when asked whether she would run.",
        [("it was late when asked whether she would run", "Jane Cole")],
    ),
    (
        "Cole is a mayor. Hart attacked Otto Cole for calling the dam “a plain waste of money.”",
        [],
    ),
    ('On "The Morning Show," Jane Cole responded to the memo.', []),
    ("Jane Cole will leave the party after a split that threatens to destroy it.", []),
    ("Jane Cole has worries about answering questions in public.", []),
]


@pytest.mark.parametrize(("text", "expected"), [*NAMES, *ON_BEHALF, *RESOLVED, *SPANS])
def test_political_news_is_read(text: str, expected: list[tuple[str, str | None]]) -> None:
    found = [(quote.span.of(text), quote.speaker) for quote in find_quotes(text, lang="en")]
    assert found == expected


def test_a_headline_in_capitals_gives_a_full_name() -> None:
    text = "President Cole spoke. “We lost on trade,” Cole said."
    (quote,) = find_quotes(text, title="Jane Cole Gives Up on Trade", lang="en")
    assert quote.speaker == "Jane Cole"
