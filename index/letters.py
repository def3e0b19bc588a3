"""The letters beyond a to z of each language, and endings that its longer words often have.

They tell a language where a headline or a question holds no function word of it.
"""

LETTERS = {
    "de": "äöüß", "fr": "àâæçéèêëîïôœùû", "es": "áéíñóú¿¡", "it": "àèéìòù", "pt": "ãõáâàçéêíóôú",
    "nl": "ëïé", "sv": "åäö", "da": "æøå", "no": "æøå", "fi": "äö", "pl": "ąćęłńóśźż",
    "cs": "áčďéěíňóřšťúůýž", "hu": "áéíóöőúüű", "ro": "ăâîșțşţ", "tr": "çğıöşü",
    "vi": "ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
    "ca": "àçèéíïòóú", "eu": "ñ", "eo": "ĉĝĥĵŝŭ", "et": "äõöü", "ga": "áéíóú", "lt": "ąčęėįšųūž",
    "sk": "áäčďéíĺľňóôŕšťúýž", "hr": "čćđšž", "sl": "čšž", "lv": "āčēģīķļņšūž",
    "is": "áæðéíóöþúý", "sq": "çë", "az": "çəğıöşü", "af": "ëê",
    "ru": "ёъыэ", "uk": "єіїґ", "be": "ёіўыэ", "bg": "ъ", "mk": "ѓѕјљњќџ", "sr": "ђјљњћџ",
    "ar": "ةيىكأإ", "fa": "پچژگکی", "ur": "پچژگکیٹڈڑںھہے", "yi": "ײװױ",
    "hi": "", "mr": "ळ", "ne": "",
}  # fmt: skip

ENDINGS = {
    "en": "ing tion ness ment ship ies",
    "de": "ung ungen lich keit heit isch ische ischen schaft",
    "fr": "tion eux aux eur eurs ique iques aient ité",
    "es": "ción ciones dad mente ado ada ados adas ico ica aron ieron",
    "it": "zione zioni mente ato ata ati ate ico ica",
    "pt": "ção ções dade mente ado ada ados adas ico ica aram eram",
    "nl": "heid lijk lijke ing ingen atie",
    "sv": "ningen ande iska ades arna orna erna",
    "da": "ningen ende iske ede erne ene",
    "no": "ningen ende iske het ene",
    "fi": "nen sta ssa lla sti vat tta stä ssä llä ttä iin een",
    "pl": "ość ości ego ych ami ach owa owy ski ska ała ali",
    "cs": "ost osti ého ých ami ách ová ový ský ská ala ali",
    "hu": "ság ség ban ben nak nek ból ből ról ről ott ett",
    "ro": "ului ilor lor ția ției ează rea",
    "tr": "lar ler ları leri nın nin dan den dır dir mış miş",
    "id": "kan nya",
    "ca": "ció cions tat ment",
    "sk": "osť osti ého ých ami ách ová ový ský ská ala ali",
    "hr": "ost osti og ima ama ski ska ala ali",
    "sl": "ost osti ski ska",
    "lt": "imas ojo usi avo",
    "lv": "šana ības ība",
    "et": "mine sid dest",
}
