"""Links on areas of a slide: shapes that nobody sees (ECMA-376 Part 1, 21.1.2.3.5)."""

from collections.abc import Iterable

from deckgen.deck.slide import LineLink
from deckgen.ooxml.drawingml import RECTANGLE, transform_xml
from deckgen.ooxml.text.text_body import Links
from deckgen.support.xml_text import escape

_UNSEEN = (
    '<a:solidFill><a:schemeClr val="bg1"><a:alpha val="0"/></a:schemeClr></a:solidFill>'
    "<a:ln><a:noFill/></a:ln>"
)
"""Fully transparent: without a fill, a click would go to what lies below the area."""


def line_link_shapes(lines: Iterable[LineLink], first_id: int, links: Links) -> list[str]:
    """Return a shape for each line, with shape ids from `first_id` on.

    Its description is the line's text: that is what a screen reader says of the link.
    """
    return [
        f'<p:sp><p:nvSpPr><p:cNvPr id="{shape_id}" name="Link {number}" '
        f'descr="{escape(line.text)}">{links.click(line.link)}</p:cNvPr><p:cNvSpPr/><p:nvPr/>'
        f"</p:nvSpPr><p:spPr>{transform_xml(line.box)}{RECTANGLE}{_UNSEEN}</p:spPr></p:sp>"
        for number, (shape_id, line) in enumerate(enumerate(lines, first_id), 1)
    ]
