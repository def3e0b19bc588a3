"""What stands around the article of a page."""

import pytest

from index.ingest.page import parse
from tests.test_ingest_page import FIRST, LAST, page

SIGN_UP = (
    "<div class=card><h2>The news by mail</h2><p>No spam, ever, and every Friday.</p>"
    "<form><input type=email><button>Join</button></form></div>"
)


@pytest.mark.parametrize(
    "more",
    [
        SIGN_UP,
        "<ul><li><a href=/a>Snow closes the pass again</a></li><li><a href=/b>Letters</a></ul>",
        "<p><a href=/a>Snow closes the pass</a> | <a href=/b>A letter to the editor</a></p>",
        "<div><a href=/a>Snow closes the pass</a><br><a href=/b>A letter to the editor</a></div>",
        "<p><strong>Related:</strong> <a href=/a>What the fishermen want</a></p>",
        "<p>READ MORE | <a href=/a>What the fishermen want</a></p>",
        "<p>Copyright 2001 The Example</p>",
        "<p>© 2024 The Example. All rights reserved.</p><p>Advertisement</p>",
    ],
)
def test_what_is_none_of_the_articles_words_is_not_read(more: str) -> None:
    content = page().replace(b"</article>", more.encode() + b"</article>")
    assert parse(content)["text"] == f"{FIRST}\n\n{LAST}"


@pytest.mark.parametrize(
    "more",
    [
        "<ul><li><a href=/a>Bob Ray</a>, master of the harbour</li>"
        "<li><a href=/b>Ann Lee</a>, who wrote this</li></ul>",
        "<p><a href=/a>Bob Ray said so on the quay.</a></p>",
        "<p><a href=/a>“Nobody asked us,” said Bob Ray, who has fished from the quay of the town"
        " since he was a boy, and whose father and grandfather did so too.</a></p>",
        "<p>Read the letter: <a href=/a>it is here</a>, and it is long.</p>",
        "<p>It is told <a href=/a>here</a> and <a href=/b>there</a>.</p>",
        "<p>Copyright was none of his concerns, and he said as much.</p>",
    ],
)
def test_links_in_sentences_stay(more: str) -> None:
    text = parse(page(more))["text"]
    assert len(text.split("\n\n")) > 2
    assert text.startswith(FIRST)
    assert text.endswith(LAST)


def test_a_page_laid_out_in_tables_is_its_article() -> None:
    links = "<a href=/a>Weather</a><br><a href=/b>Tides</a><br><a href=/c>Letters</a>"
    content = (
        f"<html><title>Ferry sails</title><body><table><tr><td colspan=2><a href=/>Home</a> |"
        f" <a href=/n>News</a></td></tr><tr><td width=150>{links}</td><td><font size=5><b>Ferry"
        f" sails</b></font><br><br>{FIRST}<br><br>{LAST}</td></tr><tr><td><font size=1>Copyright"
        " 2001 The Example | <a href=/c>Contact</a></font></td></tr></table></body></html>"
    )
    draft = parse(content.encode())

    assert (draft["title"], draft["text"]) == ("Ferry sails", f"{FIRST}\n\n{LAST}")


@pytest.mark.parametrize("holder", ["article", "main", "div itemprop=articleBody"])
def test_an_article_of_a_few_words_is_in_paragraphs_too(holder: str) -> None:
    content = (
        f"<html><title>Ferry late</title><body><nav><a href=/>Home</a></nav><{holder}>"
        "<h1>Ferry late</h1><p>“It is late,” said Bob Ray.</p><p>Nobody knew why.</p>"
        f"</{holder.partition(' ')[0]}><footer>All of it is ours.</footer></body></html>"
    )
    draft = parse(content.encode())

    assert draft["text"] == "“It is late,” said Bob Ray.\n\nNobody knew why."


def test_a_page_that_is_all_in_a_form_is_read() -> None:
    content = page(SIGN_UP).replace(b"<body>", b"<body><div><form><input type=email>")
    assert parse(content)["text"].startswith(FIRST)


def test_words_in_code_do_not_break_a_sentence() -> None:
    more = "<p>He wrote <code>sail()</code> and <kbd>Enter</kbd>, and it was done.</p>"
    assert "He wrote sail() and Enter, and it was done." in parse(page(more))["text"].split("\n\n")


@pytest.mark.parametrize("much", ["<ul><li><a href=a>b</a>", "<div><a href=a>b</a><form>", "<td>"])
def test_no_nest_of_menus_takes_long(much: str) -> None:
    content = page(much * 3_000)
    parse(content)
