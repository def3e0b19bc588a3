"""The words of a text as tokens, each with what the tables of its language say of it.

A word means the same wherever it stands, so it is looked up once and then kept.
"""

import re
from collections.abc import Iterable
from functools import cache
from itertools import chain

from index.quotes.lexicon import Lexicon, Verb
from index.quotes.marks import NICKNAME

_MARKDOWN = r"\]\([^)\s]*\)|[\[\]*_`>#]+"  # no word of the sentence
_ABBREVIATED = (
    r"(?=[A-Z])(?:(?:[A-Z]\.-?)+"
    r"|[RDI][-–](?:(?:[A-Z]\.)+|[A-Z][a-z]{1,4}\.)"  # "Jane Cole, D-Calif., said"
    r"|(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|Mass|Md|Mich|Minn|Mont|Neb|Nev|Okla|Ore|Pa|Tenn"
    r"|Tex|Va|Vt|Wash|Wis|Wyo)\."
    r"|(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Capt|Sgt|Cmdr|Adm|Maj|Rev|Rt|Barr|Engr|Arc|Hon|St|Jr|Sr"
    r"|Fr|Atty|Cllr|Coun|Supt|Insp|Det|Const|Cpl|Pte|Pvt|Pres|Amb|Comdr|Msgr|Asst|Brig|Spc|Pfc|Ofc|Ald|Cdr"
    r"|Sens|Reps|Mohd|Wm)\.)"
)
# French elision parts two words: "qu'il", "l'État".
_ELIDED = r"(?:[jlmnstcdJLMNSTCD]|[Qq]u)['’](?=[^\W\d_]{2})"
# An apostrophe ends some words: "boys'", "Achieng' Roe".
_WHOLE = (
    r"[$£€¥₹₦₩₱₽₫₴₺]?\d{1,3}(?:,\d{3})+(?![\w,])"
    r"|(?:[$£€¥₹₦₩₱₽₫₴₺](?=\d))?[^\W_]++(?:[-'’.&][^\W_]++)*+(?:(?:(?<=[sS])|(?<=ng))['’](?=\s))?"
)
_PUNCTUATION = r"[^\w\s\[\]*`>#]"
_TOKEN = re.compile(
    rf"(?:{NICKNAME}(?=\s)|({_ABBREVIATED}|{_WHOLE}|{_PUNCTUATION})|{_MARKDOWN})\s*+"
)
_ELIDED_TOKEN = re.compile(
    rf"(?:({_ABBREVIATED}|{_ELIDED}|{_WHOLE}|{_PUNCTUATION})|{_MARKDOWN})\s*+"
)
GENITIVES = ("'s", "’s", "s'", "s’")
_ARABIC_ARTICLES = ("al-", "el-", "ul-", "ash-", "as-")
_ELIDED_PARTICLES = ("d'", "d’", "l'", "l’", "dell'", "dell’")
_ACRONYMS = {"US": "u.s", "WHO": "w.h.o"}  # no pronouns
# Of the police and the forces, as they are shortened before a name; other words in lower case.
RANKS = frozenset(
    "DI DS DC DCI DCS DSI PC PCSO WPC ACC DAC TDC ACP DCP SSP DSP ASP ASI Con Const Cst Ptl Pte "
    "CP DIG AIG IGP ADIG "
    "Pvt Spc SP CSP Flt Ldr Wg Cdr Cdre Brig Bdr Sqn Lcpl LCpl SSgt Tpr Gnr Coun Ald Atty Amb "
    "Asst AVM Comdr Commr Pres Supt Insp".split()
)
_DESCRIBES = re.compile(  # "Mother-of-three Ines Falk", "London-based", "Oscar-winning"
    r"[^\W\d_]+(?:-[a-z]+)*-(?:of-[a-z]+|turned(?:-[a-z]+)+|based|born|raised|bred|trained|educated|"
    r"winning|nominated|elect|time|old|long|led|backed|appointed|owned|run|style)$"
)
_AMOUNT = re.compile(  # "Sh18" of "Sh18 million", "Rs500": no part of a name before it
    r"(?:[KTU]?[Ss]h|Rs|RM|Rp|Tk|Re|US|CHF|EUR|USD|GBP|AUD|CAD|KES|NGN|ZAR|INR)\d[\d.,]*$"
)
_CONTRACTED = re.compile(  # "He'd", "It's", "That's", "Don't": no names, some of them pronouns
    r"(?:(he|she|it|they)|i|we|you|that|there|this|what|who|here|let|how|where|when)"
    r"['’](?:s|d|ll|re|ve|m)$|\w+n['’]t$"
)
_STOPS = ".,;:!?)"  # each a token of its own behind a word in lower case, which shortens nothing
_BEYOND = 32  # more than any rule looks beyond a sentence's end
_KEPT = 200_000  # words of one language; then all are forgotten
_LONGEST_KEPT = 40  # characters


