"""Nothing that others wrote is run, and every package is the one that was meant."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted(
    path
    for package in ("bot", "index", "bench", "tests")
    for path in (ROOT / package).rglob("*.py")
)
# They run what they read.
MODULES = {"dill", "joblib", "jsonpickle", "marshal", "pickle", "shelve"}
CALLS = {
    "__import__", "compile", "eval", "exec", "os.popen", "os.system", "subprocess.getoutput",
    "subprocess.getstatusoutput", "yaml.full_load", "yaml.load_all", "yaml.unsafe_load",
}  # fmt: skip
# Between the processes of a build, and in what the bench keeps: nobody else wrote that.
ALLOWED = {"index/parallel.py": {"pickle"}, "bench/peers.py": {"pickle"}}
LOCKS = sorted(ROOT.glob("requirements*.lock"))


def unsafe(tree: ast.AST) -> Iterator[str]:
    """What a module uses that runs what it reads."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from {alias.name.split(".")[0] for alias in node.names} & MODULES
        elif isinstance(node, ast.ImportFrom):
            yield from {(node.module or "").split(".")[0]} & MODULES
        elif isinstance(node, ast.Call):
            name = ast.unparse(node.func)
            if name in CALLS:
                yield name
            if name in ("yaml.load", "yaml.parse"):
                loaders = [*node.args[1:], *(one.value for one in node.keywords)]
                if [ast.unparse(one) for one in loaders] != ["yaml.BaseLoader"]:
                    yield name
            if any(keyword.arg == "shell" for keyword in node.keywords):
                yield f"{name} with a shell"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_nothing_runs_what_it_reads(path: Path) -> None:
    found = set(unsafe(ast.parse(path.read_text("utf-8"))))
    assert found <= ALLOWED.get(path.relative_to(ROOT).as_posix(), set())


@pytest.mark.parametrize(
    "code",
    [
        "import pickle",
        "from pickle import loads",
        "eval(x)",
        "exec(x)",
        "os.system(x)",
        "subprocess.run(x, shell=True)",
        "subprocess.Popen(x, shell=flag)",
        "yaml.load(x)",
        "yaml.load(x, Loader=yaml.SafeLoader)",
        "yaml.load(x, yaml.FullLoader)",
        "yaml.unsafe_load(x)",
    ],
)
def test_what_runs_what_it_reads_is_found(code: str) -> None:
    assert list(unsafe(ast.parse(code)))


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_package_is_pinned_by_its_hash_wherever_it_comes_from(lock: Path) -> None:
    text = lock.read_text("utf-8")
    assert "://" not in text
    assert "--index" not in text
    for requirement in text.replace("\\\n", " ").splitlines():
        assert re.match(r"[a-z0-9.-]+==[\w.]+ ", requirement), requirement[:60]
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", requirement), requirement[:60]


def test_every_dependency_is_locked_and_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    names = [re.match(r"[\w.-]+", one)[0] for one in project["dependencies"]]
    locked = (ROOT / "requirements.lock").read_text("utf-8")
    reasons = (ROOT / "docs" / "decisions.md").read_text("utf-8")
    for name in names:
        assert re.search(rf"^{re.sub('[._]', '-', name.lower())}==", locked, re.MULTILINE), name
        assert f"| {name} " in reasons, name
