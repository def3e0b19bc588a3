"""Encodings by the labels that pages and feeds give themselves, as browsers understand them.

A label is not always the encoding: what calls itself ISO-8859-1 is Windows-1252, whose quotation
marks stand where the other has control characters (WHATWG, Encoding Standard, section 4.2).
"""

import codecs
from collections.abc import Iterable
from dataclasses import replace

from index.ingest.encoding import REPLACEMENT, Decoded, damaged, supposed

# By Python's name of what the label says.
_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    # A label that can be read at all is not in UTF-16.
    "utf-16": "utf-8",
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}
_UNKNOWN_TO_PYTHON = {
    "x-sjis": "cp932",
    "windows-31j": "cp932",
    "x-euc-jp": "euc_jp",
    "x-gbk": "gb18030",
    "windows-874": "cp874",
}
# What no text on the web is in: parts of addresses, of programs and of letters.
_NOT_OF_TEXTS = frozenset({"idna", "punycode", "unicode-escape", "raw-unicode-escape", "utf-7"})
# What browsers suppose of a page that names none (WHATWG, HTML, section 13.2.3.2).
_BY_LANGUAGE = {
    **dict.fromkeys(("ar", "fa", "ur"), "windows-1256"),
    **dict.fromkeys(("cs", "hu", "pl", "sk", "sl", "hr", "ro"), "windows-1250"),
    **dict.fromkeys(("et", "lt", "lv"), "windows-1257"),
    "el": "windows-1253",
    "he": "windows-1255",
    "th": "windows-874",
    "tr": "windows-1254",
    "vi": "windows-1258",
}
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_DAMAGED = 0.01  # of the characters; with more that cannot be read, the label is not believed


def encoding_meant(label: str) -> str | None:
    """Python's name of the encoding that a label means on the web; None where it means none."""
    written = label.strip().lower()
    try:
        name = codecs.lookup(_UNKNOWN_TO_PYTHON.get(written, written)).name
        b" ".decode(name)  # some encode bytes, and no text
    except (LookupError, ValueError):
        return None
    return None if name in _NOT_OF_TEXTS else _MEANT.get(name, name)


def decode_by_language(content: bytes, lang: str) -> Decoded | None:
    """The text of some bytes that nothing names the encoding of, by the language it is in.

    None where it is plainly in UTF-8, or the language has no encoding that is its own.
    """
    label = _BY_LANGUAGE.get(lang.strip().lower()[:2])
    decoded = decode_labelled(content, [label]) if label else None
    return replace(decoded, notes=(supposed(label.title()),)) if decoded and label else None


def decode_labelled(content: bytes, labels: Iterable[str]) -> Decoded | None:
    """The text of some bytes in the first of its labels' encodings that it is in.

    None where it is in none of them, or begins with a mark of its own that tells.
    """
    if content.startswith(_MARKS):
        return None
    encodings = list(dict.fromkeys(filter(None, map(encoding_meant, labels))))
    if not encodings or _is_plainly_utf8(content):
        return None
    for encoding in encodings:
        try:
            return Decoded(content.decode(encoding))
        except UnicodeDecodeError:
            continue  # it is not what it says, or it is damaged
    for encoding in encodings:
        text = content.decode(encoding, "replace")
        if encoding != "utf-8" and text.count(REPLACEMENT) <= len(text) * _DAMAGED:
            return damaged(text, encoding.upper())
    return None


def _is_plainly_utf8(content: bytes) -> bool:
    """Whether it has characters beyond ASCII, and all of them are UTF-8, whatever it says.

    Other encodings give such bytes by chance only where they are few.
    """
    try:
        return not content.isascii() and bool(content.decode("utf-8"))
    except UnicodeDecodeError:
        return False
