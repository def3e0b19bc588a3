"""The phrases of a sentence that name somebody, and which of them is its subject."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from index.quotes import russian_words
from index.quotes.bounds import (
    LONGEST_NAME,
    LONGEST_TITLE,
    MOST_ADJECTIVES,
    POST_NOMINALS,
    ROLE_LINKS,
    Bounds,
)
from index.quotes.double_titles import with_second_title
from index.quotes.lexicon import Lexicon
from index.quotes.phrase import Phrase
from index.spans import Span

_LONGEST_ACRONYM = 4  # letters; more are a name in capitals
_LONGEST_APPOSITION = 14
_ADJECTIVE_BEHIND = frozenset({"fr", "es"})
_SUBJECT_WITHIN = 60  # tokens
_LONG_PARTICIPLE = 6  # letters: no "Reed" or "King"
ASKED_FIRST = frozenset("asked pressed questioned quizzed challenged".split())
_WHICH = frozenset("this that these those".split())
_ANY = frozenset("every each any no some another many most few several such".split())
_SERVING = frozenset("representing defending advising assisting prosecuting".split())
_WHEN = frozenset("when as after before while once until if because since".split())
_COMPARED = frozenset("younger elder older former latter".split())


class Sentence(Bounds):
    """A stretch of an article as tokens, and the phrases in it."""

    def __init__(self, text: str, span: Span, quotations: Sequence[Span], lexicon: Lexicon) -> None:
        """Read `span` of `text`; `quotations` are those inside it, in order."""
        super().__init__(text, span, quotations, lexicon)
        self._phrases: list[Phrase] | None = None
        self._starting_at: dict[int, Phrase | None] = {}

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
            unknown = self._unknown_role(first, position) or self._one_of_two(first, position)
            if unknown or self.low(position) in _COMPARED:
                return unknown
            position = self._behind_adjectives(position)
        surname = token.is_particle and not token.is_capital and position == first
        names = self.is_capital(position) and not self._is_genitive(position)
        if surname or (names and (position or not self._is_participle_first())):
            return self._read_name(first, self._behind_place(position))
        return None

    def _is_participle_first(self) -> bool:
        """Whether a participle opens the sentence: "Appointed to the board, she left"."""
        low, after = self.low(0), self.low(1)
        ends = low.endswith(("ed", "ing")) and len(low) >= _LONG_PARTICIPLE
        governs = after in self.lexicon.prepositions or after in self.lexicon.articles
        return self.lexicon.code == "en" and ends and governs

    def _read_name(self, first: int, position: int) -> Phrase | None:
        last = self._name_end(position)
        trade = None
        if self.lexicon.code == "en":
            trade = 0 if self._opens_with_trade(position) else self._trade_end(last + 1)
        if trade:  # "Falk staffer Otto Brandt"
            last = self._name_end(trade + 1)
        # "Ines Falk's verdict": no word of an owner's name is a name of its own.
        return None if self.owns(last + 1) else self._named(first, position, last, trade)

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
        if self.low(position) not in _COMPARED or not self.is_capital(last):
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

    def owner(self, last: int) -> Phrase | None:
        """The name of whoever owns what follows, where it ends at `last`: "Ines Falk's"."""
        first = last
        while self.is_capital(first - 1) and last - first < LONGEST_NAME:
            first -= 1
        if not self.owns(last):
            return None
        honorific = role = None
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
        elif self.low(title + 1) in ROLE_LINKS:
            last = self._tail_end(title + 1)
            full = self._is_given_name(last + 1) and self.is_capital(last + 2)
            if full and any(one.is_role for one in self._at[title + 2 : last + 1]):
                last = title  # "the spokesman for President Ines Falk": she is only served
            elif full and last > title:  # "Secretary of State Ines Falk"
                return self._named(first, begin, self._name_end(last + 1), last)
        head = self.low(title)
        if self._is_honorific(title) and not (self._at[title].is_lower and begin != first):
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
        role = None
        if title is not None:
            end = title
            while end >= begin and self._is_honorific(end):
                end -= 1
            role = self.words(begin, end) if end >= begin else None
        if title is None and self.lexicon.code == "en":
            office = self._office_end(start, last)
            role = self.words(start, office) if office >= start else None
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
        return index - 1 if of_people and not self._is_group(first, last) else first - 1

    def _is_group(self, first: int, last: int) -> bool:
        return any(token.is_organisation for token in self._at[first : last + 1])

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
        earliest = bisect_left(self.openings(), last - LONGEST_TITLE - LONGEST_NAME)
        for first in self.openings()[earliest:]:
            if first > last:
                break
            phrase = self.starting_at(first) if self.low(first) not in _SERVING else None
            if phrase and phrase.last == last and self._is_served(first):
                return None
            if phrase and phrase.last == last and not governed and self._is_governed(first):
                firm = any(self.low(index) == "&" for index in range(first, last))
                if phrase.kind == "role" or firm or (phrase.role and self.is_article(first)):
                    return None  # "the manager of the runner Ines Falk", "at Falk & Roe"
            elif phrase and phrase.last == last:
                return phrase._replace(joint=True) if self._is_joined(first) else phrase
        return None

    def _is_served(self, first: int) -> bool:
        """Whether somebody else's office is for whoever begins here: "a lawyer for Mr Falk"."""
        before = self.low(first - 1)
        return before in _SERVING or (
            before in {"of", "for", "to"}
            and self._at[first - 2].is_role
            and self._at[first - 2].is_lower
        )

    def _is_governed(self, first: int) -> bool:
        """Whether a preposition stands before: "a letter to Falk said"."""
        before = self.low(first - 1)
        return before in self.lexicon.prepositions and before not in self.lexicon.conjunctions

    def _is_governed_too(self, first: int) -> bool:
        """Whether a preposition governs two of whom this is one: "Born to a tailor and a nurse"."""
        joined = self.low(first - 1) == "and" and self.is_article(first - 3)
        return joined and self._is_governed(first - 3)

    def _is_joined(self, first: int) -> bool:
        if self.low(first - 1) not in {"and", "or", "und", "et", "y", "e"}:
            return False
        if self.low(first - 2) == ",":  # "by Falk, and Meyer said": a clause of its own
            before = self.ending_at(first - 3)
            return before is not None and not (before.first and self.is_word(before.first - 1))
        return self.is_capital(first - 2) or self._at[first - 2].is_role

    def subject(self, end: int) -> Phrase | None:
        """The first phrase before token `end` that no preposition governs."""
        behind, described = self._behind_question(), -1
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
            governed = self._is_governed(phrase.first) or self._is_governed_too(phrase.first)
            apposed = phrase.kind == "role" and described == phrase.first - 1 > 0
            if placed or governed or apposed or self._is_aside(phrase):
                if governed and phrase.kind == "name" and self.low(behind) == ",":
                    described = behind  # "That is the view of Ines Falk, a nurse"
                continue  # "Skarn: Amid a row, the mayor closed the port and said …"
            if self.low(behind) in {"and", "or"}:
                return phrase._replace(joint=self._continues_list(behind + 1))
            return phrase
        return None

    def _behind_question(self) -> int:
        """Behind what the subject was asked: "Asked whether Falk had left, Brandt smiled"."""
        if self.low(0) not in ASKED_FIRST:
            return 0
        return next((step + 1 for step in range(len(self)) if self.low(step) == ","), 0)

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
        if not 0 < first <= LONGEST_TITLE or self.low(0) not in self.lexicon.prepositions:
            return False
        between = self._at[1:first]
        phrase = self.starting_at(first) if self.is_capital(first) else None
        behind = phrase.last + 1 if phrase else len(self)
        if self.low(behind) == "(":  # "At that point Cllr Ines Falk (Ind, Ferry Lane) left"
            closing = range(behind, min(behind + LONGEST_TITLE, len(self)))
            behind = next((step for step in closing if self.low(step) == ")"), len(self)) + 1
        after = self._at[behind] if behind < len(self) else None
        return (
            after is not None
            and after.is_lower
            and not (after.is_article or after.low in self.lexicon.prepositions)
            and all(
                one.is_word
                and (
                    one.is_article
                    or not one.ends_clause
                    or not _WHICH.isdisjoint({before, one.low})
                )
                for before, one in zip(["", *(each.low for each in between)], between, strict=False)
            )
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
            closes = name and self._closes(
                self._behind_origin(name.last + 1), definite=phrase.definite
            )
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

    def _behind_origin(self, step: int) -> int:
        """Behind "of Leeds University" at `step`, which says whence somebody comes."""
        if self.low(step) not in {"of", "from", "at"} or not self.is_capital(step + 1):
            return step
        return self._name_end(step + 1) + 1

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


def _without_genitive(word: str) -> str:
    """Falk for "Falk's", Reeves for "Reeves'"."""
    return word[:-2] if word[-1:] in "sS" else word[:-1]
