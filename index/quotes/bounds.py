"""Where names and titles begin and end in a sentence."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import chain

from index.quotes.english_words import BEFORE_FULL_NAMES
from index.quotes.lexicon import Lexicon
from index.quotes.stretch import Stretch
from index.spans import Span

LONGEST_NAME = 7  # tokens
_PARTICLES = 2  # of one name: "van der"
LONGEST_TITLE = 8  # tokens before a name
_LONGEST_TAIL = 8  # tokens: "for the ministry of transport"
_LONGEST_FIELD = 3  # tokens: "Foreign Affairs Secretary"
_LONGEST_OFFICE = 7  # tokens: "portavoz del ministerio de Asuntos Exteriores"
_MOST_ATTRIBUTES = 3
_NAME_BEHIND_OFFICE = frozenset({"ru", "fr", "es"})
_AGE = 2  # digits
_YEAR = 4  # digits
_LONGEST_TRADE = 3  # tokens
MOST_ADJECTIVES = 2
POST_NOMINALS = frozenset("KC QC SC MP MSP MEP TD MLA MBE OBE CBE KBE DBE MD PhD FRS Jr Sr".split())
_LINKS = frozenset("of for and the de für del la".split())
ROLE_LINKS = frozenset("of for at in on to with from des der de du del d' d’ von vom für".split())
_TRADE_SURNAMES = frozenset(
    "baker brewer bishop pope farmer keeper warden gardener dean king prince page marshall".split()
)
# What stands before a shortened title and belongs to it: "state Rep. Falk".
_BEFORE_SHORT = frozenset(
    "state former then late retired acting incumbent outgoing fellow longtime embattled freshman "
    "then-state ex ranking county city deputy assistant republican democratic".split()
)
_OF_PLACE = frozenset("state city county town".split())
_GIVEN_TOO = frozenset("dean earl duke prince rex".split())
_FIRMS = frozenset("group inc corp llc ltd plc".split())
# Verbs behind a name that are seldom anything else.
PASTS = frozenset(
    "became met won lost took gave made went came got kept left ran saw held began stood sat fell "
    "beat drew grew knew met replaced joined visited meets wins loses takes gives makes wants "
    "needs hopes plans leads heads faces joins runs leaves".split()
)


class Bounds(Stretch):
    """A stretch in which names and titles can be found."""

    def __init__(self, text: str, span: Span, quotations: Sequence[Span], lexicon: Lexicon) -> None:
        super().__init__(text, span, quotations, lexicon)
        self._opening_: list[int] | None = None
        self._titles_: list[int] | None = None
        self._openings: list[int] | None = None

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
        before = self._at[title - 1]
        if self._at[title].word[-1:] == "." and before.is_lower and before.low not in _BEFORE_SHORT:
            return range(title, title)  # "would challenge Rep. Falk"
        while title - first < LONGEST_TITLE - 1 and not self._ends_title(first - 1):
            first -= 1
            if self._is_verb_before_title(first):
                return range(first + 1, title)  # "Falk met President Roe"
        return range(first, title)

    def _is_verb_before_title(self, index: int) -> bool:
        """Whether a verb that no table holds stands at `index`: "on Friday sacked Judge Roe"."""
        token, before = self._at[index], self._at[index - 1]
        if not token.is_lower:
            return False
        if before.is_pronoun and token.low.endswith(("s", "ed")):
            return True  # "she favors Senator Roe"
        behind_subject = before.is_capital or before.low in self.lexicon.times
        return token.low in PASTS or (behind_subject and token.low.endswith("ed"))

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

    def _title_end(self, first: int) -> int | None:
        """The last token of the titles that begin at `first`; None where there are none."""
        following = bisect_left(self._titles, first)
        if following == len(self._titles) or self._titles[following] >= first + LONGEST_TITLE:
            return None
        found = None
        for index in range(first, first + LONGEST_TITLE):
            if self._ends_title(index):
                break
            token, after = self._at[index], self._at[index + 1]
            # An honorific needs a name behind it; "foreign ministry" may go on to "spokesman".
            if token.is_honorific and token.is_capital and self._is_honorific(index):
                if after.titles and self.is_capital(index + 2) and not self.owns(index + 2):
                    found = index  # "Lord Chief Justice Falk", "Lord Mayor Ines Falk"
                    continue
                named = after.is_capital and not self._is_genitive(index + 1)
                return index if named else found  # but "Ms Falk's brother"
            is_role = self._is_title(index) and not (
                self._is_surname(first, index)
                or self._are_members(first, index)
                or self._has_members(index)
                or self._is_given_too(index)
                or self._is_behind_name(first, index)
            )
            if is_role or (token.is_organisation and self._stands_alone(index)):
                found = index
            elif self._ends_titles(first, index, found):
                break
            if (
                is_role
                and after.is_capital
                and not (after.is_role or self._is_honorific(index + 1))
            ):
                if self._goes_on_to_role(index + 1):
                    continue  # "Deputy Defence Secretary"
                return index
        return found

    def _is_honorific(self, index: int) -> bool:
        """Whether an honorific stands at `index`: "Sheikh" of "Sheikh Omar Haddad"."""
        token = self._at[index]
        if not token.is_honorific or token.low not in BEFORE_FULL_NAMES:
            return token.is_honorific
        full = self.is_capital(index + 1) and self.is_capital(index + 2)
        return full and not (self._is_genitive(index + 1) or self.is_capital(index - 1))

    def _ends_titles(self, first: int, index: int, found: int | None) -> bool:
        """Whether a word that is no title ends those that begin at `first`."""
        if found is not None:
            return not (self._goes_on_to_role(index) or self._goes_on_to_board(index))
        return self._is_verb_behind_name(first, index)

    def _is_verb_behind_name(self, first: int, index: int) -> bool:
        """Whether a full name ends before a word that is none of its titles: "Ines Falk met"."""
        token = self._at[index]
        if not (token.is_lower and index - first > 1 and self._at[index - 1].is_capital):
            return False
        full = self._is_given_name(first) and self.is_capital(first + 1)
        return full or token.low.endswith("ed") or token.low in PASTS

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
                    return self.low(index) not in _TRADE_SURNAMES or self._is_given_name(index + 1)
                return index > first and self.low(index) not in _TRADE_SURNAMES
        return False

    def _goes_on_to_board(self, index: int) -> bool:
        """Whether a state's or a town's office is named: "state elections board"."""
        board = self._at[index + 1]
        return (
            self.low(index - 1) in _OF_PLACE
            and self._at[index - 1].is_lower
            and self._at[index].is_lower
            and not self.ends_clause(index)
            and board.is_lower
            and (board.is_organisation or board.is_role)
        )

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
                (self._is_given_name(index - 1) and not self._is_lance_corporal(index))
                or self._is_introduced(index + 1)
                or (self.low(index) in _TRADE_SURNAMES and not self.is_capital(index + 1))
            )
            and not (self._at[index - 1].is_role or self._is_honorific(index - 1))
        )

    def _is_lance_corporal(self, index: int) -> bool:
        return self.low(index - 1) == "lance" and self.low(index) in {"corporal", "sergeant", "cpl"}

    def _is_behind_name(self, first: int, index: int) -> bool:
        """Whether letters stand behind a full name: "Ines Falk MP"; not in "Labour Party MP"."""
        return (
            self._at[index].word in POST_NOMINALS
            and index - first > 1
            and not (self.is_capital(index + 1) or self._at[first - 1].is_article)
            and all(self.is_capital(step) for step in range(first, index))
            and not any(token.titles for token in self._at[first:index])
        )

    def _are_members(self, first: int, index: int) -> bool:
        """Whether an organisation's name ends: "Institute of Primary Educators"."""
        if not (self.is_capital(index) and self.low(index).endswith("s")):
            return False
        return any(
            self._at[step].is_organisation and self.low(step + 1) in {"of", "for"}
            for step in range(first, index)
        )

    def _is_given_too(self, index: int) -> bool:
        """Whether a word for an office is a given name: "Publican Dean Falk"."""
        before = self._at[index - 1]
        return (
            self.low(index) in _GIVEN_TOO
            and self.is_capital(index)
            and before.is_role
            and before.low != "deputy"
            and self.is_capital(index + 1)
            and not self.is_capital(index + 2)
        )

    def _has_members(self, index: int) -> bool:
        """Whether an organisation's name begins with whom it is for: "Farmers Union"."""
        after = self._at[index + 1]
        if self.low(index) == "republican" and self.is_capital(index):
            return self._at[self._run_of_capitals(index + 1)].is_organisation
        return (
            self.is_capital(index)
            and self.low(index).endswith(("s", "s'", "s’"))
            and after.is_capital
            and after.is_organisation
            and not self.is_capital(index + 2)
        )

    def _is_introduced(self, comma: int) -> bool:
        """Whether age or trade follow, as behind a full name: ", 52", ", a nurse"."""
        after = self.low(comma + 1)
        return self.low(comma) == "," and (
            after in self.lexicon.indefinite or (after.isdigit() and len(after) == _AGE)
        )

    def _behind_place(self, first: int) -> int:
        """Where the person begins in "director of Logan Airport Ines Falk"."""
        for index in range(first, first + LONGEST_NAME):
            if not self.is_capital(index + 2):
                break
            if self._at[index].is_organisation and self._is_given_name(index + 1):
                return index + 1
        return first

    def _name_end(self, first: int) -> int:
        """The last token of the run of capitalised words that begins at `first`."""
        last = first
        while last - first < LONGEST_NAME:
            step = last + 1
            if self.low(step) == "&" and self.is_capital(step + 1):
                step += 1  # "Marks & Spencer"
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
        if self.low(last) in _FIRMS and self.low(last + 1) == "of":
            return False  # "Falk Group of Holm"
        person = last + 2 if self.low(last + 2) != "the" else last + 3
        return (
            self.low(last + 1) in {"of", "for", "für"}
            and any(token.is_organisation for token in self._at[first : last + 1])
            and not (self._is_given_name(person) and self.is_capital(person + 1))
        )

    def _run_of_capitals(self, first: int) -> int:
        """The last of the capitalised words that begin at `first`; one before it if none does."""
        last = first - 1
        while self.is_capital(last + 1) and last - first < LONGEST_NAME:
            last += 1
        return last

    def _behind_office(self, first: int) -> int | None:
        """Where the name begins behind a role in full: "министр транспорта Иван Петров"."""
        if self.lexicon.code not in _NAME_BEHIND_OFFICE:
            return None
        for index in range(first, first + _LONGEST_OFFICE):
            if self._is_given_name(index) and self.is_capital(index) and self.is_capital(index + 1):
                return index if index > first else None
            linked = self.low(index) in ROLE_LINKS and self.lexicon.code != "ru"
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
            titled = self._is_honorific(index) or (
                token.is_role and (token.word[-1:] == "." or self._is_given_name(index + 1))
            )
            titled = titled or (low == "justice" and self._at[index + 1].word[-1:] == ".")
            another = titled and self.low(index - 1) in self.lexicon.prepositions
            if (another or self._is_given_name(index)) and self.is_capital(index + 1):
                break  # "the team of Ines Falk", "an aide to Sen. Falk"
            if token.is_article and self._introduces_person(index + 1):
                break  # "the manager of the runner Ines Falk"
            if low in self.lexicon.conjunctions and self._is_title_with_name(index + 1):
                break  # "chair of the board and Finance Minister Ines Falk"
            if low == "&" and self.is_capital(index - 1) and self.is_capital(index + 1):
                continue  # "a spokesman for Falk & Roe"
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

    def _behind_adjectives(self, first: int) -> int:
        """Where the name begins in "a tearful Falk"."""
        if self.low(first - 1) in {"this", "that"}:
            return first  # "at this point Falk"
        for index in range(first, first + MOST_ADJECTIVES + 1):
            if self.is_capital(index):
                return index
            if self.ends_clause(index) or self._at[index].is_genitive:
                break
        return first

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

    def _may_be_person(self, first: int) -> bool:
        """Whether nothing shows that two words with a capital are no person's name."""
        given, surname = self._at[first : first + 2]
        return not (given.titles or given.is_genitive or surname.titles)
