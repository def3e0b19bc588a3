"""Follow-ups that look back at the answer before: "older ones", "more", "the second one".

Grammar only: what they lead to is for `bot.stepping` to find.
"""

import re
from dataclasses import dataclass
from enum import Enum


class Back(Enum):
    """What a follow-up asks of the answer before it."""

    OLDER = "older"
    NEWER = "newer"
    LATEST = "latest"
    MORE = "more"
    ARTICLE = "article"
    WHO_ELSE = "who else"


@dataclass(frozen=True, slots=True)
class Step:
    """A step back to the answer before."""

    to: Back
    number: int = 0  # of the excerpt whose article is asked for, from 1; -1 is the last


_LEAD = (
    r"(?:(?:and|but|ok|okay|please|now|also|just|what about|how about|are there|is there|"
    r"do you have|have you|got|any|anything|something|some|all|only|can you|could you|show|give|"
    r"find|list|open|see|read|me|us|the|tell|more|about|from|on|of|und|et|y|"
    r"zeig|mir|bitte|а|и|покажи) )*"
)
_THINGS = (
    r"(?: (?:ones?|articles?|news|stor(?:y|ies)|quotes?|statements?|results?|excerpts?|sources?|"
    r"answers?|passages?|reports?|pieces?|links?|items?|artikel|meldung(?:en)?|articles?|noticias?|"
    r"новости|статьи))?"
)
_PLEASE = r"(?:,? please|,? bitte|,? s'il (?:te|vous) plaît|,? por favor)?"


def _step(words: str) -> re.Pattern[str]:
    return re.compile(f"{_LEAD}(?:{words}){_THINGS}{_PLEASE}", re.IGNORECASE)


_STEPS = (
    (
        Back.WHO_ELSE,
        _step(
            r"who else|any(?:one|body) else|who else (?:said|says|spoke|commented|talked)"
            r"(?: (?:so|that|this|it|anything|something))?(?: (?:about|on) (?:it|that|this))?|"
            r"wer (?:noch|sonst)(?: noch)?|qui d['’]autre|quién más|chi altro|кто ещ[её]|"
            r"[还還]有[谁誰]"
        ),
    ),
    (
        Back.OLDER,
        _step(
            r"(?:older|earlier|less recent)(?: than (?:that|those|these))?|ältere|frühere|"
            r"plus anciens?|plus anciennes?|más antigu[oa]s|anteriores|più vecchi|"
            r"(?:более )?(?:старые|ранние)|(?:更早|以前|之前|早一点)的?(?:呢)?"
        ),
    ),
    (
        Back.NEWER,
        _step(
            r"(?:newer|later|more recent|fresher)(?: than (?:that|those|these))?|neuere|"
            r"plus récents?|plus récentes?|más recientes|более новые|更新的|之后的|最近的呢"
        ),
    ),
    (
        Back.LATEST,
        _step(
            r"(?:latest|newest|most recent)|(?:das |die |der )?neuest(?:e|en|es)|"
            r"les? (?:plus récente?s?|derni[eè]re?s?)|l[oa]s? últim[oa]s?|последние|"
            r"самые новые|最新的?"
        ),
    ),
    (
        Back.MORE,
        _step(
            r"more|(?:what|anything|something|nothing) else|others?|next|another(?: one)?|go on|"
            r"continue|more of (?:them|these|those|that)|mehr|weitere|noch mehr|was noch|plus|"
            r"d['’]autres|quoi d['’]autre|más|otros|qué más|ещ[её]|что ещ[её]|"
            r"[还還]有(?:呢|吗|嗎|别的)?|更多"
        ),
    ),
)
_ORDINALS = (
    "first 1st erste ersten erster erstes premier première primero primera primo первый первая "
    "первую",
    "second 2nd zweite zweiten zweiter zweites deuxième segundo segunda secondo второй вторая "
    "вторую",
    "third 3rd dritte dritten dritter drittes troisième tercero tercera terzo третий третья третью",
    "fourth 4th vierte vierten vierter viertes quatrième cuarto cuarta quarto четвертый",
    "fifth 5th fünfte fünften fünfter fünftes cinquième quinto quinta пятый пятая",
)
_PLACES = {word: at for at, words in enumerate(_ORDINALS, start=1) for word in words.split()}
_PLACES |= {"last": -1, "letzte": -1, "letzten": -1, "dernier": -1, "último": -1, "последний": -1}
_PLACES |= {digit: at for at, digit in enumerate("一二三四五六七八九十", start=1)}
_ARTICLE = re.compile(
    rf"{_LEAD}(?:(?:das|den|die|der|le|la|el|il) )?"
    r"(?:(?:number|no\.?|nummer|numéro|n[o°º]\.?|#) ?)?"
    rf"(?P<which>{'|'.join(sorted(_PLACES, key=len)[::-1])}|\d{{1,2}})"
    rf"{_THINGS}{_PLEASE}|"
    r"第(?P<chinese>[一二三四五六七八九十]|\d{1,2})[个個篇条條]?(?:呢)?|"
    rf"{_LEAD}(?P<same>(?:this|that|the same|same) (?:article|story|piece|source|report))",
    re.IGNORECASE,
)


def step_back(text: str) -> Step | None:
    """What a question asks of the answer before it, where that is all it asks."""
    for back, pattern in _STEPS:
        if pattern.fullmatch(text):
            return Step(back)
    if not (found := _ARTICLE.fullmatch(text)):
        return None
    which = (found["which"] or found["chinese"] or "first").lower()
    number = int(which) if which.isdecimal() else _PLACES[which]
    return Step(Back.ARTICLE, number) if number else None
