"""Interactions responded to: once, in time, and again only where Discord allows it."""

import asyncio
import logging
import threading
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from typing import Any, TypeVar

import discord

from bot.acknowledging import once, repeatedly
from bot.answering import Answering, LookUp, Render, Rendered, aloud, in_private
from bot.arrivals import INTERACTION_SECONDS, Arrivals
from bot.asking import EVERYWHERE, LookedUp, Newsdesk
from bot.completions import Completing, Completion
from bot.delivery import NOT_SENT, reason
from bot.inquiries import Inquiry
from bot.limits import Asking
from bot.places import place_of_interaction
from bot.policy import Policy, Ruling
from bot.refusals import Breaker
from bot.rendering.layout import moment_after, plain_layout
from bot.stats import Occasion
from bot.texts import refusals as texts
from bot.turns import Turns
from index import ArticleIndexError

DEFER_AFTER = 0.7  # seconds; Discord waits three for the first response, people less
_QUEUED = 0.5  # of that: what waits so long for others will not be looked up in the rest
_TOO_LATE = (10062, 10015, 40060, 50027)  # the interaction has expired, or was responded to

_log = logging.getLogger(__name__)
_Result = TypeVar("_Result")


class Responding:
    """Responds to commands, menus, buttons and what is typed into an option.

    Args:
        answering: who looks up.
        policy: tells what may be answered where.
        arrivals: tells what is still worth answering.
        turns: lets each person's questions wait for each other.
        defer_after: seconds after which an answer is announced as coming.
        breaker: tells when nothing may be sent.
    """

    def __init__(
        self,
        answering: Answering,
        policy: Policy,
        arrivals: Arrivals,
        turns: Turns,
        defer_after: float,
        breaker: Breaker,
    ) -> None:
        self.answering = answering
        self._policy = policy
        self._arrivals = arrivals
        self._turns = turns
        self._defer_after = defer_after
        self._breaker = breaker
        self._warming: dict[tuple[str, ...], asyncio.Task[None]] = {}

    async def admit(self, interaction: discord.Interaction) -> Ruling | None:
        """What may be asked here; None where nothing may, which whoever asks has been told."""
        if not self.is_in_time(interaction):
            return None
        ruling = await self._policy.rule(place_of_interaction(interaction))
        if ruling.refusal is not None:
            await tell(interaction, ruling.refusal)
            return None
        return ruling

    def is_in_time(self, interaction: discord.Interaction) -> bool:
        """Whether an interaction comes for the first time, and can be responded to."""
        in_time = self._arrivals.accepts(interaction.id, INTERACTION_SECONDS)
        if in_time and not self._breaker.seconds:
            return True
        self.answering.dropped("interaction")
        return False

    @asynccontextmanager
    async def within_limits(
        self, interaction: discord.Interaction, ruling: Ruling, asking: Asking = Asking.QUESTION
    ) -> AsyncIterator[bool]:
        """Whether a question is answered; if not, whoever asks has been told once how long to wait.

        While the block runs, the question counts as waiting for its answer.
        """
        with self._turns.asking(
            place_of_interaction(interaction), ruling.limits, asking
        ) as verdict:
            if verdict.spent is None:
                yield True
                return
            if verdict.tells:
                when = moment_after(interaction.created_at, verdict.wait)
                await tell(interaction, texts.wait(verdict.spent, when))
            else:
                await _say_nothing(interaction)
            yield False

    async def respond(
        self, interaction: discord.Interaction, inquiry: Inquiry, *, hidden: bool = False
    ) -> None:
        """Respond with the answer to an inquiry; `hidden` from all but whoever asks.

        Word that there is no answer is hidden too, unless an answer was announced to everybody.
        """
        ruling = await self.admit(interaction)
        if ruling is None:
            return
        inquiry = replace(inquiry, within=ruling.sources)

        def render(looked_up: LookedUp) -> discord.ui.LayoutView:
            announced = interaction.response.is_done() and not hidden
            found = looked_up.is_found and not hidden
            return aloud(looked_up) if announced or found else in_private(looked_up)

        async with self.within_limits(interaction, ruling) as is_answered:
            if not is_answered:
                return
            with self.answering.counted():
                rendered = await self.looked_up(
                    interaction,
                    lambda desk: desk.look_up(inquiry, ruling.collections),
                    render,
                    hidden=hidden,
                    asked=Occasion(interaction.guild_id or 0, ruling.keeps_questions),
                )
                await say(interaction, rendered.view, ephemeral=hidden or not rendered.found)

    async def looked_up(
        self,
        interaction: discord.Interaction,
        look_up: LookUp,
        render: Render,
        *,
        hidden: bool,
        update: bool = False,
        asked: Occasion | None = None,
    ) -> Rendered:
        """What was looked up; where that takes its time, an answer is announced as coming.

        Args:
            interaction: what is responded to.
            look_up: asks the newsdesk.
            render: makes a message of what it says.
            hidden: whether the announcement is for whoever asks alone.
            update: whether the message with the pressed button will change, and nothing come.
            asked: where, if it is a question, and not another page of an answer.
        """
        begun = threading.Event()

        def looking_up(desk: Newsdesk) -> LookedUp:
            begun.set()
            return look_up(desk)

        return await self.meanwhile(
            interaction,
            self._in_turn(interaction, looking_up, render, asked),
            hidden=hidden,
            update=update,
            is_begun=begun.is_set,
        )

    async def meanwhile(
        self,
        interaction: discord.Interaction,
        doing: Coroutine[Any, Any, _Result],
        *,
        hidden: bool = True,
        update: bool = False,
        is_begun: Callable[[], bool] = lambda: True,
    ) -> _Result:
        """What comes of something; where that takes its time, a response is announced as coming.

        Args:
            interaction: what is responded to, unless it has been.
            doing: what may take its time.
            hidden: whether the announcement is for whoever asks alone.
            update: whether the message with the pressed button will change, and nothing come.
            is_begun: whether it is being done, and does not wait for what others asked.
        """
        task = asyncio.ensure_future(doing)
        soon = await is_done_within(self._defer_after, task, is_begun)
        if not soon and not interaction.response.is_done():
            if update:
                await _defer(interaction)
            else:
                await announce(interaction, ephemeral=hidden)
        return await task

    async def _in_turn(
        self,
        interaction: discord.Interaction,
        look_up: LookUp,
        render: Render,
        asked: Occasion | None,
    ) -> Rendered:
        async with self._turns.turn(place_of_interaction(interaction)):
            return await self.answering.answer(look_up, render, asked)

    async def complete(
        self, interaction: discord.Interaction, what: Completing, typed: str
    ) -> list[Completion]:
        """What an option may be filled with; nothing where that cannot be told."""
        ruling = await self._policy.rule(place_of_interaction(interaction))
        if ruling.refusal is not None:
            return []
        try:
            found = await self.answering.ask_desk(
                lambda desk: desk.complete(what, typed, ruling.collections, ruling.sources)
            )
        except ArticleIndexError:
            return []
        if not found.is_whole:
            self.warm(ruling.collections)
        return found.choices

    def warm(self, collections: tuple[str, ...] = EVERYWHERE) -> asyncio.Task[None]:
        """Make ready what completing needs of some collections, beside everything else."""
        task = self._warming.get(collections)
        if task is None:
            task = asyncio.create_task(self.answering.warm(collections))
            self._warming[collections] = task
            task.add_done_callback(lambda _: self._warming.pop(collections, None))
        return task

    async def failed(self, interaction: discord.Interaction, error: Exception) -> None:
        """Note what went wrong; tell whoever asked where that is still possible."""
        self._breaker.note(error)
        if isinstance(error, NOT_SENT):
            _log.warning("answer not sent: %s", reason(error))
        else:
            _log.error("command failed: %s", type(error).__name__, exc_info=error)
        is_late = getattr(error, "code", None) in _TOO_LATE or interaction.is_expired()
        if is_late or self._breaker.seconds:
            return
        try:
            await tell(interaction, texts.FAILED)
        except NOT_SENT as refused:
            _log.warning("the asker could not be told: %s", reason(refused))


