"""Everything the bot says in its own words on Discord, a file for each occasion."""

from bot.texts import (
    answers,
    buttons,
    commands,
    feedback,
    follows,
    keeping,
    languages,
    lists,
    own_articles,
    questions,
    refusals,
    settings,
    terminal,
)

__all__ = [
    "answers",
    "buttons",
    "commands",
    "feedback",
    "follows",
    "keeping",
    "languages",
    "lists",
    "own_articles",
    "questions",
    "refusals",
    "settings",
    "terminal",
]
