"""The noun phrase that begins at a word: a name with its titles, a role, a pronoun, an owner."""

from collections.abc import Iterator, Sequence

from index.quotes import russian_words
from index.quotes.bounds import MOST_ADJECTIVES, ROLE_LINKS, Bounds
from index.quotes.double_titles import with_second_title
from index.quotes.lexicon import Lexicon
from index.quotes.phrase import Phrase
from index.quotes.titles import LONGEST_NAME, PARTIES, POST_NOMINALS
from index.spans import Span

_LONGEST_ACRONYM = 4  # letters; more are a name in capitals
_ADJECTIVE_BEHIND = frozenset({"fr", "es"})
_LONG_PARTICIPLE = 6  # letters: no "Reed" or "King"
_NAME_WITHIN = MOST_ADJECTIVES + 3  # tokens
_ANY = frozenset("every each any no some another many most few several such".split())
_WHEN = frozenset("when as after before while once until if because since".split())
# What an office is of, before the name of who holds it: "Secretary of State".
_OFFICES_OF = frozenset(
    "police opposition state staff house senate schools health education defense defence labor "
    "labour finance justice elections operations security commerce agriculture energy war "
    "communications policy parks prisons works treasury transportation transport tourism trade"
    " culture".split()
)
_PARTISANS = frozenset(
    "libertarian socialist unionist tory frenchman frenchwoman spaniard briton scotsman welshman "
    "englishman englishwoman irishman irishwoman dutchman dutchwoman dane swede texan californian "
    "floridian ohioan virginian iowan londoner parisian".split()
)
_ONCE = frozenset("former retired longtime onetime fellow veteran".split())
# What winds are called before their names: "Hurricane Delmar".
_STORMS = frozenset("hurricane typhoon cyclone storm tornado".split())
_WINDS = frozenset("tropical subtropical super winter".split())
_AGED = frozenset("younger elder older".split())
COMPARED = frozenset("younger elder older former latter".split())


