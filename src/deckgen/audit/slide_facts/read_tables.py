"""The cells of a table: their text, and the colours that their table style gives them.

ECMA-376 Part 1, 20.1.4.2 (table styles), 21.1.3 (tables).
"""

from collections.abc import Iterable, Mapping
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

    `ground` is the RRGGBB behind the table; None if unknown. If a style is neither defined in the
    deck nor known here, the colours behind cells are unknown.
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
            regions = _regions(properties, row_number, column, len(rows) - 1, len(cells) - 1)
            look = _cell_look(style, regions)
            styled = context.with_color(color_in(look.text, fills.palette), bold=look.bold)
            paragraphs = read_paragraphs(cell.find(q("a:txBody")), styled)
            own = fill_element(cell.find(q("a:tcPr")))
            behind = _painted(look.fill if own is None else own, fills, ground)
            place = (row_number + 1, column + 1)
            areas.append(TextArea(paragraphs, place, behind if is_known else None))
    return tuple(areas)


def _painted(fill: Element | None, fills: FillContext, ground: str | None) -> str | None:
    """Return the RRGGBB that is seen where a fill, or a reference to one, lies on a ground."""
    color = None
    if fill is not None and local_name(fill) == "fillRef":
        color = color_in(fill, fills.palette)
        fill = theme_fill(fills.theme, parse_integer(fill.get("idx")) or 0)
    return seen_fill(fill, fills.palette, ground, color)


def _fill_of(region: Element | None) -> Element | None:
    """Return the fill of an `a:tblBg` or an `a:tcStyle`, or its reference to one of the theme."""
    if region is None:
        return None
    stated = region.find(q("a:fill"))
    return region.find(q("a:fillRef")) if stated is None else fill_element(stated)


def _cell_look(style: Element | None, regions: Iterable[str]) -> _CellLook:
    """Return the look that a style gives to a cell in these regions, the weakest first."""
    look = _CellLook()
    for name in regions:
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


def _regions(
    properties: Element | None, row: int, column: int, last_row: int, last_column: int
) -> list[str]:
    """Return the regions of the table that a cell belongs to: its whole, bands, edges, corners."""

    def on(name: str) -> bool:
        return properties is not None and bool(parse_flag(properties.get(name)))

    first_row, first_column = on("firstRow"), on("firstCol")
    is_header = first_row and row == 0
    is_total = on("lastRow") and row == last_row
    is_first = first_column and column == 0
    is_last = on("lastCol") and column == last_column
    regions = (
        ("wholeTbl", True),
        ("band2H" if (row - first_row) % 2 else "band1H", on("bandRow") and not is_header),
        ("band2V" if (column - first_column) % 2 else "band1V", on("bandCol") and not is_first),
        ("lastCol", is_last),
        ("firstCol", is_first),
        ("lastRow", is_total),
        ("seCell", is_total and is_last),
        ("swCell", is_total and is_first),
        ("firstRow", is_header),
        ("neCell", is_header and is_last),
        ("nwCell", is_header and is_first),
    )
    return [region for region, applies in regions if applies]
