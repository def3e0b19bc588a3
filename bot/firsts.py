"""What comes for the first time, as far as it is remembered."""

from collections import OrderedDict
from typing import Generic, TypeVar

Key = TypeVar("Key")


class Firsts(Generic[Key]):
    """Tells what has come before, by as many of the last keys as it remembers.

    Args:
        remembered: how many keys; the oldest are forgotten.
    """

    def __init__(self, remembered: int) -> None:
        self._remembered = remembered
        self._seen: OrderedDict[Key, None] = OrderedDict()

    def __len__(self) -> int:
        return len(self._seen)

    def is_first(self, key: Key) -> bool:
        """Whether a key comes for the first time; from now on it has come before."""
        if key in self._seen:
            return False
        self._seen[key] = None
        if len(self._seen) > self._remembered:
            self._seen.popitem(last=False)
        return True
