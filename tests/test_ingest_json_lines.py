import hashlib
import json
import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.articles import Article
from index.errors import BadInputError
from index.ingest import Reading, read_json_lines
from index.ingest.json_lines import LONGEST_LINE

TIDE = '{"id": "tide", "text": "The tide turned at noon."}'


def read(folder: Path, *lines: str | bytes) -> list[Reading]:
    path = folder / "export.jsonl"
    path.write_bytes(b"\n".join(line.encode() if isinstance(line, str) else line for line in lines))
    return list(read_json_lines(path))


def test_a_line_is_an_article(tmp_path: Path) -> None:
    record = {
        "id": "tide-7",
        "title": "Tides",
        "text": "The tide turned at noon.",
        "url": "https://news.example/tides",
        "source": "The Example",
        "author": "Ann Lee",
        "published": "2024-05-06T10:15:00Z",
        "lang": "en-GB",
        "section": {"name": "Sea"},
    }

    (reading,) = read(tmp_path, json.dumps(record))

    assert reading == Reading(
        where=f"{(tmp_path / 'export.jsonl').as_posix()} line 1",
        article=Article(
            id="tide-7",
            title="Tides",
            text="The tide turned at noon.",
            url="https://news.example/tides",
            source="The Example",
            author="Ann Lee",
            published="2024-05-06T10:15:00Z",
            lang="en",
        ),
    )


@pytest.mark.parametrize(
    "text",
    [
        "  spaces at both ends \n",
        "\r\nwindows\r\nlines\rand old ones",
        "\ufeff mark, \u202ereversed\u202c, \x1b[31mred, \u2028 line, 港の潮 🌊",
        "@everyone <@&1> </ask:1> <t:0:R> [bbc.co.uk](https://evil.example)",
        "<script>alert(1)</script> <!-- hidden -->",
        "e" + "\u0301" * 10_000 + "\ufdfa" * 4_000,
    ],
)
@pytest.mark.parametrize("as_ascii", [True, False])
def test_the_text_is_exactly_as_given(tmp_path: Path, text: str, as_ascii: bool) -> None:
    (reading,) = read(tmp_path, json.dumps({"text": text}, ensure_ascii=as_ascii))

    assert reading.article is not None
    assert reading.article.text == text


@pytest.mark.parametrize(
    ("written", "expected"),
    [("7", "7"), ("7.5", "7.5"), ("-1", "-1"), ('"7"', "7"), ('"a/b c"', "a/b c")],
)
def test_an_id_may_be_a_number(tmp_path: Path, written: str, expected: str) -> None:
    (reading,) = read(tmp_path, f'{{"id": {written}, "text": "Noon."}}')

    assert reading.article is not None
    assert reading.article.id == expected


@pytest.mark.parametrize("id_field", ["", '"id": null, ', '"id": "", '])
def test_a_missing_id_is_made_from_the_url_or_the_text(tmp_path: Path, id_field: str) -> None:
    by_url, by_text = read(
        tmp_path,
        f'{{{id_field}"text": "Noon.", "url": "https://a.example/"}}',
        f'{{{id_field}"text": "Noon."}}',
    )

    assert by_url.article is not None
    assert by_text.article is not None
    assert by_url.article.id == hashlib.sha256(b"https://a.example/").hexdigest()[:16]
    assert by_text.article.id == hashlib.sha256(b"Noon.").hexdigest()[:16]


def test_blank_lines_are_passed_over_and_counted(tmp_path: Path) -> None:
    (reading,) = read(tmp_path, "", "  ", "\t\r", TIDE, "")

    assert reading.where.endswith("export.jsonl line 4")


def test_line_endings_and_a_byte_order_mark_do_no_harm(tmp_path: Path) -> None:
    first, second = read(tmp_path, b"\xef\xbb\xbf" + TIDE.encode() + b"\r", '{"text": "Noon."}\r')

    assert first.article is not None
    assert second.article is not None


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("not json", "not JSON"),
        ('{"text": "cut', "not JSON"),
        ('{"text": "a\tb"}', "not JSON"),
        ('{"text": "a"} {"text": "b"}', "not JSON"),
        ('"text"', "not a JSON object"),
        ('["text"]', "not a JSON object"),
        ("null", "not a JSON object"),
        ("{}", "has no text"),
        ('{"text": null}', "has no text"),
        ('{"text": ""}', "has no text"),
        ('{"text": " \\n"}', "has no text"),
        ('{"text": null, "body": "a"}', "it has no text"),
        ('{"body": "a", "n\\nm": 1}', r"it has body, n\nm. Name the right one: --column text=NAME"),
        ('{"text": 7}', "its text is not a text"),
        ('{"text": ["a"]}', "its text is not a text"),
        ('{"text": "a", "id": true}', "its id is not a text"),
        ('{"text": "a", "id": [1]}', "its id is not a text"),
        ('{"text": "a", "id": NaN}', "its id is not a text"),
        ('{"text": "a", "id": 1e999}', "its id is not a text"),
        ('{"text": "a", "id": "b\\nc"}', "cannot be shown"),
        ('{"text": "a\\u0000b"}', "its text holds a NUL"),
        ('{"text": "a\\ud800b"}', "its text holds a NUL or a lone surrogate"),
        ('{"text": "a", "title": "\\udfff"}', "its title holds"),
        ('{"text": "a", "id": ' + "9" * 5_000 + "}", "a number that is too long"),
        ('{"text": ' + "[" * 100_000, "nested too deeply"),
        (b'{"text": "caf\xe9"}', "not UTF-8"),
        (b"\x00\x01\x02", "not JSON"),
        ('{"text": "' + "a" * 2_000_001 + '"}', "2,000,001 characters"),
        ('{"text": "' + "a" * LONGEST_LINE + '"}', "longer than 5 MB"),
    ],
)
def test_a_bad_line_is_skipped_with_its_reason(
    tmp_path: Path, line: str | bytes, reason: str
) -> None:
    bad, good = read(tmp_path, line, TIDE)

    assert bad.article is None
    assert reason in bad.notes[0]
    assert bad.where.endswith("line 1")
    assert good.article is not None
    assert good.where.endswith("line 2")


