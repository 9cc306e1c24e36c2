"""Shapes of a slide as python-pptx gives them to reading: their XML, and what lies above it."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from deckgen.opc.xml_parser import NAMESPACES, Element, parse_xml

_DECLARED = " ".join(
    f'xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in ("a", "p", "r", "p14", "adec", "asvg")
)


def element(xml: str) -> Element:
    """Return an element of PresentationML; `xml` needs no namespaces of its own."""
    return parse_xml(f"<all {_DECLARED}>{xml}</all>".encode())[0]


class Name(NamedTuple):
    """The name of a part."""

    ext: str


class Media(NamedTuple):
    """A part that is no XML."""

    partname: Name
    blob: bytes


class Master(NamedTuple):
    """A master."""

    element: Element


class Layout(NamedTuple):
    """A layout."""

    element: Element
    slide_master: Master


class Part(NamedTuple):
    """The part of a slide."""

    slide_layout: Layout
    media: Mapping[str, Media]

    def related_part(self, link: str) -> Media:
        """Return the part that a relationship leads to; KeyError if there is none."""
        return self.media[link]


class Shape(NamedTuple):
    """A shape of a slide."""

    element: Element
    part: Part
    name: str = "Shape"
    shape_id: int = 2
    rotation: float = 0
    crop_left: float = 0
    crop_top: float = 0
    crop_right: float = 0
    crop_bottom: float = 0


def shape(
    xml: str,
    *,
    layout: str = "",
    master: str = "",
    styles: str = "",
    media: Iterable[tuple[str, str, bytes]] = (),
) -> Any:
    """Return a shape; `layout` and `master` hold shapes, `media` links, endings and bytes.

    It is no class of python-pptx, which would need a whole presentation.
    """
    above = Master(element(f"<p:sldMaster>{_tree(master)}{styles}</p:sldMaster>"))
    part = Part(
        Layout(element(f"<p:sldLayout>{_tree(layout)}</p:sldLayout>"), above),
        {link: Media(Name(ending), data) for link, ending, data in media},
    )
    return Shape(element(xml), part)


def _tree(shapes: str) -> str:
    return f"<p:cSld><p:spTree>{shapes}</p:spTree></p:cSld>"
