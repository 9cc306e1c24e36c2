"""A line of Markdown as runs, with the pictures in it."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

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
    unknown = tuple(tag for tag in html if not _BREAK.fullmatch(tag) and not _is_format(tag))
    return InlineRuns(tuple(_runs(tokens)), pictures, unknown)


def _is_format(tag: str) -> bool:
    return tag in _TAGS or tag.startswith(("</", "<!--", "<span", "<a "))


def _runs(tokens: Sequence["Token"]) -> Iterator[SourceRun]:
    look, after_picture = SourceRun(""), False
    for token in tokens:
        change = _FORMATS.get(token.type) or _TAGS.get(token.content)
        if change is not None:
            look = change(look)
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


_FORMATS: Mapping[str, Callable[[SourceRun], SourceRun]] = {
    "strong_open": lambda look: look._replace(bold=True),
    "strong_close": lambda look: look._replace(bold=False),
    "em_open": lambda look: look._replace(italic=True),
    "em_close": lambda look: look._replace(italic=False),
    "s_open": lambda look: look._replace(strike=True),
    "s_close": lambda look: look._replace(strike=False),
}


_TAGS: Mapping[str, Callable[[SourceRun], SourceRun]] = {
    "<sup>": lambda look: look._replace(raised=True),
    "</sup>": lambda look: look._replace(raised=False),
    "<sub>": lambda look: look._replace(lowered=True),
    "</sub>": lambda look: look._replace(lowered=False),
    **{f"<{tag}>": _FORMATS["strong_open"] for tag in ("b", "strong")},
    **{f"</{tag}>": _FORMATS["strong_close"] for tag in ("b", "strong")},
    **{f"<{tag}>": _FORMATS["em_open"] for tag in ("i", "em")},
    **{f"</{tag}>": _FORMATS["em_close"] for tag in ("i", "em")},
}


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
    if text[at:]:
        yield look._replace(text=text[at:])