def test_a_line_may_be_as_long_as_the_limit(tmp_path: Path) -> None:
    frame = '{"text": "Noon.", "rest": ""}'
    fits = frame.replace('""', '"' + "a" * (LONGEST_LINE - len(frame)) + '"')

    for ending in ("", "\n", "\r\n"):
        (reading,) = read(tmp_path, fits + ending)
        assert reading.article is not None
        (reading,) = read(tmp_path, " " + fits + ending)
        assert reading.article is None


def test_of_two_lines_with_one_id_the_second_is_skipped(tmp_path: Path) -> None:
    first, other, second, third = read(
        tmp_path, TIDE, '{"text": "Noon."}', '{"id": "tide", "text": "Later."}', TIDE
    )

    assert first.article is not None
    assert other.article is not None
    for double in (second, third):
        assert double.article is None
        assert double.notes == ("line 1 has the same id, tide",)


@pytest.mark.parametrize(
    ("field", "name", "expected"),
    [
        ('"title": 7', "title", "7"),
        ('"author": ["Ann Lee", {"name": "Bob Ray"}, 3, null]', "author", "Ann Lee, Bob Ray"),
        ('"source": {"@type": "Organization", "name": "The Example"}', "source", "The Example"),
        ('"published": 1648634400', "published", "2022-03-30T10:00:00Z"),
        ('"published": 1648634400000', "published", "2022-03-30T10:00:00Z"),
        ('"published": 1648634400.5', "published", "2022-03-30T10:00:00Z"),
    ],
)
def test_a_field_is_read_in_the_ways_in_which_exports_write_it(
    tmp_path: Path, field: str, name: str, expected: str
) -> None:
    (reading,) = read(tmp_path, f'{{"text": "Noon.", {field}}}')

    assert reading.article is not None
    assert (getattr(reading.article, name), reading.notes) == (expected, ())


@pytest.mark.parametrize(
    ("field", "note"),
    [
        ('"url": "javascript:alert(1)"', "not an http or https address"),
        ('"url": "http://user@evil.example/"', "not an http or https address"),
        ('"published": "2026-13-45"', "the date is unknown"),
        ('"lang": "English"', "the language is guessed"),
        ('"url": {}', "its url is not a text; it was left out"),
        ('"source": []', "its source is not a text; it was left out"),
        ('"author": true', "its author is not a text; it was left out"),
        ('"author": {"name": {"name": 7.5}}', "its author is not a text; it was left out"),
        ('"lang": false', "its lang is not a text; it was left out"),
        ('"published": 1e300', "its published is not a text; it was left out"),
        ('"published": NaN', "its published is not a text; it was left out"),
    ],
)
def test_a_doubtful_field_is_left_out_with_a_note(tmp_path: Path, field: str, note: str) -> None:
    (reading,) = read(tmp_path, f'{{"text": "Noon.", {field}}}')

    assert reading.article is not None
    assert (reading.article.url, reading.article.published, reading.article.lang) == (None,) * 3
    assert note in reading.notes[0]


def test_a_file_is_read_as_it_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "export.jsonl"
    path.write_text(TIDE + "\n" + "not json\n" * 3)
    readings = read_json_lines(path)

    assert next(readings).article is not None
    assert next(readings).article is None
    assert len(list(readings)) == 2


@pytest.mark.parametrize("name", ["gone.jsonl", "folder.jsonl", "pipe.jsonl", "loop.jsonl"])
def test_what_cannot_be_read_is_refused_at_once(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder.jsonl").mkdir()
    os.mkfifo(tmp_path / "pipe.jsonl")
    (tmp_path / "loop.jsonl").symlink_to("loop.jsonl")

    with pytest.raises(BadInputError, match=f"{name} cannot be imported: it "):
        read_json_lines(tmp_path / name)


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "export.jsonl").write_text(TIDE)
    (tmp_path / "link.jsonl").symlink_to("export.jsonl")

    (reading,) = read_json_lines(tmp_path / "link.jsonl")

    assert reading.article is not None


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=5,
)
_KEYS = st.sampled_from(["id", "title", "text", "url", "source", "author", "published", "lang"])


@given(st.lists(st.binary() | st.dictionaries(_KEYS, _JSON).map(lambda r: json.dumps(r).encode())))
def test_no_lines_make_it_raise(lines: list[bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        readings = read(Path(folder), *lines)

    for reading in readings:
        assert reading.article is not None or reading.notes
        assert all(note.isprintable() for note in reading.notes)
