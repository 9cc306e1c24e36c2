"""Text that cannot be seen where it stands, in another colour of the theme."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from lxml import etree

from deckgen.brand.contrast import (
    LARGE_MINIMUM,
    TEXT_MINIMUM,
    channels,
    contrast_ratio,
    is_rgb,
    luminance,
    modulated,
    needed_contrast,
)
from deckgen.deck.box import Box
from deckgen.deck.layout import FOOT, Placeholder
from deckgen.deck.slide import COLUMNS
from deckgen.opc.xml_parser import NAMESPACES
from deckgen.template.match.stated_levels import with_marks_as_text
from deckgen.template.resolve.color_values import MappedColors, color_value
from deckgen.template.template import DrawnShape

_VISIBLE = LARGE_MINIMUM
"""Contrast from which a template's own colours in its own places are kept."""
_GUESSED = 7.0
"""The same on a ground that only the first level tells: that of level AAA (WCAG 2.2, 1.4.6)."""
_NEUTRALS = ("tx1", "bg1", "tx2", "bg2")
_SHADES = range(95, 60, -5)
"""Per cent of the lightness of a colour that its near shades keep."""
_COLORLESS = 0.1
"""How far the red, green and blue of a grey are from each other at most, of 1."""
_GREY = '<a:lumMod val="65000"/><a:lumOff val="35000"/>'
"""What Office calls a colour that is lighter by 35 %."""
_FILL = re.compile(r"<a:(solid|grad|patt)Fill\b.*?</a:\1Fill>", re.DOTALL)
_LEVEL = re.compile(r"<a:lvl([1-9])pPr\b.*?</a:lvl\1pPr>", re.DOTALL)
_RUN_STYLE = re.compile(r"<a:defRPr\b([^>]*?)(/?)>")


class _ThemeColor(NamedTuple):
    """A colour of a theme, with what is done to it: the children of its `a:schemeClr`."""

    name: str
    """RRGGBB for one that the theme does not have."""
    rgb: str
    changes: str = ""


def with_levels_as_first(placeholder: Placeholder, colors: Mapping[str, str]) -> Placeholder:
    """Return a body; its lower levels that are larger than the first look like the first.

    Such a layout was made for its first level alone. Its other levels come from the master, maybe
    in a colour that is not for this ground. `colors` are those of `TemplateLayout`.
    """
    first = placeholder.level_styles[0]
    larger = [at for at, each in enumerate(placeholder.level_styles) if each.size > first.size]
    if not larger:
        return placeholder
    levels = [each._replace(size=min(each.size, first.size)) for each in placeholder.level_styles]
    placeholder = placeholder._replace(level_styles=tuple(levels), overrides_sizes=True)
    other = [at for at in larger if levels[at].color != first.color]
    own = _named(first.color, colors)
    return _in_color(placeholder, other, own) if own else placeholder


def with_visible_color(
    placeholder: Placeholder, behind: Sequence[str], colors: Mapping[str, str]
) -> Placeholder:
    """Return a placeholder whose text is seen on what lies behind it.

    `behind` are RRGGBB: one colour, the stops of a gradient, or none if they are unknown. `colors`
    are those of `TemplateLayout`. Levels without enough contrast take the colour of the first
    level, or else a neutral one of the theme; their marks follow. A title takes a shade of its own
    colour, if a near one is enough. The template's own colours in its own places are kept unless
    nobody could read them. At the foot, where text is small and on all slides, text must have the
    contrast that level AA requires. On unknown colours, such as a picture, lower levels are seen if
    they are as light or dark as the first, which the designer saw there.
    """
    if not behind:
        return _with_levels_as_light(placeholder, colors)
    is_foot = placeholder.role in FOOT
    strict = placeholder.overrides_box or placeholder.is_text_box or is_foot
    levels = placeholder.level_styles
    contrasts = [_contrast(colors.get(style.color, style.color), behind) for style in levels]
    weak = [
        number
        for number, style in enumerate(levels)
        if contrasts[number]
        < (needed_contrast(style.size, bold=style.bold) if strict else _VISIBLE)
    ]
    first = None if 0 in weak else _named(colors.get(levels[0].color, levels[0].color), colors)
    shade = _shade(placeholder, behind, colors) if 0 in weak else None
    if weak and (neutral := first or shade or _neutral(colors, behind, quiet=is_foot)):
        best = _contrast(neutral.rgb, behind)
        weaker = [number for number in weak if contrasts[number] < best]
        placeholder = _in_color(placeholder, weaker, neutral)
    return _with_visible_marks(placeholder, behind, colors)


