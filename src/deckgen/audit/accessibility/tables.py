"""Tables: a header row, and a grid in which every cell has its column and its row."""

from collections.abc import Iterator

from deckgen.audit.finding import Finding
from deckgen.audit.rules import at_shape
from deckgen.audit.slide_facts.audited_slide import AuditedShape, AuditedSlide
from deckgen.ooxml_rules.attributes import parse_flag, parse_integer
from deckgen.opc.xml_parser import Element, q


def table_findings(slide: AuditedSlide) -> Iterator[Finding]:
    """Yield tables without a header row, with merged and with empty cells."""
    for shape in slide.shown:
        if shape.kind == "table":
            yield from _of_table(slide, shape, next(shape.element.iter(q("a:tbl"))))


def _of_table(slide: AuditedSlide, shape: AuditedShape, table: Element) -> Iterator[Finding]:
    properties = table.find(q("a:tblPr"))
    has_header = properties is not None and bool(parse_flag(properties.get("firstRow")))
    rows = table.findall(q("a:tr"))
    # A frame of one column, such as around code, has no columns to name.
    is_grid = len(rows) > 1 and len(table.findall(f"{q('a:tblGrid')}/{q('a:gridCol')}")) > 1
    if is_grid and not has_header:
        yield at_shape("table-header-missing", slide, shape.place)
    merged = next(
        (
            (row_number, column)
            for row_number, row in enumerate(rows, 1)
            for column, cell in enumerate(row.iterchildren(q("a:tc")), 1)
            if _spans(cell)
        ),
        None,
    )
    if merged is not None:
        yield at_shape("table-cells-merged", slide, shape.place, row=merged[0], column=merged[1])
    # The corner above the names of the rows may be empty: nobody needs a word for it.
    empty = [area.cell for area in shape.texts if not area.text.strip() and area.cell != (1, 1)]
    if is_grid and empty and empty[0] is not None:
        row, column = empty[0]
        yield at_shape(
            "table-cell-empty", slide, shape.place, cells=len(empty), row=row, column=column
        )


def _spans(cell: Element) -> bool:
    return any((parse_integer(cell.get(name)) or 1) > 1 for name in ("gridSpan", "rowSpan"))
