"""The loopback Discord, held to what the real client library makes of it in another process."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import pairwise

import aiohttp
import discord
import pytest

from tests.discord import limits
from tests.discord.bot_process import BotProcess
from tests.discord.faults import CutSocket, Hang, LoseReply, Refuse, TooManyRequests
from tests.discord.interactions import InvalidUseError
from tests.discord.openapi import openapi
from tests.discord.payloads import Json, JsonValue
from tests.discord.ratelimits import Limit, RateLimits
from tests.discord.server import LoopbackDiscord
from tests.discord.world import Channel, Member

MESSAGES = "POST /channels/*/messages"
CALLBACK = "POST /interactions/*/*/callback"
V2 = 1 << 15


@dataclass(frozen=True, slots=True)
class Newsroom:
    """A server with one person and the echo bot in it."""

    discord_server: LoopbackDiscord
    channel: Channel
    alice: Member
    bot: BotProcess

    def mention(self, words: str) -> str:
        return f"{self.discord_server.bot.mention} {words}"


@asynccontextmanager
async def newsroom(discord_server: LoopbackDiscord | None = None) -> AsyncIterator[Newsroom]:
    async with discord_server or LoopbackDiscord() as server:
        guild = server.add_guild("Newsroom")
        channel, alice = guild.add_channel("general"), guild.add_member("alice")
        environment = server.environment
        async with BotProcess("-m", "tests.discord.echo_bot", environment=environment) as bot:
            await server.ready()
            yield Newsroom(server, channel, alice, bot)


def test_the_folder_does_not_hide_the_library() -> None:
    assert discord.__version__.startswith("2.")


# The conversation


async def test_the_bot_logs_in_syncs_its_commands_and_then_connects() -> None:
    async with newsroom() as room:
        server = room.discord_server
        assert [request.route for request in server.requests] == [
            "GET /users/@me",
            "GET /oauth2/applications/@me",
            f"PUT /applications/{server.application_id}/commands",
        ]
        assert [command["name"] for command in server.commands] == ["echo", "Echo this"]
        assert (server.gateway.identifies, server.gateway.resumes) == (1, 0)
        assert server.violations == []


async def test_a_mention_a_reply_and_a_direct_message_are_answered_in_place() -> None:
    async with newsroom() as room:
        server, channel, alice = room.discord_server, room.channel, room.alice
        question = await alice.say(channel, room.mention("who said it?"))
        answer = await server.next_message(channel, after=question)
        assert answer.text == "echo: who said it?"
        assert server.text_of(answer) == answer.text
        assert (answer.replies_to, answer.components_v2, answer.pinged) == (
            question.id,
            True,
            set(),
        )
        assert answer.links == ["https://news.example/story"]

        again = await alice.say(channel, "and when?", reply_to=answer, ping=True)
        assert (await server.next_message(channel, after=again)).text == "echo: and when?"

        private = await alice.dm("only you")
        answer = await server.next_message(alice.dm_channel, after=private)
        assert answer.text == "echo: only you"
        assert server.violations == []


async def test_what_does_not_mention_the_bot_reaches_it_blank() -> None:
    async with newsroom() as room:
        server, channel, alice = room.discord_server, room.channel, room.alice
        answered = await alice.say(channel, room.mention("first"))
        answer = await server.next_message(channel, after=answered)
        await alice.say(channel, "a secret")
        await alice.say(channel, "another secret", reply_to=answer, ping=False)
        last = await alice.say(channel, room.mention("last"))
        await server.next_message(channel, after=last)
        assert len(channel.bot_messages) == 2
    assert room.bot.output.count("unasked: ''") == 2
    assert "secret" not in room.bot.output


async def test_a_slash_command_is_answered_at_once_or_after_thinking() -> None:
    async with newsroom() as room:
        server, channel, alice = room.discord_server, room.channel, room.alice
        fast = await alice.slash(channel, "echo", text="at once")
        assert (fast.text, fast.deferred, fast.ephemeral) == ("echo: at once", False, False)

        slow = await alice.slash(channel, "echo", text="thinking", slowly=True)
        assert (slow.text, slow.deferred, slow.ephemeral) == ("echo: thinking", True, True)
        await server.next_request("POST /webhooks/*/*")
        assert [each.text for each in slow.followups] == ["and more"]
        assert [each.id for each in channel.bot_messages] == [fast.answer.id]
        assert server.violations == []


async def test_slash_commands_work_in_direct_messages_and_menus_and_buttons_work() -> None:
    async with newsroom() as room:
        server, channel, alice = room.discord_server, room.channel, room.alice
        private = await alice.slash(alice.dm_channel, "echo", text="here")
        assert private.text == "echo: here"

        clicked = await alice.click(private.answer, label="Again")
        assert (clicked.answer.id, clicked.text) == (private.answer.id, "again")

        unmentioned = await alice.say(channel, "quote me")
        chosen = await alice.message_command("Echo this", unmentioned)
        assert (chosen.text, chosen.ephemeral) == ("echo: quote me", True)
        assert server.violations == []


async def test_people_cannot_use_what_was_not_synced() -> None:
    async with newsroom() as room:
        for command, options in [("ask", {}), ("echo", {}), ("echo", {"text": 1, "slowly": True})]:
            with pytest.raises(InvalidUseError):
                await room.alice.slash(room.channel, command, **options)


# The gateway


async def test_after_a_dropped_socket_the_bot_resumes_and_misses_nothing() -> None:
    async with newsroom() as room:
        server, channel, alice = room.discord_server, room.channel, room.alice
        server.gateway.drop()
        missed = await alice.say(channel, room.mention("while you were away"))
        answer = await server.next_message(channel, after=missed)
        assert answer.text == "echo: while you were away"
        assert server.gateway.paths == ["/", "/resume/"]

        for times, fault in enumerate(("close", "op 7", "op 9"), start=2):
            if fault == "close":
                await server.gateway.close(4000)
            elif fault == "op 7":
                server.gateway.ask_to_reconnect()
            else:
                server.gateway.invalidate(resumable=True)
            await server.resumed(times)
            asked = await alice.say(channel, room.mention(fault))
            assert (await server.next_message(channel, after=asked)).text == f"echo: {fault}"
        assert server.gateway.identifies == 1
        assert server.violations == []


async def test_a_fatal_close_ends_the_bot() -> None:
    async with newsroom() as room:
        await room.discord_server.gateway.close(4014)
        assert await asyncio.wait_for(room.bot.ended(), 10) == 1
        await room.discord_server.gone()


async def test_a_socket_stays_open_until_the_other_end_has_read_why_it_closes() -> None:
    async with (
        LoopbackDiscord() as server,
        aiohttp.ClientSession() as session,
        session.ws_connect(server.gateway_url, autoclose=False) as ws,
    ):
        assert json.loads((await ws.receive()).data)["op"] == 10
        closing = asyncio.create_task(server.gateway.close(4014))
        closed = await ws.receive()
        assert (closed.type, closed.data) == (aiohttp.WSMsgType.CLOSE, 4014)
        await asyncio.sleep(0.05)
        assert not closing.done()  # else there would be nobody to answer any more
        await ws.close()
        assert ws.close_code == 4014
        await closing


async def test_a_bot_killed_and_started_again_is_ready_again() -> None:
    async with newsroom() as room:
        server = room.discord_server
        await room.bot.kill()
        await server.gone()
        await room.bot.start()
        await server.ready()
        question = await room.alice.say(room.channel, room.mention("again"))
        await server.next_message(room.channel, after=question)
        assert (server.gateway.identifies, len(server.commands)) == (2, 2)
        assert await room.bot.stop() == 0


IDENTIFY = {"token": "loopback.token", "intents": 1, "properties": {}}


@pytest.mark.parametrize(
    ("frames", "code"),
    [
        (["{"], 4002),
        ([[]], 4002),
        ([{"op": 99}], 4001),
        ([{"op": 3, "d": {}}], 4003),
        ([{"op": 2, "d": IDENTIFY | {"token": "another"}}], 4004),
        ([{"op": 2, "d": IDENTIFY}, {"op": 2, "d": IDENTIFY}], 4005),
        ([{"op": 2, "d": IDENTIFY | {"shard": [1, 1]}}], 4010),
        ([{"op": 2, "d": {"token": "loopback.token", "properties": {}}}], 4013),
        ([{"op": 2, "d": IDENTIFY | {"intents": 1 << 60}}], 4013),
        ([{"op": 2, "d": IDENTIFY | {"intents": 1 << 15}}], 4014),
        ([{"op": 6, "d": {"token": "another", "session_id": "", "seq": 0}}], 4004),
        ([{"op": 1, "d": None}] * 121, 4008),
    ],
)
async def test_the_gateway_closes_on_a_client_that_breaks_its_rules(
    frames: list[JsonValue], code: int
) -> None:
    async with LoopbackDiscord() as server, aiohttp.ClientSession() as session:
        async with session.ws_connect(server.gateway_url) as ws:
            assert (await ws.receive_json())["op"] == 10
            for frame in frames:
                await ws.send_str(frame if isinstance(frame, str) else json.dumps(frame))
            async with asyncio.timeout(5):
                async for _ in ws:
                    pass
            assert ws.close_code == code
        assert [str(code) in each for each in server.violations] == [True]


async def test_the_gateway_refuses_to_resume_a_session_it_does_not_know() -> None:
    async with (
        LoopbackDiscord() as server,
        aiohttp.ClientSession() as session,
        session.ws_connect(server.gateway_url + "resume/") as ws,
    ):
        await ws.receive_json()
        resume = {"token": server.token, "session_id": "forgotten", "seq": 3}
        await ws.send_json({"op": 6, "d": resume})
        refused = await ws.receive_json(timeout=5)
        assert (refused["op"], refused["d"]) == (9, False)


# Rate limits and faults


@pytest.mark.parametrize("scope", ["user", "global"])
async def test_a_429_is_waited_out_and_the_answer_comes_once(scope: str) -> None:
    async with newsroom() as room:
        server = room.discord_server
        server.faults.next(MESSAGES, TooManyRequests(retry_after=0.3, scope=scope))
        question = await room.alice.say(room.channel, room.mention("patience"))
        await server.next_message(room.channel, after=question)
        first, second = server.requests_to(MESSAGES)
        assert (first.status, second.status) == (429, 200)
        assert second.at - first.at >= 0.3
        assert len(room.channel.bot_messages) == 1


async def test_a_client_that_reads_the_headers_never_meets_a_429() -> None:
    async with newsroom() as room:
        server = room.discord_server
        server.rate_limits.set(MESSAGES, Limit(requests=2, seconds=0.5))
        for number in range(5):
            await room.alice.say(room.channel, room.mention(str(number)))
        await server.next_request(MESSAGES, count=5)
        requests = server.requests_to(MESSAGES)
        assert [request.status for request in requests] == [200] * 5
        assert requests[4].at - requests[0].at >= 1.0


def test_windows_are_counted_by_route_and_channel_and_over_everything() -> None:
    now = 0.0
    rates = RateLimits(monotonic=lambda: now, now=lambda: 1000.0 + now)
    rates.set(MESSAGES, Limit(requests=2, seconds=5))
    rates.everything = Limit(requests=5, seconds=1)
    headers = rates.take("POST", "/channels/1/messages").headers
    assert headers["X-RateLimit-Remaining"] == "1"
    assert headers["X-RateLimit-Reset"] == "1005.000"
    assert headers["X-RateLimit-Reset-After"] == "5.000"
    assert rates.take("POST", "/channels/1/messages").retry_after is None
    assert rates.take("POST", "/channels/1/messages").retry_after == 5
    other = rates.take("POST", "/channels/2/messages")
    assert other.retry_after is None
    assert other.headers["X-RateLimit-Bucket"] == headers["X-RateLimit-Bucket"]
    assert rates.take("GET", "/channels/2/messages").retry_after is None
    refused = rates.take("GET", "/users/3")
    assert (refused.scope, refused.retry_after) == ("global", 1)
    assert rates.take("POST", "/interactions/4/token/callback").retry_after is None
    now = 5.0
    assert rates.take("POST", "/channels/1/messages").retry_after is None


async def test_a_lost_answer_leaves_one_message_and_a_cut_socket_none() -> None:
    async with newsroom() as room:
        server, channel, alice = room.discord_server, room.channel, room.alice
        for fault, left in [(LoseReply(), 1), (CutSocket(), 0), (Refuse(403, 50013), 0)]:
            before = len(channel.bot_messages)
            server.faults.next(MESSAGES, fault)
            await alice.say(channel, room.mention("lost"))
            await server.next_request(MESSAGES, count=len(server.requests_to(MESSAGES)) + 1)
            assert len(channel.bot_messages) == before + left
        server.faults.next(MESSAGES, Hang(0.05))
        question = await alice.say(channel, room.mention("still there"))
        await server.next_message(channel, after=question)
        assert [request.status for request in server.requests_to(MESSAGES)] == [0, 0, 403, 200]


async def test_the_same_nonce_gives_the_first_message_again() -> None:
    async with newsroom() as room:
        server = room.discord_server
        await room.alice.say(room.channel, room.mention("twice"))
        await server.next_request(MESSAGES, count=3)
        assert [each.content for each in room.channel.bot_messages] == ["once", "same"]
        assert [request.status for request in server.requests_to(MESSAGES)] == [200] * 3


# Interactions and their clock, spoken to without a client library


@dataclass(frozen=True, slots=True)
class Bare:
    """The bot's side of HTTP, by hand."""

    server: LoopbackDiscord
    session: aiohttp.ClientSession

    async def send(self, method: str, path: str, body: JsonValue = None) -> tuple[int, JsonValue]:
        headers = {"Authorization": f"Bot {self.server.token}"}
        async with self.session.request(
            method, self.server.api_url + path, json=body, headers=headers
        ) as response:
            text = await response.text()
            return response.status, json.loads(text) if text else None


