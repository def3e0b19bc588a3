"""The buttons that say whether an answer is good, and the one that lets the question be kept."""

import asyncio
from collections.abc import Callable, Coroutine
from datetime import date
from typing import Any, TypeVar

from bot import texts
from bot.buttons.press import Press
from bot.custom_ids import Act
from bot.feedback import Judgement, Reason, Verdict
from bot.feedback_store import FeedbackStore
from bot.finding import Page
from bot.firsts import Firsts
from bot.kept_questions import without_people
from bot.rendering.feedback_form import reason_form, thanks_layout
from bot.responding import Responding, say, tell
from index.errors import ArticleIndexError, BadInputError
from index.excerpts import Excerpt

_REMEMBERED = 4_096  # verdicts of late
_Result = TypeVar("_Result")


class Judging:
    """Takes verdicts: of each person one on each answer, however often they press.

    Who has told what they think is known as long as the process runs, and kept nowhere.

    Args:
        store: where they are counted and kept.
        responding: how interactions are responded to.
        today: the day that they are counted on.
    """

    def __init__(
        self, store: FeedbackStore, responding: Responding, today: Callable[[], date]
    ) -> None:
        self._store = store
        self._today = today
        self._responding = responding
        self._given = Firsts[tuple[int, int]](_REMEMBERED)

    async def judge(self, act: Act, press: Press) -> None:
        """Take a verdict, or ask what is wrong, or keep a question."""
        match act:
            case Act.GOOD:
                await self._count(press, Verdict(good=True))
            case Act.BAD:
                await press.interaction.response.send_modal(reason_form(press.inquiry))
            case _:
                await self._keep(press, Verdict(good=act is Act.KEEP_GOOD))

    async def wrong(self, press: Press, reason: Reason) -> None:
        """Take the verdict that an answer is bad."""
        await self._count(press, Verdict(good=False, reason=reason))

    async def _count(self, press: Press, verdict: Verdict) -> None:
        first = await self._meanwhile(press, self._shown_first(press))
        if first is None:
            await tell(press.interaction, texts.refusals.ASK_AGAIN)
        elif not self._given.is_first((press.interaction.user.id, press.message.id)):
            await tell(press.interaction, texts.feedback.TOLD_ALREADY)
        else:
            place, day = press.interaction.guild_id or 0, self._today().isoformat()
            source = first.article.source
            count = asyncio.to_thread(self._store.count, place, day, source, verdict)
            await self._meanwhile(press, count)
            await say(press.interaction, thanks_layout(press.inquiry, verdict), ephemeral=True)

    async def _keep(self, press: Press, verdict: Verdict) -> None:
        first = await self._meanwhile(press, self._shown_first(press))
        if first is None:
            await tell(press.interaction, texts.refusals.ASK_AGAIN)
        elif not self._given.is_first((press.interaction.user.id, press.message.id)):
            await tell(press.interaction, texts.feedback.KEPT)
        else:
            asked = without_people(press.inquiry.text)
            judgement = Judgement(asked, first.collection, first.article.id, verdict)
            place, day = press.interaction.guild_id or 0, self._today().isoformat()
            await self._meanwhile(press, asyncio.to_thread(self._store.keep, place, day, judgement))
            await tell(press.interaction, texts.feedback.KEPT)

    async def _meanwhile(self, press: Press, doing: Coroutine[Any, Any, _Result]) -> _Result:
        return await self._responding.meanwhile(press.interaction, doing)

    async def _shown_first(self, press: Press) -> Excerpt | None:
        """The first excerpt of the answer; None where it can no longer be told."""
        inquiry, collections = press.inquiry, press.ruling.collections
        try:
            looked_up = await self._responding.answering.ask_desk(
                lambda desk: desk.look_up(inquiry, collections)
            )
        except BadInputError:
            return None
        except ArticleIndexError as error:
            await self._responding.failed(press.interaction, error)
            return None
        page = looked_up.found
        if not isinstance(page, Page) or not page.answer.answered:
            return None
        return page.answer.citations[0].excerpt
