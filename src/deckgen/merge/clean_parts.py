"""The parts that slides of a deck need, without content that must not or cannot be merged."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from deckgen.audit.validity.kept_faults import warn_of_faults_kept, warn_of_lost_placeholders
from deckgen.brand.brand import Brand
from deckgen.deck.included_slide import IncludedMaster, IncludedSlide
from deckgen.deck.slide import Slide
from deckgen.merge.default_text import count_free_texts, default_levels, with_default_levels
from deckgen.merge.dependencies import LEFT_BEHIND, dependencies, with_only_layouts
from deckgen.merge.open_deck import OpenedDeck
from deckgen.merge.refused_content import (
    has_custom_shows,
    lost_links,
    refused_content,
    with_pictures_for_zooms,
    without_broken_links,
)
from deckgen.merge.scale_slide import scaled_part
from deckgen.opc.package_writer import Part
from deckgen.opc.parsed_package import ParsedPackage, ParsedPart, part_to_write
from deckgen.opc.reachable_parts import MAIN_PART
from deckgen.opc.xml_parser import is_same_xml, parse_xml, q
from deckgen.support.diagnostics import Diagnostics
from deckgen.template.package.content_repairs import repair_content
from deckgen.template.package.kept_parts import part_label, with_edited_tree

_FOLDER = "/ppt/included"
_MOST_TEXTS = 20_000
"""Each may get the nine default levels of the presentation, a hundred times its size."""


class RequestedSlide(NamedTuple):
    """One slide of another deck, at one place of this deck."""

    slide: Slide
    included: IncludedSlide
    number: int
    """The number of the slide in this deck, from 1."""
    name: str
    """The name of its part in the other deck; empty if there is no such part."""


class CleanParts(NamedTuple):
    """The parts that slides need, by their names in their own deck."""

    parts: Mapping[str, ParsedPart]
    names: Mapping[str, str]
    """The new names of parts that slides share: layouts, masters, themes, pictures."""
    own: Mapping[str, tuple[str, ...]]
    """The names of the parts of one slide alone, by the slide's name."""
    kept: frozenset[str]
    """The shared parts that the brand has already."""
    masters: tuple[IncludedMaster, ...]
    table_styles: Mapping[str, str]
    """The deck's own styles of tables, by GUID."""


def clean_parts(
    opened: OpenedDeck,
    group: list[RequestedSlide],
    brand: Brand,
    factor: float,
    ids: Iterator[int],
    diagnostics: Diagnostics,
) -> CleanParts | None:
    """Return the parts that the slides of a group need; None, with errors, if one is refused.

    `factor` is the scale of the slides here, `ids` are free ids for masters and layouts.
    """
    if not _all_have_layouts(opened.package, group, diagnostics):
        return None
    first = group[0].included
    owners = {requested.name: requested.included for requested in reversed(group)}
    fresh = {name: with_pictures_for_zooms(_fresh(opened.package.parts[name])) for name in owners}
    package = replace(opened.package, parts={**opened.package.parts, **fresh})
    needed = dependencies(package, owners)
    parts = {name: fresh.get(name) or _fresh(package.parts[name]) for name in needed.all(owners)}
    slide_of = {name: owners[slide] for slide, own in needed.own.items() for name in own} | owners
    before = len(diagnostics)
    for part in parts.values():
        _refuse(part, slide_of.get(part.name), first, diagnostics)
    if len(diagnostics) > before:
        return None
    kept = parts_in_brand(opened.package, needed.shared, brand)
    levels = default_levels(package, brand if factor == 1 else None)
    if levels and _has_too_much_text(parts.values(), first, diagnostics):
        return None
    for name, part in parts.items():
        if name not in kept:
            cleaned = _without_lost(part, owners, slide_of.get(name), diagnostics)
            cleaned = _mended(cleaned, slide_of.get(name), package.file, diagnostics)
            cleaned = with_default_levels(cleaned, levels)
            parts[name] = cleaned if factor == 1 else scaled_part(cleaned, factor)
    taken = {name: part for name, part in parts.items() if name not in kept}
    warn_of_faults_kept(replace(package, parts=taken), first.span, diagnostics)
    warn_of_lost_placeholders(replace(package, parts=parts), first.span, diagnostics)
    folder = f"{_FOLDER}/{opened.listed.key}"
    while any(part.name.startswith(f"{folder}/") for part in brand.parts):
        folder += "-2"  # the brand may have had this deck merged before
    names = {
        name: name if name in kept else f"{folder}{name.removeprefix('/ppt')}"
        for name in needed.shared
    }
    masters = tuple(_masters(parts, names, kept, ids))
    return CleanParts(parts, names, needed.own, kept, masters, _table_styles(package))


def _masters(
    parts: dict[str, ParsedPart], names: Mapping[str, str], kept: frozenset[str], ids: Iterator[int]
) -> Iterator[IncludedMaster]:
    """Yield the masters that are merged; in `parts`, each keeps only the layouts that are, too."""
    for name in names:
        root = parts[name].root
        if root is not None and root.tag == q("p:sldMaster") and name not in kept:
            yield IncludedMaster(names[name], next(ids))
            layouts = {layout for layout in names if _master_of(parts[layout]) == name}
            parts[name] = with_only_layouts(parts[name], layouts, ids)


def _table_styles(package: ParsedPackage) -> dict[str, str]:
    """Return the `a:tblStyle` elements of a deck by GUID (ECMA-376 Part 1, 20.1.4.2.26)."""
    from lxml import etree

    root = package.related_root(package.parts[MAIN_PART], "tableStyles")
    styles = () if root is None else root.iter(q("a:tblStyle"))
    return {
        style.get("styleId", ""): etree.tostring(style, encoding="unicode", with_tail=False)
        for style in styles
    }


