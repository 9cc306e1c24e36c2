"""The source of an SVG: its text without a document type, its size, and what made its text.

A document type could refer to the web. Text is refused: docs/decisions/text-in-svg.md.
"""

import re
from collections.abc import Mapping

# Compiled at first use: few files need them, and each costs a build time.
_ENCODED = rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_.-]{1,40})[\"'][^>]*\?>"
_READ = frozenset({"utf-8", "us-ascii", "ascii", "utf-16", "macroman", "macintosh"})
_READ_FAMILIES = ("iso-8859-", "iso8859-", "windows-125", "cp125", "latin")
_MARKED = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))
"""Byte order marks, which take precedence over a declaration."""
_DECLARATION = r"\s*<\?xml[^>]*\?>"
_DOCTYPE = rb"(?i)<!DOCTYPE[^>\[]*(?:\[([^\]]*)\]\s*)?>"
_ENTITY = (
    rb"(?s)<!ENTITY\s+([A-Za-z_][\w.-]{0,99})\s+(?:\"([^\"<&%]{0,1000})\"|'([^'<&%]{0,1000})')\s*>"
    rb"|<!--.*?-->|\s+"
)
_REFERENCE = rb"&([A-Za-z_][\w.-]{0,99});"
_START = 4096
"""Bytes within which the root element begins, after a comment or a document type."""


class SourceError(ValueError):
    """The text of an SVG cannot be read."""


class EntityError(ValueError):
    """A document type defines more than entities with plain text."""


def is_svg(data: bytes) -> bool:
    """Return whether a file looks like an SVG."""
    start = data[:_START].replace(b"\0", b"") if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else data
    return b"<svg" in start[:_START] or b":svg" in start[:_START]


def source_without_doctype(data: bytes, most: int) -> bytes:
    """Return an SVG in UTF-8 with its entities replaced, of at most `most` bytes.

    Illustrator defines styles and namespaces as entities. Any other definition, such as an entity
    of entities, raises EntityError; an unknown encoding raises SourceError.
    """
    data = _in_utf8(data)
    # Only the first: a search for more would take quadratic time if they have no end.
    start = data.lower().find(b"<!doctype")
    match = re.match(_DOCTYPE, data[start:]) if start >= 0 else None
    if match is None:
        return data
    entities = _entities(match[1] or b"")
    data = data[:start] + data[start + match.end() :]
    if not entities:
        return data
    size = len(data) + sum(len(entities.get(name, b"")) for name in re.findall(_REFERENCE, data))
    if size > most:
        raise EntityError
    return re.sub(_REFERENCE, lambda match: entities.get(match[1], match[0]), data)


def _in_utf8(data: bytes) -> bytes:
    marked = next((name for mark, name in _MARKED if data.startswith(mark)), None)
    declared = re.match(_ENCODED, data) if b"<?xml" in data[:_START] else None
    name = marked or (declared[1].decode().lower() if declared else "utf-8")
    if name not in {*_READ, "utf-8-sig"} and not name.startswith(_READ_FAMILIES):
        raise SourceError(name)
    try:
        text = data.decode(name)
    except (UnicodeDecodeError, LookupError):
        raise SourceError(name) from None
    if name in {"utf-8", "us-ascii", "ascii"}:
        return data
    declaration = re.match(_DECLARATION, text)
    return text[declaration.end() if declaration else 0 :].encode()


def _entities(subset: bytes) -> dict[bytes, bytes]:
    entities: dict[bytes, bytes] = {}
    at = 0
    entity = re.compile(_ENTITY)
    while at < len(subset):
        match = entity.match(subset, at)
        if match is None:
            raise EntityError
        at = match.end()
        if match[1]:
            entities.setdefault(match[1], match[2] if match[2] is not None else match[3])
    return entities


# Compiled at first use: many drawings have a viewBox alone.
_LENGTH = r"\s*\+?((?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,2})?)\s*([a-zA-Z]*)\s*"
_PIXELS = {
    "": 1.0,
    "px": 1.0,
    "pt": 96 / 72,
    "pc": 16.0,
    "in": 96.0,
    "cm": 96 / 2.54,
    "mm": 96 / 25.4,
    "em": 16.0,
    "ex": 8.0,
}
_LONGEST = 1e7
"""Pixels of a side."""


