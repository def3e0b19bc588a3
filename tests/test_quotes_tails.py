"""Where the words end that somebody is reported to say, and the reporter's own go on."""

import pytest

from index.quotes import find_quotes

# each with what is reported
ENDS = [
    # what others think of it, and who somebody is
    ("Falk said it would sell the hall, an idea Brandt had rejected.", "it would sell the hall"),
    ("Falk said it would sell the hall, a plan many residents oppose.", "it would sell the hall"),
    ("Falk said it was late, something her critics have long denied.", "it was late"),
    ("Falk urged the board to hire Otto Brandt, a lawyer who has left.", "to hire Otto Brandt"),
    # what somebody did then
    (
        "Falk said she was speaking for the town, then took it back by noon.",
        "she was speaking for the town",
    ),
    ("Falk told them she would sign it, then flew home.", "she would sign it"),
    # what a clause explains, and what somebody said of it
    (
        "Falk said it would sell the hall, a step the town says will cost much.",
        "it would sell the hall",
    ),
    (
        "Falk urged each shop to shut by six, a rule that nobody has kept since.",
        "to shut by six",
    ),
    (
        "Falk said Brandt had looked for it, a query he later said was a joke.",
        "Brandt had looked for it",
    ),
    ("Falk said half would stay, a number Mr Brandt called too low.", "half would stay"),
    (
        "Falk said they were at odds over the wall, a strip of stone a mile long that leads out.",
        "they were at odds over the wall",
    ),
    (
        "Falk said she was glad; two seats are free in May, and some of them will be hers.",
        "she was glad",
    ),
    ("Falk blamed a cool spring for a long fall in the sales of chairs.", "a cool spring"),
    # what ends a talk, or what a court does behind what it asks for
    ("Falk said it was closed and referred questions to her lawyer.", "it was closed"),
    ("Falk said she had no comment and hung up.", "she had no comment"),
    ("Falk said the mill would stay open and then left the room.", "the mill would stay open"),
    (
        "The judge asked Brandt to pay those who were hurt and adjourned the case until May.",
        "to pay those who were hurt",
    ),
    ("Falk said it would close two plants, sending its shares down.", "it would close two plants"),
    ("Falk said talks had begun, without giving details.", "talks had begun"),
    ("Falk said talks had begun, without naming a place.", "talks had begun"),
    ("Falk said profit was 5 crowns, compared with 4.", "profit was 5 crowns"),
    ("Falk said profit was 5 crowns, against an earlier 4.", "profit was 5 crowns"),
    ("Falk said profit was 5 crowns, up from 4.", "profit was 5 crowns"),
    ("Falk said it was cold but declined to go in.", "it was cold"),
    ("Falk said it was cold, but stopped short of going in.", "it was cold"),
    ("Falk said it was cold but gave no reason.", "it was cold"),
    ("Falk said it was cold and did not elaborate.", "it was cold"),
    ("Falk said it was late, but she did not change it.", "it was late"),
    ("Falk said it was late, but others disputed this.", "it was late"),
    ("Falk said it was late, although Brandt denied it.", "it was late"),
    ("Falk insisted it was late, though.", "it was late"),
    ("It cost him the house, and, Falk claimed, a year of rest.", "a year of rest"),
    ("Falk warned of a hard winter, while Brandt is due on Monday.", "a hard winter"),
    # what the reporter tells in the present, behind a report in the past
    ("Falk said the mill would close, which is the last in town.", "the mill would close"),
    ("Falk said it was late, while Brandt is due on Monday.", "it was late"),
    # behind what somebody is accused of or called
    ("Falk accused Brandt of 'losing their nerve' after a draw.", "'losing their nerve'"),
    ("Falk accused Brandt of losing heart, though he never did.", "losing heart"),
    ("Falk insisted it was fair even as others wrote that it was late.", "it was fair"),
    ("It was fair, Falk said on Monday, even as others left the hall.", "It was fair"),
    ("Falk promised to reopen it in May, although its owner sold the land.", "to reopen it in May"),
    ("Falk promised a vote as soon as May, though he is six short.", "a vote as soon as May"),
    ("Falk said it had 12,000 names, a number that could not be verified.", "it had 12,000 names"),
    ("Falk said it was late, and Ines Roe, the mayor, agreed.", "it was late"),
    (
        "Falk said that he should go back and 'say it,' while Brandt left.",
        "he should go back and 'say it,'",
    ),
    (
        "Falk rejected the charge as 'flat wrong,' and left it at that.",
        "the charge as 'flat wrong,'",
    ),
    ("Falk wrote to her, warning that failure to sign was a crime.", "failure to sign was a crime"),
    # what "after" and "as" tell is the reporter's where it is most of it
    (
        "Falk said she was tired of it after a goal in the last minute denied her side a win "
        "in a cold and empty hall.",
        "she was tired of it",
    ),
    (
        "Falk said it would close two mills, as buyers in all of the north went on to turn to "
        "cheaper brands.",
        "it would close two mills",
    ),
    (
        "Falk threatened to clear the hall after a man in the last row shouted at the board.",
        "to clear the hall",
    ),
    ("Falk said the plan was late and defended a fund she began.", "the plan was late"),
    ("Falk insisted it was late, then said it was not.", "it was late"),
    (
        "Falk said the law is late, a reading of the law that the court has not contested.",
        "the law is late",
    ),
    (
        "Falk denied any talks with the buyer, whose offer was the highest of the four.",
        "any talks with the buyer",
    ),
    ("Falk, who called the port “a trap,” left the hall in “The Morning Show.”", "“a trap,”"),
    ("Falk first said “a few of them” and, in a later note, put it at two.", "“a few of them”"),
    (
        "Falk announced that the ayes had it, set down the bell and walked off the stage.",
        "the ayes had it",
    ),
    (
        "Falk said he felt ill as his side slipped to a fifth loss in front of a furious crowd.",
        "he felt ill",
    ),
    ("Falk told the board the town had “no way,” and did not say more.", "the town had “no way,”"),
    ("Falk told “The Morning Show” that it was late.", "it was late"),
    ("Falk said it would go on, brushing aside a loss in the north.", "it would go on"),
    ("Falk said she would hire, a line that drew boos.", "she would hire"),
    ("It is late, said Ines Falk, a nurse who has two sons and is on leave.", "It is late"),
    ("Falk asked Roe to pay and barred him from the hall.", "to pay"),
    # behind whom something is blamed on, and what most words only tell of
    ("Falk blamed the spill on a lack of care.", "a lack of care"),
    ("Falk blamed the spill on vandals.", "vandals"),
    ("Falk described the harbour minister as a liar.", "a liar"),
    ("Falk referred to the minister as “the landlord” and left.", "“the landlord”"),
]

