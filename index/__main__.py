"""`python -m index X` is `byline index X`."""

import sys

from index.cli import execute, index_commands

if __name__ == "__main__":
    sys.exit(execute(index_commands))
