"""Whose words a phrase like "according to Falk" says that something is."""

from index.quotes.complements import is_resumed
from index.quotes.finite import FINITE
from index.quotes.groups import source_noun
from index.quotes.phrase import Phrase
from index.quotes.phrases import Sentence
from index.quotes.report import Report
from index.quotes.russian_words import OWNERS_OF_OFFICES
from index.quotes.subjects import close_apposition
from index.quotes.titles import PASTS

_LONGEST_ROLE = 7  # tokens
_LONGEST_RELATIVE = 20  # tokens
_LONGEST_UNNAMED = 4  # tokens
_SEVERAL = ("ors", "ers", "ists", "ians", "ants", "ents", "ees")  # as words for people end
_TEXTS = frozenset(
    "affidavit affidavits lawsuit complaint filing filings records documents papers transcript "
    "transcripts report reports study studies survey surveys poll polls memo memos statement "
    "letter email emails e-mail e-mails data estimates figures release ruling indictment testimony "
    "article articles website page analysis census tally footage video advisory advisories "
    "bulletin bulletins notice notices forecast forecasts projections findings minutes accounts "
    "logs messages recording recordings audit inventory prospectus disclosure disclosures".split()
)
STATEMENTS = frozenset(
    "statement letter email post tweet message note memo article blog report release".split()
)
_WORKS = _TEXTS | frozenset(
    "model models calculation calculations research book memoir memoirs diary diaries blog notes "
    "notebook account figures numbers measurements experiments paper tweets post posts".split()
)
_OWNERS = {"his": "he", "her": "she"}
_TELLS_MORE = frozenset("seen familiar close known".split())  # "sources close to the matter"
_OF_WHAT = frozenset("from of in on by for at with about filed".split())
_ASIDES = frozenset(
    "citing quoting speaking requesting asking discussing insisting granted".split()
)
_ISSUED = frozenset("from by issued released published signed".split())


def read_source(sentence: Sentence, index: int, length: int) -> Report | None:
    """The report whose source phrase stands at `index`, of `length` words."""
    behind = _behind_statement(sentence, index + length)
    phrase = (
        _his(sentence, index, length)
        or _own_work(sentence, behind)
        or sentence.starting_at(behind)
        or _oblique(sentence, behind)
        or _behind_role(sentence, behind)
        or _described(sentence, behind)
        or _document(sentence, behind)
        or _unnamed(sentence, behind)
    )
    if phrase is None:
        return None
    english = sentence.lexicon.code == "en"
    if english and phrase.kind == "name" and sentence.low(phrase.last + 1) in _TEXTS:
        phrase = phrase._replace(last=phrase.last + 1)  # "According to a Skarn Post report"
    after = sentence.low(phrase.last + 1)
    participle = after.endswith("ed") or after in _TELLS_MORE
    if english and not (sentence.ends_clause(phrase.last + 1) or participle):
        unnamed = _document(sentence, behind) or _unnamed(sentence, behind)
        if unnamed is None:
            return None  # "according to the Falk family"
        phrase = unnamed
    phrase = sentence.completed(phrase)
    before = [step for step in range(index) if sentence.is_word(step) or sentence.quoted(step)]
    end = close_apposition(sentence, phrase.last)
    if not before or (len(before) == 1 and _may_open(sentence, before[0])):
        end = _opening_end(sentence, phrase, end, participle=participle)
        return Report(phrase, "according-to", (index, index + length - 1), index, end)
    if sentence.lexicon.code == "de" and sentence.low(index - 1) != ",":
        return None  # "so Falk" in mid-clause, "laut" as an adjective
    cue = (index, index + length - 1)
    return _behind_words(sentence, Report(phrase, "according-to", cue, index, end, trailing=True))


