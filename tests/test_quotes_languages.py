"""Who said what in other languages: tables of (text, (utterance, speaker) ...)."""

import pytest

from index.quotes import find_quotes

Row = tuple[str, list[tuple[str, str | None]]]

RUSSIAN: list[Row] = [
    ("«Порт закроют», — сказал Иван Петров.", [("«Порт закроют»", "Иван Петров")]),
    (
        "«Порт закроют в пятницу», — сказал министр транспорта Иван Петров.",
        [("«Порт закроют в пятницу»", "Иван Петров")],
    ),
    (
        "«Порт закроют, — сказал Иван Петров. — Стена треснула».",
        [("«Порт закроют, — сказал Иван Петров. — Стена треснула»", "Иван Петров")],
    ),
    (
        "— Порт закроют, — сказал Иван Петров. — Стена треснула.",
        [("Порт закроют, — сказал Иван Петров. — Стена треснула.", "Иван Петров")],
    ),
    ("Иван Петров сказал: «Порт закроют».", [("«Порт закроют»", "Иван Петров")]),
    ("Иван Петров заявил, что порт закроют.", [("порт закроют", "Иван Петров")]),
    (
        "Министр обороны Сергей Шаров сообщил, что стена треснула.",
        [("стена треснула", "Сергей Шаров")],
    ),
    (
        "Официальный представитель МИД Мария Захарченко рассказала журналистам, что порт открыт.",
        [("порт открыт", "Мария Захарченко")],
    ),
    (
        "Мария Захарченко, официальный представитель ведомства, подчеркнула: «Порт не закроют».",
        [("«Порт не закроют»", "Мария Захарченко")],
    ),
    (
        "По словам Ивана Петрова, порт закроют в пятницу.",
        [("порт закроют в пятницу", "Иван Петров")],
    ),
    (
        "По словам министра транспорта Ивана Петрова, порт закроют.",
        [("порт закроют", "Иван Петров")],
    ),
    (
        "По словам Анны Крюковой, стена треснула. Крюкова добавила, что порт закроют.",
        [("стена треснула", "Анна Крюкова"), ("порт закроют", "Анна Крюкова")],
    ),
    (
        "Анна Крюкова пришла поздно. По её словам, порт закроют.",
        [("порт закроют", "Анна Крюкова")],
    ),
    (
        "Иван Петров пришёл поздно. По словам Петрова, порт закроют.",
        [("порт закроют", "Иван Петров")],
    ),
    ("Порт закроют, сообщил Иван Петров.", [("Порт закроют", "Иван Петров")]),
    ("Как сообщил Иван Петров, порт закроют.", [("порт закроют", "Иван Петров")]),
    (
        "Иван Петров посетил порт. Он отметил, что стена треснула. «Мы её починим», — добавил он.",
        [("стена треснула", "Иван Петров"), ("«Мы её починим»", "Иван Петров")],
    ),
    (
        "Иван Петров посетил порт. «Это недолго», — добавил Петров.",
        [("«Это недолго»", "Иван Петров")],
    ),
    (
        "Министр Иван Петров посетил порт. «Это недолго», — добавил министр.",
        [("«Это недолго»", "Иван Петров")],
    ),
    (
        "Пресс-секретарь президента Дмитрий Песчаный назвал стену «позором города и страны».",
        [("«позором города и страны»", "Дмитрий Песчаный")],
    ),
    (
        "Министерство транспорта сообщило, что порт закроют.",
        [("порт закроют", "Министерство транспорта")],
    ),
    ("Иван Петров призвал закрыть порт.", [("закрыть порт", "Иван Петров")]),
    (
        "«Порт закроют», — написала Анна Крюкова в своём блоге.",
        [("«Порт закроют»", "Анна Крюкова")],
    ),
    ("Анна Крюкова не говорила, что порт закроют.", []),
    ("Иван Петров уехал из города в пятницу.", []),
]

