"""A sentence as tokens, and the phrases in it that name somebody.

What stands in quotation marks is one token: its words say nothing about who speaks.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from index.quotes.cues import Lexicon
from index.spans import Span

_MARKDOWN = r"(?P<markdown>\]\([^)\s]*\)|[\[\]*_`>#]+)"  # no word of the sentence
_ABBREVIATED = (
    r"(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Capt|Sgt|Cmdr|Adm|Maj|Rev|Hon|St|Jr|Sr)\."
    r"|(?:[A-Z]\.-?)+"
)
_WHOLE = r"[^\W_]+(?:[-'’.][^\W_]+)*(?:(?<=s)['’](?=\s))?|[^\w\s]"
_TOKEN = re.compile(f"{_MARKDOWN}|{_ABBREVIATED}|{_WHOLE}")
# French elision parts two words: "qu'il", "l'État".
_ELIDED_TOKEN = re.compile(
    rf"{_MARKDOWN}|{_ABBREVIATED}|(?:[jlmnstcdJLMNSTCD]|[Qq]u)['’](?=[^\W\d_]{{2}})|{_WHOLE}"
)
_LONGEST_NAME = 7  # tokens
_LONGEST_TITLE = 8  # tokens before a name
_LONGEST_TAIL = 8  # tokens: "for the ministry of transport"
_LONGEST_APPOSITION = 14
_MOST_ADJECTIVES = 2
_SUBJECT_WITHIN = 60  # tokens
_GENITIVES = ("'s", "’s", "s'", "s’")
_ROLE_LINKS = frozenset("of for at in with from des der de du del".split())
_PLURALS = ("s", "men", "people", "police", "children")
_ARABIC_ARTICLES = ("al-", "el-", "ul-", "ash-", "as-")


class Token(NamedTuple):
    """A word, a punctuation mark, or a whole quotation."""

    word: str  # as it stands; empty for a quotation
    low: str  # the same in lower case, without the full stop of an abbreviation
    start: int  # code points into the article's text
    end: int

    @property
    def quoted(self) -> bool:
        """Whether this is a quotation."""
        return not self.word


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words that say who speaks."""

    kind: Literal["name", "role", "pronoun"]
    name: tuple[str, ...]  # without honorific; empty unless the kind is "name"
    role: str | None  # without article
    head: str  # lower case: the noun of the role ("spokesman"), or the pronoun
    honorific: str | None
    definite: bool  # "the spokesman", "Spokesman Falk"; not "a spokesman"
    first: int  # tokens of the sentence, both included
    last: int
    possessor: bool = False  # "Falk's lawyer": somebody is named who does not speak
    joint: bool = False  # "Falk and Meyer": no single speaker

    @property
    def plural(self) -> bool:
        """Whether the role is that of several: "officials", "police"."""
        return self.head.endswith(_PLURALS)


