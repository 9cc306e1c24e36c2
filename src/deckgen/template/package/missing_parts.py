"""Themes and layouts that PowerPoint needs and a template lacks."""

from collections.abc import Iterator
from dataclasses import replace

from deckgen.brand.generate.layout_xml import TREE_START
from deckgen.brand.generate.notes_master import notes_master_xml
from deckgen.ooxml_rules.part_kinds import KIND_OF_RELATIONSHIP
from deckgen.opc.parsed_package import ParsedPackage, ParsedPart, ParsedRelationship
from deckgen.opc.part import Part, Relationship
from deckgen.opc.xml_parser import Element, parse_xml, q
from deckgen.support.diagnostics import Diagnostics
from deckgen.support.xml_text import DECLARATION, DRAWING, NAMESPACES, RELATIONSHIPS, escape
from deckgen.template.package.kept_parts import (
    leading_to,
    part_label,
    tree_of,
    with_edited_tree,
    with_parts,
)
from deckgen.template.package.layout_lists import (
    HANDOUT_MASTER,
    LAYOUT,
    NOTES_MASTER,
    append_entry,
    layout_part_names,
    list_entries,
    master_part_names,
)
from deckgen.template.package.presentation_part import presentation_part
from deckgen.template.template import OFFICE_THEME, OpenedTemplate

_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_CLOSING = ("dt", "ftr", "sldNum")
NEW_NOTES_MASTER = "/ppt/notesMasters/notesMaster1.xml"


def with_missing_themes(package: ParsedPackage, diagnostics: Diagnostics) -> ParsedPackage:
    """Return the package with a theme of its own for every master.

    PowerPoint repairs a deck whose masters share a theme, as some programs write it.
    """
    masters = [package.parts[name] for name in master_part_names(package)]
    presentation = presentation_part(package)
    for tag in (NOTES_MASTER, HANDOUT_MASTER):
        masters += (target for _, target in list_entries(package, presentation, tag))
    names = _new_names(package, "/ppt/theme/theme")
    used: set[str] = set()
    changed: list[ParsedPart] = []
    for master in masters:
        relationship = next((rel for rel in master.relationships if _is_theme(package, rel)), None)
        if relationship is not None and relationship.target not in used:
            used.add(relationship.target)
            continue
        if relationship is None:
            new = _plain_theme(next(names))
            _note(diagnostics, package, master, "has no theme; it gets the colours of Office")
        else:
            new = replace(package.parts[relationship.target], name=next(names))
            _note(diagnostics, package, master, "shares its theme; it gets a copy of its own")
        changed += (new, leading_to(master, "theme", new.name))
    return with_parts(package, changed)


def with_missing_layouts(package: ParsedPackage, diagnostics: Diagnostics) -> ParsedPackage:
    """Return the package with a layout for every master that has none.

    The layout has all placeholders of its master, unchanged.
    """
    names = _new_names(package, "/ppt/slideLayouts/slideLayout")
    changed: list[ParsedPart] = []
    for name in master_part_names(package):
        if layout_part_names(package, name):
            continue
        master = package.parts[name]
        new = _layout(next(names), tree_of(master), name)
        extended = leading_to(master, "slideLayout", new.name)
        append_entry(tree_of(master), LAYOUT, extended.relationships[-1].id)
        changed += (new, with_edited_tree(extended))
        diagnostics.note(
            "layout-composed",
            f"{package.file}: {part_label(master)} has no layouts; one is made of its own"
            " placeholders",
            None,
            "Add the layouts that you need to the master in PowerPoint.",
        )
    return with_parts(package, changed)


def _note(diagnostics: Diagnostics, package: ParsedPackage, master: ParsedPart, words: str) -> None:
    diagnostics.note("theme-mended", f"{package.file}: {part_label(master)} {words}", None)


def _new_names(package: ParsedPackage, stem: str) -> Iterator[str]:
    """Yield names that no part has yet, such as “/ppt/theme/theme3.xml” for “/ppt/theme/theme”."""
    taken = {name.lower() for name in package.parts}
    for number in range(1, 2 * len(taken) + 100_000):
        name = f"{stem}{number}.xml"
        if name.lower() not in taken:
            yield name


def _is_theme(package: ParsedPackage, relationship: ParsedRelationship) -> bool:
    part = package.parts.get(relationship.target)
    is_tree = part is not None and part.root is not None and part.root.tag == q("a:theme")
    return is_tree and relationship.type == "theme" and not relationship.external


