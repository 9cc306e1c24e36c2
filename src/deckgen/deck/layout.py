"""Layouts as PowerPoint knows them: placeholders, where they stand, how their text is set.

Lengths are EMU (914,400 an inch), sizes are points. Everything is resolved: what a placeholder says
here is what PowerPoint shows, so that fitting can trust it.
"""

from typing import Literal, NamedTuple, TypeAlias

from deckgen.deck.box import Box, Insets
from deckgen.deck.slide import LayoutRole, PlaceholderRole, Tone

EMU_PER_INCH = 914_400
EMU_PER_POINT = 12_700
OWN_INDENT = 342_900
"""EMU by which each level hangs when a paragraph has a mark of its own: room for two digits."""

Anchor: TypeAlias = Literal["t", "ctr", "b"]
FontRole: TypeAlias = Literal["heading", "body"]
"""One of the two fonts of a theme."""
Mark: TypeAlias = Literal["none", "square", "dash", "dot", "number"]
SchemeColor: TypeAlias = Literal[
    "dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6"
]
Color: TypeAlias = str
"""A `SchemeColor`, or RRGGBB."""
PlaceholderType: TypeAlias = Literal[
    "title",
    "ctrTitle",
    "subTitle",
    "body",
    "obj",
    "pic",
    "tbl",
    "chart",
    "dgm",
    "media",
    "clipArt",
    "dt",
    "ftr",
    "sldNum",
]
"""ECMA-376 Part 1, 19.7.10 ST_PlaceholderType; “obj” takes any content."""
FramePlaceholderRole: TypeAlias = Literal["footer", "number", "day"]
"""The placeholders of the frame, which a slide does not fill with content of its own."""
AnyRole: TypeAlias = PlaceholderRole | FramePlaceholderRole


class TextStyle(NamedTuple):
    """How one level of a placeholder is set."""

    size: int
    """Points; what a template sets in half points is rounded up."""
    color: Color
    font: FontRole | str = "body"
    """A font of the theme, or any other by its name."""
    bold: bool = False
    italic: bool = False
    line_spacing: int = 100
    """Per cent of the font's own line height."""
    space_before: float = 0
    """Points."""
    margin: int = 0
    """EMU from the frame's left edge to the text (`marL`)."""
    indent: int = 0
    """EMU from there to the first line (`indent`); negative hangs the mark out."""
    mark: Mark = "none"
    mark_color: Color = "accent1"
    align: Literal["l", "ctr", "r"] = "l"
    space_after: float = 0
    """Points."""
    line_points: float = 0
    """Points from line to line, whatever the font and its size; 0: as `line_spacing` says."""
    capitals: bool = False
    """Whether small letters are shown as capitals."""
    tracking: float = 0
    """Points that are added after each character."""
    rtl: bool = False
    """Whether its lines begin at the right, as Arabic and Hebrew do."""


class Placeholder(NamedTuple):
    """A placeholder of a layout. `idx` joins a slide's placeholder to it; None for the title."""

    role: AnyRole | None
    """None for those that people fill by hand."""
    type: PlaceholderType
    idx: int | None
    name: str
    box: Box
    levels: tuple[TextStyle, ...]
    anchor: Anchor = "t"
    prompt: str = ""
    insets: Insets = Insets()
    columns: int = 1
    vertical: bool = False
    """Whether its lines run from top to bottom."""
    least: int = 0
    """Points that its text may be set down to; 0: what fitting does with such a placeholder."""
    room: Box | None = None
    """The box that it may be given on a slide whose text does not fit into its own."""
    behind: str | None = None
    """RRGGBB of what stands behind its text; None where nobody knows."""
    unwrapped: bool = False
    """Whether the layout does not break its lines, so that every slide has to."""
    list_style: str = ""
    """Levels of an `a:lstStyle` that every slide has to repeat, as the layout has none."""
    sized: bool = False
    """Whether the sizes of `levels` are other than the layout's, or the layout says none, so that
    every slide has to say them."""
    moved: bool = False
    """Whether `box` is other than the layout's, so that every slide has to say it."""
    loose: bool = False
    """Whether the layout has no such placeholder, so that a text box of the same look stands for it
    on the slide."""
    fill: str = ""
    """The scheme colour that its text stands on, if it has a ground of its own."""

    @property
    def text_box(self) -> Box:
        """What is left for text, as one column of upright lines: inside of the insets."""
        left, top, right, bottom = self.insets
        cx = max(self.box.cx - left - right, 0)
        cy = max(self.box.cy - top - bottom, 0)
        if self.vertical:
            cx, cy = cy, cx
        return Box(self.box.x + left, self.box.y + top, cx // self.columns, cy * self.columns)


class Area(NamedTuple):
    """A part of a layout that is filled with one colour."""

    box: Box
    color: str
    """RRGGBB."""


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
    rooms: tuple[tuple[PlaceholderRole, Box], ...] = ()
    """Where graphics stand, if elsewhere than in the placeholder for their role."""
    areas: tuple[Area, ...] = ()
    """What is filled behind all else, the page first; none where a template does not say."""

    def behind(self, box: Box) -> str | None:
        """Return the RRGGBB that the middle of a box stands on; None if nobody knows."""
        x, y = box.x + box.cx // 2, box.y + box.cy // 2
        for area, color in reversed(self.areas):
            if area.x <= x < area.x + area.cx and area.y <= y < area.y + area.cy:
                return color
        return None

    def placeholder(self, role: AnyRole) -> Placeholder | None:
        """Return the placeholder for `role`, if the layout has one."""
        return next((found for found in self.placeholders if found.role == role), None)

    def has_area(self, role: PlaceholderRole) -> bool:
        """Return whether a graphic can stand there."""
        return self.placeholder(role) is not None or role in dict(self.rooms)

    def area(self, role: PlaceholderRole) -> Box:
        """Return where a graphic stands: in the room for `role`, else in the placeholder for it.

        Raises LookupError if the layout has neither; reading the brand made sure of one.
        """
        for there, box in self.rooms:
            if there == role:
                return box
        found = self.placeholder(role)
        if found is not None:
            return found.box
        raise LookupError(f"layout {self.name} has no place for {role}")
