"""How drawings are set: their kinds, their colours by what they are for, their text."""

from typing import Literal, NamedTuple, TypeAlias

ColorRole: TypeAlias = Literal["", "text", "quiet", "accent", "panel", "paper", "dark"]
"""A colour of a drawing by what it is for; which one of the theme it is, its layout decides."""


class ShapeStyle(NamedTuple):
    """How one level of a shape's text is set."""

    size: int
    """Points."""
    color_role: ColorRole = "text"
    bold: bool = False
    heading: bool = False
    """Whether it is set in the theme's font for headlines."""
    space_before: int = 0
    """Points."""
    code: bool = False
    """Whether it is a listing: in the font of code, from the left in every language."""


DrawingKind: TypeAlias = Literal["figures", "steps", "people", "code", "scan"]
