"""The ways of asking who said what, as tables by language.

Each entry matches a whole question, without the marks at its ends and in any case, and names the
speaker and, where it is given, the topic. The first that matches decides.
"""

import re
from itertools import chain

_SAY = (
    "say|says|said|saying|tell|told|state|stated|claim|claimed|announce|announced|declare|declared|"
    "comment|commented|write|wrote|written|tweet|tweeted|post|posted|promise|promised|argue|argued|"
    "warn|warned|reply|replied|respond|responded|answer|answered|think|thinks|thought|believe|"
    "believes|believed"
)
_HOW = (
    "deny|denied|confirm|confirmed|admit|admitted|promise|promised|announce|announced|claim|claimed|"
    "warn|warned|criticise|criticised|criticize|criticized|condemn|condemned|reject|rejected|"
    "praise|praised|demand|demanded|mention|mentioned|apologise for|apologised for|"
    "apologize for|apologized for|call for|called for|threaten|threatened|suggest|suggested"
)
_ABOUT = "about|on|regarding|concerning|over|of|to|in response to|when asked about"
_OPINIONS = "views?|opinions?|position|stance|thoughts|feelings|attitude|take"
_WORDS = (
    "reactions?|response|answer|reply|explanation|arguments?|criticisms?|warnings?|promises?|"
    "message"
)
# Whoever is spoken to is no topic: "what did Falk tell reporters?"
_HEARER = (
    r"(?!(?:in|at|during|after|before|to)\b)"
    r"(?:(?!\b(?:about|on|of|regarding|over)\b)[^?]){1,60}?"
)
_AUXILIARY = "did|does|do|has|have|had|is|was|will|would"
_SPEAKER = r"(?P<speaker>(?!(?:what|else|been|being)\b)[^?]{1,80}?)"  # "what was said" has none
_TOPIC = "(?P<topic>.*)"

_SAY_RU = (
    "сказала?|сказали|говорила?|говорит|говорили|заявила?|заявили|заявляет|сообщила?|сообщает|"
    "рассказала?|ответила?|написала?|думает|обещала?|пообещала?"
)
_SPEAKER_ZH = r"(?P<speaker>(?!谁|誰|什么|有人)[一-鿿][一-鿿A-Za-z ·•・‧]{0,29}?)"
_TOPIC_ZH = "(?P<topic>.{1,80}?)"
_ABOUT_ZH = "关于|關於|就|对于|對於|对|對|针对|針對|谈到|談到"
_WHEN_ZH = "(?:还|還|都|又|究竟|到底|最近|曾经|曾經|曾|今天|昨天)*"
_SAY_ZH = "(?:说|說|表示|讲|講|谈|談|宣布|强调|強調|指出|回应|回應|承诺|承諾)"

