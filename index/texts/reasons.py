"""Why a page, a feed or an article was not read, or is not as it was given.

Each is a part of a sentence, behind the name of what it is about: "https://news.example/harbour:
the server answered 404". `format` fills the gaps.
"""

# Of fetching.
NOT_FETCHED = "only http and https addresses without a user name are fetched"
OTHER_PORT = "only the ports {} are fetched from"
HOST_IS_A_NUMBER = (
    "its host is written as a number, which says nobody's name and no plain address; "
    "write the name of the site"
)
NOT_PUBLIC = (
    "the address is not on the public internet; "
    "BYLINE_ALLOWED_HOSTS may name hosts of your own network"
)
NO_ADDRESS = "{!r} is not an http or https address."
NO_WEB_ADDRESS = "this is no web address"
NO_SERVER = "there is no server of that name"
NO_CERTIFICATE = "the server cannot prove who it is (its TLS certificate is not valid)"
NOT_REACHED = "the server cannot be reached"
NO_ANSWER = "the server did not answer as web servers do ({})"
STATUS = "the server answered {}"
REDIRECTED = "it is redirected more than {} times"
TOO_SLOW = "it took longer than {:g} seconds"
TOO_LARGE = "it is larger than {:g} MB"
ONLY_A_PART = "the server sent only a part of it"
OTHER_COMPRESSION = "it is compressed in another way than asked for ({})"
NOT_DECOMPRESSED = "what the server sent cannot be decompressed"
BUSY = "it was not asked and waits for its turn: its host is busy ({})"
LEFT_ALONE = "its server asked to be left alone until {}"
NO_ROBOTS = "its robots.txt cannot be read: {}"
ROBOTS_REFUSE = "the robots.txt of {} asks not to fetch it"

# Of pages.
NO_PAGE = "it is not a web page"
PDF = "it is a PDF file and no page; download it, and add the file"
FEED = "it is a feed and no page; follow it, and its articles come"
LARGE_PAGE = "the page is larger than {} MB without its scripts"
EMPTY_PAGE = "the page holds nothing"
ARTICLES = "it shows {} articles and is none itself; add one of them"
ARTICLES_WITH_FEED = (
    "it shows {} articles and is none itself; add one of them, or follow its feed, {}"
)
FOR_SUBSCRIBERS = "the page is for subscribers, so that only its beginning may have been read"
NO_ARTICLE = "no article could be found in the page"

# Of feeds.
NO_FEED = "it is not a feed"
PAGE_WITH_FEED = "it is not a feed but a page, whose feed is {}"
DOCUMENT_TYPE = "it has a document type declaration, which may hide anything"
NO_ENCODING = "it names an encoding that feeds do not have"
SITEMAP_CUT_OFF = "the sitemap is cut off"
SITEMAP_DAMAGED = "it is damaged, so that no address in it can be trusted"
GZIP_CUT_OFF = "it is a gzip file that is cut off"
GZIP_DAMAGED = "it is a gzip file that cannot be decompressed"
GZIP_LARGE = "it is larger than {} MB when it is decompressed"
FEED_CUT_OFF = "it is cut off; the items before the cut were read"
NEWEST_READ = "it has {:,} items; the newest {} were read"
ITEMS_WAIT = "{} of its items are tried again at the next refresh"
ONLY_SUMMARY = "only the feed's own text was read: {}"

# Of reading, whatever it is.
TOO_MUCH = "reading it took more than {:g} seconds or {} MB of memory"
TOO_MUCH_MEMORY = "reading it takes too much memory"
TOO_DEEP = "it is nested too deeply"
NO_PROCESS = "No process could be started to read pages in; free some memory, then retry."
NOT_READ = "it could not be read ({})"
EMPTY = "the file is empty"
NOT_TEXT = "the file is not text"
DAMAGED = "it is damaged {}; {}"
OTHER_ENCODING = "it is not UTF-8, so it was read as {}; save it as UTF-8 if that is wrong"
CHARACTERS_LOST = "{} characters could not be read and stand as {}"

# Of articles.
NO_TEXT = "the article has no text"
NO_WORDS = "it has no words, so that nothing in it is found"
LONG_TEXT = "the text has {:,} characters; an article may have {:,}"
NOT_STORABLE = "the text holds a NUL or a lone surrogate, which cannot be stored as given"
LONG_ID = "the id {} is longer than {} characters"
UNSEEN_ID = "the id {} holds characters that cannot be shown"
TAKEN_ID = "the id {!r} belongs to an article that came from {}; give this one another id"
NO_SUCH_ARTICLE = "there is no such article"
FULL = "there are {:,} articles already, and no more than {:,} may be; remove some first"
CUT = "the {} was cut to its first {} characters"
LONG_URL = "the url {} is longer than {:,} characters; it was left out"
NO_URL = "the url {} is not an http or https address; it was left out"
NO_DATE = "no date could be read from {}; the date is unknown"
NO_LANGUAGE = "{} is not an ISO 639-1 language; the language is guessed"
