"""Drawings of native shapes, before any XML: pure values."""

from typing import Literal, NamedTuple

from deckgen.deck.box import Box
from deckgen.deck.drawing_style import ColorRole, DrawingKind, ShapeStyle
from deckgen.deck.graphics.picture import Picture
from deckgen.deck.text_body import TextBody
from deckgen.support.diagnostics import Span


class Shape(NamedTuple):
    """A shape of a drawing, placed; without `body` it is decorative."""

    name: str
    box: Box
    form: Literal["rect", "ellipse", "squares"] = "rect"
    fill: ColorRole = ""
    """Empty: no fill."""
    body: TextBody | None = None
    styles: tuple[ShapeStyle, ...] = ()
    """By the level of the paragraphs. A colour that is unreadable on `fill` is replaced."""
    anchor: Literal["t", "ctr", "b"] = "t"
    align: Literal["begin", "ctr", "end"] = "begin"
    inset: int = 0
    """EMU between its edges and its text."""
    alt: str = ""
    squares: tuple[str, ...] = ()
    """Rows of 0 and 1: the squares of a QR code."""
    link: str = ""
    """The web address of a click on it."""
    wraps: bool = True
    """Whether its text takes a further line where it is too wide; a number does not, which every
    program breaks between digits, and is wider where its font is missing."""


class DrawingItem(NamedTuple):
    """An item of a drawing, such as a figure, a step or a person."""

    span: Span
    lead: TextBody | None = None
    """The text above it or before it: the date of a step."""
    title: TextBody | None = None
    """Its large words: the number of a figure, the name of a step or of a person."""
    text: TextBody | None = None
    """Its small words."""
    picture: Picture | None = None
    squares: tuple[str, ...] = ()


class Drawing(NamedTuple):
    """Items as native shapes in the theme's colours."""

    kind: DrawingKind
    items: tuple[DrawingItem, ...]
    span: Span
    name: str
    """Its name in the selection pane."""
    shapes: tuple[Shape, ...] = ()
    """In reading order, once it is placed; several shapes are grouped."""
