"""The bar: two of the runs of `tests.faults`, in short."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.builders import collection
from tests.discord.bot_process import BotProcess
from tests.discord.server import LoopbackDiscord
from tests.faults.bar import PROMISES, PROOFS
from tests.faults.outcome import SEED
from tests.faults.proofs import Cases, Run
from tests.newsrooms import ABOUT_THE_WALL, FERRY, HARBOUR

ROOT = Path(__file__).resolve().parent.parent
# Two of them; `python -m tests.faults --smoke` makes all.
SHORT = ("drops", "stale")
RUNS = [proof for proof in PROOFS if isinstance(proof, Run) and proof.module in SHORT]


def test_every_promise_of_the_bar_has_a_proof() -> None:
    assert {str(row) for row in range(1, 51)} <= PROMISES.keys()
    assert {row for proof in PROOFS for row in proof.rows} == PROMISES.keys()


def test_every_test_that_proves_a_promise_is_there() -> None:
    for proof in PROOFS:
        for name in proof.names if isinstance(proof, Cases) else ():
            file, _, test = name.partition("::")
            source = (ROOT / file).read_text("utf-8")
            assert not test or re.search(rf"def {test}\(", source), name


@pytest.mark.parametrize("proof", RUNS, ids=lambda proof: proof.module)
async def test_a_short_run_holds(proof: Run) -> None:
    told = await proof.prove(SEED, smoke=True)
    assert [(one.row, one.figure, one.again) for one in told if not one.held] == []
    assert {one.row for one in told} == set(proof.rows)


async def test_nothing_that_was_asked_is_kept(data: Path) -> None:
    person, output = await answered(data, "Zyxomma Quist")
    files = [one for one in data.rglob("*") if one.is_file()]  # noqa: ASYNC240  # nobody waits
    kept = [output.encode(), *(one.read_bytes() for one in files)]
    for secret in (b"Zyxomma", b"alice-of-skarnholm", str(person).encode()):
        assert not any(secret in content for content in kept), secret
    with closing(sqlite3.connect(data / "bot.db")) as store:
        rows = [
            str(row)
            for (table,) in store.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            for row in store.execute(f'SELECT * FROM "{table}"')  # noqa: S608  # our own tables
        ]
    assert not any("Zyxomma" in row or str(person) in row for row in rows)


async def answered(data: Path, name: str) -> tuple[int, str]:
    """Ask about somebody in both ways; the id of whoever asks, and what the bot printed."""
    collection(data, HARBOUR, FERRY)
    async with LoopbackDiscord(patience=30) as server:
        guild = server.add_guild("Newsroom")
        channel, alice = guild.add_channel("general"), guild.add_member("alice-of-skarnholm")
        arguments = ("-m", "bot", "run", "--data", str(data))
        async with BotProcess(*arguments, environment=server.environment) as bot:
            await server.ready()
            words = f"{ABOUT_THE_WALL} And who is {name}?"
            await server.next_message(
                channel, after=await alice.say(channel, f"{server.bot.mention} {words}")
            )
            await alice.slash(channel, "ask", question=words)
            assert await bot.stop() == 0
    return alice.id, bot.output
