"""Who said what: the utterances of an article, each with its speaker.

marks.py         where quotation marks open and close
tokens.py        the words of a sentence, and what the tables say of each
stretch.py       a stretch of the text as such words
titles.py        where titles begin and end in it
bounds.py        where names end
readings.py      the noun phrase that begins at a word
phrases.py       those of a sentence, and its subject
double_titles.py two offices of one person
cues.py          the tables of each language: lexicon.py says what they hold, english_words.py,
                 english_titles.py and their neighbours fill them
report.py        one report of a sentence
signs.py         which words may report, told by the words beside them
things.py        which of them tell of things, so that they report only what they quote
unmarked.py      sentences in which nothing marks what their verbs may report
participles.py   participles that report nothing
unsaid.py        verbs beside which a word takes back that they report
endings.py       whether a sentence may report, told before it is read
clauses.py       what a sentence reports, and by which cue
orders.py        the same, with the subject before its verb or behind it
secondhand.py    the same where somebody quotes another
sources.py       the same by "according to"
colons.py        the same by a colon
hearings.py      the same where a court hears it
subjects.py      whose verb it is
appositions.py   the same over appositions and whence somebody comes
groups.py        the same where more is told of people without a name
unnamed.py       the same where it is of a noun that no table holds, or of a text
complements.py   where what is reported begins
circumstances.py behind hearers and circumstances
requests.py      behind whoever is accused, or asked to do something
finite.py        whether a clause has a verb of its own
borders.py       where it ends, and which quotations are of it
joined.py        where a clause of its own begins
tails.py         where the reporter goes on in words of their own
context.py       which other sentences tell whom the reports mean
capitals.py      what words with a capital show beside others
naming.py        whom the sentences name
known.py         whom a name means
single_names.py  which names of one word are a part of one
genders.py       what pronouns tell of whom they mean
pronouns.py      whom a pronoun means
speakers.py      whom a role means, followed through the article
datelines.py     where the first sentence begins behind its dateline
traits.py        party, state and age, and what else somebody may be called
interviews.py    the turns of an interview that is printed as one
unlabelled.py    the same where its questions have no labels
answers.py       those of the turns that are utterances
units.py         the sentences, joined where a quotation runs over the end of one
placing.py       where an utterance stands in its sentence
attribution.py   the utterances of a sentence, each with its speaker
nicknames.py     names with nicknames inside
extraction.py    the article's utterances, put together
chinese.py       the same in Chinese, with chinese_words.py and chinese_people.py
finding.py       by the reader of the article's language
"""

from index.quote import LANGUAGES, Quote
from index.quotes.attribution import CONFIDENCE
from index.quotes.finding import find_quotes, signs_of
from index.quotes.signs import drop_silent

__all__ = ["CONFIDENCE", "LANGUAGES", "Quote", "drop_silent", "find_quotes", "signs_of"]
