"""The design of a generated layout: the layout with the decorations below its placeholders."""

from typing import Literal, NamedTuple, TypeAlias

from deckgen.deck.box import Box
from deckgen.deck.layout import Layout, ProgressTrack, SchemeColor


class Rectangle(NamedTuple):
    """An area of one colour."""

    box: Box
    color: SchemeColor
    shade: int = 100
    """Per cent of the colour's lightness."""


class LogoBox(NamedTuple):
    """The box that a logo is fitted into, without distortion, at its top and at `align`."""

    box: Box
    align: Literal["l", "r"] = "l"
    is_optional: bool = False
    """Whether it is left out by brands whose logo is not on all slides."""


class DividingLine(NamedTuple):
    """A line that fills its box, which is thin; no text stands on it."""

    box: Box
    color: SchemeColor


Decoration: TypeAlias = Rectangle | DividingLine | LogoBox | ProgressTrack
"""A progress track is drawn on the slides, above the other decorations."""


class LayoutDesign(NamedTuple):
    """A layout with what is drawn on it."""

    layout: Layout
    type: str
    """`p:sldLayout@type` (ECMA-376 Part 1, 19.7.15 ST_SlideLayoutType)."""
    background: SchemeColor
    decorations: tuple[Decoration, ...]
    """In the order in which they are drawn, all below the placeholders."""
