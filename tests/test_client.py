"""The whole conversation, through the real client library on a simulated Discord."""

import asyncio
import logging
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import discord
import pytest

from bot import texts
from bot.answers import Answer, Citation
from bot.asking import LookedUp
from bot.bare_questions import Talk
from bot.chronicle import Course
from bot.finding import Page
from bot.inquiries import Inquiry, Way
from bot.live import LiveIndex
from bot.questions import parse_question
from bot.rendering.controls import Audience
from bot.rendering.layout import layout as rendered
from bot.responding import DEFER_AFTER, is_done_within
from bot.store import BotStore
from index.excerpts import Excerpt
from index.hits import Extent
from index.mentions import Month
from index.spans import Span
from tests.builders import article, collection
from tests.discord import limits
from tests.discord.payloads import text_of
from tests.newsrooms import (
    ABOUT_THE_WALL,
    FERRY,
    HARBOUR,
    WALL_WORDS,
    HeldDesk,
    Newsroom,
    client_of,
    labels,
    layout,
    newsroom,
    shown,
    written,
)

DEFERRED = discord.InteractionResponseType.deferred_channel_message.value


# The ways of asking


async def test_a_mention_is_answered_in_place_word_for_word_and_pings_nobody(data: Path) -> None:
    async with newsroom(data) as room:
        question = await room.alice.send(room.channel, f"{room.mention} {ABOUT_THE_WALL}")
        answer = room.channel.last_message
        assert answer is not None
        assert answer.reference is not None
        assert (answer.reference.message_id, answer.mentions) == (question.id, [])
        lines = shown(answer).split("\n")
        assert lines[0] == f"-# {ABOUT_THE_WALL}"
        assert lines[1] == f"> {WALL_WORDS}"
        assert WALL_WORDS in HARBOUR.text
        speaker, headline, source, day = lines[2].split(" · ")
        assert speaker == "Petra Lindqvist, harbour master"
        assert headline.startswith(f"[{HARBOUR.title}](<{HARBOUR.url}#:~:text=We%20have")
        assert (source, day) == (HARBOUR.source, "<t:1777896000:D>")  # noon of that day, UTC
        assert lines[3].startswith(
            "-# Searched 2 articles from 2026-05-04 to 2026-06-11. Updated <t:"
        )


async def test_a_reply_that_pings_the_bots_answer_is_a_question(data: Path) -> None:
    async with newsroom(data) as room:
        first = await room.ask(ABOUT_THE_WALL)
        question = await room.alice.send(room.channel, "and the night ferry?", reply_to=first)
        answer = room.channel.last_message
        assert answer.reference.message_id == question.id
        assert FERRY.title in shown(answer)


async def test_a_reply_is_understood_in_the_light_of_the_question_before(data: Path) -> None:
    said = '"The wall stands," said Ines Falk.\n\n"I saw no crabs," said Osmund Quist.'
    collection(data, article("talk", said, title="Talk", lang="en"))
    async with newsroom(data) as room:
        first = await room.ask("What did Ines Falk say?")
        await room.alice.send(room.channel, "What did she say about the wall?", reply_to=first)
        answer = room.channel.last_message
        assert "The wall stands" in shown(answer)
        assert "no crabs" not in shown(answer)
        await room.alice.send(room.channel, "What did she say about boats?", reply_to=first)
        assert labels(room.channel.last_message) == ["What did Ines Falk say?", "Delete"]


async def test_a_direct_message_is_answered_and_the_answer_is_not(data: Path) -> None:
    async with newsroom(data) as room:
        await room.alice.send_dm(ABOUT_THE_WALL)
        question, answer = room.alice.user.dm_channel.history()
        assert answer.reference.message_id == question.id
        assert WALL_WORDS in shown(answer)


async def test_ask_answers_and_search_ranks_passages(data: Path) -> None:
    async with newsroom(data) as room:
        asked = await room.alice.slash(room.channel, "ask", question=ABOUT_THE_WALL)
        assert (asked.deferred, asked.ephemeral, asked.followups) == (False, False, [])
        assert WALL_WORDS in shown(asked.response)
        found = await room.alice.slash(room.channel, "search", query="night ferry unheard")
        assert (found.deferred, found.ephemeral) == (False, False)
        assert "> The night ferry to Tornby stops in October." in shown(found.response)


