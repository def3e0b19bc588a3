"""Which language a text is written in, by its script and its function words.

Function words are the commonest words of any prose, so even one sentence holds a few; they are also
the words a question can do without, which is why the same tables serve as stop words.
"""

import re
from collections.abc import Collection

from index import scripts

FUNCTION_WORDS: dict[str, frozenset[str]] = {
    lang: frozenset(words.split())
    for lang, words in {
        "en": """a about after all am an and any are as at be because been before being between
            but by can could did do does doing during each for from further had has have
            having he her here hers him his how i if in into is it its itself just me more
            most my no nor not of off on once only or other our ours out over own same she
            should so some such than that the their theirs them then there these they this
            those through to too under until up us very was we were what when where which
            while who whom whose why will with would you your yours also been ever it's
            that's what's who's where's there's don't doesn't didn't isn't aren't wasn't""",
        "de": """aber als am an auch auf aus bei bin bis bist da damit dann das dass dein dem den
            der des die dies diese diesem diesen dieser dieses doch du durch ein eine einem
            einen einer eines er es etwas euch euer für gegen gewesen hab habe haben hat
            hatte hätte hier ihm ihn ihr ihre ihrem ihren ihrer im in ist ja jede jeder
            jedes jetzt kann kein keine können man mein mich mir mit muss nach nicht noch
            nun nur ob oder ohne sehr sein seine seinem seinen seiner sich sie sind so über
            um und uns unter vom von vor war waren warum was weil welche welcher welches
            wenn wer werden wie wieder will wir wird wo worden wurde wurden würde zu zum zur
            zwar zwischen""",
        "fr": """à ai as au aucun aussi autre aux avait avec avoir c ça ce ceci cela ces cet
            cette chez comme d dans de depuis des deux dit donc du elle elles en encore
            entre est et était étaient été être eu fait il ils j je jusqu l la le les leur
            leurs lui m ma mais me même mes moi mon n ne ni nos notre nous on ont ou où par
            pas plus pour pourquoi qu quand que quel quelle quelles quels qui quoi s sa sans
            se sera ses si son sont sous sur t ta te tes toi ton tu un une vos votre vous y
            a""",
        "es": """a al algo ante antes como con contra cual cuál cuáles cuando cuándo cuánto de
            del desde donde dónde durante e el él ella ellas ellos en entre era eran es esa
            ese eso esta está están este esto estos fue fueron ha había han hasta hay la las
            le les lo los más me mi mientras mucho muy nada ni no nos nosotros o os otra
            otro para pero poco por porque qué que quien quién quienes se sea ser si sí sido
            sin sobre son su sus también tanto te tiene tienen todo tras tu un una uno unos
            y ya yo""",
        "it": """a ad ai al alla alle allo anche c che chi ci come con cosa cui d da dal dalla
            dei del della delle dello di dove e è ed era erano essere fra gli ha hanno ho i
            il in io l la le lei li lo loro lui ma mi mio ne nei nel nella noi non o per
            perché più quale quando quanto quella quello questa questo se sei si sono sta su
            sua sue sui sul sulla suo tra tu tutti un una uno vi voi""",
        "pt": """a ao aos as até com como da das de dela dele do dos e é ela elas ele eles em
            entre era essa esse está este eu foi foram há isso isto já lhe mais mas me mesmo
            meu minha na não nas nem no nos nossa nosso num numa o onde os ou para pela pelo
            por qual quando que quem se sem ser seu são só sua também te tem um uma você""",
        "nl": """aan als bij dan dat de der deze die dit doen door een en er ge geen had heb
            hebben heeft hem het hier hij hoe hun ik in is ja je kan maar me meer men met
            mij mijn moet na naar niet nog nu of om omdat onder ons ook op over reeds te
            tegen toch toen tot u uit uw van veel voor waar waarom wanneer was wat we wel
            werd wie wij wil worden wordt zal ze zei zich zij zijn zo zou""",
        "ru": """а бы был была были было в вам вас во вот все всё вы где да для до его ее её если
            есть ещё же за здесь и из или им их к как какая какие какой когда кто ли мне мы
            на над не него нет ни но ну о об он она они оно от по под при с со так также там
            то того тоже только том ты у уже чем что чтобы эта эти это этот я""",
    }.items()
}

_SCRIPTS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (lang, re.compile(f"[{script}]"))
    for lang, script in (
        # Japanese before Chinese: kana tell the two apart where both use Han characters.
        ("ja", scripts.KANA),
        ("zh", scripts.HAN),
        ("ko", scripts.HANGUL),
        ("th", scripts.THAI_AND_NEIGHBOURS),
        ("hi", scripts.DEVANAGARI),
        ("ar", scripts.ARABIC),
        ("el", scripts.GREEK),
        ("he", scripts.HEBREW),
        ("ru", scripts.CYRILLIC),
    )
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SAMPLE = 4_000  # characters are enough to tell, and bound the work on a long article
_SCRIPT_SHARE = 0.3  # of the letters: a foreign name in an English text decides nothing


def guess_language(text: str, among: Collection[str] = (), default: str = "en") -> str:
    """The language of `text` as an ISO 639-1 code.

    Args:
        text: a question or an article.
        among: the languages worth considering where words decide; empty for all that have a table.
        default: the answer where nothing tells.
    """
    sample = text[:_SAMPLE]
    letters = sum(map(str.isalpha, sample))
    for lang, script in _SCRIPTS:
        if letters and len(script.findall(sample)) >= _SCRIPT_SHARE * letters:
            return lang
    words = [word.lower().replace("’", "'") for word in _WORD.findall(sample)]
    best, most = default, sum(word in FUNCTION_WORDS.get(default, ()) for word in words)
    for lang, function_words in FUNCTION_WORDS.items():
        if among and lang not in among:
            continue
        count = sum(word in function_words for word in words)
        if count > most:
            best, most = lang, count
    return best


def is_stop_word(word: str, lang: str) -> bool:
    """Whether a question in `lang` can do without `word`, given as it stands.

    "US" and "WHO" in capitals are names, not pronouns.
    """
    if len(word) > 1 and word.isupper():
        return False
    return word.lower().replace("’", "'") in FUNCTION_WORDS.get(lang, ())
