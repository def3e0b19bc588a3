"""The process that gathers articles for a bot: it follows feeds, and does what it is asked to."""
