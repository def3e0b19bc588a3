from collections.abc import Iterator
from urllib.parse import unquote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.links import safe_url, text_fragment_link
from index.spans import Span

ADDRESS = "https://news.example/ferry"


def directive(text: str, quoted: str, occurrence: int = 1) -> str | None:
    """The directive for the words `quoted` of a text, or None where there is none."""
    start = -1
    for _ in range(occurrence):
        start = text.index(quoted, start + 1)
    link = text_fragment_link(ADDRESS, text, start, start + len(quoted))
    assert link is not None
    address, mark, found = link.partition("#:~:text=")
    assert address == ADDRESS
    return found if mark else None


# --- a browser in small: what a directive opens, after the rule that browsers share --------------


def _blocks(text: str) -> list[list[tuple[str, int]]]:
    """Each line as (lower-case character, its place), white space as single spaces."""
    blocks: list[list[tuple[str, int]]] = []
    place = 0
    for line in text.split("\n"):
        block: list[tuple[str, int]] = []
        for character in line:
            if not character.isspace():
                block.append((character.lower(), place))
            elif block and block[-1][0] != " ":
                block.append((" ", place))
            place += 1
        place += 1
        blocks.append(block)
    return blocks


def _found(text: str, term: str, begin: int, *, border: bool = True) -> Iterator[Span]:
    """Where a term stands from `begin` on, in one block and between word borders."""
    wanted = " ".join(term.lower().split())
    for block in _blocks(text):
        letters = "".join(character for character, _ in block)
        for at in range(len(letters) - len(wanted) + 1):
            end = at + len(wanted)
            if letters[at:end] != wanted or block[at][1] < begin:
                continue
            cuts_left = at > 0 and letters[at - 1].isalnum() and letters[at].isalnum()
            cuts_right = (
                end < len(letters) and letters[end - 1].isalnum() and letters[end].isalnum()
            )
            if not cuts_right and not (border and cuts_left):
                yield Span(block[at][1], block[end - 1][1] + 1)


def _next(text: str, term: str, begin: int) -> Span | None:
    """The term where it follows `begin` at once, apart from white space."""
    begin += len(text[begin:]) - len(text[begin:].lstrip())
    found = next(_found(text, term, begin, border=False), None)
    return found if found and found.start == begin else None


def opened(text: str, found: str) -> Span | None:
    """What a browser marks of a page for a directive."""
    terms = found.split(",")
    prefix = unquote(terms.pop(0)[:-1]) if terms[0].endswith("-") else ""
    suffix = unquote(terms.pop()[1:]) if terms[-1].startswith("-") else ""
    start, end = unquote(terms[0]), unquote(terms[1]) if terms[1:] else ""
    assert len(terms) <= 2
    if prefix:
        follows = (_next(text, start, one.end) for one in _found(text, prefix, 0))
        starts = (one for one in follows if one)
    else:
        starts = _found(text, start, 0)
    for begin in starts:
        ends = _found(text, end, begin.end) if end else iter((begin,))
        for finish in ends:
            if not suffix or _next(text, suffix, finish.end):
                return Span(begin.start, finish.end)
    return None


# --- text directives ---------------------------------------------------------------------------

FERRY = "The old ferry sailed at noon. Nobody waited for it, not even the harbour master.\n"


