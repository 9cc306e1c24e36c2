"""The cells of a table: their text, and the colours that their table style gives them.

ECMA-376 Part 1, 20.1.4.2 (table styles), 21.1.3 (tables).
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias

from deckgen.audit.slide_facts.audited_slide import TextArea
from deckgen.audit.slide_facts.office_table_styles import NO_STYLES, office_table_style
from deckgen.audit.slide_facts.read_text import InheritedFormat, read_paragraphs
from deckgen.audit.slide_facts.seen_colors import seen_fill
from deckgen.ooxml_rules.attributes import parse_flag, parse_integer
from deckgen.opc.xml_parser import Element, local_name, q
from deckgen.template.resolve.backgrounds import FillContext, fill_element, theme_fill
from deckgen.template.resolve.color_values import color_in

TableStyles: TypeAlias = Mapping[str, Element]
"""The styles of a deck by their GUIDs."""


class _CellLook(NamedTuple):
    """What a table style gives to one cell."""

    fill: Element | None = None
    """A fill, or the `a:fillRef` of the theme's; None for none."""
    text: Element | None = None
    """The `a:tcTxStyle` with its colour."""
    bold: bool = False


def read_cells(
    table: Element,
    styles: TableStyles,
    context: InheritedFormat,
    fills: FillContext,
    ground: str | None,
) -> tuple[TextArea, ...]:
    """Return the text of the cells of an `a:tbl`, those covered by merged ones left out.

    `ground` is the RRGGBB behind the table; None if unknown. Of a style that is neither defined in
    the deck nor known here, the colours behind cells are unknown.
    """
    properties = table.find(q("a:tblPr"))
    guid = "" if properties is None else properties.findtext(q("a:tableStyleId")) or ""
    style = styles.get(guid)
    if style is None:
        style = office_table_style(guid)
    is_known = style is not None or guid in NO_STYLES
    painted = None if style is None else style.find(q("a:tblBg"))
    for own in (_fill_of(painted), fill_element(properties)):
        ground = _painted(own, fills, ground)
    rows = table.findall(q("a:tr"))
    areas = []
    for row_number, row in enumerate(rows):
        cells = row.findall(q("a:tc"))
        for column, cell in enumerate(cells):
            if parse_flag(cell.get("hMerge")) or parse_flag(cell.get("vMerge")):
                continue
            place = _Place(row_number, column, len(rows), len(cells))
            look = _cell_look(style, properties, place)
            styled = context.with_color(color_in(look.text, fills.palette), bold=look.bold)
            paragraphs = read_paragraphs(cell.find(q("a:txBody")), styled)
            behind = _behind(cell, look, fills, ground) if is_known else None
            areas.append(TextArea(paragraphs, (row_number + 1, column + 1), behind))
    return tuple(areas)


class _Place(NamedTuple):
    row: int
    column: int
    rows: int
    columns: int


def _behind(cell: Element, look: _CellLook, fills: FillContext, ground: str | None) -> str | None:
    fill = fill_element(cell.find(q("a:tcPr")))
    return _painted(look.fill if fill is None else fill, fills, ground)


def _painted(fill: Element | None, fills: FillContext, ground: str | None) -> str | None:
    """Return the RRGGBB that is seen where a fill, or a reference to one, lies on a ground."""
    color = None
    if fill is not None and local_name(fill) == "fillRef":
        color = color_in(fill, fills.palette)
        fill = theme_fill(fills.theme, parse_integer(fill.get("idx")) or 0)
    return seen_fill(fill, fills.palette, ground, color)


def _fill_of(region: Element | None) -> Element | None:
    """Return the fill of an `a:tblBg` or an `a:tcStyle`, or its reference to one of the theme."""
    stated = None if region is None else region.find(q("a:fill"))
    if stated is not None:
        return fill_element(stated)
    return None if region is None else region.find(q("a:fillRef"))


def _cell_look(style: Element | None, properties: Element | None, place: _Place) -> _CellLook:
    """Return the look of a cell: that of the whole table, then of bands, edges and corners."""
    look = _CellLook()
    for name in ("wholeTbl", *_regions(properties, place)):
        region = None if style is None else style.find(q(f"a:{name}"))
        if region is None:
            continue
        text, fill = region.find(q("a:tcTxStyle")), _fill_of(region.find(q("a:tcStyle")))
        if text is not None:
            bold = text.get("b") == "on" or (look.bold and text.get("b") != "off")
            has_color = any(local_name(child) in _COLORS for child in text.iterchildren("{*}*"))
            look = look._replace(bold=bold, text=text if has_color else look.text)
        if fill is not None:
            look = look._replace(fill=fill)
    return look


_COLORS = frozenset({"schemeClr", "srgbClr", "sysClr", "prstClr", "hslClr", "scrgbClr"})


def _regions(properties: Element | None, place: _Place) -> Iterator[str]:
    """Yield the regions of the table that a cell belongs to, the weakest first."""

    def on(name: str) -> bool:
        return properties is not None and bool(parse_flag(properties.get(name)))

    first_row, first_column = on("firstRow"), on("firstCol")
    is_header = first_row and place.row == 0
    is_total = on("lastRow") and place.row == place.rows - 1
    is_first = first_column and place.column == 0
    is_last = on("lastCol") and place.column == place.columns - 1
    if on("bandRow") and not is_header:
        yield "band2H" if (place.row - first_row) % 2 else "band1H"
    if on("bandCol") and not is_first:
        yield "band2V" if (place.column - first_column) % 2 else "band1V"
    for region, applies in (
        ("lastCol", is_last),
        ("firstCol", is_first),
        ("lastRow", is_total),
        ("seCell", is_total and is_last),
        ("swCell", is_total and is_first),
        ("firstRow", is_header),
        ("neCell", is_header and is_last),
        ("nwCell", is_header and is_first),
    ):
        if applies:
            yield region
