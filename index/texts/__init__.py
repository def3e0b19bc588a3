"""What Byline says of articles and queries, in the terminal and on Discord alike."""
