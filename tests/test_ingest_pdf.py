import io
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfWriter

from index.errors import BadInputError
from index.ingest import read_file
from index.ingest.pdf import parse, whole_words


def pdf(*lines: str, **facts: str) -> bytes:
    """A PDF file of one page, written by hand."""
    shown = "\n".join(f"({line}) Tj 0 -14 Td" for line in lines)
    content = f"BT /F1 12 Tf 72 720 Td {shown} ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ("<< " + " ".join(f"/{key} ({value})" for key, value in facts.items()) + " >>").encode(),
    ]
    written = bytearray(b"%PDF-1.4\n")
    places = []
    for number, one in enumerate(objects, start=1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = len(written)
    written += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        written += b"%010d 00000 n \n" % place
    written += b"trailer << /Size %d /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        table,
    )
    return bytes(written)


def changed(content: bytes, change: Callable[[PdfWriter], object]) -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(content))
    change(writer)
    into = io.BytesIO()
    writer.write(into)
    return into.getvalue()


# As programs write it that have AES: what tells how it is encrypted is changed.
AES = changed(
    pdf("It sailed."), lambda writer: writer.encrypt("", "owner", algorithm="RC4-128")
).replace(
    b"/V 2\n/R 3\n",
    b"/V 4\n/R 4\n/CF << /StdCF << /CFM /AESV2 >> >>\n/StmF /StdCF\n/StrF /StdCF\n",
)


def test_a_pdf_file_is_an_article(tmp_path: Path) -> None:
    facts = {"Title": "Ferry sails", "Author": "Ann Lee", "CreationDate": "D:20240506101500Z"}
    path = tmp_path / "ferry.pdf"
    path.write_bytes(pdf("It sailed at noon.", "It will sail again.", **facts))

    article = read_file(path).article

    assert article is not None
    assert article.text == "It sailed at noon.\nIt will sail again."
    assert (article.id, article.title, article.author) == ("ferry", "Ferry sails", "Ann Lee")
    assert article.published == "2024-05-06"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "it is not a PDF file"),
        (b"<html>", "it is not a PDF file"),
        (b"%PDF-1.7\nnothing", "it is not a PDF file, or a damaged one"),
        (pdf("Half of it.")[:300], "it is not a PDF file, or a damaged one"),
        (pdf(), "it has no text; a scanned page is a picture"),
        (
            changed(pdf("It."), lambda one: one.encrypt("secret", algorithm="RC4-128")),
            "it is encrypted",
        ),
        (AES, "it is encrypted in a way that is not read; save it without protection"),
    ],
)
def test_a_file_without_text_to_read_is_refused(content: bytes, reason: str) -> None:
    with pytest.raises(BadInputError) as refusal:
        parse(content)
    assert str(refusal.value) == reason


def test_a_file_that_anybody_may_read_is_read_however_it_lies() -> None:
    def change(writer: PdfWriter) -> None:
        writer.pages[0].rotate(90)
        writer.encrypt("", "owner", algorithm="RC4-128")

    assert parse(changed(pdf("It sailed.", "At noon."), change))["text"] == "It sailed.\nAt noon."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The coun-\ncil had\nleased it.", "The council\nhad\nleased it."),
        ("He asked the coun-\ncil, and it\nagreed.", "He asked the council,\nand it\nagreed."),
        ("A well-\nknown man; he is well-known.", "A well-known\nman; he is well-known."),
        ("The Anglo-\nSaxons came.", "The Anglo-Saxons\ncame."),
        ("It is 10-\nfold, and - so -\nit is said.", "It is 10-\nfold, and - so -\nit is said."),
        ("The coun\xad\ncil and a soft\xadhyphen.", "The council\nand a softhyphen."),
        ("The coun-\ncil\n\nAnd then", "The council\n\nAnd then"),
        ("of the coun-\ncil", "of the council"),
    ],
)
def test_words_that_lines_divide_are_whole(text: str, expected: str) -> None:
    assert whole_words(text) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [("Microsoft Word - tides.docx", "tides"), ("Tides.pdf", "Tides"), ("Word of mouth", None)],
)
def test_a_title_is_without_the_program_that_wrote_it(title: str, expected: str | None) -> None:
    assert parse(pdf("It sailed.", Title=title))["title"] == (expected or title)
