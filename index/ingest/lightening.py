"""A large page without what is in it for programs and for the eye: scripts, drawings, pictures.

Many pages of news are more than half scripts, and ones that were saved whole hold their pictures.
"""

import re
from collections.abc import Iterator

_OPENING = re.compile(r"<(script|svg)\b([^<>]{0,500})>", re.IGNORECASE)
_ENDS = {name: re.compile(rf"</{name}\s*>", re.IGNORECASE) for name in ("script", "svg")}
_LINKED_DATA = "ld+json"
_PICTURE = re.compile(r"data:[\w/+.-]{1,60};base64,[A-Za-z0-9+/=]{1000,}+")


def lightened(html: str) -> str:
    """The page without scripts but for JSON-LD, and without drawings and pictures in it.

    Nothing is taken from an opening tag on that has no end.
    """
    return _PICTURE.sub("data:,", "".join(_kept(html)))


def _kept(html: str) -> Iterator[str]:
    begin = place = 0  # of what is kept, and of what is looked at
    while opening := _OPENING.search(html, place):
        name, attributes = opening[1].lower(), opening[2].lower()
        end = _ENDS[name].search(html, opening.end())
        if end is None:
            break
        place = end.end()
        if _LINKED_DATA not in attributes:
            yield html[begin : opening.start()]
            begin = place
    yield html[begin:]
