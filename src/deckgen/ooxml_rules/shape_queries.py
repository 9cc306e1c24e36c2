"""Queries on the shapes of a slide, a layout, a master or a notes page (ECMA-376 Part 1, 19.3)."""

import html
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from deckgen.ooxml_rules.attributes import parse_flag
from deckgen.opc.xml_parser import NAMESPACES, Element, q

SHAPES = ("p:sp", "p:pic", "p:graphicFrame", "p:grpSp", "p:cxnSp", "p:contentPart")
TITLE_TYPES = frozenset({"title", "ctrTitle"})
FOOT_TYPES = frozenset({"dt", "ftr", "sldNum"})
"""The types of placeholders at the foot of a slide: date, footer and number."""
FOOTER_TYPES = FOOT_TYPES | {"hdr"}
"""The same, and the header of notes and handouts."""
PLACEHOLDER = f"*/{q('p:nvPr')}/{q('p:ph')}"
"""The path from a shape of any sort to its `p:ph`."""
_SPANS = frozenset({"gridSpan", "rowSpan", "hMerge", "vMerge"})
"""What merged cells have (21.1.3.18)."""
_READABLE = {prefix: NAMESPACES[prefix] for prefix in ("a14", "p14")}
"""Extensions with shapes that we read: equations; films. Some programs do not declare them."""
_PASSED_OVER = re.compile(
    rb"<([\w.-]+:)?(fld|Fallback)[\s>].*?</(?:[\w.-]+:)?(?:fld|Fallback)>", re.DOTALL
)
_TEXT = re.compile(rb"<(?:[\w.-]+:)?t(?:\s[^>]*)?>([^<]*)</")


@dataclass(frozen=True, slots=True)
class PlaceholderShape:
    """A placeholder shape of a slide, layout or master: its type, its index, and the shape."""

    type: str
    idx: str
    shape: Element

    @property
    def text(self) -> str:
        """The words in the placeholder."""
        return text_of(self.shape)

    @property
    def has_box(self) -> bool:
        """Whether the shape says itself where it stands."""
        return self.shape.find(f"{q('p:spPr')}/{q('a:xfrm')}") is not None


def find_all(root: Element, path: str) -> list[Element]:
    """Return the elements at a path of prefixed names such as `p:sldIdLst/p:sldId`."""
    return root.findall(_tags(path))


def find_first(root: Element, path: str) -> Element | None:
    """Return the first element at a path of prefixed names, or None."""
    return root.find(_tags(path))


@cache
def _tags(path: str) -> str:
    return "/".join(q(name) for name in path.split("/"))


def attribute(root: Element | None, path: str, name: str, default: str = "") -> str:
    """Return an attribute of the first element at a path, as `find_first` has it.

    `default` is returned without the root, the element, or the attribute.
    """
    element = None if root is None else find_first(root, path)
    return default if element is None else element.get(name, default)


def placeholder_shapes(root: Element) -> list[PlaceholderShape]:
    """Return the placeholders of a slide, layout or master in reading order, groups included."""
    placeholders = []
    for properties in root.iter(q("p:nvPr")):
        ph, nonvisual = properties.find(q("p:ph")), properties.getparent()
        shape = nonvisual.getparent() if nonvisual is not None else None
        if shape is not None and ph is not None:
            placeholders.append(PlaceholderShape(ph.get("type", "obj"), ph.get("idx", "0"), shape))
    return placeholders


def placeholder_above(above: Element, kind: str, idx: str | None = None) -> Element | None:
    """Return the placeholder of a layout or master that has an index, else a type."""
    tree = above.find(f"{q('p:cSld')}/{q('p:spTree')}")
    shapes = () if tree is None else tree
    placeholders = [(each, ph) for each in shapes if (ph := each.find(PLACEHOLDER)) is not None]
    if idx is not None:
        for shape, ph in placeholders:
            if ph.get("idx", "0") == idx:
                return shape
    return next((shape for shape, ph in placeholders if ph.get("type", "obj") == kind), None)


def all_shapes(root: Element) -> Iterator[Element]:
    """Yield the shapes of a slide in reading order, groups and their members."""
    yield from root.iter(*(q(tag) for tag in SHAPES))


def readable_alternative(alternatives: Element) -> Element | None:
    """Return the branch of an `mc:AlternateContent` (Part 3, 7.6) that we read.

    It is the first choice with known extensions only, else the fallback. Without a fallback it is
    the first choice, so that its words are kept; None if there is no branch.
    """
    choices = find_all(alternatives, "mc:Choice")
    for choice in choices:
        prefixes = choice.get("Requires", "").split()
        needed = {choice.nsmap.get(prefix, _READABLE.get(prefix)) for prefix in prefixes}
        if needed <= set(_READABLE.values()):
            return choice
    fallback = find_first(alternatives, "mc:Fallback")
    return fallback if fallback is not None else next(iter(choices), None)


def shape_properties(shape: Element) -> Element | None:
    """Return the `p:cNvPr` of a shape, or None."""
    return next(shape.iter(q("p:cNvPr")), None)


def shapes_by_id(root: Element) -> dict[str, Element]:
    """Return the shapes of a slide by their ids."""
    shapes = ((shape_properties(shape), shape) for shape in all_shapes(root))
    return {
        properties.get("id", ""): shape for properties, shape in shapes if properties is not None
    }


def name_of(shape: Element) -> str:
    """Return the name of a shape in PowerPoint's selection pane."""
    properties = shape_properties(shape)
    return "" if properties is None else properties.get("name", "")


def text_of(element: Element) -> str:
    """Return the words in an element, paragraphs as lines."""
    return "\n".join(map(words_in, element.iter(q("a:p"))))


def words_in(element: Element, tag: str = "a:t") -> str:
    """Return the words in an element, one after the other; `tag` holds them."""
    return "".join([text.text or "" for text in element.iter(q(tag))])


def words_digest(slide: bytes) -> str:
    """Return eight hexadecimal digits for the words of a `p:sld` in UTF-8, without blanks.

    They stay as long as nobody changes the words: programs divide runs anew, write fields anew, and
    add fallbacks for other programs (Part 3, 9.3).
    """
    words = b"".join(_TEXT.findall(_PASSED_OVER.sub(b"", slide)))
    text = "".join(html.unescape(words.decode(errors="replace")).split())
    return f"{zlib.crc32(text.encode()):08x}"


def has_merged_cells(table: Element) -> bool:
    """Return whether an `a:tbl` has merged cells."""
    return any(set(cell.keys()) & _SPANS for cell in table.iter(q("a:tc")))


def drawn_words(drawing: Element) -> Iterator[tuple[str, str]]:
    """Yield name and words of each shape that is drawn into a chart (20.5.2.27, 21.2.2.221)."""
    for shape in drawing.iterfind("{*}relSizeAnchor/{*}sp"):
        properties = shape.find("{*}nvSpPr/{*}cNvPr")
        name = "" if properties is None else properties.get("name", "")
        yield name, " ".join(words_in(line) for line in shape.iter(q("a:p")))


def child_value(parent: Element, name: str) -> str:
    """Return the `val` of a child; empty without it."""
    return attribute(parent, name, "val")


def is_decorative(properties: Element | None) -> bool:
    """Return whether a `p:cNvPr` marks its shape as decorative ([MS-ODRAWXML], decorative)."""
    marks = () if properties is None else properties.iter(q("adec:decorative"))
    return any(parse_flag(mark.get("val")) for mark in marks)
