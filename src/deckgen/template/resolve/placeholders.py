"""The placeholders of a layout with all that they inherit from the master.

ECMA-376 Part 1, 19.3.1.36 ph (which placeholder inherits from which), 21.1.2.1.1 bodyPr.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple, get_args

from deckgen.deck.box import Box, Insets
from deckgen.deck.layout import Anchor, Placeholder, PlaceholderType, TextStyle
from deckgen.ooxml_rules.attributes import parse_emu, parse_integer, placeholder_index
from deckgen.ooxml_rules.shape_queries import FOOT_TYPES, TITLE_TYPES
from deckgen.opc.xml_parser import Element, local_name, q
from deckgen.template.resolve.read_shapes import TemplateShape
from deckgen.template.resolve.sample_text import (
    has_sizes,
    list_style_xml,
    merged_samples,
    sample_style,
)
from deckgen.template.resolve.text_styles import (
    UNSTYLED,
    ListStyle,
    StyleContext,
    overlaid,
    read_list_style,
    restyled,
    text_styles,
    with_larger_sizes,
)

_TYPES: Mapping[str, PlaceholderType] = {name: name for name in get_args(PlaceholderType)}
_NOT_ON_SLIDES = frozenset({"hdr", "sldImg"})
TEXTS = frozenset({"subTitle", "body", "obj"})
"""The types of placeholders that hold texts below a headline."""
_NAMES: Mapping[str, str] = {
    "title": "Title",
    "ctrTitle": "Title",
    "subTitle": "Subtitle",
    "body": "Text Placeholder",
    "obj": "Content Placeholder",
    "pic": "Picture Placeholder",
    "tbl": "Table Placeholder",
    "chart": "Chart Placeholder",
    "dgm": "SmartArt Placeholder",
    "media": "Media Placeholder",
    "clipArt": "Online Image Placeholder",
    "dt": "Date Placeholder",
    "ftr": "Footer Placeholder",
    "sldNum": "Slide Number Placeholder",
}
_BODY_DEFAULTS: Mapping[str, int] = {
    "lIns": 91_440,
    "tIns": 45_720,
    "rIns": 91_440,
    "bIns": 45_720,
    "numCol": 1,
    "spcCol": 0,
}
"""21.1.2.1.1: a tenth and a twentieth of an inch; one column."""
ANCHORS: Mapping[str, Anchor] = {"t": "t", "ctr": "ctr", "b": "b", "just": "t", "dist": "t"}


class InheritedPlaceholder(NamedTuple):
    """The properties that placeholders of a layout inherit from one of the master."""

    box: Box | None = None
    quarters: int = 0
    style: ListStyle = UNSTYLED
    body: Mapping[str, str] = {}
    """The attributes of its `a:bodyPr`."""
    resized: bool = False
    levels: tuple[TextStyle, ...] = ()
    """The text styles of `style`."""
    sample: Element | None = None
    """The list style of its sample text, if `style` has no sizes."""

    def on(self, look: StyleContext) -> InheritedPlaceholder:
        """Return the properties with text styles for one layout."""
        return self._replace(levels=text_styles(self.style, look))


def placeholder_family(type_: str) -> str:
    """Return the type of the master's placeholder from which this type inherits."""
    if type_ in TITLE_TYPES:
        return "title"
    return type_ if type_ in FOOT_TYPES else "body"


def inherited_placeholders(
    shapes: Iterable[TemplateShape],
    styles: Mapping[str, ListStyle],
    defaults: ListStyle,
    look: StyleContext,
) -> Mapping[str, InheritedPlaceholder]:
    """Return what each family of placeholders inherits from the master's shapes and text styles.

    For a date, a footer or a number that the master lacks, some programs use the master's other
    style, others the `defaults` of the presentation. The wider style is returned.
    """
    inherited: dict[str, InheritedPlaceholder] = {}
    for shape in shapes:
        kind = None if shape.placeholder is None else placeholder_family(_type(shape.placeholder))
        if kind is not None and kind not in inherited:
            style = overlaid(styles[kind], read_list_style(own_list_style(shape.element)))
            sample = None if has_sizes(style) else sample_style(shape.element)
            inherited[kind] = InheritedPlaceholder(
                shape.box,
                shape.quarters,
                style,
                body_attributes(shape.element),
                bool(_is_resized(shape.element)),
                sample=sample,
            )
    for kind, style in styles.items():
        if kind not in inherited:
            inherited[kind] = InheritedPlaceholder(
                style=with_larger_sizes(style, defaults) if kind in FOOT_TYPES else style
            )
    return {kind: inherited[kind].on(look) for kind in styles}


