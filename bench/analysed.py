"""The passages of an article in Byline's terms, as they are indexed."""

from index.analysis import Analyzer
from index.articles import Article
from index.passages import split_passages
from index.quotes import find_quotes


def passage_terms(article: Article, analyzer: Analyzer) -> list[list[str]]:
    """The terms of each passage, after those of the headline, which count for all of them."""
    quotes = find_quotes(article.text, title=article.title, lang=article.lang)
    title = analyzer.terms(article.title, article.lang)
    return [
        title + analyzer.terms(span.of(article.text), article.lang)
        for span in split_passages(article.text, [quote.sentences for quote in quotes])
    ]
