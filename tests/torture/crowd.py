"""A crowd that asks at once: a hundred people in twenty channels, each answered once and soon.

    python -m tests.torture.crowd --questions 500 --rate 20 --passages 20000

The bot runs in a process of its own and speaks to the loopback Discord over sockets. Half ask by
`/ask`, half by mention; a tenth ask what no article holds. How soon is measured from the event's
leaving Discord until the first response, or the answer, arrives there: on the same machine, which
the crowd and the bot share. Prints the figures, then the same as one line of JSON.
"""

import argparse
import asyncio
import json
import os
import random
import statistics
import tempfile
import time
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.completions import articles
from index import Article
from index.build import add_articles
from index.ingest import Reading
from tests.discord import interactions
from tests.discord.bot_process import BotProcess
from tests.discord.payloads import Json
from tests.discord.server import LoopbackDiscord
from tests.discord.world import Channel, Member

PEOPLE, CHANNELS = 100, 20
PATIENCE = 30.0  # seconds after the last question


@dataclass(frozen=True, slots=True)
class Figures:
    """What came of it."""

    questions: int
    passages: int
    answered_once: int
    p50_ms: float
    p99_ms: float
    longest_ms: float
    violations: int


async def crowd(  # what is varied
    data: Path, stories: list[Article], passages: int, *, questions: int, rate: float, seed: int = 1
) -> Figures:
    """Let `questions` be asked, `rate` a second.

    Args:
        data: a data folder with `stories` in it.
        stories: what is asked about.
        passages: how many they are split into.
        questions: how many are asked.
        rate: how many a second.
        seed: of who asks what where.
    """
    rng = random.Random(seed)  # noqa: S311  # the same crowd each time
    async with LoopbackDiscord(patience=PATIENCE, validates=False) as server:
        guild = server.add_guild("Square")
        channels = [guild.add_channel(f"channel-{number}") for number in range(CHANNELS)]
        people = [guild.add_member(f"person-{number}") for number in range(PEOPLE)]
        settings = {"BYLINE_GUILDS": "", "BYLINE_LOG_LEVEL": "INFO", **server.environment}
        async with BotProcess("-m", "bot", "run", "--data", str(data), environment=settings) as bot:
            await server.ready()
            asked: dict[str, float] = {}
            begun = time.monotonic()
            for number in range(questions):
                await asyncio.sleep(max(0.0, begun + number / rate - time.monotonic()))
                person, channel = rng.choice(people), rng.choice(channels)
                words = question(stories, rng)
                name = await _ask(server, person, channel, words, by_command=number % 2 == 0)
                asked[name] = asyncio.get_running_loop().time()
            first = await _first_responses(server, asked)
            assert "Traceback" not in bot.output, bot.output
            return _figures(server, asked, first, passages)


def question(stories: list[Article], rng: random.Random) -> str:
    """What somebody asks; a tenth of it no article holds."""
    story = rng.choice(stories)
    chance = rng.random()
    if chance < 0.1:  # a tenth
        return f"xyzzy{rng.randrange(10**6)} plugh"
    if chance < 0.4:  # three tenths
        speaker = story.text.split(" said ")[1].split(".")[0]
        return f"What did {speaker} say?"
    return story.title


async def _ask(
    server: LoopbackDiscord, person: Member, channel: Channel, words: str, *, by_command: bool
) -> str:
    """Ask, and tell by what name the answer will be known."""
    if not by_command:
        message = await person.say(channel, f"{server.bot.mention} {words}")
        return str(message.id)
    backend = person.world.backend
    data = interactions.slash_data(backend, person.id, channel.id, "ask", {"question": words})
    record = interactions.begin(
        backend, person.id, channel.id,
        kind=interactions.APPLICATION_COMMAND, data=data, source=None,
    )  # fmt: skip
    return str(record.id)


async def _first_responses(server: LoopbackDiscord, asked: dict[str, float]) -> dict[str, float]:
    """When each question was first responded to, once all were or patience ends."""
    ends = time.monotonic() + PATIENCE
    while True:
        first: dict[str, float] = {}
        for request in server.requests:
            name = _answers(request.method, request.path, request.body)
            if name in asked:
                first.setdefault(name, request.at)
        if len(first) == len(asked) or time.monotonic() > ends:
            return first
        await asyncio.sleep(0.05)


def _answers(method: str, path: str, body: Json) -> str | None:
    """Which question a request responds to first."""
    parts = path.strip("/").split("/")
    if method != "POST":
        return None
    if parts[0] == "interactions":
        return parts[1]
    if parts[-1] == "messages" and isinstance(body, dict):
        reference = body.get("message_reference") or {}
        return str(reference.get("message_id"))
    return None


def _figures(
    server: LoopbackDiscord, asked: dict[str, float], first: dict[str, float], passages: int
) -> Figures:
    answers = Counter(
        _answers(request.method, request.path, request.body) for request in server.requests
    )
    times = sorted((first[name] - at) * 1000 for name, at in asked.items() if name in first)
    return Figures(
        questions=len(asked),
        passages=passages,
        answered_once=sum(answers[name] == 1 for name in asked),
        p50_ms=round(statistics.median(times), 1),
        p99_ms=round(times[min(len(times) - 1, int(len(times) * 0.99))], 1),
        longest_ms=round(times[-1], 1),
        violations=len(server.violations) + _against_openapi(server),
    )


def _against_openapi(server: LoopbackDiscord) -> int:
    """How many bodies Discord's description objects to; looked at once nobody waits any more."""
    if server.openapi is None:
        return 0
    return sum(
        bool(list(server.openapi.problems(request.method, request.path, request.body)))
        for request in server.requests
    )


def prepared(folder: Path, passages: int) -> tuple[Path, list[Article]]:
    """A data folder with so many passages, and their articles."""
    stories = list(articles(passages, random.Random(7)))  # noqa: S311  # the same each time
    add_articles((("import:", Reading(one.id, one)) for one in stories), folder / "data", "main")
    return folder / "data", stories


def main() -> None:
    """Run it and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--questions", type=int, default=500)
    parser.add_argument("--rate", type=float, default=20.0)
    parser.add_argument("--passages", type=int, default=20_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        data, stories = prepared(Path(folder), options.passages)
        figures = asyncio.run(
            crowd(data, stories, options.passages, questions=options.questions, rate=options.rate)
        )
    for name, value in asdict(figures).items():
        print(f"{name:14} {value}")  # noqa: T201  # the script's table
    print(json.dumps(asdict(figures) | {"load": os.getloadavg()[0]}))  # noqa: T201  # the same


if __name__ == "__main__":
    main()
