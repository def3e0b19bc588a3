from pathlib import Path

import pytest

from index.articles import Article
from index.errors import BadInputError
from index.ingest import Columns, Reading, read_csv


def read(folder: Path, content: str | bytes, *mappings: str) -> list[Reading]:
    path = folder / "export.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(read_csv(path, Columns.parse(mappings)))


def texts(readings: list[Reading]) -> list[str]:
    return [one.article.text for one in readings if one.article]


def test_a_row_is_an_article(tmp_path: Path) -> None:
    (reading,) = read(
        tmp_path,
        "id,title,text,url,source,author,published,lang,desk\n"
        't-7,Tides,"The tide, at noon, turned.",https://news.example/t,Example,Ann Lee,'
        "2024-05-06,en-GB,sea\n",
    )

    assert reading.article == Article(
        "t-7",
        "Tides",
        "The tide, at noon, turned.",
        url="https://news.example/t",
        source="Example",
        author="Ann Lee",
        published="2024-05-06",
        lang="en",
    )


def test_columns_are_named_by_options(tmp_path: Path) -> None:
    content = "headline;body\nTides;The tide turned.\n"

    (reading,) = read(tmp_path, content, "text=body", "title=headline")

    assert reading.article is not None
    assert (reading.article.title, reading.article.text) == ("Tides", "The tide turned.")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_columns_are_parted_by_what_the_first_row_has(
    tmp_path: Path, delimiter: str, ending: str
) -> None:
    content = delimiter.join(["id", "text"]) + ending + delimiter.join(["a", "Noon."]) + ending

    assert texts(read(tmp_path, content)) == ["Noon."]


def test_a_text_keeps_its_lines_and_quotation_marks(tmp_path: Path) -> None:
    content = 'text\n"He said ""no"".\n\nShe said “yes”.\n"\n'

    assert texts(read(tmp_path, content)) == ['He said "no".\n\nShe said “yes”.\n']


def test_a_text_may_be_longer_than_the_csv_module_allows_by_itself(tmp_path: Path) -> None:
    assert texts(read(tmp_path, "text\n" + "a" * 200_000 + "\n")) == ["a" * 200_000]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("\ufefftext\nEbbe".encode(), "Ebbe"),
        ("text\nÜberall Größe".encode("cp1252"), "Überall Größe"),
        ("text\nПриливы и отливы моря".encode("cp1251"), "Приливы и отливы моря"),
        ("text\n「潮が満ちた」と港長は語った。".encode("cp932"), "「潮が満ちた」と港長は語った。"),
        ("id\ttext\r\na\tПриливы “и” отливы\r\n".encode("utf-16"), "Приливы “и” отливы"),
    ],
)
def test_the_encoding_is_found(tmp_path: Path, content: bytes, expected: str) -> None:
    assert texts(read(tmp_path, content)) == [expected]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("b,", "it has no text"),
        ("a,Again.", "line 2 has the same id, a"),
        ("b,Noon.,more", "it has 3 columns; the first row names 2"),
        ('b,"Noon."x', "it is not CSV"),
        ("b," + "a" * 2_000_001, "it is not CSV (field larger than field limit"),
    ],
)
def test_a_row_that_is_no_article_is_skipped_and_the_others_are_read(
    tmp_path: Path, row: str, reason: str
) -> None:
    readings = read(tmp_path, f"id,text\na,First.\n{row}\nz,Last.\n")

    assert texts(readings) == ["First.", "Last."]
    (refused,) = (one for one in readings if one.article is None)
    assert refused.notes[0].startswith(reason)
    assert refused.where.endswith("export.csv line 3")


@pytest.mark.parametrize(
    ("content", "mappings", "reason"),
    [
        ("", (), "its first row names no columns"),
        ("id,body\na,b\n", (), "no column 'text' for the text; its columns are id, body. Name"),
        ("id,text\na,b\n", ("title=headline",), "no column 'headline' for the title"),
    ],
)
def test_a_file_without_its_columns_is_refused(
    tmp_path: Path, content: str | bytes, mappings: tuple[str, ...], reason: str
) -> None:
    with pytest.raises(BadInputError) as refusal:
        read(tmp_path, content, *mappings)
    assert reason in str(refusal.value)


@pytest.mark.parametrize("mapping", ["text", "text=", "body=text", ""])
def test_a_mapping_of_another_form_is_refused(mapping: str) -> None:
    with pytest.raises(BadInputError, match="write FIELD=COLUMN"):
        Columns.parse([mapping])


def test_the_encoding_is_found_in_a_long_file_wherever_it_is_cut(tmp_path: Path) -> None:
    line = "a「潮が満ちた」と港長は月曜日に語った。\n"
    content = ("text\n" + line + "b" * 7 + line * 30_000).encode("cp932")

    assert next(iter(texts(read(tmp_path, content)))) == line.strip()
