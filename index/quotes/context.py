"""Which sentences of an article tell whom its reports mean.

Most sentences do not matter: only those that share a word with somebody who is said to speak, and
those shortly before a pronoun. Reading a sentence for names costs far more than finding a word in
it, so the others are left unread. What is found is the same, but where only unread sentences would
tell apart two who share a name: then nobody is named.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from index.quotes import traits
from index.quotes.holding import Holding
from index.quotes.known import OBJECT_REACH
from index.quotes.lexicon import Lexicon
from index.quotes.people import fold
from index.quotes.phrase import Phrase
from index.quotes.phrases import Sentence
from index.quotes.pronouns import GROUP_REACH, PRONOUN_REACH, means_nobody
from index.quotes.report import Report
from index.quotes.russian_words import surnames


def is_nobody(phrase: Phrase) -> bool:
    """Whether nobody is meant, whomever the article names: "a nurse", "Falk and Brandt"."""
    unknown = phrase.kind == "role" and not (phrase.definite or phrase.possessor)
    return unknown or phrase.joint


def may_mean_last(head: str, lexicon: Lexicon) -> bool:
    """Whether a role may mean whoever the text was just about, of whom it has not said so.

    Any other means only somebody in whose role its noun stands, wherever that is told.
    """
    return head in lexicon.generic or traits.may_call_last(head)


class Context:
    """The sentences that matter to some reports, found by reading these alone.

    Args:
        texts: the sentences as they stand.
        sentence: reads one of them, by number.
        lexicon: of the article's language.
    """

    def __init__(
        self, texts: Sequence[str], sentence: Callable[[int], Sentence], lexicon: Lexicon
    ) -> None:
        self._holding = Holding(texts)
        self._sentence = sentence
        self._lexicon = lexicon
        self._words: set[str] = set()  # of names and roles that matter
        self._waiting: list[tuple[int, bool]] = []  # sentences to read; whether everybody counts
        self._whole: set[int] = set()  # sentences in which everybody counts
        self.numbers: set[int] = set()  # of the sentences that matter

    def add(self, number: int, reports: Iterable[Report]) -> None:
        """Find what matters to the reports of a sentence."""
        for report in reports:
            if report.phrase:
                self._want(report.phrase, number)
            else:  # «…», añadió: whoever the text was about
                self._want_before(number, PRONOUN_REACH)
        self._await(number, whole=False)
        self._read_waiting()

    def add_before(self, number: int) -> None:
        """Find whom the sentence before a sentence is about."""
        self._await(number - 1, whole=True)
        self._read_waiting()

    def _want(self, phrase: Phrase, number: int) -> None:
        """Whoever is meant by a phrase must be found."""
        if is_nobody(phrase):
            return
        if phrase.kind == "name":
            self._want_words(_words_of(phrase))
            if self._lexicon.code == "ru":
                self._want_words(surnames(fold(phrase.name[-1])))
            if fold(phrase.name[-1]) in self._lexicon.peoples:  # "the Spaniard"
                self._want_before(number, OBJECT_REACH)
        elif phrase.kind == "role":
            self._want_words([phrase.head])
            if phrase.possessor or may_mean_last(phrase.head, self._lexicon):
                self._want_before(number, GROUP_REACH)
        elif phrase.head in self._lexicon.it:
            self._want_before(number, GROUP_REACH)
        elif not means_nobody(phrase, self._lexicon):
            self._want_before(number, PRONOUN_REACH)

    def _want_before(self, number: int, reach: int) -> None:
        for before in range(max(0, number - reach), number + 1):
            self._await(before, whole=True)

    def _want_words(self, words: Iterable[str]) -> None:
        for word in words:
            if word not in self._words and word not in self._lexicon.particles:
                self._words.add(word)
                # Also with an ending: "councillors", "Falks", "Петрова".
                self._waiting += [(number, False) for number in self._holding.sentences(word)]

    def _await(self, number: int, *, whole: bool) -> None:
        if number not in (self._whole if whole else self.numbers):
            self._waiting.append((number, whole))

    def _read_waiting(self) -> None:
        while self._waiting:
            number, whole = self._waiting.pop()
            if number in self._whole or (number in self.numbers and not whole):
                continue
            sentence = self._sentence(number)
            self.numbers.add(number)
            if whole:
                self._whole.add(number)
                self._follow(sentence, number)
            for phrase in sentence.phrases():
                if whole or self._is_wanted(sentence, phrase):
                    self._want_words(_words_of(phrase))

    def _follow(self, sentence: Sentence, number: int) -> None:
        """Whom the sentence is about counts as well, pronoun by pronoun."""
        subject = sentence.subject(len(sentence))
        if subject and not subject.joint and subject.kind != "name":
            self._want(subject, number)

    def _is_wanted(self, sentence: Sentence, phrase: Phrase) -> bool:
        if phrase.kind != "name":
            return False
        if not self._words.isdisjoint(map(fold, phrase.name)):
            return True
        if phrase.role and not self._words.isdisjoint(phrase.role.casefold().split()):
            return True
        return sentence.low(phrase.last + 2) in self._words  # Fishermen's League (FL)


def _words_of(phrase: Phrase) -> Iterator[str]:
    """The folded words of a name that tell whose it is: not "of" in "Ministry of Defence"."""
    return (fold(word) for word in phrase.name if not word.islower())
