"""The values of an audit, rules and findings, and queries on a package that rules share."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from deckgen.opc.parsed_package import ParsedPackage, ParsedPart
from deckgen.opc.xml_parser import Element, q

ELEMENTS = "{*}*"
"""For `iter`: every element, without comments and processing instructions."""

SLIDE_LIKE = ("p:sld", "p:sldLayout", "p:sldMaster", "p:notes", "p:notesMaster", "p:handoutMaster")
SHAPES = ("p:sp", "p:pic", "p:graphicFrame", "p:grpSp", "p:cxnSp", "p:contentPart")
FOOTER_TYPES = ("dt", "ftr", "sldNum", "hdr")
TITLE_TYPES = ("title", "ctrTitle")


@dataclass(frozen=True, slots=True)
class Finding:
    """A place that breaks a rule. `part` is a part name; empty for the whole package."""

    part: str
    message: str
    code: str = ""
    """The code of the fault; empty if it is that of the rule."""


Rule: TypeAlias = "Callable[[ParsedPackage], Iterator[Finding]]"
"""A function named after its code: `duplicate_slide_id` finds `duplicate-slide-id`.

Its docstring is the rule, the reason, and the source.
"""


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


def code_of(rule: Rule) -> str:
    """Return the code under which a rule's findings are reported."""
    return getattr(rule, "__name__", "").replace("_", "-")


def slides_layouts_masters_notes(package: ParsedPackage) -> Iterator[tuple[ParsedPart, Element]]:
    """Yield every part with a shape tree, with its root."""
    for tag in SLIDE_LIKE:
        yield from parts_with_root(package, tag)


def parts_with_root(package: ParsedPackage, tag: str) -> Iterator[tuple[ParsedPart, Element]]:
    """Yield the parts whose root has a prefixed name, each with that root."""
    for part in package.of_root(tag):
        if part.root is not None:
            yield part, part.root


def presentation(package: ParsedPackage) -> tuple[ParsedPart, Element] | None:
    """Return the presentation part with its root, or None."""
    part = package.main()
    if part is None or part.root is None or part.root.tag != q("p:presentation"):
        return None
    return part, part.root


def find_all(root: Element, path: str) -> list[Element]:
    """Return the elements at a path of prefixed names such as `p:sldIdLst/p:sldId`."""
    return root.findall("/".join(q(name) for name in path.split("/")))


def find_first(root: Element, path: str) -> Element | None:
    """Return the first element at a path of prefixed names, or None."""
    return root.find("/".join(q(name) for name in path.split("/")))


def placeholder_shapes(root: Element) -> list[PlaceholderShape]:
    """Return the placeholders of a slide, layout or master in reading order, groups included."""
    lines_of_rule = []
    for ph in root.iter(q("p:ph")):
        properties = ph.getparent()
        nonvisual = properties.getparent() if properties is not None else None
        shape = nonvisual.getparent() if nonvisual is not None else None
        if shape is not None and properties is not None and properties.tag == q("p:nvPr"):
            lines_of_rule.append(PlaceholderShape(ph.get("type", "obj"), ph.get("idx", "0"), shape))
    return lines_of_rule


def all_shapes(root: Element) -> Iterator[Element]:
    """Yield the shapes of a slide in reading order, groups and their members."""
    yield from root.iter(*(q(tag) for tag in SHAPES))


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
    return "\n".join(
        "".join(text.text or "" for text in paragraph.iter(q("a:t")))
        for paragraph in element.iter(q("a:p"))
    )


def repeated_values(values: Iterable[str]) -> list[str]:
    """Return the values that occur more than once, each once, in order of first occurrence."""
    return [value for value, count in Counter(values).items() if count > 1]


def whole_number(text: str | None) -> int | None:
    """Return the number in an attribute, or None."""
    try:
        return int(text or "")
    except ValueError:
        return None


def embedded_font_entries(package: ParsedPackage) -> list[Element]:
    """Return the entries in the list of embedded fonts."""
    main = presentation(package)
    return [] if main is None else find_all(main[1], "p:embeddedFontLst/p:embeddedFont")


def typeface_of(embedded: Element) -> str:
    """Return the typeface of an embedded font, or nothing."""
    font = find_first(embedded, "p:font")
    return "" if font is None else font.get("typeface", "")
