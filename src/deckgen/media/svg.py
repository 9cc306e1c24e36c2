"""SVG files: what may stand in one, how it is drawn as PNG.

A deck's SVG is opened by programs that we do not know, so nothing may stand in it that runs, reads
or fetches, or that blows up when it is drawn.
"""

import re
from typing import NamedTuple, NoReturn
from xml.parsers import expat

from deckgen.media.refused import RefusedError

LONGEST_RATIO = 20
_MOST_BYTES = 10_000_000
_MOST_ELEMENTS = 200_000
_DEEPEST = 200
_TEXT = frozenset({"text", "tspan", "textPath", "tref", "altGlyph"})
_FORBIDDEN = frozenset(
    {"script", "foreignObject", "iframe", "object", "embed", "audio", "video", "handler", "canvas"}
)
_SAFE_DATA = re.compile(r"data:image/(png|jpe?g|gif|webp)\s*[;,]", re.IGNORECASE)
_OUTSIDE = re.compile(r"url\(\s*(?![\"']?\s*#)|@import|expression\(|javascript:|\\", re.IGNORECASE)
_READ = frozenset({"", "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace"})
"""The namespaces of attributes that programs act on; others are notes of drawing programs."""
_REPEATED = re.compile(r"url\(\s*[\"']?\s*#([^)\"']+)")
_NUMBER = r"([\d.]+(?:[eE][+-]?\d+)?)"
_LENGTH = re.compile(rf"\s*{_NUMBER}\s*(px|pt|mm|cm|in|pc)?\s*")
_UNITS = {"": 1, "px": 1, "pt": 4 / 3, "pc": 16, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96}


_DOCTYPE = re.compile(rb"<!DOCTYPE[^>\[]*>", re.IGNORECASE)
_LONGER_SIDE = 1_000


class Drawing(NamedTuple):
    """An SVG that can be shown."""

    data: bytes
    """Without a document type, which would send programs to the web for it."""
    size: tuple[int, int]
    """Width and height, scaled so that the longer side is 1,000."""


def is_svg(data: bytes) -> bool:
    """Whether a file says that it is an SVG."""
    return b"<svg" in data[:4096] or b":svg" in data[:4096]


def check(name: str, data: bytes) -> Drawing:
    """Return an SVG that can be shown safely; raises RefusedError for any other."""
    if len(data) > _MOST_BYTES:
        raise _refused(
            "huge-picture",
            f"{name} is an SVG of {len(data) // 1_000_000} MB.",
            "Save it as PNG; that much detail shows on no slide.",
        )
    data = _DOCTYPE.sub(b"", data, count=1)
    reading = _Reading(name)
    parser = expat.ParserCreate("utf-8", namespace_separator=" ")
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.text
    parser.StartDoctypeDeclHandler = reading.doctype
    parser.ProcessingInstructionHandler = reading.instruction
    try:
        parser.Parse(data, True)  # noqa: FBT003  # expat takes no keyword
        data.decode()
    except (expat.ExpatError, UnicodeDecodeError, ValueError):
        raise _refused(
            "broken-picture", f"{name} cannot be drawn: it is no valid SVG.", "Save it again."
        ) from None
    width, height = reading.finished()
    scale = _LONGER_SIDE / max(width, height)
    size = (max(round(width * scale), 1), max(round(height * scale), 1))
    return Drawing(data, size)


def rasterised(svg: bytes, width: int) -> bytes | None:
    """Return the SVG as PNG, `width` pixels wide; None if it cannot be drawn.

    No fonts are loaded, so that it is the same picture on every machine.
    """
    import resvg_py

    try:
        drawn = resvg_py.svg_to_bytes(svg_string=svg.decode(), width=width, skip_system_fonts=True)
    except ValueError:
        return None
    return bytes(drawn)


