"""Corrections: what a newspaper says of what it said before.

Such a notice repeats the words of the report that it corrects, headline and all, so whatever tells
that a passage answers tells the same of both. It is worth reading beside the report, not instead.
"""

import re

_HEADLINE = re.compile(
    r"\W*(?:corrections?|clarifications?|corrigend(?:um|a)|errat(?:um|a)|retraction|"
    r"editor['’]?s['’]? note|berichtigung|korrektur|richtigstellung|rectificatif|"
    r"fe de err(?:atas|ores)|rectificación|correzione|rettifica|errata corrige|correção|"
    r"исправление|уточнение|поправка|更正|勘误)(?:\s*[:：.(–—-]|\s+(?:to|of|on|and|zu|zum|zur|à|au|aux|a|al|к|о)\b|\s*\Z)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"\b(?:an?|the) (?:earlier|previous|original) version of (?:this|the|our) "
    r"(?:article|story|report|post|piece)\b|"
    r"\bthis (?:article|story|report|post|piece) (?:has been|was) (?:corrected|amended|updated)\b|"
    r"\bin einer (?:früheren|vorherigen|ersten) (?:version|fassung) (?:dieses|des) "
    r"(?:artikels|textes|berichts)\b|\bune version (?:précédente|antérieure) de cet article\b|"
    r"\buna versión (?:anterior|previa) de (?:este|esta) (?:artículo|nota|noticia)\b|"
    r"\bв (?:предыдущей|первоначальной) версии (?:этой )?(?:статьи|новости|материала)\b",
    re.IGNORECASE,
)


# One of these stands in every such sentence; looking for them costs a thirtieth of the pattern.
_SIGNS = ("ersion", "assung", "ersión", "версии", "orrected", "mended", "pdated", "ERSION")


def is_notice(title: str, passage: str) -> bool:
    """Whether a passage corrects a report: its article does by its headline, or it says so."""
    if _HEADLINE.match(title):
        return True
    return any(map(passage.__contains__, _SIGNS)) and _SENTENCE.search(passage) is not None
