import io
from pathlib import Path

import pytest
from pypdf import PdfWriter

from index.errors import BadInputError
from index.ingest import read_file
from index.ingest.pdf import parse


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


def encrypted() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(72, 72)
    writer.encrypt("secret", algorithm="RC4-128")
    into = io.BytesIO()
    writer.write(into)
    return into.getvalue()


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
        (encrypted(), "it is encrypted"),
    ],
)
def test_a_file_without_text_to_read_is_refused(content: bytes, reason: str) -> None:
    with pytest.raises(BadInputError) as refusal:
        parse(content)
    assert str(refusal.value) == reason
