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
    painted = []
    for own, name, styled in (
        (own_fill(element), "fillRef", theme_fill),
        (fill_element(element.find(f"{q('p:spPr')}/{q('a:ln')}")), "lnRef", _theme_line),
    ):
        reference = element.find(f"{q('p:style')}/{q(f'a:{name}')}") if own is None else None
        idx = 0 if reference is None else parse_integer(reference.get("idx")) or 0
        fill = own if reference is None else styled(fills.theme, idx)
        if fill is not None and local_name(fill) != "noFill" and fill_opacity(fill) > 0:
            color = color_in(reference, fills.palette)
            painted.append(seen_fill(fill, fills.palette, ground, color))
    return () if None in painted else tuple(filter(None, painted))


def seen_fill(
    fill: Element | None, palette: MappedColors, ground: str | None, placeholder: str | None = None
) -> str | None:
    """Return the RRGGBB that is seen where a fill lies on a ground; None if unknown.

    `placeholder` is the colour of a fill of the theme.
    """
    if fill is None or local_name(fill) == "noFill":
        return ground
    return seen_color(single_color(fill, palette, placeholder), fill_opacity(fill), ground)


def seen_color(color: str | None, opacity: float, ground: str | None) -> str | None:
    """Return the RRGGBB that is seen where a colour lies on a ground; None if unknown."""
    if opacity <= 0:
        return ground
    if color is None or opacity >= 1:
        return color
    return None if ground is None else mixed(ground, color, opacity)


def _theme_line(theme: Element | None, idx: int) -> Element | None:
    """Return the fill of a line style of the theme, counted from 1 (20.1.4.1.21 lnStyleLst)."""
    styles = None if theme is None else next(theme.iter(q("a:lnStyleLst")), None)
    lines = [] if styles is None else styles.findall(q("a:ln"))
    return fill_element(lines[idx - 1]) if 0 < idx <= len(lines) else None
