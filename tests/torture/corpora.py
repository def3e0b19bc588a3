"""Generated articles: small, seeded, in three languages, with people who say things."""

import json
import random
from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from pathlib import Path

from index import Article

SPEAKERS = ("Ines Falk", "Petra Lindqvist", "Osmund Quist", "Marta Brandt", "Jonas Weidel")
ROLES = ("harbour master", "mayor", "ferry captain", "lighthouse keeper")
OUTLETS = ("The Skarnholm Gazette", "Lantern", "Tornby Bote", "海港晚报")

_NOUNS = """harbour wall boat storm council granite ferry crab digger cellar rope lantern bridge
    barge quay cable pier tide winch warehouse breakwater chandler ledger anchor""".split()
_VERBS = "moved raised sold flooded repaired painted closed opened counted guarded".split()
_ADJECTIVES = "old grey narrow costly quiet northern drowned crooked wooden empty".split()
_WHEN = ("before the winter", "on Monday", "after the storm", "in the spring", "at noon")
_NOMEN = "Hafen Kutter Sturm Leuchtturm Deich Keller Steg Kran Speicher Lotse Markt".split()
_VERBEN = "erneuert verkauft gestrichen gesperrt vermessen geöffnet".split()
_WORDS_ZH = "港口 城墙 渡船 风暴 市长 灯塔 桥梁 渔民 冬天 仓库".split()
_NAMES_ZH = ("林海", "陈波")


def chance(*seed: object) -> random.Random:
    """Chance that comes out the same for the same seed."""
    return random.Random(":".join(map(str, seed)))  # noqa: S311  # repeatable is the point


def stories(count: int, *seed: object) -> list[Article]:
    """`count` different articles; one in six is German and one in eight Chinese."""
    return [story(number, *seed) for number in range(count)]


def story(number: int, *seed: object) -> Article:
    """One article; its text names its number, so that no two are alike."""
    lot = chance("story", number, *seed)
    lang = "de" if number % 6 == 5 else "zh" if number % 8 == 7 else "en"
    return Article(
        id=f"20{lot.randrange(20, 27)}/story-{number:04}",
        title=_sentence(lot, lang).rstrip(".。"),
        text=prose(lot, lang, number),
        url=f"https://gazette.example/{number}" if lot.random() < 0.7 else None,
        source=lot.choice((*OUTLETS, None)),
        author=lot.choice((*SPEAKERS, None)),
        published=f"2025-{lot.randrange(1, 13):02}-{lot.randrange(1, 29):02}"
        if lot.random() < 0.9
        else None,
        lang=lang,
    )


def prose(lot: random.Random, lang: str, mark: object) -> str:
    """A few paragraphs, `mark` among their words, with two or more quotations."""
    paragraphs = []
    for _ in range(lot.randrange(2, 5)):
        sentences = [_sentence(lot, lang) for _ in range(lot.randrange(2, 5))]
        sentences.append(_quotation(lot, lang))
        paragraphs.append(("" if lang == "zh" else " ").join(sentences))
    return "\n\n".join([*paragraphs, f"({mark}/{lot.randrange(10**9)})"])


def revised(articles: Sequence[Article], *seed: object) -> list[Article]:
    """The articles a while later: a fifth changed, one in twenty gone, one in ten new."""
    lot = chance("revised", *seed)
    kept = [one for number, one in enumerate(articles) if number % 20 != 19]
    later = [
        replace(one, text=prose(lot, one.lang or "en", one.id)) if lot.random() < 0.2 else one
        for one in kept
    ]
    first = len(articles)
    new = range(first, first + max(len(articles) // 10, 1))
    return [*later, *(story(number, *seed) for number in new)]


def as_file(article: Article) -> str:
    """An article as a Markdown file; its id is left to the file's name."""
    fields = {key: value for key, value in asdict(article).items() if key not in ("id", "text")}
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in fields.items()
             if value]  # fmt: skip
    return "\n".join(["---", *lines, "---", article.text])


def write_folder(folder: Path, articles: Iterable[Article]) -> Path:
    """Make `folder` hold exactly these articles, one file each."""
    wanted = {folder / f"{one.id}.md": as_file(one) for one in articles}
    for path, content in wanted.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    for path in set(folder.rglob("*.md")) - wanted.keys():
        path.unlink()
    return folder


def write_json_lines(path: Path, articles: Iterable[Article]) -> Path:
    """A file with one article a line."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [json.dumps(asdict(one), ensure_ascii=False) for one in articles]
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return path


def _sentence(lot: random.Random, lang: str) -> str:
    if lang == "zh":
        first, second, third = lot.sample(_WORDS_ZH, 3)
        return f"{first}的{second}在{third}旁边修好了。"
    if lang == "de":
        first, second = lot.sample(_NOMEN, 2)
        return f"Nach dem {first} wurde auch der {second} von der Stadt {lot.choice(_VERBEN)}."
    first, second = lot.sample(_NOUNS, 2)
    return (
        f"The {lot.choice(_ADJECTIVES)} {first} {lot.choice(_VERBS)} the {second} "
        f"{lot.choice(_WHEN)}."
    )


def _quotation(lot: random.Random, lang: str) -> str:
    said = _sentence(lot, lang).rstrip(".。")
    if lang == "zh":
        return f"{lot.choice(_NAMES_ZH)}说：“{said}。”"
    if lang == "de":
        return f"„{said}“, sagte {lot.choice(SPEAKERS)}."
    return f'"{said}," said {lot.choice(SPEAKERS)}, the {lot.choice(ROLES)}.'
