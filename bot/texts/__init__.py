"""Everything the bot says in its own words on Discord, but what `index` has to say of its input.

Of a server's own articles it speaks in `bot.texts.own_articles`.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from bot.limits import Spent
from bot.questions import Question
from index.articles import SAMPLE
from index.excerpts import Excerpt
from index.hits import Extent
from index.mentions import Month
from index.query import Filters
from index.quotations import Difference

if TYPE_CHECKING:  # they use these words
    from bot.answers import Answer, Citation
    from bot.stats import Stats

HELP = (
    "Ask me about the articles: mention me with a question, reply to one of my answers, write me a "
    "direct message, or use `/ask`.\n"
    "- *What did Wang Wenbin say about Russia?* gives that person's own words.\n"
    "- *Who said “the wall will hold”?* finds a quotation, exact or not; so does the "
    "message menu *Who said this?*. *Find sources* there looks for articles about a message.\n"
    "- `/quotes` lists what somebody said, if you like about a topic or since a day.\n"
    "- `/timeline` shows how something went over time, the oldest first, and what somebody said "
    "then and now.\n"
    "- `/follow` posts what is new of somebody or of a topic, for those who manage a channel.\n"
    "- Any other question gives the passages that answer it. `/ask` takes a source, days, a "
    "language, how many, and whether only you see it.\n"
    "- `/article` shows what matters in one article, `/latest` the newest ones, `/sources` where "
    "they come from.\n"
    '- `/search` ranks passages for words: `"sea wall" OR pier -ferry harb* source:gazette '
    "since:7d`; also `+word`, `( )`, `title:`, `author:`, `speaker:`, `lang:` and `before:`.\n"
    "Edit your question within five minutes, and I edit the answer; delete it, and the answer goes "
    "too. The buttons below an answer turn pages, and tell why a passage was chosen.\n"
    "Those who manage a server set me up there with `/byline settings`.\n"
    "Every line I show stands in an article, word for word, with a link to it."
)
BLANK = "Ask me something, for example: What did Wang Wenbin say?"
UNREAD = (
    "Discord does not show me the words of a reply to what a command answered, unless it mentions "
    "me: please mention me in your reply."
)
NO_WORDS = "This message has no words that I could look for."
FAILED = "Something went wrong while I looked that up; it has been noted. Please ask again."
LEAVING = "I am being restarted. Please ask again in a minute."
NOT_HERE = "I do not work in this server."
NOT_YOUR_ROLE = "In this server I answer those who have a role that you do not have."
NO_SETTINGS = "I cannot read this server's settings just now. Please ask again later."
TOO_MANY = "Too many questions are waiting just now. Please ask again in a moment."
ASK_AGAIN = "I can no longer tell what this button belongs to. Please ask again."
NOT_YOURS = "Only whoever asked, and those who may manage messages, can delete this answer."
NOT_ALOUD = "You may not write here, so this stays between us."
NOT_EXPLAINED = "What somebody said is ordered by how well its words match, then by its day."
NO_SOURCES = "No article here says where it comes from."
TRY = "Perhaps one of these:"
NEAREST = "These headlines come nearest:"
LATEST = "The latest articles"
SOURCES = "Where the articles come from"
UNAVAILABLE = "I have no articles to search just now. Please ask again later."
SAMPLE_NOTE = "From the sample articles, because no articles have been added yet."
BETWEEN_TURNS = " › "  # between the questions of a conversation
INFERRED = "speaker inferred"
UNTITLED = "Untitled"

# Notes to an answer.
OTHER_DAYS = "No article of those days answers this; these are of other days."
NO_MORE = "That was all."
NOT_THERE = "The answer before has nothing of the kind."
ONLY_NEAR = "Nobody is quoted with these very words; these come nearest."
PARTLY_ABOUT = "Nothing that is said there has all of your topic; this comes nearest."
UNDATED = "Nothing that is said of this has a date."

# The settings of a server.
SETTLE = "Where, whom and how Byline answers in this server"
MAY_NOT_SETTLE = "Only those who may manage this server can change its settings."
NOT_OF_THIS_SERVER = "I can be set up only in a server that I was added to."
NO_SUCH_SETTING = "I can no longer tell what this belongs to. Please use `/byline settings` again."
NO_SUCH_CHANNEL = "This channel is no longer there."
NO_SUCH_COLLECTION = "That collection is not this server's, and cannot be chosen."
NO_OWN_ARTICLES = "This server has no articles of its own yet, so they cannot be all that is asked."
NO_THREADS = (
    "I may not begin threads in this channel, and answer in place until somebody gives me the "
    "permission *Create Public Threads*."
)
NO_QUESTIONS = (
    "Not available: every question that ends in a question mark, and threads without mentions. "
    "Whoever runs me has not set `BYLINE_MESSAGE_CONTENT=1`, or Discord has not granted the "
    "message content intent."
)
SERVER_SETTINGS = (
    "## Settings\nUnless you choose otherwise, I answer mentions and commands, in every channel, "
    "whoever asks."
)
ALLOWED_CHANNELS = (
    "**Channels** in which I answer, with their threads; a category stands for all channels in it. "
    "None chosen: all."
)
ALLOWED_ROLES = "**Roles** of which one is needed to ask me. None chosen: everybody may."
ONE_CHANNEL = "**One channel** may be set up apart from the others."
KEEPING = "**Keep questions**, so that you see what is asked and what had no answer"
MODE = "**What I hear**"
WHERE = "**Where I answer** messages"
COLLECTIONS = "**Articles** that are asked here"
HEARD = {
    "mentions": ("Mentions", "Messages that mention me, replies that ping me, and commands"),
    "questions": ("Every question", "Those, and every message that ends in a question mark"),
    "nothing": ("Off", "Commands and menus alone"),
}
UNHEARD = ("Every question: not available", "Needs BYLINE_MESSAGE_CONTENT=1 and the intent granted")
IN_PLACE = ("In place", "As a reply to the message")
IN_THREAD = ("In a thread", "Each question begins a thread, in which every message is a question")
IN_DEAF_THREAD = (
    "In a thread",
    "Mention me there, too: to hear all needs BYLINE_MESSAGE_CONTENT=1 and the intent",
)
COMMON_ARTICLES = ("The common articles", "Those that every server may ask")
OWN_ARTICLES = ("This server's own articles", "Those that no other server may ask")
CHOOSE_CHANNELS, CHOOSE_ROLES = "All channels", "Everybody"
CHOOSE_CHANNEL = "Choose a channel to set up"
COOLDOWN, SOURCES_HERE = "Cooldown …", "Sources …"
RESET, TO_SERVER, FORGET = "As other channels", "‹ All settings", "Forget what is gone"
COOLDOWN_TITLE, COOLDOWN_LABEL = "Cooldown", "Seconds between a person's questions"
COOLDOWN_HINT = "0 for none, 3600 at most. Empty for the usual: 15 at once, then one in 3 seconds."
SOURCES_TITLE, SOURCES_LABEL = "Sources", "Outlets that are asked here, one a line"
SOURCES_HINT = "By name, or the beginning of it; /sources lists them. Empty for all."
USUAL_COOLDOWN = "the usual, 15 at once and then one in 3 seconds"

# How well the bot answers.
STATS = "How well Byline answers here, in counts"
MAY_NOT_SEE_STATS = "Only those who may manage this server can see how well I answer."

# What is kept.
PRIVACY = "What I keep, and how to delete it"
NOT_KEPT = (
    "I keep neither questions nor who asks them. An answer is looked up where I run, and nothing "
    "of it leaves that machine but the answer itself."
)
KEPT_FOR = (
    "Those who manage this server let me keep its questions for {} days, to see what had no "
    "answer; who asked is never kept. An answer is looked up where I run, and nothing of it leaves "
    "that machine but the answer itself."
)
MAY_NOT_FORGET = "Only those who may manage this server can delete what people said here."
DELETE_SAID = "Delete what people asked and said"
FORGOTTEN = (
    "Deleted: what people of this server asked, and what they said of answers, the counts included."
)

# What channels follow.
FOLLOW = "Post here what is new of somebody, or of a topic"
FOLLOWING = "What this server follows, and how to end it"
FOLLOW_WHAT = "Name a speaker or a topic to follow, or both."
FOLLOWS_IN_SERVERS = "I can follow something only in a channel of a server that I was added to."
MAY_NOT_FOLLOW = "Only those who may manage this channel can change what it follows."
MAY_NOT_POST = "I may not write in this channel, so I could not post what is new."
NOTHING_FOLLOWED = "This server follows nothing yet: `/follow` in a channel begins it."
FOLLOWED = "**What this server follows**"
TO_END = "A button below ends what has its number."
NOT_POSTED = "could not be posted: I may not write there"
END = "End {}"

SAMPLE_QUESTION = "What did Wang Wenbin say?"
NO_TOKEN = (
    "No DISCORD_TOKEN is set, so Byline "  # noqa: S105  # it says that there is none
    "answers here in the terminal; docs/discord-application.md leads to a token in five minutes."
)
_MOST_DIFFERENCES = 4

# The labels of buttons.
BACK, NEXT = "‹ Back", "More ›"
NEWER, OLDER = "‹ Newer", "Older ›"
EARLIER, LATER = "‹ Earlier", "Later ›"
BY_DATE, BY_RANK = "Newest first", "Best first"
MORE_FROM_ARTICLE, FROM_ALL_ARTICLES = "More from this article", "All articles"
EXPLAIN, SHARE, DELETE = "Explain", "Share", "Delete"
GOOD, BAD, KEEP = "👍", "👎", "Keep this question"

# What people say of an answer.
THANKS = "Thank you. That it was {} is counted; neither your question nor your name is kept."
GOOD_ANSWER, BAD_ANSWER = "a good answer", "a bad answer"
MAY_KEEP = (
    "To measure how well I answer, whoever runs me may use this question and the article shown "
    "first, without your name, if you agree:"
)
KEPT = "Kept: the question and the article shown first, without your name."
TOLD_ALREADY = "You have told me what you think of this answer already."
WHAT_IS_WRONG, WHAT_IS_WRONG_LABEL = "A bad answer", "What is wrong with it? (as you like)"
REASONS = {
    "speaker": "Somebody else said this",
    "link": "The link does not open at these words",
    "other": "This is not what I asked",
}

# What Discord shows of the commands while they are typed.
ASK = "Ask a question about the articles"
SEARCH = "Look words up in the articles"
QUOTES = "What somebody said, the newest first"
TIMELINE = "How something, or what somebody says, went over time"
ARTICLE = "What matters in one article"
LIST_LATEST = "The newest articles"
LIST_SOURCES = "Where the articles come from"
WHAT_I_CAN_DO = "What Byline can do"
WHO_SAID_THIS, FIND_SOURCES = "Who said this?", "Find sources"
OPTIONS = {
    "question": "For example: What did Wang Wenbin say about Russia?",
    "query": 'Words, "a phrase", -without, a OR b, harb*, source:gazette, since:7d',
    "speaker": "A name, a part of it, or a role: the finance minister",
    "about": "Only what is about this",
    "topic": "What is told of, or, with a speaker, what is spoken about",
    "headline": "The first letters of words in its headline",
    "source": "Only articles of this outlet",
    "since": "Of this day or later: 2025-03-01, 2025-03, 2025, 30d, 6m",
    "until": "Of this day or earlier",
    "language": "Only articles in this language",
    "count": "How many excerpts at most",
    "hidden": "Show the answer to you alone",
}

LANGUAGES = dict(
    one.split(" ", 1)
    for one in (
        "af Afrikaans,am Amharic,ar Arabic,az Azerbaijani,be Belarusian,bg Bulgarian,bn Bengali,"
        "bs Bosnian,ca Catalan,cs Czech,cy Welsh,da Danish,de German,el Greek,en English,"
        "eo Esperanto,es Spanish,et Estonian,eu Basque,fa Persian,fi Finnish,fr French,ga Irish,"
        "gl Galician,gu Gujarati,he Hebrew,hi Hindi,hr Croatian,hu Hungarian,hy Armenian,"
        "id Indonesian,is Icelandic,it Italian,ja Japanese,ka Georgian,kk Kazakh,km Khmer,"
        "kn Kannada,ko Korean,lo Lao,lt Lithuanian,lv Latvian,mk Macedonian,ml Malayalam,"
        "mn Mongolian,mr Marathi,ms Malay,my Burmese,nb Norwegian Bokmål,ne Nepali,nl Dutch,"
        "nn Norwegian Nynorsk,no Norwegian,or Odia,pa Punjabi,pl Polish,ps Pashto,pt Portuguese,"
        "ro Romanian,ru Russian,si Sinhala,sk Slovak,sl Slovenian,so Somali,sq Albanian,"
        "sr Serbian,st Sotho,sv Swedish,sw Swahili,ta Tamil,te Telugu,th Thai,tl Tagalog,"
        "tr Turkish,uk Ukrainian,ur Urdu,uz Uzbek,vi Vietnamese,yi Yiddish,zh Chinese,zu Zulu"
    ).split(",")
)
LANGUAGE_CODES = {name.lower(): code for code, name in LANGUAGES.items()}
_MOST_ALSO_IN = 3
_MOST_CHANNELS = 5
_MOST_LISTED = 20
_SHOWN_FROM = 1 / 4  # what words said before must count for to be shown with a question
CHAT_HINT = "Ask a question; an empty line or Ctrl-D ends the conversation."


def not_found(answer: "Answer", show: Callable[[str], str] = str) -> str:
    """That the articles hold no answer, and why.

    Args:
        answer: one without citations.
        show: makes the asker's words fit to be shown where the sentence will stand.
    """
    question = answer.question
    if question.is_blank:
        return BLANK
    if question.quotation and question.verbatim:
        return f"There is no such quotation in {articles(answer.extent.articles)}."
    if answer.missing:
        return f"I found no answer. No article has {_either(map(show, answer.missing[:5]))}."
    if question.speaker:
        about = f" about {show(question.about)}" if question.about else ""
        return f"I found nothing that {show(question.speaker)} said{about}."
    if answer.understood is not None:
        return "No passage matches this query."
    return "I found no passage that answers this."


def understood(answer: "Answer") -> tuple[str, ...]:
    """How a question was read: its clauses, its spelling, what is no query; a sentence each."""
    read = answer.understood or asked_in_full(answer.question)
    query = (f"Understood as: {read}",) if read else ()
    meant = did_you_mean(answer) if answer.answered else ""
    days = _days(answer.question.filters) if answer.understood is None else ""
    return (*query, *filter(None, [days, _corrected(answer), meant]), *answer.notes)


def turns(question: Question) -> tuple[str, ...]:
    """The questions that one follows from, and itself: all that it takes to ask it again."""
    mark = BETWEEN_TURNS.strip()
    return tuple(turn.replace(mark, ">") for turn in (*question.before, question.text))


def asked_in_full(question: Question) -> str | None:
    """A follow-up with what it has from before; None of a question that has nothing from there."""
    if question.ran:
        return question.ran
    if question.before and question.speaker:
        about = f" about {question.about}" if question.about else ""
        return f"What did {question.speaker} say{about}?"
    if not question.context:
        return None
    words: dict[str, str] = {}
    for one in question.context:
        if one.weight >= _SHOWN_FROM:
            words |= {word.lower(): word for word in one.text.split() if word.lower() not in words}
    return f"{question.text} ({' '.join(words.values())})" if words else None


def difference(one: Difference) -> str:
    """What a copied quotation has, and what the article has in its place."""
    if not one.stands:
        return f"“{one.copied}” is not there"
    if not one.copied:
        return f"“{one.stands}” was left out"
    return f"“{one.copied}” stands as “{one.stands}”"


def differences(citation: "Citation") -> str:
    """In what a copied quotation departs from the article; empty where it does not."""
    if not citation.differences:
        return ""
    shown = [difference(one) for one in citation.differences[:_MOST_DIFFERENCES]]
    more = len(citation.differences) - len(shown)
    return f"Not word for word: {'; '.join(shown)}{f'; and {more} more' if more else ''}."


def _days(filters: Filters) -> str:
    """Which days were asked for."""
    since, until = filters.since, filters.until
    if since and until:
        return (
            f"Only articles of {since}."
            if since == until
            else (f"Only articles from {since} to {until}.")
        )
    if since:
        return f"Only articles since {since}."
    return f"Only articles until {until}." if until else ""


def nearest(answer: "Answer", show: Callable[[str], str] = str) -> str:
    """The headlines that come nearest to a question without an answer; empty where none does.

    Args:
        answer: one without citations.
        show: makes a headline fit to be shown where the sentence will stand.
    """
    headlines = dict.fromkeys(" ".join(one.title.split()) for one in answer.nearest)
    return f"Nearest: {' · '.join(map(show, headlines))}" if headlines else ""


def stats_lines(told: "Stats") -> list[str]:
    """How well the bot answers, a line each."""
    lines = [f"{told.questions:,} questions, {told.unanswered:,} of them without an answer"]
    if told.p50_ms is not None:
        lines.append(f"half looked up within {told.p50_ms} ms, 95 of 100 within {told.p95_ms} ms")
    lines.append(f"{told.never_shown:,} of {articles(told.articles)} never shown")
    for one in told.sources:
        why = ", ".join(f"{REASONS[reason.value]}: {times}" for reason, times in one.reasons)
        reasons = f" ({why})" if why else ""
        lines.append(f"{one.source or UNTITLED}: {one.good} 👍, {one.bad} 👎{reasons}")
    for heading, found in (("most asked", told.most_asked), ("no answer", told.without_answer)):
        if found:
            named = ", ".join(f"{one.what} ({one.times})" for one in found)
            lines.append(f"{heading}: {named}")
    return lines


def kept_for(days: int) -> tuple[str, str]:
    """For how long questions are kept, as it is chosen."""
    if not days:
        return "Not at all", "What is kept is deleted at once"
    return f"For {days} days", "Without who asked; /byline stats tells what they show"


def kept(
    questions: int,
    kept_questions: int,
    verdicts: int,
    judgements: int,
    follows: int,
    *,
    settled: bool,
) -> str:
    """How much is kept of a server.

    Args:
        questions: counted, without their words.
        kept_questions: with their words, without who asked.
        verdicts: counted, on answers.
        judgements: questions that people agreed to keep.
        follows: what its channels follow.
        settled: whether it has settings.
    """
    lines = [
        f"- that {questions:,} questions were asked, by day, and how fast they were answered",
        f"- the words of {kept_questions:,} of them, without who asked",
        f"- {verdicts:,} times 👍 or 👎, as counts by day and outlet",
        f"- {judgements:,} questions that people let be kept, without their names",
        f"- {follows:,} things that channels follow",
        f"- {'the settings of this server' if settled else 'no settings'}",
    ]
    kept_here = "\n".join(lines)
    return (
        f"Kept of this place:\n{kept_here}\n"
        "When I am removed from a server, all of it is deleted after seven days, with the "
        "server's own articles."
    )


def followed(speaker: str, topic: str) -> str:
    """What is followed: somebody, a topic, or somebody on a topic.

    Args:
        speaker: as it is shown; empty for anybody.
        topic: as it is shown; empty for anything.
    """
    if speaker:
        return f"**{speaker}** on **{topic}**" if topic else f"what **{speaker}** says"
    return f"**{topic}**"


def follow_begun(named: str, most: int) -> str:
    """That something is followed from now on, with as many excerpts a day as this at most."""
    return (
        f"From now on I post here what is new of {named}, up to {most} excerpts a day. "
        "`/following` shows what is followed, and ends it."
    )


def news_of(named: str) -> str:
    """What new excerpts are of."""
    return f"New of {named}"


def left_out(number: int, *, is_least: bool = False) -> str:
    """That more is new than is posted on one day; whether there may be more still."""
    least = "At least " if is_least else ""
    return f"{least}{number:,} more today are not posted; `/timeline` shows them."


def many_followed(most: int) -> str:
    """That a server follows as much as it may."""
    if not most:
        return "Nothing can be followed here: whoever runs me has set it so."
    return f"A server can follow {most} things; `/following` ends some."


THEN, NOW = "Then", "Now"


def mentions(course: Sequence[Month]) -> str:
    """How many articles mention something, and when most do."""
    most = max(course, key=lambda one: one.articles)
    number = articles(sum(one.articles for one in course))
    peak = f", most in {most.month} ({most.articles})" if most.articles > 1 else ""
    return f"Mentioned in {number}{peak}."


def also_in(excerpt: Excerpt) -> str:
    """Who else has the same story; empty where nobody is known to."""
    others = dict.fromkeys(one.source or one.title or UNTITLED for one in excerpt.also_in)
    if not others:
        return ""
    shown = list(others)[:_MOST_ALSO_IN]
    more = len(others) - len(shown)
    return f"also in {', '.join(shown)}{f' and {more} more' if more else ''}"


def newest_found(day: date, age: str) -> str:
    """How old the newest of what was found is."""
    return f"The newest of these is of {day}, {age}."


def said_of(speaker: str) -> str:
    """The question for what is said of somebody, in the place of what they say."""
    return f"What do the articles say about {speaker}?"


def anybody_on(topic: str) -> str:
    """The question for what anybody said about something."""
    return f"Who said anything about {topic}?"


def others_on(topic: str) -> str:
    """The question for what others said about something."""
    return f"Who else said anything about {topic}?"


def newest_first(question: str) -> str:
    """A question whose answer begins with the newest."""
    return f"{question}, the newest first"


def page_of(question: str, number: int) -> str:
    """A question of whose answer another page is asked for, from 1."""
    return f"{question}, page {number}"


def before_day(question: str, day: date) -> str:
    """A question of what is older."""
    return f"{question}, before {day}"


def after_day(question: str, day: date) -> str:
    """A question of what is newer."""
    return f"{question}, after {day}"


def in_article(question: str, title: str) -> str:
    """A question of one article."""
    return f"{question}, in “{title}”" if title else f"{question}, in that article"


def did_you_mean(answer: "Answer") -> str:
    """The question in a spelling that articles have; empty where there is no other."""
    return f"Did you mean “{answer.did_you_mean}”?" if answer.did_you_mean else ""


def _corrected(answer: "Answer") -> str:
    if answer.corrected is None:
        return ""
    return f"Showing results for “{answer.corrected}”. Search instead for “{answer.as_typed}”."


def searched(extent: Extent) -> str:
    """How much was searched."""
    if not extent.articles:
        return "There are no articles yet."
    number = articles(extent.articles)
    if not extent.first_day:
        return f"Searched {number}."
    if extent.first_day == extent.last_day:
        return f"Searched {number} of {extent.first_day}."
    return f"Searched {number} from {extent.first_day} to {extent.last_day}."


def articles(number: int) -> str:
    """So many articles."""
    return "1 article" if number == 1 else f"{number:,} articles"


def newest(day: str) -> str:
    """When the newest article is of."""
    return f"newest of {day}"


def updated(moment: str) -> str:
    """When the index was published."""
    return f"Updated {moment}."


def from_sample(collections: Iterable[str]) -> bool:
    """Whether something comes from the sample articles, which all that does must say."""
    return SAMPLE in collections


def part(first: int, shown: int, *, by_date: bool) -> str:
    """Which part of an answer is shown.

    Args:
        first: how many excerpts come before.
        shown: how many there are.
        by_date: whether the newest come first.
    """
    last = first + shown
    numbers = f"{first + 1} to {last}" if shown > 1 else f"{last}"
    return f"Excerpt{'s' if shown > 1 else ''} {numbers}{', newest first' if by_date else ''}."


def not_in_this_channel(allowed: Sequence[int]) -> str:
    """That nothing is answered here, and where it is.

    Args:
        allowed: the ids of the channels in which it is.
    """
    return f"I do not answer in this channel, but in {_channels(allowed, _MOST_CHANNELS)}."


def wait(spent: Spent, when: str) -> str:
    """That a question has to wait.

    Args:
        spent: which limit is reached.
        when: the moment at which it may be asked again, as Discord shows one.
    """
    match spent:
        case Spent.PERSON:
            return f"You have just asked; you can ask me again {when}."
        case Spent.CHANNEL:
            return f"Much is being asked in this channel; ask me again {when}."
        case Spent.WAITING:
            return TOO_MANY


def cooldown(seconds: int | None) -> str:
    """How long each person has to wait between two questions."""
    told = f"{seconds} seconds" if seconds else "none"
    told = USUAL_COOLDOWN if seconds is None else told
    return f"**Cooldown** between two questions of a person: {told}. Moderators need not wait."


def set_apart(channels: Sequence[int]) -> str:
    """Which channels are set up apart from the others; empty where none is."""
    return f"So far: {_channels(channels, _MOST_LISTED)}." if channels else ""


def _channels(channels: Sequence[int], most: int) -> str:
    """The first channels of some, and how many more there are."""
    named = [f"<#{channel}>" for channel in channels[:most]]
    more = len(channels) - len(named)
    return f"{', '.join(named)}{f' and {more} more' if more else ''}"


def gone(channels: int, roles: int, *, answers: bool) -> str:
    """That some of the channels and roles that were chosen are no longer there.

    Args:
        channels: how many channels.
        roles: how many roles.
        answers: whether anything is answered nevertheless.
    """
    numbers = [(channels, "channel"), (roles, "role")]
    told = [f"{number} {one}{'s' * (number > 1)}" for number, one in numbers if number]
    verb = "is" if channels + roles == 1 else "are"
    still = "" if answers else " **I answer nobody** until you choose others, or have me forget it."
    return f"No longer there {verb} {' and '.join(told)} of those chosen.{still}"


def settings_of(channel_id: int) -> str:
    """The heading of a channel's settings."""
    return f"## Settings of <#{channel_id}>"


