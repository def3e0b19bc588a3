"""Questions on their way to the newsdesk and back: off the event loop, and never without an end."""

import asyncio
import logging
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

import discord

from bot.answers import Timed
from bot.asking import LookedUp, Newsdesk
from bot.escaping import inert
from bot.finding import Page
from bot.ledger import Ledger
from bot.observing import Observer
from bot.rendering.controls import Audience
from bot.rendering.layout import layout, plain_layout
from bot.stats import Occasion, counted
from bot.texts import refusals as texts
from index import ArticleIndexError
from index.errors import BadInputError

_WORKERS = 2
_LAST_WORDS = 2.0  # seconds that closing waits for those who are told that no answer comes

_log = logging.getLogger(__name__)
_Result = TypeVar("_Result")

LookUp = Callable[[Newsdesk], LookedUp]
Render = Callable[[LookedUp], discord.ui.LayoutView]


@dataclass(frozen=True, slots=True)
class Rendered:
    """A message that is ready to be sent."""

    view: discord.ui.LayoutView
    found: bool = False  # whether it shows what was asked for
    is_stale: bool = False  # whether what was asked for is none: a name, a day
    failed: bool = False  # whether the articles could not be asked
    is_help: bool = False  # whether it tells how to ask, for nothing was asked


class Answering:
    """Looks up and renders, a few at a time.

    Args:
        desk: who answers.
        observer: told of each question and what became of it.
        ledger: where questions are counted.
        today: the day that they are counted on.
    """

    def __init__(
        self, desk: Newsdesk, observer: Observer, ledger: Ledger, today: Callable[[], date]
    ) -> None:
        self._desk = desk
        self._ledger = ledger
        self._today = today
        self._observer = observer
        self._leaving = asyncio.Event()
        self._answering: set[asyncio.Task[Any]] = set()
        self._executor = ThreadPoolExecutor(_WORKERS, thread_name_prefix="answer")

    async def answer(
        self, look_up: LookUp, render: Render, asked: Occasion | None = None
    ) -> Rendered:
        """What was looked up, or a sentence that says why it could not be.

        Args:
            look_up: asks the newsdesk.
            render: makes a message of what it says.
            asked: where, of a question that is counted.
        """
        looking = asyncio.ensure_future(self.off_the_loop(self._answered, look_up, render, asked))
        leaving = asyncio.ensure_future(self._leaving.wait())
        try:
            await asyncio.wait((looking, leaving), return_when=asyncio.FIRST_COMPLETED)
            if not looking.done():
                self._observer.failed("unavailable")
                return Rendered(plain_layout(texts.LEAVING), failed=True)
            return looking.result()
        except BadInputError as error:
            return Rendered(plain_layout(inert(str(error))), is_stale=True)
        except ArticleIndexError as error:
            _log.error("no index to ask: %s", error)
            self._observer.failed("unavailable")
            return Rendered(plain_layout(texts.UNAVAILABLE), failed=True)
        except Exception:  # the asker gets a sentence whatever happens, the owner the traceback
            _log.exception("a question failed")
            self._observer.failed("failed")
            return Rendered(plain_layout(texts.FAILED), failed=True)
        finally:
            looking.cancel()
            leaving.cancel()

    def _answered(self, look_up: LookUp, render: Render, asked: Occasion | None) -> Rendered:
        looked_up = look_up(self._desk)
        _log.info("answered: found=%s took_ms=%.1f", looked_up.is_found, looked_up.took_ms)
        blank = False
        if isinstance(looked_up.found, Page):
            self._observer.answered(Timed(looked_up.found.answer, looked_up.took_ms))
            blank = looked_up.found.answer.question.is_blank
            if asked and not blank:
                self._ledger.note(
                    counted(asked, self._today(), looked_up.found.answer, looked_up.took_ms)
                )
        return Rendered(render(looked_up), found=looked_up.is_found, is_help=blank)

    async def off_the_loop(self, function: Callable[..., _Result], *arguments: object) -> _Result:
        """Call a function that takes its time in one of a few threads."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._executor, function, *arguments)

    async def ask_desk(self, ask: Callable[[Newsdesk], _Result]) -> _Result:
        """Ask the newsdesk something that is no question.

        Raises:
            ArticleIndexError: there is no index to ask.
        """
        return await self.off_the_loop(ask, self._desk)

    async def warm(self, collections: tuple[str, ...]) -> None:
        """Make ready what completing needs, in a thread of its own, so that no question waits."""
        try:
            await asyncio.to_thread(self._desk.warm, collections)
        except ArticleIndexError as error:
            _log.info("nothing to complete with: %s", error)
        except Exception:  # nobody waits for it who could be told
            _log.exception("nothing to complete with")

    def dropped(self, what: str) -> None:
        """Note that something came too late, or came again."""
        _log.info("dropped: what=%s", what)
        self._observer.failed("dropped")

    @contextmanager
    def counted(self) -> Iterator[None]:
        """Count this task among those that are answering somebody."""
        task = asyncio.current_task()
        assert task is not None  # noqa: S101  # for the type: handlers always run in one
        self._answering.add(task)
        try:
            with self._observer.asked():
                yield
        finally:
            self._answering.discard(task)

    async def finish(self, patience: float) -> None:
        """Wait until those who have asked have their answers, or know that none comes.

        Args:
            patience: seconds for answers that are being looked up.
        """
        if self._answering:
            await asyncio.wait(self._answering, timeout=patience)
        self._leaving.set()
        if self._answering:
            await asyncio.wait(self._answering, timeout=_LAST_WORDS)

    def close(self) -> None:
        """Look nothing up any more."""
        self._executor.shutdown(wait=False, cancel_futures=True)


def aloud(looked_up: LookedUp) -> discord.ui.LayoutView:
    """An answer that all see."""
    return layout(looked_up, Audience.EVERYBODY)


def in_private(looked_up: LookedUp) -> discord.ui.LayoutView:
    """An answer that only whoever asked sees."""
    return layout(looked_up, Audience.ASKER)
