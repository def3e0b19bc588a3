"""Who speaks in a Chinese article: names, roles and pronouns, followed in the order of the text.

Chinese parts no words, so a name is known by what stands around it: a surname and one or two
characters, the sounds that spell foreign names, a title before it, and nothing left over.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from index.quotes import chinese_words as words
from index.spans import Span

_REACH = 6  # sentences back to the one a pronoun or a role means
_TITLED = re.compile(
    rf"(?P<role>.{{0,28}}?{words.TITLE})\ue001*"
    rf"(?P<name>{words.CHINESE_NAME}|{words.FOREIGN_NAME}|{words.LATIN_NAME})"
)
_ROLE = re.compile(rf".{{0,30}}?{words.TITLE}")
_NAME = re.compile(rf"{words.CHINESE_NAME}|{words.FOREIGN_NAME}|{words.LATIN_NAME}")
_BORDER = (
    rf"(?=[，。、；：！？,;:\s“”「」（）()\ue000\ue001]|和|与|及|在|对|向|的|说|{words.CUE}|$)"
)
# A name behind its title, wherever it stands; the longer one where both end well.
_INTRODUCED = re.compile(
    rf"(?P<role>[{words.HAN}]{{0,12}}?{words.TITLE})\ue001*"
    rf"(?P<name>{words.SURNAME}[{words.HAN}]{{1,2}}?{_BORDER}|{words.DOTTED.pattern})"
)
_NO_ROLE = re.compile(r"(?:现年)?\d{1,3}岁的?|[一另]?[名位]")
_MOST_PRESENT = 20  # people of whom one may be meant by a role
_MOST_NAMESAKES = 20  # people of one surname who are told apart
_SHORTEST_SUBJECT = 2
_TOGETHER = ("和", "与", "及", "、", "的")
_TOWARDS = re.compile(r".(?:对(?!外)|向|就)")
_ELSEWHERE = re.compile(rf".在|.{words.DAY}|会见|会晤|出席|主持|访问|抵达|发布")
_LONGEST_SUBJECT = 40


@dataclass(slots=True, eq=False)
class Person:
    """Somebody or some body that an article names."""

    name: str  # as the article spells it in full
    plain: str  # the same in simplified characters
    role: str | None
    place: Span  # where it stands first
    group: bool = False
    gender: str = ""  # "m", "f", or not known
    seen: int = -_REACH  # the last sentence about them


class Subject(NamedTuple):
    """Whoever does something in a sentence, as far as they can be told."""

    person: Person | None
    kind: str  # name, role or pronoun
    role: str | None  # as it stands here


class People:
    """Everybody an article names.

    Args:
        text: the article's.
        plain: the same in simplified characters, parentheses blanked.
    """

    def __init__(self, text: str, plain: str) -> None:
        self._text = text
        self._plain = plain
        self._people: dict[str, Person] = {}
        self._parts: dict[str, Person] = {}  # 普京, of 弗拉基米尔·普京
        self._by_first: dict[str, list[Person]] = defaultdict(list)  # by first character
        self._focus: list[Person] = []  # the last one last
        for start, end, role in self._introductions():
            self._meet(Span(start, end), role)

    def follow(self, span: Span, number: int) -> None:
        """Notice whom a sentence is about: who is named at its beginning."""
        start = _skip(self._plain, words.LEAD, span.start, span.end)
        end = min(span.end, start + _LONGEST_SUBJECT)
        stop = re.compile(r"[，,：:“\ue000]").search(self._plain, start, end)
        subject = self.subject(Span(start, stop.start() if stop else end), number, acting=True)
        if subject and subject.person and subject.kind == "name":
            self.heard(subject.person, number)

    def heard(self, person: Person, number: int) -> None:
        """Note that a person speaks or acts in a sentence."""
        person.seen = number
        if person in self._focus:
            self._focus.remove(person)
        self._focus.append(person)
        del self._focus[:-_MOST_PRESENT]

    def subject(self, span: Span, number: int, *, acting: bool = False) -> Subject | None:
        """Whom a stretch between the beginning of a clause and its verb means.

        Circumstances around the subject are left out. Nothing where anything else is left over,
        but where the subject is only `acting`, and what it does is left over.
        """
        plain = self._plain
        start = _skip(plain, words.LEAD, *span)
        end = _without_manner(plain, start, span.end)
        if end - start > _LONGEST_SUBJECT or words.BORROWED.search(plain, start, end):
            return None
        if found := self._whole(Span(start, end), number):
            return found
        for match in words.CIRCUMSTANCE.finditer(plain, start + 1, end):
            rest = plain[match.start() : end]
            if match["bound"] and not acting and not words.CIRCUMSTANCE_ENDS.search(rest):
                continue
            if match["free"] and (
                len(rest) < _SHORTEST_SUBJECT and rest not in "还也则又都曾\ue001"
            ):
                continue
            if found := self._whole(Span(start, match.start()), number):
                return found
        return self._known_beginning(Span(start, end), acting=acting)

    def _known_beginning(self, span: Span, *, acting: bool) -> Subject | None:
        """汪文斌会见客人时: a known name, and a circumstance that no table has."""
        titled = _TITLED.match(self._plain, *span)
        start = titled.start("name") if titled else span.start
        for length in (4, 3, 2):
            known = self._known(self._plain[start : start + length])
            tail = self._plain[start + length : span.end]
            if (
                known
                and not tail.startswith(_TOGETHER)
                and (acting or words.CIRCUMSTANCE_ENDS.search(tail))
            ):
                return Subject(known, "name", self._shown(titled, "role") if titled else None)
        return None

    def _whole(self, span: Span, number: int) -> Subject | None:
        """Whom a stretch means that holds nothing but a subject."""
        start, end = span
        while end > start and self._plain[end - 1] in "\ue001 \u3000":
            end -= 1
        end = _without_manner(self._plain, start, end)
        plain = self._plain[start:end]
        if not plain:
            return None
        if gender := words.PRONOUNS.get(plain):
            return Subject(self._of_pronoun(gender, number), "pronoun", None)
        if known := self._known(plain):
            return Subject(known, "name", None)
        if this := words.THIS.match(plain):
            return self._of_role(plain[this.end() :], Span(start + this.end(), end), number)
        if len(plain) == 1:
            return None
        return (
            self._addressed(plain, span, number)
            or self._titled(Span(start, end))
            or self._with_title(plain, Span(start, end))
            or self._body(plain, Span(start, end), number)
            or self._bare(plain, Span(start, end))
            or self._by_role(plain, Span(start, end), number)
        )

    def _addressed(self, plain: str, span: Span, number: int) -> Subject | None:
        """王部长, 李女士: a surname and how its bearer is addressed."""
        match = words.ADDRESS.fullmatch(plain)
        if not match or not re.fullmatch(words.SURNAME, match["surname"]):
            return None
        title = match["title"]
        bearers = [
            one
            for one in self._by_first[match["surname"][0]][-_MOST_NAMESAKES:]
            if one.plain.startswith(match["surname"]) and not one.group and one.seen <= number
        ]
        fitting = [one for one in bearers if one.role and one.role.translate(
            words.SIMPLIFIED).endswith(title)] or bearers  # fmt: skip
        if fitting and not title.startswith("某"):
            best = max(fitting, key=lambda one: one.seen)
            tied = [one for one in fitting if one.seen == best.seen]
            return Subject(best if len(tied) == 1 else None, "role", None)
        return Subject(self._meet(Span(span.start, span.start + len(plain)), None), "name", None)

    def _with_title(self, plain: str, span: Span) -> Subject | None:
        """李强总理: a name with its title behind it."""
        match = words.NAME_AND_TITLE.fullmatch(plain)
        if not match or not self._is_name(match["name"], titled=False):
            return None
        place = Span(span.start, span.start + match.end("name"))
        role = Span(place.end, span.start + len(plain)).of(self._text)
        return Subject(self._meet(place, role), "name", role)

    def _titled(self, span: Span) -> Subject | None:
        match = _TITLED.fullmatch(self._plain, *span)
        if not match or not self._is_name(match["name"], titled=True):
            return None
        role = self._shown(match, "role")
        return Subject(self._meet(Span(*match.span("name")), role), "name", role)

    def _bare(self, plain: str, span: Span) -> Subject | None:
        if not _NAME.fullmatch(plain) or not self._is_name(plain, titled=False):
            return None
        return Subject(self._meet(span, None), "name", None)

    def _body(self, plain: str, span: Span, number: int) -> Subject | None:
        """An organisation, or a country for its government."""
        if plain not in words.COUNTRIES:
            if not words.BODY.fullmatch(plain) or words.INDEFINITE.match(plain) or "的" in plain:
                return None
            if (
                plain.endswith(words.NO_BODY)
                or _ELSEWHERE.search(plain)
                or self._begins_with_somebody(plain)
            ):
                return None
            if plain in words.GENERIC_BODIES:
                return self._of_role(plain, span, number)
        return Subject(self._meet(span, None, group=True), "name", None)

    def _begins_with_somebody(self, plain: str) -> bool:
        titled = _TITLED.match(plain)
        return titled is not None and self._is_name(titled["name"], titled=True)

    def _by_role(self, plain: str, span: Span, number: int) -> Subject | None:
        if not _ROLE.fullmatch(plain) or _ELSEWHERE.search(plain) or _TOWARDS.search(plain):
            return None
        role = span.of(self._text).removeprefix("有")
        if words.INDEFINITE.match(plain) or "的" in plain or "记者" in plain:
            return Subject(None, "role", role)
        return self._of_role(plain, span, number)

    def _of_role(self, plain: str, span: Span, number: int) -> Subject:
        """The last one of this role: the spokesman, the company."""
        role = span.of(self._text) or None
        fitting = [
            one
            for one in self._focus
            if plain
            and number - one.seen <= _REACH
            and (one.plain if one.group else (one.role or "").translate(words.SIMPLIFIED)).endswith(
                plain
            )
        ]
        if not fitting:
            return Subject(None, "role", role)
        best = max(fitting, key=lambda one: one.seen)
        tied = [one for one in fitting if one.seen == best.seen]
        return Subject(best if len(tied) == 1 else None, "role", role)

    def _of_pronoun(self, gender: str, number: int) -> Person | None:
        for person in reversed(self._focus):
            if number - person.seen > _REACH:
                return None
            if not person.group and person.gender in ("", gender):
                person.gender = gender
                return person
        return None

    def _is_name(self, plain: str, *, titled: bool) -> bool:
        if (
            plain.endswith(words.NO_NAME)
            or plain in words.COUNTRIES
            or plain[-1] in words.NEVER_LAST
        ):
            return False
        if titled:
            return re.fullmatch(words.TITLE, plain) is None
        return re.search(rf"{words.TITLE}$", plain) is None

    def _known(self, plain: str) -> Person | None:
        return self._people.get(plain) or self._parts.get(plain)

    def _meet(self, at: Span, role: str | None, *, group: bool = False) -> Person:
        """The person whose name stands there, new or known."""
        name, plain = at.of(self._text), self._plain[at.start : at.end]
        person = self._known(plain)
        if person is None:
            person = Person(name, plain, role, at, group)
            self._people[plain] = person
            self._by_first[plain[0]].append(person)
            parts = re.split(f"[{words.DOT}]", plain)
            for part in parts[-1:] if len(parts) > 1 else ():
                self._parts[part] = person
        if role and not person.role:
            person.role = role
            person.gender = {"先生": "m", "女士": "f"}.get(role[-2:], person.gender)
        return person

    def _shown(self, match: re.Match[str], group: str) -> str | None:
        role = self._text[match.start(group) : match.end(group)]
        return role[_skip(role, _NO_ROLE, 0, len(role)) :] or None

    def _introductions(self) -> Iterator[tuple[int, int, str | None]]:
        """Names that are beyond doubt: with a dot inside, or behind a title and before a border."""
        for match in words.DOTTED.finditer(self._plain):
            yield *match.span(), None
        for match in _INTRODUCED.finditer(self._plain):
            if self._is_name(match["name"], titled=True):
                yield *match.span("name"), None


def _skip(plain: str, pattern: re.Pattern[str], start: int, end: int) -> int:
    while (match := pattern.match(plain, start, end)) and match.end() > start:
        start = match.end()
    return start


def _without_manner(plain: str, start: int, end: int) -> int:
    """The end without the adverbs before a verb, at least one character being left."""
    while end - start > 1:
        match = words.MANNER.search(plain, max(start + 1, end - 6), end)
        if match is None:
            return end
        end = match.start()
    return end
