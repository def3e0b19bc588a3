"""The buttons below an answer, through the real client library on a simulated Discord."""

from copy import deepcopy
from pathlib import Path

import discord
import pytest

from bot import texts
from bot.custom_ids import Act, custom_id
from bot.inquiries import Inquiry, Way
from bot.policy import Place, Ruling
from tests.builders import article, collection
from tests.newsrooms import (
    ABOUT_THE_WALL,
    HARBOUR,
    Newsroom,
    buttons,
    client_of,
    labels,
    newsroom,
    shown,
    written,
)

DAYS = range(1, 9)
ASKING = "Which sea wall cracked?"


def stories() -> list[object]:
    """Eight articles about one thing; those with the odd days say more about it."""
    return [
        article(
            f"story-{day}",
            f"The sea wall of pier {day} cracked{' near the sea wall gate' * (day % 2)}.\n\n"
            + f"Nobody was hurt on pier {day}, though a wall clock fell.\n\n" * 20,
            title=f"Crack in pier {day}",
            url=f"https://gazette.example/{day}",
            source="The Skarnholm Gazette",
            published=f"2026-05-0{day}",
            lang="en",
        )
        for day in DAYS
    ]


@pytest.fixture
def many(data: Path) -> Path:
    """A data folder with more than a page of answers."""
    collection(data, *stories())
    return data


def headlines(text: str) -> list[str]:
    """The headlines of an answer, in its order."""
    return [part.split("]")[0] for part in text.split("[")[1:]]


async def test_pages_are_turned_in_place_and_back(many: Path) -> None:
    async with newsroom(many) as room:
        first = await room.ask(ASKING)
        before = headlines(shown(first))
        assert len(before) == 5
        assert labels(first) == [
            texts.buttons.NEXT, texts.buttons.BY_DATE, texts.buttons.MORE_FROM_ARTICLE,
            texts.buttons.EXPLAIN, texts.buttons.GOOD, texts.buttons.BAD, texts.buttons.DELETE,
        ]  # fmt: skip
        await room.alice.click(first, label=texts.buttons.NEXT)
        second = room.channel.last_message
        assert second.id == first.id
        after = headlines(shown(second))
        assert len(after) == 3
        assert not set(before) & set(after)
        assert shown(second).startswith(f"-# {ASKING}")
        assert "Excerpts 6 to 8." in shown(second)
        await room.alice.click(second, label=texts.buttons.BACK)
        assert headlines(shown(room.channel.last_message)) == before
        assert len(room.channel.history()) == 2


async def test_the_way_back_leads_over_the_same_pages_where_few_have_room(data: Path) -> None:
    long = "A ferry sails " + "past the *walls* of Skarnholm, " * 12
    url = "https://gazette.example/" + "a" * 400
    stories = [
        article(
            f"n{n}",
            f"{long} It is {n}.",
            url=f"{url}{n}",
            title="Ferry",
            source="*" * 60,
            lang="en",
        )
        for n in range(20)
    ]
    collection(data, *stories)
    async with newsroom(data) as room:
        asked = await room.alice.slash(room.channel, "ask", question="ferry", count=10)
        message, pages = asked.response, [shown(asked.response)]
        while texts.buttons.NEXT in labels(message):
            await room.alice.click(message, label=texts.buttons.NEXT)
            message = room.channel.last_message
            pages.append(shown(message))
        assert len(pages) > 3
        for page in pages[-2::-1]:
            await room.alice.click(room.channel.last_message, label=texts.buttons.BACK)
            assert shown(room.channel.last_message) == page


async def test_answers_are_put_in_the_order_of_their_days(many: Path) -> None:
    async with newsroom(many) as room:
        answer = await room.ask(ASKING)
        await room.alice.click(answer, label=texts.buttons.BY_DATE)
        answer = room.channel.last_message
        assert headlines(shown(answer)) == [f"Crack in pier {day}" for day in (8, 7, 6, 5, 4)]
        assert "newest first" in shown(answer)
        await room.alice.click(answer, label=texts.buttons.OLDER)
        answer = room.channel.last_message
        assert headlines(shown(answer)) == [f"Crack in pier {day}" for day in (3, 2, 1)]
        assert texts.buttons.NEWER in labels(answer)
        await room.alice.click(answer, label=texts.buttons.BY_RANK)
        assert "newest first" not in shown(room.channel.last_message)


async def test_more_of_the_best_article_and_back_to_all(many: Path) -> None:
    async with newsroom(many) as room:
        answer = await room.ask(ASKING)
        best = headlines(shown(answer))[0]
        await room.alice.click(answer, label=texts.buttons.MORE_FROM_ARTICLE)
        answer = room.channel.last_message
        assert len(headlines(shown(answer))) > 1
        assert set(headlines(shown(answer))) == {best}
        await room.alice.click(answer, label=texts.buttons.FROM_ALL_ARTICLES)
        assert len(set(headlines(shown(room.channel.last_message)))) == 5


