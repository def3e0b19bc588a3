"""The words that report speech and name speakers in Spanish."""

from types import MappingProxyType

from index.quotes import given_names
from index.quotes.lexicon import Lexicon, verb_forms, word_set

SPANISH = Lexicon(
    code="es",
    verbs=MappingProxyType(
        verb_forms(
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
        | verb_forms(
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
    adverbs=word_set("también después luego ayer hoy además entonces además posteriormente"),
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
        "aunque después antes desde hasta también ayer hoy no sí lunes martes miércoles jueves "
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
        "gobernador gobernadora"
    ),
    role_endings=(),
    organisations=word_set(
        "ministerio gobierno policía empresa banco partido ayuntamiento sindicato"
    ),
    organisation_endings=(),
    empty_objects=word_set("nada"),
    drops_subject=True,
    places=word_set("calle plaza puente playa isla puerto mar escuela"),
)
