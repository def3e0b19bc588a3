"""Each link, opened in a real browser, scrolls to the quoted words.

One browser, steered over its debugging port on loopback; the page itself waits, frame by frame and
not for long, until it has come to rest.
"""

import asyncio
import json
import shutil
import subprocess
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import aiohttp
import pytest

from bot.links import text_fragment_link

BROWSER = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), ""
)
FLAGS = [
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--disable-dev-shm-usage", "--window-size=800,600", "--remote-debugging-port=0"),
]

# Each paragraph as it stands in the article's text and on its page.
ARTICLE = [
    ("# Ferry stops for good", "<h1>Ferry stops for good</h1>"),
    (
        "The old ferry of Lund sailed for the last time on Monday. Nobody waited for it.",
        "<p>The old ferry of <a href='/lund'>Lund</a> sailed for the <em>last</em> time on Monday. "
        "Nobody waited for it.",
    ),
    (
        "“We did all we could,” said the harbour master, Ida Öberg. “We did all we could, and it "
        "was not enough.”",
        "<p>“We did all we could,” said the harbour master, Ida Öberg. “We did all we could, and "
        "it was not enough.”",
    ),
    ("## Background", "<h2>Background</h2>"),
    (
        "The **well-known** firm R&D (Nord), founded in 1987, lost 3.5% – or 1,000 kronor a day — "
        "and [sold two ships, one large](https://a.example/s_(b)), in May.",
        "<p>The <strong>well-known</strong> firm R&amp;D (Nord), founded in 1987, lost 3.5% – or "
        "1,000 kronor a day — and <a href='/x'>sold two ships, one large</a>, in May.",
    ),
    (
        "It wasn’t the first. It was late, it was dear, and it was loved; so it goes.",
        "<p>It wasn’t the <span>fir<b>st</b></span>. It was\n  late, it was dear, and it was "
        "loved; so it goes.",
    ),
    (
        "Die Fähre fährt über die Straße nach Süden. „Schön war es“, sagte er leise.",
        "<p lang=de>Die Fähre fährt über die Straße nach Süden. „Schön war es“, sagte er leise.",
    ),
    (
        "港务局局长说：“我们已经尽力了，但是还不够。”今天天气很好。",
        "<p lang=zh>港务局局长说：“我们已经尽力了，但是还不够。”今天天气很好。",
    ),
    (
        "市長は記者会見で「新しい船を買いました」と述べた。町は静かだった。",
        "<p lang=ja>市長は記者会見で「新しい船を買いました」と述べた。町は静かだった。",
    ),
    ("## Background", "<h2>Background</h2>"),
    ("1. The resumé of the captain\n2. The resume of the crew",
     "<ol><li>The resumé of the captain<li>The resume of the crew</ol>"),
    (
        "The old ferry of Lund sailed for the last time, again, on Tuesday. “So it goes,” he said.",
        "<p>The old ferry of Lund sailed for the last time, again, on Tuesday. “So it goes,” he "
        "said.",
    ),
    (
        "หัวหน้าท่าเรือกล่าวว่า เราทำดีที่สุดแล้ว แต่ยังไม่พอ",
        "<p lang=th>หัวหน้าท่าเรือกล่าวว่า เราทำดีที่สุดแล้ว แต่ยังไม่พอ",
    ),
    (
        "> “A port without a ferry,\n> a sea without a shore,” they sang.",
        "<blockquote>“A port without a ferry, a sea without a shore,” they sang.</blockquote>",
    ),
    ("The end — so it goes.", "<p>The end — so it goes."),
]  # fmt: skip
TEXT = "\n\n".join(text for text, _ in ARTICLE)

# The quoted words in the text and the how-manieth of their kind they are; then, where the page
# writes them in another way, those that stand there.
QUOTES: list[tuple[str, int, str]] = [
    ("Nobody waited for it.", 1, ""),
    ("The old ferry of Lund sailed for the last time on Monday.", 1, ""),
    ("The old ferry of Lund sailed for the last time, again, on Tuesday.", 1, ""),
    ("“We did all we could,”", 1, ""),
    ("We did all we could", 2, ""),
    ("“We did all we could, and it was not enough.”", 1, ""),
    ("Ida Öberg", 1, ""),
    ("## Background", 1, "Background"),
    ("## Background", 2, "Background"),
    ("**well-known** firm R&D (Nord), founded", 1, "well-known firm R&D (Nord), founded"),
    ("**well-known** firm R&D (Nord), founded in 1987, lost 3.5% – or 1,000 kronor a day", 1,
     "well-known firm R&D (Nord), founded in 1987, lost 3.5% – or 1,000 kronor a day"),
    ("1,000 kronor a day — and [sold two ships, one large](https://a.example/s_(b)), in May.", 1,
     "1,000 kronor a day — and sold two ships, one large, in May"),
    ("It wasn’t the first.", 1, ""),
    ("It was late, it was dear, and it was loved", 1, ""),
    ("so it goes", 1, ""),
    ("So it goes,” he", 1, ""),
    ("so it goes", 2, ""),
    ("über die Straße nach Süden", 1, ""),
    ("„Schön war es“", 1, ""),
    ("“我们已经尽力了，但是还不够。”", 1, ""),
    ("今天天气很好。", 1, ""),
    ("新しい船を買いました", 1, ""),
    ("町は静かだった。", 1, ""),
    ("The resume of the crew", 1, ""),
    ("2. The resume", 1, "The resume"),
    ("เราทำดีที่สุดแล้ว แต่ยังไม่พอ", 1, ""),
    ("“A port without a ferry,\n> a sea without a shore,” they sang.", 1,
     "A port without a ferry, a sea without a shore,” they sang"),
]  # fmt: skip

