"""Which stretches of a text stand in quotation marks."""

import pytest

from index.quotes.marks import dialogue, quotations
from index.sentences import paragraphs

STRETCHES = [
    ('He said "one" and "two".', ['"one"', '"two"']),
    ("He said “one” and ‘two’.", ["“one”", "‘two’"]),
    ("„Eins“ und »zwei« und ‚drei‘.", ["„Eins“", "»zwei«", "‚drei‘"]),
    ("« Un » et «deux» et ‹trois›.", ["« Un »", "«deux»", "‹trois›"]),
    ("「一」と『二』", ["「一」", "『二』"]),
    ("He said ``one'' there.", ["``one''"]),
    ('He said " one " there.', ['" one "']),
    ("”Ett” sade hon.", ["”Ett”"]),
    # only the outermost
    ('"He said ‘one’ there," she said.', ['"He said ‘one’ there,"']),
    ("‘He said “one” there,’ she said.", ["‘He said “one” there,’"]),
    ("“He said ‘one’.”", ["“He said ‘one’.”"]),
    # typed in two ways
    ('"One,” he said. “Two," he said.', ['"One,”', '“Two,"']),
    ('"He said “one” there,” she said.', ['"He said “one” there,”']),
    ('"He said “one” there," she said.', ['"He said “one” there,"']),
    # apostrophes
    ("It's the boys' boat, isn't it?", []),
    ("It’s the boys’ boat, isn’t it?", []),
    ("'Tis the '90s, rock 'n' roll.", []),
    ("'It's the boys' boat,' she said.", ["'It's the boys' boat,'"]),
    ("‘It’s the boys’ boat,’ she said.", ["‘It’s the boys’ boat,’"]),
    ("He called it 'the boys' and left", ["'the boys'"]),
    # strays
    ('He is 6\' 2" tall and "fine".', ['"fine"']),
    ('He "never closed it.', []),
    ('He "never closed it, but "this" he did.', ['"this"']),
    ("“Never closed, ‘but this’ is.", ["‘but this’"]),
    ('""""', []),
    ('"\'\'""', ["\"''\""]),
]

PARAGRAPHS = [
    ('"One.\n\n"Two.\n\n"Three," he said.', ['"One.\n\n"Two.\n\n"Three,"']),
    ("“One.\n\n“Two.”", ["“One.\n\n“Two.”"]),
    ("« Un.\n\n» Deux. »", ["« Un.\n\n» Deux. »"]),
    ('"One never closed\n\n"Two," he said.', ['"Two,"']),
    ('"One.\n\nTwo," he said.', ['"One.\n\nTwo,"']),
    ('"One.\n\n"Two never closed.\n\nThree.', ['"One.\n\n"Two never closed.']),
]

DIALOGUE = [
    ("—Nos vamos —dijo Falk—. Adiós.", ["Nos vamos", "Adiós."]),
    ("— Nous partons, dit Falk.", ["Nous partons,"]),
    ("— Nous partons.", []),
    ("Nos vamos —dijo Falk.", []),
]


@pytest.mark.parametrize(("text", "expected"), STRETCHES + PARAGRAPHS)
def test_a_quotation_runs_from_its_opening_to_its_closing_mark(
    text: str, expected: list[str]
) -> None:
    assert [span.of(text) for span in quotations(text, paragraphs(text))] == expected


@pytest.mark.parametrize(("text", "expected"), DIALOGUE)
def test_a_dash_opens_speech_where_a_cue_tells_who_speaks(text: str, expected: list[str]) -> None:
    (paragraph,) = paragraphs(text)
    spoken = dialogue(text, paragraph, {"dijo", "dit"}.__contains__)
    assert [span.of(text) for span in spoken] == expected


def test_a_long_paragraph_of_marks_holds_no_quotation() -> None:
    text = '" ' * 100_000
    assert quotations(text, paragraphs(text)) == []
