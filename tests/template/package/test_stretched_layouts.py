"""Layouts for a page of another size are stretched to the slides."""

import io

import pptx
import pytest
from pptx.util import Emu

from tests.template.opened import opened
from tests.tools.packages import Edit, edited, replace

MASTER = "ppt/slideMasters/slideMaster1.xml"
LINE = "<p:cxnSp><p:nvCxnSpPr/><p:spPr/></p:cxnSp></p:spTree>"
SAMPLE = replace(MASTER, "</p:spTree>", LINE)
PICTURE = replace(MASTER, "</p:spTree>", "<p:extLst><a:blip/></p:extLst></p:spTree>")
AT_LEFT = replace(MASTER, '<a:off x="457200" y="274638"/>', '<a:off x="0" y="274638"/>')
NOWHERE = replace(MASTER, '<a:off x="457200" y="274638"/>', '<a:off x="left" y="274638"/>')


def sized(width: int, height: int, *edits: Edit) -> bytes:
    """Return python-pptx's template, for pages of 4:3, with another size of its slides (EMU)."""
    talk = pptx.Presentation()
    talk.slide_width, talk.slide_height = Emu(width), Emu(height)
    stream = io.BytesIO()
    talk.save(stream)
    return edited(stream.getvalue(), edits)


@pytest.mark.parametrize(
    ("width", "height", "title", "codes"),
    [
        pytest.param(9_144_000, 6_858_000, (457_200, 274_638, 8_229_600), [], id="its own size"),
        pytest.param(10_058_400, 6_858_000, (457_200, 274_638, 8_229_600), [], id="a little wider"),
        pytest.param(36_576_000, 6_858_000, (457_200, 274_638, 8_229_600), [], id="a banner"),
        pytest.param(12_192_000, 8_229_600, (457_200, 274_638, 8_229_600), [], id="quite another"),
        pytest.param(
            12_192_000, 6_858_000, (609_600, 274_638, 10_972_800), ["layouts-stretched"], id="wider"
        ),
        pytest.param(
            9_144_000, 5_143_500, (457_200, 205_978, 8_229_600), ["layouts-stretched"], id="lower"
        ),
    ],
)
def test_placeholders_fill_the_page(
    width: int, height: int, title: tuple[int, ...], codes: list[str]
) -> None:
    template, found = opened(sized(width, height))
    assert found == codes
    master = next(part.data for part in template.parts if part.name == f"/{MASTER}").decode()
    x, y, cx = title
    assert f'<a:off x="{x}" y="{y}"/><a:ext cx="{cx}"' in master


@pytest.mark.parametrize(
    "edit",
    [SAMPLE, AT_LEFT, PICTURE, NOWHERE],
    ids=["something is drawn", "no margin", "a picture behind", "no number"],
)
def test_other_masters_stay(edit: Edit) -> None:
    assert "layouts-stretched" not in opened(sized(12_192_000, 6_858_000, edit))[1]
