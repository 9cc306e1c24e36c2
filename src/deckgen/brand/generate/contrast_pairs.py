"""What stands on what: every pair of colours that the layouts of a brand show, and their contrast.

The pairs are found in the designs from which the layouts are written. So no pair can be drawn that
is not judged, and none is judged that nobody sees. What stands on a layout without being part of it
(tables, charts, drawings) takes its colours by the same grounds, in `ooxml/ground.py`.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple, get_args

from deckgen.brand.contrast import (
    GRAPHIC_MINIMUM,
    MINIMUM,
    contrast,
    luminance,
    modulated,
    shown_ratio,
)
from deckgen.brand.generate.layout_design import LayoutDesign, LogoFrame, Rectangle
from deckgen.brand.generate.palette import Palette
from deckgen.brand.generate.theme_xml import SLOTS
from deckgen.brand.tokens import Colors
from deckgen.deck.box import Box
from deckgen.deck.layout import Placeholder, SchemeColor
from deckgen.support.diagnostics import Diagnostics

_LISTED = frozenset({"body", "second", "third"})
"""The placeholders in which lists and drawings stand: numbers are set in the colour of marks."""
_LINKED = _LISTED | {"title"}
"""The placeholders in whose text links stand."""


LOGO: Literal["the logo"] = "the logo"


class Ground(NamedTuple):
    """What something stands on: a colour of the theme, and per cent of its lightness."""

    color: SchemeColor
    shade: int = 100

    def rgb(self, colors: Mapping[str, str]) -> str:
        """Return what it looks like; `colors` are those of the theme, RRGGBB."""
        found = colors[self.color]
        return found if self.shade == 100 else modulated(found, self.shade)


class Pair(NamedTuple):
    """A colour that is seen on a ground, and the contrast that it needs there."""

    ink: str
    """A colour of the theme."""
    ground: Ground
    what: Literal["text", "the logo"]
    least: float


def behind(design: LayoutDesign, box: Box) -> Ground:
    """Return what a box stands on: the last area that is drawn below its middle, or the page."""
    x, y = box.x + box.cx // 2, box.y + box.cy // 2
    for art in reversed(design.art):
        if isinstance(art, Rectangle):
            area = art.box
            if area.x <= x < area.x + area.cx and area.y <= y < area.y + area.cy:
                return Ground(art.color, art.shade)
    return Ground(design.background)


def pairs(designs: Iterable[LayoutDesign]) -> tuple[Pair, ...]:
    """Return every pair that the layouts show, each once, with the most that is needed of it.

    Those of the logo stand apart: it has other colours, too.
    """
    found: dict[tuple[str, Ground, bool], Pair] = {}
    for design in sorted(designs, key=_is_dark):
        for pair in _pairs(design):
            key = pair.ink, pair.ground, pair.what == LOGO
            known = found.get(key)
            if known is None or known.least < pair.least:
                found[key] = pair
    return tuple(found.values())


def _pairs(design: LayoutDesign) -> Iterator[Pair]:
    link = "accent2" if _is_dark(design) else "hlink"
    for placeholder in design.layout.placeholders:
        if placeholder.type == "pic":
            continue
        ground = _behind(design, placeholder)
        for level in placeholder.level_styles:
            yield Pair(level.color, ground, "text", MINIMUM)
            if placeholder.role in _LISTED:
                yield Pair(level.mark_color, ground, "text", MINIMUM)
        if placeholder.role in _LINKED:
            yield Pair(link, ground, "text", MINIMUM)
    body = design.layout.placeholder("body") or design.layout.placeholder("title")
    for _, box in design.layout.graphic_boxes:
        if body is not None:
            yield Pair(body.level_styles[0].color, behind(design, box), "text", MINIMUM)
            yield Pair(link, behind(design, box), "text", MINIMUM)
    for art in design.art:
        if isinstance(art, LogoFrame):
            ink = "lt1" if _is_dark(design) else "dk2"
            yield Pair(ink, behind(design, art.box), LOGO, GRAPHIC_MINIMUM)


def _is_dark(design: LayoutDesign) -> bool:
    """Return whether a layout turns the theme's colours round."""
    return bool(design.layout.color_map_override)


def _behind(design: LayoutDesign, placeholder: Placeholder) -> Ground:
    """Return what the text of a placeholder stands on: its own fill, if it has one."""
    for color in get_args(SchemeColor):
        if placeholder.fill == color:
            return Ground(color)
    return behind(design, placeholder.box)


def too_weak(shown: Iterable[Pair], tokens: Mapping[str, str]) -> Iterator[tuple[Pair, str]]:
    """Yield the pairs that cannot be told apart, and what is wrong with them.

    `tokens` are RRGGBB by the names that a brand.yaml gives them; pairs of others are left out.
    A pair on a panel is left out, too, if it is too weak on what the panel is made from.
    """
    colors = {slot: tokens[token] for slot, token in SLOTS.items() if tokens.get(token)}
    weak = set()
    for pair in sorted(shown, key=lambda one: one.ground.shade != 100):
        if pair.ink not in colors or pair.ground.color not in colors:
            continue
        ground = pair.ground.rgb(colors)
        ratio = contrast(colors[pair.ink], ground)
        text, below = SLOTS[pair.ink], SLOTS[pair.ground.color]
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


def judge(shown: Iterable[Pair], made: Palette, colors: Colors, diagnostics: Diagnostics) -> None:
    """Report every pair that is too weak at the token that its author wrote."""
    for pair, message in too_weak(shown, made._asdict()):
        text, below = SLOTS[pair.ink], SLOTS[pair.ground.color]
        span = colors.spans.get(text) or colors.spans.get(below) or colors.span
        one, other = getattr(made, text), getattr(made, below)
        ways = ("lighter", "darker") if luminance(one) > luminance(other) else ("darker", "lighter")
        hint = f"Make {text} {ways[0]}, or {below} {ways[1]}."
        diagnostics.error("low-contrast", message, span, hint)
