"""docs/getting-articles-in.md, followed step by step as a new user would."""

import re
import shlex
from pathlib import Path

from tests.builders import folder
from tests.test_cli import ROOT, byline
from tests.test_ingest_feeds import rss
from tests.test_ingest_page import page
from tests.test_refresh import WHOLE, item
from tests.websites import website

TUTORIAL = (ROOT / "docs" / "getting-articles-in.md").read_text("utf-8")
COMMAND = re.compile(r"^byline .*", re.MULTILINE)
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```", re.DOTALL | re.MULTILINE)
STANDS_FOR = "https://news.example"


def blocks(kind: str) -> list[str]:
    return [inside for name, inside in BLOCK.findall(TUTORIAL) if name == kind]


def test_every_step_of_the_tutorial_works(tmp_path: Path) -> None:
    (tmp_path / "interview.md").write_text(blocks("markdown")[0])
    folder(tmp_path / "archive", y2023__pier="# Pier\n\nThe pier stood in the storm.")
    (tmp_path / "export.jsonl").write_text('{"id": "j-1", "text": "The tide turned at noon."}\n')
    (tmp_path / "export.csv").write_text(
        "id,headline,body,date\nc-1,Gulls,The gulls came back.,2024-05-06\n"
    )
    said = {}
    with website() as site:
        site.put("/harbour-bridge", page(canonical="/harbour-bridge"))
        site.put("/rss", rss(item("1", site.at("/a"))))
        site.put(
            "/atom.xml",
            '<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><entry><id>1</id>'
            f"<title>B</title><content>Atom. {WHOLE}</content></entry></feed>",
        )
        location = site.put("/b", page(canonical="/b").replace(b"every day", b"each morning"))
        site.put("/sitemap.xml", f"<urlset><url><loc>{location}</loc></url></urlset>")
        for line in COMMAND.findall("\n".join(blocks("sh"))):
            if line == "byline run":
                continue
            arguments = shlex.split(line.replace(STANDS_FOR, site.at("")))[1:]
            done = byline(*arguments, cwd=tmp_path, BYLINE_ALLOWED_HOSTS=site.host)
            assert done.returncode == 0, (line, done.stderr)
            said[line] = done.stdout

    assert "“The ferry will sail every day" in said['byline ask "When will the ferry sail?"']
    assert said["byline index feeds list"].count("last read") == 3
    assert said["byline index feeds refresh"] == "3 feeds, none of which is due.\n"
    assert said["byline index status"].startswith("main: 8 articles")


def test_every_setting_that_the_tutorial_names_is_in_the_example() -> None:
    example = (ROOT / ".env.example").read_text("utf-8")
    for name in re.findall(r"BYLINE_\w+", TUTORIAL):
        assert name in example
