"""The utterances of an article, by the reader of its language."""

from collections.abc import Sequence

from index.language import guess_language
from index.quote import Quote
from index.quotes import extraction
from index.quotes.cues import lexicon_for
from index.quotes.signs import Signs
from index.sentences import Paragraph, split_sentences


def find_quotes(
    text: str,
    *,
    title: str = "",
    lang: str | None = None,
    split: Sequence[Paragraph] | None = None,
    traits: Sequence[int] | None = None,
) -> list[Quote]:
    """The utterances in an article's text, in order of their beginning.

    Args:
        text: the article's.
        title: gives names only.
        lang: ISO 639-1, told from the text where absent.
        split: what `split_sentences` makes of the text, where that is known already.
        traits: of each of its sentences, what its `Clusters` say, with `signs_of` the language.
    """
    code = lang or guess_language(text)
    if code.casefold().replace("_", "-").partition("-")[0] == "zh":
        from index.quotes import chinese  # noqa: PLC0415  # 50 ms that few collections need

        return chinese.find_quotes(text, split or split_sentences(text), title)
    return extraction.find_quotes(text, title=title, lang=lang, split=split, traits=traits)


def signs_of(lang: str) -> Signs:
    """What the clusters of texts in a language say of reporting."""
    return Signs(lexicon_for("", lang))
