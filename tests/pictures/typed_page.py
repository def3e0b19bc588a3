"""What is offered while somebody types, as a page of our own: the preview page shows no such list.

It shows what the bot answered and nothing else; only the frame around it is made up.
"""

from html import escape

from tests.pictures.scenes import Typed

_PAGE = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; background: #313338; color: #dbdee1; font: 15px/1.4 "Noto Sans", sans-serif; }}
main {{ margin: 140px 24px 24px; width: 640px; }}
ul {{ list-style: none; margin: 0 0 8px; padding: 8px; background: #2b2d31; border-radius: 8px; }}
li {{ padding: 6px 8px; border-radius: 4px; }}
li:first-child {{ background: #404249; color: #fff; }}
h1 {{ font-size: 12px; margin: 4px 8px; color: #b5bac1; text-transform: uppercase; }}
p {{ margin: 0; padding: 10px 14px; background: #383a40; border-radius: 8px; }}
b {{ background: #2b2d31; border-radius: 4px; padding: 3px 6px; font-weight: 600; }}
</style><main><ul><h1>{option}</h1>{choices}</ul><p>/{command} <b>{option}</b> {text}▏</p></main>"""


def typed_page(typed: Typed) -> str:
    """The page."""
    choices = "".join(f"<li>{escape(one)}</li>" for one in typed.choices)
    return _PAGE.format(
        option=escape(typed.option), command=escape(typed.command),
        text=escape(typed.text), choices=choices,
    )  # fmt: skip
