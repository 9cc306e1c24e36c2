"""The cells of a table: their text, and the colours that their table style gives them.

ECMA-376 Part 1, 20.1.4.2 (table styles), 21.1.3 (tables).
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple, TypeAlias

from deckgen.audit.slide_facts.audited_slide import TextArea
from deckgen.audit.slide_facts.read_text import TextContext, read_paragraphs
from deckgen.brand.contrast import mixed
from deckgen.opc.xml_parser import NAMESPACES, Element, local_name, parse_xml, q
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
        style = _office_style(guid)
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
_MEDIUM_2 = (
    "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}",
    "{21E4AEA4-8DFA-4A89-87EB-49C32662AFE0}",
    "{F5AB1C69-6EDB-4FF4-983F-18BD219EF322}",
    "{00A15C55-8517-42AA-B614-E9B94910E393}",
    "{7DF18680-E054-41AD-8BC1-D1AEF772440D}",
    "{93296810-A885-4BE3-A3E7-6D5BEEA58F35}",
)
"""“Medium Style 2” in the six accents: PowerPoint's own, the first of them for new tables."""
_WEAK = (
    '<a:{}><a:tcStyle><a:fill><a:solidFill><a:schemeClr val="accent{}"><a:tint val="{}000"/>'
    "</a:schemeClr></a:solidFill></a:fill></a:tcStyle></a:{}>"
)
_STRONG = (
    '<a:{}><a:tcTxStyle b="on"><a:schemeClr val="lt1"/></a:tcTxStyle><a:tcStyle><a:fill>'
    '<a:solidFill><a:schemeClr val="accent{}"/></a:solidFill></a:fill></a:tcStyle></a:{}>'
)


@cache
def _office_style(guid: str) -> Element | None:
    """Return one of PowerPoint's own styles, which a file need not define; None for most."""
    if guid not in _MEDIUM_2:
        return None
    accent = _MEDIUM_2.index(guid) + 1
    regions = "".join(
        [
            *(_WEAK.format(name, accent, tint, name) for name, tint in _TINTS.items()),
            *(_STRONG.format(name, accent, name) for name in _STRONG_REGIONS),
        ]
    )
    return parse_xml(f'<a:tblStyle xmlns:a="{NAMESPACES["a"]}">{regions}</a:tblStyle>'.encode())


_TINTS = {"wholeTbl": 20, "band1H": 40, "band1V": 40}
_STRONG_REGIONS = ("lastCol", "firstCol", "lastRow", "firstRow")
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
