"""What something is, or who somebody is: how that is asked for, and how a text tells it.

Grammar only, as in `index.sought`: "what is a sapper?" is best answered by "A sapper is …" or
"a sapper, a soldier who …", however often other passages say "sapper".
"""

import re
from functools import lru_cache

from index.question_words import TELL
from index.scripts import UNSPACED

_KEPT = 64  # patterns
_MOST_WORDS = 6  # of what is asked about: more is a question of its own
_ARTICLE = r"(?:(?:the|an?|der|die|das|eine?|les?|la|une?|el|los|las|una?)\s+|l['’])?"
_NAMED_SO = re.compile(
    r"\s+(?:\w+ly |also |best )?(?:known|called|named|nicknamed|dubbed)(?: as)?\Z", re.IGNORECASE
)
_ASKING = re.compile(
    rf"\W*(?:what(?:['’]?s| is| are| was| were)\s+{_ARTICLE}(?P<what>.+?)|"
    r"who(?:['’]?s| is| are| was| were)\s+(?!(?:the|an?|his|her|their|my|our)\b)(?P<who>.+?)|"
    rf"what (?:does|do|did)\s+{_ARTICLE}(?P<does>.+?)\s+(?:mean|stand for)|"
    rf"(?:(?:what is |what['’]s )?the )?(?:meaning|definition) of\s+{_ARTICLE}(?P<of>.+?)|"
    rf"(?:{TELL})\s+{_ARTICLE}(?P<define>.+?)|"
    rf"(?:was|wer) (?:ist|sind|war|waren)\s+{_ARTICLE}(?P<de>.+?)|"
    rf"(?:qu['’]est[- ]ce (?:que|qu['’])(?: c['’]est que)?|qui (?:est|sont|était|étaient))\s*"
    rf"{_ARTICLE}(?P<fr>.+?)|"
    rf"(?:qué|quién|quiénes) (?:es|son|era|eran|fue|fueron)\s+{_ARTICLE}(?P<es>.+?)|"
    r"(?:что|кто) (?:такое|такой|такая|такие)\s+(?P<ru>.+?)|"
    r"(?:什么是|何谓|谁是)(?P<zh>.+?)|(?P<zh_is>.+?)(?:是什么|是谁))\W*",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+")
_UNSPACED = re.compile(f"[{UNSPACED}]")
# What may stand between a name and what tells what it is: "(10 July 1856 – 7 January 1943)".
_ASIDE = r"(?:['’\"”»]|\s*\([^)]{0,250}\)|\s*\[[^\]]{0,40}\])*"
# "The pump was sold" tells nothing of what it is, "the pump was a gift" does.
_IS = (
    r"(?:is|was)\s+(?:\w+ly\s+)?(?:an?|the|one|any|another|defined|known|used)\b|"
    r"(?:are|were)\s+(?!(?:not|also|still|now|then|being|either|to|so|as)\b|\w+(?:ed|ing)\b)|"
    r"(?:means?|refers? to|denotes?)\b|"
    r"(?:ist|sind|war|waren)\s+(?:eine?|der|die|das)\b|(?:bezeichnet|bedeutet)\b|"
    r"(?:est|sont|était|étaient)\s+(?:une?|des|les?|la|l['’])|désigne\b|"
    r"(?:es|son|era|eran|fue)\s+(?:una?|unos|unas|el|las?|los)\b|это\b|является\b"
)
_TELLS = (
    rf"{_ASIDE}(?:,[^.;!?]{{1,80}}?,)?\s+(?:{_IS})|{_ASIDE}\s+[—–-]\s+(?:это|an?\b)|"
    rf"{_ASIDE},\s+(?:(?:an?|the|one of|who|which|eine?|der|die|das|une?|le|la|un|una|el)\s|l['’])"
)
_NAME_MEANS = r"(?:\s\w+){0,2},?\s+(?:whose name|the name of which)\s+(?:means?|comes?|derives?)\b"
# "A girl named Giorgia", but not "the girl, called Giorgia by her friends,".
_NAMED = r"(?:(?<=\bnamed )|(?<=\bcalled )|(?<=\bnicknamed )|(?<=\bdubbed ))[“\"'‘«„]?"
_INITIALS = range(3, 7)  # letters
_SMALL = "(?:of|for|and|the|on|in|to|de|la|des|du|der|für|und|del|y)"
_CALLED = r"\b(?:known|called|named|nicknamed|dubbed|christened|baptised)\b"
_TELLS_UNSPACED = r"(?:（[^）]{0,200}）|\([^)]{0,200}\))?(?:，[^。]{0,30}?)?[是为指]"


def defined_in(question: str) -> str | None:
    """What a question asks the meaning of; None where it asks for anything else.

    "Who is the mayor of Harwick?" asks for a name, not for what a mayor is.
    """
    asking = _ASKING.fullmatch(question)
    topic = next(filter(None, asking.groups()), "").strip() if asking else ""
    words = _WORD.findall(topic)
    return topic if words and len(words) <= _MOST_WORDS else None


@lru_cache(_KEPT)
def telling(topic: str) -> re.Pattern[str] | None:
    """What finds the words that tell what a topic is; None for a topic without words."""
    words = [re.escape(word) for word in _WORD.findall(topic)]
    if not words:
        return None
    if _UNSPACED.search(topic):
        return re.compile("".join(words) + _TELLS_UNSPACED, re.IGNORECASE)
    name = r"\W{1,3}".join(words)
    if so := _NAMED_SO.search(topic):  # "what is the ferry called?"
        name = r"\W{1,3}".join(map(re.escape, _WORD.findall(topic[: so.start()])))
        return re.compile(rf"(?<!\w){name}(?!\w)[^.;!?]{{0,60}}{_CALLED}", re.IGNORECASE)
    told = rf"(?<!\w){name}(?:e?s)?(?!\w)(?:{_TELLS}|{_NAME_MEANS})|{_NAMED}{name}(?!\w)"
    if len(words) == 1 and topic.isalpha() and len(topic) in _INITIALS:
        told += rf"|\({name}\)|{_in_full(topic)}"
    return re.compile(told, re.IGNORECASE)


def _in_full(initials: str) -> str:
    """What finds a name that has these initials: "Harwick Yacht and Boat Club" of HYBC."""
    words = (rf"(?-i:{one}[\w’'-]+)" for one in initials.upper())
    return r"\b" + rf"\s+(?:{_SMALL}\s+){{0,2}}".join(words)
