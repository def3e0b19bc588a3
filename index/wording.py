"""Words in this order and form, looked for in a text."""

import re
from functools import lru_cache

from index import scripts
from index.analysis import fold

_APOSTROPHES = re.compile("['’ʼ＇]")
_UNSPACED = re.compile(f"[{scripts.UNSPACED}]")


@lru_cache(maxsize=256)
def pattern_of(words: str) -> re.Pattern[str]:
    """What finds some words in a text that `fold` has made comparable.

    Between them may stand whatever is no word. At their ends a word begins and ends, except in
    scripts without spaces, and except where a "*" at the end says that any ending will do.
    """
    plain = fold(words.removesuffix("*"))
    gap = r"[\W_]*" if _UNSPACED.search(plain) else r"[\W_]+"
    parts = (_APOSTROPHES.sub("['’ʼ＇]", re.escape(word)) for word in plain.split())
    begins = "" if _UNSPACED.match(plain) else r"(?<![^\W_])"
    ends = "" if words.endswith("*") or _UNSPACED.match(plain[-1:]) else r"(?![^\W_])"
    return re.compile(f"{begins}{gap.join(parts)}{ends}")
