"""Levels of lists that a template sets all alike, so that nobody sees what is below what."""

from deckgen.deck.layout import EMU_PER_POINT, Placeholder, TextStyle
from deckgen.deck.slide import COLUMNS
from deckgen.template.match.choosing.placeholder_roles import PlaceholderMap
from deckgen.template.match.stated_levels import as_list, with_hanging_marks

_LEVELS = 3
"""Those that lists may have."""
_HANGING = 1.0
"""The indent of a level in times the size of its text."""
_DASH = '<a:buFont typeface="Arial"/><a:buChar char="–"/>'


def with_distinct_levels(placeholders: PlaceholderMap) -> PlaceholderMap:
    """Return the placeholders; lower levels of a body that look like the first are indented.

    They have a dash if the template gives them no mark. A body whose levels a slide says already
    stays as it is.
    """
    return {
        role: _with_indents(place) if role in COLUMNS else place
        for role, place in placeholders.items()
    }


def with_list_marks(placeholders: PlaceholderMap) -> PlaceholderMap:
    """Return the placeholders; bodies that were made for lines of a cover have marks, at the left.

    Those are centred, or their lines hang from a mark that is not shown.
    """
    return {
        role: as_list(place) if role in COLUMNS and _is_for_lines(place.level_styles[0]) else place
        for role, place in placeholders.items()
    }


def _is_for_lines(first: TextStyle) -> bool:
    return first.mark == "none" and (first.align == "ctr" or -first.margin <= first.indent < 0)


def with_marks_apart(placeholders: PlaceholderMap) -> PlaceholderMap:
    """Return the placeholders; in bodies, marks without space on the layout stand before lines."""
    return {
        role: with_hanging_marks(place) if role in COLUMNS else place
        for role, place in placeholders.items()
    }


def _with_indents(body: Placeholder) -> Placeholder:
    levels = list(body.level_styles)
    if body.list_style or body.is_text_box or levels[0].rtl or levels[0].align != "l":
        return body
    written = ""
    for at in range(1, min(_LEVELS, len(levels))):
        above, own = levels[at - 1], levels[at]
        if not _looks_like(own, body.level_styles[at - 1]):
            return body
        hanging = max(round(own.size * _HANGING * EMU_PER_POINT), -own.indent)
        mark = _DASH if own.mark == "none" else ""
        margin = above.margin + hanging
        levels[at] = own._replace(margin=margin, indent=-hanging, mark="dash" if mark else own.mark)
        written += (
            f'<a:lvl{at + 1}pPr marL="{margin}" indent="-{hanging}">{mark}</a:lvl{at + 1}pPr>'
        )
    return body._replace(level_styles=tuple(levels), list_style=written)


def _looks_like(level: TextStyle, above: TextStyle) -> bool:
    return (level.size, level.bold, level.margin, level.mark, level.color) == (
        above.size,
        above.bold,
        above.margin,
        above.mark,
        above.color,
    )
