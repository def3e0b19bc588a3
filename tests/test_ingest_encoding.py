import codecs
import hashlib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from index.errors import BadInputError
from index.ingest.encoding import decode

TIDE = "Die Flut kam früh. «Вода поднялась», сказала она. 潮が満ちた。\n"
GERMAN = "Die Fähre fährt über die Förde, für fünf Euro – „günstig“, hieß es."
FRENCH = "L'été dernier, la marée a été très haute; une créée, une noyée."
RUSSIAN = "Паром ушёл в море, и никто не ждал его до утра."
JAPANESE = "「潮が満ちた」と港長は月曜日に語った。フェリーは正午に出航した。"
KOREAN = "“배가 정오에 떠났다”고 항만청장이 월요일에 말했다. 아무도 그 이유를 몰랐다."
CHINESE = "“渡轮中午启航，”港务局长星期一说。市议会以九比二通过了租用该船的决定。"
TAIWANESE = "「渡輪中午啟航，」港務局長星期一說。市議會以九比二通過了租用該船的決定。"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_what_is_certain_needs_no_note(mark: bytes, encoding: str) -> None:
    decoded = decode(mark + TIDE.encode(encoding))

    assert decoded.text == TIDE
    assert decoded.notes == ()


@pytest.mark.parametrize(
    ("text", "encoding", "named"),
    [
        (GERMAN, "cp1252", "Windows-1252"),
        (FRENCH, "latin-1", "Windows-1252"),
        ("café", "latin-1", "Windows-1252"),
        (RUSSIAN, "cp1251", "Windows-1251"),
        ("Ещё всё моё.", "cp1251", "Windows-1251"),
        ("The ferry Ёлка sailed.", "cp1251", "Windows-1251"),
        (RUSSIAN, "koi8-r", "KOI8-R"),
        ("ПАРОМ УШЁЛ В МОРЕ, и никто не ждал его.", "cp1251", "Windows-1251"),
        (JAPANESE, "euc_jp", "EUC-JP"),
        (JAPANESE, "cp932", "Shift_JIS"),
        (KOREAN, "cp949", "EUC-KR"),
        (CHINESE, "gb18030", "GB18030"),
        (TAIWANESE, "big5", "Big5"),
        ("Ferry “潮が満ちた、と彼女は言った”.", "cp932", "Shift_JIS"),
    ],
)
def test_an_old_encoding_is_recognised_and_named(text: str, encoding: str, named: str) -> None:
    decoded = decode(text.encode(encoding))

    assert decoded.text == text
    (note,) = decoded.notes
    assert f"read as {named}" in note


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("früh und spät".encode() + b"\xff.", "früh und spät\ufffd."),
        ("Die Flut „kam".encode() + "“".encode()[:2], "Die Flut „kam\ufffd"),
        (codecs.BOM_UTF8 + b"caf\xe9", "caf\ufffd"),
        (codecs.BOM_UTF16_LE + "ab".encode("utf-16-le") + b"\x00\xd8", "ab\ufffd"),
    ],
)
def test_damage_is_replaced_and_counted(content: bytes, text: str) -> None:
    decoded = decode(content)

    assert decoded.text == text
    (note,) = decoded.notes
    assert "damaged UTF-" in note
    assert "1 characters could not be read" in note


def test_a_byte_that_the_old_encoding_lacks_is_counted_too() -> None:
    decoded = decode(b"caf\xe9 \x81 th\xe9")

    assert decoded.text == "café \ufffd thé"
    assert "Windows-1252" in decoded.notes[0]
    assert "1 characters could not be read" in decoded.notes[0]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("one\u2028two\x85three\x0cfour".encode(), "one\u2028two\x85three\x0cfour"),
        ("a\u202eb\u200dc".encode(), "a\u202eb\u200dc"),
        (b"  @everyone <@&1> </ask:1> <t:0:R>  ", "  @everyone <@&1> </ask:1> <t:0:R>  "),
        (b"a line in which \x1b[31mone word\x1b[0m is red", None),
    ],
)
def test_only_line_endings_are_changed(content: bytes, text: str | None) -> None:
    assert decode(content).text == (content.decode() if text is None else text)


@pytest.mark.parametrize("content", [b"", codecs.BOM_UTF8, codecs.BOM_UTF16_BE])
def test_nothing_is_said_to_be_empty(content: bytes) -> None:
    with pytest.raises(BadInputError, match="is empty"):
        decode(content)


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01",
        b"SQLite format 3\x00",
        b"PK\x03\x04\x14\x00\x08\x00",
        b"\x80\x04\x95\x1a\x00\x00\x00\x00\x00\x00\x00}",
        b"a long line of text and one \x00 in it",
        "text".encode("utf-16-le"),
        b"\x01\x02\x03 abc",
        b"".join(hashlib.sha256(bytes([n])).digest() for n in range(100)).replace(b"\x00", b"x"),
    ],
)
def test_what_is_no_text_is_refused(content: bytes) -> None:
    with pytest.raises(BadInputError, match="is not text"):
        decode(content)


@given(st.binary())
@example(codecs.BOM_UTF16_LE + b"\x00\xdc\x00")
@example(codecs.BOM_UTF32_LE + b"\xff\xff\xff\xff")
def test_no_bytes_give_anything_but_storable_text_or_a_refusal(content: bytes) -> None:
    try:
        decoded = decode(content)
    except BadInputError:
        return
    assert decoded.text
    assert "\r" not in decoded.text
    assert "\x00" not in decoded.text
    decoded.text.encode("utf-8")
