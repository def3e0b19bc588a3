"""Any text is a query, and what was understood can be read back."""

from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from index.query import Field, FieldFilter, Filters, Group, Occur, Phrase, Prefix, Word, wanted
from index.query_language import MOST_DEPTH, MOST_HINTS, MOST_WORDS, echo, parse_query

TODAY = date(2025, 3, 31)


def understood(text: str) -> str:
    return echo(parse_query(text, TODAY))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("harbour wall", "harbour wall"),
        ("“sea wall”", '"sea wall"'),
        ("«mur de mer»", '"mur de mer"'),
        ("wall -ferry +stone", "wall -ferry +stone"),
        ("NOT ferry", "-ferry"),
        ("wall OR pier", "(wall OR pier)"),
        ("ferry wall OR pier", "ferry (wall OR pier)"),
        ("+(wall pier)", "(wall OR pier)"),
        ("wall AND pier", "+wall +pier"),
        ("a1 AND b1 OR c1", "((+a1 +b1) OR c1)"),
        ("a1 OR -b1", "(a1 OR (-b1))"),
        ('"sea wall" OR pier*', '("sea wall" OR pier*)'),
        ("wall (ferry pier)", "wall ferry pier"),
        ("wall -(ferry OR pier)", "wall -(ferry OR pier)"),
        ("-(-wall)", "+wall"),
        ("-sea-wall", '-"sea wall"'),
        ("sea-wall", "sea wall"),
        ("harb*", "harb*"),
        ('wall wall "a b" "a b" (pier OR pier)', 'wall "a b" +pier'),
        ('title:"Sea wall" wall', 'wall title:"Sea wall"'),
        ("-source:Lantern SPEAKER:falk", "-source:Lantern speaker:falk"),
        ("source:Lantern OR source:Gazette", "source:Lantern source:Gazette"),
        ("wall AND source:Lantern", "wall source:Lantern"),
        ("title:harb*", "title:harb*"),
        ("lang:DE", "lang:de"),
        ("before:2025", "until:2024-12-31"),
        ("after:2025-02", "since:2025-03-01"),
        ("since:2024-02", "since:2024-02-01"),
        ("until:2024-02", "until:2024-02-29"),
        ("-since:2025-01-05", "until:2025-01-04"),
        ("since:7d", "since:2025-03-24"),
        ("since:1m", "since:2025-02-28"),
        ("since:2W until:yesterday", "since:2025-03-17 until:2025-03-30"),
        ("since:1y since:2025-01-01", "since:2025-01-01"),
        ("before:0001", "until:0001-01-01"),
        ("since:99999y", "since:0001-01-01"),
        ("", ""),
        ("🦀 ?! … ", ""),
        ("a - b", "a b"),
        ("中俄合作 -乌克兰", "中俄合作 -乌克兰"),
        ("don't U.S. 1,200.50", "don't U.S. 1,200.50"),
    ],
)
def test_a_query_is_understood_without_hints(text: str, expected: str) -> None:
    assert understood(text) == expected
    assert parse_query(text, TODAY).hints == ()


@pytest.mark.parametrize(
    ("text", "expected", "hint"),
    [
        ('say "sea wall', "say sea wall", "quotation mark"),
        ("(wall", "wall", "“(”"),
        ("wall)", "wall", "“)”"),
        ("OR wall", "or wall", "“OR”"),
        ("wall OR", "wall or", "“OR”"),
        ("wall OR OR pier", "wall or pier", "“OR”"),
        ("wall OR source:Lantern", "wall source:Lantern", "“OR”"),
        ("+-wall", "wall", "“+-”"),
        ("h*", "h", "“*”"),
        ("sea-wal*", "sea wal", "“*”"),
        ("foo:bar", "foo bar", "“foo:”"),
        ("since:soon wall", "since soon wall", "“since:soon”"),
        ("since:2025-02-30", "since 2025 02 30", "A date is"),
        ("lang:german", "lang german", "two letters"),
        ("title:()", "title", "“title:”"),
    ],
)
def test_what_is_not_understood_is_read_as_words_with_a_hint(
    text: str, expected: str, hint: str
) -> None:
    parsed = parse_query(text, TODAY)
    assert echo(parsed) == expected
    assert hint in parsed.hints[0]


