from pathlib import Path

import pytest

from index.ingest.reading import Reading, quoted, shown, skipped


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("articles/harbour.md", "articles/harbour.md"),
        ("Straßenbahn Москва 港", "Straßenbahn Москва 港"),
        ("two\nlines", r"two\nlines"),
        ("\x1b[31mred", r"\x1b[31mred"),
        ("gnp.\u202etxt", r"gnp.\u202etxt"),
        ("hidden\u200bspace", r"hidden\u200bspace"),
        ("half \udc80", r"half \udc80"),
        ("bold **name**", "bold **name**"),
    ],
)
def test_what_cannot_be_seen_is_shown_as_an_escape(words: str, expected: str) -> None:
    assert shown(words) == expected


def test_every_single_byte_file_name_can_be_printed() -> None:
    for byte in range(1, 256):
        name = shown(Path(bytes([byte]).decode("utf-8", "surrogateescape")).name)
        assert name.isprintable()
        name.encode("utf-8")


def test_a_long_value_is_quoted_by_its_beginning() -> None:
    assert quoted("a" * 61) == "'" + "a" * 60 + "…'"
    assert quoted("a" * 60) == "'" + "a" * 60 + "'"


def test_the_reason_stands_before_all_other_notes() -> None:
    reading = skipped("a.md", "it has no text", ("the date is unknown",))

    assert reading == Reading("a.md", None, ("it has no text", "the date is unknown"))
