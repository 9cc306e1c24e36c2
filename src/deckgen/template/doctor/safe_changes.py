"""Changes of a template that are safe: nobody who uses it loses anything, no slide looks different.

Findings say that they can be mended, and `mend_template` mends, by these same functions.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from deckgen.deck.box import Box
from deckgen.language.descriptive_words import is_file_name
from deckgen.ooxml_rules.shape_queries import name_of, shape_properties
from deckgen.opc.xml_parser import Element, q
from deckgen.support.grouped_values import grouped
from deckgen.template.match.choosing.layout_match import LayoutMatch, TemplateRole
from deckgen.template.match.choosing.layout_score import believed_type
from deckgen.template.resolve.read_shapes import TemplateShape, read_shapes
from deckgen.template.template import Master, Template, TemplateLayout

PLACEHOLDERS_AT_FOOT = {"dt": "the date", "ftr": "the footer", "sldNum": "the slide number"}
"""Their types, and what they are for."""
CONTENT_ROLES: tuple[TemplateRole, ...] = (
    *("bullets", "text", "questions", "question", "two-contents", "three-contents"),
)
"""The roles of slides on which footers are expected."""
_OPENING_ROLES = frozenset({"cover", "section", "closing", "quote", "bleed"})
_TYPES: Mapping[tuple[str, ...], tuple[str, bool]] = {
    ("cover", "ctrTitle", "subTitle"): ("title", False),
    ("cover", "subTitle", "title"): ("title", True),
    ("section", "body", "title"): ("secHead", True),
    ("bullets", "obj", "title"): ("obj", False),
    ("bullets", "body", "title"): ("tx", False),
    ("two-contents", "obj", "obj", "title"): ("twoObj", False),
    ("two-contents", "body", "body", "title"): ("twoColTx", False),
    ("title-only", "title"): ("titleOnly", False),
    ("blank",): ("blank", True),
}
"""The type that a role and the placeholders of a layout, sorted, make sure (19.7.15); and whether
the name of the layout must say so as well."""
_LOGO = re.compile(
    r"logo|wappen|signet|emblem|blason|escudo|stemma|logga|vapen|герб|логотип", re.IGNORECASE
)


def new_layout_names(template: Template) -> Mapping[str, str]:
    """Return new names, by part name, for layouts whose name an earlier one has.

    The second “Title” becomes “Title (2)”. Names count in all masters together.
    """
    layouts = [each.layout for each in template.layouts]
    taken = {layout.name for layout in layouts}
    seen, renamed = set[str](), dict[str, str]()
    for layout in layouts:
        if layout.name not in seen:
            seen.add(layout.name)
            continue
        number = 2
        while f"{layout.name} ({number})" in taken:
            number += 1
        renamed[layout.part_name] = f"{layout.name} ({number})"
        taken.add(renamed[layout.part_name])
    return renamed


def sure_layout_types(template: Template, matches: Sequence[LayoutMatch]) -> Mapping[str, str]:
    """Return the types, by part name, of layouts that state none and whose use is sure.

    Types: ECMA-376 Part 1, 19.7.15 ST_SlideLayoutType. Each master has a type once at most.
    """
    owners = template.owners
    believed = {
        each.part_name: believed_type(each, owners[each.part_name]) for each in template.layouts
    }
    stated = {(owners[part].part_name, type_) for part, type_ in believed.items()}
    types: dict[str, str] = {}
    for match in matches:
        part = match.layout.part_name
        type_ = _sure_type(match)
        if type_ is None or part in types or believed[part] != "cust":
            continue
        key = owners[part].part_name, type_
        if key not in stated and match.layout.type != type_:
            stated.add(key)
            types[part] = type_
    return types


def _sure_type(match: LayoutMatch) -> str | None:
    """Return the type that the placeholders and the role of a layout agree on, else None."""
    kinds = sorted(
        each.type
        for each in match.layout.layout.placeholders
        if each.type not in PLACEHOLDERS_AT_FOOT
    )
    type_, needs_name = _TYPES.get((match.role, *kinds), (None, False))
    if match.is_substitute or (needs_name and match.reason != "it is called so"):
        return None
    return type_


class FooterGap(NamedTuple):
    """A placeholder at the foot that a layout for contents lacks."""

    layout: TemplateLayout
    type: str
    """“dt”, “ftr” or “sldNum”."""
    in_master: bool
    is_safe: bool
    """Whether it can be added: other layouts of the master have it, and its place is free."""


def footer_gaps(template: Template, matches: Sequence[LayoutMatch]) -> tuple[FooterGap, ...]:
    """Return the placeholders at the foot that layouts for contents lack."""
    served = grouped((match.layout.part_name, match.role) for match in matches)
    own = {
        match.layout.part_name
        for match in matches
        if match.role in _OPENING_ROLES and not match.is_substitute
    }
    return tuple(
        gap
        for master in template.masters
        for layout in master.layouts
        if {*served.get(layout.part_name, ())} & {*CONTENT_ROLES} and layout.part_name not in own
        for gap in _gaps(layout, master, template)
    )


def _gaps(layout: TemplateLayout, master: Master, template: Template) -> Iterator[FooterGap]:
    footers = master_footers(template.opened.package.parts[master.part_name].root)
    present = {each.type for each in layout.layout.placeholders}
    for type_ in PLACEHOLDERS_AT_FOOT:
        if type_ in present:
            continue
        box = footers[type_].box if type_ in footers else None
        has_model = any(
            placeholder.type == type_
            for other in master.layouts
            for placeholder in other.layout.placeholders
        )
        is_safe = box is not None and has_model and _is_free(box, layout)
        yield FooterGap(layout, type_, box is not None, is_safe)


def master_footers(root: Element | None) -> Mapping[str, TemplateShape]:
    """Return a master's placeholders at the foot that have a box, by type."""
    return {
        shape.placeholder.get("type", ""): shape
        for shape in read_shapes(root)
        if shape.box is not None
        and shape.placeholder is not None
        and shape.placeholder.get("type") in PLACEHOLDERS_AT_FOOT
    }


