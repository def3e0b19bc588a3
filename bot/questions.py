"""What a question asks for: somebody's words, or passages about something.

Grammar only: no index is asked here. Whether the speaker exists is for the answer to find out.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from bot.bare_questions import (
    Talk,
    asks_for_anything,
    asks_for_news,
    asks_who_said_that,
    talk_of,
)
from bot.date_phrases import asks_for_the_latest, dated
from bot.follow_ups import Back, Step, step_back
from bot.periods import Period
from bot.somebody import HE_OR_SHE, names_in
from bot.speaker_questions import (
    AND_SOMEBODY,
    MORE_ABOUT,
    PERHAPS_SPEAKER_QUESTIONS,
    QUOTATION_QUESTIONS,
    SPEAKER_QUESTIONS,
)
from bot.swapped_letters import unswapped
from bot.texts.questions import what_did_say
from index.carrying import carried, points_back, telling_words
from index.language import FUNCTION_WORDS
from index.query import Context, Filters
from index.question_words import HOW_MUCH, MEASURES

LONGEST = 500  # characters of a question that are read
_FEWEST_QUOTED = 4  # words of a quotation that is looked for without what stands around it
MOST_WORDS = 32  # distinct words of a question that are looked up
_MOST_OF_A_REPLY = 2_000  # characters
_MOST_BEFORE = 4  # questions before one that may matter to it
_MOST_STEPS = 24  # one after the other


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it was understood."""

    text: str  # as it was asked, without what cannot be shown
    about: str  # the words that matter; with a speaker, the topic, which may be empty
    speaker: str | None = None  # whose words are asked for
    filters: Filters = field(default_factory=Filters)
    names: frozenset[str] = frozenset()  # words of `about` that are names or quoted
    deed: str = ""  # what it is asked whether the speaker did: "deny", "reject"
    quotation: str | None = None  # what somebody may have said, where it is asked who did
    anybody: bool = False  # whether it is asked what anybody said about the topic
    verbatim: bool = False  # whether the quotation was given as one, in quotation marks
    perhaps: tuple[str, str] | None = None  # a speaker and a topic, if such a speaker there is
    otherwise: "Question | None" = None  # with its days as words, where no article of them answers
    context: tuple[Context, ...] = ()  # what was said before, as far as it counts
    before: tuple[str, ...] = ()  # the questions that it follows from, the first of them first
    step: Step | None = None  # what it asks of the answer to `previous`, where that is all
    previous: "Question | None" = None
    page: int = 0  # which of the pages of an answer is asked for, from 0
    reply: str = ""  # the words that answered it, where they are known
    ran: str | None = None  # how it reads with what a step back left open
    but: tuple[str, ...] = ()  # whose words are not asked for, where anybody else's are
    meant: tuple[str, ...] = ()  # who the speaker may be, where it asks for "his" or "her" words
    unnamed: bool = False  # whether the speaker is only "he" or "she" in it
    latest: bool = False  # whether the newest is asked for
    news: bool = False  # whether it asks for whatever is new, or for what happened in its days
    talk: Talk | None = None  # what is said to the bot itself, where that is all

    @property
    def terms(self) -> tuple[str, ...]:
        """The words that matter, in order."""
        return tuple(_WORD.findall(self.about))

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to look for."""
        return not self.terms and not self.speaker and not self.news


_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_NOT_A_SPEAKER = frozenset(
    "he she they it we you i who what that this there anyone anybody someone somebody people "
    "everyone everybody er sie es man il elle ils elles on él ella ellos он она они "
    "他 她 它 他们 她们 我 你 您".split()
)
_ANYBODY = frozenset("anyone anybody someone somebody people everyone everybody".split())
_HER = frozenset("her him ihn ihm ihr lui ella él неё него ней нём".split())
_IT = frozenset("it that this them these those dies das dem ça cela eso ello это этом".split())
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
# Mentions, custom emoji and moments, as Discord writes them.
_TOKENS = re.compile(r"<(?:@[!&]?|#|a?:\w+:|t:-?)\d+(?::\w)?>")
_PLEASE = re.compile(
    r"[\s,;.!?]+(?:please|pls|plz|thanks|thank you|thx|bitte|danke|s['’]il (?:te|vous) plaît|merci|"
    r"por favor|gracias|пожалуйста|спасибо)[\s.!?]*\Z",
    re.IGNORECASE,
)
_WHO_IS = re.compile(
    r"(?:who(?: is| was|['’]s)|wer (?:ist|war)|qui (?:est|était)|quién (?:es|era)|кто такая?) "
    r"(?P<somebody>.+)",
    re.IGNORECASE,
)
_WHOSE = re.compile(r"(?:its|his|her|their|the)\s+", re.IGNORECASE)
_LONE = re.compile(
    rf"(?:and|so|but|why|how(?: (?:{MEASURES}))?|when|who|what|where|tell me)"
    r"(?: (?:so|not|more))?[?!. ]*"
)
_LEAD = re.compile(r"(?:(?:and|but|what about|how about|und|et|y|а|и|那)\b ?)*", re.IGNORECASE)
_QUOTES_BY = re.compile(r"What did (?P<speaker>.+?) say(?: about (?P<topic>.+))?\?")
# That something happened is what articles are about, and none says so.
_HAPPENED = re.compile(
    r"[\s¿]*(?:what(?:['’]s| is| has| was| all| else)* (?:happen(?:ed|ing|s)?|going on|new)\b|"
    r"(?:did|has|have|is|was|does) (?:any|some|every)thing (?:else )?"
    r"(?:happen(?:ed|ing|s)?|going on|new)\b|"
    r"was (?:passierte?|geschah|geschieht|ist (?:los|neu))\b|"
    r"que s['’]est-il passé|que se passe-t-il|qu['’]est-ce qui s['’]est passé|qué (?:pasó|ocurrió|"
    r"sucedió|ha pasado|pasa)\b|(?:che )?cosa è (?:successo|accaduto)|o que aconteceu|"
    r"wat (?:gebeurde|is er gebeurd)|что (?:произошло|случилось))",
    re.IGNORECASE,
)
# The same where it stands behind what it is asked of.
_HAPPENED_THERE = re.compile(
    r"(?:都|又|还|還)?(?:[发發]生了?|出了?|有(?:过|過)?)(?:些|一些)?(?:什么|什麼|哪些|啥)"
    r"(?:新|新的)?(?:事情?|新[闻聞]|消息|大事)?(?=[吗嗎呢啊？?。\s]*\Z)"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_WHAT_ABOUT = re.compile(r"(?:and |but )?what about ", re.IGNORECASE)  # "… Bailey?" may speak
_MYSELF = re.compile(r"I(?:['’](?:m|ve|d|ll))?")  # capitals without being names
_QUOTED = re.compile(r"[\"“”„«»]([^\"“”„«»]+)[\"“”„«»]")
_EDGES = " \t\"“”„«»'‘’?!.,;:¿¡？！。…()[]"


def parse_question(
    text: str, previous: Question | None = None, today: date | None = None
) -> Question:
    """What `text` asks for.

    Args:
        text: the question as it was typed; anything goes.
        previous: the question before it in the conversation. It gives "he", "she" and "they" a
            name, "and about the wall?" a speaker, "how high is it?" the words and the days that
            were meant, and "older ones" the answer to look back to.
        today: from which "last week" is counted; without it, days are words like all others.
    """
    while previous is not None and previous.is_blank:
        previous = previous.previous  # thanks end no conversation
    shown = clean(text)
    if talk := talk_of(shown):
        return Question(shown, "", talk=talk, previous=previous)
    if previous is None:
        return Question(shown, "") if _leans_on_nothing(shown) else _understood(text, None, today)
    if asks_who_said_that(shown):
        return _who_said_that(shown, previous)
    before = (*previous.before, previous.text)[-_most_before(previous) :]
    steps = len(previous.before) if previous.step else 0
    step = step_back(_without_politeness(shown).strip(_EDGES)) if steps < _MOST_STEPS else None
    if step and not (previous.news and step.to is Back.LATEST):  # "latest news" asks for it anew
        return replace(previous, text=shown, before=before, step=step, previous=previous, reply="")
    return _after(_understood(text, previous, today), previous, before)


def _after(question: Question, previous: Question, before: tuple[str, ...]) -> Question:
    """A question with what it has from the one before."""
    if question.is_blank and question.filters:  # "and in August?"
        return _of_other_days(question.text, question.filters, previous, before)
    if question.is_blank:
        return replace(question, previous=previous)
    if question.news:
        return question
    if question.speaker or question.quotation:
        return replace(question, before=before) if _leans(question, previous) else question
    context = carried(
        question.text, previous.about, previous.reply, previous.context, previous.speaker or ""
    )
    kept = question.filters
    if not kept and points_back(question.text):
        kept = previous.filters
    return _following(question, context, before, kept)


def _leans_on_nothing(shown: str) -> bool:
    """Whether a text only makes sense after another: "more", "the second one", "why?"."""
    if shown != shown.lower() or asks_for_news(shown):
        return False
    return bool(_LONE.fullmatch(shown) or step_back(shown.strip(_EDGES)))


def _of_other_days(
    shown: str, filters: Filters, previous: Question, before: tuple[str, ...]
) -> Question:
    """The question before, asked of other days."""
    return replace(
        previous, text=shown, filters=filters, before=before, step=None, previous=None, page=0,
        reply="", otherwise=None, ran=None if previous.speaker else previous.text,
    )  # fmt: skip


def _who_said_that(shown: str, previous: Question) -> Question:
    """What anybody said about the matter of the question before, or the same of its speaker."""
    asked = replace(previous, step=None, previous=None, page=0, reply="")
    if previous.speaker or not previous.about:
        return replace(asked, text=shown, before=(*previous.before, previous.text))
    return replace(asked, text=shown, anybody=True, before=(*previous.before, previous.text))


def _most_before(previous: Question) -> int:
    """How many of the questions before one matter; of steps back all, to where they began."""
    if previous.step is None:
        return _MOST_BEFORE
    return _MOST_STEPS


def _following(
    question: Question, context: tuple[Context, ...], before: tuple[str, ...], filters: Filters
) -> Question:
    """A question with what was said before it, as far as that counts."""
    otherwise = question.otherwise
    return replace(
        question, context=context, before=before if context else (), filters=filters,
        otherwise=otherwise and _following(otherwise, context, before, otherwise.filters),
    )  # fmt: skip


def _leans(question: Question, previous: Question) -> bool:
    """Whether a question for somebody's words has its speaker or its days from the one before."""
    if question.speaker is None:
        return False
    carried_days = bool(question.filters) and question.filters == previous.filters
    asked = question.text.lower()
    said = question.speaker.lower() in asked and question.about.lower() in asked
    return carried_days or not said


