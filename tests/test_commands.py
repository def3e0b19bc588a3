"""The commands and menus with their options, through the real client on a simulated Discord."""

from datetime import date
from pathlib import Path

import discord
import pytest

from bot import texts
from bot.commands.responder import Responder
from index.keys import KEY_MARK
from tests.builders import article, collection
from tests.newsrooms import (
    ABOUT_THE_WALL,
    FERRY,
    HARBOUR,
    WALL_WORDS,
    Newsroom,
    installed_by,
    labels,
    newsroom,
    shown,
)

BOTE = article(
    "bote",
    "Die „Night of Tornby“ fährt im Oktober zum letzten Mal. Der Hafen bleibt offen.",
    title="Letzte Fähre nach Tornby",
    url="https://bote.example/faehre",
    source="Der Leuchtturmbote",
    published="2026-07-01",
    lang="de",
)


@pytest.fixture
def two_papers(data: Path) -> Path:
    collection(data, HARBOUR, FERRY, BOTE)
    return data


async def ask(room: Newsroom, **options: object) -> str:
    """What `/ask` shows."""
    return shown((await room.alice.slash(room.channel, "ask", **options)).response)


# The options of /ask


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ({}, {FERRY.title, BOTE.title}),
        ({"source": "gazette"}, {FERRY.title}),
        ({"source": "Der Leuchtturmbote"}, {BOTE.title}),
        ({"since": "2026-07"}, {BOTE.title}),
        ({"until": "2026-06-30"}, {FERRY.title}),
        ({"language": "de"}, {BOTE.title}),
        ({"language": "English"}, {FERRY.title}),
        ({"source": "gazette", "since": "2026-07"}, set()),
    ],
)
async def test_ask_takes_a_source_days_and_a_language(
    two_papers: Path, options: dict[str, str], found: set[str]
) -> None:
    async with newsroom(two_papers) as room:
        text = await ask(room, question="night", **options)
        assert {title for title in (FERRY.title, BOTE.title) if f"[{title}]" in text} == found


async def test_ask_takes_how_many(two_papers: Path) -> None:
    async with newsroom(two_papers) as room:
        used = await room.alice.slash(room.channel, "ask", question="night", count=1)
        assert shown(used.response).count("](<") == 1
        await room.alice.click(used.response, label=texts.buttons.NEXT)
        assert "Excerpt 2." in shown(used.response)
        assert shown(used.response).count("](<") == 1


async def test_a_hidden_answer_is_seen_by_the_asker_alone(two_papers: Path) -> None:
    async with newsroom(two_papers) as room:
        for command, options in (
            ("ask", {"question": ABOUT_THE_WALL}),
            ("search", {"query": "ferry"}),
            ("quotes", {"speaker": "Lindqvist"}),
            ("article", {"headline": "night ferry"}),
            ("latest", {}),
        ):
            used = await room.alice.slash(room.channel, command, **options, hidden=True)
            assert used.ephemeral
            assert texts.buttons.SHARE in labels(used.response)
        assert room.channel.history() == []


async def test_word_of_no_answer_is_for_the_asker_alone(two_papers: Path) -> None:
    async with newsroom(two_papers) as room:
        used = await room.alice.slash(room.channel, "ask", question="zebra?")
        assert used.ephemeral
        assert room.channel.history() == []


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"source": "Daily Zebra"}, "No article here comes from a source called “Daily Zebra”"),
        ({"source": "der the"}, "No article here comes from a source"),
        ({"language": "Klingon"}, "“Klingon” is no language that I know"),
        ({"since": "soon"}, "'soon' is no day: write 2025-03-01"),
        ({"until": "2026-13"}, "'2026-13' is no day"),
    ],
)
async def test_what_is_no_source_no_language_and_no_day_is_named(
    two_papers: Path, options: dict[str, str], sentence: str
) -> None:
    async with newsroom(two_papers) as room:
        used = await room.alice.slash(room.channel, "ask", question="night", **options)
        assert used.ephemeral
        assert shown(used.response).startswith(sentence)


async def test_a_name_that_several_sources_have_is_asked_back(two_papers: Path) -> None:
    collection(two_papers, article("x", "Tornby.", source="The Tornby Gazette", lang="en"))
    async with newsroom(two_papers) as room:
        text = await ask(room, question="night", source="the gazette")
        assert (
            text
            == "“the gazette” may be “The Skarnholm Gazette” or “The Tornby Gazette”; which one?"
        )


