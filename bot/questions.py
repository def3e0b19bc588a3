"""What a question asks for: somebody's words, or passages about something.

Grammar only: no index is asked here. Whether the speaker exists is for the answer to find out.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from bot.date_phrases import Period, dated
from bot.speaker_questions import (
    MORE_ABOUT,
    QUOTATION_QUESTIONS,
    SOMEBODY_ON,
    SPEAKER_QUESTIONS,
)
from index.language import FUNCTION_WORDS
from index.query import Filters

LONGEST = 500  # characters of a question that are read
_FEWEST_QUOTED = 4  # words of a quotation that is looked for without what stands around it
MOST_WORDS = 32  # distinct words of a question that are looked up


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it was understood."""

    text: str  # as it was asked, without what cannot be shown
    about: str  # the words that matter; with a speaker, the topic, which may be empty
    speaker: str | None = None  # whose words are asked for
    filters: Filters = field(default_factory=Filters)
    names: frozenset[str] = frozenset()  # words of `about` that are names or quoted
    quotation: str | None = None  # what somebody may have said, where it is asked who did
    anybody: bool = False  # whether it is asked what anybody said about the topic
    verbatim: bool = False  # whether the quotation was given as one, in quotation marks
    perhaps: tuple[str, str] | None = None  # a speaker and a topic, if such a speaker there is
    otherwise: "Question | None" = None  # with its days as words, where no article of them answers

    @property
    def terms(self) -> tuple[str, ...]:
        """The words that matter, in order."""
        return tuple(_WORD.findall(self.about))

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to look for."""
        return not self.terms and not self.speaker


_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_NOT_A_SPEAKER = frozenset(
    "he she they it we you i who what that this there anyone anybody someone somebody people "
    "everyone everybody er sie es man il elle ils elles on él ella ellos он она они "
    "他 她 它 他们 她们 我 你 您".split()
)
_POLITENESS = re.compile(
    r"(?:hi|hello|hey|please|ok|okay|so|and)\b[,!]?\s+|"
    r"(?:can|could|would|will) (?:you|somebody|anyone) (?:please )?|"
    r"(?:tell|show|give|find|get) (?:me|us) "
    r"(?:something |anything |everything |more |articles |news )?(?:about |on )?|"
    r"(?:search|look) for |look up |do you know |i (?:want|would like|'d like) to know |"
    r"(?:what|which) (?:do|does|did) the (?:articles?|news) say (?:about|on) |"
    r"(?:is|are) there (?:any|some)(?:thing)?(?: (?:articles?|news))? (?:about|on) |"
    r"(?:any )?(?:articles?|news) (?:about|on) ",
    re.IGNORECASE,
)
_HOW_MUCH = re.compile(
    r"\bhow (?:many|much|long|old|far|big|large|often|high|tall|deep|wide|strong|fast|heavy)\b",
    re.IGNORECASE,
)
_QUOTES_BY = re.compile(r"What did (?P<speaker>.+?) say(?: about (?P<topic>.+))?\?")
_QUOTED = re.compile(r"[\"“”„«»]([^\"“”„«»]+)[\"“”„«»]")
_EDGES = " \t\"“”„«»'‘’?!.,;:¿¡？！。…()[]"


def parse_question(
    text: str, previous: Question | None = None, today: date | None = None
) -> Question:
    """What `text` asks for.

    Args:
        text: the question as it was typed; anything goes.
        previous: the question before it in the conversation; gives "he", "she" and "they" a name,
            and "and about the wall?" a speaker.
        today: from which "last week" is counted; without it, days are words like all others.
    """
    shown = clean(text)
    asked = _without_politeness(shown)
    undated, period = dated(asked, today) if today else (asked, None)
    filters = _filters(period)
    whole = undated.strip(_EDGES)
    for pattern in SPEAKER_QUESTIONS:
        if match := pattern.fullmatch(whole):
            topic = (match.groupdict().get("topic") or "").strip(_EDGES)
            speaker = _speaker(match["speaker"], previous)
            return Question(shown, _bounded(topic), speaker, filters, _names(topic))
    if previous and previous.speaker and (more := MORE_ABOUT.fullmatch(whole)):
        topic = next(filter(None, more.groups())).strip(_EDGES)
        kept = filters or previous.filters
        return Question(shown, _bounded(topic), previous.speaker, kept, _names(topic))
    for pattern in QUOTATION_QUESTIONS:
        if match := pattern.fullmatch(whole):
            found = match.groupdict()
            if topic := (found.get("topic") or "").strip(_EDGES):
                return Question(shown, _bounded(topic), None, filters, _names(topic), anybody=True)
            return Question(
                shown, _bounded(whole), None, filters, _names(asked),
                quotation=(found.get("quotation") or "").strip(_EDGES) or None,
                verbatim=bool(_QUOTED.search(asked)),
            )  # fmt: skip
    about = _HOW_MUCH.sub(" ", undated)
    return Question(
        shown, _bounded(about), None, filters, _names(undated),
        perhaps=_perhaps(whole), otherwise=parse_question(text, previous) if period else None,
    )  # fmt: skip


def quotes_by(speaker: str, about: str, filters: Filters) -> Question:
    """The question for what a speaker said about a topic, which may be empty."""
    name, topic = clean(speaker), clean(about)
    shown = f"What did {name} say{f' about {topic}' if topic else ''}?"
    return Question(shown, _bounded(topic), name or None, filters, _names(topic))


def reread_quotes_by(text: str) -> Question:
    """The question of `quotes_by`, read from its own words."""
    match = _QUOTES_BY.fullmatch(clean(text))
    if match is None:
        return parse_question(text)
    return quotes_by(match["speaker"], match["topic"] or "", Filters())


def who_said(text: str) -> Question:
    """The question for whoever said `text`, which need not be exact."""
    shown = clean(text)
    quotation = shown.strip(_EDGES)
    return Question(shown, _bounded(quotation), quotation=quotation or None, verbatim=True)


def longest_quotation(text: str) -> str | None:
    """The longest of the words in quotation marks; None where there are none worth looking for."""
    quoted = max((match.group(1) for match in _QUOTED.finditer(text)), key=len, default="")
    return quoted if len(_WORD.findall(quoted)) >= _FEWEST_QUOTED else None


def _filters(period: Period | None) -> Filters:
    return Filters(since=period.since, until=period.until) if period else Filters()


def _perhaps(text: str) -> tuple[str, str] | None:
    """The speaker and the topic of "Falk on the wall"; no question begins with a name."""
    match = SOMEBODY_ON.fullmatch(text)
    if match is None or _is_function_word(text.split(maxsplit=1)[0]):
        return None
    return match["speaker"].strip(_EDGES), match["topic"].strip(_EDGES)


def clean(text: str) -> str:
    """`text` as one line, without what has no visible form, and no longer than is read."""
    visible = (" " if c.isspace() else c for c in text[: 4 * LONGEST] if _is_visible(c))
    line = " ".join("".join(visible).split())
    if len(line) <= LONGEST:
        return line
    return line[: LONGEST + 1].rpartition(" ")[0] or line[:LONGEST]  # no word cut in two


def _is_visible(character: str) -> bool:
    # Format characters (Cf) are kept only where they join letters: ZWNJ and ZWJ.
    category = unicodedata.category(character)
    return character.isspace() or character in "‌‍" or category not in ("Cc", "Cf", "Cs", "Co", "Cn")


def _without_politeness(text: str) -> str:
    while match := _POLITENESS.match(text):
        rest = text[match.end() :]
        if not rest.strip(_EDGES):
            return text
        text = rest
    return text


def _speaker(words: str, previous: Question | None) -> str | None:
    speaker = words.strip(_EDGES)
    if speaker.lower() in _NOT_A_SPEAKER:
        return previous.speaker if previous else None
    return speaker or None


def _bounded(text: str) -> str:
    """`text` up to its last word that is looked up."""
    distinct: set[str] = set()
    for match in _WORD.finditer(text):
        distinct.add(match.group().lower())
        if len(distinct) > MOST_WORDS:
            return text[: match.start()].strip()
    return text.strip()


def _names(text: str) -> frozenset[str]:
    """The words that would be dropped as stop words if they were not part of a name or a quotation.

    A capital inside a sentence marks a name ("Will Smith", "The Who"), unless all words have one.
    """
    quoted = [word for match in _QUOTED.finditer(text) for word in _WORD.findall(match.group(1))]
    words = _WORD.findall(text)
    capitals = [word for word in words[1:] if word[0].isupper() and _is_function_word(word)]
    if words and all(word[0].isupper() for word in words):
        capitals = []
    return frozenset([*quoted, *capitals])


def _is_function_word(word: str) -> bool:
    return any(word.lower() in words for words in FUNCTION_WORDS.values())


def parse_conversation(turns: Iterable[str], today: date | None = None) -> Question | None:
    """The last of the questions asked so far, each understood in the light of the one before."""
    question: Question | None = None
    for turn in turns:
        question = parse_question(turn, question, today)
    return question
