"""Text that a template sets too small to be read from the last row, in larger sizes.

Its designer set it for paper or for a desk. The proportions of its levels stay:
docs/decisions/templates.md.
"""

import math

from deckgen.deck.layout import EMU_PER_POINT, Placeholder, TextStyle
from deckgen.deck.slide import COLUMNS, PAGES, PlaceholderRole
from deckgen.template.match.choosing.layout_match import TemplateRole
from deckgen.template.match.choosing.placeholder_roles import PlaceholderMap
from deckgen.template.match.text.text_sizes import LED

_LARGEST_BODY = 24
"""Points: the first level of a list is raised no further."""
_LEVELS = 3
"""The levels of a list that are raised to what is readable."""
_LEAST_LEVEL = 0.65
"""The least size of a lower level, as a share of that of the first."""
_SMALL = 14
"""Points: the least size of kickers, dates, and of the lower levels of other texts.

The author of a quotation is a text of its own beside large words, and is set to be read as text is.
"""
SMALL_ROLES = frozenset({"kicker", "by", "date", "progress"})
"""Contents that may be as small as `_SMALL`."""
_LINES = frozenset({"kicker", "by"})
"""Small lines beside a headline; the least size does not hold for them."""
_CONTINUED: frozenset[TemplateRole] = frozenset({"questions", "question", "bullets", "text"})
"""The roles whose body goes on over a further slide rather than in smaller text."""
_LEAST_LINES = 5
"""The lines of a body that goes on; with less space its text may have its own size again."""
_HANGING = 1.2
"""The space of a mark in times the size of its text."""
_LINE = 1.25
"""The height of a line in times its size."""


def with_readable_sizes(
    role: TemplateRole,
    placeholders: PlaceholderMap,
    readable: int,
    least: int = 0,
    smallest: int = 0,
) -> PlaceholderMap:
    """Return the placeholders of a layout with small text in `readable` points or more.

    Each raised placeholder says to which size its text may be set smaller (`minimum_size`): its own
    size, if text can neither have more room nor go on over a further slide. Only kickers and
    authors may be smaller than `least` points. Text that goes on may be set in `smallest` points
    first; 0: it stays readable.
    """
    title = placeholders.get("title")
    least_title = math.ceil(readable / LED)
    largest = _LARGEST_BODY
    if title:
        largest = min(largest, int(max(_size(title), least_title) * LED))
    largest = max(largest, readable)
    raised: PlaceholderMap = {}
    for content, each in placeholders.items():
        if content == "title":
            continue
        larger = _raised(role, content, each, readable, largest, least, smallest or readable)
        if larger is not each:
            raised[content] = larger
    if title:
        first = least_title if raised else readable
        if _size(title) < first:
            raised["title"] = _with_sizes(title, first, readable, least)
    return {content: raised.get(content, each) for content, each in placeholders.items()}


def _raised(
    role: TemplateRole,
    content: PlaceholderRole,
    placeholder: Placeholder,
    readable: int,
    largest: int,
    least: int,
    smallest: int,
) -> Placeholder:
    """Return a placeholder with larger text; itself if its text can be read."""
    own = _size(placeholder)
    if content in SMALL_ROLES:
        least = 0 if content in _LINES else least
        small = readable if content == "by" else max(_SMALL, least)
        return placeholder if own >= small else _with_sizes(placeholder, small, small, least)
    if own >= readable:
        lower, sizes = round(own * _LEAST_LEVEL), [each.size for each in placeholder.level_styles]
        if min(sizes) >= least and min(sizes[:_LEVELS]) >= lower:
            return placeholder
        larger = _with_sizes(placeholder, own, max(lower, least), least)
        return larger._replace(minimum_size=least)
    if content not in COLUMNS or role not in PAGES:
        return _with_sizes(placeholder, readable, max(_SMALL, least), least)
    lowest = min(level.size for level in placeholder.level_styles[:_LEVELS])
    first = min(round(own * readable / lowest), largest)
    larger = _with_sizes(placeholder, first, readable, least)
    lines = placeholder.inner_box.cy / (readable * _LINE * EMU_PER_POINT)
    goes_on = role in _CONTINUED and content == "body" and lines >= _LEAST_LINES
    return larger._replace(minimum_size=smallest) if goes_on and larger != placeholder else larger


def _with_sizes(placeholder: Placeholder, first: int, lower: int, fitted: int) -> Placeholder:
    """Return a placeholder with its first level in `first` points, the others in proportion.

    None of them is smaller than `lower` or larger than the first. Text that does not fit is set in
    `fitted` points; 0: in its own size again. Spacing grows in proportion, indents as marks need.
    """
    levels = placeholder.level_styles
    own = _size(placeholder)
    factor = first / own
    hanging = -levels[0].indent
    wider = first * _HANGING * EMU_PER_POINT / hanging if hanging > 0 else 1.0
    wider = min(max(wider, 1.0), factor)
    grown = tuple(
        _grown(level, min(first, max(round(level.size * factor), lower)), factor, wider)
        for level in levels
    )
    changed = placeholder._replace(minimum_size=fitted or own, level_styles=grown)
    if placeholder.list_style:
        sizes = tuple(
            level._replace(size=new.size) for level, new in zip(levels, grown, strict=True)
        )
        return changed._replace(level_styles=sizes, overrides_sizes=True)
    styles = "".join(_level_xml(number, level) for number, level in enumerate(grown, 1))
    return changed._replace(list_style=styles)


def _grown(level: TextStyle, size: int, factor: float, wider: float) -> TextStyle:
    if level.rtl:
        wider = 1.0
    return level._replace(
        size=size,
        space_before=round(level.space_before * factor, 1),
        space_after=round(level.space_after * factor, 1),
        line_points=round(level.line_points * factor, 1),
        margin=round(level.margin * wider),
        indent=round(level.indent * wider),
    )


def _level_xml(number: int, level: TextStyle) -> str:
    """Return what a slide says of a raised level (ECMA-376 Part 1, 21.1.2.4.13)."""
    indents = "" if level.rtl else f' marL="{level.margin}" indent="{level.indent}"'
    lines = ""
    if level.line_points:
        lines = f'<a:lnSpc><a:spcPts val="{round(level.line_points * 100)}"/></a:lnSpc>'
    return (
        f"<a:lvl{number}pPr{indents}>{lines}"
        f'<a:spcBef><a:spcPts val="{round(level.space_before * 100)}"/></a:spcBef>'
        f'<a:spcAft><a:spcPts val="{round(level.space_after * 100)}"/></a:spcAft>'
        f'<a:defRPr sz="{level.size * 100}"/></a:lvl{number}pPr>'
    )


def _size(placeholder: Placeholder) -> int:
    return placeholder.level_styles[0].size