async def test_the_filters_stay_while_pages_are_turned(data: Path) -> None:
    stories = [
        article(f"{source}-{number}", f"The ferry sank on pier {number}.", title=f"Pier {number}",
                source=source, published=f"2026-01-0{number}", lang="en")
        for source in ("Gazette", "Bote") for number in range(1, 9)
    ]  # fmt: skip
    collection(data, *stories)
    async with newsroom(data) as room:
        used = await room.alice.slash(
            room.channel, "ask", question="ferry", source="Gazette", since="2026-01-02", count=3
        )
        seen = shown(used.response)
        for _ in range(2):
            await room.alice.click(used.response, label=texts.buttons.NEXT)
            seen += shown(used.response)
        assert seen.count("Gazette") == 7
        assert seen.count("Bote") == 0
        assert texts.buttons.NEXT not in labels(used.response)


# /article, /latest and /sources


async def test_article_shows_what_matters_in_one(data: Path) -> None:
    filler = "\n\n".join(" ".join(f"word{n}x{m}" for m in range(30)) + "." for n in range(20))
    text = f"The lighthouse burned down.\n\n{filler}\n\nThe lighthouse keeper, Ada Holm, is safe."
    collection(data, article("fire", text, title="Lighthouse burns", lang="en"), FERRY)
    async with newsroom(data) as room:
        choices = await room.alice.autocomplete(room.channel, "article", "headline", "lightho")
        assert [one["name"] for one in choices] == ["Lighthouse burns"]
        assert choices[0]["value"].startswith(KEY_MARK)
        chosen = await room.alice.slash(
            room.channel, "article", headline=choices[0]["value"], count=2
        )
        lines = [line for line in shown(chosen.response).splitlines() if line.startswith(">")]
        assert lines[0].startswith("> The lighthouse burned down.")
        assert lines[-1].endswith("The lighthouse keeper, Ada Holm, is safe.")
        typed = await room.alice.slash(room.channel, "article", headline="burns LIGHT", count=2)
        assert shown(typed.response) == shown(chosen.response)
        await room.alice.click(chosen.response, label=texts.buttons.NEXT)
        assert shown(chosen.response).startswith("-# Lighthouse burns\n> ")


async def test_a_headline_that_is_none_is_named(two_papers: Path) -> None:
    async with newsroom(two_papers) as room:
        for headline in ("zebra", "~12345678"):
            used = await room.alice.slash(room.channel, "article", headline=headline)
            assert used.ephemeral
            assert "No headline here has" in shown(used.response)


async def test_latest_lists_the_newest_and_leads_into_them(two_papers: Path) -> None:
    async with newsroom(two_papers) as room:
        used = await room.alice.slash(room.channel, "latest", count=2)
        text = shown(used.response)
        assert text.startswith(f"-# {texts.answers.LATEST}\n> Die „Night")
        assert text.index(BOTE.title) < text.index(FERRY.title)
        assert HARBOUR.title not in text
        await room.alice.click(used.response, label=texts.buttons.OLDER)
        assert HARBOUR.title in shown(used.response)
        await room.alice.click(used.response, label=texts.buttons.MORE_FROM_ARTICLE)
        assert shown(used.response).startswith(f"-# {HARBOUR.title}\n")
        english = await room.alice.slash(room.channel, "latest", language="en")
        assert BOTE.title not in shown(english.response)


async def test_sources_are_listed_with_how_much_there_is_of_each(data: Path) -> None:
    collection(data, HARBOUR, FERRY, *(
        article(f"other-{number:02}", "Text.", source=f"Paper {number:02}", lang="en")
        for number in range(15)
    ))  # fmt: skip
    async with newsroom(data) as room:
        used = await room.alice.slash(room.channel, "sources")
        assert used.ephemeral
        lines = shown(used.response).splitlines()
        assert lines[0] == texts.answers.SOURCES
        assert lines[1] == "- The Skarnholm Gazette · 2 articles · newest of <t:1781179200:D>"
        assert lines[2] == "- Paper 00 · 1 article"
        await room.alice.click(used.response, label=texts.buttons.NEXT)
        assert "Paper 14" in shown(used.response)
        assert texts.buttons.NEXT not in labels(used.response)


async def test_where_no_article_says_where_it_comes_from_that_is_said(data: Path) -> None:
    collection(data, article("a", "Text.", lang="en"))
    async with newsroom(data) as room:
        used = await room.alice.slash(room.channel, "sources")
        assert texts.answers.NO_SOURCES in shown(used.response)


# The menu of a message


