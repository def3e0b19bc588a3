"""The bot's settings: those of the index, and how to reach Discord."""

from typing import Annotated, Literal

from pydantic import Field, SecretStr, field_validator, model_validator

from bot.limits import MOST_FOLLOWS
from bot.sharding import Shards
from index.settings import IndexSettings


class BotSettings(IndexSettings):
    """Everything that the environment and `.env` can say."""

    discord_token: SecretStr | None = None
    discord_api_url: str | None = None
    discord_gateway_url: str | None = None
    byline_guilds: str = ""
    byline_message_content: bool = False
    byline_shards: Annotated[int, Field(ge=1, le=16_000)] | Literal["auto"] | None = None
    byline_shard_ids: str = ""
    byline_feeds_check: Annotated[float, Field(ge=0, le=86_400)] = 15.0  # seconds; 0: never
    byline_fetch_delay: Annotated[float, Field(ge=0, le=60)] = 1.0  # seconds
    byline_server_feeds: Annotated[int, Field(ge=0)] = 50
    byline_server_follows: Annotated[int, Field(ge=0, le=MOST_FOLLOWS)] = MOST_FOLLOWS
    byline_server_articles: Annotated[int, Field(ge=0)] = 20_000
    byline_health_port: Annotated[int, Field(ge=0, le=65535)] | None = None
    byline_health_host: str = "127.0.0.1"
    byline_log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"

    @field_validator("discord_token")
    @classmethod
    def _looks_like_a_token(cls, token: SecretStr | None) -> SecretStr | None:
        """Refuse what cannot be a token, and say what is wrong without showing it."""
        if token is None:
            return None
        value = token.get_secret_value()
        advice = "copy it again from the Bot page of your Discord application."
        if not value.strip():
            raise ValueError(f"the token is only white space; {advice}")
        if value[0] in "'\"" or value[-1] in "'\"":
            raise ValueError("the token stands in quotation marks; remove them.")
        if value.lower().startswith("bot "):
            raise ValueError('the token begins with "Bot "; leave that word out.')
        if any(character.isspace() for character in value):
            raise ValueError(f"the token has white space in it; {advice}")
        if not value.isascii() or not value.isprintable():
            raise ValueError(f"the token has characters that no token has; {advice}")
        return token

    @field_validator("discord_api_url", "discord_gateway_url")
    @classmethod
    def _is_an_address(cls, url: str | None) -> str | None:
        if url is not None and not url.startswith(("http://", "https://", "ws://", "wss://")):
            raise ValueError("this is not an address; it begins with https:// or wss://.")
        return url

    @field_validator("byline_log_level", mode="before")
    @classmethod
    def _any_case(cls, level: object) -> object:
        return level.upper() if isinstance(level, str) else level

    @field_validator("byline_shard_ids")
    @classmethod
    def _are_shards(cls, shards: str) -> str:
        if not all(part.strip().isdecimal() for part in shards.split(",") if part.strip()):
            raise ValueError("give the numbers of shards, from 0, with commas between them.")
        return shards

    @model_validator(mode="after")
    def _shards_are_among_all(self) -> "BotSettings":
        """Refuse shards of which it is not said how many there are."""
        ids = self.shards.ids if self.shards else None
        if self.byline_shard_ids.strip() and not isinstance(self.byline_shards, int):
            raise ValueError("BYLINE_SHARD_IDS needs BYLINE_SHARDS, the number of all shards.")
        if ids and isinstance(self.byline_shards, int) and max(ids) >= self.byline_shards:
            raise ValueError(
                f"BYLINE_SHARD_IDS: of {self.byline_shards} shards the last is "
                f"{self.byline_shards - 1}."
            )
        return self

    @field_validator("byline_guilds")
    @classmethod
    def _are_ids(cls, guilds: str) -> str:
        if not all(part.strip().isdecimal() for part in guilds.split(",") if part.strip()):
            raise ValueError("give the servers' ids, with commas between them.")
        return guilds

    @property
    def feeds_schedule(self) -> float | None:
        """Seconds between two looks for feeds that are due; None where none is taken.

        Of several processes that share the servers, that of the first shard follows the feeds.
        """
        ids = self.shards.ids if self.shards else None
        return self.byline_feeds_check or None if not ids or 0 in ids else None

    @property
    def shards(self) -> Shards | None:
        """The connections that the servers are divided among; None for a single one."""
        if self.byline_shards is None:
            return None
        count = None if self.byline_shards == "auto" else self.byline_shards
        ids = [int(part) for part in self.byline_shard_ids.split(",") if part.strip()]
        return Shards(count, sorted(set(ids)) or None)

    @property
    def guild_ids(self) -> frozenset[int]:
        """The servers that the bot works in; empty for any."""
        return frozenset(int(part) for part in self.byline_guilds.split(",") if part.strip())
