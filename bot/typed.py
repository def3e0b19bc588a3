"""Commands whose argument is whatever somebody types, with a hyphen at its beginning or without."""

import re
from itertools import islice

import click

_LONG_OPTION = re.compile(r"--[^\W\d_][\w-]*(?:=.*)?", re.DOTALL)


class TypedCommand(click.Command):
    """A command that takes "-ferry wall" for words and not for options.

    Options are those that it has, and what looks like a long one, so that a slip in one is told.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments, words that begin with a hyphen among them."""
        return super().parse_args(ctx, self._with_words_last(ctx, args))

    def _with_words_last(self, ctx: click.Context, args: list[str]) -> list[str]:
        takes_value = {
            name: not (one.is_flag or one.count)
            for one in self.get_params(ctx)
            if isinstance(one, click.Option)
            for name in one.opts
        }
        options: list[str] = []
        words: list[str] = []
        left = iter(args)
        for arg in left:
            if arg == "--":
                words.extend(left)
            elif arg in takes_value:
                options.append(arg)
                if takes_value[arg]:
                    options.extend(islice(left, 1))
            elif _LONG_OPTION.fullmatch(arg) or _is_joined(arg, takes_value):
                options.append(arg)
            else:
                words.append(arg)
        return [*options, "--", *words]


def _is_joined(arg: str, takes_value: dict[str, bool]) -> bool:
    """Whether an argument is a short option with its number: "-k3"."""
    return takes_value.get(arg[:2], False) and arg[2:].isdecimal()
