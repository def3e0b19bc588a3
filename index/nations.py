"""Whoever speaks for a country that is asked for: "what did China say?".

Articles seldom let a country speak by its name. Its ministries, spokespeople and envoys do, called
by its adjective ("the Chinese foreign ministry"), and its capital or the seat of its government
does in its place ("Moscow said").
"""

from itertools import combinations

# What a country, its people and its capital are called; behind the bar, who of its government
# speaks by a name of its own and is asked for by that.
_NATIONS = """
afghanistan, afghan, kabul
albania, albanian, tirana
algeria, algerian, algiers
argentina, argentine, argentinian, buenos aires
armenia, armenian, yerevan
australia, australian, canberra
austria, austrian, vienna
azerbaijan, azerbaijani, azeri, baku
bahrain, bahraini, manama
bangladesh, bangladeshi, dhaka
belarus, belarusian, minsk
belgium, belgian
bolivia, bolivian, paz
bosnia, bosnian, sarajevo
brazil, brazilian, brasilia
britain, british, united kingdom, uk, u.k., london | downing street, whitehall
bulgaria, bulgarian, sofia
cambodia, cambodian, phnom penh
canada, canadian, ottawa
chile, chilean
china, chinese, beijing
colombia, colombian, bogota
croatia, croatian, zagreb
cuba, cuban, havana
cyprus, cypriot, nicosia
czech republic, czech, prague
denmark, danish, copenhagen
ecuador, ecuadorean, ecuadorian, quito
egypt, egyptian, cairo
estonia, estonian, tallinn
ethiopia, ethiopian, addis ababa
european union, eu, e.u., brussels | european commission
finland, finnish, helsinki
france, french, paris | elysee
georgia, georgian, tbilisi
germany, german, berlin
ghana, ghanaian, accra
greece, greek, athens
hungary, hungarian, budapest
iceland, icelandic, reykjavik
india, indian, new delhi, delhi
indonesia, indonesian, jakarta
iran, iranian, tehran
iraq, iraqi, baghdad
ireland, irish, dublin
israel, israeli, jerusalem
italy, italian, rome
japan, japanese, tokyo
jordan, jordanian, amman
kazakhstan, kazakh, astana
kenya, kenyan, nairobi
kosovo, kosovar, pristina
kuwait, kuwaiti
latvia, latvian, riga
lebanon, lebanese, beirut
libya, libyan, tripoli
lithuania, lithuanian, vilnius
malaysia, malaysian, kuala lumpur
mali, malian, bamako
mexico, mexican, mexico city
moldova, moldovan, chisinau
mongolia, mongolian
morocco, moroccan, rabat
myanmar, burmese, naypyidaw
nepal, nepali, nepalese, kathmandu
netherlands, dutch, hague
new zealand, wellington
nigeria, nigerian, abuja
north korea, north korean, pyongyang
norway, norwegian, oslo
oman, omani, muscat
pakistan, pakistani, islamabad
palestine, palestinian, ramallah
peru, peruvian, lima
philippines, philippine, filipino, manila
poland, polish, warsaw
portugal, portuguese, lisbon
qatar, qatari, doha
romania, romanian, bucharest
russia, russian, moscow | kremlin
rwanda, rwandan, kigali
saudi arabia, saudi, riyadh
senegal, senegalese, dakar
serbia, serbian, belgrade
singapore, singaporean
slovakia, slovak, bratislava
slovenia, slovenian, ljubljana
somalia, somali, mogadishu
south africa, south african, pretoria
south korea, south korean, seoul
spain, spanish, madrid
sri lanka, sri lankan, colombo
sudan, sudanese, khartoum
sweden, swedish, stockholm
switzerland, swiss, bern
syria, syrian, damascus
taiwan, taiwanese, taipei
thailand, thai, bangkok
tunisia, tunisian, tunis
turkey, turkiye, turkish, ankara
uganda, ugandan, kampala
ukraine, ukrainian, kyiv, kiev
united arab emirates, emirati, uae, abu dhabi
united states, us, u.s., usa, u.s.a., america, american, washington | white house, pentagon
uzbekistan, uzbek, tashkent
vatican, holy see
venezuela, venezuelan, caracas
vietnam, vietnamese, hanoi
yemen, yemeni, sanaa
zambia, zambian, lusaka
zimbabwe, zimbabwean, harare
"""


def _words(names: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(name.split()) for name in names.split(", ") if name)


_CALLED = {
    words: (*called, *_words(seats))
    for line in _NATIONS.strip().splitlines()
    for names, _, seats in [line.partition(" | ")]
    for called in [_words(names)]
    for words in called
}
_LONGEST = max(map(len, _CALLED))
_MOST_WORDS = 8  # of whoever is asked for; more name no government
OFFICES = frozenset(
    """administration ambassador army authorities chancellor defence defense department diplomat
    diplomats embassy envoy forces government military minister ministers ministry official
    officials premier president representative secretary spokesman spokesperson spokespeople
    spokeswoman treasury""".split()
)
"""Words of which one stands in the name or the role of whoever speaks for a country."""


def nation_in(words: frozenset[str]) -> tuple[frozenset[str], ...]:
    """All that the country is called that some words name: of each name the words.

    Args:
        words: of whoever is asked for, as `index.people.name_words` gives them, without articles.

    Returns:
        The name among the words first; nothing where they name no country.
    """
    if len(words) > _MOST_WORDS:
        return ()
    bare = {word.removesuffix("'s").removesuffix("’s"): word for word in words}
    for size in range(_LONGEST, 0, -1):
        for name in combinations(sorted(bare), size):
            if called := _CALLED.get(frozenset(name)):
                single = [word for one in called if len(one) == 1 for word in one]
                owners = (frozenset({word + end}) for word in single for end in ("'s", "’s"))
                return (frozenset(bare[word] for word in name), *called, *owners)
    return ()
