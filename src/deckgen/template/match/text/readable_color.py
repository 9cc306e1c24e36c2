"""Text that cannot be seen where it stands, in another colour of the theme."""

import re
from collections.abc import Iterable, Mapping

from deckgen.brand.contrast import TEXT_MINIMUM, contrast_ratio
from deckgen.deck.box import Box
from deckgen.deck.layout import Placeholder, TextStyle
from deckgen.template.template import DrawnShape

LARGE_MINIMUM = 3.0
"""AA for large text (WCAG 2.2, success criterion 1.4.3): from 18 points, or 14 in bold."""
_LARGE, _LARGE_BOLD = 18, 14
_VISIBLE = LARGE_MINIMUM
"""Contrast from which a template's own colours in its own places are kept."""
_NEUTRALS = ("tx1", "bg1", "tx2", "bg2")
_FILL = re.compile(r"<a:(solid|grad|patt)Fill\b.*?</a:\1Fill>", re.DOTALL)
_LEVEL = re.compile(r"<a:lvl([1-9])pPr\b.*?</a:lvl\1pPr>", re.DOTALL)
_RUN_STYLE = re.compile(r"<a:defRPr\b([^>]*?)(/?)>")


def needed_contrast(style: TextStyle) -> float:
    """Return the contrast that level AA requires of a text."""
    large = style.size >= (_LARGE_BOLD if style.bold else _LARGE)
    return LARGE_MINIMUM if large else TEXT_MINIMUM


def with_visible_color(
    placeholder: Placeholder, behind: str | None, colors: Mapping[str, str]
) -> Placeholder:
    """Return a placeholder whose text is seen on what lies behind it, RRGGBB, or None if unknown.

    `colors` are those of `TemplateLayout`.
    Levels without enough contrast have a neutral colour of the theme. Where the template itself put
    the text, its colours are kept unless nobody could read them.
    """
    placeholder = placeholder._replace(background=behind)
    if behind is None:
        return placeholder
    moved = placeholder.overrides_box or placeholder.is_text_box
    levels = placeholder.level_styles
    weak = [
        number
        for number, style in enumerate(levels)
        if contrast_ratio(colors.get(style.color, style.color), behind)
        < (needed_contrast(style) if moved else _VISIBLE)
    ]
    names = [name for name in _NEUTRALS if name in colors]
    if not weak or not names:
        return placeholder
    name = max(names, key=lambda color: contrast_ratio(colors[color], behind))
    color = name if placeholder.is_text_box else colors[name]
    styles = tuple(
        _in_color(style, color) if number in weak else style for number, style in enumerate(levels)
    )
    placeholder = placeholder._replace(level_styles=styles)
    if placeholder.is_text_box:
        return placeholder
    return placeholder._replace(list_style=_colored(placeholder.list_style, weak, name))


def _in_color(style: TextStyle, color: str) -> TextStyle:
    """Return a style in a colour, and its mark too if that had the colour of the text."""
    mark = color if style.mark_color == style.color else style.mark_color
    return style._replace(color=color, mark_color=mark)


def without_hiding_fills(
    placeholder: Placeholder, boxes: Iterable[Box], drawn: Iterable[DrawnShape]
) -> tuple[Box, ...]:
    """Return the boxes in which no further fill would hide a part of the text of a placeholder."""
    color = placeholder.level_styles[0].color
    hiding = [
        shape.box
        for shape in drawn
        if shape.color
        and shape.opacity >= 1
        and not shape.box.overlaps(placeholder.box)
        and contrast_ratio(color, shape.color) < _VISIBLE
    ]
    return tuple(box for box in boxes if not any(fill.overlaps(box) for fill in hiding))


def with_readable_links(
    placeholder: Placeholder,
    paper: str | None,
    link_colors: Iterable[str],
    colors: Mapping[str, str],
) -> Placeholder:
    """Return a placeholder whose links have the colour of its text where theirs cannot be read.

    `paper`, `link_colors` and `colors` are those of `TemplateLayout`. The first counts where not
    one colour lies behind the text, as on two panels.
    """
    behind, first = placeholder.background or paper, placeholder.level_styles[0]
    if behind is None or all(
        contrast_ratio(color, behind) >= TEXT_MINIMUM for color in link_colors
    ):
        return placeholder
    same = (name for name, rgb in colors.items() if rgb == first.color)
    return placeholder._replace(link_color=next(same, first.color))


def _colored(list_style: str, levels: list[int], name: str) -> str:
    """Return levels of an `a:lstStyle` with a scheme colour for some of them, from 0."""
    fill = f'<a:solidFill><a:schemeClr val="{name}"/></a:solidFill>'
    parts = {int(match[1]) - 1: match[0] for match in _LEVEL.finditer(list_style)}
    for level in levels:
        own = parts.get(level, f"<a:lvl{level + 1}pPr><a:defRPr/></a:lvl{level + 1}pPr>")
        parts[level] = _RUN_STYLE.sub(
            lambda start: f"<a:defRPr{start[1]}>{fill}" + ("</a:defRPr>" if start[2] else ""),
            _FILL.sub("", own),
        )
    return "".join(parts[level] for level in sorted(parts))
