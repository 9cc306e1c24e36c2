"""Replaces some characters of a scalar within its own YAML; its quotation marks and lines stay."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from deckgen.outline.syntax.nodes import Node, Scalar
from deckgen.outline.syntax.nodes import Sequence as SequenceNode
from deckgen.outline.syntax.yaml_parser import parse
from deckgen.roundtrip.source_text.source_scalar import SourceScalar
from deckgen.support.diagnostics import Diagnostics
from deckgen.support.yaml_text import double_quoted, single_quoted

_ESCAPED = re.compile(r'[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u2028\u2029\ufeff"\\]')


class TextEdit(NamedTuple):
    """Other characters for `text[start:end]` of a scalar."""

    start: int
    end: int
    new: str


def edited_text(text: str, edits: Iterable[tuple[int, int, str]]) -> str:
    """Return a text with edits, which do not overlap: each start, end and other characters."""
    pieces: list[str] = []
    at = 0
    for start, end, new in sorted(edits):
        pieces += (text[at:start], new)
        at = end
    return "".join([*pieces, text[at:]])


class SourceEdit(NamedTuple):
    """Other characters for `source[start:end]` of a file."""

    start: int
    end: int
    new: str


ReadText = Callable[[Node], str | None]
"""Returns the text that the reader of an outline makes of a node; None if it finds none."""


def scalar_text(node: Node) -> str | None:
    """Return the text of a scalar."""
    return node.text if isinstance(node, Scalar) else None


def splice_scalar(
    source: str,
    parts: Sequence[SourceScalar],
    edits: Sequence[TextEdit],
    read: ReadText = scalar_text,
    *,
    in_brackets: bool,
) -> tuple[SourceEdit, ...] | None:
    """Return the edits of a file that give a scalar another text; None if YAML cannot say it there.

    `parts` is the scalar; or key and value, which are read as `key: value`. `read` is how its
    reader takes it; `in_brackets`, whether it stands in a list or mapping on one line.
    """
    text = ": ".join(part.text for part in parts)
    wanted = edited_text(text, edits)
    start, end = parts[0].start, parts[-1].end
    if "\n" in wanted and "\n" not in text and len(parts) == 1 and not in_brackets:
        feed = parts[0].line_end
        lines = (feed + line if line else feed.rstrip(" ") for line in wanted.split("\n"))
        block = "|" + "".join(lines)
        if _reads_as(block, wanted, read, in_brackets=False):
            return (SourceEdit(start, end, block),)
    spliced = _spliced(source, parts, edits)
    if spliced is not None:
        written = edited_text(source, spliced)
        own = written[start : len(written) - (len(source) - end)]
        if _reads_as(own, wanted, read, in_brackets=in_brackets):
            return spliced
    if "\n" in wanted.rstrip("\n") or any(part.style in {"|", ">"} for part in parts):
        return None
    for quoted in (single_quoted(wanted), double_quoted(wanted)):
        if _reads_as(quoted, wanted, read, in_brackets=in_brackets):
            return (SourceEdit(start, end, quoted),)
    return None


def _spliced(
    source: str, parts: Sequence[SourceScalar], edits: Sequence[TextEdit]
) -> tuple[SourceEdit, ...] | None:
    """Return the edits of the file; None if a part has no way to write them."""
    result = []
    for edit in edits:
        offset = 0
        for part in parts:
            length = len(part.text)
            if edit.start >= offset and edit.end <= offset + length:
                own = TextEdit(edit.start - offset, edit.end - offset, edit.new)
                written = _edit_in(source, part, own)
                break
            offset += length + len(": ")
        else:
            return None
        if written is None:
            return None
        result.append(written)
    return tuple(result)


def _edit_in(source: str, part: SourceScalar, edit: TextEdit) -> SourceEdit | None:
    new = _written(part, edit.new)
    if new is None:
        return None
    chars = part.chars
    inner = part.start + (1 if part.style in {"'", '"'} else 0)
    if edit.start < edit.end:
        return SourceEdit(chars[edit.start][0], chars[edit.end - 1][1], new)
    if edit.start == 0:
        at = chars[0][0] if chars else inner
    elif edit.start < len(chars) and source[slice(*chars[edit.start - 1])].strip() == "":
        at = chars[edit.start][0]
    else:
        at = chars[edit.start - 1][1]
    return SourceEdit(at, at, new)


def _written(part: SourceScalar, new: str) -> str | None:
    """Return characters as they are written within a scalar of this style."""
    if part.style == "'":
        new = new.replace("'", "''")
    elif part.style == '"':
        new = _ESCAPED.sub(lambda match: double_quoted(match[0])[1:-1], new)
    if "\n" not in new:
        return new
    if part.style == "|":
        blank = part.line_end.rstrip(" ")
        lines = new.split("\n")
        joined = lines[0]
        for at, line in enumerate(lines[1:], 1):
            is_empty = not line and at < len(lines) - 1
            joined += (blank if is_empty else part.line_end) + line
        return joined
    # Elsewhere an empty line parts paragraphs, and a single line end is a blank.
    if re.search(r"(?<!\n)\n(?!\n)", new) or (part.style == '"' and "\\n" in new):
        return None
    feed = part.line_end.rstrip(" ")
    return re.sub(r"\n+", lambda feeds: feed * (len(feeds[0]) - 1) + part.line_end, new)


def _reads_as(written: str, wanted: str, read: ReadText, *, in_brackets: bool) -> bool:
    """Return whether YAML, in a file of its own, reads characters as this text and no more."""
    snippet = f"- [{written}]\n" if in_brackets else f"- {written}\n"
    diagnostics = Diagnostics()
    node = parse("", snippet.encode("utf-8", "surrogatepass"), diagnostics)
    if diagnostics.has_errors or not isinstance(node, SequenceNode) or len(node.items) != 1:
        return False
    item = node.items[0]
    if in_brackets:
        if not isinstance(item, SequenceNode) or len(item.items) != 1:
            return False
        item = item.items[0]
    text = read(item)
    return text is not None and text.rstrip("\n") == wanted.rstrip("\n")
