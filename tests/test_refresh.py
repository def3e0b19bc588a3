"""Feeds as they are followed, from a website on this machine."""

import gzip
import json
from datetime import UTC, datetime, timedelta
from html import escape
from pathlib import Path

import pytest

from index.articles import MAIN
from index.build import list_articles
from index.errors import FetchError
from index.feeds import INTERVAL, LONGEST_BACK_OFF, MOST_TRIES, FollowedFeed, utc
from index.holdings import followed, withdrawn
from index.ingest.addresses import AllowedHosts
from index.ingest.headers import LONGEST_WAIT, retry_after
from index.ingest.polite import Manners
from index.refresh import known_of, refresh_feeds, unfollow
from index.visits import Refreshed
from tests.test_cli import FAILED, byline
from tests.test_ingest_feeds import rss
from tests.test_ingest_page import FIRST, LAST, page
from tests.websites import Website, website

NOW = datetime(2024, 5, 7, 12, tzinfo=UTC)
WHOLE = "The ferry sailed at noon, and the whole town had come to see it go. " * 20


def item(
    guid: str = "", link: str = "", text: str = WHOLE, day: int = 6, title: str = "Ferry"
) -> str:
    return (
        f"<guid isPermaLink='false'>{guid}</guid><link>{link}</link><title>{title}</title>"
        f"<pubDate>{day:02} May 2024 10:00:00 GMT</pubDate>"
        f"<description>{escape(text)}</description>"
    )


class Reader:
    """Follows feeds of a website, into one data folder."""

    def __init__(self, site: Website, data: Path) -> None:
        self._site = site
        self._data = data
        self.now = NOW

    def refresh(self, *urls: str, full_text: bool = True, robots: bool = False) -> list[Refreshed]:
        known = {feed.url: feed for feed in followed(self._data)}
        feeds = [known.get(url, FollowedFeed(url, full_text=full_text)) for url in urls]
        done, _ = refresh_feeds(
            feeds,
            self._data,
            allowed=AllowedHosts.parse(self._site.host),
            now=self.now,
            manners=Manners(delay=0, robots=robots),
        )
        return done

    def problem(self, feed: str | None = None) -> str | None:
        """What is wrong with the first item of a feed, or of the only one."""
        items = known_of(self._data, MAIN).items
        return items[feed or next(iter(items))][0].problem

    def texts(self) -> list[str]:
        return sorted(article.text for article in list_articles(self._data))

    def ids(self) -> list[str]:
        return [article.id for article in list_articles(self._data)]


def test_the_items_of_a_feed_become_articles(data: Path) -> None:
    with website() as site:
        feed = site.put("/rss", rss(item("1", site.at("/ferry"))))
        (one,) = Reader(site, data).refresh(feed)

    (article,) = list_articles(data)
    assert (article.title, article.text) == ("Ferry", WHOLE.strip())
    assert (article.source, article.published) == ("The Example", "2024-05-06T10:00:00Z")
    assert (one.feed.title, one.feed.succeeded) == ("The Example", utc(NOW))
    assert followed(data) == [one.feed]


def test_the_whole_text_is_fetched_where_the_feed_gives_a_summary(data: Path) -> None:
    with website() as site:
        feed = site.put("/rss", rss(item("1", site.put("/ferry", page()), "It sailed.")))
        reader = Reader(site, data)
        reader.refresh(feed)
        assert reader.texts() == [f"{FIRST}\n\n{LAST}"]
        reader.refresh(feed)
        assert site.hits["/ferry"] == 1


def test_pages_are_left_alone_where_summaries_are_enough(data: Path) -> None:
    with website() as site:
        feed = site.put("/rss", rss(item("1", site.put("/ferry", page()), "It sailed.")))
        reader = Reader(site, data)
        reader.refresh(feed, full_text=False)
        assert reader.texts() == ["It sailed."]
        assert site.hits["/ferry"] == 0


def test_a_feed_that_has_not_changed_is_not_sent_again(data: Path) -> None:
    with website() as site:
        feed = site.put("/rss", rss(item("1")), ETag='"1"')
        reader = Reader(site, data)
        reader.refresh(feed)
        (again,) = reader.refresh(feed)
        assert (again.feed.problem, again.feed.etag) == (None, '"1"')
        assert site.unchanged["/rss"] == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("1", "/ferry"), ("another guid", "/ferry")),
        (("1", "/ferry"), ("1", "/moved")),
        (("1", ""), ("1", "")),
        (("", "/ferry"), ("2", "/ferry")),
    ],
)
def test_an_item_stays_the_same_article(
    data: Path, first: tuple[str, str], second: tuple[str, str]
) -> None:
    with website() as site:
        reader = Reader(site, data)
        for (guid, path), text in ((first, WHOLE), (second, WHOLE + "More of it.")):
            link = site.at(path) if path else ""
            reader.refresh(site.put("/rss", rss(item(guid, link, text))))
        assert reader.texts() == [WHOLE + "More of it."]


