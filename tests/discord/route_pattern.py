"""Routes written as tests write them: "POST /channels/*/messages", where `*` is one segment.

`**` as the last segment is all that may follow.
"""

_MAJOR = ("channels", "guilds", "webhooks")


def matches(pattern: str, method: str, path: str) -> bool:
    """Whether a request falls under `pattern` ("METHOD /path"; `*` is any method or segment)."""
    wanted_method, _, wanted_path = pattern.partition(" ")
    wanted, given = wanted_path.split("/"), path.split("/")
    if wanted[-1] == "**":
        wanted.pop()
        given = given[: len(wanted)]
    return (
        wanted_method in ("*", method)
        and len(wanted) == len(given)
        and all(want in ("*", have) for want, have in zip(wanted, given, strict=True))
    )


def template(path: str) -> str:
    """The path with its ids, tokens and emoji left out: one for all requests of a route."""
    segments = path.strip("/").split("/")
    parts: list[str] = []
    for index, segment in enumerate(segments):
        if segment.isdecimal():
            parts.append("*")
        elif index == 2 and segments[0] in ("webhooks", "interactions"):
            parts.append("*")  # a token
        elif parts and parts[-1] == "reactions":
            parts.append("*")  # an emoji
        else:
            parts.append(segment)
    return "/" + "/".join(parts)


def major(path: str) -> str:
    """The part of the path that Discord counts apart: a channel, a guild, or a webhook's token."""
    segments = path.strip("/").split("/")
    if segments[0] not in _MAJOR:
        return ""
    return "/".join(segments[: 3 if segments[0] == "webhooks" else 2])
