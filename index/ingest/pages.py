"""Pages on the web: fetched here, read in a process of their own."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Sequence

from index.errors import BadInputError
from index.ingest.addresses import AllowedHosts
from index.ingest.fields import Draft, draft_of, make_article
from index.ingest.polite import Readers
from index.ingest.reading import Reading, shown, skipped
from index.ingest.sandbox import Sandbox
from index.ingest.web import Fetched, Fetcher
from index.texts import reasons

_PDF = b"%PDF-"


def read_pages(urls: Sequence[str], allowed: AllowedHosts) -> Iterator[tuple[str, Reading]]:
    """The articles at web addresses, one after the other, each with its origin.

    Whatever keeps a page from being read is its reading's first note.

    Raises:
        SystemFailureError: no process can be started to read them in.
    """
    with Sandbox() as sandbox, asyncio.Runner() as runner:
        fetcher, readers = Fetcher(allowed), Readers([sandbox])
        runner.run(fetcher.__aenter__())
        try:
            for url in urls:
                yield f"page:{url}", runner.run(read_page(url, fetcher.fetch, readers))
        finally:
            runner.run(fetcher.__aexit__(None, None, None))


async def read_page(
    url: str, fetch: Callable[[str], Awaitable[Fetched]], readers: Readers
) -> Reading:
    """The article of the page at `url`; what keeps it from being read is its reading's first note.

    Raises:
        SystemFailureError: no process can be started to read it in.
    """
    where = shown(url)
    try:
        draft = await page_draft(await fetch(url), readers)
    except BadInputError as refusal:
        return skipped(where, str(refusal))
    return make_article(where, draft)


async def page_draft(fetched: Fetched, readers: Readers) -> Draft:
    """What is found in a page.

    Raises:
        BadInputError: it is none that can be read.
        SystemFailureError: no process can be started to read it in.
    """
    if fetched.content.startswith(_PDF):
        raise BadInputError(reasons.PDF)
    options = {"url": fetched.url, "charset": fetched.charset}
    return draft_of(await readers.read("page", fetched.content, options))
