"""Sample text as a list style, for templates whose list styles are empty.

LibreOffice writes such templates: the sample paragraphs of the masters are formatted, but slides
inherit nothing. PowerPoint shows text there in black at 18 points, LibreOffice at up to 44. So each
slide repeats the style of the sample as its own list style (ECMA-376 Part 1, 21.1.2.4.12).
"""

import re
from collections.abc import Collection, Iterator, Mapping
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
                if re.fullmatch(_ALLOWED["defRPr"]["sz"], element.get("sz", ""))
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

    The layout overrides the master, except in colours and fonts: LibreOffice writes its layouts in
    black and in a default font.
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
_BOOLEAN = "0|1|true|false"
_INTEGER = r"-?\d{1,8}"
_ALLOWED: Mapping[str, Mapping[str, str]] = {
    "lvl": {"marL": r"\d{1,8}", "marR": r"\d{1,8}", "indent": _INTEGER, "rtl": _BOOLEAN}
    | {"algn": "l|ctr|r|just|dist"},
    "defRPr": {"sz": r"[1-9]\d{2,5}", "b": _BOOLEAN, "i": _BOOLEAN, "spc": r"-?\d{1,6}"}
    | {"cap": "none|small|all"},
    "lnSpc": {},
    "spcBef": {},
    "spcAft": {},
    "spcPct": {"val": r"\d{1,7}|\d{1,3}%"},
    "spcPts": {"val": r"\d{1,6}"},
    "buClr": {},
    "buClrTx": {},
    "buSzPct": {"val": r"\d{5,6}|\d{2,3}%"},
    "buSzTx": {},
    "buFont": {"typeface": "[^<>&]{1,60}", "charset": r"-?\d{1,3}", "pitchFamily": r"-?\d{1,3}"},
    "buFontTx": {},
    "buNone": {},
    "buChar": {"char": r"[^\s]{1,4}"},
    "solidFill": {},
    "srgbClr": {"val": "[0-9A-Fa-f]{6}"},
    "schemeClr": {"val": "bg1|tx1|bg2|tx2|accent[1-6]|hlink|folHlink|dk1|lt1|dk2|lt2"},
    "latin": {"typeface": "[^<>&]{1,60}"},
    "ea": {"typeface": "[^<>&]{1,60}"},
    "cs": {"typeface": "[^<>&]{1,60}"},
}
"""The elements and attributes that are repeated, with patterns of valid values: slides must be
valid on any template. Of a child of a level, the first attribute is required."""
_HOLDERS = frozenset({"lnSpc", "spcBef", "spcAft", "buClr", "solidFill"})
"""Elements that need a child."""


def _level(tag: str, properties: Element | None, characters: Element) -> Element:
    level = etree.Element(q(f"a:{tag}"), nsmap={"a": NAMESPACES["a"]})
    if properties is not None:
        _copy_attributes(properties, level, _ALLOWED["lvl"])
        level.extend(_valid_copies(properties, _PARAGRAPH))
    properties_of_runs = etree.SubElement(level, q("a:defRPr"))
    _copy_attributes(characters, properties_of_runs, _ALLOWED["defRPr"])
    properties_of_runs.extend(_valid_copies(characters, _LOOKS))
    return level


_PARAGRAPH = frozenset(
    {"lnSpc", "spcBef", "spcAft", "buClr", "buClrTx", "buSzPct", "buSzTx"}
    | {"buFont", "buFontTx", "buNone", "buChar"}
)
_LOOKS = frozenset({"solidFill", "latin", "ea", "cs"})


def _copy_attributes(source: Element, target: Element, allowed: Mapping[str, str]) -> None:
    for name, pattern in allowed.items():
        value = source.get(name)
        if value is not None and re.fullmatch(pattern, value):
            target.set(name, value)


def _valid_copies(parent: Element, names: Collection[str]) -> Iterator[Element]:
    """Yield copies of the children with some names, as far as they are allowed and valid."""
    for child in parent.iterchildren("{*}*"):
        name = local_name(child)
        if name not in names or name not in _ALLOWED:
            continue
        copy = etree.Element(q(f"a:{name}"), nsmap={"a": NAMESPACES["a"]})
        _copy_attributes(child, copy, _ALLOWED[name])
        copy.extend(_valid_copies(child, _ALLOWED.keys() - _PARAGRAPH - _LOOKS))
        is_whole = all(required in copy.attrib for required in [*_ALLOWED[name]][:1])
        if is_whole and (len(copy) == 1 or name not in _HOLDERS):
            yield copy