@pytest.mark.parametrize(
    ("text", "quoted", "expected"),
    [
        (FERRY, "The old ferry sailed at noon.", "The%20old%20ferry%20sailed%20at%20noon"),
        (FERRY, FERRY, "The%20old%20ferry,the%20harbour%20master"),
        ("She said “no more” to it.", "“no more”", "no%20more"),
        ("A well-known man, R&D.", "well-known man, R&D", "well%2Dknown%20man%2C%20R%26D"),
        ("He (the 'boss') “won”.", "the 'boss') “won”", "the%20%27boss%27%29%20%E2%80%9Cwon"),
        ("Die Straße nach Süden.", "Straße nach Süden", "Stra%C3%9Fe%20nach%20S%C3%BCden"),
        ("It  was\tlate by then.", "It  was\tlate", "It%20was%20late"),
        ("天气很好，公园。", "公园。", "%E5%85%AC%E5%9B%AD"),
        ("One ended.\nTwo began here.", "ended.\nTwo began here", "ended,Two%20began%20here"),
        ("Half a word.", "alf a word", "a%20word"),
        ("Half a word.", "Half a wor", "Half%20a"),
        ("see example.com now", "example.com now", "example.com%20now"),
        ("we don’t know", "don’t know", "don%E2%80%99t%20know"),
        ("हिन्दी भाषा है।", "हिन्दी भाषा", "%E0%A4%B9%E0%A4%BF%E0%A4%A8%E0%A5%8D%E0%A4%A6%E0%A5%80%20"
        "%E0%A4%AD%E0%A4%BE%E0%A4%B7%E0%A4%BE"),
        ("snake_case is fine", "snake_case", "snake_case"),
    ],
)  # fmt: skip
def test_a_directive_names_the_quoted_words(text: str, quoted: str, expected: str) -> None:
    assert directive(text, quoted) == expected


@pytest.mark.parametrize(
    ("text", "quoted", "occurrence", "expected"),
    [
        ("no, one day. Yes, one day.", "one day", 2, "Yes%2C-,one%20day"),
        ("He said “go now”. She said “go now”.", "go now", 2, "She%20said%20%E2%80%9C-,go%20now"),
        ("an art. A part. The art.", "art", 1, "art"),
        ("a cart, an art", "art", 2, "art"),
        ("Ferry news.\nThe ferry news.", "ferry news", 1, "The-,ferry%20news"),
        ("One ferry\nThe resumé\nA resume", "resume", 1, "A-,resume"),
        ("“Quoted” word.\nA \"quoted\" word", "quoted\" word", 1, "A%20%22-,quoted%22%20word"),
        ("die Strasse\neine Straße", "Straße", 1, "eine-,Stra%C3%9Fe"),
        ("b a\nb a", "b a", 2, "a-,b%20a"),
        ("Ends.\n\nStart\n\nOther.\n\nStart", "Start", 2, "Other.-,Start"),
        ("Ends.\n\nStart\n\nOther.\n\n## Start", "Start", 2, "Other.-,Start"),
        ("Ends.\n\nStart\n\nOther.\n\n“Start”", "Start", 2, "Other.-,%E2%80%9CStart"),
    ],
)  # fmt: skip
def test_words_that_are_not_the_first_of_their_kind_get_a_prefix(
    text: str, quoted: str, occurrence: int, expected: str
) -> None:
    assert directive(text, quoted, occurrence) == expected


@pytest.mark.parametrize(
    ("text", "quoted", "occurrence", "expected"),
    [
        ("resumés\nresume it\n\n", "resume", 1, "resume"),
        ("**x** go now. x *go* now", "go* now", 1, "now.%20x-,go%20now"),
        ("* * *\n\n" * 3 + "go now", "go now", 1, "go%20now"),
    ],
)
def test_marks_count_for_nothing_when_words_are_compared(
    text: str, quoted: str, occurrence: int, expected: str
) -> None:
    assert directive(text, quoted, occurrence) == expected


def test_a_suffix_tells_words_apart_that_no_prefix_does() -> None:
    same = "one two three four five six seven"

    assert directive(f"{same}, eight. {same}, nine.", "seven", 2) == "seven,-%2C%20nine"
    assert directive(f"{same}, eight. {same}, eight.", "seven", 2) is None


def test_a_long_quote_that_begins_like_another_gets_more_words_or_a_prefix() -> None:
    same = "the ferry left and went over the water to the island of the birds"

    assert directive(f"{same} slowly.\nThen {same} again.", f"{same} again", 1) == (
        "Then-,the%20ferry%20left,the%20birds%20again"
    )
    assert directive(f"the ferry left early.\n{same}.", same) == (
        "the%20ferry%20left%20and,of%20the%20birds"
    )


