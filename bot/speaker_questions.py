"""The ways of asking for somebody's own words, as a table by language.

Each entry matches a whole question, without the marks at its ends and in any case, and names the
speaker and, where it is given, the topic. The first that matches decides.
"""

import re

_SAY = (
    "say|says|said|saying|tell|told|state|stated|claim|claimed|announce|announced|declare|declared|"
    "comment|commented|write|wrote|written|tweet|tweeted|post|posted|promise|promised|argue|argued|"
    "warn|warned|reply|replied|respond|responded|answer|answered"
)
_ABOUT = "about|on|regarding|concerning|over|of|to|in response to|when asked about"
_AUXILIARY = "did|does|do|has|have|had|is|was|will|would"
_SPEAKER = "(?P<speaker>.{1,80}?)"
_TOPIC = "(?P<topic>.*)"

_PATTERNS: dict[str, tuple[str, ...]] = {
    "en": (
        rf"what (?:else )?(?:exactly )?(?:{_AUXILIARY}) {_SPEAKER} (?:been )?(?:{_SAY})"
        rf"(?: anything)?(?: (?:{_ABOUT}) {_TOPIC})?",
        rf"what {_SPEAKER} (?:{_SAY})(?: (?:{_ABOUT}) {_TOPIC})?",
        rf"how (?:did|does|has) {_SPEAKER} (?:respond|responded|react|reacted|comment|commented)"
        rf"(?: (?:{_ABOUT}) {_TOPIC})?",
        rf"(?:did|has|does) {_SPEAKER} (?:say|said|comment|commented|speak|spoken|talk|talked)"
        rf"(?: anything)?(?: (?:{_ABOUT}|that) {_TOPIC})?",
        r"(?:(?:show|give|find) (?:me )?)?(?:all |any |the )?(?:quotes?|statements?|remarks?)"
        rf" (?:by|from|of) {_SPEAKER}(?: (?:about|on|regarding) {_TOPIC})?",
    ),
    "de": (
        rf"was (?:hat|haben|hatte) {_SPEAKER}(?: (?:über|zu|zum|zur) {_TOPIC})?"
        r" (?:gesagt|erklärt)",
        rf"was (?:sagte|sagt|sagten|erklärte|meinte) {_SPEAKER}"
        rf"(?: (?:über|zu|zum|zur) {_TOPIC})?",
    ),
    "fr": (
        rf"qu['’](?:a|ont|avait)(?:-t-(?:il|elle))? (?:dit|déclaré) {_SPEAKER}"
        rf"(?: (?:sur|à propos de|au sujet de) {_TOPIC})?",
        rf"qu['’]est-ce qu(?:e |['’]){_SPEAKER} (?:a|ont) (?:dit|déclaré)"
        rf"(?: (?:sur|à propos de|au sujet de) {_TOPIC})?",
        rf"que (?:dit|disait|disent) {_SPEAKER}(?: (?:sur|à propos de|au sujet de) {_TOPIC})?",
    ),
    "es": (
        rf"qué (?:dijo|ha dicho|dice|declaró) {_SPEAKER}(?: (?:sobre|acerca de) {_TOPIC})?",
    ),
    "ru": (
        rf"что (?:сказала?|говорила?|заявила?) {_SPEAKER}(?: (?:о|об|про) {_TOPIC})?",
    ),
    "zh": (
        r"(?P<speaker>[一-鿿·]{1,12}?)(?:(?:关于|就|对)(?P<topic>.*?))?(?:说|表示)了?些?什么",
    ),
}  # fmt: skip

SPEAKER_QUESTIONS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern, re.IGNORECASE) for patterns in _PATTERNS.values() for pattern in patterns
)
