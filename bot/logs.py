"""The log: one line an event, on a stream, without what nobody should keep.

    2026-11-24T10:47:03.120Z INFO bot.client answered: found=True took_ms=2.4

Nothing that a line is made of can begin another line or hide a part of it. Secrets are masked at
every level. Ids are masked, and what an exception says is left out, at every level but DEBUG: an
exception may repeat a question.
"""

import logging
import re
import time
import traceback
from collections.abc import Collection
from pathlib import Path
from typing import TextIO

MASK = "***"
_MOST_FRAMES = 12
_HERE = Path(__file__).resolve().parent.parent

# What ends a line, moves the cursor, or turns the direction of the text around.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)
_ID = re.compile(r"\b\d{17,20}\b")
# A bot's token, and those that Discord gives to interactions, sessions and webhooks: in the paths
# and in the bodies of requests.
_TOKENS = (
    re.compile(r"\b()[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}"),
    re.compile(r"(/(?:webhooks|interactions)/\d+/)[^/?\s'\"]+"),
    re.compile(r"""((?:token|session_id)\\?['"]?\s*[:=]\s*\\?['"]?)[^\s'",}&\\]+""", re.IGNORECASE),
    re.compile(r"((?:Bot|Bearer) )[^\s'\",}]+"),
)


def set_up_logging(level: str, secrets: Collection[str], stream: TextIO) -> None:
    """Send the log to `stream`; it replaces what was set up before.

    Args:
        level: "DEBUG", "INFO", "WARNING" or "ERROR".
        secrets: what must never be written.
        stream: where the lines go.
    """
    handler = logging.StreamHandler(stream)
    handler.setFormatter(OneLine(secrets, revealing=level == "DEBUG"))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    # The library tells at INFO what Byline tells itself.
    logging.getLogger("discord").setLevel("WARNING" if level == "INFO" else level)


class OneLine(logging.Formatter):
    """Makes a record one line.

    Args:
        secrets: what must never be written.
        revealing: whether ids, and what exceptions say, may be.
    """

    converter = staticmethod(time.gmtime)
    default_time_format = "%Y-%m-%dT%H:%M:%S"
    default_msec_format = "%s.%03dZ"

    def __init__(self, secrets: Collection[str] = (), *, revealing: bool = False) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")
        self._secrets = sorted(filter(None, secrets), key=len, reverse=True)
        self._revealing = revealing

    def format(self, record: logging.LogRecord) -> str:
        """The record as one line."""
        bare = logging.makeLogRecord(
            {**vars(record), "exc_info": None, "exc_text": None, "stack_info": None}
        )
        try:
            line = super().format(bare)
        except (TypeError, ValueError):  # arguments that do not fit their text
            line = f"{self.formatTime(bare)} {bare.levelname} {bare.name} {bare.msg}"
        if record.exc_info and record.exc_info[1] is not None:
            line += f" error={self._error(record.name, record.exc_info[1])}"
        return self._safe(line)

    def _error(self, logger: str, error: BaseException) -> str:
        """What went wrong and where, innermost first; of lost connections the name is enough."""
        said = f"({error})" if self._revealing else ""
        if logger.startswith("discord.") and not self._revealing:
            return type(error).__name__
        frames = traceback.extract_tb(error.__traceback__)[: -_MOST_FRAMES - 1 : -1]
        places = " < ".join(f"{_short(one.filename)}:{one.lineno}:{one.name}" for one in frames)
        return f"{type(error).__name__}{said} at={places or '-'}"

    def _safe(self, line: str) -> str:
        for secret in self._secrets:
            line = line.replace(secret, MASK)
        for token in _TOKENS:
            line = token.sub(rf"\g<1>{MASK}", line)
        if not self._revealing:
            line = _ID.sub(MASK, line)
        return _UNSAFE.sub(lambda found: found[0].encode("unicode_escape").decode(), line)


def _short(path: str) -> str:
    """A source file as `bot/client.py`, or by its own and its folder's name."""
    file = Path(path)
    if file.is_relative_to(_HERE):
        return file.relative_to(_HERE).as_posix()
    return "/".join(file.parts[-2:])
