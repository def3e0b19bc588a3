"""The utterances of an article, by the reader of its language."""

from collections.abc import Sequence

from index.language import guess_language
from index.quotes import chinese, extraction
from index.quotes.extraction import Quote
from index.sentences import Paragraph, split_sentences


def find_quotes(
    text: str,
    *,
    title: str = "",
    lang: str | None = None,
    split: Sequence[Paragraph] | None = None,
) -> list[Quote]:
    """The utterances in an article's text, in order of their beginning.

    Args:
        text: the article's.
        title: gives names only.
        lang: ISO 639-1, told from the text where absent.
        split: what `split_sentences` makes of the text, where that is known already.
    """
    code = lang or guess_language(text)
    if code.casefold().replace("_", "-").partition("-")[0] == "zh":
        return chinese.find_quotes(text, split or split_sentences(text))
    return extraction.find_quotes(text, title=title, lang=lang, split=split)
