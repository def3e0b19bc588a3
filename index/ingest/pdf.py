"""An article in a PDF file. Runs in the process of `index.ingest.sandbox`."""

import io
import logging
from dataclasses import asdict
from datetime import date
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from index.errors import BadInputError
from index.ingest.fields import LONGEST_TEXT, Draft

_MOST_PAGES = 1_000


def parse(content: bytes) -> dict[str, Any]:
    """The draft of the article in a PDF file, as a dictionary.

    Lines stay as they stand on the page; a blank line is between two pages.

    Raises:
        BadInputError: there is no text in it, or none that may be read.
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells much, to nobody
    try:
        return asdict(_draft(content))
    except (PyPdfError, ValueError, KeyError, AttributeError, TypeError) as error:
        raise BadInputError("it is not a PDF file, or a damaged one") from error


def _draft(content: bytes) -> Draft:
    if not content.lstrip().startswith(b"%PDF"):
        raise BadInputError("it is not a PDF file")
    reader = PdfReader(io.BytesIO(content))
    if reader.is_encrypted and not reader.decrypt(""):
        raise BadInputError("it is encrypted")
    pages: list[str] = []
    length = 0
    for page in reader.pages[:_MOST_PAGES]:
        pages.append(page.extract_text().replace("\0", "").strip())
        length += len(pages[-1])
        if length > LONGEST_TEXT:
            break
    text = "\n\n".join(page for page in pages if page)
    if not text:
        raise BadInputError("it has no text; a scanned page is a picture")
    facts = reader.metadata
    made = facts.creation_date if facts else None
    return Draft(
        text=text,
        title=(facts.title if facts else None) or None,
        author=(facts.author if facts else None) or None,
        published=date(made.year, made.month, made.day).isoformat() if made else None,
        notes=(f"only its first {_MOST_PAGES:,} pages were read",)
        if len(reader.pages) > _MOST_PAGES
        else (),
    )
