"""Front matter in TOML."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import BadInputError
from index.ingest.fields import Draft, make_article
from index.ingest.front_matter import LONGEST_FRONT_MATTER, read_front_matter


def read(lines: str) -> Draft:
    return read_front_matter(f"+++\n{lines}\n+++\nIt sailed at noon.")


def test_the_fields_are_read_and_the_rest_is_the_text() -> None:
    draft = read(
        'title = "The ferry: at last"\nauthor = ["Ann Lee", "Bob Ray"]\nDate = 2024-05-06\n'
        'draft = false\n[params]\ntitle = "Another"\n[[resources]]\nsrc = "a"'
    )
    assert draft == Draft(
        "\nIt sailed at noon.",
        title="The ferry: at last",
        author="Ann Lee, Bob Ray",
        published="2024-05-06",
    )


@pytest.mark.parametrize(
    ("value", "title"),
    [
        ("'a'", "a"),
        ('"""\na\nb"""', "a\nb"),
        ("true", "true"),
        ("1.10", "1.10"),
        ("12:30:45", None),
        ("{a = 1}", None),
        ("[[1]]", None),
        ('""', None),
        ("7", "7"),
    ],
)
def test_a_value_is_what_stands_there(value: str, title: str | None) -> None:
    assert read(f"title = {value}").title == title


def test_a_moment_is_a_date() -> None:
    reading = make_article("a.md", read("date = 2024-05-06T10:15:00+02:00"))
    assert reading.article is not None
    assert reading.article.published == "2024-05-06T10:15:00+02:00"


@pytest.mark.parametrize(
    ("lines", "line", "problem"),
    [
        ('title = "a"\nauthor = Ann', 3, "invalid value"),
        ('title = "a"\ntitle = "b"', 3, "cannot overwrite"),
        ("title: a", 2, "expected"),
        ("a = " + "[" * 5_000, 2, "nested too deeply"),
        ("a = " + "9" * 5_000, 2, "too large"),
        ("a = 2024-02-31", 2, "invalid date"),
    ],
)
def test_what_cannot_be_read_is_refused_by_its_line(lines: str, line: int, problem: str) -> None:
    with pytest.raises(BadInputError, match=f"cannot be read at line {line}: .*{problem}"):
        read(lines)


def test_it_has_an_end_and_a_limit() -> None:
    assert read_front_matter("+++\ntitle = 1").notes == (
        "its front matter has no closing +++, so all of it is text",
    )
    with pytest.raises(BadInputError, match="longer than"):
        read("#" * LONGEST_FRONT_MATTER)


@given(st.text() | st.from_regex(r"\A[\w .,:=\[\]{}\"'\n+-]{0,80}\Z"))
@settings(deadline=None)
def test_nothing_gives_anything_but_a_draft_or_a_refusal(lines: str) -> None:
    with suppress(BadInputError):
        assert isinstance(read(lines), Draft)
