"""The settings of a server, and of one channel."""

from collections.abc import Iterable, Sequence

from bot.texts.lists import mentioned

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
_MOST_LISTED = 20


def kept_for(days: int) -> tuple[str, str]:
    """For how long questions are kept, as it is chosen."""
    if not days:
        return "Not at all", "What is kept is deleted at once"
    return f"For {days} days", "Without who asked; /byline stats tells what they show"


def cooldown(seconds: int | None) -> str:
    """How long each person has to wait between two questions."""
    told = f"{seconds} seconds" if seconds else "none"
    told = USUAL_COOLDOWN if seconds is None else told
    return f"**Cooldown** between two questions of a person: {told}. Moderators need not wait."


def set_apart(channels: Sequence[int]) -> str:
    """Which channels are set up apart from the others; empty where none is."""
    return f"So far: {mentioned(channels, _MOST_LISTED)}." if channels else ""


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
