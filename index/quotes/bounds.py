"""Where names end in a sentence, and what else stands beside them."""

from index.quotes.titles import LONGEST_FIELD, LONGEST_NAME, PASTS, Titles

_LONGEST_TAIL = 8  # tokens: "for the ministry of transport"
_LONGEST_OFFICE = 7  # tokens: "portavoz del ministerio de Asuntos Exteriores"
_MOST_ATTRIBUTES = 3
_NAME_BEHIND_OFFICE = frozenset({"ru", "fr", "es"})
_NUMBERED = frozenset("local lodge channel chapter post unit branch".split())
_YEAR = 4  # digits
_LONGEST_TRADE = 3  # tokens
MOST_ADJECTIVES = 2
ROLE_LINKS = frozenset("of for at in on to with from des der de du del d' d’ von vom für".split())
_JOINTS = frozenset("of for für and at against without".split())
_FIRMS = frozenset("group inc corp llc ltd plc".split())


class Bounds(Titles):
    """A stretch in which names and titles can be found."""

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
        numbered = self.low(last) in _NUMBERED and self.low(last + 1).isdigit()
        return last + 1 if numbered else last  # "Lodge 77"

    def _joins_organisation(self, first: int, last: int) -> bool:
        """Whether an organisation's name goes on: "Ministry of Defence"."""
        if self.low(last + 1) not in _JOINTS:
            return False
        if first == last and self.names_members(first):
            return True
        if self.low(last + 1) == "and" and self.low(first - 1) == "the":
            return self._at[self._run_of_capitals(last + 2)].is_organisation
        if self.low(last) in _FIRMS and self.low(last + 1) == "of":
            return False  # "Falk Group of Holm"
        if self.low(last + 1) == "at":  # "University of Skarn at Holm"
            return self.low(first) == "university" and last > first
        person = last + 2 if self.low(last + 2) != "the" else last + 3
        return (
            self.low(last + 1) in {"of", "for", "für"}
            and any(token.is_organisation for token in self._at[first : last + 1])
            and not (self._is_given_name(person) and self.is_capital(person + 1))
        )

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
            if (
                token.is_lower
                and self.is_capital(index - 1)
                and (low.endswith("ed") or low in PASTS)
            ):
                break  # "Police in Skarn released a picture"
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
        for index in range(first, first + LONGEST_FIELD):
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
