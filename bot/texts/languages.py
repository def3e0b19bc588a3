"""The languages by their English names."""

LANGUAGES = dict(
    one.split(" ", 1)
    for one in (
        "af Afrikaans,am Amharic,ar Arabic,az Azerbaijani,be Belarusian,bg Bulgarian,bn Bengali,"
        "bs Bosnian,ca Catalan,cs Czech,cy Welsh,da Danish,de German,el Greek,en English,"
        "eo Esperanto,es Spanish,et Estonian,eu Basque,fa Persian,fi Finnish,fr French,ga Irish,"
        "gl Galician,gu Gujarati,he Hebrew,hi Hindi,hr Croatian,hu Hungarian,hy Armenian,"
        "id Indonesian,is Icelandic,it Italian,ja Japanese,ka Georgian,kk Kazakh,km Khmer,"
        "kn Kannada,ko Korean,lo Lao,lt Lithuanian,lv Latvian,mk Macedonian,ml Malayalam,"
        "mn Mongolian,mr Marathi,ms Malay,my Burmese,nb Norwegian Bokmål,ne Nepali,nl Dutch,"
        "nn Norwegian Nynorsk,no Norwegian,or Odia,pa Punjabi,pl Polish,ps Pashto,pt Portuguese,"
        "ro Romanian,ru Russian,si Sinhala,sk Slovak,sl Slovenian,so Somali,sq Albanian,"
        "sr Serbian,st Sotho,sv Swedish,sw Swahili,ta Tamil,te Telugu,th Thai,tl Tagalog,"
        "tr Turkish,uk Ukrainian,ur Urdu,uz Uzbek,vi Vietnamese,yi Yiddish,zh Chinese,zu Zulu"
    ).split(",")
)
LANGUAGE_CODES = {name.lower(): code for code, name in LANGUAGES.items()}
