"""What is drawn on a layout behind its text, and the layout that it is drawn on."""

from typing import Literal, NamedTuple, TypeAlias

from deckgen.deck.box import Box
from deckgen.deck.layout import Layout, SchemeColor


class Rectangle(NamedTuple):
    """A plain area of one colour, behind the text."""

    box: Box
    color: SchemeColor
    shade: int = 100
    """Per cent of the colour's luminance."""


class LogoBox(NamedTuple):
    """Where the logo goes; it keeps its proportions, at the frame's left and foot."""

    box: Box
    align: Literal["l", "r"] = "l"


Decoration: TypeAlias = Rectangle | LogoBox


class LayoutDesign(NamedTuple):
    """A layout with what is drawn on it."""

    layout: Layout
    type: str
    """`p:sldLayout@type` (ECMA-376 Part 1, 19.7.15 ST_SlideLayoutType)."""
    background: SchemeColor
    art: tuple[Decoration, ...]
