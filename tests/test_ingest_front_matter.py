from contextlib import suppress

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from index.errors import BadInputError
from index.ingest.fields import Draft
from index.ingest.front_matter import LONGEST_FRONT_MATTER, read_front_matter

BODY = "The tide turned at noon.\n"


def with_front_matter(lines: str) -> str:
    return f"---\n{lines}\n---\n{BODY}"


def test_the_fields_are_read_and_the_rest_is_the_text() -> None:
    draft = read_front_matter(
        with_front_matter(
            "id: tide-7\n"
            "title: 'Tides: a warning'\n"
            "url: https://news.example/tides\n"
            "source: The Example\n"
            "author: [Ann Lee, Bo Ray]\n"
            "published: 2024-05-06\n"
            "lang: en\n"
            "tags:\n- sea\n- town"
        )
    )

    assert draft == Draft(
        text="\n" + BODY,
        id="tide-7",
        title="Tides: a warning",
        url="https://news.example/tides",
        source="The Example",
        author="Ann Lee, Bo Ray",
        published="2024-05-06",
        lang="en",
    )


@pytest.mark.parametrize(
    "value",
    ["no", "Yes", "null", "~", "1.10", "007", "0x1F", "1_000", "12:30:45", "2024-05-06", ".inf"],
)
def test_every_value_is_the_text_that_stands_there(value: str) -> None:
    assert read_front_matter(with_front_matter(f"title: {value}")).title == value


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("Title: High Water", "High Water"),
        ("title:    High Water   # as sent", "High Water"),
        ("title: >\n  High\n  Water", "High Water"),
        ('title: "caf\\u00e9"', "café"),
        ("title: 港の潮 🌊", "港の潮 🌊"),
        ("{title: High Water}", "High Water"),
        ("title:", None),
        ('title: ""', None),
        ("# a comment", None),
        ("", None),
    ],
)
def test_a_title_in_any_of_the_ways_yaml_has(lines: str, title: str | None) -> None:
    draft = read_front_matter(with_front_matter(lines))

    assert draft.title == title
    assert draft.text == "\n" + BODY
    assert draft.notes == ()


def test_a_date_may_go_by_either_name() -> None:
    assert read_front_matter(with_front_matter("date: 2024-05-06")).published == "2024-05-06"
    both = read_front_matter(with_front_matter("date: 2020-01-01\npublished: 2024-05-06"))
    assert both.published == "2024-05-06"


@pytest.mark.parametrize(
    "text",
    [BODY, "", "----\ntitle: x\n---\n", " ---\ntitle: x\n---\n", "title: x\n---\n", "--- x\n---\n"],
)
def test_without_front_matter_all_is_text(text: str) -> None:
    assert read_front_matter(text) == Draft(text)


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("---\ntitle: x\n\nThe tide turned.\n", "no closing ---"),
        ("---", "no closing ---"),
        ("---\n\nA line between two rules.\n\n---\n\nMore.\n", "names no fields"),
        ("---\n- one\n- two\n---\nMore.\n", "names no fields"),
        (f"---\n{'[' * 16_000}\n---\nMore.\n", "names no fields"),
    ],
)
def test_what_is_no_front_matter_is_text_with_a_note(text: str, note: str) -> None:
    draft = read_front_matter(text)

    assert draft.text == text
    assert draft.title is None
    assert note in draft.notes[0]


def test_of_a_name_that_stands_twice_the_first_holds() -> None:
    draft = read_front_matter(with_front_matter("title: High\ntitle: Low"))

    assert draft.title == "High"
    assert draft.notes == ("its front matter has 'title' twice; the first was taken",)


@pytest.mark.parametrize(
    "nested",
    [
        "cover:\n  image: a.png\n  sizes: [1, [2, 3], {w: 4}]",
        "menu: {main: {weight: 1}}",
        "params:\n- name: a\n- - b\n  - c",
        "tags: []",
        "tree: " + "[" * 20 + "]" * 20,
    ],
)
def test_what_others_nest_under_their_own_names_is_passed_over(nested: str) -> None:
    draft = read_front_matter(with_front_matter(f"title: High\n{nested}\nauthor: Ann Lee"))

    assert (draft.title, draft.author, draft.notes) == ("High", "Ann Lee", ())


@pytest.mark.parametrize(
    ("lines", "line", "problem"),
    [
        ("id: 1\ntitle: Tides: a warning", 3, "quotation marks"),
        ("id: 1\ntitle: 'open", 3, "end of stream"),
        ("id: 1\n\ttitle: x", 3, "cannot start any token"),
        ("id: 1\ntitle: \x1b[31m", 3, "does not allow"),
        ("id: 1\ntitle: [a, b", 3, ""),
        ("id: 1\njust a line\ntitle: x", 3, ""),
        ("id: 1\ntitle: x\n- y", 4, ""),
        ("title: !!python/object/apply:os.system ['true']", 2, "tags"),
        ("!!python/object:x.Y {title: x}", 2, "tags"),
        ("title: !!str no", 2, "tags"),
        ("? !!python/name:os.system\n: x", 2, "tags"),
        ("author: [!!python/name:os.system ]", 2, "tags"),
        ("title: x\nauthor: &a y", 3, "anchors"),
        ("title: *a", 2, "anchors"),
        ("a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]", 2, "anchors"),
        ("<<: *a", 2, "anchors"),
        ("title: x\nauthor:\n  name: y", 4, "lists of values"),
        ("title: x\ncover:\n  image: !!python/name:os.system", 4, "tags"),
        ("title: x\ncover:\n  image: &a y", 4, "anchors"),
        ("title: x\ncover: " + "[" * 16_000, 3, "nested more than 20"),
        ("title: x\nauthor: [a, [b]]", 3, "lists of values"),
        ("? [a, b]\n: x", 2, "lists of values"),
        ("title: x\n--- y", 3, "another document"),
        ('title: "\\UFFFFFFFF"', 2, "too large"),
        ("title: " + "[" * 16_000, 2, "lists of values"),
        ("title: " + "{" * 16_000, 2, "lists of values"),
        ("title:" + "\n- - -" * 2_000, 3, "lists of values"),
    ],
)
def test_what_cannot_be_read_is_refused_by_its_line(lines: str, line: int, problem: str) -> None:
    with pytest.raises(BadInputError, match=rf"at line {line}: .*{problem}"):
        read_front_matter(with_front_matter(lines))


def test_front_matter_has_a_limit() -> None:
    fits = "title: x\n#" + "x" * (LONGEST_FRONT_MATTER - 12)
    assert read_front_matter(with_front_matter(fits)).title == "x"

    with pytest.raises(BadInputError, match="longer than 16,384 characters"):
        read_front_matter(with_front_matter("[" * 20_000))


@given(st.text())
@example('a: "\\ud800"')
@example("%YAML 1." + "9" * 5_000 + "\n--- \na: b")
@example("%TAG ! tag:x,2000:\n--- \na: b")
@example("...\na: b")
@example("\ufeffa: b")
@example("a: b\n...\n...\n")
def test_no_front_matter_gives_anything_but_a_draft_or_a_refusal(lines: str) -> None:
    with suppress(BadInputError):
        assert read_front_matter(with_front_matter(lines)).text.endswith(BODY)


@given(st.text(alphabet=list("ab:-[]{}&*!?|>'\"%@#,~ \n\t\\xuU0")))
@settings(max_examples=300)
def test_no_yaml_gives_anything_but_a_draft_or_a_refusal(lines: str) -> None:
    with suppress(BadInputError):
        assert read_front_matter(with_front_matter(lines)).text.endswith(BODY)
