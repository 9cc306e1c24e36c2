"""Layouts without a place for text: they get a title and a text, clear of what they draw."""

import re

import pytest

from tests.template.edits import LAYOUT, MASTER
from tests.template.opened import opened, put_together, two_layouts
from tests.tools.packages import Edit, Parts, edited, parts_of

COVER = "ppt/slideLayouts/slideLayout1.xml"
TITLE, TEXT = '<p:ph type="title"/>', '<p:ph idx="1"/>'
PLACE = re.compile(r"<p:ph[^>]*>")
FRAME = re.compile(r'<a:off x="(\d+)" y="(\d+)"/><a:ext cx="(\d+)" cy="(\d+)"/>')
SHAPE = re.compile(rb"<p:sp>.*?</p:sp>", re.DOTALL)


def without(part: str, kind: bytes) -> Edit:
    """Return an edit that deletes the placeholders of a part whose XML has these bytes."""

    def edit(parts: Parts) -> None:
        parts[part] = SHAPE.sub(lambda shape: b"" if kind in shape[0] else shape[0], parts[part])

    return edit


def drawing(part: str, x: int, y: int, cx: int, cy: int) -> Edit:
    """Return an edit that draws a shape on a part of a page of 9,144,000 × 6,858,000 EMU."""
    shape = (
        '<p:sp><p:nvSpPr><p:cNvPr id="77" name="Bar"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>'
        f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:sp></p:spTree>'
    )

    def edit(parts: Parts) -> None:
        parts[part] = parts[part].replace(b"</p:spTree>", shape.encode())

    return edit


BARE: list[Edit] = [without(COVER, b"<p:ph"), without(LAYOUT, b"<p:ph")]
BAR, GROUND = (0, 3_000_000, 9_144_000, 900_000), (0, 0, 9_144_000, 6_858_000)
BOTH = f"{TITLE}{TEXT}"


@pytest.mark.parametrize(
    ("edits", "cover", "layout"),
    [
        pytest.param(BARE, BOTH, BOTH, id="both"),
        pytest.param([BARE[0], without(LAYOUT, b'idx="1"')], BOTH, TEXT, id="a headline stays"),
        pytest.param([*BARE, drawing(COVER, *BAR)], "", BOTH, id="a bar across the text"),
        pytest.param([*BARE, drawing(COVER, *GROUND)], BOTH, BOTH, id="a ground"),
        pytest.param(
            [*BARE, drawing(COVER, *BAR), drawing(LAYOUT, *BAR)], BOTH, BOTH, id="bars everywhere"
        ),
    ],
)
def test_layouts_without_a_place_for_text_get_one(
    edits: list[Edit], cover: str, layout: str
) -> None:
    data = edited(two_layouts(), edits)
    template, codes = opened(data)
    assert codes == ["layout-composed"]
    before, after = parts_of(data), parts_of(put_together(template))
    for part, added in ((COVER, cover), (LAYOUT, layout)):
        new = SHAPE.findall(after[part])[len(SHAPE.findall(before[part])) :]
        assert "".join(PLACE.findall(b"".join(new).decode())) == added
        assert b"<a:xfrm>" not in b"".join(new)
    assert opened(put_together(template))[1] == []


def test_where_the_master_has_no_place_either_it_stands_as_on_a_usual_page() -> None:
    template, _ = opened(edited(two_layouts(), [*BARE, without(MASTER, b"<p:ph")]))
    xml = parts_of(put_together(template))[LAYOUT].decode()
    boxes = [tuple(map(int, box)) for box in FRAME.findall(xml)]
    (x, y, cx, cy), (left, top, wide, high) = boxes[-2:]
    assert x == left == 9_144_000 - x - cx == 9_144_000 - left - wide
    assert 0 < y < y + cy < top < top + high < 6_858_000


def test_one_layout_with_a_place_is_enough() -> None:
    before = parts_of(put_together(opened(two_layouts())[0]))[LAYOUT]
    template, codes = opened(edited(two_layouts(), BARE[:1]))
    assert codes == []
    after = parts_of(put_together(template))
    assert (after[LAYOUT], b"<p:ph" in after[COVER]) == (before, False)
