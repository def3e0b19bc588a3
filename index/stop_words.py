"""Which words a question can do without.

Only questions lose them: in articles they stay, for names and phrases are made of them.
"""

import re
import unicodedata
from collections.abc import Collection
from functools import cache, lru_cache

from index.function_words import FUNCTION_WORDS
from index.related import table_of
from index.words import words_of

# Written without spaces, these are looked up by n-grams, of which some hold no content.
_CHINESE = re.compile(
    "[的了是在什么谁哪吗呢吧啊和与及或也都就而被把从向对于为以之其这那些没不几多少怎样如何个时候因此所则却但"
    "并且即若虽然让使得着过到给跟按将会能可要有我你他她它们自己里否"
    "麼誰嗎與從對於為這沒幾樣個時後過將讓會們裡著還]{1,2}"
)  # 什么, 多少, and what arises between two of them
_JAPANESE = re.compile(
    "[ぁ-ゖー何誰]{1,2}"
)  # particles and endings, and nearly all else in hiragana
_KOREAN = """무엇 무엇을 무엇이 무엇인 누구 누가 누구의 누구인 어디 어디에
    어디서 어디인 언제 언제부터 어떻게 어떤 어느 얼마 얼마나 왜 뭐 뭐라고 무슨 했나
    했나요 했습니까 합니까 입니까 습니까 있나 있나요 있습니까 인가 인가요 나요 되었나
    되었습니까 대해 대해서 관해 대한 관한 그리고 그러나 그것 이것 저것 또는"""
_THAI = """อะไร ที่ไหน เมื่อไร เมื่อไหร่ เมื่อใด เท่าไร เท่าไหร่ เท่าใด
    อย่างไร ยังไง ใคร ของใคร ทำไม เพราะเหตุใด เพราะอะไร คืออะไร คือใคร
    เป็นอะไร เป็นใคร ได้แก่ หรือไม่ หรือ และ แต่ เพราะ กับ แก่ โดย จาก ของ ที่
    ซึ่ง อัน ใน บน ใต้ ถึง สู่ ตั้งแต่ จนถึง ระหว่าง เกี่ยวกับ เป็น คือ อยู่
    มี ได้ ถูก ให้ ไป มา ไว้ แล้ว ยัง จะ กำลัง เคย ไม่ ไม่ได้ นี้ นั้น
    เหล่านี้ เหล่านั้น ใด ไหน ไหม กี่ ทั้ง ทุก บาง หลาย มาก ที่สุด กว่า เช่น
    ด้วย ก็ จึง เมื่อ ขณะ ก่อน หลัง ฉัน ผม เรา คุณ เขา เธอ มัน พวกเขา สิ่งใด
    ผู้ใด แห่งใด อย่าง ตาม ต่อ นอกจาก"""
_KEPT = 1 << 16  # words that were told of last
_PATTERNS = {"zh": _CHINESE, "ja": _JAPANESE}
_PHRASES = {"ko": _KOREAN, "th": _THAI}


# Pronouns, but names where an article stands before them: whoever types in lower case asks about
# "the us".
_NAMES_WITH_ARTICLE = frozenset({"us", "who"})


# Whoever asks whether anybody did something asks about what was done.
_ANYBODY = frozenset(
    "anyone anybody anything someone somebody something everyone everybody everything".split()
)


def holds_stop_character(word: str, lang: str) -> bool:
    """Whether a pair of characters holds one that a question can do without: 价是 of 票价是多少."""
    return lang == "zh" and any(_CHINESE.fullmatch(one) for one in word)


@lru_cache(_KEPT)
def is_stop_word(word: str, lang: str, before: str = "") -> bool:
    """Whether a question in `lang` can do without `word`, given as it stands.

    "US" and "WHO" in capitals are names, not pronouns; so are "us" and "who" where the word
    `before` is "the".
    """
    if len(word) > 1 and word.isupper():
        return False
    if word in _NAMES_WITH_ARTICLE and before.lower() == "the" and lang == "en":
        return False
    if lang in _PATTERNS:
        return _PATTERNS[lang].fullmatch(word) is not None
    if word.isascii():  # nearly all are, and need no more
        low = word.lower()
        return low in _function_words(lang) or (low in _ANYBODY and lang == "en")
    lowered = word.replace("İ", "i").lower().replace("’", "'")
    return unicodedata.normalize("NFC", lowered) in _function_words(lang)


@cache
def _function_words(lang: str) -> Collection[str]:
    """The function words of a language, or the n-grams that they consist of."""
    if lang in _PHRASES:
        return frozenset(words_of(_PHRASES[lang], lang))
    return FUNCTION_WORDS.get(table_of(lang), ())
