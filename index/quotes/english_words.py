"""The words that report speech and name speakers in English.

The forms of regular verbs are made here, the irregular ones listed.
"""

from collections.abc import Mapping
from types import MappingProxyType

from index.quotes import given_names
from index.quotes.english_titles import ORGANISATIONS, ROLES
from index.quotes.lexicon import Kind, Lexicon, Tense, Verb, word_set

_IRREGULAR = {
    "say": "says said said saying",
    "tell": "tells told told telling",
    "write": "writes wrote written writing",
    "speak": "speaks spoke spoken speaking",
    "swear": "swears swore sworn swearing",
    "retell": "retells retold retold retelling",
    "foretell": "foretells foretold foretold foretelling",
    "admit": "admits admitted admitted admitting",
    "shoot": "shoots shot shot shooting",
    "submit": "submits submitted submitted submitting",
    "beg": "begs begged begged begging",
    "brag": "brags bragged bragged bragging",
    "quip": "quips quipped quipped quipping",
    "rebut": "rebuts rebutted rebutted rebutting",
    "dub": "dubs dubbed dubbed dubbing",
    "slam": "slams slammed slammed slamming",
    "read": "reads read read reading",
    "snap": "snaps snapped snapped snapping",
    "grin": "grins grinned grinned grinning",
    "sob": "sobs sobbed sobbed sobbing",
    "shrug": "shrugs shrugged shrugged shrugging",
    "nod": "nods nodded nodded nodding",
    "label": "labels labeled labelled labeling",
    "signal": "signals signaled signalled signaling",
    "hear": "hears heard heard hearing",
    "forecast": "forecasts forecast forecast forecasting",
    "refer": "refers referred referred referring",
    "go": "goes went went going",
    "put": "puts put put putting",
}
_TOLD = "tell warn inform assure remind advise ask caution notify".split()
_FREE = "say tell".split()
_CLAUSE = (
    "say tell add claim insist argue admit warn announce suggest confirm acknowledge predict "
    "promise vow pledge estimate concede allege maintain explain contend assert declare "
    "reckon joke boast hint swear assure remind reveal inform caution agree testify stress note "
    "complain signal indicate"
).split()
_THAT = (
    "affirm answer ask clarify comment conclude continue counter cry disclose divulge elaborate "
    "emphasise "
    "emphasize enthuse exclaim foretell gush inquire enquire interject lament mumble murmur "
    "mutter observe opine pronounce quip rebut recall recount reiterate remark repeat "
    "reply report respond retort retell scream shout sigh speculate state theorise theorize tweet "
    "underline underscore whisper write yell post advise notify joke cite quote bemoan "
    "specify stipulate volunteer venture thunder rage fume fret intone plead proclaim "
    "recommend propose request demand urge deny wonder point forecast deadpan crack brag "
    "rue recite chime shoot fire submit rule attest avow posit protest object project "
    "confess allow"
).split()
_ASKED = "ask question wonder inquire enquire explain describe recall recount".split()
_WH = frozenset("whether if why how when where what who which".split())
_OBJECT = (
    "deny urge demand recommend propose vow pledge threaten promise call warn appeal apologise "
    "apologize complain request express voice forecast"
).split()
_OBJECT_PREPOSITIONS = {
    "call": "on for upon",
    "warn": "of about against",
    "appeal": "for to",
    "ask": "for",
    "caution": "against",
    "apologise": "for",
    "apologize": "for",
    "complain": "of about",
    "speak": "of",
    "tell": "of about",
    "point": "out",
    "rule": "out",
    "go": "on",
    "put": "it",
    "refer": "to",
    "plead": "with",
}
_OBJECT_TO = frozenset("vow pledge threaten promise".split())
_LABEL = (
    "describe call brand label dub slam hail praise condemn criticise criticize dismiss denounce "
    "accuse blast welcome defend reject decry deplore speak liken characterise characterize "
    "blame mock lambast deride ridicule applaud credit thank congratulate "
    # with a quotation only: "Ask me on Monday," he snapped
    "close begin finish muse reason reflect vent crow marvel scoff tease taunt implore chide "
    "snap smile laugh grin chuckle grumble moan groan sob growl bark roar gasp sneer jeer shrug "
    "nod croak read correct interrupt beg exhort bellow holler hiss drawl whimper wail whine "
    "sniff chant compare rejoin grouse gripe huff coo stammer stutter remember"
).split()
# Other forms of these are mostly nouns, or thoughts.
_PAST_ONLY: Mapping[str, Kind] = MappingProxyType(
    {
        "order": "label",
        "instruct": "label",
        "direct": "label",
        "accept": "that",
        "question": "that",
        "dispute": "that",
        "hear": "that",
        "charge": "that",
        "term": "label",
        "refer": "label",
        "go": "that",
        "put": "that",
        "invite": "label",
        "email": "label",
        "text": "label",
    }
)
_PHRASAL = {
    "verweisen": "darauf",
    "hinweisen": "darauf",
    "point": "out",
    "go": "on",
    "put": "it",
    "chime": "in",
    "shoot": "back",
    "fire": "back",
}


