"""The colours of a gradient that is a background."""

import pytest

from deckgen.opc.xml_parser import parse_xml
from deckgen.template.resolve.backgrounds import FillContext, background_stops
from deckgen.template.resolve.color_values import MappedColors
from tests.template.small import NAMESPACES

RED = '<a:gs pos="0"><a:srgbClr val="D74034"/></a:gs>'
DARK = '<a:gs pos="100000"><a:schemeClr val="accent1"/></a:gs>'
GRADIENT = f"<p:bgPr><a:gradFill><a:gsLst>{RED}{DARK}</a:gsLst></a:gradFill></p:bgPr>"
SOLID = '<p:bgPr><a:solidFill><a:srgbClr val="D74034"/></a:solidFill></p:bgPr>'
OF_THEME = '<p:bgRef idx="1002"><a:schemeClr val="accent1"/></p:bgRef>'
THEME = f"""<a:theme {NAMESPACES}><a:bgFillStyleLst><a:noFill/><a:gradFill><a:gsLst>
<a:gs pos="0"><a:schemeClr val="phClr"/></a:gs><a:gs pos="100000"><a:srgbClr val="FFFFFF"/></a:gs>
</a:gsLst></a:gradFill></a:bgFillStyleLst></a:theme>"""


@pytest.mark.parametrize(
    ("backgrounds", "stops"),
    [
        pytest.param([GRADIENT], ("D74034", "7F0020"), id="a gradient"),
        pytest.param(["", GRADIENT], ("D74034", "7F0020"), id="that of the master"),
        pytest.param([SOLID, GRADIENT], (), id="the layout has one colour"),
        pytest.param([OF_THEME], ("7F0020", "FFFFFF"), id="a gradient of the theme"),
        pytest.param([""], (), id="none"),
    ],
)
def test_stops_of_a_background(backgrounds: list[str], stops: tuple[str, ...]) -> None:
    roots = [
        parse_xml(
            f"<p:sldLayout {NAMESPACES}><p:cSld>{own and f'<p:bg>{own}</p:bg>'}</p:cSld>"
            "</p:sldLayout>".encode()
        )
        for own in backgrounds
    ]
    paint = FillContext(parse_xml(THEME.encode()), MappedColors({"accent1": "7F0020"}, {}))
    assert background_stops(roots, paint) == stops
