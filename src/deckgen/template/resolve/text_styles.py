"""List styles, each overriding the one below it, as one `TextStyle` for each of nine levels.

ECMA-376 Part 1, 21.1.2.4 (list styles), 21.1.2.2 (paragraphs), 21.1.2.3 (characters).
"""

import math
import re
from typing import Literal, NamedTuple, TypeAlias, TypedDict

from deckgen.deck.layout import Mark, TextStyle
from deckgen.ooxml_rules.attributes import (
    parse_emu,
    parse_flag,
    parse_integer,
    parse_points,
    parse_share,
)
from deckgen.opc.xml_parser import Element, local_name, q
from deckgen.template.resolve.backgrounds import FILLS
from deckgen.template.resolve.color_values import MappedColors, color_in, fill_colors, mean_color
from deckgen.template.template import Theme

LEVELS = 9
_BULLETS = frozenset({"buNone", "buAutoNum", "buChar", "buBlip"})
_DASHES = frozenset("-–—‒―‐‑−")
_SQUARES = frozenset("■□▪▫◼◻◾◽❑❒❏❐")
_WINGDINGS = frozenset("nopqrstuv§¨")
"""Letters that are squares in the fonts Wingdings: “n” is ■, “§” is ▪."""
_NUMBERING = re.compile("[a-z]+[A-Za-z0-9]+")
_PROPORTIONAL_LINE = 1.2
"""Spacing in per cent is relative to a line, which is 1.2 of the size in PowerPoint."""
_DEFAULT_SIZE = 18.0
_WIDEST = 51_206_400
"""EMU: 20.1.10.72 ST_TextMargin, 20.1.10.70 ST_TextIndent."""


class Spacing(NamedTuple):
    """Spacing of lines or paragraphs, in points or as a share of a line."""

    value: float
    unit: Literal["points", "share"]


class LevelStyle(TypedDict, total=False):
    """The properties that one list style sets for one level; others are inherited."""

    size: float
    bold: bool
    italic: bool
    capitals: bool
    tracking: float
    typeface: str
    fill: Element
    line_spacing: Spacing
    space_before: Spacing
    space_after: Spacing
    margin: int
    indent: int
    align: Literal["l", "ctr", "r"]
    bullet: Element
    bullet_color: Element
    bullet_font: str
    rtl: bool
    justified: bool
    lang: str


ListStyle: TypeAlias = tuple[LevelStyle, ...]
"""The styles of nine levels."""

UNSTYLED: ListStyle = tuple(LevelStyle() for _ in range(LEVELS))


class StyleContext(NamedTuple):
    """The meaning of colour and font names on one layout."""

    theme: Theme
    palette: MappedColors
    own_fonts: bool = False
    """Whether the layout overrides the theme fonts of its master."""


def read_list_style(element: Element | None) -> ListStyle:
    """Return the levels of an `a:lstStyle`, or of a text style of the master.

    `a:defPPr` holds for all levels, unless a level overrides it.
    """
    if element is None or len(element) == 0:
        return UNSTYLED
    everywhere = read_level(element.find(q("a:defPPr")))
    levels = (read_level(element.find(q(f"a:lvl{n}pPr"))) for n in range(1, LEVELS + 1))
    return tuple({**everywhere, **level} for level in levels)


def overlaid(*styles: ListStyle) -> ListStyle:
    """Return list styles as one; later styles override earlier ones."""
    stated = [style for style in styles if style is not UNSTYLED]
    if len(stated) < 2:
        return stated[0] if stated else UNSTYLED
    merged = list(stated[0])
    for style in stated[1:]:
        merged = [{**below, **above} for below, above in zip(merged, style, strict=True)]
    return tuple(merged)


def with_larger_sizes(style: ListStyle, other: ListStyle) -> ListStyle:
    """Return `style` over `other`, with the larger size and tracking, bold if either is."""
    return tuple(map(_wider, style, other))


def _wider(style: LevelStyle, other: LevelStyle) -> LevelStyle:
    merged: LevelStyle = {**other, **style}
    if sizes := [level["size"] for level in (style, other) if "size" in level]:
        merged["size"] = max(sizes)
    if spaces := [level["tracking"] for level in (style, other) if "tracking" in level]:
        merged["tracking"] = max(spaces)
    for level in (style, other):
        if level.get("bold"):
            merged["bold"] = True
        if level.get("capitals"):
            merged["capitals"] = True
    return merged


def text_styles(style: ListStyle, look: StyleContext) -> tuple[TextStyle, ...]:
    """Return the text styles of nine levels, with PowerPoint's defaults."""
    return tuple(_text_style(level, look) for level in style)


def restyled(
    levels: tuple[TextStyle, ...], style: ListStyle, own: ListStyle, look: StyleContext
) -> tuple[TextStyle, ...]:
    """Return the levels of `style`, overridden by the list style `own`."""
    if own is UNSTYLED:
        return levels
    return tuple(
        _text_style({**below, **above}, look) if above else level
        for level, below, above in zip(levels, style, own, strict=True)
    )


