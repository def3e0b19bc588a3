import os
from contextlib import suppress
from pathlib import Path

import pytest

from index.errors import BadInputError
from index.ingest.polite import Readers
from index.ingest.sandbox import Bounds, Sandbox
from tests.test_ingest_page import FIRST, LAST, page

SLOW = b"<p>" + b"<a href=x>link words</a> " * 70_000  # seconds of work


def test_one_process_reads_one_page_after_the_other() -> None:
    with Sandbox() as sandbox:
        for _ in range(2):
            assert sandbox.read("page", page())["text"] == f"{FIRST}\n\n{LAST}"


@pytest.mark.parametrize(
    ("bounds", "content", "reason"),
    [
        (Bounds(seconds=0.2), SLOW, "reading it took more than 0.2 seconds or 512 MB of memory"),
        (Bounds(megabytes=1), b"<p>" + b"<b>word</b> " * 100_000, "reading it "),
        (Bounds(), b"no page", "it is not a web page"),
    ],
)
def test_what_is_too_much_is_refused_and_the_next_one_read(
    bounds: Bounds, content: bytes, reason: str
) -> None:
    with Sandbox(bounds) as sandbox:
        with pytest.raises(BadInputError) as refusal:
            # The parser itself is not what is measured.
            sandbox.read("page", content)
        assert str(refusal.value).startswith(reason)
    with Sandbox() as sandbox:
        assert sandbox.read("page", page())["title"] == "Ferry sails"


async def test_processes_rest_when_there_is_nothing_to_read_and_start_again() -> None:
    others = children()
    with Sandbox() as sandbox:
        readers = Readers([sandbox])
        await readers.read("page", page(), {})
        await readers.rest(3_600)
        assert children() > others
        await readers.rest(0)
        assert children() == others
        assert (await readers.read("page", page(), {}))["title"] == "Ferry sails"


def children() -> set[str]:
    """The processes that this one has started and that are still there."""
    found = set()
    for each in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            if each.read_text().rpartition(")")[2].split()[1] == str(os.getpid()):
                found.add(each.parent.name)
    return found