# Each line of text is a third of the window high, so that no other line could be meant; a browser
# puts the one with the first of the words into the middle. The page rests when it has scrolled, or
# has had the time to, and then stays where it is.
PAGE = """<!doctype html><meta charset=utf-8><title>Ferry</title>
<style>
    body { width: 20em; font-size: 16px; line-height: 200px; margin: 1000px auto; }
    ::target-text { background: #fc0; }
</style>
<article>ARTICLE</article>
<script>
async function resting(frames) {
    const frame = () => new Promise(requestAnimationFrame);
    while (scrollY === 0 && frames-- > 0) await frame();
    for (let before = -1; before !== scrollY; ) { before = scrollY; await frame(); await frame(); }
    return scrollY;
}
function fromTheMiddle(words, occurrence) {
    const walker = document.createTreeWalker(
        document.querySelector("article"), NodeFilter.SHOW_TEXT);
    const letters = [];
    while (walker.nextNode())
        for (let i = 0; i < walker.currentNode.length; i++) {
            const letter = walker.currentNode.data[i].trim() || " ";
            if (letter !== " " || letters.at(-1)?.[0] !== " ")
                letters.push([letter, walker.currentNode, i]);
        }
    const text = letters.map(letter => letter[0]).join("");
    let at = -1;
    while (occurrence-- > 0) at = text.indexOf(words, at + 1);
    if (at < 0) throw Error("not on the page");
    const range = document.createRange();
    range.setStart(letters[at][1], letters[at][2]);
    range.setEnd(letters[at][1], letters[at][2] + 1);
    const box = range.getBoundingClientRect();
    return (box.top + box.bottom - innerHeight) / 2;
}
</script>""".replace("ARTICLE", "\n".join(html for _, html in ARTICLE))


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(PAGE.encode())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- so in http.server
        """Keep the test's output free of requests."""


@contextmanager
def _served() -> Iterator[str]:
    """The address below which every path is the page."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


class Browser:
    """A tab of a browser: what is typed into its address bar, and what its page says."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._calls = 0

    async def open(self, address: str) -> None:
        await self._call("Page.navigate", url=address)
        path = json.dumps(urlsplit(address).path)
        there = f"location.pathname === {path} && document.readyState === 'complete'"
        for _ in range(600):
            if await self.evaluate(there):
                return
            await asyncio.sleep(0.02)
        pytest.fail(f"the browser does not open {address}")

    async def evaluate(self, expression: str) -> float:
        arguments = {"awaitPromise": True, "returnByValue": True}
        answer = await self._call("Runtime.evaluate", expression=expression, **arguments)
        assert "exceptionDetails" not in answer, answer
        return answer["result"]["value"]

    async def _call(self, method: str, **parameters: object) -> dict[str, dict[str, float]]:
        self._calls += 1
        await self._socket.send_json({"id": self._calls, "method": method, "params": parameters})
        while True:
            answer = await self._socket.receive_json(timeout=30)
            if answer.get("id") == self._calls:
                assert "error" not in answer, answer
                return answer["result"]


@asynccontextmanager
async def _browser(profile: Path) -> AsyncIterator[Browser]:
    command = [BROWSER, *FLAGS, f"--user-data-dir={profile}", "about:blank"]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, stdout=quiet, stderr=quiet) as process:  # noqa: ASYNC220 -- a test
        try:
            port = await _debugging_port(profile, process)
            async with aiohttp.ClientSession(f"http://127.0.0.1:{port}") as session:
                async with session.get("/json/list") as response:
                    tabs = json.loads(await response.text())
                tab = next(tab for tab in tabs if tab["type"] == "page")
                async with session.ws_connect(tab["webSocketDebuggerUrl"]) as socket:
                    yield Browser(socket)
        finally:
            process.terminate()


async def _debugging_port(profile: Path, process: subprocess.Popen[bytes]) -> str:
    """The port that the browser has chosen; it writes it down when it listens there."""
    note = profile / "DevToolsActivePort"
    for _ in range(600):
        assert process.poll() is None, "the browser does not start"
        if note.exists() and (lines := note.read_text().split()):
            return lines[0]
        await asyncio.sleep(0.05)
    pytest.fail("the browser does not listen")


def _link(address: str, quoted: str, occurrence: int) -> str:
    start = -1
    for _ in range(occurrence):
        start = TEXT.index(quoted, start + 1)
    link = text_fragment_link(address, TEXT, start, start + len(quoted))
    assert link is not None
    return link


@pytest.mark.skipif(not BROWSER, reason="no chromium on PATH")
async def test_a_browser_scrolls_to_the_quoted_words(tmp_path: Path) -> None:
    missed: list[tuple[str, float]] = []
    with _served() as address:
        async with _browser(tmp_path) as browser:
            # Words that are not there: so that a page which scrolls by itself proves nothing.
            await browser.open(f"{address}/none#:~:text=No%20such%20words")
            assert await browser.evaluate("resting(20)") == 0

            for number, (quoted, occurrence, shown) in enumerate(QUOTES):
                link = _link(f"{address}/{number}", quoted, occurrence)
                await browser.open(link)
                words = json.dumps(shown or quoted.strip("“”„,.。「」"))
                scrolled = await browser.evaluate("resting(300)")
                away = await browser.evaluate(f"fromTheMiddle({words}, {occurrence})")
                if not scrolled or abs(away) > 20:  # pixels; a line is 200 high
                    missed.append((link, away))

    assert missed == []
