"""A table measured: how wide its columns and how high its rows are, at any size.

Lengths are measured once, in em; a size in points makes EMU of them.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from deckgen.deck.graphics.table import Table
from deckgen.deck.layout import EMU_PER_POINT, TextStyle
from deckgen.deck.text_body import Formula, Paragraph, Run, TextBody
from deckgen.fit.text.line_breaking import Typeset, count_lines, typeset, widest_line, widest_piece
from deckgen.fit.text.line_space import LineSpace
from deckgen.fonts.text_width import Fonts
from deckgen.language.decimal_alignment import decimal_offset

INSET = 137_160
"""EMU that a cell keeps free on its left and on its right."""
_PADDING = 0.3
"""Em that a cell keeps free above and below its text."""
_SLACK = 0.75
"""Points by which a column is wider than its text, as programs round differently."""
_MOST_AIR = 914_400
"""EMU that a column of a small table is widened by at most: eyes must find across."""
_NEARLY_ALL = 0.8
"""A table that takes so much of its place takes all of it."""
_STYLE = TextStyle(size=1, color="dk1")


class Column(NamedTuple):
    """What a column needs, in em."""

    least: float
    """At which no word is broken, and no number."""
    natural: float
    """At which no line is broken."""
    tail: float
    """The longest of its decimals and units."""


class Cell(NamedTuple):
    """A cell measured."""

    text: Typeset
    tail: float
    """Em: its decimals and unit."""


class Grid(NamedTuple):
    """A table measured."""

    rows: tuple[tuple[Cell, ...], ...]
    """The header first, if there is one."""
    columns: tuple[Column, ...]
    numbers: tuple[bool, ...]
    """Of each column, whether it is set at the decimal sign."""
    headed: bool


def padding(size: int) -> int:
    """Return the EMU that a cell keeps free above its text, and below it."""
    return round(_PADDING * size * EMU_PER_POINT)


def measured(table: Table, lang: str, fonts: Fonts) -> Grid:
    """Return a table measured in the body font."""
    numbers = tuple(align == "r" for align in table.aligns)
    headed = bool(table.header)
    rows = [
        tuple(
            _cell(body, lang, fonts, number=number)
            for body, number in zip(row, numbers, strict=True)
        )
        for row in table.rows
    ]
    if headed:
        rows.insert(0, tuple(_cell(body, lang, fonts, number=False) for body in table.header))
    columns = tuple(
        _column([row[at] for row in rows], headed=headed, number=number)
        for at, number in enumerate(numbers)
    )
    return Grid(tuple(rows), columns, numbers, headed)


def column_widths(grid: Grid, size: int, room: int) -> tuple[int, ...] | None:
    """Return the EMU of each column in a place `room` EMU wide; None if words would break.

    Columns that need little have what they need; the rest share what is left by the root of their
    need, so that no column is all lines and none is all air.
    """
    least = [_emu(column.least, size) for column in grid.columns]
    natural = [_emu(column.natural, size) for column in grid.columns]
    free = room - sum(natural)
    if free >= 0:
        air = free // len(natural)
        if sum(min(air, _MOST_AIR) + wide for wide in natural) < _NEARLY_ALL * room:
            air = min(air, _MOST_AIR)
        return tuple(wide + air for wide in natural)
    if sum(least) > room:
        return None
    share = room / len(natural)
    least = [full if full <= share else few for few, full in zip(least, natural, strict=True)]
    if sum(least) > room:
        least = [_emu(column.least, size) for column in grid.columns]
    return _shared(least, natural, room)


def row_heights(grid: Grid, size: int, widths: tuple[int, ...]) -> tuple[int, ...]:
    """Return the EMU of each row, as high as the highest of its cells."""
    return tuple(_row_height(row, grid, size, widths) for row in grid.rows)


def wraps(grid: Grid, size: int, widths: tuple[int, ...]) -> bool:
    """Return whether any text is broken over lines."""
    return any(
        wide < _emu(column.natural, size) for wide, column in zip(widths, grid.columns, strict=True)
    )


def tails(grid: Grid, size: int, rows: range) -> tuple[tuple[int, ...], ...]:
    """Return the EMU that each cell of some rows keeps free for the decimals of others."""
    return tuple(
        tuple(
            round((column.tail - cell.tail) * size * EMU_PER_POINT)
            if number and not (grid.headed and at == 0)
            else 0
            for cell, column, number in zip(grid.rows[at], grid.columns, grid.numbers, strict=True)
        )
        for at in rows
    )


def _cell(body: TextBody, lang: str, fonts: Fonts, *, number: bool) -> Cell:
    (paragraph,) = body.paragraphs
    text = typeset(paragraph if paragraph.runs else Paragraph((Run(""),)), _STYLE, fonts)
    # What a formula adds behind the decimal sign is not measured: its row is not set below others.
    number = number and not any(isinstance(run, Formula) for run in paragraph.runs)
    start = decimal_offset(paragraph.text, lang) if number else None
    tail = _from(paragraph, start) if start is not None else None
    return Cell(text, typeset(tail, _STYLE, fonts).width if tail and tail.runs else 0.0)


def _from(paragraph: Paragraph, start: int) -> Paragraph:
    """Return what stands in a paragraph from a character on."""
    runs: list[Run] = []
    for run in paragraph.runs:
        if isinstance(run, Run):
            rest = run.text[max(start, 0) :]
            start -= len(run.text)
            if rest:
                runs.append(run._replace(text=rest))
    return Paragraph(tuple(runs))


def _column(cells: list[Cell], *, headed: bool, number: bool) -> Column:
    head, body = (cells[:1], cells[1:]) if headed else ([], cells)
    natural = max([widest_line(cell.text) for cell in cells], default=0.0)
    if not number:
        return Column(max(widest_piece(cell.text) for cell in cells), natural, 0.0)
    tail = max(cell.tail for cell in body)
    figures = max(widest_line(cell.text) - cell.tail for cell in body) + tail
    least = max([widest_piece(cell.text) for cell in head], default=0.0)
    return Column(max(least, figures), max(natural, figures), tail)


def _emu(em: float, size: int) -> int:
    """Return the width of a column whose text is that wide."""
    return math.ceil((em * size + _SLACK) * EMU_PER_POINT) + 2 * INSET


def _shared(least: list[int], natural: list[int], room: int) -> tuple[int, ...]:
    """Return widths between those two that add up to the room."""
    low, high = 0.0, float(max(natural))
    for _ in range(60):
        middle = (low + high) / 2
        if sum(_between(least, natural, middle)) > room:
            high = middle
        else:
            low = middle
    return tuple(_between(least, natural, low))


def _between(least: list[int], natural: list[int], factor: float) -> list[int]:
    return [
        min(full, max(few, int(factor * math.sqrt(full))))
        for few, full in zip(least, natural, strict=True)
    ]


def _row_height(row: tuple[Cell, ...], grid: Grid, size: int, widths: tuple[int, ...]) -> int:
    points = 0.0
    for cell, column, wide, number in zip(row, grid.columns, widths, grid.numbers, strict=True):
        tail = (column.tail - cell.tail) * size if number and row is not _head(grid) else 0.0
        free = (wide - 2 * INSET) / EMU_PER_POINT - tail
        lines = count_lines(cell.text, LineSpace(0, 0, free), size)
        points = max(points, lines * cell.text.line_height * size)
    return math.ceil(points * EMU_PER_POINT) + 2 * padding(size)


def _head(grid: Grid) -> tuple[Cell, ...] | None:
    return grid.rows[0] if grid.headed else None
