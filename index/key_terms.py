"""The terms that tell what an article is about."""

from collections import Counter
from math import log

from index.analysis import Analyzer
from index.articles import Article
from index.bm25 import PassageBM25
from index.hits import QueryTerm
from index.language import is_stop_word

_MOST = 12
_READ = 50_000  # characters: what an article is about it says by then
_HEADLINE = 3  # times that a word of the headline counts


def key_terms(article: Article, analyzer: Analyzer, bm25: PassageBM25) -> tuple[QueryTerm, ...]:
    """The terms of most weight, (1 + log tf) idf: the "l" and the "t" of SMART's weightings.

    A word of the headline counts three times. In the order in which they first stand there.
    """
    lang = article.lang
    counts: Counter[str] = Counter()
    words: dict[str, str] = {}
    for text, times in ((article.title, _HEADLINE), (article.text[:_READ], 1)):
        for token in analyzer.tokens(text, lang):
            word = text[token.start : token.end]
            if not (lang and is_stop_word(word, lang)):
                counts[token.term] += times
                words.setdefault(token.term, word)
    worth = {
        term: (1 + log(count)) * bm25.idf_of(term) for term, count in counts.items() if count > 1
    }
    best = sorted(worth, key=lambda term: -worth[term])[:_MOST]
    return tuple(
        QueryTerm(words[term], term, bm25.postings.df(term), bm25.idf_of(term), place)
        for place, term in enumerate(words)
        if term in best and bm25.postings.df(term)
    )
