import gzip
import json
from pathlib import Path

import pytest

from index.errors import BadInputError
from index.ingest.feeds import LARGEST, MOST_ITEMS, parse
from index.ingest.items import Feed, Item, feed_of
from index.ingest.robots import parse as parse_robots

URL = "https://news.example/feeds/all.xml"


def rss(*items: str, head: str = "<title>The Example</title><language>en-gb</language>") -> bytes:
    inside = "".join(f"<item>{item}</item>" for item in items)
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<channel>{head}{inside}</channel></rss>"
    ).encode()


def feed(content: bytes | str) -> Feed:
    return feed_of(parse(content.encode() if isinstance(content, str) else content, URL))


def test_rss_is_read() -> None:
    found = feed(
        rss(
            "<guid isPermaLink='false'>f-1</guid><link>https://news.example/ferry</link>"
            "<title>Ferry &amp;amp; pier</title><dc:creator>Ann Lee</dc:creator>"
            "<pubDate>Mon, 06 May 2024 10:15:00 +0200"
            "</pubDate><description>It sailed.</description><content:encoded>&lt;p&gt;“It sailed "
            "at noon.”&lt;/p&gt;&lt;p&gt;Then it came back.&lt;/p&gt;</content:encoded>"
        )
    )

    assert (found.title, found.lang) == ("The Example", "en-gb")
    assert found.items == (
        Item(
            guid="f-1",
            link="https://news.example/ferry",
            title="Ferry & pier",
            author="Ann Lee",
            published="2024-05-06T08:15:00Z",
            text="“It sailed at noon.”\n\nThen it came back.",
        ),
    )


def test_atom_is_read() -> None:
    found = feed(
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://news.example/a/"><title>T'
        "</title><entry><id>urn:1</id><title>Ferry</title><link href='ferry'/><published>"
        "2024-05-06T10:15:00Z</published><updated>2024-05-07T10:15:00Z</updated>"
        "<content type='html'>&lt;p&gt;It sailed.&lt;/p&gt;</content></entry></feed>"
    )

    assert found.items == (
        Item(
            guid="urn:1",
            link="https://news.example/a/ferry",
            title="Ferry",
            author=None,
            published="2024-05-06T10:15:00Z",
            text="It sailed.",
            revision="2024-05-07T10:15:00Z",
        ),
    )


