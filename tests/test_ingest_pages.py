from pathlib import Path

from index.ingest import read_file, read_folder
from index.ingest.addresses import AllowedHosts
from index.ingest.pages import read_pages
from tests.test_cli import FAILED, byline, one_sentence
from tests.test_ingest_page import FIRST, LAST, page
from tests.test_ingest_pdf import pdf
from tests.websites import website


def test_pages_are_read_one_after_the_other_whatever_each_is() -> None:
    with website() as site:
        urls = [
            site.put("/ferry", page(canonical="/ferry-sails")),
            site.put("/moved", status=301, Location="/ferry"),
            site.at("/gone"),
            site.put("/picture", b"\x89PNG\r\n\x1a\n\0"),
            "http://127.0.0.1/",
        ]
        found = list(read_pages(urls, AllowedHosts.parse(site.host)))

        assert [origin for origin, _ in found] == [f"page:{url}" for url in urls]
        first, moved, *others = (one for _, one in found)
        assert first.article is not None
        assert first.article.text == f"{FIRST}\n\n{LAST}"
        assert first.article.url == site.at("/ferry-sails")
        assert moved.article == first.article
        assert [one.notes[0].partition(";")[0] for one in others] == [
            "the server answered 404",
            "the file is not text",
            "the address is not on the public internet",
        ]


def test_a_pdf_file_at_an_address_is_told_how_it_can_be_added() -> None:
    with website() as site:
        url = site.put("/report", pdf("It sailed at noon.", Title="Report"))
        ((_, read),) = read_pages([url], AllowedHosts.parse(site.host))
    assert read.article is None
    assert read.notes == ("it is a PDF file and no page; download it, and add the file",)


def test_html_files_are_read_as_pages(tmp_path: Path) -> None:
    (tmp_path / "b.html").write_bytes(page())
    (tmp_path / "a.htm").write_bytes(b"no page")

    refused, read = read_folder(tmp_path)

    assert refused.notes == ("it is not a web page",)
    assert read.article is not None
    assert (read.article.id, read.article.text) == ("b", f"{FIRST}\n\n{LAST}")
    assert read_file(tmp_path / "b.html").article == read.article


def test_a_page_is_added_by_its_address(data: Path) -> None:
    with website() as site:
        url = site.put("/ferry", page())
        done = byline("index", "add", url, "--data", data, BYLINE_ALLOWED_HOSTS=site.host)
        again = byline("index", "add", url, "--data", data, BYLINE_ALLOWED_HOSTS=site.host)

    assert "1 added" in done.stdout, done.stderr
    assert "which was up to date" in again.stdout
    answer = byline("ask", "When will the ferry sail again?", "--data", data)
    assert "The ferry will sail again on Thursday" in answer.stdout


def test_an_address_of_this_machine_is_refused_unless_it_is_allowed(data: Path) -> None:
    with website() as site:
        done = byline("index", "add", site.put("/ferry", page()), "--data", data)
        assert not site.hits
    assert "only the ports 80 and 443 are fetched from" in one_sentence(done, FAILED)