def test_the_end_of_a_long_quote_begins_after_its_start() -> None:
    start = "one two three four five six"

    assert directive(f"{start}. {start} seven eight nine.", f"{start} seven eight nine") == (
        "one%20two%20three%20four%20five%20six%20seven,eight%20nine"
    )


def test_the_end_of_a_long_quote_gets_more_words_where_it_repeats() -> None:
    end = "and that is all he said"
    quoted = f"We asked him for the reason, this is all he said, indeed {end}"

    assert directive(f"{end}. {quoted} today.", quoted) == (
        "We%20asked%20him,that%20is%20all%20he%20said"
    )


@pytest.mark.parametrize(
    ("text", "quoted", "expected"),
    [
        ("## Ferry stops\n\nIt did.", "## Ferry stops", "Ferry%20stops"),
        ("> > A quote", "> > A quote", "A%20quote"),
        ("- An item", "- An item", "An%20item"),
        ("12. An item", "12. An item", "An%20item"),
        ("It **did** stop.", "It **did** stop", "It%20did%20stop"),
        ("It **did *not*** stop.", "**did *not*** stop", "did%20not%20stop"),
        ("It did ***not*** stop.", "did ***not", "did%20not"),
        ("__It__ did _not_ ~~stop~~.", "__It__ did _not_ ~~stop", "It%20did%20not%20stop"),
        ("Run `make it` now.", "Run `make it` now", "Run%20make%20it%20now"),
        ("see [the words](//a/b_(c)), now", "[the words](//a/b_(c)), now", "the%20words%2C%20now"),
        ("see [the words](//a.example), now", "words](//a.example), now", "words%2C%20now"),
        ("![A picture](a.png) It stopped.", "![A picture](a.png) It stopped", "It%20stopped"),
        ("5 * 3 is [sic] 15", "5 * 3 is [sic] 15", "5%20%2A%203%20is%20%5Bsic%5D%2015"),
        (r"a \*literal\* star", r"a \*literal\* star", "a%20%2Aliteral%2A%20star"),
        ("x_y_z and _so", "x_y_z and _so", "x_y_z%20and%20_so"),
        ("| one two | three |", "two | three", "two,three"),
        ("Line<br>break", "Line<br>break", "Line,break"),
        ("***", "***", None),
        ("![A picture](a.png)", "![A picture](a.png)", None),
        ("un**believ**able", "un**believ**able", None),  # no such word stands in the text
    ],
)  # fmt: skip
def test_terms_hold_the_words_that_stand_on_the_page_and_no_marks(
    text: str, quoted: str, expected: str | None
) -> None:
    assert directive(text, quoted) == expected


def test_words_that_cannot_be_told_apart_get_no_directive() -> None:
    assert directive("and so on\n" * 20, "and so on", 15) is None
    assert directive("... — !", "— !") is None
    assert directive("天气很好我们去公园。", "我们去") is None  # no border that every browser knows


@pytest.mark.parametrize("quoted", [(0, 0), (-5, 3), (9, 2), (4, 10_000), (10_000, 10_001)])
def test_odd_spans_raise_nothing(quoted: tuple[int, int]) -> None:
    link = text_fragment_link(ADDRESS, FERRY, *quoted)

    assert link is not None
    assert link.startswith(ADDRESS)


_VOCABULARY = [
    *("the", "The", "ferry", "FERRY", "old", "a", "sailed", "don't", "1,000", "well-known", "R&D"),
    *("Süden", "Straße", "今天天气", "好", "“no", "no”", "(so)", "—", "a.b", "x_y"),
]
_SEPARATORS = [" ", " ", " ", "  ", "\t", "\n", "\n\n", ", ", ". ", "; "]


