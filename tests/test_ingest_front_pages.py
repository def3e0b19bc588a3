"""Pages of several articles."""

import pytest

from index.errors import BadInputError
from index.ingest.page import parse
from tests.test_ingest_page import FIRST, LAST

FEED = '<link rel="alternate" type="application/rss+xml" href="/feed.xml">'
HERE = "https://news.example/"


def entry(number: int, kind: str = "article") -> str:
    return (
        f"<{kind}><h2><a href='/post/{number}'>The ferry, part {number}</a></h2>"
        f"<p>Part {number}. {FIRST}</p></{kind.partition(' ')[0]}>"
    )


def blog(inside: str, head: str = "") -> bytes:
    return (
        f"<html><head><title>The Example</title>{head}</head><body><main>{inside}</main></body>"
        "</html>"
    ).encode()


@pytest.mark.parametrize("kind", ["article", "div class='post hentry'", "div class=post-outer"])
def test_a_page_of_several_articles_is_refused_with_the_next_step(kind: str) -> None:
    inside = "".join(entry(number, kind) for number in range(3))

    with pytest.raises(BadInputError) as refusal:
        parse(blog(inside, FEED), HERE)
    assert str(refusal.value) == (
        "it shows 3 articles and is none itself; add one of them, "
        "or follow its feed, https://news.example/feed.xml"
    )
    told = '[{"@type": "BlogPosting", "headline": "1"}, {"@type": "Article", "headline": "2"}]'
    for head in ("", f'<script type="application/ld+json">{told}</script>'):
        with pytest.raises(BadInputError, match=r"add one of them$"):
            parse(blog(inside, head), HERE)


@pytest.mark.parametrize(
    ("inside", "head"),
    [
        # Others are named under it.
        (f"<article><h1>Ferry sails</h1>{f'<p>{FIRST}</p>' * 4}<p>{LAST}</p></article>"
         f"{entry(1)}{entry(2)}", ""),
        # It says that it is one.
        (f"<div><p>{FIRST}</p><p>{LAST}</p></div>{entry(1)}{entry(2)}{entry(3)}",
         '<meta property="og:type" content="article">'),
        # Its parts have headlines, but no pages.
        ("".join(f"<article><h2>Part {n}</h2><p>{FIRST} {n}.</p></article>" for n in range(3)), ""),
        # A headline may lead to where it stands.
        (f"<article><h1><a href='{HERE}'>Ferry sails</a></h1><p>{FIRST}</p></article>", ""),
        # Comments on it.
        (f"<article><h1>Ferry sails</h1><p>{FIRST}</p>{entry(1)}{entry(2)}</article>", ""),
    ],
)  # fmt: skip
def test_a_page_of_one_article_is_read(inside: str, head: str) -> None:
    assert FIRST in parse(blog(inside, head), HERE)["text"]
