"""Scripts, as the insides of regular-expression character classes."""

HAN = "\u3005\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
KANA = "\u3040-\u30ff\u31f0-\u31ff"
HANGUL = "\uac00-\ud7a3"
THAI_AND_NEIGHBOURS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Burmese, Khmer
DEVANAGARI = "\u0900-\u097f"
ARABIC = "\u0600-\u06ff"
GREEK = "\u0370-\u03ff"
HEBREW = "\u0590-\u05ff"
CYRILLIC = "\u0400-\u04ff"

UNSPACED = HAN + KANA + THAI_AND_NEIGHBOURS  # written without spaces between words
