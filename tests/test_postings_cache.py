"""The cache of impacts stays within its bytes, and spares what was used."""

import threading

import numpy as np

from index.impacts import Impacts
from index.postings_cache import PostingsCache, Shelf

ENTRIES = 4
ONE = Impacts(np.arange(2), np.zeros(2, np.uint8), np.ones(1))
ROOM = ENTRIES * (ONE.nbytes + 600)


def fill(shelf: Shelf, terms: str) -> None:
    for term in terms:
        shelf.put(term, ONE)


def held(shelf: Shelf, terms: str) -> str:
    return "".join(term for term, one in zip(terms, shelf.get(terms), strict=True) if one)


def test_what_came_first_goes_first_where_nothing_was_used() -> None:
    cache = PostingsCache(ROOM)
    shelf = cache.shelf()
    fill(shelf, "abcdef")
    assert held(shelf, "abcdef") == "cdef"
    assert cache.nbytes == ROOM


def test_what_was_used_is_spared_once() -> None:
    shelf = PostingsCache(ROOM).shelf()
    fill(shelf, "abcd")
    shelf.get("a")
    fill(shelf, "efgh")
    assert held(shelf, "abcdefgh") == "afgh"


def test_what_was_spared_goes_where_it_is_not_used_again() -> None:
    shelf = PostingsCache(ROOM).shelf()
    fill(shelf, "abcd")
    shelf.get("a")
    fill(shelf, "efghi")
    assert held(shelf, "abcdefghi") == "fghi"


def test_what_is_larger_than_the_cache_is_not_kept() -> None:
    cache = PostingsCache(ROOM)
    shelf = cache.shelf()
    fill(shelf, "ab")
    shelf.put("c", Impacts(np.arange(ROOM), np.zeros(ROOM, np.uint8), np.ones(1)))
    assert held(shelf, "abc") == ""
    assert cache.nbytes == 0


def test_threads_that_use_and_fill_it_leave_it_within_its_bytes() -> None:
    cache = PostingsCache(ROOM)
    shelves = [cache.shelf(), cache.shelf()]

    def use(shelf: Shelf, salt: int) -> None:
        for number in range(400):
            term = str((number * salt) % 11)
            if shelf.get([term]) == [None]:
                shelf.put(term, ONE)

    threads = [
        threading.Thread(target=use, args=(shelf, salt)) for shelf in shelves for salt in (3, 7)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert cache.nbytes <= ROOM
    for shelf in shelves:
        shelf.close()
    assert cache.nbytes == 0


def test_a_closed_shelf_holds_nothing_and_takes_nothing() -> None:
    cache = PostingsCache(ROOM)
    one, other = cache.shelf(), cache.shelf()
    fill(one, "ab")
    fill(other, "a")
    one.close()
    fill(one, "c")
    assert held(one, "abc") == ""
    assert held(other, "a") == "a"
    assert cache.nbytes == ONE.nbytes + 600
