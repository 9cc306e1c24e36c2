"""What a deck really draws: each text, mark and area with the colour behind it, from its XML.

It knows the decks of generated brands: one master, solid fills, boxes that are not turned. Nothing
of deckgen says here what a colour is, so that one that was chosen for another ground is found.
"""

import io
import posixpath
import zipfile
from collections.abc import Iterator
from typing import Any, NamedTuple, TypeAlias

from lxml import etree

from tests.tools.seen import A, C, P, R, Rgb, Seen, Theme, seen

_OWN_COLOR = "{A12FA001-AC4F-418D-AE19-62706E023703}"
_MARK = "*[local-name() = 'buNone' or local-name() = 'buChar' or local-name() = 'buAutoNum']"
_EVERYWHERE = (-(1 << 40), -(1 << 40), 1 << 41, 1 << 41)
_LINE = 25_400
"""EMU: a rectangle as thin as this is a line between rows, not a ground."""
_INSIDE = {"ctr", "inBase", "inEnd"}
Box: TypeAlias = tuple[int, int, int, int]


class _Painted(NamedTuple):
    box: Box
    color: Rgb | None
    """None: a picture."""


def drawn(deck: bytes) -> Iterator[Seen]:
    """Yield all that is drawn on the slides of a deck, hidden ones too."""
    files = zipfile.ZipFile(io.BytesIO(deck))
    slides = [name for name in files.namelist() if name.startswith("ppt/slides/slide")]
    for number, name in enumerate(slides, 1):
        for one in _Slide(files, name).seen():
            yield one._replace(slide=number)