_PATTERNS: dict[str, tuple[str, ...]] = {
    "en": (
        rf"what (?:else )?(?:exactly )?(?:{_AUXILIARY}) {_SPEAKER} (?:been )?"
        rf"(?:(?:tell|told) {_HEARER}|(?:say|said) to {_HEARER}(?= about ))"
        rf"(?: (?:about|on|of|regarding|over) {_TOPIC})?",
        rf"what (?:else )?(?:exactly )?(?:{_AUXILIARY}) {_SPEAKER} (?:been )?(?:{_SAY})"
        rf"(?: anything)?(?: (?:{_ABOUT}) {_TOPIC})?",
        rf"what (?:{_AUXILIARY}) {_SPEAKER} (?:{_SAY}) (?:(?:in|at|during|after|before) {_TOPIC})",
        rf"how (?:do|does|did) {_SPEAKER} feel(?: (?:{_ABOUT}) {_TOPIC})?",
        rf"(?:what(?:['’]s| is| was| are| were) )?(?:the )?(?:{_OPINIONS}) of {_SPEAKER}"
        rf" (?:{_ABOUT}|towards?) {_TOPIC}",
        rf"what (?!(?:{_AUXILIARY}|are|were)\b){_SPEAKER} (?:{_SAY})(?: (?:{_ABOUT}) {_TOPIC})?",
        rf"how (?:did|does|has) {_SPEAKER} (?:respond|responded|react|reacted|comment|commented)"
        rf"(?: (?:{_ABOUT}) {_TOPIC})?",
        rf"(?:did|has|does) {_SPEAKER} (?:say|said|comment|commented|speak|spoken|talk|talked)"
        rf"(?: anything)?(?: (?:{_ABOUT}|that) {_TOPIC})?",
        rf"(?:did|has|had|does) {_SPEAKER} (?:ever )?(?P<deed>{_HOW})(?: that| to| of| about)?"
        rf" {_TOPIC}",
        rf"{_SPEAKER} (?:said|says)(?: what)? about {_TOPIC}",
        rf"(?:what(?:['’]s| is| was| are| were) )?{_SPEAKER}['’]s? (?:quotes?|statements?|remarks?|"
        rf"comments?|{_OPINIONS})(?: (?:about|on|regarding|towards?) {_TOPIC})?",
        r"(?:(?:show|give|find) (?:me )?)?(?:(?:all|any|the|every) )?"
        rf"(?:quotes?|statements?|remarks?) (?:by|from|of) {_SPEAKER}"
        rf"(?: (?:about|on|regarding) {_TOPIC})?",
    ),
    "de": (
        rf"was (?:hat|haben|hatte) {_SPEAKER}(?: (?:über|zu|zum|zur) {_TOPIC})?"
        r" (?:gesagt|erklärt)",
        rf"was (?:sagte|sagt|sagten|sagen|erklärte|meinte|meint|denkt|schrieb) {_SPEAKER}"
        rf"(?: (?:über|zu|zum|zur|dazu,|wegen) {_TOPIC})?",
        rf"wie (?:hat|haben) {_SPEAKER}(?: auf {_TOPIC})? reagiert",
        rf"(?:hat|haben) {_SPEAKER}(?: etwas)?(?: (?:über|zu|zum|zur) {_TOPIC})? gesagt",
    ),
    "fr": (
        rf"qu['’](?:a|ont|avait)(?:-t-(?:il|elle))? (?:dit|déclaré) {_SPEAKER}"
        rf"(?: (?:sur|à propos de|au sujet de) {_TOPIC})?",
        rf"comment {_SPEAKER} a-t-(?:il|elle) réagi(?: (?:à|au|aux) {_TOPIC})?",
        rf"qu['’]est-ce qu(?:e |['’]){_SPEAKER} (?:a|ont) (?:dit|déclaré)"
        rf"(?: (?:sur|à propos de|au sujet de) {_TOPIC})?",
        rf"que (?:dit|disait|disent|pense|déclare) {_SPEAKER}"
        rf"(?: (?:sur|à propos de|au sujet de) {_TOPIC})?",
    ),
    "es": (
        rf"qué (?:dijo|dijeron|ha dicho|dice|declaró|opina|piensa) {_SPEAKER}"
        rf"(?: (?:sobre|acerca de|de) {_TOPIC})?",
        rf"cómo (?:reaccionó|respondió) {_SPEAKER}(?: (?:a|al|ante) {_TOPIC})?",
    ),
    "ru": (
        rf"что (?:же )?(?:{_SAY_RU}) {_SPEAKER}(?: (?:о|об|обо|про|по поводу|насчёт|насчет) "
        rf"{_TOPIC})?",
        rf"что {_SPEAKER} (?:{_SAY_RU})(?: (?:о|об|обо|про|по поводу|насчёт|насчет) {_TOPIC})?",
        rf"(?:как|что) (?:{_SPEAKER} )(?:прокомментировала?|ответила?)(?: (?:на )?{_TOPIC})?",
    ),
    "zh": (
        rf"(?:请问)?{_SPEAKER_ZH}{_WHEN_ZH}(?:(?:{_ABOUT_ZH}){_TOPIC_ZH})?{_WHEN_ZH}{_SAY_ZH}[了过過]?些?"
        r"(?:什么|什麼|啥|哪些话)话?",
        rf"(?:{_ABOUT_ZH}){_TOPIC_ZH}[，,]?{_SPEAKER_ZH}{_WHEN_ZH}{_SAY_ZH}[了过過]?些?(?:什么|什麼|啥)",
        rf"{_SPEAKER_ZH}{_WHEN_ZH}(?:(?:{_ABOUT_ZH}){_TOPIC_ZH})?(?:是|都)?(?:怎么|怎麼|如何)"
        r"(?:说|說|回应|回應|表示|表态|表態|评价|評價|看待?)的?",
        rf"{_SPEAKER_ZH}{_WHEN_ZH}(?:怎么|怎麼|如何)(?:看待?|评价|評價|回应|回應){_TOPIC_ZH}",
        rf"{_SPEAKER_ZH}{_WHEN_ZH}(?:(?:{_ABOUT_ZH}){_TOPIC_ZH})?[有作做](?:何|什么|什麼)(?:回应|回應|评论|評論|表态|表態|看法)",
    ),
}  # fmt: skip


