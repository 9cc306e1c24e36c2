"""Contrast as WCAG 2.1 defines it, on pairs that the standard's readers publish."""

import pytest

from deckgen.brand.contrast import (
    TEXT_MINIMUM,
    contrast_ratio,
    luminance,
    mixed,
    modulated,
    scrim_opacity,
    shown_ratio,
)


@pytest.mark.parametrize(
    ("color", "other", "ratio"),
    [
        ("000000", "FFFFFF", 21),
        ("FFFFFF", "FFFFFF", 1),
        ("767676", "FFFFFF", 4.54),
        ("777777", "FFFFFF", 4.48),
        ("FF0000", "FFFFFF", 4.00),
        ("0000FF", "FFFFFF", 8.59),
        ("ffff00", "000000", 19.56),
    ],
)
def test_the_contrast_of_two_colours_in_either_order(color: str, other: str, ratio: float) -> None:
    assert contrast_ratio(color, other) == pytest.approx(ratio, abs=0.005)
    assert contrast_ratio(other, color) == contrast_ratio(color, other)


@pytest.mark.parametrize(
    ("color", "expected"),
    [
        ("000000", 0),
        ("0A0A0A", 0.00304),
        ("FF0000", 0.2126),
        ("00FF00", 0.7152),
        ("0000FF", 0.0722),
        ("FFFFFF", 1),
    ],
)
def test_luminance_weighs_the_channels(color: str, expected: float) -> None:
    assert luminance(color) == pytest.approx(expected, abs=5e-6)


@pytest.mark.parametrize(
    ("color", "other", "share", "expected"),
    [
        ("123456", "FFFFFF", 0, "123456"),
        ("123456", "ABCDEF", 1, "ABCDEF"),
        ("000000", "FF8000", 0.5, "804000"),
        ("ffffff", "000000", 0.25, "BFBFBF"),
    ],
)
def test_a_colour_with_a_share_of_another(
    color: str, other: str, share: float, expected: str
) -> None:
    assert mixed(color, other, share) == expected


@pytest.mark.parametrize(
    ("mod", "off", "expected"),
    [(100, 0, "4472C4"), (0, 0, "000000"), (0, 100, "FFFFFF"), (100, 100, "FFFFFF")],
)
def test_a_colour_of_another_luminance(mod: int, off: int, expected: str) -> None:
    assert modulated("4472C4", mod, off) == expected


@pytest.mark.parametrize(("ratio", "text"), [(4.496, "4.49"), (21.0, "21.00"), (4.5, "4.50")])
def test_a_ratio_is_cut_and_not_rounded(ratio: float, text: str) -> None:
    assert shown_ratio(ratio) == text


@pytest.mark.parametrize(
    ("text", "fill", "worst", "opacity"),
    [
        ("FFFFFF", "0E4A50", "FFFFFF", 72),
        ("000000", "FFFFFF", "000000", 46),
        ("FFFFFF", "888888", "FFFFFF", 100),  # not read on the fill itself
    ],
)
def test_a_scrim_is_as_opaque_as_its_text_needs_over_the_worst_picture(
    text: str, fill: str, worst: str, opacity: int
) -> None:
    assert scrim_opacity(text, fill) == opacity
    if opacity < 100:
        assert contrast_ratio(text, mixed(worst, fill, opacity / 100)) >= TEXT_MINIMUM
        assert contrast_ratio(text, mixed(worst, fill, (opacity - 1) / 100)) < TEXT_MINIMUM
