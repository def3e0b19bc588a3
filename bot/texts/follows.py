"""What channels follow, and what is new of it."""

FOLLOW_WHAT = "Name a speaker or a topic to follow, or both."
FOLLOWS_IN_SERVERS = "I can follow something only in a channel of a server that I was added to."
MAY_NOT_FOLLOW = "Only those who may manage this channel can change what it follows."
MAY_NOT_POST = "I may not write in this channel, so I could not post what is new."
NOTHING_FOLLOWED = "This server follows nothing yet: `/follow` in a channel begins it."
FOLLOWED = "**What this server follows**"
TO_END = "A button below ends what has its number."
NOT_POSTED = "could not be posted: I may not write there"
END = "End {}"


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
