"""What is shipped to run the bot with: least privilege, and no restart that cannot help."""

import configparser
import os
import re
import shutil
import signal
import subprocess
import sys
import sysconfig
import time
from pathlib import Path

import pytest
import yaml

from tests.builders import collection
from tests.discord.bot_process import BotProcess
from tests.discord.server import LoopbackDiscord
from tests.newsrooms import ABOUT_THE_WALL, FERRY, HARBOUR

ROOT = Path(__file__).resolve().parent.parent
DEPLOY = ROOT / "deploy"
UNIT = DEPLOY / "byline.service"
MOST_EXPOSED = 30  # tenths, of systemd's ten
NOBODY = 65534


def unit() -> configparser.ConfigParser:
    parser = configparser.ConfigParser(strict=False, interpolation=None)
    parser.optionxform = str  # type: ignore[assignment]  # systemd's names have capitals
    parser.read(UNIT, "utf-8")
    return parser


def service() -> dict[str, object]:
    compose = yaml.load((DEPLOY / "compose.yaml").read_text("utf-8"), yaml.BaseLoader)  # noqa: S506
    return compose["services"]["byline"]


# The unit of systemd


def test_the_unit_is_not_started_again_where_settings_are_wrong() -> None:
    section = unit()["Service"]
    assert section["Restart"] == "on-failure"
    assert section["RestartPreventExitStatus"] == "78"
    assert section["RestartSec"] == "5min"  # twelve starts an hour


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not here")
def test_the_unit_is_hardly_exposed() -> None:
    done = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", f"--threshold={MOST_EXPOSED}", UNIT],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-300:] + done.stderr


# The container


def test_the_container_may_write_its_data_and_nothing_else() -> None:
    given = service()
    assert given["read_only"] == "true"
    assert given["cap_drop"] == ["ALL"]
    assert given["security_opt"] == ["no-new-privileges:true"]
    assert given["volumes"] == ["data:/data"]
    assert given["mem_limit"] == "512m"
    assert given["restart"] == "on-failure"
    assert "privileged" not in given
    assert "ports" not in given


def test_the_image_runs_as_somebody_of_no_consequence_and_is_watched() -> None:
    lines = (DEPLOY / "Dockerfile").read_text("utf-8")
    assert re.findall(r"^USER (.+)$", lines, re.MULTILINE) == ["10001:10001"]
    assert service()["user"] == "10001:10001"
    assert "--require-hashes" in lines
    assert "HEALTHCHECK" in lines
    assert "http://127.0.0.1:9187/healthz" in lines
    kept = (DEPLOY / "Dockerfile.dockerignore").read_text("utf-8").split()
    assert "*" in kept
    copied = re.findall(r"^COPY (?!--from)(?:--\S+ )?(.+) \S+$", lines, re.MULTILINE)
    for source in " ".join(copied).split():
        assert (ROOT / source).exists(), source
        assert f"!{source}" in kept, source


# start.sh, with a bot that ends as it is told

BOT = """#!/bin/sh
echo "byline $*" >>"$SAID"
[ "$1" = run ] || exit 0
trap 'echo told >>"$SAID"; exit 0' TERM
{run}
"""


def start(folder: Path, run: str, pause: str = "0") -> tuple[subprocess.Popen[str], Path]:
    """`start.sh` with a bot whose `run` is a few lines of shell; and what the bot said."""
    said = folder / "said"
    bot = folder / "bin" / "byline"
    bot.parent.mkdir()
    bot.write_text(BOT.format(run=run))
    bot.chmod(0o755)
    path = f"{bot.parent}:{os.environ['PATH']}"
    environment = {"PATH": path, "SAID": str(said), "BYLINE_CRASH_PAUSE": pause}
    process = subprocess.Popen(
        ["sh", DEPLOY / "start.sh"], env=environment, stderr=subprocess.PIPE, text=True
    )
    return process, said


@pytest.mark.parametrize(("ends_with", "code"), [(0, 0), (78, 0), (1, 1), (137, 137)])
def test_the_container_is_started_again_only_where_that_may_help(
    tmp_path: Path, ends_with: int, code: int
) -> None:
    process, said = start(tmp_path, f"exit {ends_with}")
    assert process.wait(20) == code
    process.communicate()
    assert said.read_text().splitlines() == ["byline index update --quiet", "byline run"]


