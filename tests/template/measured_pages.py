"""The pages of a deck as they are seen, read from its XML with nothing of deckgen.

Where each text begins and ends, its sizes and colours, and what is drawn below it. Inheritance is
resolved through layout and master. Widths of letters are estimated, so extents are right to about a
tenth. Lengths are points.
"""

import io
from collections.abc import Iterator
from functools import partial
from typing import Any, NamedTuple

from pptx import Presentation

from tests.template.measured_boxes import (
    EMU,
    NO_GROUP,
    Area,
    Scale,
    box_of,
    family,
    group_scale,
    placeholders_of,
)
from tests.template.measured_fills import Kind, drawn_kind
from tests.template.measured_text import Level, Look, TextBox, levels_of, text_extent
from tests.tools.colors import ThemeColors
from tests.tools.seen import A, C, P, R, Rgb, local

_LINKED_COLOR = "{A12FA001-AC4F-418D-AE19-62706E023703}"


class Drawn(NamedTuple):
    """What is drawn: by master and layout, or by the slide itself."""

    area: Area
    kind: Kind
    color: Rgb | None
    """None: a picture, a pattern, or another shape than a rectangle."""
    name: str
    is_layouts: bool


class Text(NamedTuple):
    """A text on a page."""

    name: str
    words: str
    type: str
    """That of its placeholder; “” for a text box, “cell” and “drawing” for others."""
    extent: Area
    """From the top of the first line to the foot of the last."""
    sizes: tuple[float, ...]
    own_sizes: tuple[float, ...]
    """What the layout says of the same levels."""
    colors: tuple[tuple[str, Rgb], ...]
    """The first words of each run, and its colour."""
    marks: tuple[tuple[int, float, bool, float], ...]
    """Of each paragraph: its level from 0, where it begins, whether it has a mark, its size."""
    below: tuple[Drawn, ...]
    """All that is drawn below it, the lowest first."""


class Page(NamedTuple):
    """A slide of a deck."""

    number: int
    layout: str
    area: Area
    texts: tuple[Text, ...]
    """In reading order."""
    drawn: tuple[Drawn, ...]
    """All that is drawn, the lowest first."""
    has_title: bool
    """Whether its layout has a placeholder for a title."""


def measured_pages(deck: bytes) -> Iterator[Page]:
    """Yield the slides of a deck, hidden ones too."""
    presentation = Presentation(io.BytesIO(deck))
    defaults = presentation.part._element.find(f"{P}defaultTextStyle")
    width, height = presentation.slide_width, presentation.slide_height
    assert width
    assert height
    whole = Area(0, 0, width / EMU, height / EMU)
    for number, slide in enumerate(presentation.slides, 1):
        reader = _Reader(slide, defaults, whole)
        reader.read()
        name = slide.slide_layout.name
        titles = [ph for ph in slide.slide_layout._element.iter(f"{P}ph") if family(ph) == "title"]
        yield Page(
            number, name, whole, tuple(reader.texts), tuple(reader.drawn), has_title=bool(titles)
        )


