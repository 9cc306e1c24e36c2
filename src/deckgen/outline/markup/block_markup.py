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

_ITEM = re.compile(r"(?P<blanks>[ \t]*)(?:(?P<disc>[-*•])|(?P<number>[0-9]{1,3})[.)])[ \t]+(?=\S)")


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


class _List(NamedTuple):
    """A numbered list as far as it was read: its first and its last number."""

    start: int
    last: int


def _counted(blocks: Iterable[_Block]) -> Iterator[tuple[_Block, int]]:
    """Yield each paragraph, and the first number of its list.

    A list shows the numbers that were typed; `1.` repeated counts on, as in Markdown. A number that
    is no next one, such as `3. October` twice, stays text.
    """
    lists: dict[int, _List] = {}
    for block in blocks:
        lists = {level: blocks for level, blocks in lists.items() if level <= block.level}
        if block.bullet != "number":
            lists.pop(block.level, None)
            yield block, 1
            continue
        above = lists.get(block.level)
        number = block.number
        if above is not None and (number == above.last + 1 or (number, above.start) == (1, 1)):
            lists[block.level] = _List(above.start, above.last + 1)
        elif number == 0 or (above is not None and number == above.start):
            lists.pop(block.level, None)
            words = block.text._replace(text=f"{number}. {block.text.text}")
            yield block._replace(text=words, bullet="none" if block.level else "layout"), 1
            continue
        else:
            lists[block.level] = _List(number, number)
        yield block, lists[block.level].start


def _blocks(text: Text) -> Iterator[_Block]:
    pending: tuple[int, list[str], int, Bullet, int] | None = None
    columns: list[int] = []
    offset = 0
    for line in text.text.split("\n"):
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
    if pending is not None:
        yield _block(text, *pending)


def _block(
    text: Text, start: int, lines: list[str], level: int, bullet: Bullet, number: int
) -> _Block:
    return _Block(part_of(text, start, "\n".join(lines)), level, bullet, number)
