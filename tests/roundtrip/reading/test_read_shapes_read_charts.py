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
    assert dict(chart_points(parse_xml(CHART.format(written).encode()))) == {"value 1 1": read}
