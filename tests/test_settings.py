"""Settings are read once, and told wrong all at once."""

from pathlib import Path

import pytest

from bot.settings import BotSettings
from index.errors import SettingsError

ROOT = Path(__file__).resolve().parent.parent
TOKEN = "MTE0.Gh-x_Y.abcdefghijklmnopqrstuvwxyz012"  # noqa: S105  # made up, and refused nowhere


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in BotSettings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)


def test_nothing_needs_to_be_set() -> None:
    settings = BotSettings.read()
    assert settings.discord_token is None
    assert settings.byline_data == Path("data")
    assert settings.guild_ids == frozenset()


def test_the_environment_wins_over_the_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / ".env").write_text(f"BYLINE_DATA=from-file\nDISCORD_TOKEN={TOKEN}\nOTHER=1\n")
    monkeypatch.setenv("BYLINE_DATA", "from-environment")
    settings = BotSettings.read()
    assert settings.byline_data == Path("from-environment")
    assert settings.discord_token is not None
    assert settings.discord_token.get_secret_value() == TOKEN


def test_an_empty_setting_counts_as_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "")
    assert BotSettings.read().discord_token is None


@pytest.mark.parametrize(
    ("token", "problem"),
    [
        ("   ", "only white space"),
        (f'"{TOKEN}"', "quotation marks"),
        (f"Bot {TOKEN}", 'begins with "Bot "'),
        (f"{TOKEN}\n", "white space in it"),
        (f"MTE0 {TOKEN}", "white space in it"),
        (f"{TOKEN}é", "characters that no token has"),
    ],
)
def test_a_malformed_token_is_told_and_never_shown(
    monkeypatch: pytest.MonkeyPatch, token: str, problem: str
) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", token)
    with pytest.raises(SettingsError, match=problem) as error:
        BotSettings.read()
    assert TOKEN not in str(error.value)


def test_all_problems_are_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BYLINE_GUILDS", "my server")
    monkeypatch.setenv("BYLINE_LOG_LEVEL", "loud")
    monkeypatch.setenv("DISCORD_API_URL", "discord")
    with pytest.raises(SettingsError) as error:
        BotSettings.read()
    named = [line.partition(":")[0] for line in str(error.value).splitlines()]
    assert named == ["DISCORD_API_URL", "BYLINE_GUILDS", "BYLINE_LOG_LEVEL"]


def test_servers_are_given_as_ids(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BYLINE_GUILDS", "12, 34,")
    assert BotSettings.read().guild_ids == {12, 34}


@pytest.mark.parametrize(
    ("settings", "schedule"),
    [
        ({}, 15.0),
        ({"BYLINE_FEEDS_CHECK": "0"}, None),
        ({"BYLINE_SHARDS": "4"}, 15.0),
        ({"BYLINE_SHARDS": "4", "BYLINE_SHARD_IDS": "0,1"}, 15.0),
        ({"BYLINE_SHARDS": "4", "BYLINE_SHARD_IDS": "2,3"}, None),
    ],
)
def test_of_several_processes_one_follows_the_feeds(
    monkeypatch: pytest.MonkeyPatch, settings: dict[str, str], schedule: float | None
) -> None:
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    assert BotSettings.read().feeds_schedule == schedule


def test_every_setting_stands_in_the_example_with_its_default() -> None:
    lines = (ROOT / ".env.example").read_text("utf-8").splitlines()
    named = [line.lstrip("#").partition("=")[0] for line in lines if "=" in line]
    assert sorted(named) == sorted(name.upper() for name in BotSettings.model_fields)