def waits_for(said: Path, line: str) -> None:
    for _ in range(1_000):
        if said.exists() and line in said.read_text():
            return
        time.sleep(0.01)
    pytest.fail(f"never said: {line}")


def test_the_container_hands_on_that_it_is_to_stop(tmp_path: Path) -> None:
    process, said = start(tmp_path, "while :; do sleep 0.05; done")
    waits_for(said, "byline run")
    time.sleep(0.2)  # until the shell has its trap
    process.send_signal(signal.SIGTERM)
    assert process.wait(20) == 0
    process.communicate()
    assert said.read_text().splitlines()[-1] == "told"


def test_a_crash_is_waited_out_and_the_wait_can_be_ended(tmp_path: Path) -> None:
    process, said = start(tmp_path, "exit 1", pause="600")
    waits_for(said, "byline run")
    assert process.stderr is not None
    assert process.stderr.readline().startswith("Ended with 1; to be started again in ")
    process.send_signal(signal.SIGTERM)
    assert process.wait(20) == 0
    process.communicate()


# Where no image can be built, the same limits without one

LEAST_PRIVILEGE = f"""
set -e
mount --make-rprivate /
scratch=$1; shift
mount -t tmpfs -o mode=0755 tmpfs "$scratch"
for each in $READABLE; do
    place="$scratch/$(echo "$each" | tr / _)"
    mkdir "$place"
    mount --bind "$each" "$place"
    mount -o remount,bind,ro "$place"
    PYTHONPATH="$PYTHONPATH:$place"
done
mkdir "$scratch/data"
cp -r "$DATA/." "$scratch/data"
chown -R {NOBODY}:{NOBODY} "$scratch/data"
mount --bind "$scratch/data" "$scratch/data"
mount -o remount,bind,ro "$scratch"
mount -o remount,bind,ro /
home="$scratch/$(echo "$PYTHON" | tr / _)"
export PYTHONPATH LD_LIBRARY_PATH="$home/lib"
cd "$scratch/$(echo "$ROOT" | tr / _)"
exec setpriv --reuid={NOBODY} --regid={NOBODY} --clear-groups --no-new-privs \\
    --bounding-set=-all --inh-caps=-all prlimit --data={512 * 1024 * 1024} \\
    "$home/bin/python3" "$@" --data "$scratch/data"
"""
ALLOWED = os.geteuid() == 0 and (
    subprocess.run(["unshare", "--mount", "true"], check=False, capture_output=True).returncode == 0
    if shutil.which("unshare") and shutil.which("setpriv")
    else False
)


@pytest.mark.skipif(not ALLOWED, reason="only root may make a file system read-only")
async def test_it_works_as_nobody_on_a_read_only_root_with_512_mb(tmp_path: Path) -> None:
    data = tmp_path / "data"
    collection(data, HARBOUR, FERRY)
    packages = {sysconfig.get_path("purelib"), *filter(_is_site_packages, sys.path)}
    readable = [sys.base_prefix, str(ROOT), *packages]
    async with LoopbackDiscord() as server:
        environment = {
            **server.environment,
            "BYLINE_HEALTH_PORT": "0",
            "READABLE": " ".join(readable),
            "DATA": str(data),
            "ROOT": str(ROOT),
            "PYTHON": sys.base_prefix,
            "PYTHONPATH": "",
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        sealed = ["unshare", "--mount", "sh", "-c", LEAST_PRIVILEGE, "sh", "/mnt"]
        run = f"import os; os.execvp('unshare', {[*sealed, '-m', 'bot', 'run']!r})"
        async with BotProcess("-c", run, environment=environment) as bot:
            await server.ready()
            guild = server.add_guild("Newsroom")
            channel, alice = guild.add_channel("general"), guild.add_member("alice")
            asked = await alice.say(channel, f"{server.bot.mention} {ABOUT_THE_WALL}")
            answer = await server.next_message(channel, after=asked)
            assert "three" in answer.text
            assert status_of(bot.pid, "Uid") == str(NOBODY)
            assert status_of(bot.pid, "CapEff") == "0" * 16
            assert await bot.stop() == 0
    assert "Traceback" not in bot.output


def status_of(pid: int, name: str) -> str:
    """What the system says of a process."""
    status = Path(f"/proc/{pid}/status").read_text("ascii")
    return re.findall(rf"^{name}:\s+(\w+)", status, re.MULTILINE)[0]


def _is_site_packages(path: str) -> bool:
    return path.endswith("site-packages")
