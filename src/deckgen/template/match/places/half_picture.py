"""Layouts with a picture on one half of the slide, made from a template's layout for bullets.

Slides say where their texts stand, on the other half. The picture reaches three edges of the slide,
or as far as nothing is drawn.
"""

from collections.abc import Iterator, Sequence

from deckgen.deck.box import Box, Insets
from deckgen.deck.layout import Layout, Placeholder
from deckgen.template.match.places.clear_box import clear_box, crosses
from deckgen.template.template import DrawnShape

_LEAST = 0.75
"""The least share of the half for its picture; with less, the picture stands beside the text."""
_MOST_MARGIN = 0.15
"""Share of the slide's width from which what is left of a body is no margin."""
_GAP = 0.03
"""Share of the slide's width between text and picture, at least."""
_NUMBER = 0.25
"""Share of the column for the number at the end of a footer."""
_COLUMN = frozenset({"title", "kicker", "body"})
_FOOT = frozenset({"footer", "day", "number"})


def half_picture_layouts(
    layout: Layout, page: Box, drawn: Sequence[DrawnShape]
) -> Iterator[Layout]:
    """Yield the layouts with a picture on the right half and on the left half, if there is room.

    `page` is the slide; `drawn` are the shapes of the layout that are seen.
    """
    body = layout.placeholder("body")
    if body is None or layout.placeholder("title") is None or body.is_text_box:
        return
    margin = body.box.x - page.x
    if not 0 < margin <= page.cx * _MOST_MARGIN:
        return
    gap = max(margin, round(page.cx * _GAP))
    half = page.cx // 2
    for role, at in (("half-picture", half), ("half-picture-left", 0)):
        picture = clear_box(page._replace(x=at, cx=half), Insets(), drawn)
        small = picture.area < half * page.cy * _LEAST
        if small or any(crosses(shape, picture, Insets()) for shape in drawn):
            continue
        left = role == "half-picture-left"
        start = half + gap if left else margin
        column = page._replace(x=start, cx=half - margin - gap)
        texts = tuple(_placed(layout.placeholders, column, picture, left=left))
        if any(crosses(shape, text.box, text.insets) for shape in drawn for text in texts):
            continue
        yield layout._replace(
            role="half-picture-left" if left else "half-picture",
            placeholders=texts,
            below_kicker=tuple(_placed(layout.below_kicker, column, picture, left=left)),
            graphic_boxes=(("picture", picture),),
        )


def _placed(
    placeholders: Sequence[Placeholder], column: Box, picture: Box, *, left: bool
) -> Iterator[Placeholder]:
    """Yield the texts in a column, and footers where no picture hides them; there, no date."""
    hidden = any(each.role in _FOOT and each.box.overlaps(picture) for each in placeholders)
    for each in placeholders:
        box = each.box
        if each.role in _COLUMN:
            box = box._replace(x=column.x, cx=column.cx)
        elif hidden and each.role == "day":
            continue
        elif hidden and each.role in _FOOT:
            number = round(column.cx * _NUMBER)
            wide = number if each.role == "number" else column.cx - number
            shift = column.cx - number if each.role == "number" else 0
            box = box._replace(x=column.x + shift, cx=wide)
        role = "second" if left and each.role == "body" else each.role
        yield each._replace(role=role, box=box, overrides_box=True, larger_boxes=())
