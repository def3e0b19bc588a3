"""A Markdown file with front matter."""

from dataclasses import replace

from index.ingest.fields import Draft


def read_markdown(text: str) -> Draft:
    """What a Markdown file says of its article, and the article.

    The text is the body as it stands, stripped at its ends. It is not rendered: emphasis, links,
    HTML and comments stay in it as they are written, so nothing in it is hidden from who reads an
    excerpt, and nothing in it acts. Without a title in the front matter, a `# heading` that the
    body begins with is the title, and not part of the text.

    Raises:
        BadInputError: the front matter cannot be read.
    """
    # YAML takes a while to load, which who imports an export need not wait.
    from index.ingest.front_matter import read_front_matter  # noqa: PLC0415

    draft = read_front_matter(text)
    body = draft.text.strip()
    if draft.title is None:
        first, _, rest = body.partition("\n")
        if heading := _heading(first):
            return replace(draft, title=heading, text=rest.strip())
    return replace(draft, text=body)


def _heading(line: str) -> str:
    """The words of a first-level heading ("# Ferry sails #"); empty where the line is none."""
    if not line.startswith(("# ", "#\t")):
        return ""
    words = line[1:].strip()
    unclosed = words.rstrip("#")
    if not unclosed or unclosed[-1].isspace():  # the #s at the end close the heading: not "C#"
        words = unclosed.strip()
    return words
