"""Everything the bot says in its own words on Discord, a file for each occasion.

What the commands of `index` say in the terminal, too, stands in `index.texts`.
"""

from bot.texts import (
    ages,
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
from index.texts import explanations, hints, reasons

__all__ = [
    "ages",
    "answers",
    "buttons",
    "commands",
    "explanations",
    "feedback",
    "follows",
    "hints",
    "keeping",
    "languages",
    "lists",
    "own_articles",
    "questions",
    "reasons",
    "refusals",
    "settings",
    "terminal",
]
