"""English words whose forms no ending tells: "won" and "win", "children" and "child".

Forms that are more often another word stay what they are: "left", "saw", "rose", "found" as in a
foundation. British and American spellings are made one as well.
"""

import re

_IRREGULAR = """
arise arose arisen; awake awoke awoken; bear borne; beat beaten; become became; begin began
begun; bend bent; bite bitten; bleed bled; blow blew blown; break broke broken; breed bred;
bring brought; build built; burn burnt; buy bought; catch caught; choose chose chosen; cling
clung; come came; creep crept; deal dealt; dig dug; draw drew drawn; dream dreamt; drink drank
drunk; drive drove driven; dwell dwelt; eat ate eaten; fall fell fallen; feed fed; fight fought;
flee fled; fling flung; fly flew flown; forbid forbade forbidden; foresee foresaw foreseen;
forget forgot forgotten; forgive forgave forgiven; freeze froze frozen; get got gotten; give
gave given; go went gone; grow grew grown; hang hung; hear heard; hide hid hidden; hold held;
keep kept; kneel knelt; know knew known; lead led; leap leapt; learn learnt; lend lent; lose
lost; make made; mean meant; meet met; mislead misled; mistake mistook mistaken; overcome
overcame; overthrow overthrew overthrown; pay paid; prove proven; rebuild rebuilt; ride rode
ridden; ring rang rung; rise risen; run ran; say said; see seen; seek sought; sell sold; send
sent; shake shook shaken; shine shone; shoot shot; show shown; shrink shrank shrunk; sing sang
sung; sink sank sunk; sit sat; slay slew slain; sleep slept; slide slid; speak spoke spoken;
spend spent; spin spun; spring sprang sprung; stand stood; steal stole stolen; stick
stuck; strike struck stricken; strive strove striven; swear swore sworn; sweep swept; swim swam
swum; swing swung; take took taken; teach taught; tear torn; tell told; think thought; throw
threw thrown; undergo underwent undergone; understand understood; undertake undertook
undertaken; wake woke woken; wear wore worn; weave wove woven; weep wept; win won; withdraw
withdrew withdrawn; withstand withstood; write wrote written; man men; woman women; child
children; foot feet; tooth teeth; goose geese; mouse mice; life lives; wife wives; knife knives;
leaf leaves; wolf wolves; half halves; shelf shelves; thief thieves; loaf loaves; calf calves;
bacterium bacteria; criterion criteria; phenomenon phenomena; crisis crises; analysis analyses;
thesis theses; hypothesis hypotheses; nucleus nuclei; fungus fungi; stimulus stimuli; vertebra
vertebrae; bad worse worst; good better best; far farther farthest further furthest; die died
dying dies; lie lied lying
"""
_AMERICAN = """
centre center; theatre theater; metre meter; litre liter; fibre fiber; kilometre kilometer;
calibre caliber; sombre somber; spectre specter; programme program; defence defense; offence
offense; licence license; practise practice; grey gray; tyre tire; cheque check; catalogue
catalog; dialogue dialog; jewellery jewelry; aluminium aluminum; plough plow; sceptic skeptic;
sceptical skeptical; mould mold; moult molt; storey story; enrol enroll; fulfil fulfill; skilful
skillful; manoeuvre maneuver; ageing aging; judgement judgment; acknowledgement acknowledgment;
aeroplane airplane
"""
_OUR = re.compile(r"(?<=[a-z]{3})our(?=(?:s|ed|ing|ite|ites|able|al|ful|hood|less|ly)?\Z)")
_ISE = re.compile(r"(?<=[a-z]{3})is(?=(?:e|es|ed|er|ers|ing|ation|ations|ational)\Z)")


def _table() -> dict[str, str]:
    table: dict[str, str] = {}
    for line in _IRREGULAR.split(";"):
        base, *forms = line.split()
        table |= dict.fromkeys(forms, base)
    for line in _AMERICAN.split(";"):
        british, american = line.split()
        table |= {british: american, f"{british}s": f"{american}s"}
    return table


_FORMS = _table()


OTHER_FORMS = dict(
    pair.split(":")
    for pair in (
        "rise:rose find:found leave:left see:saw feel:felt lie:lay bear:bore wind:wound "
        "grind:ground bind:bound light:lit tear:tore speed:sped spit:spat"
    ).split()
)
"""Verbs and their past where that is more often another word: it is looked up beside the verb."""


def english(word: str) -> str:
    """A word in the form that its others are put down to, spelled as Americans do."""
    word = word.removesuffix("'s")
    form = _FORMS.get(word)
    if form:
        return form
    if "our" in word:
        word = _OUR.sub("or", word)
    return _ISE.sub("iz", word) if "is" in word else word