class _Reading:
    """What is met while the file is read; stops at the first thing that may not stand in it."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._size: tuple[float, float] | None = None
        self._path: list[str] = []
        self._style: list[str] = []
        self._count = 0
        self._weights: dict[str, int] = {}
        """How many elements are drawn for each id, uses counted as what they repeat."""
        self._open: list[tuple[str, int, list[str]]] = []
        self._uses: dict[str, list[str]] = {}

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Take the beginning of an element."""
        space, _, local = tag.rpartition(" ")
        if not self._path:
            self._size = self._root(space, local, attributes)
        self._path.append(local)
        self._count += 1
        if self._count > _MOST_ELEMENTS or len(self._path) > _DEEPEST:
            self._unsafe("more elements than a slide can show")
        if local in _FORBIDDEN:
            self._unsafe("a script or foreign content")
        if local in _TEXT:
            self._unsafe("text, which looks different on every machine")
        targets: list[str] = []
        for name, value in attributes.items():
            space, _, own = name.rpartition(" ")
            if space in _READ:
                self._attribute(own, value)
                targets += _REPEATED.findall(value)
                if own == "href":
                    targets.append(value.strip().removeprefix("#"))
        self._open.append((attributes.get("id", ""), self._count, []))
        for _, _, uses in self._open:
            uses.extend(targets)

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        if tag.rpartition(" ")[2] == "style":
            self._styled("".join(self._style))
            self._style.clear()
        self._path.pop()
        name, before, uses = self._open.pop()
        if name and name not in self._weights:
            self._weights[name] = self._count - before + 1
            self._uses[name] = uses
        if not self._open:
            self._weigh(uses)

    def text(self, text: str) -> None:
        """Take what stands between elements; only rules of style mean anything."""
        if self._path[-1] == "style":
            self._style.append(text)

    def doctype(self, *_: object) -> None:
        """Refuse a document type that could define entities; any other is gone already."""
        self._unsafe("definitions of entities")

    def instruction(self, target: str, _: str) -> None:
        """Refuse style sheets from elsewhere."""
        if target.casefold() == "xml-stylesheet":
            self._unsafe("a link to something outside the file")

    def finished(self) -> tuple[float, float]:
        """Return the size; raises RefusedError if there is none that can be shown."""
        size = self._size
        if size is None or not 1 / LONGEST_RATIO <= size[0] / size[1] <= LONGEST_RATIO:
            raise _refused(
                "broken-picture",
                f"{self._name} says no size that can be shown.",
                "Save it again with a viewBox: in Inkscape, File, Document Properties, Resize to "
                "Content.",
            )
        return size

    def _root(
        self, space: str, local: str, attributes: dict[str, str]
    ) -> tuple[float, float] | None:
        if local != "svg" or space not in {"http://www.w3.org/2000/svg", ""}:
            raise _refused(
                "no-picture", f"{self._name} is XML, but no SVG.", "Save the picture as SVG or PNG."
            )
        return _size(attributes)

    def _attribute(self, name: str, value: str) -> None:
        if re.fullmatch(r"on[a-z]+", name.casefold()):
            self._unsafe("a script")
        if name.casefold() in {"href", "src"}:
            there = value.strip()
            if not there.startswith("#") and not _SAFE_DATA.match(there):
                self._unsafe("a link to something outside the file")
        elif name in {"from", "to", "values", "base"} and re.search(r"(?i)script:|//", value):
            self._unsafe("a link to something outside the file")
        else:
            self._styled(value)

    def _styled(self, value: str) -> None:
        if _OUTSIDE.search(value):
            self._unsafe("a link to something outside the file")

    def _weigh(self, uses: list[str]) -> None:
        """Refuse `use` of `use` of `use` …, which a few lines can make millions of."""
        known: dict[str, int] = {}

        def weight(name: str, depth: int) -> int:
            if depth > _DEEPEST // 4:
                return _MOST_ELEMENTS + 1
            if name not in known:
                total = self._weights.get(name, 0)
                for used in self._uses.get(name, ()):
                    total += weight(used, depth + 1)
                    if total > _MOST_ELEMENTS:
                        break
                known[name] = total
            return known[name]

        total = self._count
        for name in uses:
            total += weight(name, 0)
            if total > _MOST_ELEMENTS:
                self._unsafe("more elements than a slide can show")

    def _unsafe(self, what: str) -> NoReturn:
        raise _refused(
            "unsafe-picture",
            f"{self._name} contains {what}.",
            "Save it as a plain SVG with all text as paths (in Inkscape: Path, Object to Path; "
            "then Save As, Plain SVG); or save it as PNG.",
        )


def _size(root: dict[str, str]) -> tuple[float, float] | None:
    """Return the size from the viewBox, or else from width and height.

    Not from a drawing of it at its own size, which may be as large as an attacker likes.
    """
    box = [part for part in re.split(r"[\s,]+", root.get("viewBox", "").strip()) if part]
    try:
        if len(box) == 4:
            width, height = float(box[2]), float(box[3])
        else:
            sides = [_LENGTH.fullmatch(root.get(name, "")) for name in ("width", "height")]
            width, height = (
                float(side[1]) * _UNITS[side[2] or ""] if side else 0.0 for side in sides
            )
    except ValueError:
        return None
    return (width, height) if 0 < width < 1e7 and 0 < height < 1e7 else None


def _refused(code: str, message: str, hint: str) -> RefusedError:
    return RefusedError(code, message, hint)
