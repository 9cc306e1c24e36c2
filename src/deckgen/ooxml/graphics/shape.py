"""What each shape of a graphic is given, and what comes out of it."""

from collections.abc import Collection
from typing import NamedTuple

from deckgen.deck.box import Box, box_around
from deckgen.deck.graphics import Chart, Clip, Drawing, Graphic, Table
from deckgen.deck.layout import Layout, Placeholder, PlaceholderType
from deckgen.ooxml.backdrop import Backdrop
from deckgen.ooxml.drawingml import placeholder_reference, transform_xml
from deckgen.ooxml.text.text_body import Links
from deckgen.opc.package_writer import Part
from deckgen.support.xml_text import escape


class ShapeContext(NamedTuple):
    """What a graphic's shape needs to know of its slide."""

    shape_id: int
    placeholder: Placeholder | None
    """The placeholder that the graphic fills; None if it fills none."""
    lang: str
    """Safe within XML."""
    code_font: str
    links: Links
    """The relationships of the slide; those of the graphic are added to it."""
    slide_number: int
    layout: Layout
    backdrop: Backdrop

    def reference(self, types: Collection[PlaceholderType]) -> str:
        """Return the `p:ph` of the placeholder if it is of one of these types; else nothing."""
        filled = self.placeholder and self.placeholder.type in types
        return placeholder_reference(self.placeholder) if self.placeholder and filled else ""


class GraphicXml(NamedTuple):
    """A graphic as it is written."""

    xml: str
    parts: tuple[Part, ...] = ()
    """Media, charts, workbooks; the same part may come from many slides, and is written once."""
    caption: str = ""
    """The shape of its caption, which is read after it."""
    shape_ids: int = 1
    """How many shape ids it takes, the first of them `ShapeContext.shape_id`."""


def graphic_box(graphic: Graphic) -> Box | None:
    """Return the box of a graphic on its slide; None if it was not placed."""
    if isinstance(graphic, Clip):
        return graphic.picture.box
    if not isinstance(graphic, Drawing):
        return graphic.box
    return box_around([shape.box for shape in graphic.shapes]) if graphic.shapes else None


def graphic_frame_xml(
    graphic: Chart | Table, reference: str, uri: str, xml: str, context: ShapeContext
) -> str:
    """Return the frame of a placed chart or table (19.3.1.21); `reference` is its `p:ph`."""
    shape_id, what = context.shape_id, type(graphic).__name__
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{shape_id}" name="{what} {shape_id}"'
        f' descr="{escape(graphic.alt)}"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/>'
        f"</p:cNvGraphicFramePr><p:nvPr>{reference}</p:nvPr></p:nvGraphicFramePr>"
        f'{transform_xml(placed_box(graphic), "p")}<a:graphic><a:graphicData uri="{uri}">{xml}'
        "</a:graphicData></a:graphic></p:graphicFrame>"
    )


def placed_box(graphic: Graphic) -> Box:
    """Return the box of a graphic on its slide; raises LookupError if it was not placed."""
    box = graphic_box(graphic)
    if box is None:
        raise LookupError("a graphic was not placed")
    return box
