"""What stands behind a graphic, and which colours of the theme are read on it."""

import pytest

from deckgen.deck.box import Box
from deckgen.deck.layout import FilledArea, Layout
from deckgen.ooxml.backdrop import Backdrop, backdrop, link_color

THEME = {
    "dk1": "000000",
    "lt1": "FFFFFF",
    "dk2": "203864",
    "lt2": "EEEEEE",
    "accent1": "C00000",
    "hlink": "0000C0",
    "folHlink": "600060",
}
BOX = Box(0, 0, 100, 100)
PAGE = Layout("Page", "bullets", "light", "/ppt/slideLayouts/slideLayout1.xml", ())
SWAPPED = 'bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2" hlink="accent1" folHlink="accent1"'


@pytest.mark.parametrize(
    ("layout", "box", "expected", "is_guess"),
    [
        (PAGE._replace(filled_areas=(FilledArea(BOX, "123456"),)), BOX, "123456", False),
        # Not known: dark text stands on the light colour, light text on a dark one.
        (PAGE, BOX, "FFFFFF", True),
        (PAGE, None, "FFFFFF", True),
        (PAGE._replace(tone="dark"), BOX, "203864", True),
        (PAGE._replace(tone="dark", color_map_override=SWAPPED), BOX, "000000", True),
    ],
    ids=["an area", "light", "no box", "dark", "dark by its own map"],
)
def test_what_stands_behind(
    layout: Layout, box: Box | None, expected: str, *, is_guess: bool
) -> None:
    assert backdrop(layout, None, box, THEME) == Backdrop(expected, THEME, is_guess)


@pytest.mark.parametrize(
    ("rgb", "asked", "expected"),
    [
        ("FFFFFF", ["lt1", "accent1", "dk1"], "accent1"),
        ("C00000", ["accent1"], "lt1"),
        ("FFFFFF", ["lt1", "lt2"], "dk1"),
        # RRGGBB is named where the theme has it.
        ("FFFFFF", ["c00000"], "accent1"),
        ("FFFFFF", ["700000"], "700000"),
        ("FFFFFF", ["no-such-name"], "dk1"),
    ],
)
def test_the_first_colour_that_is_read(rgb: str, asked: list[str], expected: str) -> None:
    assert Backdrop(rgb, THEME).readable(*asked) == expected


def test_where_the_backdrop_is_a_guess_colours_need_twice_the_contrast() -> None:
    known = Backdrop("FFFFFF", THEME)
    guessed = known._replace(is_guess=True)
    # Dark red has 6.5:1 on white, black 21:1.
    assert (known.readable("accent1"), guessed.readable("accent1")) == ("accent1", "dk1")
    assert guessed.reads("accent1", 3)
    assert (guessed.below("lt1", 50).is_guess, guessed.below("lt1").is_guess) == (True, False)


def test_a_fill_that_is_half_seen_is_half_mixed_in() -> None:
    below = Backdrop("FFFFFF", THEME).below("dk1", 50)
    assert below.rgb in {"7F7F7F", "808080"}
    assert Backdrop("FFFFFF", THEME).below("accent1").rgb == "C00000"


@pytest.mark.parametrize(
    ("rgb", "override", "expected"),
    [
        ("FFFFFF", "", ""),
        # Neither blue is read on black; the red that the layout has instead neither.
        ("000000", "", "lt1"),
        ("000000", SWAPPED, "lt1"),
        ("FFFFFF", SWAPPED, ""),
    ],
)
def test_links_have_the_colour_of_text_where_theirs_is_not_read(
    rgb: str, override: str, expected: str
) -> None:
    layout = PAGE._replace(color_map_override=override)
    assert link_color(layout, Backdrop(rgb, THEME), "lt1") == expected


def test_a_theme_without_colours_of_links_has_none_that_could_not_be_read() -> None:
    assert link_color(PAGE, Backdrop("000000", {"dk1": "000000"}), "lt1") == ""
