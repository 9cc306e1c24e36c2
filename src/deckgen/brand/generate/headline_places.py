"""Where the headline stands on slides of a generated layout, and what begins below it.

The block of kicker and headline begins at one height: without a kicker, the headline stands where
the kicker would. Bodies follow the last line of the headline at one distance (docs/design.md).
"""

from deckgen.deck.layout import HEADLINE_GAP, Layout, Placeholder

_LARGE = 2
"""Times the size of the headline from which a number is as high as kicker and headline."""


def with_following_bodies(layout: Layout) -> Layout:
    """Return the layout as slides use it: bodies below the headline follow it.

    One that stands beside the headline rises with it. Only layouts with a kicker are changed, and
    none whose headline stands on an area of its own. A kicker raises the headline only if it stands
    above it, on the same area.
    """
    title, kicker = layout.placeholder("title"), layout.placeholder("kicker")
    body = layout.placeholder("body")
    if title is None or kicker is None or _is_above(body, title) or _apart(layout, body, title):
        return layout
    beside = body if body is not None and body.box.y == title.box.y else None
    following = layout if beside else layout._replace(headline_gap=HEADLINE_GAP)
    if kicker.box.y > title.box.y or _apart(layout, kicker, title):
        return following
    higher = title.box.y - kicker.box.y
    row = tuple(each for each in layout.placeholders if each is beside or _is_in_row(each, title))
    return following._replace(
        placeholders=tuple(
            [_raised(each, higher) if each in row else each for each in layout.placeholders]
        ),
        below_kicker=row,
    )


def _is_above(body: Placeholder | None, title: Placeholder) -> bool:
    return body is not None and body.box.y < title.box.y


def _apart(layout: Layout, other: Placeholder | None, title: Placeholder) -> bool:
    """Return whether a placeholder stands on another area than the headline."""
    return other is not None and layout.area_behind(other.box) != layout.area_behind(title.box)


def _is_in_row(placeholder: Placeholder, title: Placeholder) -> bool:
    """Return whether it is the headline, or the progress beside it.

    One on a tab is not, nor a large one, which hangs from where the kicker begins.
    """
    if placeholder is title or placeholder.role != "progress":
        return placeholder is title
    middle = placeholder.box.y + placeholder.box.cy // 2
    is_beside = title.box.y <= middle < title.box.y + title.box.cy
    is_large = placeholder.level_styles[0].size >= _LARGE * title.level_styles[0].size
    return is_beside and not is_large


def _raised(placeholder: Placeholder, higher: int) -> Placeholder:
    """Return a placeholder that begins higher; a body ends where it did."""
    box = placeholder.box
    longer = higher if placeholder.role == "body" else 0
    box = box._replace(y=box.y - higher, cy=box.cy + longer)
    larger = tuple([each._replace(y=each.y - higher) for each in placeholder.larger_boxes])
    return placeholder._replace(box=box, overrides_box=True, larger_boxes=larger)