def test_clauses_and_filters_are_values() -> None:
    parsed = parse_query('harb* +sea OR "old pier" title:wall since:2025', TODAY)
    first, second = parsed.clauses
    assert (first.occur, first.of) == (Occur.SHOULD, Prefix("harb"))
    assert second.occur is Occur.MUST
    assert isinstance(second.of, Group)
    assert [one.of for one in second.of.clauses] == [Word("sea"), Phrase("old pier")]
    assert [one.of for one in wanted(parsed.clauses)] == [
        Prefix("harb"), Word("sea"), Phrase("old pier"),
    ]  # fmt: skip
    assert parsed.filters == Filters(
        since=date(2025, 1, 1), fields=(FieldFilter(Field.TITLE, "wall"),)
    )


@pytest.mark.parametrize(
    ("text", "plain"),
    [("sea wall", True), ("", True), ("+sea", False), ('"sea"', False), ("lang:en", False)],
)
def test_words_alone_are_plain(text: str, plain: bool) -> None:
    assert parse_query(text, TODAY).is_plain is plain


def test_a_query_is_read_up_to_a_number_of_words() -> None:
    parsed = parse_query(" ".join(f"w{n}" for n in range(400)), TODAY)
    assert len(parsed.clauses) == MOST_WORDS
    assert str(MOST_WORDS) in parsed.hints[0]


def test_brackets_beyond_use_are_read_as_words() -> None:
    text = ""
    for number in range(MOST_DEPTH + 3):
        text = f"a{number} -(b{number} {text})"
    parsed = parse_query(text, TODAY)
    assert any("deep" in hint for hint in parsed.hints)


PIECES = st.sampled_from(
    ["+", "-", "OR", "AND", "NOT", "(", ")", '"', "“", "”", "*", " ", " ", "wall", "sea", "title:",
     "source:", "lang:", "since:", "before:", "7d", "2025-03", "en", ":", "'", ".", "·", "\u202e",
     "\0", "\ud800", "🦀", "中俄", "ç", "\u0301", 'צה"ל', "l'", "u.s.", "\u200d", "3", "_", "\xad"]
)  # fmt: skip


@settings(max_examples=400)
@given(st.one_of(st.text(st.characters()), st.lists(PIECES, max_size=40).map("".join)))
@example("a OR (b -c) AND -(d OR e) -(-(f +g))")
def test_the_query_as_understood_is_understood_the_same_again(text: str) -> None:
    parsed = parse_query(text, TODAY)
    again = parse_query(echo(parsed), TODAY)
    assert again.clauses == parsed.clauses
    assert again.filters == parsed.filters
    assert again.hints == ()
    assert len(parsed.hints) <= MOST_HINTS


@pytest.mark.parametrize(
    "text",
    [
        "w" * 6_000, "word " * 400, "🦀" * 3_000, "\u202e(\u202d" * 2_000, "\ud800\0" * 3_000,
        "(" * 6_000, ")" * 6_000, '"' * 6_000, '" ' * 3_000, "+" * 6_000, "+-(" * 2_000,
        "-(a OR " * 900, "NOT " * 1_500, "OR " * 2_000, "a OR " * 1_500, "title:" * 1_000,
        'title:" ' * 800, "since:x " * 800, "a*" * 3_000, "a:" * 3_000, "(a" * 3_000,
    ],
)  # fmt: skip
def test_hostile_text_is_read_like_any_other(text: str) -> None:
    parsed = parse_query(text, TODAY)
    assert parse_query(echo(parsed), TODAY).clauses == parsed.clauses