@st.composite
def _quotes(draw: st.DrawFn) -> tuple[str, int, int]:
    """A text of few words, so that they repeat, and a stretch of it from word to word."""
    words = draw(st.lists(st.sampled_from(_VOCABULARY), min_size=1, max_size=40))
    text = ""
    borders = []
    for word in words:
        borders.append((len(text), len(text) + len(word)))
        text += word + draw(st.sampled_from(_SEPARATORS))
    first = draw(st.integers(0, len(words) - 1))
    last = draw(st.integers(first, len(words) - 1))
    return text, borders[first][0], borders[last][1]


def _worded(text: str, start: int, end: int) -> Span:
    """The stretch without punctuation at its ends."""
    letters = [place for place in range(start, end) if text[place].isalnum()]
    return Span(letters[0], letters[-1] + 1) if letters else Span(start, start)


@given(_quotes())
@example(("a. a. a", 6, 7))
@example(("the ferry\nthe ferry", 10, 19))
def test_a_directive_opens_the_quoted_words_or_is_absent(case: tuple[str, int, int]) -> None:
    text, start, end = case
    link = text_fragment_link(ADDRESS, text, start, end)

    assert link is not None
    _, mark, found = link.partition("#:~:text=")
    if mark:
        marked, wanted = opened(text, found), _worded(text, start, end)
        assert marked is not None
        assert _worded(text, *marked).start == wanted.start
        # Where its end cannot be told from another, a long quote is named by its beginning.
        assert marked.end == wanted.end or ("," not in found.replace("-,", "") and marked.end < end)


@given(_quotes())
def test_words_that_stand_once_are_always_found(case: tuple[str, int, int]) -> None:
    text, start, _ = case
    link = text_fragment_link(ADDRESS, f"{text[:start]} Zanzibar {text[start:]}", start, start + 9)

    assert link == f"{ADDRESS}#:~:text=Zanzibar"


@given(
    st.text() | st.text(alphabet="ab *_`[]()<>!|#\\\n~-.\ud800ßİΣ\u0301\u200b"),
    st.integers(-3, 60),
    st.integers(-3, 60),
    st.integers(0, 200),
)
def test_any_text_gives_a_link_within_the_limit_and_no_exception(
    text: str, start: int, end: int, limit: int
) -> None:
    link = text_fragment_link(ADDRESS, text, start, end, limit=limit)

    assert (link is None) == (limit < len(ADDRESS))
    assert link is None or (len(link) <= limit and link.isascii() and link.startswith(ADDRESS))


def test_a_directive_that_is_too_long_gives_way_to_a_shorter_one_and_then_to_none() -> None:
    start, end = 0, FERRY.index(".")
    whole = text_fragment_link(ADDRESS, FERRY, start, end)
    long = text_fragment_link(ADDRESS, FERRY, 0, len(FERRY))
    assert whole is not None
    assert long is not None

    assert text_fragment_link(ADDRESS, FERRY, start, end, limit=len(whole)) == whole
    assert text_fragment_link(ADDRESS, FERRY, start, end, limit=len(whole) - 1) == ADDRESS
    assert text_fragment_link(ADDRESS, FERRY, 0, len(FERRY), limit=len(long) - 1) == (
        f"{ADDRESS}#:~:text=The%20old%20ferry"
    )


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://a.example", "https://a.example#:~:text=at%20noon"),
        ("https://a.example/#part", "https://a.example/#part:~:text=at%20noon"),
        ("https://a.example/#:~:text=old", "https://a.example/#:~:text=at%20noon"),
        ("https://a.example/#part:~:text=old&text=x", "https://a.example/#part:~:text=at%20noon"),
        ("https://a.example/?q=:~:#", "https://a.example/?q=:~:#:~:text=at%20noon"),
    ],
)
def test_a_directive_stands_after_the_fragment_that_the_address_has(
    address: str, expected: str
) -> None:
    start = FERRY.index("at noon")

    assert text_fragment_link(address, FERRY, start, start + len("at noon")) == expected


