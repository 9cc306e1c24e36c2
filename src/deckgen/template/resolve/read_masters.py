"""Read the masters of a template with their layouts, as PowerPoint shows them."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from deckgen.brand.contrast import MIDDLE_LUMINANCE, luminance
from deckgen.deck.box import Box
from deckgen.deck.layout import EMU_PER_POINT, Layout, Placeholder
from deckgen.ooxml_rules.attributes import parse_flag
from deckgen.opc.parsed_package import ParsedPackage, ParsedPart
from deckgen.opc.xml_parser import Element, q
from deckgen.template.package.kept_parts import tree_of
from deckgen.template.resolve.backgrounds import (
    FillContext,
    background_color,
    background_picture,
    background_stops,
)
from deckgen.template.resolve.color_values import DEFAULT_COLOR_MAP, MappedColors, mean_color
from deckgen.template.resolve.drawn_shapes import (
    backdrop_color,
    backdrop_colors,
    covers,
    drawn_shapes,
    grown_box,
    placeholder_fills,
    texts_by_size,
)
from deckgen.template.resolve.picture_parts import Pictures, calm_ground
from deckgen.template.resolve.placeholders import (
    InheritedPlaceholder,
    inherited_placeholders,
    read_placeholders,
)
from deckgen.template.resolve.read_shapes import TemplateShape, read_shapes
from deckgen.template.resolve.sample_text import with_readable_color
from deckgen.template.resolve.text_styles import ListStyle, StyleContext, overlaid, read_list_style
from deckgen.template.resolve.theme import overridden_theme, read_color_map, read_theme
from deckgen.template.template import DrawnShape, Master, OpenedTemplate, TemplateLayout

_TEXT_STYLES: Mapping[str, str] = {
    "title": "titleStyle",
    "body": "bodyStyle",
    "dt": "otherStyle",
    "ftr": "otherStyle",
    "sldNum": "otherStyle",
}
"""The text style of the master for each family of placeholders (19.3.1.52 txStyles)."""
_LINKS = ("hlink", "folHlink")
_COLORS = ("tx1", "bg1", "tx2", "bg2", *(f"accent{number}" for number in range(1, 7)))
"""The colours of a theme as the colour map names them (19.3.1.6 clrMap)."""
_FOOT = 1 / 15
"""The share of the slide's height that stays free at its foot."""
_LEAST_LINES = 3
"""Lines from which on a box holds a list; lower ones are for names, dates and captions."""


class _MasterContext(NamedTuple):
    """A master, as its layouts inherit from it."""

    part: ParsedPart
    root: Element
    theme_root: Element | None
    look: StyleContext
    inherited: Mapping[str, InheritedPlaceholder]
    drawn: tuple[TemplateShape, ...]
    slide: Box
    """The whole slide."""


def read_masters(opened: OpenedTemplate) -> tuple[Master, ...]:
    """Return the masters of a template in PowerPoint's order, each with its layouts in that order.

    `opened` has all parts that it lists. Bad values become PowerPoint's defaults; nothing raises.
    """
    defaults = default_text_style(opened.package)
    masters = []
    for name in opened.master_part_names:
        part = opened.package.parts[name]
        root = tree_of(part)
        context = _master_context(part, root, opened, defaults)
        parts = (opened.package.parts[each] for each in opened.layout_part_names[name])
        layouts = tuple(
            _layout(each, tree_of(each), number, context, opened.package)
            for number, each in enumerate(parts, 1)
        )
        theme = context.look.theme
        own_name = _slide_name(root) or theme.name
        styles = context.inherited["body"].levels
        # PowerPoint's own masters show five levels, but style all nine.
        differing = [n for n in range(2, len(styles) + 1) if styles[n - 1] != styles[n - 2]]
        levels = max(differing, default=1)
        masters.append(Master(own_name, name, layouts, theme, levels))
    return tuple(masters)


def _master_context(
    part: ParsedPart, root: Element, opened: OpenedTemplate, defaults: ListStyle
) -> _MasterContext:
    theme_root = opened.package.related_root(part, "theme")
    styles = master_styles(root, defaults)
    theme = read_theme(theme_root)
    mapping = read_color_map(root.find(q("p:clrMap"))) or DEFAULT_COLOR_MAP
    look = StyleContext(theme, MappedColors(theme.colors, mapping))
    drawn = tuple(read_shapes(root))
    inherited = inherited_placeholders(drawn, styles, defaults, look)
    slide = Box(0, 0, opened.width, opened.height)
    return _MasterContext(part, root, theme_root, look, inherited, drawn, slide)


def master_styles(master: Element | None, defaults: ListStyle) -> dict[str, ListStyle]:
    """Return the text style of a master for each family of placeholders."""
    listed = None if master is None else master.find(q("p:txStyles"))
    own = {each.tag: each for each in (() if listed is None else listed)}
    return {
        family: overlaid(defaults, read_list_style(own.get(q(f"p:{name}"))))
        for family, name in _TEXT_STYLES.items()
    }


