"""Who said what: the utterances of an article, each with its speaker.

marks.py         where quotation marks open and close
tokens.py        the words of a sentence, and what the tables say of each
phrases.py       the noun phrases of a sentence
double_titles.py two offices of one person
cues.py          the tables of each language: lexicon.py says what they hold, english_words.py
                 and its neighbours fill them
report.py        one report of a sentence
clauses.py       what a sentence reports, and by which cue
sources.py       the same by "according to"
subjects.py      whose verb it is
unnamed.py       the same where it is of a noun that no table holds, or of a text
complements.py   where what is reported begins
borders.py       where it ends, and which quotations are of it
context.py       which other sentences tell whom the reports mean
speakers.py      who that is: names, roles and pronouns, followed through the article
datelines.py     where the first sentence begins behind its dateline
traits.py        party, state and age, and what else somebody may be called
interviews.py    the turns of an interview that is printed as one
units.py         the sentences, joined where a quotation runs over the end of one
extraction.py    the article's utterances, put together
chinese.py       the same in Chinese, with chinese_words.py and chinese_people.py
finding.py       by the reader of the article's language
"""

from index.quote import LANGUAGES, Quote
from index.quotes.extraction import CONFIDENCE
from index.quotes.finding import find_quotes, signs_of

__all__ = ["CONFIDENCE", "LANGUAGES", "Quote", "find_quotes", "signs_of"]
