"""Pages on the web: fetched here, read in a process of their own."""

import asyncio
from collections.abc import Iterator, Sequence

from index.errors import BadInputError
from index.ingest.addresses import AllowedHosts
from index.ingest.fields import draft_of, make_article
from index.ingest.reading import Reading, shown, skipped
from index.ingest.sandbox import Sandbox
from index.ingest.web import Fetcher


def read_pages(urls: Sequence[str], allowed: AllowedHosts) -> Iterator[tuple[str, Reading]]:
    """The articles at web addresses, one after the other, each with its origin.

    Whatever keeps a page from being read is its reading's first note.

    Raises:
        SystemFailureError: no process can be started to read them in.
    """
    with Sandbox() as sandbox, asyncio.Runner() as runner:
        fetcher = Fetcher(allowed)
        runner.run(fetcher.__aenter__())
        try:
            for url in urls:
                yield f"page:{url}", runner.run(read_page(url, fetcher, sandbox))
        finally:
            runner.run(fetcher.__aexit__(None, None, None))


async def read_page(url: str, fetcher: Fetcher, sandbox: Sandbox) -> Reading:
    """The article of the page at `url`.

    Raises:
        SystemFailureError: no process can be started to read it in.
    """
    where = shown(url)
    try:
        fetched = await fetcher.fetch(url)
        options = {"url": fetched.url, "charset": fetched.charset}
        parsed = await asyncio.to_thread(sandbox.read, "page", fetched.content, options)
    except BadInputError as refusal:
        return skipped(where, str(refusal))
    return make_article(where, draft_of(parsed))