def _shade(
    title: Placeholder, behind: Sequence[str], colors: Mapping[str, str]
) -> _ThemeColor | None:
    """Return the nearest shade of a title's colour that is seen; None if only a far one is.

    Greys have none: black or white is as near.
    """
    style = title.level_styles[0]
    own = colors.get(style.color, style.color)
    is_grey = max(channels(own)) - min(channels(own)) < _COLORLESS
    if title.role != "title" or title.is_text_box or is_grey:
        return None
    named = _named(own, colors)
    is_dark = min(map(luminance, behind)) < luminance(own)
    for mod in _SHADES:
        off = 100 - mod if is_dark else 0
        rgb = modulated(own, mod, off)
        if _contrast(rgb, behind) >= needed_contrast(style.size, bold=style.bold):
            lighter = f'<a:lumOff val="{off}000"/>' if off else ""
            changes = f'<a:lumMod val="{mod}000"/>{lighter}'
            return _ThemeColor(named.name if named else own, rgb, changes)
    return None


def _contrast(color: str, behind: Sequence[str]) -> float:
    """Return the least contrast of a colour with any of several."""
    return min(contrast_ratio(color, each) for each in behind)


def _with_levels_as_light(placeholder: Placeholder, colors: Mapping[str, str]) -> Placeholder:
    """Return a placeholder; dark levels below a light first one have its colour, or reversed.

    So have greys between both: what lies behind is guessed, so `_GUESSED` is the contrast.
    """
    first, *lower = [colors.get(style.color, style.color) for style in placeholder.level_styles]
    behind = (
        "000000" if contrast_ratio(first, "000000") > contrast_ratio(first, "FFFFFF") else "FFFFFF"
    )
    weak = [at for at, color in enumerate(lower, 1) if contrast_ratio(color, behind) < _GUESSED]
    own = _named(first, colors)
    if not weak or own is None or contrast_ratio(first, behind) < _VISIBLE:
        return placeholder
    return _in_color(placeholder, weak, own)


def _named(rgb: str, colors: Mapping[str, str]) -> _ThemeColor | None:
    """Return the colour of the theme that is RRGGBB; None if none is."""
    return next((_ThemeColor(name, rgb) for name, own in colors.items() if own == rgb), None)


def _neutral(
    colors: Mapping[str, str], behind: Sequence[str], *, quiet: bool
) -> _ThemeColor | None:
    """Return the neutral colour of a theme that is seen best; if `quiet`, a grey that can be read.

    None for a theme without neutral colours.
    """
    if quiet:
        xmlns = f'xmlns:a="{NAMESPACES["a"]}"'
        grey = etree.fromstring(f'<a:schemeClr {xmlns} val="tx1">{_GREY}</a:schemeClr>')
        rgb = color_value(grey, MappedColors(colors, {}), None)
        if rgb and _contrast(rgb, behind) >= TEXT_MINIMUM:
            return _ThemeColor("tx1", rgb, _GREY)
    neutrals = [_ThemeColor(name, colors[name]) for name in _NEUTRALS if name in colors]
    return max(neutrals, key=lambda color: _contrast(color.rgb, behind), default=None)


