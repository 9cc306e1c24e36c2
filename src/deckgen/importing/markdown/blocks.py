"""Markdown as blocks: headings, paragraphs, lists, pictures, tables, listings, quotations."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from deckgen.importing.markdown.inline_runs import MarkdownPicture, inline_runs
from deckgen.importing.markdown.prepared_source import MARK, MATH
from deckgen.importing.marked_text import ListMark, SourceParagraph, SourceRun

if TYPE_CHECKING:
    from markdown_it.token import Token

_ATTRIBUTES = re.compile(r"\{[#.][^{}]*\}\s*$")
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)


class Heading(NamedTuple):
    """A heading, its level from 1."""

    level: int
    runs: tuple[SourceRun, ...]
    line: int
    id: str = ""
    """The id in `{#id}`, as pandoc writes it; empty without one."""


class Words(NamedTuple):
    """A paragraph, or the items of a list with their levels."""

    paragraphs: tuple[SourceParagraph, ...]
    line: int

    @property
    def is_list(self) -> bool:
        """Whether some of it are items."""
        return any(each.mark != "none" for each in self.paragraphs)


class Pictures(NamedTuple):
    """Pictures that stand alone in their paragraph."""

    pictures: tuple[MarkdownPicture, ...]
    line: int


class MarkdownTable(NamedTuple):
    """A table; its first row is the header."""

    rows: tuple[tuple[tuple[SourceRun, ...], ...], ...]
    line: int


class CodeBlock(NamedTuple):
    """A listing."""

    text: str
    language: str


class Quotation(NamedTuple):
    """A quotation of one or more paragraphs."""

    paragraphs: tuple[SourceParagraph, ...]


class ThematicBreak(NamedTuple):
    """A horizontal rule."""

    line: int


class Comment(NamedTuple):
    """A comment of HTML."""

    text: str


class Signal(NamedTuple):
    """Markup of presentations, such as notes or a column, that `prepared_source` has marked."""

    kind: str
    words: str


class Html(NamedTuple):
    """HTML that an outline cannot express."""

    text: str
    line: int


MarkdownBlock: TypeAlias = (
    Heading
    | Words
    | Pictures
    | MarkdownTable
    | CodeBlock
    | Quotation
    | ThematicBreak
    | Comment
    | Signal
    | Html
)


def read_blocks(text: str) -> tuple[MarkdownBlock, ...]:
    """Return the blocks of a prepared source; lines count from 1."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return tuple(_blocks(parser.parse(text)))


def _blocks(tokens: Sequence["Token"]) -> Iterator[MarkdownBlock]:
    for group in _groups(tokens):
        token, inner = group[0], group[1:-1]
        line = (token.map or [0])[0] + 1
        match token.type:
            case "heading_open":
                yield _heading(int(token.tag[1:]), _first_runs(inner), line)
            case "paragraph_open":
                yield from _paragraph(inner, line)
            case "bullet_list_open" | "ordered_list_open":
                yield Words(tuple(_items(group, 0)), line)
            case "table_open":
                yield MarkdownTable(tuple(_rows(inner)), line)
            case "fence" | "code_block":
                yield _code(token, line)
            case "blockquote_open":
                words = (each for each in _blocks(inner) if isinstance(each, Words | Quotation))
                yield Quotation(tuple(p for each in words for p in each.paragraphs))
            case "html_block":
                yield from _html(token.content, line)
            case "hr":
                yield ThematicBreak(line)
            case _:  # the rest of CommonMark stands within these
                pass


def _groups(tokens: Sequence["Token"]) -> Iterator[Sequence["Token"]]:
    """Yield tokens in groups: one alone, or one that opens with all up to that which closes it."""
    start = 0
    for at, token in enumerate(tokens):
        if token.level == tokens[start].level and token.nesting != 1:
            yield tokens[start : at + 1]
            start = at + 1


def _first_runs(tokens: Sequence["Token"]) -> tuple[SourceRun, ...]:
    """Return the runs of the first line of text, without blanks and breaks at their end."""
    inline = next((token for token in tokens if token.type == "inline"), None)
    runs = () if inline is None else inline_runs(inline.children or []).runs
    while runs and not runs[-1].latex and not runs[-1].text.strip():
        runs = runs[:-1]
    return runs


def _heading(level: int, runs: tuple[SourceRun, ...], line: int) -> Heading:
    """Return a heading without the attributes behind its words."""
    found = _ATTRIBUTES.search(runs[-1].text) if runs else None
    if found is None:
        return Heading(level, runs, line)
    id_ = re.search(r"#([\w.-]+)", found[0])
    rest = runs[-1]._replace(text=runs[-1].text[: found.start()].rstrip())
    return Heading(level, (*runs[:-1], rest), line, id_[1] if id_ else "")


def _paragraph(tokens: Sequence["Token"], line: int) -> Iterator[MarkdownBlock]:
    inline = next(token for token in tokens if token.type == "inline")
    found = inline_runs(inline.children or [])
    if any(run.text.strip() or run.latex for run in found.runs):
        yield Words((SourceParagraph(found.runs),), line)
    if found.pictures:
        yield Pictures(found.pictures, line)
    for tag in found.html:
        yield Html(tag, line)


def _items(tokens: Sequence["Token"], level: int) -> Iterator[SourceParagraph]:
    """Yield the items of a list with those of the lists within, each as a paragraph."""
    is_numbered = tokens[0].type == "ordered_list_open"
    start = int(tokens[0].attrGet("start") or 1)
    for item in _groups(tokens[1:-1]):
        mark: ListMark = "number" if is_numbered else "bullet"
        for group in _groups(item[1:-1]):
            if group[0].type.endswith("_list_open"):
                yield from _items(group, level + 1)
            elif group[0].type == "paragraph_open":
                yield SourceParagraph(_first_runs(group), level, mark, start)
                mark = "none"
            elif group[0].type in {"fence", "code_block"}:
                yield SourceParagraph((SourceRun(group[0].content.strip(), code=True),), level)


def _rows(tokens: Sequence["Token"]) -> Iterator[tuple[tuple[SourceRun, ...], ...]]:
    row: list[tuple[SourceRun, ...]] = []
    for token in tokens:
        if token.type == "inline":
            row.append(inline_runs(token.children or []).runs)
        elif token.type == "tr_close":
            yield tuple(row)
            row = []


def _code(token: "Token", line: int) -> MarkdownBlock:
    language = token.info.strip().split(" ")[0].strip("{}.").split(",")[0]
    if language == MATH:
        formula = SourceRun("formula", latex=" ".join(token.content.split()))
        return Words((SourceParagraph((formula,)),), line)
    return CodeBlock(token.content.rstrip("\n"), language)


def _html(text: str, line: int) -> Iterator[MarkdownBlock]:
    for mark in MARK.finditer(text):
        yield Signal(mark[1], mark[2].strip())
    rest = MARK.sub("", text)
    # Without what is never closed: each comment would be looked for up to the end.
    closed = rest[: rest.rfind("-->") + 3]
    for comment in _COMMENT.finditer(closed):
        if comment[1].strip():
            yield Comment(comment[1].strip())
    rest = (_COMMENT.sub("", closed) + rest[len(closed) :]).strip()
    if rest:
        yield Html(rest, line)