GERMAN: list[Row] = [
    (
        "Der Vizekanzler und Finanzminister Otto Brandt sagte, der Haushalt stehe.",
        [("der Haushalt stehe", "Otto Brandt")],
    ),
    (
        "Nach Angaben von Otto Brandt sinkt der Pegel wieder.",
        [("sinkt der Pegel wieder", "Otto Brandt")],
    ),
    (
        "Otto Brandt betonte: „Der Pegel sinkt wieder.“",
        [("„Der Pegel sinkt wieder.“", "Otto Brandt")],
    ),
    (
        "„Der Pegel sinkt“, so Otto Brandt.",
        [("„Der Pegel sinkt“", "Otto Brandt")],
    ),
    (
        "Ministerin Ines Falk warnte, der Damm könne brechen.",
        [("der Damm könne brechen", "Ines Falk")],
    ),
    (
        "Ines Falk kam spät. Sie fügte hinzu, der Damm werde halten.",
        [("der Damm werde halten", "Ines Falk")],
    ),
    (
        "„Der Damm hält“, sagte der Bürgermeister von Orrismund, Otto Brandt.",
        [("„Der Damm hält“", "Otto Brandt")],
    ),
    (
        "„Der Damm hält“, teilte die Polizei mit.",
        [("„Der Damm hält“", None)],
    ),
    ("Otto Brandt fuhr am Freitag nach Orrismund.", []),
]

FRENCH: list[Row] = [
    (
        "« Il est tard », a déclaré le vice-président et ministre des Finances Paul Morel.",
        [("« Il est tard »", "Paul Morel")],
    ),
    (
        "« Le port rouvrira », a promis le maire d'Orrismonde, Otto Brandt.",
        [("« Le port rouvrira »", "Otto Brandt")],
    ),
    (
        "Le ministre des Transports Michel Brandt a expliqué que le port rouvrirait.",
        [("le port rouvrirait", "Michel Brandt")],
    ),
    (
        "Otto Brandt a souligné : « Le mur tiendra. »",
        [("« Le mur tiendra. »", "Otto Brandt")],
    ),
    (
        "« Le mur tiendra », a-t-on appris lundi. Otto Brandt est parti.",
        [],
    ),
    (
        "Michel Brandt est arrivé. Il a ajouté que le mur tiendrait.",
        [("le mur tiendrait", "Michel Brandt")],
    ),
    (
        "« Le mur tiendra », assure Ines Falk, directrice du port.",
        [("« Le mur tiendra »", "Ines Falk")],
    ),
    ("Ines Falk est partie vendredi pour Orrismonde.", []),
]

SPANISH: list[Row] = [
    (
        "El vicepresidente y ministro de Economía, Pedro Solano, dijo que la deuda bajará.",
        [("la deuda bajará", "Pedro Solano")],
    ),
    (
        "«El muro aguantará», aseguró la alcaldesa de Orrismunda, Ines Falk.",
        [("«El muro aguantará»", "Ines Falk")],
    ),
    (
        "El ministro de Transportes Pablo Brandt explicó que el puerto abriría.",
        [("el puerto abriría", "Pablo Brandt")],
    ),
    (
        "Pablo Brandt llegó tarde. «El muro aguantará», añadió.",
        [("«El muro aguantará»", "Pablo Brandt")],
    ),
    (
        "La portavoz Ines Falk señaló que el muro aguantará.",
        [("el muro aguantará", "Ines Falk")],
    ),
    (
        "De acuerdo con Ines Falk, el puerto abrirá el lunes.",
        [("el puerto abrirá el lunes", "Ines Falk")],
    ),
    (
        "Ines Falk advirtió: «El muro se rompe».",
        [("«El muro se rompe»", "Ines Falk")],
    ),
    (
        "“El muro aguantará”, escribió Ines Falk en su cuenta.",
        [("“El muro aguantará”", "Ines Falk")],
    ),
    (
        "Ines Falk llegó. Ella afirmó que el muro aguantará.",
        [("el muro aguantará", "Ines Falk")],
    ),
    (
        "Ines Falk negó que el puerto cierre.",
        [("el puerto cierre", "Ines Falk")],
    ),
    ("Ines Falk viajó el viernes a Orrismunda.", []),
]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        (lang, *row)
        for lang, table in (("ru", RUSSIAN), ("de", GERMAN), ("fr", FRENCH), ("es", SPANISH))
        for row in table
    ],
)
def test_each_language_says_it_its_way(
    lang: str, text: str, expected: list[tuple[str, str | None]]
) -> None:
    found = find_quotes(text, lang=lang)
    assert [(quote.span.of(text), quote.speaker) for quote in found] == expected


def test_russian_is_told_from_the_text() -> None:
    for text, expected in RUSSIAN:
        assert len(find_quotes(text)) == len(expected)
