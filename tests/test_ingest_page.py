from typing import Any

import pytest
from lxml.html import document_fromstring

from index.errors import BadInputError
from index.ingest.hiding import hidden_elements
from index.ingest.page import paragraphs, parse

PAGE = """<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Ferry</title>
<meta property="og:title" content="Ferry sails"><meta property="og:site_name" content="The Example">
<meta property="article:published_time" content="2024-05-06T10:15:00+02:00">
<meta name="author" content="Ann Lee"><link rel="canonical" href="{canonical}"></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>Ferry sails</h1>
<p>“It sailed at noon,” said <a href="/b">Bob   Ray</a>, the
harbour's <b>master</b>. He had waited long for it, and so had everybody else in the town.</p>
{more}<p>The ferry will sail again on Thursday, and then every day until the autumn comes.</p>
</article><footer>Copyright. Cookies. All rights reserved.</footer></body></html>"""
FIRST = (
    "“It sailed at noon,” said Bob Ray, the harbour's master. "
    "He had waited long for it, and so had everybody else in the town."
)
LAST = "The ferry will sail again on Thursday, and then every day until the autumn comes."


def page(more: str = "", canonical: str = "https://news.example/ferry") -> bytes:
    return PAGE.format(more=more, canonical=canonical).encode()


def test_a_page_is_an_article_without_what_stands_around_it() -> None:
    assert parse(page(), "https://www.news.example/ferry?from=home") == {
        "text": f"{FIRST}\n\n{LAST}",
        "id": None,
        "title": "Ferry sails",
        "url": "https://news.example/ferry",
        "source": "The Example",
        "author": "Ann Lee",
        "published": "2024-05-06T10:15:00+02:00",
        "lang": "en-GB",
        "notes": (),
    }


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("<p>He said <q>nothing</q> of it.</p>", ["He said nothing of it."]),
        ("<p>One line of it,<br>and then another line.</p>",
         ["One line of it,\nand then another line."]),
        ("<blockquote><p>«Never again», said Bob.</p></blockquote>", ["«Never again», said Bob."]),
        ("<p>&ldquo;It&rsquo;s &quot;so&quot; &amp; no other,&rdquo; he said.</p>",
         ["“It’s \"so\" & no other,” he said."]),
        ("<ul><li>The first thing that is</li><li>The second thing</li></ul>",
         ["The first thing that is", "The second thing"]),
        ("<p>The first of the two,<br><br>the\nsecond, and<br>\n<br>the third of them.</p>",
         ["The first of the two,", "the second, and", "the third of them."]),
        ("<pre>The first line of it,\nthe second.</pre>",
         ["The first line of it,\nthe second."]),
    ],
)  # fmt: skip
def test_paragraphs_and_marks_stay_as_they_are(more: str, expected: list[str]) -> None:
    assert parse(page(more))["text"].split("\n\n") == [FIRST, *expected, LAST]


