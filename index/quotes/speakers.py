"""Who an article names, and whom a surname, a role or a pronoun in it means.

Nobody is named rather than somebody wrong: where two people fit equally, nobody is.
"""

import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import chain, pairwise

from index.quotes import traits
from index.quotes.english_words import METONYMS
from index.quotes.lexicon import Lexicon
from index.quotes.phrases import Phrase, Sentence
from index.quotes.russian_words import surnames
from index.quotes.tokens import Token
from index.quotes.unnamed import TEXTS
from index.spans import Span

PRONOUN_REACH = 8  # sentences back to the one a pronoun means
_OBJECT_REACH = 2  # sentences back, where that one was no subject
_ATTENTION = 8  # people kept in mind
_MOST_ROLES = 8  # of one person
_NAMESAKES = 64  # who share a word of their names; more are not told apart, and cost time
GROUP_REACH = 4  # sentences back to the organisation that "it" means
_LONGEST_FULL_NAME = 5
_INITIAL = 2  # letters; a shorter word is no given name
_FOLDED = 10_000  # words kept
# A single word at the head of a sentence with such an end is none: "Villagers said".
_COMMON_ENDINGS = ("ers", "ors", "ists", "ants", "ents", "ians", "ials", "ees", "ly", "ings")
_BEFORE_PLACES = frozenset("in en à".split())
_OTHERS = frozenset("former ex deputy vice assistant late retired shadow one-time".split())
_OF_COMPANIES = frozenset("owner operator maker supplier landlord sponsor publisher".split())
_KIN = frozenset("wife husband son daughter brother sister father mother cousin widow".split())
_WIVES = ("wife", "widow")
_SUFFIXES = frozenset("jr sr ii iii iv".split())
_WRITERS = frozenset("i we".split())
_SMALL = frozenset("of for the at in and former ex-".split())


@dataclass(slots=True, eq=False)
class Speaker:
    """A person or an organisation that the article names."""

    name: str  # in full, as the article gives it; empty: somebody whom it does not name
    parts: tuple[str, ...]  # the name's words, folded for comparing
    group: bool
    named_in: Span | None  # the sentence of the first full mention; None: only in the title
    honorific: str | None = None
    roles: list[str] = field(default_factory=list)  # as stated, first mention first
    traits: set[str] = field(default_factory=set)  # party, state and age, where stated
    woman: bool | None = None  # None: unknown
    asks: bool = False  # only, in an interview
    styled: set[str] = field(default_factory=set)  # honorifics that stand before the surname alone
    spoke: int = -1  # the last sentence in which this one spoke
    mentioned: int = -1  # the last sentence that mentions this one

    @property
    def maybe_group(self) -> bool:
        """Whether this can be an organisation: "Sound Line"."""
        return self.group or (
            self.woman is None
            and self.honorific is None
            and all(role.casefold().split()[0] in _OF_COMPANIES for role in self.roles)
        )

    @property
    def role(self) -> str | None:
        """The first role that the article states."""
        return self.roles[0] if self.roles else None


@lru_cache(maxsize=_FOLDED)
def fold(word: str) -> str:
    """A word without case, diacritics and genitive, for comparing names."""
    bare = word.removesuffix("'s").removesuffix("’s").casefold()
    if bare.isascii():
        return bare
    return "".join(c for c in unicodedata.normalize("NFD", bare) if not unicodedata.combining(c))