def test_what_one_feed_calls_by_the_name_of_another_is_another_article(data: Path) -> None:
    with website() as site:
        reader = Reader(site, data)
        reader.refresh(
            site.put("/a", rss(item("1", text="A " + WHOLE))),
            site.put("/b", rss(item("1", text="B " + WHOLE))),
        )
        assert [text[0] for text in reader.texts()] == ["A", "B"]


def test_an_article_that_two_feeds_have_comes_once(data: Path) -> None:
    with website() as site:
        reader = Reader(site, data)
        link = site.at("/ferry")
        reader.refresh(site.put("/a", rss(item("1", link))))
        reader.refresh(site.put("/b", rss(item("2", link, "B " + WHOLE))))
        assert reader.texts() == [WHOLE.strip()]


def test_a_dead_page_leaves_the_feeds_text_and_is_given_up_after_five_tries(data: Path) -> None:
    with website() as site:
        feed = site.put("/rss", rss(item("1", site.at("/gone"), "It sailed.")), ETag='"1"')
        reader = Reader(site, data)
        for _ in range(7):
            reader.refresh(feed)
        assert site.hits["/gone"] == 5
        assert reader.texts() == ["It sailed."]


def test_a_page_that_died_leaves_what_was_read_of_it(data: Path) -> None:
    with website() as site:
        link = site.put("/ferry", page())
        reader = Reader(site, data)
        reader.refresh(site.put("/rss", rss(item("1", link, "It sailed."))))
        for status, said in ((410, "It has sailed."), (500, "It sails."), (200, "It sank.")):
            site.put("/ferry", status=status)  # of the last, nothing can be read
            feed = site.put("/rss", rss(item("1", link, said)))
            for _ in range(MOST_TRIES + 1):
                reader.refresh(feed)
                assert reader.texts() == [f"{FIRST}\n\n{LAST}"]
        assert reader.problem() == "the file is empty"
        site.put("/ferry", page("<p>It came back in the evening of the next day.</p>"))
        reader.refresh(site.put("/rss", rss(item("1", link, "It is back."))))
        assert "came back" in reader.texts()[0]


def test_what_a_feed_drops_before_older_items_is_marked_and_kept(data: Path) -> None:
    with website() as site:
        old, new = item("1", day=1, text="1" + WHOLE), item("2", day=5, text="2" + WHOLE)
        reader = Reader(site, data)
        feed = site.put("/rss", rss(new, old))
        reader.refresh(feed)
        site.put("/rss", rss(old))
        reader.refresh(feed)
        assert withdrawn(data) == {feed: 1}
        assert len(reader.ids()) == 2
        site.put("/rss", rss(new, old))
        reader.refresh(feed)
        assert withdrawn(data) == {feed: 0}


def test_what_a_sitemap_of_all_pages_drops_is_marked_and_kept(data: Path) -> None:
    with website() as site:
        reader = Reader(site, data)

        def listed(*paths: str) -> dict[str, int]:
            rows = "".join(f"<url><loc>{site.put(path, page(path))}</loc></url>" for path in paths)
            reader.refresh(site.put("/sitemap.xml", f"<urlset>{rows}</urlset>"))
            return withdrawn(data)

        feed = site.at("/sitemap.xml")
        assert listed("/1", "/2", "/3") == {feed: 0}
        assert listed("/1", "/3") == {feed: 1}
        assert listed() == {feed: 1}  # an empty one says nothing of them
        assert listed("/1", "/2", "/3") == {feed: 0}
        assert len(reader.ids()) == 3


def test_of_sitemaps_that_one_lists_a_dead_one_is_told_and_the_others_are_read(data: Path) -> None:
    with website() as site:
        alive = site.put("/s1.xml.gz", gzip.compress(
            f"<urlset><url><loc>{site.put('/ferry', page())}</loc></url></urlset>".encode()
        ), Content_Type="application/x-gzip")  # fmt: skip
        rows = "".join(f"<sitemap><loc>{one}</loc></sitemap>" for one in (site.at("/no"), alive))
        reader = Reader(site, data)
        (one,) = reader.refresh(site.put("/all.xml", f"<sitemapindex>{rows}</sitemapindex>"))
        assert reader.texts() == [f"{FIRST}\n\n{LAST}"]
        assert one.notes == (f"{site.at('/no')}: the server answered 404",)

        site.put("/s1.xml.gz", status=500)
        (one,) = reader.refresh(site.at("/all.xml"))
        assert one.feed.problem == "the server answered 500"
        assert len(reader.ids()) == 1


