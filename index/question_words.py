"""Words of a question that only tell what kind of answer it wants.

"What year did the ferry sink?" is answered by a passage that names a year, and hardly one of them
says "year". Which words these are is told by where they stand: "year" after "what" or "which",
"old" after "how". Anywhere else they count like all others.
"""

import re

MEASURES = "many|much|long|old|far|big|large|often|high|tall|deep|wide|strong|fast|heavy"
HOW_MUCH = re.compile(rf"\bhow (?P<kind>{MEASURES})\b", re.IGNORECASE)
"""What asks for a number."""

TELL = "define|explain|describe|erklär(?:e|en)?|explique[rz]?|expli(?:ca|car)"
"""What orders to tell what something is."""

_KINDS = {
    r"(?:what|which)(?: is| was| are| were|['’]s)?(?: the| an?)?(?: \w+)??": "names? terms? words? "
    "types? kinds? sorts? titles? years? dates? days? months? century decade periods? time "
    "numbers? amount percentage ways? things? person place country city reasons? examples? ones?",
    r"(?:welche[mnrs]?|was (?:ist|war|sind|waren))(?: der| die| das)?": "namen? begriffe? wort "
    "wörter art typ titel jahre? jahren datum tag monat jahrhundert jahrzehnt zeit zeitraum zahl "
    "anzahl person ort land stadt grund gründe beispiele?",
    r"quel(?:le)?s?(?: est| sont| était| étaient)?(?: les?| la)?(?: l['’])?": "noms? termes? mots? "
    "types? genres? sortes? titres? années? dates? jours? mois siècle décennie période nombre "
    "pourcentage personne lieu pays ville raisons? exemples?",
    r"(?:qué|cuál(?:es)?)(?: es| son| fue| era)?(?: el| las?| los)?": "nombres? términos? "
    "palabras? tipos? clases? títulos? años? fechas? días? mes siglo década período número "
    "cantidad porcentaje persona lugar país ciudad raz(?:ón|ones) ejemplos?",
    r"как(?:ой|ая|ое|ие|ом|их|ую|им|ого)": "названи[ея] имя термины? слов[оа] типы? вид год году "
    "годы день месяце? век[еа]? период время число количество процент человек место стран[аеу] "
    "город[е]? причин[аы] примеры?",
}  # fmt: skip
_ASKING = (
    HOW_MUCH,
    # "List the boats", but "list of boats" is a headline.
    re.compile(
        rf"\A\W*(?P<kind>{TELL}|compare|summari[sz]e|list(?! of\b)|name(?! of\b))\s+\w",
        re.IGNORECASE,
    ),
    re.compile(
        r"\bwhere (?:can|could|do|did|would) (?:i|we|you|one|people) (?P<kind>find|get|see|read)\b",
        re.IGNORECASE,
    ),
    re.compile(r"\bwhat(?:['’]?s| is| was) the (?P<kind>deal|story|matter) with\b", re.IGNORECASE),
    re.compile(r"\bwhat (?:does|do|did) .+ (?P<kind>mean|stand)\b", re.IGNORECASE),
    re.compile(r"\b(?P<kind>(?:meaning|definition) of|differences? between)\b", re.IGNORECASE),
    # "Number of victims", as one types for "how many".
    re.compile(r"\A\W*(?:the )?(?P<kind>number|amount|date|names?) of\b", re.IGNORECASE),
    # "When did the quake happen?": that it did is what the article is about.
    re.compile(
        r"\b(?:when|where|how|why)\b(?: \S+){1,9}? (?P<kind>happen(?:ed|ing)?|occur(?:red)?)\W*$",
        re.IGNORECASE,
    ),
    # "What is the ferry called?" wants a name.
    re.compile(
        r"\b(?:what|how)(?: is| was| are| were|['’]s)(?: \S+){1,8}? (?P<kind>called|named|known as)"
        r"\W*$",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:wie (?:(?:wird|werden|wurde|wurden)(?: \S+){1,8}? (?=genannt))?|comment s['’]|"
        r"cómo se |как )(?P<kind>hei(?:ß|ss)(?:t|en)|hie(?:ß|ss)(?:en)?|nennt|nennen|genannt|"
        r"appel(?:le|lent|ait|aient)|llam(?:an?|aban?)|называ(?:ется|ются|лся|лась|лось|лись))\b",
        re.IGNORECASE,
    ),
    *(
        re.compile(rf"\b{before} ?(?P<kind>{kinds.replace(' ', '|')})\b", re.IGNORECASE)
        for before, kinds in _KINDS.items()
    ),
)


# "What is a prime number?" asks what it is, not for a number.
_A_THING = re.compile(
    r"\W*what (?:is|are|was|were) (?!the\b)(?:\S+ )+?(?P<last>\w+)\W*", re.IGNORECASE
)


def kind_words(question: str) -> set[int]:
    """Where the words begin that only tell what kind of answer is wanted."""
    found = {match.start("kind") for pattern in _ASKING for match in pattern.finditer(question)}
    thing = _A_THING.fullmatch(question)
    return found - {thing.start("last")} if thing else found
