"""Who said what in turns that pages of papers, agencies and partisan sites show: tables."""

import pytest

from index.quotes import find_quotes

# Where a sentence begins, and whose its verb is.
OPENINGS = [
    (
        "Skarn — Ines Falk left the hall on Monday, saying it was over.",
        [("it was over", "Ines Falk")],
    ),
    (
        "SKARN (Inland News / Sound - 11th August, 2020) One man was hurt, Ines Falk said Monday.",
        [("One man was hurt", "Ines Falk")],
    ),
    (
        "Given the Harbour Council had opposed the bill put up by Mayor Otto Brandt, Ines Falk "
        "tried to end the row, saying “let us get to work”.",
        [("“let us get to work”", "Ines Falk")],
    ),
    (
        "While Otto Brandt opposed the bill, Ines Falk left the hall, saying she would go.",
        [("she would go", "Ines Falk")],
    ),
    (
        "Following Otto Brandt’s New York upset, campaign manager Jeff Falk appeared on the radio "
        "to say that the campaign would fight on. “It’s going to be close,” he said.",
        [("the campaign would fight on", "Jeff Falk"), ("“It’s going to be close,”", "Jeff Falk")],
    ),
    (
        "Ines Falk took to the radio to warn of a flood.",
        [("a flood", "Ines Falk")],
    ),
    (
        "Ines Falk called on the minister to explain why the dam stood.",
        [("to explain why the dam stood", "Ines Falk")],
    ),
    (
        "Otto Falk said it was late. “I see a chance,” he said. He'd also like to see the mayor "
        "stay if they feel he's ready.\n\n“I know it,” he said.",
        [
            ("it was late", "Otto Falk"),
            ("“I see a chance,”", "Otto Falk"),
            ("“I know it,”", "Otto Falk"),
        ],
    ),
    ("They're asking: how can it be late?", [("how can it be late", None)]),
    (
        "Otto Brandt said it was late. That drew a reply from Dr. Tonye Falk of the Creek Waters "
        "Initiative. “I will bring the cup,” he said.",
        [("it was late", "Otto Brandt"), ("“I will bring the cup,”", "Tonye Falk")],
    ),
    (
        "The foreman, Wade Brandt, said it was late. Whether it is, is harder to say. Gerrit Falk, "
        "67, came because his daughter drove him. He said he had voted.",
        [("it was late", "Wade Brandt"), ("he had voted", "Gerrit Falk")],
    ),
]

# What belongs to a name, and what does not.
NAMES = [
    (
        "Interior Minister Omar al-Falk said it was late. “It is,” Falk said.",
        [("it was late", "Omar al-Falk"), ("“It is,”", "Omar al-Falk")],
    ),
    (
        "The watchdog fined the lender PesaFalk Sh18 million. PesaFalk called it “plainly unfair”.",
        [("“plainly unfair”", "PesaFalk")],
    ),
    (
        "A watchdog group, Friends of Skarn Library, claimed that 91% of them wanted it open. The "
        "Friends said they would sue.",
        [
            ("91% of them wanted it open", "Friends of Skarn Library"),
            ("they would sue", "Friends of Skarn Library"),
        ],
    ),
    (
        "Police in Skarn released a video on Monday and said the man had shot first.",
        [("the man had shot first", None)],
    ),
    (
        "One of those arrested, retired teacher Ines Falk (72), said she had lost a shoe.",
        [("she had lost a shoe", "Ines Falk")],
    ),
    (
        "It is close, according to Ines Falk, a lecturer at the college, who noted that it rained.",
        [("It is close", "Ines Falk"), ("it rained", "Ines Falk")],
    ),
    (
        "It is an idea of the manager Jeff Falk in May, who insisted that it was late.",
        [("it was late", "Jeff Falk")],
    ),
    (
        "The radio station reported Minister Otto Falk as saying that a man had died.",
        [("a man had died", "Otto Falk")],
    ),
]

