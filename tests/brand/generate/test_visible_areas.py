"""Panels on a deep colour that is lighter than the paper are paper; others are a darker shade."""

import pytest

from deckgen.brand.design.layout_design import LayoutDesign, Rectangle
from deckgen.brand.design.page import SlideFormat
from deckgen.brand.generate.theme_xml import complete_palette, theme_colors
from deckgen.brand.generate.visible_areas import with_paper_panels, with_visible_areas
from deckgen.brand.styles import style_named, style_names
from deckgen.brand.tokens import ColorTokens
from deckgen.support.diagnostics import Span
from tests.brand.styles.houses import house_brand
from tests.present import present

SECTION, CLOSING, QUESTION = "Section", "Closing", "Question (dark)"
BLACK, LIME = "0A0A0F", "B6FF3D"


def design(name: str, paper: str, deep: str, size: SlideFormat = "16:9") -> LayoutDesign:
    colors = ColorTokens(
        ink="EDEDF5" if paper < "8" else "101010",
        paper=paper,
        deep=deep,
        sand="17171F" if paper < "8" else "EEEEEE",
        accent="FF5CD0",
        span=Span("brand.yaml", 1, 1),
        spans={},
    )
    style = style_named("panel")
    theme = theme_colors(complete_palette(colors, style.dark_shades))
    drawn = next(each for each in style.layouts(size) if each.layout.name == name)
    return with_paper_panels(drawn, theme)


@pytest.mark.parametrize("style", style_names())
def test_what_is_seen_behind_text_is_the_page_and_what_is_filled_on_it(style: str) -> None:
    colors = house_brand("museum", style).theme_colors
    for drawn in style_named(style).layouts("16:9"):
        made = with_visible_areas(drawn, "16:9", colors)
        page, *areas = made.layout.filled_areas
        filled = [each.box for each in made.decorations if isinstance(each, Rectangle)]
        assert page.color == colors[drawn.background]
        assert page.box.x == page.box.y == 0
        assert [area.box for area in areas] == filled


def panel(drawn: LayoutDesign) -> tuple[str, int]:
    return next((each.color, each.shade) for each in drawn.decorations if type(each) is Rectangle)


def colors_of(drawn: LayoutDesign) -> dict[str | None, str]:
    return {each.role: each.level_styles[0].color for each in drawn.layout.placeholders}


@pytest.mark.parametrize(
    ("paper", "deep", "area", "number"),
    [
        (BLACK, LIME, ("lt1", 100), "accent1"),
        (BLACK, "000000", ("dk2", 75), "accent2"),
        ("FFFFFF", "12305E", ("dk2", 75), "accent2"),
    ],
)
def test_panel_of_a_section(paper: str, deep: str, area: tuple[str, int], number: str) -> None:
    drawn = design(SECTION, paper, deep)
    assert panel(drawn) == area
    assert colors_of(drawn)["progress"] == number
    assert colors_of(drawn)["title"] == "lt1", "it stands on the deep colour"


def test_a_track_on_a_panel_is_seen_there() -> None:
    track = present(house_brand("start-up", "panel").layout("question", "dark", "").progress_track)
    assert track.color == "accent1"


def test_a_panel_with_the_logo_stays() -> None:
    """The logo of a dark layout has the colour of paper."""
    assert panel(design(QUESTION, BLACK, LIME)) == ("dk2", 75)


@pytest.mark.parametrize("size", ["16:9", "4:3"])
def test_a_panel_with_contact_and_a_code_to_scan(size: SlideFormat) -> None:
    assert panel(design(CLOSING, BLACK, LIME, size)) == ("lt1", 100)


def test_links_on_paper_have_the_colour_of_its_text() -> None:
    """A dark layout maps the colour of links to one that is read on the deep colour."""
    layout = house_brand("start-up", "panel").layout("closing", "dark", "")
    contact = present(layout.placeholder("body"))
    assert contact.link_color == contact.level_styles[0].color == "dk1"
