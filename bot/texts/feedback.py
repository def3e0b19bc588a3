"""What is said to those who say whether an answer is good."""

THANKS = "Thank you. That it was {} is counted; neither your question nor your name is kept."
GOOD_ANSWER, BAD_ANSWER = "a good answer", "a bad answer"
MAY_KEEP = (
    "To measure how well I answer, whoever runs me may use this question and the article shown "
    "first, without your name, if you agree:"
)
KEPT = "Kept: the question and the article shown first, without your name."
TOLD_ALREADY = "You have told me what you think of this answer already."
WHAT_IS_WRONG, WHAT_IS_WRONG_LABEL = "A bad answer", "What is wrong with it? (as you like)"
REASONS = {
    "speaker": "Somebody else said this",
    "link": "The link does not open at these words",
    "other": "This is not what I asked",
}
