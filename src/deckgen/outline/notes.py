"""Running text → paragraphs: blank lines part them, dashes and numbers make lists."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from deckgen.deck.model import Bullet, Paragraph, TextBody
from deckgen.outline.fields import Text
from deckgen.outline.inline import displayed, parse_inline
from deckgen.outline.nodes import within

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.diagnostics import Diagnostics

DEEPEST_LEVEL = 8
"""PowerPoint knows nine levels, counted from 0."""

_ITEM = re.compile(r"(?P<blanks>[ \t]*)(?:(?P<disc>[-*•])|(?P<number>\d{1,3})[.)])[ \t]+(?=\S)")


def parse_blocks(text: Text, diagnostics: Diagnostics) -> TextBody:
    """Parse notes or a `text:`: paragraphs, and lists nested by two blanks or more.

    A single line feed is a line break; but lines that are indented below a list item continue it.
    """
    paragraphs = [
        Paragraph(displayed(parse_inline(block, diagnostics)), level, bullet, block.span)
        for block, level, bullet in _blocks(text)
    ]
    return TextBody(tuple(paragraphs) or (Paragraph((), span=text.span),))


def _blocks(text: Text) -> Iterator[tuple[Text, int, Bullet]]:
    pending: tuple[int, list[str], int, Bullet] | None = None
    columns: list[int] = []
    offset = 0
    for line in text.raw.split("\n"):
        item = _ITEM.match(line)
        blank = not line.strip()
        indented = line[:1] in {" ", "\t"}
        if pending is not None and (blank or item or (columns and not indented)):
            yield _block(text, *pending)
            pending = None
        if item:
            column = len(item["blanks"].expandtabs(4))
            columns = [above for above in columns if above <= column - 2]
            level = min(len(columns), DEEPEST_LEVEL)
            columns.append(column)
            bullet: Bullet = "disc" if item["disc"] else "number"
            pending = (offset + item.end(), [line[item.end() :]], level, bullet)
        elif pending is not None:
            if columns:
                pending[1][-1] += " " + line.strip()
            else:
                pending[1].append(line)
        elif not blank:
            inside = bool(columns) and indented
            columns = columns if inside else []
            level = min(len(columns) - 1, DEEPEST_LEVEL) if inside else 0
            lead = len(line) - len(line.lstrip())
            pending = (offset + lead, [line.strip()], level, "none" if inside else "layout")
        offset += len(line) + 1
    if pending is not None:
        yield _block(text, *pending)


def _block(
    text: Text, start: int, lines: list[str], level: int, bullet: Bullet
) -> tuple[Text, int, Bullet]:
    words = "\n".join(lines)
    dollars = text.dollars
    if dollars:
        before = text.raw.count("$", 0, start)
        own = range(before, before + words.count("$"))
        dollars = frozenset(at - before for at in dollars if at in own)
    place = within(text.raw, text.span, start, len(lines[0]))
    return Text(words, place, dollars), level, bullet