NAMES += [
    (
        "Sen. Otto Falk said it was late. He met Gus Brandt.\n\n"
        "“So what,” the Ohio Republican said.",
        [("it was late", "Otto Falk"), ("“So what,”", "Otto Falk")],
    ),
    (
        "Sen. Otto Falk said it was late. He met Rep. Gus Brandt.\n\n"
        "“So what,” the Ohio Republican said.",
        [("it was late", "Otto Falk"), ("“So what,”", None)],
    ),
    (
        "Leader Gus Brandt said it was late. From the other end of the party, Sen. Otto Falk, "
        "R-Ky., complained that it was dear. He called it “a bailout.”",
        [
            ("it was late", "Gus Brandt"),
            ("it was dear", "Otto Falk"),
            ("“a bailout.”", "Otto Falk"),
        ],
    ),
    (
        "Sheriff Otto “Bud” Falk went off on Tuesday. “She let them walk,” Falk said.",
        [("“She let them walk,”", "Otto “Bud” Falk")],
    ),
    (
        "Otto “Bud” Falk went off. “Late,” said Otto Falk. “So what,” Bud Falk said.",
        [("“Late,”", "Otto “Bud” Falk"), ("“So what,”", "Otto “Bud” Falk")],
    ),
    (
        "Otto “Bud” Falk met Otto Falkner and Ines Falk. “Late,” said Otto Falkner. "
        "“So what,” Ines Falk said.",
        [("“Late,”", "Otto Falkner"), ("“So what,”", "Ines Falk")],
    ),
    (
        "A third candidate, Libertarian Gus Falk, was not invited. “They know,” Falk said.",
        [("“They know,”", "Gus Falk")],
    ),
    (
        "“The mud is like cement,” said Josphat ole Falk, who is in charge.",
        [("“The mud is like cement,”", "Josphat ole Falk")],
    ),
    (
        "“I asked him,” said Brandt, a former commissioner.\n\nPublicly, Rex Falk seemed not to "
        "care. “I won it all,” he said in a call.",
        [("“I asked him,”", "Brandt"), ("“I won it all,”", "Rex Falk")],
    ),
    (
        "“To whom?” asked Ben Brandt, an analyst.\n\nJ.P. O'Falk, a manager at the bank, was "
        "kinder. “They did it,” he said.",
        [("“To whom?”", "Ben Brandt"), ("“They did it,”", "J.P. O'Falk")],
    ),
    (
        "A deputy who was there, and who would not give a name, said the man laughed.",
        [("the man laughed", None)],
    ),
    (
        "Dec 12 (Business Desk) - Falk Foods closed on Monday, saying it was late.",
        [("it was late", "Falk Foods")],
    ),
]

# Where what is said begins and ends, and what nobody says.
SPANS = [
    (
        "Ines Falk said there was no need for force against protesters demanding political reform.",
        [
            (
                "there was no need for force against protesters demanding political reform",
                "Ines Falk",
            )
        ],
    ),
    (
        "Ines Falk said members will vote on the bill, but didn’t set a date for it.",
        [("members will vote on the bill", "Ines Falk")],
    ),
    (
        "Otto Falk told other House Liberal members on a call that he would not defend it.",
        [("he would not defend it", "Otto Falk")],
    ),
    (
        "According to data from the Harbour Board, Otto Falk took in most of it.",
        [("Otto Falk took in most of it", None)],
    ),
    (
        "Otto Brandt said he's still fighting — though he acknowledges it'll be hard.",
        [("he's still fighting", "Otto Brandt"), ("it'll be hard", "Otto Brandt")],
    ),
    ("Leo Falk is away as he advises Otto Brandt on the court and other posts to fill.", []),
    ("Otto Brandt emphasized the need for a plan before asking people for more money.", []),
    (
        "The bank kept its rate and Ines Falk warned that prices would rise, sending the local "
        "dollar to a high.",
        [("prices would rise", "Ines Falk")],
    ),
    (
        "Ines Falk urged Parliament to pass the bill, which had been stuck for months.",
        [("to pass the bill", "Ines Falk")],
    ),
    (
        "The mill said it would close, ending a century of weaving in Skarn.",
        [("it would close", None)],
    ),
    (
        "The complaint, submitted by Ines Falk, says Rep. Otto Brandt bought a share in it.",
        [],
    ),
    (
        "A city memo explained at the time that the company lacked a lot.",
        [("the company lacked a lot", None)],
    ),
    (
        "Ines Falk described hearing a scream at night.",
        [("hearing a scream at night", "Ines Falk")],
    ),
    (
        "Ines Falk had at first described the incident as “a stumble.”",
        [("“a stumble.”", "Ines Falk")],
    ),
    (
        "Ines Falk stood up and asked about 200 people to forgive her.",
        [("to forgive her", "Ines Falk")],
    ),
    # A quotation that goes on in the next paragraph, and is not opened there again.
    (
        '"The crowd was building a wall.\n\nThen the wall fell on them," Ines Falk wrote.',
        [('"The crowd was building a wall.\n\nThen the wall fell on them,"', "Ines Falk")],
    ),
    (
        "Brandt is ‘‘not a neutral man but Otto's friend,’’ Ines Falk said.",
        [("‘‘not a neutral man but Otto's friend,’’", "Ines Falk")],
    ),
]