class Readings(Bounds):
    """A stretch in which the phrase that begins at a word can be read."""

    def __init__(self, text: str, span: Span, quotations: Sequence[Span], lexicon: Lexicon) -> None:
        super().__init__(text, span, quotations, lexicon)
        self._starting_at: dict[int, Phrase | None] = {}

    def starting_at(self, first: int) -> Phrase | None:
        """The phrase that begins exactly at `first`, with article and titles."""
        if first not in self._starting_at:
            self._starting_at[first] = self._read_phrase(first)
        return self._starting_at[first]

    def _read_phrase(self, first: int) -> Phrase | None:
        token = self._at[first]
        if token.is_pronoun:
            head = token.low.replace("’", "'").partition("'")[0]  # "he" of "he'd"
            return Phrase("pronoun", (), None, head, None, definite=True, first=first, last=first)
        owned = self._behind_styled_owner(first) if token.is_honorific else None
        return owned._replace(first=first) if owned else self._read_noun(first)

    def _read_noun(self, first: int) -> Phrase | None:
        token = self._at[first]
        position = first + 1 if token.is_article else first
        if token.is_article and self.low(position) in _AGED:
            compared = self._one_of_two(first, position)
            if compared:
                return compared
        title = self._title_end(position)
        if title is not None:
            titled = self._titled(first, position, title)
            return with_second_title(self, titled) if titled else None
        if token.is_article and (self.lexicon.capital_nouns or not self._is_name_near(position)):
            return None  # "der Hafen", "the harbour"
        if token.is_article:
            unknown = self._unknown_role(first, position) or self._one_of_two(first, position)
            if unknown or self.low(position) in COMPARED:
                return unknown
            position = self._behind_adjectives(position)
        surname = token.is_particle and not token.is_capital and position == first
        names = self.is_capital(position) and not self._is_genitive(position)
        names = names and self.low(position)[:2] not in PARTIES  # ", R-South Carolina"
        names = names and not (len(token.word) == 1 and self.low(position - 1) == "(")  # "(R)"
        if surname or (names and (position or not self._is_participle_first())):
            return self._read_name(first, self._behind_place(position))
        return None

    def _is_name_near(self, position: int) -> bool:
        """Whether a capital is near enough for all that may make somebody of a noun at `position`.

        Two words with a comma before it are the most: "the old quiet wherryman, Ines Falk".
        """
        return any(token.is_capital for token in self._at[position : position + _NAME_WITHIN])

    def _behind_styled_owner(self, first: int) -> Phrase | None:
        """What a name with an honorific at `first` owns: "Mr. Falk’s campaign"."""
        last = first + 1
        while self.is_capital(last) and not self.owns(last) and last - first < LONGEST_NAME:
            last += 1
        return self.starting_at(last + 1) if self.owns(last) else None

    def _is_participle_first(self) -> bool:
        """Whether a participle opens the sentence: "Appointed to the board, she left"."""
        low, after = self.low(0), self.low(1)
        ends = low.endswith(("ed", "ing")) and len(low) >= _LONG_PARTICIPLE
        governs = after in self.lexicon.prepositions or after in self.lexicon.articles
        return self.lexicon.code == "en" and ends and governs

    def _read_name(self, first: int, position: int) -> Phrase | None:
        last = self._name_end(position)
        trade = None
        winds = self.low(position) in _WINDS and self.low(position + 1) in _STORMS
        storm = winds or self.low(position) in _STORMS
        if storm and last > position and not self._is_group(position, last):
            return None  # "Hurricane Delmar", "Tropical Storm Delmar"
        if self.lexicon.code == "en":
            trade = self._former_end(position)
            if trade is not None:
                return self._named(first, position, last, trade)
            trade = 0 if self._opens_with_trade(position) else self._trade_end(last + 1)
        if trade:  # "Falk staffer Otto Brandt"
            last = self._name_end(trade + 1)
        # "Ines Falk's verdict": no word of an owner's name is a name of its own.
        if self.owns(last + 1) or (self.low(last + 1) == "&" and self.owns(last + 2)):
            return None
        return self._named(first, position, last, trade)

    def _former_end(self, position: int) -> int | None:
        """The last word of what somebody was, before a given name: "Former Olympian Ines Falk"."""
        if self.low(position) not in _ONCE:
            return None
        for index in range(position, position + MOST_ADJECTIVES + 1):
            if self._is_given_name(index + 1) and self.is_capital(index + 2):
                return index
            if not self.is_capital(index + 1):
                break
        return None

    def _unknown_role(self, first: int, begin: int) -> Phrase | None:
        """A noun that no table holds but a name explains: "the wherryman, Ines Falk,"."""
        participle = self.low(first - 1).endswith(("ing", "ed"))  # "the officer leading the case,"
        if participle or self.ends_clause(begin) or self.is_capital(begin):
            return None
        if self.low(first - 1) in _WHEN:
            return None  # "When the river rose, Ines Falk"
        last = begin
        while last - begin < MOST_ADJECTIVES and not self.ends_clause(last + 1):
            last += 1
        if self.low(last + 1) != ",":
            return None
        if not (self.is_capital(last + 2) and self.is_capital(last + 3)) or (
            self._is_governed(first) and self.low(first - 2) != "according"
        ):
            return None
        role = self.words(begin, last)
        return Phrase("role", (), role, self.low(last), None, definite=True, first=first, last=last)

    def _one_of_two(self, first: int, position: int) -> Phrase | None:
        """Whoever "the younger Falk" is: the article tells which of two, and no rule does."""
        last = position + 1
        if self.low(position) not in COMPARED or not self.is_capital(last):
            return None
        role, head = self.words(position, last), self.low(last)
        return Phrase("role", (), role, head, None, definite=False, first=first, last=last)

    def owners(self) -> Iterator[Phrase]:
        """The names of those who own something: Ines Falk in "Ines Falk's boat"."""
        for index in self._opening:
            owner = self.owner(index) if self._at[index].is_genitive else None
            if owner:
                yield owner

    def siblings(self) -> Iterator[Phrase]:
        """The first of two who share a surname: Ines Falk in "Ines and Otto Falk"."""
        for index in self._opening:
            if not (self._at[index + 1].low == "and" and self._is_given_name(index)):
                continue
            other = index + 2
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

    def owner(self, last: int) -> Phrase | None:
        """The name of whoever owns what follows, where it ends at `last`: "Ines Falk's"."""
        first = last
        while self.is_capital(first - 1) and last - first < LONGEST_NAME:
            first -= 1
        named_for = self.low(first - 1) == "of" and self._at[first - 2].is_organisation
        if named_for or not self.owns(last):
            return None  # "the University of Skarn's dean"
        honorific = role = None
        title = self._title_end(first)
        if title is not None and title < last:  # "Ohio Gov. Ines Falk's office"
            role = self.words(first, title)
            first = title + 1
        while first < last and (self._at[first].is_role or self._is_honorific(first)):
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

    def _titled(self, first: int, begin: int, title: int) -> Phrase | None:
        every = self.low(first - 1) in _ANY and self.lexicon.code == "en"  # "every actor"
        definite = self.low(first) not in self.lexicon.indefinite and not every
        named = self._behind_office(title + 1)
        if named is not None:
            whole = self._named(first, begin, self._name_end(named), named - 1)
            return whole._replace(definite=definite)
        if self.is_capital(title + 1) and not self._is_genitive(title + 1):
            last = self._name_end(title + 1)
            named_so = self._named(first, begin, last, title)._replace(definite=definite)
            return self._unless_owner(named_so)
        last = title
        if self.lexicon.code == "ru":
            last = self._attributes_end(title)
        elif self.lexicon.code in _ADJECTIVE_BEHIND and self._is_adjective_behind(title):
            last = title + 1
        elif self.low(title + 1) in ROLE_LINKS and self._links_role(title + 1):
            last = self._tail_end(title + 1)
            office = self._office_named(title + 1)
            if office:  # "Leader of the Opposition Zylo Quarn"
                officer = self._named(first, begin, self._name_end(office + 1), office)
                return self._unless_owner(officer)
            full = self._is_given_name(last + 1) and self.is_capital(last + 2)
            if full and any(one.is_role for one in self._at[title + 2 : last + 1]):
                last = title  # "the spokesman for President Ines Falk": she is only served
            elif full and last > title:  # "Secretary of State Ines Falk"
                return self._unless_owner(self._named(first, begin, self._name_end(last + 1), last))
        head = self.low(title)
        if self._is_honorific(title) and not (self._at[title].is_lower and begin != first):
            return self._named(first, begin, title, None)._replace(definite=definite)
        owned = self._owner_begin(first)  # "Ms Falk's lawyer"
        # "Police", "Officials" have no article; "Major said" may be a surname.
        return Phrase(
            kind="role",
            name=(self._at[title].word,) if begin == title == owned else (),
            role=self.words(begin if owned == first else owned, last),
            head=head,
            honorific=None,
            definite=definite,
            first=first,
            last=last,
            possessor=owned < first
            or self.low(first) in {"his", "her", "their"}
            or any(self._is_genitive(index) for index in range(begin, title)),
        )

    def _unless_owner(self, phrase: Phrase) -> Phrase | None:
        """A name, but where it goes on to an owner's: "former Mayor Ines Falk's letter"."""
        return None if self.owns(phrase.last + 1) else phrase

    def _links_role(self, link: int) -> bool:
        """Whether a small word says of what a role is: not "to" in "urged the council to go"."""
        after = link + 1
        named = self.is_article(after) or self.is_capital(after)
        return self.low(link) != "to" or named or not self._at[link - 1].is_organisation

    def _office_named(self, link: int) -> int:
        """Where what an office is of ends, before a full name; 0 where none stands: "of Police"."""
        if self.low(link) not in {"of", "for"} or not self.is_capital(link - 1):
            return 0
        office = link + 2 if self.low(link + 1) == "the" else link + 1
        if self.low(office) == "public" or self.low(office + 1) == "security":
            office += 1  # "of Public Health", "of Homeland Security"
        if not self.is_capital(office + 1):
            return 0
        names = range(office + 1, self._name_end(office + 1) + 1)
        named = len(names) in {2, 3} and not any(self._at[step].titles for step in names)
        return office if named and self.low(office) in _OFFICES_OF else 0

    def _named(self, first: int, begin: int, last: int, title: int | None) -> Phrase:
        start = begin if title is None else title + 1
        honorific = None
        if title is not None and self._is_honorific(title):
            honorific = self.low(title)
        while start < last and (self._is_honorific(start) or self.low(start) == "justice"):
            if self._is_honorific(start):
                honorific = self.low(start)
            elif start == begin and title is None and self._is_group(start, last):
                break  # "Justice Department"
            start += 1
        justice = self.low(start - 1) == "justice" and start > begin  # "Mr Justice Falk"
        role = self._at[start - 1].word if justice else None
        if title is not None:
            end = title
            while end >= begin and self._is_honorific(end):
                end -= 1
            if honorific is None or any(one.titles for one in self._at[begin : end + 1]):
                role = self.words(begin, end)  # but "pressed Mr. Falk"
        if title is None and self.lexicon.code == "en":
            office = self._office_end(start, last)
            role = self.words(start, office) if office >= start else role
            start = office + 1
        end = last
        while end > start and self._at[end].word in POST_NOMINALS:
            end -= 1
        name = tuple([token.word for token in self._at[start : end + 1]])
        if self.lexicon.code == "ru":
            name = russian_words.nominative(name)
        return Phrase("name", name, role, "", honorific, definite=True, first=first, last=last)

    def _office_end(self, first: int, last: int) -> int:
        """The last capital that only says whose or what somebody is; before `first` if none does.

        "Kiboro MCA Ines Falk", "Labour TD Ines Falk", "Dutch Green Ines Falk".
        """
        for index in range(last - 2, first - 1, -1):
            word = self._at[index].word
            given = self._is_given_name(index + 1)
            office = word.isupper() and word.isalpha() and 1 < len(word) <= _LONGEST_ACRONYM
            if office and (given or index > first):
                spelt = not any(self._at[step].word.isupper() for step in (index + 1, index + 2))
                return index if spelt and not self._is_group(first, last) else first - 1
        index = first
        while index < last - 1 and self.low(index) in self.lexicon.peoples:
            index += 1
        of_people = index > first and (index - first > 1 or self._is_given_name(index))
        of_people = of_people or (index > first and self.low(first) in _PARTISANS)
        return index - 1 if of_people and not self._is_group(first, last) else first - 1

    def _is_group(self, first: int, last: int) -> bool:
        return any(token.is_organisation for token in self._at[first : last + 1])

    def _is_governed(self, first: int) -> bool:
        """Whether a preposition stands before: "a letter to Falk said"."""
        before = self.low(first - 1)
        return before in self.lexicon.prepositions and before not in self.lexicon.conjunctions

    def _owner_begin(self, first: int) -> int:
        """Where the owner's name begins before `first`: "Ms Falk's brother"; else `first`."""
        if not self.owns(first - 1):
            return first
        first -= 1
        while self.is_capital(first - 1):
            first -= 1
        return first


def _without_genitive(word: str) -> str:
    """Falk for "Falk's", Reeves for "Reeves'"."""
    return word[:-2] if word[-1:] in "sS" else word[:-1]
