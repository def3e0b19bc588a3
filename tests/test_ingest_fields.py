import hashlib

import pytest

from index.articles import Article
from index.ingest.fields import Draft, make_article, outlet, web_address

TEXT = "The tide turned at noon."


def article_of(draft: Draft) -> Article:
    reading = make_article("a.md", draft)
    assert reading.article is not None, reading.notes
    return reading.article


def note_of(draft: Draft) -> str:
    (note,) = make_article("a.md", draft).notes
    return note


def test_an_article_holds_what_the_draft_held() -> None:
    reading = make_article(
        "tides.jsonl line 3",
        Draft(
            text=TEXT,
            id="tide-7",
            title="Tides",
            url="https://news.example/tides",
            source="The Example",
            author="Ann Lee",
            published="May 6, 2024",
            lang="en-GB",
        ),
    )

    assert reading.where == "tides.jsonl line 3"
    assert reading.notes == ()
    assert reading.article == Article(
        id="tide-7",
        title="Tides",
        text=TEXT,
        url="https://news.example/tides",
        source="The Example",
        author="Ann Lee",
        published="2024-05-06",
        lang="en",
    )


def test_only_a_text_is_needed() -> None:
    article = article_of(Draft(TEXT, id="x"))

    assert article == Article(id="x", title="", text=TEXT)


@pytest.mark.parametrize(
    "text",
    [
        "  \n two  spaces\tand a gap \n\n",
        "<!-- a comment --> <b onclick=x>bold</b> [bbc.co.uk](https://evil.example)",
        "@everyone <@&1> </ask:1> <t:0:R> discord.gg/x",
        "\u202ereversed\u202c \u200d\u200d ﷺ e\u0301\u0301 \x1b[31m \ufeff",
        "港の潮 คลื่น بحر 🌊",
    ],
)
def test_the_text_is_kept_as_it_is(text: str) -> None:
    assert article_of(Draft(text)).text == text


@pytest.mark.parametrize(
    ("draft", "reason"),
    [
        (Draft(""), "has no text"),
        (Draft(" \n\t\u3000"), "has no text"),
        (Draft("a\x00b"), "NUL"),
        (Draft("a\ud800b"), "lone surrogate"),
        (Draft("a" * 2_000_001), "2,000,001 characters"),
        (Draft(TEXT, id="a" * 201), "longer than 200"),
        (Draft(TEXT, id="a\nb"), "cannot be shown"),
        (Draft(TEXT, id="a\x00b"), "cannot be shown"),
        (Draft(TEXT, id="a\udc80b"), "cannot be shown"),
        (Draft(TEXT, id="a\u202eb"), "cannot be shown"),
    ],
)
def test_what_cannot_be_stored_is_skipped_with_its_reason(draft: Draft, reason: str) -> None:
    reading = make_article("a.md", draft)

    assert reading.article is None
    assert reason in reading.notes[0]
    assert all(note.isprintable() for note in reading.notes)


def test_limits_are_what_still_fits() -> None:
    article = article_of(Draft("a" * 2_000_000, id="i" * 200, title="t" * 500, author="n" * 200))

    assert (len(article.text), len(article.title)) == (2_000_000, 500)


def test_an_id_is_made_from_the_url_or_else_from_the_text() -> None:
    def digest(words: str) -> str:
        return hashlib.sha256(words.encode()).hexdigest()[:16]

    assert article_of(Draft(TEXT)).id == digest(TEXT)
    assert article_of(Draft(TEXT, url="https://a.example/")).id == digest("https://a.example/")
    assert article_of(Draft(TEXT, id="  ", url="ftp://a.example/")).id == digest(TEXT)
    assert article_of(Draft(TEXT, id=" x ")).id == "x"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("  Tides\n of the\tday ", "Tides  of the day"),
        ("a\x00b\x1b[31m", "a b [31m"),
        ("half \ud83d moon", "half \ufffd moon"),
        ("two  spaces", "two  spaces"),
        ("\n", ""),
    ],
)
def test_a_title_is_one_line(title: str, expected: str) -> None:
    assert article_of(Draft(TEXT, title=title)).title == expected