def _in_any_case(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


SPEAKER_QUESTIONS = _in_any_case(*chain.from_iterable(_PATTERNS.values()))

_SAID = (
    "said|says|told|claimed|stated|promised|warned|announced|declared|argued|denied|admitted|"
    "insisted|suggested"
)

QUOTATION_QUESTIONS = _in_any_case(
    r"what (?:else )?(?:(?:is|was|has been|had been|have been)(?: being)?|gets|got) "
    r"(?:said|claimed|stated|announced|promised|written|reported) "
    r"(?:about|on|of|regarding|concerning) (?P<topic>.+)",
    r"(?:(?:show|give|find|get|list|read) (?:me |us )?)?(?:all |any |some |more |the )?"
    r"(?:quotes?|quotations?|statements?|remarks?|comments?) (?:about|on|regarding) (?P<topic>.+)",
    r"who (?:has )?(?:(?:described|branded|labell?ed|dubbed|termed|denounced|called)"
    r"(?! (?:for|off|on|upon|out|in|up|back|(?:the )?(?:police|ambulance|emergency|911|999))\b)) "
    r"(?P<topic>.+)",
    r"who (?:else )?(?:has |have )?(?:said (?:something|anything)|spoke|spoken|talked|commented) "
    r"(?:about|on) (?P<topic>.+)",
    r"who (?:has )?(?:criticised|criticized|condemned|praised|rejected|demanded|threatened|"
    r"called for|blamed|accused) (?P<topic>.+)",
    r"who (?:has )?(?:warned|complained|boasted|joked|spoke out|argued|lied|tweeted|testified)"
    r" (?:about|of|against|for|over|on) (?P<topic>.+)",
    rf"who (?:was it (?:that|who) )?(?:has |had )?(?:{_SAID})(?: that|,|:)? (?P<quotation>.+)",
    # Books, songs and laws are written, too.
    r"who (?:wrote|tweeted|posted)(?: that|,|:|(?= [\"“”„«])) (?P<quotation>.+)",
    r"[\"“”„«]?(?P<quotation>[^\"“”„«»]+)[\"“”„«»],?[ -]*"
    r"who (?:said|says|wrote)(?: (?:that|this|it|so))?",
    r"wer (?:hat )?(?:gesagt|sagte|sagt|meinte|behauptete)[,:]? (?:dass )?(?P<quotation>.+)",
    r"qui a (?:dit|déclaré|affirmé)(?: que?|:)? ?(?P<quotation>.+)",
    r"quién (?:dijo|ha dicho|declaró)(?: que|:)? (?P<quotation>.+)",
    r"кто (?:сказал|заявил|говорил)[,:]? (?:что )?(?P<quotation>.+)",
    r"(?:是)?谁说过?(?:的)?[，：:]?(?P<quotation>.{2,})",
)
"""Whole questions for whoever said something, word for word (`quotation`) or about a `topic`."""

PERHAPS_SPEAKER_QUESTIONS = _in_any_case(
    r"(?P<speaker>[^,?!:;]{2,60}?) (?:on|about|über|zu|sur|sobre|о|об) "
    r"(?P<topic>[^,?!:;]{2,120})",
    rf"(?:what(?:['’]s| is| was| are| were) )?(?P<speaker>[^,?!:;]{{2,60}}?)['’]s? (?:{_WORDS})"
    r"(?: (?:about|on|to|of|for|against|over) (?P<topic>[^?]{2,120}))?",
)
"""A name and a topic, which may as well be words to look up: "Falk on the harbour wall"."""

MORE_ABOUT = re.compile(
    r"(?:and |but )?(?:what )?(?:about|on|regarding) (?P<topic>.+)|"
    r"und (?:zu|über) (?P<in_german>.+)|et (?:sur|à propos de) (?P<in_french>.+)|"
    r"¿?y sobre (?P<in_spanish>.+)",
    re.IGNORECASE,
)
"""A follow-up for the same speaker's words: "and about Taiwan?"."""

AND_SOMEBODY = re.compile(
    r"(?:and |but |y |et |und |а |и |那)?(?:what about |how about |was ist mit |qué tal )?"
    r"(?P<speaker>[^,?!:;]{2,60}?)(?:呢)?",
    re.IGNORECASE,
)
"""A follow-up for somebody else's words on the same topic, if somebody it is: "and Falk?"."""