def test_items_that_share_a_link_are_apart_and_doubles_are_one(data: Path) -> None:
    with website() as site:
        link = site.put("/live", page())
        live = [item(str(n), link, f"At {n} it sailed on.", title=f"{n} o'clock") for n in (1, 2)]
        feed = site.put("/rss", rss(*live, item("again", link, "At 2 it.", title="2 o'clock")))
        reader = Reader(site, data)
        for _ in range(2):
            reader.refresh(feed)
            assert reader.texts() == ["At 1 it sailed on.", "At 2 it sailed on."]
        reader.refresh(site.put("/rss", rss(item("3", link, "At 3 it was gone.", title="3"))))
        assert len(reader.ids()) == 3
        assert site.hits["/live"] == 1  # for the one that was alone with it


def test_the_time_that_a_host_of_pages_asks_for_is_waited_and_is_no_try(data: Path) -> None:
    with website() as site:
        link = site.put("/ferry", status=429, Retry_After="7200")
        feed = site.put("/rss", rss(item("1", link, "It sailed.")))
        reader = Reader(site, data)
        for _ in range(MOST_TRIES + 1):
            (one,) = reader.refresh(feed)
        assert one.feed.next_try == utc(NOW + timedelta(hours=2))
        assert not one.feed.is_due(NOW + timedelta(minutes=119), at_once=True)
        assert reader.texts() == ["It sailed."]
        site.put("/ferry", page())
        reader.refresh(feed)
        assert reader.texts() == [f"{FIRST}\n\n{LAST}"]


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ("2024-05-05T08:00:00Z", "2024-05-05T08:00:00Z"),
        ("2024-05-05", "2024-05-06T10:00:00Z"),
        ("soon", "2024-05-06T10:00:00Z"),
    ],
)
def test_of_two_dates_the_more_exact_holds(data: Path, named: str, expected: str) -> None:
    with website() as site:
        content = page().replace(b"2024-05-06T10:15:00+02:00", named.encode())
        link = site.put("/ferry", content)
        Reader(site, data).refresh(site.put("/rss", rss(item("1", link, "It sailed."))))
    assert list_articles(data)[0].published == expected


def test_one_dead_feed_of_twenty_does_not_stop_the_others(data: Path) -> None:
    with website() as site:
        alive = [
            site.put(f"/{n}", rss(item("1", site.at(f"/a{n}"), f"{n} {WHOLE}"))) for n in range(19)
        ]
        reader = Reader(site, data)
        done = reader.refresh(*alive[:10], site.at("/dead"), *alive[10:])
        assert [one.feed.problem for one in done if one.feed.problem] == ["the server answered 404"]
        assert len(reader.ids()) == 19
        assert len(followed(data)) == 19


def test_robots_txt_is_kept(data: Path) -> None:
    with website() as site:
        site.put("/robots.txt", "User-agent: *\nDisallow: /private\n")
        hidden = site.put("/private/ferry", page())
        reader = Reader(site, data)
        first, second = reader.refresh(
            site.put("/rss", rss(item("1", hidden, "It sailed."))),
            site.put("/private/rss", rss(item("1"))),
            robots=True,
        )
        assert reader.texts() == ["It sailed."]
        refused = f"the robots.txt of {site.host} asks not to fetch it"
        assert reader.problem(first.feed.url) == refused
        assert second.feed.problem == refused
        assert (site.hits["/private/ferry"], site.hits["/private/rss"]) == (0, 0)
        assert site.hits["/robots.txt"] == 1


def test_a_host_that_is_busy_is_left_alone(data: Path) -> None:
    with website() as site:
        site.put("/busy", status=429, Retry_After="3600")
        feed = site.put("/rss", rss(item("1")))
        reader = Reader(site, data)
        reader.refresh(feed)
        busy, after = reader.refresh(site.at("/busy"), feed)
        assert site.hits["/rss"] == 1
        assert busy.feed.problem == "the server answered 429"
        assert after.feed.problem == (
            "it was not asked and waits for its turn: its host is busy (the server answered 429)"
        )
        assert (after.feed.failures, after.feed.checked) == (0, utc(NOW))
        assert utc(NOW + timedelta(minutes=59)) < (after.feed.next_try or "")
        assert not after.feed.is_due(NOW + timedelta(minutes=59), at_once=True)
        assert after.feed.is_due(NOW + timedelta(hours=1))
        assert [feed.url for feed in followed(data)] == [after.feed.url] != [busy.feed.url]
        listed = byline("index", "feeds", "list", "--data", data).stdout
        assert "failure" not in listed
        assert "; it was not asked" in listed