async def test_find_sources_looks_for_what_a_message_says(two_papers: Path) -> None:
    async with newsroom(two_papers) as room:
        message = await room.alice.send(room.channel, "I heard the night ferry to Tornby stops??")
        found = await room.alice.context_menu(
            room.channel, texts.commands.FIND_SOURCES, target=message
        )
        assert found.ephemeral
        assert FERRY.title in shown(found.response)
        quoting = await room.alice.send(
            room.channel, "Zebras! “On most nights fewer than nine people took it.” Unicorns!"
        )
        found = await room.alice.context_menu(
            room.channel, texts.commands.FIND_SOURCES, target=quoting
        )
        assert FERRY.title in shown(found.response)
        assert "Zebras" not in shown(found.response)


async def test_what_is_laid_out_embedded_or_forwarded_has_words_too(data: Path) -> None:
    async with newsroom(data) as room:
        backend, channel = room.env.backend, room.channel
        feed = room.env.create_user("feed", bot=True)
        room.guild.add_member(feed)
        embed = {"type": "rich", "title": "Harbour", "description": WALL_WORDS}
        backend.create_message(channel.id, feed.id, "", embeds=[embed])
        embedded = channel.last_message
        told = await room.alice.send(channel, WALL_WORDS)
        reference = {"type": 1, "message_id": str(told.id), "channel_id": str(channel.id)}
        backend.create_message(channel.id, feed.id, "", reference=reference)
        forwarded = channel.last_message
        answer = await room.ask(ABOUT_THE_WALL)
        for message in (embedded, forwarded, answer):
            assert message.content == ""
            for name in (texts.commands.WHO_SAID_THIS, texts.commands.FIND_SOURCES):
                found = await room.alice.context_menu(channel, name, target=message)
                assert HARBOUR.title in shown(found.response), name


async def test_blank_names_and_days_in_the_wrong_order_get_one_sentence(data: Path) -> None:
    async with newsroom(data) as room:
        blank = await room.alice.slash(room.channel, "quotes", speaker=" ")
        assert shown(blank.response).startswith(texts.questions.BLANK)
        days = await room.alice.slash(
            room.channel, "ask", question="wall", since="2026", until="2025-03"
        )
        said = texts.questions.no_days_between(date(2026, 1, 1), date(2025, 3, 31))
        assert (shown(days.response), days.ephemeral) == (said, True)


async def test_any_news_are_the_newest_articles(data: Path) -> None:
    async with newsroom(data) as room:
        answer = shown(await room.ask("any news?"))
        assert answer.index(FERRY.title) < answer.index(HARBOUR.title)
        assert texts.answers.NO_NEWS in shown(await room.ask("any news today?"))


# Wherever the app is installed


def installed(application: discord.Client) -> list[dict[str, object]]:
    tree = application.tree
    return [command.to_dict(tree) for command in tree.get_commands()]


async def test_whoever_installs_the_app_asks_everywhere_and_servers_are_managed_in_servers(
    data: Path,
) -> None:
    async with newsroom(data) as room:
        client: Responder = room.client
        places = {
            str(one["name"]): (one["contexts"], one["integration_types"])
            for one in installed(client)
        }
        managing = {"byline", "follow", "following"}
        assert {places[name] == ([0], [0]) for name in managing} == {True}
        asking = places.keys() - managing
        assert {places[name] == ([0, 1, 2], [0, 1]) for name in asking} == {True}


async def test_where_only_the_asker_has_the_bot_main_alone_is_asked(data: Path) -> None:
    async with newsroom(data) as room:
        own = article("own", "Our zebra is called Ada.", title="Zebra", lang="en", source="Own")
        collection(data, own, name=f"guild-{room.guild.id}")
        used = await room.alice.slash(room.channel, "ask", question="zebra")
        assert "Our zebra" in shown(used.response)
        installed_by(room, user=room.alice.id)
        used = await room.alice.slash(room.channel, "ask", question="zebra")
        assert "No article has “zebra”" in shown(used.response)
        sources = await room.alice.slash(room.channel, "sources")
        assert "Own" not in shown(sources.response)
        assert await room.alice.autocomplete(room.channel, "article", "headline", "zeb") == []


# All texts stand in one place


def test_what_discord_shows_of_the_commands_stands_with_the_other_texts() -> None:
    paths = list((Path(texts.__file__).parents[1] / "commands").glob("*.py"))
    assert paths
    for path in paths:
        source = path.read_text("utf-8")
        assert 'description="' not in source, path.name
        assert not [line for line in source.splitlines() if line.strip().endswith('",')], path.name