def _is_free(box: Box, layout: TemplateLayout) -> bool:
    drawn = (shape.box for shape in layout.drawn if shape.kind in {"picture", "text"})
    boxes = (each.box for each in layout.layout.placeholders)
    return not any(box.shared_area(other) for other in (*drawn, *boxes))


def unused_masters(template: Template, matches: Sequence[LayoutMatch]) -> tuple[Master, ...]:
    """Return the masters of which no layout serves a slide."""
    used = {match.layout.part_name for match in matches}
    return tuple(
        master
        for master in template.masters
        if not any(layout.part_name in used for layout in master.layouts)
    )


class UndescribedPicture(NamedTuple):
    """A picture of a layout or master without alternative text."""

    properties: Element
    """Its `p:cNvPr`."""
    name: str
    is_logo: bool
    """Whether its name says that it is a logo or a coat of arms."""


def undescribed_pictures(root: Element | None) -> tuple[UndescribedPicture, ...]:
    """Return the pictures that are neither described nor marked as decorative.

    The name of a picture file is no description.
    """
    pictures = []
    for picture in () if root is None else root.iter(q("p:pic")):
        properties = shape_properties(picture)
        if properties is None or next(properties.iter(q("adec:decorative")), None) is not None:
            continue
        description = properties.get("descr", "").strip()
        if description and not is_file_name(description):
            continue
        name = name_of(picture)
        pictures.append(
            UndescribedPicture(properties, name, bool(_LOGO.search(f"{name} {description}")))
        )
    return tuple(pictures)


def text_languages(template: Template) -> Counter[str]:
    """Return how many runs of all masters and layouts are marked with each language.

    Runs without a language count as "".
    """
    return Counter(
        language_of(run)
        for part in layout_and_master_parts(template)
        for run in shown_runs(template.opened.package.parts[part].root)
    )


def shown_runs(root: Element | None) -> Iterator[Element]:
    """Yield the `a:r` and `a:fld` that have words."""
    for run in () if root is None else root.iter(q("a:r"), q("a:fld")):
        text = run.find(q("a:t"))
        if text is not None and any(map(str.isalpha, text.text or "")):
            yield run


def language_of(run: Element) -> str:
    """Return the language of an `a:r` or `a:fld` as BCP 47 has it; empty if it states none."""
    properties = run.find(q("a:rPr"))
    return "" if properties is None else properties.get("lang", "")


def layout_and_master_parts(template: Template) -> tuple[str, ...]:
    """Return the part names of all masters and layouts, each master before its layouts."""
    return tuple(
        part
        for master in template.masters
        for part in (master.part_name, *(layout.part_name for layout in master.layouts))
    )