@asynccontextmanager
async def bare_interaction() -> AsyncIterator[tuple[Bare, str, str]]:
    """A slash command in flight: the bot's side, the callback's path and the webhook's."""
    async with LoopbackDiscord(patience=1) as server, aiohttp.ClientSession() as session:
        guild = server.add_guild("Newsroom")
        channel, alice = guild.add_channel("general"), guild.add_member("alice")
        bare = Bare(server, session)
        commands = [{"name": "help", "description": "Help."}]
        await bare.send("PUT", f"/applications/{server.application_id}/commands", commands)
        async with session.ws_connect(server.gateway_url) as ws:
            await ws.receive_json()
            await ws.send_json({"op": 2, "d": IDENTIFY})
            await server.ready()
            asked = asyncio.create_task(alice.slash(channel, "help"))
            event: Json = {}
            while event.get("t") != "INTERACTION_CREATE":
                event = await ws.receive_json(timeout=5)
            interaction = event["d"]
            assert interaction["authorizing_integration_owners"] == {"0": str(guild.id)}
            callback = f"/interactions/{interaction['id']}/{interaction['token']}/callback"
            webhook = f"/webhooks/{server.application_id}/{interaction['token']}"
            yield bare, callback, webhook
            asked.cancel()
            await asyncio.gather(asked, return_exceptions=True)