class Token:
    """A word or a punctuation mark; or a whole quotation, or nothing, which have no word."""

    __slots__ = (
        "begins_source",
        "ends_clause",
        "is_article",
        "is_capital",
        "is_cue",
        "is_genitive",
        "is_gerund",
        "is_honorific",
        "is_lower",
        "is_notable",
        "is_odd_name",
        "is_organisation",
        "is_particle",
        "is_pronoun",
        "is_role",
        "is_upper",
        "is_word",
        "low",
        "opens",
        "quoted",
        "titles",
        "verb",
        "word",
    )

    def __init__(
        self, word: str, lexicon: Lexicon, *, quoted: bool = False, named: bool = False
    ) -> None:
        self.quoted = quoted
        if lexicon.is_plain(word):
            self._be_plain(word)
        else:
            self._look_up(word, lexicon, named=named)

    def _be_plain(self, word: str) -> None:
        """Know of a word what is known of all that no table tells anything of."""
        self.word = self.low = word
        self.is_word = self.is_lower = True
        self.verb: Verb | None = None
        self.begins_source = self.ends_clause = self.is_article = self.is_capital = False
        self.is_cue = self.is_genitive = self.is_gerund = self.is_honorific = False
        self.is_notable = self.is_odd_name = self.is_organisation = self.is_particle = False
        self.is_pronoun = self.is_role = self.is_upper = self.opens = self.titles = False

    def _look_up(self, word: str, lexicon: Lexicon, *, named: bool) -> None:
        low = word.casefold()
        if len(word) > 1:
            low = low.rstrip(".")
        elif word == "：":
            low = ":"
        low = _ACRONYMS.get(word, low)
        self.word = word  # as it stands
        self.low = low  # the same in lower case, without the full stop of an abbreviation
        self.is_word = low[:1].isalnum() or low[1:2].isdigit()  # "$40m"
        self.is_lower = word[:1].islower()
        self.is_upper = word[:1].isupper()
        # Begins with a capital and can stand in a name.
        is_initial = len(word) > 1 and len(low) == 1 and self.is_upper  # "A. Falk"
        elided = word.startswith(_ELIDED_PARTICLES) and word[-2:].islower()  # "d'Arcy"
        elided = elided and any(map(str.isupper, word[2:6]))
        named_so = self.is_upper or elided or word.startswith(_ARABIC_ARTICLES)
        self.is_capital = named_so and (named or is_initial or low not in lexicon.function_words)
        if "-" in word and self.is_capital and _DESCRIBES.match(word):
            self.is_capital = False
        if self.is_capital and word[-1].isdigit() and _AMOUNT.match(word):
            self.is_capital = False
        contracted = _CONTRACTED.match(low) if lexicon.code == "en" else None
        if contracted:
            self.is_capital = False
        self.is_genitive = low.endswith(GENITIVES)
        self.is_article = low in lexicon.articles and not is_initial
        self.is_pronoun = low in lexicon.pronouns or bool(contracted and contracted[1])
        self.is_particle = low in lexicon.particles
        self.is_honorific = low in lexicon.honorifics or word.removesuffix(".") in RANKS
        self.is_role = lexicon.is_role(low)
        self.is_organisation = lexicon.is_organisation(low)
        self.is_cue = not named and (
            low in lexicon.cue_words or low == ":" or lexicon.is_inverted(low)
        )
        self.verb = lexicon.verbs.get(low)
        self.begins_source = low in lexicon.sources_by_first
        is_small, is_verb = low in lexicon.small, self.verb is not None
        # No phrase reaches over it: a mark, a quotation, a verb, a small word.
        self.ends_clause = not self.is_word or (not self.is_capital and (is_small or is_verb))
        # A reporting verb that is none before a noun of role: "acting president".
        self.is_gerund = is_verb and not is_small and low.endswith("ing")
        self.titles = self.is_role or low == "justice" or self.is_organisation or self.is_honorific
        self.opens = self.is_capital or self.is_article or self.is_pronoun or self.titles
        # A word that mostly is none, but may stand in a name: "May", "Will".
        self.is_odd_name = self.is_upper and not (
            self.is_capital or self.is_article or self.is_pronoun
        )
        self.is_notable = self.opens or self.is_cue or self.is_particle or self.is_odd_name


