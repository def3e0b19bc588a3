import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.ingest import read_file
from index.ingest.fields import Draft
from index.ingest.news_page import read_news_page
from tests.shared_material import shared

TITLE = "Harbour Bridge Opens to Trams"
URL = "https://www.news.example/harbour-bridge"
BODY = "The first tram crossed on Wednesday.\n\nIt was late.\n\nTimetable\n\nTrams run hourly."

PAGE = f"""

{TITLE}

By [A Writer](#)

March 30, 2022



[somebody.example](#)

The first tram crossed on Wednesday.

Related article: [Trams Return](#)

It was late.

Timetable

Trams run hourly.

Original url:

<{URL}>"""


def test_a_saved_page_is_taken_apart() -> None:
    assert read_news_page(PAGE) == Draft(
        text=BODY,
        title=TITLE,
        url=URL,
        source="news.example",
        author="A Writer",
        published="March 30, 2022",
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("By [A Writer](#)\n\nMarch 30, 2022", "March 30, 2022\n\nBy [A Writer](#)"),
        ("By [A Writer](#)", "By A Writer"),
        ("By [A Writer](#)", "BY: A Writer"),
        ("[somebody.example](#)\n\n", ""),
        (f"Original url:\n\n<{URL}>", f"Original url: <{URL}>"),
        (f"Original url:\n\n<{URL}>", f"Original URL: {URL}"),
        (f"Original url:\n\n<{URL}>", f"Original url:\n{URL}\n\n"),
        ("Related article: [Trams Return](#)", "Related articles: [One](#) [Two](#)"),
        ("Related article: [Trams Return](#)", "RELATED ARTICLE : Trams Return"),
        ("Related article: [Trams Return](#)", "Related articles:\n\n- [One](#)\n- [Two](#)"),
        ("Related article: [Trams Return](#)\n\n", ""),
        ("Trams run hourly.", "Trams run hourly.\n\nRelated article: [Trams Return](#)"),
    ],
)
def test_a_page_may_vary_in_shape(old: str, new: str) -> None:
    assert old in PAGE
    assert read_news_page(PAGE.replace(old, new)) == read_news_page(PAGE)


def test_a_page_may_lack_what_is_not_needed_to_know_it() -> None:
    without_date = read_news_page(PAGE.replace("March 30, 2022\n", ""))
    without_author = read_news_page(PAGE.replace("By [A Writer](#)\n", ""))
    without_url = read_news_page(PAGE.replace(f"Original url:\n\n<{URL}>", ""))

    assert (without_date.text, without_date.published) == (BODY, None)
    assert (without_author.text, without_author.author) == (BODY, None)
    assert (without_url.text, without_url.url, without_url.source) == (BODY, None, None)


def test_several_authors_are_named_as_they_stand() -> None:
    page = PAGE.replace("[A Writer](#)", "[A Writer](#) and [B Writer](/b)")

    assert read_news_page(page).author == "A Writer and B Writer"


def test_a_wrong_url_is_no_source() -> None:
    draft = read_news_page(PAGE.replace(URL, "javascript:alert(1)"))

    assert (draft.url, draft.source) == ("javascript:alert(1)", None)
    assert draft.text == BODY


def test_an_original_url_without_an_address_is_text() -> None:
    assert read_news_page("Notes\n\nOriginal url: unknown").text == "Original url: unknown"


def test_a_second_date_is_text() -> None:
    page = PAGE.replace("March 30, 2022", "March 30, 2022\n\nApril 1, 2022")
    draft = read_news_page(page)

    assert draft.published == "March 30, 2022"
    assert draft.text.startswith("April 1, 2022\n\n")


def test_links_in_the_body_are_text() -> None:
    page = PAGE.replace("It was late.", "It was [late](#).\n\n[A line of its own](#)")

    assert "It was [late](#).\n\n[A line of its own](#)" in read_news_page(page).text


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("Trams return\n\nThey run hourly.", "Trams return", "They run hourly."),
        ("\n\nTrams return?\n\nThey do.\n\n", "Trams return?", "They do."),
        ("They run hourly.\n\nEvery day.", None, "They run hourly.\n\nEvery day."),
        ("The list:\n\nA tram.", None, "The list:\n\nA tram."),
        ("Trams return\nThey run hourly.", None, "Trams return\nThey run hourly."),
        ("x" * 151 + "\n\nThey do.", None, "x" * 151 + "\n\nThey do."),
        ("Trams return", None, "Trams return"),
        ("", None, ""),
        (
            "Trams return\n\nBy the river stood a house.\n\nIt is gone.",
            "Trams return",
            "By the river stood a house.\n\nIt is gone.",
        ),
        (
            "Trams return\n\nRelated article: none, says the clerk.",
            "Trams return",
            "Related article: none, says the clerk.",
        ),
    ],
)
def test_any_other_plain_text_has_at_most_a_title(text: str, title: str | None, body: str) -> None:
    assert read_news_page(text) == Draft(text=body, title=title)


@given(
    st.lists(
        st.sampled_from(
            [
                *("", " ", TITLE, "By [A](#)", "March 30, 2022", "[x](#)", "Text."),
                *("Related article:", "Original url:", f"<{URL}>", f"Original url: <{URL}>"),
                *("[" * 50, "by" * 50),
            ]
        )
    )
)
def test_every_line_of_the_text_stands_in_the_page(lines: list[str]) -> None:
    draft = read_news_page("\n".join(lines))

    assert set(draft.text.split("\n")) <= {"", *lines}


@given(st.text())
def test_every_text_is_read(text: str) -> None:
    assert len(read_news_page(text).text) <= len(text)


def test_the_article_that_the_project_began_with() -> None:
    folder = shared("seeds")
    if folder is None:
        pytest.skip("the article stands outside the repository, and is not there")
    (reading,) = (read_file(path) for path in folder.glob("*.txt"))
    article = reading.article

    assert reading.notes == ()
    assert article is not None
    assert article.title == "Russian FM Hails China as Part of Emerging 'Just World Order'"
    assert (article.author, article.source) == ("AFP", "themoscowtimes.com")
    assert article.published == "2022-03-30"
    assert article.url == (
        "https://www.themoscowtimes.com/2022/03/30/"
        "russian-fm-hails-china-as-part-of-emerging-just-world-order-a77144"
    )
    assert article.text.startswith("Beijing and Moscow advanced")
    assert "Related article" not in article.text
    assert "\n\n\n" not in article.text
