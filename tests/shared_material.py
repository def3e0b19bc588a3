"""The material that lies beside the repository: documents, collections, Discord's OpenAPI.

It is never part of the project, so a test that reads it skips where it is absent.
"""

from pathlib import Path

_SHARED = Path(__file__).resolve().parents[2] / "shared"


def shared(*parts: str) -> Path | None:
    """The shared file or folder at `parts`, or None where there is none."""
    path = _SHARED.joinpath(*parts)
    return path if path.exists() else None
