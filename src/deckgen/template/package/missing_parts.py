"""Themes and layouts that PowerPoint needs and a template lacks."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count

from deckgen.brand.generate.layout_xml import TREE_START, notes_master_xml
from deckgen.deck.box import Box
from deckgen.ooxml_rules.attributes import parse_emu
from deckgen.ooxml_rules.part_kinds import KIND_OF_RELATIONSHIP
from deckgen.opc.package_writer import Part, Relationship
from deckgen.opc.parsed_package import ParsedPackage, ParsedPart, ParsedRelationship
from deckgen.opc.xml_parser import parse_xml, q
from deckgen.support.diagnostics import Diagnostics
from deckgen.support.xml_text import DECLARATION, DRAWING, NAMESPACES, RELATIONSHIPS
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
from deckgen.template.package.presentation_part import page_box, presentation_part
from deckgen.template.package.stretched_layouts import box_of
from deckgen.template.template import OFFICE_THEME, OpenedTemplate

_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_TEXTS = frozenset({"obj", "body", "subTitle"})
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
            new, said = _plain_theme(next(names)), "has no theme; it gets the colours of Office"
        else:
            new = replace(package.parts[relationship.target], name=next(names))
            said = "shares its theme; it gets a copy of its own"
        diagnostics.note("theme-mended", f"{package.file}: {part_label(master)} {said}", None)
        changed += (new, leading_to(master, "theme", new.name))
    return with_parts(package, changed)


def with_missing_layouts(package: ParsedPackage, diagnostics: Diagnostics) -> ParsedPackage:
    """Return the package with a layout for every master that has none.

    The layout has a title, a text, and the footers of its master.
    """
    names = _new_names(package, "/ppt/slideLayouts/slideLayout")
    changed: list[ParsedPart] = []
    for name in master_part_names(package):
        if layout_part_names(package, name):
            continue
        master = package.parts[name]
        known = _kinds(master)
        kinds = ("title", "obj", *(kind for kind in _CLOSING if kind in known))
        new = _with_places(_empty_layout(next(names), name), kinds, known, page_box(package))
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


def with_places_for_text(package: ParsedPackage, diagnostics: Diagnostics) -> ParsedPackage:
    """Return the package; if no layout has a place for text below a headline, each gets one.

    Title and text stand where the master has them, otherwise as on a usual page. People delete the
    placeholders and draw text boxes instead; Keynote and Google Slides leave such layouts, too.
    Layouts that draw something across the place for text stay as they are, unless all do.
    """
    masters = [package.parts[name] for name in master_part_names(package)]
    layouts = [
        (package.parts[name], master)
        for master in masters
        for name in layout_part_names(package, master.name)
    ]
    if any(_kinds(layout) & _TEXTS for layout, _ in layouts):
        return package
    page = page_box(package)
    free = [pair for pair in layouts if not _draws_across(pair[0], _place("obj", page))]
    changed = []
    for layout, master in free or layouts:
        kinds = ("obj",) if _kinds(layout) & {"title", "ctrTitle"} else ("title", "obj")
        changed.append(_with_places(layout, kinds, _kinds(master), page))
    diagnostics.note(
        "layout-composed",
        f"{package.file}: no layout has a place for text; they get a title and a text",
        None,
        "In PowerPoint, add placeholders in View > Slide Master where text is to stand.",
    )
    return with_parts(package, changed)


def _kinds(part: ParsedPart) -> set[str]:
    return {each.get("type", "obj") for each in tree_of(part).iter(q("p:ph"))}


def _place(kind: str, page: Box) -> Box:
    top, high = (0.06, 0.16) if kind == "title" else (0.25, 0.6)
    left, width = round(0.07 * page.cx), round(0.86 * page.cx)
    return Box(left, round(top * page.cy), width, round(high * page.cy))


def _draws_across(layout: ParsedPart, text: Box) -> bool:
    """Return whether a layout draws something, a group as a whole, across the place for a text."""
    frames = tree_of(layout).iterfind(f"*/{q('p:spTree')}/*/*/{q('a:xfrm')}")
    boxes = filter(None, map(box_of, frames))
    return any(box.overlaps(text) and not box.contains(text) for box in boxes)


def _with_places(
    layout: ParsedPart, kinds: Sequence[str], known: set[str], page: Box
) -> ParsedPart:
    """Return a layout with further placeholders; the master has placeholders of `known` kinds."""
    from lxml import etree

    for tree in tree_of(layout).iter(q("p:spTree")):
        ids = (parse_emu(each.get("id")) or 0 for each in tree.iter(q("p:cNvPr")))
        for number, kind in enumerate(kinds, max(ids, default=1) + 1):
            frame = ""
            if not known & (_TEXTS if kind == "obj" else {kind}):
                x, y, cx, cy = _place(kind, page)
                frame = f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'
            shape = _placeholder(number, kind.capitalize(), kind, frame)
            tree.append(etree.fromstring(shape.replace("<p:sp>", f"<p:sp {NAMESPACES}>", 1)))
    return with_edited_tree(layout)


def _new_names(package: ParsedPackage, stem: str) -> Iterator[str]:
    """Return names that no part has yet, such as “/ppt/theme/theme3.xml” for “/ppt/theme/theme”."""
    taken = {name.lower() for name in package.parts}
    names = (f"{stem}{number}.xml" for number in count(1))
    return (name for name in names if name.lower() not in taken)


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


def _empty_layout(name: str, master_name: str) -> ParsedPart:
    data = (
        f'{DECLARATION}<p:sldLayout {NAMESPACES} type="obj" preserve="1"><p:cSld'
        f' name="Title and Content">{TREE_START}</p:spTree></p:cSld><p:clrMapOvr>'
        "<a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    ).encode()
    bare = ParsedPart(
        name, KIND_OF_RELATIONSHIP["slideLayout"].content_type, data, parse_xml(data), ()
    )
    return leading_to(bare, "slideMaster", master_name)


def _placeholder(number: int, name: str, kind: str, frame: str) -> str:
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
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr>'
        f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph{attributes}/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{frame}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/>{text}</p:txBody></p:sp>"
    )


def notes_parts(opened: OpenedTemplate) -> tuple[Part, ...]:
    """Return a notes master for a template that has none, with a copy of the first theme."""
    names = {part.name for part in opened.parts}
    number = next(at for at in count(1) if f"/ppt/theme/theme{at}.xml" not in names)
    # Opening gave every master a theme.
    name = opened.package.parts[opened.master_part_names[0]].target_of("theme")
    first = next(part for part in opened.parts if part.name == name)
    return (
        Part(
            NEW_NOTES_MASTER,
            KIND_OF_RELATIONSHIP["notesMaster"].content_type,
            notes_master_xml(opened.width, opened.height).encode(),
            (Relationship("rId1", f"{RELATIONSHIPS}/theme", f"../theme/theme{number}.xml"),),
        ),
        first._replace(name=f"/ppt/theme/theme{number}.xml"),
    )
