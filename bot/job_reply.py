"""The reply to a job, changed as the job goes on: for as long as Discord lets it be changed."""

import asyncio
import contextlib
import io
import logging
import time

import discord

from bot.delivery import NOT_SENT
from bot.escaping import inert
from bot.gathering import JobFailedError
from bot.rendering.collection_layout import report_layout, skipped_in_full
from bot.rendering.layout import plain_layout
from bot.texts import own_articles as texts
from index.errors import ArticleIndexError
from index.gathering.jobs import Job, Progress, Rebuild, Report

REPLY_LASTS = 14 * 60.0  # seconds of the fifteen minutes for which Discord lets a reply be changed
_BETWEEN_EDITS = 2.0  # seconds

_log = logging.getLogger(__name__)


class Steps:
    """The last step of a job that nobody has been told."""

    def __init__(self) -> None:
        self._last: Progress | None = None

    def note(self, step: Progress) -> None:
        """Remember a step."""
        self._last = step

    def news(self) -> Progress | None:
        """What there is to tell."""
        last, self._last = self._last, None
        return last


async def follow(
    interaction: discord.Interaction,
    job: Job,
    working: asyncio.Task[Report],
    steps: Steps,
    lasts: float,
) -> None:
    """Change the reply as a job goes on, and tell in the end what it did.

    Args:
        interaction: what was replied to already.
        job: what is being done.
        working: does it.
        steps: the steps that it has taken.
        lasts: seconds for which the reply may be changed; what takes longer goes on untold.
    """
    until = time.monotonic() + lasts
    while not working.done():
        left = until - time.monotonic()
        if left <= 0:
            await change_reply(interaction, plain_layout(texts.GOES_ON))
            working.add_done_callback(_note_failure)
            return
        await asyncio.wait([working], timeout=min(_BETWEEN_EDITS, left))
        if not working.done() and (step := steps.news()):
            with contextlib.suppress(*NOT_SENT):  # the last word matters more than each step
                await change_reply(interaction, plain_layout(texts.progress(step)))
    try:
        report = working.result()
    except ArticleIndexError as error:
        await change_reply(interaction, plain_layout(texts.failed(inert(str(error)))))
        return
    in_full = skipped_in_full(report)
    words = texts.REBUILT if isinstance(job, Rebuild) else ""
    await change_reply(interaction, report_layout(report, words), in_full)


async def change_reply(
    interaction: discord.Interaction, view: discord.ui.LayoutView, in_full: str | None = None
) -> None:
    """Change the reply."""
    attachments = []
    if in_full is not None:
        view.add_item(discord.ui.File("attachment://skipped.txt"))
        attachments = [discord.File(io.BytesIO(in_full.encode()), "skipped.txt")]
    await interaction.edit_original_response(
        view=view, attachments=attachments, allowed_mentions=discord.AllowedMentions.none()
    )


def _note_failure(working: asyncio.Task[Report]) -> None:
    """Note how a job failed that nobody waits for any more."""
    if not working.cancelled() and (error := working.exception()):
        said = str(error) if isinstance(error, JobFailedError) else type(error).__name__
        _log.warning("a job that took long failed: %s", said)
