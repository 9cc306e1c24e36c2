"""The labels of points: their numbers, and the names of series and slices (21.2.2.49)."""

from collections.abc import Iterator
from typing import NamedTuple

from deckgen.deck.graphics import Chart, Series
from deckgen.deck.plot import LabelOffset, Plot
from deckgen.fit.charts.pie import NUMBER_GAP
from deckgen.ooxml.charts.chart_colors import ChartColor
from deckgen.ooxml.charts.chart_text import NO_WRAP, DrawnChart, format_code
from deckgen.support.xml_text import escape

_SHOWN = ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
_NO_FILL = "<c:spPr><a:noFill/></c:spPr>"
C15 = "http://schemas.microsoft.com/office/drawing/2012/chart"
LABEL_EXTENSION = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}"
"""The extension of labels by Office 2013 ([MS-ODRAWXML] 2.24.3)."""
_NO_LEADER_LINES = (
    f'<c:extLst><c:ext uri="{LABEL_EXTENSION}" xmlns:c15="{C15}">'
    '<c15:showLeaderLines val="0"/></c:ext></c:extLst>'
)
"""Without it, LibreOffice draws a line from each moved label to its point."""


class ColoredSeries(NamedTuple):
    """A series with its colour."""

    number: int
    """Its index among the series of the chart."""
    series: Series
    color: ChartColor


class _Label(NamedTuple):
    """The label of a single point."""

    point: int
    color: ChartColor
    bold: bool
    names: tuple[str, ...] = ("Val",)
    offset: LabelOffset | None = None
    place: str = ""


def labels_xml(colored: ColoredSeries, drawn: DrawnChart, place: str) -> str:
    """Return the numbers at the points of a series, and its name at one of them."""
    chart, plot, colors = drawn
    form = number_format_xml(colored, chart)
    name = _name_label(colored, drawn, place)
    end = _NO_LEADER_LINES if name else ""
    if not plot.labels:
        only = _label_xml(name, drawn, form) if name else ""
        return f"<c:dLbls>{only}{label_contents()}{end}</c:dLbls>" if name else ""
    inside = place in {"ctr", "inBase"}
    text_color = colors.on(colored.color) if inside else colors.text
    position = f'<c:dLblPos val="{place}"/>' if place else ""
    bold = chart.kind == "combined" and colored.series.as_line
    text = drawn.tx_pr(text_color, body=NO_WRAP, bold=bold)
    # The numbers of a line that crosses columns have a fill, so that they can be read.
    back = f"<c:spPr>{colors.backdrop_color.fill}</c:spPr>" if bold else _NO_FILL
    others = _special_labels(colored, drawn, text_color if inside else None, place)
    labels = {label.point: label for label in others}
    for point in plot.low_points:
        label = labels.get(point, _Label(point, text_color, bold=False))
        labels[point] = label._replace(place="b")
    special = {point: _label_xml(label, drawn, form) for point, label in labels.items()}
    for series, point in plot.bare:
        if series == colored.number:
            special[point] = f'<c:dLbl><c:idx val="{point}"/><c:delete val="1"/></c:dLbl>'
    if name:
        special[name.point] = _label_xml(name, drawn, form)
    each = "".join(special[point] for point in sorted(special))
    return f"<c:dLbls>{each}{form}{back}{text}{position}{label_contents('Val')}{end}</c:dLbls>"


def slice_labels_xml(colored: ColoredSeries, drawn: DrawnChart) -> str:
    """Return the labels of the slices of a pie or ring: name and number, beside them."""
    chart, plot, colors = drawn
    if not plot.labels:
        return f"<c:dLbls>{label_contents()}</c:dLbls>"
    names = ("Val",) if plot.series_naming == "legend" else ("CatName", "Val")
    place = "outEnd" if chart.kind == "pie" else ""
    form = number_format_xml(colored, chart)
    offsets = plot.label_offsets or (None,) * len(chart.categories)
    special = [
        _Label(at, colors.text, name in chart.highlight, names, offset, place)
        for at, (name, offset) in enumerate(zip(chart.categories, offsets, strict=True))
        if offset or name in chart.highlight
    ]
    each = "".join(_label_xml(label, drawn, form) for label in special)
    position = f'<c:dLblPos val="{place}"/>' if place else ""
    return (
        f"<c:dLbls>{each}{form}{_NO_FILL}{drawn.tx_pr(colors.text, body=NO_WRAP)}{position}"
        f'{label_contents(*names)}{_separator(plot)}<c:showLeaderLines val="0"/></c:dLbls>'
    )


def label_contents(*names: str) -> str:
    """Return what labels show, such as Val or SerName, and what not."""
    return "".join(f'<c:show{name} val="{int(name in names)}"/>' for name in _SHOWN)


def _label_xml(label: _Label, drawn: DrawnChart, form: str) -> str:
    layout, offset = "", label.offset
    if offset:
        moved = f'<c:x val="{offset.x:.5f}"/><c:y val="{offset.y:.5f}"/>'
        layout = f"<c:layout><c:manualLayout>{moved}</c:manualLayout></c:layout>"
    text = drawn.tx_pr(label.color, body=NO_WRAP, bold=label.bold)
    position = f'<c:dLblPos val="{label.place}"/>' if label.place else ""
    separator = _separator(drawn.plot) if len(label.names) > 1 else ""
    return (
        f'<c:dLbl><c:idx val="{label.point}"/>{layout}{form}{_NO_FILL}{text}'
        f"{position}{label_contents(*label.names)}{separator}</c:dLbl>"
    )


def _separator(plot: Plot) -> str:
    """Return what stands between a name and its number."""
    return "<c:separator>{}</c:separator>".format("\n" if plot.stacked_labels else NUMBER_GAP)


def number_format_xml(colored: ColoredSeries, chart: Chart) -> str:
    """Return how the numbers at the points of a series are written."""
    code = escape(format_code(colored.series.number_format, chart.lang))
    return f'<c:numFmt formatCode="{code}" sourceLinked="0"/>'


def _special_labels(
    colored: ColoredSeries, drawn: DrawnChart, inside: ChartColor | None, place: str
) -> Iterator[_Label]:
    """Yield the labels of points whose numbers differ from those of the series.

    Numbers of highlighted points are bold. Numbers within muted columns stand on another fill.
    `inside` is the text colour within columns of the series' own colour; None if numbers stand
    outside of columns, where those of other points stand back.
    """
    chart, _, colors = drawn
    if not any(name in chart.highlight for name in chart.categories):
        return
    for at, name in enumerate(chart.categories):
        if colored.series.values[at] is None:
            continue
        is_lead = name in chart.highlight
        others = colors.quiet if inside is None else colors.on(colors.muted)
        yield _Label(at, (inside or colors.text) if is_lead else others, is_lead, place=place)


def _name_label(colored: ColoredSeries, drawn: DrawnChart, place: str) -> _Label | None:
    """Return the label that names a series: at the end of its line, beside its segment."""
    chart, plot, colors = drawn
    is_named = plot.series_naming == "direct" and not chart.is_round
    if not is_named or plot.named_points[colored.number] < 0:
        return None
    is_line = chart.kind == "line" or colored.series.as_line
    muted = bool(chart.highlight) and colored.color == colors.muted
    return _Label(
        plot.named_points[colored.number],
        colors.quiet if muted else colors.readable(colored.color),
        bold=not muted,
        names=("SerName", "Val") if plot.labels and chart.kind != "line" else ("SerName",),
        offset=plot.label_offsets[colored.number],
        place="r" if is_line else place,
    )
