"""What the README shows is what a reader gets."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")
CONSOLE = re.compile(r"^```console\n(.*?)^```", re.DOTALL | re.MULTILINE)
SHELL = re.compile(r"^```sh\n(.*?)^```", re.DOTALL | re.MULTILINE)


def sessions() -> list[tuple[str, str]]:
    """Each command of the README with the output it shows."""
    found = []
    for block in CONSOLE.findall(README):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            found.append((command, output))
    return found


@pytest.mark.parametrize(("command", "output"), sessions())
def test_a_command_prints_what_is_shown(sample_data: Path, command: str, output: str) -> None:
    program, *arguments = shlex.split(command)
    assert program == "byline"
    done = subprocess.run(
        [sys.executable, "-m", "bot", *arguments, "--data", sample_data],
        capture_output=True, text=True, encoding="utf-8", cwd=ROOT, check=True,
    )  # fmt: skip
    assert done.stdout.strip() == output.strip()


def test_the_first_screen_shows_a_question_with_its_answer() -> None:
    first_screen = "\n".join(README.splitlines()[:45])
    assert "$ byline ask" in first_screen
    assert "make run" in first_screen
    assert "make test" in first_screen


def test_every_make_target_named_exists() -> None:
    named = set(re.findall(r"\bmake ([a-z]+)", "".join(SHELL.findall(README)) + README)) - {"up"}
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert {"run", "test"} <= named & targets
    assert named - targets <= {"s"}


def test_every_byline_command_named_exists() -> None:
    for line in "".join(SHELL.findall(README)).splitlines():
        if line.startswith("byline"):
            words = [word for word in line.split() if re.fullmatch("[a-z]+", word)][1:3]
            subprocess.run(
                [sys.executable, "-m", "bot", *words, "--help"],
                capture_output=True, cwd=ROOT, check=True,
            )  # fmt: skip


def test_every_file_linked_exists() -> None:
    for page in [ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").glob("*.md")]:
        for link in re.findall(r"\]\(([^)#]+)", page.read_text("utf-8")):
            if "://" not in link:
                assert (page.parent / link).exists(), f"{page.name}: {link}"
