"""What a court is told, and nobody is said to have told it: "The jury heard that it was late"."""

from index.quotes.circumstances import circumstance_end
from index.quotes.complements import report_start
from index.quotes.finite import has_finite_verb
from index.quotes.lexicon import Verb
from index.quotes.phrase import Phrase
from index.quotes.phrases import Sentence
from index.quotes.report import Report
from index.quotes.subjects import step_over_adverbs

# Who hears evidence.
_HEARERS = frozenset(
    "court jury jurors inquest tribunal hearing trial inquiry panel magistrates".split()
)
HEARD = frozenset("heard told".split())
_HEARD = Verb("hear", "past", "clause", free=True)


def read_hearing(sentence: Sentence, index: int) -> Report | None:
    """The report of "the court heard", "jurors were told"; None where `index` makes none."""
    first = index
    if sentence.low(index) == "told":
        while sentence.low(first - 1) in sentence.lexicon.auxiliaries:
            first -= 1
        if sentence.low(index - 1) not in sentence.lexicon.passive:
            return None
    elif sentence.low(index) != "heard":
        return None
    last = step_over_adverbs(sentence, first - 1)
    if last is None or sentence.low(last) not in _HEARERS:
        return None
    begin = last
    while sentence.is_capital(begin - 1) and sentence.is_capital(last):  # "Skarn Crown Court"
        begin -= 1
    begin -= sentence.is_article(begin - 1)
    # Nobody knows whose words it heard.
    phrase = Phrase(
        "role",
        (),
        None,
        sentence.low(last),
        None,
        definite=True,
        first=begin,
        last=last,
        joint=True,
    )
    end = circumstance_end(sentence, index + 1)
    if sentence.low(begin - 1) == "," and not sentence.is_word(end):
        return Report(phrase, "role", (first, index), begin, end - 1, _HEARD, trailing=True)
    start, marked = report_start(sentence, index + 1, _HEARD)
    asks = sentence.low(start) in {"how", "why"}
    if marked or asks or (start == index + 1 and has_finite_verb(sentence, start)):
        return Report(phrase, "role", (first, index), begin, start - 1, _HEARD)
    return None
