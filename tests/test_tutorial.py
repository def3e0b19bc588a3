"""docs/getting-articles-in.md, followed step by step as a new user would."""

import asyncio
import json
import re
import shlex
from pathlib import Path

from tests.builders import folder
from tests.discord.bot_process import BotProcess
from tests.discord.server import LoopbackDiscord
from tests.gatherers import is_answered, make_due, until
from tests.test_cli import ROOT, byline
from tests.test_conversation import environment, shown
from tests.test_ingest_feeds import rss
from tests.test_ingest_page import page
from tests.test_refresh import WHOLE, item
from tests.websites import Website, website

TUTORIAL = (ROOT / "docs" / "getting-articles-in.md").read_text("utf-8")
COMMAND = re.compile(r"^byline .*", re.MULTILINE)
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```", re.DOTALL | re.MULTILINE)
NEWS = "The zeppelin landed on the green. "
STANDS_FOR = "https://news.example"


def blocks(kind: str) -> list[str]:
    return [inside for name, inside in BLOCK.findall(TUTORIAL) if name == kind]


async def test_every_step_of_the_tutorial_works(tmp_path: Path) -> None:
    write_files(tmp_path)
    with website() as site:
        put_pages(site)
        said = await asyncio.to_thread(follow_steps, tmp_path, site)
        assert "“The ferry will sail every day" in said['byline ask "When will the ferry sail?"']
        assert said["byline index feeds list"].count("last read") == 3
        assert said["byline index feeds refresh"] == "3 feeds, none of which is due.\n"
        assert said["byline index status"].startswith("main: 9 articles")
        assert said["byline index status"].count("  feed http") == 3
        await follow_with_a_bot(tmp_path, site)


async def follow_with_a_bot(folder: Path, site: Website) -> None:
    """The last step, with a token: what is new in a feed is answered from."""
    data = folder / "data"
    async with LoopbackDiscord(patience=30.0) as server:
        guild = server.add_guild("Newsroom")
        channel = guild.add_channel("general")
        settings = environment(
            server, BYLINE_ALLOWED_HOSTS=site.host, BYLINE_FEEDS_CHECK="0.2", BYLINE_FETCH_DELAY="0"
        )
        arguments = ("-m", "bot", "run", "--data", str(data))
        async with BotProcess(*arguments, environment=settings) as bot:
            await server.ready()
            hits = site.hits["/rss"]
            site.put("/rss", rss(item("1", site.at("/a")), item("2", site.at("/n"), NEWS + WHOLE)))
            make_due(data, "main")
            await until(lambda: site.hits["/rss"] > hits and is_answered(data, "zeppelin", "main"))
            alice = guild.add_member("alice")
            mention = server.bot.mention
            question = await alice.say(channel, f"{mention} Where did the zeppelin land?")
            answer = await server.next_message(channel, after=question)
            assert NEWS.strip() in shown(answer.text)
            assert "Traceback" not in bot.output


def write_files(folder_: Path) -> None:
    (folder_ / "interview.md").write_text(blocks("markdown")[0])
    folder(folder_ / "archive", y2023__pier="# Pier\n\nThe pier stood in the storm.")
    post = {
        "id": 9,
        "link": "https://blog.example/tides",
        "title": {"rendered": "Tides"},
        "content": {"rendered": "<p>The tide rose.</p>"},
    }
    (folder_ / "posts.json").write_text(json.dumps([post]))
    (folder_ / "export.jsonl").write_text('{"id": "j-1", "text": "The tide turned at noon."}\n')
    (folder_ / "export.csv").write_text(
        "id,headline,body,date\nc-1,Gulls,The gulls came back.,2024-05-06\n"
    )


def put_pages(site: Website) -> None:
    site.put("/harbour-bridge", page(canonical="/harbour-bridge"))
    site.put("/rss", rss(item("1", site.at("/a"))))
    site.put(
        "/atom.xml",
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><entry><id>1</id>'
        f"<title>B</title><content>Atom. {WHOLE}</content></entry></feed>",
    )
    location = site.put("/b", page(canonical="/b").replace(b"every day", b"each morning"))
    site.put("/sitemap.xml", f"<urlset><url><loc>{location}</loc></url></urlset>")


def follow_steps(folder: Path, site: Website) -> dict[str, str]:
    """What each command says."""
    said = {}
    for line in COMMAND.findall("\n".join(blocks("sh"))):
        if line == "byline run":
            continue
        arguments = shlex.split(line.replace(STANDS_FOR, site.at("")))[1:]
        done = byline(*arguments, cwd=folder, BYLINE_ALLOWED_HOSTS=site.host)
        assert done.returncode == 0, (line, done.stderr)
        said[line] = done.stdout
    return said


def test_every_setting_that_the_tutorial_names_is_in_the_example() -> None:
    example = (ROOT / ".env.example").read_text("utf-8")
    for name in re.findall(r"BYLINE_\w+", TUTORIAL):
        assert name in example
