"""Numbers as a line of block characters."""

from collections.abc import Sequence

_BLOCKS = "▁▂▃▄▅▆▇█"
NONE = "·"


def sparkline(numbers: Sequence[int], width: int) -> str:
    """A character for each number, as high as it is beside the highest; a dot for none.

    Args:
        numbers: none below 0.
        width: how many characters at most; where there are more numbers, each stands for the sum of
            as many as it takes.
    """
    step = max(1, -(-len(numbers) // width))
    sums = [sum(numbers[start : start + step]) for start in range(0, len(numbers), step)]
    highest = max(sums, default=0)
    return "".join(
        _BLOCKS[-(-number * len(_BLOCKS) // highest) - 1] if number else NONE for number in sums
    )
