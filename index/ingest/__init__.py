"""Articles from outside, read and checked: hostile input stops here.

    for reading in read_folder(Path("articles")):
        if reading.article is None:
            print(f"{reading.where}: skipped, {reading.notes[0]}")

Every reader ends in `fields.make_article`, which alone decides what an article may hold.
"""

from index.ingest.csv_rows import read_csv
from index.ingest.files import read_file
from index.ingest.folder import read_folder
from index.ingest.json_lines import read_json_lines
from index.ingest.reading import Reading
from index.ingest.records import Columns

__all__ = ["Columns", "Reading", "read_csv", "read_file", "read_folder", "read_json_lines"]
