"""Interviews that are printed as such."""

import pytest

from index.quotes import find_quotes
from index.quotes.interviews import guest_of, turns
from index.sentences import paragraphs

LETTERS = """Tomas Hall has written eleven novels. We met in his kitchen.

Q: Do you read your own books?

A: Never. It is fear.

I tried once, and put it away.

Q: What comes next?

A: A shopping list.

His wife laughed. "All of it," said Ines Falk."""

NAMES = """The band is back after ten years. Orrismouth Times spoke to Ines Falk, its singer.

ORRISMOUTH TIMES: Why now?

FALK: Because we can.

ORRISMOUTH TIMES: Will you tour?

FALK: In spring, I hope."""

INITIALS = """Ines Falk and Otto Brandt run the port together.

**OB:** The wall will hold.

**IF:** It will not, and I said so.

**OB:** We shall see about that.

**IF:** Then let us see."""


def said(text: str, title: str = "") -> list[tuple[str, str | None, str]]:
    found = find_quotes(text, title=title, lang="en")
    return [(quote.span.of(text), quote.speaker, quote.attribution) for quote in found]


def test_answers_are_those_of_whom_the_interview_is_with() -> None:
    assert said(LETTERS) == [
        ("Never. It is fear.\n\nI tried once, and put it away.", "Tomas Hall", "inferred"),
        ("A shopping list.", "Tomas Hall", "inferred"),
        ('"All of it,"', "Ines Falk", "stated"),
    ]


def test_the_headline_says_whom_an_interview_is_with() -> None:
    first, *_ = said("By Otto Brandt\n\n" + LETTERS, title="Tomas Hall on forgetting his books")
    assert first[1] == "Tomas Hall"


def test_labels_that_are_names_say_who_speaks_and_who_asks() -> None:
    assert said(NAMES) == [
        ("Because we can.", "Ines Falk", "stated"),
        ("In spring, I hope.", "Ines Falk", "stated"),
    ]


def test_labels_may_be_initials() -> None:
    assert [one[:2] for one in said(INITIALS)] == [
        ("The wall will hold.", "Otto Brandt"),
        ("It will not, and I said so.", "Ines Falk"),
        ("We shall see about that.", "Otto Brandt"),
        ("Then let us see.", "Ines Falk"),
    ]


BRIEFING = """Ines Falk met the press.

Spokesperson Ines Falk: Good morning. We begin.

National Television: Is the port shut?

Ines Falk: It is.

Reuters: The mayor, Otto Brandt, said it was late. Is it?

Ines Falk: It is not. We wait.

I would recall what Erik Roe said here: "It is never late." That is so.

AFP: A follow-up. Will it open?

Ines Falk: I have nothing on that."""


def test_at_a_press_conference_many_ask_and_one_answers() -> None:
    assert [one[:2] for one in said(BRIEFING)] == [
        ("Good morning. We begin.", "Ines Falk"),
        ("It is.", "Ines Falk"),
        ("it was late", "Otto Brandt"),
        (
            "It is not. We wait.\n\nI would recall what Erik Roe said here: "
            '"It is never late." That is so.',
            "Ines Falk",
        ),
        ("I have nothing on that.", "Ines Falk"),
    ]


TRANSCRIPT = """Q: Foreign Minister Erik Roe said that the strait should stay open. Your comment?

A: From what the minister said, some people want disorder. That helps nobody.

That country has a poor record on the strait.

Q: According to reports, 250 sailors left the harbour.

This means that the longest blockade has ended. What is your comment?

A: The position of the ministry is clear."""


@pytest.mark.parametrize(
    "title",
    [
        "Ministry Spokesperson Ines Falk's Regular Press Conference on May 5, 2024",
        "Ministry Spokesperson Ines Falk’s Remarks on the Strait",
        "News Conference of Ministry Spokesperson Ines Falk",
        "Press Briefing by Press Secretary Ines Falk, May 5, 2024",
        "Q&A: An Interview with Ines Falk on Open Seas",
        "Interview: Ines Falk on Open Seas",
    ],
)
def test_a_transcript_is_of_whom_its_headline_names(title: str) -> None:
    answers = [one for one in said(TRANSCRIPT, title) if one[1] == "Ines Falk"]
    assert [one[0] for one in answers] == [
        "From what the minister said, some people want disorder. That helps nobody."
        + ("" if "Interview" in title else "\n\nThat country has a poor record on the strait."),
        "The position of the ministry is clear.",
    ]