HELLO: Json = {"content": "hello", "allowed_mentions": {"parse": []}}
ANSWER: Json = {"type": 4, "data": HELLO}


async def test_an_interaction_is_answered_once() -> None:
    async with bare_interaction() as (bare, callback, webhook):
        status, early = await bare.send("POST", webhook + "?wait=1", HELLO)
        assert (status, early["code"]) == (404, 10015)
        refused = {"type": 4, "data": HELLO | {"content": "x" * 2001}}
        assert (await bare.send("POST", callback, refused))[0] == 400
        status, reply = await bare.send("POST", callback + "?with_response=1", ANSWER)
        assert status == 200
        assert reply["resource"]["message"]["content"] == "hello"
        status, again = await bare.send("POST", callback, ANSWER)
        assert (status, again["code"]) == (400, 40060)


async def test_an_answer_after_three_seconds_is_refused() -> None:
    async with bare_interaction() as (bare, callback, _):
        bare.server.advance(3.0)
        status, late = await bare.send("POST", callback, ANSWER)
        assert (status, late["code"]) == (404, 10062)


async def test_a_token_lasts_fifteen_minutes() -> None:
    async with bare_interaction() as (bare, callback, webhook):
        original = f"{webhook}/messages/@original"
        assert await bare.send("POST", callback, {"type": 5}) == (204, None)
        assert (await bare.send("PATCH", original, HELLO))[0] == 200
        bare.server.advance(15 * 60)
        status, late = await bare.send("PATCH", original, HELLO)
        assert (status, late["code"]) == (401, 50027)


