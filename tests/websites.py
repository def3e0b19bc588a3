"""A website on this machine, with pages that a test puts there and takes away."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread


@dataclass(frozen=True)
class Page:
    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


class Website:
    """Pages by path; what is not there is 404. An ETag that is sent back is 304."""

    def __init__(self, port: int) -> None:
        self.host = f"127.0.0.1:{port}"
        self.pages: dict[str, Page] = {}
        self.hits: Counter[str] = Counter()
        self.held: frozenset[str] = frozenset()
        self._go_on = Event()
        self.unchanged: Counter[str] = Counter()  # how often only that was said

    def put(self, path: str, body: str | bytes = b"", status: int = 200, **headers: str) -> str:
        """Put a page there, and say where it is."""
        content = body.encode() if isinstance(body, str) else body
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = Page(content, status, named)
        return self.at(path)

    def hold(self, *paths: str) -> None:
        """Answer nothing at these paths for now."""
        self._go_on.clear()
        self.held = frozenset(paths)

    def let_go(self) -> None:
        """Answer again."""
        self._go_on.set()
        self.held = frozenset()

    def wait(self) -> None:
        """Wait until answers are let go, for half a minute at most."""
        self._go_on.wait(30)

    def at(self, path: str) -> str:
        return f"http://{self.host}{path}"


@contextmanager
def website() -> Iterator[Website]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            site.hits[self.path] += 1
            if self.path in site.held:
                site.wait()
            page = site.pages.get(self.path, Page(status=404))
            known = self.headers.get("If-None-Match")
            if known and known == page.headers.get("ETag"):
                site.unchanged[self.path] += 1
                page = Page(status=304)
            self.send_response(page.status)
            for name, value in {**page.headers, "Content-Length": str(len(page.body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(page.body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    site = Website(server.server_address[1])
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield site
    finally:
        site.let_go()
        server.shutdown()
        thread.join()
        server.server_close()