def sources_here(names: Iterable[str]) -> str:
    """Which outlets are asked in a channel.

    Args:
        names: as they are shown; none for all.
    """
    return f"**Sources** that are asked here: {', '.join(names) or 'all'}."


def no_cooldown(longest: int) -> str:
    """That what was written is no cooldown."""
    return f"A cooldown is a number of seconds from 0 to {longest:,}; nothing was changed."


def many_to_choose(most: int) -> str:
    """That too many outlets are written."""
    return f"At most {most} sources can be chosen; nothing was changed."


def no_source(written: str) -> str:
    """That no article comes from an outlet of this name."""
    return f"No article here comes from a source called “{written}”; /sources lists them."


def many_sources(written: str, names: Iterable[str]) -> str:
    """That a name may mean several outlets."""
    return f"“{written}” may be {_either(names)}; which one?"


def no_article(written: str) -> str:
    """That no headline has these words."""
    return f"No headline here has “{written}”; choose one from the list while you type."


def no_language(written: str) -> str:
    """That this is no language."""
    return f"“{written}” is no language that I know: write its name in English, or its code: en."


def no_day(written: str) -> str:
    """That this is no day."""
    return (
        f"{written!r} is no day: write 2025-03-01, 2025-03, 2025, 7d, 2w, 3m, 1y, "
        "today or yesterday."
    )


def _either(words: Iterable[str]) -> str:
    *before, last = [f"“{word}”" for word in words]
    return f"{', '.join(before)} or {last}" if before else last
