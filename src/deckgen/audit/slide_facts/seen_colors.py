"""The colours by which a drawn shape is seen: of its fill, and of its outline or line."""

from deckgen.brand.contrast import mixed
from deckgen.ooxml_rules.attributes import parse_integer
from deckgen.opc.xml_parser import Element, local_name, q
from deckgen.template.resolve.backgrounds import FillContext, fill_element, single_color, theme_fill
from deckgen.template.resolve.color_values import MappedColors, color_in
from deckgen.template.resolve.drawn_shapes import fill_opacity, own_fill


def seen_colors(element: Element, fills: FillContext, ground: str | None) -> tuple[str, ...]:
    """Return the RRGGBB of a shape's fill and of its line on a ground, as far as it has them.

    Empty if one of them is unknown, or the ground of what shines through.
    """
    own = own_fill(element)
    color = None
    if own is None:
        reference = element.find(f"{q('p:style')}/{q('a:fillRef')}")
        own = None if reference is None else theme_fill(fills.theme, _idx(reference))
        color = color_in(reference, fills.palette)
    line = fill_element(element.find(f"{q('p:spPr')}/{q('a:ln')}"))
    line_color = None
    if line is None:
        reference = element.find(f"{q('p:style')}/{q('a:lnRef')}")
        line = None if reference is None else _theme_line(fills.theme, _idx(reference))
        line_color = color_in(reference, fills.palette)
    painted = [(fill, at) for fill, at in ((own, color), (line, line_color)) if _is_seen(fill)]
    colors = [seen_fill(fill, fills.palette, ground, at) for fill, at in painted]
    return () if None in colors else tuple(each for each in colors if each is not None)


def seen_fill(
    fill: Element | None, palette: MappedColors, ground: str | None, placeholder: str | None = None
) -> str | None:
    """Return the RRGGBB that is seen where a fill lies on a ground; None if unknown.

    `placeholder` is the colour of a fill of the theme.
    """
    if fill is None or local_name(fill) == "noFill":
        return ground
    color, opacity = single_color(fill, palette, placeholder), fill_opacity(fill)
    if color is None or opacity >= 1:
        return color
    return None if ground is None else mixed(ground, color, opacity)


def _is_seen(fill: Element | None) -> bool:
    return fill is not None and local_name(fill) != "noFill" and fill_opacity(fill) > 0


def _theme_line(theme: Element | None, idx: int) -> Element | None:
    """Return the fill of a line style of the theme, counted from 1 (20.1.4.1.21 lnStyleLst)."""
    styles = None if theme is None else next(theme.iter(q("a:lnStyleLst")), None)
    lines = [] if styles is None else styles.findall(q("a:ln"))
    return fill_element(lines[idx - 1]) if 0 < idx <= len(lines) else None


def _idx(reference: Element) -> int:
    return parse_integer(reference.get("idx")) or 0
