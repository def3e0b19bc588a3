"""Where a clause of its own begins, in which a further report of a sentence stands.

"She said it was late, and in an interview on Monday she said it was not": two utterances.
"""

from index.quotes.finite import FINITE
from index.quotes.phrases import Sentence
from index.quotes.report import Report

CONTRASTS = frozenset("but while whereas although though and as aber während mais pero".split())
_LONGEST = 12  # tokens of a circumstance, or of a role before a name
_BESIDE = frozenset("in at on with by from for during after before".split())
_JOINS = frozenset("and but".split())
_DETERMINES = frozenset("that which".split())
_GLOSS = 6  # tokens of "a much shorter deadline that"


def joint_before(sentence: Sentence, report: Report) -> int:
    """The token of ", and" that begins the clause of a report, over what stands between; or -1.

    "…, and its director, Ines Falk, said", "…, but in the same talk allowed".
    """
    first = report.begin
    if sentence.low(first - 1) == ",":  # ", and its director, Ines Falk, said"
        first -= 1
    for step in range(first - 1, max(0, first - _LONGEST), -1):
        low = sentence.low(step)
        if low in _JOINS:
            after = sentence.low(step + 1)
            role = first < report.begin and sentence.is_article(step + 1)
            return step if role or (first == report.begin and after in _BESIDE) else -1
        if not sentence.is_word(step) or low in FINITE:
            break
    return -1


def shared_over(sentence: Sentence, left: int) -> bool:
    """Whether a second verb shares its subject over a circumstance that ends at `left`.

    "She said it was late, but in the same talk allowed that it was not".
    """
    if sentence.ending_at(left):
        return False  # "…, and in a letter on Monday Otto Brandt said"
    for step in range(left - 1, max(0, left - _LONGEST), -1):
        low = sentence.low(step)
        if low in _JOINS:
            return sentence.low(step - 1) == "," and sentence.low(step + 1) in _BESIDE
        if not sentence.is_word(step) or low in FINITE or sentence.is_pronoun(step):
            break
    return False


def gloss_before(sentence: Sentence, report: Report) -> int:
    """The comma of a gloss on what was said that holds a report of its own; or -1.

    "…, money he described as “a fund”", "…, a deadline that Ines Falk termed “brave”".
    """
    if report.verb is None or report.verb.kind != "label" or report.trailing:
        return -1
    first = report.begin
    if not _closes_with_quotation(sentence, report.cue[1] + 1):
        return -1  # "The wall, which Ines Falk called “a ruin,” will hold"
    if sentence.low(first - 1) == "which" and sentence.low(first - 2) == ",":
        return first - 2  # "…, which she described as “a fund”"
    for step in range(first - 1, max(0, first - _GLOSS), -1):
        if sentence.low(step) == ",":
            if step == first - 1 and report.phrase and report.phrase.kind == "name":
                return step if sentence.is_article(first) else -1  # ", a figure Ines Falk called"
            noun = first - 2 if sentence.low(first - 1) in _DETERMINES else first - 1
            between = range(step + 1, noun + 1)
            plain = all(not sentence.is_capital(index) for index in between)
            known = any(
                sentence.low(index) in sentence.lexicon.function_words
                for index in between
                if not sentence.is_article(index)
            )
            return step if between and plain and not known else -1
        if not sentence.is_word(step):
            break
    return -1


def _closes_with_quotation(sentence: Sentence, first: int) -> bool:
    """Whether nothing stands behind the quotation that follows `first`."""
    last = next((step for step in range(first, len(sentence)) if sentence.quoted(step)), -1)
    return last >= 0 and not any(map(sentence.is_word, range(last + 1, len(sentence))))
