"""Encodings by the labels that pages and feeds give themselves."""

import pytest

from index.ingest.encoding_labels import decode_labelled, encoding_meant
from index.ingest.page import parse


@pytest.mark.parametrize(
    ("label", "encoding", "text"),
    [
        ("iso-8859-1", "cp1252", "“Noon – the harbour’s,” she said"),
        ("us-ascii", "cp1252", "“Noon”"),
        ("gb2312", "gbk", "“中午，”朱镕基说"),
        ("Shift_JIS", "cp932", "「正午①」と髙橋さん"),
        ("x-sjis", "cp932", "「正午」"),
        ("euc-kr", "cp949", "“정오,” 똠방각하"),
        ("big5", "big5hkscs", "「中午」"),
        ("iso-2022-jp", "iso2022_jp", "「正午」"),
        ("windows-1250", "cp1250", "„Południe”, řekl Dvořák"),
        # Not what it says, as browsers would show it, but what it plainly is.
        ("iso-8859-1", "utf-8", "“Noon,” she said"),
        ("utf-16", "utf-8", "“Noon,” she said"),
    ],
)
def test_a_text_is_read_as_its_label_is_meant(label: str, encoding: str, text: str) -> None:
    content = text.encode(encoding)
    decoded = decode_labelled(content, [label])

    assert (decoded.text if decoded else content.decode()) == text
    assert not decoded or decoded.notes == ()


@pytest.mark.parametrize(
    "label", ["", "no-such", "rot13", "idna", "unicode_escape", "utf-7", "zlib", "é", "a" * 9_999]
)
def test_a_label_that_is_none_means_nothing(label: str) -> None:
    assert encoding_meant(label) is None
    assert decode_labelled("“Noon”".encode("cp1252"), [label]) is None


def test_a_little_damage_is_counted_and_much_is_not_believed() -> None:
    good = "Południe w Łodzi. ".encode("cp1250") * 50
    damaged = decode_labelled(good + b"\x81" + good, ["windows-1250"])

    assert damaged is not None
    assert damaged.text.count("Łodzi") == 100
    assert damaged.notes == (
        "it is damaged CP1250; "
        "1 characters could not be read and stand as \N{REPLACEMENT CHARACTER}",
    )
    assert decode_labelled(b"\x81\x83\x88" * 9, ["windows-1250"]) is None


def test_of_two_labels_the_first_that_fits_holds_and_a_mark_tells_more() -> None:
    content = "Полдень".encode("koi8-r")
    found = decode_labelled(content, ["utf-8", "koi8-r"])

    assert found is not None
    assert found.text == "Полдень"
    assert decode_labelled("Noon“".encode("utf-8-sig"), ["iso-8859-1"]) is None


@pytest.mark.parametrize(
    ("lang", "encoding", "words"),
    [
        ("ar", "windows-1256", "وقال بير هولم: «لم يسأل أحد الصيادين»."),
        ("he-IL", "windows-1255", "איש לא שאל את הדייגים, אמר ראש הנמל."),
        ("el", "windows-1253", "«Κανείς δεν ρώτησε τους ψαράδες», είπε."),
        ("th", "windows-874", "“ไม่มีใครถามชาวประมงเลย” เปอร์กล่าว"),
        ("PL", "windows-1250", "„Nikt nie pytał rybaków”, powiedział Źródłowski."),
        ("tr", "windows-1254", "“Balıkçılara kimse sormadı” dedi Işık Şahin."),
    ],
)
def test_what_names_no_encoding_is_in_the_one_of_its_language(
    lang: str, encoding: str, words: str
) -> None:
    content = f'<html dir=auto lang="{lang}"><article><p>{words}</p></article></html>'
    read = parse(content.encode(encoding_meant(encoding) or ""))
    assert read["text"] == words
    assert encoding in read["notes"][0].lower()
    assert parse(content.encode())["text"] == words
