"""A sentence as tokens, and the phrases in it that name somebody.

What stands in quotation marks is one token: its words say nothing about who speaks.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Literal, NamedTuple

from index.quotes import russian_words
from index.quotes.double_titles import with_second_title
from index.quotes.lexicon import Lexicon
from index.quotes.tokens import Token, vocabulary
from index.spans import Span

_LONGEST_NAME = 7  # tokens
_PARTICLES = 2  # of one name: "van der"
_LONGEST_TITLE = 8  # tokens before a name
_LONGEST_TAIL = 8  # tokens: "for the ministry of transport"
_LONGEST_APPOSITION = 14
_LONGEST_FIELD = 3  # tokens: "Foreign Affairs Secretary"
_LONGEST_OFFICE = 7  # tokens: "portavoz del ministerio de Asuntos Exteriores"
_MOST_ATTRIBUTES = 3
_ADJECTIVE_BEHIND = frozenset({"fr", "es"})
_NAME_BEHIND_OFFICE = frozenset({"ru", "fr", "es"})
_AGE = 2  # digits
_YEAR = 4  # digits
_LONGEST_TRADE = 3  # tokens
# How words end that say what somebody does, where a full name follows: "staffer", "pollster".
_AGENTS = ("er", "or", "ist", "ian", "eer", "man", "woman", "person", "ster", "ant", "ee")
_NO_AGENTS = frozenset("never ever either neither rather together other another for nor".split())
_MOST_ADJECTIVES = 2
_SUBJECT_WITHIN = 60  # tokens
_LINKS = frozenset("of for and the de für del la".split())
_ROLE_LINKS = frozenset("of for at in on to with from des der de du del d' d’ von vom für".split())
_ODD_SURNAMES = frozenset(
    "said read born down under will may early day august june april march "
    "till round past most many few hand best".split()
)
_TRADE_SURNAMES = frozenset(
    "baker brewer bishop pope farmer keeper warden gardener dean king prince page marshall".split()
)
# Verbs behind a name that are seldom anything else.
_PASTS = frozenset(
    "became met won lost took gave made went came got kept left ran saw held began stood sat fell "
    "beat drew grew knew met replaced joined visited meets wins loses takes gives makes wants "
    "needs hopes plans leads heads faces joins runs leaves".split()
)
# What titles of works and offices begin with: "at The Crown", "in Our Time".
_NEVER_NAMES = frozenset(
    "the a an this that these those my your his her its our their i we you he she it they not no "
    "in on at by for from with without to of about against over under into through during between "
    "among near inside outside within across along around behind below beyond down off onto out "
    "two three four five six seven eight nine ten first how why what where when who".split()
)
_POST_NOMINALS = frozenset("KC QC SC MP MSP MEP MBE OBE CBE KBE DBE MD PhD FRS Jr Sr".split())
_ANY = frozenset("every each any no some another many most few several such".split())
_JOINING = frozenset("first fire".split())  # "first lady", "fire chief"
_COMPARED = frozenset("younger elder older former latter".split())
_PLURALS = ("s", "men", "people", "police", "children")


class Phrase(NamedTuple):
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
        return self.head.endswith(_PLURALS) and not self.head.endswith("ss")  # "witness"


class Sentence:
    """A stretch of an article as tokens, and the phrases in it.

    Outside its tokens stands nothing: the questions below may be asked of any place near it.
    """

    def __init__(self, text: str, span: Span, quotations: Sequence[Span], lexicon: Lexicon) -> None:
        """Read `span` of `text`; `quotations` are those inside it, in order."""
        words = vocabulary(lexicon)
        self.lexicon = lexicon
        self.tokens: list[Token] = []
        self._source = text, span, quotations
        start = span.start
        for quotation in quotations:
            self.tokens += words.read(text, start, quotation.start)
            self.tokens.append(words.quotation)
            start = quotation.end
        self.tokens += words.read(text, start, span.end)
        # The tokens that any question begins with.
        self._notable = [index for index, token in enumerate(self.tokens) if token.is_notable]
        if lexicon.code == "en":
            self._find_odd_names()
        # An index below 0 shows the end of the list, which is as empty as the place it stands for.
        self._at = self.tokens + words.beyond
        self._opening_: list[int] | None = None
        self._titles_: list[int] | None = None
        self._openings: list[int] | None = None
        self._phrases: list[Phrase] | None = None
        self._starting_at: dict[int, Phrase | None] = {}
        self._places: list[tuple[int, int]] = []

    def _find_odd_names(self) -> None:
        """Read "Will" and "May" as names where they stand in one: "May Falk", "Ines May"."""
        words = self.lexicon
        for index in self._notable:
            token = self.tokens[index]
            if not token.is_odd_name:
                continue
            before = self.tokens[index - 1] if index else None
            after = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
            is_first = (
                (token.low in words.men or token.low in words.women)
                and after is not None
                and after.is_capital
                and not (before and before.low in words.prepositions)
            )
            is_last = (
                before is not None
                and before.is_capital
                and (before.low in words.men or before.low in words.women)
                and token.low in _ODD_SURNAMES
                and not (after and after.low.isdigit())
            )
            if is_first or is_last or self._is_odd_inside(index):
                self.tokens[index] = vocabulary(words).name(token.word)

    def _is_odd_inside(self, index: int) -> bool:
        """Whether a capital inside a sentence makes a small word a name: "chief Will Brandt"."""
        if not 0 < index < len(self.tokens) - 1:
            return False
        before, token, after = self.tokens[index - 1 : index + 2]
        words = self.lexicon
        inside = (before.is_word and before.is_lower) or before.low == ","
        if not (inside and after.is_capital) or after.is_organisation or "." in token.word:
            return False
        if any(token.low in table for table in (_NEVER_NAMES, words.times, words.conjunctions)):
            return False
        return not (token.word.isupper() or after.word.isupper())

    def __len__(self) -> int:
        return len(self.tokens)

    def cues(self) -> list[int]:
        """Where words stand that may report."""
        return [index for index in self._notable if self.tokens[index].is_cue]

    @property
    def _opening(self) -> list[int]:
        """Where a token opens a phrase."""
        if self._opening_ is None:
            self._opening_ = [
                index
                for index in self._notable
                if self._at[index].opens
                or (self._at[index].is_particle and self._opens_surname(index))
            ]
        return self._opening_

    @property
    def _titles(self) -> list[int]:
        """Where a token says what somebody is."""
        if self._titles_ is None:
            self._titles_ = [index for index in self._opening if self._at[index].titles]
        return self._titles_

    def low(self, index: int) -> str:
        """The word at `index` in lower case; empty for a quotation and outside the sentence."""
        return self._at[index].low

    def quoted(self, index: int) -> bool:
        """Whether a quotation stands at `index`."""
        return self._at[index].quoted

    def closes_with_comma(self, index: int) -> bool:
        """Whether a quotation stands at `index` that ends with a comma inside its marks."""
        if not self._at[index].quoted:
            return False
        place = self.place(index)
        return self._source[0][place.start : place.end].rstrip("\"'”’»").endswith(",")

    def is_word(self, index: int) -> bool:
        """Whether `index` holds a word rather than a mark, a quotation or nothing."""
        return self._at[index].is_word

    def is_capital(self, index: int) -> bool:
        """Whether the word at `index` begins with a capital and can stand in a name."""
        return self._at[index].is_capital

    def ends_clause(self, index: int) -> bool:
        """Whether no phrase reaches over `index`: a mark, a quotation, a verb, a small word."""
        token = self._at[index]
        joins = token.is_gerund or token.low in _JOINING
        after = self._at[index + 1]
        return token.ends_clause and not (joins and (after.is_role or after.is_organisation))

    def is_article(self, index: int) -> bool:
        """Whether an article stands at `index`, or another word that tells which or whose."""
        return self._at[index].is_article

    def is_pronoun(self, index: int) -> bool:
        """Whether a personal pronoun of the third person stands at `index`."""
        return self._at[index].is_pronoun

    def place(self, index: int) -> Span:
        """Where in the text the token at `index` stands."""
        if not self._places:
            words = vocabulary(self.lexicon)
            text, span, quotations = self._source
            start = span.start
            for quotation in quotations:
                self._places += [*words.places(text, start, quotation.start), quotation]
                start = quotation.end
            self._places += words.places(text, start, span.end)
        return Span(*self._places[index])

    def openings(self) -> list[int]:
        """Where phrases may begin: at names, articles, pronouns and titles, and before titles."""
        if self._openings is None:
            found = self._opening
            if self._titles:
                found = sorted({*found, *chain.from_iterable(map(self._up_to, self._titles))})
            self._openings = [index for index in found if self.can_begin(index)]
        return self._openings

    def _opens_surname(self, index: int) -> bool:
        """Whether a small word begins a name: "von Aschau", "van der Meer"."""
        step = index
        while self._at[step].is_particle and step < index + _PARTICLES:
            step += 1
        return (
            self.lexicon.code == "en"
            and self._at[step].is_capital
            and not (self._at[index - 1].is_capital or self._at[index - 1].is_particle)
        )

    def _up_to(self, title: int) -> range:
        """The places where a phrase may begin that reaches to the title at `title`."""
        first = title
        while title - first < _LONGEST_TITLE - 1 and not self._ends_title(first - 1):
            first -= 1
            if self._is_verb_before_title(first):
                return range(first + 1, title)  # "Falk met President Roe"
        return range(first, title)

    def _is_verb_before_title(self, index: int) -> bool:
        """Whether a verb that no table holds stands at `index`: "on Friday sacked Judge Roe"."""
        token, before = self._at[index], self._at[index - 1]
        if not token.is_lower:
            return False
        behind_subject = before.is_capital or before.low in self.lexicon.times
        return token.low in _PASTS or (behind_subject and token.low.endswith("ed"))

    def starting_at(self, first: int) -> Phrase | None:
        """The phrase that begins exactly at `first`, with article and titles."""
        if first not in self._starting_at:
            self._starting_at[first] = self._read_phrase(first)
        return self._starting_at[first]

    def phrases(self) -> list[Phrase]:
        """The names and roles, in order, none inside another."""
        if self._phrases is None:
            self._phrases = list(self._read_phrases())
        return self._phrases

    def _read_phrases(self) -> Iterator[Phrase]:
        behind = 0
        for first in self.openings():
            if first < behind or self._at[first].is_pronoun:
                continue
            phrase = self.starting_at(first)
            if phrase:
                phrase = self.completed(phrase)
                yield phrase
                behind = phrase.last + 1

    def _read_phrase(self, first: int) -> Phrase | None:
        token = self._at[first]
        if token.is_pronoun:
            return Phrase(
                "pronoun", (), None, token.low, None, definite=True, first=first, last=first
            )
        position = first + 1 if token.is_article else first
        title = self._title_end(position)
        if title is not None:
            return with_second_title(self, self._titled(first, position, title))
        if token.is_article and self.lexicon.capital_nouns:
            return None  # "der Hafen"
        if token.is_article:
            unknown = self._unknown_role(first, position)
            if unknown or self.low(position) in _COMPARED:
                return unknown  # "the younger Falk": which, the article tells and no rule does
            position = self._behind_adjectives(position)
        surname = token.is_particle and not token.is_capital and position == first
        if surname or (self.is_capital(position) and not self._is_genitive(position)):
            return self._read_name(first, self._behind_place(position))
        return None

    def _read_name(self, first: int, position: int) -> Phrase | None:
        last = self._name_end(position)
        trade = None
        if self.lexicon.code == "en":
            trade = 0 if self._opens_with_trade(position) else self._trade_end(last + 1)
        if trade:  # "Falk staffer Otto Brandt"
            last = self._name_end(trade + 1)
        # "Ines Falk's verdict": no word of an owner's name is a name of its own.
        return None if self.owns(last + 1) else self._named(first, position, last, trade)

    def _opens_with_trade(self, position: int) -> bool:
        """Whether a trade opens the sentence before a full name: "Winemaker Ines Falk"."""
        if position or not self._is_given_name(1) or self._is_given_name(0):
            return False
        return self._is_agent(0) and self.is_capital(2) and not self._is_genitive(1)

    def _trade_end(self, first: int) -> int | None:
        """The last of the words for a trade that no table holds, before a full name."""
        for index in range(first, first + _LONGEST_TRADE):
            token = self._at[index]
            if token.is_capital or token.ends_clause or token.is_genitive or not token.is_lower:
                return None
            if self.is_capital(index + 1):
                named = self.is_capital(index + 2) and not self._is_genitive(index + 1)
                return index if named and self._is_agent(index) and not token.is_role else None
        return None

    def _is_agent(self, index: int) -> bool:
        """Whether a word ends as those do that say what somebody does: "staffer"."""
        low = self.low(index)
        return low.endswith(_AGENTS) and low not in _NO_AGENTS

    def _unknown_role(self, first: int, begin: int) -> Phrase | None:
        """A noun that no table holds but a name explains: "the wherryman, Ines Falk,"."""
        participle = self.low(first - 1).endswith(("ing", "ed"))  # "the officer leading the case,"
        if participle or self.ends_clause(begin) or self.is_capital(begin):
            return None
        last = begin
        while last - begin < _MOST_ADJECTIVES and not self.ends_clause(last + 1):
            last += 1
        if self.low(last + 1) != ",":
            return None
        if not (self.is_capital(last + 2) and self.is_capital(last + 3)) or (
            self._is_governed(first) and self.low(first - 2) != "according"
        ):
            return None
        role = self.words(begin, last)
        return Phrase("role", (), role, self.low(last), None, definite=True, first=first, last=last)

    def _behind_adjectives(self, first: int) -> int:
        """Where the name begins in "a tearful Falk"."""
        if self.low(first - 1) in {"this", "that"}:
            return first  # "at this point Falk"
        for index in range(first, first + _MOST_ADJECTIVES + 1):
            if self.is_capital(index):
                return index
            if self.ends_clause(index) or self._at[index].is_genitive:
                break
        return first

    def _title_end(self, first: int) -> int | None:
        """The last token of the titles that begin at `first`; None where there are none."""
        following = bisect_left(self._titles, first)
        if following == len(self._titles) or self._titles[following] >= first + _LONGEST_TITLE:
            return None
        found = None
        for index in range(first, first + _LONGEST_TITLE):
            if self._ends_title(index):
                break
            token, after = self._at[index], self._at[index + 1]
            # An honorific needs a name behind it; "foreign ministry" may go on to "spokesman".
            if token.is_honorific and token.is_capital:
                named = after.is_capital and not self._is_genitive(index + 1)
                return index if named else found  # but "Ms Falk's brother"
            is_role = self._is_title(index) and not self._is_surname(first, index)
            if is_role or (token.is_organisation and self._stands_alone(index)):
                found = index
            elif self._ends_titles(first, index, found):
                break
            if is_role and after.is_capital and not (after.is_role or after.is_honorific):
                if self._goes_on_to_role(index + 1):
                    continue  # "Deputy Defence Secretary"
                return index
        return found

    def _ends_titles(self, first: int, index: int, found: int | None) -> bool:
        """Whether a word that is no title ends those that begin at `first`."""
        if found is not None:
            return not self._goes_on_to_role(index)
        return self._is_verb_behind_name(first, index)

    def _is_verb_behind_name(self, first: int, index: int) -> bool:
        """Whether a full name ends before a word that is none of its titles: "Ines Falk met"."""
        token = self._at[index]
        if not (token.is_lower and index - first > 1 and self._at[index - 1].is_capital):
            return False
        full = self._is_given_name(first) and self.is_capital(first + 1)
        return full or token.low.endswith("ed") or token.low in _PASTS

    def _is_title(self, index: int) -> bool:
        """Whether a role stands at `index`: "judge", or "Justice" where a full name follows."""
        return self._at[index].is_role or (
            self.low(index) == "justice"
            and self._is_given_name(index + 1)
            and self.is_capital(index + 2)
        )

    def _goes_on_to_role(self, first: int) -> bool:
        """Whether capitals end in another role: "Defence Secretary Ines Falk", "Prime Minister"."""
        for index in range(first, first + _LONGEST_FIELD):
            if not self.is_capital(index) or self._is_given_name(index):
                return False
            if self._at[index].is_role:
                if self.is_capital(index + 1):
                    return self._is_given_name(index + 1)
                return index > first and self.low(index) not in _TRADE_SURNAMES
        return False

    def _stands_alone(self, index: int) -> bool:
        """Whether a word for an organisation is no part of its name: "the ministry", "Police"."""
        return not self.is_capital(index) or not (
            self.is_capital(index - 1)
            or self.is_capital(index + 1)
            or (self.low(index + 1) in {"of", "for", "für"} and self.is_capital(index + 2))
        )

    def _ends_title(self, index: int) -> bool:
        """Whether no title reaches over `index`."""
        return self.ends_clause(index) and not self._links_capitals(index)

    def _links_capitals(self, index: int) -> bool:
        """Whether a small word stands inside an organisation's name: "Bank of England"."""
        return (
            self.low(index) in _LINKS
            and self.is_capital(index - 1)
            and (self.is_capital(index + 1) or self.low(index + 1) == "the")
        )

    def _is_surname(self, first: int, index: int) -> bool:
        """Whether a word for a role stands behind a given name: "John Major"."""
        return (
            self.is_capital(index)
            and index > first
            and self.is_capital(index - 1)
            and (
                self._is_given_name(index - 1)
                or self._is_introduced(index + 1)
                or (self.low(index) in _TRADE_SURNAMES and not self.is_capital(index + 1))
            )
            and not (self._at[index - 1].is_role or self._at[index - 1].is_honorific)
        )

    def _is_introduced(self, comma: int) -> bool:
        """Whether age or trade follow, as behind a full name: ", 52", ", a nurse"."""
        after = self.low(comma + 1)
        return self.low(comma) == "," and (
            after in self.lexicon.indefinite or (after.isdigit() and len(after) == _AGE)
        )

    def owns(self, index: int) -> bool:
        """Whether a name ends at `index` that says whose something is: "Ines Falk's"."""
        return self.is_capital(index) and self._is_genitive(index)

    def owners(self) -> Iterator[Phrase]:
        """The names of those who own something: Ines Falk in "Ines Falk's boat"."""
        for index in self._opening:
            owner = self.owner(index) if self._at[index].is_genitive else None
            if owner:
                yield owner

    def siblings(self) -> Iterator[Phrase]:
        """The first of two who share a surname: Ines Falk in "Ines and Otto Falk"."""
        for index in self._opening:
            other = index + 2
            if not (self.low(index + 1) == "and" and self._is_given_name(index)):
                continue
            named = self.is_capital(index - 1) and not self._at[index - 1].is_role
            owned = self.is_capital(other) and self.owns(other + 1)
            if named or not (self._is_given_name(other) or (owned and self._may_be_person(other))):
                continue
            last = other + 1 if owned else self._name_end(other)  # "Ines and Otto Falk's boat"
            if last == other + 1:
                surname = self._at[last].word
                surname = _without_genitive(surname) if self._is_genitive(last) else surname
                words = self._at[index].word, surname
                yield Phrase("name", words, None, "", None, definite=True, first=index, last=index)

    def _may_be_person(self, first: int) -> bool:
        """Whether nothing shows that two words with a capital are no person's name."""
        given, surname = self._at[first : first + 2]
        return not (given.titles or given.is_genitive or surname.titles)

    def owner(self, last: int) -> Phrase | None:
        """The name of whoever owns what follows, where it ends at `last`: "Ines Falk's"."""
        first = last
        while self.is_capital(first - 1) and last - first < _LONGEST_NAME:
            first -= 1
        if not self.owns(last):
            return None
        honorific = role = None
        while first < last and (self._at[first].is_role or self._at[first].is_honorific):
            if self._at[first].is_role:  # "Gov. Ines Falk's office"
                role = self._at[first].word
            else:
                honorific = self.low(first)
            first += 1
        if self._at[first].is_role:
            return None
        *names, genitive = self._at[first : last + 1]
        words = (*[token.word for token in names], _without_genitive(genitive.word))
        return Phrase("name", words, role, "", honorific, definite=True, first=first, last=last)

    def _behind_place(self, first: int) -> int:
        """Where the person begins in "director of Logan Airport Ines Falk"."""
        for index in range(first, first + _LONGEST_NAME):
            if not self.is_capital(index + 2):
                break
            if self._at[index].is_organisation and self._is_given_name(index + 1):
                return index + 1
        return first

    def _is_genitive(self, index: int) -> bool:
        if not self._at[index].is_genitive or self.lexicon.code != "en":
            return False
        # "the Seafarers' Union", "Lloyd's Bank": part of an organisation's name.
        after = self._at[index + 1]
        return not (after.is_capital and after.is_organisation)

    def _name_end(self, first: int) -> int:
        """The last token of the run of capitalised words that begins at `first`."""
        last = first
        while last - first < _LONGEST_NAME:
            step = last + 1
            if not self._at[step].is_capital:
                while self._at[step].is_particle and step - last < 4:  # noqa: PLR2004 - "van der", "de la"
                    step += 1
                if step == last + 1:
                    if not self._joins_organisation(first, last):
                        break
                    step += 2 if self.low(step + 1) == "the" else 1
            if not self.is_capital(step) or self._is_genitive(step):
                break
            last = step
        return last

    def _joins_organisation(self, first: int, last: int) -> bool:
        """Whether an organisation's name goes on: "Ministry of Defence"."""
        if self.low(last + 1) == "and" and self.low(first - 1) == "the":
            return self._at[self._run_of_capitals(last + 2)].is_organisation
        person = last + 2 if self.low(last + 2) != "the" else last + 3
        return (
            self.low(last + 1) in {"of", "for", "für"}
            and any(token.is_organisation for token in self._at[first : last + 1])
            and not (self._is_given_name(person) and self.is_capital(person + 1))
        )

    def _run_of_capitals(self, first: int) -> int:
        """The last of the capitalised words that begin at `first`; one before it if none does."""
        last = first - 1
        while self.is_capital(last + 1) and last - first < _LONGEST_NAME:
            last += 1
        return last

    def _is_given_name(self, index: int) -> bool:
        low = self.low(index)
        if self.lexicon.code == "ru":
            return bool(low) and russian_words.is_given_name(low)
        return self.is_capital(index) and (low in self.lexicon.men or low in self.lexicon.women)

    def _titled(self, first: int, begin: int, title: int) -> Phrase:
        every = self.low(first - 1) in _ANY and self.lexicon.code == "en"  # "every actor"
        definite = self.low(first) not in self.lexicon.indefinite and not every
        named = self._behind_office(title + 1)
        if named is not None:
            whole = self._named(first, begin, self._name_end(named), named - 1)
            return whole._replace(definite=definite)
        if self.is_capital(title + 1) and not self._is_genitive(title + 1):
            last = self._name_end(title + 1)
            return self._named(first, begin, last, title)._replace(definite=definite)
        last = title
        if self.lexicon.code == "ru":
            last = self._attributes_end(title)
        elif self.lexicon.code in _ADJECTIVE_BEHIND and self._is_adjective_behind(title):
            last = title + 1
        elif self.low(title + 1) in _ROLE_LINKS:
            last = self._tail_end(title + 1)
            full = self._is_given_name(last + 1) and self.is_capital(last + 2)
            if full and last > title:  # "Secretary of State Ines Falk"
                return self._named(first, begin, self._name_end(last + 1), last)
        head = self.low(title)
        if self._at[title].is_honorific and not (self._at[title].is_lower and begin != first):
            return self._named(first, begin, title, None)._replace(definite=definite)
        # "Police", "Officials" have no article; "Major said" may be a surname.
        return Phrase(
            kind="role",
            name=(self._at[title].word,) if begin == title == first else (),
            role=self.words(begin, last),
            head=head,
            honorific=None,
            definite=definite,
            first=first,
            last=last,
            possessor=self.low(first) in {"his", "her", "their"}
            or any(self._is_genitive(index) for index in range(begin, title)),
        )

    def _behind_office(self, first: int) -> int | None:
        """Where the name begins behind a role in full: "министр транспорта Иван Петров"."""
        if self.lexicon.code not in _NAME_BEHIND_OFFICE:
            return None
        for index in range(first, first + _LONGEST_OFFICE):
            if self._is_given_name(index) and self.is_capital(index) and self.is_capital(index + 1):
                return index if index > first else None
            linked = self.low(index) in _ROLE_LINKS and self.lexicon.code != "ru"
            if self.ends_clause(index) and not (linked or self._at[index].is_article):
                break
        return None

    def _is_adjective_behind(self, title: int) -> bool:
        """Whether one word stands between a role and the end: "la portavoz presidencial, …"."""
        token = self._at[title + 1]
        return (
            token.is_word
            and token.is_lower
            and not token.ends_clause
            and self.ends_clause(title + 2)
        )

    def _attributes_end(self, title: int) -> int:
        """The last of the genitives behind a Russian noun: "министерство транспорта России"."""
        last = title
        while (
            last - title < _MOST_ATTRIBUTES
            and self.is_word(last + 1)
            and not self.ends_clause(last + 1)
        ):
            last += 1
        return last

    def _tail_end(self, first: int) -> int:
        last = first
        for index in range(first, first + _LONGEST_TAIL):
            low = self.low(index)
            token = self._at[index]
            if low in self.lexicon.times or (low.isdigit() and len(low) == _YEAR):
                break  # "the trust in 2022"
            titled = token.is_honorific or (
                token.is_role and (token.word[-1:] == "." or self._is_given_name(index + 1))
            )
            another = titled and self.low(index - 1) in self.lexicon.prepositions
            if (another or self._is_given_name(index)) and self.is_capital(index + 1):
                break  # "the team of Ines Falk", "an aide to Sen. Falk"
            if token.is_article and self._introduces_person(index + 1):
                break  # "the manager of the runner Ines Falk"
            if low in self.lexicon.conjunctions and self._is_title_with_name(index + 1):
                break  # "chair of the board and Finance Minister Ines Falk"
            small = low in self.lexicon.prepositions or low in self.lexicon.definite
            if self.is_word(index) and (
                small
                or low in self.lexicon.indefinite
                or not self.ends_clause(index)
                or self._links_capitals(index)
            ):
                last = index
            else:
                break
        while last >= first and (
            self.low(last) in self.lexicon.prepositions or self.low(last) in self.lexicon.definite
        ):
            last -= 1
        return last

    def _introduces_person(self, first: int) -> bool:
        """Whether a noun for somebody stands before a given name: "Kenyan runner Ines Falk"."""
        for index in range(first, first + _LONGEST_FIELD):
            token = self._at[index]
            if self._is_given_name(index + 1) and self.is_capital(index + 2):
                agent = token.is_role or self._is_agent(index)
                return token.is_lower and agent and not token.is_organisation
            if token.ends_clause:
                break
        return False

    def _is_title_with_name(self, first: int) -> bool:
        title = self._title_end(first)
        return title is not None and self.is_capital(title + 1)

    def _named(self, first: int, begin: int, last: int, title: int | None) -> Phrase:
        start = begin if title is None else title + 1
        honorific = None
        if title is not None and self._at[title].is_honorific:
            honorific = self.low(title)
        while start < last and (self._at[start].is_honorific or self.low(start) == "justice"):
            if self._at[start].is_honorific:
                honorific = self.low(start)
            elif start == begin and title is None:
                break  # "Justice Department"
            start += 1
        role = None
        if title is not None:
            end = title
            while end >= begin and self._at[end].is_honorific:
                end -= 1
            role = self.words(begin, end) if end >= begin else None
        end = last
        while end > start and self._at[end].word in _POST_NOMINALS:
            end -= 1
        name = tuple([token.word for token in self._at[start : end + 1]])
        if self.lexicon.code == "ru":
            name = russian_words.nominative(name)
        return Phrase("name", name, role, "", honorific, definite=True, first=first, last=last)

    def ending_at(self, last: int, *, governed: bool = False) -> Phrase | None:
        """The longest phrase that ends exactly at `last` and can be a subject.

        Args:
            last: a token.
            governed: whether a preposition may stand before: "signed by Falk, who said".
        """
        if not self.is_word(last):
            return None
        low = self.low(last)
        if low in self.lexicon.adverbs and not self.is_capital(last) and not self.is_pronoun(last):
            return None
        earliest = bisect_left(self.openings(), last - _LONGEST_TITLE - _LONGEST_NAME)
        for first in self.openings()[earliest:]:
            if first > last:
                break
            phrase = self.starting_at(first)
            if phrase and phrase.last == last and not governed and self._is_governed(first):
                if phrase.kind == "name" and phrase.role and self.is_article(first):
                    return None  # "the manager of the runner Ines Falk"
            elif phrase and phrase.last == last:
                return phrase._replace(joint=True) if self._is_joined(first) else phrase
        return None

    def can_begin(self, first: int) -> bool:
        """Whether a phrase may begin at `first`, not in the middle of one."""
        token, before = self._at[first], self._at[first - 1]
        if token.is_article or token.is_pronoun:
            return True
        if token.is_particle and token.is_lower:
            return self._opens_surname(first)
        if before.is_article or self.ends_clause(first):
            return False
        if token.is_lower and token.low in self.lexicon.times:
            return False  # "on Monday evening Energy Minister Falk"
        # Not in the middle of a name.
        return not (
            token.is_capital
            and (before.is_capital or before.is_particle)
            and not self._is_genitive(first - 1)
        )

    def _is_governed(self, first: int) -> bool:
        """Whether a preposition stands before: "a letter to Falk said"."""
        before = self.low(first - 1)
        return before in self.lexicon.prepositions and before not in self.lexicon.conjunctions

    def _is_joined(self, first: int) -> bool:
        if self.low(first - 1) not in {"and", "or", "und", "et", "y", "e"}:
            return False
        if self.low(first - 2) == ",":  # "by Falk, and Meyer said": a clause of its own
            before = self.ending_at(first - 3)
            return before is not None and not (before.first and self.is_word(before.first - 1))
        return self.is_capital(first - 2) or self._at[first - 2].is_role

    def subject(self, end: int) -> Phrase | None:
        """The first phrase before token `end` that no preposition governs."""
        behind = 0
        for first in self.openings():
            if first >= min(end, _SUBJECT_WITHIN):
                break
            phrase = self.starting_at(first) if first >= behind else None
            if phrase is None:
                continue
            is_object = self._is_object(first)
            phrase = self.completed(phrase)
            if is_object:
                behind = phrase.last + 1
                continue
            if phrase.last >= end:
                return None
            behind = phrase.last + 1
            placed = phrase.kind == "name" and not first and self.low(behind) == ":"
            placed = placed or self._is_second_end(first)
            if placed or self._is_governed(phrase.first) or self._is_aside(phrase):
                continue  # "Skarn: Amid a row, the mayor closed the port and said …"
            if self.low(behind) in {"and", "or"}:
                return phrase._replace(joint=self._continues_list(behind + 1))
            return phrase
        return None

    def _is_second_end(self, first: int) -> bool:
        """Whether two places are joined before `first`: "the Skarn–Holm line"."""
        joined = self.is_capital(first - 2) and self.low(first - 1) in {"–", "/"}
        return joined and self.place(first - 2).end == self.place(first).start - 1

    def _is_aside(self, phrase: Phrase) -> bool:
        """Whether a name only says who was meant: "with the publisher, Ines Falk, he spoke"."""
        commas = self.low(phrase.first - 1), self.low(phrase.last + 1)
        if phrase.kind != "name" or commas != (",", ","):
            return False
        after = self.starting_at(phrase.last + 2) if self.can_begin(phrase.last + 2) else None
        before = self._at[phrase.first - 2]
        described = before.is_role or (before.is_lower and before.low not in self.lexicon.times)
        return after is not None and after.kind != "role" and described

    def _is_object(self, first: int) -> bool:
        """Whether another word of the clause stands before: "reached the trawler Grey Heron"."""
        first = self._owner_begin(first)
        low = self.low(first - 1)
        words = self.lexicon
        return self.is_word(first - 1) and not (
            self._opens_behind_place(first)
            or low in words.function_words
            or (words.capital_nouns and low in words.auxiliaries)  # "Am Abend hat Falk …"
            or low in words.conjunctions
            or low in words.adverbs
            or low in words.times
            or low.isdigit()
        )

    def _owner_begin(self, first: int) -> int:
        """Where the owner's name begins before `first`: "Ms Falk's brother"; else `first`."""
        if not self.owns(first - 1):
            return first
        first -= 1
        while self.is_capital(first - 1):
            first -= 1
        return first

    def _opens_behind_place(self, first: int) -> bool:
        """Whether only where or when stands before: "In the women's race Ines Falk won"."""
        if not 0 < first <= _LONGEST_TITLE or self.low(0) not in self.lexicon.prepositions:
            return False
        between = self._at[1:first]
        after = self._at[self._name_end(first) + 1] if self.is_capital(first) else None
        return (
            after is not None
            and after.is_lower
            and not (after.is_article or after.low in self.lexicon.prepositions)
            and all(one.is_word and (one.is_article or not one.ends_clause) for one in between)
        )

    def identified(self, subject: Phrase) -> Phrase | None:
        """Ines Falk in "His neighbour is the potter Ines Falk"; None where nobody is named so."""
        step = subject.last + 1
        if self.low(step) == ",":
            step = next(
                (i + 1 for i in range(step + 1, step + _LONGEST_APPOSITION) if self.low(i) == ","),
                step,
            )
        if subject.kind != "role" or self.low(step) not in {"is", "was"}:
            return None
        phrase = self.starting_at(step + 1)
        return phrase if phrase and phrase.kind == "name" and len(phrase.name) > 1 else None

    def completed(self, phrase: Phrase) -> Phrase:
        """With the role behind a name (", the harbour master"), or with the name behind a role."""
        if self.low(phrase.last + 1) != ",":
            return phrase
        if phrase.kind == "name" and phrase.role is None:
            role = self.apposition(phrase.last + 1)
            return phrase._replace(role=role) if role else phrase
        if phrase.kind == "role":
            name = self.starting_at(phrase.last + 2)
            closes = name and self._closes(name.last + 1, definite=phrase.definite)
            is_full = name and (
                len(name.name) > 1
                or name.honorific
                or phrase.possessor  # "his wife, Ines"
                or self.low(name.last + 2).isdigit()  # "a pupil, Ines, 8,"
                or self.lexicon.is_organisation(phrase.head)  # "the militant group, Hamas,"
            )
            ranked = name and name.role and len(name.name) > 1
            if name and name.kind == "name" and closes and (ranked or not name.role) and is_full:
                return name._replace(role=phrase.role, first=phrase.first)
        return phrase

    def _closes(self, index: int, *, definite: bool) -> bool:
        """Whether a name in an apposition ends before `index`: a comma where it has "a"."""
        return not self.is_word(index) if definite else self.low(index) == ","

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
            if role_at is None and self._at[index].is_role:
                role_at = index
            last = index
        if role_at is None or role_at - begin > 5:  # noqa: PLR2004 - the role is the apposition's noun
            return None
        crossed = any(
            self.low(index) in self.lexicon.prepositions
            or self.low(index) in self.lexicon.conjunctions
            for index in range(begin, role_at)
        )
        named = self.is_capital(role_at + 1) and not self._at[role_at + 1].is_role
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
        return " ".join(token.word for token in self._at[first : last + 1])


def _without_genitive(word: str) -> str:
    """Falk for "Falk's", Reeves for "Reeves'"."""
    return word[:-2] if word[-1:] in "sS" else word[:-1]
