"""Levels of a text as the slide states them, because the layout was made for other text."""

from collections.abc import Collection, Mapping, Sequence
from typing import Literal

from lxml import etree

from deckgen.deck.layout import EMU_PER_POINT, Mark, Placeholder, TextStyle
from deckgen.ooxml_rules.child_order import present_child
from deckgen.opc.xml_parser import NAMESPACES, Element, q
from deckgen.template.resolve.sample_text import list_style_xml

_LINE = 1.2
"""The height of a line in times its size, in most fonts."""
_HANGING = 1.0
"""The space of a mark in times the size of its text."""
_STUCK = 0.35
"""The same for the least space, in which a mark touches the words: the width of a dot."""
_LOWER = 0.85
"""The least size of a level, as a share of that above."""
_MARKS: tuple[tuple[str, Mark], ...] = (("•", "dot"), ("–", "dash"), ("•", "dot"))
"""The marks of the levels of a list."""
_UNMARKED = 0.5
"""Space before a paragraph that no mark begins, in times its size."""
_OWN_MARKS = ("a:buFontTx", "a:buFont", "a:buNone", "a:buAutoNum", "a:buChar")


def with_alignment(placeholder: Placeholder, align: Literal["l", "ctr", "r"]) -> Placeholder:
    """Return a placeholder whose slide says at which side its lines stand, if they do not yet."""
    levels = placeholder.level_styles
    if all(level.align == align for level in levels):
        return placeholder
    style = _list_style(placeholder)
    for at, level in enumerate(levels, 1):
        if level.align != align:
            _level(style, at).set("algn", align)
    aligned = tuple(level._replace(align=align) for level in levels)
    return placeholder._replace(level_styles=aligned, list_style=list_style_xml(style))


def with_space_before(placeholder: Placeholder, share: float) -> Placeholder:
    """Return a placeholder whose paragraphs stand apart by no more than a share of their size."""
    levels = enumerate(placeholder.level_styles)
    wide = {
        at: round(level.size * share, 1)
        for at, level in levels
        if level.space_before > level.size * share
    }
    return _with_spaces(placeholder, wide) if wide else placeholder


def with_space_between(placeholder: Placeholder, share: float) -> Placeholder:
    """Return a list with so much space before the paragraphs of each level, in times its size.

    A first level without marks gets half of its size, as only space tells its paragraphs apart. A
    level that has half of that space already stays; the first level must have it below lower ones,
    too. No lower level stands further apart than the first, as it does in Google Slides.
    """
    first, *lower = placeholder.level_styles[: len(_MARKS)]
    before = round(first.size * (_UNMARKED if first.mark == "none" else share), 1)
    least = before / 2
    after = min((level.space_after for level in lower), default=first.space_after)
    points: dict[int, float] = {}
    if first.space_before + min(after, first.space_after) < least:
        points[0] = before
    most = max(first.space_before + first.space_after, points.get(0, 0))
    for at, level in enumerate(lower, 1):
        space = level.space_before + level.space_after
        if first.space_before + first.space_after < least and space < level.size * share / 2:
            points[at] = round(level.size * share, 1)
        elif space > most:
            points[at] = round(max(most - level.space_after, 0), 1)
    return _with_spaces(placeholder, points) if points else placeholder


def _with_spaces(placeholder: Placeholder, points: Mapping[int, float]) -> Placeholder:
    """Return a placeholder with so many points before paragraphs of some levels, from 0."""
    levels, style = list(placeholder.level_styles), _list_style(placeholder)
    for at, space in points.items():
        levels[at] = levels[at]._replace(space_before=space)
        _set_space(_level(style, at + 1), "a:spcBef", "a:spcPts", round(space * 100))
    return placeholder._replace(level_styles=tuple(levels), list_style=list_style_xml(style))


def with_proportional_lines(body: Placeholder) -> Placeholder:
    """Return a body whose lines stand apart in proportion to its size, which may change.

    A fixed distance (`a:spcPts`) was measured for one size: lines of a larger one would meet.
    """
    levels = list(body.level_styles)
    fixed = [at for at, level in enumerate(levels) if level.line_points]
    if not fixed:
        return body
    style = _list_style(body)
    for at in fixed:
        level = levels[at]
        spacing = round(level.line_points / (level.size * _LINE) * 100)
        levels[at] = level._replace(line_points=0, line_spacing=spacing)
        _set_space(_level(style, at + 1), "a:lnSpc", "a:spcPct", spacing * 1000)
    return body._replace(level_styles=tuple(levels), list_style=list_style_xml(style))


