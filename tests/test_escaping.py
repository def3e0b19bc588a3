import re
import unicodedata

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from bot.escaping import cut, inert, inert_label, inert_with_bold, terminal_safe, utf16_length

# --- Discord in small: what its clients make of a text ------------------------------------------

_ESCAPE = re.compile(r"\\([^0-9A-Za-z\s])")
_LIVE = {
    "formatting": r"[*_`~|]",
    "a backslash": r"\\",
    "a masked link": r"\[[^\]]*\]\s*\(",
    "a mention, time, command or emoji": r"<(@|#|/|t:|id:|a?:|https?:|\+|mailto:|tel:)",
    "a mention of all": r"@(everyone|here)",
    "a link": r"[A-Za-z][A-Za-z0-9+.-]*://",
    "an invite": r"[\w-]+\.(gg|com|gift|new|me)\b",
    "an emoji code": r":[^\s:]+:",
    "a block": r"\A\s*(#{1,3}\s|-#\s|>|[-+]\s|\d+[.)]\s)",
    "a second line": r"[\n\r\v\f\x85\u2028\u2029]",
    "something that is not seen": r"[\x00-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u202a-\u202e"
    r"\u2060-\u2069\ufeff\u034f\u2800\u3164\ud800-\udfff\ue000-\uf8ff\U000e0000-\U000e0fff]",
    "a letter under a heap of marks": r"[\u0300-\u036f\ufe00-\ufe0f]{5}",
}  # fmt: skip


def live(message: str) -> list[str]:
    """What of a message would be more than its own words."""
    active = _ESCAPE.sub("\N{WHITE SQUARE}", message)
    return [name for name, pattern in _LIVE.items() if re.search(pattern, active)]


def shown(message: str) -> str:
    """The message as it is read."""
    return _ESCAPE.sub(r"\1", message)


def bold_parts(message: str) -> list[str]:
    """The message as a client splits it: what is plain and what is bold, in turn."""
    parts = [""]
    place = 0
    while place < len(message):
        if message.startswith("**", place):
            parts.append("")
            place += 2
            continue
        step = 2 if _ESCAPE.match(message, place) else 1
        parts[-1] += message[place : place + step]
        place += step
    assert len(parts) % 2 == 1, "a bold part has no end"
    return parts