def _understood(  # noqa: PLR0911 - a return for each kind of question, most telling first
    text: str, previous: Question | None, today: date | None
) -> Question:
    shown = clean(text)
    asked = unswapped(_without_politeness(shown))
    if previous and today and _YEAR.fullmatch(year := _without_lead(asked)):  # "and 2022?"
        asked = f"in {year}"
    undated, period = dated(asked, today) if today else (asked, None)
    bare = undated
    undated = _without_politeness(undated) if period else undated  # "articles of May about ..."
    undated, latest = asks_for_the_latest(undated)
    filters = _filters(period)
    whole = undated.strip(_EDGES)
    news = today is not None and (
        asks_for_news(bare)
        or (period is not None and asks_for_anything(bare))
        or (period is not None and asks_for_news(dated(shown, today)[0]))
    )
    if news or asks_who_said_that(whole) or (period and not _without_lead(whole)):
        return Question(shown, "", None, filters, news=news)
    for pattern in SPEAKER_QUESTIONS:
        if match := pattern.fullmatch(whole):
            asked_of = _words_of_somebody(shown, match, previous)
            return replace(asked_of, filters=filters, latest=latest and not asked_of.anybody)
    if previous and previous.speaker and (more := MORE_ABOUT.fullmatch(whole)):
        topic = next(filter(None, more.groups())).strip(_EDGES)
        kept = filters or previous.filters
        return Question(
            shown, _bounded(topic), previous.speaker, kept, _names(topic),
            perhaps=(topic, previous.about) if _WHAT_ABOUT.match(whole) else None,
        )  # fmt: skip
    for pattern in QUOTATION_QUESTIONS:
        if match := pattern.fullmatch(whole):
            found = match.groupdict()
            if topic := _topic(found.get("topic") or "", previous):
                return Question(shown, _bounded(topic), None, filters, _names(topic), anybody=True)
            return Question(
                shown, _bounded(whole), None, filters, _names(asked),
                quotation=(found.get("quotation") or "").strip(_EDGES) or None,
                verbatim=bool(_QUOTED.search(asked)),
            )  # fmt: skip
    if previous and previous.speaker and (other := AND_SOMEBODY.fullmatch(whole)):
        somebody = other["speaker"].strip(_EDGES)
        named = somebody[:1].isupper() or not somebody.isascii()
        if named and not _is_function_word(somebody.split(maxsplit=1)[0]):
            kept = filters or previous.filters
            return Question(
                shown, _bounded(somebody), None, kept, _names(somebody),
                perhaps=(somebody, previous.about),
            )  # fmt: skip
    about = HOW_MUCH.sub(" ", undated)
    if not _WORD.search(about):  # "how many?"
        about = undated
    return Question(
        shown, _bounded(_where_it_happened(about)), None, filters, _names(undated),
        perhaps=_perhaps(whole), otherwise=_understood(text, previous, None) if period else None,
        latest=latest,
    )  # fmt: skip