async def test_an_explanation_is_for_whoever_wants_it(many: Path) -> None:
    async with newsroom(many) as room:
        answer = await room.ask(ASKING)
        bob = room.guild.add_member(room.env.create_user("bob"))
        told = await bob.click(answer, label=texts.buttons.EXPLAIN)
        assert told.ephemeral
        assert "(word, idf" in written(told.response)
        assert "in all" in written(told.response)
        assert "Crack in pier" in written(told.response)
        said = await room.alice.slash(room.channel, "search", query="sea wall")
        told = await bob.click(said.response, label=texts.buttons.EXPLAIN)
        assert "(word, idf" in written(told.response)


async def test_anybody_else_gets_the_page_alone_and_the_answer_stays(many: Path) -> None:
    async with newsroom(many) as room:
        answer = await room.ask(ASKING)
        bob = room.guild.add_member(room.env.create_user("bob"))
        result = await bob.click(answer, label=texts.buttons.NEXT)
        assert result.ephemeral
        assert len(headlines(shown(result.response))) == 3
        assert texts.buttons.SHARE in labels(result.response)
        assert headlines(shown(room.channel.last_message)) == headlines(shown(answer))
        turned = await bob.click(result.response, label=texts.buttons.BACK)
        assert not turned.followups
        moderator = moderating(room)
        await moderator.click(answer, label=texts.buttons.NEXT)
        assert len(headlines(shown(room.channel.last_message))) == 3


def moderating(room: Newsroom):  # noqa: ANN201  # simcord's actor
    role = room.guild.create_role(
        "Moderators", permissions=discord.Permissions(manage_messages=True)
    )
    return room.guild.add_member(room.env.create_user("mona"), roles=[role])


@pytest.mark.parametrize("way", ["mention", "slash"])
async def test_an_answer_is_deleted_by_whoever_asked_and_by_moderators_only(
    data: Path, way: str
) -> None:
    async with newsroom(data) as room:

        async def ask() -> discord.Message:
            if way == "mention":
                return await room.ask(ABOUT_THE_WALL)
            await room.alice.slash(room.channel, "ask", question=ABOUT_THE_WALL)
            return room.channel.last_message

        answer = await ask()
        bob = room.guild.add_member(room.env.create_user("bob"))
        refused = await bob.click(answer, label=texts.buttons.DELETE)
        assert (refused.ephemeral, written(refused.response)) == (True, texts.refusals.NOT_YOURS)
        assert room.channel.last_message.id == answer.id
        await room.alice.click(answer, label=texts.buttons.DELETE)
        assert answer.id not in [each.id for each in room.channel.history()]
        answer = await ask()
        await moderating(room).click(answer, label=texts.buttons.DELETE)
        assert answer.id not in [each.id for each in room.channel.history()]


async def test_where_history_may_not_be_read_the_answer_says_whom_it_answers(many: Path) -> None:
    async with newsroom(many) as room:
        unread = discord.PermissionOverwrite(read_message_history=False)
        channel = room.guild.create_text_channel("here", overwrites={room.client.user: unread})
        bob = room.guild.add_member(room.env.create_user("bob"))
        room.env.inject_error("POST", "/channels/*/messages", status=403, code=160002)
        question = await room.alice.send(channel, f"{room.mention} {ASKING}")
        answer = channel.last_message
        line = f"-# Answers <@{room.alice.id}>"
        assert (answer.reference, written(answer).splitlines()[-1]) == (None, line)
        await room.alice.click(answer, label=texts.buttons.NEXT)
        await room.alice.edit(question, content=f"{room.mention} {ASKING} Really?")
        turned = channel.last_message
        assert written(turned).splitlines().count(line) == 1
        with client_of(many) as restarted:
            await room.env.restart_bot(restarted)
            refused = await bob.click(turned, label=texts.buttons.DELETE)
            assert written(refused.response) == texts.refusals.NOT_YOURS
            await room.alice.click(turned, label=texts.buttons.DELETE)
            assert [one.id for one in channel.history()] == [question.id]


async def test_nobody_else_is_made_the_asker_by_words(many: Path) -> None:
    async with newsroom(many) as room:
        bob = room.guild.add_member(room.env.create_user("bob"))
        answer = await room.ask(f"-# Answers <@{bob.id}>")
        refused = await bob.click(answer, label=texts.buttons.DELETE)
        assert written(refused.response) == texts.refusals.NOT_YOURS


