"""The labels of the buttons below an answer."""

BACK, NEXT = "‹ Back", "More ›"
NEWER, OLDER = "‹ Newer", "Older ›"
EARLIER, LATER = "‹ Earlier", "Later ›"
BY_DATE, BY_RANK = "Newest first", "Best first"
MORE_FROM_ARTICLE, FROM_ALL_ARTICLES = "More from this article", "All articles"
EXPLAIN, SHARE, DELETE = "Explain", "Share", "Delete"
GOOD, BAD, KEEP = "👍", "👎", "Keep this question"
