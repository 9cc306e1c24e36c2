"""Sample text as a list style, for templates whose list styles are empty.

LibreOffice writes such templates: the sample paragraphs of the masters are formatted, but slides
inherit nothing. PowerPoint shows text there in black at 18 points, LibreOffice at up to 44. So each
slide repeats the style of the sample as its own list style (ECMA-376 Part 1, 21.1.2.4.12).
"""

import re
from collections.abc import Collection, Sequence
from copy import deepcopy

from lxml import etree

from deckgen.brand.contrast import contrast_ratio
from deckgen.deck.layout import Placeholder
from deckgen.ooxml_rules.attributes import parse_integer
from deckgen.opc.xml_parser import NAMESPACES, Element, local_name, q
from deckgen.template.resolve.text_styles import ListStyle


def has_sizes(style: ListStyle) -> bool:
    """Return whether a list style has a size on its first level."""
    return "size" in style[0]


def sample_style(shape: Element | None) -> Element | None:
    """Return the style of a placeholder's sample text as `a:lstStyle`; None if it has no sizes."""
    if shape is None:
        return None
    levels: dict[int, Element] = {}
    for paragraph in shape.findall(f"{q('p:txBody')}/{q('a:p')}"):
        properties = paragraph.find(q("a:pPr"))
        level = parse_integer(None if properties is None else properties.get("lvl")) or 0
        characters = next(
            (
                element
                for element in paragraph.iter(q("a:rPr"), q("a:endParaRPr"))
                if _SIZE.fullmatch(element.get("sz", ""))
            ),
            None,
        )
        if characters is not None and 0 <= level < len(_TAGS):
            levels.setdefault(level, _level(_TAGS[level], properties, characters))
    if not levels:
        return None
    style = etree.Element(q("a:lstStyle"), nsmap={"a": NAMESPACES["a"]})
    style.extend(levels[level] for level in sorted(levels))
    return style


def merged_samples(master: Element | None, layout: Element | None) -> Element | None:
    """Return the styles of a master's and a layout's sample as one list style.

    The layout overrides all but colours and fonts, which LibreOffice writes as black and default.
    """
    if master is None or layout is None:
        return layout if master is None else master
    below = {local_name(level): level for level in master}
    style = etree.Element(q("a:lstStyle"), nsmap={"a": NAMESPACES["a"]})
    own = {local_name(level): _with_look(level, below.get(local_name(level))) for level in layout}
    levels = {name: deepcopy(level) for name, level in below.items()} | own
    style.extend(levels[name] for name in sorted(levels))
    return style


def _with_look(level: Element, other: Element | None) -> Element:
    """Return a level with the colours and fonts of another level."""
    level = deepcopy(level)
    properties_of_runs = level.find(q("a:defRPr"))
    looks = None if other is None else other.find(q("a:defRPr"))
    if properties_of_runs is not None and looks is not None and len(looks):
        for child in list(properties_of_runs):
            properties_of_runs.remove(child)
        properties_of_runs.extend(deepcopy(child) for child in looks)
    return level


def list_style_xml(style: Element | None) -> str:
    """Return the XML of the levels of a list style, for a place where `a:` is declared."""
    if style is None:
        return ""
    declared = f' xmlns:a="{NAMESPACES["a"]}"'
    return "".join(
        etree.tostring(level, encoding="unicode", with_tail=False).replace(declared, "")
        for level in style
    )


def with_readable_color(placeholder: Placeholder, text: str) -> Placeholder:
    """Return a placeholder whose sample is readable on its background.

    A colour with hardly any contrast is replaced by `text`, RRGGBB.
    """
    levels, ground = placeholder.level_styles, placeholder.background
    if not placeholder.list_style or ground is None:
        return placeholder
    if contrast_ratio(levels[0].color, ground) >= _LEAST_CONTRAST:
        return placeholder
    return placeholder._replace(
        list_style=_FILL.sub("", placeholder.list_style),
        level_styles=tuple(level._replace(color=text) for level in levels),
    )


_LEAST_CONTRAST = 1.6
_FILL = re.compile(r"<a:(solid|grad|patt)Fill\b.*?</a:\1Fill>", re.DOTALL)
_TAGS = tuple(f"lvl{number}pPr" for number in range(1, 10))
_SIZE = re.compile(r"[1-9]\d{2,5}")
_OF_LEVEL = ("marL", "marR", "indent", "rtl", "algn")
_OF_RUNS = ("sz", "b", "i", "spc", "cap")
_PARAGRAPH = frozenset(
    {"lnSpc", "spcBef", "spcAft", "buClr", "buClrTx", "buSzPct", "buSzTx"}
    | {"buFont", "buFontTx", "buNone", "buChar"}
)
_LOOKS = frozenset({"solidFill", "latin", "ea", "cs"})
"""The attributes and children that are repeated: none that leads to another part."""


def _level(tag: str, properties: Element | None, characters: Element) -> Element:
    """Return a level of a list style, whose parts have the same types as those of a paragraph."""
    level = etree.Element(q(f"a:{tag}"), nsmap={"a": NAMESPACES["a"]})
    if properties is not None:
        _copy(properties, level, _OF_LEVEL, _PARAGRAPH)
    _copy(characters, etree.SubElement(level, q("a:defRPr")), _OF_RUNS, _LOOKS)
    return level


def _copy(
    source: Element, target: Element, attributes: Sequence[str], children: Collection[str]
) -> None:
    for name in attributes:
        if (value := source.get(name)) is not None:
            target.set(name, value)
    target.extend(
        deepcopy(child) for child in source.iterchildren("{*}*") if local_name(child) in children
    )
