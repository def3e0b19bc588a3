"""One engine in a process of its own.

    python -m bench.worker build ENGINE TERMS FOLDER
    python -m bench.worker publish DATA
    python -m bench.worker serve ENGINE FOLDER

`build` and `publish` print the seconds they took, without the start of the process. `serve` reads
one JSON object a line and prints one for each, until its input ends; the first line it prints, once
the index is open, says how long that took. Times are taken here, around the one call that is
measured, so that neither the pipe nor the other engines count.
"""

import json
import sys
import time
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from typing import Any

from bench import own
from bench.asked import Asked, Engine
from bench.engines import entry
from bench.terms import TermFile
from index.articles import MAIN
from index.build import republish


def main() -> None:
    """Do what the command line says."""
    match sys.argv[1:]:
        case ["build", name, terms, folder]:
            _tell({"seconds": _build(name, TermFile(Path(terms)), Path(folder))})
        case ["publish", folder]:
            _tell({"seconds": _publish(Path(folder))})
        case ["serve", name, folder]:
            _serve(name, Path(folder))
        case _:
            sys.exit(__doc__)


def _tell(reply: dict[str, Any]) -> None:
    print(json.dumps(reply), flush=True)


def _build(name: str, terms: TermFile, folder: Path) -> float:
    build = entry(name).build
    if build is None:
        sys.exit(f"{name} builds no index of its own")
    for module in entry(name).needs:
        import_module(module)  # a package's start is no part of its build
    begun = time.perf_counter()
    build(terms, folder)
    return time.perf_counter() - begun


def _publish(folder: Path) -> float:
    """From the passages in the library to a generation that is served, as if none had been."""
    place = own.collection(folder)
    for path in place.index.iterdir():
        path.unlink()
    begun = time.perf_counter()
    republish(folder, MAIN)
    return time.perf_counter() - begun


def _serve(name: str, folder: Path) -> None:
    begun = time.perf_counter()
    engine = entry(name).open(folder)
    _tell({"seconds": time.perf_counter() - begun})
    for line in sys.stdin:
        request = json.loads(line)
        _tell(_reply(engine, request["do"], [Asked(*asked) for asked in request["asked"]], request))


def _reply(
    engine: Engine, what: str, asked: list[Asked], request: dict[str, Any]
) -> dict[str, Any]:
    match what:
        case "ask":
            return {"answers": [_ask(engine, one) for one in asked]}
        case "throughput":
            return _throughput(engine, asked, request["seconds"])
        case "exact" if isinstance(engine, own.Ranking):
            return asdict(engine.exact(asked[0]))
        case "scores" if isinstance(engine, own.Ranking):
            return {"scores": engine.scores_with(asked[0], request["k1"])}
        case _:
            raise ValueError(f"{type(engine).__name__} does not know {what!r}")


def _ask(engine: Engine, asked: Asked) -> dict[str, Any]:
    call = engine.prepare(asked)
    begun = time.perf_counter()
    found = call()
    seconds = time.perf_counter() - begun
    return {"seconds": seconds, "scores": engine.scores(found)}


def _throughput(engine: Engine, asked: list[Asked], seconds: float) -> dict[str, Any]:
    """How many questions are answered in about that time, one after the other."""
    answered = 0
    begun = time.perf_counter()
    while (elapsed := time.perf_counter() - begun) < seconds:
        engine.prepare(asked[answered % len(asked)])()
        answered += 1
    return {"answered": answered, "seconds": elapsed}


if __name__ == "__main__":
    main()
