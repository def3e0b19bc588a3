"""What the bot says of a server's own articles: of adding, listing and removing them."""

from bot.texts.lists import articles
from index.gathering.jobs import Progress, Report, Skipped, Why

# What Discord shows of the commands while they are typed.
ADD = "Add web pages to this server's articles"
FEEDS = "The feeds that this server's articles come from"
LIST_FEEDS = "Which feeds are followed, and how each is"
ADD_FEED = "Follow a feed: RSS, Atom, JSON Feed or a sitemap"
REMOVE_FEED = "Follow a feed no longer"
REFRESH_FEEDS = "Ask feeds for what is new, now"
REMOVE = "Remove one of this server's articles"
ARTICLES = "This server's own articles, the last that came first"
REBUILD = "Analyse all of this server's articles anew"
URL = "The address of a page; several with spaces between them"
FEED_URL = "The address of a feed; several with spaces between them"
SUMMARIES = "Take what the feed gives, and fetch no pages"
FEED = "A feed that is followed"
ONE_FEED = "A feed that is followed; all of them where you name none"
WITH_ARTICLES = "Remove the articles that came from it as well"
WHICH = "Words of its headline, or its address"

# Who may.
MAY_NOT = "Only those who may manage this server can change its articles."
NOT_GATHERING = "I cannot gather articles here; whoever runs me has switched that off."
BUSY = "I am still at work on what was asked before in this server; ask again when that is done."
CANNOT_GATHER = "Articles cannot be gathered just now; try again later."
GATHERING_ENDED = (
    "The process that gathers articles has ended; what it had stored stays. Try again in a minute."
)
NO_CUSTOM_ID = "I can no longer tell what this button belongs to. Use the command again."

# What happens.
BEGUN = "At work …"
WAITING = "I begin as soon as I have done what was asked before in this server …"
GOES_ON = (
    "This takes longer than Discord lets me report here. I go on with it: `/byline articles` and "
    "`/byline feeds list` show what has come."
)
LEAVING = (
    "I am being restarted. What I had stored stays; use the command again in a minute for the rest."
)
_STAGES = {
    "pages": "Reading pages",
    "feeds": "Asking feeds",
    "read": "Storing",
    "analysed": "Analysing articles",
    "indexed": "Publishing passages",
}
NO_URL = "Give the address of a page, for example https://news.example/harbour-bridge."
MOST_URLS = 20
TOO_MANY_URLS = f"Give {MOST_URLS} addresses at most; use the command again for the others."
NO_ARTICLES = (
    "This server has no articles of its own yet; `/byline add` and `/byline feeds add` bring some."
)
NO_FEEDS = "This server follows no feed yet; `/byline feeds add` follows one."
_NOT_DONE = {
    Why.FULL: "This server has as many articles as it may, {}; remove some first.",
    Why.MANY_FEEDS: "This server can follow no more than {} feeds; remove one first.",
    Why.EMPTY: NO_ARTICLES,
    Why.NOT_FOLLOWED: (
        "This server does not follow “{}”; choose a feed from the list while you type."
    ),
    Why.NO_ADDRESS: "“{}” is not an http or https address.",
    Why.LOCKED: "These articles are being changed elsewhere just now; try again in a minute.",
    Why.OTHER: "Something went wrong; it has been noted. Try again later.",
}
REBUILT = "All articles were analysed anew."
SKIPPED, NOTED = "**Skipped**", "**Note**"
OWN_ARTICLES, OWN_FEEDS = "This server's articles", "This server's feeds"
SUMMARIES_ONLY = "summaries only"


def progress(step: Progress) -> str:
    """How far a job has come."""
    stage = _STAGES.get(step.stage, "At work")
    of = f" of {step.total:,}" if step.total else ""
    return f"{stage}: {step.done:,}{of} …"


def done(report: Report) -> str:
    """What a job did, in a sentence or two."""
    parts = []
    if report.added:
        parts.append(f"{articles(len(report.added))} added")
    if report.changed:
        parts.append(f"{articles(len(report.changed))} brought up to date")
    if report.removed:
        parts.append(f"{articles(report.removed)} removed")
    if report.unchanged:
        parts.append(f"{articles(report.unchanged)} known as it is" if report.unchanged == 1
                     else f"{articles(report.unchanged)} known as they are")  # fmt: skip
    if not parts:
        parts.append("nothing new" if report.feeds else "nothing was changed")
    sentence = ", ".join(parts)
    return f"{sentence[0].upper()}{sentence[1:]}."


def holds(number: int) -> str:
    """How many articles there are now."""
    return f"This server has {articles(number)} of its own."


def more(number: int) -> str:
    """That there are others that are not shown."""
    return f"and {number:,} more"


def skip(one: Skipped) -> str:
    """What was skipped, and why; as a line of a file."""
    return f"{one.where}: {one.reason}"


def answered(title: str) -> str:
    """That a feed is followed, and answers."""
    return f"{title} is followed."


def unfollowed(title: str) -> str:
    """That a feed is followed no longer."""
    return f"{title} is followed no longer."


def no_article(written: str) -> str:
    """That nothing is called like this."""
    return (
        f"No article of this server is called “{written}”; choose one from the list while you type."
    )


def many_articles(written: str) -> str:
    """That several are called like this."""
    return f"Several articles are called like “{written}”; choose one from the list while you type."


def no_feed(written: str) -> str:
    """That no such feed is followed."""
    return not_done(Why.NOT_FOLLOWED, written)


def not_done(why: Why, what: str) -> str:
    """Why a job was not done.

    Args:
        why: the kind of reason.
        what: the number of what there may be, or what was named.
    """
    return _NOT_DONE[why].format(what)


def failed(sentence: str) -> str:
    """That a job was not done."""
    return f"That was not done. {sentence}"


def came(moment: str) -> str:
    """When an article came, or a feed was read."""
    return f"came {moment}"


def last_read(moment: str) -> str:
    """When a feed last answered."""
    return f"last read {moment}"


def next_try(moment: str) -> str:
    """When a feed is asked next."""
    return f"next try {moment}"


def failures(number: int, last: str) -> str:
    """What has kept a feed from being read since."""
    return f"{number:,} failure{'s' if number > 1 else ''} since: {last}" if number else last


def withdrawn(number: int) -> str:
    """How many articles a feed has dropped."""
    return f"{articles(number)} withdrawn by it and kept"


def page(first: int, shown: int, total: int) -> str:
    """Which part of a list is shown."""
    return f"{first + 1:,} to {first + shown:,} of {total:,}."
