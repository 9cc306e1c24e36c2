"""Checking an SVG: nothing in it may run, fetch, or take too much to draw.

Unknown programs open the SVGs of a deck.
"""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple, NoReturn
from xml.parsers import expat

from deckgen.media.refusal import RefusedError
from deckgen.media.svg.plain_svg import MOST_BYTES, PlainnessCheck
from deckgen.media.svg.svg_source import (
    EntityError,
    SourceError,
    source_without_doctype,
    svg_size,
    svg_units,
    text_advice,
)

if TYPE_CHECKING:
    from deckgen.media.svg.drawing_cost import CostEstimate

LONGEST_RATIO = 20
_MOST_BYTES = 10_000_000
_MOST_ELEMENTS = 200_000
_MOST_LAYERS = 2_000
"""Masks and filters: each is a picture of its own."""
_BYTES_PER_ELEMENT = 1_000
"""Bytes of a file that count as one more element."""
_DEEPEST = 200
_LONGER_SIDE = 1_000
_PIXELS_PER_ELEMENT = 10_000
"""Pixels of an embedded picture that count as one more element."""
_SVG = "http://www.w3.org/2000/svg"
_READ = frozenset({"", "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace"})
"""The namespaces of attributes with an effect; others are metadata of drawing programs."""
_PRIVATE = ("http://ns.adobe.com/", "http://www.inkscape.org/", "http://sodipodi.sourceforge.net/")
_TEXT = frozenset({"text", "tspan", "textPath", "tref", "altGlyph"})
_FORBIDDEN = frozenset(
    {"script", "iframe", "object", "embed", "audio", "video", "handler", "canvas"}
)
# Patterns that few files need are compiled at their first use: each costs a build time.
_LINK = r"(?i)(?:https?|mailto):"
_OUTSIDE = re.compile(
    r"url\([\s\"']*+(?!#|data:(?:font|application)/)|@import|expression\(|javascript:|\\",
    re.IGNORECASE,
)
_NOTES = frozenset({"id", "class", "content", "title", "alt", "label", "name"})
_NOTES_BEGIN = ("aria-", "data-", "required", "system")
"""Attributes with text, which programs neither follow nor take as style."""
_GEOMETRY = frozenset({"d", "points", "transform", "viewBox"})
"""Attributes of numbers alone."""
_BEYOND = re.compile(r"(?<![\d.])\d{13}|\d[eE]\+?0*[1-9]\d")
"""Numbers of a million millions: renderers fail at them in many ways."""
_COLOR = r"#[0-9A-Fa-f]+"
_COSTLY = {"numOctaves": 10, "radius": 100, "order": 15}
"""Largest values of attributes that make a filter slow for every pixel."""

_ENTITIES = "definitions of entities"
_FOREIGN = "a script or foreign content"
_SCRIPT = "a script"
_LINKED = "a link to something outside the file"
_ELEMENTS = "more elements than a slide can show"
_NUMBERS = "numbers that are larger than any drawing"
_FILTER = "a filter that takes too long to draw"
_PLAIN = "Save it as a plain SVG (in Inkscape: File, Save As, Plain SVG); or save it as PNG."
_PNG = "Save it as PNG, about 2,700 pixels wide."
_WAYS_OUT = {
    **dict.fromkeys((_ENTITIES, _FOREIGN, _SCRIPT), _PLAIN),
    **dict.fromkeys((_ELEMENTS, _NUMBERS, _FILTER), _PNG),
    _LINKED: "Put its pictures into it (in Inkscape: Edit, Select All; Extensions, Images, Embed "
    "Images); or save it as PNG.",
}


class CheckedSvg(NamedTuple):
    """An SVG that can be shown."""

    data: bytes
    """In UTF-8, without a document type."""
    size: tuple[int, int]
    """Width and height, scaled so that the longer side is 1,000."""
    elements: int
    """Repeated elements count as often as they are drawn."""
    layers: int
    reach: float
    """Largest distance of anything drawn, in widths of the drawing; infinite if it is not plain."""


