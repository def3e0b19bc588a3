"""What is compressed, unfolded in parts that no bomb makes large."""

import zlib
from collections.abc import Iterator

_GZIP = b"\x1f\x8b"
_WINDOWS = {"gzip": 16 + zlib.MAX_WBITS, "x-gzip": 16 + zlib.MAX_WBITS, "deflate": zlib.MAX_WBITS}
_AT_ONCE = 65_536  # bytes

ENCODINGS = frozenset(_WINDOWS)


def is_gzip(content: bytes) -> bool:
    """Whether some bytes are a gzip file, as far as its beginning tells."""
    return content.startswith(_GZIP)


class Unfolding:
    """Unfolds one body, as it comes.

    Args:
        encoding: one of `ENCODINGS`, as HTTP names them.
    """

    def __init__(self, encoding: str) -> None:
        self._encoding = encoding
        self._current: zlib._Decompress | None = None  # begun with the first bytes, which tell how

    @property
    def is_whole(self) -> bool:
        """Whether it has come to an end."""
        return self._current is not None and self._current.eof

    def parts(self, folded: bytes) -> Iterator[bytes]:
        """What the next bytes unfold to, some at once; a gzip file may have several members.

        Raises:
            zlib.error: they are not what they are said to be.
        """
        while folded:
            if self._current is None or (self._current.eof and _GZIP.startswith(folded[:2])):
                self._current = zlib.decompressobj(self._window(folded))
            if self._current.eof:
                return  # what follows the end is not read, as browsers do
            yield self._current.decompress(folded, _AT_ONCE)
            folded = self._current.unconsumed_tail or self._current.unused_data

    def _window(self, begins: bytes) -> int:
        """How zlib is told the format: many send "deflate" without its header."""
        is_bare = self._encoding == "deflate" and begins[0] & 0x0F != zlib.DEFLATED
        return -zlib.MAX_WBITS if is_bare else _WINDOWS[self._encoding]
