"""How the tables of a library came to be: a new one takes all these steps, an older one some.

Apart from `index.library`, for most changes find a library that is up to date.
"""

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from index.generation import checksum
from index.library import SERVED

migrations = Migrations("library")


@migrations()
def articles_passages_and_quotes(database: Database) -> None:
    """The first schema."""
    database.table("articles").create(
        {
            "id": str, "title": str, "text": str, "url": str, "source": str, "author": str,
            "published": str, "lang": str, "origin": str, "name": str, "content_hash": str,
            "analyzer": str,
        },
        pk="id",
        not_null={"title", "text", "origin", "name", "content_hash", "analyzer"},
    )  # fmt: skip
    database.table("articles").create_index(["origin"])
    database.table("published").create({"id": int, "generation": str, "changed": int}, pk="id")
    database.table("published").insert({"id": 1, "generation": None, "changed": 1})


@migrations()
def words_instead_of_terms(database: Database) -> None:
    """Analysis is kept as raw words in order, packed for each article."""
    for table in ("passages", "quotes", "terms"):
        database.table(table).drop(ignore=True)
    # What is in the library is analysed anew: nothing is left of its analysis.
    database.execute("UPDATE articles SET analyzer = ''")
    database.execute("UPDATE published SET changed = 1")
    database.table("articles").add_column("guessed_lang", str)
    database.table("words").create(
        {"id": int, "lang": str, "word": str, "term": str},
        pk="id", not_null={"lang", "word", "term"},
    )  # fmt: skip
    database.table("analyses").create(
        {"article_id": str, "passages": int, "tokens": int, "title": bytes, "starts": bytes,
         "ends": bytes, "lengths": bytes, "words": bytes},
        pk="article_id", foreign_keys=[("article_id", "articles", "id")],
    )  # fmt: skip
    database.table("quotes").create(
        {"article_id": str, "seq": int, "start": int, "speaker": str, "quote": str},
        pk=("article_id", "seq"), foreign_keys=[("article_id", "articles", "id")],
    )  # fmt: skip


@migrations()
def what_every_change_asks(database: Database) -> None:
    """Asked of all articles at each change; without these, every text would be read for it."""
    database.table("articles").create_index(["analyzer", "id"])
    database.table("articles").create_index(["id", "content_hash"])


@migrations()
def feeds_and_their_items(database: Database) -> None:
    """What `index.feeds` remembers; times are ISO 8601 in UTC, so that they sort as they follow."""
    database.table("feeds").create(
        {"url": str, "title": str, "full_text": int, "etag": str, "last_modified": str,
         "checked": str, "succeeded": str, "next_try": str, "asked_to_wait": int, "failures": int,
         "problem": str},
        pk="url", not_null={"full_text", "asked_to_wait", "failures"},
    )  # fmt: skip
    database.table("feed_items").create(
        {"feed": str, "article_id": str, "guid": str, "link": str, "published": str,
         "signature": str, "tries": int, "problem": str, "withdrawn": str},
        pk=("feed", "article_id"), not_null={"tries"}, foreign_keys=[("feed", "feeds", "url")],
    )  # fmt: skip
    database.table("articles").create_index(["url", "origin"])


@migrations()
def checksums_of_what_is_served(database: Database) -> None:
    """So that publishing copies articles from file to file without reading them."""
    database.table("analyses").add_column("checksum", int)
    database.conn.create_function("checksum_of", -1, checksum, deterministic=True)
    database.execute(
        f"UPDATE analyses SET checksum = (SELECT checksum_of({SERVED}) FROM articles "  # noqa: S608  # constants
        "WHERE articles.id = article_id)"
    )


@migrations()
def when_articles_came(database: Database) -> None:
    """When each came in as it is; not known of those that were there before."""
    database.table("articles").add_column("came", str)


@migrations()
def whether_an_item_is_held_whole(database: Database) -> None:
    """So that a page that dies leaves what was read of it, and not its feed's summary."""
    database.table("feed_items").add_column("is_whole", int)
    database.execute("UPDATE feed_items SET is_whole = signature IS NOT NULL AND problem IS NULL")


@migrations()
def words_in_order(database: Database) -> None:
    """So that a small change need not put all words in order; see `index.ordered_words`."""
    database.table("ordered_words").create(
        {"id": int, "terms": str, "words": str, "terms_of": bytes, "places": bytes}, pk="id"
    )


@migrations()
def what_every_publication_asks(database: Database) -> None:
    """As with `what_every_change_asks`: what stands behind a text is reached by reading it."""
    database.table("articles").create_index(["id", "source", "published", "lang", "guessed_lang"])
    database.table("analyses").create_index(["article_id", "checksum", "passages", "tokens"])