@pytest.mark.parametrize(
    "unit", ["a", " ", "\n", "](", "* a", "[a](", "<a", "_a", "a\u0301", "the one ", "好", "\\*"]
)
def test_a_megabyte_of_anything_is_no_burden(unit: str) -> None:
    text = unit * (1_000_000 // len(unit)) + "\nand the last words of it"
    start = text.index("\nand the last")

    # A quadratic step would not come to an end here within minutes.
    assert text_fragment_link(ADDRESS, text, start, len(text))
    assert text_fragment_link(ADDRESS, text, 0, len(text))


# --- addresses -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/b", "https://a.example/b"),
        ("  HTTP://A.Example:8080/B?c=d&e#F  ", "http://a.example:8080/B?c=d&e#F"),
        ("https://a.example/b(c)[d]<e>'f'\"g\"\\h", "https://a.example/b%28c%29%5Bd%5D%3Ce%3E%27f%27"
         "%22g%22%5Ch"),
        ("https://a.example/?x=(1)|`*`", "https://a.example/?x=%281%29%7C%60*%60"),
        ("https://a.example/#a)b", "https://a.example/#a%29b"),
        ("https://a.example/100%25", "https://a.example/100%25"),
        ("https://a.example/süd/今", "https://a.example/s%C3%BCd/%E4%BB%8A"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("https://faß.example/", "https://xn--fa-hia.example/"),
        ("https://аррӏе.example/", "https://xn--80ak6aa92e.example/"),
        ("https://例え。テスト/", "https://xn--r8jz45g.xn--zckzah/"),
        ("https://[2001:db8::1]:8080/", "https://[2001:db8::1]:8080/"),
        ("https://a.example./", "https://a.example./"),
    ],
)  # fmt: skip
def test_a_web_address_is_written_so_that_it_can_stand_in_a_message(
    url: str, expected: str
) -> None:
    assert safe_url(url) == expected
    assert safe_url(expected) == expected


@pytest.mark.parametrize(
    "url",
    [
        *("", " ", "a", "//a.example", "/a", "a.example/b", "https:", "https://", "https:///a"),
        *("javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "file:///etc/hosts"),
        *("ftp://a.example", "vbscript:x", "discord://a", "mailto:a@b.example", "blob:https://a.example"),
        *("java\nscript:alert(1)", "java\tscript:alert(1)", "\x01javascript:alert(1)"),
        *("https://user@a.example", "https://user:word@a.example", "https://@a.example"),
        *("https://b.example\\@a.example", "https://b.example\\a", "https:\\\\a.example"),
        *("https://a.example/b c", "https://a.example/\nb", "https://a.example/\x1b[31m"),
        *("https://a.example/\u202eb", "https://a.example/\u200bb", "https://a.example/\ud800"),
        *("https://a.example:port", "https://a.example:99999", "https://[::1", "https://[g::1]/"),
        *("https://a..example", "https://.a.example", "https://a.example%2f@b", "https://a|b"),
        *("https://<a>/", "https://a)b/", "https://" + "ü" * 80 + ".example", "https://[fe80::1%eth0]"),
        *("https://a.example／b", "https://a.example＠b"),
    ],
)  # fmt: skip
def test_anything_else_is_no_link(url: str) -> None:
    assert safe_url(url) is None
    assert text_fragment_link(url, FERRY, 0, 9) is None


@given(st.text() | st.text(alphabet="https:/@.[]()<>#?%\\ aß1\n").map("https://a.example/".__add__))
def test_a_safe_address_is_plain_and_safe_again(url: str) -> None:
    address = safe_url(url)

    if address is not None:
        assert address.isascii()
        assert not set(address) & set(" ()<>[]\"'\\`|\n\r\t") or "://[" in address
        assert safe_url(address) == address
