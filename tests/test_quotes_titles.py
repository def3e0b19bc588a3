"""What stands before a name and is no part of it."""

import pytest

from index.quotes import find_quotes

# what stands before "said it was late", and who that is
TITLED = [
    ("Det Con Ines Falk", "Ines Falk"),
    ("Const. Ines Falk", "Ines Falk"),
    ("Sqn Ldr Ines Falk", "Ines Falk"),
    ("DCP Rakesh Kumar", "Rakesh Kumar"),
    ("CP Hadiza Roe", "Hadiza Roe"),
    ("DIG Otto Brandt", "Otto Brandt"),
    ("Chief Conservator of Forests Ines Falk", "Ines Falk"),
    ("Senator Rose Achieng' Roe", "Rose Achieng' Roe"),
    ("Recorder Ines Falk", "Ines Falk"),
    ("The judge, Recorder Ines Falk,", "Ines Falk"),
    ("Taoiseach Ines Falk", "Ines Falk"),
    ("Scrum-half Otto Brandt", "Otto Brandt"),
    ("Stationmaster Otto Brandt", "Otto Brandt"),
    ("Chief Fire Officer S.K. Brandt", "S.K. Brandt"),
    ("Lord Chief Justice Falk", "Falk"),
    ("Lord Mayor Ines Falk", "Ines Falk"),
    ("Coun Ines Falk", "Ines Falk"),
    ("Prof. Ines Falk of the chemistry department", "Ines Falk"),
    # whose or what somebody is, as an acronym or a people
    ("Kiboro MCA Esther Wanjala", "Esther Wanjala"),
    ("The Labour TD Sinéad Mac Mahon", "Sinéad Mac Mahon"),
    ("The Dutch Green Marijke Brandt", "Marijke Brandt"),
    ("CNN Jim Brandt", "Jim Brandt"),
    ("JD Brandt", "JD Brandt"),
    ("LHAMO Dorje Pell", "LHAMO Dorje Pell"),
    ("British Red Cross", "British Red Cross"),
    ("BBC Radio Leeds", "BBC Radio Leeds"),
    ("Prairie & Pacific", "Prairie & Pacific"),
    # of other lands
    ("Gogo Elizabeth Falk", "Elizabeth Falk"),
    ("Datuk Otto Brandt", "Otto Brandt"),
    ("Shri Rakesh Kumar", "Rakesh Kumar"),
    ("Sheikh Omar Haddad", "Omar Haddad"),
    ("Pastor Steve Brandt", "Steve Brandt"),
    ("Fr Otto Brandt", "Otto Brandt"),
    # names that elsewhere are titles
    ("Sheikh Falk", "Sheikh Falk"),
    ("Don Brandt", "Don Brandt"),
    ("Baba Brandt", "Baba Brandt"),
    # descriptions joined by hyphens
    ("Mother-of-three Ines Falk", "Ines Falk"),
    ("Grandmother-of-two Ines Ada Falk, 64,", "Ines Ada Falk"),
    ("London-based Ines Falk", "Ines Falk"),
    ("Oscar-winning Ines Falk", "Ines Falk"),
    ("Goalkeeper-turned-coach Ines Falk", "Ines Falk"),
    ("Tsai Ing-wen", "Tsai Ing-wen"),
    # small words in capitals
    ("IF Verkstad", "IF Verkstad"),
    ("The Institute of Primary Educators", "Institute of Primary Educators"),
    # two appositions
    ("Enid Crane, the mayor's sister-in-law, who died in May,", "Enid Crane"),
    ("Otto Brandt, her nephew, an actor himself,", "Otto Brandt"),
]