SPANS += [
    ("Ines Falk argued over whether she should release the text.", []),
    ("Ines Falk has said as little as she could about it.", []),
    ("Ines Falk stopped short of blaming the officials for the loss.", []),
    (
        "It could not survive for long, Ines Falk wrote in a note titled “Cold Comfort”.",
        [("It could not survive for long", "Ines Falk")],
    ),
    (
        "Ines Falk said in a post headlined “Cold Comfort” that it was late.",
        [("it was late", "Ines Falk")],
    ),
    (
        "In the video, Otto Falk can be heard telling the room, “You know what it is?”",
        [("“You know what it is?”", "Otto Falk")],
    ),
    (
        "Otto Falk left. “I've had it,” he emailed.",
        [("“I've had it,”", "Otto Falk")],
    ),
    (
        "Ines Falk denied any negligence and blamed the heaviest rains in years.",
        [("any negligence", "Ines Falk"), ("the heaviest rains in years", "Ines Falk")],
    ),
    (
        "It was long, and, as the Ledger’s Ines Falk pointed out, the context made it worse.",
        [("the context made it worse", "Ines Falk")],
    ),
    (
        "Falk Foods cut its forecast, warning of a poor year, and its shares fell.",
        [("a poor year", "Falk Foods")],
    ),
]


SPANS += [
    (
        "A spokesman told the Inland Post, which first reported the figures, that they “had "
        "fallen” and said it was “all due to the rain.”",
        [("they “had fallen”", None), ("“all due to the rain.”", None)],
    ),
    (
        "A magistrate lifted the bond and ordered him to jail for it, reports the Inland Post.",
        [("A magistrate lifted the bond and ordered him to jail for it", "Inland Post")],
    ),
    (
        "Hong Lei was responding to reports that Secretary Otto Falk said it was late.",
        [("it was late", "Otto Falk")],
    ),
    (
        "It should not be used as an excuse, Ines Falk said Monday, in response to the row.",
        [("It should not be used as an excuse", "Ines Falk")],
    ),
    (
        "Skarn Bank warned on Sunday of a poor year. Ines Falk called on Monday for calm.",
        [("a poor year", "Skarn Bank"), ("calm", "Ines Falk")],
    ),
    (
        "The following winter Ines Falk wrote to the council complaining of black mould.",
        [("black mould", "Ines Falk")],
    ),
    (
        "Otto Falk can be heard shouting at the boy to drop it. Ines Falk begged them to listen.",
        [("to drop it", "Otto Falk"), ("to listen", "Ines Falk")],
    ),
    ("Ines Falk derided that as “the price of a cow”.", [("“the price of a cow”", "Ines Falk")]),
]

NAMES += [
    (
        "“Please stay,” the state Democratic chairman, Otto Falk, said.",
        [("“Please stay,”", "Otto Falk")],
    ),
    # whom a sentence without a quotation tells of before one without a cue
    (
        'Ines Falk left. She also slammed Japan over the talks. "They are late with it."',
        [('"They are late with it."', "Ines Falk")],
    ),
    (
        "Otto Brandt said it was late. Then there was a kinder take from Sen. Jeff Falk, R-Iowa. "
        '"It carries weight," he said.',
        [("it was late", "Otto Brandt"), ('"It carries weight,"', "Jeff Falk")],
    ),
]