async def test_the_first_message_after_a_deferral_is_the_answer_itself() -> None:
    async with bare_interaction() as (bare, callback, webhook):
        _, reply = await bare.send(
            "POST", callback + "?with_response=1", {"type": 5, "data": {"flags": 64}}
        )
        assert reply["interaction"]["response_message_loading"]
        assert reply["interaction"]["response_message_ephemeral"]
        original = reply["interaction"]["response_message_id"]
        ids = []
        for _ in range(2):
            _, message = await bare.send("POST", webhook + "?wait=1", HELLO)
            ids.append(message["id"])
        assert [each == original for each in ids] == [True, False]
        assert bare.server.violations == []


async def test_strangers_and_unknown_routes_are_turned_away() -> None:
    async with LoopbackDiscord() as server, aiohttp.ClientSession() as session:
        async with session.get(server.api_url + "/users/@me") as response:
            assert response.status == 401
            assert response.headers["Content-Type"] == "application/json"
            assert await response.json() == {"message": "401: Unauthorized", "code": 0}
        bare = Bare(server, session)
        assert (await bare.send("GET", "/nowhere"))[0] == 501
        assert any("GET /nowhere" in each for each in server.violations)
        status, gateway = await bare.send("GET", "/gateway/bot")
        assert (status, gateway["url"], gateway["shards"]) == (200, server.gateway_url, 1)


