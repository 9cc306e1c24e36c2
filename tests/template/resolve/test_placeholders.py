"""The placeholders of a layout: which there are, where they stand, what the master hands down."""

from typing import Any

import pytest

from deckgen.deck.box import Box, Insets
from tests.template.small import BOX, frame, only_layout, only_placeholder, opened, shape

OTHER = (7, 8, 500, 600)
EVERY = {"title": 'type="title"', "body": 'type="body" idx="1"', "dt": 'type="dt" idx="2"'}
MASTER = "".join(
    shape(ph, (n, n, n, n))
    for n, ph in enumerate((*EVERY.values(), 'type="ftr" idx="3"', 'type="sldNum" idx="4"'), 1)
)

FROM_MASTER = {
    "title": ('type="title"', 1),
    "centred title": ('type="ctrTitle"', 1),
    "body": ('type="body" idx="13"', 2),
    "subtitle": ('type="subTitle" idx="1"', 2),
    "content": ('idx="1"', 2),
    "picture": ('type="pic" idx="1"', 2),
    "table": ('type="tbl" idx="1"', 2),
    "chart": ('type="chart" idx="1"', 2),
    "date": ('type="dt" idx="10"', 3),
    "footer": ('type="ftr" idx="11"', 4),
    "number": ('type="sldNum" idx="12"', 5),
}


@pytest.mark.parametrize(("ph", "of"), FROM_MASTER.values(), ids=FROM_MASTER)
def test_a_box_that_a_layout_does_not_say_is_that_of_the_master(ph: str, of: int) -> None:
    assert only_placeholder(opened(shape(ph, None), MASTER)).box == Box(of, of, of, of)


NO_BOX = {
    "nobody says it": (shape(box=None), ""),
    "without width": (shape(box=(1, 1, 0, 5)), ""),
    "without height, though the master has one": (shape(box=(1, 1, 5, 0)), MASTER),
    "on the master it is another one": (shape('type="dt" idx="9"', None), shape()),
}


@pytest.mark.parametrize(("layout", "master"), NO_BOX.values(), ids=NO_BOX)
def test_a_placeholder_without_a_box_is_left_out(layout: str, master: str) -> None:
    assert only_layout(opened(layout, master)).layout.placeholders == ()


def test_a_box_that_is_nonsense_is_that_of_the_master() -> None:
    assert only_placeholder(opened(shape(box=(1, 1, -5, 5)), shape(box=OTHER))).box == Box(*OTHER)
    assert only_placeholder(
        opened(shape().replace('x="100"', 'x="left"'), shape(box=OTHER))
    ).box == Box(*OTHER)


PH: dict[str, tuple[str, dict[str, Any]]] = {
    "no type is any content": ('idx="1"', {"type": "obj", "idx": 1}),
    "an unknown type is text": ('type="poem" idx="1"', {"type": "body", "idx": 1}),
    "a title has no idx": ('type="title" idx="4"', {"type": "title", "idx": None}),
    "no idx is 0": ('type="body"', {"type": "body", "idx": 0}),
    "nonsense is 0": ('type="body" idx="first"', {"idx": 0}),
    "a large one": ('type="pic" idx="4294967295"', {"idx": 4_294_967_295}),
    "its role is for others to find": ('idx="1"', {"role": None}),
}


@pytest.mark.parametrize(("ph", "expected"), PH.values(), ids=PH)
def test_types_and_numbers(ph: str, expected: dict[str, Any]) -> None:
    found = only_placeholder(opened(shape(ph)))
    assert {name: getattr(found, name) for name in expected} == expected


NAMES = {
    "its own": ("Quote", 'type="body" idx="13"', "Quote"),
    "none": ("", 'type="body" idx="13"', "Text Placeholder 13"),
    "only blanks": ("  ", 'type="pic" idx="14"', "Picture Placeholder 14"),
    "a title's": ("", 'type="title"', "Title"),
}


@pytest.mark.parametrize(("name", "ph", "expected"), NAMES.values(), ids=NAMES)
def test_names(name: str, ph: str, expected: str) -> None:
    assert only_placeholder(opened(shape(ph, name=name))).name == expected


