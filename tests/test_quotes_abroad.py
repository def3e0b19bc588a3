"""Who said what in German, French, Spanish, Russian and Chinese news: tables by language."""

import pytest

from index.quotes import find_quotes

Row = tuple[str, list[tuple[str, str | None]]]

GERMAN: list[Row] = [
    (
        "„Wir wissen es noch nicht“, sagte der dpa Bürgermeister Otto Falk.",
        [("„Wir wissen es noch nicht“", "Otto Falk")],
    ),
    (
        "Otto Brandt verwies darauf, dass der Vorsitzende Karl Voss am Montag erklärt hatte, "
        "„der Hafen bleibt offen“.",
        [
            (
                "der Vorsitzende Karl Voss am Montag erklärt hatte, „der Hafen bleibt offen“",
                "Otto Brandt",
            )
        ],
    ),
    (
        "„Wir schließen“, sagte Bürgermeisterin Ines Falk am Montag.",
        [("„Wir schließen“", "Ines Falk")],
    ),
    (
        "„Wir schließen“, so Falk. Bürgermeisterin Ines Falk kam spät.",
        [("„Wir schließen“", "Ines Falk")],
    ),
    (
        "Ines Falk (SPD) sagte der Deutschen Presse-Agentur, die Mauer halte.",
        [("die Mauer halte", "Ines Falk")],
    ),
    ("Nach Angaben der Polizei wurde niemand verletzt.", [("wurde niemand verletzt", None)]),
    ("Laut Ines Falk hält die Mauer.", [("hält die Mauer", "Ines Falk")]),
    ("Ines Falk wies darauf hin, dass die Mauer alt sei.", [("die Mauer alt sei", "Ines Falk")]),
    (
        "Der Minister Otto Brandt kündigte an, den Hafen zu schließen.",
        [("den Hafen zu schließen", "Otto Brandt")],
    ),
    (
        "„Das ist ein Skandal“, kritisierte Otto Brandt, der Chef der Hafenbehörde.",
        [("„Das ist ein Skandal“", "Otto Brandt")],
    ),
    (
        "„Das“, betonte Otto Brandt, „ist ein Skandal.“",
        [("„Das“, betonte Otto Brandt, „ist ein Skandal.“", "Otto Brandt")],
    ),
    (
        "Otto Brandt teilte mit, dass der Hafen geschlossen bleibt.",
        [("der Hafen geschlossen bleibt", "Otto Brandt")],
    ),
    ("Auf Twitter schrieb Otto Brandt: „Es reicht.“", [("„Es reicht.“", "Otto Brandt")]),
    ("Man werde klagen, sagte Otto Brandt.", [("Man werde klagen", "Otto Brandt")]),
    (
        "Otto Brandt hat den Vorwurf zurückgewiesen. „Ich war nicht da“, sagte er.",
        [("„Ich war nicht da“", "Otto Brandt")],
    ),
    (
        "Ines Falk lehnte ab. „Das kommt nicht infrage“, sagte sie.",
        [("„Das kommt nicht infrage“", "Ines Falk")],
    ),
    (
        "Der Sprecher des Ministeriums, Otto Brandt, erklärte am Dienstag, es gebe keine Gefahr.",
        [("es gebe keine Gefahr", "Otto Brandt")],
    ),
    ("Otto Brandt gab zu bedenken, dass das Geld fehle.", [("das Geld fehle", "Otto Brandt")]),
    ("Wie Otto Brandt erklärte, bleibt der Hafen zu.", [("bleibt der Hafen zu", "Otto Brandt")]),
    ("„Wir haben keine Wahl“, erklärte ein Sprecher.", [("„Wir haben keine Wahl“", None)]),
    (
        "Otto Brandt sprach von einem „schwarzen Tag für den Hafen“.",
        [("„schwarzen Tag für den Hafen“", "Otto Brandt")],
    ),
    (
        "Nach Gerüchten hat Popsängerin Ines Falk ihre Fans beruhigt. „Alles ist gut“, sagte die "
        "37-Jährige in einem Video.",
        [("„Alles ist gut“", "Ines Falk")],
    ),
]

