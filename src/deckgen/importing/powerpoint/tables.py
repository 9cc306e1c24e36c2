"""Tables of a slide as rows of cells."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from deckgen.importing.marked_text import SourceRun
from deckgen.importing.powerpoint.paragraphs import paragraphs_of, without_common_format
from deckgen.importing.powerpoint.shape_properties import description
from deckgen.importing.powerpoint.source_slide import SourceTable, Unread
from deckgen.opc.xml_parser import Element, q

if TYPE_CHECKING:
    from pptx.shapes.graphfrm import GraphicFrame


def table_of(shape: "GraphicFrame", links: Mapping[str, str]) -> SourceTable | Unread:
    """Return a table; one with merged cells is something that no kind shows."""
    element = next(shape.element.iter(q("a:tbl")))
    cells = element.iter(q("a:tc"))
    if any(set(cell.attrib) & {"gridSpan", "rowSpan", "hMerge", "vMerge"} for cell in cells):
        words = "\n".join(_words(cell) for cell in element.iter(q("a:tc")))
        return Unread("table with merged cells", words)
    header = element.find(q("a:tblPr"))
    return SourceTable(
        tuple(
            tuple(tuple(_cell(cell, links)) for cell in row.iterchildren(q("a:tc")))
            for row in element.iterchildren(q("a:tr"))
        ),
        header is not None and header.get("firstRow") in {"1", "true"},
        description(shape),
    )


def _cell(cell: Element, links: Mapping[str, str]) -> Iterator[SourceRun]:
    body = cell.find(q("a:txBody"))
    if body is None:
        return
    for number, paragraph in enumerate(without_common_format(paragraphs_of(body, (), links))):
        if number:
            yield SourceRun("\n")
        yield from paragraph.runs


def _words(cell: Element) -> str:
    return " ".join("".join(t.text or "" for t in p.iter(q("a:t"))) for p in cell.iter(q("a:p")))
