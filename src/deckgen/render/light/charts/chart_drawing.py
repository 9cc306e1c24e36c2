"""Charts of deckgen as shapes on their slides, each where its frame stands.

betteroffice draws charts in a way of its own: labels at the points only and never moved, decimal
points in every language, gaps as zeros, no source. So its charts would not look like those of
PowerPoint. Charts of other programs, which leave the place of the plot to the program, stay.
"""

import re
from collections.abc import Iterator

from deckgen.deck.box import Box
from deckgen.opc.xml_parser import TooMuchXMLError, UnreadableXMLError, XMLBudget, parse_xml
from deckgen.opc.zip_reader import DAMAGE_ERRORS, ZipEntries, open_entries
from deckgen.render.deck_slides import SLIDE_PART, relationship_targets
from deckgen.render.light.charts.chart_axes import draw_base, draw_behind, within_axes
from deckgen.render.light.charts.chart_canvas import LINE, ChartCanvas, TextPlace
from deckgen.render.light.charts.chart_grid import read_grids
from deckgen.render.light.charts.chart_labels import draw_legend
from deckgen.render.light.charts.chart_part import ROUND, read_chart
from deckgen.render.light.charts.chart_plots import draw_group, draw_group_labels, draw_slices
from deckgen.render.light.charts.chart_values import Area, ChartPart, ChartText
from deckgen.support.diagnostics import Diagnostics

_FRAME = re.compile(
    r"<p:graphicFrame>(?:(?!</p:graphicFrame>).)*?<p:xfrm>"
    r'<a:off x="(-?\d+)" y="(-?\d+)"/><a:ext cx="(\d+)" cy="(\d+)"/></p:xfrm>'
    r'(?:(?!</p:graphicFrame>).)*?<c:chart [^<>]*r:id="([^"]*)"[^<>]*/>.*?</p:graphicFrame>',
    re.DOTALL,
)
_USER_SHAPE = re.compile(
    r"<cdr:from><cdr:x>([\d.]+)</cdr:x><cdr:y>([\d.]+)</cdr:y></cdr:from>"
    r"<cdr:to><cdr:x>([\d.]+)</cdr:x><cdr:y>([\d.]+)</cdr:y></cdr:to>"
    r"<cdr:sp\b(?:(?!</cdr:sp>).)*?<cdr:txBody>((?:(?!</cdr:sp>).)*)</cdr:txBody></cdr:sp>",
    re.DOTALL,
)
_IDS_OF_A_CHART = 100_000
"""Ids for the shapes of a chart; they begin above those of a slide."""
_NOT_UNDERSTOOD = (UnreadableXMLError, ValueError, LookupError, ArithmeticError)


def with_drawn_charts(slide: bytes, entries: ZipEntries, name: str, body_font: str) -> bytes:
    """Return a slide with the charts of deckgen as shapes.

    `entries` are the parts of its deck, `name` its part name, `body_font` the theme's font.
    """
    text, charts = slide.decode("utf-8", "replace"), relationship_targets(entries, name)
    written, end = [], 0
    for number, found in enumerate(_FRAME.finditer(text), 1):
        *place, used = found.groups()
        chart = charts.get(used, "")
        canvas = ChartCanvas(Box(*map(int, place)), number * _IDS_OF_A_CHART, body_font)
        if chart in entries.infos and _draw(entries, chart, canvas):
            written += [text[end : found.start()], *canvas.shapes]
            end = found.end()
    return "".join([*written, text[end:]]).encode() if written else slide


def slides_with_other_charts(deck: bytes) -> frozenset[str]:
    """Return the names of the slide parts with a chart that `with_drawn_charts` leaves.

    A package that cannot be read has none.
    """
    if (entries := open_entries(deck, Diagnostics(), "")) is None:
        return frozenset()
    try:
        return frozenset(_with_other_charts(entries, XMLBudget()))
    except (*DAMAGE_ERRORS, TooMuchXMLError):
        return frozenset()


def _with_other_charts(entries: ZipEntries, budget: XMLBudget) -> Iterator[str]:
    for name in filter(SLIDE_PART.fullmatch, entries.infos):
        data = entries.unpacked(name)
        if b"<c:chart " in data or b"/chartex" in data:
            slide, charts = data.decode("utf-8", "replace"), relationship_targets(entries, name)
            used = [charts.get(found[5], "") for found in _FRAME.finditer(slide)]
            count = slide.count("<p:graphicFrame>") - slide.count("<a:tbl>")
            if len(used) < count or not all(_is_drawn(entries, chart, budget) for chart in used):
                yield name


def _is_drawn(entries: ZipEntries, chart: str, budget: XMLBudget) -> bool:
    try:
        return read_chart(parse_xml(entries.unpacked(chart), budget)) is not None
    except TooMuchXMLError:
        raise
    except _NOT_UNDERSTOOD:
        return False


def _draw(entries: ZipEntries, chart: str, canvas: ChartCanvas) -> bool:
    """Draw a chart and the texts in it; return whether it is one of those that are drawn here."""
    try:
        part = read_chart(parse_xml(entries.unpacked(chart)))
        if part is None:
            return False
        _draw_chart(part, canvas)
    except _NOT_UNDERSTOOD:
        return False
    for target in relationship_targets(entries, chart).values():
        if target in entries.infos and "/drawings/" in target:
            xml = entries.unpacked(target).decode("utf-8", "replace")
            for *corners, body in _USER_SHAPE.findall(xml):
                x, y, to_x, to_y = map(float, corners)
                canvas.text_body(body, Area(x, y, to_x - x, to_y - y))
    return True


def _draw_chart(part: ChartPart, canvas: ChartCanvas) -> None:
    if part.groups[0].kind in ROUND:
        draw_slices(part, part.groups[0], canvas)
    else:
        grids = read_grids(part, part.area.in_points(canvas.size))
        grids = within_axes(grids, canvas, part.lang)
        groups = list(zip(part.groups, grids, strict=True))
        for grid in {grid.values: grid for grid in grids}.values():
            draw_behind(grid, canvas, part.lang)
        for group, grid in groups:
            draw_group(group, grid, canvas)
        draw_base(grids[0], canvas)
        for group, grid in groups:
            draw_group_labels(part, group, grid, canvas)
    for title in filter(None, (axis.title for axis in part.axes.values())):
        _draw_title(title, canvas)
    if part.legend is not None:
        draw_legend(part, part.legend, canvas)


def _draw_title(title: ChartText, canvas: ChartCanvas) -> None:
    width, height = canvas.size
    place = TextPlace(title.x * width, title.y * height + LINE / 2 * title.look.size, left=0)
    canvas.text(title.text, title.look, place)
