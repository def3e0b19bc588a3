"""Messages heard: questions are answered, edited ones again, and deleted ones take theirs along."""

import asyncio
import time
from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any, TypeVar

import discord

from bot import delivery, texts
from bot.answered import Exchange, Exchanges
from bot.answering import Answering, Rendered, aloud
from bot.arrivals import MESSAGE_SECONDS, Arrivals
from bot.asking import LookedUp, Newsdesk
from bot.inquiries import Inquiry, Way
from bot.limits import Asking, Spent, Verdict
from bot.looking_back import answer_to, asked_before, is_own_thread
from bot.places import place_of_message
from bot.policy import Hears, Place, Policy, Ruling
from bot.questions import clean
from bot.refusals import Breaker, Refusals, Refused
from bot.rendering.addressing import address
from bot.rendering.layout import moment_after, plain_layout
from bot.stats import Occasion
from bot.turns import Turns

_Argument = TypeVar("_Argument")
EDITABLE = timedelta(minutes=5)  # after which an edited question is another matter
_UNFOUND_SECONDS = 300.0  # that word of no answer stays in a channel
_SHORTEST_SECONDS = 10.0  # that word of waiting stays
_BETWEEN_SEARCHES = 2.0  # seconds, for the answers to questions that were deleted after a restart
_QUESTION_MARKS = ("?", "？", "؟")