def test_json_feeds_are_read() -> None:
    item = {
        "id": 7,
        "url": "/ferry",
        "title": "Ferry",
        "content_html": "<p>It sailed.</p>",
        "date_published": "2024-05-06T10:15:00Z",
        "authors": [{"name": "Ann Lee"}],
    }
    found = feed(
        json.dumps(
            {"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [item, 3]}
        )
    )

    assert found.items == (
        Item("7", "https://news.example/ferry", "Ferry", "Ann Lee", "2024-05-06T10:15:00Z",
             "It sailed."),
    )  # fmt: skip


def test_sitemaps_are_read_newest_first() -> None:
    space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    rows = "".join(
        f"<url><loc>https://news.example/{day}</loc><lastmod>2024-05-0{day}</lastmod></url>"
        for day in (1, 3, 2)
    )

    found = feed(f"<urlset {space}>{rows}</urlset>")
    listed = feed(
        f"<sitemapindex {space}><sitemap><loc>https://news.example/s1.xml</loc></sitemap>"
        "<sitemap><loc>file:///etc/hostname</loc></sitemap></sitemapindex>"
    )

    assert [(item.link, item.revision) for item in found.items] == [
        ("https://news.example/3", "2024-05-03"),
        ("https://news.example/2", "2024-05-02"),
        ("https://news.example/1", "2024-05-01"),
    ]
    assert listed.sitemaps == ("https://news.example/s1.xml",)


def test_of_a_sitemap_pictures_are_not_pages_and_news_have_their_titles() -> None:
    found = feed(
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1" '
        'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url>'
        "<loc>https://news.example/ferry</loc><news:news><news:publication><news:name>The Example"
        "</news:name></news:publication><news:publication_date>2024-05-06</news:publication_date>"
        "<news:title>Ferry sails</news:title></news:news><image:image>"
        "<image:loc>https://cdn.example/1.jpg</image:loc><image:title>A picture</image:title>"
        "</image:image></url><url><lastmod>2024-05-06</lastmod></url></urlset>"
    )

    assert [(item.link, item.title, item.published) for item in found.items] == [
        ("https://news.example/ferry", "Ferry sails", "2024-05-06")
    ]
    assert not found.is_whole


def test_a_feed_may_be_a_gzip_file() -> None:
    content = gzip.compress(rss("<guid>1</guid>"))

    assert len(feed(content).items) == 1
    whole = rss("<guid>1</guid>")
    members = gzip.compress(whole[:40]) + gzip.compress(whole[40:])
    assert len(feed(members).items) == 1
    for broken in (content[:-9], b"\x1f\x8b" + b"a" * 99, gzip.compress(b" " * (LARGEST + 1)),
                   gzip.compress(content)):  # fmt: skip
        with pytest.raises(BadInputError):
            parse(broken, URL)


@pytest.mark.parametrize(
    ("declared", "charset", "encoding", "title"),
    [
        ("gb2312", None, "gbk", "“中午，”朱镕基说"),
        ("Shift_JIS", "utf-8", "cp932", "「正午①」"),
        ("iso-2022-jp", None, "iso2022_jp", "「正午」"),
        ("", "windows-1251", "cp1251", "«Полдень»"),
        ("windows-1251", "utf-8", "cp1251", "«Полдень»"),
        ("iso-8859-1", None, "cp1252", "“Noon”"),
        ("", "iso-8859-1", "utf-8", "“Noon”"),
    ],
)
def test_the_encoding_is_the_feeds_or_the_servers(
    declared: str, charset: str | None, encoding: str, title: str
) -> None:
    named = f' encoding="{declared}"' if declared else ""
    content = (
        f'<?xml version="1.0"{named}?><rss version="2.0"><channel><item><guid>1</guid>'
        f"<title>{title}</title></item></channel></rss>"
    ).encode(encoding)

    assert parse(content, URL, charset)["items"][0]["title"] == title


def test_in_no_encoding_a_document_type_declaration_is_let_through() -> None:
    for encoding in ("gbk", "cp932", "iso2022_jp", "utf-8"):
        content = f'<?xml version="1.0" encoding="{encoding}"?>{BOMB}<rss><!-- 中 --></rss>'
        with pytest.raises(BadInputError, match="document type declaration"):
            parse(content.encode(encoding), URL)


def test_items_of_json_feeds_lead_to_their_pages_or_nowhere() -> None:
    items = [
        {"id": "1", "content_text": "It sailed."},
        {"id": "2", "external_url": "https://other.example/2", "date_modified": "2024-05-07"},
        {"id": "3", "url": "javascript:alert(1)", "authors": [{"name": "Ann"}, 3, {"name": "Bo"}]},
        {"id": "4", "author": {"name": "Cy"}, "authors": "Di"},
    ]
    found = feed(json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items}))

    assert [item.link for item in found.items] == [None, "https://other.example/2", None, None]
    assert [item.author for item in found.items] == [None, None, "Ann, Bo", None]
    assert found.items[1].revision == "2024-05-07"


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("/ferry", "https://news.example/ferry"),
        ("ferry?a=1&amp;b=2", "https://news.example/feeds/ferry?a=1&b=2"),
        ("javascript:alert(1)", None),
        ("file:///etc/hostname", None),
        ("https://user@news.example/", None),
        ("", None),
    ],
)
def test_links_are_whole_web_addresses_or_none(link: str, expected: str | None) -> None:
    (item,) = feed(rss(f"<guid isPermaLink='false'>1</guid><link>{link}</link>")).items
    assert item.link == expected


BOMB = '<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "it is not a feed"),
        (b"noon", "it is not a feed"),
        (b"/etc/hostname", "it is not a feed"),
        (b"file:///etc/hostname", "it is not a feed"),
        (b'{"items": []}', "it is not a feed"),
        (b"[" * 100_000, "it is not a feed"),
        (b"{" * 100_000, "it is not a feed"),
        (b"<!doctype html><html><body>Log in</body></html>", "it is not a feed"),
        (b'<html><link rel="alternate" type="application/rss+xml" href="/rss"></html>',
         "it is not a feed but a page, whose feed is https://news.example/rss"),
        (f"{BOMB}<rss version='2.0'><channel><title>&b;</title></channel></rss>".encode(),
         "it has a document type declaration"),
        (f"<?xml version='1.0'?>{BOMB}<rss>".encode("utf-16"),
         "it has a document type declaration"),
        (f"<rss><bad></rss>{BOMB}".encode(), "it has a document type declaration"),
        (b"<urlset><url><loc>https://news.example/1</loc>", "the sitemap is cut off"),
    ],
)  # fmt: skip
def test_what_is_no_feed_is_refused(content: bytes, reason: str) -> None:
    with pytest.raises(BadInputError) as refusal:
        parse(content, URL)
    assert str(refusal.value).startswith(reason)


def test_of_a_feed_that_is_cut_off_the_whole_items_are_read() -> None:
    whole = rss("<guid>1</guid><title>One</title>", "<guid>2</guid><title>Two is half</title>")

    found = feed(whole[: whole.index(b" is half")])

    assert [item.title for item in found.items] == ["One"]
    assert found.notes == ("it is cut off; the items before the cut were read",)


def test_small_faults_are_forgiven() -> None:
    found = feed(rss("<guid>1</guid><title>Fish & chips</title>", "<title>Tea</title>"))
    assert [item.title for item in found.items] == ["Fish & chips", "Tea"]


