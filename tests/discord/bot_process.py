"""A bot in a process of its own, with what it said."""

import asyncio
import os
import signal
import sys
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 10.0  # seconds that an end by SIGTERM may take


_LONGEST = 60.0  # seconds that a bot may take to end


class BotProcess:
    """`python ARGUMENTS`, started in the repository with `environment` on top of this one's.

    Leaving the block ends it; `output` holds what it printed, both streams in one.
    """

    def __init__(self, *arguments: str, environment: Mapping[str, str]) -> None:
        self._arguments = arguments
        self._environment = {**os.environ, **environment, "PYTHONUNBUFFERED": "1"}
        self._lines: list[str] = []

    @property
    def output(self) -> str:
        return "".join(self._lines)

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def exit_code(self) -> int | None:
        """None while it runs; below 0, the signal that ended it."""
        return self._process.returncode

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self.exit_code is None:
            await self.stop()
        if error is not None:
            error.add_note(f"The bot said:\n{self.output[-4000:]}")

    async def start(self) -> None:
        """Start it, or start it again after its end."""
        self._process = await asyncio.create_subprocess_exec(
            sys.executable,
            *self._arguments,
            cwd=ROOT,
            env=self._environment,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        self._reader = asyncio.create_task(self._read())

    async def stop(self) -> int:
        """Ask it to end, and tell its exit code; one that does not heed is killed."""
        self._process.send_signal(signal.SIGTERM)
        try:
            return await asyncio.wait_for(self.ended(), PATIENCE)
        except TimeoutError:
            await self.kill()
            raise

    def signal(self, number: int) -> None:
        """Send it a signal."""
        self._process.send_signal(number)

    async def kill(self) -> None:
        """End it as a power cut would."""
        self._process.kill()
        await self.ended()

    async def ended(self) -> int:
        """Wait for its end, but not for ever, and tell its exit code."""
        code = await asyncio.wait_for(self._process.wait(), _LONGEST)
        await self._reader
        return code

    async def _read(self) -> None:
        assert self._process.stdout is not None
        async for line in self._process.stdout:
            self._lines.append(line.decode(errors="replace"))
