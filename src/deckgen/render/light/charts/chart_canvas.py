"""What a chart is drawn with: shapes and text boxes on a slide. Lengths are points of the chart."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from deckgen.deck.bidi import has_letters_from_right
from deckgen.deck.box import Box
from deckgen.deck.layout import EMU_PER_POINT
from deckgen.fonts.face import known_face
from deckgen.fonts.text_width import blank_width, word_width
from deckgen.render.light.charts.chart_values import Area, Marker, TextLook
from deckgen.support.xml_text import escape

LINE = 1.2
"""Em from line to line."""
_ANCHORS = {0: "t", 0.5: "ctr", 1: "b"}
_ALIGNMENTS = {0: "l", 0.5: "ctr", 1: "r"}
_SYMBOLS = {"circle": "ellipse", "diamond": "diamond", "triangle": "triangle"}
_SHAPE = (
    '<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="Chart"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>'
    '<a:xfrm{turn}><a:off x="{x}" y="{y}"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>{geometry}{shape}'
    "</p:spPr>{text}</p:sp>"
)
_PRESET = '<a:prstGeom prst="{}"><a:avLst/></a:prstGeom>'
_PATH = (
    '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
    '<a:pathLst><a:path w="{}" h="{}"{}>{}</a:path></a:pathLst></a:custGeom>'
)
_NOTHING = "<a:noFill/><a:ln><a:noFill/></a:ln>"
_FULL_TURN = 21_600_000

_MOST_SHAPES = 20_000
"""Far above what any chart needs."""

Point = tuple[float, float]


class TextPlace(NamedTuple):
    """Where a text stands: the shares of its width and height that lie left of and above (x, y)."""

    x: float
    y: float
    left: float = 0.5
    above: float = 0.5
    width: float = 0
    """Where its lines break; 0: nowhere."""
    turn: int = 0
    """Degrees."""


class ChartCanvas:
    """Collects the shapes of a chart as XML; `frame` is its place on the slide in EMU.

    Its methods raise ValueError after 20,000 shapes.
    """

    def __init__(self, frame: Box, first_id: int, body_font: str) -> None:
        self._corner = frame[:2]
        self.size = (frame.cx / EMU_PER_POINT, frame.cy / EMU_PER_POINT)
        self._first_id = first_id
        self._body_font = body_font
        self.shapes: list[str] = []

    def rectangle(self, x: float, y: float, width: float, height: float, shape: str) -> None:
        """Add a rectangle; `shape` is the XML of its fill and line."""
        self._add((x, y, width, height), _PRESET.format("rect"), shape)

    def polygon(self, points: Sequence[Point], shape: str, *, closed: bool = True) -> None:
        """Add a filled shape, or an open line through some points."""
        across, down = zip(*points, strict=True)
        left, top = min(across), min(down)
        path = "".join(
            f"<a:{name}>{_pt(x - left, y - top)}</a:{name}>"
            for name, (x, y) in zip(["moveTo", *["lnTo"] * len(points)], points, strict=False)
        )
        box = (left, top, max(across) - left, max(down) - top)
        if closed:
            self._add(box, _path(box, path + "<a:close/>"), shape)
        else:
            self._add(box, _path(box, path, ' fill="none"'), f"<a:noFill/>{shape}")

    def slice(
        self, middle: Point, radius: float, hole: float, angles: tuple[float, float], shape: str
    ) -> None:
        """Add a slice of a circle, between angles in turns clockwise from the top."""
        start, end = angles
        if end - start >= 1 - 1e-9:
            # An arc of a whole turn ends where it begins, and is none.
            half = start + 0.5
            self.slice(middle, radius, hole, (start, half), shape)
            self.slice(middle, radius, hole, (half, half + 0.5), shape)
            return
        turn = round((end - start) * _FULL_TURN)
        own = (radius, radius)
        outer, inner = on_circle(own, radius, start), on_circle(own, radius * hole, end)
        path = (
            f"<a:moveTo>{_pt(*outer)}</a:moveTo>{_arc(radius, start, turn)}"
            f"<a:lnTo>{_pt(*inner)}</a:lnTo>"
        )
        if hole:
            path += _arc(radius * hole, end, -turn)
        box = (middle[0] - radius, middle[1] - radius, 2 * radius, 2 * radius)
        self._add(box, _path(box, path + "<a:close/>"), shape)

    def line(self, start: Point, end: Point, line: str) -> None:
        """Add a straight line; `line` is the XML of an `a:ln`."""
        (x, y), (to_x, to_y) = start, end
        self._add((x, y, to_x - x, to_y - y), _PRESET.format("line"), line)

    def mark(self, marker: Marker, x: float, y: float) -> None:
        """Add the mark of a point."""
        if marker.symbol != "none":
            name, half = _SYMBOLS.get(marker.symbol, "rect"), marker.size / 2
            box = (x - half, y - half, marker.size, marker.size)
            self._add(box, _PRESET.format(name), marker.shape)

    def text(self, text: str, look: TextLook, place: TextPlace, fill: str = "") -> None:
        """Add a text; `fill` is the XML of the fill behind it."""
        if not text.strip():
            return
        # Without a fill, the box only has to be wide enough for the text.
        own = self.width_of(text, look) + (0.4 * look.size if fill else 2 * look.size)
        width = place.width or own
        height = LINE * look.size
        box = (place.x - width * place.left, place.y - height * place.above, width, height)
        wrap = "square" if place.width else "none"
        run = (
            f'<a:rPr lang="en-US" sz="{round(look.size * 100)}" b="{int(look.bold)}">{look.fill}'
            f'<a:latin typeface="{escape(look.typeface)}"/></a:rPr>'
        )
        body = (
            f'<p:txBody><a:bodyPr wrap="{wrap}" lIns="0" tIns="0" rIns="0" bIns="0"'
            f' anchor="{_ANCHORS[place.above]}"/><a:lstStyle/>'
            f'<a:p><a:pPr marL="0" indent="0" algn="{_ALIGNMENTS[place.left]}"'
            f' rtl="{has_letters_from_right(text):d}"><a:lnSpc><a:spcPct val="100000"/></a:lnSpc>'
            f"<a:buNone/></a:pPr><a:r>{run}<a:t>{escape(text)}</a:t></a:r></a:p></p:txBody>"
        )
        shape = f"{fill}<a:ln><a:noFill/></a:ln>" if fill else _NOTHING
        self._add(box, _PRESET.format("rect"), shape, body, place.turn)

    def text_body(self, body: str, area: Area) -> None:
        """Add a text that is XML already, in an area given in shares of the chart."""
        box = area.in_points(self.size)
        self._add(box, _PRESET.format("rect"), _NOTHING, f"<p:txBody>{body}</p:txBody>")

    def width_of(self, text: str, look: TextLook) -> float:
        """Return the width of the widest line of a text in points."""
        if "\n" in text:
            return max(self.width_of(line, look) for line in text.split("\n"))
        name = self._body_font if look.typeface.startswith("+") else look.typeface
        face = known_face((name, look.bold, False))
        words = text.split(" ")
        widths = sum(word_width(word, face) for word in words)
        return (widths + (len(words) - 1) * blank_width(face)) * look.size

    def lines_of(self, text: str, look: TextLook, width: float) -> int:
        """Return how many lines a text takes within a width."""
        lines, at = 1, 0.0
        for word in text.split():
            wide = self.width_of(word, look)
            if at and at + wide > width:
                lines, at = lines + 1, 0.0
            at += wide + self.width_of(" ", look)
        return lines

    def _add(
        self,
        box: tuple[float, float, float, float],
        geometry: str,
        shape: str,
        text: str = "",
        turn: int = 0,
    ) -> None:
        x, y, cx, cy = (round(length * EMU_PER_POINT) for length in box)
        left, top = self._corner
        if len(self.shapes) >= _MOST_SHAPES:
            raise ValueError("a chart has too many shapes")
        self.shapes.append(
            _SHAPE.format(
                id=self._first_id + len(self.shapes),
                turn=f' rot="{turn * 60_000}"' if turn else "",
                x=left + x,
                y=top + y,
                cx=max(cx, 0),
                cy=max(cy, 0),
                geometry=geometry,
                shape=shape,
                text=text,
            )
        )


def on_circle(middle: Point, radius: float, turn: float) -> Point:
    """Return a point on a circle, at an angle in turns clockwise from the top."""
    angle = 2 * math.pi * turn
    return middle[0] + radius * math.sin(angle), middle[1] - radius * math.cos(angle)


def _arc(radius: float, start: float, turn: int) -> str:
    half = round(radius * EMU_PER_POINT)
    begin = round((start - 0.25) % 1 * _FULL_TURN)
    return f'<a:arcTo wR="{half}" hR="{half}" stAng="{begin}" swAng="{turn}"/>'


def _path(box: tuple[float, float, float, float], path: str, attributes: str = "") -> str:
    width, height = (max(round(length * EMU_PER_POINT), 1) for length in box[2:])
    return _PATH.format(width, height, attributes, path)


def _pt(x: float, y: float) -> str:
    return f'<a:pt x="{round(x * EMU_PER_POINT)}" y="{round(y * EMU_PER_POINT)}"/>'
