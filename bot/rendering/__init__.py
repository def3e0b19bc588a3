"""An answer, rendered: for the terminal, as JSON, and for Discord."""
