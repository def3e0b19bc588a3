"""A server's own articles from Discord: the real client, the real process, a website."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import discord
import pytest
import simcord

from bot.collection_requests import A_PAGE, ListingArticles, ListingFeeds, list_id, listing_of
from bot.rendering.collection_layout import articles_layout
from bot.texts import own_articles as texts
from index.holdings import Holding, Holdings
from tests.builders import article, collection
from tests.discord import limits
from tests.discord.payloads import text_of
from tests.gatherers import gathering, put_feed
from tests.newsrooms import Newsroom, installed_by, labels, newsroom, shown
from tests.test_ingest_page import page
from tests.websites import Website, website

MANY = " ".join(f"https://a.example/{number}" for number in range(21))
MANAGES = discord.Permissions(manage_guild=True)


@dataclass(slots=True)
class Desk:
    """A newsroom whose server mona manages, and a website to gather from."""

    room: Newsroom
    site: Website
    data: Path
    mona: simcord.MemberActor
    role: simcord.RoleHandle

    async def use(self, command: str, **options: object) -> str:
        """What a command comes to."""
        used = await self.mona.slash(self.room.channel, f"byline {command}", **options)
        assert used.ephemeral
        return shown(used.response)

    @property
    def collection(self) -> str:
        return f"guild-{self.room.guild.id}"


@asynccontextmanager
async def desk(data: Path, **options: Any) -> AsyncIterator[Desk]:  # noqa: ANN401  # of a newsroom
    with website() as site:
        async with (
            gathering(data, site) as gatherer,
            newsroom(data, gathering=gatherer, **options) as room,
        ):
            mona, role = room.add_manager(MANAGES)
            yield Desk(room, site, data, mona, role)


async def test_pages_are_added_found_listed_and_removed(data: Path) -> None:
    async with desk(data) as at:
        there, gone = at.site.put("/ferry", page(canonical="/ferry")), at.site.at("/gone")
        said = await at.use("add", url=f"{there} {gone}  http://10.0.0.1/")
        assert said.startswith("1 article added.")
        assert f"[Ferry sails](<{there}>)" in said
        assert f"{gone}: the server answered 404" in said
        assert "http://10.0.0.1/: the address is not on the public internet" in said
        assert said.endswith("This server has 1 article of its own.")
        answer = await at.room.ask("When does the ferry sail?")
        assert "Ferry sails" in shown(answer)
        listed = await at.use("articles")
        assert listed.startswith(f"{texts.OWN_ARTICLES}\n1. [Ferry sails](<{there}>)")
        assert " · came <t:" in listed
        (choice,) = await at.mona.autocomplete(at.room.channel, "byline remove", "article", "ferr")
        assert choice["name"] == "Ferry sails"
        assert (await at.use("remove", article=choice["value"])).startswith("1 article removed.")
        assert texts.NO_ARTICLES in await at.use("articles")
        answer = await at.room.ask("When does the ferry sail?")
        assert "Ferry sails" not in shown(answer)


async def test_feeds_are_followed_listed_refreshed_and_removed(data: Path) -> None:
    async with desk(data) as at:
        feed, dead = put_feed(at.site, 1, 2), at.site.at("/dead")
        said = await at.use("feeds add", url=f"{feed} {dead}")
        assert said.startswith("2 articles added.")
        assert f"- [The Example](<{feed}>) is followed." in said
        assert f"{dead}: the server answered 404" in said
        put_feed(at.site, 1, 2, 3)
        assert (await at.use("feeds refresh")).startswith("1 article added.")
        assert (await at.use("feeds refresh", feed="The Example")).startswith("Nothing new.")
        at.site.pages.clear()
        assert "the server answered 404" in await at.use("feeds refresh", feed=feed)
        listed = await at.use("feeds list")
        assert f"1. [The Example](<{feed}>) · last read <t:" in listed
        assert "1 failure since: the server answered 404 · next try <t:" in listed
        (choice,) = await at.mona.autocomplete(
            at.room.channel, "byline feeds remove", "feed", "exam"
        )
        said = await at.use("feeds remove", feed=choice["value"], articles=True)
        assert said.startswith("3 articles removed.")
        assert f"[The Example](<{feed}>) is followed no longer." in said
        assert texts.NO_FEEDS in await at.use("feeds list")
        assert texts.NO_FEEDS in await at.use("feeds refresh")


async def test_everything_is_analysed_anew(data: Path) -> None:
    async with desk(data) as at:
        assert "has no articles of its own yet" in await at.use("rebuild")
        collection(data, article("a", "The zebra sleeps."), name=at.collection)
        assert texts.REBUILT in await at.use("rebuild")


async def test_a_long_list_is_turned(data: Path) -> None:
    async with desk(data) as at:
        stories = [article(f"a{n:02}", f"Text {n}.", title=f"Story {n:02}") for n in range(12)]
        collection(data, *stories, name=at.collection)
        used = await at.mona.slash(at.room.channel, "byline articles")
        assert shown(used.response).count("Story") == 10
        turned = await at.mona.click(used.response, label="More ›")
        assert shown(turned.response).count("Story") == 2
        assert "11 to 12 of 12." in shown(turned.response)
        assert labels(turned.response) == ["‹ Back"]


@pytest.mark.parametrize(
    ("command", "options", "sentence"),
    [
        ("add", {"url": " "}, texts.NO_URL),
        (
            "add",
            {"url": " ".join(f"https://a.example/{n}" for n in range(21))},
            texts.TOO_MANY_URLS,
        ),
        ("remove", {"article": "zebra"}, texts.no_article("zebra")),
        ("remove", {"article": "~12345678"}, "No article of this server is called"),
        ("remove", {"article": "Story"}, texts.many_articles("Story")),
        ("feeds remove", {"feed": "zebra"}, texts.no_feed("zebra")),
        ("feeds refresh", {"feed": "zebra"}, texts.no_feed("zebra")),
        ("feeds add", {"url": "file:///etc/passwd"}, "is not an http or https address"),
    ],
)
async def test_what_cannot_be_done_is_one_sentence(
    data: Path, command: str, options: dict[str, object], sentence: str
) -> None:
    async with desk(data) as at:
        stories = [article(f"a{n}", f"Text {n}.", title=f"Story {n}") for n in range(2)]
        collection(data, *stories, name=at.collection)
        assert sentence in await at.use(command, **options)


# Who may


async def test_members_may_not_whatever_discord_lets_them_see(data: Path) -> None:
    async with desk(data) as at:
        # Those who administer a server may show a command to anybody.
        commands = await at.room.client.tree.fetch_commands()
        (byline,) = [one for one in commands if one.name == "byline"]
        at.room.guild.set_command_permissions(byline, {at.room.guild.default_role: True})
        for command, options in (
            ("add", {"url": at.site.put("/ferry", page())}),
            ("articles", {}),
            ("rebuild", {}),
            ("feeds list", {}),
        ):
            used = await at.room.alice.slash(at.room.channel, f"byline {command}", **options)
            assert shown(used.response) == texts.MAY_NOT
        assert at.site.hits["/ferry"] == 0


async def test_a_list_is_no_longer_turned_by_whom_it_may_not_be_shown(data: Path) -> None:
    async with desk(data) as at:
        stories = [article(f"a{n:02}", f"Text {n}.", title=f"Story {n:02}") for n in range(12)]
        collection(data, *stories, name=at.collection)
        used = await at.mona.slash(at.room.channel, "byline articles")
        at.room.env.backend.remove_member_role(at.room.guild.id, at.mona.id, at.role.id)
        pressed = await at.mona.click(used.response, label="More ›")
        assert shown(pressed.response) == texts.MAY_NOT


async def test_nothing_is_added_where_only_the_asker_has_the_bot(data: Path) -> None:
    async with desk(data) as at:
        installed_by(at.room, user=at.mona.id)
        there = at.site.put("/ferry", page())
        assert "only in a server that I was added to" in await at.use("add", url=there)
        assert at.site.hits["/ferry"] == 0


async def test_without_a_process_that_gathers_it_is_said(data: Path) -> None:
    async with newsroom(data) as room:
        mona, _ = room.add_manager(MANAGES)
        used = await mona.slash(room.channel, "byline articles")
        assert shown(used.response) == texts.NOT_GATHERING


# Lists


@pytest.mark.parametrize("listing", [ListingArticles(0), ListingFeeds(30)])
def test_a_button_says_what_it_leads_to(listing: ListingArticles | ListingFeeds) -> None:
    assert listing_of(list_id(listing)) == listing


@pytest.mark.parametrize(
    "forged",
    ["", "byo1:", "byo1:articles:-1", "byo1:articles:x", "byo1:zebras:1", "bys1:articles:1"],
)
def test_a_forged_button_leads_nowhere(forged: str) -> None:
    assert listing_of(forged) is None


def test_a_list_leaves_nothing_out_that_has_no_room_on_a_page() -> None:
    link = f"https://gazette.example/{'a' * 450}"
    every = tuple(
        Holding(f"a{n}", f"Story {n}", f"{link}{n}", None, None, "page:", None) for n in range(25)
    )
    told, listing = "", ListingArticles()
    while listing is not None:
        part = Holdings(len(every), every[listing.first : listing.first + A_PAGE])
        components = articles_layout(part, listing).to_components()
        assert list(limits.component_problems(components)) == []
        told += text_of({"components": components})
        ids = [one["custom_id"] for row in components[1:] for one in row["components"]]
        after = [listing_of(one) for one in ids]
        listing = next((one for one in after if one and one.first > listing.first), None)
    assert [n for n in range(25) if f"[Story {n}](" not in told] == []


def test_a_forged_page_is_no_further_than_there_may_be_articles() -> None:
    assert listing_of(f"byo1:articles:{'9' * 90}") == ListingArticles(1_000_000)
