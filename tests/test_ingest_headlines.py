"""The headline of a page, and the name of its site beside it."""

import pytest

from index.ingest.headlines import headline
from index.ingest.page import parse
from tests.test_ingest_page import FIRST, LAST, page


@pytest.mark.parametrize(
    ("title", "said", "site", "expected"),
    [
        ("Ferry sails | The Example", [], "The Example", "Ferry sails"),
        ("The Example: Ferry sails", [], "The Example", "Ferry sails"),
        ("Ferry sails - the example", [], "The Example", "Ferry sails"),
        ("Ferry sails | CNN Politics", [], "CNN", "Ferry sails"),
        ("Ferry sails at last » Local » News", ["Ferry sails at last"], None,
         "Ferry sails at last"),
        ("The Gazette of 1901: The ferry sails at last", ["The ferry sails  at\nlast"], None,
         "The ferry sails at last"),
        ("渡轮明日启航并载客-新华网", ["渡轮明日启航并载客"], None, "渡轮明日启航并载客"),
        ("渡轮明日启航并载客_新华网", [], "新华网", "渡轮明日启航并载客"),
        (None, [None, "Ferry sails"], None, "Ferry sails"),
        (None, [], None, None),
    ],
)  # fmt: skip
def test_the_name_of_the_site_is_no_part_of_the_headline(
    title: str | None, said: list[str | None], site: str | None, expected: str | None
) -> None:
    assert headline(title, said, site) == expected


@pytest.mark.parametrize(
    ("title", "said", "site"),
    [
        ("Ferry sails: the town is glad", ["Ferry sails"], None),  # it is but half of it
        ("An interview with Coca-Cola", [], "Cola"),
        ("The Example", ["The Example"], "The Example"),
        ("The Example moves house", [], "The Example"),
        ("The BBC is to be halved - says its head", ["The BBC"], None),
        ("Ferry sails again, and more of it", ["Ferry sails again, and"], None),
    ],
)
def test_what_may_be_a_part_of_the_headline_stays(
    title: str, said: list[str | None], site: str | None
) -> None:
    assert headline(title, said, site) == title


def test_a_headline_that_stands_over_the_text_is_not_said_twice() -> None:
    content = page().replace(b'content="Ferry sails"', b'content="Ferry sails - Gazette"')

    draft = parse(content.replace(b'property="og:site_name"', b'name="x"'))

    assert (draft["title"], draft["text"]) == ("Ferry sails", f"{FIRST}\n\n{LAST}")
