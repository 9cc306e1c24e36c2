"""Colours of a brand: what can be read, what is refused, what is made."""

import pytest
from PIL import Image

from deckgen.brand.contrast import contrast_ratio
from deckgen.brand.generate.contrast_pairs import color_pairs, report_weak_pairs
from deckgen.brand.generate.logo import read_logo, warn_of_hidden_logo
from deckgen.brand.generate.theme_xml import Palette, complete_palette, theme_colors
from deckgen.brand.styles import style_named
from deckgen.brand.tokens import ColorTokens
from deckgen.support.diagnostics import Diagnostics, Span
from deckgen.support.records import changed
from tests.media.sample_pictures import saved
from tests.present import present

SPAN = Span("brand.yaml", 1, 1)
PANEL = style_named("panel")
GOOD = ColorTokens(
    ink="1B2A2E",
    paper="FFFFFF",
    deep="0F4A50",
    sand="F4ECE0",
    accent="A8431C",
    span=SPAN,
    spans={name: Span("brand.yaml", line, 3) for line, name in enumerate(("ink", "accent"), 3)},
)


def judged(colors: ColorTokens) -> tuple[Palette, Diagnostics]:
    """Return the palette of colours, and what is said of its pairs."""
    made, diagnostics = complete_palette(colors, PANEL.dark_shades), Diagnostics()
    report_weak_pairs(color_pairs(PANEL.layouts("16:9")), made, colors, diagnostics)
    return made, diagnostics


def test_open_colours_are_made_readable() -> None:
    made, found = judged(GOOD)
    assert list(found) == []
    assert made.highlight != made.accent
    colors = theme_colors(made)
    for pair in color_pairs(PANEL.layouts("16:9")):
        assert contrast_ratio(colors[pair.color], pair.background.rgb(colors)) >= pair.least


def test_the_pairs_are_those_that_the_layouts_show() -> None:
    shown = {(pair.color, *pair.background) for pair in color_pairs(PANEL.layouts("16:9"))}
    seen = {
        "text on the page": ("dk1", "lt1", 100),
        "text on a tinted page": ("dk1", "lt2", 100),
        "a headline": ("dk2", "lt1", 100),
        "a footer on a tinted page": ("accent3", "lt2", 100),
        "a link": ("hlink", "lt1", 100),
        "the title of a cover": ("lt1", "dk2", 100),
        "the number of a section": ("accent2", "dk2", 100),
        "the progress on a dark panel": ("accent2", "dk2", 75),
        "the link below a code to scan, on a dark panel": ("lt1", "dk2", 75),
        "the progress on a light panel": ("accent1", "lt2", 100),
    }
    assert {what for what, pair in seen.items() if pair not in shown} == set()
    assert shown == {(pair.color, *pair.background) for pair in color_pairs(PANEL.layouts("4:3"))}


@pytest.mark.parametrize(
    ("colors", "message"),
    [
        (
            changed(GOOD, accent="F08050"),
            "accent (F08050) on paper (FFFFFF) has a contrast of 2.65 : 1; text needs 4.5 : 1.",
        ),
        (
            changed(GOOD, ink="#9A9A9A"),
            "ink (9A9A9A) on paper (FFFFFF) has a contrast of 2.81 : 1; text needs 4.5 : 1.",
        ),
        (
            changed(GOOD, highlight="A8431C"),
            "highlight (A8431C) on deep (0F4A50) has a contrast of 1.64 : 1; text needs 4.5 : 1.",
        ),
        (
            # Dark on light: the panel is darker than the page, so it is nearer to the text.
            changed(
                GOOD,
                ink="EDEDED",
                paper="14161A",
                sand="20242B",
                deep="F2C14E",
                accent="FF8A5C",
                highlight="6B3D00",
            ),
            (
                "highlight (6B3D00) on deep (E0A210, 75 % as light for panels) has a contrast of "
                "4.07 : 1; text needs 4.5 : 1."
            ),
        ),
    ],
)
def test_a_pair_below_aa_is_an_error_that_names_both(colors: ColorTokens, message: str) -> None:
    _, diagnostics = judged(colors)
    found = [found for found in diagnostics if found.message == message]
    assert [(one.severity, one.code) for one in found] == [("error", "low-contrast")]
    assert found[0].hint


def test_the_error_stands_at_the_token() -> None:
    _, diagnostics = judged(changed(GOOD, accent="F08050"))
    assert {found.span for found in diagnostics} == {Span("brand.yaml", 4, 3)}


@pytest.mark.parametrize(
    ("colors", "told", "hint"),
    [
        # The tint asks for more than the page: the colour is good on both.
        (changed(GOOD, accent="F08050"), ["accent"] * 2, "Make accent darker, such as A35736; or"),
        # What is made of the ink for captions is no colour that its author wrote.
        (changed(GOOD, ink="CCCCCC"), ["ink"] * 2, "Make ink darker, such as 6A6A6A; or"),
        (changed(GOOD, ink="CCCCCC", muted="CCCCCC"), ["ink", "ink", "muted", "muted"], ""),
    ],
)
def test_a_colour_that_would_do_is_told(colors: ColorTokens, told: list[str], hint: str) -> None:
    _, diagnostics = judged(colors)
    assert sorted(found.message.split()[0] for found in diagnostics) == told
    assert all(str(found.hint).startswith(hint) for found in diagnostics)


def svg(*paints: str) -> bytes:
    areas = "".join(f'<path d="M0 0h9v9z" {paint}/>' for paint in paints)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{areas}</svg>'.encode()


def png(color: tuple[int, int, int], *, holes: bool, palette: bool = False) -> bytes:
    image = Image.new("RGBA" if holes else "RGB", (90, 30), (0, 0, 0, 0)[: 4 if holes else 3])
    image.paste(color, (10, 10, 80, 20))
    return saved(image.quantize() if palette else image, "PNG")


@pytest.mark.parametrize(
    ("data", "hidden"),
    [
        (svg('fill="currentColor"'), []),
        (svg('fill="currentColor"', 'style="fill:#A8431C"'), []),
        (svg('fill="#0a3a40"'), ["deep"]),
        (svg(""), ["deep"]),
        (svg('fill="none" stroke="white"'), ["sand", "paper"]),
        (svg('fill="#0a3a40"', 'fill="#fff"'), []),
        # Nobody knows what it looks like, so nothing is said of it.
        (svg('fill="url(#a)"', 'fill="rebeccapurple"'), []),
        (svg('fill="#0a3a40"', 'fill="rebeccapurple"'), []),
        (png((10, 58, 64), holes=True), ["deep"]),
        (png((255, 255, 255), holes=True), ["sand", "paper"]),
        (png((10, 58, 64), holes=True, palette=True), ["deep"]),
        # A rectangle brings its own ground along.
        (png((10, 58, 64), holes=False), []),
        (png((10, 58, 64), holes=False, palette=True), []),
    ],
)
def test_a_logo_that_is_not_seen_on_a_background_is_told(data: bytes, hidden: list[str]) -> None:
    diagnostics = Diagnostics()
    logo = present(read_logo("logo", data, SPAN, diagnostics))
    warn_of_hidden_logo(
        logo,
        color_pairs(PANEL.layouts("16:9")),
        theme_colors(complete_palette(GOOD, PANEL.dark_shades)),
        SPAN,
        diagnostics,
    )
    assert [(one.severity, one.code) for one in diagnostics] == [("warning", "hidden-logo")] * len(
        hidden
    )
    assert [one.message.partition(" (")[0].rpartition(" ")[2] for one in diagnostics] == hidden