def english_forms(lemma: str) -> tuple[tuple[str, Tense], ...]:
    """The forms of an English verb."""
    if lemma in _IRREGULAR:
        third, past, participle, ing = _IRREGULAR[lemma].split()
    elif lemma.endswith("e"):
        third, past, ing = lemma + "s", lemma + "d", lemma[:-1] + "ing"
        participle = past
    elif lemma.endswith("y") and lemma[-2] not in "aeiou":
        third, past, ing = lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"
        participle = past
    else:
        sibilant = lemma.endswith(("s", "sh", "ch", "x"))
        third, past, ing = lemma + ("es" if sibilant else "s"), lemma + "ed", lemma + "ing"
        participle = past
    forms: tuple[tuple[str, Tense], ...] = (
        (lemma, "base"),
        (third, "present"),
        (participle, "past"),
        (past, "past"),
        (ing, "ing"),
    )
    return forms[1:] if past == lemma else forms  # "read" is mostly the past


def _english_verbs() -> Mapping[str, Verb]:
    verbs: dict[str, Verb] = {}
    # Later tables do not undo earlier ones: a verb's freest use is kept.
    for kind, lemmas in (
        ("clause", _CLAUSE),
        ("that", _THAT),
        ("object", _OBJECT),
        ("label", _LABEL),
    ):
        for lemma in lemmas:
            for form, tense in english_forms(lemma):
                if form == "state":
                    continue  # the "state police"
                verbs.setdefault(
                    form,
                    Verb(
                        lemma,
                        tense,
                        kind,  # type: ignore[arg-type]  # the pairs above are all of Kind
                        addressed=lemma in _TOLD,
                        free=lemma in _FREE,
                        prepositions=word_set(_OBJECT_PREPOSITIONS.get(lemma, "")),
                    ),
                )
    for lemma in _PAST_ONLY:
        particles = word_set(_OBJECT_PREPOSITIONS.get(lemma, ""))
        verb = Verb(lemma, "past", _PAST_ONLY[lemma], prepositions=particles)
        verbs.setdefault(english_forms(lemma)[-2][0], verb)
    return MappingProxyType(verbs)


ASKED: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        lemma: _WH
        if lemma in {"ask", "question", "wonder", "inquire", "enquire"}
        else frozenset({"how", "why"})
        for lemma in _ASKED
    }
)
"""The verbs that report a question, each with the words that begin it."""
PHRASAL: Mapping[str, str] = MappingProxyType(_PHRASAL)
"""The verbs that report only with another word behind them: "pointed out"."""
# Names of one word that are no person's.
METONYMS = word_set(
    "pentagon kremlin opposition hamas fatah hezbollah taliban nato interpol unicef opec congress "
    "washington moscow beijing london paris berlin brussels tehran kabul jerusalem damascus "
    "israel iran iraq pakistan india china russia ukraine japan germany france britain spain italy "
    "turkey greece egypt syria lebanon libya afghanistan australia canada mexico brazil argentina "
    "nigeria kenya ethiopia sudan somalia poland hungary austria sweden norway finland denmark "
    "taiwan vietnam thailand indonesia philippines malaysia singapore boeing airbus google "
    "facebook apple microsoft amazon twitter tesla qantas toyota volkswagen pfizer"
)
GOVERNS_OBJECT = frozenset(_OBJECT)
GOVERNS_INFINITIVE = _OBJECT_TO
# What is foreseen, promised or reported may be a thing: "predicted a flood", "reported damage".
GOVERNS_THING = frozenset("predict estimate promise pledge report".split())
# What a quotation's comma parts from the reporter's own words: "…," words that others have used.
GLOSS_WORDS = frozenset("words a an something of which language terms echoing".split())
# Somebody is asked to do something: "reminded sailors to carry oars".
GOVERNS_PERSON_TO = frozenset("warn ask advise remind caution order instruct direct invite".split())

