"""Short names for sources and articles, where there is no room for the long ones."""

import base64
import hashlib

KEY_MARK = "~"  # begins every key, and no name that anybody would type
_BYTES = 6  # which make eight letters


def key_of(name: str) -> str:
    """A name in eight letters after the mark, the same on every machine.

    Two names that share a key are as likely as two random numbers of 48 bits that are equal.

    Args:
        name: a folded source, or an article's id.
    """
    digest = hashlib.blake2s(name.encode("utf-8", "surrogatepass"), digest_size=_BYTES)
    return KEY_MARK + base64.urlsafe_b64encode(digest.digest()).decode("ascii")


def is_key(name: str | None) -> bool:
    """Whether a name has the form of a key."""
    return name is not None and name.startswith(KEY_MARK)