def test_nobody_answers_who_is_only_asked_about() -> None:
    speakers = {speaker for words, speaker, _ in said(TRANSCRIPT) if "strait should" not in words}
    assert speakers == {None}


def test_a_paragraph_that_tells_of_the_speaker_is_not_said() -> None:
    text = NAMES.replace("FALK: Because we can.", "FALK: Because we can.\n\nFalk pours the tea.")
    assert said(text) == said(NAMES)


@pytest.mark.parametrize(
    "title", ["Port opens again", "Falk: The port is open", "Mayor's Office", "Remarks of note"]
)
def test_other_headlines_name_no_guest(title: str) -> None:
    assert guest_of(title) in (None, "note")


def test_a_label_of_nobody_known_names_nobody() -> None:
    text = "The port shut.\n\nX: No.\n\nY: It is.\n\nX: It is not.\n\nY: Oh yes."
    assert {speaker for _, speaker, _ in said(text)} == {None}


@pytest.mark.parametrize(
    "text",
    [
        "Q: One question?\n\nA: One answer.",
        "Where: the hall\n\nWhen: at noon\n\nWho: everybody\n\nWhy: to dance",
        "08:15: The port shuts.\n\n09:20: The port opens.\n\n10:05: It shuts.",
        "",
    ],
)
def test_other_colons_make_no_interview(text: str) -> None:
    assert turns(text, paragraphs(text)) == []


def test_turns_may_be_marked_by_letters_with_full_stops() -> None:
    text = (
        "Ines Falk, a nurse, left on Monday.\n\nQ. Was it late?\n\nA. It was late by then.\n\n"
        "Q. And why?\n\nA. Nobody had told them."
    )
    found = [(quote.span.of(text), quote.speaker) for quote in find_quotes(text, lang="en")]
    assert found == [("It was late by then.", "Ines Falk"), ("Nobody had told them.", "Ines Falk")]


def test_nobody_answers_the_questions_of_a_page_of_help() -> None:
    text = (
        "The Skarn Harbour Permit costs little.\n\nQ. Is it late?\n\nA. It is late by then.\n\n"
        "Q. And why?\n\nA. Nobody is told of it."
    )
    assert [quote.speaker for quote in find_quotes(text, lang="en")] == [None, None]


UNLABELLED = (
    "Ines Falk, a biologist, studies eels. She spoke to us about them.\n\n"
    "How did it begin?\n\nWith a wet shirt. I had seen one.\n\nI fed it.\n\n"
    "And then?\n\nWe had thirty.\n\nDid they bite?\n\nMy hand still hurts.\n\n"
    "That puts you in an odd place.\n\nIt does. I sleep badly.\n\nDo they?\n\nOnly at noon.\n\n"
    "The board has since met. “It is late,” its chair, Otto Brandt, wrote."
)


def test_answers_behind_bare_questions_are_of_whoever_was_spoken_with() -> None:
    found = [(one.span.of(UNLABELLED), one.speaker) for one in find_quotes(UNLABELLED, lang="en")]
    assert found == [
        ("With a wet shirt. I had seen one.\n\nI fed it.", "Ines Falk"),
        ("We had thirty.", "Ines Falk"),
        ("My hand still hurts.", "Ines Falk"),
        ("It does. I sleep badly.", "Ines Falk"),
        ("Only at noon.", "Ines Falk"),
        ("“It is late,”", "Otto Brandt"),
    ]


def test_headings_that_ask_make_no_interview() -> None:
    for changed in (
        UNLABELLED.replace("She spoke to us", "She wrote"),
        UNLABELLED.replace("I ", "they ").replace("My", "A").replace("We", "They"),
    ):
        assert [one.speaker for one in find_quotes(changed, lang="en")] == ["Otto Brandt"]