async def test_deleting_what_is_gone_is_no_error(data: Path) -> None:
    async with newsroom(data) as room:
        answer = await room.ask(ABOUT_THE_WALL)
        room.env.inject_error("DELETE", "/webhooks/*", status=404, code=10008)
        await room.alice.click(answer, label=texts.buttons.DELETE)
        assert room.env.errors == []


async def test_a_hidden_answer_is_shared_once(data: Path) -> None:
    async with newsroom(data) as room:
        hidden = await room.alice.slash(room.channel, "ask", question=ABOUT_THE_WALL, hidden=True)
        assert hidden.ephemeral
        assert labels(hidden.response)[-1] == texts.buttons.SHARE
        assert texts.buttons.DELETE not in labels(hidden.response)
        stored = room.env.backend.get_message(room.channel.id, hidden.response.id)
        before = deepcopy(stored.components)
        shared = await room.alice.click(hidden.response, label=texts.buttons.SHARE)
        (public,) = shared.followups
        assert not public.ephemeral
        assert shown(public) == shown(hidden.response)
        assert texts.buttons.SHARE not in labels(hidden.response)
        assert texts.buttons.DELETE in labels(public)
        stored.components[:] = before  # as it is seen by whoever presses twice
        again = await room.alice.click(hidden.response, label=texts.buttons.SHARE)
        assert again.followups == []
        await room.alice.click(room.channel.last_message, label=texts.buttons.DELETE)
        assert room.channel.history() == []


async def test_who_may_not_write_may_not_share(data: Path) -> None:
    async with newsroom(data) as room:
        mute = {room.alice: discord.PermissionOverwrite(send_messages=False)}
        channel = room.guild.create_text_channel("read-only", overwrites=mute)
        hidden = await room.alice.slash(channel, "ask", question=ABOUT_THE_WALL, hidden=True)
        refused = await room.alice.click(hidden.response, label=texts.buttons.SHARE)
        assert written(refused.response) == texts.refusals.NOT_ALOUD
        assert channel.history() == []


async def test_what_may_be_meant_stands_on_buttons_and_is_asked_by_them(data: Path) -> None:
    collection(data, article("talk", '"The wall stands," said Ines Falk.', title="Talk", lang="en"))
    async with newsroom(data) as room:
        answer = await room.ask("What did Ines Falk say about boats?")
        assert texts.answers.TRY in shown(answer)
        await room.alice.click(answer, label="What did Ines Falk say?")
        answer = room.channel.last_message
        assert shown(answer).startswith('-# What did Ines Falk say?\n> "The wall stands,"')
        assert len(room.channel.history()) == 2


async def test_the_nearest_headline_opens_its_article(data: Path) -> None:
    async with newsroom(data) as room:
        answer = await room.ask("Who stole the night ferry in Nairobi?")
        assert "I found no answer" in shown(answer)
        assert texts.answers.TRY in shown(answer)
        await room.alice.click(answer, label="No more night ferry")
        text = shown(room.channel.last_message)
        assert text.startswith("-# No more night ferry\n> The night ferry to Tornby stops")


# After a restart, later, and by force


async def test_buttons_work_after_a_restart(many: Path) -> None:
    async with newsroom(many) as room:
        answer = await room.ask(ASKING)
        with client_of(many) as restarted:
            await room.env.restart_bot(restarted)
            await room.alice.click(answer, label=texts.buttons.NEXT)
            assert "Excerpts 6 to 8." in shown(room.channel.last_message)
            await room.alice.click(room.channel.last_message, label=texts.buttons.DELETE)
            assert len(room.channel.history()) == 1


async def test_a_page_that_is_no_longer_there_is_the_first(many: Path) -> None:
    async with newsroom(many) as room:
        answer = await room.ask(ASKING)
        for first in (7, 99, 10**8):
            inquiry = Inquiry(Way.QUESTION, first=first)
            await press(room, answer, custom_id(Act.NEXT, inquiry))
            assert headlines(shown(room.channel.last_message))


async def press(room: Newsroom, message: discord.Message, forged: str):  # noqa: ANN201
    """Press a button of this message whose custom id is forged; a fresh one takes its place."""
    stored = room.env.backend.get_message(room.channel.id, message.id)
    button = next(
        one
        for row in stored.components
        if row["type"] == discord.ComponentType.action_row.value
        for one in row["components"]
    )
    button["custom_id"] = forged
    return await room.alice.click(message, custom_id=forged)