# --- one line for Discord ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # formatting
        ("a *b* c", r"a \*b\* c"),
        ("**b**", r"\*\*b\*\*"),
        ("***b***", r"\*\*\*b\*\*\*"),
        ("_b_ __c__", r"\_b\_ \_\_c\_\_"),
        ("~~b~~", r"\~\~b\~\~"),
        ("||b||", r"\|\|b\|\|"),
        ("`b` ``c``", r"\`b\` \`\`c\`\`"),
        ("```ansi\n\x1b[31mred\n```", r"\`\`\`ansi \[31mred \`\`\`"),
        ("\\*b\\*", r"\\\*b\\\*"),
        ("ends in \\", "ends in \\\\"),
        ("¯\\_(ツ)_/¯", r"¯\\\_(ツ)\_/¯"),
        ("5 * 3 = 15", r"5 \* 3 = 15"),
        ("snake_case", r"snake\_case"),
        # blocks
        ("# b", r"\# b"),
        ("### b", r"\### b"),
        ("-# b", r"\-# b"),
        ("> b", r"\> b"),
        (">>> b", r"\>>> b"),
        ("- b", r"\- b"),
        ("* b", r"\* b"),
        ("+ b", r"\+ b"),
        ("1. b", r"1\. b"),
        ("12) b", r"12\) b"),
        ("1.", r"1\."),
        ("  \n # b", r"\# b"),
        ("\u200b# b", r"\# b"),
        ("a\n# b", "a # b"),
        ("a\n- b\n- c", "a - b - c"),
        ("a\n> b", "a > b"),
        ("a\r\n\r\nb\u2028c\u2029d\x85e", "a b c d e"),
        # links
        ("[bbc](https://evil.example)", r"\[bbc\](https\://evil\.example)"),
        ("[bbc\n](https://evil.example)", r"\[bbc \](https\://evil\.example)"),
        ("[bbc] (<https://evil.example>)", r"\[bbc\] (\<https\://evil\.example>)"),
        ("http://a.b/[bbc](https://evil.example)",
         r"http\://a.b/\[bbc\](https\://evil\.example)"),
        ("[a][b] [sic]", r"\[a\]\[b\] \[sic\]"),
        ("<https://evil.example>", r"\<https\://evil\.example>"),
        ("HTTPS://EVIL.EXAMPLE", r"HTTPS\://EVIL\.EXAMPLE"),
        ("https:\u200b//evil.example", r"https\://evil\.example"),
        ("steam://run discord://-/x", r"steam\://run discord\://-/x"),
        ("discord.gg/x", r"discord\.gg/x"),
        ("discord.\u200bgg/x", r"discord\.gg/x"),
        ("discord.com/invite/x", r"discord\.com/invite/x"),
        ("dіscord.gg/x", r"dіscord\.gg/x"),
        ("https://discord.gift/x", r"https\://discord\.gift/x"),
        ("mailto:a@b.example", r"mailto:a\@b\.example"),
        # what Discord writes in angle brackets
        ("<@1> <@!1> <@&1>", r"\<\@1> \<\@!1> \<\@&1>"),
        ("<#1>", r"\<#1>"),
        ("</ask:1>", r"\</ask:1>"),
        ("<t:0:R>", r"\<t\:0:R>"),
        ("<id:customize>", r"\<id:customize>"),
        ("<:a:1> <a:b:1>", r"\<\:a:1> \<a\:b:1>"),
        ("<<@1>", r"\<\<\@1>"),
        ("@everyone and @here", r"\@everyone and \@here"),
        ("@\u200beveryone", r"\@everyone"),
        (":smile: :+1: :a_b:", r"\:smile: \:+1: \:a\_b:"),
        ("at 10:30:45", r"at 10\:30:45"),
        ("a::b:c", r"a\:\:b:c"),
        # what is not seen
        ("a\x00b\x07c\x1b[0md\x7fe\x9bf", r"abc\[0mdef"),
        ("a\u202eb\u2066c\u2069\u200f", "abc"),
        ("a\u200bb\u2060c\ufeffd\u00ade\u034f", "abcde"),
        ("a\u200db\u200cc", "abc"),
        ("a\u3164b\u2800c\u115f", "abc"),
        ("a\U000e0041\U000e0042b\U000e0100", "ab"),
        ("a\ud800b\ue000c\ufffed", "abcd"),
        ("e" + "\u0301" * 50, "e" + "\u0301" * 4),
        ("✌" + "\ufe0f" * 50, "✌" + "\ufe0f" * 4),
        ("  a \t\u00a0\u3000 b  ", "a b"),
        ("\u200b \u200b", ""),
        ("", ""),
        # words, which stay as they are
        ("He said: “No, no (never)!” – at 10:30, for $3.50 & 5%.",
         "He said: “No, no (never)!” – at 10:30, for $3.50 & 5%."),
        ("The U.S. army, e.g. No. 1, is well-known", "The U.S. army, e.g. No. 1, is well-known"),
        ("1.5 million", "1.5 million"),
        ("And so on… 汪文斌说：“好。”", "And so on… 汪文斌说：“好。”"),
        ("می‌خواهم क्‍ष", "می‌خواهم क्‍ष"),
        ("👩‍👩‍👧 🏳️‍🌈 🇸🇪 👍🏽", "👩‍👩‍👧 🏳️‍🌈 🇸🇪 👍🏽"),
        ("สวัสดี Ễ é", "สวัสดี Ễ é"),
        ("\U0001fae8 �", "\U0001fae8 �"),
    ],
)  # fmt: skip
def test_a_text_is_shown_as_it_is(text: str, expected: str) -> None:
    assert inert(text) == expected
    assert live(expected) == []


_SOUP = "ab1 *_`~|[](){}<>#+-=!.:@/&\\\n\t\u200b\u200d\u202e\u0301é好👍:"
_PIECES = [
    *("https://", "discord.gg/", "@everyone", "<@1>", ":a:", "](", "[a", "**", "__", "~~", "||"),
    *("```", "-# ", "1. ", "\n", " ", "a", "\\", "\u200b", "://", "x.com", "<t:", "#", ">"),
]  # fmt: skip
_TEXTS = st.text() | st.text(_SOUP) | st.lists(st.sampled_from(_PIECES)).map("".join)


@given(_TEXTS)
@example("::0:")
def test_nothing_in_any_text_is_live(text: str) -> None:
    assert live(inert(text)) == []


def _words(text: str) -> str:
    """What is seen of a text, apart from joiners, which depend on what is around them."""
    unseen = ("Cc", "Cf", "Cs", "Co")
    spaced = "".join(" " if character.isspace() else character for character in text)
    seen = (c for c in spaced if unicodedata.category(c) not in unseen and not _unseen(c))
    return " ".join("".join(seen).split())


def _unseen(character: str) -> bool:
    return bool(re.match(_LIVE["something that is not seen"], character)) or (
        character in "\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\uffa0\ufffe\uffff"
        or "\ufdd0" <= character <= "\ufdef"
    )


@given(_TEXTS)
def test_without_its_backslashes_it_is_the_text_without_what_is_not_seen(text: str) -> None:
    assume(not any(unicodedata.category(character) in ("Mn", "Me") for character in text))

    assert shown(inert(text)).replace("\u200d", "").replace("\u200c", "") == _words(text)


