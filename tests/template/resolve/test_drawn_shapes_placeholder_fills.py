"""What a layout's placeholders have around or behind their text."""

import pytest

from deckgen.template.template import DrawnShape
from tests.template.small import only_layout, opened, shape

BOX = (500, 500, 9_000, 1_000)
RED = '<a:solidFill><a:srgbClr val="FF0000"/></a:solidFill>'
FRAME = f"<a:ln>{RED}</a:ln>"
NO_FRAME = "<a:ln><a:noFill/></a:ln>"


def title(properties: str) -> str:
    plain = shape('type="title"', BOX)
    assert plain.count("</p:spPr>") == 1
    return plain.replace("</p:spPr>", f"{properties}</p:spPr>")


@pytest.mark.parametrize(
    ("layout", "master", "expected"),
    [
        pytest.param("", "", None, id="nothing"),
        pytest.param(RED, "", ("fill", "FF0000", None), id="a fill"),
        pytest.param(FRAME, "", ("line", None, "FF0000"), id="a frame"),
        pytest.param("", FRAME, ("line", None, "FF0000"), id="the master's frame"),
        pytest.param(NO_FRAME, FRAME, None, id="the layout takes it away"),
        pytest.param("<a:noFill/>" + FRAME, RED, ("line", None, "FF0000"), id="a frame alone"),
        pytest.param(RED + FRAME, "", ("fill", "FF0000", None), id="a fill with a frame"),
    ],
)
def test_what_a_title_has(
    layout: str, master: str, expected: tuple[str, str | None, str | None] | None
) -> None:
    fills = only_layout(opened(title(layout), title(master))).fills
    found: DrawnShape | None = fills.get(None)
    assert (found and (found.kind, found.color, found.line_color)) == expected