def _where_it_happened(about: str) -> str:
    """What is asked about, without that something happened there, unless nothing else is asked."""
    if (happened := _HAPPENED.match(about)) and _WORD.search(about, happened.end()):
        return about[happened.end() :]
    if (happened := _HAPPENED_THERE.search(about)) and _WORD.search(about[: happened.start()]):
        return about[: happened.start()]
    return about


def _words_of_somebody(shown: str, match: re.Match[str], previous: Question | None) -> Question:
    """The question for somebody's words on a topic, without its days."""
    found = match.groupdict()
    topic, words = _topic(found.get("topic") or "", previous), match["speaker"].strip(_EDGES)
    if topic and words.lower() in _ANYBODY:
        return Question(shown, _bounded(topic), names=_names(topic), anybody=True)
    speaker = _speaker(words, previous)
    meant = () if speaker else _meant_by(words, previous)
    speaker = next(iter(meant), speaker)
    if speaker and topic.lower() == speaker.lower():  # "he" and "it" are one
        topic = ""
    return Question(
        shown, _bounded(topic), speaker, names=_names(topic), deed=found.get("deed") or "",
        meant=meant, unnamed=words.lower() in HE_OR_SHE,
    )  # fmt: skip


def quotes_by(speaker: str, about: str, filters: Filters) -> Question:
    """The question for what a speaker said about a topic, which may be empty."""
    name, topic = clean(speaker), clean(about)
    if not name:
        return Question(topic, _bounded(topic), None, filters, _names(topic))
    shown = what_did_say(name, topic)
    return Question(shown, _bounded(topic), name, filters, _names(topic))


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
    for pattern in PERHAPS_SPEAKER_QUESTIONS:
        if match := pattern.fullmatch(text):
            speaker = match["speaker"].strip(_EDGES)
            if speaker and not _is_function_word(speaker.split(maxsplit=1)[0]):
                return speaker, (match["topic"] or "").strip(_EDGES)
    return None


