"""The measures of a table: widths of columns and heights of rows at any size.

Lengths are measured once, in em; a size in points turns them into EMU.
"""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from deckgen.deck.bidi import runs_right_to_left
from deckgen.deck.graphics import CellInsets, Table
from deckgen.deck.layout import EMU_PER_POINT, TextStyle
from deckgen.deck.text_body import Formula, Paragraph, Run, TextBody
from deckgen.fit.text.last_words import with_bound_last_word
from deckgen.fit.text.line_breaking import Typeset, count_lines, typeset, widest_line, widest_piece
from deckgen.fit.text.line_space import LineSpace
from deckgen.fonts.text_width import Fonts
from deckgen.language.number_reader import decimal_offset, number_unit

_GUTTER, _WIDE_GUTTER = 274_320, 548_640
"""EMU between the texts of two columns, and between text that ends and text that begins there."""
_CLOSE_GUTTER, MANY_COLUMNS = 164_592, 8
"""EMU between two columns of numbers, in a table of so many columns or more."""
_CLOSEST_GUTTER, _CLOSEST_WORDS, _CLOSEST_WIDE = 109_728, 164_592, 274_320
"""The same in a table that would be too wide otherwise, and those beside words there."""
_PADDING, _MOST_PADDING = 0.15, 0.55
"""Em that a cell keeps free above and below its text, at least and at most."""
_SLACK = 0.75
"""Points by which a column is wider than its text, because programs round differently."""
_STACK = 3
"""Words on a line each that look like a list; so many at most are a name or a date."""
_CURRENCIES = "€$£¥"
"""Signs of currencies, which may stand before a number."""
_HALVINGS = 40
"""How often a span is halved until its ends are less than an EMU apart."""
_STYLE = TextStyle(size=1, color="dk1")


class ColumnWidths(NamedTuple):
    """The widths of a column, in em."""

    least: float
    """The least width at which no word and no number is broken."""
    natural: float
    """The least width at which no line is broken."""
    tail: float
    """The width of its longest decimals and unit."""


class CellMeasures(NamedTuple):
    """The measures of a cell."""

    text: Typeset
    tail: float
    """Em: the width of its decimals and unit."""