@given(_TEXTS)
def test_at_most_each_character_gets_a_backslash(text: str) -> None:
    assert len(inert(text)) <= 2 * len(text)


# --- bold ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "highlights", "expected"),
    [
        ("the old ferry", [(4, 7)], "the **old** ferry"),
        ("the old ferry", [(0, 3), (8, 13)], "**the** old **ferry**"),
        ("the old ferry", [(0, 13)], "**the old ferry**"),
        ("the old ferry", [(0, 3), (4, 7)], "**the old** ferry"),
        ("the \n old ferry", [(0, 3), (6, 9)], "**the old** ferry"),
        ("ferryboat", [(0, 5), (5, 9)], "**ferryboat**"),
        ("ferryboat", [(0, 5), (3, 9)], "**ferryboat**"),
        ("ferryboat", [(5, 9)], "ferry**boat**"),
        ("the old ferry", [(3, 8)], "the **old** ferry"),
        ("old-ferry", [(0, 3), (4, 9)], "**old**-**ferry**"),
        ("“old”, ferry", [(1, 4)], "“**old**”, ferry"),
        ("*old* ferry", [(1, 4)], r"\***old**\* ferry"),
        ("*old* ferry", [(0, 5)], r"**\*old\*** ferry"),
        ("a ** b", [(2, 4)], r"a **\*\*** b"),
        ("old\\", [(0, 4)], "**old\\\\**"),
        ("a b", [(1, 2)], "a b"),
        ("a b", [(2, 2)], "a b"),
        ("a\u200bb", [(1, 2)], "ab"),
        ("e\u0301a", [(1, 2)], "e\u0301a"),
        ("e\u0301a", [(0, 1)], "**e\u0301**a"),
        ("  old", [(2, 5)], "**old**"),
        ("old  ", [(0, 5)], "**old**"),
        ("# old", [(2, 5)], r"\# **old**"),
        ("- old", [(0, 5)], r"**\- old**"),
        ("discord.gg/x", [(0, 7), (8, 10)], r"**discord**\.**gg**/x"),
        ("https://a", [(0, 5)], r"**https**\://a"),
        (":smile:", [(1, 6)], r"\:**smile**:"),
        ("[a](b)", [(1, 2), (4, 5)], r"\[**a**\](**b**)"),
        ("old", [(-5, 1), (2, 99)], "**o**l**d**"),
        ("汪文斌说", [(0, 3)], "**汪文斌**说"),
        ("old", [], "old"),
        ("", [(0, 3)], ""),
    ],
)
def test_highlights_are_bold(text: str, highlights: list[tuple[int, int]], expected: str) -> None:
    assert inert_with_bold(text, highlights) == expected


@given(_TEXTS, st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30))))
def test_bold_changes_no_word_and_always_ends(text: str, highlights: list[tuple[int, int]]) -> None:
    message = inert_with_bold(text, highlights)
    parts = bold_parts(message)

    assert "".join(parts) == inert(text)
    assert all(part == part.strip() and part for part in parts[1::2])
    assert all(part.strip() for part in parts[2:-1:2])


@given(_TEXTS)
def test_a_highlight_of_everything_is_one_bold_part(text: str) -> None:
    line = inert(text)

    assert inert_with_bold(text, [(0, len(text))]) == (f"**{line}**" if line else "")


# --- labels of links -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ferry stops", "Ferry stops"),
        ("[Ferry](https://evil.example) stops", "Ferry evil․example stops"),
        ("Ferry](<https://evil.example>) [stops", "Ferry evil․example stops"),
        ("**Ferry** _stops_ ~~now~~ `x` ||y||", "Ferry stops now x y"),
        ("# Ferry \\ stops", "Ferry stops"),
        ("https://bbc.co.uk says", "bbc․co․uk says"),
        ("hthttps://tps://x https:https://://x", "x https: x"),
        ("Amazon.com grows by 3.5", "Amazon․com grows by 3.5"),
        ("@everyone: ferry", "＠everyone: ferry"),
        (":smile: ferry", "smile: ferry"),
        ("Ferry 👩‍👩‍👧 stops ✌️ 🇸🇪", "Ferry stops"),
        ("Ferry\nstops\t\u202enow\x1b", "Ferry stops now"),
        ("“Ferry” – stops: why? 5% & more!", "“Ferry” – stops: why? 5% & more!"),
        ("渡轮停运（图）", "渡轮停运（图）"),
        ("", "Untitled"),
        ("[]()", "Untitled"),
        ("👍", "Untitled"),
        ("Ferry stops for good today", "Ferry stops for goo…"),
    ],
)
def test_a_label_has_no_marks(text: str, expected: str) -> None:
    assert inert_label(text, limit=20 if expected.endswith("…") else 100) == expected