class Speakers:
    """Everybody an article names; read once through, then asked sentence by sentence."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._by_ends: dict[tuple[str, str], Speaker] = {}
        self._by_part: dict[str, list[Speaker]] = {}
        self._by_role: dict[str, list[Speaker]] = {}
        self._acronyms: dict[str, Speaker] = {}
        self._titled: list[tuple[Phrase, Span | None]] = []  # "President Falk"
        self._read: list[tuple[Sentence, Span | None]] = []
        self._attention: list[tuple[Speaker, int]] = []  # subjects, with their sentence
        self._mentions: list[tuple[Speaker, int]] = []
        self.until = 0  # how far the text has been followed

    # ------------------------------------------------------------------ reading the article once

    def read(self, sentence: Sentence, span: Span | None) -> None:
        """Take up the names in one sentence (`span` None: the title)."""
        for phrase in sentence.phrases():
            if phrase.kind == "name":
                self._take_up(sentence, phrase, span)
            elif phrase.kind == "role" and span:
                self._take_up_group(phrase, span)
        for phrase in sentence.siblings():
            self._take_up(sentence, phrase, span)
        for owner in sentence.owners():
            self._take_up(sentence, owner, span)
        self._read.append((sentence, span))

    @cached_property
    def _capitals(self) -> set[tuple[Token, Token]]:
        """Words with a capital that open no sentence, each behind the word before it."""
        pairs = chain.from_iterable(pairwise(sentence.tokens) for sentence, _ in self._read)
        return {pair for pair in pairs if pair[1].is_upper and pair[0].is_word}

    @cached_property
    def _before_surname(self) -> dict[str, set[str]]:
        """By word with a capital, folded: the capitals right before it that may be given names."""
        found: dict[str, set[str]] = {}
        for before, token in self._capitals:
            titled = before.titles or before.is_genitive or len(before.low) < _INITIAL
            if before.is_capital and token.is_capital and not titled:
                found.setdefault(fold(token.word), set()).add(before.word)
        return found

    @cached_property
    def _capital_inside(self) -> set[str]:
        return {fold(token.word) for _, token in self._capitals}

    @cached_property
    def _located(self) -> set[str]:
        """Names that stand behind "in", so that they are of places."""
        return {
            fold(token.word) for before, token in self._capitals if before.low in _BEFORE_PLACES
        }

    @cached_property
    def _by_span(self) -> dict[Span | None, Sentence]:
        return {span: sentence for sentence, span in self._read}

    @cached_property
    def _lower(self) -> set[str]:
        """Words that stand somewhere without a capital."""
        tokens = set(chain.from_iterable(sentence.tokens for sentence, _ in self._read))
        return {token.low for token in tokens if token.is_lower}

    def _take_up(self, sentence: Sentence, phrase: Phrase, span: Span | None) -> None:
        words = phrase.name
        if len(words) < 2:  # noqa: PLR2004 - a full name has two parts
            if phrase.honorific or phrase.role:
                self._titled.append((phrase, span))
            return
        parts = tuple(map(fold, words))
        if len(parts) > 2 and parts[-1].rstrip(".") in _SUFFIXES:  # noqa: PLR2004 - as above
            parts = parts[:-1]
        group = any(map(self._lexicon.is_organisation, parts))
        if len(parts) > _LONGEST_FULL_NAME and not group:
            return
        surname_only = all(part in self._lexicon.particles for part in parts[:-1])  # "De Vries"
        if surname_only or (not group and self._is_place(phrase, parts)):
            return
        ends = (parts[0], parts[-1]) if not group else (" ".join(parts), "")
        speaker = self._by_ends.get(ends) or self._by_surnames(phrase, parts)
        if speaker is None:
            speaker = Speaker(" ".join(words), parts, group, span)
            self._by_ends[ends] = speaker
            for part in dict.fromkeys(parts):
                _file(self._by_part, part, speaker)
            speaker.woman = self._gender(parts[:1])
        if phrase.honorific:
            speaker.honorific = phrase.honorific
            for trait in traits.of_honorific(phrase.honorific):
                speaker.traits.add(trait)
                self._file_role(trait, speaker)
            known = self._gender([phrase.honorific])
            speaker.woman = speaker.woman if known is None else known
        self._add_role(speaker, phrase.role)
        if self._lexicon.code == "en" and not group:
            for trait in traits.behind(sentence, phrase.last):
                speaker.traits.add(trait)
                self._file_role(trait, speaker)
        acronym = sentence.low(phrase.last + 2)
        if sentence.low(phrase.last + 1) == "(" and sentence.low(phrase.last + 3) == ")":
            self._acronyms.setdefault(acronym, speaker)

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
            if near or not (phrase.honorific or self._lexicon.is_role(role)):
                continue
            speaker = Speaker(phrase.name[0], (part,), group=False, named_in=span)
            speaker.honorific = phrase.honorific
            speaker.woman = self._gender((phrase.honorific or "",))
            self._add_role(speaker, phrase.role)
            _file(self._by_part, part, speaker)
        self._name_wife()

    def _name_wife(self) -> None:
        """Give "his wife, Ines" the surname of "Mrs Falk", where only she can be meant."""
        wives = [one for word in _WIVES for one in self._by_role.get(word, ())]
        surnames = {phrase.name[0] for phrase, _ in self._titled if phrase.honorific == "mrs"}
        if len(wives) != 1 or len(wives[0].parts) != 1 or len(surnames) != 1:
            return
        surname = surnames.pop()
        near = self._near(fold(surname))
        if near and all(one.woman is False for one in near):
            wives[0].name += f" {surname}"
            wives[0].parts += (fold(surname),)
            _file(self._by_part, fold(surname), wives[0])

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
            _file(self._by_part, given.low, speaker)
            _file(self._by_part, part, speaker)

    def _by_surnames(self, phrase: Phrase, parts: tuple[str, ...]) -> Speaker | None:
        """Adolfo Rodriguez Saa for "Mr Rodriguez Saa"."""
        if self._gender(parts[:1]) is not None and not phrase.honorific:
            return None
        longer = [
            speaker
            for speaker in self._by_part.get(parts[-1], [])
            if len(speaker.parts) > len(parts) and _ends_with(speaker, parts) and not speaker.group
        ]
        return longer[0] if len(longer) == 1 else None

    def _take_up_group(self, phrase: Phrase, span: Span) -> None:
        """An organisation without a name of its own: "the foreign ministry", "Falk's office"."""
        if not self._lexicon.is_organisation(phrase.head):
            return
        words = (phrase.role or "").split()
        own = phrase.possessor and words[0][:1].isupper()
        if len(words) < 2 or phrase.joint:  # noqa: PLR2004 - "the ministry" says too little
            return
        if not phrase.definite or (phrase.possessor and not own):
            return
        parts = tuple(fold(word) for word in words)
        if self._gender(parts) is not None:
            return  # "the team of Ines Falk"
        if any(set(parts) <= set(s.parts) for s in self._by_part.get(parts[-1], []) if s.group):
            return
        speaker = Speaker(" ".join(words), parts, group=True, named_in=span)
        for part in dict.fromkeys(parts):
            _file(self._by_part, part, speaker)

    def _is_place(self, phrase: Phrase, parts: tuple[str, ...]) -> bool:
        person = phrase.honorific or phrase.role or self._gender(parts[:1]) is not None
        return not person and any(part in self._lexicon.places for part in parts)

    def _add_role(self, speaker: Speaker, role: str | None) -> None:
        if role is None or role in speaker.roles or len(speaker.roles) >= _MOST_ROLES:
            return
        speaker.roles.append(role)
        words = role.casefold().split()
        for word in dict.fromkeys(words):
            for meant in (word, *traits.of_role(word)):
                self._file_role(meant, speaker)
        if speaker.woman is None:
            speaker.woman = self._gender(_own_words(role))

    def _file_role(self, word: str, speaker: Speaker) -> None:
        if speaker not in self._by_role.get(word, ()):
            _file(self._by_role, word, speaker)

    def _gender(self, words: Iterable[str]) -> bool | None:
        for word in words:
            if word in self._lexicon.women:
                return True
            if word in self._lexicon.men:
                return False
        return None

    # ------------------------------------------------------------------ following the article

    def follow(self, sentence: Sentence, number: int, *, spoken: bool) -> None:
        """Note whom sentence `number` is about, after its reports have been resolved."""
        for phrase in sentence.phrases():
            if phrase.kind == "name":
                speaker = self._known(phrase)
                if speaker and not speaker.asks:
                    speaker.mentioned = number
                    self._mentions.append((speaker, number))
            elif phrase.kind == "role":
                self._mention_unnamed(phrase, number)
        del self._mentions[: -4 * _ATTENTION]
        if spoken:
            return  # the sentence is about its speaker, not about the subject of what is said
        subject = sentence.subject(len(sentence))
        if subject and not subject.joint:
            self._attend_owner(sentence, subject, number)
            subject = self.understood(sentence.identified(subject) or subject)
            speaker = self._meant(subject, sentence, number)
            if speaker is None and subject.kind == "role":
                speaker = self.somebody(subject)
            elif speaker is None and subject.kind == "name" and not self._is_located(subject):
                speaker = Speaker("", (), group=False, named_in=None)  # known by no full name
            if speaker:
                self._attend(speaker, number)
        elif subject is None and sentence.low(0) in _WRITERS:  # "I ask Falk whether she minds."
            names = (phrase for phrase in sentence.phrases() if phrase.kind == "name")
            speaker = next(filter(None, map(self._known, names)), None)
            if speaker and not speaker.group:
                self._attend(speaker, number)

    def leave_open(self, sentence: Sentence, phrase: Phrase, speaker: Speaker, number: int) -> None:
        """Let no pronoun mean a speaker whom another's sentence only ends with.

        "A petition for Falk was signed by Ada Roe, who added …": she may be either.
        """
        if sentence.low(phrase.last + 1) != "," or speaker.group:
            return
        relative = sentence.low(phrase.last + 2) in self._lexicon.relatives
        before = {token.low for token in sentence.tokens[: phrase.first]}
        if not relative or before.isdisjoint(self._lexicon.auxiliaries):
            return
        named = [one for one in sentence.phrases() if one.last < phrase.first and one.name]
        others = [one for name in named for one in self._fitting(name) if one is not speaker]
        if any(_agrees(one, woman=speaker.woman) for one in others):
            self._attend(Speaker("", (), group=False, named_in=None, woman=speaker.woman), number)

    def alone(self, sentence: Sentence, number: int) -> Speaker | None:
        """Who alone did something in sentence `number`: "Falk shook her head"; else nobody."""
        subject = sentence.subject(len(sentence))
        if not self._attention or subject is None or subject.joint or subject.plural:
            return None
        speaker, seen = self._attention[-1]
        others = [one for one, when in self._mentions if when == number and one is not speaker]
        after = subject.last + 1
        acts = sentence.is_word(after) and sentence.low(after) not in self._lexicon.passive
        named = any(token.is_capital for token in sentence.tokens[after:])
        if seen != number or others or named or not acts or speaker.group or not speaker.name:
            return None
        return speaker

    def _mention_unnamed(self, phrase: Phrase, number: int) -> None:
        """Somebody without a name whom a pronoun may mean: "her father"."""
        woman = self._gender([phrase.head])
        if woman is None or phrase.plural or self.of_role(phrase, number):
            return
        self._mentions.append((Speaker("", (), group=False, named_in=None, woman=woman), number))

    def _attend_owner(self, sentence: Sentence, subject: Phrase, number: int) -> None:
        """Falk where "Falk's office" is the subject: "he" is not the office."""
        owner = next(sentence.owners(), None) if subject.possessor else None
        speaker = self._known(owner) if owner and owner.first == subject.first else None
        if speaker and not speaker.group:
            self._attend(speaker, number)

    def _is_located(self, phrase: Phrase) -> bool:
        """Whether the article says "in" before the name, so that it is a place."""
        return fold(phrase.name[-1]) in self._located or not self._is_name(phrase)

    def somebody(self, phrase: Phrase) -> Speaker | None:
        """Whoever a role means that no name goes with; None where it means several."""
        words = [fold(word) for word in (phrase.role or "").split()]
        if phrase.plural:
            return None
        group = self._lexicon.is_organisation(phrase.head) or phrase.head in TEXTS
        speaker = Speaker("", (), group, None)
        speaker.roles = [phrase.role or phrase.head]
        speaker.woman = None if group else self._gender(words)
        return speaker

    def heard(self, speaker: Speaker, number: int) -> None:
        """Note that `speaker` spoke in sentence `number`."""
        speaker.spoke = number
        self._attend(speaker, number)

    def _attend(self, speaker: Speaker, number: int) -> None:
        if speaker.asks or (self._attention and self._attention[-1] == (speaker, number)):
            return
        self._attention.append((speaker, number))
        del self._attention[:-_ATTENTION]

    def _meant(self, phrase: Phrase, sentence: Sentence, number: int) -> Speaker | None:
        if phrase.kind == "name":
            return self._known(phrase)
        if phrase.kind == "pronoun":
            return self.of_pronoun(phrase, sentence, number)
        return self.of_role(phrase, number)

    # ------------------------------------------------------------------ who is meant

    def of_name(self, phrase: Phrase, number: int) -> Speaker | None:
        """The one a name means; one never named in full is known by what there is."""
        if len(phrase.name) == 1 and phrase.last == phrase.first + 1 and not phrase.honorific:
            people = fold(phrase.name[0])
            if people in self._lexicon.peoples and not phrase.role and not people.endswith("s"):
                return self._last_such(set(), number)  # "the Spaniard said"
        speaker = self._known(phrase)
        if speaker and phrase.honorific and len(phrase.name) == 1:
            speaker.styled.add(phrase.honorific)
        if speaker or len(phrase.name) == 0:
            return speaker
        if len(phrase.name) == 1 and (len(self._fitting(phrase)) > 1 or not self._is_name(phrase)):
            return None  # more than one could be meant, or none
        if len(phrase.name) == 1 and self._lexicon.code == "en":
            phrase = self._spelt_out(phrase)
        parts = tuple(fold(word) for word in phrase.name)
        if len(parts[-1]) == 1:
            return None  # the "Q" of an interview
        group = any(self._lexicon.is_organisation(part) for part in parts)
        if len(parts) == 1 and not phrase.honorific and not phrase.role:
            group = group or parts[0] in METONYMS or phrase.name[0].isupper()  # "NASA"
        speaker = Speaker(" ".join(phrase.name), parts, group, None, phrase.honorific)
        speaker.woman = self._gender((phrase.honorific or "", parts[0]))
        self._add_role(speaker, phrase.role)
        for part in dict.fromkeys(parts):
            _file(self._by_part, part, speaker)
        return speaker

    def _spelt_out(self, phrase: Phrase) -> Phrase:
        """A surname with the only given name that stands before it, whatever was read there."""
        given = self._before_surname.get(fold(phrase.name[0]), set())
        woman = self._gender((phrase.honorific or "",))
        genders = {word: self._gender((word.casefold(),)) for word in given}
        known = {word for word, one in genders.items() if one is not None}
        if woman is not None and woman not in genders.values():
            return phrase  # "Mrs Falk" is not Otto Falk
        if len(known) != 1:
            return phrase
        return phrase._replace(name=(*known, phrase.name[0]))

    def understood(self, phrase: Phrase) -> Phrase:
        """A role that is somebody's surname as a name: "Baker", where Ines Baker is known."""
        if phrase.kind != "role" or not phrase.name or phrase.joint:
            return phrase
        named = phrase._replace(kind="name", role=None, head="")
        return named if any(one.named_in for one in self._fitting(named)) else phrase

    def _is_name(self, phrase: Phrase) -> bool:
        """Whether one capitalised word is a name, not just the head of a sentence."""
        word = phrase.name[0]
        folded = fold(word)
        if folded in self._lexicon.peoples or self._lexicon.is_organisation(
            folded.removesuffix("s")
        ):
            return False  # "Germans", "Unions"
        if phrase.honorific or phrase.role or phrase.first > 0 or folded in self._capital_inside:
            return True
        return not (word.casefold() in self._lower or word.endswith(_COMMON_ENDINGS))

    def _known(self, phrase: Phrase) -> Speaker | None:
        if not phrase.name:
            return None
        if len(phrase.name) == 1 and self._acronyms:
            spelt_out = self._acronyms.get(fold(phrase.name[0]))
            if spelt_out:
                return spelt_out
        fitting = self._fitting(phrase)
        if len(fitting) <= 1:
            return fitting[0] if fitting else None
        styled = [one for one in fitting if phrase.honorific in one.styled]
        return styled[0] if len(styled) == 1 else self._namesake(fitting)

    def _namesake(self, fitting: Sequence[Speaker]) -> Speaker | None:
        """Whom the text was about, or who spoke, last; nobody where that is doubtful."""
        for speaker, seen in reversed(self._attention):
            if speaker in fitting:
                heard = [s for s in fitting if s.spoke >= 0]
                if speaker.spoke < 0 and len(heard) == 1 and self._is_kin(speaker, heard[0]):
                    return heard[0]  # "Falk's wife, Ada Falk, kept out of it. Falk said"
                rivals = [s for s in fitting if s is not speaker and s.mentioned >= seen]
                later = [s for s in rivals if s.mentioned > speaker.mentioned and s.spoke < 0]
                if len(later) == 1 and later == rivals and not self._is_kin(later[0], speaker):
                    return later[0]  # a namesake brought in since
                return speaker if speaker.spoke == seen or not rivals else None
        spoken = max(fitting, key=lambda speaker: speaker.spoke)
        if spoken.spoke >= 0:
            return spoken
        nearest = max(fitting, key=lambda speaker: speaker.mentioned)
        equals = [s for s in fitting if s.mentioned == nearest.mentioned]
        return nearest if len(equals) == 1 and nearest.mentioned >= 0 else None

    def _is_kin(self, speaker: Speaker, other: Speaker) -> bool:
        """Whether somebody was brought in as of another's family: "Falk's wife, Ada Falk"."""
        sentence = self._by_span.get(speaker.named_in)
        owners = sentence.owners() if sentence else ()
        if any(fold(owner.name[-1]) in other.parts for owner in owners):
            return True
        return not _KIN.isdisjoint((speaker.role or "").casefold().split())

    def _fitting(self, phrase: Phrase) -> list[Speaker]:
        """Everybody whom the words of a name fit, best fits alone."""
        parts = tuple(map(fold, phrase.name))
        near = self._by_part.get(parts[-1])
        if not near and len(parts) == 1 and self._lexicon.code == "ru":
            known = [one for one in surnames(parts[0]) if one in self._by_part]
            parts = (known[0],) if known else parts
            near = self._by_part.get(parts[0])
        if not near:
            return []
        woman = self._gender((phrase.honorific or "",))
        if len(parts) > 1:
            ends = [s for s in near if (s.parts[0], s.parts[-1]) == (parts[0], parts[-1])]
            if ends:
                return ends
        if woman is not None:  # "Mrs Falk": Ines rather than Lee
            same = [s for s in near if s.woman == woman and not s.group]
            near = same or [s for s in near if s.woman is None]
        for fits in (_ends_with, _begins_with):
            found = [s for s in near if fits(s, parts)]
            if len(found) > 1 and phrase.role:
                same = [s for s in found if phrase.role in s.roles]
                found = same or found
            if found:
                people = [s for s in found if not s.group]
                return people or found
        return []

    def of_role(self, phrase: Phrase, number: int) -> Speaker | None:
        """The one a bare role means: "the spokesman", "the ministry"."""
        group = self._lexicon.is_organisation(phrase.head)
        owned = phrase.possessor and not (group and (phrase.role or "")[:1].isupper())
        if not phrase.definite or phrase.joint or owned:
            return self._only_kin(phrase, number) if owned and not phrase.joint else None
        words = [fold(word) for word in (phrase.role or "").split()]
        needed = traits.lasting({word for word in words if word not in _SMALL})
        if not group:  # the council is not its leader
            fitting = self._in_office(phrase.head, needed, number)
            if fitting:
                return self._unnamed_since(phrase.head, needed, fitting) or _latest(fitting)
        best = self._group_of_role(phrase, needed) if group else None
        has_article = phrase.last - phrase.first >= len((phrase.role or "").split())
        if best is None and has_article and traits.is_office(phrase.head, set(words)):
            last = self._last_such(needed, number, woman=self._gender([phrase.head]))
            return last if last and last.name and not last.roles else None
        if best is None and traits.tells_nothing_new(phrase.head, needed):
            return self._last_such(needed, number, woman=self._gender([phrase.head]))
        if best is None and phrase.head in self._lexicon.generic and len(needed) == 1:
            return self._last_group(number)
        return best

    def _in_office(self, head: str, needed: set[str], number: int) -> list[Speaker]:
        """Everybody named so far of whom the article says what a role says."""
        return [
            speaker
            for speaker in self._by_role.get(head, [])
            if needed <= _known_words(speaker)
            and _holds_office(speaker, head, needed)
            and 0 <= speaker.mentioned <= number
        ]

    def _unnamed_since(
        self, head: str, needed: set[str], named: Iterable[Speaker]
    ) -> Speaker | None:
        """Somebody whom the article does not name, who spoke in that role after all `named`."""
        last = max(max(speaker.spoke, speaker.mentioned) for speaker in named)
        for speaker, seen in reversed(self._attention):
            if seen <= last:
                break
            words = set(map(fold, (speaker.role or "").split()))
            if not speaker.name and speaker.spoke >= 0 and {head, *needed} <= words:
                return speaker
        return None

    def _group_of_role(self, phrase: Phrase, needed: set[str]) -> Speaker | None:
        """The organisation that a role means: "the ministry"."""
        best: Speaker | None = None
        for speaker in self._by_part.get(fold(phrase.head), []):
            met = phrase.first != phrase.last or speaker.mentioned >= 0  # "Police said"
            if not (speaker.group and met and speaker.named_in and needed <= set(speaker.parts)):
                continue
            comes_later = speaker.name[0].islower() and speaker.named_in.start > self.until
            if not comes_later:
                best = speaker if best is None else max(best, speaker, key=_recency)
        return best

    def _only_kin(self, phrase: Phrase, number: int) -> Speaker | None:
        """The only one of whom the article says so: "his wife", where it has named one wife."""
        same = self._by_role.get(phrase.head, [])
        if phrase.head not in _KIN or len(same) != 1 or phrase.first != phrase.last - 1:
            return None
        return same[0] if 0 <= number - same[0].mentioned <= PRONOUN_REACH else None

    def _last_such(
        self, needed: set[str], number: int, *, woman: bool | None = None
    ) -> Speaker | None:
        """Whom the text was just about, if what is said of somebody may be said of this one."""
        for speaker, seen in reversed(self._attention):
            if number - seen > _OBJECT_REACH:
                break
            if not speaker.group:
                other = None not in (woman, speaker.woman) and woman != speaker.woman
                differs = other or traits.differ(needed, _known_words(speaker))
                return None if differs else speaker
        return None

    def of_label(self, label: str, title: str, *, anybody: bool) -> Speaker | None:
        """Whose turn it is in an interview, by its label: "FALK", "IF", or nobody's name: "A".

        Args:
            label: as it stands before the colon.
            title: of the article, which may say whom the interview is with.
            anybody: whether the label is nobody's name.
        """
        people = [one for one in self._by_ends.values() if not one.group]
        words = tuple(fold(word) for word in label.split())
        if not anybody:
            bare = {word for word in words if not self._lexicon.is_role(word)}
            fitting = [one for one in people if bare and bare <= set(one.parts)] or [
                one for one in people if "".join(part[0] for part in one.parts) == words[0]
            ]
            return fitting[0] if len(fitting) == 1 else None
        in_title = [one for one in people if one.name in title]
        introduced = [one for one in people if one.named_in is not None]
        if len(in_title) == 1:
            return in_title[0]
        return min(introduced, key=lambda one: one.named_in or Span(0, 0), default=None)

    def _last_group(self, number: int) -> Speaker | None:
        """The organisation that was last spoken of: "it", "the company"."""
        for speaker, seen in reversed(self._attention):
            if number - seen > GROUP_REACH:
                break
            if speaker.maybe_group:
                return speaker
        return None

    def of_pronoun(self, phrase: Phrase, sentence: Sentence | None, number: int) -> Speaker | None:
        """The one a pronoun means: the last fitting subject, else the only one just named.

        `sentence` is the pronoun's own, where a name in it, before the pronoun, may be meant.
        """
        if means_nobody(phrase, self._lexicon):
            return None
        if phrase.head in self._lexicon.it:
            return self._last_group(number)
        woman = phrase.head not in self._lexicon.he
        inside = sentence.subject(phrase.first) if sentence else None
        if inside and inside.kind == "name" and not inside.joint:
            speaker = self._known(inside)
            if speaker and _agrees(speaker, woman=woman):
                return speaker
        for speaker, seen in reversed(self._attention):
            if number - seen > PRONOUN_REACH:
                break
            if _agrees(speaker, woman=woman):
                if speaker.woman is not None:
                    return self._unless_named_since(speaker, number, seen)
                goes_on = sentence is not None and speaker.spoke == seen >= number - 1
                forward = sentence is not None  # not an answer in quotation marks
                return self._unsure(speaker, number, seen, woman, goes_on=goes_on, forward=forward)
        return self._just_named(number, -1, woman)

    def named_before(self, pronoun: Phrase, sentence: Sentence) -> list[Speaker]:
        """The people named in a sentence before a pronoun that may mean them."""
        if pronoun.head in self._lexicon.it | self._lexicon.they:
            return []
        woman = pronoun.head not in self._lexicon.he
        names = [one for one in sentence.phrases() if one.kind == "name"]
        known = [self._known(one) for one in names if one.last < pronoun.first]
        found = {id(one): one for one in known if one and _agrees(one, woman=woman)}
        return list(found.values())

    def _unless_named_since(self, speaker: Speaker, number: int, seen: int) -> Speaker | None:
        """Somebody whom the text was about in sentence `seen`, unless another came up since."""
        since = self._named_since(number, seen, bool(speaker.woman))
        if len(since) > 1 and number - seen > _OBJECT_REACH:
            return None
        return since[0] if len(since) == 1 else speaker

    def of_nobody(self, number: int) -> Speaker | None:
        """The one a dropped pronoun means: whom the text was last about."""
        near = [one for one, seen in self._attention if number - seen <= PRONOUN_REACH]
        return near[-1] if near and not near[-1].group else None

    def _unsure(
        self,
        speaker: Speaker,
        number: int,
        seen: int,
        woman: bool,  # noqa: FBT001 - a fact about the pronoun
        *,
        goes_on: bool,
        forward: bool,
    ) -> Speaker | None:
        """One whose gender is unknown, unless another known to fit was just named too."""
        if self._just_named(number, seen, woman):
            return None
        # "Falk said … . He said …": whoever spoke goes on, whoever else was named before.
        goes_on = goes_on or (forward and seen == number - 1 and self._is_alone(speaker, seen))
        rivals = not goes_on and [
            other
            for other, when in self._attention
            if number - when <= _OBJECT_REACH and other.woman == woman and other is not speaker
        ]
        if rivals:
            return None
        speaker.woman = woman
        return speaker

    def _is_alone(self, speaker: Speaker, seen: int) -> bool:
        """Whether a sentence that is about somebody mentions nobody else."""
        person = speaker.roles or speaker.honorific or speaker.traits or speaker.spoke >= 0
        others = [one for one, when in self._mentions if when == seen and one is not speaker]
        return bool(person) and not others

    def _just_named(
        self,
        number: int,
        since: int,
        woman: bool,  # noqa: FBT001 - a fact about the pronoun
    ) -> Speaker | None:
        """The only fitting one named after sentence `since`, and just before `number`."""
        recent = self._named_since(number, since, woman)
        return recent[0] if len(recent) == 1 else None

    def _named_since(
        self,
        number: int,
        since: int,
        woman: bool,  # noqa: FBT001 - a fact about the pronoun
    ) -> list[Speaker]:
        """Those who fit and were named after sentence `since`, just before `number`."""
        recent = {
            id(speaker): speaker
            for speaker, seen in self._mentions
            if max(since, number - _OBJECT_REACH - 1) < seen < number and speaker.woman == woman
        }
        return list(recent.values())


