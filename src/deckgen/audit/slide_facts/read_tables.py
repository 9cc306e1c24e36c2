"""The cells of a table: their text, and the colours that their table style gives them.

ECMA-376 Part 1, 20.1.4.2 (table styles), 21.1.3 (tables).
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias

from deckgen.audit.slide_facts.audited_slide import TextArea
from deckgen.audit.slide_facts.read_text import TextContext, read_paragraphs
from deckgen.brand.contrast import mixed
from deckgen.opc.xml_parser import Element, local_name, q
from deckgen.template.resolve.attributes import parse_flag
from deckgen.template.resolve.backgrounds import fill_element, single_color
from deckgen.template.resolve.color_values import MappedColors, color_in
from deckgen.template.resolve.drawn_shapes import fill_opacity

TableStyles: TypeAlias = Mapping[str, Element]
"""The styles of a deck by their GUIDs."""


class _CellLook(NamedTuple):
    """What a table style gives to one cell."""

    known: bool
    fill: Element | None = None
    text: Element | None = None
    """The `a:tcTxStyle` with its colour."""
    bold: bool = False


def read_cells(
    table: Element, styles: TableStyles, context: TextContext, ground: str | None
) -> tuple[TextArea, ...]:
    """Return the text of the cells of an `a:tbl`, those covered by merged ones left out.

    `ground` is the RRGGBB behind the table; None if unknown.
    """
    properties = table.find(q("a:tblPr"))
    guid = "" if properties is None else properties.findtext(q("a:tableStyleId")) or ""
    rows = table.findall(q("a:tr"))
    areas = []
    for row_number, row in enumerate(rows):
        cells = row.findall(q("a:tc"))
        for column, cell in enumerate(cells):
            if parse_flag(cell.get("hMerge")) or parse_flag(cell.get("vMerge")):
                continue
            place = _Place(row_number, column, len(rows), len(cells))
            look = _cell_look(guid, styles, properties, place)
            areas.append(_area(cell, look, place, context, ground))
    return tuple(areas)


class _Place(NamedTuple):
    row: int
    column: int
    rows: int
    columns: int


def _area(
    cell: Element, look: _CellLook, place: _Place, context: TextContext, ground: str | None
) -> TextArea:
    styled = context.with_color(color_in(look.text, context.look.palette), bold=look.bold)
    paragraphs = read_paragraphs(cell.find(q("a:txBody")), styled)
    behind = _behind(cell, look, context.look.palette, ground)
    return TextArea(paragraphs, (place.row + 1, place.column + 1), behind)


def _behind(
    cell: Element, look: _CellLook, palette: MappedColors, ground: str | None
) -> str | None:
    properties = cell.find(q("a:tcPr"))
    fill = None if properties is None else fill_element(properties)
    if fill is None:
        if not look.known:
            return None
        fill = look.fill
    if fill is None or local_name(fill) == "noFill":
        return ground
    color, opacity = single_color(fill, palette), fill_opacity(fill)
    if color is None or opacity >= 1:
        return color
    return None if ground is None else mixed(ground, color, opacity)


def _cell_look(
    guid: str, styles: TableStyles, properties: Element | None, place: _Place
) -> _CellLook:
    """Return the look of a cell: that of the whole table, then of bands, edges and corners."""
    if not guid or guid == _NO_STYLE:
        return _CellLook(known=True)
    style = styles.get(guid)
    if style is None:
        return _CellLook(known=False)
    fill = color = None
    bold = False
    for name in ("wholeTbl", *_regions(properties, place)):
        region = style.find(q(f"a:{name}"))
        if region is None:
            continue
        text, cell_style = region.find(q("a:tcTxStyle")), region.find(q("a:tcStyle"))
        if text is not None:
            bold = text.get("b") == "on" or (bold and text.get("b") != "off")
            color = text if _has_color(text) else color
        stated = None if cell_style is None else cell_style.find(q("a:fill"))
        own = None if stated is None else fill_element(stated)
        fill = fill if own is None else own
    return _CellLook(known=True, fill=fill, text=color, bold=bold)


_NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""“No Style, No Grid”."""
_COLORS = frozenset({"schemeClr", "srgbClr", "sysClr", "prstClr", "hslClr", "scrgbClr"})


def _has_color(text: Element) -> bool:
    return any(local_name(child) in _COLORS for child in text.iterchildren("{*}*"))


def _regions(properties: Element | None, place: _Place) -> Iterator[str]:
    """Yield the regions of the table that a cell belongs to, the weakest first."""

    def on(name: str) -> bool:
        return properties is not None and bool(parse_flag(properties.get(name)))

    first_row, first_column = on("firstRow"), on("firstCol")
    in_body = not (first_row and place.row == 0)
    if on("bandRow") and in_body:
        yield "band2H" if (place.row - first_row) % 2 else "band1H"
    if on("bandCol") and not (first_column and place.column == 0):
        yield "band2V" if (place.column - first_column) % 2 else "band1V"
    if on("lastCol") and place.column == place.columns - 1:
        yield "lastCol"
    if first_column and place.column == 0:
        yield "firstCol"
    if on("lastRow") and place.row == place.rows - 1:
        yield "lastRow"
    if first_row and place.row == 0:
        yield "firstRow"