# what looks like a report is none
NOTHING = [
    "Falk Group reported a half-year net loss of 12 million, compared with a profit before.",
    "Falk Group reported a 12% rise in sales on Monday.",
    "Falk denied the account.",
    "Falk denied those allegations, and left.",
]

# words that only look like the reporter's own belong to what is said
GOES_ON = [
    ("Falk said the wall had cracked, then collapsed.", "then collapsed"),
    ("Falk said she had signed it, then flown home.", "then flown home"),
    ("Falk said the town had lost its bank in a fire in May, a loss that it felt.", "that it felt"),
    ("Falk blamed Brandt for selling the mill too late to save it.", "too late to save it"),
    ("Falk said the man had shouted and left the room.", "left the room"),
    ("Falk said the judge had heard both sides and adjourned the case.", "adjourned the case"),
    ("Falk said it was weak, something everyone knew.", "everyone knew"),
    ("Falk said she had met Otto Brandt, a lawyer who had left.", "who had left"),
    # a verb of the clause, though it shares the subject of nobody but the clause's own
    ("Falk said a man had come to her door asking for money.", "asking for money"),
    ("Falk said he had a letter from the bank threatening to close it.", "to close it"),
    ("Falk said he had wept and had twice asked whether it was over.", "it was over"),
    ("Falk said the man had shouted at her and had then asked for a key.", "a key"),
    ("Falk said it would close two plants, cutting 300 jobs.", "cutting 300 jobs"),
    ("Falk said the mill had closed, which was a pity.", "which was a pity"),
    ("Falk said the mill closed after a fire.", "after a fire"),
    ("Falk says the mill closed, while the yard is open.", "while the yard is open"),
    ("Falk said the mill closed only after a fire had burned all of its roof.", "its roof"),
    ("Falk said it had closed after a row in which two men were badly hurt.", "hurt"),
    ("Falk said it would go on, as long as the weather in the north allowed it.", "allowed it"),
    ("Falk said it was cold and that the yard had closed.", "the yard had closed"),
]


def reported(text: str) -> list[str]:
    return [text[one.span.start : one.span.end] for one in find_quotes(text, lang="en")]


@pytest.mark.parametrize(("text", "words"), ENDS)
def test_the_reporters_own_words_are_left_out(text: str, words: str) -> None:
    assert reported(text)[0] == words


@pytest.mark.parametrize(("text", "end"), GOES_ON)
def test_what_is_said_goes_on(text: str, end: str) -> None:
    assert reported(text)[-1].endswith(end)


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_said(text: str) -> None:
    assert reported(text) == []


def test_others_who_tell_of_a_threat_are_its_source() -> None:
    [quote] = find_quotes("Otto Falk threatened to go, according to two aides.", lang="en")
    assert (quote.cue, quote.speaker) == ("according to", None)


def test_whoever_testified_before_told_it() -> None:
    text = "The town's mayor, Ines Falk, who testified after Mr. Roe, told the panel it was late."
    assert reported(text) == ["it was late"]
