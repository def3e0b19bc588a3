"""A stretch of an article as tokens.

What stands in quotation marks is one token: its words say nothing about who speaks.
"""

from collections.abc import Sequence

from index.quotes import russian_words
from index.quotes.lexicon import Lexicon
from index.quotes.tokens import Token, vocabulary
from index.spans import Span

# How words end that say what somebody does, where a full name follows: "staffer", "pollster".
_AGENTS = ("er", "or", "ist", "ian", "eer", "man", "woman", "person", "ster", "ant", "ee")
_NO_AGENTS = frozenset("never ever either neither rather together other another for nor".split())
ODD_SURNAMES = frozenset(
    "said read born down under will may early day august june april march "
    "till round past most many few hand best".split()
)
# What titles of works and offices begin with: "at The Crown", "in Our Time".
NEVER_NAMES = frozenset(
    "the a an this that these those my your his her its our their i we you he she it they not no "
    "in on at by for from with without to of about against over under into through during between "
    "among near inside outside within across along around behind below beyond down off onto out "
    "two three four five six seven eight nine ten first how why what where when who".split()
)
_JOINING = frozenset("first fire".split())  # "first lady", "fire chief"


# Whose organisations are called by a genitive: "the People's Party", "the Lawyers' Committee".
_OF_MEMBERS = frozenset(
    "people's peoples' workers' lawyers' women's men's children's veterans' teachers' nurses' "
    "farmers' king's queen's prince's princess's fathers' mothers' parents' students' doctors' "
    "miners' sailors' writers' players' citizens' tenants' taxpayers' pensioners' consumers' "
    "employers' officers' firefighters' seafarers' fishermen's girls' boys' jurists' growers' "
    "mayors' governors' owners' builders' actors' directors' journalists' patients'".split()
)
_LONGEST_BODY = 4  # tokens


class Stretch:
    """A stretch of an article as tokens, and what each of them is.

    Outside its tokens stands nothing: the questions below may be asked of any place near it.
    """

    def __init__(self, text: str, span: Span, quotations: Sequence[Span], lexicon: Lexicon) -> None:
        """Read `span` of `text`; `quotations` are those inside it, in order."""
        words = vocabulary(lexicon)
        self.lexicon = lexicon
        self.holds_quotation = bool(quotations)
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
                and token.low in ODD_SURNAMES
                and not (after and after.low.isdigit())
            )
            inside = self._is_odd_inside(index) or self._is_apposed(index)
            if is_first or is_last or self._is_acronym(index) or inside:
                self.tokens[index] = vocabulary(words).name(token.word)

    def _is_acronym(self, index: int) -> bool:
        """Whether capitals alone make a small word a part of a name: "IF Verkstad"."""
        around = [self.tokens[step] for step in (index - 1, index + 1) if 0 <= step < len(self)]
        word = self.tokens[index].word
        is_last = index + 1 == len(self)
        return (
            not is_last
            and around[-1].is_capital
            and word.isupper()
            and len(word) > 1
            and not any(token.word.isupper() for token in around)
        )

    def _is_apposed(self, index: int) -> bool:
        """Whether a day's name is a given name: "the minister, Sunday Etim, said"."""
        around = [
            self.tokens[step] for step in range(max(index - 1, 0), index + 3) if step < len(self)
        ]
        if self.tokens[index].low not in self.lexicon.times or len(around) < 4:  # noqa: PLR2004 - a comma, two words, a comma
            return False
        before, _, surname, after = around
        return before.low == after.low == "," and surname.is_capital and not surname.titles

    def _is_odd_inside(self, index: int) -> bool:
        """Whether a capital inside a sentence makes a small word a name: "chief Will Brandt"."""
        if not 0 < index < len(self.tokens) - 1:
            return False
        before, token, after = self.tokens[index - 1 : index + 2]
        words = self.lexicon
        inside = (before.is_word and before.is_lower) or before.low == ","
        if not (inside and after.is_capital) or after.is_organisation or "." in token.word:
            return False
        if any(token.low in table for table in (NEVER_NAMES, words.times, words.conjunctions)):
            return False
        return not (token.word.isupper() or after.word.isupper())

    def __len__(self) -> int:
        return len(self.tokens)

    def cues(self) -> list[int]:
        """Where words stand that may report."""
        return [index for index in self._notable if self.tokens[index].is_cue]

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

    def words(self, first: int, last: int) -> str:
        """The words from `first` to `last`, single spaces between."""
        return " ".join(token.word for token in self._at[first : last + 1])

    def _is_genitive(self, index: int) -> bool:
        if not self._at[index].is_genitive or self.lexicon.code != "en":
            return False
        # "the Seafarers' Union", "Lloyd's Bank": part of an organisation's name.
        after = self._at[index + 1]
        if self.low(index).replace("’", "'") in _OF_MEMBERS and after.is_capital:
            step = index + 1
            while self.is_capital(step + 1) and step < index + _LONGEST_BODY:
                step += 1
            return not self._at[step].is_organisation  # "the People's Democratic Party"
        return not (after.is_capital and after.is_organisation)

    def _is_given_name(self, index: int) -> bool:
        low = self.low(index)
        if self.lexicon.code == "ru":
            return bool(low) and russian_words.is_given_name(low)
        return self.is_capital(index) and (low in self.lexicon.men or low in self.lexicon.women)

    def owns(self, index: int) -> bool:
        """Whether a name ends at `index` that says whose something is: "Ines Falk's"."""
        return self.is_capital(index) and self._is_genitive(index)

    def _is_agent(self, index: int) -> bool:
        """Whether a word ends as those do that say what somebody does: "staffer"."""
        low = self.low(index)
        return low.endswith(_AGENTS) and low not in _NO_AGENTS
