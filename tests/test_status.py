"""What `byline index status` tells of where articles came from."""

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from index.build import build_index
from index.collections import Collections
from tests.builders import article, collection, folder
from tests.test_cli import FAILED, byline
from tests.test_refresh import Reader, item, rss
from tests.websites import website

MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def status(data: Path) -> dict[str, Any]:
    """The one collection, by `--json`."""
    (found,) = json.loads(byline("index", "status", "--json", "--data", data).stdout)
    return found


def test_every_source_is_told_with_its_articles(data: Path, tmp_path: Path) -> None:
    archive = folder(tmp_path / "archive", a="# A\n\nOne.", b="# B\n\nTwo.")
    build_index(archive, data)
    collection(data, article("c", "Three."), article("d", "Four."))
    with website() as site:
        feed = site.put("/rss", rss(item("1", site.at("/x"))))
        Reader(site, data).refresh(feed)
        site.pages.clear()
        Reader(site, data).refresh(feed)

    sources = {one["kind"]: one for one in status(data)["sources"]}
    assert [one["kind"] for one in status(data)["sources"]] == ["feed", "folder", "import"]
    assert (sources["folder"]["name"], sources["folder"]["articles"]) == (str(archive), 2)
    assert (sources["import"]["name"], sources["import"]["articles"]) == (None, 2)
    assert sources["feed"]["name"] == feed
    assert (sources["feed"]["failures"], sources["feed"]["articles"]) == (1, 1)
    assert sources["feed"]["problem"] == "the server answered 404"
    assert sources["feed"]["last_success"] == "2024-05-07T12:00:00Z"
    assert sources["feed"]["next_try"] == "2024-05-07T12:30:00Z"
    assert all(MOMENT.fullmatch(one["last_came"]) for one in sources.values())

    said = byline("index", "status", "--data", data).stdout.splitlines()
    assert said[0].startswith("main: 5 articles")
    assert re.sub(MOMENT, "TIME", said[1]) == (
        f"  feed {feed}: 1 article; the last came TIME; last success TIME; next try TIME; "
        "1 failure since, the last: the server answered 404"
    )
    assert re.sub(MOMENT, "TIME", said[2]) == f"  folder {archive}: 2 articles; the last came TIME"


def test_every_article_is_told_with_its_origin_and_when_it_came(data: Path) -> None:
    collection(data, article("c", "Three.", title="Tide", published="2024-05-06T10:00:00Z"))

    (found,) = json.loads(byline("index", "status", "--articles", "--json", "--data", data).stdout)
    (one,) = found["articles_held"]
    assert (one["id"], one["title"], one["origin"]) == ("c", "Tide", "import:")
    assert MOMENT.fullmatch(one["came"])

    told = byline("index", "status", "--articles", "--data", data).stdout.splitlines()[-1]
    assert told == f"c\t2024-05-06\tTide\timport:\t{one['came']}"


def test_a_library_that_cannot_be_read_is_said_to_be(data: Path) -> None:
    collection(data, article("a", "One."))
    with closing(sqlite3.connect(Collections(data).collection("main").library)) as library:
        library.execute("PRAGMA application_id = 1")
    found = status(data)
    assert (found["articles"], found["sources"]) == (1, [])
    assert "another program's database" in found["problem"]


def test_where_nothing_is_there_is_nothing_to_tell(data: Path) -> None:
    told = byline("index", "status", "--data", data)
    assert (told.returncode, told.stdout) == (FAILED, "")
