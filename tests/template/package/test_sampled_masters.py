"""Of several masters, which ones the sample slides of a file stand on."""

import io
import zipfile

import pytest

from deckgen.opc.zip_reader import open_entries
from deckgen.support.diagnostics import Diagnostics
from deckgen.template.package.sampled_masters import sampled_masters

OFFICE, TOWN = "/ppt/slideMasters/slideMaster1.xml", "/ppt/slideMasters/slideMaster2.xml"
LAYOUTS = {
    OFFICE: ("/ppt/slideLayouts/slideLayout1.xml", "/ppt/slideLayouts/slideLayout2.xml"),
    TOWN: ("/ppt/slideLayouts/slideLayout12.xml",),
}


def relationships(target: str) -> str:
    return f'<Relationships><Relationship Id="rId1" Type="t" Target="{target}"/></Relationships>'


@pytest.mark.parametrize(
    ("targets", "masters"),
    [
        pytest.param([], set(), id="no slide"),
        pytest.param(["../slideLayouts/slideLayout12.xml"], {TOWN}, id="the second alone"),
        pytest.param(["/ppt/slideLayouts/slideLayout12.xml"], {TOWN}, id="an absolute target"),
        pytest.param(
            ["../slideLayouts/slideLayout1.xml", "../slideLayouts/slideLayout12.xml"],
            {OFFICE, TOWN},
            id="both",
        ),
        pytest.param(["../slideLayouts/slideLayout9.xml"], set(), id="a layout of nobody"),
        pytest.param(["../../../slideLayouts/slideLayout12.xml"], set(), id="out of the package"),
    ],
)
def test_masters_under_slides(targets: list[str], masters: set[str]) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("ppt/charts/_rels/chart1.xml.rels", relationships(LAYOUTS[OFFICE][1]))
        for number, target in enumerate(targets, 1):
            package.writestr(f"ppt/slides/_rels/slide{number}.xml.rels", relationships(target))
    entries = open_entries(stream.getvalue(), Diagnostics(), "deck.pptx")
    assert entries is not None
    assert sampled_masters(entries, LAYOUTS) == masters


def test_a_single_master_needs_no_slides() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr(
            "ppt/slides/_rels/slide1.xml.rels", relationships("../slideLayouts/slideLayout1.xml")
        )
    entries = open_entries(stream.getvalue(), Diagnostics(), "deck.pptx")
    assert entries is not None
    assert sampled_masters(entries, {OFFICE: LAYOUTS[OFFICE]}) == set()