def test_a_page_that_was_not_asked_for_is_no_try(data: Path) -> None:
    with website() as site:
        feeds = [
            site.put(f"/{n}", rss(item("1", site.put(f"/page{n}", status=503), f"{n} It sailed.")))
            for n in range(2)
        ]
        Reader(site, data).refresh(*feeds)
        assert sum(site.hits[f"/page{n}"] for n in range(2)) == 1
    items = known_of(data, MAIN).items
    assert sorted(
        (one.tries, "was not asked" in (one.problem or "")) for [one] in items.values()
    ) == [
        (0, True),
        (1, False),
    ]


def test_a_date_to_come_is_unknown(data: Path) -> None:
    with website() as site:
        Reader(site, data).refresh(site.put("/rss", rss(item("1", day=30))))
    assert list_articles(data)[0].published is None


def test_a_sitemap_is_followed_to_its_pages(data: Path) -> None:
    with website() as site:
        urls = f"<url><loc>{site.put('/ferry', page())}</loc><lastmod>2024-05-06</lastmod></url>"
        inner = site.put("/s1.xml", f"<urlset>{urls}</urlset>")
        outer = f"<sitemapindex><sitemap><loc>{inner}</loc></sitemap></sitemapindex>"
        reader = Reader(site, data)
        reader.refresh(site.put("/sitemap.xml", outer))
        assert reader.texts() == [f"{FIRST}\n\n{LAST}"]


def test_a_feed_that_is_followed_no_longer_leaves_its_articles_or_takes_them(data: Path) -> None:
    with website() as site:
        reader = Reader(site, data)
        (one,) = reader.refresh(site.put("/rss", rss(item("1"))))
        unfollow([one.feed], data)
        assert (followed(data), len(reader.ids())) == ([], 1)
        (one,) = reader.refresh(one.feed.url)
        outcome = unfollow([one.feed], data, with_articles=True)
        assert (len(outcome.changes.removed), outcome.articles) == (1, 0)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("120", timedelta(seconds=120)),
        ("Tue, 07 May 2024 12:02:00 GMT", timedelta(minutes=2)),
        ("Tue, 07 May 2024 11:00:00 GMT", timedelta()),
        ("9" * 400, LONGEST_WAIT),
        ("soon", None),
        ("-5", None),
        ("", None),
        (None, None),
    ],
)
def test_retry_after_is_seconds_or_a_date(written: str | None, expected: timedelta | None) -> None:
    assert retry_after(FetchError("busy", status=503, retry_after=written), NOW) == expected


def test_each_failure_doubles_the_pause_up_to_a_day() -> None:
    feed = FollowedFeed("https://news.example/rss").after_success(NOW)
    pauses = []
    for _ in range(12):
        feed = feed.after_failure(FetchError("it is gone"), NOW)
        pauses.append(datetime.fromisoformat(feed.next_try or "") - NOW)

    assert pauses[:3] == [INTERVAL * 2, INTERVAL * 4, INTERVAL * 8]
    assert pauses[-1] == LONGEST_BACK_OFF
    assert feed.after_success(NOW).failures == 0


def test_feeds_are_followed_listed_refreshed_and_left_by_commands(data: Path) -> None:
    with website() as site:
        allowed = {"BYLINE_ALLOWED_HOSTS": site.host}
        feed = site.put("/rss", rss(item("1", site.at("/ferry"))), ETag='"1"')
        dead = site.at("/dead")
        added = byline(
            "index", "feeds", "add", feed, dead, "--delay", "0", "--data", data, **allowed
        )
        assert added.returncode == 0, added.stderr
        assert "1 added" in added.stdout
        assert f"{dead} is not followed." in added.stderr
        listed = byline("index", "feeds", "list", "--json", "--data", data)
        (row,) = json.loads(listed.stdout)
        assert (row["url"], row["title"], row["problem"]) == (feed, "The Example", None)
        early = byline("index", "feeds", "refresh", "--data", data, **allowed)
        assert early.stdout == "1 feed, none of which is due.\n"
        site.put("/rss", status=404)
        failed = byline(
            "index", "feeds", "refresh", "--now", "--delay", "0", "--data", data, **allowed
        )
        assert failed.returncode == FAILED
        assert f"{feed}: the server answered 404." in failed.stderr
        assert "1 article in the index" in failed.stdout
    words = byline("index", "feeds", "list", "--data", data).stdout
    assert "1 failure since, the last: the server answered 404" in words
    left = byline("index", "feeds", "remove", feed, "--articles", "--data", data)
    assert "1 removed" in left.stdout
    unknown = byline("index", "feeds", "remove", feed, "--data", data)
    assert unknown.returncode == FAILED
    assert "is not followed" in unknown.stderr
