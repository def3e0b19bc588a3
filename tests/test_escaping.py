"""Whatever an article says, Discord and the terminal show its words and do nothing else."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.escaping import (
    UNTITLED,
    cut,
    inert,
    inert_label,
    inert_with_bold,
    terminal_safe,
    utf16_length,
)

# What Discord's clients render, each where it begins; written from what they do, not from our code.
FORMS = {
    "bold": r"\*\*(?:\\.|[^\\])+?\*\*(?!\*)",
    "underline": r"__(?:\\.|[^\\])+?__",
    "italics": r"\*(?![\s*])(?:\\.|[^*\\])+?\*|_(?:\\.|[^_\\])+?_(?!\w)",
    "strike": r"~~.+?~~",
    "spoiler": r"\|\|.+?\|\|",
    "code": r"(`+).+?\1",
    "mention": r"<(?:@[!&]?|#)\d+>|@everyone|@here",
    "command": r"</[\w -]+:\d+>",
    "guild page": r"<id:\w+(?::\d+)?>|<\d+:\w+>",
    "timestamp": r"<t:-?\d+(?::\w)?>",
    "emoji": r"<a?:\w+:\d+>|:\d*[A-Za-z_+-][\w+-]*:",
    "address": r"(?:https?|steam|discord|mailto)://?[^\s<]|<[^: >]+:/[^ >]+>",
    "invite": r"discord(?:app)?\.\w+/",
    "host": r"\w\.\w",
    "masked link": r"\[[^\]]*\]\s*\([^)]*\)",
}
AT_LINE_START = {
    "heading": r" *#{1,3}\s",
    "subtext": r" *-# ",
    "list": r" *(?:[*+-]|\d+\.) ",
    "quote": r" *>(?:>>)? ",
}

HOSTILE = [
    "*italics*", "**bold**", "***both***", "_italics_", "__underline__", "___all three___",
    "~~strike~~", "||spoiler||", "`code`", "``code ` code``", "```\nfence\n```",
    "```ansi\n\x1b[31mred\x1b[0m\n```", "# heading", "## heading", "### heading", "   # heading",
    "-# subtext", " -# subtext", "- item", "* item", "+ item", "1. item", "2026. item",
    "  7. item\n  8. item", "> quote", ">>> quote to the end", "text\n> quote", "text\n# heading",
    "text\n- item\n- item", "[bbc.co.uk](https://evil.example)",
    "[bbc\n](https://evil.example)", "http://a.example/[bbc](https://evil.example)",
    "[a](<https://evil.example>)", "[a](https://evil.example 'title')", "[[a]](https://evil.example)",
    "\\[a](https://evil.example)", "[a\\](https://evil.example)", "[a]\\(https://evil.example)",
    "![a](https://evil.example/x)", "<@1>", "<@!1>", "<@&1>", "<#1>", "@everyone", "@here",
    "\\@everyone", "@\u200beveryone", "<@\u200b1>", "</ask:1>", "</ask now:1>", "<t:0>", "<t:0:R>",
    "<t:-1:F>", "<id:customize>", "<id:browse>", "<id:linked-roles:1>", "<1:customize>", "<:a:1>",
    "<a:wave:1>", ":smile:", ":+1:", ":a:b:c:", "12:30:45", "https://evil.example",
    "HTTPS://EVIL.EXAMPLE", "<https://evil.example>", "http://127.0.0.1/x", "steam://run/1",
    "discord://-/channels/1", "mailto:a@b.example", "<a@b.example>", "<+15550100>",
    "www.evil.example", "evil.example/path", "discord.gg/x", "discord.com/invite/x",
    "discordapp.com/invite/x", "dіscord.gg/x", "https://dіscord.gg/x", "dis\u200bcord.gg/x",
    "discord\u2060.gg/x", "discord.\u00adgg/x", "https:\u200b//evil.example",
    "h\u200dttps://evil.example", "\u202egnp.exe", "\u2066isolated\u2069", "a\u200b\u200b\u200bb",
    "\U000e0041\U000e0042tagged", "a" + "\u0301" * 10_000, "\ufdfa" * 4_000, "\x00nul", "\x9b31m",
    "\x1b]0;title\x07", "\ud800", "\udfff\ud800", "\\", "\\\\", "\\*", "\\\\*a*", "*a\\*", "**a\\*",
    "¯\\_(ツ)_/¯", "**", "****", "*" * 99, "_" * 99, "`" * 99, "|" * 99, "[]()" * 99, "\\" * 99,
    "a\rb\r\nc\u2028d\u2029e\x85f", "\u3164\u115f", "", " ", "\n",
]  # fmt: skip


def active_forms(text: str) -> set[str]:
    """The names of all that Discord would render in a one-line message, by a reading of our own."""
    found = {name for name, pattern in AT_LINE_START.items() if re.match(pattern, text)}
    position = 0
    while position < len(text):
        if re.match(r"\\[^A-Za-z0-9\s]", text[position : position + 2]):
            position += 2
            continue
        names = {
            name
            for name, pattern in FORMS.items()
            if re.compile(pattern).match(text, position, position + 300)
        }
        bold = text.startswith("**", position)  # opens or closes; no italics begin inside it
        found |= names - {"italics"} if bold else names
        position += 2 if bold else 1
    return found


def without_backslashes(text: str) -> str:
    return re.sub(r"\\([^A-Za-z0-9\s])", r"\1", text)


def without_bold(text: str) -> str:
    return re.sub(r"(\\[^A-Za-z0-9\s])|\*\*", r"\1", text)


def squeezed(text: str) -> str:
    """The visible ASCII and the letters of the rest, which nothing may change."""
    return "".join(
        character
        for character in text
        if "!" <= character <= "~" or unicodedata.category(character) in ("Lu", "Ll", "Nd", "Po")
    )


def invisible(text: str) -> list[str]:
    return [
        character
        for character in text
        if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp")
    ]


def test_the_reading_of_discord_knows_the_forms_it_looks_for() -> None:
    assert active_forms("**a** b") == {"bold"}
    assert active_forms("[a](b)") == {"masked link"}
    assert active_forms("# a") == {"heading"}
    assert active_forms("1. a") == {"list"}
    assert active_forms(r"\*\*a\*\* \<\@1\>") == set()
    assert len(HOSTILE) >= 80


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_shown_and_does_nothing(text: str) -> None:
    shown = inert(text)
    assert active_forms(shown) == set()
    assert invisible(shown) == []
    assert squeezed(without_backslashes(shown)) == squeezed(text)
    shown.encode()  # no half of a surrogate pair is left


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_in_bold_is_bold_and_nothing_else(text: str) -> None:
    body = f"{text} and {text}"
    shown = inert_with_bold(body, [(0, len(text))])
    assert active_forms(shown) <= {"bold"}
    assert squeezed(without_backslashes(without_bold(shown))) == squeezed(body)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_headline_does_nothing_even_without_backslashes(text: str) -> None:
    label = inert_label(text, limit=80)
    assert active_forms(label) <= {"host"}  # a host without a scheme is no link
    assert not re.search(r"[\\`*_~|\[\]()<>]", label)
    assert invisible(label) == []
    assert label == label.strip() != ""
    assert utf16_length(label) <= 80


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_cannot_drive_a_terminal(text: str) -> None:
    shown = terminal_safe(text)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)
    shown.encode()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Plain words, with commas; and dashes – and “quotes” (and brackets).", None),
        ("It rose 3.5% to $4.20. Then it fell", r"It rose 3\.5% to $4\.20\. Then it fell"),
        ("In 2020. Then", r"In 2020\. Then"),
        ("one\n\ntwo\tthree  four", "one two three four"),
        ("snow\u00adfall", "snowfall"),
        ("a - b", "a - b"),
        ("می\u200cخواهم", "می\u200cخواهم"),  # the joiner shapes the word
        ("क्\u200dष", "क्\u200dष"),
        ("👩\u200d💻 ❤\ufe0f 👩🏽\u200d🚀", "👩\u200d💻 ❤\ufe0f 👩🏽\u200d🚀"),
        ("👩\u200d\u200d\u200d💻", "👩💻"),
        ("❤" + "\ufe0f" * 9, "❤\ufe0f"),
        ("a\u0301\u0301\u0301\u0301\u0301\u0301b", "a\u0301\u0301\u0301\u0301b"),
        ("ကြွော့်", "ကြွော့်"),
        ("葛\U000e0100城", "葛\U000e0100城"),
    ],
)
def test_words_stay_as_they_are(text: str, expected: str | None) -> None:
    assert inert(text) == (text if expected is None else expected)


def test_the_limit_counts_the_words_and_not_the_backslashes() -> None:
    assert inert("****", limit=4) == r"\*\*\*\*"
    assert inert("*****", limit=4) == r"\*\*\*…"


@pytest.mark.parametrize(
    ("text", "highlights", "expected"),
    [
        ("The tide turns", [(4, 8)], "The **tide** turns"),
        ("foobarbaz", [(3, 6)], "foo**bar**baz"),
        ("The tide turns", [(3, 9)], "The **tide** turns"),
        ("ab", [(0, 1), (1, 2)], "**ab**"),
        ("a\u200bb", [(0, 1), (2, 3)], "**ab**"),
        ("a b", [(0, 1), (2, 3)], "**a** **b**"),
        ("*a*b", [(0, 3), (3, 4)], r"**\*a\*b**"),
        ("a* b", [(0, 2), (3, 4)], r"**a\*** **b**"),
        ("**tide**", [(2, 6)], r"\*\***tide**\*\*"),
        ("- tide", [(0, 6)], r"**\- tide**"),
        ("1. tide", [(0, 7)], r"**1\. tide**"),
        ("a\n\nb", [(1, 3)], "a b"),
        ("tide", [(0, 0)], "tide"),
        ("\\tide", [(0, 5)], r"**\\tide**"),
        ("tide\\", [(0, 5)], r"**tide\\**"),
    ],
)
def test_highlights_are_bold(text: str, highlights: list[tuple[int, int]], expected: str) -> None:
    assert inert_with_bold(text, highlights) == expected


@pytest.mark.parametrize(
    ("headline", "label"),
    [
        ("Ferry sails at last", "Ferry sails at last"),
        ("[Live] Ferry (2026) **sails**", "Live Ferry 2026 sails"),
        ("https://bbc.example/news says", "bbc.example/news says"),
        ("https:https:////x.example", "https: x.example"),
        ("ht*tps://x.example", "ht x.example"),
        ("example.com/x", "example.com/x"),
        ("join discord.gg/abc now", "join discord.gg abc now"),
        ("join discord.com/invite/abc", "join discord.com abc"),
        ("🔴 Live: 12:30 update", "Live: 12:30 update"),
        (":fire: hot", "fire: hot"),
        ("# 1. FC Nord wins", "1.\u00a0FC Nord wins"),
        ("- -# - x", "x"),
        ("#MeToo, -5°C", "#MeToo, -5°C"),
        ("@everyone look", "＠everyone look"),
        ("🔥🔥", UNTITLED),
        ("\u200b", UNTITLED),
    ],
)
def test_a_label_keeps_its_words(headline: str, label: str) -> None:
    assert inert_label(headline, limit=100) == label


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("tide", 4, "tide"),
        ("tides", 4, "tid…"),
        ("a tide", 3, "a…"),
        ("a", 0, ""),
        ("", 0, ""),
        ("👍👍", 4, "👍👍"),
        ("👍👍", 3, "👍…"),
        ("👍👍", 2, "…"),
        ("ae\u0301b", 3, "a…"),
        ("x👩\u200d💻y", 6, "x…"),
        ("x👍🏽y", 4, "x…"),
        ("🇩🇪🇫🇷🇮🇹", 7, "🇩🇪…"),
        ("🇩🇪🇫🇷🇮🇹", 9, "🇩🇪🇫🇷…"),
        ("क्षेत्र", 3, "क्…"),
        ("한\u1112\u1161\u11abx", 4, "한…"),
    ],
)
def test_a_cut_falls_between_characters_as_readers_see_them(
    text: str, limit: int, expected: str
) -> None:
    assert cut(text, limit) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one\ntwo\tthree", "one\ntwo\tthree"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("\x9b31m\x07bell", "31mbell"),
        ("\u202eevil", "evil"),
    ],
)
def test_a_terminal_gets_words_and_line_breaks(text: str, expected: str) -> None:
    assert terminal_safe(text) == expected


ALPHABET = "ab1 .-:/\\*_~|`[]()<>#@+&!\n" + "\u200b\u200d\u202e\u0301\ufe0f👍🏽🇩水é\ud800\x1b"
TEXTS = st.one_of(st.text(ALPHABET, max_size=60), st.text(max_size=60))


@given(TEXTS)
def test_no_text_is_active(text: str) -> None:
    assert active_forms(inert(text)) == set()


@given(TEXTS)
def test_without_its_backslashes_the_text_is_the_original(text: str) -> None:
    shown = without_backslashes(inert(text))
    assert squeezed(shown) == squeezed(text)
    assert inert(shown) == inert(text)


@given(TEXTS)
def test_backslashes_at_most_double_a_text(text: str) -> None:
    assert len(inert(text)) <= 2 * len(text)


@given(TEXTS, st.lists(st.integers(0, 60), max_size=8))
def test_any_highlights_give_bold_and_nothing_else(text: str, borders: list[int]) -> None:
    places = sorted(min(border, len(text)) for border in borders)
    spans = list(zip(places[::2], places[1::2], strict=False))
    shown = inert_with_bold(text, spans)
    assert active_forms(shown) <= {"bold"}
    assert re.sub(r"\\[^A-Za-z0-9\s]", "", shown).count("**") % 2 == 0
    assert squeezed(without_backslashes(without_bold(shown))) == squeezed(text)


@given(TEXTS, st.integers(1, 40))
def test_no_label_is_active(text: str, limit: int) -> None:
    label = inert_label(text, limit=limit)
    assert active_forms(label) <= {"host"}
    assert label == UNTITLED or utf16_length(label) <= limit


@given(TEXTS, st.integers(0, 70))
def test_a_cut_never_exceeds_its_limit(text: str, limit: int) -> None:
    short = cut(text, limit)
    assert utf16_length(short) <= limit
    assert short == text or text.startswith(short.removesuffix("…"))


@pytest.mark.parametrize(
    "text",
    [
        "[a](",
        "*",
        "\u0301",
        "\u200d",
        "🇩",
        "a:",
        ":a",
        ".1",
        " ",
        "\\",
        "[]()",
        "\u200b \u0301",
        "a",
    ],
)
def test_a_megabyte_of_anything_is_read_once(text: str) -> None:
    megabyte = text * (1_000_000 // len(text))
    assert len(inert(megabyte)) <= 2 * len(megabyte)
    assert len(inert_with_bold(megabyte, [(10, 20)])) <= 2 * len(megabyte) + 4
    assert utf16_length(inert_label(megabyte, limit=100)) <= 100
    assert utf16_length(cut(megabyte, 1_000)) <= 1_000
    assert len(terminal_safe(megabyte)) <= len(megabyte)