OPENINGS += [
    (
        "Hours after the ruling, Press Secretary Josh Falk put out a statement saying it was late.",
        [("it was late", "Josh Falk")],
    ),
    (
        "Asked about it, Otto Falk found himself defending his rival Ada Brandt saying,\n\n"
        "“I’ll tell you something about Ada.”",
        [("“I’ll tell you something about Ada.”", "Otto Falk")],
    ),
]

NAMES += [
    (
        "Some are tired of House Speaker Ines Falk’s row. Falk called for calm.",
        [("calm", "Ines Falk")],
    ),
    (
        "Rep. Ines Falk, backer of the two harbour measures, said it was late.",
        [("it was late", "Ines Falk")],
    ),
]

SPANS += [
    ("Critics say this rule shuts out voters.", [("this rule shuts out voters", None)]),
    ("Ines Falk left the day after she all but assured them she would be speaker.", []),
]


NAMES += [
    (
        "Rep. Elijah Falk, the top Democrat on the board in Skarn, Libya, said former Mayor Ada "
        "Roe's letter shows a sad day.",
        [("former Mayor Ada Roe's letter shows a sad day", "Elijah Falk")],
    ),
    (
        "In a talk, Chairman Trey Falk, R-South Carolina denied that it was late.",
        [("it was late", "Trey Falk")],
    ),
    (
        "Leader Kevin Brandt, (R-Calif.), Rep. Richard Roe (R-N.Y.) and a clerk all came. His two "
        "friends, he said, had left.",
        [("His two friends, he said, had left", None)],
    ),
    (
        "The words of Reps. Trey Falk (R-S.C.) and Ada Roe (D-Md.) were few. “None,” Falk said.",
        [("“None,”", "Trey Falk")],
    ),
    (
        "“We fear this will hurt,” Otto Falk and Ada Roe said in a joint letter.",
        [("“We fear this will hurt,”", None)],
    ),
    (
        "The mayor of Skarn, Va., says President Otto Brandt bears the blame for it.",
        [("President Otto Brandt bears the blame for it", None)],
    ),
    (
        "Otto Brandt left. The Skarn Police Boss, Jon Falk declined to go and cautioned his men "
        "that they will be late.",
        [("they will be late", "Jon Falk")],
    ),
    (
        "Shortly after the Post broke the news, Otto Falk put out a statement saying it was late.",
        [("it was late", "Otto Falk")],
    ),
]

SPANS += [
    (
        "Advocates said at least 100 to 200 people from seven towns were hurt.",
        [("at least 100 to 200 people from seven towns were hurt", None)],
    ),
    (
        "Ines Falk said around 25 of them had left. She predicted Thursday will be a “sad day.”",
        [
            ("around 25 of them had left", "Ines Falk"),
            ("Thursday will be a “sad day.”", "Ines Falk"),
        ],
    ),
    ("Rep. Otto Falk cited a letter from Mayor Ada Roe that said “it is late in Skarn.”", []),
]


NAMES += [
    (
        "Fact-checker Politifalk promptly ruled that it was a lie.",
        [("it was a lie", "Politifalk")],
    ),
    (
        "In Skarn, protesters outside Rep. Elise Falk’s (R) live-taped town hall gathered and "
        "chanted “it is a shame.”",
        [("“it is a shame.”", None)],
    ),
    (
        "A clerk said that it was late, saying “This is not how it works.” Ines Falk agreed. “I "
        "have always said so,” she told the crowd.",
        [
            ("it was late", None),
            ("“This is not how it works.”", None),
            ("“I have always said so,”", "Ines Falk"),
        ],
    ),
    (
        "Ada Roe, a spokeswoman, directed the paper to Otto Falk's earlier statement:\n\n"
        "“The court had the final word.”",
        [("“The court had the final word.”", "Otto Falk")],
    ),
]

SPANS += [
    ("Late on Monday Judge Ines Falk denied Otto Roe's request for a stay in the matter.", []),
    (
        "Rep. Otto Falk told a crowd that “nobody dies of it here,” setting off a row in the room.",
        [("“nobody dies of it here,”", "Otto Falk")],
    ),
]


