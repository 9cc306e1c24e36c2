"""Marks of lists on layouts that have others: numbers of questions, bullets within running text."""

from collections.abc import Mapping
from typing import get_args

from deckgen.deck.layout import EMU_PER_POINT, Layout, Placeholder, TextStyle
from deckgen.deck.slide import COLUMNS, LayoutRole, PlaceholderRole
from deckgen.deck.text_body import (
    OWN_INDENT,
    Direction,
    TextBody,
    as_running_text,
    has_list,
    with_own_marks,
    without_bullets,
)

_TEXTS = frozenset[PlaceholderRole](get_args(PlaceholderRole))
_NUMBER = 1.5
"""The space for a number, its stop and a blank, in times the size of a text that may yet grow."""


def with_marks(
    role: LayoutRole, contents: Mapping[PlaceholderRole, TextBody], layout: Layout
) -> dict[PlaceholderRole, TextBody]:
    """Return the texts of a slide; the overview of questions has numbers.

    Lists that would look like the text around them have marks, headlines and running text none.
    """
    texts = dict(contents)
    for line in filter(_is_marked_line, layout.placeholders):
        if line.role in _TEXTS and line.role in texts:
            texts[line.role] = without_bullets(texts[line.role])
    for column in COLUMNS:
        text = texts.get(column)
        if text and _lacks_marks(text, layout.placeholder(column)):
            texts[column] = with_own_marks(text)
    place, body = layout.placeholder("body"), texts.get("body")
    if place is None or body is None:
        return texts
    marked = place.level_styles[0].mark
    if role == "questions" and marked != "number":
        texts["body"] = _numbered(body, place.level_styles[0])
    elif role in {"text", "closing"} and marked != "none":
        texts["body"] = as_running_text(body) if marked != "number" else without_bullets(body)
    elif role in {"text", "closing"} and has_list(body) and _may_hold_lists(place):
        texts["body"] = _with_lists_deeper(body, len(place.level_styles))
    return texts


def _is_marked_line(place: Placeholder) -> bool:
    """Return whether a placeholder has bullets although its text is no list, such as a headline."""
    return (
        place.role in _TEXTS and place.role not in COLUMNS and place.level_styles[0].mark != "none"
    )


def _lacks_marks(text: TextBody, place: Placeholder | None) -> bool:
    """Return whether a list among other paragraphs would look like them: its level has no marks."""
    if place is None or place.level_styles[0].mark != "none":
        return False
    return {each.bullet for each in text.paragraphs} >= {"none", "layout"}


def _may_hold_lists(place: Placeholder) -> bool:
    """Return whether a placeholder of running text has a level of its size with bullets."""
    first, *deeper = place.level_styles
    return bool(deeper) and deeper[0].mark != "none" and deeper[0].size == first.size


def _with_lists_deeper(body: TextBody, levels: int) -> TextBody:
    """Return a text with its lists one level deeper, on one of `levels` levels of the layout."""
    return body.with_each(
        lambda each: (
            each._replace(bullet="layout", level=min(each.level + 1, levels - 1))
            if each.bullet == "disc"
            else each
        )
    )


def _numbered(body: TextBody, style: TextStyle) -> TextBody:
    """Return a list with numbers, which hang as far as their size needs.

    Its lines begin below each other, also where the layout centres them or ends them at the right.
    """
    hanging = max(OWN_INDENT, round(style.size * _NUMBER) * EMU_PER_POINT)
    begins: Direction = "rtl" if style.rtl else "ltr"
    ragged = style.align == "ctr" or (style.align == "r" and not style.rtl)
    return body.with_each(
        lambda each: each._replace(
            bullet="number",
            start_at=1,
            hanging=hanging,
            direction=begins if ragged else each.direction,
        )
    )