async def test_commands_are_kept_one_by_one_as_well() -> None:
    async with LoopbackDiscord() as server, aiohttp.ClientSession() as session:
        bare = Bare(server, session)
        path = f"/applications/{server.application_id}/commands"
        status, _ = await bare.send("PUT", path, [{"name": "ask", "description": "Ask."}])
        assert status == 200
        status, search = await bare.send("POST", path, {"name": "search", "description": "Find."})
        assert (status, search["name"]) == (201, "search")
        one = f"{path}/{search['id']}"
        assert (await bare.send("PATCH", one, {"description": "Seek."}))[1][
            "description"
        ] == "Seek."
        assert (await bare.send("GET", one))[1]["description"] == "Seek."
        assert (await bare.send("DELETE", one))[0] == 204
        assert [each["name"] for each in (await bare.send("GET", path))[1]] == ["ask"]
        assert server.violations == []


async def test_what_breaks_a_limit_is_refused_and_not_stored() -> None:
    async with LoopbackDiscord() as server, aiohttp.ClientSession() as session:
        bare = Bare(server, session)
        path = f"/applications/{server.application_id}/commands"
        status, body = await bare.send("PUT", path, [{"name": "Ask", "description": "Ask."}])
        assert (status, body["code"]) == (400, 50035)
        assert server.commands == []
        assert len(server.violations) == 1


