"""What stands on what: every pair of colours that the layouts of a brand show, and their contrast.

The pairs are found in the designs from which the layouts are written. So no pair can be drawn that
is not judged, and none is judged that nobody sees. What stands on a layout without being part of it
(tables, charts, drawings) takes its colours by the same grounds, in `ooxml/ground.py`.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple, get_args

from deckgen.brand.contrast import (
    GRAPHIC_MINIMUM,
    TEXT_MINIMUM,
    contrast_ratio,
    luminance,
    modulated,
    shown_ratio,
)
from deckgen.brand.generate.layout_design import LayoutDesign, LogoBox, Rectangle
from deckgen.brand.generate.palette import Palette
from deckgen.brand.generate.theme_xml import TOKEN_OF_SLOT
from deckgen.brand.tokens import ColorTokens
from deckgen.deck.box import Box
from deckgen.deck.layout import Placeholder, SchemeColor
from deckgen.support.diagnostics import Diagnostics

_LISTED = frozenset({"body", "second", "third"})
"""The placeholders in which lists and drawings stand: numbers are set in the colour of marks."""
_LINKED = _LISTED | {"title"}
"""The placeholders in whose text links stand."""


LOGO: Literal["the logo"] = "the logo"


class BackgroundColor(NamedTuple):
    """What something stands on: a colour of the theme, and per cent of its lightness."""

    color: SchemeColor
    shade: int = 100

    def rgb(self, colors: Mapping[str, str]) -> str:
        """Return what it looks like; `colors` are those of the theme, RRGGBB."""
        found = colors[self.color]
        return found if self.shade == 100 else modulated(found, self.shade)


class ColorPair(NamedTuple):
    """A colour that is seen on a ground, and the contrast that it needs there."""

    ink: str
    """A colour of the theme."""
    ground: BackgroundColor
    what: Literal["text", "the logo"]
    least: float


def background_of(design: LayoutDesign, box: Box) -> BackgroundColor:
    """Return what a box stands on: the last area that is drawn below its middle, or the page."""
    x, y = box.x + box.cx // 2, box.y + box.cy // 2
    for art in reversed(design.art):
        if isinstance(art, Rectangle):
            area = art.box
            if area.x <= x < area.x + area.cx and area.y <= y < area.y + area.cy:
                return BackgroundColor(art.color, art.shade)
    return BackgroundColor(design.background)


def color_pairs(designs: Iterable[LayoutDesign]) -> tuple[ColorPair, ...]:
    """Return every pair that the layouts show, each once, with the most that is needed of it.

    Those of the logo stand apart: it has other colours, too.
    """
    found: dict[tuple[str, BackgroundColor, bool], ColorPair] = {}
    for design in sorted(designs, key=_is_dark):
        for pair in _pairs(design):
            key = pair.ink, pair.ground, pair.what == LOGO
            known = found.get(key)
            if known is None or known.least < pair.least:
                found[key] = pair
    return tuple(found.values())


def _pairs(design: LayoutDesign) -> Iterator[ColorPair]:
    link = "accent2" if _is_dark(design) else "hlink"
    for placeholder in design.layout.placeholders:
        if placeholder.type == "pic":
            continue
        ground = _behind(design, placeholder)
        for level in placeholder.level_styles:
            yield ColorPair(level.color, ground, "text", TEXT_MINIMUM)
            if placeholder.role in _LISTED:
                yield ColorPair(level.mark_color, ground, "text", TEXT_MINIMUM)
        if placeholder.role in _LINKED:
            yield ColorPair(link, ground, "text", TEXT_MINIMUM)
    body = design.layout.placeholder("body") or design.layout.placeholder("title")
    for _, box in design.layout.graphic_boxes:
        if body is not None:
            yield ColorPair(
                body.level_styles[0].color, background_of(design, box), "text", TEXT_MINIMUM
            )
            yield ColorPair(link, background_of(design, box), "text", TEXT_MINIMUM)
    for art in design.art:
        if isinstance(art, LogoBox):
            ink = "lt1" if _is_dark(design) else "dk2"
            yield ColorPair(ink, background_of(design, art.box), LOGO, GRAPHIC_MINIMUM)


def _is_dark(design: LayoutDesign) -> bool:
    """Return whether a layout turns the theme's colours round."""
    return bool(design.layout.color_map_override)


def _behind(design: LayoutDesign, placeholder: Placeholder) -> BackgroundColor:
    """Return what the text of a placeholder stands on: its own fill, if it has one."""
    for color in get_args(SchemeColor):
        if placeholder.fill == color:
            return BackgroundColor(color)
    return background_of(design, placeholder.box)


def weak_pairs(
    shown: Iterable[ColorPair], tokens: Mapping[str, str]
) -> Iterator[tuple[ColorPair, str]]:
    """Yield the pairs that cannot be told apart, and what is wrong with them.

    `tokens` are RRGGBB by the names that a brand.yaml gives them; pairs of others are left out.
    A pair on a panel is left out, too, if it is too weak on what the panel is made from.
    """
    colors = {slot: tokens[token] for slot, token in TOKEN_OF_SLOT.items() if tokens.get(token)}
    weak = set()
    for pair in sorted(shown, key=lambda one: one.ground.shade != 100):
        if pair.ink not in colors or pair.ground.color not in colors:
            continue
        ground = pair.ground.rgb(colors)
        ratio = contrast_ratio(colors[pair.ink], ground)
        text, below = TOKEN_OF_SLOT[pair.ink], TOKEN_OF_SLOT[pair.ground.color]
        if ratio >= pair.least or (text, below) in weak:
            continue
        weak.add((text, below))
        shade = pair.ground.shade
        panel = "" if shade == 100 else f", {shade} % as light for panels"
        message = (
            f"{text} ({colors[pair.ink]}) on {below} ({ground}{panel}) has a contrast of "
            f"{shown_ratio(ratio)} : 1; {pair.what} needs {pair.least:g} : 1."
        )
        yield pair, message


def report_weak_pairs(
    shown: Iterable[ColorPair], made: Palette, colors: ColorTokens, diagnostics: Diagnostics
) -> None:
    """Report every pair that is too weak at the token that its author wrote."""
    for pair, message in weak_pairs(shown, made._asdict()):
        text, below = TOKEN_OF_SLOT[pair.ink], TOKEN_OF_SLOT[pair.ground.color]
        span = colors.spans.get(text) or colors.spans.get(below) or colors.span
        one, other = getattr(made, text), getattr(made, below)
        ways = ("lighter", "darker") if luminance(one) > luminance(other) else ("darker", "lighter")
        hint = f"Make {text} {ways[0]}, or {below} {ways[1]}."
        diagnostics.error("low-contrast", message, span, hint)
