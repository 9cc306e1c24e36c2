"""What stands behind the text of a layout: panels and pictures over the background."""

import pytest

from tests.template.small import FILLS, frame, only_layout, opened, shape

WHOLE = (0, 0, 10_000, 8_000)
"""The slide."""
TITLE = shape('type="title"', (500, 500, 9_000, 1_000))
TEXT = shape('type="body" idx="1"', (500, 2_000, 9_000, 5_000))
FOOTER = shape('type="ftr" idx="2"', (500, 7_500, 9_000, 400))
BLUE = '<a:solidFill><a:srgbClr val="0000FF"/></a:solidFill>'
HALF_BLACK = '<a:solidFill><a:srgbClr val="000000"><a:alpha val="50000"/></a:srgbClr></a:solidFill>'


def panel(
    box: tuple[int, int, int, int] = WHOLE,
    fill: str = BLUE,
    *,
    geometry: str = "rect",
    style: str = "",
    turned: str = "",
    attributes: str = "",
) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="9" name="Panel"{attributes}/><p:cNvSpPr/><p:nvPr/>'
        "</p:nvSpPr>"
        f'<p:spPr>{frame(box, turned)}<a:prstGeom prst="{geometry}"/>{fill}</p:spPr>{style}</p:sp>'
    )


def numbered(idx: int) -> str:
    reference = f'<a:fillRef idx="{idx}"><a:schemeClr val="accent2"/></a:fillRef>'
    return f"<p:style>{reference}</p:style>"


PICTURE = (
    '<p:pic><p:nvPicPr><p:cNvPr id="9" name="Bild"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill/>'
    f"<p:spPr>{frame(WHOLE)}</p:spPr></p:pic>"
)
TOP = (0, 0, 10_000, 1_700)
BELOW = (0, 1_800, 10_000, 6_200)

CASES: dict[str, tuple[str, str, str | None]] = {
    "nothing": (TITLE + TEXT, "", "FFFFFF"),
    "a panel over the whole slide": (panel() + TITLE + TEXT, "", "0000FF"),
    "the master's": (TITLE + TEXT, panel(), "0000FF"),
    "a picture": (PICTURE + TITLE + TEXT, "", None),
    "a panel over a picture": (PICTURE + panel() + TITLE + TEXT, "", "0000FF"),
    "the layout's over the master's": (panel() + TITLE + TEXT, PICTURE, "0000FF"),
    "behind the title alone": (panel(TOP) + TITLE + TEXT, "", None),
    "behind all text, not behind the slide": (panel(BELOW) + TEXT, "", "0000FF"),
    "beside all text": (panel(TOP) + TEXT, "", "FFFFFF"),
    "behind a part of the text": (panel((0, 0, 5_000, 8_000)) + TEXT, "", None),
    "behind the footer alone": (panel((0, 7_200, 10_000, 800)) + TEXT + FOOTER, "", "FFFFFF"),
    "without a fill": (panel(fill="<a:noFill/>") + TEXT, "", "FFFFFF"),
    "nothing said of a fill": (panel(fill="") + TEXT, "", "FFFFFF"),
    "filled as the theme's styles say": (panel(fill="", style=numbered(1)) + TEXT, "", "ED7D31"),
    "no style": (panel(fill="", style=numbered(0)) + TEXT, "", "FFFFFF"),
    "half through": (panel(fill=HALF_BLACK) + TEXT, "", "808080"),
    "not seen at all, behind a part of the text": (
        panel((0, 0, 5_000, 8_000), HALF_BLACK.replace("50000", "0")) + TEXT,
        "",
        "FFFFFF",
    ),
    "half through, over a picture": (PICTURE + panel(fill=HALF_BLACK) + TEXT, "", None),
    "with round corners": (panel(geometry="roundRect") + TEXT, "", "0000FF"),
    "an ellipse covers nobody knows what": (panel(geometry="ellipse") + TEXT, "", None),
    "hidden": (panel(attributes=' hidden="1"') + TEXT, "", "FFFFFF"),
    "turned upright": (
        panel((1_000, -1_000, 8_000, 10_000), turned=' rot="5400000"') + TEXT,
        "",
        "0000FF",
    ),
    "a text with a fill of its own": (TEXT.replace("</a:xfrm>", f"</a:xfrm>{BLUE}"), "", "0000FF"),
    "with that of the master": (TEXT, TEXT.replace("</a:xfrm>", f"</a:xfrm>{BLUE}"), "0000FF"),
    "no text, a panel over the slide": (panel(), "", "0000FF"),
    "no text, a bar": (panel(TOP), "", "FFFFFF"),
}


@pytest.mark.parametrize(("layout", "master", "color"), CASES.values(), ids=CASES)
def test_what_stands_behind_text(layout: str, master: str, color: str | None) -> None:
    assert only_layout(opened(layout, master)).background == color


def test_a_layout_may_hide_the_shapes_of_its_master() -> None:
    found = only_layout(opened(TEXT, panel(), attributes='showMasterSp="0"'))
    assert found.background == "FFFFFF"


def test_a_fill_of_the_theme_is_the_layouts_own_if_it_has_one() -> None:
    other = FILLS.replace('<a:schemeClr val="phClr"/>', '<a:srgbClr val="00FF00"/>', 1)
    template = opened(panel(fill="", style=numbered(1)) + TEXT, override=other)
    assert only_layout(template).background == "00FF00"


def test_the_tone_is_that_of_the_largest_text() -> None:
    assert only_layout(opened(panel(BELOW) + TITLE + TEXT)).layout.tone == "dark"
    assert only_layout(opened(panel(TOP) + TITLE + TEXT)).layout.tone == "light"