ORDER: dict[str, tuple[list[str], list[str]]] = {
    "the title first": (['idx="3"', 'type="title"', 'idx="2"'], ["title", "3", "2"]),
    "one title": (['type="title"', 'type="ctrTitle"', 'idx="1"'], ["title", "1"]),
    "one of each idx": (['type="body" idx="1"', 'type="pic" idx="1"', 'idx="2"'], ["1", "2"]),
    "footers go by their type": (
        ['type="dt"', 'type="ftr"', 'type="sldNum"', 'type="ftr" idx="9"', 'type="body"'],
        ["dt", "ftr", "sldNum", "0"],
    ),
    "no pictures of slides, no headers": (['type="sldImg"', 'type="hdr"', 'idx="1"'], ["1"]),
}


@pytest.mark.parametrize(("phs", "expected"), ORDER.values(), ids=ORDER)
def test_order_and_repetitions(phs: list[str], expected: list[str]) -> None:
    found = only_layout(opened("".join(map(shape, phs)))).layout.placeholders
    shown = [
        one.type if one.type in {"title", "dt", "ftr", "sldNum"} else str(one.idx) for one in found
    ]
    assert shown == expected


USUAL = Insets(91_440, 45_720, 91_440, 45_720)
BODY: dict[str, tuple[str, str, dict[str, Any]]] = {
    "nobody says": ("", "", {"insets": USUAL, "anchor": "t", "columns": 1, "vertical": False}),
    "the master says": (
        'lIns="1" anchor="b"',
        "",
        {"insets": USUAL._replace(left=1), "anchor": "b"},
    ),
    "the layout says more": (
        'lIns="1" rIns="2"',
        'lIns="0"',
        {"insets": USUAL._replace(left=0, right=2)},
    ),
    "nonsense says nothing": ('lIns="1"', 'lIns="wide"', {"insets": USUAL._replace(left=1)}),
    "in the middle": ("", 'anchor="ctr"', {"anchor": "ctr"}),
    "justified from the top": ('anchor="b"', 'anchor="just"', {"anchor": "t"}),
    "an unknown anchor": ('anchor="b"', 'anchor="up"', {"anchor": "b"}),
    "columns": ("", 'numCol="2"', {"columns": 2}),
    "no columns": ("", 'numCol="0"', {"columns": 1}),
    "too many": ('numCol="2"', 'numCol="17"', {"columns": 2}),
    "what is free between columns": (
        "",
        'numCol="3" spcCol="100" rIns="50"',
        {"insets": USUAL._replace(right=250)},
    ),
    "from top to bottom": ("", 'vert="eaVert"', {"vertical": True}),
    "upright again": ('vert="eaVert"', 'vert="horz"', {"vertical": False}),
}


@pytest.mark.parametrize(("master", "layout", "expected"), BODY.values(), ids=BODY)
def test_how_text_stands_in_its_box(master: str, layout: str, expected: dict[str, Any]) -> None:
    found = only_placeholder(opened(shape(body=layout), shape(body=master)))
    assert {name: getattr(found, name) for name in expected} == expected


def test_two_columns_are_measured_as_one_twice_as_high() -> None:
    body = 'numCol="2" spcCol="200" lIns="0" tIns="0" rIns="0" bIns="0"'
    assert only_placeholder(opened(shape(body=body))).inner_box == Box(100, 200, 1400, 8000)


TURNED = {
    "not at all": ("", "", BOX, False, (10, 20, 30, 40)),
    "by a quarter": (' rot="5400000"', "", (-400, 700, 4000, 3000), True, (40, 10, 20, 30)),
    "back by a quarter": (' rot="-5400000"', "", (-400, 700, 4000, 3000), True, (20, 30, 40, 10)),
    "by a half": (' rot="10800000"', "", BOX, False, (30, 40, 10, 20)),
    "a little": (' rot="600000"', "", BOX, False, (10, 20, 30, 40)),
    "by a quarter, its text turned back": (
        ' rot="5400000"',
        'vert="vert270"',
        (-400, 700, 4000, 3000),
        False,
        (40, 10, 20, 30),
    ),
}