FRENCH: list[Row] = [
    (
        "Le patron du syndicat, Philippe Falk, avait finalement précisé que « c'était une image ».",
        [("« c'était une image »", "Philippe Falk")],
    ),
    (
        "« Nous ne savons rien encore », a dit mardi aux journalistes le maire, Jean Dupont.",
        [("« Nous ne savons rien encore »", "Jean Dupont")],
    ),
    (
        "« Nous ne savons rien encore », a déclaré à la presse Jean Dupont.",
        [("« Nous ne savons rien encore »", "Jean Dupont")],
    ),
    (
        "« Nous fermons », a déclaré la maire, Inès Falque, lundi.",
        [("« Nous fermons »", "Inès Falque")],
    ),
    ("« Nous fermons », dit Inès Falque.", [("« Nous fermons »", "Inès Falque")]),
    ("Selon Inès Falque, le mur tient.", [("le mur tient", "Inès Falque")]),
    ("D'après Inès Falque, le mur tient.", [("le mur tient", "Inès Falque")]),
    ("Inès Falque a annoncé que le port fermerait.", [("le port fermerait", "Inès Falque")]),
    (
        "Le ministre des Transports, Jean Morel, a assuré que le mur tenait.",
        [("le mur tenait", "Jean Morel")],
    ),
    (
        "« C'est un scandale », a dénoncé Jean Morel, président du syndicat.",
        [("« C'est un scandale »", "Jean Morel")],
    ),
    (
        "« C'est, a souligné Jean Morel, un scandale. »",
        [("« C'est, a souligné Jean Morel, un scandale. »", "Jean Morel")],
    ),
    (
        "« C'est un scandale », a ajouté M. Morel. Jean Morel est maire.",
        [("« C'est un scandale »", "Jean Morel")],
    ),
    (
        "Jean Morel est venu. « Le mur tient », a-t-il affirmé.",
        [("« Le mur tient »", "Jean Morel")],
    ),
    (
        "Inès Falque est venue. « Le mur tient », a-t-elle ajouté.",
        [("« Le mur tient »", "Inès Falque")],
    ),
    ("Jean Morel a fait savoir que le port fermerait.", [("le port fermerait", "Jean Morel")]),
    ("Jean Morel : « Nous fermons le port »", [("« Nous fermons le port »", "Jean Morel")]),
    ("« Le port ferme », a écrit Jean Morel sur Twitter.", [("« Le port ferme »", "Jean Morel")]),
    (
        "« Le port ferme », a indiqué à l'AFP le préfet Jean Morel.",
        [("« Le port ferme »", "Jean Morel")],
    ),
    ("« Le port ferme », a tweeté Jean Morel.", [("« Le port ferme »", "Jean Morel")]),
    ("Le port fermera, a indiqué Jean Morel.", [("Le port fermera", "Jean Morel")]),
    (
        "Interrogé sur RTL, Jean Morel a estimé que le mur était vieux.",
        [("le mur était vieux", "Jean Morel")],
    ),
    (
        "« Nous n'avons pas le choix », a expliqué un porte-parole.",
        [("« Nous n'avons pas le choix »", None)],
    ),
    (
        "La porte-parole municipale, Inès Falque, a affirmé que le mur tenait.",
        [("le mur tenait", "Inès Falque")],
    ),
]