def _plain_theme(name: str) -> ParsedPart:
    colors = "".join(
        f'<a:{slot}><a:srgbClr val="{color}"/></a:{slot}>'
        for slot, color in OFFICE_THEME.colors.items()
    )
    fonts = "".join(
        f'<a:{role}Font><a:latin typeface="{font}"/><a:ea typeface=""/><a:cs typeface=""/>'
        f"</a:{role}Font>"
        for role, font in (("major", "Calibri Light"), ("minor", "Calibri"))
    )
    lines = "".join(f'<a:ln w="{width}">{_FILL}</a:ln>' for width in (6350, 12700, 19050))
    data = (
        f'{DECLARATION}<a:theme xmlns:a="{DRAWING}" name="Office"><a:themeElements>'
        f'<a:clrScheme name="Office">{colors}</a:clrScheme><a:fontScheme name="Office">{fonts}'
        f'</a:fontScheme><a:fmtScheme name="Office"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{lines}</a:lnStyleLst><a:effectStyleLst>"
        f"{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements>"
        "</a:theme>"
    ).encode()
    return ParsedPart(name, KIND_OF_RELATIONSHIP["theme"].content_type, data, parse_xml(data), ())


def _layout(name: str, master: Element, master_name: str) -> ParsedPart:
    """Return a layout whose placeholders inherit everything from the master."""
    shapes = "".join(_placeholders(master))
    data = (
        f'{DECLARATION}<p:sldLayout {NAMESPACES} type="obj" preserve="1"><p:cSld'
        f' name="Title and Content">{TREE_START}{shapes}</p:spTree></p:cSld><p:clrMapOvr>'
        "<a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    ).encode()
    bare = ParsedPart(
        name, KIND_OF_RELATIONSHIP["slideLayout"].content_type, data, parse_xml(data), ()
    )
    return leading_to(bare, "slideMaster", master_name)


def _placeholders(master: Element) -> Iterator[str]:
    """Yield the placeholders of a layout for those of its master, each kind once."""
    seen: set[str] = set()
    for number, shape in enumerate(master.iter(q("p:sp")), 2):
        element = shape.find(f"{q('p:nvSpPr')}/{q('p:nvPr')}/{q('p:ph')}")
        named = shape.find(f"{q('p:nvSpPr')}/{q('p:cNvPr')}")
        if element is None or named is None:
            continue
        kind = element.get("type", "obj")
        kind = "obj" if kind == "body" else kind
        if kind in seen or kind not in {"title", "obj", *_CLOSING}:
            continue
        seen.add(kind)
        yield _placeholder(number, named.get("name", ""), kind)


def _placeholder(number: int, name: str, kind: str) -> str:
    attributes = {
        "title": ' type="title"',
        "obj": ' idx="1"',
        "dt": ' type="dt" sz="half" idx="10"',
        "ftr": ' type="ftr" sz="quarter" idx="11"',
        "sldNum": ' type="sldNum" sz="quarter" idx="12"',
    }[kind]
    text = "<a:p/>"
    if kind == "sldNum":
        text = (
            '<a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
            "<a:t>‹#›</a:t></a:fld></a:p>"
        )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{escape(name)}"/><p:cNvSpPr>'
        f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph{attributes}/></p:nvPr></p:nvSpPr>'
        f"<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>{text}</p:txBody></p:sp>"
    )


def notes_parts(opened: OpenedTemplate) -> tuple[Part, ...]:
    """Return a notes master for a template that has none, with a copy of the first theme."""
    names = {part.name for part in opened.parts}
    number = next(at for at in range(1, len(names) + 2) if f"/ppt/theme/theme{at}.xml" not in names)
    return (
        Part(
            NEW_NOTES_MASTER,
            KIND_OF_RELATIONSHIP["notesMaster"].content_type,
            notes_master_xml(opened.width, opened.height).encode(),
            (Relationship("rId1", f"{RELATIONSHIPS}/theme", f"../theme/theme{number}.xml"),),
        ),
        _first_theme(opened)._replace(name=f"/ppt/theme/theme{number}.xml"),
    )


def _first_theme(opened: OpenedTemplate) -> Part:
    """Return the theme of the first master. Opening gave every master a theme."""
    master = opened.package.parts[opened.master_part_names[0]]
    name = master.target_of("theme")
    return next(part for part in opened.parts if part.name == name)
