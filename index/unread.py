"""Sentences that may report what somebody says, though no utterance was found in them."""

import re
from collections.abc import Iterator

from index.quotes.cues import lexicon_for
from index.sentences import sentences
from index.spans import Span

_REACH = 120  # characters from a name on to the verb that reports
_BEFORE = 20  # characters from the verb on to the name: "asked by Kessel"
_WORD = re.compile(r"[^\W\d_]+")


def may_report(text: str, within: Span, named: re.Pattern[str], lang: str | None) -> Iterator[Span]:
    """The sentences that name somebody beside a verb of saying.

    Args:
        text: an article's.
        within: where in it.
        named: finds the name in any case; as a name it begins with a capital.
        lang: of the text.
    """
    lexicon = lexicon_for(text, lang)
    for sentence in sentences(text, within):
        for found in named.finditer(text, *sentence):
            near = (
                text[max(sentence.start, found.start() - _BEFORE) : found.start()],
                text[found.end() : min(sentence.end, found.end() + _REACH)],
            )
            words = (word.lower() for part in near for word in _WORD.findall(part))
            if found.group()[0].isupper() and any(map(lexicon.is_cue, words)):
                yield sentence
                break
