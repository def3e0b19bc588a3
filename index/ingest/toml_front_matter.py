"""Front matter between two `+++`, as TOML: values only, each as the text that stands for it."""

import re
import tomllib
from collections.abc import Iterator
from datetime import date

_PROBLEM = re.compile(r"(.*) \(at (?:line (\d+), column \d+|end of document)\)", re.DOTALL)


class BrokenTomlError(ValueError):
    """It is no TOML."""

    def __init__(self, line: int, problem: str) -> None:
        self.line = line  # of the section, from 0
        self.problem = problem
        super().__init__(problem)


def toml_values(section: str) -> Iterator[tuple[str, str]]:
    """The names in a TOML document, and their values.

    That of a table, or of a list with anything but values in it, is empty.

    Raises:
        BrokenTomlError: it is no TOML.
    """
    for name, value in _parsed(section).items():
        values = value if isinstance(value, list) else [value]
        words = [_words(one) for one in values]
        yield name, ", ".join(one for one in words if one) if None not in words else ""


def _words(value: object) -> str | None:
    match value:
        case bool():
            return str(value).lower()
        case str() | int():
            return str(value).strip()
        case date():  # or a time of a day
            return value.isoformat()
        case _:
            return None


def _parsed(section: str) -> dict[str, object]:
    try:
        return tomllib.loads(section, parse_float=str)
    except tomllib.TOMLDecodeError as error:
        told = _PROBLEM.fullmatch(str(error))
        problem, line = told.groups() if told else (str(error), None)
        raise BrokenTomlError(int(line or 1) - 1, problem[:1].lower() + problem[1:]) from error
    except RecursionError as error:
        raise BrokenTomlError(0, "it is nested too deeply") from error
    except ValueError as error:  # of 5,000 digits
        raise BrokenTomlError(0, "a number in it is too large") from error
