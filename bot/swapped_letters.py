"""Question words with two letters swapped: "waht did Falk say?", "what did Falk sya abuot it?".

A question is understood by these words, and no article holds them, so that no spelling of the
articles can put them right.
"""

import re

_WORDS = "what who when where which why how did does said say about tell the".split()
# What is another word, an abbreviation or a name as well.
_OTHERS = frozenset("hwo hwy ohw odes dose sadi asid form hte".split())


def _swaps(word: str) -> set[str]:
    """A word with each two neighbouring letters swapped."""
    return {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)} - {
        word
    }


_MEANT = {swap: word for word in _WORDS for swap in sorted(_swaps(word) - _OTHERS)}
_SWAPPED = re.compile(rf"(?<![\w'’-])(?:{'|'.join(sorted(_MEANT))})(?![\w'’-])", re.IGNORECASE)


def unswapped(text: str) -> str:
    """A question with its question words as they are meant, but for words that are all capitals."""
    return _SWAPPED.sub(_meant, text)


def _meant(match: re.Match[str]) -> str:
    typed = match.group()
    if typed.isupper():
        return typed
    word = _MEANT[typed.lower()]
    return word.capitalize() if typed[0].isupper() else word