SPANISH: list[Row] = [
    (
        "“No hay nada”, dijo el pasado domingo el ministro de Vivienda, Carlos Falk.",
        [("“No hay nada”", "Carlos Falk")],
    ),
    (
        "«No lo sabemos todavía», dijo a los periodistas Juan Pérez.",
        [("«No lo sabemos todavía»", "Juan Pérez")],
    ),
    ("«Cerramos», dijo la alcaldesa, Inés Falcó, el lunes.", [("«Cerramos»", "Inés Falcó")]),
    ("“Cerramos el puerto”, afirmó Inés Falcó.", [("“Cerramos el puerto”", "Inés Falcó")]),
    ("Según Inés Falcó, el muro aguanta.", [("el muro aguanta", "Inés Falcó")]),
    ("De acuerdo con Inés Falcó, el muro aguanta.", [("el muro aguanta", "Inés Falcó")]),
    ("Inés Falcó anunció que el puerto cerrará.", [("el puerto cerrará", "Inés Falcó")]),
    (
        "El ministro de Transportes, Juan Moreno, aseguró que el muro aguanta.",
        [("el muro aguanta", "Juan Moreno")],
    ),
    (
        "“Es un escándalo”, denunció Juan Moreno, presidente del sindicato.",
        [("“Es un escándalo”", "Juan Moreno")],
    ),
    (
        "“Es”, subrayó Juan Moreno, “un escándalo”.",
        [("“Es”, subrayó Juan Moreno, “un escándalo”", "Juan Moreno")],
    ),
    ("Juan Moreno llegó tarde. “El muro aguanta”, añadió.", [("“El muro aguanta”", "Juan Moreno")]),
    ("Juan Moreno llegó. Añadió que el muro aguanta.", [("el muro aguanta", "Juan Moreno")]),
    (
        "El portavoz del Gobierno, Juan Moreno, precisó que el puerto está cerrado.",
        [("el puerto está cerrado", "Juan Moreno")],
    ),
    (
        "“El puerto cierra”, escribió Juan Moreno en Twitter.",
        [("“El puerto cierra”", "Juan Moreno")],
    ),
    ("Juan Moreno: “Cerramos el puerto”", [("“Cerramos el puerto”", "Juan Moreno")]),
    ("—Cerramos el puerto —dijo Juan Moreno.", [("Cerramos el puerto", "Juan Moreno")]),
    ("El puerto cerrará, según informó Juan Moreno.", [("El puerto cerrará", "Juan Moreno")]),
    (
        "El muro, ha dicho Juan Moreno, no aguanta.",
        [("El muro, ha dicho Juan Moreno, no aguanta", "Juan Moreno")],
    ),
    (
        "La portavoz municipal, Inés Falcó, ha rechazado que el muro esté roto.",
        [("el muro esté roto", "Inés Falcó")],
    ),
    ("“No tenemos elección”, explicó un portavoz.", [("“No tenemos elección”", None)]),
    (
        "Así lo ha dicho Juan Moreno, que ha destacado que “el muro es una vergüenza para la "
        "ciudad”.",
        [("“el muro es una vergüenza para la ciudad”", "Juan Moreno")],
    ),
    (
        "El presidente Juan Moreno exigió que se cierre el puerto.",
        [("se cierre el puerto", "Juan Moreno")],
    ),
    (
        "Inés Falcó llegó. “El muro aguanta”, detalló. Informó que no hay dinero.",
        [("“El muro aguanta”", "Inés Falcó"), ("no hay dinero", "Inés Falcó")],
    ),
    (
        "Luego de la reunión, la portavoz presidencial, Inés Falcó, afirmó que el muro aguanta.",
        [("el muro aguanta", "Inés Falcó")],
    ),
]

