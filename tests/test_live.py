"""The newest index answers, without mixing and without a restart."""

import gc
import os
import threading
import weakref
from pathlib import Path

import pytest

from bot.asking import Newsdesk
from bot.live import LiveIndex
from index import ArticleIndexError, IndexNotFoundError
from index.articles import MAIN, SAMPLE
from index.build import remove_articles
from tests.builders import article, collection

SAMPLE_STORY = article("sample", "The sample boat is blue.", lang="en")
OWN_STORY = article("own", "Our own boat is red.", lang="en")


def answers(desk: Newsdesk, text: str, *collections: str) -> list[str]:
    given = desk.ask(text, collections=(MAIN, *collections)).answer
    return [citation.excerpt.article.id for citation in given.citations]


def test_what_is_published_while_running_is_found_at_once(data: Path) -> None:
    collection(data, OWN_STORY)
    desk = Newsdesk(LiveIndex(data))
    assert answers(desk, "ferry") == []
    collection(data, article("new", "The ferry left.", lang="en"))
    assert answers(desk, "ferry") == ["new"]


def test_the_sample_answers_only_while_main_is_empty(data: Path) -> None:
    collection(data, SAMPLE_STORY, name=SAMPLE)
    desk = Newsdesk(LiveIndex(data))
    assert answers(desk, "boat") == ["sample"]
    collection(data, OWN_STORY)
    assert answers(desk, "boat") == ["own"]
    remove_articles(["own"], data)
    assert answers(desk, "boat") == ["sample"]


def test_a_server_is_answered_from_main_and_its_own_articles_only(data: Path) -> None:
    collection(data, OWN_STORY)
    collection(data, article("theirs", "Their boat is green.", lang="en"), name="guild-7")
    desk = Newsdesk(LiveIndex(data))
    assert set(answers(desk, "boat", "guild-7")) == {"own", "theirs"}
    assert answers(desk, "boat", "guild-8") == ["own"]
    assert answers(desk, "boat") == ["own"]
    assert answers(desk, "green boat", "guild-8") == answers(desk, "green boat")


def test_a_servers_own_articles_suffice(data: Path) -> None:
    collection(data, SAMPLE_STORY, name=SAMPLE)
    collection(data, article("theirs", "Their boat is green.", lang="en"), name="guild-7")
    assert answers(Newsdesk(LiveIndex(data)), "boat", "guild-7") == ["theirs"]


def test_exactly_the_collections_named_are_asked(data: Path) -> None:
    collection(data, OWN_STORY)
    collection(data, SAMPLE_STORY, name=SAMPLE)
    assert answers(Newsdesk(LiveIndex(data), [SAMPLE]), "boat") == ["sample"]


def test_servers_without_articles_of_their_own_share_one_open_index(data: Path) -> None:
    collection(data, OWN_STORY)
    live = LiveIndex(data)
    with live.asked(("main", "guild-1")) as one, live.asked(("main", "guild-2")) as other:
        assert one is other


def test_an_index_published_again_is_opened_again(data: Path) -> None:
    collection(data, OWN_STORY)
    live = LiveIndex(data)
    with live.of(("main",)) as before:
        pass
    pointer = data / "collections" / "main" / "index" / "current"
    os.utime(pointer, ns=(1, 1))
    with live.of(("main",)) as after:
        assert after is not before
        assert after.generation == before.generation


def test_no_index_at_all_is_said(data: Path) -> None:
    data.mkdir()
    with pytest.raises(IndexNotFoundError, match="byline index build"):
        Newsdesk(LiveIndex(data)).check()


def test_the_last_good_index_serves_while_the_new_one_is_damaged(data: Path) -> None:
    collection(data, OWN_STORY)
    live = LiveIndex(data)
    desk = Newsdesk(live)
    assert answers(desk, "boat") == ["own"]
    pointer = data / "collections" / "main" / "index" / "current"
    pointer.write_text("0123456789abcdef")
    (pointer.parent / "0123456789abcdef.db").write_bytes(b"not an index")
    assert answers(desk, "boat") == ["own"]
    with pytest.raises(ArticleIndexError):
        Newsdesk(LiveIndex(data)).check()


def test_an_answer_goes_on_with_the_index_it_began_with(data: Path) -> None:
    collection(data, OWN_STORY)
    live = LiveIndex(data)
    with live.of(("main",)) as before:
        collection(data, article("new", "The ferry left.", lang="en"))
        with live.of(("main",)) as after:
            assert after.generation != before.generation
            assert [hit.article.id for hit in after.search("ferry")] == ["new"]
        assert [hit.article.id for hit in before.search("boat")] == ["own"]


def test_an_index_that_was_replaced_leaves_the_memory_at_once(data: Path) -> None:
    collection(data, OWN_STORY)
    live = LiveIndex(data)
    desk = Newsdesk(live)
    assert answers(desk, "boat") == ["own"]
    with live.of([MAIN]) as index:
        index.warm()
        old = weakref.ref(index), weakref.ref(index._corpus)
    del index
    gc.collect()
    gc.disable()  # nobody looks for garbage: what is not let go of stays
    try:
        collection(data, article("new", "The ferry left.", lang="en"))
        assert answers(desk, "ferry") == ["new"]
        assert [one() for one in old] == [None, None]
    finally:
        gc.enable()


def test_many_threads_ask_while_the_index_changes(data: Path) -> None:
    collection(data, OWN_STORY, article("said", '"The wall stands," said Ines Falk.', lang="en"))
    desk = Newsdesk(LiveIndex(data))
    wrong: list[object] = []

    def ask() -> None:
        for _ in range(40):
            found = answers(desk, "boat") + answers(desk, "What did Ines Falk say?")
            if found.count("own") != 1 or found.count("said") != 1:
                wrong.append(found)

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for number in range(5):
        collection(data, article(f"new{number}", f"Ferry number {number} left.", lang="en"))
    for thread in threads:
        thread.join()
    assert wrong == []
