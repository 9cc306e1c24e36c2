"""Covers, sections and closing pages on a layout that was made for a headline and a list."""

from deckgen.deck.box import Box
from deckgen.deck.layout import Placeholder
from deckgen.template.match.clear_box import crosses
from deckgen.template.match.placeholder_roles import PlaceholderMap
from deckgen.template.match.roles import TemplateRole
from deckgen.template.match.stated_levels import with_alignment
from deckgen.template.match.surroundings import Surroundings
from deckgen.template.match.text_sizes import page_scale

DISPLAY_ROLES: frozenset[TemplateRole] = frozenset({"cover", "section", "closing"})
_HIGH = 0.35
"""Share of the slide's height above which the middle of a headline stands."""
_LIST = 0.35
"""Share of the slide's height that a place for a list has at least."""
_TITLE_TO = 0.52
"""Share of the slide's height at which the title ends."""
_GAP = 0.02
"""Share of the slide's height between title and text."""
_LARGER, _LARGE = 1.4, 60
"""How much larger than a headline the title is, up to these points."""


def with_display_title(placeholders: PlaceholderMap, around: Surroundings) -> PlaceholderMap:
    """Return the placeholders of a page with few words: the title large and low, the text below.

    As they are, they look like a page with a list that somebody forgot. They stay where something
    is drawn across both, such as a bar behind the headline, and on layouts without a large place
    below the headline.
    """
    title, text = placeholders.get("title"), _text(placeholders)
    if title is None or text is None or not _is_for_list(title.box, text.box, around):
        return placeholders
    height, style = around.slide_height, title.level_styles[0]
    left, top = min(title.box.x, text.box.x), title.box.y
    right = max(title.box.x + title.box.cx, text.box.x + text.box.cx)
    both = Box(left, top, right - left, text.box.y + text.box.cy - top)
    is_filled = title.idx in around.layout.fills
    if is_filled or any(crosses(shape, both, title.insets) for shape in around.drawn):
        return placeholders
    size = max(min(round(style.size * _LARGER), round(_LARGE * page_scale(height))), style.size)
    split = round(height * _TITLE_TO)
    below = split + round(height * _GAP)
    large = title._replace(
        box=both._replace(cy=split - top),
        overrides_box=True,
        anchor="b",
        overrides_anchor=title.anchor != "b",
        level_styles=(style._replace(size=size), *title.level_styles[1:]),
        overrides_sizes=True,
    )
    lower = with_alignment(text, style.align)._replace(
        box=both._replace(y=below, cy=both.y + both.cy - below),
        overrides_box=True,
        anchor="t",
        overrides_anchor=text.anchor != "t",
    )
    return {
        role: large if each is title else lower if each is text else each
        for role, each in placeholders.items()
    }


def _text(placeholders: PlaceholderMap) -> Placeholder | None:
    return placeholders.get("subtitle") or placeholders.get("body")


def _is_for_list(title: Box, text: Box, around: Surroundings) -> bool:
    """Return whether a headline stands high, and below it a place for a list."""
    height = around.slide_height
    is_below = text.y + text.cy > height * _TITLE_TO + text.cy / 4
    return title.y + title.cy / 2 <= height * _HIGH and text.cy >= height * _LIST and is_below
