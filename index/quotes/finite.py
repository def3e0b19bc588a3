"""Whether a clause has a verb of its own: "she was ill", not "the title"."""

from index.quotes.phrases import Sentence

_FINITE_WITHIN = 24  # tokens in which a clause shows its verb
_SUBORDINATES = frozenset("before after when while because until though although".split())
FINITE_SUBJECTS = frozenset("he she it they".split())
FINITE = frozenset(
    "is are was were has have had will would can could should may might must did does do be "
    "isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't can't cannot couldn't "
    "shouldn't didn't doesn't don't isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t won’t "
    "wouldn’t can’t couldn’t shouldn’t didn’t doesn’t don’t he's she's it's they're there's".split()
)
# The commonest other forms that are finite wherever they stand behind a noun.
FINITE_FORMS = frozenset(
    "knew went came took gave saw told said says got became began grew stood fell rose ran wrote "
    "spoke kept led sold paid needs wants makes takes gives goes gets seems means shows knows "
    "imposes violates violated deserves lacks lacked remains remained faces faced favors favours "
    "supports opposes wanted needed tried failed helped owes poses allows lets puts "
    "undermines threatens hurts works worked costs belongs depends exists refused "
    "represents reflects requires required proves proved amounts sounds looks feels".split()
)


def has_finite_verb(sentence: Sentence, start: int) -> bool:
    """Whether a clause begins at `start`: "claimed she was ill", not "claimed the title"."""
    for index in range(start, min(len(sentence), start + _FINITE_WITHIN)):
        if not sentence.is_word(index):
            # admitted the trip “looks bad”
            quoted = sentence.first_quoted(index) if index > start else ""
            return quoted in FINITE or quoted in FINITE_FORMS
        low = sentence.low(index)
        if low in _SUBORDINATES and index > start:
            return False  # "claimed victory before the race began"
        form = low in FINITE_FORMS and sentence.low(index - 1) not in sentence.lexicon.articles
        form = form or (low.endswith("ed") and sentence.low(index - 1) in FINITE_SUBJECTS)
        if (form or low in FINITE) and sentence.tokens[index].word.islower():
            # "declared an emergency and said …": whoever declared it goes on.
            return sentence.low(index - 1) not in {"and", "but"}
    return False
