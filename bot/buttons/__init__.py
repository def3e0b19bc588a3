"""The buttons below an answer, one thing they do a file."""
