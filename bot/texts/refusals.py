"""Why something is not answered, or not done."""

from collections.abc import Sequence

from bot.limits import Spent
from bot.texts.lists import mentioned

FAILED = "Something went wrong while I looked that up; it has been noted. Please ask again."
LEAVING = "I am being restarted. Please ask again in a minute."
NOT_HERE = "I do not work in this server."
NOT_YOUR_ROLE = "In this server I answer those who have a role that you do not have."
NO_SETTINGS = "I cannot read this server's settings just now. Please ask again later."
TOO_MANY = "Too many questions are waiting just now. Please ask again in a moment."
ASK_AGAIN = "I can no longer tell what this button belongs to. Please ask again."
NOT_YOURS = "Only whoever asked, and those who may manage messages, can delete this answer."
NOT_ALOUD = "You may not write here, so this stays between us."
UNAVAILABLE = "I have no articles to search just now. Please ask again later."
_MOST_CHANNELS = 5


def not_in_this_channel(allowed: Sequence[int]) -> str:
    """That nothing is answered here, and where it is.

    Args:
        allowed: the ids of the channels in which it is.
    """
    return f"I do not answer in this channel, but in {mentioned(allowed, _MOST_CHANNELS)}."


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
