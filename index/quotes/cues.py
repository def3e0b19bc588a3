"""The words that report speech and name speakers, as tables by language.

Verbs stand by lemma; their forms are made here, the irregular ones listed. A language is one
`Lexicon`: to add one, fill its tables.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, NamedTuple

from index.language import guess_language
from index.quotes import given_names
from index.sentences import ascii_words

Tense = Literal["past", "present", "base", "ing", "participle"]
# clause: reports a clause with or without "that"; that: a clause only with "that";
# object: what it governs is the report ("urged restraint"); label: reports only what it quotes.
Kind = Literal["clause", "that", "object", "label"]


class Verb(NamedTuple):
    """One form of a reporting verb."""

    lemma: str
    tense: Tense
    kind: Kind
    addressed: bool = False  # takes a hearer before what is said: "told reporters"
    free: bool = False  # a clause follows with no sign at all: "said it rained"
    prepositions: frozenset[str] = frozenset()  # one of them belongs to the cue: "called on"


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The closed words of one language, all lower case."""

    code: str
    verbs: Mapping[str, Verb]
    sources: tuple[tuple[str, ...], ...]  # "according to" and its like
    that: frozenset[str]
    he: frozenset[str]
    she: frozenset[str]
    they: frozenset[str]
    it: frozenset[str]
    definite: frozenset[str]
    indefinite: frozenset[str]
    prepositions: frozenset[str]
    conjunctions: frozenset[str]
    relatives: frozenset[str]
    auxiliaries: frozenset[str]
    passive: frozenset[str]  # before a participle of a verb with a hearer: "was told"
    negations: frozenset[str]
    adverbs: frozenset[str]
    times: frozenset[str]
    function_words: frozenset[str]  # other words that are never part of a name
    particles: frozenset[str]
    men: frozenset[str]  # honorifics and given names
    women: frozenset[str]
    honorifics: frozenset[str]
    roles: frozenset[str]
    role_endings: tuple[str, ...]
    organisations: frozenset[str]
    organisation_endings: tuple[str, ...]
    empty_objects: frozenset[str]  # "said nothing", "said so"
    capital_nouns: bool = False  # every noun has a capital, so a capital alone makes no name
    drops_subject: bool = False  # "Añadió que": the last speaker goes on
    elides: bool = False  # "qu'il" is two words
    cue_inside_marks: bool = False  # « Le froid, dit-elle, est une opinion. »
    places: frozenset[str] = frozenset()  # a name with one of these words is of a place
    oblique: tuple[tuple[str, str], ...] = ()  # ("him", "he")
    verb_ends: frozenset[str] = frozenset()  # parted from their verb: "kündigte … an"
    writings: frozenset[str] = frozenset()  # what bears words that nobody says
    peoples: frozenset[str] = frozenset()  # adjectives with a capital: alone, no name
    generic: frozenset[str] = frozenset()  # mean the organisation just named: "the company"

    # Derived from the tables above.
    pronouns: frozenset[str] = field(init=False)
    articles: frozenset[str] = field(init=False)
    small: frozenset[str] = field(init=False)  # words that no phrase reaches over
    cue_words: frozenset[str] = field(init=False)  # the first words of cues
    signs: frozenset[bytes] = field(init=False)  # no cue is without one of these `ascii_words`

    def __post_init__(self) -> None:
        derived = {
            "pronouns": self.he | self.she | self.they | self.it,
            "articles": self.definite | self.indefinite,
            "small": self.function_words
            | self.prepositions
            | self.conjunctions
            | self.auxiliaries
            | self.adverbs
            | self.relatives,
            "cue_words": {*self.verbs} | {words[0] for words in self.sources},
            "signs": {
                max(ascii_words(word), key=len)
                for word in [*self.verbs, *(max(words, key=len) for words in self.sources)]
            },
        }
        for name, words in derived.items():
            object.__setattr__(self, name, frozenset(words))  # the only way into a frozen dataclass

    def is_cue(self, word: str) -> bool:
        """Whether a lower-case word reports speech."""
        return word in self.verbs or word.partition("-")[0] in self.verbs

    def is_inverted(self, word: str) -> bool:
        """Whether a lower-case word joins a verb and a pronoun: "dit-elle", "a-t-il"."""
        if "-" not in word:
            return False
        verb, pronoun = word.partition("-")[0], word.rpartition("-")[2]
        return (pronoun in self.he or pronoun in self.she) and (
            verb in self.verbs or verb in self.auxiliaries
        )

    def is_role(self, word: str) -> bool:
        """Whether a lower-case word says what somebody does."""
        if word in self.roles or ("-" in word and word.rpartition("-")[2] in self.roles):
            return True
        return len(word) > 5 and word.endswith(self.role_endings)  # noqa: PLR2004 - shorter words are no compounds

    def is_organisation(self, word: str) -> bool:
        """Whether a lower-case word is the head of an organisation's name."""
        return word in self.organisations or (
            bool(self.organisation_endings) and word.endswith(self.organisation_endings)
        )


