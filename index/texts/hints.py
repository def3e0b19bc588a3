"""What of a query was not understood or carried out, a sentence each; `format` fills the gaps."""

MANY_WORDS = "Only the first {} words were read."
NOT_CLOSED = "A “(” without its “)” was closed at the end."
NOT_OPENED = "A “)” without its “(” was ignored."
MANY_SIGNS = "“{}” is no sign; + and - stand alone before a word."
NO_PARTNER = "A quotation mark without its partner was ignored."
SHORT_PREFIX = "A “*” stands at the end of at least {} letters: harb*."
NO_FIELD = "There is no field “{}:”; “field:” can be {}."
NO_FILTER = "“{}” is no filter. {}"
NOTHING_TO_JOIN = "“{}” has nothing to join here and was not read as an operator."
TOO_DEEP = "Brackets more than {} deep were read as words."
MANY_ENDINGS = "“{}*” stands for many words; the {} most frequent count."
MANY_PASSAGES = "Phrases were looked up in the best {:,} passages only."

# What a filter can be.
A_LANGUAGE = "A language has two letters: lang:de."
A_DATE = "A date is 2025-03-01, 2025-03, 2025, 7d, 2w, 3m, 1y or today."
A_NAME = 'For example: source:"The Gazette".'