@pytest.mark.parametrize(
    "more",
    [
        "<script>alert('Words of a script that nobody reads.')</script>",
        "<style>p { content: 'Words of a style sheet that nobody reads.' }</style>",
        '<p style="color: red; display:none">Words that nobody can see on the page.</p>',
        '<p style="visibility: hidden">Words that nobody can see on the page.</p>',
        '<p style="font-size:0">Words that nobody can see on the page.</p>',
        "<p hidden>Words that nobody can see on the page.</p>",
        '<p style="color:#fff; background: white">Words that nobody can see on the page.</p>',
        '<p style="color: white">Words that nobody can see on the page.</p>',
        '<div bgcolor="#000000"><p style="color:black">Words that nobody can see.</p></div>',
        '<p><font color="#FFFFFF">Words that nobody can see on the page.</font></p>',
        "<iframe src=x>Words in a frame that nobody can see.</iframe>",
        "<!-- Words in a comment that nobody can see. -->",
        '<img src=x onerror="alert(1)" alt="">',
        '<p style="position:absolute; left:-9999px">Words that nobody can see on the page.</p>',
        '<p style="text-indent:-9999px">Words that nobody can see on the page.</p>',
        '<p style="clip: rect(0 0 0 0)">Words that nobody can see on the page.</p>',
        '<p style="color:transparent">Words that nobody can see on the page.</p>',
        '<p style="color: rgba(0, 0, 0, 0.0)">Words that nobody can see on the page.</p>',
        '<p style="height:0; overflow:hidden">Words that nobody can see on the page.</p>',
        '<p style="font-size:0.0px; color:red">Words that nobody can see on the page.</p>',
        '<p style="opacity:0">Words that nobody can see on the page.</p>',
        "<dialog><p>Words that nobody can see on the page.</p></dialog>",
        "<style>/* a */ .a, .gone {display:none}</style><p class='b Gone'>Words not to see.</p>",
        "<style>@import 'x'; p#gone{visibility : hidden}</style><p id=gone>Words not to see.</p>",
        '<p style="color:#fefefe">Words that nobody can see on the page.</p>',
        '<p style="color: rgb(250, 250, 250); background:#fff">Words that nobody can see.</p>',
        '<p style="color:WhiteSmoke">Words that nobody can see on the page.</p>',
        '<p style="font-size: 1px">Words that nobody can see on the page.</p>',
        '<p style="position:absolute;left:-999em">Words that nobody can see on the page.</p>',
        '<p style="margin-left:-9999px">Words that nobody can see on the page.</p>',
        '<p style="transform: scale(0)">Words that nobody can see on the page.</p>',
        '<p style="clip-path: circle(0)">Words that nobody can see on the page.</p>',
        '<p aria-hidden="true">Words that nobody can see on the page.</p>',
        "<template><p>Words that nobody can see on the page.</p></template>",
        "<noscript><p>Words that nobody can see on the page.</p></noscript>",
        "<style>.a.gone{display:none}</style><p class='gone b a'>Words not to see.</p>",
        "<style>.y{color:#333;background:#333}</style><p class=y>Words not to see.</p>",
        "<style>article .gone{display:none}</style><p class=gone>Words not to see.</p>",
        "<style>.w > p.gone{display:none}</style><div class=w><p class=gone>Not to see.</p></div>",
        "<style>p[data-ad='x']{display:none}</style><p data-ad=x>Words not to see.</p>",
        "<style>p.x{display:none} .x{display:block}</style><p class=x>Words not to see.</p>",
        "<div>Advertisement</div>",
        "<p>ADVERTISEMENT</p>",
        "<div>Story continues below advertisement</div>",
        "<p>- Anzeige -</p>",
        "<style>@media screen{.y{color:red} .x{display:none}}</style><p class=x>Not to see.</p>",
        "<style>@import 'a'; @media only screen, print { .x{display:none}}</style>"
        "<p class=x>Words that nobody can see on the page.</p>",
        "<style>@layer base{@media all{.x{display:none}}}</style><p class=x>Not to see.</p>",
        "<style>@media print{.y{color:red}}@media screen{.x{display:none}}</style>"
        "<p class=x>Words that nobody can see on the page.</p>",
        "<style media='screen, print'>.x{display:none}</style><p class=x>Not to see.</p>",
        "<style media=screen>@media print{.x{color:red}} p.gone{display:none}</style>"
        "<div><p class=gone>Words that nobody can see on the page.</p></div>",
    ],
)
def test_what_a_browser_does_not_show_is_not_read(more: str) -> None:
    assert parse(page(more))["text"] == f"{FIRST}\n\n{LAST}"


