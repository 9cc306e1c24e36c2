"""Another place on a cover for who speaks, where and when, whose own has no room for them."""

from deckgen.deck.box import Box
from deckgen.deck.layout import EMU_PER_POINT, Placeholder
from deckgen.template.match.choosing.placeholder_roles import PlaceholderMap
from deckgen.template.match.compositions.display_page import SMALL_LINES, with_texts
from deckgen.template.match.places.clear_box import clear_box, crosses
from deckgen.template.match.places.surroundings import Surroundings
from deckgen.template.match.text.text_sizes import page_scale
from deckgen.template.resolve.drawn_shapes import growth_limit

_GAP, _FOOT = 0.02, 0.93
"""Shares of the slide's height: between what is drawn and the text; where the text ends."""
_SHARE = 0.6
"""Share of the title's place that the text has at least."""
_TITLE_LINE = 1.0
"""The height that the title keeps, in times its size: it may be set smaller."""


def with_details_elsewhere(placeholders: PlaceholderMap, around: Surroundings) -> PlaceholderMap:
    """Return the placeholders of a cover; a text without room for its details stands elsewhere.

    It was made for a line on a strip, or above a logo. It stands below what is drawn there, or else
    under the lines of the title, which ends higher.
    """
    title, text = placeholders.get("title"), placeholders.get("subtitle")
    if title is None or text is None or title.vertical or text.box.y < title.box.y:
        return placeholders
    need = round(SMALL_LINES * page_scale(around.slide_height) * EMU_PER_POINT)
    sides = text.insets._replace(top=0, bottom=0)
    clear = clear_box(text.box, text.insets, around.drawn).inside(sides)
    others = [each.box for each in placeholders.values() if each is not text]
    grown = growth_limit(clear, others, around.drawn, around.slide_height) or clear
    if grown.cy - text.insets.top - text.insets.bottom >= need:
        return placeholders
    if below := _below(text, around):
        return with_texts(placeholders, (text, text.in_box(below).anchored("t")))
    own = title.box
    page = growth_limit(own, (), around.drawn, around.slide_height) or own
    line = round(title.level_styles[0].size * _TITLE_LINE * EMU_PER_POINT)
    given = max(need, round(page.cy * _SHARE))
    if page.cy < given + line or any(crosses(each, page, title.insets) for each in around.drawn):
        return placeholders
    under = page.bottom - given
    upper = title.in_box(own._replace(y=page.y, cy=under - page.y)).anchored("b")
    lower = text.in_box(own._replace(y=under, cy=given)).anchored("t")
    return with_texts(placeholders, (title, upper), (text, lower))


def _below(text: Placeholder, around: Surroundings) -> Box | None:
    """Return the place of a text below what it stands on or meets; None if it has no room there."""
    height = around.slide_height
    ends = (shape.box.bottom for shape in around.drawn if shape.box.overlaps(text.box))
    top = max(ends, default=text.box.bottom) + round(height * _GAP)
    page = text.box._replace(y=top, cy=max(round(height * _FOOT) - top, 0))
    box = clear_box(page, text.insets, around.drawn)
    need = round(SMALL_LINES * page_scale(height) * EMU_PER_POINT)
    is_crossed = any(crosses(shape, box, text.insets) for shape in around.drawn)
    return None if is_crossed or box.cy < need else box