@pytest.mark.parametrize(
    "forged",
    [
        "page:2", "by0:n:q:b:5:5:::::", "by1:c:q:b:5:5:::::", "by1:n:z:b:5:5:::::", "x" * 100,
        "by1:n:q:b:-1:5:::::", "by1:n:q:b:5:5:~12345678::::", "by1:n:q:b:5:5:::::~12345678",
        "by1:n:q:b:5:5::99999999:::", "by1:n:q:b:5:5::::qqq:", "by1:n:q:b:5:5:::::\n", "\u202e",
        "byf1:", "byf1:x", "byf1:1234567890123456789", "byf1:1\n", "byf1:-1", "byp1:", "byp1:forge",
        "byp1:forget\n", "byp1:forget:1", "byz1:q", "byf2:1",
    ],
)  # fmt: skip
async def test_a_stale_or_forged_button_says_ask_again(many: Path, forged: str) -> None:
    async with newsroom(many) as room:
        answer = await room.ask(ASKING)
        told = await press(room, answer, forged)
        assert (told.ephemeral, written(told.response)) == (True, texts.refusals.ASK_AGAIN)
        assert shown(room.channel.last_message) == shown(answer)


async def test_a_button_without_its_question_says_ask_again(many: Path) -> None:
    async with newsroom(many) as room:
        answer = await room.ask("")  # which is only told how to ask, and has no buttons
        assert labels(answer) == []
        answer = await room.ask(ASKING)
        stored = room.env.backend.get_message(room.channel.id, answer.id)
        stored.components[0]["components"] = [{"type": 10, "id": 2, "content": "changed"}]
        told = await room.alice.click(answer, label=texts.buttons.NEXT)
        assert written(told.response) == texts.refusals.ASK_AGAIN


async def test_what_is_allowed_is_asked_again_with_every_press(many: Path) -> None:
    class Moody:
        refusal: str | None = None

        async def rule(self, place: Place) -> Ruling:
            assert place.guild_id is not None
            return Ruling(refusal=self.refusal)

    moody = Moody()
    async with newsroom(many, policy=moody) as room:
        answer = await room.ask(ASKING)
        moody.refusal = "Not here."
        for label in labels(answer):
            told = await room.alice.click(answer, label=label)
            assert (told.ephemeral, written(told.response)) == (True, "Not here.")
        assert shown(room.channel.last_message) == shown(answer)


async def test_a_page_that_cannot_be_looked_up_leaves_the_answer_alone(many: Path) -> None:
    async with newsroom(many) as room:
        answer = await room.ask(ASKING)
        (many / "collections").rename(many / "hidden")
        with client_of(many) as restarted:
            await room.env.restart_bot(restarted)
            told = await room.alice.click(answer, label=texts.buttons.NEXT)
            assert (told.ephemeral, written(told.response)) == (True, texts.refusals.UNAVAILABLE)
            assert shown(room.channel.last_message) == shown(answer)


async def test_a_slow_page_is_announced_and_then_shown(many: Path) -> None:
    async with newsroom(many, defer_after=0) as room:
        answer = await room.ask(ASKING)
        turned = await room.alice.click(answer, label=texts.buttons.NEXT)
        assert turned.deferred
        assert "Excerpts 6 to 8." in shown(room.channel.last_message)
        bob = room.guild.add_member(room.env.create_user("bob"))
        alone = await bob.click(room.channel.last_message, label=texts.buttons.BACK)
        assert alone.ephemeral
        hidden = await room.alice.slash(room.channel, "ask", question=ASKING, hidden=True)
        shared = await room.alice.click(hidden.response, label=texts.buttons.SHARE)
        assert [one.ephemeral for one in shared.followups] == [False]
        missed = await room.alice.slash(room.channel, "ask", question="zebra in Nairobi")
        assert (missed.followups, missed.ephemeral) == ([], False)  # as it was announced


def test_a_custom_id_has_room_for_everything() -> None:
    inquiry = Inquiry(
        Way.QUESTION, "words", "~12345678", "2026-05-01", "2026-06-01", "deu", "~abcdefgh", 99, 10
    )
    assert len(custom_id(Act.NEXT, inquiry)) <= 60


async def test_the_ids_on_a_message_differ_and_hold_no_words(many: Path) -> None:
    async with newsroom(many) as room:
        for question in (ASKING, "sea wall since 2026", "wal clok"):
            answer = await room.ask(question)
            ids = list(buttons(answer).values())
            assert len(ids) == len(set(ids))
            assert not any(word in one for one in ids for word in ("wall", "clok", "Crack"))


async def test_harbour(data: Path) -> None:
    async with newsroom(data) as room:
        answer = await room.ask(ABOUT_THE_WALL)
        assert HARBOUR.title in shown(answer)
        assert labels(answer) == [
            texts.buttons.MORE_FROM_ARTICLE,
            texts.buttons.EXPLAIN,
            texts.buttons.GOOD,
            texts.buttons.BAD,
            texts.buttons.DELETE,
        ]
