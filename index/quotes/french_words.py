"""The words that report speech and name speakers in French."""

from types import MappingProxyType

from index.quotes import given_names
from index.quotes.lexicon import Lexicon, regular_forms, verb_forms, word_set

_ER = (
    "alerter appeler arguer assurer avancer certifier clamer commenter confirmer considérer "
    "constater critiquer déplorer détailler estimer exiger glisser indiquer informer insister "
    "interroger ironiser justifier lâcher marteler noter nuancer objecter observer plaider "
    "préconiser prétexter proclamer pronostiquer proposer rapporter rassurer réaffirmer réclamer "
    "réitérer répliquer rétorquer révéler saluer signaler souhaiter suggérer tancer tempérer "
    "trancher tweeter vanter poster railler fustiger affirmer ajouter expliquer "
    "déclarer souligner rappeler regretter raconter dénoncer lancer avouer confier résumer "
    "témoigner juger demander annoncer nier"
)


FRENCH = Lexicon(
    code="fr",
    verbs=MappingProxyType(
        verb_forms(
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
            poursuivre poursuit poursuivait poursuivi
            soutenir soutient soutenait soutenu
            réagir réagit réagi
            renchérir renchérit renchéri
            prédire prédit
            prétendre prétend prétendait prétendu
            rétorquer rétorque
            reprendre reprend repris
            maintenir maintient maintenu
            convenir convient convenu
            dire diront dira
            rappeler rappelle rappellent
            révéler révèle révèlent
            suggérer suggère
            considérer considère
            tempérer tempère
            exhorter exhorte exhorté
            faire-savoir savoir
            faire-valoir valoir
            """,
            "past",
        )
        | regular_forms(_ER, "er", "e ait ent a èrent aient", "past")
        | regular_forms(_ER, "er", "é", "past")
        | verb_forms(
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
    that=word_set("que qu' qu’"),
    he=word_set("il"),
    she=word_set("elle"),
    they=word_set("ils elles"),
    it=word_set(),
    definite=word_set("le la les l' l’ ce cette son sa ses leur"),
    indefinite=word_set("un une des plusieurs deux"),
    prepositions=word_set(
        "de du des à au aux en dans par pour sur sous avec sans chez vers contre entre"
    ),
    conjunctions=word_set("et mais ou donc car quand lorsque comme si"),
    relatives=word_set("qui dont"),
    auxiliaries=word_set("a ont avait avaient aurait fait"),
    passive=word_set("été"),
    negations=word_set("pas ne n jamais personne rien"),
    adverbs=word_set(
        "ensuite aussi également encore hier aujourd'hui mardi lundi mercredi jeudi vendredi "
        "samedi dimanche toutefois notamment finalement récemment clairement simplement déjà enfin "
        "alors pourtant cependant auparavant rapidement publiquement"
    ),
    times=word_set(
        "lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin "
        "juillet août septembre octobre novembre décembre hier matin soir semaine mois an"
    ),
    function_words=word_set(
        "le la les l un une des du de et mais ou donc car il elle ils elles on nous vous je ce "
        "cette "
        "ces son sa ses leur leurs dans en à au aux par pour sur sous avec sans chez vers contre "
        "entre "
        "selon après avant depuis pendant quand lorsque comme si qui que dont où ne pas plus très "
        "est sont était étaient sera seront fut être devient aussi hier lundi mardi mercredi jeudi "
        "vendredi samedi dimanche notre votre interrogé "
        "interrogée"
    ),
    particles=word_set("de du la le des d"),
    men=word_set(given_names.MEN, "m monsieur françois jean-luc alain michel nicolas philippe"),
    women=word_set(given_names.WOMEN, "mme mlle madame hélène élise agnès"),
    honorifics=word_set("m mme mlle monsieur madame dr pr"),
    roles=word_set(
        "ministre président présidente porte-parole maire directeur directrice chef cheffe "
        "professeur professeure secrétaire responsable avocat avocate député députée sénateur "
        "ministre-président première chancelier chancelière roi reine pape évêque général colonel "
        "commandant lieutenant ambassadeur ambassadrice gouverneur gouverneure candidat candidate "
        "élu élue conseiller conseillère adjoint adjointe délégué déléguée commissaire juge "
        "magistrat magistrate médecin infirmier infirmière scientifique écrivain écrivaine "
        "romancier romancière auteur autrice acteur actrice chanteur chanteuse réalisateur "
        "réalisatrice journaliste éditorialiste analyste entraîneur entraîneuse sélectionneur "
        "joueur joueuse attaquant gardien capitaine fondateur fondatrice gérant gérante "
        "propriétaire dirigeant dirigeante syndicaliste militant militante habitant habitante "
        "voisin voisine témoin père mère fils fille frère sœur veuve agriculteur agricultrice "
        "étudiant étudiante enseignant enseignante représentant représentante coordinateur "
        "coordinatrice premier vice-président vice-présidente eurodéputé eurodéputée "
        "parlementaire historien historienne politologue sociologue climatologue pdg "
        "capitaine procureur procureure patron patronne préfet préfète chercheur chercheuse expert "
        "experte économiste"
    ),
    role_endings=(),
    organisations=word_set(
        "ministère gouvernement police entreprise société banque parti mairie syndicat armée "
        "préfecture gendarmerie parquet association organisation agence commission conseil "
        "comité tribunal fondation université hôpital club fédération ambassade groupe "
        "compagnie direction présidence opposition exécutif chancellerie région département "
        "collectif ong observatoire institut laboratoire"
    ),
    organisation_endings=(),
    empty_objects=word_set("rien"),
    elides=True,
    cue_inside_marks=True,
    places=word_set("rue avenue place pont plage île quai école port mer lac mont"),
    oblique=(("lui", "il"), ("elle", "elle")),
)