def read_placeholders(
    shapes: Iterable[TemplateShape],
    inherited: Mapping[str, InheritedPlaceholder],
    look: StyleContext,
) -> tuple[Placeholder, ...]:
    """Return the placeholders of a layout in reading order: the title, then as they are drawn.

    PowerPoint's screen reader reads them in this order. Placeholders without a box are left out,
    and all but the first of one key: the type of titles and of the foot, the `idx` of all others.
    """
    titles: list[Placeholder] = []
    others: list[Placeholder] = []
    seen: set[str | int] = set()
    for shape in shapes:
        if shape.placeholder is None or shape.placeholder.get("type") in _NOT_ON_SLIDES:
            continue
        placeholder = _placeholder(shape, shape.placeholder, inherited, look)
        if placeholder is None:
            continue
        family, idx = placeholder_family(placeholder.type), placeholder.idx
        key = family if family != "body" or idx is None else idx
        if key not in seen:
            seen.add(key)
            (titles if placeholder.type in TITLE_TYPES else others).append(placeholder)
    return (*titles, *others)


def _placeholder(
    shape: TemplateShape,
    ph: Element,
    inherited: Mapping[str, InheritedPlaceholder],
    look: StyleContext,
) -> Placeholder | None:
    type_ = _type(ph)
    parent = inherited[placeholder_family(type_)]
    own = shape.box is not None
    box, quarters = (shape.box, shape.quarters) if own else (parent.box, parent.quarters)
    if box is None or not box.cx or not box.cy:
        return None
    idx = None if type_ in TITLE_TYPES else placeholder_index(ph.get("idx")) or 0
    body = {**parent.body, **body_attributes(shape.element)}
    insets = Insets(*(body_number(body, side) for side in ("lIns", "tIns", "rIns", "bIns")))
    columns = body_number(body, "numCol")
    resized = _is_resized(shape.element)
    # The space between columns is added to one inset, so that each column has its true width.
    insets = insets._replace(
        right=insets.right + (columns - 1) * max(body_number(body, "spcCol"), 0)
    )
    box = box.turned() if quarters % 2 else box
    for _ in range(quarters):
        left, top, right, bottom = insets
        insets = Insets(bottom, left, top, right)
    own_style = read_list_style(own_list_style(shape.element))
    levels = restyled(parent.levels, parent.style, own_style, look)
    style = overlaid(parent.style, own_style)
    sample = None
    if not has_sizes(style):
        sample = merged_samples(parent.sample, sample_style(shape.element))
        levels = text_styles(overlaid(style, read_list_style(sample)), look)
    return Placeholder(
        role=None,
        type=type_,
        idx=idx,
        name=shape.name.strip() or f"{_NAMES[type_]} {idx or ''}".strip(),
        box=box,
        level_styles=levels,
        anchor=ANCHORS.get(body.get("anchor", ""), "t"),
        prompt=_prompt(shape.element),
        insets=insets,
        columns=columns,
        vertical=(body.get("vert", "horz") != "horz") != (quarters % 2 == 1),
        unwrapped=body.get("wrap") == "none",
        list_style=list_style_xml(sample),
        overrides_sizes=not has_sizes(style) and sample is None,
        resized=parent.resized if resized is None else resized,
    )


def _type(ph: Element) -> PlaceholderType:
    """Return a placeholder's type: “obj” without a type, “body” for an unknown type."""
    return _TYPES.get(ph.get("type", "obj"), "body")


def own_list_style(shape: Element) -> Element | None:
    """Return the list style that a shape states itself."""
    return shape.find(f"{q('p:txBody')}/{q('a:lstStyle')}")


def body_attributes(shape: Element) -> Mapping[str, str]:
    """Return the valid attributes of a shape's `a:bodyPr`."""
    element = shape.find(f"{q('p:txBody')}/{q('a:bodyPr')}")
    if element is None:
        return {}
    attributes = {str(name): str(value) for name, value in element.attrib.items()}
    return {name: value for name, value in attributes.items() if _is_valid(name, value)}


def _is_resized(shape: Element) -> bool | None:
    """Return whether a shape becomes as high as its text; None if it does not say."""
    body = shape.find(f"{q('p:txBody')}/{q('a:bodyPr')}")
    kinds = [] if body is None else [local_name(each) for each in body.iterchildren("{*}*")]
    stated = next((kind for kind in kinds if kind.lower().endswith("autofit")), None)
    return None if stated is None else stated == "spAutoFit"


def _is_valid(name: str, value: str) -> bool:
    if name == "numCol":
        return 1 <= (parse_integer(value) or 0) <= 16
    if name in _BODY_DEFAULTS:
        return parse_emu(value) is not None
    return name != "anchor" or value in ANCHORS


def body_number(body: Mapping[str, str], name: str) -> int:
    """Return a length or a number of an `a:bodyPr`, or its default (21.1.2.1.1)."""
    inset = parse_emu(body.get(name))
    return _BODY_DEFAULTS[name] if inset is None else inset


def _prompt(shape: Element) -> str:
    """Return the prompt text of an empty placeholder."""
    body = shape.find(q("p:txBody"))
    if body is None:
        return ""
    lines = []
    for paragraph in body.iterchildren(q("a:p")):
        parts = [
            "\n" if local_name(part) == "br" else part.findtext(q("a:t"), "")
            for part in paragraph.iterchildren("{*}*")
            if local_name(part) in {"r", "br", "fld"}
        ]
        lines.append("".join(parts))
    return "\n".join(lines)
