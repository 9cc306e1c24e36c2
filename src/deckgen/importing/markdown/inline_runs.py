"""A line of Markdown as runs, with the pictures in it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from deckgen.importing.marked_text import SourceRun

if TYPE_CHECKING:
    from markdown_it.token import Token

_ATTRIBUTES = re.compile(r"\{[^{}]*[.#=][^{}]*\}")
"""Attributes behind a picture, a span or a heading, as pandoc has them."""
_MATH = re.compile(r"\$\$(.+?)\$\$|(?<![\w\\$])\$(?!\s)([^$\n]+?)(?<![\s\\])\$(?![\w$])")
_SCRIPTS = re.compile(r"(?<=\w)\^(\w{1,12})\^|(?<=\w)~(\w{1,12})~")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


class MarkdownPicture(NamedTuple):
    """A picture: its address, its description, and the words of Marp before it."""

    address: str
    alt: str
    title: str


class InlineRuns(NamedTuple):
    """The runs and the pictures of a line."""

    runs: tuple[SourceRun, ...]
    pictures: tuple[MarkdownPicture, ...]
    html: tuple[str, ...] = ()
    """Tags that an outline cannot express."""


def inline_runs(tokens: Sequence["Token"]) -> InlineRuns:
    """Return the runs and the pictures of inline tokens."""
    pictures = tuple(
        MarkdownPicture(
            str(token.attrGet("src") or ""), token.content, str(token.attrGet("title") or "")
        )
        for token in tokens
        if token.type == "image"
    )
    html = (token.content for token in tokens if token.type == "html_inline")
    known = ("</", "<!--", "<span", "<a ")
    unknown = (tag for tag in html if tag not in _FORMATS and not tag.startswith(known))
    tags = tuple(tag for tag in unknown if not _BREAK.fullmatch(tag))
    return InlineRuns(tuple(_runs(tokens)), pictures, tags)


def _runs(tokens: Sequence["Token"]) -> Iterator[SourceRun]:
    look, after_picture = SourceRun(""), False
    for token in tokens:
        change = _FORMATS.get(token.type) or _FORMATS.get(token.content)
        if change is not None:
            look = look._replace(**change)
        elif token.type == "link_open":
            look = look._replace(link=str(token.attrGet("href") or ""))
        elif token.type == "link_close":
            look = look._replace(link="")
        elif token.type == "code_inline":
            yield look._replace(text=token.content, code=True)
        elif token.type == "softbreak":
            yield look._replace(text=" ")
        elif token.type == "hardbreak" or (
            token.type == "html_inline" and _BREAK.fullmatch(token.content)
        ):
            yield SourceRun("\n")
        elif token.type == "text":
            text = _ATTRIBUTES.sub("", token.content) if after_picture else token.content
            yield from _text(text, look)
        after_picture = token.type == "image"


_FIELDS = {"strong": "bold", "em": "italic", "s": "strike"}
_TAGS = {**_FIELDS, "b": "bold", "i": "italic", "sup": "raised", "sub": "lowered"}
_FORMATS: Mapping[str, Mapping[str, Any]] = {
    **{f"{name}_open": {field: True} for name, field in _FIELDS.items()},
    **{f"{name}_close": {field: False} for name, field in _FIELDS.items()},
    **{f"<{tag}>": {field: True} for tag, field in _TAGS.items()},
    **{f"</{tag}>": {field: False} for tag, field in _TAGS.items()},
}
"""What changes in the format of a run, by the type of a token and by tags of HTML."""


def _text(text: str, look: SourceRun) -> Iterator[SourceRun]:
    """Yield text with its formulas, and with raised and lowered letters."""
    at = 0
    for found in _MATH.finditer(text):
        yield from _scripts(text[at : found.start()], look)
        yield look._replace(text="formula", latex=(found[1] or found[2]).strip())
        at = found.end()
    yield from _scripts(text[at:], look)


def _scripts(text: str, look: SourceRun) -> Iterator[SourceRun]:
    at = 0
    for found in _SCRIPTS.finditer(text):
        yield look._replace(text=text[at : found.start()])
        yield look._replace(
            text=found[1] or found[2], raised=bool(found[1]), lowered=bool(found[2])
        )
        at = found.end()
    yield look._replace(text=text[at:])
