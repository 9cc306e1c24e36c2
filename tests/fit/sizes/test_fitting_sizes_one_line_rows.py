"""Rows of overviews and long lists stand closer before they go on over a second slide."""

import pytest

from deckgen.brand.styles import style_names
from tests.present import present
from tests.talks import Talk, talk


def overview(count: int, style: str, chapter: str = "A chapter") -> Talk:
    return talk("- agenda: Chapters\n" + f"- section: {chapter}\n" * count, style=style)


@pytest.mark.parametrize("style", style_names())
def test_ten_rows_stand_on_one_slide(style: str) -> None:
    made = overview(10, style).compiled.fitted
    body = dict(made.deck.slides[0].placeholders)["body"]
    assert len(made.deck.slides) == 11
    assert body.sizes[0] >= 18


def test_rows_stand_closer_before_they_are_set_much_smaller() -> None:
    made = overview(9, "panel", "A chapter of words on half of the page").compiled
    body = dict(made.fitted.deck.slides[0].placeholders)["body"]
    place = present(made.brand.layout("questions").placeholder("body"))
    own = place.level_styles[0]
    assert not body.sizes
    assert own.size / 4 <= body.space_before[0] < own.space_before


@pytest.mark.parametrize(("count", "sizes"), [(6, [26]), (9, [22]), (10, [28, 28])])
def test_a_long_list_is_set_smaller_before_it_goes_on(count: int, sizes: list[int]) -> None:
    bullets = ", ".join(["A point whose words take much more than half of the page"] * count)
    made = talk(f"- {{title: T, bullets: [{bullets}]}}", style="band").compiled.fitted
    assert [text.size for slide in made.slides for text in slide.texts[1:]] == sizes