class TableMeasures(NamedTuple):
    """The measures of a table."""

    rows: tuple[tuple[CellMeasures, ...], ...]
    """The header comes first, if there is one."""
    columns: tuple[ColumnWidths, ...]
    numbers: tuple[bool, ...]
    """Whether each column is aligned at the decimal sign."""
    headed: bool
    insets: tuple[CellInsets, ...]
    """Of each column."""

    @property
    def gutters(self) -> int:
        """EMU between the columns, all together."""
        return sum(sum(inset) for inset in self.insets)

    @property
    def line_height(self) -> float:
        """The em from line to line of words in its own font."""
        return min([cell.text.line_height for row in self.rows for cell in row], default=0.0)

    def closest(self, table: Table, lang: str) -> "TableMeasures":
        """Return the measures of a table whose columns stand as close as they may."""
        rtl, gutters = runs_right_to_left(lang), (_CLOSEST_GUTTER, _CLOSEST_WORDS, _CLOSEST_WIDE)
        return self._replace(insets=_cell_insets(table.aligns, *gutters, rtl=rtl))

    def column_widths(self, size: int, space: int) -> tuple[int, ...] | None:
        """Return the EMU of each column, which take all of `space`; None if words would break.

        The narrowest columns have their natural width: as many of them as make the table lowest.
        The others share the rest by the square root of their natural widths, so that a long column
        has few lines and a short one little air.
        """
        least, natural = (
            [_emu(width, size) + sum(inset) for width, inset in zip(em, self.insets, strict=True)]
            for em in zip(*((column.least, column.natural) for column in self.columns), strict=True)
        )
        free = space - sum(natural)
        if free >= 0:
            air, rest = divmod(free, len(natural))
            return tuple(width + air + (at < rest) for at, width in enumerate(natural))
        if sum(least) > space:
            return None
        tried = [_shared(least, natural, space)]
        for at in sorted(range(len(natural)), key=natural.__getitem__):
            whole = [*least[:at], natural[at], *least[at + 1 :]]
            if least[at] < natural[at] and sum(whole) <= space:
                least = whole
                tried.append(_shared(least, natural, space))
        return min(reversed(tried), key=lambda widths: sum(self.row_heights(size, widths)))

    def least_width(self, size: int) -> int:
        """Return the least EMU of a table in which no word and no number is broken."""
        return self.gutters + sum(_emu(column.least, size) for column in self.columns)

    def natural_width(self, size: int) -> int:
        """Return the least EMU of a table in which no line is broken."""
        return self.gutters + sum(_emu(column.natural, size) for column in self.columns)

    def row_heights(self, size: int, widths: tuple[int, ...]) -> tuple[int, ...]:
        """Return the EMU of each row with the least padding: the height of its highest cell."""
        around = 2 * padding(size)
        return tuple(self._row_height(row, size, widths) + around for row in self.rows)

    def has_wrapped_text(self, size: int, widths: tuple[int, ...]) -> bool:
        """Return whether any text takes several lines."""
        return any(
            width < _emu(column.natural, size) + sum(inset)
            for width, column, inset in zip(widths, self.columns, self.insets, strict=True)
        )

    def has_broken_names(self, size: int, widths: tuple[int, ...]) -> bool:
        """Return whether a cell of few words below the header, as a date, takes several lines."""
        return any(
            cell.text.words <= _STACK and _lines(cell, width - sum(inset), size) > 1
            for row in self.rows[self.headed :]
            for cell, width, inset in zip(row, widths, self.insets, strict=True)
        )

    def has_stacked_words(self, size: int, widths: tuple[int, ...]) -> bool:
        """Return whether three words or more of a cell stand on a line each."""
        return any(
            cell.text.words >= _STACK and _lines(cell, width - sum(inset), size) >= cell.text.words
            for row in self.rows
            for cell, width, inset in zip(row, widths, self.insets, strict=True)
        )

    def decimal_tails(self, size: int) -> tuple[tuple[int, ...], ...]:
        """Return the EMU of each cell to keep free for longer decimals in its column."""
        return tuple(
            tuple(
                round((column.tail - cell.tail) * size * EMU_PER_POINT)
                if number and not (self.headed and at == 0)
                else 0
                for cell, column, number in zip(row, self.columns, self.numbers, strict=True)
            )
            for at, row in enumerate(self.rows)
        )

    def with_bound_last_words(
        self, cells: tuple[TextBody, ...], row: int, size: int, widths: tuple[int, ...]
    ) -> tuple[TextBody, ...]:
        """Return the cells of a row, with no short word alone on a last line."""
        columns = zip(cells, self.rows[row], widths, self.insets, strict=False)
        bound = (
            with_bound_last_word(
                cell.paragraphs[0],
                measured.text,
                LineSpace(0, 0, (width - sum(inset)) / EMU_PER_POINT),
                size,
            )
            for cell, measured, width, inset in columns
        )
        return tuple(
            [cell._replace(paragraphs=(one,)) for cell, one in zip(cells, bound, strict=True)]
        )

    def _row_height(self, row: tuple[CellMeasures, ...], size: int, widths: tuple[int, ...]) -> int:
        head, points = self.rows[0] if self.headed else None, 0.0
        columns = zip(row, self.columns, widths, self.numbers, self.insets, strict=True)
        for cell, column, width, number, inset in columns:
            tail = (column.tail - cell.tail) * size if number and row is not head else 0.0
            free = (width - sum(inset)) / EMU_PER_POINT - tail
            lines = count_lines(cell.text, LineSpace(0, 0, free), size)
            points = max(points, lines * cell.text.line_height * size)
        return math.ceil(points * EMU_PER_POINT)


def padding(size: int) -> int:
    """Return the least EMU that a cell keeps free above its text and below it."""
    return round(_PADDING * size * EMU_PER_POINT)


def roomy_padding(size: int, heights: Sequence[int], space: int) -> int:
    """Return the EMU above and below the text of each row, if rows fill a space as far as they may.

    `heights` are those of rows with the least padding.
    """
    more = (space - sum(heights)) // (2 * len(heights))
    return min(padding(size) + max(more, 0), round(_MOST_PADDING * size * EMU_PER_POINT))


