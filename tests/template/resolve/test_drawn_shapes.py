"""What a layout draws itself: bars, lines, pictures, words; in the order in which it is drawn."""

import pytest

from tests.template.resolve.test_drawn_shapes_text_backdrop import BLUE, HALF_BLACK, PICTURE, panel
from tests.template.small import frame, only_layout, opened, shape

BAR = (0, 0, 10_000, 900)
RULE = (500, 1_800, 9_000, 0)
TITLE = shape('type="title"', (500, 500, 9_000, 1_000))
BLACK_LINE = '<a:ln><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>'


def connector(line: str = BLACK_LINE) -> str:
    return (
        '<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="8" name="Rule"/><p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr>'
        f'<p:spPr>{frame(RULE)}<a:prstGeom prst="line"/>{line}</p:spPr></p:cxnSp>'
    )


WORDS = (
    '<p:sp><p:nvSpPr><p:cNvPr id="7" name="Claim"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
    f"<p:spPr>{frame(BAR)}</p:spPr>"
    "<p:txBody><a:bodyPr/><a:p><a:r><a:t>Our town</a:t></a:r></a:p></p:txBody></p:sp>"
)

HIDDEN_GROUP = (
    '<p:grpSp><p:nvGrpSpPr><p:cNvPr id="9" name="Guides" hidden="1"/><p:cNvGrpSpPr/><p:nvPr/>'
    "</p:nvGrpSpPr><p:grpSpPr/>{}</p:grpSp>"
)

CASES: dict[str, tuple[str, str, list[tuple[str, str | None, float]]]] = {
    "placeholders alone": (TITLE, "", []),
    "a bar": (panel(BAR) + TITLE, "", [("fill", "0000FF", 1)]),
    "half transparent": (panel(BAR, HALF_BLACK), "", [("fill", "000000", 0.5)]),
    "an ellipse, whose corners are free": (panel(BAR, geometry="ellipse"), "", [("fill", None, 1)]),
    "a picture": (PICTURE, "", [("picture", None, 1)]),
    "a line": (connector(), "", [("line", None, 0)]),
    "a line that is not drawn": (connector("<a:ln><a:noFill/></a:ln>"), "", []),
    "an outline without a fill": (panel(BAR, BLACK_LINE), "", [("line", None, 0)]),
    "words": (WORDS, "", [("text", None, 0)]),
    "a text box without words": (WORDS.replace("Our town", " "), "", []),
    "nothing of a shape is drawn": (panel(BAR, ""), "", []),
    "hidden": (panel(BAR, attributes=' hidden="1"'), "", []),
    "in a hidden group": (HIDDEN_GROUP.format(panel(BAR)), "", []),
    "the master's lie below the layout's": (
        panel(BAR),
        PICTURE,
        [("picture", None, 1), ("fill", "0000FF", 1)],
    ),
}


@pytest.mark.parametrize(("layout", "master", "drawn"), CASES.values(), ids=CASES)
def test_what_is_drawn(
    layout: str, master: str, drawn: list[tuple[str, str | None, float]]
) -> None:
    found = only_layout(opened(layout, master=master)).drawn
    assert [(one.kind, one.color, one.opacity) for one in found] == drawn


def test_the_masters_shapes_are_left_out_where_the_layout_hides_them() -> None:
    hidden = opened(panel(BAR, BLUE), master=PICTURE, attributes='showMasterSp="0"')
    assert [one.kind for one in only_layout(hidden).drawn] == ["fill"]


@pytest.mark.parametrize(
    ("line", "style", "color"),
    [
        pytest.param(BLACK_LINE, "", "000000", id="its own"),
        pytest.param("<a:ln/>", "<a:schemeClr val='accent1'/>", "4472C4", id="that of its style"),
        pytest.param('<a:ln w="9525"/>', "", None, id="unknown"),
    ],
)
def test_the_colour_of_a_line(line: str, style: str, color: str | None) -> None:
    by_style = f'<p:style><a:lnRef idx="1">{style}</a:lnRef></p:style>'
    xml = connector(line).replace("</p:spPr>", f"</p:spPr>{by_style}")
    (found,) = only_layout(opened(xml)).drawn
    assert found.line_color == color
