"""Layouts as PowerPoint knows them: placeholders, their places and the format of their text.

Lengths are EMU (914,400 an inch), sizes are points. All inheritance is resolved: a value is what
PowerPoint shows.
"""

from collections.abc import Callable
from typing import Literal, NamedTuple, TypeAlias

from deckgen.deck.box import Box, Insets
from deckgen.deck.slide import COLUMNS, LayoutRole, PictureRole, PlaceholderRole, Tone

EMU_PER_INCH = 914_400
EMU_PER_POINT = 12_700
EMU_PER_CM = 360_000

Anchor: TypeAlias = Literal["t", "ctr", "b"]
SHARE_ABOVE: dict[Anchor, float] = {"t": 0.0, "ctr": 0.5, "b": 1.0}
"""Share of the free height of a box that is above its text."""
FontRole: TypeAlias = Literal["heading", "body"]
"""One of the two fonts of a theme."""
Font: TypeAlias = FontRole | str
"""A font of the theme, or any other by its name."""
Mark: TypeAlias = Literal["none", "square", "dash", "dot", "number"]
SchemeColor: TypeAlias = Literal[
    "dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6"
]
RowRules: TypeAlias = Literal["none", "between", "around"]
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
FooterRole: TypeAlias = Literal["footer", "number", "day"]
"""The placeholders at the foot of a slide; their text is that of all slides."""
AnyRole: TypeAlias = PlaceholderRole | FooterRole
FOOT: frozenset[AnyRole] = frozenset({"footer", "number", "day"})
"""The roles of all placeholders at the foot."""


class TextStyle(NamedTuple):
    """The text format of one level of a placeholder."""

    size: int
    """Points; what a template sets in half points is rounded up."""
    color: Color
    font: Font = "body"
    bold: bool = False
    italic: bool = False
    line_spacing: int = 100
    """Per cent of the font's own line height."""
    space_before: float = 0
    """Points."""
    margin: int = 0
    """EMU from the frame's left edge to the text (`marL`)."""
    indent: int = 0
    """EMU from the margin to the first line (`indent`); negative for a hanging mark."""
    mark: Mark = "none"
    numbering: str = "arabicPlain"
    """How a mark that is a number is written (ECMA-376 Part 1, 20.1.10.61)."""
    mark_color: Color = "accent1"
    align: Literal["l", "ctr", "r"] = "l"
    space_after: float = 0
    """Points."""
    line_points: float = 0
    """Points from line to line for every font and size; 0: as `line_spacing` says."""
    capitals: bool = False
    """Whether all letters are shown as capitals."""
    tracking: float = 0
    """After each character, as a share of its size."""
    rtl: bool = False
    """Whether its lines run from right to left, as in Arabic and Hebrew."""