class _Slide:
    def __init__(self, files: zipfile.ZipFile, name: str) -> None:
        self.files = files
        self.related = _related(files, name)
        self.root = _parsed(files, name)
        self.layout = _parsed(files, next(x for x in self.related.values() if "Layouts/" in x))
        self.master = _parsed(files, "ppt/slideMasters/slideMaster1.xml")
        override = self.root.find(f".//{A}overrideClrMapping")
        mapping = self.master.find(f".//{P}clrMap") if override is None else override
        self.theme = Theme(_parsed(files, "ppt/theme/theme1.xml"), mapping)

    def seen(self) -> Iterator[Seen]:
        page = self.layout.find(f"{P}cSld/{P}bg//{A}solidFill")
        painted = [_Painted(_EVERYWHERE, self.theme.color(page))]
        for shape in self.layout.iter(f"{P}sp"):
            if shape.find(f".//{P}ph") is None:
                painted += self.filled(shape, painted)
        for shape in self.root.iter(f"{P}sp", f"{P}pic", f"{P}graphicFrame"):
            yield from self.shape(shape, painted)

    def shape(self, shape: Any, painted: list[_Painted]) -> Iterator[Seen]:
        box = self.box(shape)
        below = _at(painted, box)
        if shape.tag == f"{P}pic":
            painted.append(_Painted(box, None))
        elif shape.tag == f"{P}graphicFrame":
            assert below is not None, "a table or a chart stands on a picture"
            yield from self.table(shape, below)
            for chart in shape.iter(f"{C}chart"):
                yield from self.chart(self.related[chart.get(f"{R}id")], below)
        elif box[1] + box[3] > 0:  # else it stands above the slide
            fills = self.filled(shape, painted)
            painted += fills
            ground = fills[-1].color if fills else below
            if shape.find(f"{P}spPr/{A}custGeom") is not None:
                yield seen("a code to scan", ground, below, is_text=False)
            for paragraph in shape.iter(f"{A}p"):
                yield from self.paragraph(shape, paragraph, ground, [] if fills else painted)

    def paragraph(
        self, shape: Any, paragraph: Any, ground: Rgb | None, below: list[_Painted]
    ) -> Iterator[Seen]:
        """Yield the runs of a paragraph, and its mark, which may stand on an area of its own."""
        runs = [
            run for run in paragraph.iter(f"{A}r", f"{A}fld") if "".join(run.itertext()).strip()
        ]
        properties = paragraph.find(f"{A}pPr")
        styles = self.styles(shape, 0 if properties is None else int(properties.get("lvl", "0")))
        for run in runs:
            yield seen("".join(run.itertext()), self.ink(run.find(f"{A}rPr"), styles), ground)
        marked = (one for one in (properties, *styles) if one is not None and one.xpath(_MARK))
        mark = next(marked, None)
        if runs and mark is not None and mark.find(f"{A}buNone") is None:
            # A paragraph with a mark of its own has it in the colour of its level.
            colors = (one.find(f"{A}buClr") for one in (properties, *styles) if one is not None)
            color = self.theme.color(next(one for one in colors if one is not None))
            margins = (one.get("marL") for one in (properties, *styles) if one is not None)
            if below and (margin := int(next(filter(None, margins), "0"))):
                x, y, _, high = self.box(shape)
                ground = _at(below, (x, y, margin, high))
            yield seen("a mark", color, ground, is_text=mark.find(f"{A}buAutoNum") is not None)

    def ink(self, properties: Any, styles: list[Any]) -> Rgb:
        """Return the colour of a run: that of links, its own, or that of its level."""
        link = properties.find(f"{A}hlinkClick")
        if link is not None and link.find(f".//{A}ext[@uri='{_OWN_COLOR}']") is None:
            return self.theme.link()
        fills = [properties.find(f"{A}solidFill")]
        fills += (style.find(f"{A}defRPr/{A}solidFill") for style in styles)
        return self.theme.color(next(one for one in fills if one is not None))

    def styles(self, shape: Any, level: int) -> list[Any]:
        """Return what says how a level is set: the shape, its placeholder, the master's styles."""
        place = self.placeholder(shape)
        lists = [one.find(f".//{A}lstStyle") for one in (shape, place) if one is not None]
        lists.append(self.master.find(f".//{P}{'otherStyle' if place is None else 'bodyStyle'}"))
        found = (one.find(f"{A}lvl{level + 1}pPr") for one in lists if one is not None)
        return [one for one in found if one is not None]

    def placeholder(self, shape: Any) -> Any:
        """Return the layout's placeholder that a shape fills; None if it fills none."""
        own = shape.find(f".//{P}ph")
        if own is None:
            return None
        found = next(one for one in self.layout.iter(f"{P}ph") if _key(one) == _key(own))
        return found.getparent().getparent().getparent()

    def box(self, shape: Any) -> Box:
        for one in (shape, self.placeholder(shape)):
            found = None if one is None else next(one.iter(f"{A}off"), None)
            if found is not None:
                x, y = map(int, found.attrib.values())
                wide, high = map(int, found.getnext().attrib.values())
                return x, y, wide, high
        raise AssertionError("a shape has no place")

    def filled(self, shape: Any, painted: list[_Painted]) -> list[_Painted]:
        """Return the area that a shape fills, if it does: itself, or as its placeholder says."""
        for one in (shape, self.placeholder(shape)):
            properties = None if one is None else one.find(f"{P}spPr")
            if properties is None or properties.find(f"{A}noFill") is not None:
                return []
            fill = properties.find(f"{A}solidFill")
            if fill is not None:
                box = self.box(shape)
                return [_Painted(box, self.theme.on(_at(painted, box), fill))]
        return []

    def table(self, frame: Any, below: Rgb) -> Iterator[Seen]:
        for cell in frame.iter(f"{A}tc"):
            fill = cell.find(f"{A}tcPr/{A}solidFill")
            ground = below if fill is None else self.theme.on(below, fill)
            for run in cell.iter(f"{A}r"):
                yield seen("".join(run.itertext()), self.ink(run.find(f"{A}rPr"), []), ground)

    def chart(self, name: str, below: Rgb) -> Iterator[Seen]:
        root = _parsed(self.files, name)
        for series in root.iter(f"{C}ser"):
            yield from self.series(series, below)
        for words in root.iter(f"{C}txPr", f"{C}rich"):
            if not any(one.tag == f"{C}dLbls" for one in words.iterancestors()):
                yield seen("words of a chart", self.words(words), below)
        for part in _related(self.files, name).values():
            if "drawings/" in part:
                for run in _parsed(self.files, part).iter(f"{A}rPr"):
                    yield seen("the source", self.ink(run, []), below)

    def series(self, series: Any, below: Rgb) -> Iterator[Seen]:
        fill = series.find(f"{C}spPr/{A}solidFill")
        own = None if fill is None else self.theme.on(below, fill)
        points = {
            point.find(f"{C}idx").get("val"): self.theme.on(
                below, point.find(f".//{C}spPr/{A}solidFill")
            )
            for point in series.iterchildren(f"{C}dPt")
        }
        thin = [*series.findall(f"{C}spPr/{A}ln/{A}solidFill")] if own is None else []
        thin += series.findall(f"{C}marker/{C}spPr/{A}solidFill")
        fills = [*([own] if own else []), *points.values()]
        for color in (*fills, *(self.theme.on(below, one) for one in thin)):
            yield seen("a series", color, below, is_text=False)
        is_ring = series.getparent().tag == f"{C}doughnutChart"
        for label in series.iter(f"{C}dLbls", f"{C}dLbl"):
            words = label.find(f"{C}txPr")
            words = label.find(f"{C}tx/{C}rich") if words is None else words
            place, shown = label.find(f"{C}dLblPos"), label.find(f"{C}spPr/{A}solidFill")
            grounds = [below] if shown is None else [self.theme.color(shown)]
            inside = is_ring or (place is not None and place.get("val") in _INSIDE)
            # A label that is moved stands beside its segment or slice.
            if inside and shown is None and label.find(f"{C}layout") is None:
                grounds = _filled_below(label, own, points)
            for ground in grounds if words is not None else []:
                yield seen("a number", self.words(words), ground)

    def words(self, words: Any) -> Rgb:
        return self.theme.color(words.find(f".//{A}defRPr/{A}solidFill"))


