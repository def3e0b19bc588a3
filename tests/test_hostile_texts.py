# ruff: noqa: E501  # a row of forms
"""A hundred and twenty hostile texts in every place that an answer shows: all inert, none too long."""

import re
from itertools import product
from pathlib import Path

import discord
import pytest

from bot.asking import Newsdesk
from bot.collection_requests import ListingArticles
from bot.completions import Completing
from bot.finding import Page
from bot.follows import Follow
from bot.inquiries import Inquiry, Way
from bot.live import LiveIndex
from bot.rendering.collection_layout import articles_layout, report_layout
from bot.rendering.controls import Audience
from bot.rendering.follow_layout import begun_layout, follows_layout, news_layout
from bot.rendering.layout import explanation_layout, layout
from index.gathering.jobs import Report, Skipped, Titled
from index.holdings import Holding, Holdings
from tests.builders import article, collection
from tests.discord import limits
from tests.discord.payloads import TEXT_DISPLAY, Json, walk
from tests.newsrooms import newsroom
from tests.test_escaping import live

FORMS = [
    # pings
    "@everyone", "@here", "<@1>", "<@!1>", "<@&1>", "<#1>", "</ask:1>", "<id:customize>", "@\u200beveryone",
    # links and invites
    "[bank](https://evil.example)", "[bank\n](https://evil.example)", "http://a.b/[bank](https://evil.example)",
    "<https://evil.example>", "https://user@evil.example", "javascript:alert(1)", "discord.gg/evil",
    "discord.com/invite/evil", "dіscord.gg/evil", "](<https://evil.example>) [", ">) https://evil.example",
    # formatting
    "**bold**", "__under__", "~~struck~~", "||spoiler||", "`code`", "```ansi\n\x1b[31mred\n```", "\n# heading",
    "\n-# small", "\n> quoted", "\n>>> all", "\n1. one\n2. two", "*_~|`\\" * 20,
    # what cannot be seen, and what is too much
    "\u202etxt.exe\u202c", "\u200b\u2060\ufeff", "\U000e0041\U000e0042", "Z" + "\u0301" * 60, "\x00\x07\x1b[2J",
    "<t:0:R>", "<:smile:1> :smile:", "\ufdfa" * 40,
]  # fmt: skip
AROUND = ["{}", "zebra {} zebra", "{0} {0}"]
CASES = [around.format(form) for form, around in product(FORMS, AROUND)]

_OURS = re.compile(
    r"`[▁-█·]+`|(?<!\\)\[(?P<label>[^\[\]]*)\]\(<https://story\.example/[^<>\s]*>\)|<t:-?\d+:[DR]>|(?<!\\)\*\*"
)


def others(text: str) -> str:
    """A line without the marks that are our own."""
    line = re.sub(r"\A(?:-|1\\\.) ", "an item: ", re.sub(r"\A(?:-# |> )", "", text))
    return _OURS.sub(lambda match: match["label"] or "", line)


def problems(view: discord.ui.LayoutView) -> list[str]:
    """What of a message does more than stand there, or is too long."""
    return problems_of(view.to_components())


def problems_of(components: list[Json]) -> list[str]:
    """The same of a message as it is sent."""
    found = list(limits.component_problems(components))
    for part in walk(components):
        lines = part["content"].split("\n") if part["type"] == TEXT_DISPLAY else []
        found += [f"{what}: {line!r}" for line in lines for what in live(others(line))]
        if not (part.get("label") or "").isprintable():
            found.append(f"label {part['label']!r}")
    return found


def test_there_are_a_hundred_and_twenty() -> None:
    assert len(set(CASES)) == 120