class Placeholder(NamedTuple):
    """A placeholder of a layout. `idx` joins a slide's placeholder to it; None for the title."""

    role: AnyRole | None
    """None for those that only people fill, by hand."""
    type: PlaceholderType
    idx: int | None
    name: str
    box: Box
    level_styles: tuple[TextStyle, ...]
    anchor: Anchor = "t"
    prompt: str = ""
    insets: Insets = Insets()
    columns: int = 1
    vertical: bool = False
    """Whether its lines run from top to bottom."""
    minimum_size: int = 0
    """Points: the least size of its text; 0: the default of `fit` for its role."""
    largest_size: int = 0
    """Points: the largest size that its first level grows to where there is room. At the size of
    the style only its paragraphs stand further apart; at 0 they do not either."""
    largest_few: int = 0
    """Points: the same for a single bullet, and for few rows of an overview; 0: no larger."""
    larger_boxes: tuple[Box, ...] = ()
    """The boxes that it may have on a slide instead, for longer text; the best first."""
    background: str | None = None
    """RRGGBB behind its text; None if unknown."""
    resized: bool = False
    """Whether its box becomes as high as its text when somebody edits it (`a:spAutoFit`)."""
    unwrapped: bool = False
    """Whether its layout does not wrap lines, so that each slide says `wrap`."""
    overrides_anchor: bool = False
    """Whether `anchor` differs from the layout's, so that each slide says it."""
    list_style: str = ""
    """Levels of `a:lstStyle` that each slide says, as the layout has none."""
    overrides_sizes: bool = False
    """Whether sizes in `level_styles` differ from the layout, so that each slide says them."""
    overrides_box: bool = False
    """Whether `box` differs from the layout's, so that each slide says it."""
    free_left: int | None = None
    """EMU left of its text on which nothing stands; None: all as far as the edge of the slide."""
    is_text_box: bool = False
    """Whether a text box on the slide replaces it, as the layout has no such placeholder."""
    keeps_place: bool = False
    """Whether such a text box stays where it is, although the headline beside it is short."""
    fill: str = ""
    """The scheme colour of its own fill; empty if it has none."""
    scrim: int = 0
    """Per cent of opacity of its fill, which fades upwards from its middle; 0 if it is even."""
    link_color: Color = ""
    """The colour of links in its text; empty if the theme's colour for links can be read."""
    row_rules: RowRules = "none"
    """Where slides draw hairlines beside the bullets of its first level."""
    filled: int = 60
    """Per cent of its height that a quotation or a large title fills at most once it is larger."""

    def in_box(self, box: Box) -> "Placeholder":
        """Return the placeholder in another box than that of the layout."""
        return self._replace(box=box, overrides_box=True)

    def anchored(self, anchor: Anchor) -> "Placeholder":
        """Return the placeholder with its text at the top, in the middle or at the foot."""
        overrides = self.overrides_anchor or self.anchor != anchor
        return self._replace(anchor=anchor, overrides_anchor=overrides)

    @property
    def text_box(self) -> Box:
        """The box inside the insets."""
        return self.box.inside(self.insets)

    @property
    def inner_box(self) -> Box:
        """The box inside the insets, as one column of lines; of a scrim its lower half."""
        insets = self.insets
        if self.scrim:
            insets = insets._replace(top=max(insets.top, self.box.cy // 2))
        x, y, cx, cy = self.box.inside(insets)
        if self.vertical:
            cx, cy = cy, cx
        return Box(x, y, cx // self.columns, cy * self.columns)


HEADLINE_GAP = round(0.35 * EMU_PER_INCH)
"""EMU from the last line of a headline to the bodies; from its baseline it is 0.45 in."""


class FilledArea(NamedTuple):
    """An area of a layout with a fill of one colour."""

    box: Box
    color: str
    """RRGGBB."""


class ProgressTrack(NamedTuple):
    """A row of equal parts along the longer side of a box: slides fill those up to their own."""

    box: Box
    color: SchemeColor


class Layout(NamedTuple):
    """One slide layout, with its placeholders in reading order."""

    name: str
    role: LayoutRole | PictureRole | None
    """None for layouts that only people use, by hand."""
    tone: Tone
    part_name: str
    placeholders: tuple[Placeholder, ...]
    color_map_override: str = ""
    """The attributes of `a:overrideClrMapping` that slides of this layout repeat; may be empty."""
    graphic_boxes: tuple[tuple[PlaceholderRole, Box], ...] = ()
    """The boxes of graphics, where they differ from the placeholder of the role."""
    filled_areas: tuple[FilledArea, ...] = ()
    """Fills behind all shapes, the background first; empty if a template does not say."""
    scale: float = 1
    """How much larger captions and drawings are set than on a page of a usual height."""
    below_kicker: tuple[Placeholder, ...] = ()
    """The placeholders that stand lower on slides with a kicker than on others."""
    headline_gap: int = 0
    """EMU from the last line of the headline to the bodies below it; 0: they stay."""
    picture_area: Box | None = None
    """The area of a full picture without a headline; None: the whole slide."""
    covered: tuple[str, ...] = ()
    """The names of what the layout draws and such a picture covers."""
    progress_track: ProgressTrack | None = None
    """Where slides with a position show it, beside their other shapes."""
    has_column_rules: bool = False
    """Whether hairlines stand between its columns, if all of them are text."""
    least_size: int = 0
    """Points, with a warning, of what fits at no other size; 0: then it is an error."""
    shared_span: tuple[int, int] | None = None
    """The y between which title and text of a cover may divide the page anew, in EMU."""
    draws_quotation_marks: bool = False
    """Whether it shows quotation marks of its own around the quotation."""
    is_divided: bool = False
    """Whether a template draws something between its two columns, which then keep their widths."""
    mirrored: bool = False
    """Whether its x count from the right: slides are composed on it, and mirrored afterwards."""

    def with_kicker(self) -> "Layout":
        """Return the layout of slides that have a kicker; graphics stand as low as their bodies."""
        lower = {each.role: each for each in self.below_kicker}
        moved = [lower.get(each.role, each) for each in self.placeholders]
        both = zip(moved, self.placeholders, strict=True)
        down = {new.role: new.box.y - old.box.y for new, old in both}
        boxes = [
            (role, box.from_top(box.y + down.get(role, 0))) for role, box in self.graphic_boxes
        ]
        return self._replace(placeholders=tuple(moved), graphic_boxes=tuple(boxes))

    def with_headline_to(self, bottom: int) -> "Layout":
        """Return the layout of slides whose headline ends at `bottom`, in EMU.

        The bodies and graphics below the headline begin `headline_gap` further down, and end where
        they did.
        """
        title, top = self.placeholder("title"), bottom + self.headline_gap
        if title is None or not self.headline_gap:
            return self
        return self._with_columns_at(top, lambda box: box.y > title.box.y)

    def under_headline(self, bottom: int) -> "Layout":
        """Return the layout of slides whose headline stands across the page and ends at `bottom`.

        Bodies and graphics that stood beside the headline, or above that, begin below it; EMU.
        Those that begin below it already stay.
        """
        return self._with_columns_at(bottom + HEADLINE_GAP, lambda box: box.y < bottom)

    def _with_columns_at(self, top: int, moves: Callable[[Box], bool]) -> "Layout":
        """Return the layout whose bodies and graphics begin at `top` if their boxes are to move."""
        placeholders = (
            each.in_box(each.box.from_top(top))
            if each.role in COLUMNS and each.box.y != top and moves(each.box)
            else each
            for each in self.placeholders
        )
        graphics = (
            (role, box.from_top(top) if role in COLUMNS and moves(box) else box)
            for role, box in self.graphic_boxes
        )
        return self._replace(placeholders=tuple(placeholders), graphic_boxes=tuple(graphics))

    def color_behind(self, box: Box) -> str | None:
        """Return RRGGBB behind the middle of a box; None if unknown."""
        area = self.area_behind(box)
        return area.color if area else None

    def area_behind(self, box: Box) -> FilledArea | None:
        """Return the topmost area behind the middle of a box; None if unknown."""
        above = (area for area in reversed(self.filled_areas) if area.box.holds_middle_of(box))
        return next(above, None)

    def placeholder(self, role: AnyRole) -> Placeholder | None:
        """Return the placeholder for `role`, if the layout has one."""
        return next((each for each in self.placeholders if each.role == role), None)

    def font(self, role: FontRole) -> Font:
        """Return the font of the layout's headline or of its text; that of the theme without it."""
        placeholder = self.placeholder("title" if role == "heading" else "body")
        return placeholder.level_styles[0].font if placeholder else role

    def has_graphic_box(self, role: PlaceholderRole) -> bool:
        """Return whether the layout has a box for a graphic of `role`."""
        return self.placeholder(role) is not None or role in dict(self.graphic_boxes)

    def text_area(self, role: PlaceholderRole) -> Box:
        """Return the box of a graphic of text for `role`, inside the insets of its placeholder.

        Raises LookupError if the layout has no box for it.
        """
        if role in dict(self.graphic_boxes) or not (placeholder := self.placeholder(role)):
            return self.graphic_box(role)
        return placeholder.text_box

    def graphic_box(self, role: PlaceholderRole) -> Box:
        """Return the box of a graphic for `role`: one of `graphic_boxes`, else the placeholder's.

        Raises LookupError if the layout has neither; reading the brand ensures that it has.
        """
        for there, box in self.graphic_boxes:
            if there == role:
                return box
        if placeholder := self.placeholder(role):
            return placeholder.box
        raise LookupError(f"layout {self.name} has no place for {role}")


LayoutOf: TypeAlias = Callable[[LayoutRole | PictureRole, Tone | None, str], Layout]
"""Returns the layout for the parts of a `LayoutKey`."""
