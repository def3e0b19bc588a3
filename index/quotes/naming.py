"""Whom the sentences of an article name, with what they say of each: names, roles, families."""

import re
from collections.abc import Iterable
from itertools import pairwise
from types import MappingProxyType

from index.quotes import traits
from index.quotes.capitals import FIRMS, Capitals
from index.quotes.lexicon import Lexicon
from index.quotes.people import Speaker, ends_with, fold
from index.quotes.phrase import Phrase
from index.quotes.phrases import Sentence
from index.spans import Span

_MOST_ROLES = 8  # of one person
_NAMESAKES = 64  # who share a word of their names; more are not told apart, and cost time
_LONGEST_FULL_NAME = 5
_KIN = MappingProxyType(  # of each honorific before their surnames
    {
        "mrs": ("wife", "widow", "mother"),
        "ms": ("wife", "sister", "daughter", "mother", "partner"),
        "mr": ("husband", "brother", "son", "father", "partner"),
    }
)
_FAMILY = frozenset("son daughter brother sister wife husband mother father".split())
_PLACED = re.compile(r" (?:of|at|from|in|for) ")  # where or whose somebody is
_ALLIED = frozenset("united allied associated amalgamated international national".split())
# What names end with that are nobody's.
_THINGS = frozenset(
    "act amendment treaty accord agreement bill constitution protocol doctrine tower towers hotel "
    "airport stadium plaza bowl cup prize".split()
)
_TRADES = frozenset(
    "company firm operator manufacturer airline lender retailer carmaker insurer network newspaper "
    "supermarket startup brewery shipyard".split()
)
_FOREMOST = frozenset(
    "largest biggest main leading oldest top second-largest third-largest second-biggest richest "
    "busiest smallest newest flagship only last".split()
)
_OF_MEMBERS = frozenset("of for against without".split())
_SUFFIXES = frozenset("jr sr ii iii iv".split())


