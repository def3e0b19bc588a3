"""The words by which languages other than English name days, as tables.

A phrase is found by a preposition or an adjective that makes it one, as in English; a month alone
is never a date. Years, months and days in figures are read alike in all of them.
"""

import re
from typing import NamedTuple


class DateWords(NamedTuple):
    """How a language speaks of days: regular expressions, the months twelve of them."""

    months: tuple[str, ...]
    since: str
    after: str
    before: str
    until: str
    during: str  # "in March", "on 5 May"
    last_week: str
    last_month: str
    last_year: str
    this_week: str
    this_month: str
    this_year: str
    yesterday: str
    today: str
    past: str  # "in the last ... days", with the number in a group `n` and a unit in `unit`
    units: str  # the beginnings of the words for day, week, month and year, in a space each
    latest: str  # that the newest is asked for

    @property
    def month(self) -> str:
        """Any month."""
        return "|".join(self.months)


_N = r"(?P<n>\d{1,3})"
DATE_WORDS = {
    "de": DateWords(
        tuple(
            r"j[aä]nn?er|januar februar|feber märz|maerz april mai juni juli august september "
            r"oktober november dezember".split()
        ),
        r"seit(?: dem| anfang| ende| mitte)?", r"nach(?: dem)?", r"vor(?: dem)?",
        r"bis(?: zum| ende)?", r"im|in|am|vom|während|anfang|ende|mitte",
        r"(?:in der )?(?:letzte|vergangene|vorige)n? woche",
        r"(?:im )?(?:letzten|vergangenen|vorigen) monat",
        r"(?:im )?(?:letzte|vergangene|vorige)[sn] jahr", r"(?:in )?dieser? woche",
        r"(?:in )?diese[nmr] monat", r"(?:in )?diese[sm] jahr|heuer", r"gestern", r"heute",
        rf"(?:in|während) den (?:letzten|vergangenen) {_N} (?P<unit>tag|woche|monat|jahr)e?n?",
        "tag woche monat jahr", r"neueste[nrs]?|jüngste[nrs]?|aktuellste[nrs]?|kürzlich|neulich",
    ),
    "fr": DateWords(
        tuple(
            "janvier février|fevrier mars avril mai juin juillet août|aout septembre octobre "
            "novembre décembre|decembre".split()
        ),
        r"depuis(?: le| début| fin)?", r"après(?: le)?", r"avant(?: le)?", r"jusqu['’](?:au|en|à)",
        r"en|au mois de|le|courant|début|fin", r"(?:durant )?la semaine (?:dernière|passée)",
        r"(?:durant )?le mois (?:dernier|passé)",
        r"l['’]an(?:née)? (?:dernière?|passée?)", r"cette semaine", r"ce mois(?:-ci)?",
        r"cette année", r"hier", r"aujourd['’]hui",
        rf"(?:ces|au cours des|dans les|durant les) {_N} derni(?:ers|ères) "
        r"(?P<unit>jour|semaine|mois|an(?:née)?)s?",
        "jour semaine mois an", r"dernières nouvelles|dernières infos|(?:le |la |les )?plus récent"
        r"e?s?|récemment",
    ),
    "es": DateWords(
        tuple(
            "enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre "
            "noviembre diciembre".split()
        ),
        r"desde(?: el)?", r"después del?|tras(?: el)?", r"antes del?", r"hasta(?: el)?",
        r"en|el|durante", r"(?:en |durante )?la semana pasada", r"(?:en |durante )?el mes pasado",
        r"(?:en |durante )?el año pasado", r"(?:en )?esta semana", r"(?:en )?este mes",
        r"(?:en )?este año", r"ayer", r"hoy",
        rf"en l[oa]s últim[oa]s {_N} (?P<unit>día|semana|mes|año)e?s", "día semana mes año",
        r"últimas noticias|más recientes?|recientemente",
    ),
    "it": DateWords(
        tuple(
            "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre "
            "dicembre".split()
        ),
        r"dal?|dall['’]", r"dopo(?: il)?", r"prima del?", r"fino a(?:l)?",
        r"in|a|nel|il|nel mese di", r"la settimana scorsa|la scorsa settimana",
        r"il mese scorso|lo scorso mese", r"l['’]anno scorso|lo scorso anno", r"questa settimana",
        r"questo mese", r"quest['’]anno", r"ieri", r"oggi",
        rf"negli ultimi {_N} (?P<unit>giorni|settimane|mesi|anni)", "giorn settiman mes ann",
        r"ultime notizie|più recent[ei]|recentemente",
    ),
    "pt": DateWords(
        tuple(
            "janeiro fevereiro março|marco abril maio junho julho agosto setembro outubro novembro "
            "dezembro".split()
        ),
        r"desde(?: o)?", r"depois de|após", r"antes de", r"até", r"em|no dia|durante",
        r"(?:n?a )?semana passada", r"(?:n?o )?mês passado", r"(?:n?o )?ano passado",
        r"(?:n?esta )semana", r"(?:n?este )mês", r"(?:n?este )ano", r"ontem", r"hoje",
        rf"n[oa]s últim[oa]s {_N} (?P<unit>dia|semana|mes|ano)(?:e?s)?", "dia semana mes ano",
        r"últimas notícias|mais recentes?|recentemente",
    ),
    "nl": DateWords(
        tuple(
            "januari februari maart april mei juni juli augustus september oktober november "
            "december".split()
        ),
        r"sinds", r"na", r"vóór|voor", r"tot(?: en met)?", r"in|op|tijdens",
        r"(?:vorige|afgelopen) week", r"(?:vorige|afgelopen) maand", r"(?:vorig|afgelopen) jaar",
        r"deze week", r"deze maand", r"dit jaar", r"gisteren", r"vandaag",
        rf"(?:in )?de (?:laatste|afgelopen) {_N} (?P<unit>dag|week|wek|maand|jaar)(?:en)?",
        "dag we maand jaar", r"laatste nieuws|meest recente|recentelijk|onlangs",
    ),
    "ru": DateWords(
        tuple(
            r"январ[ьяею] феврал[ьяею] март[ае]? апрел[ьяею] ма[йяею] июн[ьяею] июл[ьяею] "
            r"август[ае]? сентябр[ьяею] октябр[ьяею] ноябр[ьяею] декабр[ьяею]".split()
        ),
        r"с|со|начиная с", r"после", r"до", r"по", r"в|во|за",
        r"(?:на|за) прошл(?:ой|ую) недел[еюи]", r"(?:в|за) прошл(?:ом|ый) месяц[е]?",
        r"(?:в|за) прошл(?:ом|ый) год[у]?", r"на этой неделе", r"в этом месяце", r"в этом году",
        r"вчера", r"сегодня",
        rf"за последни[ех] {_N} (?P<unit>дн|недел|месяц|лет|год)\w*", "дн недел месяц лет",
        r"последние новости|самы[ей] новы[ей]|недавно",
    ),
}  # fmt: skip

