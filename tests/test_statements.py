"""What is said over many paragraphs, and words that nobody is known to have said."""

from pathlib import Path

import pytest

from bot.texts import answers as texts
from index import SearchIndex
from tests.asking import RAIN, ask
from tests.builders import article, collection

PADDING = (
    "It has been a long year on this coast, and nobody in the harbour, in the yards or in the "
    "council house has had an easy one; the winter came early, the boats lay still for weeks, and "
    "the money that was put aside for better days is gone, as all of us here know only too well."
)
STATEMENT = f"""HARWICK — After the vote, Councillor Ada Morn released the following statement:

“This vote was about the breakwater. {PADDING}

“The ferry is another matter. The ferry must run in winter, whatever the owners say. {PADDING}

“I was an early friend of the lighthouse, and I remain one. {PADDING}”"""


@pytest.fixture
def index(data: Path) -> SearchIndex:
    notice = "The board met late.\n\n“A reckless use of harbour dues,” a poster in the hall read."
    collection(
        data, article("vote", STATEMENT, lang="en"), article("notice", notice, lang="en"), *RAIN
    )
    return SearchIndex.open(data)


def test_a_topic_is_found_late_in_a_statement(index: SearchIndex) -> None:
    (best, *_) = ask(index, "What did Ada Morn say about the lighthouse?").citations
    assert "early friend of the lighthouse" in best.excerpt.text
    assert best.excerpt.speaker == "Ada Morn"


def test_the_speaker_of_a_statement_is_told_of_its_last_words(index: SearchIndex) -> None:
    (best, *_) = ask(index, "who is a friend of the lighthouse").citations
    assert best.excerpt.text.startswith("“I was an early friend of the lighthouse")
    assert best.excerpt.speaker == "Ada Morn"


def test_who_speaks_is_named_without_all_that_is_said(index: SearchIndex) -> None:
    (best, *_) = ask(index, "What did Ada Morn say about the lighthouse?").citations
    assert best.excerpt.named_in is not None
    named = best.excerpt.named_in.of(best.excerpt.article.text)
    assert named.endswith("Councillor Ada Morn released the following statement:")


def test_words_that_nobody_is_known_to_have_said_are_shown_where_they_stand(
    index: SearchIndex,
) -> None:
    given = ask(index, 'who said "reckless use of harbour dues"?')
    assert [one.excerpt.article.id for one in given.citations] == ["notice"]
    assert given.notes == (texts.SPEAKER_UNKNOWN,)
    assert not ask(index, 'who said "reckless use of lighthouse dues"?').answered
