"""Everything hostile at once: each is named with its reason, and the rest is indexed.

What single parts make of each stands in their own tests; here nothing may take the others along.
"""

import gzip
import io
import json
import os
import shutil
import ssl
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path
from threading import Thread

import pytest

from index.build import list_articles
from index.gathering.jobs import AddPages, FollowFeeds, RefreshFeeds, Report
from index.holdings import followed
from index.ingest.addresses import AllowedHosts
from index.ingest.sandbox import Sandbox
from index.ingest.web import Fetcher
from tests.builders import article, collection
from tests.discord.bot_process import ROOT
from tests.gatherers import GUILD, gathering, make_due, put_feed, texts_in
from tests.hostile_files import hostile_files
from tests.hostile_files import read as read_hostile
from tests.test_cli import byline
from tests.test_ingest_feeds import BOMB, rss
from tests.test_ingest_page import page
from tests.test_ingest_web import refusal
from tests.test_refresh import WHOLE, item
from tests.websites import website

LINKS = "".join(f"<p><a href='/{n}'>Link number {n} of very many.</a></p>" for n in range(20_000))


def front_matter(lines: str, body: str) -> str:
    return f"---\n{lines}\n---\n\n{body}\n"


def zipped() -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("../../evil.md", "evil")
    return written.getvalue()


ALIASES = "a: &a [x,x]\n" + "\n".join(
    f"{name}: &{name} [*{before},*{before}]" for before, name in pairwise("abcdefghi")
)
REFUSED = {
    "empty.md": (b"", "the file is empty"),
    "only-front-matter.md": ("---\ntitle: Only this\n---\n", "the article has no text"),
    "object.md": (
        front_matter("title: !!python/object/apply:os.system ['touch evil']", "One."),
        "tags (!) are not read",
    ),
    "aliases.md": (front_matter(ALIASES, "Two."), "anchors and aliases (& and *) are not read"),
    "binary.md": (bytes(range(256)) * 40, "the file is not text"),
    "nul.md": (b"Text\0with\0nuls", "the file is not text"),
    "large.md": (b"x" * 3_000_000, "the file is larger than 2 MB"),
    "nested.html": (b"<html><body>" + b"<div>" * 100_000 + b"x", "no article could be found"),
    "nested.md": ("---\ntitle: " + "[" * 20_000 + "\n---\nx\n", "its front matter is longer than"),
    "archive.zip": (zipped(), "only Markdown, text, HTML and PDF files"),
    "word.docx": (zipped(), "only Markdown, text, HTML and PDF files"),
    "zip.md": (zipped(), "the file is not text"),
    "index.sqlite": (b"SQLite format 3\0" + bytes(100), "only Markdown, text, HTML and PDF files"),
    "index.pkl": (b"\x80\x04]\x94K\x01a.", "only Markdown, text, HTML and PDF files"),
    "broken.pdf": (b"%PDF-1.7\n%garbage", ""),
}  # fmt: skip
TAKEN = {
    "unclosed.md": ("---\ntitle: Unclosed\n\nThe body stands here, word1.\n", "no closing ---"),
    "no.md": (front_matter("title: no", "word2."), None),
    "number.md": (front_matter("title: 1.10", "word3."), None),
    "time.md": (front_matter("title: 12:30:45", "word4."), None),
    "date.md": (front_matter("published: 2026-13-45", "word5."), "the date is unknown"),
    "offset.md": (
        front_matter("published: 2026-01-01T00:00:00+25:00", "word6."), "the date is unknown"
    ),
    "utf16.md": ("Sixteen bits, word7.".encode("utf-16"), None),
    "latin.md": ("Der Fährmann fährt über die Brücke, word8.".encode("latin-1"), "Windows-1252"),
    "cyrillic.md": ("Паром идёт через гавань word9.".encode("cp1251"), "Windows-1251"),
    "invalid.md": (b"A text with \xff\xfe\xfa bytes in it, word10.", "it is not UTF-8"),
    "pings.md": ("@everyone <@&1> </x:1> <t:0:R> word11.", None),
    "marks.md": (
        "\u202eevil \ufdfa" + "\u200d" * 500 + "a" + "\u0301" * 10_000 + " word12.", None
    ),
    "chinese.md": ("渡轮将在中午启航。港口开放。", None),
    "thai.md": ("เรือเฟอร์รี่ออกเดินทางตอนเที่ยง", None),
    "arabic.md": ("تبحر العبارة عند الظهر", None),
    "emoji.md": ("🚢🚢🌊", "it has no words"),
    "good.md": ("# Good\n\nThe good article about boats, word13.", None),
}  # fmt: skip