def clean(text: str) -> str:
    """`text` as one line, without what has no visible form, and no longer than is read."""
    text = text[: 4 * LONGEST]
    if not text.isprintable():  # what is has nothing but letters, marks and plain spaces
        text = "".join(" " if c.isspace() else c for c in text if _is_visible(c))
    line = " ".join(text.split())
    if len(line) <= LONGEST:
        return line
    return line[: LONGEST + 1].rpartition(" ")[0] or line[:LONGEST]  # no word cut in two


def _is_visible(character: str) -> bool:
    # Format characters (Cf) are kept only where they join letters: ZWNJ and ZWJ.
    category = unicodedata.category(character)
    return character.isspace() or character in "‌‍" or category not in ("Cc", "Cf", "Cs", "Co", "Cn")


def _without_politeness(text: str) -> str:
    """A question without what Discord writes for people, places and emoji, and without a please."""
    text = _TOKENS.sub(" ", text).strip()
    while match := _POLITENESS.match(text):
        rest = text[match.end() :]
        if not rest.strip(_EDGES):
            return text
        text = rest
    polite = _PLEASE.search(text)
    return text[: polite.start()] if polite and text[: polite.start()].strip(_EDGES) else text


def _speaker(words: str, previous: Question | None) -> str | None:
    speaker = words.strip(_EDGES)
    if speaker.lower() in _NOT_A_SPEAKER:
        if previous is None:
            return None
        return previous.speaker or (previous.but or (_named_before(previous),))[-1]
    return speaker or None