async def test_a_hidden_channel_and_a_forbidden_one_are_403() -> None:
    async with LoopbackDiscord() as server, aiohttp.ClientSession() as session:
        guild = server.add_guild("Newsroom")
        bare = Bare(server, session)
        for permission, code in [("send_messages", 50013), ("view_channel", 50001)]:
            channel = guild.add_channel("closed", bot_may_not=[permission])
            status, body = await bare.send("POST", f"/channels/{channel.id}/messages", HELLO)
            assert (status, body["code"]) == (403, code)


# What the bot is held to


async def test_bad_bodies_are_found_and_told() -> None:
    async with newsroom() as room:
        server = room.discord_server
        await room.alice.say(room.channel, room.mention("misbehave"))
        await server.next_request("GET /nowhere")
        told = "\n".join(server.violations)
        assert "content: 2001 characters, at most 2000" in told
        assert "allowed_mentions: absent" in told
        assert "does not implement 'GET /nowhere'" in told
        assert room.channel.bot_messages == []
        if server.openapi:
            assert "'colour' was unexpected" in told
        await room.bot.stop()
    assert "refused: 400 50035" in room.bot.output
    assert "unknown: 501" in room.bot.output


async def test_mentions_may_be_allowed_by_the_test() -> None:
    async with LoopbackDiscord() as server, aiohttp.ClientSession() as session:
        channel = server.add_guild("Newsroom").add_channel("general")
        server.allow_mentions()
        path = f"/channels/{channel.id}/messages"
        assert (await Bare(server, session).send("POST", path, {"content": "hello"}))[0] == 200
        assert server.violations == []


def text(content: str) -> Json:
    return {"type": 10, "content": content}


def row(*buttons: Json) -> Json:
    return {"type": 1, "components": list(buttons)}


def button(**fields: JsonValue) -> Json:
    return {"type": 2, "style": 1, "label": "Go", "custom_id": "go"} | fields


def link(**fields: JsonValue) -> Json:
    return {"type": 2, "style": 5, "label": "Source", "url": "https://news.example/"} | fields


def section(accessory: Json) -> Json:
    return {"type": 9, "components": [text("x")], "accessory": accessory}


def v2(*components: Json, **fields: JsonValue) -> Json:
    return {"flags": V2, "components": list(components)} | fields


