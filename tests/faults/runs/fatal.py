"""What only the owner can mend: the bot ends with 78, soon, in one sentence, and tries once."""

import tempfile
import time
from pathlib import Path

from tests.discord.bot_process import BotProcess
from tests.discord.server import LoopbackDiscord
from tests.faults.outcome import Held, Size, alone
from tests.torture.crowd import prepared

CONFIGURATION = 78
CODES = (4004, 4010, 4011, 4012, 4013, 4014)
TOKEN = "canary-of-the-loopback.token"  # noqa: S105  # it opens nothing but that server
TOKENS = {
    "a wrong token": f"other-{TOKEN}", "no token": None, "white space": "  ",
    "a quoted token": f'"{TOKEN}"', "a token with a line break": f"{TOKEN}\nx",
}  # fmt: skip


async def run(size: Size) -> list[Held]:
    """Begin with what cannot be, and look how it ends."""
    wrong: list[str] = []
    longest = 0.0
    with tempfile.TemporaryDirectory() as folder:
        data, _ = prepared(Path(folder), 50)
        for case in [*TOKENS, *CODES[: size.of(6, 0)]]:
            async with LoopbackDiscord(token=TOKEN) as server:
                environment = dict(server.environment)
                if isinstance(case, str):
                    environment["DISCORD_TOKEN"] = TOKENS[case] or ""
                arguments = ("-m", "bot", "run", "--data", str(data))
                async with BotProcess(*arguments, environment=environment) as bot:
                    begun = time.monotonic()
                    if not isinstance(case, str):
                        await server.ready()
                        begun = time.monotonic()
                        await server.gateway.close(case)
                    code = await bot.ended()
                    took = time.monotonic() - begun
                longest = max(longest, took)
                tries = len(server.requests_to("GET /users/@me"))
                expected = 0 if case == "no token" else CONFIGURATION  # then it is a terminal chat
                said = [one for one in bot.output.splitlines() if one[:2] != "20"]
                fine = code == expected and tries <= 1 and server.gateway.identifies <= 1
                fine = fine and TOKEN not in bot.output and "Traceback" not in bot.output
                if not fine:
                    wrong.append(f"{case}: exit {code}, {tries} tries, said {said[-1:]}")
    figure = f"{len(TOKENS) + size.of(6, 0)} causes: exit 78, the longest after {longest:.1f} s"
    return [
        Held("8", "; ".join([figure, *wrong]), not wrong and (size.smoke or longest <= 5.0)),
    ]


if __name__ == "__main__":
    alone(run)
