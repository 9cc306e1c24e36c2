"""Drawings of native shapes, before any XML: pure values."""

from typing import Literal, NamedTuple

from deckgen.deck.box import Box
from deckgen.deck.drawing_style import ColorRole, DrawingKind, ShapeStyle
from deckgen.deck.graphics.picture import Picture
from deckgen.deck.text_body import TextBody
from deckgen.support.diagnostics import Span


class Shape(NamedTuple):
    """A shape of a drawing, in its place; without `body` it only decorates."""

    name: str
    box: Box
    form: Literal["rect", "ellipse", "squares"] = "rect"
    fill: ColorRole = ""
    """Nothing: what stands behind it is seen."""
    body: TextBody | None = None
    styles: tuple[ShapeStyle, ...] = ()
    """By the level of the paragraphs. What cannot be read on its fill has another colour."""
    anchor: Literal["t", "ctr", "b"] = "t"
    align: Literal["begin", "ctr"] = "begin"
    inset: int = 0
    """EMU that its text keeps from its edges."""
    alt: str = ""
    squares: tuple[str, ...] = ()
    """Rows of 0 and 1: where a drawing of squares has one."""
    link: str = ""
    """An address on the web that a click leads to."""


class DrawingItem(NamedTuple):
    """One of the things that a drawing shows."""

    span: Span
    lead: TextBody | None = None
    """What stands above it or before it: the date of a step."""
    title: TextBody | None = None
    """Its large words: the number of a figure, the name of a step or of a person."""
    text: TextBody | None = None
    """Its small words."""
    picture: Picture | None = None
    squares: tuple[str, ...] = ()


class Drawing(NamedTuple):
    """Things that are drawn as native shapes in the theme's colours."""

    kind: DrawingKind
    items: tuple[DrawingItem, ...]
    span: Span
    name: str
    """What the selection pane calls it."""
    shapes: tuple[Shape, ...] = ()
    """In reading order, once it is placed; one alone fills the placeholder, several are grouped."""
