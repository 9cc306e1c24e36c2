"""Which numbers PowerPoint takes for places, sizes and indents, and what comes nearest."""

import pytest

from deckgen.ooxml_rules.whole_numbers import faulty_numbers
from deckgen.opc.xml_parser import NAMESPACES, parse_xml


@pytest.mark.parametrize(
    ("element", "faults"),
    [
        ('<a:off x="457200.0" y="0"/>', {"x": 457200}),
        ('<a:off x="-9" y=" +12 "/>', {}),
        ('<a:off x="1.5in" y="2cm"/>', {}),
        ('<a:off x="1.5 in" y=""/>', {"x": None, "y": None}),
        ('<a:ext cx="1e3" cy="nan"/>', {"cx": 1000, "cy": None}),
        # The element of an extension has the same name.
        ('<a:ext uri="{A}"/>', {}),
        ('<a:rPr sz="1850"/>', {}),
        ('<a:rPr sz="18.5"/>', {"sz": 1850}),
        ('<a:rPr sz="1.5"/>', {"sz": 150}),
        ('<a:rPr sz="0"/>', {"sz": 100}),
        ('<a:defRPr sz="400001"/>', {"sz": 400_000}),
        ('<a:lvl2pPr marL="-1" indent="-342900"/>', {"marL": 0}),
        ('<a:bodyPr lIns="0.5" wrap="none"/>', {"lIns": 0}),
        ('<p:ph idx="4294967296"/>', {"idx": 4_294_967_295}),
        ('<a:gridCol w="33.3%"/>', {"w": None}),
    ],
)
def test_numbers(element: str, faults: dict[str, int | None]) -> None:
    spaces = "".join(f' xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in "ap")
    root = parse_xml(f"<root{spaces}>{element}</root>".encode())
    found = {
        name: number.nearest(each.get(name, "")) for each, name, number in faulty_numbers(root)
    }
    assert found == faults
