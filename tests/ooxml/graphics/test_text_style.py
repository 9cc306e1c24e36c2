"""Figures, steps, tables, charts, captions and listings have the font and colour of the layout."""

import io
import re
import zipfile

import pytest

from deckgen.brand.brand import Brand
from deckgen.deck.layout import Placeholder
from deckgen.ooxml.presentation import write
from tests.sampled import sampled
from tests.talks import talk
from tests.tools import packages

GREEN = "1A3C34"
KINDS = {
    "figures": "figures: [{number: 41, label: towns}]",
    "steps": "steps: [{title: Ask, text: Who}, {title: Build, text: Now}]",
    "people": "people: [{name: Anna, role: Town}, {name: Bernd, role: Works}]",
    "table": "table: [[Year, Cost], [2024, 10]]",
    "chart": "chart: {kind: column, data: {2023: 10, 2024: 20}, unit: MWh, source: Town}",
}


def styled(brand: Brand, font: str, color: str) -> Brand:
    """Return a brand whose texts have a font and a colour of their own."""

    def changed(one: Placeholder) -> Placeholder:
        levels = tuple(level._replace(font=font, color=color) for level in one.level_styles)
        return one._replace(level_styles=levels) if one.role in {"title", "body"} else one

    return brand._replace(
        layouts=tuple(
            layout._replace(placeholders=tuple(map(changed, layout.placeholders)))
            for layout in brand.layouts
        )
    )


def graphics(kind: str, color: str) -> str:
    """Return the XML of the slide and its charts, on a brand in Georgia."""
    compiled = talk(f"- title: One\n  {KINDS[kind]}").compiled
    data = write(compiled.deck, styled(compiled.brand, "Georgia", color), None)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = [
            one
            for one in package.namelist()
            if re.search(r"/(slides|charts|drawings)/[\w-]+\.xml", one)
        ]
        return "".join(package.read(one).decode() for one in names)


@pytest.mark.parametrize("kind", sampled([*KINDS], every=2))
def test_the_font_and_the_colour_of_the_layout(kind: str) -> None:
    xml = graphics(kind, GREEN)
    assert {*re.findall(r'<a:latin typeface="([^"]+)"', xml)} == {"Georgia"}
    assert f'<a:srgbClr val="{GREEN}"' in xml
    assert 'val="dk1"' not in xml


@pytest.mark.parametrize("kind", sampled([*KINDS], every=2))
def test_a_colour_of_the_theme_is_named(kind: str) -> None:
    dark = talk("- title: One\n  bullets: [a]").compiled.brand.theme_colors["dk1"]
    xml = graphics(kind, dark)
    assert 'val="dk1"' in xml
    assert dark not in xml


@pytest.mark.parametrize("kind", sampled([*KINDS], every=2))
def test_a_colour_that_cannot_be_read_is_replaced(kind: str) -> None:
    assert "FEFEFE" not in graphics(kind, "FEFEFE")


@pytest.mark.parametrize("kind", ["figures", "steps"])
def test_drawings_have_no_capitals_or_wide_letters_of_the_presentation(kind: str) -> None:
    levels = re.findall("<a:lvl1pPr.*?<a:defRPr ([^>]*)>", graphics(kind, GREEN))
    assert levels
    assert all('cap="none" spc="0" baseline="0"' in level for level in levels)


LINKED = {
    "table": "table: [[Where, What], ['[here](https://example.org)', 10]]",
    "steps": "steps: [{title: Ask, text: '[here](https://example.org)'}, {title: Build, text: No}]",
    "caption": "image: {file: a.png, alt: A, caption: '[here](https://example.org)'}",
}
OWN_COLOR = "{A12FA001-AC4F-418D-AE19-62706E023703}"
"""The extension by which a link has the colour of its run (docs/facts/timing.md)."""


@pytest.mark.parametrize(("link", "own"), [("0563C1", False), ("FFF200", True)])
@pytest.mark.parametrize("kind", sampled([*LINKED], every=2))
def test_links_that_cannot_be_read_have_the_colour_of_the_text(
    kind: str, link: str, *, own: bool
) -> None:
    compiled = talk(f"- title: One\n  {LINKED[kind]}", files={"a.png": packages.png()}).compiled
    colors = {**compiled.brand.theme_colors, "hlink": link, "folHlink": "0563C1"}
    data = write(compiled.deck, compiled.brand._replace(theme_colors=colors), None)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        xml = package.read("ppt/slides/slide1.xml").decode()
    assert "hlinkClick" in xml
    assert (OWN_COLOR in xml) == own
