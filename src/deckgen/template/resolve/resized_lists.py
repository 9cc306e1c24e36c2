"""The boxes of lists that PowerPoint makes as high as their text (ECMA-376 Part 1, 21.1.2.1.4).

Such a box is often drawn as high as its sample text. It says nothing of the height that a list may
have: that reaches down to what stands next on the layout.
"""

from collections.abc import Sequence

from deckgen.deck.box import Box
from deckgen.deck.layout import EMU_PER_POINT, Placeholder
from deckgen.template.resolve.free_space import growth_limit
from deckgen.template.template import DrawnShape

_FOOT = 1 / 15
"""The share of the slide's height that stays free at its foot."""
_LEAST_LINES = 3
"""Lines from which on a box holds a list; lower ones are for names, dates and captions."""


def with_whole_lists(
    placeholders: tuple[Placeholder, ...], drawn: Sequence[DrawnShape], height: int
) -> tuple[Placeholder, ...]:
    """Return the placeholders; resized lists reach down to the next thing on the layout.

    `drawn` is what the layout draws, `height` that of the slide in EMU. A list on a panel or a
    picture stays on it.
    """
    others = [each.box for each in placeholders]
    return tuple(
        _reaching(each, growth_limit(each.box, others, drawn, height), height)
        if _is_list(each)
        else each
        for each in placeholders
    )


def _is_list(placeholder: Placeholder) -> bool:
    if not placeholder.resized or placeholder.type not in {"body", "obj"}:
        return False
    if placeholder.vertical or placeholder.anchor != "t":
        return False
    line = placeholder.level_styles[0].size * EMU_PER_POINT
    has_levels = len(placeholder.prompt.splitlines()) > 1
    return has_levels or placeholder.inner_box.cy >= _LEAST_LINES * line


def _reaching(placeholder: Placeholder, free: Box | None, height: int) -> Placeholder:
    box = placeholder.box
    foot = min(free.bottom if free else box.bottom, round(height * (1 - _FOOT)))
    if foot <= box.bottom:
        return placeholder
    return placeholder.in_box(box._replace(cy=foot - box.y))
