"""The date of a page whose texts have become narrow, with room for its words."""

from deckgen.deck.box import Box
from deckgen.deck.layout import EMU_PER_INCH, Placeholder

_GAP = round(0.24 * EMU_PER_INCH)
"""EMU between who speaks and the date at their right."""
_ONE_LINE = round(0.45 * EMU_PER_INCH)
"""EMU of height for a date."""
_LINES = round(1.4 * EMU_PER_INCH)
"""EMU of height for who speaks and where."""
_TWO_LINES = round(0.95 * EMU_PER_INCH)
"""EMU of height for the same near the foot of the page."""
_FOOT = round(0.2 * EMU_PER_INCH)
"""EMU below a date, at least."""
_DATE, _NAMES = round(2.5 * EMU_PER_INCH), round(3.5 * EMU_PER_INCH)
"""EMU for the words of a date, and for who speaks and where beside it."""


def with_wide_date(placeholders: tuple[Placeholder, ...], column: Box) -> tuple[Placeholder, ...]:
    """Return placeholders with a date that has room for its words, from what is beside it."""
    date = next((text for text in placeholders if text.role == "date"), None)
    more = _DATE - date.box.cx if date else 0
    if date is None or more <= 0:
        return placeholders
    beside = [text for text in placeholders if text is not date and _share_a_row(text, date)]
    if any(text.box.cx - more < _NAMES for text in beside):
        left = max(min([text.box.x for text in beside], default=column.x), column.x)
        column = column._replace(x=left, cx=column.right - left)
        parted = tuple(_apart(text, date, column) for text in placeholders)
        top = next(text.box.y for text in parted if text.role == "date")
        return tuple(_ending_above(text, top) for text in parted)
    is_right = any(text.box.x < date.box.x for text in beside)
    box = date.box._replace(x=date.box.x - more if is_right else date.box.x, cx=_DATE)
    narrower = {
        text.role: text._replace(
            box=text.box._replace(
                x=text.box.x if is_right else text.box.x + more, cx=text.box.cx - more
            )
        )
        for text in beside
    }
    changed = {**narrower, "date": date._replace(box=box)}
    return tuple(changed.get(text.role, text) for text in placeholders)


def _apart(text: Placeholder, date: Placeholder, column: Box) -> Placeholder:
    """Return a date on its own line, below the text that stood beside it, which is wider now.

    Both are higher where the date would stand on the foot of the page.
    """
    if text is not date and not _share_a_row(text, date):
        return text
    left = max(text.box.x, column.x) if text is not date else column.x
    below = _TWO_LINES if date.box.y > column.cy // 2 else _LINES
    height = min(date.box.cy, _ONE_LINE)
    up = max(date.box.y + below + height + _FOOT - column.y - column.cy, 0)
    box = text.box._replace(x=left, y=text.box.y - up, cx=column.right - left)
    if text is date:
        box = box._replace(y=box.y + below, cy=height)
    else:
        box = box._replace(cy=min(box.cy, _LINES))
    style = text.level_styles[0]._replace(align="l")
    return text._replace(box=box, level_styles=(style, *text.level_styles[1:]))


def _ending_above(text: Placeholder, y: int) -> Placeholder:
    """Return a text that begins above a height in EMU and ends there at the latest."""
    box = text.box
    return text._replace(box=box._replace(cy=min(box.cy, y - box.y))) if box.y < y else text


def _share_a_row(text: Placeholder, other: Placeholder) -> bool:
    above = min(text.box.bottom, other.box.bottom)
    return max(text.box.y, other.box.y) < above
