"""Charts of talks, drawn as shapes: what stands where."""

from __future__ import annotations

import io
import re
from typing import Any, NamedTuple

from pptx import Presentation

from deckgen.deck.layout import EMU_PER_POINT
from deckgen.fonts.face import known_face
from deckgen.fonts.text_width import blank_width, word_width
from deckgen.render.light.plainer_slides import plainer_deck
from tests.talks import talk


class Drawn(NamedTuple):
    """A shape of a chart, in points of the slide."""

    left: float
    top: float
    width: float
    height: float
    text: str
    kind: str
    """The name of its preset geometry; “path” for a polygon or a slice."""
    xml: str

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of its box, across and down."""
        return self.left + self.width / 2, self.top + self.height / 2

    @property
    def ink(self) -> Drawn:
        """The place of its letters, which is smaller than its box."""
        words = self.text.split(" ")
        bold = 'b="1"' in self.xml
        face = known_face(("Calibri", bold, False))
        size = int(re.findall(r'sz="(\d+)"', self.xml)[0]) / 100
        wide = size * (sum(word_width(word, face) for word in words))
        wide += size * (len(words) - 1) * blank_width(face)
        share = {"l": 0, "ctr": 0.5, "r": 1}[(re.findall(r'algn="(\w+)"', self.xml) or ["l"])[0]]
        left, top = self.left + (self.width - wide) * share, self.top + size * 0.2
        return self._replace(left=left, top=top, width=wide, height=self.height - size * 0.35)

    def overlaps(self, other: Drawn) -> bool:
        """Return whether two shapes share more than an edge."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > 0.5 and down > 0.5


def drawn(chart: str, lang: str = "de-DE") -> list[Drawn]:
    """Return the shapes of a chart, given as YAML in one line."""
    data = talk(f"- {{title: S, chart: {{{chart}}}}}", lang=lang).data
    (slide,) = Presentation(io.BytesIO(plainer_deck(data, "Calibri"))).slides
    return [_shape(one) for one in slide.shapes if one.name == "Chart"]


def _shape(shape: Any) -> Drawn:
    left, top, width, height = (
        side / EMU_PER_POINT for side in (shape.left, shape.top, shape.width, shape.height)
    )
    xml = shape._element.xml
    kind = "path" if "custGeom" in xml else re.findall(r'prstGeom prst="(\w+)"', xml)[0]
    return Drawn(left, top, width, height, shape.text_frame.text, kind, xml)


def texts(shapes: list[Drawn]) -> list[str]:
    """Return the texts of a chart, in order."""
    return [one.text for one in shapes if one.text]


def bars(shapes: list[Drawn]) -> list[Drawn]:
    """Return the filled rectangles without text."""
    return [one for one in shapes if one.kind == "rect" and not one.text]
