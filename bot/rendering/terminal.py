"""An answer for a terminal: plain lines, with the matched words bold where colours are wanted."""

import textwrap

import click

from bot.answers import Answer, Citation
from bot.chronicle import Course
from bot.escaping import terminal_safe
from bot.rendering.sparkline import sparkline
from bot.texts import answers as texts
from index.excerpts import Excerpt
from index.texts.explanations import explanation_lines

_INDENT = "   "
_MOST_CHANGED = 300  # characters of an utterance that is set beside another


def terminal_lines(answer: Answer, width: int = 88, *, explained: bool = False) -> list[str]:
    """The lines that show an answer; styled, which `click.echo` removes where it must.

    Args:
        answer: what to show.
        width: of a line, in characters.
        explained: whether to show how each excerpt came to its score.
    """
    lines = [
        click.style(terminal_safe(sentence), dim=True) for sentence in texts.understood(answer)
    ]
    if not answer.answered:
        lines.append(terminal_safe(texts.not_found(answer)))
        lines += filter(None, [terminal_safe(texts.did_you_mean(answer))])
        lines += filter(None, [terminal_safe(texts.nearest(answer))])
        lines += [f"Try: {terminal_safe(suggestion)}" for suggestion in answer.suggestions]
        if not answer.question.is_blank:
            lines.append(click.style(texts.searched(answer.extent), dim=True))
    for citation in answer.citations:
        lines += _citation(citation, width)
        if explained and citation.excerpt.explanation:
            parts = explanation_lines(citation.excerpt.explanation)
            lines += [click.style(_INDENT + terminal_safe(part), dim=True) for part in parts]
        lines.append("")
    if texts.from_sample(answer.collections) and not answer.question.is_blank:
        lines.append(click.style(texts.SAMPLE_NOTE, dim=True))
    return lines


def course_lines(course: Course | None, width: int = 60) -> list[str]:
    """The lines above a timeline: mentions by month, and what somebody said then and now.

    Args:
        course: what it tells; nothing where there is no answer.
        width: of the line of blocks, in characters.
    """
    lines: list[str] = []
    if course and course.months:
        first, last = course.months[0].month, course.months[-1].month
        blocks = sparkline([one.articles for one in course.months], width)
        lines.append(f"{first} {blocks} {last}" if first != last else f"{first} {blocks}")
        lines.append(click.style(texts.mentions(course.months), dim=True))
        lines.append("")
    if course and course.changed:
        for when, citation in zip((texts.THEN, texts.NOW), course.changed, strict=True):
            words = terminal_safe(" ".join(citation.excerpt.text.split()))
            shown = textwrap.shorten(words, _MOST_CHANGED, placeholder=" …")
            lines.append(f"{when} ({citation.excerpt.article.day}): {shown}")
        lines.append("")
    return lines


def _citation(citation: Citation, width: int) -> list[str]:
    excerpt = citation.excerpt
    wrapped = _wrapped(excerpt, width - len(_INDENT))
    lines = [f"{excerpt.rank}. {wrapped[0]}", *(f"{_INDENT}{line}" for line in wrapped[1:])]
    lines.append(f"{_INDENT}— {terminal_safe(_credit(excerpt))}")
    if excerpt.named_in and not excerpt.names_speaker:
        naming = " ".join(excerpt.named_in.of(excerpt.article.text).split())
        lines.append(click.style(f"{_INDENT}named in: {terminal_safe(naming)}", dim=True))
    if differences := texts.differences(citation):
        lines.append(click.style(f"{_INDENT}{terminal_safe(differences)}", dim=True))
    if citation.link:
        lines.append(click.style(f"{_INDENT}{terminal_safe(citation.link)}", fg="blue"))
    return lines


def _credit(excerpt: Excerpt) -> str:
    """Who says it, in which article, where and when."""
    article = excerpt.article
    parts = []
    if excerpt.speaker:
        parts.append(", ".join(filter(None, [excerpt.speaker, excerpt.role])))
        if excerpt.attribution == "inferred":
            parts[-1] += f" ({texts.INFERRED})"
    parts += filter(None, [article.title or texts.UNTITLED, article.source, article.day])
    parts += filter(None, [texts.also_in(excerpt)])
    return " · ".join(" ".join(part.split()) for part in parts)


def _wrapped(excerpt: Excerpt, width: int) -> list[str]:
    """The excerpt's words in lines, its highlights bold, its paragraphs apart.

    Lines are broken before they are styled, on a copy in which nothing but white space differs.
    """
    text = excerpt.text
    bold = [False] * len(text)
    for start, end in excerpt.highlights:
        bold[start:end] = [True] * (end - start)
    styled: list[str] = []
    position = 0
    for paragraph in filter(str.strip, text.split("\n")):
        for line in textwrap.wrap(paragraph, width, break_long_words=False, break_on_hyphens=False):
            pieces: list[str] = []
            for word in line.split():
                position = text.index(word, position)
                pieces.append(_styled(word, bold[position : position + len(word)]))
                position += len(word)
            styled.append(" ".join(pieces))
    if styled and excerpt.cut_before:
        styled[0] = f"… {styled[0]}"
    if styled and excerpt.cut_after:
        styled[-1] += " …"
    return styled or [""]


def _styled(word: str, bold: list[bool]) -> str:
    styled = ""
    start = 0
    for end in range(1, len(word) + 1):
        if end == len(word) or bold[end] != bold[start]:
            piece = terminal_safe(word[start:end])
            styled += click.style(piece, bold=True) if bold[start] else piece
            start = end
    return styled
