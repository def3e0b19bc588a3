"""What will pass is waited for; what will not is one sentence."""

from types import SimpleNamespace

import aiohttp
import discord
import pytest

from bot.connection import LONGEST_PAUSE, Connection, ConnectionFailedError, pause_before
from index.errors import SettingsError


def http(status: int, kind: type[discord.HTTPException] = discord.HTTPException) -> Exception:
    return kind(SimpleNamespace(status=status, reason=""), {"code": 0, "message": "no"})


def closed(code: int) -> Exception:
    return discord.ConnectionClosed(SimpleNamespace(close_code=code), shard_id=None)


class Client:
    """A client whose start fails as planned."""

    patience = 0.01

    def __init__(self, failures: list[Exception]) -> None:
        self._failures = failures
        self.closed = False

    async def start(self, token: str) -> None:
        assert token == "the token"  # noqa: S105  # it opens nothing
        if self._failures:
            raise self._failures.pop(0)

    async def close(self) -> None:
        self.closed = True


async def keep(
    *failures: Exception, message_content: bool = False, asked: list[bool] | None = None
) -> tuple[list[Client], list[float]]:
    """The clients that were made until one stayed, and the pauses between them.

    `asked` takes down which of them were to ask for the text of all messages.
    """
    left, clients, pauses = list(failures), [], []
    asked = [] if asked is None else asked

    def make(with_content: bool) -> Client:
        clients.append(Client(left))
        asked.append(with_content)
        return clients[-1]

    async def sleep(seconds: float) -> None:
        pauses.append(seconds)

    connection = Connection(
        make, "the token", message_content=message_content, sleep=sleep, jitter=lambda: 1.0
    )
    try:
        await connection.keep()
    finally:
        assert all(client.closed for client in clients)
    return clients, pauses


async def test_what_will_pass_is_tried_again_with_a_fresh_client_and_growing_pauses() -> None:
    failures = [
        aiohttp.ClientConnectionError(),
        ConnectionResetError(104, "reset"),
        http(503, discord.DiscordServerError),
        http(500, discord.DiscordServerError),
        discord.GatewayNotFound(),
        TimeoutError(),
        aiohttp.ServerDisconnectedError(),
    ]
    clients, pauses = await keep(*failures)
    assert len({id(client) for client in clients}) == len(failures) + 1
    assert pauses == [2, 4, 8, 16, 32, LONGEST_PAUSE, LONGEST_PAUSE]


@pytest.mark.parametrize(
    ("error", "seconds"),
    [
        (http(429), LONGEST_PAUSE),
        (discord.RateLimited(90.0), 90.0),
        (discord.RateLimited(0.0), 1.0),
        (discord.RateLimited(36_000.0), 600.0),
    ],
)
async def test_where_discord_asks_for_patience_it_is_given(error: Exception, seconds: int) -> None:
    _, pauses = await keep(error)
    assert pauses == [seconds]


@pytest.mark.parametrize(("jitter", "seconds"), [(0.0, 4.0), (0.5, 6.0), (1.0, 8.0)])
def test_pauses_differ_by_up_to_half(jitter: float, seconds: float) -> None:
    assert pause_before(3, OSError(), jitter) == seconds


@pytest.mark.parametrize(
    ("error", "kind", "words"),
    [
        (discord.LoginFailure("no"), SettingsError, "DISCORD_TOKEN"),
        (discord.PrivilegedIntentsRequired(None), SettingsError, "intent"),
        (closed(4004), SettingsError, "DISCORD_TOKEN"),
        (closed(4010), SettingsError, "shard"),
        (closed(4011), SettingsError, "more servers"),
        (closed(4012), SettingsError, "update"),
        (closed(4013), SettingsError, "intent"),
        (closed(4014), SettingsError, "intent"),
        (closed(4999), SettingsError, "4999"),
        (http(403, discord.Forbidden), ConnectionFailedError, "status 403"),
        (discord.InvalidData("?"), ConnectionFailedError, "InvalidData"),
    ],
)
async def test_what_will_not_pass_is_one_sentence_after_one_try(
    error: Exception, kind: type[Exception], words: str
) -> None:
    with pytest.raises(kind, match=words) as told:
        await keep(error, AssertionError("a second try"))
    assert len(str(told.value).splitlines()) == 1


async def test_without_the_text_of_all_messages_the_bot_goes_on_where_it_is_not_granted(
    caplog: pytest.LogCaptureFixture,
) -> None:
    asked: list[bool] = []
    refused = discord.PrivilegedIntentsRequired(None)
    _, pauses = await keep(refused, message_content=True, asked=asked)
    assert (asked, pauses) == ([True, False], [])
    assert "BYLINE_MESSAGE_CONTENT is set, but Discord does not grant" in caplog.text
