"""Waiting until the server has seen, or done, something."""

import asyncio
from collections.abc import Callable
from typing import Any, TypeVar

Found = TypeVar("Found")


class Watch:
    """Wakes those who wait, each time the world may have changed.

    `look` is called by whoever changes something; `until` asks its question again after each look.
    """

    def __init__(self, story: Callable[[], str]) -> None:
        self._story = story  # what happened so far, for the one who waited in vain
        self._waiting: list[tuple[Callable[[], object], asyncio.Future[Any]]] = []

    def look(self) -> None:
        """Ask every waiting question again."""
        for find, future in self._waiting:
            if not future.done() and (found := find()):
                future.set_result(found)

    async def until(self, find: Callable[[], Found | None], *, seconds: float, what: str) -> Found:
        """The first true answer of `find`.

        Raises:
            TimeoutError: there was none within `seconds`; the message tells what happened instead.
        """
        if found := find():
            return found
        future: asyncio.Future[Found] = asyncio.get_running_loop().create_future()
        entry = (find, future)
        self._waiting.append(entry)
        try:
            return await asyncio.wait_for(future, seconds)
        except TimeoutError:
            raise TimeoutError(f"Waited {seconds:g} s for {what}.\n{self._story()}") from None
        finally:
            self._waiting.remove(entry)