async def is_done_within(
    seconds: float, task: asyncio.Future[Any], is_begun: Callable[[], bool]
) -> bool:
    """Whether something is done in time; what is not begun after half of it will not be."""
    for share in (_QUEUED, 1 - _QUEUED):
        with suppress(TimeoutError):
            await asyncio.wait_for(asyncio.shield(task), share * seconds)
        if task.done() or not is_begun():
            break
    return task.done()


async def tell(interaction: discord.Interaction, words: str) -> None:
    """Say something to whoever asks, and to nobody else."""
    await say(interaction, plain_layout(words), ephemeral=True)


async def _say_nothing(interaction: discord.Interaction) -> None:
    """Leave an interaction at rest, without the client's own word that nothing came."""
    if interaction.type is discord.InteractionType.component:
        await _defer(interaction)
        return
    await announce(interaction, ephemeral=True)
    await interaction.delete_original_response()


async def announce(interaction: discord.Interaction, *, ephemeral: bool) -> None:
    """Say that an answer is coming."""
    await once(
        interaction,
        lambda: interaction.response.defer(thinking=True, ephemeral=ephemeral),
        discord.InteractionResponseType.deferred_channel_message,
    )


async def _defer(interaction: discord.Interaction) -> None:
    """Say that the message whose button was pressed may change."""
    await once(
        interaction,
        interaction.response.defer,
        discord.InteractionResponseType.deferred_message_update,
    )


async def say(
    interaction: discord.Interaction, view: discord.ui.LayoutView, *, ephemeral: bool = False
) -> None:
    """Respond to an interaction, or complete the response that was announced as coming."""
    if not interaction.response.is_done():
        await once(
            interaction,
            lambda: interaction.response.send_message(
                view=view, ephemeral=ephemeral, suppress_embeds=True
            ),
            discord.InteractionResponseType.channel_message,
        )
    elif interaction.response.type is discord.InteractionResponseType.deferred_channel_message:
        # The announcement becomes the answer, however often that is asked for.
        nobody = discord.AllowedMentions.none()
        await repeatedly(
            lambda: interaction.edit_original_response(view=view, allowed_mentions=nobody)
        )
    else:
        await interaction.followup.send(view=view, ephemeral=ephemeral, suppress_embeds=True)


async def show_instead(interaction: discord.Interaction, view: discord.ui.LayoutView) -> None:
    """Change the message whose button was pressed."""
    nobody = discord.AllowedMentions.none()
    if interaction.response.is_done():
        await repeatedly(
            lambda: interaction.edit_original_response(view=view, allowed_mentions=nobody)
        )
    else:
        await once(
            interaction,
            lambda: interaction.response.edit_message(view=view, allowed_mentions=nobody),
            discord.InteractionResponseType.message_update,
        )