def check_svg(name: str, data: bytes) -> CheckedSvg:
    """Return an SVG that is safe to show; raises RefusedError for any other."""
    if len(data) > _MOST_BYTES:
        raise RefusedError(
            "huge-picture",
            f"{name} is an SVG of {len(data) // 1_000_000} MB.",
            "Save it as PNG; that much detail shows on no slide.",
        )
    try:
        data = source_without_doctype(data, _MOST_BYTES)
        reading = _Reading(name, data)
        parser = expat.ParserCreate("utf-8", namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = reading.start
        parser.EndElementHandler = reading.end
        parser.CharacterDataHandler = reading.text
        parser.StartDoctypeDeclHandler = reading.doctype
        parser.ProcessingInstructionHandler = reading.instruction
        # Not in parts: of a large picture in it, the parser would begin again with each part.
        is_all = True
        parser.Parse(data, is_all)
    except EntityError:
        raise _unsafe(name, _ENTITIES) from None
    except (expat.ExpatError, SourceError, ValueError):
        raise RefusedError(
            "broken-picture", f"{name} cannot be drawn: it is no valid SVG.", "Save it again."
        ) from None
    return reading.finished()


class _Reading:
    """The handlers of one parse; each raises RefusedError for content that is not allowed."""

    def __init__(self, name: str, data: bytes) -> None:
        self._name, self._data = name, data
        self._root: Mapping[str, str] = {}
        self._path: list[str] = []
        self._style: list[str] = []
        self._foreign = 0
        """The depth of the open foreign content; 0 if there is none."""
        self._count = 0
        self._plainness = PlainnessCheck() if len(data) <= MOST_BYTES else None
        self._cost_estimate = _estimate(data)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Handle the start of an element."""
        space, _, local = tag.rpartition(" ")
        plain = {
            name.rpartition(" ")[2]: value
            for name, value in attributes.items()
            if name.rpartition(" ")[0] in _READ
        }
        if not self._path:
            self._root = plain
            if local != "svg" or space not in {_SVG, ""}:
                message = f"{self._name} is XML, but no SVG."
                raise RefusedError("no-picture", message, "Save the picture as SVG or PNG.")
        self._path.append(local)
        self._count += 1
        if self._count > _MOST_ELEMENTS or len(self._path) > _DEEPEST:
            self._unsafe(_ELEMENTS)
        if local in _FORBIDDEN:
            self._unsafe(_FOREIGN)
        if self._foreign and not space.startswith(_PRIVATE):
            self._words(_FOREIGN)
        if local == "foreignObject":
            self._foreign = self._foreign or len(self._path)
        if self._cost_estimate:
            self._cost_estimate.start(local, plain)
        if self._plainness and space in {_SVG, ""}:
            self._plainness.start(local, plain)
        elif self._plainness:
            self._plainness.start("metadata", {})
        for name, value in plain.items():
            self._attribute(local, name, value)

    def end(self, tag: str) -> None:
        """Handle the end of an element."""
        if tag.rpartition(" ")[2] == "style":
            self._rules("".join(self._style))
            self._style.clear()
        if self._foreign == len(self._path):
            self._foreign = 0
        self._path.pop()
        if self._cost_estimate:
            self._cost_estimate.end()
        if self._plainness:
            self._plainness.end()

    def text(self, text: str) -> None:
        """Handle text: style rules are kept, visible words refused."""
        if self._path[-1] == "style":
            self._style.append(text)
        elif text.strip() and self._path[-1] == "foreignObject":
            self._words(_FOREIGN)
        elif text.strip() and any(element in _TEXT for element in self._path):
            self._words("text, which looks different on every machine")

    def doctype(self, *_: object) -> None:
        """Refuse a document type that could define entities; others were removed before."""
        self._unsafe(_ENTITIES)

    def instruction(self, target: str, _: str) -> None:
        """Refuse external style sheets."""
        if target.casefold() == "xml-stylesheet":
            self._unsafe(_LINKED)

    def finished(self) -> CheckedSvg:
        """Return the drawing; raises RefusedError if its size or its cost is too large."""
        size, units = svg_size(self._root), svg_units(self._root)
        if size is None or units is None:
            raise RefusedError(
                "broken-picture",
                f"{self._name} says no size that can be shown.",
                "Save it again with a viewBox: in Inkscape, File, Document Properties, Resize to "
                "Content.",
            )
        width, height = size
        if not 1 / LONGEST_RATIO <= width / height <= LONGEST_RATIO:
            raise RefusedError(
                "broken-picture",
                f"{self._name} is more than {LONGEST_RATIO} times as long as it is wide; no slide "
                "shows that.",
                "In Inkscape, make its page larger: File, Document Properties.",
            )
        elements, layers = self._count + len(self._data) // _BYTES_PER_ELEMENT, 0
        if self._cost_estimate:
            elements, layers = self._cost_estimate.total(_MOST_ELEMENTS, _MOST_LAYERS)
            if elements > _MOST_ELEMENTS or layers > _MOST_LAYERS:
                self._unsafe(_ELEMENTS)
        scale = _LONGER_SIDE / max(width, height)
        pixels = (max(round(width * scale), 1), max(round(height * scale), 1))
        reach = self._plainness.reach if self._plainness else float("inf")
        reach *= max(1 / units[0], height / width / units[1])
        return CheckedSvg(self._data, pixels, elements, layers, reach)

    def _attribute(self, element: str, name: str, value: str) -> None:
        if name[:2].casefold() == "on" and name.isalpha():
            self._unsafe(_SCRIPT)
        if name.casefold() in {"href", "src"}:
            self._reference(element, value)
        elif name not in _NOTES and not name.startswith(_NOTES_BEGIN):
            if name in _COSTLY:
                self._cost(name, value)
            self._numbers(name, value)
            if name not in _GEOMETRY:
                self._safe(value)
            if name in {"from", "to", "values", "base"} and re.search(r"(?i)script:|//", value):
                self._unsafe(_LINKED)

    def _reference(self, element: str, value: str) -> None:
        there = value.strip()
        if there.startswith("data:image/") and not there.startswith("data:image/svg"):
            from deckgen.media.svg.embedded_pictures import embedded_pixels

            pixels = embedded_pixels(self._name, there)
            if self._cost_estimate:
                self._cost_estimate.repeat(pixels // _PIXELS_PER_ELEMENT)
        elif not there.startswith("#") and not (element == "a" and re.match(_LINK, there)):
            self._unsafe(_LINKED)

    def _rules(self, rules: str) -> None:
        self._safe(rules)
        self._numbers("style", rules)
        if self._cost_estimate:
            self._cost_estimate.style(rules)
        if self._plainness:
            self._plainness.style(rules)

    def _safe(self, value: str) -> None:
        if _OUTSIDE.search(value):
            self._unsafe(_LINKED)

    def _numbers(self, name: str, value: str) -> None:
        if "#" in value:
            value = re.sub(_COLOR, "", value)
        if _BEYOND.search(value):
            self._unsafe(_NUMBERS)
        if self._plainness:
            self._plainness.numbers(name, value)

    def _cost(self, name: str, value: str) -> None:
        """Refuse filters that are slow for every pixel; `order` may be two numbers."""
        for number in re.findall(r"(?<![\d.])\d+", value):
            if len(number) > 4 or int(number) > _COSTLY[name]:
                self._unsafe(_FILTER)

    def _words(self, what: str) -> NoReturn:
        raise RefusedError(
            "unsafe-picture", f"{self._name} contains {what}.", text_advice(self._data)
        )

    def _unsafe(self, what: str) -> NoReturn:
        raise _unsafe(self._name, what)


def _estimate(data: bytes) -> "CostEstimate | None":
    """Return a counter of repetitions; None for a drawing without references."""
    if b"#" not in data or (b"href" not in data and b"url(" not in data.lower()):
        return None
    from deckgen.media.svg.drawing_cost import CostEstimate

    return CostEstimate(styled=b"style" in data)


def _unsafe(name: str, what: str) -> RefusedError:
    return RefusedError("unsafe-picture", f"{name} contains {what}.", _WAYS_OUT[what])
