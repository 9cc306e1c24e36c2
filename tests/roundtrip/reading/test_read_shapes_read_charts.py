"""Numbers of charts, as programs spell them."""

import pytest

from deckgen.opc.xml_parser import parse_xml
from deckgen.roundtrip.reading.read_shapes import chart_points

CHART = """\
<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart><c:plotArea>
<c:barChart><c:ser><c:val><c:numRef><c:numCache><c:pt idx="0"><c:v>{}</c:v></c:pt></c:numCache>
</c:numRef></c:val></c:ser></c:barChart></c:plotArea></c:chart></c:chartSpace>"""


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("7.4999999999999997E-2", "0.075"),
        ("20", "20"),
        ("20.0", "20"),
        ("-1.5", "-1.5"),
        ("#N/A", "#N/A"),
    ],
)
def test_a_number_is_read_as_we_write_it(written: str, read: str) -> None:
    points = dict(chart_points(parse_xml(CHART.format(written).encode())))
    assert points["value 1 1"] == read


PLOTS = {
    "column": ["<c:barChart><c:barDir val='col'/><c:grouping val='clustered'/>{}</c:barChart>"],
    "bar": ["<c:barChart><c:barDir val='bar'/>{}</c:barChart>"],
    "stacked": [
        "<c:barChart><c:barDir val='col'/><c:grouping val='percentStacked'/>{}</c:barChart>"
    ],
    "stacked-bar": ["<c:barChart><c:barDir val='bar'/><c:grouping val='stacked'/>{}</c:barChart>"],
    "donut": ["<c:doughnutChart>{}</c:doughnutChart>"],
    "combined": ["<c:barChart>{}</c:barChart>", "<c:lineChart>{}</c:lineChart>"],
    "radarChart": ["<c:radarChart>{}</c:radarChart>"],
}


@pytest.mark.parametrize("kind", PLOTS)
def test_a_kind_is_called_as_in_an_outline(kind: str) -> None:
    series = "<c:ser><c:idx val='0'/></c:ser>"
    plots = "".join(plot.format(series) for plot in PLOTS[kind])
    xml = (
        '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart>'
        f"<c:plotArea>{plots}</c:plotArea></c:chart></c:chartSpace>"
    )
    assert dict(chart_points(parse_xml(xml.encode())))["kind"] == kind
