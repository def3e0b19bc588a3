"""The settings of the index, read once at the entry from the environment and `.env`."""

from pathlib import Path
from typing import Self

from pydantic import ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from index.errors import SettingsError


class IndexSettings(BaseSettings):
    """Where articles and their index are kept, and where articles may be fetched from."""

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8", extra="ignore", env_ignore_empty=True
    )

    byline_data: Path = Path("data")
    byline_articles: Path = Path("articles")
    byline_allowed_hosts: str = ""  # of a private network, with commas: "intranet.example:8080"

    @classmethod
    def read(cls) -> Self:
        """The settings as they are in the environment and `.env`, the environment first.

        Raises:
            SettingsError: any of them cannot be used; all are named at once.
        """
        try:
            return cls()
        except ValidationError as error:
            raise SettingsError("\n".join(_sentences(error))) from None
        except (OSError, UnicodeDecodeError) as error:
            raise SettingsError(f".env cannot be read ({error}); write it as UTF-8 text.") from None


def _sentences(error: ValidationError) -> list[str]:
    """One sentence a problem: the setting's name and what is wrong, without its value."""
    return [
        f"{str(problem['loc'][0]).upper()}: {problem['msg'].removeprefix('Value error, ')}"
        for problem in error.errors(include_input=False, include_url=False)
    ]
