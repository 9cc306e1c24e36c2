"""The kinds of drawings, the roles of their colours, and the style of their text."""

from typing import Literal, NamedTuple, TypeAlias

ColorRole: TypeAlias = Literal["", "text", "quiet", "accent", "panel", "paper", "dark"]
"""The role of a colour in a drawing; the layout decides which theme colour it is."""


class ShapeStyle(NamedTuple):
    """The style of one level of a shape's text."""

    size: int
    """Points."""
    color_role: ColorRole = "text"
    bold: bool = False
    heading: bool = False
    """Whether it has the theme's heading font."""
    space_before: int = 0
    """Points."""
    code: bool = False
    """Whether it is code: in the code font, from the left in every language."""
    line_spacing: int = 100
    """Per cent of the font's own line height."""


DrawingKind: TypeAlias = Literal["figures", "steps", "people", "code", "scan", "line"]
