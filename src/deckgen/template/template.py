"""The values of a template: its package, its masters, layouts and themes."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from deckgen.brand.brand import PresentationXml
from deckgen.brand.contrast import contrast_ratio, luminance
from deckgen.deck.box import Box
from deckgen.deck.layout import Layout
from deckgen.opc.package_writer import Part
from deckgen.opc.parsed_package import ParsedPackage

if TYPE_CHECKING:
    from deckgen.media.raster import SmallCopy

COLOR_SCHEME = (
    *("dk1", "lt1", "dk2", "lt2"),
    *("accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink"),
)
"""The colours of a theme (20.1.6.2 clrScheme)."""
_MOST = 4.0
"""Contrast between the dark and the light parts of a picture above which no text suits both."""
_RARE = 10
"""Of so many pixels, the darkest and the lightest do not count."""


class OpenedTemplate(NamedTuple):
    """The repaired package of a template, without its sample slides."""

    file: str
    """Its name, for messages."""
    width: int
    """EMU."""
    height: int
    """EMU."""
    presentation: PresentationXml
    parts: tuple[Part, ...]
    """The parts that a deck keeps, without the presentation and the standard properties."""
    master_part_names: tuple[str, ...]
    """In the order in which PowerPoint lists them."""
    layout_part_names: Mapping[str, tuple[str, ...]]
    """The layouts of each master, in the order in which PowerPoint lists them."""
    notes_master_part_name: str | None
    package: ParsedPackage
    """The parts, parsed."""
    sampled_layouts: tuple[str, ...] = ()
    """The part names of the layouts that its sample slides stand on, in their order."""


class Theme(NamedTuple):
    """The colours and fonts of a master."""

    name: str
    colors: Mapping[str, str]
    """RRGGBB of dk1, lt1, dk2, lt2, accent1 … accent6, hlink, folHlink."""
    heading: str
    """The Latin font of headlines, by its name."""
    body: str
    scripts: Mapping[str, tuple[str, str]]
    """The heading and the body font of other scripts: “ea”, “cs”, “Jpan”, “Arab” …"""


class BackgroundPicture(NamedTuple):
    """A picture that fills a page."""

    copy: "SmallCopy"
    box: Box
    """EMU; that of the whole picture, of which the page may show a part."""

    def shown(self, parts: Iterable[Box], area: Box) -> tuple[Box, ...]:
        """Return the boxes of parts, in pixels of the copy, as far as an area shows them."""
        width, height = self.copy.width, self.copy.height
        boxes = []
        for part in parts:
            left, right = (self.box.x + x * self.box.cx // width for x in (part.x, part.right))
            top, bottom = (self.box.y + y * self.box.cy // height for y in (part.y, part.bottom))
            boxes.append(Box(left, top, right - left, bottom - top).intersection(area))
        return tuple(box for box in boxes if box.area)

    def colors_behind(self, area: Box) -> tuple[str, ...]:
        """Return the RRGGBB of dark and of light parts behind an area; none if no text suits both.

        Single dots of other colours do not count.
        """
        width, (x, y, cx, cy) = self.copy.width, self.box
        shown = area.intersection(self.box)
        columns = slice((shown.x - x) * width // cx, -((x - shown.right) * width // cx))
        rows = range(
            (shown.y - y) * self.copy.height // cy, -((y - shown.bottom) * self.copy.height // cy)
        )
        dots = (self.copy.pixels[row * width :][:width][columns] for row in rows)
        found = sorted((dot[:3].hex().upper() for row in dots for dot in row), key=luminance)
        if not found:
            return ()
        rare = len(found) // _RARE
        dark, light = found[rare], found[-1 - rare]
        return (dark, light) if contrast_ratio(dark, light) <= _MOST else ()


DrawnKind: TypeAlias = Literal["fill", "picture", "line", "text"]


OFFICE_THEME = Theme(
    name="Office",
    colors=dict(
        zip(
            COLOR_SCHEME,
            (
                *("000000", "FFFFFF", "44546A", "E7E6E6", "4472C4", "ED7D31"),
                *("A5A5A5", "FFC000", "5B9BD5", "70AD47", "0563C1", "954F72"),
            ),
            strict=True,
        )
    ),
    heading="Calibri Light",
    body="Calibri",
    scripts={},
)
"""The theme in place of a missing or broken one."""


class DrawnShape(NamedTuple):
    """What a layout or its master draws itself; no slide can fill or move it."""

    box: Box
    """EMU. That of a line may have no height or no width."""
    kind: DrawnKind
    """The strongest of what it shows: a fill before an outline before words without a ground."""
    color: str | None = None
    """RRGGBB of its fill; None for a picture, and for another shape than a rectangle."""
    opacity: float = 0
    """Of its fill, from 0 to 1; 0 where it has none."""
    name: str = ""
    words: str = ""
    """Of a text alone."""
    line_color: str | None = None
    """RRGGBB of an outline without a fill; None if it is unknown."""
    paper: BackgroundPicture | None = None
    """The picture that it is, or that it is a part of, where that fills the page."""


class TemplateLayout(NamedTuple):
    """A layout of the template."""

    layout: Layout
    """It has no roles before matching, and only placeholders with a box, one for each idx."""
    type: str
    """ECMA-376 Part 1, 19.7.15 ST_SlideLayoutType; “cust” if the layout states none."""
    background: str | None
    """RRGGBB behind the text; None if it is a picture, a pattern, or several colours."""
    drawn: tuple[DrawnShape, ...]
    """What stands on every slide of this layout, the lowest first: that of the master, its own."""
    paper: str | None
    """RRGGBB of the slide itself, below all that is drawn; None for a picture or a pattern."""
    colors: Mapping[str, str]
    """RRGGBB of the names that its slides may use for a colour: tx1, bg1, tx2, bg2, accent1 …"""
    fills: Mapping[int | None, DrawnShape] = {}
    """The fills of its placeholders, by `idx`."""
    stops: tuple[str, ...] = ()
    """RRGGBB of the stops of a gradient that is the background; empty without one."""
    picture: BackgroundPicture | None = None
    """What fills the page below all that is drawn, if it is a picture that can be read."""
    link_colors: tuple[str, ...] = ()
    """RRGGBB of links and of those that were followed; empty if the theme has none."""

    @property
    def name(self) -> str:
        """The name that users see and may choose."""
        return self.layout.name

    @property
    def part_name(self) -> str:
        """The name of its part in the file."""
        return self.layout.part_name


class Master(NamedTuple):
    """A slide master with its layouts."""

    name: str
    part_name: str
    layouts: tuple[TemplateLayout, ...]
    theme: Theme
    body_levels: int
    """The number of levels of body text that differ, from 1 to 9."""


class Template(NamedTuple):
    """A template, ready for matching."""

    opened: OpenedTemplate
    masters: tuple[Master, ...]

    @property
    def layouts(self) -> tuple[TemplateLayout, ...]:
        """Its layouts in PowerPoint's order, master by master."""
        return tuple(layout for master in self.masters for layout in master.layouts)

    @property
    def owners(self) -> Mapping[str, Master]:
        """The master of each layout, by the part name of the layout."""
        return {layout.part_name: master for master in self.masters for layout in master.layouts}
