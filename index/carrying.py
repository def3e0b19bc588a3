"""What was said before a question, as far as it counts in it.

Grammar only. A question that points back ("how high is it?", "why?", "and in Norway?") needs the
words of the one before; a complete one hardly does, and the longer it is the less. So the share
that counts on comes from the question alone, and from turn to turn the shares multiply: a topic
stays while questions point back to it, and fades once they stand by themselves.

Words have shares, and a conversation has many of them. So all that was said before has a bound
beside the question's own words, too: a passage that holds nothing of a question which stands by
itself is no answer to it, however much it holds of the one before.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from index.language import guess_language
from index.query import Context
from index.stop_words import is_stop_word
from index.words import words_of

POINTING, SHORT, MIDDLING, COMPLETE = 1 / 2, 1 / 2, 1 / 4, 1 / 8  # of what was said before
_BESIDE_A_POINTER = 2.0  # of what the question's own words tell, for all said before together
_BESIDE_A_BEGINNING = 1.0
_BESIDE_OTHERS = 1 / 2
_FEW, _SOME = 2, 4  # words that tell something, of a short and of a middling question
_OF_A_REPLY = 1 / 4  # the words of an answer count for less than those of the question
_UNIT = 1 / 16
_MOST_WORDS = 60  # of an answer
_MOST_TURNS = 4

# Words that stand for what was named before.
_POINTERS = {
    "en": "it its they them their theirs he him his she her hers these those this itself "
    "themselves himself herself former latter others ones same",
    "de": "er ihn ihm sein seine seinen sie ihr ihre ihren ihnen dies dieser diese dieses diesen "
    "diesem damit dafür dagegen davon dazu darüber darauf darin daran dort dabei dessen deren",
    "fr": "il elle ils elles lui leur leurs son sa ses celui celle ceux celles ceci cela ça y",
    "es": "él ella ellos ellas su sus ese esa eso esos esas aquel aquella aquello allí",
    "it": "egli essa essi loro suo sua suoi sue questo questa questi queste quello quella ciò lì",
    "pt": "ele ela eles elas seu sua seus suas isso isto aquilo esse essa disso nisso lá",
    "nl": "hij hem zijn zij haar hun hen dit deze daarvan daarmee daarover daarin daar ervan ermee",
    "sv": "han honom hans hon henne hennes de dem deras denna detta dessa där",
    "pl": "on ona ono oni jego jej ich nim nimi to tego tym ten ta te tam",
    "ru": "он она оно они его её ее их ему ей им ним ней них этот эта это эти этого этой этом "
    "этому этим том тот та те там",
    "uk": "він вона воно вони його її їх йому їй цей ця це ці цього цьому там",
    "tr": "o onu onun ona onlar onların bu bunu bunun buna bunlar orada",
}  # fmt: skip
_POINTING = {lang: frozenset(words.split()) for lang, words in _POINTERS.items()}
# Written without spaces.
_UNSPACED_POINTERS = {
    "zh": re.compile(
        r"[它他她]们?|[這这][個个些里裡]?|那[个個些里裡]|其中|呢[？?。\s]*$|^(?:那|[还還]有|[为為]什[么麼])"
    ),
    "ja": re.compile(r"それ|これ|その|この|あの|彼女?|そこ|^(?:では|じゃあ|なぜ)|は[？?]\s*$"),
    "ko": re.compile(r"(?:^|\s)(?:그|그것|그것은|이것|그는|그녀|그들|거기|그럼|왜)(?:\s|$)"),
}
_BEGINNING = re.compile(
    r"\W*(?:and|or|but|so|also|then|what else|who else|where else|what about|how about|"
    r"how so|anything else|any other|another|yes|no|ok|okay|und|aber|oder|et|mais|ou|"
    r"y|e|pero|en|а|и|но)\b",
    re.IGNORECASE,
)
# "Why?" and "why Mars?" point back, "why was the wall so expensive?" does not.
_WHY = re.compile(
    r"\W*(?:why|warum|wieso|weshalb|pourquoi|por qué|perché|waarom|почему|зачем)\b", re.IGNORECASE
)
# "that" points back where it is no conjunction: "after that", "was that planned?", "that bridge".
_THAT = re.compile(
    r"(?:^|\b(?:about|of|in|on|for|to|with|from|by|at|after|before|since|is|was|are|were|does|did|"
    r"do|like|than)\s+)that\b(?!\s+(?:is|are|was|were|has|have|had|can|could|will|would|the|an?|it|"
    r"he|she|they|we|you|i)\b)|\bthat\s*\W*$",
    re.IGNORECASE,
)
_ENDING = re.compile(
    r"\b(?:there|here|one|too|else|others?|another|either|neither|both|instead)\s*\W*$",
    re.IGNORECASE,
)
# "How much did it cost?" is not asked of anybody who spoke.
_THING = re.compile(r"\bits?\b", re.IGNORECASE)
_SOMEBODY = re.compile(
    r"\b(?:he|him|his|she|her|hers|they|them|their|theirs|who|whom|whose|speakers?)\b",
    re.IGNORECASE,
)
_STANDING_IN = frozenset(("one", "ones"))  # "which one sank?"
_NGRAMS = frozenset("zh ja th".split())  # about two n-grams a word


def telling_words(text: str) -> tuple[str, ...]:
    """The words of a text that are no stop words, each once."""
    lang = guess_language(text)
    words = (word for word in words_of(text, lang) if word.lower() not in _STANDING_IN)
    return tuple(dict.fromkeys(word for word in words if not is_stop_word(word, lang)))


def points_back(text: str) -> bool:
    """Whether a question needs what was said before it.

    A pronoun that follows two words that tell something has its noun in the question itself.
    """
    if _BEGINNING.match(text):
        return True
    return _holds_a_pointer(text) or (bool(_WHY.match(text)) and len(telling_words(text)) < _FEW)


def _holds_a_pointer(text: str) -> bool:
    if _THAT.search(text) or _ENDING.search(text):
        return True
    lang = guess_language(text)
    if lang in _UNSPACED_POINTERS:
        return _UNSPACED_POINTERS[lang].search(text) is not None
    telling = 0
    for word in words_of(text, lang):
        if word.lower() in _POINTING.get(lang, ()):
            return telling < _FEW
        telling += not is_stop_word(word, lang)
    return False


def share_kept(text: str) -> float:
    """How much the words said before count in a question, beside its own."""
    if points_back(text):
        return POINTING
    count = len(telling_words(text))
    if guess_language(text) in _NGRAMS:
        count = -(-count // 2)
    return SHORT if count <= _FEW else MIDDLING if count <= _SOME else COMPLETE


def most_carried(text: str) -> float:
    """How much all words said before may tell together, as a share of what a question's own tell.

    A pronoun stands for most of what is asked. "And in Norway?" asks of Norway as much as of what
    was said before, and a question that stands by itself asks more of what it says.
    """
    if _BEGINNING.match(text):
        return _BESIDE_A_BEGINNING
    return _BESIDE_A_POINTER if points_back(text) else _BESIDE_OTHERS


def _asks_of_a_thing(text: str) -> bool:
    return _THING.search(text) is not None and _SOMEBODY.search(text) is None


def carried(
    text: str, before: str, reply: str, earlier: tuple[Context, ...], speaker: str = ""
) -> tuple[Context, ...]:
    """What was said before that counts in a question, the nearest first.

    Args:
        text: the question.
        before: the words that matter of the question before it.
        reply: the words of the answer to that; empty where they are not known.
        earlier: what counted in the question before.
        speaker: whose words that asked for; empty where for nobody's.
    """
    share = share_kept(text)
    words = telling_words(before)
    # A question that says nothing by itself ("why?") hands on what it had.
    fading = share if words or speaker else 1
    answered = " ".join(telling_words(reply)[:_MOST_WORDS])
    found = [
        Context(" ".join(words), share),
        Context(speaker, share, is_speaker=True),
        *(replace(one, weight=one.weight * fading) for one in earlier),
        Context(answered, share * _OF_A_REPLY),
    ]
    found = [replace(one, weight=int(one.weight / _UNIT) * _UNIT) for one in found]
    if _asks_of_a_thing(text):
        found = [one for one in found if not one.is_speaker]
    return tuple(one for one in found if one.text and one.weight)[: 2 * _MOST_TURNS]


@dataclass(frozen=True, slots=True)
class Turn:
    """Something said in a conversation."""

    text: str
    asked: bool = True  # by whoever asks; else it is what was answered


def context_of(text: str, turns: Iterable[Turn]) -> tuple[Context, ...]:
    """What was said before a question that counts in it.

    Args:
        text: the question.
        turns: all that was said before, in order.
    """
    before = reply = ""
    context: tuple[Context, ...] = ()
    for turn in (*turns, Turn(text)):
        if not turn.asked:
            reply = turn.text
        elif turn.text.strip():
            context = carried(turn.text, before, reply, context)
            before, reply = turn.text, ""
    return context
