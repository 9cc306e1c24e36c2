"""Running text → paragraphs: blank lines separate them, dashes and numbers make lists."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from deckgen.deck.text_body import Bullet, Paragraph, TextBody
from deckgen.outline.markup.inline_text import as_display_formula, parse_inline
from deckgen.outline.schema.fields import Text
from deckgen.outline.syntax.nodes import part_of
from deckgen.support.diagnostics import Diagnostics

DEEPEST_LEVEL = 8
"""PowerPoint knows nine levels, counted from 0."""

_ITEM = re.compile(r"(?P<blanks>[ \t]*)(?:(?P<disc>[-*])|(?P<number>[0-9]{1,3})[.)])[ \t]+(?=\S)")
"""A pasted • is read as an asterisk: in brackets, it would make the pattern slow to compile."""


class _Block(NamedTuple):
    """A paragraph: its text, and the level, bullet and number that are typed before it."""

    text: Text
    level: int
    bullet: Bullet
    number: int


def parse_blocks(text: Text, diagnostics: Diagnostics) -> TextBody:
    """Parse notes or a `text:` into paragraphs; lists are nested by two spaces or more.

    A single line feed is a line break; but an indented line below a list item continues the item.
    """
    paragraphs = [
        Paragraph(
            as_display_formula(parse_inline(block.text, diagnostics)),
            block.level,
            block.bullet,
            block.text.span,
            start,
        )
        for block, start in _counted(_blocks(text))
    ]
    return TextBody(tuple(paragraphs) or (Paragraph((), span=text.span),))


def _counted(blocks: Iterable[_Block]) -> Iterator[tuple[_Block, int]]:
    """Yield each paragraph, and the first number of its list.

    A list shows the numbers that were typed; `1.` repeated counts on, as in Markdown. A number that
    is no next one, such as `3. October` twice, stays text.
    """
    lists: dict[int, tuple[int, int]] = {}  # the first and the last number so far, by level
    for block in blocks:
        lists = {level: numbers for level, numbers in lists.items() if level <= block.level}
        above = lists.pop(block.level, None)
        number = block.number
        if block.bullet != "number":
            yield block, 1
        elif above and (number == above[1] + 1 or (number, above[0]) == (1, 1)):
            lists[block.level] = above[0], above[1] + 1
            yield block, above[0]
        elif number == 0 or (above and number == above[0]):
            words = block.text._replace(text=f"{number}. {block.text.text}")
            yield block._replace(text=words, bullet="none" if block.level else "layout"), 1
        else:
            lists[block.level] = number, number
            yield block, number


def _blocks(text: Text) -> Iterator[_Block]:
    pending: tuple[int, list[str], int, Bullet, int] | None = None
    columns: list[int] = []
    offset = 0
    for line in [*text.text.split("\n"), ""]:  # an empty line ends the last paragraph
        blank = not line.strip()
        item = None if blank else _ITEM.match(line.replace("•", "*"))
        indented = line[:1] in {" ", "\t"}
        if pending is not None and (blank or item or (columns and not indented)):
            start, lines, level, bullet, number = pending
            yield _Block(part_of(text, start, "\n".join(lines)), level, bullet, number)
            pending = None
        if item:
            column = len(item["blanks"].expandtabs(4))
            columns = [above for above in columns if above <= column - 2]
            level = min(len(columns), DEEPEST_LEVEL)
            columns.append(column)
            bullet = "disc" if item["disc"] else "number"
            number = int(item["number"] or 0)
            pending = (offset + item.end(), [line[item.end() :]], level, bullet, number)
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
            pending = (offset + lead, [line.strip()], level, "none" if inside else "layout", 0)
        offset += len(line) + 1
