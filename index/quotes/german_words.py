"""The words that report speech and name speakers in German."""

from types import MappingProxyType

from index.quotes import given_names
from index.quotes.lexicon import Lexicon, verb_forms, word_set

GERMAN = Lexicon(
    code="de",
    verbs=MappingProxyType(
        verb_forms(
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
            kritisieren kritisierte kritisierten
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
            bestreiten bestritt bestreitet bestritten
            verweisen verwies verweist verwiesen
            hinweisen wies weist
            klarstellen stellte
            gestehen gestand gesteht
            beklagen beklagt beklagte beklagten
            bemängeln bemängelt bemängelte
            befinden befand befindet
            urteilen urteilt urteilte
            resümieren resümiert resümierte
            bilanzieren bilanziert bilanzierte
            schildern schildert schilderte schilderten
            prognostizieren prognostiziert prognostizierte
            twittern twittert twitterte
            posten postet postete
            appellieren appelliert appellierte
            drohen droht drohte drohten
            argumentieren argumentiert argumentierte argumentierten
            konstatieren konstatiert konstatierte
            bemerken bemerkt bemerkte
            bedauern bedauert bedauerte
            klagen klagt klagte klagten
            spotten spottet spottete
            scherzen scherzt scherzte
            kontern kontert konterte
            dementieren dementiert dementierte dementierten
            unterstellen unterstellte
            formulieren formulierte formuliert
            zitieren zitierte
            glauben glaubt glaubte
            hoffen hofft hoffte
            zugeben gab gibt
            schätzen schätzt schätzte
            plädieren plädiert plädierte plädierten
            """,
            "past",
        )
        | verb_forms(
            """
            sagen gesagt
            mitteilen mitgeteilt
            hinzufügen hinzugefügt
            schreiben geschrieben
            ankündigen angekündigt
            fordern gefordert
            einräumen eingeräumt
            erklären erklärt
            betonen betont
            kritisieren kritisiert
            behaupten behauptet
            bestätigen bestätigt
            zurückweisen zurückgewiesen
            versprechen versprochen
            warnen gewarnt
            """,
            "participle",
        )
        | verb_forms(
            """
            nennen nannte nennt nannten
            bezeichnen bezeichnete bezeichneten
            beschreiben beschrieb beschreibt
            sprechen sprach spricht sprachen
            loben lobt lobte
            begrüßen begrüßt begrüßte begrüßten
            """,
            "past",
            "label",
        )
        | verb_forms(
            """
            nennen genannt
            bezeichnen bezeichnet
            beschreiben beschrieben
            """,
            "participle",
            "label",
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
    that=word_set("dass daß"),
    he=word_set("er"),
    she=word_set(),  # "sie" is she and they: see `they`
    they=word_set("sie"),
    it=word_set("es"),
    definite=word_set("der die das dem den des dieser diese seine seine ihre"),
    indefinite=word_set("ein eine einer einem einen mehrere viele zwei"),
    prepositions=word_set(
        "in im am an auf aus bei beim mit nach von vom zu zum zur über unter für gegen um durch "
        "vor "
        "seit während wegen ohne"
    ),
    conjunctions=word_set("und aber oder denn sondern weil wenn als wie während obwohl da"),
    relatives=word_set("welcher welche"),
    auxiliaries=word_set("hat haben hatte hatten habe"),
    passive=word_set("wurde wurden wird worden"),
    negations=word_set("nicht nie kein keine niemand"),
    adverbs=word_set(
        "später auch dann zudem darauf darüber davon davor dafür daran bereits zuvor ebenfalls "
        "jedoch außerdem jedoch gestern heute dazu weiter schließlich erneut am"
    ),
    times=word_set(
        "montag dienstag mittwoch donnerstag freitag samstag sonntag sonnabend januar februar märz "
        "april mai juni juli august september oktober november dezember gestern heute morgen abend "
        "woche monat jahr"
    ),
    function_words=word_set(
        "der die das den dem des ein eine einer einem einen er sie es wir ihr ich und aber oder "
        "denn "
        "doch in im am an auf aus bei beim mit nach von vom zu zum zur über unter für gegen um "
        "durch "
        "vor seit während wegen ohne wie wenn als weil dass auch noch nur schon so laut dort hier "
        "da "
        "dann nun jetzt später gestern heute montag dienstag mittwoch donnerstag freitag samstag "
        "sonntag januar februar märz april mai juni juli august september oktober november "
        "dezember "
        "ist sind war waren wird wurde wurden sei bleibt man sein seine ihre dieser diese dieses "
        "angaben worten zudem außerdem"
    ),
    particles=word_set("von van der zu de den"),
    men=word_set(
        given_names.MEN, "herr jan jürgen klaus stefan uwe olaf wolfgang friedrich heinz sprecher"
    ),
    women=word_set(given_names.WOMEN, "frau sabine petra anja heike birgit sprecherin ministerin"),
    honorifics=word_set("herr herrn frau dr prof"),
    roles=word_set(
        "sprecher sprecherin minister ministerin präsident präsidentin kanzler kanzlerin chef "
        "chefin "
        "leiter leiterin bürgermeister bürgermeisterin direktor direktorin professor professorin "
        "vorsitzender vorsitzende experte expertin trainer trainerin richter richterin anwalt "
        "anwältin lehrer lehrerin arzt ärztin polizist polizistin wirt wirtin landrat landrätin "
        "oberbürgermeister generalsekretär abgeordnete abgeordneter politiker politikerin "
        "landeschef staatsanwalt staatsanwältin ökonom ökonomin analyst analystin botschafter "
        "botschafterin general oberst könig königin papst bischof bischöfin autor autorin "
        "schriftsteller schriftstellerin regisseur regisseurin schauspieler schauspielerin "
        "sänger sängerin spieler spielerin torwart stürmer kapitän manager managerin gründer "
        "gründerin unternehmer unternehmerin bauer bäuerin zeuge zeugin nachbar nachbarin mutter "
        "vater sohn tochter bruder schwester witwe witwer professor wissenschaftler "
        "wissenschaftlerin historiker historikerin soziologe soziologin virologe virologin"
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
        "jährige",
        "jähriger",
        "jährigen",
        "präsidenten",
        "sänger",
        "sängerin",
        "spieler",
        "spielerin",
        "autor",
        "autorin",
        "künstler",
        "künstlerin",
        "händler",
        "händlerin",
        "führer",
        "führerin",
        "besitzer",
        "besitzerin",
        "vorsitzenden",
        "experten",
        "abgeordneten",
        "beauftragten",
        "politiker",
        "politikerin",
        "anwalt",
        "anwältin",
        "rat",
        "rätin",
        "abgeordnete",
        "beauftragte",
        "beauftragter",
    ),
    organisations=word_set(
        "ministerium polizei regierung behörde verband unternehmen partei bank amt reederei firma"
    ),
    organisation_endings=("ministerium", "verband", "behörde", "amt"),
    empty_objects=word_set("nichts"),
    capital_nouns=True,
    places=word_set("straße platz brücke insel see meer hafen schule kai"),
    verb_ends=word_set("an mit ein hinzu fest aus hin klar"),
)