class _Reader:
    """Reads one slide, from the lowest to the highest of what it shows."""

    def __init__(self, slide: Any, defaults: Any, whole: Area) -> None:
        self.part = slide.part
        self.slide, self.layout = slide._element, slide.slide_layout._element
        self.master = slide.slide_layout.slide_master._element
        master_part = slide.slide_layout.slide_master.part
        theme = next(x for x in master_part.rels.values() if x.reltype.endswith("/theme"))
        self.theme = ThemeColors(theme.target_part.blob, self._color_map())
        self.styles = self.master.find(f"{P}txStyles")
        self.defaults, self.whole = defaults, whole
        self.texts: list[Text] = []
        self.drawn: list[Drawn] = []

    def _color_map(self) -> dict[str, str]:
        for root in (self.slide, self.layout):
            found = root.find(f"{P}clrMapOvr/{A}overrideClrMapping")
            if found is not None:
                return dict(found.items())
        return dict(self.master.find(f"{P}clrMap").items())

    def read(self) -> None:
        self.drawn.append(Drawn(self.whole, "fill", self._paper(), "background", is_layouts=True))
        trees = [(self.layout, True), (self.slide, False)]
        if self.layout.get("showMasterSp") not in {"0", "false"}:
            trees.insert(0, (self.master, True))
        for root, is_layouts in trees:
            for shape in root.find(f"{P}cSld/{P}spTree"):
                self._shape(shape, NO_GROUP, is_layouts=is_layouts, in_group=False)

    def _paper(self) -> Rgb | None:
        for root in (self.slide, self.layout, self.master):
            background = root.find(f"{P}cSld/{P}bg")
            if background is not None:
                properties = background.find(f"{P}bgPr")
                if properties is None:
                    reference = background.find(f"{P}bgRef")
                    plain = reference is not None and reference.get("idx") == "1001"
                    return self.theme.color(reference) if plain else None
                solid = properties.find(f"{A}solidFill")
                return None if solid is None else self.theme.color(solid)
        return self.theme.named("bg1")

    def _shape(self, shape: Any, scale: Scale, *, is_layouts: bool, in_group: bool) -> None:
        """Read a shape; `scale` says where the group around it stands, and how large it is."""
        kind = local(shape) if isinstance(shape.tag, str) else ""
        properties = shape.find(f".//{P}cNvPr") if kind else None
        if properties is None or properties.get("hidden") in {"1", "true"}:
            return
        if kind == "grpSp":
            inner = group_scale(shape, scale)
            for child in shape:
                self._shape(child, inner, is_layouts=is_layouts, in_group=True)
            return
        place = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        if kind not in {"sp", "pic", "cxnSp", "graphicFrame"} or (is_layouts and place is not None):
            return
        chain = [shape, *placeholders_of(place, self.layout, self.master)]
        area = next((box for one in chain if (box := box_of(one, scale))), None)
        if area is None:
            return
        name = properties.get("name", "")
        self._draw(kind, chain, area, name, is_layouts=is_layouts)
        if kind == "graphicFrame" and not is_layouts:
            self._table(shape, area, name)
            self._charts(shape, area, name)
        if kind == "sp" and shape.find(f"{P}txBody") is not None:
            self._text(shape, chain, area, name, is_layouts=is_layouts, in_group=in_group)

    def _draw(
        self, kind: str, chain: list[Any], area: Area, name: str, *, is_layouts: bool
    ) -> None:
        shown = drawn_kind(kind, chain, self.theme)
        if shown is not None:
            kind_, color = shown
            self.drawn.append(Drawn(area, kind_, color, name, is_layouts))

    def _text(
        self,
        shape: Any,
        chain: list[Any],
        area: Area,
        name: str,
        *,
        is_layouts: bool,
        in_group: bool,
    ) -> None:
        place = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        kind = "drawing" if in_group else ("" if place is None else place.get("type", "obj"))
        above = None if self.styles is None else self.styles.find(f"{P}{_style(place)}")
        lists = [one.find(f"{P}txBody/{A}lstStyle") for one in chain]
        lists += [above, self.defaults] if place is not None else [self.defaults]
        box = TextBox.of([one.find(f"{P}txBody/{A}bodyPr") for one in chain], *area)
        levels = levels_of(lists)
        theirs = levels_of(lists[1:]) if place is not None else levels
        looks = list(self._looks(shape, levels))
        words = "".join(run.words for look in looks for run in look.runs)
        extent = text_extent(box, looks)
        if not words.strip() or extent is None:
            return
        if is_layouts:
            self.drawn.append(Drawn(Area(*extent), "text", None, name, is_layouts=True))
            return
        sizes = [(run.size, theirs[look.number].size) for look in looks for run in look.runs]
        colors = [(run.words[:30], run.color) for look in looks for run in look.runs]
        self.texts.append(
            Text(
                name,
                words,
                kind,
                Area(*extent),
                tuple(size for size, _ in sizes),
                tuple(size for _, size in sizes),
                tuple(colors),
                tuple(_mark(one) for one in looks),
                tuple(self.drawn),
            )
        )

    def _looks(self, shape: Any, levels: list[Level]) -> Iterator[Look]:
        """Yield the paragraphs of a shape."""
        reference = shape.find(f"{P}style/{A}fontRef")
        for paragraph in shape.iter(f"{A}p"):
            properties = paragraph.find(f"{A}pPr")
            number = 0 if properties is None else int(properties.get("lvl", "0"))
            level = levels[number]
            ink = partial(self._ink, level=level, reference=reference)
            yield Look.of(paragraph, number, level, ink)

    def _ink(self, run: Any, level: Level, reference: Any) -> Rgb:
        if run is not None:
            link = run.find(f"{A}hlinkClick")
            if link is not None and link.find(f".//{A}ext[@uri='{_LINKED_COLOR}']") is None:
                return self.theme.named("hlink")
            if run.find(f"{A}solidFill") is not None:
                return self.theme.color(run.find(f"{A}solidFill"))
        if level.fill is not None:
            return self.theme.color(level.fill)
        if reference is not None and len(reference):
            return self.theme.color(reference)
        return self.theme.named("tx1")

    def _table(self, frame: Any, area: Area, name: str) -> None:
        """Read the cells of a table as one text each, on their own fills."""
        levels = levels_of([self.defaults])
        for cell in frame.iter(f"{A}tc"):
            looks = list(self._looks(cell, levels))
            runs = [run for look in looks for run in look.runs if run.words.strip()]
            below = [one for one in self.drawn if not (one.name == name and one.area == area)]
            fill = cell.find(f"{A}tcPr/{A}solidFill")
            if fill is not None:
                color = _over(self.theme.color_and_alpha(fill), _at_middle(below, area))
                below.append(Drawn(area, "fill", color, name, is_layouts=False))
            if runs:
                sizes = tuple(run.size for run in runs)
                colors = tuple((run.words[:30], run.color) for run in runs)
                words = "".join(run.words for run in runs)
                self.texts.append(
                    Text(name, words, "cell", area, sizes, sizes, colors, (), tuple(below))
                )

    def _charts(self, frame: Any, area: Area, name: str) -> None:
        """Read the words beside a chart, without those on its bars and slices, as one text."""
        below = tuple(one for one in self.drawn if not (one.name == name and one.area == area))
        for reference in frame.iter(f"{C}chart"):
            root = self.part.related_part(reference.get(f"{R}id"))._element
            looks = [one for one in root.iter(f"{A}defRPr") if not _is_label(one)]
            sizes = tuple(int(one.get("sz")) / 100 for one in looks if one.get("sz"))
            fills = [one.find(f"{A}solidFill") for one in looks]
            colors = tuple(("a chart", self.theme.color(one)) for one in fills if one is not None)
            self.texts.append(Text(name, "a chart", "chart", area, sizes, sizes, colors, (), below))


def _mark(look: Look) -> tuple[int, float, bool, float]:
    size = max((run.size for run in look.runs), default=look.level.size)
    return look.number, look.level.indent, look.level.is_marked, size


def _at_middle(drawn: list[Drawn], area: Area) -> Rgb | None:
    x, y = (area.left + area.right) / 2, (area.top + area.bottom) / 2
    return next((one.color for one in reversed(drawn) if one.area.holds(x, y)), None)


def _over(color: tuple[Rgb, float], ground: Rgb | None) -> Rgb | None:
    """Return what a colour looks like on a ground that it lets through."""
    own, alpha = color
    if ground is None or alpha == 1:
        return own if alpha == 1 else None
    red, green, blue = (
        one * alpha + two * (1 - alpha) for one, two in zip(own, ground, strict=True)
    )
    return red, green, blue


def _is_label(element: Any) -> bool:
    return any(local(one) == "dLbls" for one in element.iterancestors())


def _style(place: Any) -> str:
    if place is None:
        return "otherStyle"
    return {"title": "titleStyle", "body": "bodyStyle"}.get(family(place), "otherStyle")
