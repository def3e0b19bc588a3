"""What the bench is doing, on standard error."""

import sys
import time


def say(stage: str) -> None:
    """Tell that a stage begins."""
    print(f"{time.strftime('%H:%M:%S')} {stage}", file=sys.stderr, flush=True)