def _master_of(part: ParsedPart) -> str | None:
    """Return the master of a layout; None for another part."""
    is_layout = part.root is not None and part.root.tag == q("p:sldLayout")
    return part.target_of("slideMaster") if is_layout else None


def _has_layout(package: ParsedPackage, name: str) -> bool:
    """Return whether a slide has a layout, and the layout a master."""
    part = package.parts.get(name)
    for kind, tag in (("slideLayout", "p:sldLayout"), ("slideMaster", "p:sldMaster")):
        part = package.related_part(part, kind)
        if part is None or part.root is None or part.root.tag != q(tag):
            return False
    return True


def _all_have_layouts(
    package: ParsedPackage, group: Iterable[RequestedSlide], diagnostics: Diagnostics
) -> bool:
    """Return whether all slides can be read and have layouts; report those that do not."""
    broken = [requested for requested in group if not _has_layout(package, requested.name)]
    for requested in broken:
        included = requested.included
        what = "is missing, or cannot be read"
        if requested.name:
            what = "has no layout, or none on a master"
        diagnostics.error(
            "broken-slide",
            f"Slide {included.number} of {included.file} {what}.",
            included.span,
            "Open the deck in PowerPoint, let it repair the deck, and save it; or leave the slide "
            "out.",
        )
    return not broken


def _has_too_much_text(
    parts: Iterable[ParsedPart], included: IncludedSlide, diagnostics: Diagnostics
) -> bool:
    """Return whether there are too many texts for the default levels; add the error if so."""
    count = sum(map(count_free_texts, parts))
    if count <= _MOST_TEXTS:
        return False
    diagnostics.error(
        "too-large",
        f"The slides that are taken of {included.file} have {count:,} text boxes and cells;"
        f" at most {_MOST_TEXTS:,} come along.",
        included.span,
        "Take fewer slides of it, or leave out the one that has so many.",
    )
    return True


def _fresh(part: ParsedPart) -> ParsedPart:
    """Return a part with a new tree: that of the opened deck serves other talks, too."""
    return part if part.root is None else replace(part, root=parse_xml(part.data))


def _refuse(
    part: ParsedPart, owner: IncludedSlide | None, any_: IncludedSlide, diagnostics: Diagnostics
) -> None:
    """Report the refused content of a part: at its slide, or for shared parts by their name."""
    where = f"In {any_.file}, {part_label(part)}"
    if owner is not None:
        where = f"Slide {owner.number} of {owner.file}"
    for what, way_out in dict.fromkeys(refused_content(part)):
        diagnostics.error(
            "refused-content",
            f"{where} has {what}; that is not taken over.",
            (owner or any_).span,
            way_out,
        )


def _mended(
    part: ParsedPart, owner: IncludedSlide | None, file: str, diagnostics: Diagnostics
) -> ParsedPart:
    """Return a part without the faults that can be repaired, with a note for each."""
    done = repair_content(part)
    where = f"Slide {owner.number} of {owner.file}" if owner else f"{file}, {part_label(part)}"
    for words in done:
        diagnostics.note("content-mended", f"{where}: {words}", owner.span if owner else None)
    return with_edited_tree(part) if done else part


def _without_lost(
    part: ParsedPart,
    slides: Mapping[str, IncludedSlide],
    owner: IncludedSlide | None,
    diagnostics: Diagnostics,
) -> ParsedPart:
    """Return a part without comments, notes and links to what is not merged; warn of such links."""
    is_slide = part.name in slides
    lost = list(lost_links(part, slides if is_slide else ()))
    targets = dict.fromkeys(words for _, words in lost)
    if has_custom_shows(part):
        targets["a selection of slides, which does not come along"] = None
    for words in targets:
        if owner is None:
            break  # the link of a layout is not worth a warning
        diagnostics.warning(
            "link-removed",
            f"On slide {owner.number} of {owner.file} something leads to {words}; "
            "it is shown without the link.",
            owner.span,
            "Include that slide, too; or change the link in PowerPoint.",
        )
    lost_ids = {relationship.id for relationship, _ in lost}
    lost_ids |= {each.id for each in part.relationships if each.type in LEFT_BEHIND - {"slide"}}
    return without_broken_links(part, lost_ids)


def parts_in_brand(package: ParsedPackage, shared: Iterable[str], brand: Brand) -> frozenset[str]:
    """Return the names of the shared parts that the brand has, too, with the same XML or bytes.

    A master is a part of the brand only together with its theme and all of its layouts.
    """
    there = {part.name: part for part in brand.parts}
    masters = [
        part for part in package.of_root("p:sldMaster") if part.name in brand.master_part_names
    ]
    names_of_parts: set[str] = set()
    for master in masters:
        names = {master.name, *package.reached(master.relationships)}
        if all(_is_same(package, name, there) for name in names):
            names_of_parts |= names
    return frozenset(names_of_parts.intersection(shared))


def _is_same(package: ParsedPackage, name: str, there: dict[str, Part]) -> bool:
    part = there.get(name)
    if part is None:
        return False
    mine, root = part_to_write(package.parts[name]), package.parts[name].root
    if mine.content_type != part.content_type:
        return False
    if sorted(mine.relationships) != sorted(part.relationships):
        return False
    return mine.data == part.data or (root is not None and is_same_xml(root, parse_xml(part.data)))
