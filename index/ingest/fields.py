"""From what a reader found to an article: the one place that decides what an article may hold."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import SplitResult, urlsplit

from index.articles import Article
from index.errors import BadInputError
from index.ingest.dates import iso_date
from index.ingest.reading import Reading, quoted, skipped
from index.texts import reasons

# In characters. The text's is far above any article; the others above anything but abuse.
LONGEST_TEXT = 2_000_000
LONGEST_TITLE = 500
LONGEST_URL = 2_000
LONGEST_NAME = 200  # of an author or an outlet
LONGEST_ID = 200

_ID_LENGTH = 16  # hexadecimal digits of an id made from content: no clash among a billion articles
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_SURROGATES = re.compile(r"[\ud800-\udfff]")
# What must not stand in an id, which is shown and typed: controls, and what reorders a line.
_NOT_IN_ID = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_NOT_IN_URL = re.compile(r"[\s\\<>\"]")

_LANGUAGES = frozenset(  # ISO 639-1
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da "
    "de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy "
    "hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg "
    "li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or "
    "os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta "
    "te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu".split()
)


@dataclass(frozen=True, slots=True)
class Draft:
    """What a reader found, each field in the words it was written in, nothing checked."""

    text: str
    id: str | None = None
    title: str | None = None
    url: str | None = None
    source: str | None = None
    author: str | None = None
    published: str | None = None
    lang: str | None = None
    notes: tuple[str, ...] = ()  # what was doubtful so far


def draft_of(parsed: Mapping[str, Any]) -> Draft:
    """The draft that a parser in another process made a dictionary of."""
    return Draft(**{**parsed, "notes": tuple(parsed["notes"])})


def make_article(where: str, draft: Draft) -> Reading:
    """The article in `draft`, its text untouched and every other field checked.

    Skipped where the text is blank, longer than an article may be, or holds what cannot be stored
    (NUL, lone surrogates), and where the id cannot be one. Other fields never cost the article: one
    that is wrong is left out, one that is too long is cut, and a note says so. Without an id, one
    is made from the url, or else from the text.
    """
    try:
        text = _checked_text(draft.text)
        url, url_note = _url(draft.url)
        article_id = _id(draft.id, url or text)
    except BadInputError as refusal:
        return skipped(where, str(refusal), draft.notes)
    title, title_note = _line("title", draft.title, LONGEST_TITLE)
    source, source_note = _line("source", draft.source, LONGEST_NAME)
    author, author_note = _line("author", draft.author, LONGEST_NAME)
    lang, lang_note = _lang(draft.lang)
    published, date_note = _published(draft.published, lang)
    word_note = None if _has_words(text) else reasons.NO_WORDS
    doubts = (word_note, title_note, url_note, source_note, author_note, date_note, lang_note)
    return Reading(
        where=where,
        article=Article(
            id=article_id,
            title=title or "",
            text=text,
            url=url,
            source=source,
            author=author,
            published=published,
            lang=lang,
        ),
        notes=(*draft.notes, *(doubt for doubt in doubts if doubt)),
    )


def _has_words(text: str) -> bool:
    return any(character.isalnum() for character in text)


def is_storable(words: str) -> bool:
    """Whether `words` can be stored as they are: they hold no NUL and no lone surrogate."""
    if "\0" in words:  # SQLite ends a text there
        return False
    if words.isascii():
        return True
    try:
        words.encode("utf-8")  # many times as fast as a search for halves
    except UnicodeEncodeError:
        return False
    return True


def web_address(written: str) -> SplitResult | None:
    """The parts of an http or https address that names a host and no user; None for all else."""
    if not written.isprintable() or _NOT_IN_URL.search(written):
        return None
    try:
        parts = urlsplit(written)
        _ = parts.port  # raises where it is no number up to 65535
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not parts.hostname or "@" in parts.netloc:
        return None
    return parts


def outlet(url: str) -> str | None:
    """The host of a web address as a name for who publishes there: "themoscowtimes.com"."""
    parts = web_address(url.strip())
    return parts.hostname.removeprefix("www.") if parts and parts.hostname else None


def _checked_text(text: str) -> str:
    if not text.strip():
        raise BadInputError(reasons.NO_TEXT)
    if len(text) > LONGEST_TEXT:
        raise BadInputError(reasons.LONG_TEXT.format(len(text), LONGEST_TEXT))
    if not is_storable(text):
        raise BadInputError(reasons.NOT_STORABLE)
    return text


def _id(written: str | None, content: str) -> str:
    article_id = (written or "").strip()
    if not article_id:
        return hashlib.sha256(content.encode()).hexdigest()[:_ID_LENGTH]
    if len(article_id) > LONGEST_ID:
        raise BadInputError(reasons.LONG_ID.format(quoted(article_id), LONGEST_ID))
    if _NOT_IN_ID.search(article_id):
        raise BadInputError(reasons.UNSEEN_ID.format(quoted(article_id)))
    return article_id


def _line(name: str, written: str | None, longest: int) -> tuple[str | None, str | None]:
    """One line of at most `longest` characters, and what was lost to make it one."""
    line = _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", _CONTROLS.sub(" ", written or "")).strip()
    if len(line) <= longest:
        return line or None, None
    return line[:longest].rstrip(), reasons.CUT.format(name, longest)


def _url(written: str | None) -> tuple[str | None, str | None]:
    url = (written or "").strip()
    if not url:
        return None, None
    if len(url) > LONGEST_URL:
        return None, reasons.LONG_URL.format(quoted(url), LONGEST_URL)
    if web_address(url) is None:
        return None, reasons.NO_URL.format(quoted(url))
    return url, None


def _published(written: str | None, lang: str | None) -> tuple[str | None, str | None]:
    if not (written or "").strip():
        return None, None
    published = iso_date(written or "", lang)
    if published is None:
        return None, reasons.NO_DATE.format(quoted(written or ""))
    return published, None


def _lang(written: str | None) -> tuple[str | None, str | None]:
    """The language of a tag such as "en-US" or "pt_BR"."""
    tag = (written or "").strip()
    if not tag:
        return None, None
    language = re.split("[-_]", tag, maxsplit=1)[0].lower()
    if language not in _LANGUAGES:
        return None, reasons.NO_LANGUAGE.format(quoted(tag))
    return language, None