def _in_color(placeholder: Placeholder, weak: list[int], neutral: _ThemeColor) -> Placeholder:
    """Return a placeholder with a colour of the theme on some levels, and on their marks.

    Marks that had a colour of their own keep it.
    """
    color = neutral.name if placeholder.is_text_box else neutral.rgb
    styles = list(placeholder.level_styles)
    for level in weak:
        style = styles[level]
        mark = color if style.mark_color == style.color else style.mark_color
        styles[level] = style._replace(color=color, mark_color=mark)
    placeholder = placeholder._replace(level_styles=tuple(styles))
    if placeholder.is_text_box:
        return placeholder
    return placeholder._replace(list_style=_colored(placeholder.list_style, weak, neutral))


def _with_visible_marks(
    placeholder: Placeholder, behind: Sequence[str], colors: Mapping[str, str]
) -> Placeholder:
    """Return a list; marks and numbers that are not seen have the colour of its text."""
    if placeholder.role not in COLUMNS:
        return placeholder
    weak = [
        number
        for number, style in enumerate(placeholder.level_styles)
        if style.mark_color != style.color
        and _contrast(colors.get(style.mark_color, style.mark_color), behind) < _VISIBLE
    ]
    return with_marks_as_text(placeholder, weak, colors) if weak else placeholder


def without_hiding_fills(
    placeholder: Placeholder, boxes: Iterable[Box], drawn: Iterable[DrawnShape], paper: str | None
) -> tuple[Box, ...]:
    """Return the boxes in which the text of a placeholder can still be seen.

    A box is left out if it meets a further fill that hides the text. It is also left out if it
    reaches beyond the panel or picture behind the text, and the paper, RRGGBB, hides the text.
    """
    color = placeholder.level_styles[0].color

    def hides(behind: str | None) -> bool:
        return behind is not None and contrast_ratio(color, behind) < _VISIBLE

    hiding, grounds = [], []
    for shape in drawn:
        if shape.kind in {"fill", "picture"} and shape.box.contains(placeholder.box):
            grounds.append(shape.box)
        elif shape.opacity >= 1 and hides(shape.color) and not shape.box.overlaps(placeholder.box):
            hiding.append(shape.box)
    stays = bool(grounds) and hides(paper)
    return tuple(
        box
        for box in boxes
        if not any(fill.overlaps(box) for fill in hiding)
        and not (stays and not any(ground.contains(box) for ground in grounds))
    )


def with_readable_links(
    placeholder: Placeholder,
    paper: str | None,
    link_colors: Iterable[str],
    colors: Mapping[str, str],
) -> Placeholder:
    """Return a placeholder whose links have the colour of its text where theirs cannot be read.

    `paper`, `link_colors` and `colors` are those of `TemplateLayout`. `paper` counts where several
    colours lie behind the text, as on two panels. A text that cannot be read on the paper itself
    was made for something else, such as a picture: its links have its own colour.
    """
    behind, first = placeholder.background or paper, placeholder.level_styles[0]
    own = colors.get(first.color, first.color)
    if (
        behind
        and contrast_ratio(own, behind) >= _VISIBLE
        and all(contrast_ratio(color, behind) >= TEXT_MINIMUM for color in link_colors)
    ):
        return placeholder
    same = (name for name, rgb in colors.items() if rgb == first.color)
    return placeholder._replace(link_color=next(same, first.color))


def _colored(list_style: str, levels: list[int], color: _ThemeColor) -> str:
    """Return levels of an `a:lstStyle` with a scheme colour for some of them, from 0."""
    kind = "srgbClr" if is_rgb(color.name) else "schemeClr"
    changed = f">{color.changes}</a:{kind}>" if color.changes else "/>"
    fill = f'<a:solidFill><a:{kind} val="{color.name}"{changed}</a:solidFill>'
    parts = {int(match[1]) - 1: match[0] for match in _LEVEL.finditer(list_style)}
    for level in levels:
        own = parts.get(level, f"<a:lvl{level + 1}pPr><a:defRPr/></a:lvl{level + 1}pPr>")
        parts[level] = _RUN_STYLE.sub(
            lambda start: f"<a:defRPr{start[1]}>{fill}" + ("</a:defRPr>" if start[2] else ""),
            _FILL.sub("", own),
        )
    return "".join(parts[level] for level in sorted(parts))
