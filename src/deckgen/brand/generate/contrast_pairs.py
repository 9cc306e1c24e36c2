"""The pairs of colours that the layouts of a brand show on one another, and their contrast.

The pairs come from the designs from which the layouts are written: every pair that is shown is
judged, and no other. Tables, charts and drawings choose their colours in `ooxml/backdrop.py`.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple, get_args

from deckgen.brand.contrast import (
    GRAPHIC_MINIMUM,
    TEXT_MINIMUM,
    contrast_ratio,
    luminance,
    modulated,
    readable_color,
    shown_ratio,
)
from deckgen.brand.design.layout_design import LayoutDesign, LogoBox, Rectangle
from deckgen.brand.generate.theme_xml import TOKEN_OF_SLOT, Palette
from deckgen.brand.tokens import ColorTokens
from deckgen.deck.box import Box
from deckgen.deck.layout import Placeholder, SchemeColor, TextStyle
from deckgen.deck.slide import COLUMNS
from deckgen.support.diagnostics import Diagnostics

_LINKED = {"title", *COLUMNS}
"""The placeholders whose text may have links."""


LOGO: Literal["the logo"] = "the logo"


class BackgroundColor(NamedTuple):
    """A colour of the theme, and per cent of its lightness."""

    color: SchemeColor
    shade: int = 100

    def rgb(self, colors: Mapping[str, str]) -> str:
        """Return RRGGBB; `colors` are those of the theme, RRGGBB."""
        plain = colors[self.color]
        return plain if self.shade == 100 else modulated(plain, self.shade)


class ColorPair(NamedTuple):
    """A colour on a background, and the contrast that it needs there."""

    color: str
    """A colour of the theme, by its name."""
    background: BackgroundColor
    what: Literal["text", "the logo"]
    least: float
    where: str
    """The layout that shows it, and the placeholder."""


def background_of(design: LayoutDesign, box: Box) -> BackgroundColor:
    """Return the topmost area below the middle of a box, or the background of the layout."""
    for decoration in reversed(design.decorations):
        if isinstance(decoration, Rectangle) and decoration.box.holds_middle_of(box):
            return BackgroundColor(decoration.color, decoration.shade)
    return BackgroundColor(design.background)


def color_pairs(designs: Iterable[LayoutDesign]) -> tuple[ColorPair, ...]:
    """Return every pair that the layouts show, each once for text and once for the logo."""
    pairs: dict[tuple[str, BackgroundColor, str], ColorPair] = {}
    for design in sorted(designs, key=_is_dark):
        for pair in _pairs(design):
            pairs.setdefault((pair.color, pair.background, pair.what), pair)
    return tuple(pairs.values())


def _pairs(design: LayoutDesign) -> Iterator[ColorPair]:
    link, name = "accent2" if _is_dark(design) else "hlink", design.layout.name
    for placeholder in design.layout.placeholders:
        if placeholder.type == "pic":
            continue
        background = placeholder_background(design, placeholder)
        where = f"{name}: {placeholder.name}"
        shown: dict[tuple[str, BackgroundColor], None] = {}  # most levels have the same colours
        for level in placeholder.level_styles:
            shown[level.color, background] = None
            if placeholder.role in COLUMNS:
                shown[level.mark_color, mark_background(design, placeholder, level)] = None
        if placeholder.role in _LINKED:
            shown[placeholder.link_color or link, background] = None
        for color, behind in shown:
            yield ColorPair(color, behind, "text", TEXT_MINIMUM, where)
    body = design.layout.placeholder("body") or design.layout.placeholder("title")
    for _, box in design.layout.graphic_boxes:
        if body is not None:
            behind = background_of(design, box)
            for color in (body.level_styles[0].color, body.link_color or link):
                yield ColorPair(color, behind, "text", TEXT_MINIMUM, name)
    for decoration in design.decorations:
        if isinstance(decoration, LogoBox):
            color = "lt1" if _is_dark(design) else "dk2"
            behind = background_of(design, decoration.box)
            yield ColorPair(color, behind, LOGO, GRAPHIC_MINIMUM, name)


def _is_dark(design: LayoutDesign) -> bool:
    """Return whether a layout maps the colours of the theme to those of the dark tone."""
    return bool(design.layout.color_map_override)


def placeholder_background(design: LayoutDesign, placeholder: Placeholder) -> BackgroundColor:
    """Return the background of a placeholder's text: its own fill, if it has one."""
    if placeholder.fill:
        for color in get_args(SchemeColor):
            if placeholder.fill == color:
                return BackgroundColor(color)
    return background_of(design, placeholder.box)


def mark_background(
    design: LayoutDesign, placeholder: Placeholder, level: TextStyle
) -> BackgroundColor:
    """Return the background of the marks of a level, which hang before its words."""
    if placeholder.fill or not level.margin:
        return placeholder_background(design, placeholder)
    x, y, _, cy = placeholder.box
    return background_of(design, Box(x + level.margin + level.indent, y, -level.indent, cy))


def weak_pairs(
    pairs: Iterable[ColorPair], tokens: Mapping[str, str]
) -> Iterator[tuple[ColorPair, str]]:
    """Yield the pairs with too little contrast, each with a message.

    `tokens` are RRGGBB by the names that a brand.yaml gives them. Pairs of missing tokens are left
    out, and pairs on a panel that are too weak on the panel's own colour, too.
    """
    colors = {slot: tokens[token] for slot, token in TOKEN_OF_SLOT.items() if tokens.get(token)}
    weak = set()
    for pair in sorted(pairs, key=lambda each: each.background.shade != 100):
        if pair.color not in colors or pair.background.color not in colors:
            continue
        background = pair.background.rgb(colors)
        ratio = contrast_ratio(colors[pair.color], background)
        text, below = TOKEN_OF_SLOT[pair.color], TOKEN_OF_SLOT[pair.background.color]
        if ratio >= pair.least or (text, below) in weak:
            continue
        weak.add((text, below))
        shade = pair.background.shade
        panel = "" if shade == 100 else f", {shade} % as light for panels"
        message = (
            f"{text} ({colors[pair.color]}) on {below} ({background}{panel}) has a contrast of "
            f"{shown_ratio(ratio)} : 1; {pair.what} needs {pair.least:g} : 1."
        )
        yield pair, message


def report_weak_pairs(
    pairs: Iterable[ColorPair], palette: Palette, colors: ColorTokens, diagnostics: Diagnostics
) -> None:
    """Report every pair with too little contrast, at the line of its token in the brand.yaml.

    A colour that was derived from the ink (`muted`) is left out if the ink is reported.
    """
    weak = list(weak_pairs(pairs, palette._asdict()))
    shown = {slot: getattr(palette, token) for slot, token in TOKEN_OF_SLOT.items()}
    for pair, message in weak:
        text, below = TOKEN_OF_SLOT[pair.color], TOKEN_OF_SLOT[pair.background.color]
        if getattr(colors, text) is None and "dk1" in {each.color for each, _ in weak}:
            continue
        span = colors.spans.get(text) or colors.spans.get(below) or colors.span
        is_light = luminance(shown[pair.color]) > luminance(shown[pair.background.color])
        ways = ("lighter", "darker") if is_light else ("darker", "lighter")
        grounds = [each.background.rgb(shown) for each, _ in weak if each.color == pair.color]
        most = "FFFFFF" if is_light else "000000"
        enough = readable_color(shown[pair.color], most, grounds)
        such = f", such as {enough}" if enough != most else ""
        hint = f"Make {text} {ways[0]}{such}; or {below} {ways[1]}. It is seen on {pair.where}."
        diagnostics.error("low-contrast", message, span, hint)
