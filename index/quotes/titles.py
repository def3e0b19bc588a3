"""Where titles begin and end in a sentence, and where phrases may begin."""

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
_LONGEST_BODY = 4  # tokens: "White House Press Secretary"
LONGEST_FIELD = 3  # tokens: "Foreign Affairs Secretary"
_AGE = 2  # digits
POST_NOMINALS = frozenset("KC QC SC MP MSP MEP TD MLA MBE OBE CBE KBE DBE MD PhD FRS Jr Sr".split())
PARTIES = frozenset("r- d- i- r– d– i–".split())  # as party and state begin
_LINKS = frozenset("of for and the de für del la".split())
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
# Verbs behind a name that are seldom anything else.
PASTS = frozenset(
    "became met won lost took gave made went came got kept left ran saw held began stood sat fell "
    "beat drew grew knew met replaced joined visited meets wins loses takes gives makes wants "
    "needs hopes plans leads heads faces joins runs leaves bought sold brought sought thought "
    "taught fought built spent sent drove broke chose froze stole wore swore ate flew threw blew "
    "fled fed hid slid dealt felt slept sank sang rang drank swam shook forgot paid laid heard "
    "understood withdrew woke dug spun stuck struck swung hung".split()
)


# What organisations of people are called before "for", "against" or "without", some before "of".
MEMBERS_FOR = frozenset(
    "friends doctors mothers fathers citizens americans students veterans physicians families "
    "parents workers women men voters christians catholics muslims jews taxpayers scientists "
    "farmers mayors teachers nurses neighbors neighbours republicans democrats".split()
)
_FOR = frozenset("for against without".split())
_MEMBERS_OF = frozenset("friends daughters sons sisters brothers knights".split())


class Titles(Stretch):
    """A stretch in which titles can be found."""

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
        if not first and token.low.endswith("ly") and self.low(1) == ",":
            after = self._at[2]  # "Publicly, Falk": but "Reilly, a nurse"
            return self._is_given_name(0) or not (after.is_capital or after.is_pronoun)
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
                or self.names_members(index)
                or self._names_group(index)
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
                if self._goes_on_to_role(index + 1) or self._is_of_people(index + 1):
                    continue  # "Deputy Defence Secretary", "state Democratic chairman"
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
            goes_on = self._goes_on_to_role(index) or self._goes_on_to_board(index)
            return not (goes_on or self._is_of_people(index))
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
        for index in range(first, first + _LONGEST_BODY):
            is_role = self._at[index].is_role  # "Chairman" is also told of men
            if not self.is_capital(index) or (self._is_given_name(index) and not is_role):
                return False
            if is_role:
                if self.is_capital(index + 1):
                    return self.low(index) not in _TRADE_SURNAMES or self._is_given_name(index + 1)
                return index > first and self.low(index) not in _TRADE_SURNAMES
        return False

    def _is_of_people(self, index: int) -> bool:
        """Whether a role is a people's or a party's: "Democratic chairman"."""
        role = self._at[index + 1]
        return self.low(index) in self.lexicon.peoples and role.is_role and role.is_lower

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

    def _names_group(self, index: int) -> bool:
        """Whether a group's name holds a word for somebody: "the Refugee Aid Association"."""
        first, last = index, self._run_of_capitals(index)
        while self.is_capital(first - 1):
            first -= 1
        inside = (
            last > index + 1 and self.low(first - 1) == "the" and self._at[last].is_organisation
        )
        return inside and not any(
            self._is_given_name(step) or self._at[step].is_role
            for step in range(index + 1, last + 1)
        )

    def names_members(self, index: int) -> bool:
        """Whether an organisation is called by who is in it: "Friends of Skarn Library"."""
        low, joint = self.low(index), self.low(index + 1)
        if not (self.is_capital(index) and self.is_capital(index + 2)):
            return False
        if self._is_given_name(index + 2) or self.is_capital(index - 1):
            return False  # "Friends of Ines Falk"
        if joint == "of":
            return low in _MEMBERS_OF and self.is_capital(index + 3)
        return joint in _FOR and low in MEMBERS_FOR

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

    def _run_of_capitals(self, first: int) -> int:
        """The last of the capitalised words that begin at `first`; one before it if none does."""
        last = first - 1
        while self.is_capital(last + 1) and last - first < LONGEST_NAME:
            last += 1
        return last
