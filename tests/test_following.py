"""What channels follow: posted as articles come in, once, and not without end."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import discord
import pytest
import simcord
from simcord.backend.models import Overwrite
from simcord.enums import OverwriteType

from bot.follow_store import FollowStore
from bot.follows import MOST_A_DAY, Follow, hashes_of
from bot.limits import MOST_FOLLOWS
from bot.rendering.follow_layout import follows_layout
from bot.texts import follows as texts
from index.articles import Article
from tests.builders import article, collection
from tests.discord import limits
from tests.discord.payloads import text_of
from tests.newsrooms import FERRY, HARBOUR, Newsroom, buttons, client_of, newsroom, shown

SEND_MESSAGES = discord.Permissions(send_messages=True).value
MANAGES = discord.Permissions(manage_channels=True, manage_messages=True)


def told(number: int, text: str, **fields: str) -> Article:
    return article(
        f"n{number}", text, title=f"Story {number}", lang="en",
        published=f"2026-07-{number % 28 + 1:02}", **fields,
    )  # fmt: skip


@dataclass(slots=True)
class Desk:
    """A newsroom, and mona, who manages its channels."""

    room: Newsroom
    data: Path
    mona: simcord.MemberActor
    role: simcord.RoleHandle  # hers
    days: list[date] = field(default_factory=lambda: [date(2026, 7, 1)])

    @property
    def store(self) -> FollowStore:
        return FollowStore(self.data / "bot.db")

    async def follow(self, **what: str) -> str:
        used = await self.mona.slash(self.room.channel, "follow", **what)
        return shown(used.response)

    async def arrive(self, *articles: Article) -> list[str]:
        """Articles come in; what is posted then."""
        collection(self.data, *articles)
        return await self.look()

    async def look(self) -> list[str]:
        before = len(self.room.channel.history())
        await self.room.client.following.look()
        return [shown(one) for one in self.room.channel.history()[before:]]


@asynccontextmanager
async def desk(data: Path) -> AsyncIterator[Desk]:
    collection(data, HARBOUR, FERRY)
    days = [date(2026, 7, 1)]
    async with newsroom(data, today=lambda: days[0]) as room:
        mona, role = room.add_manager(MANAGES)
        yield Desk(room, data, mona, role, days)


async def test_new_words_of_somebody_are_posted_and_old_ones_are_not(data: Path) -> None:
    async with desk(data) as at:
        assert "what Petra Lindqvist says" in await at.follow(speaker="Petra Lindqvist")
        assert await at.look() == []
        (news,) = await at.arrive(
            told(1, "“The wall has stood the test,” said Petra Lindqvist. It rained."),
            told(2, "Nobody said anything of the wall."),
        )
        assert news.startswith("-# New of what Petra Lindqvist says")
        assert "The wall has stood the test" in news
        assert await at.look() == []


async def test_new_articles_on_a_topic_are_posted(data: Path) -> None:
    async with desk(data) as at:
        await at.follow(topic="night ferry")
        (news,) = await at.arrive(
            told(1, "The night ferry to Tornby comes back in spring."),
            told(2, "The ferry company has a new director."),  # only a part of it
            told(3, "The wall is done."),
        )
        assert "comes back in spring" in news
        assert "director" not in news


async def test_a_changed_article_is_no_news(data: Path) -> None:
    async with desk(data) as at:
        await at.follow(topic="ferry")
        assert len(await at.arrive(told(1, "The ferry is late."))) == 1
        assert await at.arrive(told(1, "The ferry is late again.")) == []


async def test_one_story_is_posted_once_however_many_have_it(data: Path) -> None:
    wire = " ".join(
        f"Engineers inspected section {number} of the ferry before passengers boarded."
        for number in range(9)
    )
    async with desk(data) as at:
        await at.follow(topic="ferry engineers")
        (news,) = await at.arrive(told(1, wire), told(2, wire))
        assert news.count("Story") == 1
        assert await at.arrive(told(3, f"{wire} More follows.")) == []  # another day, the same


async def test_a_flood_is_cut_at_the_daily_cap_and_the_next_day_goes_on(data: Path) -> None:
    async with desk(data) as at:
        await at.follow(topic="ferry")
        flood = [told(n, f"Ferry number {n} was painted {'very ' * n}green.") for n in range(1, 61)]
        posted = await at.arrive(*flood)
        assert sum(one.count("Story ") for one in posted) == MOST_A_DAY
        assert texts.left_out(40) in posted[-1]
        assert await at.arrive(told(70, "One more ferry, on the same day.")) == []
        at.days[0] = date(2026, 7, 2)
        (news,) = await at.arrive(told(71, "The ferry of the next day sails at noon."))
        assert "next day" in news


async def test_a_thousand_articles_at_once_are_no_more_than_a_day_has_room_for(data: Path) -> None:
    async with desk(data) as at:
        await at.follow(topic="ferry")
        flood = [
            told(n, f"Ferry number {n} was painted {'very ' * (n % 60)}green {n * 7919}.")
            for n in range(1, 1_001)
        ]
        posted = await at.arrive(*flood)
        assert sum(one.count("Story ") for one in posted) == MOST_A_DAY
        assert texts.left_out(80, is_least=True) in posted[-1]
        assert await at.look() == []
        assert at.store.to_post(at.store.follows()[0].id) == []


async def test_what_came_while_the_bot_was_gone_is_posted_once_after_a_restart(data: Path) -> None:
    async with desk(data) as at:
        await at.follow(topic="ferry")
        collection(data, told(1, "The ferry was sold."))
        with client_of(data, today=lambda: at.days[0]) as restarted:
            await at.room.env.restart_bot(restarted)
            at.room.client = restarted
            (news,) = await at.look()
            assert "was sold" in news
            assert await at.look() == []


async def test_what_was_taken_down_but_not_posted_is_posted_after_a_restart(data: Path) -> None:
    async with desk(data) as at:
        await at.follow(topic="ferry")
        collection(data, told(1, "The ferry was sold."))
        await at.room.client.following._take_down(at.store.follows())  # and then it stops
        with client_of(data, today=lambda: at.days[0]) as restarted:
            await at.room.env.restart_bot(restarted)
            at.room.client = restarted
            assert len(await at.look()) == 1
            assert await at.look() == []
    assert [one["nonce"] for one in at.room.sent() if "nonce" in one].count("follow-1-1") <= 1


async def test_a_channel_that_is_gone_follows_nothing_any_more(data: Path) -> None:
    async with desk(data) as at:
        other = at.room.guild.create_text_channel("desk")
        await at.mona.slash(other, "follow", topic="ferry")
        at.room.env.backend.delete_channel(other.id)
        await at.arrive(told(1, "The ferry was sold."))
        assert at.store.follows() == []


async def test_a_channel_that_forbids_it_gets_nothing_and_the_list_says_so(data: Path) -> None:
    async with desk(data) as at:
        await at.follow(topic="ferry")
        mute = Overwrite(at.room.env.backend.bot_user.id, OverwriteType.MEMBER, deny=SEND_MESSAGES)
        at.room.env.backend.set_overwrite(at.room.channel.id, mute)
        assert await at.arrive(told(1, "The ferry was sold.")) == []
        listed = await at.mona.slash(at.room.channel, "following")
        assert texts.NOT_POSTED in shown(listed.response)
        assert at.store.to_post(at.store.follows()[0].id) == []


async def test_follows_are_listed_and_ended_by_those_who_manage_channels(data: Path) -> None:
    async with desk(data) as at:
        await at.follow(topic="ferry")
        await at.follow(speaker="Lindqvist", topic="wall")
        listed = await at.mona.slash(at.room.channel, "following")
        assert listed.ephemeral
        assert "2. " in shown(listed.response)
        at.room.env.backend.remove_member_role(at.room.guild.id, at.mona.id, at.role.id)
        refused = await at.mona.click(listed.response, label=texts.END.format(1))
        assert shown(refused.response) == texts.MAY_NOT_FOLLOW
        assert len(at.store.follows()) == 2


async def test_an_end_forgets_all_of_it(data: Path) -> None:
    async with desk(data) as at:
        await at.follow(topic="ferry")
        await at.arrive(told(1, "The ferry was sold."))
        listed = await at.mona.slash(at.room.channel, "following")
        (label,) = buttons(listed.response)
        await at.mona.click(listed.response, label=label)
        assert at.store.follows() == []
        assert at.store.posted(1) == []
        assert at.store.known("main") is None


async def test_a_forged_button_ends_nothing_of_another_server(data: Path) -> None:
    async with desk(data) as at:
        at.store.begin(1, 2, "", "wall")
        (foreign,) = at.store.follows()
        await at.follow(topic="ferry")
        listed = await at.mona.slash(at.room.channel, "following")
        assert "wall" not in shown(listed.response)
        stored = at.room.env.backend.get_message(at.room.channel.id, listed.response.id)
        forged = f"byf1:{foreign.id}"
        stored.components[-1]["components"][0]["custom_id"] = forged
        await at.mona.click(listed.response, custom_id=forged)
        assert foreign in at.store.follows()
        assert len(at.store.follows()) == 2


@pytest.mark.parametrize("what", [{}, {"topic": "   "}, {"speaker": "\u200b"}])
async def test_nothing_cannot_be_followed(data: Path, what: dict[str, str]) -> None:
    async with desk(data) as at:
        assert await at.follow(**what) == texts.FOLLOW_WHAT
        assert at.store.follows() == []


async def test_a_server_follows_no_more_than_a_list_has_room_for(data: Path) -> None:
    async with desk(data) as at:
        for number in range(25):
            at.store.begin(at.room.guild.id, at.room.channel.id, "", f"topic {number}")
        assert await at.follow(topic="ferry") == texts.many_followed(25)
        listed = await at.mona.slash(at.room.channel, "following")
        assert len(buttons(listed.response)) == 25


async def test_whoever_runs_it_bounds_what_a_server_follows(data: Path) -> None:
    collection(data, HARBOUR)
    async with newsroom(data, most_follows=1) as room:
        mona, _ = room.add_manager(MANAGES)
        await mona.slash(room.channel, "follow", topic="ferry")
        second = await mona.slash(room.channel, "follow", topic="wall")
        assert shown(second.response) == texts.many_followed(1)
        assert len(FollowStore(data / "bot.db").follows()) == 1


@pytest.mark.parametrize("name", ["harbour", "*", "\U0001f30a"])
def test_a_list_has_room_for_all_that_may_be_followed(name: str) -> None:
    long = name * 200
    follows = [Follow(n, 1, 10**19 - n, long, long, "status=403") for n in range(MOST_FOLLOWS)]
    components = follows_layout(follows).to_components()
    assert list(limits.component_problems(components)) == []
    assert all(f"<#{one.channel_id}>" in text_of({"components": components}) for one in follows)


async def test_two_processes_take_the_same_news_down_once(data: Path) -> None:
    async with desk(data) as at:
        await at.follow(topic="ferry")
        known = at.store.known("main")
        collection(data, told(1, "The ferry was sold."))
        ids = ["ferry", "harbour", "n1"]
        for _ in range(2):  # both have matched before either has written
            at.store.arrived("main", known, hashes_of(ids), [(1, ["n1"])])
        assert [one.article_id for one in at.store.to_post(1)] == ["n1"]


async def test_what_is_followed_after_an_end_hears_of_the_next_article(data: Path) -> None:
    async with desk(data) as at:
        await at.follow(topic="wall")
        assert await at.look() == []
        at.store.end(one.id for one in at.store.follows())
        await at.follow(topic="ferry")
        assert len(await at.arrive(told(1, "The ferry is late."))) == 1