def _set(*words: str) -> frozenset[str]:
    return frozenset(" ".join(words).casefold().split())


# ---------------------------------------------------------------------------------------- English

_IRREGULAR = {
    "say": "says said said saying",
    "tell": "tells told told telling",
    "write": "writes wrote written writing",
    "speak": "speaks spoke spoken speaking",
    "swear": "swears swore sworn swearing",
    "retell": "retells retold retold retelling",
    "foretell": "foretells foretold foretold foretelling",
    "admit": "admits admitted admitted admitting",
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
    "forecast": "forecasts forecast forecast forecasting",
}
_TOLD = "tell warn inform assure remind advise ask caution notify".split()
_FREE = "say tell".split()
_CLAUSE = (
    "say tell add claim insist argue admit warn announce suggest confirm acknowledge predict "
    "promise vow pledge estimate concede allege maintain explain contend assert declare believe "
    "reckon joke boast hint swear assure remind reveal inform caution agree testify stress note "
    "complain"
).split()
_THAT = (
    "affirm answer ask clarify comment conclude continue counter cry disclose elaborate emphasise "
    "emphasize enthuse exclaim foretell gush inquire enquire interject lament mumble murmur "
    "mutter observe opine pronounce quip rebut recall recount reiterate remark repeat "
    "reply report respond retort retell scream shout sigh speculate state theorise theorize tweet "
    "underline underscore whisper write yell post advise notify joke cite quote bemoan "
    "specify stipulate volunteer venture thunder rage fume fret intone plead proclaim "
    "recommend propose request demand urge deny wonder point forecast"
).split()
_ASKED = "ask wonder inquire enquire explain describe recall recount".split()
_WH = frozenset("whether if why how when where what who which".split())
_OBJECT = (
    "deny urge demand recommend propose vow pledge threaten promise call warn appeal apologise "
    "apologize complain request express voice forecast"
).split()
_OBJECT_PREPOSITIONS = {
    "call": "on for upon",
    "warn": "of about against",
    "appeal": "for to",
    "apologise": "for to",
    "apologize": "for to",
    "complain": "of about",
    "speak": "of",
    "tell": "of about",
    "point": "out",
}
_OBJECT_TO = frozenset("vow pledge threaten promise".split())
_LABEL = (
    "describe call brand label dub slam hail praise condemn criticise criticize dismiss denounce "
    "accuse blast welcome defend reject decry deplore speak liken characterise characterize "
    "blame mock lambast applaud credit thank congratulate "
    # with a quotation only: "Ask me on Monday," he snapped
    "snap smile laugh grin chuckle grumble moan groan sob growl bark roar gasp sneer jeer shrug "
    "nod croak"
).split()
_PHRASAL = {"point": "out"}


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
    return ((lemma, "base"), (third, "present"), (participle, "past"), (past, "past"), (ing, "ing"))


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
                verbs.setdefault(
                    form,
                    Verb(
                        lemma,
                        tense,
                        kind,  # type: ignore[arg-type]  # the pairs above are all of Kind
                        addressed=lemma in _TOLD,
                        free=lemma in _FREE,
                        prepositions=_set(_OBJECT_PREPOSITIONS.get(lemma, "")),
                    ),
                )
    return MappingProxyType(verbs)


