"""Sample slides, and the decoration that stands on them alone (docs/decisions/templates.md)."""

import copy
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count
from typing import NamedTuple

from deckgen.deck.box import Box
from deckgen.ooxml_rules.attributes import parse_flag, parse_integer
from deckgen.ooxml_rules.content_types import TYPES_OF_EXTENSION
from deckgen.opc.parsed_package import (
    ParsedPackage,
    ParsedPart,
    ParsedRelationship,
    relationship_uses,
)
from deckgen.opc.reachable_parts import read_reachable
from deckgen.opc.xml_parser import Element, local_name, q
from deckgen.opc.zip_reader import ZipEntries
from deckgen.support.diagnostics import Diagnostics
from deckgen.template.package.content_repairs import with_valid_content
from deckgen.template.package.kept_parts import part_labels, tree_of, with_edited_tree, with_parts
from deckgen.template.package.layout_lists import layout_part_names, master_part_names
from deckgen.template.package.presentation_part import page_box
from deckgen.template.package.references import remove_element, remove_references
from deckgen.template.package.stretched_layouts import box_of, draws

_MOST_BYTES = 3 << 20
"""Of a picture that is taken over."""
_USUAL, _FEW = 0.6, 2
"""The least share of slides on which decoration stands; so many pages are too few for a master."""
_WITHIN, _GROUND = 0.8, 0.95
"""The least share of decoration that lies on the page; the least share of the page for a ground."""
_LONG = 0.25
"""The least share of the page that a shape is long; a shorter one is a mark beside some words."""
_CORE, _IN_CORE = (0.08, 0.2, 0.84, 0.68), 0.25
"""Where contents stand, in shares of the page, and the share of decoration that may stand there."""
_MEDIA = re.compile(r"/ppt/media/[A-Za-z0-9_.\-]+")
"""Names of pictures that any reader accepts, and that no other part has."""
_ID = "sample-"
"""The beginning of relationship ids that are taken over."""
_FRAMES = {"sp": "p:spPr", "pic": "p:spPr", "grpSp": "p:grpSpPr"}
"""Lines are left out: they belong to words, which samples have elsewhere than their layout."""


class _Drawn(NamedTuple):
    """A background, or a shape without words."""

    element: Element
    pictures: Sequence[ParsedRelationship]
    look: tuple[str, ...]
    """The same for what looks the same and stands in the same place."""


def sample_slides(entries: ZipEntries, file: str) -> list[ParsedPart]:
    """Return the sample slides of a template that can be read, in the order of their numbers."""
    reached = read_reachable(
        entries, file, lambda link, _: link.type in {"officeDocument", "slide"}
    )
    return sorted(reached.package.of_root("p:sld"), key=lambda part: (len(part.name), part.name))


def with_sample_design(
    package: ParsedPackage,
    samples: Sequence[ParsedPart],
    entries: ZipEntries,
    diagnostics: Diagnostics,
) -> ParsedPackage:
    """Return the package; its layouts draw what is decoration on the sample slides.

    Decoration looks the same, and stands in the same place, on most slides of a layout. What most
    pages of a master have, layouts with fewer than two slides get, too.
    """
    by_layout: dict[str, list[Sequence[_Drawn]]] = {}
    for sample in samples:
        shapes = tuple(_drawn(sample, package, entries))
        by_layout.setdefault(sample.target_of("slideLayout") or "", []).append(shapes)
    changed = []
    for master in master_part_names(package):
        names = layout_part_names(package, master)
        pages = [slide for name in names for slide in by_layout.get(name, ())]
        usual = _usual(pages) if len(pages) > _FEW else ()
        for name in names:
            layout, own = package.parts[name], by_layout.get(name, [])
            known = {each.look for slide in own for each in slide}
            told = _usual(own) if len(own) > 1 else usual
            drawn = [each for each in told if each.look in known or not own]
            if drawn and (own or not draws(layout)):
                changed.append(_with_drawn(layout, drawn))
                new = {link.target for each in drawn for link in each.pictures}
                media = (
                    ParsedPart(name, _type(name), entries.unpacked_or_empty(name), None, ())
                    for name in new - package.parts.keys()
                )
                package = with_parts(package, (*media, changed[-1]))
    if changed:
        diagnostics.note(
            "sample-design",
            f"{package.file} has a part of its design on its sample slides alone; in the deck, it "
            f"is drawn by {part_labels(changed)}",
            None,
            "Save the file without its slides, and its layouts stay as they are.",
        )
    return with_valid_content(package, changed, diagnostics)


