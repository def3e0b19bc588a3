"""How a promise is proved: by tests of the suite, by a script of tests/torture, or by a run.

Each proof is a process of its own, so that one that hangs or dies takes no other along.
"""

import asyncio
import json
import os
import re
import signal
import sys
import tempfile
import time
import xml.etree.ElementTree as ET  # what is parsed was written by the process before
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from tests.faults.outcome import Held

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 1500.0  # seconds that any proof may take


@dataclass(frozen=True, slots=True)
class Told:
    """What a proof says of a promise; `again` runs it alone."""

    row: str
    figure: str
    held: bool
    seconds: float
    again: str


class Proof(Protocol):
    """Something that proves promises of the bar."""

    @property
    def rows(self) -> tuple[str, ...]:
        """Which promises."""

    @property
    def alone(self) -> bool:
        """Whether nothing else may run meanwhile, because time or memory is measured."""

    async def prove(self, seed: int, *, smoke: bool) -> list[Told]:
        """Try it."""


@dataclass(frozen=True, slots=True)
class Run:
    """A module of tests/faults/runs; it tells its own figures."""

    module: str
    rows: tuple[str, ...]
    alone: bool = True

    async def prove(self, seed: int, *, smoke: bool) -> list[Told]:
        """See `Proof`."""
        words = ["-m", f"tests.faults.runs.{self.module}", "--seed", str(seed)]
        words += ["--smoke"] * smoke
        began = time.monotonic()
        _, out = await _ended(words)
        again, took = f"python {' '.join(words)}", time.monotonic() - began
        try:
            held = [Held(**one) for one in json.loads(out.splitlines()[-1])]
        except (IndexError, TypeError, ValueError):
            last = (out.strip().splitlines() or ["it said nothing"])[-1]
            return [
                Told(row, f"did not end: {last[:300]}", False, took, again) for row in self.rows
            ]
        return [Told(one.row, one.figure, one.held, took, again) for one in held]


@dataclass(frozen=True, slots=True)
class Script:
    """A script of tests/torture; its last line tells how many trials failed."""

    row: str
    full: str
    short: str
    alone: bool = False

    @property
    def rows(self) -> tuple[str, ...]:
        """See `Proof`."""
        return (self.row,)

    async def prove(self, seed: int, *, smoke: bool) -> list[Told]:  # noqa: ARG002  # its own
        """See `Proof`."""
        words = ["-m", *(self.short if smoke else self.full).split()]
        began = time.monotonic()
        code, out = await _ended(words)
        last = (out.strip().splitlines() or ["it said nothing"])[-1]
        again = f"python {' '.join(words)}"
        return [Told(self.row, last[:300], code == 0, time.monotonic() - began, again)]


@dataclass(frozen=True, slots=True)
class Cases:
    """Tests of the suite, by file or by name; all of the plan run in one pytest."""

    row: str
    names: tuple[str, ...]
    alone: bool = False

    @property
    def rows(self) -> tuple[str, ...]:
        """See `Proof`."""
        return (self.row,)

    async def prove(self, seed: int, *, smoke: bool) -> list[Told]:  # noqa: ARG002  # none
        """See `Proof`."""
        return await prove_together([self])


async def prove_together(cases: list[Cases]) -> list[Told]:
    """What the suite says of several promises; a test that serves more than one runs once."""
    names = list(dict.fromkeys(name for one in cases for name in one.names))
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        words = ["-m", "pytest", "-q", "-p", "no:cacheprovider", f"--junitxml={report}", *names]
        code, out = await _ended(words)
        try:
            results = [_Result.of(each) for each in ET.parse(report).iter("testcase")]  # noqa: S314
        except (OSError, ET.ParseError):
            results = []
    return [_judged(one, results, code, out) for one in cases]


@dataclass(frozen=True, slots=True)
class _Result:
    file: str  # "tests/test_x.py"
    test: str  # without what is in brackets
    seconds: float
    outcome: str  # "passed", "failed" or "skipped"

    @classmethod
    def of(cls, case: "ET.Element") -> "_Result":
        kinds = {child.tag for child in case}
        outcome = (
            "failed" if kinds & {"failure", "error"} else "skipped" if "skipped" in kinds
            else "passed"
        )  # fmt: skip
        file = "/".join(case.get("classname", "").split(".")) + ".py"
        test = re.sub(r"\[.*", "", case.get("name", ""), flags=re.DOTALL)
        return cls(file, test, float(case.get("time", 0)), outcome)


def _judged(case: Cases, results: list[_Result], code: int, out: str) -> Told:
    chosen = [
        one
        for one in results
        if any(name in (one.file, f"{one.file}::{one.test}") for name in case.names)
    ]
    missing = [
        name for name in case.names
        if not any(name in (one.file, f"{one.file}::{one.test}") for one in chosen)
    ]  # fmt: skip
    failed = sorted({one.test for one in chosen if one.outcome == "failed"})
    skipped = sum(one.outcome == "skipped" for one in chosen)
    seconds = sum(one.seconds for one in chosen)
    figure = f"{len(chosen) - skipped} cases of {len(case.names)} tests"
    figure += f", {skipped} skipped" if skipped else ""
    figure += f"; failed: {', '.join(failed)}" if failed else ""
    figure += f"; not run: {', '.join(missing)} (pytest ended with {code})" if missing else ""
    again = f"python -m pytest {' '.join(case.names)}"
    held = bool(chosen) and not failed and not missing and len(chosen) > skipped
    del out
    return Told(case.row, figure, held, seconds, again)


async def _ended(words: list[str]) -> tuple[int, str]:
    """How `python WORDS` ended, and what it said; it is ended where it takes too long."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, *words, cwd=ROOT, stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
        start_new_session=True,
    )  # fmt: skip
    try:
        out, _ = await asyncio.wait_for(process.communicate(), LONGEST)
    except (TimeoutError, asyncio.CancelledError):
        os.killpg(process.pid, signal.SIGKILL)
        await process.wait()
        raise
    return process.returncode or 0, out.decode(errors="replace")
