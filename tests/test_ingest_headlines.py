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
        ("Ferry sails - Forum", ["Forum"], None, "Ferry sails"),
        (None, ["Ferry sails"], None, "Ferry sails"),
        (None, [], None, None),
    ],
)  # fmt: skip
def test_the_name_of_the_site_is_no_part_of_the_headline(
    title: str | None, said: list[str], site: str | None, expected: str | None
) -> None:
    assert headline([title], said, site) == expected


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
    title: str, said: list[str], site: str | None
) -> None:
    assert headline([title], said, site) == title


def test_of_several_titles_the_one_that_stands_over_the_text_is_the_headline() -> None:
    titles = ["Ferry: you will not believe it", "The ferry sails", None]

    assert headline(titles, ["The  ferry sails", "More"], None) == "The ferry sails"
    assert headline(titles, ["More"], None) == titles[0]


def test_a_headline_that_stands_over_the_text_is_not_said_twice() -> None:
    content = page().replace(b'content="Ferry sails"', b'content="Ferry sails - Gazette"')

    draft = parse(content.replace(b'property="og:site_name"', b'name="x"'))

    assert (draft["title"], draft["text"]) == ("Ferry sails", f"{FIRST}\n\n{LAST}")


def test_a_headline_in_the_place_of_the_sites_name_is_none() -> None:
    content = page().replace(b'content="The Example"', b'content="Ferry sails"')
    content = content.replace(b"<title>Ferry<", b"<title>Ferry sails | The Gazette<")

    draft = parse(content.replace(b"<body>", b"<body><h1>The Gazette</h1>"), "https://n.example/")

    assert (draft["title"], draft["source"]) == ("Ferry sails", "n.example")