def _usual(slides: Sequence[Sequence[_Drawn]]) -> Sequence[_Drawn]:
    """Return what most slides, and two at least, draw, in the order of that with the most."""
    numbers = Counter(look for slide in slides for look in {each.look for each in slide})
    usual = {look for look, number in numbers.items() if number >= max(2, _USUAL * len(slides))}
    found = ([each for each in slide if each.look in usual] for slide in slides)
    return max(found, key=len, default=[])


def _drawn(sample: ParsedPart, package: ParsedPackage, entries: ZipEntries) -> Iterator[_Drawn]:
    """Yield the background of a slide, and its shapes that stand where decoration does.

    Those that lead to anything but pictures of moderate size are left out. A slide with a map of
    colours of its own has another design than its layout; one with shapes that show the background,
    as PowerPoint's Designer makes them, is composed for its pictures.
    """
    from lxml import etree

    root, page = tree_of(sample), page_box(package)
    is_masked = any(parse_flag(shape.get("useBgFill")) for shape in root.iter(q("p:sp")))
    if is_masked or next(root.iter(q("a:overrideClrMapping")), None) is not None:
        return
    shapes = root.iterfind(f"{q('p:cSld')}/{q('p:spTree')}/*")
    found = [shape for shape in shapes if _is_decoration(shape, page)]
    for original in (*root.iterfind(f"{q('p:cSld')}/{q('p:bg')}"), *found):
        element = copy.deepcopy(original)
        links = {id_: sample.related(id_) for _, _, id_ in relationship_uses(element)}
        pictures = {
            id_: link
            for id_, link in links.items()
            if link and link.type == "image" and _is_small_picture(link.target, entries)
        }
        remove_references(element, links.keys() - pictures.keys())
        uses = list(relationship_uses(element))
        if all(id_ in pictures for _, _, id_ in uses):
            look = element.find(q(_FRAMES.get(local_name(element), "p:bgPr")))
            xml = etree.tostring(element if look is None else look, encoding="unicode")
            for user, name, id_ in uses:
                user.set(name, _ID + id_)
            kept = [replace(link, id=_ID + id_) for id_, link in pictures.items()]
            yield _Drawn(element, kept, (*(link.target for link in kept), xml))


def _is_decoration(shape: Element, page: Box) -> bool:
    """Return whether a shape has no words, and is the ground of a page or beside its contents."""
    frame = shape.find(f"{q(_FRAMES.get(local_name(shape), 'p:extLst'))}/{q('a:xfrm')}")
    box = None if frame is None else box_of(frame)
    if frame is None or box is None:
        return False
    if any(
        each.tag == q("p:ph") or (each.text or "").strip()
        for each in shape.iter(q("p:ph"), q("a:t"))
    ):
        return False
    if round((parse_integer(frame.get("rot")) or 0) / 5_400_000) % 2:
        box = box.turned()
    is_short = max(box.cx / page.cx, box.cy / page.cy) < _LONG
    if not box.area or (is_short and local_name(shape) == "sp"):
        return False
    sides = zip(_CORE, (page.cx, page.cy, page.cx, page.cy), strict=True)
    core = Box(*(round(share * side) for share, side in sides))
    is_beside = box.share_on(core) <= _IN_CORE or page.share_on(box) >= _GROUND
    return is_beside and box.share_on(page) >= _WITHIN


def _with_drawn(layout: ParsedPart, drawn: Sequence[_Drawn]) -> ParsedPart:
    """Return a layout that draws more, above what it draws itself."""
    root = copy.deepcopy(tree_of(layout))
    tree = root.find(f"{q('p:cSld')}/{q('p:spTree')}")
    if tree is None:
        return layout
    numbers = (parse_integer(each.get("id")) or 0 for each in tree.iter(q("p:cNvPr")))
    ids = count(1 + max(numbers, default=0))
    fixed = [each for each in tree if next(each.iter(q("p:ph")), None) is None]
    last = [each for each in fixed if local_name(each) != "extLst"][-1]
    for each in map(copy.deepcopy, (shape.element for shape in drawn)):
        for named in each.iter(q("p:cNvPr")):
            named.set("id", str(next(ids)))
        if each.tag == q("p:bg"):
            for own in root.findall(f"{q('p:cSld')}/{q('p:bg')}"):
                remove_element(own)
            tree.addprevious(each)
        else:
            last.addnext(each)
            last = each
    links = {link.id: link for shape in drawn for link in shape.pictures}
    return with_edited_tree(replace(layout, root=root), (*layout.relationships, *links.values()))


def _is_small_picture(name: str, entries: ZipEntries) -> bool:
    size = entries.infos[name].file_size if name in entries.infos else _MOST_BYTES + 1
    return size <= _MOST_BYTES and bool(_MEDIA.fullmatch(name)) and _type(name).startswith("image/")


def _type(name: str) -> str:
    return TYPES_OF_EXTENSION.get(name.rpartition(".")[2].lower(), ("",))[0]
