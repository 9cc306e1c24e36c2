"""Layouts as PowerPoint knows them: placeholders, where they stand, how their text is set.

Lengths are EMU (914,400 an inch), sizes are points. Everything is resolved: what a placeholder says
here is what PowerPoint shows, so that fitting can trust it.
"""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from deckgen.deck.model import LayoutRole, PlaceholderRole, Tone

EMU_PER_INCH = 914_400
EMU_PER_POINT = 12_700
OWN_INDENT = 342_900
"""EMU by which each level hangs when a paragraph has a mark of its own: room for two digits."""

Anchor: TypeAlias = Literal["t", "ctr", "b"]
FontRole: TypeAlias = Literal["heading", "body"]
Mark: TypeAlias = Literal["none", "square", "dash", "dot", "number"]
SchemeColor: TypeAlias = Literal[
    "dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6"
]
PlaceholderType: TypeAlias = Literal[
    "title", "ctrTitle", "subTitle", "body", "obj", "dt", "ftr", "sldNum"
]
"""ECMA-376 Part 1, 19.7.10 ST_PlaceholderType; “obj” takes any content."""
FramePlaceholderRole: TypeAlias = Literal["footer", "number"]
"""The placeholders of the frame, which a slide does not fill with content of its own."""


class Box(NamedTuple):
    """A rectangle on the slide, in EMU."""

    x: int
    y: int
    cx: int
    cy: int


class TextStyle(NamedTuple):
    """How one level of a placeholder is set."""

    size: int
    """Points."""
    color: SchemeColor
    font: FontRole = "body"
    bold: bool = False
    italic: bool = False
    line_spacing: int = 100
    """Per cent of the font's own line height."""
    space_before: int = 0
    """Points."""
    margin: int = 0
    """EMU from the frame's left edge to the text (`marL`)."""
    indent: int = 0
    """EMU from there to the first line (`indent`); negative hangs the mark out."""
    mark: Mark = "none"
    mark_color: SchemeColor = "accent1"
    align: Literal["l", "ctr", "r"] = "l"


class Placeholder(NamedTuple):
    """A placeholder of a layout. `idx` joins a slide's placeholder to it; None for the title."""

    role: PlaceholderRole | FramePlaceholderRole
    type: PlaceholderType
    idx: int | None
    name: str
    box: Box
    levels: tuple[TextStyle, ...]
    anchor: Anchor = "t"
    prompt: str = ""


class Layout(NamedTuple):
    """One slide layout: what it is for, and its placeholders in reading order."""

    name: str
    role: LayoutRole | None
    """None for layouts that only people use, by hand."""
    tone: Tone
    part_name: str
    placeholders: tuple[Placeholder, ...]
    color_map_override: str = ""
    """The attributes of `a:overrideClrMapping` that slides on this layout repeat; or nothing."""

    def placeholder(self, role: PlaceholderRole | FramePlaceholderRole) -> Placeholder | None:
        """Return the placeholder for `role`, if the layout has one."""
        return next((found for found in self.placeholders if found.role == role), None)