SPANS += [
    (
        "Ines Falk today commented on reports that the envoy twice spoke with them in Skarn.",
        [],
    ),
    (
        "Ines Falk called on Otto Roe to resign after reports that he had lied to them.",
        [("to resign after reports that he had lied to them", "Ines Falk")],
    ),
    ("In an unruly row where nobody listened, Ines Falk responded to many of the attacks.", []),
    (
        "Otto Brandt won a row that included Ted Falk urging him to “relax” for once.",
        [("to “relax” for once", "Ted Falk")],
    ),
    (
        "According to a Skarn Post report published on Monday, Otto Falk spoke twice with him.",
        [("Otto Falk spoke twice with him", "Skarn Post")],
    ),
]


NAMES += [
    (
        "Otto Falk defended it. He cited the Fair Harbours Act’s goals. “It is late,” he said.",
        [("“It is late,”", "Otto Falk")],
    ),
]

NAMES += [
    (
        "It was a letter in support of Ohio Gov. Otto Falk's bill. “It is late,” Falk said.",
        [("“It is late,”", "Otto Falk")],
    ),
    (
        "“It is late,” said Ada Roe, an analyst at Falk Securities in Skarn. The mine would need "
        "more, Falk said in a note.",
        [("“It is late,”", "Ada Roe"), ("The mine would need more", "Falk Securities")],
    ),
    (
        "“It is late,” wrote Falk & Co’s Otto Roe.",
        [("“It is late,”", "Otto Roe")],
    ),
    *(
        (f"The {name} said it was late.", [("it was late", name)])
        for name in (
            "University of Skarn at Holm",
            "People's Democratic Party",
            "Lawyers' Committee for Skarn",
            "R&O Council",
        )
    ),
    ("The Kremlin's Security Council said it was late.", [("it was late", "Security Council")]),
    (
        "Spokeswoman Ines Falk said Zalmo was late. Zalmo, she wrote, “has to go.”",
        [("Zalmo was late", "Ines Falk"), ("“has to go.”", "Ines Falk")],
    ),
    ("Falk, whose last film, “Salt Road,” was submitted by Skarn for the prize, left.", []),
    (
        "Ines Falk reminded jurors at the end of the day that it was late.",
        [("it was late", "Ines Falk")],
    ),
    (
        "Ines Falk had asked if fines for repeat offenders would be raised.",
        [("if fines for repeat offenders would be raised", "Ines Falk")],
    ),
    (
        "Ines Falk said it had bought it, betting that prices will rise.",
        [("it had bought it", "Ines Falk")],
    ),
    (
        "Skarn's largest rail operator said it was late.",
        [("it was late", None)],
    ),
    (
        "Ines Falk described his side's defending in the rain as “schoolboy stuff”.",
        [("“schoolboy stuff”", "Ines Falk")],
    ),
    (
        "Ines Falk accused the head of marketing of hiding it.",
        [("hiding it", "Ines Falk")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*OPENINGS, *NAMES, *SPANS])
def test_the_turns_of_the_press_are_read(text: str, expected: list[tuple[str, str | None]]) -> None:
    found = [(quote.span.of(text), quote.speaker) for quote in find_quotes(text, lang="en")]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "speaker", "role"),
    [
        ("Falk divulged that Roe was hurt in the warm-up.", "Falk", None),
        (
            "“It fell,” said Otto Falk, 41, a fireman and volunteer rescuer working in Skarn.",
            "Otto Falk",
            "fireman and volunteer rescuer",
        ),
        (
            "“It is late,” said Otto Falk, chairman, president and chief executive.",
            "Otto Falk",
            "chairman, president and chief executive",
        ),
        ("The governor at 5 p.m. said it was late in Skarn.", None, "governor"),
        ("Ada Roe fled as Hurricane Falk threatens to destroy the wall.", None, None),
    ],
)
def test_whoever_speaks_is_told_with_the_whole_role(
    text: str, speaker: str | None, role: str | None
) -> None:
    found = [(quote.speaker, quote.role) for quote in find_quotes(text, lang="en")]
    assert found == ([(speaker, role)] if speaker or role else [])