def _behind_words(sentence: Sentence, report: Report) -> Report:
    """A report whose words stand before their source, and may go on behind it."""
    after = report.end + 2
    glossed = sentence.low(after).endswith("ed") or sentence.low(after) in _TELLS_MORE
    english = sentence.lexicon.code == "en"
    if english and sentence.low(report.end + 1) in _OF_WHAT and not glossed:
        # "…, according to figures from Skarn, and has …"
        report.end = _relative_end(sentence, after)
    report.resumed = (
        sentence.is_word(report.begin - 2)
        and is_resumed(sentence, report.end + 1)
        and not glossed
        and not _is_appraised(sentence, report.begin, report.end + 2)
    )
    return report


def _is_appraised(sentence: Sentence, source: int, first: int) -> bool:
    """Whether a clause stands before its source, and behind it only what the reporter makes of it.

    "The lead has shrunk, according to a poll, a tie that few foresaw", "…, the most of any town".
    """
    if not sentence.is_article(first) or not any(_tells(sentence, i) for i in range(1, source)):
        return False
    for step in range(first + 1, len(sentence)):
        low = sentence.low(step)
        if low in {"that", "which", "who"}:
            return True
        if low in FINITE or sentence.quoted(step):
            return False
        if not sentence.is_word(step):
            break
    return True


def _tells(sentence: Sentence, index: int) -> bool:
    """Whether a verb stands at `index`."""
    low = sentence.low(index)
    past = low.endswith("ed") or low == "rose"
    return low in FINITE or low in PASTS or (past and not sentence.is_capital(index))


def _opening_end(sentence: Sentence, phrase: Phrase, end: int, *, participle: bool) -> int:
    """The last token of a source that opens its sentence, with all that is told of it."""
    if sentence.low(end + 1) != ",":
        end = phrase.last  # "According to Falk, a deputy went to the scene."
    if sentence.low(end + 1) in _OF_WHAT:
        end = _relative_end(sentence, end + 2)  # "According to data from Skarn, …"
    if participle:
        end = _relative_end(sentence, end + 2)
    elif sentence.low(end + 1) in sentence.lexicon.relatives:
        end = _relative_end(sentence, end + 1)  # "According to three who were there, he left"
    if sentence.low(end + 1) == "," and sentence.low(end + 2) in sentence.lexicon.relatives:
        end = _relative_end(sentence, end + 2)  # "According to the report, which …, he left"
    while sentence.low(end + 1) == "," and sentence.low(end + 2) in _ASIDES:
        end = _relative_end(sentence, end + 2)  # "…, citing the law, the mayor left"
        if sentence.low(end + 1) != ",":
            break
    if sentence.low(end + 1) == ",":
        end += 1
    return end


def _may_open(sentence: Sentence, index: int) -> bool:
    """Whether the word before a source only joins its sentence: "But", "Privately,"."""
    low = sentence.low(index)
    return low in sentence.lexicon.conjunctions or (
        low.endswith("ly") and sentence.low(index + 1) == ","
    )


def _relative_end(sentence: Sentence, first: int) -> int:
    """The last token of the relative clause that begins at `first`, before its comma."""
    for index in range(first, min(len(sentence), first + _LONGEST_RELATIVE)):
        if sentence.low(index) == ",":
            return index - 1
    return first - 2


def _described(sentence: Sentence, first: int) -> Phrase | None:
    """A full name behind a noun that no table holds: "according to concertgoer Ines Falk"."""
    noun = sentence.tokens[first] if first < len(sentence) else None
    if noun is None or not noun.is_lower or noun.ends_clause or sentence.lexicon.code != "en":
        return None
    name = sentence.starting_at(first + 1) if sentence.is_capital(first + 1) else None
    full = name is not None and name.kind == "name" and len(name.name) > 1 and name.role is None
    return name._replace(role=noun.word, first=first) if name and full else None


def _document(sentence: Sentence, first: int) -> Phrase | None:
    """What only a text says: "according to a federal affidavit"; nobody's words."""
    for index in range(first, first + _LONGEST_ROLE):
        if sentence.low(index) in _TEXTS:
            role = sentence.words(first, index)
            head = sentence.low(index)
            return Phrase("role", (), role, head, None, definite=False, first=first, last=index)
        if not sentence.is_word(index) or (index > first and sentence.ends_clause(index)):
            break
    return None