@pytest.mark.parametrize(
    "more",
    [
        '<p style="color: rgb(255, 0, 0)">{}</p>',
        '<p style="left: -9px; opacity: 0.5; font-size: 0.8em">{}</p>',
        '<p style="height:0">{}</p>',
        "<style media=print>.x{{display:none}}</style><p class=x>{}</p>",
        "<style>@media print {{ .x{{display:none}} }} .y{{color:red}}</style><p class=x>{}</p>",
        "<style>@media screen{{@media print{{.x{{display:none}}}}}}</style><p class=x>{}</p>",
        "<style>@media screen and (max-width:9px){{.x{{display:none}}}}</style><p class=x>{}</p>",
        "<style>@media print{{.y{{color:red}} .x{{display:none}}}}</style><p class=x>{}</p>",
        "<style>@media screen{{.x{{display:none}}}} .x{{display:block}}</style><p class=x>{}</p>",
        "<style>.x{{display:none}} .x{{display:block}}</style><p class=x>{}</p>",
        "<style>.no-js .x{{display:none}} .x:hover{{display:none}}</style><p class=x>{}</p>",
        "<style>/* .x{{display:none}} */</style><p class=x>{}</p>",
        "<style>.a .x{{display:none}}</style><p class=x>{}</p>",
        "<style>.a.x{{display:none}}</style><p class=x>{}</p>",
        "<style>article > .x{{display:none}}</style><div><p class=x>{}</p></div>",
        "<style>.x + .x, .x ~ p, .x::before{{display:none}}</style><p class=x>{}</p>",
        "<style>p.x{{display:block}} .x{{display:none}}</style><p class=x>{}</p>",
        '<div style="background:url(sea.jpg)"><p style="color:white">{}</p></div>',
        '<p style="color:#767676">{}</p>',
        "<style>article, body{{visibility:hidden}} .x{{opacity:0}}</style><p class=x>{}</p>",
    ],
)
def test_what_a_browser_shows_after_all_is_read(more: str) -> None:
    words = "Words that anybody can see on the page, if they look for them."
    assert parse(page(more.format(words)))["text"] == f"{FIRST}\n\n{words}\n\n{LAST}"