def with_first_size(placeholder: Placeholder, size: int) -> Placeholder:
    """Return a placeholder whose first level has a size in points.

    Where the layout fixes the distance of its lines, it changes in proportion.
    """
    first, *lower = placeholder.level_styles
    points = round(first.line_points * size / first.size, 1)
    sized = first._replace(size=size, line_points=points)
    changed = placeholder._replace(level_styles=(sized, *lower), overrides_sizes=True)
    if not points:
        return changed
    style = _list_style(placeholder)
    _set_space(_level(style, 1), "a:lnSpc", "a:spcPts", round(points * 100))
    return changed._replace(list_style=list_style_xml(style))


def as_list(placeholder: Placeholder) -> Placeholder:
    """Return a placeholder for a line as one for a list: its levels at the left, with marks.

    No level is larger than the one above it, or has its lines closer than the first. A text that
    runs from right to left stays, and marks stay that have space before the words of two levels.
    """
    first, *lower = placeholder.level_styles
    if first.rtl:
        return placeholder
    placeholder = with_alignment(placeholder, "l")
    is_apart = first.mark != "none" and not is_stuck(first)
    if is_apart and not (lower and is_like(lower[0], first)):
        return placeholder
    style, margin = _list_style(placeholder), 0
    levels = list(placeholder.level_styles)
    for at, (level, (character, mark)) in enumerate(zip(levels, _MARKS, strict=False)):
        size, above = round(first.size * _LOWER**at), levels[max(at - 1, 0)].size
        if size < level.size <= above:
            size = level.size
        hanging = round(size * _HANGING * EMU_PER_POINT)
        margin += hanging
        stated = _level(style, at + 1)
        stated.set("marL", str(margin))
        stated.set("indent", str(-hanging))
        _anew(stated, "a:buFont", _OWN_MARKS).set("typeface", "Arial")
        _anew(stated, "a:buChar").set("char", character)
        spacing = max(level.line_spacing, first.line_spacing)
        if not (first.line_points or level.line_points):
            _set_space(stated, "a:lnSpc", "a:spcPct", spacing * 1000)
        levels[at] = level._replace(
            size=size,
            line_spacing=spacing,
            margin=margin,
            indent=-hanging,
            mark=mark,
            mark_color=level.color,
        )
    return placeholder._replace(
        level_styles=tuple(levels), overrides_sizes=True, list_style=list_style_xml(style)
    )


def with_marks_as_text(
    placeholder: Placeholder, levels: Collection[int], colors: Mapping[str, str]
) -> Placeholder:
    """Return a placeholder whose marks have the colour of their text on some levels, from 0.

    `colors` are those of `TemplateLayout`. The colour is named, as a colour of the theme if it is
    one: LibreOffice 7.4 does not know `a:buClrTx`.
    """
    style = _list_style(placeholder)
    marked = list(placeholder.level_styles)
    for at in levels:
        color, own = _anew(_level(style, at + 1), "a:buClr"), marked[at].color
        named = own if own in colors else next((n for n, c in colors.items() if c == own), None)
        kind = "a:schemeClr" if named else "a:srgbClr"
        etree.SubElement(color, q(kind), val=named or own)
        marked[at] = marked[at]._replace(mark_color=own)
    return placeholder._replace(level_styles=tuple(marked), list_style=list_style_xml(style))


def is_like(level: TextStyle, above: TextStyle) -> bool:
    """Return whether a level of a list looks like the one above it."""
    looks = [(each.size, each.bold, each.margin, each.color, each.mark) for each in (level, above)]
    return looks[0] == looks[1]


def is_stuck(level: TextStyle) -> bool:
    """Return whether a mark of a level would touch the words behind it, or stand within them."""
    return -level.indent < level.size * _STUCK * EMU_PER_POINT


def _list_style(placeholder: Placeholder) -> Element:
    """Return the levels that the slide says already, as `a:lstStyle`."""
    return etree.fromstring(
        f'<a:lstStyle xmlns:a="{NAMESPACES["a"]}">{placeholder.list_style}</a:lstStyle>'
    )


def _level(style: Element, number: int) -> Element:
    """Return a level of a list style, from 1; it is added in its place if there is none."""
    tag = q(f"a:lvl{number}pPr")
    found = style.find(tag)
    if found is None:
        found = etree.Element(tag)
        etree.SubElement(found, q("a:defRPr"))
        style.insert(sum(level.tag < tag for level in style), found)
    return found


def _set_space(level: Element, name: str, unit: str, value: int) -> None:
    etree.SubElement(_anew(level, name), q(unit), val=str(value))


def _anew(level: Element, name: str, instead_of: Sequence[str] = ()) -> Element:
    """Return a new child of a level, in its place; those of its name, or of these names, go."""
    for old in level.findall("*"):
        if old.tag in map(q, (name, *instead_of)):
            level.remove(old)
    return present_child(level, name)
