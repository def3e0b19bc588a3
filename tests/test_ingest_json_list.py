"""Exports that are one JSON list."""

import json
import tracemalloc
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.ingest import Reading, read_json_lines
from index.ingest import json_list as module
from index.ingest.json_lines import LONGEST_LINE
from index.ingest.json_list import Place, elements, list_in

TIDE = '{"id": "tide", "text": "It turned, [at] \\"noon\\" {sharp}: \\\\"}'


def read(folder: Path, content: str | bytes) -> list[Reading]:
    path = folder / "export.json"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(read_json_lines(path))


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("before", [b"", b"\xef\xbb\xbf", b"\n \n"])
def test_each_element_is_an_article(tmp_path: Path, indent: int | None, before: bytes) -> None:
    articles = [{"id": "1", "text": "It rose.\n\nIt fell. €"}, json.loads(TIDE)]
    first, second = read(tmp_path, before + json.dumps(articles, indent=indent).encode())
    assert first.article is not None
    assert (first.article.id, first.article.text) == ("1", articles[0]["text"])
    assert second.article is not None
    assert second.article.text == articles[1]["text"] == 'It turned, [at] "noon" {sharp}: \\'
    assert second.where.endswith("export.json article 2")


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ("7", "not a JSON object"),
        ("[[]]", "not a JSON object"),
        ('{"text" "a"}', "not JSON"),
        ("", "nothing before the next comma"),
        ('{"text": "' + "a" * LONGEST_LINE + '"}', "longer than 5 MB"),
        ('{"text": ' + "[" * 100_000 + "]" * 100_000 + "}", "nested too deeply"),
        ('{"id": "tide", "text": "Later."}', "article 1 has the same id"),
    ],
)
def test_a_bad_element_is_skipped_and_those_around_it_are_read(
    tmp_path: Path, bad: str, reason: str
) -> None:
    first, skipped, last = read(tmp_path, f'[{TIDE}, {bad}, {{"text": "Noon."}}]')
    assert first.article is not None
    assert skipped.article is None
    assert reason in skipped.notes[0]
    assert last.article is not None


@pytest.mark.parametrize(
    ("ending", "reason"),
    [
        ("", "not JSON"),
        (", ", "the end of the file"),
        (', {"text": "It', "not JSON"),
        ("]x", "not JSON"),
    ],
)
def test_what_is_cut_off_or_follows_is_told(tmp_path: Path, ending: str, reason: str) -> None:
    content = f"[{TIDE}{ending}"
    if not ending:
        content = content[:-1]
        (last,) = read(tmp_path, content)
    else:
        first, last = read(tmp_path, content)
        assert first.article is not None
    assert last.article is None
    assert reason in last.notes[0]


def test_lists_may_be_empty_end_with_a_comma_or_follow_each_other(tmp_path: Path) -> None:
    assert read(tmp_path, "[]") == []
    assert len(read(tmp_path, f"[{TIDE},]\n[]\n[{TIDE[:7]}2{TIDE[7:]}]\n")) == 2


def test_lines_of_lists_are_lines() -> None:
    for content in (
        b'["text"]\n{"text": "Noon."}',
        b'{"text": "[{"}',
        b'{"id": "1", "items": [{"text": "a"}], "text": "Noon."}\n{"id": "2", "text": "One."}',
        b'{"text": "' + b"a" * 70_000 + b'", "items": [{}]}',
        b'{\n "text" : "Noon.",\n "items": [{}]\n}',
        b'{"text": "\\"items\\": [{"}',
    ):
        assert list_in(BytesIO(content), "text") is None


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize(
    "wrapped",
    [
        lambda found: {"status": "ok", "totalResults": 2, "articles": found},
        lambda found: {"items": found, "title": "Tides", "authors": [{"name": "Ann"}]},
        lambda found: {"response": {"tags": [["a"], {"b": "[{"}], "results": found}, "more": [[]]},
        lambda found: {"db": [{"meta": {}, "data": {"posts": found, "users": [{"id": "1"}]}}]},
    ],
)
@pytest.mark.parametrize("at_once", [1, 7, 10_000])
def test_a_list_may_stand_in_an_object(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    wrapped: Callable[[object], object],
    indent: int | None,
    at_once: int,
) -> None:
    monkeypatch.setattr(module, "_AT_ONCE", at_once)
    articles = [{"id": "1", "text": "It rose.", "items": [{"a": []}]}, json.loads(TIDE)]
    found = read(tmp_path, json.dumps(wrapped(articles), indent=indent))
    assert [one.article and one.article.id for one in found] == ["1", "tide"]


def test_what_is_named_as_a_list_and_is_none_is_read_by_line(tmp_path: Path) -> None:
    (line,) = read(tmp_path, '{"articles": "none", "items": [1]}')
    assert line.notes == (
        "it has no text; it has articles, items. Name the right one: --column text=NAME",
    )


@given(st.lists(st.dictionaries(st.text(), st.text() | st.lists(st.text()))), st.integers(1, 9))
def test_however_it_is_read_the_elements_are_those_written(
    written: list[dict[str, object]], at_once: int
) -> None:
    content = json.dumps(written, ensure_ascii=False).encode("utf-8", "surrogatepass")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_AT_ONCE", at_once)
        found = list(elements(BytesIO(content), 10**6))
        under = BytesIO(b'{"a":[[{}]],"items" : ' + content + b',"b":[{"items":1}]}')
        found_under = list(elements(under, 10**6, Place(b"items")))
    assert [json.loads(one.decode("utf-8", "surrogatepass")) for one in found] == written
    assert found_under == found


def test_no_more_than_one_article_is_held(tmp_path: Path) -> None:
    path = tmp_path / "export.json"
    with path.open("w") as file:
        file.write("[")
        for number in range(2_000):
            file.write(json.dumps({"id": str(number), "text": "It turned at noon. " * 500}) + ",\n")
        file.write('{"text": "Last."}]')
    tracemalloc.start()
    try:
        count = sum(one.article is not None for one in read_json_lines(path))
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert (count, path.stat().st_size > 15_000_000, most < 5_000_000) == (2_001, True, True)