async def test_a_search_shows_how_its_query_was_understood(data: Path) -> None:
    async with newsroom(data) as room:
        query = "wall OR ferry -“the sea” since:2026-06 ("
        found = await room.alice.slash(room.channel, "search", query=query)
        lines = shown(found.response).splitlines()
        assert lines[1] == '-# Understood as: (wall OR ferry) -"the sea" since:2026-06-01'
        assert lines[2] == "-# A “(” without its “)” was closed at the end."
        assert "> The night ferry to Tornby stops in October." in lines


async def test_help_is_for_the_askers_eyes_only(data: Path) -> None:
    async with newsroom(data) as room:
        result = await room.alice.slash(room.channel, "help")
        assert result.ephemeral
        assert written(result.response) == texts.commands.HELP


async def test_every_way_of_asking_gives_the_same_layout(data: Path) -> None:
    async with newsroom(data) as room:
        by_mention = await room.ask(ABOUT_THE_WALL)
        by_reply = await room.alice.send(room.channel, ABOUT_THE_WALL, reply_to=by_mention)
        by_reply = room.channel.last_message
        await room.alice.send_dm(ABOUT_THE_WALL)
        directly = room.alice.user.dm_channel.last_message
        by_command = await room.alice.slash(room.channel, "ask", question=ABOUT_THE_WALL)
        in_private = await room.alice.user.slash("ask", question=ABOUT_THE_WALL)
        expected = layout(by_mention)
        for answer in (by_reply, directly, by_command.response, in_private.response):
            assert layout(answer) == expected


# What is no question


async def test_bots_and_webhooks_are_not_answered(data: Path) -> None:
    async with newsroom(data) as room:
        robot = room.guild.add_member(room.env.create_user("robot", bot=True))
        await robot.send(room.channel, f"{room.mention} {ABOUT_THE_WALL}")
        webhook = room.guild.create_webhook(room.channel)
        await webhook.send(f"{room.mention} {ABOUT_THE_WALL}")
        assert room.sent() == []


async def test_the_bot_does_not_answer_itself(data: Path) -> None:
    async with newsroom(data) as room:
        room.env.backend.create_message(
            room.channel.id, room.client.user.id, f"{room.mention} {ABOUT_THE_WALL}"
        )
        await room.env.settle()
        assert room.sent() == []


@pytest.mark.parametrize("words", [ABOUT_THE_WALL, f"@everyone {ABOUT_THE_WALL}", "@here hello"])
async def test_what_does_not_name_the_bot_is_not_answered(data: Path, words: str) -> None:
    async with newsroom(data) as room:
        loud = discord.Permissions(mention_everyone=True)
        editor = room.guild.create_role("Editors", permissions=loud)
        bob = room.guild.add_member(room.env.create_user("bob"), roles=[editor])
        message = await bob.send(room.channel, words)
        assert message.mention_everyone == words.startswith("@")
        assert room.sent() == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("", texts.questions.BLANK), ("   ", texts.questions.BLANK), ("?!", texts.questions.BLANK),
        ("\u200b", texts.questions.BLANK), ("🙂", texts.questions.BLANK),
        ("hi", texts.questions.TALK[Talk.GREETING]),
        ("Hello there!", texts.questions.TALK[Talk.GREETING]),
        ("help", texts.questions.TALK[Talk.ABOUT]), ("Thanks!", texts.questions.TALK[Talk.THANKS]),
        ("What can you do?", texts.questions.TALK[Talk.ABOUT]),
    ],
)  # fmt: skip
async def test_where_nothing_is_asked_one_line_helps(data: Path, words: str, said: str) -> None:
    async with newsroom(data) as room:
        assert written(await room.ask(words)) == f"{said}\n-# {texts.questions.MORE_HELP}"


# What the articles do not hold, and what goes wrong


async def test_nothing_found_says_so_and_names_the_words_no_article_has(data: Path) -> None:
    async with newsroom(data) as room:
        answer = await room.ask("who stole the *zebra* from the zeppelin?")
        assert "I found no answer. No article has “stole”, “zebra” or “zeppelin”." in written(
            answer
        )


async def test_the_bots_own_words_are_not_escaped_and_the_askers_are(data: Path) -> None:
    async with newsroom(data) as room:
        answer = await room.ask("What did Petra Lindqvist say about the *ferry* on @Tornby?")
        assert (
            r"I found nothing that Petra Lindqvist said about the \*ferry\* on \@Tornby."
            in written(answer)
        )


