"""Names that a chart leaves out are not drawn by programs that would turn all of them."""

import re
from pathlib import Path

import pytest

from deckgen.opc.xml_parser import parse_xml, serialize_xml
from deckgen.render.self_contained import as_file, leave_out_names, self_contained
from tests.building import built_with_findings
from tests.tools.packages import parts_of

_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
YEARS = range(1984, 2024)


def chart_of(skip: str, cache: str = "strCache") -> bytes:
    points = "".join(f'<c:pt idx="{at}"><c:v>{at}</c:v></c:pt>' for at in range(5))
    return (
        f'<c:chartSpace xmlns:c="{_CHART}"><c:ser><c:cat><c:{cache}>{points}</c:{cache}></c:cat>'
        f'<c:val><c:numCache><c:pt idx="1"><c:v>7</c:v></c:pt></c:numCache></c:val></c:ser>'
        f"<c:catAx>{skip}</c:catAx></c:chartSpace>"
    ).encode()


def values(data: bytes) -> list[str]:
    return re.findall(r"<c:v>([^<]*)</c:v>", data.decode().replace("<c:v/>", "<c:v></c:v>"))


@pytest.mark.parametrize(
    ("skip", "cache", "expected"),
    [
        ('<c:tickLblSkip val="2"/>', "strCache", ["0", "", "2", "", "4", "7"]),
        ('<c:tickLblSkip val="3"/>', "strCache", ["0", "", "", "3", "", "7"]),
        ('<c:tickLblSkip val="1"/>', "strCache", ["0", "1", "2", "3", "4", "7"]),
        ('<c:tickLblSkip val="x"/>', "strCache", ["0", "1", "2", "3", "4", "7"]),
        ("", "strCache", ["0", "1", "2", "3", "4", "7"]),
        ('<c:tickLblSkip val="2"/>', "numCache", ["0", "1", "2", "3", "4", "7"]),
    ],
)
def test_names_that_the_axis_leaves_out_are_empty(
    skip: str, cache: str, expected: list[str]
) -> None:
    root = parse_xml(chart_of(skip, cache))
    leave_out_names(root)
    assert values(serialize_xml(root)) == expected


def test_a_program_that_turns_names_gets_those_alone_that_are_shown(tmp_path: Path) -> None:
    data = ", ".join(f"{year}: {year % 7 + 100}" for year in YEARS)
    talk = tmp_path / "talk.yaml"
    talk.write_text(
        f"title: T\nlang: en-GB\nslides:\n  - title: Visits\n    chart:\n      kind: column\n"
        f"      data: {{{data}}}\n",
        encoding="utf-8",
    )
    deck, _ = built_with_findings(talk)
    assert deck is not None
    copy = parts_of(as_file(self_contained(deck)))
    (chart,) = (data for name, data in copy.items() if name.startswith("ppt/charts/chart"))
    assert values(chart)[:4] == ["1984", "", "", "1987"]
