"""Large pages, most of which is for programs."""

from pathlib import Path

import pytest

from index.ingest import read_file
from index.ingest.lightening import lightened
from index.ingest.page import parse
from tests.test_ingest_linked_data import PAGE as LINKED
from tests.test_ingest_page import FIRST, LAST, page

SCRIPT = f"<script>{'let a = 1;' * 150_000}</script>"
PICTURE = f'<p><img src="data:image/png;base64,{"iVBOR" * 300_000}" alt=""></p>'


@pytest.mark.parametrize(
    "more", [SCRIPT * 2, SCRIPT + PICTURE, SCRIPT.replace("script", "SVG") * 2]
)
def test_scripts_drawings_and_pictures_do_not_make_a_page_too_large(more: str) -> None:
    content = page(more)

    assert len(content) > 2_900_000
    assert parse(content)["text"] == f"{FIRST}\n\n{LAST}"


def test_a_saved_page_may_be_as_large(tmp_path: Path) -> None:
    path = tmp_path / "ferry.html"
    path.write_bytes(page(SCRIPT * 2))
    article = read_file(path).article
    assert article is not None
    assert article.text == f"{FIRST}\n\n{LAST}"


def test_what_a_page_says_of_itself_in_a_script_is_read_all_the_same() -> None:
    said = '{"@type": "NewsArticle", "datePublished": "2024-05-06"}'
    content = LINKED.format(said).replace("<h1>", SCRIPT * 2 + "<h1>").encode()

    assert parse(content)["published"] == "2024-05-06"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("a<script>b</script>c<svg><path/></svg>d", "acd"),
        ("a<script>b</script >c<SCRIPT src=x></SCRIPT>d", "acd"),
        ("a<script>b<p>c", "a<script>b<p>c"),
        ("a<scripted>b</scripted><svgs>", "a<scripted>b</scripted><svgs>"),
        ('<script type="application/ld+json">{}</script>', None),
    ],
)
def test_only_what_has_an_end_is_taken_out(html: str, expected: str | None) -> None:
    assert lightened(html) == (expected or html)


@pytest.mark.parametrize(
    "much", ["<script", "<script>", "<svg>", "<svg></script>", "data:a;base64,"]
)
def test_no_page_takes_long_to_lighten(much: str) -> None:
    html = much * (5_000_000 // len(much))
    assert lightened(html) == html
