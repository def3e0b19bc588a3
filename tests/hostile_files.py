"""Sixty hostile files: pages, feeds, and front matter that are made to hang or eat who reads them.

    python -m tests.hostile_files

reads each as Byline does, and prints the slowest and how many gave something; it fails where one
takes longer than twelve seconds, or where a good file after it cannot be read.
"""

import sys
import tempfile
import time
from pathlib import Path

from index.errors import BadInputError
from index.ingest.files import read_file
from index.ingest.sandbox import Sandbox

LONGEST = 12.0  # seconds
_MUCH = 1_900_000  # bytes, just below what is read of a page
_GOOD = b"<html><body><p>The ferry sailed at noon, and the whole town came to see it go.</p></body>"


def hostile_pages() -> list[bytes]:
    """Twenty pages."""
    repeated = (
        b"<div>", b"<a href=/x>y</a>", b"<p>", b"<b><i>", b"<table><tr><td>", b"<ul><li>",
        b"<font color=red>", b"<p style='color:red'>x", b"&amp;", b"<br>", b"<span hidden>x</span>",
        b"<!--", b"<script>", b"<q>x", b"<a<a<a", b"&#0;", b"<p class='a b c d'>x</p>",
    )  # fmt: skip
    styles = (
        b"<style>" + b".a .b .c{display:none}" * 20_000 + b"</style>"
        + b"<p class=c>x</p>" * 20_000,
        b"<style>" + b"p p p p p p p p{display:none}" * 9_000 + b"</style>" + b"<div>" * 200
        + b"<p>x</p>" * 40_000,
        b"<script type='application/ld+json'>" + b"[" * 900_000 + b"</script>",
    )  # fmt: skip
    head = b"<!doctype html><html><body>"
    return [
        *(head + one * (_MUCH // len(one)) for one in repeated),
        *(head + one for one in styles),
    ]


def hostile_feeds() -> list[bytes]:
    """Twenty feeds."""
    laughs = b"".join(
        b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10 if n else b"lol") for n in range(10)
    )
    items = (
        b"<item><guid>", b"<item><title>x</title></item>", b"<item><description>&lt;div&gt;",
        b"<item>", b"<a:b xmlns:a='x'>", b"<description>&lt;b&gt;x", b"<![CDATA[", b"&#x41;",
        b"<item><link>http://x.example/</link><pubDate>" + b"1" * 1_000 + b"</pubDate></item>",
        b"<item xmlns='" + b"u" * 500 + b"'/>",
    )  # fmt: skip
    json_feed = b'{"version": "https://jsonfeed.org/version/1.1", "items": '
    whole = (
        b"<!DOCTYPE x [" + laughs + b"]><rss>&l9;</rss>",
        b"<!DOCTYPE x [<!ENTITY a '" + b"a" * 100_000 + b"'>]><rss>" + b"&a;" * 100_000 + b"</rss>",
        b"<!DOCTYPE x SYSTEM 'file:///etc/passwd'><rss/>",
        b"<!DOCTYPE x [<!ENTITY % p SYSTEM 'http://127.0.0.1/'> %p;]><rss/>",
        "<!DOCTYPE x [<!ENTITY a 'a'>]><rss>&a;</rss>".encode("utf-16"),
        b"<urlset>" + b"<url><loc>http://x.example/</loc></url>" * 100_000 + b"</urlset>",
        b"<sitemapindex>" + b"<sitemap><loc>x</loc></sitemap>" * 100_000,
        json_feed + b"[" * 1_000_000,
        json_feed + b"[" + b"{}," * 1_000_000 + b"{}]}",
        b"<feed>" + b"<entry>" * 500_000,
    )  # fmt: skip
    head = b"<rss version='2.0'><channel><title>x</title>"
    return [*(head + one * (4_500_000 // len(one)) for one in items), *whole]


def hostile_front_matter() -> list[bytes]:
    """Twenty heads of Markdown files."""
    lines = (
        "title: " + "[" * 16_000, "title: " + "{" * 16_000, "a:\n" + " - " * 5_000,
        "a: &a [x]\n" + "b: *a\n" * 2_000, "? " * 8_000, "title: !!python/object:os.system x",
        "'" * 16_000, '"' + "\\" * 16_000, "- " * 8_000, "a: |\n" + " " * 16_000,
        "a: " + "!" * 16_000, "%YAML " + "9" * 16_000, "#" * 16_000, "x: y\n" * 3_000,
        "title: " + "9" * 16_000,
    )  # fmt: skip
    toml = (
        "a = " + "[" * 16_000, "a = " + "{a = " * 3_000, "a." * 8_000 + "a = 1",
        "[a" + ".a" * 8_000 + "]", "a = " + "9" * 16_000,
    )  # fmt: skip
    return [
        *(f"---\n{one}\n---\nThe ferry sails.".encode() for one in lines),
        *(f"+++\n{one}\n+++\nThe ferry sails.".encode() for one in toml),
    ]


def read(kind: str, content: bytes, sandbox: Sandbox) -> bool:
    """Read a file as Byline does; whether it gave anything."""
    if kind == "front matter":
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "hostile.md"
            path.write_bytes(content)
            return read_file(path, sandbox=sandbox).article is not None
    try:
        return bool(sandbox.read(kind, content, {"url": "https://news.example/"}))
    except BadInputError:
        return False


def hostile_files() -> list[tuple[str, bytes]]:
    """All sixty, with their kinds."""
    return [
        *(("page", one) for one in hostile_pages()),
        *(("feed", one) for one in hostile_feeds()),
        *(("front matter", one) for one in hostile_front_matter()),
    ]


def main() -> int:
    """Read each, and tell of the slowest."""
    times, taken, is_well = [], 0, True
    with Sandbox() as sandbox:
        for number, (kind, content) in enumerate(hostile_files()):
            begun = time.monotonic()
            taken += read(kind, content, sandbox)
            times.append((time.monotonic() - begun, f"{kind} {number}"))
            is_well = is_well and read("page", _GOOD, sandbox)
    slowest = ", ".join(f"{name} {took:.1f} s" for took, name in sorted(times)[:-6:-1])
    print(f"{len(times)} files, {taken} of them taken; the slowest: {slowest}")  # noqa: T201  # for it
    return 0 if is_well and max(times)[0] <= LONGEST else 1


if __name__ == "__main__":
    sys.exit(main())
