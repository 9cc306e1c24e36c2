"""Links on transparent areas: each belongs to the line whose words it describes.

Our overviews have them (`ooxml/slide.py`), so that their lines keep the colour of text.
"""

from collections.abc import Iterable, Iterator, Mapping

from deckgen.importing.powerpoint.reading.source_slide import SlideText, SourceShape
from deckgen.importing.source_paragraph import SourceParagraph
from deckgen.opc.xml_parser import Element, q


def is_unseen(element: Element) -> bool:
    """Return whether a shape without words has a fully transparent fill."""
    alpha = element.find(f"{q('p:spPr')}/{q('a:solidFill')}/*/{q('a:alpha')}")
    words = any(text.text for text in element.iter(q("a:t")))
    return alpha is not None and alpha.get("val") == "0" and not words


def link_areas(tree: Element, links: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the description and the address of each transparent area of a slide."""
    for element in tree.iter(q("p:sp")):
        properties = element.find(f"{q('p:nvSpPr')}/{q('p:cNvPr')}")
        click = None if properties is None else properties.find(q("a:hlinkClick"))
        if properties is not None and click is not None and is_unseen(element):
            yield properties.get("descr", ""), links.get(click.get(q("r:id"), ""), "")


def with_linked_lines(
    shapes: Iterable[SourceShape], areas: Mapping[str, str]
) -> Iterator[SourceShape]:
    """Yield the shapes; lines with the words of an area have its link."""
    for shape in shapes:
        if areas and isinstance(shape.content, SlideText):
            lines = tuple(_linked(each, areas) for each in shape.content.paragraphs)
            yield shape._replace(content=SlideText(lines))
        else:
            yield shape


def _linked(line: SourceParagraph, areas: Mapping[str, str]) -> SourceParagraph:
    address = areas.get(" ".join(line.words.split()))
    if not address:
        return line
    return line._replace(runs=tuple(run._replace(link=run.link or address) for run in line.runs))