@given(_TEXTS, st.integers(0, 40))
def test_no_label_ends_its_link_or_grows_too_long(text: str, limit: int) -> None:
    label = inert_label(text, limit=limit)

    assert utf16_length(label) <= limit
    assert not re.search(r"[\[\]()<>\\*_~`|@#]|://|:[^\s:]+:|\w\.(com|gg)", label)
    assert label or not limit
    assert live(f"x{label}") == []


# --- terminals -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\n\tb", "a\n\tb"),
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("\x1b]8;;https://evil.example\x07x\x1b\\", "]8;;https://evil.examplex\\"),
        ("\x9b31mred", "31mred"),
        ("over\rwritten\x08\x08", "overwritten"),
        ("a\x00b\x7fc", "abc"),
        ("a\u202eb\u2066c", "abc"),
        ("a\ud800b", "ab"),
        ("*a* [b](c) <@1>", "*a* [b](c) <@1>"),
        ("👩‍👩‍👧 é 汪", "👩‍👩‍👧 é 汪"),
    ],
)
def test_nothing_drives_a_terminal(text: str, expected: str) -> None:
    assert terminal_safe(text) == expected


@given(_TEXTS)
def test_what_is_safe_for_a_terminal_stays_as_it_is(text: str) -> None:
    safe = terminal_safe(text)

    assert terminal_safe(safe) == safe
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", safe)


# --- length --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "length"), [("", 0), ("aé汪", 3), ("😀", 2), ("👩‍👧", 5), ("\ud800", 1)]
)
def test_length_is_counted_as_discord_does(text: str, length: int) -> None:
    assert utf16_length(text) == length


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("ferry", 5, "ferry"),
        ("ferry", 4, "fer…"),
        ("old ferry", 5, "old…"),
        ("ferry", 1, "…"),
        ("ferry", 0, ""),
        ("", 0, ""),
        ("a😀", 2, "a…"),
        ("😀😀😀", 5, "😀😀…"),
        ("😀😀😀", 4, "😀…"),
        ("xe\u0301\u0302yz", 4, "x…"),
        ("xe\u0301yz", 4, "xe\u0301…"),
        ("👩‍👩‍👧 abc", 8, "…"),
        ("👩‍👩‍👧 abc", 9, "👩‍👩‍👧…"),
        ("👍🏽👍🏽", 6, "👍🏽…"),
        ("👍🏽👍🏽", 4, "…"),
        ("🇸🇪🇩🇰🇳🇴", 9, "🇸🇪🇩🇰…"),
        ("🇸🇪🇩🇰🇳🇴", 8, "🇸🇪…"),
        ("नमस्ते", 5, "नम…"),
        ("\u1112\u1161\u11ab\u1112\u1161", 4, "\u1112\u1161\u11ab…"),
        ("\u1112\u1161\u11ab\u1112\u1161", 3, "…"),
        ("✌️✌️", 3, "✌️…"),
    ],
)
def test_a_cut_leaves_whole_characters(text: str, limit: int, expected: str) -> None:
    assert cut(text, limit) == expected


_ATOMS = [
    "a",
    " ",
    "é",
    "e\u0301",
    "😀",
    "👩‍👩‍👧",
    "👍🏽",
    "🇸🇪",
    "汪",
    "न",
    "\u1112\u1161\u11ab",
    "✌️",
]


@given(st.lists(st.sampled_from(_ATOMS)), st.integers(0, 40))
def test_a_cut_fits_and_keeps_what_it_can(atoms: list[str], limit: int) -> None:
    text = "".join(atoms)
    kept = cut(text, limit)
    fits = [n for n in range(len(atoms) + 1) if utf16_length("".join(atoms[:n])) <= limit - 1]

    assert utf16_length(kept) <= limit
    assert cut(kept, limit) == kept
    if utf16_length(text) > limit > 0:
        assert kept == "".join(atoms[: fits[-1]]).rstrip() + "…"


@given(_TEXTS, st.integers(0, 40))
def test_a_cut_of_any_text_fits_and_is_its_beginning(text: str, limit: int) -> None:
    kept = cut(text, limit)

    assert utf16_length(kept) <= limit
    assert kept == text or not limit or text.startswith(kept.removesuffix("…"))


@pytest.mark.parametrize(
    "unit",
    ["a-", "[](", ":", "\\", "a\u0301", "\u0301", "\u200d", "🇸", " ", "://", "a.", "1", "**"],
)
def test_hundreds_of_thousands_of_anything_are_no_burden(unit: str) -> None:
    text = unit * 200_000

    # A quadratic step would not come to an end here within minutes.
    assert len(inert_with_bold(text, [(1, 5)])) <= 2 * len(text) + 4
    assert utf16_length(inert_label(text, limit=50)) <= 50
    assert len(terminal_safe(text)) <= len(text)
    assert utf16_length(cut(text, 1_000)) <= 1_000
