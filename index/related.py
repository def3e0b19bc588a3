"""Languages that are told, stemmed and asked by the tables of a near relation."""

_TABLES = {"bs": "hr", "ms": "id", "nb": "no", "nn": "no"}


def table_of(lang: str) -> str:
    """The language whose tables serve `lang`."""
    return _TABLES.get(lang, lang)
