"""Quotations behind a sentence that tells what their speaker did, as tables of texts."""

import pytest

from index.quotes import find_quotes

LATE = '"It is late, and it is cold."'

BEATS = [
    (f"Ines Falk shook her head. {LATE}", "Ines Falk"),
    (f"Ines Falk is the mayor. She laughed. {LATE}", "Ines Falk"),
    (f"Ines Falk, the mayor, arrived early. The mayor laughed. {LATE}", "Ines Falk"),
    # nobody is sure
    (f"Ines Falk was criticised. {LATE}", None),
    (f"Ines Falk looked at Otto Brandt. {LATE}", None),
    (f"The council rejected it. {LATE}", None),
    (f"The ship sank. {LATE}", None),
    (f"Ines Falk shook her head.\n\n{LATE}", None),
]


@pytest.mark.parametrize(("text", "speaker"), BEATS)
def test_who_just_did_something_speaks(text: str, speaker: str | None) -> None:
    (found,) = find_quotes(text, lang="en")
    assert (text[found.span.start : found.span.end], found.speaker) == (LATE, speaker)
    assert found.rule == ("beat" if speaker else "unattributed")


def test_a_sentence_between_ends_what_somebody_says() -> None:
    between = f'"We go," said Otto Brandt.\n\nInes Falk sighed. {LATE}'
    assert [one.speaker for one in find_quotes(between)] == ["Otto Brandt", "Ines Falk"]
    other = f'"We go," said Otto Brandt.\n\nThe ship sank. {LATE}'
    assert [one.speaker for one in find_quotes(other)] == ["Otto Brandt", None]


def test_it_goes_on_behind_what_its_speaker_does() -> None:
    text = f'"They do not need me," Otto Brandt says. He drinks. {LATE}'
    assert [one.speaker for one in find_quotes(text)] == ["Otto Brandt", "Otto Brandt"]
