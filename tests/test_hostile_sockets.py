"""The hostile texts over sockets, and the bot where only whoever asks has installed it.

The bot runs in a process of its own; each body that it sends is held to Discord's description, to
the limits and to pinging nobody (`LoopbackDiscord.violations`), and what it shows is inert.
"""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot import texts
from index import Article
from tests.builders import article, collection
from tests.newsrooms import ABOUT_THE_WALL, HARBOUR, WALL_WORDS
from tests.test_conversation import Room, at_work, shown
from tests.test_hostile_texts import CASES, problems_of

pytestmark = pytest.mark.asyncio(loop_scope="module")

OWN = article("own", "Our wombat is called Ada.", title="Wombat", source="Own", lang="en")


def hostile_article(number: int) -> Article:
    """An article that has a word of its own, and a hostile text wherever there is room for one."""
    hostile = CASES[number]
    return article(
        f"case-{number}",
        f'The quagga{number}x came. {hostile}\n\n"It {hostile} ran," said Petra {hostile}.',
        title=f"quagga{number}x {hostile}", source=f"Gazette {hostile}", author=hostile,
        published="2026-01-01", url=f"https://story.example/{number}", lang="en",
    )  # fmt: skip


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def shared_room(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Room]:
    data = tmp_path_factory.mktemp("hostile") / "data"
    collection(data, HARBOUR, *map(hostile_article, range(len(CASES))))
    async with at_work(data) as room:
        room.guild.give(room.alice, room.guild.add_role("Without limits", "manage_messages"))
        yield room


@pytest.mark.parametrize("number", range(len(CASES)))
async def test_a_hostile_text_does_nothing_wherever_it_is_written(
    shared_room: Room, number: int
) -> None:
    room, hostile, word = shared_room, CASES[number], f"quagga{number}x"
    server, alice, channel = room.discord_server, room.alice, room.channel
    written = hostile.replace("\n", " ")[:90]  # as Discord takes it in an option
    copied = await alice.say(channel, f"“It {hostile} ran”"[:2_000])
    answers = [
        await room.ask(f"{word} {hostile}"),
        (await alice.slash(channel, "ask", question=f"{word} {written}")).answer,
        (await alice.slash(channel, "ask", question=word, source=written)).answer,
        (await alice.slash(channel, "search", query=f"{word} {written}")).answer,
        (await alice.slash(channel, "quotes", speaker=f"Petra {written}", about=word)).answer,
        (await alice.slash(channel, "article", headline=word)).answer,
        (await alice.message_command(texts.commands.WHO_SAID_THIS, copied)).answer,
        (await alice.message_command(texts.commands.FIND_SOURCES, copied)).answer,
    ]
    assert [problem for one in answers for problem in problems_of(one["components"])] == []
    for one in await alice.autocomplete(channel, "article", "headline", word):
        assert one["name"].isprintable()
    assert server.violations == []


# Where the bot is not, and whoever asks has it for themselves


async def test_whoever_has_it_asks_in_servers_and_conversations_that_it_is_not_in(
    shared_room: Room,
) -> None:
    server = shared_room.discord_server
    alice, bob = server.add_user("alice").with_own(), server.add_user("bob").with_own()
    guild = server.add_guild_without_bot("Knitting")
    club = guild.add_channel("club")
    collection(shared_room.data, OWN, name=f"guild-{guild.id}")
    for one in (alice, bob):
        guild.add_member(one)
    places = (club, server.add_conversation(alice, bob), alice.dm_channel)
    for number, place in enumerate(places, start=1):
        asked = await alice.slash(place, "ask", question=ABOUT_THE_WALL)
        assert WALL_WORDS in shown(asked.text)
        for label in (texts.buttons.MORE_FROM_ARTICLE, texts.buttons.FROM_ALL_ARTICLES):
            turned = await alice.click(server.current(asked.answer), label=label)
            assert HARBOUR.title in turned.text
        explained = await alice.click(server.current(asked.answer), label=texts.buttons.EXPLAIN)
        assert explained.ephemeral
        copied = await alice.say(place, f"They say: {WALL_WORDS}")
        found = await alice.message_command(texts.commands.WHO_SAID_THIS, copied)
        assert (found.ephemeral, "Petra Lindqvist" in found.text) == (True, True)
        nothing = await alice.slash(place, "ask", question="wombat")
        assert (nothing.ephemeral, "No article has “wombat”" in nothing.text) == (True, True)
        assert await alice.autocomplete(place, "article", "headline", "womb") == []
        sources = await alice.slash(place, "sources")
        assert "Own" not in sources.text
        hidden = await alice.slash(place, "ask", question=ABOUT_THE_WALL, hidden=True)
        before = await alice.say(place, "look at this:")
        await alice.click(hidden.answer, label=texts.buttons.SHARE)
        assert WALL_WORDS in shown((await server.next_message(place, after=before)).text)
        await alice.click(server.current(asked.answer), label=texts.buttons.DELETE)
        await server.next_request("DELETE /webhooks/*/*/messages/*", count=number)
        assert asked.answer.id not in [one.id for one in place.messages]
    answer = (await alice.slash(club, "ask", question=ABOUT_THE_WALL)).answer
    refused = await bob.click(answer, label=texts.buttons.DELETE)
    assert refused.text == texts.refusals.NOT_YOURS
    turned = await bob.click(server.current(answer), label=texts.buttons.MORE_FROM_ARTICLE)
    assert turned.ephemeral
    assert server.violations == []