def test_a_folder_of_hostile_files(data: Path, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, (content, _) in {**REFUSED, **TAKEN}.items():
        (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0")  # may lie beside, without a word
    (folder / "out.md").symlink_to("/etc/passwd")
    (folder / "loop.md").symlink_to("loop.md")
    (folder / "zero.md").symlink_to("/dev/zero")
    os.mkfifo(folder / "pipe.md")
    (folder / "good again.md").write_text(str(TAKEN["good.md"][0]))

    # Two minutes are far more than it takes, and far less than for ever.
    done = subprocess.run(
        [sys.executable, "-m", "index", "build", folder, "--data", data, "--json"],
        cwd=ROOT, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip

    assert (done.returncode, "Traceback" in done.stderr) == (0, False)
    assert not (ROOT / "evil").exists()
    skipped = reasons(done.stdout)
    for name, (_, reason) in REFUSED.items():
        assert reason in skipped.pop(str(folder / name)), name
    assert skipped.pop(str(folder / "out.md")) == "it is a link that leads out of its folder"
    assert skipped.pop(str(folder / "zero.md")) == "it is a link that leads out of its folder"
    assert skipped.pop(str(folder / "pipe.md")) == "it is not a regular file"
    assert "symbolic links" in skipped.pop(str(folder / "loop.md"))
    assert len(skipped) == 1
    assert "has the same text" in skipped.popitem()[1]
    assert len(list_articles(data)) == len(TAKEN)
    for name, (_, note) in TAKEN.items():
        assert note is None or note in notes(done.stderr, folder / name), name
    titles = {one.title for one in list_articles(data)}
    assert titles >= {"no", "1.10", "12:30:45"}
    for query in (*(f"word{number}" for number in range(1, 14)), "渡轮", "เรือ", "العبارة"):
        assert byline("search", query, "--data", data).stdout.startswith("1. "), query


def test_no_hostile_front_matter_keeps_anything_from_being_read() -> None:
    """All sixty, with how long each takes, are read by `python -m tests.hostile_files`."""
    files = hostile_files()
    assert len(files) == 60
    with Sandbox() as sandbox:
        for kind, content in files:
            if kind == "front matter":
                read_hostile(kind, content, sandbox)


def reasons(printed: str) -> dict[str, str]:
    """Why each was skipped, by `--json`."""
    return {one["where"]: one["reason"] for one in json.loads(printed)["skipped"]}


def notes(printed: str, file: Path) -> str:
    lines = printed.splitlines()
    return " ".join(line for line in lines if line.startswith(f"Note on {file}:"))


# Pages and feeds


def why(report: Report) -> dict[str, str]:
    return {one.where: one.reason for one in report.skipped}


def bomb(levels: int) -> bytes:
    content = b"a" * 9_000_000
    for _ in range(levels):
        content = gzip.compress(content)
    return content


async def test_hostile_pages_among_one_that_is_not(data: Path) -> None:
    with website() as site:
        bad = {
            site.put("/gone", status=410): "the server answered 410",
            site.put("/busy", status=500): "the server answered 500",
            site.put("/loop", status=302, Location="/loop"): "it is redirected more than 5 times",
            site.put("/away", status=302, Location="file:///etc/passwd"): "only http and https",
            site.put("/home", status=302, Location="http://127.0.0.1:1/"): "only the ports",
            site.put("/bomb", bomb(1), Content_Encoding="gzip"): "it is larger than 5 MB",
            site.put("/two", bomb(2), Content_Encoding="gzip, gzip"): "it is compressed in another",
            site.put("/br", b"x", Content_Encoding="br"): "it is compressed in another",
            site.put("/zstd", b"x", Content_Encoding="zstd"): "it is compressed in another",
            site.put("/json", b'{"title": "Ferry"}'): "it is not a web page",
            site.put("/pdf", b"%PDF-1.7\n\0"): "it is a PDF file and no page",
            site.put("/image", b"\x89PNG\r\n\x1a\n\0\0"): "the file is not text",
            site.put("/empty", b""): "the file is empty",
            site.put("/nested", b"<div>" * 100_000 + b"x"): "no article could be found",
            site.put("/feed", rss(item("1"))): "it is a feed and no page",
            "gopher://news.example/": "is not an http or https address",
            "http://news.example:22/": "only the ports 80 and 443",
        }
        good = site.put("/good", page(canonical="/good"))
        async with gathering(data, site) as gatherer:
            report = await gatherer.do(GUILD, AddPages((*bad, good)))
            assert [one.url for one in report.added] == [good]
            assert why(report).keys() == bad.keys()
            for url, reason in bad.items():
                assert reason in why(report)[url], url
            # Links alone, however many, end within the bounds: as an article or with a reason.
            links = await gatherer.do(GUILD, AddPages((site.put("/links", page(LINKS)),)))
            assert len(links.added) + len(links.skipped) == 1
    assert len(texts_in(data)) == 1 + len(links.added)


async def test_hostile_feeds_among_one_that_is_not(data: Path) -> None:
    cut = rss(item("1"), item("2", text="Half" + WHOLE))
    with website() as site:
        bad = {
            site.put("/login", "<!doctype html><html><body>Log in</body></html>"): "not a feed",
            site.put("/json", b'{"items": []}'): "it is not a feed",
            site.put("/image", b"\x89PNG\r\n\x1a\n\0\0"): "it is not a feed",
            site.put("/bomb", f"{BOMB}<rss><channel/></rss>"): "a document type declaration",
            site.put("/xxe", '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss>&x;</rss>'):
                "a document type declaration",
            site.put("/gone", status=404): "the server answered 404",
            site.put("/sitemap", "<urlset><url><loc>http://a.example/"): "the sitemap is cut off",
            site.put("/zip", bomb(1), Content_Encoding="gzip"): "it is larger than 5 MB",
        }  # fmt: skip
        good = put_feed(site, 1)
        half = site.put("/half", cut[: cut.index(b"Half")])
        many = site.put("/many", rss(*(item(str(n), text=f"{n} {WHOLE}") for n in range(600))))
        async with gathering(data, site) as gatherer:
            report = await gatherer.do(GUILD, FollowFeeds((*bad, good, half, many)))
    assert [one.url for one in report.feeds] == [good, half, many]
    for url, reason in bad.items():
        assert reason in why(report)[url], url
    said = " ".join(one.reason for one in report.notes)
    assert "it is cut off; the items before the cut were read" in said
    assert "it has 600 items; the newest 500 were read" in said
    assert (report.articles, len(texts_in(data))) == (502, 502)
    assert {feed.url for feed in followed(data, GUILD)} == {good, half, many}


async def test_items_that_say_little_and_feeds_that_claim_the_items_of_others(data: Path) -> None:
    with website() as site:
        bare = f"<description>Bare. {WHOLE}</description>"
        relative = f"<link>/story</link><description>Relative. {WHOLE}</description>"
        live = f"<link>javascript:alert(1)</link><description>Live. {WHOLE}</description>"
        first = site.put(
            "/a", rss(item("same", text="Of the first." + WHOLE), bare, relative, live)
        )
        second = site.put("/b", rss(item("same", text="Of the second." + WHOLE)))
        async with gathering(data, site) as gatherer:
            report = await gatherer.do(GUILD, FollowFeeds((first, second)))
            again = await gatherer.do(GUILD, RefreshFeeds())
            assert (len(report.added), again.added, again.changed) == (5, (), ())
            by_text = {one.text.partition(" ")[0]: one for one in list_articles(data, GUILD)}
            assert by_text["Relative."].url == site.at("/story")
            assert by_text["Live."].url is None
            site.put("/a", rss(item("same", text="Anew." + WHOLE)))
            assert len((await gatherer.do(GUILD, RefreshFeeds())).changed) == 1
            texts = " ".join(texts_in(data))
            assert "Anew." in texts
            assert "Of the second." in texts
            assert "Of the first." not in texts


async def test_a_feed_that_is_gone_five_times_is_told_and_its_articles_stay(data: Path) -> None:
    with website() as site:
        feed = put_feed(site, 1)
        async with gathering(data, site) as gatherer:
            await gatherer.do(GUILD, FollowFeeds((feed,)))
            site.pages.clear()
            for _ in range(5):
                make_due(data)
                await gatherer.do(GUILD, RefreshFeeds())
        (one,) = followed(data, GUILD)
        assert (one.failures, one.problem) == (5, "the server answered 404")
        assert len(texts_in(data)) == 1


async def test_a_server_that_asks_to_wait_is_left_alone_even_when_asked_to_hurry(
    data: Path,
) -> None:
    with website() as site:
        feed = put_feed(site, 1)
        async with gathering(data, site) as gatherer:
            await gatherer.do(GUILD, FollowFeeds((feed,)))
            site.put("/rss", status=429, Retry_After="3600")
            await gatherer.do(GUILD, RefreshFeeds())
            hits = site.hits["/rss"]
            report = await gatherer.do(GUILD, RefreshFeeds())
            assert "its server asked to be left alone until" in report.skipped[0].reason
            assert site.hits["/rss"] == hits


async def test_nothing_that_is_held_is_lost_to_anything_hostile(data: Path) -> None:
    held = [article(f"a{n}", f"Held n{n}.") for n in range(20)]
    collection(data, *held, name=GUILD)
    with website() as site:
        async with gathering(data, site) as gatherer:
            await gatherer.do(GUILD, AddPages((site.put("/x", b"<div>" * 100_000),)))
            await gatherer.do(GUILD, FollowFeeds((site.put("/y", b"\0"),)))
    assert len(texts_in(data)) == len(held)


# Who a server is


@pytest.mark.skipif(shutil.which("openssl") is None, reason="there is no openssl to certify with")
async def test_a_server_that_cannot_prove_who_it_is_is_refused(tmp_path: Path) -> None:
    with certified(tmp_path) as address:
        async with Fetcher(AllowedHosts.parse(address)) as fetcher:
            said = await refusal(fetcher, f"https://{address}/")
    assert said == "the server cannot prove who it is (its TLS certificate is not valid)"


@contextmanager
def certified(folder: Path) -> Iterator[str]:
    """A server that certifies itself."""
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1",
         "-subj", "/CN=elsewhere.example", "-keyout", key, "-out", certificate],
        check=True, capture_output=True,
    )  # fmt: skip

    class Quiet(ThreadingHTTPServer):
        def handle_error(self, *_: object) -> None:
            """The handshake that is refused is what the test is about."""

    server = Quiet(("127.0.0.1", 0), BaseHTTPRequestHandler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