def svg_size(root: Mapping[str, str]) -> tuple[float, float] | None:
    """Return width and height in pixels of 1/96 in; None if the root states no size.

    A missing side, or one in per cent, follows from the viewBox. The content may have any size.
    """
    width, height = _length(root.get("width", "")), _length(root.get("height", ""))
    box = _box(root.get("viewBox", ""))
    if box is not None:
        if width is None and height is None:
            width, height = box
        elif width is None and height is not None:
            width = height * box[0] / box[1]
        elif height is None and width is not None:
            height = width * box[1] / box[0]
    if width is None or height is None:
        return None
    return (width, height) if 0 < width < _LONGEST and 0 < height < _LONGEST else None


def svg_units(root: Mapping[str, str]) -> tuple[float, float] | None:
    """Return width and height in user units, or None."""
    return _box(root.get("viewBox", "")) or svg_size(root)


def _length(written: str) -> float | None:
    """Return a length in pixels; None if there is none, or it is relative to the page."""
    match = re.fullmatch(_LENGTH, written) if written else None
    pixels = _PIXELS.get(match[2].lower()) if match else None
    return float(match[1]) * pixels if match and pixels is not None else None


def _box(written: str) -> tuple[float, float] | None:
    parts = written.replace(",", " ").split()
    if len(parts) != 4:
        return None
    try:
        width, height = float(parts[2]), float(parts[3])
    except ValueError:
        return None
    return (width, height) if 0 < width < _LONGEST and 0 < height < _LONGEST else None


_NAMED_WITHIN = 20_000
"""Bytes within which a program states its name."""
_INKSCAPE = (
    "In Inkscape: Edit, Select All in All Layers; then Path, Object to Path; then File, Save As, "
    "Plain SVG."
)
_MADE_BY = (
    (
        (b"Matplotlib",),
        "Before plt.savefig, write plt.rcParams['svg.fonttype'] = 'path'; then save it again.",
    ),
    (
        (b"svglite",),
        "In R, save it with ggsave(…, device = grDevices::svg), which draws letters as paths.",
    ),
    ((b"Generated by graphviz",), "Type: dot -Tsvg:cairo plan.dot -o plan.svg"),
    (
        (b"Qt SVG Document", b"QGIS"),
        "In the layout of QGIS: Layout, Export as SVG, Text export: Always Export Texts as Paths.",
    ),
    (
        (b"mxfile", b"mxGraphModel", b"drawio", b"diagrams.net"),
        "In draw.io: File, Export as, PNG, with a zoom of 300 %; show that.",
    ),
    (
        (b"Adobe Illustrator",),
        "In Illustrator: Select, All; then Type, Create Outlines; then save it again.",
    ),
    ((b"CorelDRAW",), "In CorelDRAW: File, Export, SVG, and under Export text choose As curves."),
    (
        (b"SVGDocument", b"openoffice.org", b"LibreOffice"),
        "In LibreOffice Draw: Edit, Select All; Shape, Convert, To Polygon; export it again.",
    ),
    ((b'class="mermaid', b"mermaid-", b"flowchart-v2"), "In Mermaid: Actions, PNG; show that."),
    ((b"PlantUML", b"plantuml"), "Type: java -jar plantuml.jar -tpng -Sdpi=300 plan.puml"),
    ((b"excalidraw",), "In Excalidraw: Export image, scale 3×, PNG; show that."),
)
_ANYWHERE = (
    " Without it: let the program that made the file save a PNG, about 2,700 pixels wide; or open "
    "the file in a browser, enlarge it, and save a screenshot."
)


def text_advice(data: bytes) -> str:
    """Return how the author can convert the text to paths, or save a PNG."""
    start = data[:_NAMED_WITHIN]
    hints = (hint for names, hint in _MADE_BY if any(name in start for name in names))
    return next(hints, None) or _INKSCAPE + _ANYWHERE