def test_a_style_sheet_is_read_in_no_time_whatever_is_in_it() -> None:
    for much in ("@", "/*", "{", "}", "@a{", "p,", "a{b}", "color:", "; ", ".a .b{display:none}",
                 "p > p p{display:none}", "[a][b]", "p[a='", "@media all{",
                 "@media all{p{"):  # fmt: skip
        style = much * (1_200_000 // len(much))
        assert parse(page(f"<style>{style}</style>"))["text"] == f"{FIRST}\n\n{LAST}"


def test_rules_of_many_parts_cost_no_more_than_a_second_or_two() -> None:
    rules = "".join(f".a{number} div p.x{{display:none}}" for number in range(3_000))
    body = "<div>" * 60 + "<p class=x>Words here to read.</p>" * 5_000 + "</div>" * 60
    root = document_fromstring(f"<style>{rules}</style>{body}")
    assert {element.tag for element in hidden_elements(root)} == {"style"}


@pytest.mark.parametrize(
    "style",
    [
        "color:white; background:#036",
        "color: black",
        "color:#333;background:white",
        "background:white",
    ],
)
def test_what_a_browser_shows_in_colours_is_read(style: str) -> None:
    shown = f'<p style="{style}">Words that everybody can see on the page.</p>'
    assert "Words that everybody can see on the page." in parse(page(shown))["text"]


@pytest.mark.parametrize(
    ("canonical", "fetched", "expected"),
    [
        ("/ferry", "https://news.example/f?x=1", "https://news.example/ferry"),
        ("https://news.example/ferry", "https://m.news.example/f", "https://news.example/ferry"),
        ("https://other.example/", "https://news.example/f", "https://news.example/f"),
        ("javascript:alert(1)", "https://news.example/f", "https://news.example/f"),
        ("https://news.example/ferry", None, "https://news.example/ferry"),
    ],
)
def test_a_page_names_its_address_within_its_site(
    canonical: str, fetched: str | None, expected: str
) -> None:
    assert parse(page(canonical=canonical), fetched)["url"] == expected


@pytest.mark.parametrize(
    ("encoding", "named", "charset"),
    [
        ("utf-8", "", None),
        ("windows-1251", '<meta charset="windows-1251">', None),
        ("windows-1251", "", "windows-1251"),
        ("utf-8", '<meta charset="no-such">', "nor-this"),
        ("utf-8", '<meta charset="utf-8">', "iso-8859-1"),
        ("koi8-r", '<meta charset="koi8-r">', "utf-8"),
    ],
)
def test_the_encoding_is_the_servers_the_pages_or_what_it_looks_like(
    encoding: str, named: str, charset: str | None
) -> None:
    words = "Паром отошёл от причала в полдень, и город смотрел ему вслед до самого вечера."
    content = f"<html><head>{named}</head><body><p>{words}</p></body></html>".encode(encoding)

    assert parse(content, charset=charset)["text"] == words


@pytest.mark.parametrize("charset", ["iso-8859-1", "ISO-8859-1", "windows-1252", None])
def test_no_label_takes_the_quotation_marks_away(charset: str | None) -> None:
    words = "“It was the harbour’s,” said Bob Ray – and nobody in the town had known of it before."
    content = f'<meta charset="latin1"><p>{words}</p>'.encode("cp1252")

    assert parse(content, charset=charset)["text"] == words


@pytest.mark.parametrize(
    ("meta", "expected"),
    [
        ("", None),
        ('<meta name="date" content="2024-05-06">', "2024-05-06"),
        ('<meta property="article:published_time" content="soon">'
         '<meta name="date" content="2024-05-06">', "2024-05-06"),
        ('<meta property="article:published_time" content="soon">', "soon"),
    ],
)  # fmt: skip
def test_a_date_is_one_that_the_page_names_and_no_guess(meta: str, expected: str | None) -> None:
    content = (
        f"<html><head>{meta}</head><body><article><p>{FIRST} It was built in May 1871.</p>"
        f"<p>{LAST}</p></article><footer>© 2019 The Example</footer></body></html>"
    )

    assert parse(content.encode(), "https://news.example/ferry")["published"] == expected


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "the file is empty"),
        (b'{"title": "Ferry"}', "it is not a web page"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "the file is not text"),
        (b"%PDF-1.7\n\0", "the file is not text"),
        (b"<html><body></body></html>", "no article could be found in the page"),
        (b"<div>" * 100_000 + b"It sailed.", "no article could be found in the page"),
        (b"<p>" + b"a" * 2_000_000, "the page is larger than 2 MB without its scripts"),
    ],
)
def test_what_is_no_page_is_refused(content: bytes, reason: str) -> None:
    with pytest.raises(BadInputError) as refusal:
        parse(content)
    assert str(refusal.value) == reason


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("", ""),
        ("Noon &amp; after.", "Noon & after."),
        ("<p>One.</p><p>Two,<br/>three.</p>", "One.\n\nTwo,\nthree."),
        ("<p>He <em>said</em> “no”.</p><script>x()</script>Tail.", "He said “no”.\n\nTail."),
        ("<p>He\nsaid\t “no”,<br>and then\n<br/> \n<br>left.</p>",
         "He said “no”,\nand then\n\nleft."),
        ("<pre>One,\ntwo.</pre>Three,\nfour.", "One,\ntwo.\n\nThree, four."),
        ("<div><h2>Head</h2>Text</div><ul><li>a</li><li>b</li></ul>", "Head\n\nText\n\na\n\nb"),
    ],
)  # fmt: skip
def test_a_piece_of_html_is_its_paragraphs(html: str, expected: str) -> None:
    assert paragraphs(html) == expected


def test_a_draft_can_pass_between_processes() -> None:
    values: list[Any] = list(parse(page()).values())
    assert all(value is None or isinstance(value, str | tuple) for value in values)


@pytest.mark.parametrize("sign", ["\x1f", "\x0b", "&#31;", "&#x1F;", "&#11", "&#xb;", "\ufffe"])
def test_signs_that_no_text_has_are_left_out(sign: str) -> None:
    more = (
        f"<p>The captain{sign} was asked for his papers, and he had left all of them at home.</p>"
    )
    read = parse(page(more))["text"]
    assert "The captain was asked for his papers" in read


def test_numbers_of_other_signs_stay() -> None:
    more = "<p>The captain&#39;s papers&#x2014;all of them&#110;&#312;&#x1F4A;were left.</p>"
    assert "captain's papers—all of themnĸ\u1f4awere left." in parse(page(more))["text"]