@pytest.mark.parametrize(
    ("turned", "body", "box", "vertical", "insets"), TURNED.values(), ids=TURNED
)
def test_turned_placeholders_stand_where_they_are_seen(
    turned: str,
    body: str,
    box: tuple[int, int, int, int],
    vertical: bool,  # noqa: FBT001
    insets: tuple[int, int, int, int],
) -> None:
    sides = 'lIns="10" tIns="20" rIns="30" bIns="40"'
    found = only_placeholder(opened(shape(body=f"{sides} {body}", turned=turned)))
    assert (found.box, found.vertical, found.insets) == (Box(*box), vertical, Insets(*insets))


def group(inside: str, box: tuple[int, int, int, int], inner: tuple[int, int, int, int]) -> str:
    x, y, cx, cy = inner
    scale = f'<a:chOff x="{x}" y="{y}"/><a:chExt cx="{cx}" cy="{cy}"/></a:xfrm>'
    own = frame(box).replace("</a:xfrm>", scale)
    return f"<p:grpSp><p:nvGrpSpPr/><p:grpSpPr>{own}</p:grpSpPr>{inside}</p:grpSp>"


def choice(inside: str, needs: str = "p14", other: str = "") -> str:
    return (
        f'<mc:AlternateContent><mc:Choice Requires="{needs}">{inside}</mc:Choice>'
        f"<mc:Fallback>{other}</mc:Fallback></mc:AlternateContent>"
    )


MOVED = (100, 100, 50, 50)
WITHIN = {
    "a group that only moves": (group(shape(), (0, 0, 50, 50), MOVED), (0, 100, 3000, 4000)),
    "a group that stretches": (
        group(shape(), (10, 10, 100, 50), (0, 0, 50, 50)),
        (210, 210, 6000, 4000),
    ),
    "a group in a group": (
        group(group(shape(), (0, 0, 10, 10), (0, 0, 5, 5)), (0, 0, 30, 30), (0, 0, 10, 10)),
        (600, 1200, 18_000, 24_000),
    ),
    "a group of no size": (group(shape(), (10, 10, 100, 50), (0, 0, 0, 50)), BOX),
    "what PowerPoint knows": (choice(shape(), other=shape(box=OTHER)), BOX),
    "what only others know": (choice(shape(), "ma", shape(box=OTHER)), OTHER),
    "what nobody knows": (choice(shape(), "zz", shape(box=OTHER)), OTHER),
    "a group in a choice": (choice(group(shape(), (0, 0, 50, 50), MOVED)), (0, 100, 3000, 4000)),
}


@pytest.mark.parametrize(("layout", "box"), WITHIN.values(), ids=WITHIN)
def test_groups_and_choices(layout: str, box: tuple[int, int, int, int]) -> None:
    assert only_placeholder(opened(layout)).box == Box(*box)


def test_groups_without_end_are_not_followed() -> None:
    inside = shape()
    for _ in range(40):
        inside = group(inside, (0, 0, 2_000_000_000, 2_000_000_000), (0, 0, 1, 1))
    assert only_layout(opened(inside)).layout.placeholders == ()


PROMPTS = {
    "none": ("<a:p/>", ""),
    "in runs": ("<a:p><a:r><a:t>Your </a:t></a:r><a:r><a:t>name</a:t></a:r></a:p>", "Your name"),
    "in lines": ("<a:p><a:r><a:t>a</a:t></a:r><a:br/><a:r><a:t>b</a:t></a:r></a:p>", "a\nb"),
    "in levels": ("<a:p><a:r><a:t>a</a:t></a:r></a:p><a:p><a:r><a:t>b</a:t></a:r></a:p>", "a\nb"),
    "a field": ('<a:p><a:fld type="slidenum"><a:t>‹#›</a:t></a:fld></a:p>', "‹#›"),
}


@pytest.mark.parametrize(("text", "expected"), PROMPTS.values(), ids=PROMPTS)
def test_prompts(text: str, expected: str) -> None:
    assert only_placeholder(opened(shape(text=text))).prompt == expected


def test_a_placeholder_may_be_a_picture() -> None:
    picture = (
        '<p:pic><p:nvPicPr><p:cNvPr id="2" name="Bild"/><p:cNvPicPr/><p:nvPr><p:ph type="pic" '
        f'idx="5"/></p:nvPr></p:nvPicPr><p:blipFill/><p:spPr>{frame(BOX)}</p:spPr></p:pic>'
    )
    found = only_placeholder(opened(picture))
    assert (found.type, found.idx, found.name, found.box) == ("pic", 5, "Bild", Box(*BOX))
