"""A table, before any XML: a pure value."""

from typing import Literal, NamedTuple

from deckgen.deck.box import Box
from deckgen.deck.text_body import TextBody
from deckgen.support.diagnostics import Span


class CellInsets(NamedTuple):
    """EMU that the cells of a column keep free beside their text, where reading begins and ends."""

    start: int
    end: int


class Table(NamedTuple):
    """A table; every row has as many cells as `aligns`."""

    header: tuple[TextBody, ...]
    """Empty if it has none."""
    rows: tuple[tuple[TextBody, ...], ...]
    aligns: tuple[Literal["l", "ctr", "r"], ...]
    alt: str
    span: Span
    box: Box | None = None
    """Its box, once it is placed."""
    widths: tuple[int, ...] = ()
    """EMU of each column, once it is placed."""
    heights: tuple[int, ...] = ()
    """EMU of each row, the header first, once it is placed."""
    insets: tuple[CellInsets, ...] = ()
    """Of each column, once it is placed."""
    size: int = 0
    """Points, once it is placed."""
    decimal_padding: tuple[tuple[int, ...], ...] = ()
    """EMU after the text of each cell that align the decimal signs; by rows, the header first."""
    padding: int = 0
    """EMU above and below the text of each cell, once it is placed."""
    line_distance: float = 0
    """Points from line to line in rows of several lines, once it is placed."""
    has_total: bool = False
    """Whether the last row is a total of those above it."""
    quiet: tuple[tuple[bool, ...], ...] = ()
    """For each cell of `rows`, whether it stands back; empty if nothing is highlighted."""
    alt_span: Span | None = None
    """The place of `alt` in the outline; None if the author did not write it."""
