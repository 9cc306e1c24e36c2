"""A template's themes, masters and layouts as readable text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.dump.shape_lines import INDENT, background_mark, colour_map_mark, shape_lines
from deckgen.dump.text_lines import PartContext, colour_text, number_text, printable
from deckgen.ooxml_rules.shape_queries import PLACEHOLDER
from deckgen.opc.package_reader import read_package
from deckgen.opc.xml_parser import local_name, q

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.opc.parsed_package import ParsedPackage, ParsedPart
    from deckgen.opc.xml_parser import Element
    from deckgen.support.diagnostics import Diagnostics

STYLES = ("titleStyle", "bodyStyle", "otherStyle")
LEVELS = range(1, 10)


def dump_template(data: bytes, diagnostics: Diagnostics, file: str = "deck.pptx") -> str | None:
    """Return the masters and layouts of a deck or template as text; None if it is unreadable.

    Masters have their theme, text styles and shapes; layouts their shapes, with boxes in
    centimetres and the levels that they set. The text ends with a line feed.
    """
    package = read_package(data, diagnostics, file)
    if package is None:
        return None
    lines: list[str] = []
    for master in _in_order(package, package.main(), "p:sldMasterId"):
        lines += _master(master, package)
        for layout in _in_order(package, master, "p:sldLayoutId"):
            lines += ["", *_layout(layout, package)]
        lines.append("")
    return "\n".join(line.rstrip() for line in lines).rstrip("\n") + "\n"


def _in_order(package: ParsedPackage, owner: ParsedPart | None, tag: str) -> Iterator[ParsedPart]:
    """Yield the parts that a list of ids names, in its order."""
    if owner is None or owner.root is None:
        return
    for entry in owner.root.iter(q(tag)):
        rel = owner.related(entry.get(q("r:id")))
        part = package.parts.get(rel.target) if rel is not None else None
        if part is not None and part.root is not None:
            yield part


def _master(part: ParsedPart, package: ParsedPackage) -> Iterator[str]:
    """Yield a master: theme, colour map, text styles, shapes."""
    root = part.root
    if root is None:
        return
    yield f"master {background_mark(root)}".rstrip()
    theme = package.parts.get(part.target_of("theme") or "")
    if theme is not None and theme.root is not None:
        yield from (INDENT + line for line in _theme(theme.root))
    mapping = root.find(q("p:clrMap"))
    if mapping is not None:
        yield f"{INDENT}map: {' '.join(f'{key!s}={value!s}' for key, value in mapping.items())}"
    for style in STYLES:
        for found in root.iter(q(f"p:{style}")):
            yield f"{INDENT}{style}:"
            yield from (INDENT * 2 + line for line in _levels(found))
    yield from (INDENT + line for line in _shapes(part, package))


def _theme(root: Element) -> Iterator[str]:
    """Yield a theme's name, its colours and its fonts."""
    yield f"theme: {printable(root.get('name', ''))}"
    for scheme in root.iter(q("a:clrScheme")):
        colours = " ".join(f"{local_name(entry)}={colour_text(entry)}" for entry in scheme)
        yield f"colours: {colours}"
    for tag in ("majorFont", "minorFont"):
        for font in root.iter(q(f"a:{tag}")):
            latin = font.find(q("a:latin"))
            yield f"{tag}: {'' if latin is None else printable(latin.get('typeface', ''))}"


def _layout(part: ParsedPart, package: ParsedPackage) -> Iterator[str]:
    """Yield a layout: name, type, differences from its master, shapes."""
    root = part.root
    content = None if root is None else root.find(q("p:cSld"))
    if root is None or content is None:
        return
    marks = [
        f"layout {printable(content.get('name', ''))}",
        f"({root.get('type')})" if root.get("type") else "",
        colour_map_mark(root),
        background_mark(root),
        "without the master's shapes" if root.get("showMasterSp") in ("0", "false") else "",
    ]
    yield " ".join(mark for mark in marks if mark)
    yield from (INDENT + line for line in _shapes(part, package))


def _shapes(part: ParsedPart, package: ParsedPackage) -> Iterator[str]:
    """Yield the shapes of a master or layout, each text shape followed by its levels."""
    if part.root is None:
        return
    yield from shape_lines(part.root, package, PartContext(part, lang="", slide_names={}))
    for shape in part.root.iter(q("p:sp")):
        placeholder = shape.find(PLACEHOLDER)
        if placeholder is not None:
            name = f"{placeholder.get('type', 'content')} {placeholder.get('idx', '')}".rstrip()
            yield from _text_style(shape, name)


def _text_style(shape: Element, name: str) -> Iterator[str]:
    """Yield the text settings of a placeholder: anchor, insets and autofit, then each level."""
    body = shape.find(f"{q('p:txBody')}/{q('a:bodyPr')}")
    if body is not None and (body.keys() or len(body)):
        settings = [f"{key!s}={value!s}" for key, value in body.items()]
        yield f"text of {name}: {' '.join([*settings, *(local_name(child) for child in body)])}"
    style = shape.find(f"{q('p:txBody')}/{q('a:lstStyle')}")
    if style is not None and len(style):
        yield f"levels of {name}:"
        yield from (INDENT + line for line in _levels(style))


def _levels(style: Element) -> Iterator[str]:
    """Yield the settings of each level of a text style."""
    for level in LEVELS:
        properties = style.find(q(f"a:lvl{level}pPr"))
        if properties is not None:
            yield f"{level}: {', '.join(_level(properties))}".rstrip()


def _level(properties: Element) -> Iterator[str]:
    """Yield the settings of one level of a text style: characters, then paragraph."""
    characters = properties.find(q("a:defRPr"))
    if characters is not None:
        yield from _characters(characters)
    for key, name in (("algn", "align"), ("marL", "margin"), ("indent", "indent")):
        if properties.get(key) is not None:
            yield f"{name} {properties.get(key)}"
    for child in properties:
        match local_name(child):
            case "buNone":
                yield "no bullet"
            case "buChar":
                yield f"bullet {printable(child.get('char', ''))}"
            case "buAutoNum":
                yield f"numbers {child.get('type')}"
            case "lnSpc" | "spcBef" | "spcAft" as name:
                yield " ".join([name, *(str(unit.get("val")) for unit in child)])
            case _:
                continue


def _characters(properties: Element) -> Iterator[str]:
    """Yield size, weight, case, colour and font of a text style."""
    if properties.get("sz"):
        yield number_text(properties.get("sz"), 100, "{:g}pt")
    for key, name in (("b", "bold"), ("i", "italic")):
        if properties.get(key) in ("1", "true"):
            yield name
    if properties.get("cap", "none") != "none":
        yield f"{properties.get('cap')} caps"
    if properties.get("spc", "0") != "0":
        yield f"spacing {properties.get('spc')}"
    for fill in properties.iterchildren(q("a:solidFill")):
        yield colour_text(fill)
    for latin in properties.iterchildren(q("a:latin")):
        yield f"font {printable(latin.get('typeface', ''))}"
