"""Shapes of a slide as reading takes them: their XML, and what it refers to."""

from collections.abc import Iterable

from deckgen.importing.powerpoint.reading.shape_properties import SlideParts, SlideShape
from deckgen.opc.parsed_package import ParsedPackage, ParsedPart, ParsedRelationship
from deckgen.opc.xml_parser import NAMESPACES, Element, parse_xml

_DECLARED = " ".join(
    f'xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in ("a", "p", "r", "p14", "adec", "asvg")
)


def element(xml: str) -> Element:
    """Return an element of PresentationML; `xml` needs no namespaces of its own."""
    return parse_xml(f"<all {_DECLARED}>{xml}</all>".encode())[0]


def shape(
    xml: str,
    *,
    layout: str = "",
    master: str = "",
    styles: str = "",
    media: Iterable[tuple[str, str, bytes]] = (),
) -> SlideShape:
    """Return a shape; `layout` and `master` hold shapes, `media` links, endings and bytes."""
    files = {link: ParsedPart(f"/{link}.{end}", None, data, None, ()) for link, end, data in media}
    links = (
        ParsedRelationship(link, "image", part.name, external=False) for link, part in files.items()
    )
    slide = ParsedPart("/slide.xml", None, b"", None, tuple(links))
    package = ParsedPackage("", {part.name: part for part in files.values()}, (), {}, {}, ())
    above = element(f"<p:sldMaster>{_tree(master)}{styles}</p:sldMaster>")
    on_layout = element(f"<p:sldLayout>{_tree(layout)}</p:sldLayout>")
    return SlideShape(element(xml), SlideParts(package, slide, on_layout, above, {}))


def _tree(shapes: str) -> str:
    return f"<p:cSld><p:spTree>{shapes}</p:spTree></p:cSld>"