def _cell_insets(
    aligns: Sequence[str], between_numbers: int, between_words: int, wide: int, *, rtl: bool
) -> tuple[CellInsets, ...]:
    """Return the space beside the text of each column; the table's edges have none.

    `wide` EMU stand between numbers and the words right of them, if words begin at the left.
    """
    widths = {("r", "r"): between_numbers, ("r", "l"): between_words if rtl else wide}
    gutters = [widths.get(pair, between_words) for pair in pairwise(aligns)]
    return tuple(
        CellInsets(before // 2, after // 2)
        for before, after in zip((0, *gutters), (*gutters, 0), strict=True)
    )


def measured(table: Table, lang: str, fonts: Fonts) -> TableMeasures:
    """Return the measures of a table in the body font."""
    numbers = tuple(align == "r" for align in table.aligns)
    headed = bool(table.header)
    bodies = zip(*table.rows, strict=True)
    cells = [
        _cells(column, lang, fonts, number=number)
        for column, number in zip(bodies, numbers, strict=True)
    ]
    heads = [_cell(body, lang, fonts, number=False) for body in table.header]
    columns = tuple(
        _column(heads[at : at + 1], column, number=number)
        for at, (column, number) in enumerate(zip(cells, numbers, strict=True))
    )
    rows = [*([tuple(heads)] if headed else []), *zip(*cells, strict=True)]
    gutter = _CLOSE_GUTTER if len(table.aligns) >= MANY_COLUMNS else _GUTTER
    rtl = runs_right_to_left(lang)
    insets = _cell_insets(table.aligns, gutter, _GUTTER, _WIDE_GUTTER, rtl=rtl)
    return TableMeasures(tuple(rows), columns, numbers, headed, insets)


def _lines(cell: CellMeasures, width: int, size: int) -> int:
    return count_lines(cell.text, LineSpace(0, 0, width / EMU_PER_POINT), size)


def _cells(
    bodies: Sequence[TextBody], lang: str, fonts: Fonts, *, number: bool
) -> list[CellMeasures]:
    """Return the measures of a column's cells below the header.

    Numbers of several units, and words between numbers, stand at the right edge.
    """
    texts = [body.paragraphs[0].text for body in bodies]
    units = (number_unit(text) or "".join(filter(_CURRENCIES.count, text)) for text in texts)
    aligned = number and len(set(filter(None, units))) <= 1
    cells = [_cell(body, lang, fonts, number=aligned) for body in bodies]
    tail = max(cell.tail for cell in cells)
    return [
        cell._replace(tail=tail) if aligned and text.isalpha() else cell
        for cell, text in zip(cells, texts, strict=True)
    ]


def _cell(body: TextBody, lang: str, fonts: Fonts, *, number: bool) -> CellMeasures:
    (paragraph,) = body.paragraphs
    text = typeset(paragraph if paragraph.runs else Paragraph((Run(""),)), _STYLE, fonts)
    # The part of a formula after the decimal sign is not measured, so its row is not aligned.
    number = number and not any(isinstance(run, Formula) for run in paragraph.runs)
    start = decimal_offset(paragraph.text, lang) if number else None
    tail = _from(paragraph, start) if start is not None else None
    return CellMeasures(text, typeset(tail, _STYLE, fonts).width if tail and tail.runs else 0.0)


def _from(paragraph: Paragraph, start: int) -> Paragraph:
    """Return the text of a paragraph from a character on."""
    runs: list[Run] = []
    for run in paragraph.runs:
        if isinstance(run, Run):
            rest = run.text[max(start, 0) :]
            start -= len(run.text)
            if rest:
                runs.append(run._replace(text=rest))
    return Paragraph(tuple(runs))


def _column(head: list[CellMeasures], body: list[CellMeasures], *, number: bool) -> ColumnWidths:
    natural = max([widest_line(cell.text) for cell in (*head, *body)])
    if not number:
        return ColumnWidths(max(widest_piece(cell.text) for cell in (*head, *body)), natural, 0.0)
    tail = max(cell.tail for cell in body)
    figures = max(widest_line(cell.text) - cell.tail for cell in body) + tail
    least = max([widest_piece(cell.text) for cell in head], default=0.0)
    return ColumnWidths(max(least, figures), max(natural, figures), tail)


def _emu(em: float, size: int) -> int:
    """Return the EMU of a column for text of a width in em, without its insets."""
    return math.ceil((em * size + _SLACK) * EMU_PER_POINT)


def _shared(least: list[int], natural: list[int], space: int) -> tuple[int, ...]:
    """Return widths between those two whose sum is `space`."""
    ends = [(few, full, math.sqrt(full)) for few, full in zip(least, natural, strict=True)]
    low, high = 0.0, max(root for *_, root in ends)
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if sum([min(full, max(few, int(middle * root))) for few, full, root in ends]) > space:
            high = middle
        else:
            low = middle
    return tuple([min(full, max(few, int(low * root))) for few, full, root in ends])