@pytest.mark.parametrize(
    ("draft", "field", "length"),
    [
        (Draft(TEXT, title="t" * 501), "title", 500),
        (Draft(TEXT, source="s" * 201), "source", 200),
        (Draft(TEXT, author="a" * 201), "author", 200),
    ],
)
def test_what_is_too_long_is_cut_with_a_note(draft: Draft, field: str, length: int) -> None:
    assert len(getattr(article_of(draft), field)) == length
    assert note_of(draft) == f"the {field} was cut to its first {length} characters"


@pytest.mark.parametrize(
    "url",
    [
        "http://news.example",
        "https://news.example/a?b=c&d=%20#e",
        "HTTPS://News.Example/A",
        "https://news.example:8443/a",
        "https://münchen.example/flut",
        "https://[2001:db8::1]/a",
        "https://news.example/" + "a" * 1_900,
    ],
)
def test_a_web_address_is_kept_as_it_is(url: str) -> None:
    article = article_of(Draft(TEXT, url=f" {url} "))

    assert article.url == url


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://news.example/a",
        "//news.example/a",
        "news.example/a",
        "https://",
        "https:///a",
        "http://user@evil.example/",
        "http://user:secret@evil.example/",
        "http://@evil.example/",
        "http://good.example\\@evil.example/",
        "http://news.example/a b",
        "http://news.example/a\nb",
        "http://news.example/\u202ea",
        "http://news.example/\ud800",
        "http://news.example/<b>",
        "http://news.example:port/",
        "http://news.example:99999/",
        "http://[::1",
        "http://news.example\u2100.evil.example/",
        "https://news.example/" + "a" * 2_000,
    ],
)
def test_any_other_url_is_left_out_with_a_note(url: str) -> None:
    draft = Draft(TEXT, url=url)

    assert article_of(draft).url is None
    assert "it was left out" in note_of(draft)
    assert note_of(draft).isprintable()


@pytest.mark.parametrize("published", ["2026-13-45", "2022-03-30T10:15:00+25:00", "soon"])
def test_an_unreadable_date_is_unknown(published: str) -> None:
    draft = Draft(TEXT, published=published)

    assert article_of(draft).published is None
    assert note_of(draft) == f"no date could be read from '{published}'; the date is unknown"


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", "en"),
        ("EN", "en"),
        ("en-US", "en"),
        ("pt_BR", "pt"),
        ("zh-Hant-TW", "zh"),
        ("", None),
    ],
)
def test_a_language_tag_gives_its_language(lang: str, expected: str | None) -> None:
    assert article_of(Draft(TEXT, lang=lang)).lang == expected


@pytest.mark.parametrize("lang", ["xx", "eng", "English", "e", "-", "1\n2"])
def test_any_other_language_is_unknown(lang: str) -> None:
    draft = Draft(TEXT, lang=lang)

    assert article_of(draft).lang is None
    assert "is not an ISO 639-1 language" in note_of(draft)


def test_the_notes_of_the_reader_stand_first() -> None:
    reading = make_article("a.md", Draft(TEXT, lang="xx", notes=("it is damaged UTF-8",)))

    assert reading.notes[0] == "it is damaged UTF-8"
    assert len(reading.notes) == 2


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.news.example/a", "news.example"),
        ("http://Blog.News.Example:8080/", "blog.news.example"),
        ("https://www2.news.example/", "www2.news.example"),
        ("javascript:alert(1)", None),
        ("", None),
    ],
)
def test_an_outlet_is_named_by_its_host(url: str, expected: str | None) -> None:
    assert outlet(url) == expected


def test_a_web_address_is_given_in_its_parts() -> None:
    parts = web_address("https://news.example/a")

    assert parts is not None
    assert parts.hostname == "news.example"
