"""The bullets of texts are those that PowerPoint shows: the nearest says it."""

import pytest

from deckgen.importing.powerpoint.reading.shape_properties import list_styles, mark_of
from deckgen.opc.xml_parser import local_name
from tests.importing.powerpoint.reading.shape_elements import element, shape

STYLES = (
    "<p:txStyles><p:titleStyle><a:lvl1pPr/></p:titleStyle><p:bodyStyle><a:lvl2pPr/></p:bodyStyle>"
    "<p:otherStyle><a:lvl3pPr/></p:otherStyle></p:txStyles>"
)


def with_style(mark: str, kind: str = "") -> str:
    ph = f'<p:nvPr><p:ph type="{kind}"/></p:nvPr>' if kind else ""
    style = f"<p:txBody><a:lstStyle>{mark}</a:lstStyle></p:txBody>"
    return f"<p:sp><p:nvSpPr>{ph}</p:nvSpPr>{style if mark else ''}</p:sp>"


@pytest.mark.parametrize(
    ("kind", "own", "expected"),
    [
        ("", "<a:own/>", ["own"]),
        ("", "", []),
        ("title", "<a:own/>", ["own", "layout", "master", "lvl1pPr"]),
        ("body", "<a:own/>", ["own", "layout", "master", "lvl2pPr"]),
        ("body", "", ["layout", "master", "lvl2pPr"]),
        ("ftr", "", ["layout", "master", "lvl3pPr"]),
    ],
)
def test_a_text_inherits_from_layout_master_and_the_style_of_its_type(
    kind: str, own: str, expected: list[str]
) -> None:
    layout, master = with_style("<a:layout/>", kind), with_style("<a:master/>", kind)
    made = shape(with_style(own, kind), layout=layout, master=master, styles=STYLES)
    assert [local_name(style[0]) for style in list_styles(made, kind)] == expected


def test_what_says_nothing_of_lists_gives_no_style() -> None:
    empty = with_style("", "body")
    assert [*list_styles(shape(empty, layout=empty, master=empty), "body")] == []


@pytest.mark.parametrize(
    ("own", "level", "expected"),
    [
        ('<a:pPr><a:buChar char="-"/></a:pPr>', 0, "bullet"),
        ("<a:pPr><a:buBlip/></a:pPr>", 0, "bullet"),
        ('<a:pPr><a:buAutoNum type="arabicPeriod"/></a:pPr>', 0, "number"),
        ("<a:pPr><a:buNone/></a:pPr>", 1, "none"),
        ("<a:pPr><a:buFont/></a:pPr>", 1, "bullet"),
        ("", 1, "bullet"),
        ("", 0, "number"),
        ("", 2, "none"),
    ],
    ids=["own", "picture", "number", "none", "nothing said", "inherited", "far", "nowhere"],
)
def test_the_nearest_that_says_it_gives_the_mark(own: str, level: int, expected: str) -> None:
    near = element("<a:lstStyle><a:lvl2pPr><a:buChar/></a:lvl2pPr></a:lstStyle>")
    far = element(
        "<a:lstStyle><a:lvl1pPr><a:buAutoNum/></a:lvl1pPr><a:lvl2pPr><a:buNone/></a:lvl2pPr></a:lstStyle>"
    )
    assert mark_of(element(own) if own else None, level, (near, far)) == expected
