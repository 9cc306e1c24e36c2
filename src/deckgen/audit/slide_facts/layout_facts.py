"""What slides inherit from their layout, read once for each layout.

ECMA-376 Part 1, 19.3.1.36 ph, 19.3.1.52 txStyles, 19.2.1.8 defaultTextStyle.
"""

from collections.abc import Mapping
from typing import NamedTuple

from deckgen.ooxml_rules.attributes import parse_flag, placeholder_index
from deckgen.ooxml_rules.shape_queries import attribute
from deckgen.opc.parsed_package import ParsedPackage, ParsedPart
from deckgen.opc.xml_parser import Element, q
from deckgen.template.resolve.backgrounds import FillContext
from deckgen.template.resolve.color_values import DEFAULT_COLOR_MAP, MappedColors
from deckgen.template.resolve.drawn_shapes import drawn_shapes, fills_by_family, own_fill
from deckgen.template.resolve.placeholders import (
    InheritedPlaceholder,
    body_attributes,
    inherited_placeholders,
    own_list_style,
    placeholder_family,
)
from deckgen.template.resolve.read_masters import default_text_style, master_styles, own_look
from deckgen.template.resolve.read_shapes import TemplateShape, read_shapes
from deckgen.template.resolve.text_styles import (
    UNSTYLED,
    ListStyle,
    StyleContext,
    overlaid,
    read_list_style,
)
from deckgen.template.resolve.theme import read_color_map, read_theme
from deckgen.template.template import OFFICE_THEME, DrawnShape


class InheritedText(NamedTuple):
    """What a placeholder of a slide inherits."""

    shape: InheritedPlaceholder
    fill: Element | None


class LayoutFacts(NamedTuple):
    """A layout with its master, as slides inherit from them."""

    name: str
    roots: tuple[Element, ...]
    """The layout and its master, as far as they exist."""
    look: StyleContext
    fills: Element | None
    """The root of the theme's fills."""
    drawn: tuple[DrawnShape, ...]
    """What master and layout draw, the lowest first."""
    by_idx: Mapping[int, InheritedText]
    by_family: Mapping[str, InheritedText]
    """Titles, dates, footers and numbers of the layout; for others what the master states."""
    plain: ListStyle
    """The style of text that stands in no placeholder."""

    def inherited(self, ph: Element) -> InheritedText:
        """Return what a placeholder of a slide inherits, by its `p:ph`."""
        family = placeholder_family(ph.get("type", "obj"))
        idx = placeholder_index(ph.get("idx")) or 0
        return (self.by_idx.get(idx) if family == "body" else None) or self.by_family[family]


def read_layout(part: ParsedPart | None, package: ParsedPackage) -> LayoutFacts:
    """Return what slides inherit from a layout; without one, Office's defaults."""
    root = None if part is None else part.root
    master = package.related_part(part, "slideMaster")
    master_root = None if master is None else master.root
    theme_root = package.related_root(master, "theme")
    theme = OFFICE_THEME if master is None else read_theme(theme_root)
    mapping = None if master_root is None else read_color_map(master_root.find(q("p:clrMap")))
    look = StyleContext(theme, MappedColors(theme.colors, mapping or DEFAULT_COLOR_MAP))
    if part is not None and root is not None:
        look = own_look(root, package.related_root(part, "themeOverride"), look)
    defaults = default_text_style(package)
    styles = master_styles(master_root, defaults)
    on_master = tuple(read_shapes(master_root))
    families = inherited_placeholders(on_master, styles, defaults, look)
    fills = fills_by_family(on_master)
    by_family = {
        family: InheritedText(shape, fills.get(family)) for family, shape in families.items()
    }
    on_layout = tuple(read_shapes(root))
    by_idx: dict[int, InheritedText] = {}
    for shape in on_layout:
        if shape.placeholder is None:
            continue
        family = placeholder_family(shape.placeholder.get("type", "obj"))
        own = _own(shape, by_family[family])
        if family == "body":
            by_idx.setdefault(placeholder_index(shape.placeholder.get("idx")) or 0, own)
        else:
            by_family[family] = own
    context = FillContext(theme_root, look.palette)
    drawn = drawn_shapes(on_layout, context)
    if root is None or parse_flag(root.get("showMasterSp")) is not False:
        drawn = (*drawn_shapes(on_master, context), *drawn)
    return LayoutFacts(
        name=" ".join(attribute(root, "p:cSld", "name").split()),
        roots=tuple(each for each in (root, master_root) if each is not None),
        look=look,
        fills=theme_root,
        drawn=drawn,
        by_idx=by_idx,
        by_family=by_family,
        plain=overlaid(styles.get("ftr", UNSTYLED), defaults),
    )


def _own(shape: TemplateShape, parent: InheritedText) -> InheritedText:
    """Return what slides inherit from a layout's placeholder, which inherits from the master's."""
    above, fill = parent.shape, own_fill(shape.element)
    inherited = InheritedPlaceholder(
        box=above.box if shape.box is None else shape.box,
        quarters=above.quarters if shape.box is None else shape.quarters,
        style=overlaid(above.style, read_list_style(own_list_style(shape.element))),
        body={**above.body, **body_attributes(shape.element)},
    )
    return InheritedText(inherited, parent.fill if fill is None else fill)