# Honorifics of which some are names as well: "Sheikh Hasina", "Don Falk".
BEFORE_FULL_NAMES = word_set("sheikh shaikh sheikha pandit haji don baba mama nana tata pastor")
_MEN = (
    "mr sir lord fr msgr monsignor monsieur alhaji mallam shri maulana mufti señor sheikh shaikh "
    f"pandit don baba tata will august {given_names.MEN}"
)
_WOMEN = (
    "mrs ms miss lady dame madam madame mme mlle gogo alhaja hajiya smt datin puan begum señora "
    f"sheikha mama nana may april june {given_names.WOMEN}"
)
ENGLISH = Lexicon(
    code="en",
    verbs=_english_verbs(),
    sources=(("according", "to"), ("in", "the", "words", "of")),
    that=word_set("that"),
    he=word_set("he"),
    she=word_set("she"),
    they=word_set("they"),
    it=word_set("it"),
    definite=word_set("the this that his her its their our"),
    indefinite=word_set("a an one another some several many most two three four five both other"),
    prepositions=word_set(
        "to of from by with about for on at in against near into over under through between among "
        "via without towards toward despite including like than behind beside around across "
        "outside inside within upon alongside following amid aboard onto atop amongst "
        "regarding concerning during throughout"
    ),
    conjunctions=word_set(
        "and but or nor so yet while whereas although though because since as if when whenever "
        "after before until unless once where then that whether"
    ),
    relatives=word_set("who whom which whose"),
    auxiliaries=word_set("has have had will is are was were be been being"),
    passive=word_set("is are was were be been being get gets got"),
    negations=word_set(
        "not never didn't don't doesn't hasn't haven't hadn't wouldn't won't couldn't can't cannot "
        "didn’t don’t doesn’t hasn’t haven’t hadn’t wouldn’t won’t couldn’t can’t did does do "
        "could "
        "would might may can should must if to without nobody neither"
    ),
    adverbs=word_set(
        "here later also then again "
        "previously once often always still just even now today yesterday "
        "meanwhile instead soon already further himself herself themselves itself both all earlier "
        "thus too however repeatedly recently first tonight online only simply merely afterwards "
        "afterward beforehand elsewhere alone twice sometimes never-theless eventually"
    ),
    times=word_set(
        "monday tuesday wednesday thursday friday saturday sunday january february march april may "
        "june july august september october november december feb apr jun jul aug sept "
        "sep oct nov dec today yesterday tomorrow tonight morning afternoon evening night week "
        "month year weekend noon midnight day days weeks months years hour hours minutes early "
        "late earlier later last this next ago shortly summer autumn winter"
    ),
    function_words=word_set(
        "i we you he she it they me him us them my your his her its our their this that these "
        "those the a an and but or nor so yet if when while whereas although though because since "
        "as after before until unless once where there here then now what which who whom whose how "
        "why not no yes in on at by for from with without to of about against over under into "
        "through during between among near inside outside within despite however meanwhile also "
        "even still just only more most many some several all both each every any other another "
        "such much few one two three four five six seven eight nine ten "
        "earlier later today yesterday tomorrow tonight monday tuesday wednesday thursday friday "
        "saturday sunday january february march april june july august september october november "
        "december is are was were be been has have had do does did will would can could should may "
        "might must asked told said according speaking writing replying responding instead thus "
        "therefore moreover furthermore additionally overall nevertheless nonetheless besides "
        "perhaps maybe indeed finally eventually recently previously currently initially "
        "apparently clearly image picture photo caption video read advertisement related "
        "across along around behind below beneath beside besides beyond down except like opposite "
        "outside past round since than throughout till toward towards under underneath unlike up "
        "upon via amid among amongst above aboard off onto out born aged based asked founded built "
        "ala ariz ark calif colo conn fla ill ind kan mich minn neb nev okla tenn tex wis wyo n.y "
        "prior ahead due thanks regardless n.j n.c s.c n.d s.d n.h n.m d.c r.i w.va "
        "something nothing everything anything somebody everybody nobody someone everyone anyone "
        "hundreds thousands dozens scores tens millions neither "
        "hours days weeks minutes months years moments seconds decades watch listen "
        "whether whoever whatever whichever wherever whenever either following including "
        "recent previous subsequent repeated similar various numerous countless conflicting "
        "unconfirmed preliminary mounting widespread latest "
        "others located set given seen known faced dressed made found called led"
    ),
    particles=word_set(
        "de del della di da dos das do du la le van von der den ter ten zu zur af av bin bint ibn "
        "al "
        "el ul ud y e dela ole arap dos"
    ),
    men=word_set(
        _MEN,
        "man boy guy bloke lad businessman assemblyman spokesman chairman congressman king prince "
        "pope "
        "archbishop husband father son brother uncle nephew grandfather grandson stepfather "
        "widower boyfriend fiance policeman fireman fisherman postman barman salesman gunman "
        "headmaster monk duke baron landlord batsman sportsman tradesman craftsman foreman "
        "cameraman statesman coxswain fisherman nobleman clergyman ferryman boatman workman "
        "herdsman yachtsman patrolman headman frontman "
        "selectman serviceman huntsman oarsman grandson nephew stepson godfather brother-in-law "
        "father-in-law son-in-law",
    ),
    women=word_set(
        _WOMEN,
        "aunty auntie woman girl actress businesswoman assemblywoman spokeswoman chairwoman "
        "congresswoman queen princess wife mother daughter sister aunt niece grandmother "
        "granddaughter stepmother widow girlfriend fiancee policewoman waitress headmistress nun "
        "abbess duchess baroness landlady saleswoman sportswoman heiress seamstress schoolgirl "
        "yachtswoman patrolwoman selectwoman servicewoman "
        "alderwoman councilwoman forewoman granddaughter niece stepdaughter godmother matron "
        "dutchwoman frenchwoman englishwoman irishwoman welshwoman scotswoman "
        "ballerina bridesmaid sister-in-law mother-in-law daughter-in-law",
    ),
    honorifics=word_set(
        "cllr mr mrs ms miss mx dr prof rt barr barrister engr arc honourable sir "
        "dame lord lady madam rev hon "
        "mme mlle monsieur madame "
        "fr msgr monsignor canon adv cde comrade gogo mzee alhaji alhaja hajiya otunba oba "
        "mallam smt "
        "shri maulana mufti ustad ustaz datuk dato dato’ datin puan encik swami begum señor señora "
        f"{' '.join(BEFORE_FULL_NAMES)}"
    ),
    roles=word_set(ROLES),
    role_endings=(
        "-designate",
        "-elect",
        "ologist",
        "ologists",
        "woman",
        "women",
        "master",
        "year-old",
        "keeper",
    ),
    organisations=word_set(ORGANISATIONS),
    organisation_endings=(),
    empty_objects=word_set(
        "nothing little so goodbye hello something anything everything much no-one more less what "
        "why how who where when whether yes no sorry thanks farewell"
    ),
    places=word_set(
        "street road lane avenue square bridge point bay island islands isle beach sands river "
        "lake "
        "sea ocean mountain hill hills valley forest park gardens quay pier harbour harbor wharf "
        "school hall north south east west coast"
    ),
    oblique=(("him", "he"), ("her", "she"), ("them", "they")),
    writings=word_set(
        "sign signs note poster banner headline placard inscription notice plaque slogan label "
        "graffiti caption report song book film novel series album poem motto called titled"
    ),
    peoples=word_set(
        "american british english scottish welsh irish french german spanish portuguese italian "
        "dutch belgian swiss austrian danish swedish norwegian finnish icelandic polish czech "
        "slovak "
        "hungarian romanian bulgarian greek turkish russian ukrainian belarusian georgian armenian "
        "israeli palestinian lebanese syrian iraqi iranian saudi egyptian libyan tunisian algerian "
        "moroccan nigerian ghanaian kenyan ethiopian sudanese somali african indian pakistani "
        "bangladeshi nepali chinese japanese korean taiwanese vietnamese thai indonesian malaysian "
        "filipino australian canadian mexican brazilian argentine argentinian chilean colombian "
        "peruvian venezuelan cuban european asian western eastern northern southern latin arab "
        "libertarian socialist unionist tory christian muslim jewish catholic protestant "
        "democratic republican conservative labour "
        "liberal green spaniard spaniards briton britons frenchman frenchwoman englishman "
        "englishwoman irishman irishwoman scot scots scotsman welshman dutchman dane danes swede "
        "englishmen frenchmen irishmen scotsmen welshmen dutchmen "
        "swedes finn finns turk turks pole poles serb serbs croat croats russians americans "
        "germans italians greeks belgians austrians norwegians czechs slovaks hungarians "
        "ukrainians australians canadians brazilians argentine mexicans catalan catalans basque "
        "texan texans californian californians floridian floridians ohioan ohioans yorker yorkers "
        "virginian virginians iowan iowans michigander vermonter kentuckian arizonan alabamian "
        "pennsylvanian hoosier kansan nebraskan minnesotan wisconsinite hawaiian alaskan "
        "oklahoman tennessean oregonian marylander bostonian londoner londoners parisian "
        "parisians berliner scouser glaswegian "
        "basques new dutchwoman welshwoman scotswoman dutchwomen"
    ),
    generic=word_set(
        "company firm group organisation organization charity agency association union club bank "
        "operator manufacturer airline regulator party network newspaper ministry department trust"
    ),
)