class Named(Capitals):
    """Everybody an article names, read once through."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__(lexicon)
        self._by_ends: dict[tuple[str, str], Speaker] = {}
        self._by_part: dict[str, list[Speaker]] = {}
        self._by_role: dict[str, list[Speaker]] = {}
        self._acronyms: dict[str, Speaker] = {}
        self._titled: list[tuple[Phrase, Span | None]] = []  # "President Falk"
        self._heads: set[str] = set()  # surnames alone of those whose family is named

    def read(self, sentence: Sentence, span: Span | None) -> None:
        """Take up the names in one sentence (`span` None: the title)."""
        for phrase in sentence.phrases():
            if phrase.kind == "name":
                self._take_up(sentence, phrase, span)
            elif phrase.kind == "role" and span and not sentence.is_capital(phrase.last + 1):
                self._take_up_group(phrase, span)  # but "the hedge fund Falk Capital"
        for phrase in sentence.siblings():
            self._take_up(sentence, phrase, span)
        for owner in sentence.owners():
            self._take_up(sentence, owner, span)
            if len(owner.name) == 1 and sentence.low(owner.last + 1) in _FAMILY:
                self._heads.add(fold(owner.name[0]))  # "Mr. Falk’s son"
        self._read.append((sentence, span))

    def _take_up(self, sentence: Sentence, phrase: Phrase, span: Span | None) -> None:
        words = phrase.name
        if len(words) < 2:  # noqa: PLR2004 - a full name has two parts
            if phrase.honorific or phrase.role:
                self._titled.append((phrase, span))
            return
        parts = tuple(map(fold, words))
        if len(parts) > 2 and parts[-1].rstrip(".") in _SUFFIXES:  # noqa: PLR2004 - as above
            parts = parts[:-1]
        group = any(map(self._lexicon.is_organisation, parts)) or self._is_called_group(phrase)
        group = group or parts[-1] in _THINGS or parts[-1] in FIRMS
        if len(parts) > _LONGEST_FULL_NAME and not group:
            return
        particles = self._lexicon.particles  # "De Vries", but "Al Falk"
        surname_only = all(part in particles and part != "al" for part in parts[:-1])
        if surname_only or (not group and self._is_place(phrase, parts)):
            return
        ends = (parts[0], parts[-1]) if not group else (" ".join(parts), "")
        speaker = self._by_ends.get(ends) or self._by_surnames(phrase, parts)
        if speaker is None:
            speaker = Speaker(" ".join(words), parts, group, span)
            self._by_ends[ends] = speaker
            for part in dict.fromkeys(parts):
                file_under(self._by_part, part, speaker)
            speaker.woman = self._gender(parts[:1])
        if phrase.honorific:
            speaker.honorific = phrase.honorific
            for trait in traits.of_honorific(phrase.honorific):
                speaker.traits.add(trait)
                self._file_role(trait, speaker)
            known = self._gender([phrase.honorific])
            speaker.woman = speaker.woman if known is None else known
        self._add_role(speaker, phrase.role)
        self._add_role(speaker, phrase.also)
        if self._lexicon.code == "en" and not group:
            for trait in traits.behind(sentence, phrase.last):
                speaker.traits.add(trait)
                self._file_role(trait, speaker)
        acronym = sentence.low(phrase.last + 2)
        if sentence.low(phrase.last + 1) == "(" and sentence.low(phrase.last + 3) == ")":
            self._acronyms.setdefault(acronym, speaker)

    def _is_called_group(self, phrase: Phrase) -> bool:
        """Whether an organisation is what stands before a name: "the charity Red Lantern"."""
        head = _PLACED.split(phrase.role or "", maxsplit=1)[0].rpartition(" ")[2]
        given = self._gender((fold(phrase.name[0]),)) if phrase.name else None
        if len(phrase.name) > 2 and phrase.name[1] in _OF_MEMBERS:  # noqa: PLR2004 - "Friends of Skarn"
            return True
        called = head.islower() and self._lexicon.is_organisation(head)
        return called and given is None and not phrase.honorific

    def settle(self, headline: Sentence | None) -> None:
        """Take up those whom no sentence names in full, after all have been read.

        Args:
            headline: one that spells every word with a capital.
        """
        if headline:
            self._read_headline(headline)
        for phrase, span in self._titled:
            part = fold(phrase.name[0])
            role = (phrase.role or "").rpartition(" ")[2].casefold()
            near = [one for one in self._near(part) if not one.group]  # also "Sir Otto"
            if len(near) == 1 and near[0].woman is None:
                near[0].woman = self._gender((phrase.honorific or "",))
            if len(near) == 1 and near[0].parts[0] == part:
                self._add_role(near[0], phrase.role)  # "his son Otto", of Otto Falk
            if near or not (phrase.honorific or self._lexicon.is_role(role)):
                continue
            words = self._spelt_out(phrase).name
            parts = tuple(map(fold, words))
            speaker = Speaker(" ".join(words), parts, group=False, named_in=span)
            speaker.honorific = phrase.honorific
            speaker.woman = self._gender((phrase.honorific or "", parts[0]))
            self._add_role(speaker, phrase.role)
            for each in parts:
                file_under(self._by_part, each, speaker)
        for honorific, kin in _KIN.items():
            self._name_kin(honorific, kin)
        self._part_families()

    def _part_families(self) -> None:
        """Take up "Mr Falk" where all who are named in full are a wife or children of his."""
        for phrase, span in sorted(self._titled, key=lambda one: one[0].honorific is None):
            part, woman = fold(phrase.name[0]), self._gender((phrase.honorific or "",))
            near = [one for one in self._near(part) if not one.group]
            meant = [
                one
                for one in near
                if (None in (woman, one.woman) or one.woman is woman) and not self._is_kin_of(one)
            ]
            alone = [one for one in near if len(one.parts) == 1]
            if len(alone) == 1 and not phrase.honorific:
                self._add_role(alone[0], phrase.role)  # "President Falk"
            given = {
                self._gender((word.casefold(),)) for word in self._before_surname.get(part, ())
            }
            if meant or not near or woman is None or woman in given - self._kin_genders(near):
                continue
            speaker = Speaker(phrase.name[0], (part,), group=False, named_in=span)
            speaker.honorific, speaker.woman = phrase.honorific, woman
            file_under(self._by_part, part, speaker)

    def _is_kin_of(self, speaker: Speaker) -> bool:
        """Whether somebody is of the family of one who is called by the surname alone."""
        heads = speaker.parts[-1] in self._heads
        return heads and any(_FAMILY & set(role.casefold().split()) for role in speaker.roles)

    def _kin_genders(self, near: Iterable[Speaker]) -> set[bool | None]:
        return {one.woman for one in near if self._is_kin_of(one)}

    def _name_kin(self, honorific: str, kin: Iterable[str]) -> None:
        """Give "his wife, Ines" the surname of "Mrs Falk", where only she can be meant."""
        named = {id(one): one for word in kin for one in self._by_role.get(word, ())}
        surnames = {phrase.name[0] for phrase, _ in self._titled if phrase.honorific == honorific}
        woman = self._gender((honorific,))
        alone = [one for one in named.values() if len(one.parts) == 1 and not one.honorific]
        owned = [
            one
            for one in surnames
            if self._near(fold(one))
            and all(other.woman is (not woman) for other in self._near(fold(one)))
        ]
        if len(alone) == 1 and len(owned) == 1 and alone[0].woman is not (not woman):
            alone[0].name += f" {owned[0]}"
            alone[0].parts += (fold(owned[0]),)
            alone[0].woman = woman
            file_under(self._by_part, fold(owned[0]), alone[0])

    def _near(self, part: str) -> list[Speaker]:
        return self._by_part.get(part, [])

    def _read_headline(self, headline: Sentence) -> None:
        """Ines Falk of "Ines Falk Opens the Wall", where the text has Falk."""
        words = self._lexicon
        for given, surname in pairwise(headline.tokens):
            part = fold(surname.word)
            gender = self._gender((given.low,))
            if gender is None or given.low in words.function_words or not given.is_capital:
                continue
            if not surname.is_capital or part not in self._capital_inside:
                continue
            if any(not one.group and part in one.parts for one in self._near(part)):
                continue
            word = surname.word.removesuffix("'s").removesuffix("’s")
            speaker = Speaker(f"{given.word} {word}", (given.low, part), group=False, named_in=None)
            speaker.woman = gender
            self._by_ends[given.low, part] = speaker
            file_under(self._by_part, given.low, speaker)
            file_under(self._by_part, part, speaker)

    def _by_surnames(self, phrase: Phrase, parts: tuple[str, ...]) -> Speaker | None:
        """Adolfo Rodriguez Saa for "Mr Rodriguez Saa"."""
        if self._gender(parts[:1]) is not None and not phrase.honorific:
            return None
        longer = [
            speaker
            for speaker in self._by_part.get(parts[-1], [])
            if len(speaker.parts) > len(parts) and ends_with(speaker, parts) and not speaker.group
        ]
        return longer[0] if len(longer) == 1 else None

    def _take_up_group(self, phrase: Phrase, span: Span) -> None:
        """An organisation without a name of its own: "the foreign ministry", "Falk's office"."""
        if not self._is_of_group(phrase):
            return
        words = (phrase.role or "").split()
        own = phrase.possessor and words[0][:1].isupper()
        foremost = own and (phrase.head in _TRADES or not _FOREMOST.isdisjoint(words))
        if foremost or any(word.endswith("-based") for word in words):
            return  # "Skarn's largest rail operator", "the Holm-based company" have names
        if len(words) < 2 or phrase.joint or words[1] == "in":  # noqa: PLR2004 - as below
            return  # "the ministry", "police in Skarn": they say too little
        if not phrase.definite or (phrase.possessor and not own):
            return
        parts = tuple(fold(word) for word in words)
        if not own and self._gender(parts) is not None:
            return  # "the team of Ines Falk"
        if any(set(parts) <= set(s.parts) for s in self._by_part.get(parts[-1], []) if s.group):
            return
        speaker = Speaker(" ".join(words), parts, group=True, named_in=span)
        for part in dict.fromkeys(parts):
            file_under(self._by_part, part, speaker)

    def group_called(self, phrase: Phrase) -> Speaker | None:
        """The organisation that is called just as a role says; None where none is."""
        parts = tuple(map(fold, (phrase.role or "").split()))
        same = self._by_part.get(parts[-1], []) if len(parts) > 1 else []
        return next((one for one in same if one.group and one.parts == parts), None)

    def _is_of_group(self, phrase: Phrase) -> bool:
        """Whether a role is that of an organisation: "the ministry", "the United Dock Workers"."""
        if self._lexicon.is_organisation(phrase.head):
            return True
        *before, head = (phrase.role or "").split() or [""]
        named = before and all(word[0].isupper() for word in (*before, head))
        if self._lexicon.code != "en" or not named:
            return False
        if phrase.head == "executive":  # "the Health Service Executive"
            return not any(self._lexicon.is_role(word.casefold()) for word in before)
        joined = before[0].casefold() in _ALLIED
        return phrase.plural and joined

    def _is_place(self, phrase: Phrase, parts: tuple[str, ...]) -> bool:
        person = phrase.honorific or phrase.role or self._gender(parts[:1]) is not None
        return not person and any(part in self._lexicon.places for part in parts)

    def _add_role(self, speaker: Speaker, role: str | None) -> None:
        if role is None:
            return
        if not speaker.group:
            role = self._of_one(role)
        if role in speaker.roles or len(speaker.roles) >= _MOST_ROLES:
            return
        speaker.roles.append(role)
        words = role.casefold().split()
        for word in dict.fromkeys(words):
            for meant in (word, *traits.of_role(word)):
                self._file_role(meant, speaker)
        woman = self._gender(own_words(role))  # "grandmother" tells more than "Patrice"
        if woman is not None and (speaker.woman is None or not speaker.honorific):
            speaker.woman = woman

    def _of_one(self, role: str) -> str:
        """The role of one of several: "Senators" Falk and Roe."""
        one = f"{role[:-3]}y" if role.endswith("ies") else role.removesuffix("s")
        heads = {each.casefold().rpartition(" ")[2] for each in (role, one)}
        return one if heads <= self._lexicon.roles else role

    def _file_role(self, word: str, speaker: Speaker) -> None:
        if speaker not in self._by_role.get(word, ()):
            file_under(self._by_role, word, speaker)


def own_words(role: str) -> list[str]:
    """The words of a role without those of an owner: "Otto Falk's sister", "sister of Otto"."""
    words = _PLACED.split(role, maxsplit=1)[0].split()
    if len(words) > 1:
        words = [word for word in words if not word[0].isupper()]
    return [word.casefold() for word in words]


def file_under(table: dict[str, list[Speaker]], word: str, speaker: Speaker) -> None:
    """Keep somebody under a word, if not too many are."""
    filed = table.setdefault(word, [])
    if len(filed) < _NAMESAKES:
        filed.append(speaker)
