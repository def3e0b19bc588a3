"""The shape of the house, held by walking its imports."""

import ast
import re
import subprocess
import sys
from pathlib import Path
from string import Formatter
from types import ModuleType

import pytest

from index.texts import hints, reasons

ROOT = Path(__file__).resolve().parent.parent

# These decide and never touch the world.
PURE = [
    "bot.answers", "bot.chronicle", "bot.custom_ids", "bot.escaping", "bot.firsts", "bot.inquiries",
    "bot.kept", "bot.kept_questions", "bot.stats",
    "bot.limits", "bot.links", "bot.policy",
    "bot.questions", "bot.respelling", "bot.rendering.as_json", "bot.rendering.sparkline",
    "bot.rendering.terminal",
    "bot.server_collections", "bot.server_settings", "bot.speaker_questions", "bot.texts",
    "index.analysis", "index.articles", "index.bm25",
    "index.dates", "index.excerpts", "index.gathering.jobs",
    "index.gathering.pace", "index.hits", "index.keys", "index.language", "index.mentions",
    "index.passages", "index.postings", "index.query", "index.query_dates",
    "index.query_language", "index.quotes", "index.quote_evaluation", "index.scripts",
    "index.sentences", "index.spans", "index.spelling",
    "index.utterances", "index.wording",
]  # fmt: skip
WORLDLY = {
    "aiohttp", "asyncio", "datetime.datetime.now", "discord", "io", "os", "pathlib", "random",
    "shutil", "socket", "sqlite3", "sqlite_utils", "subprocess", "sys", "tempfile", "time",
    "urllib.request",
}  # fmt: skip
PURE += [
    f"{package}.texts.{path.stem}"
    for package in ("bot", "index")
    for path in (ROOT / package / "texts").glob("[a-z]*.py")
]
# These speak to whoever runs the bot, in a terminal, a log or a metric.
TO_THE_OWNER = {
    "bot.connection", "bot.feedback_export", "bot.health", "bot.metrics", "bot.running",
    "bot.settings", "bot.store", "bot.terminal_commands",
}  # fmt: skip
# What these say of pages, feeds and queries is read on Discord, too. The others speak to whoever
# runs the bot: those that read files or keep the index, the log of the gathering process, and
# `--strict` of `index.intake`.
TO_DISCORD = re.compile(
    r"index\.(?:query_execution|query_language|refresh|visits|gathering\.(?:basket|failures|working)|"
    r"ingest\.(?!(?:csv_rows|files|folder|front_matter|json_lines|json_list|markdown|paths|pdf|"
    r"records|toml_front_matter)$).*)"
)
SENTENCE = re.compile(r"[A-Z][a-z]* (?:[\w’',;:*`/-]+ ){2,}.*")
WORDS_IN_A_ROW = re.compile(r"(?<![:\w])[a-z']+ [a-z]+ [a-z]+(?!:)")
PROGRAM = "import "
ENTRIES = {"bot.cli", "bot.terminal_commands", "bot.__main__", "index.cli", "index.__main__"}


def modules() -> dict[str, ast.Module]:
    """Every module of both packages by its name."""
    found = {}
    for package in ("bot", "index"):
        for path in sorted((ROOT / package).rglob("*.py")):
            name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
            found[name.removesuffix(".__init__")] = ast.parse(path.read_text("utf-8"))
    return found


MODULES = modules()
FRONT_DOORS = {
    "bot",
    "bot.buttons",
    "bot.commands",
    "index",
    "index.ingest",
}  # they lead everywhere


def imported(module: str) -> set[str]:
    """What a module imports, names included: `from a import b` is `a` and `a.b`."""
    names: set[str] = set()
    for node in ast.walk(MODULES[module]):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def reached(module: str) -> set[str]:
    """Every module of ours that `module` leads to; importing a package runs its front door only."""
    waiting, seen = [module], {module}
    while waiting:
        for name in (imported(waiting.pop()) & MODULES.keys()) - seen - FRONT_DOORS:
            seen.add(name)
            waiting.append(name)
    return seen


def test_index_knows_nothing_of_the_bot_or_of_discord() -> None:
    for module in MODULES:
        if module.split(".")[0] == "index":
            roots = {name.split(".")[0] for name in imported(module)}
            assert not roots & {"bot", "discord"}, module
            assert "aiohttp" not in roots or module == "index.ingest.web", module


@pytest.mark.parametrize("module", PURE)
def test_deciding_modules_touch_nothing_of_the_world(module: str) -> None:
    for each in reached(module):
        assert not imported(each) & WORLDLY, f"{module} reaches {each}"
        called = {
            node.func.id
            for node in ast.walk(MODULES[each])
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        passed = {name.rpartition(".")[0] for name in imported(each) - MODULES.keys()}
        assert not passed & FRONT_DOORS, f"{each} goes through a package's front door"
        assert not called & {"open", "input", "print", "eval", "exec"}, each


def test_only_the_entries_touch_arguments_environment_and_exit_codes() -> None:
    for module, tree in MODULES.items():
        if module in ENTRIES:
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                touched = f"{node.value.id}.{node.attr}"
                assert touched not in {"sys.argv", "sys.exit", "os.environ", "os.getenv"}, module


def said_in(tree: ast.Module) -> list[str]:
    """The texts in a module that are no description, no pattern and no list of words."""
    silent = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in {"compile", "split"}:
            silent |= {id(part) for part in ast.walk(node)}
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in silent
    ]


def test_what_the_bot_says_stands_with_the_other_texts() -> None:
    for module, tree in MODULES.items():
        if not module.startswith(("index", "bot.texts")) and module not in TO_THE_OWNER:
            assert list(filter(SENTENCE.fullmatch, said_in(tree))) == [], module


def test_what_the_index_says_on_discord_stands_with_the_other_texts() -> None:
    for module in filter(TO_DISCORD.fullmatch, MODULES):
        said = filter(WORDS_IN_A_ROW.search, said_in(MODULES[module]))
        assert [words for words in said if PROGRAM not in words] == [], module


@pytest.mark.parametrize("texts", [hints, reasons])
def test_each_of_these_texts_is_said_with_its_gaps_filled(texts: ModuleType) -> None:
    name = texts.__name__.rpartition(".")[2]
    source = "\n".join(map(ast.unparse, MODULES.values()))
    for constant, words in vars(texts).items():
        if not constant.isupper():
            continue
        gaps = sum(field is not None for _, field, _, _ in Formatter().parse(words))
        uses = re.findall(rf"\b{name}\.{constant}\b(\.format\()?", source)
        assert {bool(use) for use in uses} == {bool(gaps)}, constant


def test_every_module_says_what_it_is_for() -> None:
    for module, tree in MODULES.items():
        assert ast.get_docstring(tree), module


@pytest.mark.parametrize(
    ("entry", "unwanted"),
    [
        ("index.cli", "aiohttp"),  # not even `index feeds` fetches before it is asked to
        ("index.cli", "asyncio"),
        ("index.cli", "rich"),  # no terminal may look on
        ("index.cli", "sqlite_utils"),  # a library is mostly up to date
        ("index.cli", "yaml"),
        ("bot.cli", "bot.questions"),  # `byline index` need not understand a question
        ("bot.terminal_commands", "discord"),
    ],
)
def test_commands_load_only_what_they_need(entry: str, unwanted: str) -> None:
    told = f"import sys, {entry}; sys.exit({unwanted!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", told], check=False).returncode == 0
