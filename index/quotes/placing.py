"""Where in the text an utterance stands: its quotations alone, or the clause that holds them."""

import re
from typing import Literal

from index.quotes.phrases import Sentence
from index.quotes.report import Report
from index.quotes.units import WORD
from index.spans import Span

_PHRASE = 3  # words in quotation marks that are an utterance, not one quoted word
_PHRASE_ALONE = 0.5  # of a clause's words that are quoted, for the quotation to stand alone
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
FULL_STOP = re.compile(r"[.!?…。！？,][\"'”’»›«‹“‘」』]*$")
_WHERE_SHOWN = frozenset("on in at from for of".split())
_NAMING = frozenset(
    "call describe brand label dub denounce dismiss condemn slam blast refer".split()
)
HEADLINE_WORD = 4  # letters; a headline in capitals spells even such words with one


def place_of(
    text: str, sentence: Sentence, report: Report
) -> tuple[Span, Literal["direct", "reported"]] | None:
    """Where the utterance stands; a few quoted words inside a clause are part of the clause."""
    quoted = [sentence.place(index) for index in report.quotations]
    governed = len(quoted) == 1 and report.quotations[0] == report.cue[1] + 1
    if governed and _is_work(text, quoted[0]):
        return None  # Falk wrote "The Long Way Home"
    first = report.quotations[0] if quoted else 0
    if first and sentence.low(first - 1) in _WHERE_SHOWN and _is_titled(text, quoted[0]):
        return None  # On "The Morning Show," Falk responded to the board.
    words = sum(count_words(text, span) for span in quoted)
    if report.clause and words < _PHRASE_ALONE * _clause_words(text, sentence, report):
        words = 0  # the clause says more than its quotation
    named = report.verb is not None and report.verb.lemma in _NAMING
    if named and quoted and not report.trailing and not _is_name(text, quoted[0]):
        words = max(words, _PHRASE)  # "called it “a disgrace”"
    if quoted and (words >= _PHRASE or not (report.clause or report.needs_quotation)):
        return Span(quoted[0].start, quoted[-1].end), "direct"
    if report.clause is None:
        return None
    first, last = report.clause
    verbatim = report.rule == "colon"  # "Falk: We close."
    span = Span(sentence.place(first).start, sentence.place(last).end)
    return span, "direct" if verbatim else "reported"


def _is_name(text: str, span: Span) -> bool:
    """Whether a quotation is one word with a capital: "called the boat “Heron”"."""
    words = WORD.findall(text, *span)
    return len(words) == 1 and words[0][0].isupper()


def _clause_words(text: str, sentence: Sentence, report: Report) -> int:
    """The number of words in a reported clause, its quotations included."""
    first, last = report.clause or (0, -1)
    return count_words(text, Span(sentence.place(first).start, sentence.place(last).end))


def _is_work(text: str, span: Span) -> bool:
    """Whether a quotation is spelt like the title of a book, a song or a film."""
    ends = FULL_STOP.search(text, max(span.start, span.end - 3), span.end)
    return ends is None and _is_titled(text, span)


def _is_titled(text: str, span: Span) -> bool:
    """Whether all longer words of a quotation have a capital."""
    words = [word for word in WORD.findall(text, *span) if len(word) >= HEADLINE_WORD]
    return (
        len(words) > 1
        and all(word[0].isupper() for word in words)
        and not any(word.isupper() for word in words)
    )


def count_words(text: str, span: Span) -> int:
    """The number of words in a stretch; of characters where they are not parted."""
    if _CJK.search(text, *span):
        return span.end - span.start
    return len(WORD.findall(text, *span))
