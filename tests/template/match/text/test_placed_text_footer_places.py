"""What a layout has at the foot of its slides."""

from deckgen.deck.box import Box
from deckgen.deck.layout import Layout, Placeholder, PlaceholderType, TextStyle
from deckgen.template.match.text.placed_text import footer_places

INCH = 914400


def place(type_: PlaceholderType, idx: int, size: int, list_style: str = "") -> Placeholder:
    box = Box(INCH * idx, 6 * INCH, INCH, INCH // 2)
    style = TextStyle(size, "808080")
    return Placeholder(None, type_, idx, type_, box, (style,), list_style=list_style)


def test_each_footer_says_its_level_so_that_its_style_arrives_in_libreoffice() -> None:
    own = '<a:lvl1pPr><a:defRPr sz="700"/></a:lvl1pPr>'
    places = (place("title", 0, 40), place("ftr", 1, 12), place("sldNum", 2, 7, own))
    layout = Layout("Any", "bullets", "light", "/layout.xml", places)
    found = footer_places(layout)
    assert {type_: (each.role, each.minimum_size) for type_, each in found.items()} == {
        "ftr": ("footer", 8),
        "sldNum": ("number", 7),
    }
    assert found["ftr"].list_style == "<a:lvl1pPr><a:defRPr/></a:lvl1pPr>"
    assert found["sldNum"].list_style == own
