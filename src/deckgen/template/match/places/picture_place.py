"""The place for a picture beside the text of a cover, a section, a quotation or a closing page."""

from collections.abc import Iterator, Sequence

from deckgen.deck.box import Box, Insets
from deckgen.deck.layout import FOOT, Layout, Placeholder
from deckgen.deck.slide import PictureRole
from deckgen.template.match.choosing.layout_match import TemplateRole
from deckgen.template.match.choosing.placeholder_roles import LayoutContents, PlaceholderMap
from deckgen.template.match.places.clear_box import clear_box, crosses
from deckgen.template.template import DrawnShape

PICTURE_ROLES: frozenset[TemplateRole] = frozenset({"cover", "section", "quote", "closing"})
"""The roles of pages with little text, which may show a picture beside it."""
_MARGIN = 0.05
"""Share of the slide's width around a picture without a placeholder."""
_LEAST_WIDTH, _LEAST_HEIGHT = 0.25, 0.35
"""The least shares of the slide for a picture."""

_LEAST_FULL = 0.7
"""The least share of the slide for a picture that fills it."""
_LEAST = 0.75
"""The least share of a half that is free for its picture; with less, there is no such layout."""
_MOST_MARGIN = 0.15
"""The widest margin left of a body, as a share of the slide's width."""
_GAP = 0.03
"""Share of the slide's width between text and picture, at least."""
_NUMBER = 0.25
"""Share of the column for the number at the end of a footer."""
_COLUMN = frozenset({"title", "kicker", "body"})


def largest_free_picture(contents: LayoutContents, texts: PlaceholderMap) -> Placeholder | None:
    """Return the largest placeholder for a picture that no text crosses."""
    free = [
        picture
        for picture in contents.pictures
        if not any(picture.box.overlaps(text.box) for text in texts.values())
    ]
    best = max(free, key=contents.share, default=None)
    return best._replace(role="picture") if best else None


def free_place(
    contents: LayoutContents, texts: PlaceholderMap, drawn: Sequence[DrawnShape]
) -> Box | None:
    """Return the largest place beside the texts that crosses nothing drawn; None if all are small.

    A picture may stand on what is drawn around the whole of it.
    """
    places = [clear_box(box, Insets(), drawn) for box in _beside(contents, texts)]
    free = [
        box
        for box in places
        if box.cx >= contents.width * _LEAST_WIDTH
        and box.cy >= contents.height * _LEAST_HEIGHT
        and not any(crosses(shape, box, Insets()) for shape in drawn)
    ]
    return max(free, key=lambda box: box.area, default=None)


def full_area(page: Box, drawn: Sequence[DrawnShape]) -> tuple[Box, tuple[str, ...]]:
    """Return the area of a picture that fills a slide, and the names of what it covers.

    Logos and bars stay free where that leaves most of the slide.
    """
    area = clear_box(page, Insets(), drawn)
    if area.area < page.area * _LEAST_FULL:
        area = page
    covered = [shape.name or shape.kind for shape in drawn if crosses(shape, area, Insets())]
    return area, tuple(dict.fromkeys(covered))


def _beside(contents: LayoutContents, texts: PlaceholderMap) -> Iterator[Box]:
    """Yield the areas right of all texts, left of them, below and above."""
    boxes = [placeholder.box for placeholder in texts.values()]
    margin = round(contents.width * _MARGIN)
    left = min((box.x for box in boxes), default=contents.width) - margin
    right = max((box.right for box in boxes), default=0) + margin
    top = min((box.y for box in boxes), default=contents.height) - margin
    bottom = max((box.bottom for box in boxes), default=0) + margin
    wide, high = contents.width - 2 * margin, contents.height - 2 * margin
    yield Box(right, margin, contents.width - margin - right, high)
    yield Box(margin, margin, left - margin, high)
    yield Box(margin, bottom, wide, contents.height - margin - bottom)
    yield Box(margin, margin, wide, top - margin)


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
    halves: tuple[tuple[PictureRole, int], ...] = (("half-picture", half), ("half-picture-left", 0))
    for role, at in halves:
        picture = clear_box(page._replace(x=at, cx=half), Insets(), drawn)
        small = picture.area < half * page.cy * _LEAST
        if small or any(crosses(shape, picture, Insets()) for shape in drawn):
            continue
        left = at == 0
        column = page._replace(x=half + gap if left else margin, cx=half - margin - gap)
        texts = tuple(_placed(layout.placeholders, column, picture, left=left))
        if any(crosses(shape, text.box, text.insets) for shape in drawn for text in texts):
            continue
        yield layout._replace(
            role=role,
            placeholders=texts,
            below_kicker=tuple(_placed(layout.below_kicker, column, picture, left=left)),
            graphic_boxes=(("picture", picture),),
        )


def _placed(
    placeholders: Sequence[Placeholder], column: Box, picture: Box, *, left: bool
) -> Iterator[Placeholder]:
    """Yield the texts in a column, and footers where no picture hides them; there, no date."""
    hidden = any(each.role in FOOT and each.box.overlaps(picture) for each in placeholders)
    for each in placeholders:
        box = each.box
        if each.role in _COLUMN:
            box = box._replace(x=column.x, cx=column.cx)
        elif hidden and each.role == "day":
            continue
        elif hidden and each.role in FOOT:
            text = column.cx - round(column.cx * _NUMBER)
            shift, wide = (text, column.cx - text) if each.role == "number" else (0, text)
            box = box._replace(x=column.x + shift, cx=wide)
        role = "second" if left and each.role == "body" else each.role
        yield each.in_box(box)._replace(role=role, larger_boxes=())