def _filled_below(label: Any, own: Rgb | None, points: dict[str, Rgb]) -> list[Rgb]:
    """Return what the numbers of a label stand on: of one for all, each point without its own."""
    at = label.find(f"{C}idx")
    if at is not None:
        found = points.get(at.get("val"), own)
        return [found] if found else []
    alone = {one.find(f"{C}idx").get("val") for one in label.iterchildren(f"{C}dLbl")}
    others = [color for number, color in points.items() if number not in alone]
    return [*others, *([own] if own else [])]


def _at(painted: list[_Painted], box: Box) -> Rgb | None:
    """Return what is seen at the middle of a box, but for thin lines; None for a picture."""
    x, y = box[0] + box[2] // 2, box[1] + box[3] // 2
    return next(
        color
        for (left, top, wide, high), color in reversed(painted)
        if left <= x < left + wide and top <= y < top + high and min(wide, high) > _LINE
    )


def _related(files: zipfile.ZipFile, name: str) -> dict[str, str]:
    folder, _, file = name.rpartition("/")
    relationships = f"{folder}/_rels/{file}.rels"
    if relationships not in files.namelist():
        return {}
    return {
        str(one.get("Id")): posixpath.normpath(f"{folder}/{one.get('Target')}")
        for one in _parsed(files, relationships)
        if one.get("TargetMode") != "External"
    }


def _parsed(files: zipfile.ZipFile, name: str) -> Any:
    return etree.fromstring(files.read(name))


def _key(placeholder: Any) -> tuple[str, str]:
    kind = placeholder.get("type", "obj")
    return ("title", "") if kind in {"title", "ctrTitle"} else (kind, placeholder.get("idx", ""))