RUSSIAN: list[Row] = [
    (
        "«Нет, мы не знаем», — сообщил журналистам Иван Песков.",
        [("«Нет, мы не знаем»", "Иван Песков")],
    ),
    (
        "«Мы закрываем порт», — сообщил журналистам мэр Иван Петров.",
        [("«Мы закрываем порт»", "Иван Петров")],
    ),
    ("Мэр Иван Петров сообщил, что порт закроют.", [("порт закроют", "Иван Петров")]),
    ("По словам Петрова, стена держится. Иван Петров — мэр.", [("стена держится", "Иван Петров")]),
    ("По мнению Ивана Петрова, стена держится.", [("стена держится", "Иван Петров")]),
    ("Как сообщил Иван Петров, порт закроют.", [("порт закроют", "Иван Петров")]),
    ("Порт закроют, сообщил Иван Петров.", [("Порт закроют", "Иван Петров")]),
    (
        "Иван Петров отметил, что стена старая. Он добавил, что денег нет.",
        [("стена старая", "Иван Петров"), ("денег нет", "Иван Петров")],
    ),
    (
        "Анна Петрова пришла поздно. «Стена держится», — подчеркнула она.",
        [("«Стена держится»", "Анна Петрова")],
    ),
    ("«Это скандал», — заявила глава профсоюза Анна Петрова.", [("«Это скандал»", "Анна Петрова")]),
    (
        "«Это, — сказал Иван Петров, — скандал».",
        [("«Это, — сказал Иван Петров, — скандал»", "Иван Петров")],
    ),
    ("«Порт закрыт», — написал Иван Петров в телеграм-канале.", [("«Порт закрыт»", "Иван Петров")]),
    ("Иван Петров: «Мы закрываем порт»", [("«Мы закрываем порт»", "Иван Петров")]),
    ("«У нас нет выбора», — пояснил представитель компании.", [("«У нас нет выбора»", None)]),
    ("Губернатор Иван Петров пообещал, что порт откроют.", [("порт откроют", "Иван Петров")]),
    ("Иван Петров призвал закрыть порт.", [("закрыть порт", "Иван Петров")]),
    (
        "Об этом сообщил Иван Петров. «Порт закрыт», — сказал он.",
        [("«Порт закрыт»", "Иван Петров")],
    ),
    (
        "Министр Анна Петрова назвала это «позором для всего города».",
        [("«позором для всего города»", "Анна Петрова")],
    ),
    ("По словам представителя Кремля, решения нет.", [("решения нет", None)]),
    (
        "Иван Петров добавил, что принимаются меры, чтобы открыть порт.",
        [("принимаются меры, чтобы открыть порт", "Иван Петров")],
    ),
]

CHINESE: list[Row] = [
    ("市长王小明说：“我们将关闭港口。”", [("“我们将关闭港口。”", "王小明")]),
    ("“我们将关闭港口。”市长王小明周一表示。", [("“我们将关闭港口。”", "王小明")]),
    ("外交部发言人汪文斌表示，中方对此高度关注。", [("中方对此高度关注", "汪文斌")]),
    ("汪文斌指出，大坝是安全的。", [("大坝是安全的", "汪文斌")]),
    ("外交部发言人汪文斌出席记者会。他强调，大坝是安全的。", [("大坝是安全的", "汪文斌")]),
    ("据王小明介绍，港口已经关闭。", [("港口已经关闭", "王小明")]),
    ("王小明认为，大坝太老了。", [("大坝太老了", "王小明")]),
    ("“大坝很安全，”王小明说，“请放心。”", [("“大坝很安全，”王小明说，“请放心。”", "王小明")]),
    ("王小明告诉记者，港口周五关闭。", [("港口周五关闭", "王小明")]),
    ("美国总统拜登称，谈判取得进展。", [("谈判取得进展", "拜登")]),
    ("外交部发言人毛宁22日在例行记者会上说，中方支持谈判。", [("中方支持谈判", "毛宁")]),
    ("王小明在微博上写道：“港口关闭了。”", [("“港口关闭了。”", "王小明")]),
    ("校长李红否认学校将关闭。", [("学校将关闭", "李红")]),
    ("李红补充说，学费不会上涨。", [("学费不会上涨", "李红")]),
    ("王毅强调，中国坚持和平。", [("中国坚持和平", "王毅")]),
    ("日本首相岸田文雄宣布，日本将提供援助。", [("日本将提供援助", "岸田文雄")]),
    ("李红透露，新校区明年开放。", [("新校区明年开放", "李红")]),
]

TABLES = {"de": GERMAN, "fr": FRENCH, "es": SPANISH, "ru": RUSSIAN, "zh": CHINESE}


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [(lang, *row) for lang, rows in TABLES.items() for row in rows],
)
def test_news_in_each_language_is_read(
    lang: str, text: str, expected: list[tuple[str, str | None]]
) -> None:
    found = [(quote.span.of(text), quote.speaker) for quote in find_quotes(text, lang=lang)]
    assert found == expected