@pytest.mark.parametrize("hostile", CASES)
def test_it_does_nothing_wherever_it_stands(data: Path, hostile: str) -> None:
    collection(
        data,
        article(
            "a", f'The zebra came. {hostile}\n\n"The zebra {hostile} ran," said Petra {hostile}.',
            title=hostile, source=f"Gazette {hostile}", author=hostile, published="2026-01-01",
            url="https://story.example/a", lang="en",
        ),
        article("b", f"{hostile} zebra {hostile}", title=f"Zebra {hostile}", published=hostile, lang="en"),
    )  # fmt: skip
    desk = Newsdesk(LiveIndex(data))
    questions = (
        "zebra",
        "What did Petra say?",
        f"zebra {hostile}",
        f"What did {hostile} say?",
        hostile,
    )
    asked = [
        *(Inquiry(Way.QUESTION, one) for one in questions),
        *(Inquiry(way, f"zebra {hostile}") for way in (Way.QUERY, Way.QUOTATION, Way.SPEAKER)),
        Inquiry(Way.LATEST), Inquiry(Way.SOURCES), Inquiry(Way.ARTICLE, article="zebra"),
        *(Inquiry(Way.TIMELINE, one) for one in ("zebra", "What did Petra say?", hostile)),
    ]  # fmt: skip
    for inquiry in asked:
        for audience in Audience:
            assert problems(layout(desk.look_up(inquiry), audience)) == [], inquiry
    page = desk.look_up(asked[0]).found
    assert isinstance(page, Page)
    assert problems(without_numbers(explanation_layout(page))) == []
    for follow in (Follow(1, 1, 1, hostile, ""), Follow(1, 1, 1, "Petra", hostile)):
        assert problems(news_layout(follow, page.answer.citations, 0)) == []
    for what in Completing:
        choices = desk.complete(what, "zeb").choices + desk.complete(what, "").choices
        assert [one for one in choices if not one.name.isprintable()] == []
    desk._live.close()  # a hundred and twenty of them are opened


def without_numbers(view: discord.ui.LayoutView) -> discord.ui.LayoutView:
    """An explanation without its code blocks, in which nothing does anything."""
    for item in view.walk_children():
        if isinstance(item, discord.ui.TextDisplay):
            assert item.content.count("```") == 2
            item.content = re.sub(r"```\n(?:(?!```).)*\n```", "numbers", item.content, flags=re.S)
    return view


@pytest.mark.parametrize("hostile", CASES)
def test_it_does_nothing_in_the_lists_of_a_server(hostile: str) -> None:
    link = "https://story.example/a"
    held = Holding("a", hostile, link, hostile, hostile, f"feed:{hostile}", None)
    skipped = (Skipped(hostile, hostile), Skipped(f"https://{hostile}", "it is gone"))
    titled = (Titled(hostile, link), Titled(hostile, None))
    follows = [Follow(1, 1, 1, hostile, hostile), Follow(2, 1, 1, "", hostile)]
    report = Report(titled, titled, skipped=skipped, notes=skipped, feeds=titled)
    assert problems(articles_layout(Holdings(1, (held,)), ListingArticles())) == []
    assert problems(report_layout(report)) == []
    for view in (follows_layout(follows), begun_layout(hostile, hostile)):
        assert list(limits.component_problems(view.to_components())) == []


async def test_it_pings_nobody_on_any_way(data: Path) -> None:
    hostile = " ".join(FORMS[:9])
    collection(
        data,
        article(
            "a", f"The zebra {hostile} came.", title=f"Zebra {hostile}", source=hostile, lang="en"
        ),
    )
    async with newsroom(data) as room:  # which holds every body to pinging nobody
        answer = await room.ask(f"zebra {hostile}")
        found = await room.alice.slash(
            room.channel, "ask", question=f"zebra {hostile}", hidden=True
        )
        refused = await room.alice.slash(room.channel, "ask", question="zebra", source=hostile[:90])
        shared = await room.alice.click(found.response, label="Share")
        for message in (answer, found.response.message, refused.response.message):
            assert (message.mentions, message.role_mentions, message.mention_everyone) == (
                [],
                [],
                False,
            )
        assert len(shared.followups) == 1