def _unnamed(sentence: Sentence, first: int) -> Phrase | None:
    """Several whom no table holds, at the end: "according to federal regulators"."""
    if sentence.lexicon.code != "en":
        return None
    noun = source_noun(sentence, first)
    if noun >= 0:  # "according to four Democrats with knowledge of it"
        role, head = sentence.words(first, noun), sentence.low(noun)
        return Phrase("role", (), role, head, None, definite=False, first=first, last=noun)
    for index in range(first, first + _LONGEST_UNNAMED):
        token = sentence.tokens[index] if index < len(sentence) else None
        if token is None or not token.is_lower or sentence.ends_clause(index):
            break
        if not sentence.is_word(index + 1) and _are_several(sentence, token.low):
            role = sentence.words(first, index)
            return Phrase(
                "role", (), role, token.low, None, definite=False, first=first, last=index
            )
    return None


def _are_several(sentence: Sentence, low: str) -> bool:
    """Whether a noun is of several who may say something: "regulators", "hospitals"."""
    return low.endswith(_SEVERAL) or (
        low.endswith("s") and sentence.lexicon.is_organisation(_singular(low))
    )


def _singular(low: str) -> str:
    return f"{low[:-3]}y" if low.endswith("ies") else low[:-1]


def _his(sentence: Sentence, index: int, length: int) -> Phrase | None:
    """Russian: "по его словам", in his words."""
    head = dict(sentence.lexicon.owners).get(sentence.low(index + 1)) if length > 2 else None  # noqa: PLR2004 - with a pronoun between
    if head is None:
        return None
    last = index + length - 1
    return Phrase("pronoun", (), None, head, None, definite=True, first=last, last=last)


def _own_work(sentence: Sentence, first: int) -> Phrase | None:
    """Whose work tells: "according to his model"; a model is otherwise somebody."""
    head = _OWNERS.get(sentence.low(first)) if sentence.lexicon.code == "en" else None
    last = first + 1
    while sentence.is_word(last + 1) and not sentence.ends_clause(last):
        last += 1
    if head is None or last > first + _LONGEST_UNNAMED or sentence.low(last) not in _WORKS:
        return None
    return Phrase("pronoun", (), None, head, None, definite=True, first=first, last=last)


def _behind_role(sentence: Sentence, first: int) -> Phrase | None:
    """Russian: the name behind a role in the genitive, "по словам министра Ивана Петрова"."""
    if sentence.lexicon.code != "ru":
        return None
    for index in range(first, first + _LONGEST_ROLE):
        phrase = sentence.starting_at(index) if sentence.is_capital(index) else None
        owner = index > first and sentence.low(index) in OWNERS_OF_OFFICES
        if owner and phrase and phrase.last == index:
            whole, head = sentence.words(first, index), sentence.low(first)
            return Phrase("role", (), whole, head, None, definite=True, first=first, last=index)
        if phrase and phrase.kind == "name":
            role = sentence.words(first, index - 1) if index > first else None
            return phrase._replace(role=phrase.role or role, first=first)
        if not sentence.is_word(index):
            break
    return None


def _behind_statement(sentence: Sentence, first: int) -> int:
    """Behind "a statement from", where that is what words are taken from; else `first`."""
    step = first
    if sentence.low(step) in sentence.lexicon.articles:
        step += 1
    if sentence.low(step) not in STATEMENTS:
        step += 1  # "a joint statement"
    if sentence.low(step) not in STATEMENTS or sentence.low(step + 1) not in _ISSUED:
        return first
    while sentence.low(step + 1) in _ISSUED:
        step += 1
    return step + 1


def _oblique(sentence: Sentence, index: int) -> Phrase | None:
    """A pronoun as a preposition governs it ("him"), read as the subject it stands for."""
    low = sentence.low(index)
    head = dict(sentence.lexicon.oblique).get(low)
    if head is None or sentence.is_word(index + 1):
        return None
    return Phrase("pronoun", (), None, head, None, definite=True, first=index, last=index)