def _text_style(level: LevelStyle, look: StyleContext) -> TextStyle:
    size = level.get("size", _DEFAULT_SIZE)
    color = _text_color(level.get("fill"), look.palette)
    line = level.get("line_spacing")
    in_points = line is not None and line.unit == "points"
    mark = _mark(level.get("bullet"), level.get("bullet_font", ""))
    return TextStyle(
        size=math.ceil(size - 0.001),
        color=color,
        font=_font(level.get("typeface", "+mn-lt"), look),
        bold=level.get("bold", False),
        italic=level.get("italic", False),
        line_spacing=100 if line is None or in_points else max(round(line.value * 100), 1),
        space_before=_space(level.get("space_before"), size),
        margin=level.get("margin", 0),
        indent=level.get("indent", 0),
        mark=mark,
        numbering=_numbering(level.get("bullet")) if mark == "number" else "arabicPlain",
        mark_color=color_in(level.get("bullet_color"), look.palette) or color,
        align=level.get("align", "l"),
        space_after=_space(level.get("space_after"), size),
        line_points=line.value if line is not None and in_points else 0,
        capitals=level.get("capitals", False),
        tracking=level.get("tracking", 0) / size,
        rtl=level.get("rtl", False),
    )


def _space(space: Spacing | None, size: float) -> float:
    if space is None:
        return 0
    if space.unit == "points":
        return space.value
    return round(space.value * _PROPORTIONAL_LINE * size, 2)


def _text_color(fill: Element | None, palette: MappedColors) -> str:
    """Return RRGGBB of text: of a gradient its mean, without a colour that of “tx1”."""
    colors = () if fill is None else fill_colors(fill, palette)
    return mean_color(colors) if colors else palette.named("tx1") or "000000"


def _font(typeface: str, look: StyleContext) -> str:
    """Return “heading” or “body” for a theme font, else the name of the font."""
    if not typeface.startswith("+"):
        return typeface
    place = 0 if typeface.startswith("+mj") else 1
    script = typeface.rpartition("-")[2]
    if script in look.theme.scripts:
        return look.theme.scripts[script][place] or ("heading", "body")[place]
    if look.own_fonts:
        return (look.theme.heading, look.theme.body)[place]
    return ("heading", "body")[place]


def _mark(bullet: Element | None, font: str) -> Mark:
    kind = "" if bullet is None else local_name(bullet)
    if bullet is None or kind == "buNone":
        return "none"
    if kind == "buAutoNum":
        return "number"
    sign = bullet.get("char", "")
    symbol = font.lower().startswith("wingdings")
    if sign and (sign in _SQUARES or (symbol and sign in _WINGDINGS)):
        return "square"
    return "dash" if sign in _DASHES and not symbol else "dot"


def _numbering(bullet: Element | None) -> str:
    """Return how numbers are written: “1.”, or what the template says for its own numbers."""
    stated = "" if bullet is None else bullet.get("type", "")
    return stated if _NUMBERING.fullmatch(stated) else "arabicPeriod"


def read_level(element: Element | None) -> LevelStyle:
    """Return the properties of an `a:lvl1pPr` or an `a:pPr`; values out of range are ignored."""
    style: LevelStyle = {}
    if element is None:
        return style
    margin, indent = parse_emu(element.get("marL")), parse_emu(element.get("indent"))
    if margin is not None and 0 <= margin <= _WIDEST:
        style["margin"] = margin
    if indent is not None and abs(indent) <= _WIDEST:
        style["indent"] = indent
    rtl = parse_flag(element.get("rtl"))
    if rtl is not None:
        style["rtl"] = rtl
    align = element.get("algn")
    if align is not None:
        # Justified text is aligned left; `rtl` changes the order of words, not the alignment.
        style["align"] = "ctr" if align == "ctr" else "r" if align == "r" else "l"
        style["justified"] = align in {"just", "justLow", "dist"}
    for child in element.iterchildren("{*}*"):
        kind = local_name(child)
        if kind in _BULLETS:
            style["bullet"] = child
        elif kind in {"buClr", "buClrTx"}:
            style["bullet_color"] = child
        elif kind in {"buFont", "buFontTx"}:
            style["bullet_font"] = child.get("typeface", "")
        elif kind == "defRPr":
            read_characters(child, style)
        else:
            _read_spacing(kind, child, style)
    return style


def _read_spacing(kind: str, element: Element, style: LevelStyle) -> None:
    space = _spacing(element)
    if space is None:
        return
    if kind == "lnSpc" and space.value > 0:
        style["line_spacing"] = space
    elif kind == "spcBef":
        style["space_before"] = space
    elif kind == "spcAft":
        style["space_after"] = space


def _spacing(element: Element) -> Spacing | None:
    """Return an `a:spcPct` or `a:spcPts` (21.1.2.2.11, 21.1.2.2.12)."""
    for child in element.iterchildren("{*}*"):
        kind, value = local_name(child), child.get("val")
        if kind == "spcPct" and (share := parse_share(value)) is not None and 0 <= share <= 132:
            return Spacing(share, "share")
        if kind == "spcPts" and (share := parse_points(value)) is not None and 0 <= share <= 1584:
            return Spacing(share, "points")
    return None


def read_characters(element: Element, style: LevelStyle) -> None:
    """Add the properties of an `a:defRPr` or an `a:rPr` (21.1.2.3.2)."""
    size, tracking = parse_integer(element.get("sz")), parse_points(element.get("spc"))
    bold, italic = parse_flag(element.get("b")), parse_flag(element.get("i"))
    capitals = element.get("cap")
    if size is not None and 100 <= size <= 400_000:
        style["size"] = size / 100
    if tracking is not None and abs(tracking) <= 4000:
        style["tracking"] = tracking
    if bold is not None:
        style["bold"] = bold
    if italic is not None:
        style["italic"] = italic
    if capitals in {"all", "small", "none"}:
        style["capitals"] = capitals != "none"
    if lang := element.get("lang"):
        style["lang"] = lang
    for child in element.iterchildren("{*}*"):
        kind = local_name(child)
        if kind in FILLS:
            style["fill"] = child
        elif kind == "latin" and (typeface := child.get("typeface", "").strip()):
            style["typeface"] = typeface
