"""What Discord shows of the commands while they are typed, and what `/help` says."""

HELP = (
    "Ask me about the articles: mention me with a question, reply to one of my answers, write me a "
    "direct message, or use `/ask`.\n"
    "- *What did Wang Wenbin say about Russia?* gives that person's own words.\n"
    "- *Who said “the wall will hold”?* finds a quotation, exact or not; so does the "
    "message menu *Who said this?*. *Find sources* there looks for articles about a message.\n"
    "- `/quotes` lists what somebody said, if you like about a topic or since a day.\n"
    "- `/timeline` shows how something went over time, the oldest first, and what somebody said "
    "then and now.\n"
    "- `/follow` posts what is new of somebody or of a topic, for those who manage a channel.\n"
    "- Any other question gives the passages that answer it. `/ask` takes a source, days, a "
    "language, how many, and whether only you see it.\n"
    "- `/article` shows what matters in one article, `/latest` the newest ones, `/sources` where "
    "they come from.\n"
    '- `/search` ranks passages for words: `"sea wall" OR pier -ferry harb* source:gazette '
    "since:7d`; also `+word`, `( )`, `title:`, `author:`, `speaker:`, `lang:` and `before:`.\n"
    "Edit your question within five minutes, and I edit the answer; delete it, and the answer goes "
    "too. The buttons below an answer turn pages, and tell why a passage was chosen.\n"
    "Those who manage a server set me up there with `/byline settings`.\n"
    "Every line I show stands in an article, word for word, with a link to it."
)
SETTLE = "Where, whom and how Byline answers in this server"
STATS = "How well Byline answers here, in counts"
PRIVACY = "What I keep, and how to delete it"
FOLLOW = "Post here what is new of somebody, or of a topic"
FOLLOWING = "What this server follows, and how to end it"
ASK = "Ask a question about the articles"
SEARCH = "Look words up in the articles"
QUOTES = "What somebody said, the newest first"
TIMELINE = "How something, or what somebody says, went over time"
ARTICLE = "What matters in one article"
LIST_LATEST = "The newest articles"
LIST_SOURCES = "Where the articles come from"
WHAT_I_CAN_DO = "What Byline can do"
WHO_SAID_THIS, FIND_SOURCES = "Who said this?", "Find sources"
OPTIONS = {
    "question": "For example: What did Wang Wenbin say about Russia?",
    "query": 'Words, "a phrase", -without, a OR b, harb*, source:gazette, since:7d',
    "speaker": "A name, a part of it, or a role: the finance minister",
    "about": "Only what is about this",
    "topic": "What is told of, or, with a speaker, what is spoken about",
    "headline": "The first letters of words in its headline",
    "source": "Only articles of this outlet",
    "since": "Of this day or later: 2025-03-01, 2025-03, 2025, 30d, 6m",
    "until": "Of this day or earlier",
    "language": "Only articles in this language",
    "count": "How many excerpts at most",
    "hidden": "Show the answer to you alone",
}
