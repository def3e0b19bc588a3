"""How much memory processes hold, seen from outside.

The proportional set size of a process counts what it shares with others once in all: private
memory whole, shared pages by its share. Linux tells it in /proc; elsewhere nothing is measured.
"""

import threading
import time
from pathlib import Path
from types import TracebackType

_PROCESSES = Path("/proc")
_PERIOD = 0.05  # seconds between two looks
_SHARE = 10  # looking takes no more than one part in so many of the time
_KIB = 1024
_MB = 1_000_000


class PeakMemory:
    """The most memory that a process and its descendants held at once, within a `with`."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._peak: float | None = None
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> "PeakMemory":
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._ended.set()
        self._thread.join()

    @property
    def megabytes(self) -> float | None:
        """The peak; None where the system does not tell."""
        return self._peak

    def _watch(self) -> None:
        cost = 0.0
        while not self._ended.wait(max(_PERIOD, _SHARE * cost)):
            begun = time.perf_counter()
            held = memory_of(self._pid)
            if held is not None:
                self._peak = max(self._peak or 0.0, held)
            cost = time.perf_counter() - begun


def memory_of(pid: int) -> float | None:
    """What a process and its descendants hold now, in MB; None where the system does not tell."""
    held = [one for one in map(_proportional, _tree(pid)) if one is not None]
    return sum(held) / _MB if held else None


def _tree(pid: int) -> list[int]:
    found = [pid]
    for process in found:  # grows as it is walked
        for task in _list(_PROCESSES / str(process) / "task"):
            found.extend(int(child) for child in _read(task / "children").split())
    return found


def _proportional(pid: int) -> int | None:
    for line in _read(_PROCESSES / str(pid) / "smaps_rollup").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * _KIB
    return None


def _list(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:  # it has ended, or there is no /proc
        return []


def _read(path: Path) -> str:
    try:
        return path.read_text("ascii")
    except OSError:
        return ""