def _topic(words: str, previous: Question | None) -> str:
    """What is asked about: of "it" and "that", what the question before was about."""
    topic = words.strip(_EDGES)
    if topic.lower() in _HER and previous:
        return previous.speaker or _named_before(previous) or _named_in(previous.context) or topic
    if topic.lower() not in _IT:
        return topic
    return _matter_of(previous) if previous else ""


def _matter_of(question: Question) -> str:
    """The words that tell what a question was about, or those that it goes back to."""
    if words := telling_words(question.about):
        return " ".join(words)
    return next((one.text for one in question.context if not one.is_speaker), "")


def _named_in(context: tuple[Context, ...]) -> str | None:
    """Whoever is named in what was said before, the nearest first."""
    named = (_somebody_in(one.text) for one in context)
    return next(filter(None, named), None)


def _meant_by(words: str, previous: Question | None) -> tuple[str, ...]:
    """Who may be meant by "he" or "she": the names in the answer before."""
    he = words.strip(_EDGES).lower() in HE_OR_SHE
    return names_in(previous.reply) if he and previous else ()


def _named_before(previous: Question) -> str | None:
    """The one whom a question is about; where it asks "who is he?", the one meant by that."""
    somebody = _somebody_in(previous.about)
    if not somebody or somebody.lower() not in _NOT_A_SPEAKER:
        return somebody
    return next((one.text for one in previous.context if one.is_speaker), None)


def _somebody_in(about: str) -> str | None:
    """The one whom a question is about: "Ines Falk" in "who is Ines Falk?", for "she"."""
    if match := _WHO_IS.fullmatch(about.strip(_EDGES)):
        return _WHOSE.sub("", match["somebody"]).strip(_EDGES)
    words = [word for word in about.split() if not _is_function_word(word.strip(_EDGES))]
    named = " ".join(word.strip(_EDGES) for word in words if word[:1].isupper())
    return named or None


def _without_lead(text: str) -> str:
    """`text` without "and", "what about" and their like before it."""
    return _LEAD.sub("", text.strip(_EDGES), count=1).strip(_EDGES)


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
    capitals = [
        word
        for word in words[1:]
        if word[0].isupper() and _is_function_word(word) and not _MYSELF.fullmatch(word)
    ]
    if words and all(word[0].isupper() for word in words):
        capitals = []
    return frozenset([*quoted, *capitals])


def _is_function_word(word: str) -> bool:
    return any(word.lower() in words for words in FUNCTION_WORDS.values())


@dataclass(frozen=True, slots=True)
class Reply:
    """The words that answered a question."""

    text: str


def parse_conversation(turns: Iterable[str | Reply], today: date | None = None) -> Question | None:
    """The last of the questions asked so far, each understood in the light of what was before."""
    question: Question | None = None
    for turn in turns:
        if isinstance(turn, Reply):
            question = question and replace(question, reply=turn.text[:_MOST_OF_A_REPLY])
        elif clean(turn).strip(_EDGES):
            question = parse_question(turn, question, today)
    return question
