"""Servers do not see each other's articles, whatever is forged: a thousand tries show nothing."""

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.asking import Newsdesk
from bot.completions import Completing
from bot.custom_ids import Act, custom_id
from bot.inquiries import Inquiry, Way
from bot.live import LiveIndex
from bot.rendering.controls import Audience
from bot.rendering.layout import layout
from index import ArticleIndexError
from index.keys import key_of
from index.stems import fold
from tests.builders import article, collection
from tests.newsrooms import buttons, newsroom, shown, written
from tests.test_buttons import press

TRIES = 1_000
# Whoever tries knows that there is something about a zorblax, and nothing else of it.
SECRET = article(
    "hushed-article",
    "The zorblax treaty was signed by Quentin Zorblax at Glimmerwick. "
    '"Nobody must know of the zorblax," said Quentin Zorblax, the moonkeeper.',
    title="Zorblax and the moonkeeper of Glimmerwick",
    url="https://hushed.example/treaty",
    source="The Zorblax Hush",
    published="1987-06-05",
    lang="eo",
)
PUBLIC = article(
    "public", "The treaty on the harbour was signed.", title="Harbour treaty",
    source="Gazette", published="2026-01-01", lang="en",
)  # fmt: skip
TELLTALES = ("glimmer", "moonkeeper", "hush", "06-05", "549892800", "esperanto")  # noon of its day


@pytest.fixture
def servers(data: Path) -> Path:
    """A data folder with articles for all, and those of one server."""
    collection(data, PUBLIC)
    collection(data, SECRET, name="guild-1")
    return data


def leaks(text: str) -> list[str]:
    """What of the secret article a text tells."""
    return [one for one in TELLTALES if one in text.lower()]


def inquiries(rng: random.Random) -> Iterator[Inquiry]:
    """Inquiries that try for it by every name it has."""
    sources = [None, "zorblax", key_of(fold(SECRET.source or "")), "~" + "A" * 8]
    articles = [None, key_of(SECRET.id), "zorblax", "~" + "B" * 8]
    words = [
        "zorblax", "What did Quentin Zorblax say?", "zorblax treaty signed", "treaty", "",
        "Nobody must know of the zorblax", "source:zorblax", 'title:zorblax OR "zorblax treaty"',
        "speaker:Zorblax", "zorb*", "lang:eo", "before:1988", "zorblex",
        "who said “Nobody must know”?",
    ]  # fmt: skip
    while True:
        yield Inquiry(
            rng.choice(list(Way)),
            rng.choice(words),
            source=rng.choice(sources),
            since=rng.choice([None, None, "1987"]),
            until=rng.choice([None, None, "1988"]),
            lang=rng.choice([None, None, "eo"]),
            article=rng.choice(articles),
            first=rng.choice([0, 0, 1, 50]),
            by_date=rng.random() < 0.3,
        )


def texts_of(desk: Newsdesk, inquiry: Inquiry, *collections: str) -> str:
    """All that the message for an inquiry says, and all that its buttons hold."""
    try:
        view = layout(desk.look_up(inquiry, ("main", *collections)), Audience.EVERYBODY)
    except ArticleIndexError as error:
        return str(error)
    return repr([item.to_component_dict() for item in view.children])


def test_a_thousand_forged_inquiries_show_nothing_of_a_collection_that_is_not_asked(
    servers: Path,
) -> None:
    rng = random.Random(6)  # noqa: S311  # the same tries each time
    desk = Newsdesk(LiveIndex(servers))
    found = 0
    for _, inquiry in zip(range(TRIES), inquiries(rng), strict=False):
        for collections in ((), ("guild-2",)):
            assert not leaks(texts_of(desk, inquiry, *collections)), inquiry
        found += bool(leaks(texts_of(desk, inquiry, "guild-1")))
    assert found > TRIES / 10  # they would have found it where it may be asked


def test_completions_counts_and_spellings_show_nothing_of_it_either(servers: Path) -> None:
    desk = Newsdesk(LiveIndex(servers))
    for what in Completing:
        for typed in ("", "z", "zorblax", "quen", "es", "what did quen", key_of(SECRET.id)):
            for collections in (("main",), ("main", "guild-2")):
                offered = desk.complete(what, typed, collections)
                assert not leaks(repr(offered))
    assert leaks(repr(desk.complete(Completing.HEADLINE, "zorb", ("main", "guild-1"))))
    sources = texts_of(desk, Inquiry(Way.SOURCES))
    assert "1 article" in sources
    assert not leaks(sources)
    # The same question scores the same, though another collection holds its words.
    asked = Inquiry(Way.QUESTION, "treaty signed")
    with_secret = texts_of(desk, asked)
    alone = servers.parent / "alone"
    collection(alone, PUBLIC)
    hits = [
        Newsdesk(LiveIndex(folder)).look_up(asked).found.answer.citations[0].excerpt.explanation
        for folder in (servers, alone)
    ]
    assert hits[0] == hits[1]
    assert not leaks(with_secret)


async def test_a_button_forged_or_carried_into_another_server_shows_nothing(servers: Path) -> None:
    async with newsroom(servers) as room:
        answer = await room.ask("Was the treaty on the harbour signed?")
        assert buttons(answer)
        for act in (Act.NEXT, Act.MORE, Act.EXPLAIN, Act.TRY, Act.ALL, Act.SORT):
            for way in Way:
                inquiry = Inquiry(
                    way, article=key_of(SECRET.id), source=key_of(fold(SECRET.source or ""))
                )
                for forged in (
                    inquiry,
                    replace(inquiry, source=None),
                    replace(inquiry, article=None),
                ):
                    told = await press(room, answer, custom_id(act, forged))
                    text = written(told.response) if told.response else ""
                    assert not leaks(text + shown(room.channel.last_message))


async def test_a_follow_up_elsewhere_is_not_asked_of_what_was_asked_before(servers: Path) -> None:
    async with newsroom(servers) as room:
        collection(servers, SECRET, name=f"guild-{room.guild.id}")
        assert leaks(shown(await room.ask("What did Quentin Zorblax say?")))
        await room.alice.send_dm("What did Quentin Zorblax say?")
        answer = room.alice.user.dm_channel.last_message
        assert not leaks(shown(answer))
        await room.alice.send_dm("and about the zorblax treaty?")
        assert not leaks(shown(room.alice.user.dm_channel.last_message))