# what stands before a name of which no table holds a word
BEFORE = [
    "Acting Deputy Assistant Commissioner",
    "Assistant Chief Constable",
    "Chief Medical Officer",
    "Chief Operating Officer",
    "Deputy Prime Minister",
    "UN Special Rapporteur",
    "Lance Corporal",
    "Lt. Col.",
    "Maj. Gen.",
    "Fr.",
    "Insp",
    "Research Fellow",
    "Study Co-author",
    "GP",
    "Eyewitness",
    "Passer-by",
    "Holidaymaker",
    "Steelworker",
    "Tehsildar",
    "Labour MP",
    "DUP MLA",
    "Norvik CEO",
    "Republican Sen.",
    "Local resident",
    "The 34-year-old",
    "An emotional",
    "Norvik Bearings'",
]
# what stands behind one
BEHIND = [
    " MP",
    " KC",
    ", KC,",
    " (D-Ohio)",
    ", R-Ohio,",
    ", 45, a nurse,",
    " of the Skarn Institute",
]


@pytest.mark.parametrize("title", BEFORE)
@pytest.mark.parametrize("name", ["Zylo Quarn", "Mbekwa Otthar"])
def test_a_title_before_an_unknown_name_is_no_part_of_it(title: str, name: str) -> None:
    found = find_quotes(f"{title} {name} said it was late.", lang="en")
    assert [quote.speaker for quote in found] == [name]


@pytest.mark.parametrize("behind", BEHIND)
def test_what_stands_behind_an_unknown_name_is_no_part_of_it(behind: str) -> None:
    found = find_quotes(f"Zylo Quarn{behind} said it was late.", lang="en")
    assert [quote.speaker for quote in found] == ["Zylo Quarn"]


@pytest.mark.parametrize(("subject", "speaker"), TITLED)
def test_the_speaker_is_named_without_title(subject: str, speaker: str) -> None:
    found = find_quotes(f"{subject} said it was late.", lang="en")
    assert [quote.speaker for quote in found] == [speaker]


def test_a_brother_has_the_surname_that_mr_shows() -> None:
    text = (
        "“Slow down,” said Delphine Okafor, who opened it. Her brother, Chidi, said it was late. "
        "“It is a fad,” Mr. Okafor said."
    )
    found = find_quotes(text, lang="en")
    assert [quote.speaker for quote in found] == ["Delphine Okafor", *["Chidi Okafor"] * 2]


# each with what the court heard
HEARD = [
    ("The court heard that Ines Falk had left.", "Ines Falk had left"),
    ("Ines Falk left at noon, a court heard.", "Ines Falk left at noon"),
    ("Jurors were told that Ines Falk had left.", "Ines Falk had left"),
    ("Skarn Crown Court was told Falk had left.", "Falk had left"),
    ("The inquest heard how Ines Falk asked why he left.", "how Ines Falk asked why he left"),
]


@pytest.mark.parametrize(("text", "words"), HEARD)
def test_nobody_is_known_to_say_what_a_court_heard(text: str, words: str) -> None:
    found = find_quotes(text, lang="en")
    assert [(text[q.span.start : q.span.end], q.speaker) for q in found] == [(words, None)]


@pytest.mark.parametrize(
    "text", ["The jury heard evidence from Ines Falk.", "Ines Falk heard that it was late."]
)
def test_what_others_hear_is_not_said(text: str) -> None:
    assert find_quotes(text, lang="en") == []


# each with what is said
VERBS = [
    ("Falk questioned whether it was late.", "whether it was late"),
    ("Falk disputed that members had been rushed.", "members had been rushed"),
    ("Falk directed jurors not to look it up.", "not to look it up"),
    ("Falk rejected any suggestion it had cut corners.", "any suggestion it had cut corners"),
    ("Falk cautioned against haste and waste.", "haste and waste"),
    ("Falk asked for an independent inquiry.", "an independent inquiry"),
    ("Falk apologised for the delay.", "the delay"),
    ("Falk admitted 14 counts of fraud.", "14 counts of fraud"),
]


# words of saying by which nothing is said
NOTHING = [
    "Falk apologised to passengers.",
    "Falk expressed grief over the fire.",
    "Falk expressed her condolences to all.",
    "Falk saw no further reporting of it: it ended.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_said(text: str) -> None:
    assert find_quotes(text, lang="en") == []


@pytest.mark.parametrize(("text", "words"), VERBS)
def test_more_verbs_report(text: str, words: str) -> None:
    found = find_quotes(text, lang="en")
    assert [text[quote.span.start : quote.span.end] for quote in found] == [words]