class Vocabulary(dict[str, Token]):
    """The words of one language that were met, and how to read them in a text."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self._lexicon = lexicon
        self._pattern = _ELIDED_TOKEN if lexicon.elides else _TOKEN
        self._named: dict[str, Token] = {}
        self._clusters = _Clusters(self)
        self.quotation = Token("", lexicon, quoted=True)
        self.beyond = [Token("", lexicon)] * _BEYOND

    def __missing__(self, word: str) -> Token:
        token = Token(word, self._lexicon)
        if len(word) <= _LONGEST_KEPT:
            if len(self) >= _KEPT:
                self.clear()
            self[word] = token
        return token

    def name(self, word: str) -> Token:
        """A word that mostly is none, as a part of somebody's name: "May", "Will"."""
        return self._named.setdefault(word, Token(word, self._lexicon, named=True))

    def read(self, text: str, start: int, end: int) -> Iterable[Token]:
        """The tokens of `text` from `start` to `end`."""
        clusters = text[start:end].split()
        last = clusters.pop() if clusters and not text[end - 1].isspace() else ""
        tokens = chain.from_iterable(map(self._clusters.__getitem__, clusters))
        return chain(tokens, self.examine(last)) if last else tokens

    def examine(self, stretch: str) -> Iterable[Token]:
        """The tokens of a short stretch, looked for."""
        words = self._pattern.findall(stretch)
        return map(self.__getitem__, filter(None, words))  # markdown gives no word

    def holds_word(self, text: str, start: int, end: int) -> bool:
        """Whether any of those tokens is a word."""
        found = self._pattern.finditer(text, start, end)
        return any(match.lastindex and match.group(1)[0].isalnum() for match in found)

    def places(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """Where the tokens that `read` gives stand."""
        found = self._pattern.finditer(text, start, end)
        return [match.span(1) for match in found if match.lastindex]


class _Clusters(dict[str, tuple[Token, ...]]):
    """The tokens of what stands between white space, each found once."""

    def __init__(self, words: Vocabulary) -> None:
        super().__init__()
        self._words = words

    def __missing__(self, cluster: str) -> tuple[Token, ...]:
        bare = cluster.rstrip(_STOPS)
        if bare.isascii() and bare.isalpha() and (bare.islower() or bare == cluster):
            tokens = tuple(map(self._words.__getitem__, (bare, *cluster[len(bare) :])))
        else:
            tokens = tuple(self._words.examine(f"{cluster} "))  # white space follows: "boys' "
        if len(cluster) <= _LONGEST_KEPT:
            if len(self) >= _KEPT:
                self.clear()
            self[cluster] = tokens
        return tokens


@cache
def vocabulary(lexicon: Lexicon) -> Vocabulary:
    """The words met in the language of `lexicon`."""
    return Vocabulary(lexicon)