async def test_without_an_index_the_asker_gets_one_sentence(
    data: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with newsroom(data) as room:
        shutil.rmtree(data / "collections")
        assert written(await room.ask(ABOUT_THE_WALL)) == texts.refusals.UNAVAILABLE
        result = await room.alice.slash(room.channel, "ask", question=ABOUT_THE_WALL)
        assert written(result.response) == texts.refusals.UNAVAILABLE
    errors = [record for record in caplog.records if record.levelno >= logging.ERROR]
    assert all(record.exc_info is None for record in errors)
    assert [record.name for record in errors].count("bot.answering") == 2


class BrokenDesk:
    """A newsdesk that fails."""

    def look_up(self, inquiry: Inquiry, *_: object) -> LookedUp:
        raise ZeroDivisionError(inquiry.text)

    def warm(self, *_: object) -> None:
        """Nothing is completed here."""


async def test_a_failing_newsdesk_gives_one_sentence_and_the_log_the_reason(
    data: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with newsroom(data, BrokenDesk()) as room:
        assert written(await room.ask("why?")) == texts.refusals.FAILED
        asked = await room.alice.slash(room.channel, "ask", question="why?")
        found = await room.alice.slash(room.channel, "search", query="why")
        assert [written(each.response) for each in (asked, found)] == [texts.refusals.FAILED] * 2
    failures = [record.exc_info[0] for record in caplog.records if record.exc_info]
    assert failures == [ZeroDivisionError] * 3


@pytest.fixture
def held(data: Path) -> Iterator[HeldDesk]:
    """A desk that holds its answers back, with one article to answer from."""
    collection(data, HARBOUR)
    with closing(LiveIndex(data)) as live:
        yield HeldDesk(live)


async def until(condition: Callable[[], object]) -> None:
    """Wait until what another thread or task does has happened."""
    async with asyncio.timeout(10):
        while not condition():  # noqa: ASYNC110  # a thread knows no asyncio.Event
            await asyncio.sleep(0.005)


@pytest.mark.parametrize("hidden", [True, False])
async def test_a_slow_answer_is_announced_to_those_who_may_see_it_and_then_given(
    data: Path, held: HeldDesk, hidden: bool
) -> None:
    async with newsroom(data, held, defer_after=0) as room:
        asked = asyncio.create_task(
            room.alice.slash(room.channel, "ask", question=ABOUT_THE_WALL, hidden=hidden)
        )
        await until(lambda: room.requests("POST", "/callback"))
        (callback,) = room.requests("POST", "/callback")
        assert callback.json["type"] == DEFERRED
        flags = (callback.json.get("data") or {}).get("flags", 0)
        assert discord.MessageFlags._from_value(flags).ephemeral is hidden
        assert room.sent() == []
        held.released.set()
        result = await asked
        assert result.ephemeral is hidden
        assert WALL_WORDS in shown(result.response)
        assert (room.sent(), len(room.changed())) == ([], 1)


def test_an_answer_is_announced_only_where_it_takes_as_long_as_the_guide_says() -> None:
    guide = Path("docs/discord.md").read_text("utf-8")
    assert f"takes more than {DEFER_AFTER} seconds" in guide


async def test_word_of_no_answer_takes_the_place_of_what_was_announced(
    data: Path, held: HeldDesk
) -> None:
    async with newsroom(data, held, defer_after=0) as room:
        asked = asyncio.create_task(room.alice.slash(room.channel, "ask", question="Any penguins?"))
        await until(lambda: room.requests("POST", "/callback"))
        held.released.set()
        result = await asked
        assert "“penguins”" in shown(result.response)
        assert (room.sent(), len(room.changed()), result.followups) == ([], 1, [])


@pytest.mark.parametrize("begun", [True, False])
async def test_what_waits_for_others_is_waited_for_half_as_long(begun: bool) -> None:
    task = asyncio.ensure_future(asyncio.sleep(0.3))
    assert await is_done_within(0.4, task, lambda: begun) is begun
    await task
    assert await is_done_within(0.4, task, lambda: begun)


async def test_those_who_have_asked_are_answered_before_the_bot_leaves(
    data: Path, held: HeldDesk
) -> None:
    async with newsroom(data, held) as room:
        asked = asyncio.create_task(room.ask(ABOUT_THE_WALL))
        await until(held.asked.is_set)
        leaving = asyncio.create_task(room.client.close())
        await asyncio.sleep(0.02)
        assert not room.client.is_closed()
        held.released.set()
        await leaving
        assert WALL_WORDS in shown(await asked)


async def test_those_whose_answer_takes_too_long_are_told_before_the_bot_leaves(
    data: Path, held: HeldDesk
) -> None:
    async with newsroom(data, held) as room:
        room.client.patience = 0.02
        asked = asyncio.create_task(room.ask(ABOUT_THE_WALL))
        await until(held.asked.is_set)
        await room.client.close()
        assert len(room.sent()) == 1
        held.released.set()
        assert written(await asked) == texts.refusals.LEAVING


async def test_what_comes_too_late_or_twice_is_dropped(
    data: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    seconds = 0.0
    async with newsroom(data, clock=lambda: seconds) as room:
        question = await room.alice.send(room.channel, f"{room.mention} {ABOUT_THE_WALL}")
        assert len(room.sent()) == 1
        seconds = 110.0
        await room.ask("and the night ferry?")
        assert len(room.sent()) == 2
        seconds = 130.0
        await room.ask("and the crabs?")
        await room.client.on_message(question)
        await room.alice.slash(room.channel, "ask", question=ABOUT_THE_WALL)
        await room.alice.slash(room.channel, "help")
        await room.alice.context_menu(room.channel, texts.commands.FIND_SOURCES, target=question)
        assert (len(room.sent()), room.requests("POST", "/callback")) == (2, [])
    assert caplog.text.count("dropped: what=message") == 2
    assert caplog.text.count("dropped: what=interaction") == 3


# What Discord refuses


async def test_where_the_bot_may_not_speak_it_stays_silent(
    data: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with newsroom(data) as room:
        mute = {room.client.user: discord.PermissionOverwrite(send_messages=False)}
        channel = room.guild.create_text_channel("quiet", overwrites=mute)
        await room.alice.send(channel, f"{room.mention} {ABOUT_THE_WALL}")
        assert len(channel.history()) == 1
        assert len(room.sent()) == 1
    assert [record.message for record in warnings(caplog)] == [
        "answer not sent: status=403 code=50013"
    ]


def warnings(caplog: pytest.LogCaptureFixture) -> list[logging.LogRecord]:
    """What the bot complained about; none of it has a traceback."""
    found = [each for each in caplog.records if each.levelno >= logging.WARNING]
    found = [each for each in found if each.name.startswith("bot.")]
    assert not any(each.exc_info for each in found)
    return found


async def test_where_history_may_not_be_read_the_answer_stands_alone(data: Path) -> None:
    async with newsroom(data) as room:
        room.env.inject_error("POST", "/channels/*/messages", status=403, code=160002)
        answer = await room.ask(ABOUT_THE_WALL)
        assert answer.reference is None
        assert WALL_WORDS in shown(answer)
        assert len(room.channel.history()) == 2


async def test_a_question_that_is_gone_is_no_error(data: Path) -> None:
    async with newsroom(data) as room:
        await room.ask(ABOUT_THE_WALL)
        (sent,) = room.sent()
        assert sent["message_reference"]["fail_if_not_exists"] is False


async def test_what_may_be_lost_is_sent_again_as_the_same_message(data: Path) -> None:
    async with newsroom(data) as room:
        room.env.inject_error("POST", "/channels/*/messages", status=503)
        assert WALL_WORDS in shown(await room.ask(ABOUT_THE_WALL))
        first, second = room.sent()
        assert first == second
        assert first["enforce_nonce"]


@pytest.mark.parametrize(("status", "code", "told"), [(404, 10062, False), (400, 50035, True)])
async def test_a_refused_response_is_noted_and_the_asker_told_where_that_is_possible(
    data: Path, caplog: pytest.LogCaptureFixture, status: int, code: int, told: bool
) -> None:
    async with newsroom(data) as room:
        room.env.inject_error("POST", "/interactions/*", status=status, code=code)
        result = await room.alice.slash(room.channel, "ask", question=ABOUT_THE_WALL)
        assert len(room.env.errors) == 1  # the refusal, which reached the command's error handler
        assert result.acknowledged == told
        assert not told or (result.ephemeral and written(result.response) == texts.refusals.FAILED)
    assert [record.message for record in warnings(caplog)] == [
        f"answer not sent: status={status} code={code}"
    ]


# Articles and servers


async def test_an_updated_index_answers_without_a_restart(data: Path) -> None:
    async with newsroom(data) as room:
        assert "No article has “zebra”." in shown(await room.ask("zebra"))
        collection(data, article("zoo", "A zebra came ashore.", title="Zebra", lang="en"))
        answer = shown(await room.ask("zebra"))
        assert "> A zebra came ashore.\nZebra\n" in answer
        assert "Searched 3 articles" in answer


async def test_a_servers_own_articles_are_found_in_that_server_only(data: Path) -> None:
    async with newsroom(data) as room:
        own = article("own", "Our zebra is called Ada.", lang="en")
        collection(data, own, name=f"guild-{room.guild.id}")
        assert "> Our zebra is called Ada." in shown(await room.ask("zebra"))
        by_command = await room.alice.slash(room.channel, "ask", question="zebra")
        assert "> Our zebra is called Ada." in shown(by_command.response)
        await room.alice.send_dm("zebra")
        assert "No article has “zebra”." in shown(room.alice.user.dm_channel.last_message)


async def test_a_server_that_is_not_listed_is_refused(data: Path) -> None:
    async with newsroom(data, guilds=frozenset({1})) as room:
        assert await room.ask(ABOUT_THE_WALL) is None
        result = await room.alice.slash(room.channel, "ask", question=ABOUT_THE_WALL)
        assert result.ephemeral
        assert written(result.response) == texts.refusals.NOT_HERE
        await room.alice.send_dm(ABOUT_THE_WALL)
        assert WALL_WORDS in shown(room.alice.user.dm_channel.last_message)

        with client_of(data, guilds=frozenset({1, room.guild.id})) as listed:
            await room.env.restart_bot(listed)
            assert WALL_WORDS in shown(await room.ask(ABOUT_THE_WALL))


async def test_the_owner_is_told_the_link_with_just_the_permissions_that_are_needed(
    data: Path,
) -> None:
    async with newsroom(data) as room:
        (link,) = room.announced
        scopes, permissions = link.split("&scope=")[1].split("&permissions=")
        assert scopes == "bot+applications.commands"
        assert {name for name, granted in discord.Permissions(int(permissions)) if granted} == {
            "read_messages",  # which people know as "View Channels"
            "send_messages",
            "send_messages_in_threads",
            "read_message_history",
        }


async def test_commands_are_synced_only_when_they_changed(data: Path) -> None:
    def syncs(room: Newsroom) -> int:
        return len(room.requests("PUT", "/commands"))

    async with newsroom(data) as room:
        assert syncs(room) == 1
        with client_of(data) as second:
            await room.env.restart_bot(second)
            assert syncs(room) == 1
        BotStore(data / "bot.db").remember_commands(second.application_id, "of another version")
        with client_of(data) as third:
            await room.env.restart_bot(third)
            assert syncs(room) == 2


# Hostile articles

HOSTILE = (
    "@everyone @here <@1> <@&2> <#3> </ask:4> <t:0:R> [the bank](https://evil.example/login) "
    "||spoiler|| **bold** `code` discord.gg/join https://evil.example/x <https://evil.example> "
)


def unescaped_forms(text: str) -> list[str]:
    """The marks in a written text that Discord would act upon."""
    marks = ("@everyone", "@here", "<@", "<#", "</", "<t:0", "](https", "||", "`", "https://evil")
    return [mark for mark in marks if f"\\{mark}" not in text and mark in text]


@pytest.mark.parametrize(
    "fields",
    [
        {"text": f"The zebra said: {HOSTILE}"},
        {"text": f"“The zebra is {HOSTILE},” said Petra {HOSTILE}."},
        {"text": "The zebra came ashore.", "title": HOSTILE, "source": HOSTILE},
        {"text": "The zebra came ashore.", "title": "T", "url": "javascript:alert(1)"},
        {"text": "The zebra came ashore.", "title": "T", "url": f"https://x.example/>) {HOSTILE}"},
    ],
)
async def test_what_an_article_says_is_shown_and_does_nothing(
    data: Path, fields: dict[str, str]
) -> None:
    collection(data, article("hostile", **fields, lang="en"))
    async with newsroom(data) as room:
        answer = await room.ask("zebra")
        text = written(answer)
        assert "zebra" in text
        assert unescaped_forms(text) == []
        assert "javascript" not in text
        assert (answer.mentions, answer.role_mentions, answer.mention_everyone) == ([], [], False)


LONG = {
    "marks": "zebra" + "*_~|`[]()<>" * 400,
    "highlights": "zebra*" * 600,
    "pictures": "zebra " + "\U0001f993" * 3_000,
    "letters with towers": "zebra " + ("a" + "\u0301" * 30) * 300,
    "one long line": "zebra " + "word " * 3_000,
    "quotations": "".join(f"“The zebra number {n} is *here*,” said Petra. " for n in range(90)),
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
async def test_long_hostile_articles_stay_within_the_limits(data: Path, text: str) -> None:
    url = "https://x.example/" + "a/" * 900
    fields = {"title": "*" + "title " * 200, "source": "*" * 300, "url": url, "lang": "en"}
    stories = [article(f"story-{n}", f"{text} {n}", **fields) for n in range(6)]
    collection(data, *stories)
    async with newsroom(data) as room:  # which holds every message to the limits
        for question in ("zebra", "What did Petra say?", "zebra " * 80, "*" * 1_900, "@everyone"):
            await room.ask(question[:1_900])
        assert "zebra" in written(room.channel.history()[1])
        assert len(room.sent()) == 5


def longest(number: int) -> Citation:
    """An excerpt at every limit there is: words, highlights, names, headline, source and link."""
    text = "q*" * 350 + "*" * 700
    story = article(
        f"story-{number}", text, title="q" * 999, source="*" * 999, published="2026-05-04"
    )
    excerpt = Excerpt(
        rank=number,
        score=1.0,
        article=story,
        collection="main",
        passage_id=number,
        start=0,
        end=700,
        highlights=tuple(Span(place, place + 1) for place in range(0, 700, 2)),
        speaker="*" * 999,
        role="*" * 999,
        attribution="inferred",
        named_in=Span(700, 1400),
    )
    return Citation(excerpt, "https://x.example/" + "a" * 600 * number)


@pytest.mark.parametrize("first", [1, 2])  # whose link has still room, and whose has not
def test_a_message_of_the_longest_citations_is_within_the_limits(first: int) -> None:
    question = parse_question("*" * 400 + "q")
    citations = tuple(map(longest, range(first, first + 5)))
    answer = Answer(question, citations, (), (), "g", ("sample",), Extent(10**9, 1, "a", "b"))
    page = Page(answer, Inquiry(Way.QUESTION, source="~" + "s" * 8), more=True)
    view = rendered(LookedUp(page, 1.0, 1e9), Audience.EVERYBODY)
    components = view.to_components()
    assert list(limits.component_problems(components)) == []
    text = text_of({"components": components})
    assert "q" * 119 in text
    assert ("https://" in text) == (first == 1)


@pytest.mark.parametrize("asked", ["wall `~|[]<@" * 40, "*wall*" * 80, "_wall_ " * 70])
async def test_a_long_conversation_has_room_for_an_excerpt(data: Path, asked: str) -> None:
    async with newsroom(data) as room:  # which holds every message to the limits
        answer = await room.ask(asked)
        for _ in range(5):
            await room.alice.send(room.channel, f"{room.mention} and {asked}?", reply_to=answer)
            answer = room.channel.last_message
            assert "\n> The sea" in written(answer)


def test_a_timeline_has_room_for_an_excerpt_whatever_stands_above_it() -> None:
    citations = tuple(map(longest, (1, 2)))
    question = replace(parse_question("*" * 499 + "q"), before=("*" * 500,) * 4)
    notes = ("*" * 240,) * 3
    answer = Answer(
        question, citations, (), (), "g", ("sample",), Extent(9, 1, None, None), notes=notes
    )
    months = tuple(Month(f"20{n}-01", n) for n in range(10, 90))
    page = Page(answer, Inquiry(Way.TIMELINE), more=True, course=Course(months, citations))
    components = rendered(LookedUp(page, 1.0, 1e9), Audience.EVERYBODY).to_components()
    assert list(limits.component_problems(components)) == []
    assert texts.answers.part(0, 1, by_date=False) in text_of({"components": components})


async def test_the_sample_articles_answer_while_there_are_no_others(sample_data: Path) -> None:
    async with newsroom(sample_data) as room:
        answer = shown(await room.ask("what did Wang Wenbin say?"))
        assert "China-Russia cooperation has no limits" in answer
        assert texts.answers.SAMPLE_NOTE in answer
