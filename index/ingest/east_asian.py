"""Texts in the old encodings of East Asia, which nothing names.

In an encoding that a text is not in, it is seldom characters at all, and never those that are
common: kana among the characters of Japanese, syllables in Korean, and in Chinese those that the
standards put first because they are nearly all that is written.
"""

import re
from dataclasses import dataclass

_SIGNS = "\u3000-\u303f\uff01-\uff5e“”‘’—…·"
_HAN = "\u4e00-\u9fff"
_KANA = "\u3041-\u3096\u30a1-\u30fc"
_HANGUL = "\uac00-\ud7a3"
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_ENOUGH = 0.95  # of the characters
_FEWEST = 6  # characters by which one can tell


@dataclass(frozen=True, slots=True)
class _Encoding:
    name: str  # as people know it
    codec: str
    common: str  # a class of characters, nearly all of what is written
    telling: str  # a class of characters
    share: float  # that the telling ones have at least


# A text may be one in several of them; the first holds.
_ENCODINGS = (
    _Encoding("EUC-JP", "euc_jp", _SIGNS + _HAN + _KANA, _KANA, 0.2),
    _Encoding("Shift_JIS", "cp932", _SIGNS + _HAN + _KANA, _KANA, 0.2),
    _Encoding("EUC-KR", "cp949", _SIGNS + _HAN + _HANGUL, _HANGUL, 0.9),
)
_CHINESE = (("GB18030", "gb18030", b"\xb0", b"\xd8"), ("Big5", "big5hkscs", b"\xa4", b"\xc7"))


def east_asian(content: bytes) -> tuple[str, str] | None:
    """The text of some bytes, and what it is in, if that is an encoding of East Asia."""
    for encoding in _ENCODINGS:
        text = _decoded(content, encoding.codec)
        beyond = _BEYOND_ASCII.findall(text or "")
        common = re.findall(f"[{encoding.common}]", text or "")
        telling = re.findall(f"[{encoding.telling}]", text or "")
        if (
            text is not None
            and len(common) >= max(_FEWEST, _ENOUGH * len(beyond))
            and len(telling) >= encoding.share * len(common)
        ):
            return text, encoding.name
    for name, codec, first, end in _CHINESE:
        text = _decoded(content, codec)
        beyond = _BEYOND_ASCII.findall(text or "")
        signs = re.findall(f"[{_SIGNS}]", text or "")
        common = [one for one in beyond if first <= one.encode(codec, "replace")[:1] < end]
        if text is not None and len(common) >= max(_FEWEST, _ENOUGH * (len(beyond) - len(signs))):
            return text, name
    return None


def _decoded(content: bytes, codec: str) -> str | None:
    try:
        return content.decode(codec)
    except UnicodeDecodeError:
        return None