class Hearing:
    """Hears the messages that a client sees.

    Args:
        client: whose mentions are heard.
        answering: who looks up.
        policy: tells what may be answered where.
        arrivals: tells what is still worth answering.
        turns: lets each person's questions wait for each other.
        breaker: tells when nothing may be sent.
    """

    def __init__(
        self,
        client: discord.Client,
        answering: Answering,
        policy: Policy,
        arrivals: Arrivals,
        turns: Turns,
        breaker: Breaker,
    ) -> None:
        self._client = client
        self._breaker = breaker
        self._answering = answering
        self._policy = policy
        self._arrivals = arrivals
        self._turns = turns
        self._refusals = Refusals()
        self._exchanges = Exchanges()
        self._begun_at = discord.utils.time_snowflake(discord.utils.utcnow())
        self._next_search = 0.0
        self._leaving: set[asyncio.Task[None]] = set()
        self._closed = False

    def close(self) -> None:
        """Take nothing back any more."""
        self._closed = True
        for task in self._leaving:
            task.cancel()

    async def hear(self, message: discord.Message) -> None:
        """Answer a message that is meant for the bot."""
        ruling = await self._ruling(message)
        if ruling is None:
            return
        if not self._arrivals.accepts(message.id, MESSAGE_SECONDS):
            self._answering.dropped("message")
            return
        if self._refusals.holds(message.channel.id, Refused.MESSAGES) or self._breaker.seconds:
            self._answering.dropped("message that cannot be answered")
            return
        exchange = self._exchanges.begin(message.id)
        place = place_of_message(message)
        with self._turns.asking(place, ruling.limits) as verdict:
            async with exchange.busy:
                if verdict.spent is not None:
                    await self._put_off(message, exchange, verdict, verdict.spent)
                    return
                with self._answering.counted():
                    rendered = await self._answer(message, ruling, place)
                    if exchange.withdrawn:
                        return
                    if ruling.in_thread:
                        name = clean(self._words(message)) or message.author.display_name
                        sent = await delivery.reply_in_thread(
                            message, rendered.view, name, self._refusals
                        )
                    else:
                        sent = await delivery.reply(message, rendered.view, self._refusals)
                if sent is not None:
                    exchange.answered_by(sent)
                    self._take_back_unfound(message, exchange, rendered)

    async def hear_edit(self, event: discord.RawMessageUpdateEvent) -> None:
        """Answer an edited question in the place of its old answer."""
        message = event.message
        if message.edited_at is None or message.edited_at - message.created_at > EDITABLE:
            return  # nor is it an edit where Discord only adds what it found behind a link
        ruling = await self._ruling(message)
        exchange = await self._exchange(message) if ruling else None
        if ruling is None or exchange is None:
            return
        exchange.forget_edit()
        place = place_of_message(message)
        asking = Asking.QUESTION if exchange.put_off else Asking.EDIT
        with self._turns.asking(place, ruling.limits, asking) as verdict:
            if verdict.spent is not None:
                if asking is Asking.EDIT:
                    self._hear_again(event, exchange, verdict.wait)
                return
            async with exchange.busy:
                if exchange.answer is not None and not exchange.withdrawn:
                    exchange.put_off = False
                    with self._answering.counted():
                        rendered = await self._answer(message, ruling, place)
                        if exchange.addressed:
                            address(rendered.view, message.author.id)
                        await delivery.change(exchange.answer, rendered.view)
                    self._take_back_unfound(message, exchange, rendered)

    async def hear_deletion(self, question_id: int, channel_id: int) -> None:
        """Take the answer back, if a question was deleted."""
        exchange = self._exchanges.end(question_id)
        if exchange is None:
            await self._take_back_old(question_id, channel_id)
            return
        exchange.withdrawn = True
        exchange.forget_edit()
        async with exchange.busy:
            if exchange.answer is not None:
                await delivery.take_back(exchange.answer)

    # What is a question

    async def _ruling(self, message: discord.Message) -> Ruling | None:
        """What may be done about a message; None where it is no question, or not to be answered."""
        if message.author.bot or message.webhook_id or self._client.user is None:
            return None
        if message.type not in (discord.MessageType.default, discord.MessageType.reply):
            return None
        addressed = message.guild is None or self._client.user in message.mentions
        if not addressed and not self._client.intents.message_content:
            return None
        ruling = await self._policy.rule(place_of_message(message))
        if ruling.refusal is not None or ruling.hears is Hears.NOTHING:
            return None
        return ruling if addressed or self._is_asked_aloud(message, ruling) else None

    def _is_asked_aloud(self, message: discord.Message, ruling: Ruling) -> bool:
        """Whether a message that names nobody is a question nevertheless; a mere sign is none."""
        if not any(map(str.isalnum, message.content)):
            return False
        if self._client.user and is_own_thread(message.channel, self._client.user):
            return True
        asks = message.content.rstrip().endswith(_QUESTION_MARKS)
        return asks and ruling.hears is Hears.QUESTIONS and not message.mentions

    def _words(self, message: discord.Message) -> str:
        """The words of a message, without the bot's own mention."""
        text = message.content
        if self._client.user is not None:
            for mention in (f"<@{self._client.user.id}>", f"<@!{self._client.user.id}>"):
                text = text.replace(mention, " ")
        return text

    def _is_unread(self, message: discord.Message) -> bool:
        """Whether Discord keeps the words of a message from the bot that are meant for it.

        Of replies to what a command answered it shows those alone that mention the bot
        (discord/discord-api-docs, "Bots do not see message content when replying to an
        interaction response").
        """
        if message.content or message.guild is None or self._client.intents.message_content:
            return False
        answer = message.reference.resolved if message.reference else None
        return isinstance(answer, discord.Message) and answer.interaction_metadata is not None

    # What becomes of it

    async def _answer(self, message: discord.Message, ruling: Ruling, place: Place) -> Rendered:
        if self._is_unread(message):
            return Rendered(plain_layout(texts.questions.UNREAD), is_help=True)
        inquiry = Inquiry(Way.QUESTION, self._words(message), within=ruling.sources)
        before = await asked_before(message, self._client.user) if self._client.user else None

        def look_up(desk: Newsdesk) -> LookedUp:
            previous = (
                desk.conversation(before.split(texts.questions.BETWEEN_TURNS)) if before else None
            )
            return desk.look_up(inquiry, ruling.collections, previous)

        async with self._turns.turn(place):
            asked = Occasion(place.guild_id or 0, ruling.keeps_questions)
            return await self._answering.answer(look_up, aloud, asked)

    async def _put_off(
        self, message: discord.Message, exchange: Exchange, verdict: Verdict, spent: Spent
    ) -> None:
        """Say once how long a question has to wait; that goes when the time has come."""
        exchange.put_off = True
        if not verdict.tells:
            return
        view = plain_layout(
            texts.refusals.wait(spent, moment_after(message.created_at, verdict.wait))
        )
        sent = await delivery.reply(message, view, self._refusals)
        if sent is not None:
            exchange.answered_by(sent)
            self._take_back_later(exchange, max(verdict.wait, _SHORTEST_SECONDS))

    async def _exchange(self, message: discord.Message) -> Exchange | None:
        """The exchange that a question began, though it may have begun before a restart."""
        known = self._exchanges.of(message.id)
        if known is not None:
            return known
        answer = await self._sent_for(message.channel, message)
        if answer is None:
            return None
        exchange = self._exchanges.begin(message.id)
        exchange.answered_by(answer)
        return exchange

    async def _take_back_old(self, question_id: int, channel_id: int) -> None:
        """Take back the answer to a question from before this client's time.

        What was deleted is not told, so any old message may have been one: few are looked for.
        """
        now = time.monotonic()
        if question_id > self._begun_at or now < self._next_search:
            return
        channel = self._client.get_channel(channel_id)
        if isinstance(channel, discord.TextChannel | discord.Thread | discord.VoiceChannel):
            self._next_search = now + _BETWEEN_SEARCHES
            answer = await self._sent_for(channel, discord.Object(question_id))
            if answer is not None:
                await delivery.take_back(answer)

    async def _sent_for(
        self, channel: discord.abc.Messageable, question: discord.abc.Snowflake
    ) -> discord.Message | None:
        """The answer to a question, which may be from before a restart."""
        user = self._client.user
        return await answer_to(channel, question, user) if user else None

    def _take_back_unfound(
        self, message: discord.Message, exchange: Exchange, rendered: Rendered
    ) -> None:
        """Take word of no answer back after a while, unless the question is edited into one."""
        if exchange.leaving is not None:
            exchange.leaving.cancel()
            exchange.leaving = None
        if not (rendered.found or rendered.is_help or message.guild is None):
            self._take_back_later(exchange, _UNFOUND_SECONDS)

    def _take_back_later(self, exchange: Exchange, seconds: float) -> None:
        # No task that sleeps: thousands may wait, and each would be several things more to look
        # through for garbage.
        loop = asyncio.get_running_loop()
        exchange.leaving = loop.call_later(seconds, self._begin_taking_back, exchange)

    def _begin_taking_back(self, exchange: Exchange) -> None:
        exchange.leaving = None
        self._begin(self._take_back, exchange)

    def _hear_again(
        self, event: discord.RawMessageUpdateEvent, exchange: Exchange, seconds: float
    ) -> None:
        """Hear an edit when its time has come, so that the answer is to what stands there then."""
        if seconds <= EDITABLE.total_seconds():
            loop = asyncio.get_running_loop()
            exchange.hearing_again = loop.call_later(seconds, self._begin, self.hear_edit, event)

    def _begin(self, do: Callable[[_Argument], Coroutine[Any, Any, None]], what: _Argument) -> None:
        """Do something that nobody waits for, unless all shall end."""
        if not self._closed:
            task = asyncio.ensure_future(do(what))
            self._leaving.add(task)
            task.add_done_callback(self._leaving.discard)

    async def _take_back(self, exchange: Exchange) -> None:
        if exchange.answer is not None:
            await delivery.take_back(exchange.answer)
            exchange.answer = None