@pytest.mark.parametrize(
    "body",
    [
        {"content": "x" * 2000},
        {"content": "\U0001f5de" * 1000},
        {"embeds": [{"title": "x", "fields": [{"name": "n", "value": "v"}]}]},
        {"content": "x", "components": [row(button(), link()), row(button(custom_id="b"))]},
        v2(text("x" * 4000)),
        v2({"type": 17, "components": [text("x")] * 39}),
        v2(
            {"type": 17, "components": [text("x"), row(link(url="https://n.example/" + "x" * 494))]}
        ),
        v2(section(button(custom_id="x" * 100))),
    ],
)
def test_a_message_within_the_limits_has_no_problem(body: Json) -> None:
    assert list(limits.message_problems(body)) == []


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ({}, "message: it is empty"),
        ({"content": " \n"}, "message: it is empty"),
        ({"message_reference": {"message_id": "1"}}, "message: it is empty"),
        ({"content": "x" * 2001}, "content: 2001 characters"),
        ({"content": "\U0001f5de" * 1001}, "content: 2002 characters"),
        (v2(), "components V2 without any"),
        (v2(text("x"), content="y"), "do not go with content"),
        (v2(text("x"), embeds=[{"title": "y"}]), "do not go with embeds"),
        ({"components": [text("x")]}, "need the flag of components V2"),
        (v2(text("x" * 2000), text("x" * 2001)), "4001 characters of text"),
        (v2(text("\U0001f5de" * 2001)), "4002 characters of text"),
        (v2(text(" ")), "an empty text display"),
        (v2({"type": 17, "components": [text("x")] * 40}), "41 with those nested"),
        (v2(row(button()), row(button())), "custom_id: 'go' twice"),
        (v2(section(button()), section(button())), "custom_id: 'go' twice"),
        (v2(row(button(custom_id="x" * 101))), "custom_id: 101 characters"),
        (v2(row(button(custom_id=""))), "custom_id: 0 characters"),
        (v2(row(button(label="x" * 81))), "a label of 81 characters"),
        (v2(row(button(label=None))), "neither label nor emoji"),
        (v2(row({"type": 2, "style": 1, "label": "Go"})), "button: no custom_id"),
        (v2(row(link(url="https://n.example/" + "x" * 495))), "a link of 513 characters"),
        (v2(row(link(url="javascript:1"))), "no link"),
        (v2(row(link(custom_id="go"))), "a link has no custom_id"),
        ({"components": [row(button(custom_id=str(n))) for n in range(6)]}, "6 rows, at most 5"),
        ({"embeds": [{"fields": [{"name": "n", "value": ""}]}]}, "a field without a value"),
        ({"embeds": [{"description": "x" * 3001}] * 2}, "6002 characters"),
        ([], "must be an object"),
    ],
)
def test_a_message_outside_the_limits_is_told(body: JsonValue, problem: str) -> None:
    found = list(limits.message_problems(body))
    assert [each for each in found if problem in each], found


def test_an_edit_may_leave_things_as_they_are() -> None:
    assert list(limits.message_problems({"components": [text("x")]}, is_edit=True)) == []
    assert list(limits.message_problems({"allowed_mentions": {}}, is_edit=True)) == []


@pytest.mark.parametrize(
    ("mentions", "fine"),
    [
        ({"parse": []}, True),
        ({"parse": [], "replied_user": True}, True),
        ({"parse": ["users"]}, False),
        ({}, False),
        (None, False),
    ],
)
def test_a_message_must_mention_nobody(mentions: JsonValue, fine: bool) -> None:
    assert (not list(limits.mention_problems({"allowed_mentions": mentions}))) == fine
    assert list(limits.mention_problems({}))


def command(**fields: JsonValue) -> Json:
    return {"name": "ask", "description": "Ask a question."} | fields


def option(name: str, **fields: JsonValue) -> Json:
    return {"type": 3, "name": name, "description": "What to ask."} | fields


@pytest.mark.parametrize(
    ("commands", "problem"),
    [
        ([command(), command()], "'ask of type 1' twice"),
        ([command(name=f"c{n}") for n in range(101)], "101, at most 100"),
        ([command(name="Ask")], "lower-case letters"),
        ([command(name="ask me")], "lower-case letters"),
        ([command(name="x" * 33)], "a name of 33 characters"),
        ([command(description="")], "a description of 0 characters"),
        ([command(description="x" * 101)], "a description of 101 characters"),
        ([command(type=3)], "a command of a menu has no description"),
        ([command(options=[option("a"), option("b", required=True)])], "required option after"),
        ([command(options=[option("a"), option("a")])], "'a' twice"),
        ([command(options=[option("A")])], "/ask A: a name holds lower-case"),
        ([command(options=[option(f"o{n}") for n in range(26)])], "26 options"),
        (
            [command(options=[option("a", autocomplete=True, choices=[{"name": "x"}])])],
            "both choices and autocomplete",
        ),
        ([command(options=[option("a", choices=[{"name": "x"}] * 26)])], "26 choices"),
        ([command(options=[option("a", choices=[{"value": "x" * 8000}])])], "characters of names"),
        ({}, "must be a list"),
    ],
)
def test_commands_outside_the_limits_are_told(commands: JsonValue, problem: str) -> None:
    found = list(limits.commands_problems(commands))
    assert [each for each in found if problem in each], found


