"""Tables of a slide as rows of cells."""

from collections.abc import Iterator, Mapping

from pptx.shapes.graphfrm import GraphicFrame

from deckgen.importing.marked_text import SourceRun
from deckgen.importing.powerpoint.reading.paragraphs import source_paragraphs, without_common_format
from deckgen.importing.powerpoint.reading.shape_properties import description
from deckgen.importing.powerpoint.reading.source_slide import SourceTable, Unread
from deckgen.ooxml_rules.attributes import parse_flag
from deckgen.ooxml_rules.shape_queries import has_merged_cells, words_in
from deckgen.opc.xml_parser import Element, q

_MUTED = f".//{q('a:rPr')}/{q('a:solidFill')}//{q('a:satMod')}"
"""The path to the colour of what is not highlighted, as we set it."""


def table_of(shape: GraphicFrame, links: Mapping[str, str]) -> SourceTable | Unread:
    """Return a table; one with merged cells is something that no kind shows."""
    element = next(shape.element.iter(q("a:tbl")))
    if has_merged_cells(element):
        words = "\n".join(_words(cell) for cell in element.iter(q("a:tc")))
        return Unread("table with merged cells", words)
    header = element.find(q("a:tblPr"))
    rows = [list(row.iterchildren(q("a:tc"))) for row in element.iterchildren(q("a:tr"))]
    if len({len(row) for row in rows}) > 1:
        return Unread("table with uneven rows", "\n".join(_words(c) for row in rows for c in row))
    return SourceTable(
        tuple(tuple(tuple(_cell(cell, links)) for cell in row) for row in rows),
        header is not None and bool(parse_flag(header.get("firstRow"))),
        description(shape),
        header is not None and bool(parse_flag(header.get("lastRow"))),
        tuple(_highlight(rows)),
    )


def _highlight(rows: list[list[Element]]) -> Iterator[str]:
    """Yield the first cells of rows, or the headers of columns, beside which all is muted."""
    muted = [[cell.find(_MUTED) is not None for cell in row] for row in rows[1:]]
    if not any(map(any, muted)):
        return
    if loud := [row[0] for row, cells in zip(rows[1:], muted, strict=True) if not any(cells)]:
        yield from map(_words, loud)
    else:
        columns = [at for at in range(len(rows[0])) if not any(row[at] for row in muted)]
        yield from (_words(rows[0][at]) for at in columns)


def _cell(cell: Element, links: Mapping[str, str]) -> Iterator[SourceRun]:
    body = cell.find(q("a:txBody"))
    if body is None:
        return
    for number, paragraph in enumerate(without_common_format(source_paragraphs(body, (), links))):
        if number:
            yield SourceRun("\n")
        yield from paragraph.runs


def _words(cell: Element) -> str:
    return " ".join(map(words_in, cell.iter(q("a:p"))))
