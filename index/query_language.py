"""The query language: what somebody typed, read as clauses and filters.

    "sea wall"          these words in this order
    +word  -word        only passages with it, only passages without it
    a OR b              one of them; so do ( ) group, AND and NOT
    harb*               every word with this beginning
    title: source: author: speaker: lang:        of the article; in quotation marks if several words
    before: after: since: until:                 2025-03-01, 2025-03, 2025, 7d, 2w, 3m, 1y, today

AND binds before OR, and OR before words that stand side by side. Any text is a query: what cannot
be understood is read as plain words, and a hint says so. One pass, in time linear in the text.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain

from index.query import (
    Clause,
    Field,
    FieldFilter,
    Filters,
    Group,
    Occur,
    Phrase,
    Prefix,
    Word,
    wanted,
)
from index.query_dates import days_of, shifted
from index.texts import hints
from index.words import spans_of

MOST_WORDS = 64  # of a query that are read
MOST_FILTERS = 16
MOST_DEPTH = 8  # groups within each other
MOST_HINTS = 3
SHORTEST_PREFIX = 2  # characters

_SPACE = re.compile(r"\s+")
_SIGNS = re.compile(r"[+-]+(?=[^\s()+-])|[+-](?=\()|NOT\s+(?=[^\s)+-])")
_OPERATOR = re.compile(r"(?:OR|AND|NOT)(?![^\s()])")
_QUOTE = re.compile(r"(?<!\w)[\"“”„«»]|[\"“”„«»](?!\w)")  # inside a word it belongs to the word
_RUN = re.compile(r"(?:[^\s()\"“”„«»]|(?<=\w)[\"“”„«»](?=\w))+")
_NAMED = re.compile(r"([A-Za-z]+):(?=[^\s/:])")
_FIELDS = {one.value: one for one in Field}
_DATES = frozenset({"before", "after", "since", "until"})
_OPPOSITES = {"before": "since", "since": "before", "after": "until", "until": "after"}
_LANG = re.compile(r"[A-Za-z]{2,3}")
_OPERATORS = frozenset({"OR", "AND", "NOT"})
_NAMES = ", ".join([*_FIELDS, *sorted(_DATES)])


@dataclass(frozen=True, slots=True)
class ParsedQuery:
    """A query as it was understood."""

    clauses: tuple[Clause, ...] = ()
    filters: Filters = field(default_factory=Filters)
    hints: tuple[str, ...] = ()  # what was not understood, a sentence each

    @property
    def is_plain(self) -> bool:
        """Whether it is nothing but words."""
        words = all(one.occur is Occur.SHOULD and isinstance(one.of, Word) for one in self.clauses)
        return words and not self.filters


def parse_query(text: str, today: date) -> ParsedQuery:
    """What `text` asks for; anything goes.

    Args:
        text: the query as it was typed.
        today: the day from which "7d" counts back.
    """
    return _Reader(text, today).read()


def phrase_query(text: str, filters: Filters) -> ParsedQuery:
    """The query for the words of a text in this order; one that finds nothing where it has none."""
    words = " ".join(_words(text))
    return ParsedQuery((Clause(Occur.MUST, Phrase(words)),) if words else (), filters)


def echo(parsed: ParsedQuery) -> str:
    """A query as it was understood, which is understood as the same again."""
    parts = [_written(clause) for clause in parsed.clauses]
    for one in parsed.filters.fields:
        value = f'"{one.value}"' if " " in one.value else one.value
        parts.append(f"{'-' if one.excluded else ''}{one.field.value}:{value}")
    if parsed.filters.since:
        parts.append(f"since:{parsed.filters.since.isoformat()}")
    if parsed.filters.until:
        parts.append(f"until:{parsed.filters.until.isoformat()}")
    return " ".join(parts)


def _written(clause: Clause) -> str:
    of, sign = clause.of, clause.occur.value
    match of:
        case Word():
            return f"{sign}{of.text}"
        case Prefix():
            return f"{sign}{of.text}*"
        case Phrase():
            return f'{sign.replace("+", "")}"{of.text}"'  # it must stand there anyway
        case Group():
            parts = [_written(one) for one in of.clauses]
            if all(one.occur is Occur.SHOULD for one in of.clauses):
                return f"{sign.replace('+', '')}({' OR '.join(parts)})"
            return f"{sign}({' '.join(parts)})"


@dataclass(frozen=True, slots=True)
class _Operand:
    """Something that signs and operators can be applied to."""

    sign: str
    bare: tuple[Clause, ...]  # what it is on its own
    one: tuple[Clause, ...]  # what it is where it has to be one thing: a run of words is a phrase

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """What it is beside others."""
        if not self.sign:
            return self.bare
        return _as(Occur(self.sign), self.one)


@dataclass(frozen=True, slots=True)
class _Mark:
    """An operator, or the place of a filter."""

    name: str


_FILTER = _Mark("")
_Item = _Operand | _Mark


class _Reader:
    """Reads one text from its beginning to its end."""

    def __init__(self, text: str, today: date) -> None:
        self._text = text
        self._today = today
        self._at = 0
        self._words = 0
        self._fields: list[FieldFilter] = []
        self._since: date | None = None
        self._until: date | None = None
        self._hints: dict[str, None] = {}
        self._levels: list[tuple[str, list[_Item]]] = [("", [])]  # signs and insides of brackets

    def read(self) -> ParsedQuery:
        while self._at < len(self._text) and self._words <= MOST_WORDS:
            self._next()
        if self._words > MOST_WORDS:
            self._hint(hints.MANY_WORDS.format(MOST_WORDS))
        if len(self._levels) > 1:
            self._hint(hints.NOT_CLOSED)
        while len(self._levels) > 1:
            self._close()
        return ParsedQuery(
            self._side_by_side(self._levels[0][1]),
            Filters(since=self._since, until=self._until, fields=tuple(self._fields)),
            tuple(self._hints)[:MOST_HINTS],
        )

    def _next(self) -> None:
        if self._take(_SPACE):
            return
        sign = self._sign()
        if self._text.startswith("(", self._at):
            self._at += 1
            self._levels.append((sign, []))
        elif self._text.startswith(")", self._at):
            self._at += 1
            if len(self._levels) > 1:
                self._close()
            else:
                self._hint(hints.NOT_OPENED)
        elif not sign and (operator := self._take(_OPERATOR)):
            self._items.append(_Mark(operator))
        elif _QUOTE.match(self._text, self._at):
            self._phrase(sign)
        elif (named := _NAMED.match(self._text, self._at)) and self._named(named, sign):
            self._items.append(_FILTER)
        elif run := self._take(_RUN):
            self._run(run, sign)
        else:
            self._at += 1

    def _take(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self._text, self._at)
        if match is None:
            return ""
        self._at = match.end()
        return match.group()

    def _sign(self) -> str:
        signs = self._take(_SIGNS)
        if signs.startswith("NOT"):
            return "-"
        if len(signs) > 1:
            self._hint(hints.MANY_SIGNS.format(signs[:4]))
            return ""
        return signs

    @property
    def _items(self) -> list[_Item]:
        return self._levels[-1][1]

    def _hint(self, sentence: str) -> None:
        self._hints[sentence] = None

    # What a query consists of.

    def _close(self) -> None:
        sign, items = self._levels.pop()
        inside = self._side_by_side(items)
        if inside:
            self._items.append(_Operand(sign, inside, inside))

    def _phrase(self, sign: str) -> None:
        quoted = self._quoted()
        if quoted is None:
            self._hint(hints.NO_PARTNER)
            self._at += 1
            return
        words = _words(quoted)
        if self._counts(len(words)):
            self._items.append(_operand(sign, Clause(Occur.MUST, Phrase(" ".join(words)))))

    def _quoted(self) -> str | None:
        """What stands in the quotation marks that begin here; None where they do not end."""
        closing = _QUOTE.search(self._text, self._at + 1)
        if closing is None:
            return None
        quoted = self._text[self._at + 1 : closing.start()]
        self._at = closing.end()
        return quoted

    def _run(self, run: str, sign: str) -> None:
        if run.endswith("*") and self._prefix(run[:-1], sign):
            return
        words = _words(run)
        if self._counts(len(words)):
            bare = tuple(Clause(Occur.SHOULD, Word(word)) for word in words)
            phrase = Clause(Occur.MUST, Phrase(" ".join(words)))
            self._items.append(_Operand(sign, bare, (phrase,) if len(words) > 1 else bare))

    def _prefix(self, beginning: str, sign: str) -> bool:
        if len(beginning) < SHORTEST_PREFIX or _words(beginning) != [beginning]:
            self._hint(hints.SHORT_PREFIX.format(SHORTEST_PREFIX))
            return False
        if self._counts(1):
            self._items.append(_operand(sign, Clause(Occur.SHOULD, Prefix(beginning))))
        return True

    def _counts(self, words: int) -> bool:
        """Whether there is anything to read, and not too much of it."""
        self._words += words
        return words > 0 and self._words <= MOST_WORDS

    # Filters.

    def _named(self, named: re.Match[str], sign: str) -> bool:
        """Read `field:value`; where that is no filter, nothing is read."""
        name = named[1].lower()
        if name not in _FIELDS and name not in _DATES:
            self._hint(hints.NO_FIELD.format(named[1][:20], _NAMES))
            return False
        start = self._at
        self._at = named.end()
        value = self._value()
        excluded = sign == "-"
        if value is not None and len(self._fields) < MOST_FILTERS:
            if name in _DATES:
                if self._dated(_OPPOSITES[name] if excluded else name, value.strip()):
                    return True
            elif canonical := _canonical(_FIELDS[name], value):
                one = FieldFilter(_FIELDS[name], canonical, excluded)
                self._fields += [one] if one not in self._fields else []
                return True
        self._hint(hints.NO_FILTER.format(self._text[start : self._at][:30], _EXAMPLES[name]))
        self._at = start
        return False

    def _value(self) -> str | None:
        if _QUOTE.match(self._text, self._at):
            return self._quoted()
        return self._take(_RUN)

    def _dated(self, name: str, value: str) -> bool:
        days = days_of(value.lower(), self._today)
        if days is None:
            return False
        first, last = days
        match name:
            case "since":
                self._from(first)
            case "after":
                self._from(shifted(last, 1))
            case "until":
                self._to(last)
            case _:
                self._to(shifted(first, -1))
        return True

    def _from(self, day: date) -> None:
        self._since = max(day, self._since or day)

    def _to(self, day: date) -> None:
        self._until = min(day, self._until or day)

    # Operators.

    def _side_by_side(self, items: Sequence[_Item]) -> tuple[Clause, ...]:
        """What stands in one pair of brackets: AND binds before OR, OR before mere neighbours."""
        rows: list[list[list[_Operand]]] = []  # neighbours of alternatives of what must be joint
        joint = ""
        for before, item, after in zip([None, *items], items, [*items[1:], None], strict=False):
            if isinstance(item, _Mark):
                joint = self._joint(before, item, after)
                if joint or item is _FILTER or _FILTER in (before, after):
                    continue
                if not self._counts(1):
                    continue
                item = _operand("", Clause(Occur.SHOULD, Word(item.name.lower())))  # noqa: PLW2901  # read as a word
            match joint:
                case "AND":
                    rows[-1][-1].append(item)
                case "OR":
                    rows[-1].append([item])
                case _:
                    rows.append([[item]])
            joint = ""
        return self._shallow(_distinct(chain.from_iterable(map(_alternatives, rows))))

    def _joint(self, before: _Item | None, mark: _Mark, after: _Item | None) -> str:
        """The operator, if it stands between two things that it can join."""
        among_filters = before is _FILTER and after is _FILTER
        if mark is _FILTER or among_filters or (mark.name == "AND" and _FILTER in (before, after)):
            return ""  # filters must pass anyway, and of several of one field any will do
        if mark.name != "NOT" and isinstance(before, _Operand) and isinstance(after, _Operand):
            return mark.name
        self._hint(hints.NOTHING_TO_JOIN.format(mark.name))
        return ""

    def _shallow(self, clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
        """The same, or mere words where groups stand in groups in groups beyond use."""
        if max(map(_depth, clauses), default=0) <= MOST_DEPTH:
            return clauses
        self._hint(hints.TOO_DEEP.format(MOST_DEPTH))
        leaves = (one.of.text for one in wanted(clauses) if not isinstance(one.of, Group))
        return tuple(Clause(Occur.SHOULD, Word(word)) for leaf in leaves for word in leaf.split())


def _alternatives(row: Sequence[Sequence[_Operand]]) -> tuple[Clause, ...]:
    if len(row) == 1:
        return row[0][0].clauses if len(row[0]) == 1 else _all_of(row[0])
    each = [_as(Occur.SHOULD, _all_of(operands)) for operands in row]
    return _as(Occur.MUST, tuple(chain.from_iterable(each)))


def _all_of(operands: Sequence[_Operand]) -> tuple[Clause, ...]:
    """What AND joins; a single thing as it is."""
    if len(operands) == 1 and operands[0].sign != "-":
        return operands[0].one
    signs = [Occur.MUST_NOT if one.sign == "-" else Occur.MUST for one in operands]
    joined = (_as(occur, one.one) for occur, one in zip(signs, operands, strict=True))
    return tuple(chain.from_iterable(joined))


def _as(occur: Occur, clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """Clauses in brackets behind a sign, without the brackets where they change nothing."""
    clauses = _distinct(clauses)
    occurs = {one.occur for one in clauses}
    if len(clauses) == 1 and (occur, *occurs) != (Occur.SHOULD, Occur.MUST_NOT):
        (only,) = clauses
        if only.occur is Occur.MUST_NOT:
            occur = Occur.MUST if occur is Occur.MUST_NOT else Occur.MUST_NOT
        if isinstance(only.of, Group):
            return _as(occur, only.of.clauses)
        return (Clause(occur, only.of),)
    needless = {
        Occur.MUST: Occur.MUST in occurs or Occur.SHOULD not in occurs,
        Occur.SHOULD: occurs == {Occur.SHOULD},
        Occur.MUST_NOT: False,
    }
    return clauses if needless[occur] else (Clause(occur, Group(clauses)),)


def _distinct(clauses: Iterable[Clause]) -> tuple[Clause, ...]:
    return tuple(dict.fromkeys(clauses))


def _depth(clause: Clause) -> int:
    """How many groups stand within each other."""
    if not isinstance(clause.of, Group):
        return 0
    return 1 + max(map(_depth, clause.of.clauses), default=0)


def _operand(sign: str, clause: Clause) -> _Operand:
    return _Operand(sign, (clause,), (clause,))


def _words(text: str) -> list[str]:
    """The words of a text; where words are written without spaces, what stands between spaces."""
    runs: list[list[int]] = []
    for start, end in spans_of(text, None):
        if runs and start <= runs[-1][1]:
            runs[-1][1] = max(end, runs[-1][1])
        else:
            runs.append([start, end])
    words = (text[start:end] for start, end in runs)
    return [word.lower() if word in _OPERATORS else word for word in words]


def _canonical(field: Field, value: str) -> str | None:
    """The value of a field as it is compared; None where there is nothing to compare."""
    if field is Field.LANG:
        return value.lower() if _LANG.fullmatch(value) else None
    words = " ".join(_words(value))
    if words and value.endswith("*") and field is not Field.SPEAKER:  # names are found by any part
        return f"{words}*"
    return words or None


_EXAMPLES = {
    "lang": hints.A_LANGUAGE,
    **dict.fromkeys(_DATES, hints.A_DATE),
    **dict.fromkeys(("title", "source", "author", "speaker"), hints.A_NAME),
}