ASKED: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        lemma: _WH
        if lemma in {"ask", "wonder", "inquire", "enquire"}
        else frozenset({"how", "why"})
        for lemma in _ASKED
    }
)
"""The verbs that report a question, each with the words that begin it."""
PHRASAL: Mapping[str, str] = MappingProxyType(_PHRASAL)
"""The verbs that report only with another word behind them: "pointed out"."""
# Names of one word that are no person's.
METONYMS = _set(
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

_MEN = f"mr sir lord {given_names.MEN}"
_WOMEN = f"mrs ms miss lady dame madam mme mlle {given_names.WOMEN}"
_ROLES_EN = (
    "spokesman spokeswoman spokesperson spokesmen spokespeople minister ministers president "
    "premier secretary chancellor mayor governor senator congressman congresswoman representative "
    "lawmaker lawmakers lawyer lawyers attorney prosecutor prosecutors judge judges official "
    "officials officer officers chief chiefs chairman chairwoman chair chairperson head director "
    "manager executive ceo cfo coo founder co-founder cofounder owner boss leader leaders deputy "
    "professor prof lecturer researcher researchers scientist scientists analyst analysts "
    "economist economists expert experts engineer engineers doctor doctors nurse nurses teacher "
    "teachers student students coach captain striker goalkeeper defender midfielder player players "
    "author writer poet novelist historian artist actor actress singer director-general general "
    "colonel major lieutenant sergeant admiral commander constable inspector detective sheriff "
    "bishop archbishop cardinal pope priest imam rabbi reverend king queen prince princess duke "
    "ambassador envoy diplomat diplomats commissioner councillor councilor alderman mp mps mep mla "
    "sen rep gov gen col lt sgt capt cmdr adm maj treasurer speaker attorney-general editor "
    "journalist columnist reporter correspondent broadcaster farmer farmers fisherman fishermen "
    "resident residents neighbour neighbor neighbours neighbors witness witnesses victim survivor "
    "driver drivers pilot passenger passengers worker workers critics critic supporters opponents "
    "activist activists campaigner campaigners organiser organizer organisers organizers source "
    "sources father mother brother sister son daughter wife husband widow uncle aunt cousin "
    "friend colleague colleagues partner master harbourmaster harbormaster curator librarian "
    "conductor composer architect builder chef baker brewer keeper warden ranger gardener "
    "consultant adviser advisor aide aides counsel negotiator mediator inspector-general monitor "
    "laureate champion democrat republican veteran skipper trainer principal headteacher dean "
    "rector provost biologist geologist physicist chemist astronomer ecologist hydrologist "
    "meteorologist epidemiologist psychologist sociologist archaeologist surgeon physician "
    "woman man boy girl coxswain lifeguard sailor skipper deckhand engineer organisers trustee "
    "trustees member members candidate candidates backbencher "
    "undersecretary vice-president co-chair co-author shopkeeper grandmother grandfather people "
    "parents parent children firefighters firefighter investigators investigator authorities "
    "forecaster forecasters locals traders trader investors investor shareholders customers "
    "maker rival authors soldiers rebels troops "
    "bystanders bystander voters tenant tenants landlord commuters users user cyclist cyclists "
    "governor-general secretary-general solicitor-general lieutenant-general major-general "
    "brigadier superintendent vice-chancellor president-elect ombudsman coroner magistrate "
    "medics medic paramedic paramedics midwife midwives barrister solicitor tourist tourists "
    "protester protesters demonstrators militants pensioner pensioners defendant plaintiff "
    "batsman spinner all-rounder seamer bowler paceman winger jockey rider golfer boxer swimmer "
    "sprinter negotiators "
    "mediators envoys ambassadors commanders generals governors mayors senators "
    "premiers presidents chancellors secretaries commissioners whip frontbencher "
    "administrator administrators trainee apprentice intern volunteer volunteers unionist "
    "unionists academic academics"
)
_ORGANISATIONS_EN = (
    "ministry department office agency authority council committee commission parliament congress "
    "senate government administration cabinet court tribunal police army navy bank company firm "
    "corporation corp inc ltd plc group association union federation confederation league club "
    "party university college institute school academy hospital museum foundation trust charity "
    "organisation organization fund service services board bureau centre center embassy "
    "newspaper magazine network airline airlines airways manufacturer operator retailer regulator "
    "watchdog command "
    "nations team society press times post tribune herald gazette guardian house brigade "
    "coastguard airport observatory laboratory alliance coalition campaign consortium secretariat "
    "presidency directorate taskforce inquiry panel supermarket carmaker utility orchestra theatre "
    "theater port harbour works railway railways city town county borough province state states"
)

ENGLISH = Lexicon(
    code="en",
    verbs=_english_verbs(),
    sources=(("according", "to"), ("in", "the", "words", "of")),
    that=_set("that"),
    he=_set("he"),
    she=_set("she"),
    they=_set("they"),
    it=_set("it"),
    definite=_set("the this that his her its their our"),
    indefinite=_set("a an one another some several many most two three four five both other"),
    prepositions=_set(
        "to of from by with about for on at in against near into over under through between among "
        "via without towards toward despite including like than behind beside around across "
        "outside inside within upon alongside following amid regarding concerning"
    ),
    conjunctions=_set(
        "and but or nor so yet while whereas although though because since as if when whenever "
        "after before until unless once where then that whether"
    ),
    relatives=_set("who whom which whose"),
    auxiliaries=_set("has have had will is are was were be been being"),
    passive=_set("is are was were be been being get gets got"),
    negations=_set(
        "not never didn't don't doesn't hasn't haven't hadn't wouldn't won't couldn't can't cannot "
        "didn’t don’t doesn’t hasn’t haven’t hadn’t wouldn’t won’t couldn’t can’t did does do "
        "could "
        "would might may can should must if to without nobody neither"
    ),
    adverbs=_set(
        "later also then again previously once often always still just even now today yesterday "
        "meanwhile instead soon already further himself herself themselves itself both all earlier "
        "thus too however repeatedly recently first tonight online only simply merely afterwards "
        "afterward beforehand elsewhere alone twice sometimes never-theless eventually"
    ),
    times=_set(
        "monday tuesday wednesday thursday friday saturday sunday january february march april may "
        "june july august september october november december feb apr jun jul aug sept "
        "sep oct nov dec today yesterday tomorrow tonight morning afternoon evening night week "
        "month year weekend noon midnight day days weeks months years hour hours minutes early "
        "late earlier later last this next ago shortly"
    ),
    function_words=_set(
        "i we you he she it they me him us them my your his her its our their mine this that these "
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
        "located set given seen known faced dressed armed made found called led"
    ),
    particles=_set(
        "de del della di da dos das do du la le van von der den ter ten zu zur af av bin bint ibn "
        "al "
        "el ul ud y e dela"
    ),
    men=_set(
        _MEN,
        "man boy spokesman chairman congressman king prince pope archbishop husband father son",
    ),
    women=_set(
        _WOMEN,
        "woman girl spokeswoman chairwoman congresswoman queen princess wife mother daughter",
    ),
    honorifics=_set(
        "mr mrs ms miss mx dr prof sir dame lord lady madam rev hon mme mlle monsieur madame"
    ),
    roles=_set(_ROLES_EN),
    role_endings=("ologist", "ologists", "woman", "women", "master", "year-old", "keeper"),
    organisations=_set(_ORGANISATIONS_EN),
    organisation_endings=(),
    empty_objects=_set(
        "nothing little so goodbye hello something anything everything much no-one more less what "
        "why how who where when whether yes no sorry thanks farewell"
    ),
    places=_set(
        "street road lane avenue square bridge point bay island islands isle beach sands river "
        "lake "
        "sea ocean mountain hill hills valley forest park gardens quay pier harbour harbor wharf "
        "school hall north south east west coast"
    ),
    oblique=(("him", "he"), ("her", "she"), ("them", "they")),
    writings=_set(
        "sign signs note poster banner headline placard inscription notice plaque slogan label "
        "graffiti caption report song book film novel series album poem motto called titled"
    ),
    peoples=_set(
        "american british english scottish welsh irish french german spanish portuguese italian "
        "dutch belgian swiss austrian danish swedish norwegian finnish icelandic polish czech "
        "slovak "
        "hungarian romanian bulgarian greek turkish russian ukrainian belarusian georgian armenian "
        "israeli palestinian lebanese syrian iraqi iranian saudi egyptian libyan tunisian algerian "
        "moroccan nigerian ghanaian kenyan ethiopian sudanese somali african indian pakistani "
        "bangladeshi nepali chinese japanese korean taiwanese vietnamese thai indonesian malaysian "
        "filipino australian canadian mexican brazilian argentine argentinian chilean colombian "
        "peruvian venezuelan cuban european asian western eastern northern southern latin arab "
        "christian muslim jewish catholic protestant democratic republican conservative labour "
        "liberal green spaniard spaniards briton britons frenchman frenchwoman englishman "
        "englishwoman irishman irishwoman scot scots scotsman welshman dutchman dane danes swede "
        "englishmen frenchmen irishmen scotsmen welshmen dutchmen "
        "swedes finn finns turk turks pole poles serb serbs croat croats russians americans "
        "germans italians greeks belgians austrians norwegians czechs slovaks hungarians "
        "ukrainians australians canadians brazilians argentine mexicans catalan catalans basque "
        "basques new"
    ),
    generic=_set(
        "company firm group organisation organization charity agency association union club bank "
        "operator manufacturer airline regulator party network newspaper ministry department trust"
    ),
)

# ---------------------------------------------------------------------- German, French, Spanish


def _verbs(table: str, tense: Tense, kind: Kind = "clause") -> dict[str, Verb]:
    """Each line is a lemma and its forms of one tense."""
    return {
        form.casefold(): Verb(line.split()[0], tense, kind, free=True)  # as tokens are: ß is ss
        for line in table.strip().splitlines()
        for form in line.split()[1:]
    }


GERMAN = Lexicon(
    code="de",
    verbs=MappingProxyType(
        _verbs(
            """
            sagen sagt sagte sagten sagen
            erklären erklärt erklärte erklärten erklären
            betonen betont betonte betonten
            mitteilen mitteilte mitteilten teilte teilten
            meinen meint meinte meinten
            behaupten behauptet behauptete behaupteten
            warnen warnt warnte warnten
            fordern fordert forderte forderten
            ergänzen ergänzt ergänzte
            hinzufügen fügte hinzufügte
            schreiben schreibt schrieb schrieben
            berichten berichtet berichtete berichteten
            ankündigen kündigte kündigten ankündigte
            bestätigen bestätigt bestätigte bestätigten
            fragen fragt fragte
            antworten antwortet antwortete
            versichern versichert versicherte
            einräumen räumte einräumte
            unterstreichen unterstreicht unterstrich
            kritisieren kritisiert kritisierte kritisierten
            rufen rief
            verlangen verlangt verlangte
            äußern äußert äußerte äußerten
            bekräftigen bekräftigt bekräftigte bekräftigten
            verkünden verkündet verkündete verkündeten
            beteuern beteuert beteuerte beteuerten
            mahnen mahnt mahnte mahnten
            entgegnen entgegnet entgegnete
            erwidern erwidert erwiderte
            vermuten vermutet vermutete vermuteten
            erzählen erzählt erzählte
            versprechen versprach
            bestreiten bestritt bestreitet
            """,
            "past",
        )
        | _verbs(
            """
            sagen gesagt
            mitteilen mitgeteilt
            hinzufügen hinzugefügt
            schreiben geschrieben
            ankündigen angekündigt
            fordern gefordert
            einräumen eingeräumt
            """,
            "participle",
        )
    ),
    sources=(
        ("laut",),
        ("nach", "angaben", "von"),
        ("nach", "angaben", "der"),
        ("nach", "angaben", "des"),
        ("nach", "worten", "von"),
        ("zufolge",),
        ("so",),
    ),
    that=_set("dass daß"),
    he=_set("er"),
    she=_set(),  # "sie" is she and they: see `they`
    they=_set("sie"),
    it=_set("es"),
    definite=_set("der die das dem den des dieser diese seine seine ihre"),
    indefinite=_set("ein eine einer einem einen mehrere viele zwei"),
    prepositions=_set(
        "in im am an auf aus bei beim mit nach von vom zu zum zur über unter für gegen um durch "
        "vor "
        "seit während wegen ohne"
    ),
    conjunctions=_set("und aber oder denn sondern weil wenn als wie während obwohl da"),
    relatives=_set("welcher welche"),
    auxiliaries=_set("hat haben hatte hatten habe"),
    passive=_set("wurde wurden wird worden"),
    negations=_set("nicht nie kein keine niemand"),
    adverbs=_set(
        "später auch dann zudem außerdem jedoch gestern heute dazu weiter schließlich erneut am"
    ),
    times=_set(
        "montag dienstag mittwoch donnerstag freitag samstag sonntag sonnabend januar februar märz "
        "april mai juni juli august september oktober november dezember gestern heute morgen abend "
        "woche monat jahr"
    ),
    function_words=_set(
        "der die das den dem des ein eine einer einem einen er sie es wir ihr ich und aber oder "
        "denn "
        "doch in im am an auf aus bei beim mit nach von vom zu zum zur über unter für gegen um "
        "durch "
        "vor seit während wegen ohne wie wenn als weil dass auch noch nur schon so laut dort hier "
        "da "
        "dann nun jetzt später gestern heute montag dienstag mittwoch donnerstag freitag samstag "
        "sonntag januar februar märz april mai juni juli august september oktober november "
        "dezember "
        "man sein seine ihre dieser diese dieses angaben worten zudem außerdem"
    ),
    particles=_set("von van der zu de den"),
    men=_set(_MEN, "herr jan jürgen klaus stefan uwe olaf wolfgang friedrich heinz sprecher"),
    women=_set(_WOMEN, "frau sabine petra anja heike birgit sprecherin ministerin"),
    honorifics=_set("herr herrn frau dr prof"),
    roles=_set(
        "sprecher sprecherin minister ministerin präsident präsidentin kanzler kanzlerin chef "
        "chefin "
        "leiter leiterin bürgermeister bürgermeisterin direktor direktorin professor professorin "
        "vorsitzender vorsitzende experte expertin trainer trainerin richter richterin anwalt "
        "anwältin"
    ),
    role_endings=(
        "sprecher",
        "sprecherin",
        "minister",
        "ministerin",
        "präsident",
        "präsidentin",
        "chef",
        "chefin",
        "leiter",
        "leiterin",
        "meister",
        "meisterin",
        "direktor",
        "direktorin",
        "kanzler",
        "kanzlerin",
        "forscher",
        "forscherin",
        "vorsitzender",
        "vorsitzende",
        "experte",
        "expertin",
        "trainer",
        "trainerin",
        "sekretär",
        "kapitän",
        "kapitänin",
        "kämmerer",
        "sekretärin",
    ),
    organisations=_set(
        "ministerium polizei regierung behörde verband unternehmen partei bank amt reederei firma"
    ),
    organisation_endings=("ministerium", "verband", "behörde", "amt"),
    empty_objects=_set("nichts"),
    capital_nouns=True,
    places=_set("straße platz brücke insel see meer hafen schule kai"),
    verb_ends=_set("an mit ein hinzu fest aus"),
)

FRENCH = Lexicon(
    code="fr",
    verbs=MappingProxyType(
        _verbs(
            """
            dire dit disait disent
            déclarer déclare déclarait déclara
            affirmer affirme affirmait
            ajouter ajoute ajoutait ajouta
            expliquer explique expliquait
            assurer assure assurait
            estimer estime estimait
            indiquer indique indiquait
            préciser précise précisait
            souligner souligne soulignait
            annoncer annonce annonçait
            prévenir prévient
            écrire écrit écrivait
            répondre répond répondait répondit
            demander demande demandait
            reconnaître reconnaît
            rappeler rappelle
            insister insiste insistait
            avouer avoue avouait
            confier confie confiait
            admettre admet
            regretter regrette
            résumer résume
            plaisanter plaisante
            témoigner témoigne
            juger juge
            dénoncer dénonce
            promettre promet
            murmurer murmure
            avertir avertit
            raconter raconte
            lancer lance
            conclure conclut
            nier nie
            """,
            "past",
        )
        | _verbs(
            """
            déclarer déclaré
            affirmer affirmé
            ajouter ajouté
            expliquer expliqué
            assurer assuré
            estimer estimé
            indiquer indiqué
            préciser précisé
            souligner souligné
            annoncer annoncé
            prévenir prévenu
            répondre répondu
            demander demandé
            reconnaître reconnu
            rappeler rappelé
            insister insisté
            avouer avoué
            confier confié
            admettre admis
            regretter regretté
            résumer résumé
            plaisanter plaisanté
            témoigner témoigné
            juger jugé
            dénoncer dénoncé
            promettre promis
            avertir averti
            raconter raconté
            lancer lancé
            conclure conclu
            nier nié
            """,
            "past",
        )
    ),
    sources=(("selon",), ("d'", "après"), ("d’", "après")),
    that=_set("que qu' qu’"),
    he=_set("il"),
    she=_set("elle"),
    they=_set("ils elles"),
    it=_set(),
    definite=_set("le la les l' l’ ce cette son sa ses leur"),
    indefinite=_set("un une des plusieurs deux"),
    prepositions=_set(
        "de du des à au aux en dans par pour sur sous avec sans chez vers contre entre"
    ),
    conjunctions=_set("et mais ou donc car quand lorsque comme si"),
    relatives=_set("qui dont"),
    auxiliaries=_set("a ont avait avaient aurait"),
    passive=_set("été"),
    negations=_set("pas ne n jamais personne rien"),
    adverbs=_set(
        "ensuite aussi également encore hier aujourd'hui mardi lundi mercredi jeudi vendredi "
        "samedi dimanche toutefois notamment"
    ),
    times=_set(
        "lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin "
        "juillet août septembre octobre novembre décembre hier matin soir semaine mois an"
    ),
    function_words=_set(
        "le la les l un une des du de et mais ou donc car il elle ils elles on nous vous je ce "
        "cette "
        "ces son sa ses leur leurs dans en à au aux par pour sur sous avec sans chez vers contre "
        "entre "
        "selon après avant depuis pendant quand lorsque comme si qui que dont où ne pas plus très "
        "aussi hier lundi mardi mercredi jeudi vendredi samedi dimanche notre votre interrogé "
        "interrogée"
    ),
    particles=_set("de du la le des d"),
    men=_set(_MEN, "m monsieur françois jean-luc alain michel nicolas philippe"),
    women=_set(_WOMEN, "mme mlle madame hélène élise agnès"),
    honorifics=_set("m mme mlle monsieur madame dr pr"),
    roles=_set(
        "ministre président présidente porte-parole maire directeur directrice chef cheffe "
        "professeur professeure secrétaire responsable avocat avocate député députée sénateur "
        "capitaine procureur procureure patron patronne préfet préfète chercheur chercheuse expert "
        "experte économiste"
    ),
    role_endings=(),
    organisations=_set(
        "ministère gouvernement police entreprise société banque parti mairie syndicat"
    ),
    organisation_endings=(),
    empty_objects=_set("rien"),
    elides=True,
    cue_inside_marks=True,
    places=_set("rue avenue place pont plage île quai école port mer lac mont"),
    oblique=(("lui", "il"), ("elle", "elle")),
)

SPANISH = Lexicon(
    code="es",
    verbs=MappingProxyType(
        _verbs(
            """
            decir dice dijo dijeron decía
            afirmar afirma afirmó afirmaron
            asegurar asegura aseguró aseguraron
            añadir añade añadió añadieron
            agregar agrega agregó agregaron
            explicar explica explicó explicaron
            declarar declara declaró declararon
            señalar señala señaló señalaron
            advertir advierte advirtió advirtieron
            anunciar anuncia anunció anunciaron
            indicar indica indicó indicaron
            insistir insiste insistió
            sostener sostiene sostuvo
            reconocer reconoce reconoció
            subrayar subraya subrayó
            recordar recuerda recordó
            escribir escribe escribió
            responder responde respondió
            preguntar pregunta preguntó
            negar niega negó negaron
            manifestar manifiesta manifestó
            comentar comenta comentó
            admitir admite admitió
            denunciar denuncia denunció
            pedir pide pidió
            """,
            "past",
        )
        | _verbs(
            """
            decir dicho
            afirmar afirmado
            asegurar asegurado
            añadir añadido
            explicar explicado
            declarar declarado
            señalar señalado
            advertir advertido
            anunciar anunciado
            """,
            "past",
        )
    ),
    sources=(("según",), ("de", "acuerdo", "con")),
    that=_set("que"),
    he=_set("él"),
    she=_set("ella"),
    they=_set("ellos ellas"),
    it=_set(),
    definite=_set("el la los las este esta su sus"),
    indefinite=_set("un una unos unas varios dos"),
    prepositions=_set("de del a al en por para con sin sobre entre hacia contra desde hasta ante"),
    conjunctions=_set("y e pero o sino porque cuando como si mientras aunque"),
    relatives=_set("quien"),
    auxiliaries=_set("ha han había habían"),
    passive=_set("fue fueron sido"),
    negations=_set("no nunca nadie"),
    adverbs=_set("también después luego ayer hoy además entonces además posteriormente"),
    times=_set(
        "lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio "
        "julio agosto septiembre octubre noviembre diciembre ayer hoy mañana tarde noche semana "
        "mes año"
    ),
    function_words=_set(
        "el la los las un una unos unas y e pero o de del a al en por para con sin sobre entre "
        "según "
        "él ella ellos ellas yo nosotros su sus este esta estos estas que quien cuando como si "
        "mientras "
        "aunque después antes desde hasta también ayer hoy no sí lunes martes miércoles jueves "
        "viernes "
        "sábado domingo además"
    ),
    particles=_set("de del la los y e"),
    men=_set(_MEN, "señor don pablo diego alejandro fernando andrés"),
    women=_set(_WOMEN, "señora doña inés lucía pilar mercedes"),
    honorifics=_set("sr sra srta señor señora don doña dr dra"),
    roles=_set(
        "ministro ministra presidente presidenta portavoz alcalde alcaldesa director directora "
        "jefe "
        "jefa profesor profesora secretario secretaria abogado abogada diputado diputada senador "
        "senadora capitán entrenador entrenadora fiscal juez jueza experto experta economista "
        "gobernador gobernadora"
    ),
    role_endings=(),
    organisations=_set("ministerio gobierno policía empresa banco partido ayuntamiento sindicato"),
    organisation_endings=(),
    empty_objects=_set("nada"),
    drops_subject=True,
    places=_set("calle plaza puente playa isla puerto mar escuela"),
)

_LEXICONS = {lexicon.code: lexicon for lexicon in (ENGLISH, GERMAN, FRENCH, SPANISH)}


def lexicon_for(text: str, lang: str | None) -> Lexicon:
    """The tables for `lang` ("de", "de-AT"), or for what `text` looks like; else English."""
    code = lang or guess_language(text, among=_LEXICONS)
    return _LEXICONS.get(code.casefold().partition("-")[0], ENGLISH)
