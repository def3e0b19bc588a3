"""The words that report speech and name speakers in Spanish."""

from types import MappingProxyType

from index.quotes import given_names
from index.quotes.lexicon import Lexicon, regular_forms, verb_forms, word_set

_AR = (
    "aclarar acusar adelantar afirmar agregar alegar alertar anunciar apostillar apuntar "
    "argumentar asegurar aseverar avisar comentar completar comunicar confirmar considerar "
    "contestar criticar cuestionar declarar denunciar destacar desvelar detallar enfatizar "
    "estimar exclamar explicar expresar garantizar indicar informar justificar lamentar "
    "matizar narrar notificar objetar opinar precisar preguntar proclamar pronosticar "
    "puntualizar ratificar reafirmar recalcar rechazar reclamar reiterar reivindicar relatar "
    "remarcar rematar replicar resaltar revelar sentenciar señalar solicitar subrayar "
    "testificar vaticinar zanjar"
)


SPANISH = Lexicon(
    code="es",
    verbs=MappingProxyType(
        verb_forms(
            """
            decir dice dijo dijeron decía
            añadir añade añadió añadieron
            advertir advierte advirtió advirtieron
            insistir insiste insistió
            sostener sostiene sostuvo
            reconocer reconoce reconoció
            recordar recuerda recordó
            escribir escribe escribió
            responder responde respondió
            negar niega negó negaron
            manifestar manifiesta manifestó
            admitir admite admitió
            pedir pide pidió pidieron
            contar cuenta contó contaron
            confesar confiesa confesó
            desmentir desmiente desmintió desmintieron
            referir refiere refirió
            concluir concluye concluyó concluyeron
            sugerir sugiere sugirió
            proponer propone propuso
            exponer expone expuso
            mantener mantiene mantuvo
            creer cree creyó
            predecir predice predijo
            reconocer reconocieron
            sostener sostuvieron
            exigir exige exigió exigieron
            prometer promete prometió prometieron
            insistir insistieron
            responder respondieron
            """,
            "past",
        )
        | regular_forms(_AR, "ar", "a ó an aron aba aban ado", "past")
        | regular_forms(_AR, "ar", "ando", "ing")
        | verb_forms(
            """
            añadir añadiendo
            decir diciendo
            insistir insistiendo
            admitir admitido
            reconocer reconocido
            exigir exigido
            escribir escrito
            responder respondido
            insistir insistido
            sostener sostenido
            concluir concluido
            pedir pedido
            """,
            "past",
        )
        | verb_forms(
            """
            decir dicho
            añadir añadido
            advertir advertido
            """,
            "past",
        )
    ),
    sources=(("según",), ("de", "acuerdo", "con"), ("en", "palabras", "de"), ("a", "juicio", "de")),
    that=word_set("que"),
    he=word_set("él"),
    she=word_set("ella"),
    they=word_set("ellos ellas"),
    it=word_set(),
    definite=word_set("el la los las este esta su sus"),
    indefinite=word_set("un una unos unas varios dos"),
    prepositions=word_set(
        "de del a al en por para con sin sobre entre hacia contra desde hasta ante"
    ),
    conjunctions=word_set("y e pero o sino porque cuando como si mientras aunque"),
    relatives=word_set("quien"),
    auxiliaries=word_set("ha han había habían"),
    passive=word_set("fue fueron sido"),
    negations=word_set("no nunca nadie"),
    adverbs=word_set(
        "también después luego ayer hoy además entonces posteriormente asimismo finalmente anoche "
        "tajantemente recientemente todavía ya incluso sólo solo así pasado próximo mismo"
    ),
    times=word_set(
        "lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio "
        "julio agosto septiembre octubre noviembre diciembre ayer hoy mañana tarde noche semana "
        "mes año"
    ),
    function_words=word_set(
        "el la los las un una unos unas y e pero o de del a al en por para con sin sobre entre "
        "según "
        "él ella ellos ellas yo nosotros su sus este esta estos estas que quien cuando como si "
        "mientras "
        "es son era eran fue fueron será está están aunque después antes desde hasta también ayer "
        "hoy no sí lunes martes miércoles jueves "
        "viernes "
        "sábado domingo además"
    ),
    particles=word_set("de del la los y e"),
    men=word_set(given_names.MEN, "señor don pablo diego alejandro fernando andrés"),
    women=word_set(given_names.WOMEN, "señora doña inés lucía pilar mercedes"),
    honorifics=word_set("sr sra srta señor señora don doña dr dra"),
    roles=word_set(
        "ministro ministra presidente presidenta portavoz alcalde alcaldesa director directora "
        "jefe "
        "jefa profesor profesora secretario secretaria abogado abogada diputado diputada senador "
        "senadora capitán entrenador entrenadora fiscal juez jueza experto experta economista "
        "gobernador gobernadora funcionario funcionaria vocero vocera canciller mandatario "
        "mandataria líder candidato candidata concejal concejala consejero consejera comisario "
        "comisaria delegado delegada embajador embajadora general coronel comandante inspector "
        "inspectora investigador investigadora científico científica médico médica doctora "
        "escritor escritora autor autora actor actriz cantante director-general gerente dueño "
        "dueña empresario empresaria analista periodista testigo vecino vecina padre madre hijo "
        "hija hermano hermana viuda rey reina papa obispo arzobispo vicepresidente "
        "vicepresidenta viceministro viceministra exministro exministra expresidente "
        "expresidenta subsecretario subsecretaria legislador legisladora eurodiputado "
        "eurodiputada sindicalista técnico técnica jugador jugadora delantero portero "
        "coordinador coordinadora responsable titular activista representante dirigente "
        "magistrado magistrada procurador procuradora defensor defensora agente oficial"
    ),
    role_endings=(),
    organisations=word_set(
        "ministerio gobierno policía empresa banco partido ayuntamiento sindicato ejército "
        "compañía organización asociación agencia comisión consejo junta tribunal audiencia "
        "fiscalía fundación universidad hospital club federación embajada ejecutivo guardia "
        "congreso senado cámara secretaría cancillería presidencia oposición alcaldía consejería"
    ),
    organisation_endings=(),
    empty_objects=word_set("nada"),
    drops_subject=True,
    places=word_set("calle plaza puente playa isla puerto mar escuela"),
)