def test_of_very_many_items_the_newest_are_read() -> None:
    items = [f"<guid>{n}</guid><pubDate>{n % 28 + 1:02} May 2024 10:00 GMT</pubDate>"
             for n in range(MOST_ITEMS + 100)]  # fmt: skip

    found = feed(rss(*items))

    assert len(found.items) == MOST_ITEMS
    assert min(item.published or "" for item in found.items) > "2024-05-04"
    assert found.notes == (f"it has {MOST_ITEMS + 100} items; the newest {MOST_ITEMS} were read",)


def test_nothing_on_this_machine_is_opened(tmp_path: Path) -> None:
    there = tmp_path / "feed.xml"
    there.write_bytes(rss("<guid>1</guid>"))

    for content in (bytes(there), there.as_uri().encode()):
        with pytest.raises(BadInputError):
            parse(content, URL)


def test_robots_txt_is_kept() -> None:
    rules = b"User-agent: *\nDisallow: /private\nCrawl-delay: 3\n\nUser-agent: other\nDisallow: /"
    urls = ["https://news.example/a", "https://news.example/private/b"]

    assert parse_robots(rules, "byline", urls) == {"allowed": [True, False], "delay": 3.0}
    assert parse_robots(b"\xff\0", "byline", urls)["allowed"] == [True, True]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Mon, 06 May 2024 09:12:00 EST", "2024-05-06T14:12:00Z"),
        ("2024-05-06", "2024-05-06T00:00:00Z"),
        ("2024/05/06 09:12:00 +0900", "2024-05-06T09:12:00+09:00"),
        ("1714983120", "2024-05-06T08:12:00Z"),
        ("1714983120000", "2024-05-06T08:12:00Z"),
        ("6 mai 2024", "2024-05-06"),
        ("пн, 06 мая 2024 09:12:00 +0300", "2024-05-06T09:12:00+03:00"),
        ("04/05/2024", None),
        ("yesterday", None),
        ("Mon, 06 May 2024 25:12:00 GMT", None),
    ],
)
def test_dates_are_read_as_feeds_write_them_and_never_guessed(
    written: str, expected: str | None
) -> None:
    (item,) = feed(rss(f"<title>A</title><pubDate>{written}</pubDate>")).items
    assert item.published == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("<author>ann@news.example (Ann Lee)</author>", "Ann Lee"),
        ("<author>Ann Lee</author>", "Ann Lee"),
        ("<author>desk@news.example</author>", "desk@news.example"),
    ],
)
def test_an_author_is_a_name_where_there_is_one(written: str, expected: str) -> None:
    (item,) = feed(rss(f"<title>A</title>{written}")).items
    assert item.author == expected


def test_a_blogs_program_has_no_word_in_its_articles() -> None:
    for credit in (
        "The post Ferry appeared first on The Example.",
        "Der Beitrag Fähre erschien zuerst auf Beispiel.",
        "L’article Le bac est apparu en premier sur L’Exemple.",
    ):
        html = f"&lt;p&gt;It sailed.&lt;/p&gt;&lt;p&gt;{credit}&lt;/p&gt;"
        (item,) = feed(rss(f"<description>{html}</description>")).items
        assert item.text == "It sailed."


@pytest.mark.parametrize("before", ["\n ", "\ufeff\n"])
def test_blank_lines_before_a_feed_or_sitemap_do_no_harm(before: str) -> None:
    declared = '<?xml version="1.0"?>'
    sitemap = f"{declared}<urlset><url><loc>https://news.example/a</loc></url></urlset>"
    assert len(feed(before.encode() + rss("<title>A</title>")).items) == 1
    assert len(feed(before + sitemap).items) == 1


def test_an_item_that_holds_nothing_does_not_take_the_others_along() -> None:
    odd = "<title>&lt;![CDATA[</title><description>&lt;!DOCTYPE x></description>"
    assert [item.title for item in feed(rss(odd, "<title>Ferry</title>")).items] == [None, "Ferry"]


def test_the_sitemap_of_odd_dates_has_the_newest_first() -> None:
    rows = "".join(
        f"<url><loc>https://news.example/{number}</loc><lastmod>{day}</lastmod></url>"
        for number, day in enumerate(
            ["2023-05", "soon", "06.05.2024", "Tue, 07 May 2024 09:00 GMT"]
        )
    )
    found = feed(f"<urlset>{rows}</urlset>").items
    assert [(item.link or "")[-1] for item in found] == ["3", "2", "0", "1"]


def test_the_feed_of_a_page_is_named_however_the_page_writes_it() -> None:
    link = '<link href="/rss" title="News > all" rel="alternate" type="application/rss+xml">'
    with pytest.raises(BadInputError, match=r"whose feed is https://news\.example/rss$"):
        feed(f"<!doctype html><html><head>{link}</head></html>")
