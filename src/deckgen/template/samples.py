"""Templates whose styles say nothing: how their sample text is set is what they mean.

LibreOffice writes such templates: the masters hold sample paragraphs with all their formatting, and
no list style that a slide could inherit. PowerPoint shows text on them in black at 18 points,
LibreOffice at up to 44. So a slide repeats the sample's style in its own list style
(ECMA-376 Part 1, 21.1.2.4.12), where its placeholder, not its runs, holds it.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy

from lxml import etree

from deckgen.opc.reading import NAMESPACES, Element, q
from deckgen.template.colors import local
from deckgen.template.measures import whole
from deckgen.template.styles import ListStyle

_NOT_REPEATED = frozenset({"defRPr", "extLst", "buBlip"})
_CHARACTERS = ("sz", "b", "i", "cap", "spc")
_LOOKS = frozenset({"solidFill", "latin", "ea", "cs"})


def says_sizes(style: ListStyle) -> bool:
    """Return whether a list style says how large its text is, at least on the first level."""
    return "size" in style[0]


def sample_style(shape: Element | None) -> Element | None:
    """Return the sample text of a placeholder as an `a:lstStyle`; None if it shows no sizes."""
    if shape is None:
        return None
    levels: dict[int, Element] = {}
    for paragraph in shape.findall(f"{q('p:txBody')}/{q('a:p')}"):
        properties = paragraph.find(q("a:pPr"))
        level = whole(None if properties is None else properties.get("lvl")) or 0
        characters = next(
            (one for one in paragraph.iter(q("a:rPr"), q("a:endParaRPr")) if one.get("sz")), None
        )
        if characters is not None and 0 <= level < len(_TAGS):
            levels.setdefault(level, _level(_TAGS[level], properties, characters))
    if not levels:
        return None
    style = etree.Element(q("a:lstStyle"), nsmap={"a": NAMESPACES["a"]})
    style.extend(levels[level] for level in sorted(levels))
    return style


def merged(master: Element | None, layout: Element | None) -> Element | None:
    """Return the samples of a master and of a layout on it as one list style.

    The layout has the last word, but on colours and fonts: LibreOffice leaves those of its layouts
    black and plain, whatever the master shows.
    """
    if master is None or layout is None:
        return layout if master is None else master
    below = {local(one): one for one in master}
    style = etree.Element(q("a:lstStyle"), nsmap={"a": NAMESPACES["a"]})
    own = {local(one): _looking(one, below.get(local(one))) for one in layout}
    levels = {name: deepcopy(one) for name, one in below.items()} | own
    style.extend(levels[name] for name in sorted(levels))
    return style


def _looking(level: Element, other: Element | None) -> Element:
    """Return a level with the colours and fonts of another."""
    level = deepcopy(level)
    said = level.find(q("a:defRPr"))
    looks = None if other is None else other.find(q("a:defRPr"))
    if said is not None and looks is not None and len(looks):
        for child in list(said):
            said.remove(child)
        said.extend(deepcopy(child) for child in looks)
    return level


def as_text(style: Element | None) -> str:
    """Return the levels of a list style as XML that stands where `a:` is declared."""
    if style is None:
        return ""
    declared = f' xmlns:a="{NAMESPACES["a"]}"'
    return "".join(
        etree.tostring(one, encoding="unicode", with_tail=False).replace(declared, "")
        for one in style
    )


_TAGS = tuple(f"lvl{number}pPr" for number in range(1, 10))


def _level(tag: str, properties: Element | None, characters: Element) -> Element:
    level = etree.Element(q(f"a:{tag}"), nsmap={"a": NAMESPACES["a"]})
    if properties is not None:
        _copy_attributes(properties, level, without={"lvl"})
        level.extend(
            _bare(child)
            for child in properties.iterchildren("{*}*")
            if local(child) not in _NOT_REPEATED
        )
    said = etree.SubElement(level, q("a:defRPr"))
    for name in _CHARACTERS:
        value = characters.get(name)
        if value is not None:
            said.set(name, value)
    said.extend(_bare(child) for child in characters.iterchildren("{*}*") if local(child) in _LOOKS)
    return level


def _copy_attributes(source: Element, target: Element, without: set[str]) -> None:
    attributes: Mapping[str, str] = {str(k): str(v) for k, v in source.attrib.items()}
    for name, value in attributes.items():
        if name not in without and not name.startswith("{"):
            target.set(name, value)


def _bare(element: Element) -> Element:
    """Return a copy without the namespaces that were declared around it."""
    copy = etree.Element(element.tag, nsmap={"a": NAMESPACES["a"]})
    _copy_attributes(element, copy, without=set())
    copy.extend(_bare(child) for child in element.iterchildren("{*}*"))
    return copy
