"""The phrases of a sentence that name somebody, and which of them is its subject."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from index.quotes.lexicon import Lexicon
from index.quotes.phrase import Phrase
from index.quotes.readings import Readings
from index.quotes.titles import LONGEST_NAME, LONGEST_TITLE
from index.spans import Span

_LONGEST_APPOSITION = 14
_FIRST_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_PLACING = frozenset("outside inside in at near behind before".split())
_SUBJECT_WITHIN = 60  # tokens
ASKED_FIRST = frozenset("asked pressed questioned quizzed challenged".split())
_WHICH = frozenset("this that these those".split())
_BEFORE_CLAUSE = 3  # tokens
_TIMED = frozenset(
    "soon just only even days hours weeks months years minutes day week month year two three four "
    "five six seven eight nine ten a few several long".split()
)
_JOINING = frozenset("but and yet so".split())
_OPENS_CLAUSE = frozenset(
    "while when whereas although though because since as if once after before until given".split()
)
_SERVING = frozenset("representing defending advising assisting prosecuting".split())


class Sentence(Readings):
    """A stretch of an article as tokens, and the phrases in it."""

    def __init__(self, text: str, span: Span, quotations: Sequence[Span], lexicon: Lexicon) -> None:
        """Read `span` of `text`; `quotations` are those inside it, in order."""
        super().__init__(text, span, quotations, lexicon)
        self._phrases: list[Phrase] | None = None
        self._subject: list[Phrase] | None = None  # one or none

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

    def first_quoted(self, index: int) -> str:
        """The first word of the quotation at `index` in lower case; empty where none stands."""
        if not self.quoted(index):
            return ""
        place = self.place(index)
        word = _FIRST_WORD.search(self._source[0], *place)
        return word.group().casefold() if word else ""

    def closes_whole(self, index: int) -> bool:
        """Whether a quotation at `index` ends with a stop inside its marks."""
        if not self.quoted(index):
            return False
        place = self.place(index)
        return self._source[0][place.start : place.end].rstrip("\"'”’»")[-1:] in {
            "!",
            "?",
            ".",
            ",",
        }

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
            ends = phrase is not None and phrase.last == last
            if ends and (self._is_served(first) or self._is_of_infinitive(first)):
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

    def _is_of_infinitive(self, first: int) -> bool:
        """Whether a name is the object of what somebody is to do: "the choice to run the Board"."""
        verb = self._at[first - 1]
        return (
            self.lexicon.code == "en"
            and self.low(first - 2) == "to"
            and verb.is_lower
            and not verb.ends_clause
            and not verb.is_role
        )

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
        """The first phrase that no preposition governs, if it ends before token `end`."""
        if self._subject is None:
            self._subject = list(self._read_subject())
        return next((phrase for phrase in self._subject if phrase.last < end), None)

    def _read_subject(self) -> Iterator[Phrase]:
        behind, described = self._behind_question(), -1
        for first in self.openings():
            if first >= _SUBJECT_WITHIN:
                break
            phrase = self.starting_at(first) if first >= behind else None
            if phrase is None:
                continue
            is_object = self._is_object(first)
            phrase = self.completed(phrase)
            if is_object:
                behind = phrase.last + 1
                continue
            behind = phrase.last + 1
            placed = phrase.kind == "name" and not first and self.low(behind) == ":"
            placed = placed or self._is_second_end(first)
            governed = self._is_governed(self._owner_begin(phrase.first)) or self._is_governed_too(
                phrase.first
            )
            apposed = phrase.kind == "role" and described == phrase.first - 1 > 0
            if placed or governed or apposed or self._is_aside(phrase):
                placing = self.low(phrase.first - 1) in _PLACING  # "In Skarn, protesters left"
                if governed and phrase.kind == "name" and self.low(behind) == "," and not placing:
                    described = behind  # "That is the view of Ines Falk, a nurse"
                continue  # "Skarn: Amid a row, the mayor closed the port and said …"
            if self.low(behind) in {"and", "or"}:
                yield phrase._replace(joint=self._continues_list(behind + 1))
            else:
                yield phrase._replace(joint=True) if self._is_listed(behind) else phrase
            return

    def _behind_question(self) -> int:
        """Behind what the subject was asked: "Asked whether Falk had left, Brandt smiled"."""
        if self.low(0) not in ASKED_FIRST:
            return self._behind_clause()
        return next((step + 1 for step in range(len(self)) if self.low(step) == ","), 0)

    def _behind_clause(self) -> int:
        """Behind a clause that opens the sentence: "While Falk opposed it, Brandt agreed"."""
        first = 1 if self.low(0) in _JOINING else 0
        while first < _BEFORE_CLAUSE and (
            self.low(first).endswith("ly") or self.low(first) in _TIMED or self.low(first).isdigit()
        ):
            first += 1  # "Shortly after", "Two days before"
        if self.low(first) not in _OPENS_CLAUSE or self.lexicon.code != "en":
            return 0
        for comma in range(first + 2, min(len(self), _SUBJECT_WITHIN)):
            phrase = self.starting_at(comma + 1) if self.low(comma) == "," else None
            behind = self._at[phrase.last + 1] if phrase else None
            if behind and behind.is_lower and (behind.verb or not behind.ends_clause):
                return comma + 1
        return 0

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
        if self.low(first - 1) == "and" and self.is_capital(first - 2):
            first = self._run_begin(first - 2)  # "led Skarn Sands and Holm Sea"
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

    def _run_begin(self, last: int) -> int:
        """The first of the capitals that end at `last`."""
        while self.is_capital(last - 1):
            last -= 1
        return last

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
        named = self.low(step + 1) in {"named", "called"}
        phrase = self.starting_at(step + 2 if named else step + 1)
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
            officer = self.is_capital(phrase.last) and self.low(phrase.last) == phrase.head
            officer = officer and not self.low(phrase.first - 1).endswith("ing")
            # "the Harbour Boss, Ines Falk declined"
            closes = closes or (name and officer and len(name.name) > 1)
            ranked = name and name.role and len(name.name) > 1
            if name and self._is_no_group(phrase, name):
                return phrase
            if name and name.kind == "name" and closes and (ranked or not name.role) and is_full:
                return name._replace(role=phrase.role, also=name.role, first=phrase.first)
        return phrase

    def _is_no_group(self, phrase: Phrase, name: Phrase) -> bool:
        """Whether a name behind an organisation is of a person: "hired by the city, Ines Falk,"."""
        group = self.lexicon.is_organisation(phrase.head)
        titled = bool(name.role or name.honorific)  # "of the party, Sen. Falk, R-Ky.,"
        person = titled or self._is_given_name(name.first)
        return group and (person or self.low(phrase.first - 1) in _PLACING)

    def _closes(self, index: int, *, definite: bool) -> bool:
        """Whether a name in an apposition ends before `index`: a comma where it has "a"."""
        if definite:
            return not self.is_word(index)
        ends = index == len(self) - 1 and self.low(index) == "."  # "said a nurse, Ines Falk."
        return ends or self.low(index) == ","

    def _is_listed(self, behind: int) -> bool:
        """Whether more people follow a name: "Rep. Falk (R-Ohio), Rep. Roe and a clerk said"."""
        step = behind
        for _ in range(2):  # ", (R-Ohio)," or "(R-Ohio),"
            if self.low(step) == ",":
                step += 1
            if self.low(step) == "(":
                closing = range(step, step + LONGEST_TITLE)
                step = next((index + 1 for index in closing if self.low(index) == ")"), step)
        other = self.starting_at(step) if step > behind + 1 else None
        titled = other is not None and other.kind == "name" and other.role is not None
        return titled and self._at[step - 1].low == "," and self._at[step].is_role

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
        if self.low(first).endswith("ing") and self.is_article(first + 1):
            return None  # ", watching her daughter,"
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