def means_nobody(phrase: Phrase, lexicon: Lexicon) -> bool:
    """Whether a pronoun means several: "they", but not "sie", which is also she."""
    return phrase.head in lexicon.they and lexicon.code != "de"


def _own_words(role: str) -> list[str]:
    """The words of a role without those of an owner: "Otto Falk's sister", "sister of Otto"."""
    words = role.partition(" of ")[0].split()
    if len(words) > 1:
        words = [word for word in words if not word[0].isupper()]
    return [word.casefold() for word in words]


def _file(table: dict[str, list[Speaker]], word: str, speaker: Speaker) -> None:
    filed = table.setdefault(word, [])
    if len(filed) < _NAMESAKES:
        filed.append(speaker)


def _ends_with(speaker: Speaker, parts: tuple[str, ...]) -> bool:
    return speaker.parts[-len(parts) :] == parts


def _begins_with(speaker: Speaker, parts: tuple[str, ...]) -> bool:
    # "Falk" is not the Falk campaign.
    own = not speaker.group or speaker.name.rpartition(" ")[2][:1].isupper()
    return own and speaker.parts[: len(parts)] == parts


def _agrees(speaker: Speaker, *, woman: bool | None) -> bool:
    known = speaker.woman is not None and woman is not None
    return not (speaker.group or speaker.asks or (known and speaker.woman != woman))


def _known_words(speaker: Speaker) -> set[str]:
    """The folded words of what the article says of somebody."""
    words = [fold(word) for role in speaker.roles for word in role.split()]
    meant = chain.from_iterable(map(traits.of_role, words))
    return {*words, *meant, *speaker.traits}


def _holds_office(speaker: Speaker, head: str, words: Collection[str]) -> bool:
    """Whether somebody is what a bare role says: "the governor" is not a former governor."""
    for role in speaker.roles:
        stated = set(map(fold, role.split()))
        holds = head in stated or any(head in traits.of_role(word) for word in stated)
        if holds and _OTHERS.isdisjoint(stated - set(words)):
            return True
    return head in speaker.traits


def _recency(speaker: Speaker) -> tuple[int, int]:
    """When somebody spoke, else was mentioned, last."""
    return speaker.spoke, speaker.mentioned


def _latest(speakers: Sequence[Speaker]) -> Speaker | None:
    """The one who spoke, else was mentioned, last; nobody where that is true of two."""
    *_, last = sorted(speakers, key=_recency)
    return last if sum(_recency(one) == _recency(last) for one in speakers) == 1 else None
