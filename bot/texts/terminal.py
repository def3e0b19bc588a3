"""What is said to whoever runs the bot, in the terminal."""

NO_TOKEN = (
    "No DISCORD_TOKEN is set, so Byline "  # noqa: S105  # it says that there is none
    "answers here in the terminal; docs/discord-application.md leads to a token in five minutes."
)
CHAT_HINT = "Ask a question; an empty line or Ctrl-D ends the conversation."
