"""Questions without a matter: what is new, thanks, who are you, "who said that?".

Grammar only, by tables. A text is one of these only where nothing else is in it, so that a question
about something is never taken for one.
"""

import re
from enum import Enum

_EDGES = " \t?!.,;:¿¡？！。，…"


class Talk(Enum):
    """What is said to the bot and not asked of the articles."""

    GREETING = "greeting"
    THANKS = "thanks"
    ABOUT = "about"  # who it is, and what it can do


_NEWS = frozenset(
    "news new headlines happened happening happens articles stories updates latest newest "
    "neues neuigkeiten nachrichten neuesten neueste passiert passierte geschehen geschah los "
    "actualités nouvelles infos passé neuf noticias nuevo pasó ocurrió sucedió "
    "новости новости новое нового случилось произошло".split()
)
_AROUND = frozenset(
    "what what's whats s is are was were has have did do does the a an any some all there anything "
    "something everything else show give tell find list read get me us you got can could please "
    "about up going on in of from for published been most recent recently lately top today's "
    "and or "
    "was gibt gab es ist sind die das der von vom in den hat haben zeig mir bitte "
    "qu'est que qu quoi de s'est ce qui il y a t des les l'actualité est dernières derniers "
    "qué que las los hay de ha pasado algo el la últimas últimos "
    "что какие последние есть за покажи".split()
)
_ANYTHING = frozenset("anything something everything".split())
_NEWS_ZH = re.compile(r"(?:有|的|了|什么|什麼|哪些|发生|發生|事|新闻|新聞|消息|最新|吗|嗎|呢)+")
_CONTENT_ZH = re.compile("发生|發生|新闻|新聞|消息")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")

_YOU = "(?:are|r) (?:you|u)"
_TALK = (
    (
        Talk.THANKS,
        r"(?:many |ok(?:ay)? )?(?:thanks|thank you|thx|ty|cheers)(?: (?:a lot|so much|very much|"
        r"you|again|bot|byline|for (?:that|this|(?:the|your) help)))*|danke(?: schön| sehr)?|"
        r"vielen dank|merci(?: beaucoup)?|(?:muchas )?gracias|(?:большое )?спасибо|谢谢你?|謝謝|"
        r"多谢|(?:good|nice|great) (?:bot|job|work|answer)",
    ),
    (
        Talk.ABOUT,
        rf"(?:who|what) {_YOU}|are you (?:a |an )?(?:bot|robot|human|ai|real)|"
        r"what (?:can|do) (?:you|u) do|how (?:do|does) (?:you|this|it) work|help(?: me)?|"
        r"what(?:['’]s| is) your name|wer bist du|was kannst du|hilfe|qui es-tu|qui êtes-vous|"
        r"aide|quién eres|ayuda|кто ты|что ты умеешь|помощь|你是谁|你是誰|你能做什么|帮助",
    ),
    (
        Talk.GREETING,
        r"(?:hi|hello|hey|hiya|yo|good (?:morning|afternoon|evening|day))"
        r"(?: (?:there|all|bot|byline|everyone|everybody))*"
        rf"(?:,? how {_YOU}(?: doing)?(?: today)?)?|how {_YOU}(?: doing)?(?: today)?|hallo|"
        r"guten (?:tag|morgen|abend)|bonjour|salut|hola|buen(?:os|as) (?:días|tardes|noches)|"
        r"привет|здравствуйте?|你好|您好",
    ),
)
_TALKS = tuple((kind, re.compile(words, re.IGNORECASE)) for kind, words in _TALK)
_SAID_THAT = re.compile(
    r"(?:(?:and|but|so|ok) )?who (?:was it (?:that|who) )?(?:said|says|told (?:you|us)|claims?|"
    r"claimed|stated|wrote) (?:that|this|it|so|these things)|wer (?:hat das gesagt|sagt(?:e)? das)|"
    r"qui (?:a dit|dit) (?:ça|cela)|quién (?:dijo|dice) eso|кто (?:это )?сказал(?: это)?|"
    r"[这這那](?:是|话是|話是)?[谁誰]说的|[谁誰]说的",
    re.IGNORECASE,
)


def talk_of(text: str) -> Talk | None:
    """What is said to the bot itself, where that is all."""
    said = " ".join(text.strip(_EDGES).split())
    return next((kind for kind, pattern in _TALKS if pattern.fullmatch(said)), None)


def asks_for_news(text: str) -> bool:
    """Whether all that is asked is what is new, or what happened; its days have been read."""
    low = text.strip(_EDGES).lower().replace("’", "'")
    if _NEWS_ZH.fullmatch(low):
        return bool(_CONTENT_ZH.search(low))
    words = _WORD.findall(low)
    return any(one in _NEWS for one in words) and all(
        one in _NEWS or one in _AROUND for one in words
    )


def asks_for_anything(text: str) -> bool:
    """Whether all that is asked is what there is, of days that have been read: "anything?"."""
    words = _WORD.findall(text.strip(_EDGES).lower())
    return any(one in _ANYTHING for one in words) and all(one in _AROUND for one in words)


def asks_who_said_that(text: str) -> bool:
    """Whether it is asked who said what was just shown."""
    return _SAID_THAT.fullmatch(text.strip(_EDGES)) is not None
