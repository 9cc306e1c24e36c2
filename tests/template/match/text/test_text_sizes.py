"""Sizes beside the headline, and on pages that are higher than usual."""

import pytest

from deckgen.deck.box import Box
from deckgen.deck.layout import Placeholder, TextStyle
from deckgen.template.match.text.text_sizes import (
    no_larger_than_title,
    page_scale,
    readable_size,
)


def text(*sizes: int, color: str = "dk1") -> Placeholder:
    levels = tuple(TextStyle(size, color) for size in sizes)
    return Placeholder(None, "body", 1, "Text", Box(0, 0, 100, 100), levels)


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [(44, (32, 28), (32, 28)), (24, (24, 20), (24, 20)), (24, (32, 28, 20), (24, 21, 15))],
)
def test_no_text_is_larger_than_its_headline(
    title: int, body: tuple[int, ...], expected: tuple[int, ...]
) -> None:
    headline = text(title, color="dk2")
    found = no_larger_than_title({"title": headline, "body": text(*body), "progress": text(96)})
    assert tuple(level.size for level in found["body"].level_styles) == expected
    assert found["body"].overrides_sizes == (body != expected)
    assert found["progress"].level_styles[0].size == 96


@pytest.mark.parametrize(("size", "expected"), [(19, 19), (24, 19), (28, 19)])
def test_a_list_that_looks_like_its_headline_is_clearly_smaller(size: int, expected: int) -> None:
    found = no_larger_than_title({"title": text(24), "body": text(size), "kicker": text(24)})
    assert found["body"].level_styles[0].size == expected
    assert found["kicker"].level_styles[0].size == 24


def test_without_a_headline_all_texts_stay() -> None:
    given = text(32)
    assert no_larger_than_title({"body": given}) == {"body": given}


@pytest.mark.parametrize(
    ("height", "scale"), [(6_858_000, 1), (5_143_500, 1), (7_560_000, 1.102), (13_716_000, 2)]
)
def test_sizes_grow_with_the_page(height: int, scale: float) -> None:
    assert page_scale(height) == pytest.approx(scale, abs=0.001)


@pytest.mark.parametrize(
    ("height", "size"), [(6_858_000, 18), (5_143_500, 14), (3_429_000, 9), (13_716_000, 18)]
)
def test_on_lower_pages_smaller_text_looks_as_large(height: int, size: int) -> None:
    assert readable_size(18, height) == size