_IDEOGRAPHIC = r"[一二三四五六七八九十\d]{1,3}"
CHINESE_DATE = re.compile(
    rf"(?P<since>[自从從])?(?:在)?(?:(?P<year>\d{{4}})年)?(?:(?P<month>{_IDEOGRAPHIC})月"
    rf"(?:份)?(?:(?P<day>{_IDEOGRAPHIC})[日号號])?)?"
    r"(?P<side>以[来來]|之?[后後]|以[后後]|之?前|以前)?"
)
CHINESE_SPANS = {
    "last_week": r"上[个個]?(?:周|星期|週)", "last_month": r"上[个個]?月", "last_year": r"去年",
    "this_week": r"[本这這]个?(?:周|星期|週)", "this_month": r"[本这這]个?月", "this_year": r"今年",
    "yesterday": r"昨天|昨日", "today": r"今天|今日",
}  # fmt: skip
LATEST = {
    "en": r"(?:the )?(?:(?:very )?latest|newest|most recent)(?: (?:news|stor(?:y|ies)|articles?|"
    r"reports?|updates?|developments?|headlines))?(?: (?:on|about|from|of|in|regarding))?|"
    r"most recently|recently|lately",
    "zh": r"最新|最近|近期",
    "ja": r"最新|最近",
    **{lang: words.latest for lang, words in DATE_WORDS.items()},
}
"""That the newest is asked for, by language."""
