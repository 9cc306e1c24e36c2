"""Layouts of one slide: what gives way to a headline that stands across the page."""

import pytest

from deckgen.deck.box import Box
from deckgen.deck.layout import HEADLINE_GAP, Anchor, Layout, Placeholder, TextStyle
from deckgen.deck.slide import PlaceholderRole

END = 2_000_000
"""EMU: where the headline ends."""
FOOT = 6_000_000


@pytest.mark.parametrize(
    ("top", "expected"),
    [
        (500_000, END + HEADLINE_GAP),
        (END - 1, END + HEADLINE_GAP),
        (END, END),
        (END + 100_000, END + 100_000),
    ],
    ids=["beside it", "above its end", "right below it", "close below it, as on a template"],
)
def test_bodies_and_graphics_beside_a_headline_begin_below_it_others_stay(
    top: int, expected: int
) -> None:
    box = Box(4_000_000, top, 5_000_000, FOOT - top)
    body = Placeholder("body", "body", 1, "Body", box, (TextStyle(24, "000000"),))
    layout = Layout("Test", "bullets", "light", "/layout.xml", (body,), "", (("body", box),))
    made = layout.under_headline(END)
    (placeholder,), ((_, graphic),) = made.placeholders, made.graphic_boxes

    assert [each.y for each in (placeholder.box, graphic)] == [expected] * 2
    assert [each.bottom for each in (placeholder.box, graphic)] == [FOOT] * 2


def test_below_a_kicker_graphics_stand_as_low_as_the_bodies() -> None:
    box = Box(4_000_000, END, 5_000_000, FOOT - END)
    body = Placeholder("body", "body", 1, "Body", box, (TextStyle(24, "000000"),))
    lower = body._replace(box=box._replace(y=END + 300_000, cy=FOOT - END - 300_000))
    boxes: tuple[tuple[PlaceholderRole, Box], ...] = (("body", box), ("picture", box))
    layout = Layout("Test", "bullets", "light", "/layout.xml", (body,), "", boxes)
    made = layout._replace(below_kicker=(lower,)).with_kicker()
    assert made.placeholders == (lower,)
    assert made.graphic_boxes == (("body", lower.box), ("picture", box))


@pytest.mark.parametrize("anchor", ["t", "ctr", "b"])
def test_a_slide_says_where_text_stands_only_where_the_layout_says_otherwise(
    anchor: Anchor,
) -> None:
    box, other = Box(0, 0, 100, 100), Box(0, 50, 100, 50)
    body = Placeholder("body", "body", 1, "Body", box, (TextStyle(24, "000000"),), "t")
    made = body.in_box(other).anchored(anchor)

    assert (made.box, made.overrides_box) == (other, True)
    assert (made.anchor, made.overrides_anchor) == (anchor, anchor != "t")


def test_text_that_moves_twice_stands_where_the_slide_says() -> None:
    body = Placeholder("body", "body", 1, "Body", Box(0, 0, 100, 100), (TextStyle(24, "000000"),))
    made = body.anchored("b").anchored("b")
    assert (made.anchor, made.overrides_anchor) == ("b", True)
