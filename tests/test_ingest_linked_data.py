"""What pages say of their articles in JSON-LD."""

import json

import pytest

from index.ingest.page import parse
from tests.test_ingest_page import FIRST, LAST

NAMES = {
    "headline": "Ferry sails",
    "datePublished": "2024-05-06T10:15:00+02:00",
    "dateModified": "2025-01-01T00:00:00Z",
    "author": [{"@type": "Person", "name": "Ann Lee"}, {"@type": "Person", "name": "Tom Okoro"}],
    "publisher": {"@type": "NewsMediaOrganization", "name": "The Example"},
    "inLanguage": "en-GB",
    "articleBody": "Words that stand nowhere on the page, for programs only.",
}
ARTICLE = {"@context": "https://schema.org", "@type": "NewsArticle", **NAMES}
PAGE = (
    '<!doctype html><html><head><title>Ferry</title><script type="application/ld+json">{}</script>'
    f"</head><body><article><h1>Ferry sails</h1><p>{FIRST}</p><p>{LAST}</p></article>"
    "<footer>© 1999 The Example</footer></body></html>"
)


@pytest.mark.parametrize(
    "said",
    [
        ARTICLE,
        [{"@context": "https://schema.org", "@type": "BreadcrumbList"}, ARTICLE],
        {
            "@context": "https://schema.org",
            "@graph": [{"@type": "WebSite", "name": "Example"}, {"@type": "NewsArticle", **NAMES}],
        },
    ],
)
def test_what_a_page_says_of_its_article_is_read(said: object) -> None:
    draft = parse(PAGE.format(json.dumps(said)).encode(), "https://news.example/ferry")

    assert draft["text"] == f"{FIRST}\n\n{LAST}"
    assert (draft["title"], draft["source"]) == ("Ferry sails", "The Example")
    assert (draft["author"], draft["lang"]) == ("Ann Lee; Tom Okoro", "en-GB")
    assert draft["published"] == "2024-05-06T10:15:00+02:00"


@pytest.mark.parametrize(
    "said",
    [
        "",
        "{",
        "[" * 50_000,
        "null",
        '"NewsArticle"',
        '{"@type": 7}',
        '{"@type": "NewsArticle", "datePublished": {"@value": "2024-05-06"}}',
        '{"@type": "NewsArticle", "inLanguage": ["en", 7]}',
    ],
)
def test_what_says_nothing_of_the_article_does_no_harm(said: str) -> None:
    draft = parse(PAGE.format(said).encode(), "https://news.example/ferry")

    assert draft["text"] == f"{FIRST}\n\n{LAST}"
    assert (draft["published"], draft["lang"]) == (None, None)


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ("Ann Lee", "Ann Lee"),
        ("By Ann Lee", "Ann Lee"),
        (["Ann Lee", {"@type": "Person", "name": " Standby Me "}], "Ann Lee; Standby Me"),
        ([{"name": "Ann Lee"}, {"name": "Ann Lee"}], "Ann Lee"),
        ({"@id": "#ann"}, "Ann Lee"),
        ({"@id": "#nobody"}, "The Desk"),
        ([{"name": ["Ann Lee"]}, 7, None, {"name": "https://news.example/ann"}], "The Desk"),
    ],
)
def test_authors_are_named_in_many_ways(author: object, expected: str) -> None:
    said = {
        "@graph": [
            {**ARTICLE, "author": author, "publisher": {"@id": "#desk"}},
            {"@type": "Person", "@id": "#ann", "name": "Ann Lee"},
            {"@type": "Organization", "@id": "#desk", "name": "The Example"},
        ]
    }
    content = PAGE.format(json.dumps(said)).replace(
        "<head>", '<head><meta name="author" content="The Desk">'
    )
    draft = parse(content.encode(), "https://news.example/ferry")

    assert (draft["author"], draft["source"]) == (expected, "The Example")


@pytest.mark.parametrize(
    ("said", "notes"),
    [
        (False, 1),
        ("False", 1),
        ("http://schema.org/False", 1),
        (True, 0),
        ("true", 0),
        (None, 0),
    ],
)
def test_a_page_that_is_not_for_everybody_is_told(said: object, notes: int) -> None:
    content = PAGE.format(json.dumps({**ARTICLE, "isAccessibleForFree": said}))

    assert len(parse(content.encode())["notes"]) == notes


@pytest.mark.parametrize("body", [f"{FIRST}\n\n{LAST}", f"<p>{FIRST}</p><p>{LAST}</p>"])
def test_a_text_that_a_script_puts_on_the_page_is_read_where_there_is_no_other(body: str) -> None:
    said = json.dumps({**ARTICLE, "articleBody": body})
    content = (
        f'<!doctype html><html><head><script type="application/ld+json">{said}</script></head>'
        "<body><div id=root></div><noscript>Switch scripts on.</noscript></body></html>"
    )
    draft = parse(content.encode())

    assert (draft["title"], draft["text"]) == ("Ferry sails", f"{FIRST}\n\n{LAST}")