class Sentence:
    """The tokens of one sentence, read by the words of one language."""

    def __init__(self, tokens: Sequence[Token], lexicon: Lexicon) -> None:
        self.tokens = tokens
        self.lexicon = lexicon
        # Asked again and again for the same token, so looked at once.
        self._low = [token.low for token in tokens]
        self._is_word = [low[:1].isalnum() for low in self._low]
        self._is_capital = [
            (token.word[:1].isupper() or token.word.startswith(_ARABIC_ARTICLES))
            and token.low not in lexicon.function_words
            for token in tokens
        ]
        self._ends_clause = [self._is_border(index) for index in range(len(tokens))]
        self._starting_at: dict[int, Phrase | None] = {}

    def __len__(self) -> int:
        return len(self.tokens)

    def low(self, index: int) -> str:
        """The word at `index` in lower case; empty for a quotation and outside the sentence."""
        return self._low[index] if 0 <= index < len(self._low) else ""

    def quoted(self, index: int) -> bool:
        """Whether a quotation stands at `index`."""
        return 0 <= index < len(self.tokens) and self.tokens[index].quoted

    def is_word(self, index: int) -> bool:
        """Whether `index` holds a word rather than a mark, a quotation or nothing."""
        return 0 <= index < len(self._is_word) and self._is_word[index]

    def is_capital(self, index: int) -> bool:
        """Whether the word at `index` begins with a capital and can stand in a name."""
        return 0 <= index < len(self._is_capital) and self._is_capital[index]

    def ends_clause(self, index: int) -> bool:
        """Whether no phrase reaches over `index`: a mark, a quotation, a verb, a small word."""
        return not 0 <= index < len(self._ends_clause) or self._ends_clause[index]

    def _is_border(self, index: int) -> bool:
        if not self._is_word[index]:
            return True
        if self._is_capital[index]:
            return False
        low = self._low[index]
        return low in self.lexicon.small or (low in self.lexicon.verbs and not self._is_noun(index))

    def _is_noun(self, index: int) -> bool:
        """Whether a word that can be a reporting verb stands before a noun of role."""
        return self.lexicon.is_role(self.low(index + 1)) and self.low(index).endswith("ing")

    def is_pronoun(self, index: int) -> bool:
        """Whether a personal pronoun of the third person stands at `index`."""
        return self.low(index) in self.lexicon.pronouns

    def starting_at(self, first: int) -> Phrase | None:
        """The phrase that begins exactly at `first`, with article and titles."""
        if first not in self._starting_at:
            self._starting_at[first] = self._read_phrase(first)
        return self._starting_at[first]

    def _read_phrase(self, first: int) -> Phrase | None:
        if self.is_pronoun(first):
            return Phrase(
                "pronoun", (), None, self.low(first), None, definite=True, first=first, last=first
            )
        has_article = self.low(first) in self.lexicon.articles
        position = first + 1 if has_article else first
        title = self._title_end(position)
        if title is not None:
            return self._titled(first, position, title)
        if has_article and self.lexicon.capital_nouns:
            return None  # "der Hafen"
        if has_article:
            unknown = self._unknown_role(first, position)
            if unknown:
                return unknown
            position = self._behind_adjectives(position)
        if self.is_capital(position) and not self._is_genitive(position):
            return self._named(first, position, self._name_end(position), None)
        return None

    def _unknown_role(self, first: int, begin: int) -> Phrase | None:
        """A noun that no table holds but a name explains: "the wherryman, Ines Falk,"."""
        last = begin
        while last - begin < _MOST_ADJECTIVES and not self.ends_clause(last + 1):
            last += 1
        names = range(last + 2, last + 4)
        if self.ends_clause(begin) or self.is_capital(begin) or self.low(last + 1) != ",":
            return None
        if not all(self.is_capital(index) for index in names) or (
            self._is_governed(first) and self.low(first - 2) != "according"
        ):
            return None
        role = self.words(begin, last)
        return Phrase("role", (), role, self.low(last), None, definite=True, first=first, last=last)

    def _behind_adjectives(self, first: int) -> int:
        """Where the name begins in "a tearful Falk"."""
        for index in range(first, first + _MOST_ADJECTIVES + 1):
            if self.is_capital(index):
                return index
            if self.ends_clause(index) or self.low(index).endswith(_GENITIVES):
                break
        return first

    def _title_end(self, first: int) -> int | None:
        """The last token of the titles that begin at `first`; None where there are none."""
        found = None
        for index in range(first, first + _LONGEST_TITLE):
            if self.ends_clause(index) and not self._links_capitals(index):
                break
            low = self.low(index)
            # An honorific needs a name behind it; "foreign ministry" may go on to "spokesman".
            if low in self.lexicon.honorifics and self.is_capital(index):
                return index if self.is_capital(index + 1) else found
            is_role = self.lexicon.is_role(low) and not self._is_surname(first, index)
            if is_role or (self.lexicon.is_organisation(low) and self._stands_alone(index)):
                found = index
            elif found is not None:
                break
            if found is not None and self.is_capital(index + 1) and is_role:
                following = self.low(index + 1)
                if not self.lexicon.is_role(following) and following not in self.lexicon.honorifics:
                    return index
        return found

    def _stands_alone(self, index: int) -> bool:
        """Whether a word for an organisation is no part of its name: "the ministry", "Police"."""
        return not self.is_capital(index) or not (
            self.is_capital(index - 1)
            or self.is_capital(index + 1)
            or (self.low(index + 1) in {"of", "for", "für"} and self.is_capital(index + 2))
        )

    def _links_capitals(self, index: int) -> bool:
        """Whether a small word stands inside an organisation's name: "Bank of England"."""
        return (
            self.low(index) in {"of", "for", "and", "the", "de", "für", "del", "la"}
            and self.is_capital(index - 1)
            and (self.is_capital(index + 1) or self.low(index + 1) == "the")
        )

    def _is_surname(self, first: int, index: int) -> bool:
        """Whether a word for a role stands behind a given name: "John Major"."""
        words = self.lexicon
        return (
            self.is_capital(index)
            and index > first
            and self.is_capital(index - 1)
            and (self.low(index - 1) in words.men or self.low(index - 1) in words.women)
            and not words.is_role(self.low(index - 1))
            and self.low(index - 1) not in words.honorifics
        )

    def _is_genitive(self, index: int) -> bool:
        if self.lexicon.code != "en" or not self.low(index).endswith(_GENITIVES):
            return False
        # "the Seafarers' Union", "Lloyd's Bank": part of an organisation's name.
        return not (
            self.is_capital(index + 1) and self.lexicon.is_organisation(self.low(index + 1))
        )

    def _name_end(self, first: int) -> int:
        """The last token of the run of capitalised words that begins at `first`."""
        last = first
        while last - first < _LONGEST_NAME:
            if self.is_capital(last + 1) and not self._is_genitive(last + 1):
                last += 1
                continue
            step = last + 1
            while self.low(step) in self.lexicon.particles and step - last < 4:  # noqa: PLR2004 - "van der", "de la"
                step += 1
            joins = step > last + 1 or self._joins_organisation(first, last)
            if step == last + 1 and joins:
                step += 1
                if self.low(step) == "the":
                    step += 1
            if joins and self.is_capital(step) and not self._is_genitive(step):
                last = step
            else:
                break
        return last

    def _joins_organisation(self, first: int, last: int) -> bool:
        """Whether an organisation's name goes on: "Ministry of Defence"."""
        return self.low(last + 1) in {"of", "for", "für"} and any(
            self.lexicon.is_organisation(self.low(index)) for index in range(first, last + 1)
        )

    def _titled(self, first: int, begin: int, title: int) -> Phrase:
        definite = self.low(first) not in self.lexicon.indefinite
        if self.is_capital(title + 1) and not self._is_genitive(title + 1):
            last = self._name_end(title + 1)
            return replace(self._named(first, begin, last, title), definite=definite)
        last = title
        if self.low(title + 1) in _ROLE_LINKS:
            last = self._tail_end(title + 1)
        head = self.low(title)
        bare = head in self.lexicon.honorifics
        if bare:
            return replace(self._named(first, begin, title, None), definite=definite)
        # "Police", "Officials" have no article; "Major said" may be a surname.
        return Phrase(
            kind="role",
            name=(self.tokens[title].word,) if begin == title == first else (),
            role=self.words(begin, last),
            head=head,
            honorific=None,
            definite=definite,
            first=first,
            last=last,
            possessor=self.low(first) in {"his", "her", "their"}
            or any(self._is_genitive(index) for index in range(begin, title)),
        )

    def _tail_end(self, first: int) -> int:
        last = first
        for index in range(first, first + _LONGEST_TAIL):
            low = self.low(index)
            small = low in self.lexicon.prepositions or low in self.lexicon.definite
            if self.is_word(index) and (
                small or low in self.lexicon.indefinite or not self.ends_clause(index)
            ):
                last = index
            else:
                break
        while last >= first and (
            self.low(last) in self.lexicon.prepositions or self.low(last) in self.lexicon.definite
        ):
            last -= 1
        return last

    def _named(self, first: int, begin: int, last: int, title: int | None) -> Phrase:
        start = begin if title is None else title + 1
        honorific = None
        if title is not None and self.low(title) in self.lexicon.honorifics:
            honorific = self.low(title)
        while start < last and self.low(start) in self.lexicon.honorifics:
            honorific = self.low(start)
            start += 1
        role = None
        if title is not None:
            end = title
            while end >= begin and self.low(end) in self.lexicon.honorifics:
                end -= 1
            role = self.words(begin, end) if end >= begin else None
        name = tuple(token.word for token in self.tokens[start : last + 1])
        return Phrase("name", name, role, "", honorific, definite=True, first=first, last=last)

    def ending_at(self, last: int) -> Phrase | None:
        """The longest phrase that ends exactly at `last` and can be a subject."""
        if not self.is_word(last):
            return None
        low = self.low(last)
        if low in self.lexicon.adverbs and not self.is_capital(last) and not self.is_pronoun(last):
            return None
        for first in range(max(0, last - _LONGEST_TITLE - _LONGEST_NAME), last + 1):
            if not self.can_begin(first):
                continue
            phrase = self.starting_at(first)
            if phrase and phrase.last == last:
                if self._is_governed(first):
                    continue
                return replace(phrase, joint=self._is_joined(first))
        return None

    def can_begin(self, first: int) -> bool:
        """Whether a phrase may begin at `first`, not in the middle of one."""
        if not self.is_word(first):
            return False
        if self.low(first) in self.lexicon.articles or self.is_pronoun(first):
            return True
        if self.ends_clause(first):
            return False
        before = self.low(first - 1)
        if before in self.lexicon.articles:
            return False
        # Not in the middle of a name.
        return not (
            self.is_capital(first)
            and (self.is_capital(first - 1) or before in self.lexicon.particles)
            and not self._is_genitive(first - 1)
        )

    def _is_governed(self, first: int) -> bool:
        """Whether a preposition stands before: "a letter to Falk said"."""
        before = self.low(first - 1)
        return before in self.lexicon.prepositions and before not in self.lexicon.conjunctions

    def _is_joined(self, first: int) -> bool:
        if self.low(first - 1) not in {"and", "or", "und", "et", "y", "e"}:
            return False
        before = first - 3 if self.low(first - 2) == "," else first - 2
        return self.is_capital(before) or self.lexicon.is_role(self.low(before))

    def subject(self, end: int) -> Phrase | None:
        """The first phrase before token `end` that no preposition governs."""
        index = 0
        while index < min(end, _SUBJECT_WITHIN):
            phrase = self.starting_at(index) if self.can_begin(index) else None
            if phrase is None or self._is_object(index):
                index = index + 1 if phrase is None else phrase.last + 1
                continue
            phrase = self.completed(phrase)
            if phrase.last >= end:
                return None
            if not self._is_governed(phrase.first) and self.low(phrase.last + 1) not in {
                "and",
                "or",
            }:
                return phrase
            if self.low(phrase.last + 1) in {"and", "or"} and not self._is_governed(phrase.first):
                return replace(phrase, joint=self._continues_list(phrase.last + 2))
            index = phrase.last + 1
        return None

    def _is_object(self, first: int) -> bool:
        """Whether another word of the clause stands before: "reached the trawler Grey Heron"."""
        low = self.low(first - 1)
        words = self.lexicon
        return self.is_word(first - 1) and not (
            low in words.function_words
            or low in words.conjunctions
            or low in words.adverbs
            or low in words.times
            or low.isdigit()
        )

    def completed(self, phrase: Phrase) -> Phrase:
        """With the role behind a name (", the harbour master"), or with the name behind a role."""
        if phrase.kind == "name" and phrase.role is None:
            return replace(phrase, role=self.apposition(phrase.last + 1))
        if phrase.kind == "role" and phrase.definite and self.low(phrase.last + 1) == ",":
            name = self.starting_at(phrase.last + 2)
            closes = name and not self.is_word(name.last + 1)
            if name and name.kind == "name" and closes and not name.role and len(name.name) > 1:
                return replace(name, role=phrase.role, first=phrase.first)
        return phrase

    def _continues_list(self, index: int) -> bool:
        phrase = self.starting_at(index) if self.can_begin(index) else None
        return phrase is not None and phrase.kind != "pronoun"

    def apposition(self, comma: int) -> str | None:
        """The role in the apposition that the comma at `comma` opens: ", the harbour master,"."""
        first = comma + 1
        if self.low(comma) != ",":
            return None
        if self.low(first).isdigit() and self.low(first + 1) == ",":
            first += 2  # ", 45, the harbour master,"
        begin = first
        if self.low(first) in self.lexicon.definite or self.low(first) in self.lexicon.indefinite:
            begin += 1
        role_at = None
        last = begin
        for index in range(begin, begin + _LONGEST_APPOSITION):
            low = self.low(index)
            if not self.is_word(index) or low in self.lexicon.relatives:
                break
            if low in self.lexicon.auxiliaries or (
                low in self.lexicon.verbs and not self.is_capital(index)
            ):
                return None
            if low in self.lexicon.that or self.is_pronoun(index) or low in self.lexicon.times:
                break
            if role_at is None and self.lexicon.is_role(low):
                role_at = index
            last = index
        if role_at is None or role_at - begin > 5:  # noqa: PLR2004 - the role is the apposition's noun
            return None
        crossed = any(
            self.low(index) in self.lexicon.prepositions
            or self.low(index) in self.lexicon.conjunctions
            for index in range(begin, role_at)
        )
        named = self.is_capital(role_at + 1) and not self.lexicon.is_role(self.low(role_at + 1))
        if crossed or named:
            return None
        while last > role_at and (
            self.low(last) in self.lexicon.prepositions
            or self.low(last) in self.lexicon.conjunctions
        ):
            last -= 1
        return self.words(begin, last)

    def words(self, first: int, last: int) -> str:
        """The words from `first` to `last`, single spaces between."""
        return " ".join(token.word for token in self.tokens[first : last + 1])


def read_sentence(text: str, span: Span, quotations: Sequence[Span], lexicon: Lexicon) -> Sentence:
    """One sentence of `text`; `quotations` are those inside it, in order."""
    pattern = _ELIDED_TOKEN if lexicon.elides else _TOKEN
    tokens: list[Token] = []
    start = span.start
    for quotation in quotations:
        tokens += _words_of(text, start, quotation.start, pattern)
        tokens.append(Token("", "", quotation.start, quotation.end))
        start = quotation.end
    tokens += _words_of(text, start, span.end, pattern)
    return Sentence(tokens, lexicon)


def _words_of(text: str, start: int, end: int, pattern: re.Pattern[str]) -> list[Token]:
    return [
        Token(word, word.casefold().rstrip("."), match.start(), match.end())
        if len(word := match.group()) > 1
        else Token(word, ":" if word == "：" else word.casefold(), match.start(), match.end())
        for match in pattern.finditer(text, start, end)
        if match.lastgroup is None
    ]
