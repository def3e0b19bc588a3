import pytest

from index.errors import BadInputError
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
