"""Which passages some filters let through, as masks that the traversal takes."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from index.analysis import fold
from index.dates import UNDATED, first_second, last_second
from index.generation import Generation
from index.query import Field, FieldFilter, Filters
from index.wording import pattern_of

Mask = NDArray[np.bool_]
Quoting = Callable[[Generation, str], Sequence[int]]  # the passages that quote somebody


def passing(generation: Generation, filters: Filters, quoting: Quoting) -> Mask:
    """Which passages of a generation the filters let through; the undated fail every date."""
    articles = _by_article(generation, filters)
    fields = sorted(filters.fields, key=lambda one: (one.field.value, one.excluded))
    passages = None
    for (field, excluded), among in groupby(fields, key=lambda one: (one.field, one.excluded)):
        if field is Field.SPEAKER:
            mask = _quoting(generation, among, quoting)
            mask = ~mask if excluded else mask
            passages = mask if passages is None else passages & mask
        else:
            mask = _named(generation, field, among)
            articles &= ~mask if excluded else mask
    held: Mask = articles[generation.articles_of]
    return held if passages is None else held & passages


def only_speaker(filters: Filters) -> tuple[str | None, Filters]:
    """The speaker, where the words of exactly one are asked for, and the other filters."""
    asked = [one for one in filters.fields if one.field is Field.SPEAKER and not one.excluded]
    if len(asked) != 1:
        return None, filters
    others = tuple(one for one in filters.fields if one not in asked)
    return asked[0].value, replace(filters, fields=others)


def _by_article(generation: Generation, filters: Filters) -> Mask:
    articles = np.ones(generation.facts.articles, np.bool_)
    if filters.sources:
        wanted = {fold(source) for source in filters.sources}
        articles &= _coded(
            generation.sources, generation.facts.sources, lambda source: fold(source) in wanted
        )
    if filters.lang:
        articles &= _coded(
            generation.languages, generation.facts.languages, lambda lang: lang == filters.lang
        )
    if filters.since:
        articles &= generation.seconds >= first_second(filters.since)
    if filters.until:
        articles &= generation.seconds <= last_second(filters.until)
        articles &= generation.seconds > UNDATED
    if filters.articles:
        numbers = (generation.number_of(article_id) for article_id in filters.articles)
        wanted_ones = [number for number in numbers if number is not None]
        articles &= np.isin(np.arange(len(articles)), wanted_ones)
    return articles


def _named(generation: Generation, field: Field, among: Iterable[FieldFilter]) -> Mask:
    """The articles in which a field holds any of some values."""
    values = [one.value for one in among]
    patterns = [pattern_of(value) for value in values]

    def accept(text: str) -> bool:
        return any(pattern.search(text) for pattern in patterns)

    match field:
        case Field.LANG:
            return _coded(generation.languages, generation.facts.languages, values.__contains__)
        case Field.SOURCE:
            sources = generation.facts.sources
            return _coded(generation.sources, sources, lambda source: accept(fold(source)))
        case Field.AUTHOR:
            return np.array([accept(one.author) for one in generation.bylines], np.bool_)
        case _:
            return np.array([accept(one.title) for one in generation.bylines], np.bool_)


def _quoting(generation: Generation, among: Iterable[FieldFilter], quoting: Quoting) -> Mask:
    mask = np.zeros(generation.facts.passages, np.bool_)
    for one in among:
        mask[list(quoting(generation, one.value))] = True
    return mask


def _coded(codes: NDArray[np.int32], names: Sequence[str], accept: Callable[[str], bool]) -> Mask:
    accepted = [code for code, name in enumerate(names) if accept(name)]
    return np.isin(codes, accepted)
