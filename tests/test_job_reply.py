"""The reply to a job as it goes on, with a job and a reply made by hand."""

import asyncio

import discord
import pytest

from bot.gathering import JobFailedError
from bot.job_reply import Steps, follow
from bot.texts import own_articles as texts
from index.gathering.jobs import AddPages, Progress, Rebuild, Report, Skipped, Titled
from tests.discord.payloads import text_of

JOB = AddPages(("https://news.example/",))


class Reply:
    """What a reply has said, the last word last."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.files: list[discord.File] = []

    async def edit_original_response(
        self,
        *,
        view: discord.ui.LayoutView,
        attachments: list[discord.File],
        allowed_mentions: discord.AllowedMentions,
    ) -> None:
        assert allowed_mentions.to_dict() == discord.AllowedMentions.none().to_dict()
        self.said.append(text_of({"components": view.to_components()}))
        self.files = attachments


async def told(report: Report | Exception, job: object = JOB, lasts: float = 60.0) -> Reply:
    """What is said of a job that comes to this at once."""

    async def work() -> Report:
        if isinstance(report, Exception):
            raise report
        return report

    reply = Reply()
    await follow(reply, job, asyncio.create_task(work()), Steps(), lasts)
    return reply


async def test_what_was_done_is_told() -> None:
    report = Report(
        added=(Titled("The *wall*", "https://news.example/wall"),),
        changed=(Titled("", None),),
        unchanged=1,
        skipped=(Skipped("https://news.example/@everyone", "the server answered 404"),),
        articles=7,
    )
    (said,) = (await told(report)).said
    assert said.startswith("**1 article added, 1 article brought up to date, 1 article known")
    assert "- [The wall](<https://news.example/wall>)" in said
    assert "- Untitled" in said
    assert "@everyone" not in said.replace("\\@everyone", "")
    assert "the server answered 404" in said
    assert said.endswith("This server has 7 articles of its own.")


async def test_a_job_that_failed_says_why() -> None:
    assert (await told(JobFailedError("The disk is full."))).said == [
        texts.failed("The disk is full.")
    ]


async def test_that_everything_was_analysed_anew_is_told() -> None:
    assert texts.REBUILT in (await told(Report(articles=1), Rebuild())).said[0]


@pytest.mark.parametrize(("number", "is_filed"), [(3, False), (500, True)])
async def test_very_many_skips_are_told_in_a_file(number: int, is_filed: bool) -> None:
    skipped = tuple(Skipped(f"https://news.example/{n}", "it is empty") for n in range(number))
    reply = await told(Report(skipped=skipped))
    assert bool(reply.files) == is_filed
    if is_filed:
        lines = reply.files[0].fp.read().decode().splitlines()
        assert (len(lines), lines[-1]) == (number, "https://news.example/499: it is empty")
        assert " more" in reply.said[0]
        assert len(reply.said[0]) < 4_000


async def test_each_step_is_told_and_what_takes_too_long_goes_on() -> None:
    steps, reply = Steps(), Reply()
    steps.note(Progress(1, "pages", 3, 20))
    steps.note(Progress(1, "pages", 4, 20))
    may_end = asyncio.Event()

    async def work() -> Report:
        await may_end.wait()
        return Report()

    working = asyncio.create_task(work())
    await follow(reply, JOB, working, steps, lasts=0.1)
    assert reply.said == ["Reading pages: 4 of 20 …", texts.GOES_ON]
    assert not working.done()
    may_end.set()
    await working