def _layout(
    part: ParsedPart, root: Element, number: int, master: _MasterContext, package: ParsedPackage
) -> TemplateLayout:
    override_root = package.related_root(part, "themeOverride")
    look = own_look(root, override_root, master.look)
    inherited = master.inherited
    if look is not master.look:
        inherited = {family: origin.on(look) for family, origin in inherited.items()}
    drawn = tuple(read_shapes(root))
    placeholders = read_placeholders(drawn, inherited, look)
    fills = master.theme_root
    if override_root is not None and override_root.find(q("a:fmtScheme")) is not None:
        fills = override_root
    pictures = Pictures(part, package, master.slide)
    context = FillContext(fills, look.palette, pictures)
    paper = background_color((root, master.root), context)
    stops = background_stops((root, master.root), context) if paper is None else ()
    picture = None if paper else background_picture((part, master.part), pictures)
    if paper or stops:
        pictures = pictures._replace(ground=paper or mean_color(stops))
        context = context._replace(pictures=pictures)
    above = drawn_shapes(drawn, context)
    if parse_flag(root.get("showMasterSp")) is not False:
        on_master = context._replace(pictures=pictures._replace(part=master.part))
        above = (*drawn_shapes(master.drawn, on_master), *above)
    lowest = 0
    for at, shape in enumerate(above):
        if shape.paper is not None:
            picture, lowest = shape.paper, at + 1
    if picture:
        paper, parts = calm_ground(picture, master.slide)
        drawn_on = (DrawnShape(box, "picture", None, 1, paper=picture) for box in parts)
        above = (*drawn_on, *above[lowest:])
    placeholders = with_whole_lists(placeholders, above, master.slide.cy)
    own_fills = placeholder_fills(drawn, master.drawn, placeholders, context)
    behind = backdrop_colors(placeholders, own_fills, above, paper) or (
        backdrop_color(
            master.slide, [shape for shape in above if covers(shape.box, master.slide)], paper
        ),
    )
    text = look.palette.named("tx1") or "000000"
    grounds = dict(zip((each.idx for each in texts_by_size(placeholders)), behind, strict=False))
    placeholders = tuple(
        with_readable_color(each._replace(background=grounds.get(each.idx)), text)
        for each in placeholders
    )
    return TemplateLayout(
        Layout(
            name=_slide_name(root) or f"Layout {number}",
            role=None,
            tone="dark" if _is_dark(behind[0], placeholders) else "light",
            part_name=part.name,
            placeholders=placeholders,
        ),
        type=root.get("type") or "cust",
        background=behind[0] if len(set(behind)) == 1 else None,
        drawn=above,
        paper=paper,
        stops=() if paper else stops,
        colors={name: color for name in _COLORS if (color := look.palette.named(name))},
        link_colors=tuple(color for name in _LINKS if (color := look.palette.named(name))),
        fills=own_fills,
        picture=picture,
    )


def own_look(root: Element, override_root: Element | None, master: StyleContext) -> StyleContext:
    """Return the meaning of colours and fonts on a layout: that of its master, or its own.

    A slide inherits both from its layout; docs/facts/templates.md.
    """
    mapping = read_color_map(root.find(f"{q('p:clrMapOvr')}/{q('a:overrideClrMapping')}"))
    if mapping is None and override_root is None:
        return master
    theme = overridden_theme(master.theme, override_root)
    own_fonts = (theme.heading, theme.body) != (master.theme.heading, master.theme.body)
    return StyleContext(
        theme, MappedColors(theme.colors, mapping or master.palette.mapping), own_fonts
    )


def _is_dark(behind: str | None, placeholders: tuple[Placeholder, ...]) -> bool:
    """Return whether a background is dark; behind unknown colours, whether the title is light."""
    if behind is not None:
        return luminance(behind) < MIDDLE_LUMINANCE
    return any(
        luminance(each.level_styles[0].color) > MIDDLE_LUMINANCE for each in placeholders[:1]
    )


def _slide_name(root: Element) -> str:
    """Return the name that PowerPoint shows for a layout or master, on one line."""
    slide = root.find(q("p:cSld"))
    return "" if slide is None else " ".join(slide.get("name", "").split())


def default_text_style(package: ParsedPackage) -> ListStyle:
    """Return the style of text that inherits from no master (19.2.1.8 defaultTextStyle)."""
    main = package.main()
    root = None if main is None else main.root
    return read_list_style(None if root is None else root.find(q("p:defaultTextStyle")))


def with_whole_lists(
    placeholders: tuple[Placeholder, ...], drawn: Sequence[DrawnShape], height: int
) -> tuple[Placeholder, ...]:
    """Return the placeholders; resized lists reach down to the next thing on the layout.

    PowerPoint makes such a box as high as its text (ECMA-376 Part 1, 21.1.2.1.4), often as its
    sample text: it says nothing of the height that a list may have. `drawn` is what the layout
    draws, `height` that of the slide in EMU. A list on a panel or a picture stays on it.
    """
    others = [each.box for each in placeholders]
    return tuple(
        _reaching(each, grown_box(each.box, others, drawn, height), height)
        if _is_list(each)
        else each
        for each in placeholders
    )


def _is_list(placeholder: Placeholder) -> bool:
    if not placeholder.resized or placeholder.type not in {"body", "obj"}:
        return False
    if placeholder.vertical or placeholder.anchor != "t":
        return False
    line = placeholder.level_styles[0].size * EMU_PER_POINT
    has_levels = len(placeholder.prompt.splitlines()) > 1
    return has_levels or placeholder.inner_box.cy >= _LEAST_LINES * line


def _reaching(placeholder: Placeholder, free: Box | None, height: int) -> Placeholder:
    box = placeholder.box
    foot = min(free.bottom if free else box.bottom, round(height * (1 - _FOOT)))
    if foot <= box.bottom:
        return placeholder
    return placeholder.in_box(box._replace(cy=foot - box.y))