def test_commands_within_the_limits_have_no_problem() -> None:
    whole = command(options=[option("question", required=True), option("speaker")])
    menu = {"name": "Check this quote", "type": 3}
    assert list(limits.commands_problems([whole, menu, command(name="чат")])) == []


@pytest.mark.parametrize(
    ("body", "interaction_type", "problem"),
    [
        ({"type": 4, "data": {}}, 4, "type 4 does not answer"),
        ({"type": 6}, 2, "type 6 does not answer"),
        ({"type": 7, "data": {}}, 5, "type 7 needs a message"),
        ({"type": 8, "data": {"choices": [{"name": "x", "value": "x"}] * 26}}, 4, "26 choices"),
        ({"type": 8, "data": {"choices": [{"name": "", "value": "x"}]}}, 4, "a choice's name"),
        ({"type": 8, "data": {"choices": [{"name": "x", "value": "x" * 101}]}}, 4, "a choice's v"),
        ({}, 2, "no type"),
    ],
)
def test_answers_that_do_not_fit_the_interaction_are_told(
    body: Json, interaction_type: int, problem: str
) -> None:
    found = list(limits.callback_problems(body, interaction_type, on_message=False))
    assert [each for each in found if problem in each], found


@pytest.mark.parametrize(
    ("method", "path", "body", "problem"),
    [
        (
            "POST",
            "/channels/1/messages",
            {"content": "x", "message_reference": {"message_id": 1}},
            "",
        ),
        ("POST", "/channels/1/messages", {"content": "x", "colour": 1}, "'colour' was unexpected"),
        ("POST", "/channels/1/messages", {"content": 1}, "$.content"),
        ("POST", "/channels/1/messages", v2(row(button(label="x" * 81))), "$.components[0]"),
        ("POST", "/channels/1/messages", v2({"type": 99}), "$.components[0]"),
        ("PATCH", "/channels/1/messages/2", {"content": "x", "tts": False}, ""),
        ("PATCH", "/channels/1/messages/2", {"contents": "x"}, "'contents' was unexpected"),
        ("PUT", "/applications/1/commands", [command(nsfw=False)], ""),
        ("PUT", "/applications/1/commands", [command(hidden=True)], "'hidden' was unexpected"),
        ("POST", "/interactions/1/token/callback", ANSWER, ""),
        ("POST", "/interactions/1/token/callback", {"type": 44}, "$"),
        ("POST", "/webhooks/1/token", HELLO, ""),
        ("PATCH", "/webhooks/1/token/messages/@original", v2(text("x")), ""),
        ("POST", "/channels/1/typing", None, ""),
        ("GET", "/nowhere", None, "there is no GET /nowhere"),
    ],
)
def test_bodies_are_held_to_discords_own_description(
    method: str, path: str, body: JsonValue, problem: str
) -> None:
    description = openapi()
    if description is None:
        pytest.skip("shared/discord/openapi.json is absent: no body is held to it")
    found = description.problems(method, path, body)
    assert bool(found) == bool(problem), found
    assert any(problem in each for each in found) or not problem, found


async def test_waiting_in_vain_tells_what_happened() -> None:
    async with LoopbackDiscord() as server, aiohttp.ClientSession() as session:
        channel = server.add_guild("Newsroom").add_channel("general")
        await Bare(server, session).send("GET", "/users/@me")
        with pytest.raises(TimeoutError, match="a message of the bot") as failure:
            await server.next_message(channel, timeout=0.01)
        assert "GET /users/@me -> 200" in str(failure.value)


async def test_messages_are_numbered_in_the_order_they_came() -> None:
    async with LoopbackDiscord() as server:
        guild = server.add_guild("Newsroom")
        channel, alice = guild.add_channel("general"), guild.add_member("alice")
        ids = [(await alice.say(channel, str(number))).id for number in range(50)]
        assert all(first < second for first, second in pairwise(ids))
