"""Which collections a server may ask: `main`, and its own, whose name has the server's id in it."""

from index.articles import MAIN, OF_A_SERVER


def collections_of(guild_id: int) -> tuple[str, ...]:
    """The collections that a server may ask: never another server's."""
    return (MAIN, own_collection(guild_id))


def own_collection(guild_id: int) -> str:
    """The collection of a server's own articles."""
    return f"{OF_A_SERVER}{guild_id}"


def server_of(collection: str) -> int | None:
    """The server whose own collection this is; None of any other."""
    owned = collection.removeprefix(OF_A_SERVER)
    return int(owned) if collection.startswith(OF_A_SERVER) and owned.isdecimal() else None
