import pytest

from index.ingest.fields import Draft
from index.ingest.markdown import read_markdown

BODY = "The ferry sailed.\n\nNobody waited for it."


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"# Ferry sails\n\n{BODY}\n", "Ferry sails"),
        (f"\n\n#\tFerry sails  \n{BODY}", "Ferry sails"),
        (f"# Ferry sails ##\n{BODY}", "Ferry sails"),
        (f"# Written in C#\n{BODY}", "Written in C#"),
        (f"# **Ferry** [sails](https://a.example)\n{BODY}", "**Ferry** [sails](https://a.example)"),
        (f"---\nsource: The Example\n---\n\n# Ferry sails\n\n{BODY}", "Ferry sails"),
    ],
)
def test_a_heading_at_the_beginning_is_the_title_and_not_the_text(text: str, title: str) -> None:
    draft = read_markdown(text)

    assert draft.title == title
    assert draft.text == BODY


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"## Second level\n\n{BODY}",
        f"#hashtag\n\n{BODY}",
        f"#\n\n{BODY}",
        f"# ##\n\n{BODY}",
        f"{BODY}\n\n# Below",
    ],
)
def test_anything_else_at_the_beginning_is_text(text: str) -> None:
    assert read_markdown(text) == Draft(text)


def test_a_title_in_the_front_matter_leaves_the_body_whole() -> None:
    draft = read_markdown(f"---\ntitle: Morning ferry\n---\n# Ferry sails\n\n{BODY}\n")

    assert draft.title == "Morning ferry"
    assert draft.text == f"# Ferry sails\n\n{BODY}"


@pytest.mark.parametrize(
    "body",
    [
        "One *word* and a [link](https://a.example) `x`.\n\n> Quoted.\n\n\n- a list\n    code",
        "Before <!-- a comment --> after.\n<script>x()</script><p style='display:none'>here</p>",
        "[bbc.co.uk\n](https://evil.example) http://a.example/[bbc](https://evil.example)",
        "@everyone <@&1> </ask:1> <t:0:R> discord.gg/x ```ansi\n\x1b[31m```",
        "\u202eabc\u202c " + "\u200d" * 50 + "\ufdfa" * 50 + "e" + "\u0301" * 50,
        "[](" * 10_000,
    ],
)
def test_the_body_stands_as_it_was_written(body: str) -> None:
    assert read_markdown(f"---\ntitle: x\n---\n\n{body}\n\n").text == body


def test_an_unclosed_front_matter_is_text_with_a_note() -> None:
    draft = read_markdown(f"---\ntitle: x\n\n{BODY}")

    assert draft.text == f"---\ntitle: x\n\n{BODY}"
    assert len(draft.notes) == 1
