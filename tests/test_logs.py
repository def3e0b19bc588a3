"""One line an event, whatever the event is made of."""

import io
import logging
from collections.abc import Iterator
from contextlib import suppress

import pytest

from bot.logs import MASK, OneLine, set_up_logging

TOKEN = "canary-Zm9yIHRlc3Rz.only"  # noqa: S105  # it opens nothing


@pytest.fixture(autouse=True)
def _put_back() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    logging.getLogger("discord").setLevel(logging.NOTSET)


def logged(
    level: str, text: str, *arguments: object, name: str = "bot.test", at: int = logging.ERROR
) -> str:
    stream = io.StringIO()
    set_up_logging(level, [TOKEN], stream)
    logging.getLogger(name).log(at, text, *arguments)
    return stream.getvalue()


def failure(words: str) -> ZeroDivisionError:
    """One that was raised."""
    error = ZeroDivisionError(words)
    with suppress(ZeroDivisionError):
        raise error
    return error


def line_of(error: BaseException, *, revealing: bool, name: str = "bot.client") -> str:
    info = (type(error), error, error.__traceback__)
    record = logging.LogRecord(name, logging.ERROR, __file__, 1, "a question failed", None, info)
    return OneLine([TOKEN], revealing=revealing).format(record)


def test_a_line_names_the_time_the_level_the_place_and_the_event() -> None:
    record = logging.LogRecord("bot.client", logging.INFO, "", 1, "ready: guilds=%d", (3,), None)
    record.created, record.msecs = 1_700_000_000.25, 250.0
    assert OneLine().format(record) == "2023-11-14T22:13:20.250Z INFO bot.client ready: guilds=3"


@pytest.mark.parametrize("level", ["DEBUG", "INFO", "WARNING", "ERROR"])
@pytest.mark.parametrize(
    "said",
    [
        TOKEN,
        f"Bot {TOKEN}",
        f"https://discord.example/api/webhooks/1/{TOKEN}/messages/@original",
        repr({"token": TOKEN, "d": {"token": TOKEN}}),
        f"'{TOKEN}'\n{TOKEN}",
    ],
)
def test_the_token_is_never_written(level: str, said: str) -> None:
    for line in (
        logged(level, "%s", said),
        logged(level, said),
        line_of(failure(said), revealing=level == "DEBUG"),
    ):
        assert TOKEN not in line


OTHER = "aW50ZXJhY3Rpb246MTIzNDU2Nzg5MDEyMzQ1Njc4"


@pytest.mark.parametrize(
    "said",
    [
        f"POST https://discord.com/api/v10/interactions/123/{OTHER}/callback with",
        f"PATCH https://discord.com/api/v10/webhooks/123/{OTHER}/messages/@original?a=b",
        f"WebSocket Event: {{'t': 'INTERACTION_CREATE', 'd': {{'token': '{OTHER}'}}}}",
        f'with "{{\\"token\\":\\"{OTHER}\\"}}"',
        f"{{'session_id': '{OTHER}', 'seq': 3}}",
        f"Authorization: Bot {OTHER}",
        f"MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcDE.{OTHER}",
    ],
)
def test_tokens_that_discord_gives_are_masked_at_every_level(said: str) -> None:
    for level in ("DEBUG", "INFO"):
        line = logged(level, "%s", said, name="discord.http")
        assert OTHER not in line
        assert MASK in line


def test_ids_are_written_only_where_everything_is() -> None:
    said = "POST /channels/112233445566778899/messages"
    assert "/channels/***/messages" in logged("INFO", said)
    assert said in logged("DEBUG", said)


@pytest.mark.parametrize(
    ("unsafe", "shown"),
    [
        ("\n", r"\n"),
        ("\r\n", r"\r\n"),
        ("\x00", r"\x00"),
        ("\x1b[2J", r"\x1b[2J"),
        ("\x85", r"\x85"),
        ("\u2028", r"\u2028"),
        ("\u202e", r"\u202e"),
        ("\ud800", r"\ud800"),
    ],
)
def test_nothing_can_begin_another_line_or_hide_a_part_of_one(unsafe: str, shown: str) -> None:
    line = logged("INFO", "event: %s", f"a{unsafe}2026-01-01T00:00:00.000Z ERROR forged")
    assert line.endswith(f"event: a{shown}2026-01-01T00:00:00.000Z ERROR forged\n")
    assert len(line.splitlines()) == 1


def test_a_failure_is_one_line_that_says_where_and_not_what_was_asked() -> None:
    line = line_of(failure("who took\nthe crabs?"), revealing=False)
    assert " a question failed error=ZeroDivisionError at=tests/test_logs.py:" in line
    assert "crabs" not in line
    revealed = line_of(failure("who took\nthe crabs?"), revealing=True)
    assert r"error=ZeroDivisionError(who took\nthe crabs?) at=" in revealed


def test_of_the_librarys_failures_the_name_is_enough() -> None:
    line = line_of(failure("gone"), revealing=False, name="discord.client")
    assert line.endswith(" error=ZeroDivisionError")


def test_arguments_that_do_not_fit_do_not_lose_the_event() -> None:
    assert "bot.test found %d" in logged("INFO", "found %d", "many")


@pytest.mark.parametrize(
    ("level", "at", "written"),
    [
        ("INFO", logging.INFO, False),
        ("INFO", logging.WARNING, True),
        ("DEBUG", logging.DEBUG, True),
        ("ERROR", logging.WARNING, False),
    ],
)
def test_the_library_speaks_up_when_something_is_wrong(level: str, at: int, written: bool) -> None:
    assert bool(logged(level, "resumed", name="discord.gateway", at=at)) == written
