"""Who said what, through the real client library on a simulated Discord."""

from pathlib import Path

from tests.builders import article, collection
from tests.newsrooms import WALL_WORDS, newsroom, shown

SPEECHES = [
    article(
        f"speech{n}",
        f'"The {topic} is late," said {name}. {name} left early.',
        title=topic,
        published=f"2026-0{n}-04",
        lang="en",
    )
    for n, (name, topic) in enumerate(
        [("Ines Falk", "ferry"), ("Ines Falk", "bridge"), ("Otto Núñez", "ferry")], start=1
    )
]


async def test_quotes_gives_what_somebody_said_newest_first(data: Path) -> None:
    collection(data, *SPEECHES)
    async with newsroom(data) as room:
        found = await room.alice.slash(room.channel, "quotes", speaker="falk")
        lines = shown(found.response).splitlines()
        assert [line for line in lines if line.startswith("> ")] == [
            '> "The bridge is late," said Ines Falk.',
            '> "The ferry is late," said Ines Falk.',
        ]
        late = await room.alice.slash(
            room.channel, "quotes", speaker="falk", about="ferry", since="2026-01", until="2026-01"
        )
        lines = shown(late.response).splitlines()
        assert lines[:3] == [
            "-# What did falk say about ferry?",
            "-# Only articles from 2026-01-01 to 2026-01-31.",
            '> "The ferry is late," said Ines Falk.',
        ]


async def test_a_day_that_is_none_is_named_with_what_to_write(data: Path) -> None:
    async with newsroom(data) as room:
        found = await room.alice.slash(room.channel, "quotes", speaker="Lindqvist", since="soon")
        assert shown(found.response).startswith("'soon' is no day: write 2025-03-01")


async def test_speakers_are_completed_while_typing(data: Path) -> None:
    collection(data, *SPEECHES)
    async with newsroom(data) as room:

        async def completed(typed: str) -> list[str]:
            choices = await room.alice.autocomplete(room.channel, "quotes", "speaker", typed)
            return [choice["value"] for choice in choices]

        assert await completed("") == ["Ines Falk", "Otto Núñez"]
        assert await completed("FAL") == ["Ines Falk"]
        assert await completed("nun") == ["Otto Núñez"]
        assert await completed("fal in") == ["Ines Falk"]
        assert await completed("alk") == []


async def test_speakers_are_not_completed_where_there_is_no_index(data: Path) -> None:
    async with newsroom(data, guilds=frozenset({1})) as room:
        assert await room.alice.autocomplete(room.channel, "quotes", "speaker", "p") == []


async def test_the_menu_tells_whoever_said_it_to_the_asker_alone(data: Path) -> None:
    async with newsroom(data) as room:
        message = await room.alice.send(
            room.channel, "we have mopped these cellars three times since march"
        )
        found = await room.alice.context_menu(room.channel, "Who said this?", target=message)
        assert found.ephemeral
        assert WALL_WORDS in shown(found.response)
        assert "-# Not word for word: “these” stands as “the same”." in shown(found.response)


async def test_the_menu_says_where_nobody_said_it(data: Path) -> None:
    async with newsroom(data) as room:
        message = await room.alice.send(room.channel, "Ghosts do not pay the ferryman twice")
        found = await room.alice.context_menu(room.channel, "Who said this?", target=message)
        assert "There is no such quotation in 2 articles." in shown(found.response)


async def test_the_menu_looks_for_what_an_answer_quotes(data: Path) -> None:
    async with newsroom(data) as room:
        message = await room.ask("What did Petra Lindqvist say?")
        assert message is not None
        found = await room.alice.context_menu(room.channel, "Who said this?", target=message)
        assert found.ephemeral
        assert WALL_WORDS in shown(found.response)
