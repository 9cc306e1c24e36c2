"""The parts of slides from other decks, for the package of this deck.

docs/decisions/included-slides.md says what is merged, what is not, and why.
"""

import zlib
from collections.abc import Iterator, Mapping
from dataclasses import replace

from deckgen.brand.brand import Brand
from deckgen.deck.included_slide import IncludedSlide, SlideParts
from deckgen.deck.layout import EMU_PER_CM, EMU_PER_INCH
from deckgen.deck.slide import Deck
from deckgen.merge.clean_parts import CleanParts, RequestedSlide, clean_parts
from deckgen.merge.dependencies import free_ids
from deckgen.merge.open_deck import OpenDecks, OpenedDeck
from deckgen.opc import package_writer as written
from deckgen.opc.parsed_package import (
    ParsedPart,
    ParsedRelationship,
    part_to_write,
    relationship_to_write,
)
from deckgen.opc.xml_parser import Element, parse_xml, q
from deckgen.support.diagnostics import Diagnostics
from deckgen.template.package.kept_parts import with_edited_tree

_ALIKE = 0.005
"""A difference up to this share of a side is rounding of inches or centimetres."""
_SHAPES = {"4:3": 4 / 3, "16:9": 16 / 9}
"""Width divided by height, by the sizes of an outline."""
_SLIDE = "/ppt/slides/slide.xml"
"""Relationships are relative to this folder; the writer gives the number."""


def merge_slides(deck: Deck, brand: Brand, opened: OpenDecks, diagnostics: Diagnostics) -> Deck:
    """Return the deck with the parts of all slides from other decks.

    Content that cannot be merged is an error, a lost link a warning. Equal input gives equal bytes.
    """
    groups: dict[str, list[RequestedSlide]] = {}
    for number, slide in enumerate(deck.slides, 1):
        if slide.included and isinstance(there := opened[slide.included.deck], OpenedDeck):
            name = there.slides[slide.included.number - 1]
            requested = RequestedSlide(slide, slide.included, number, name)
            groups.setdefault(slide.included.deck, []).append(requested)
    ids = free_ids(brand)
    merged: dict[str, SlideParts] = {}
    for key, group in groups.items():
        there = opened[key]
        if isinstance(there, OpenedDeck):
            merged.update(_merged(there, group, brand, ids, diagnostics))
    return deck._replace(
        slides=tuple(
            slide._replace(included=slide.included._replace(parts=merged.get(slide.id)))
            if slide.included
            else slide
            for slide in deck.slides
        )
    )


def _merged(
    there: OpenedDeck,
    group: list[RequestedSlide],
    brand: Brand,
    ids: Iterator[int],
    diagnostics: Diagnostics,
) -> Iterator[tuple[str, SlideParts]]:
    """Yield the ids of the slides of one deck with their parts; none if a slide is refused."""
    factor = scale_factor(there, brand, group[0].included, diagnostics)
    clean = None if factor is None else clean_parts(there, group, brand, factor, ids, diagnostics)
    if clean is None:
        return
    shared = tuple(
        renamed_part(clean.parts[name], clean.names)
        for name in clean.names
        if name not in clean.kept
    )
    links = {each.name: each.slide.id for each in reversed(group)}
    for requested in group:
        parts = instantiate(requested, clean, links)
        yield requested.slide.id, parts._replace(parts=(*parts.parts, *shared))


def scale_factor(
    opened: OpenedDeck, brand: Brand, included: IncludedSlide, diagnostics: Diagnostics
) -> float | None:
    """Return the factor by which slides are scaled; None, with an error, for other proportions.

    The factor is 1 for slides of the same size, but for rounding. Other factors are a warning.
    """
    wide, high = brand.width / opened.width, brand.height / opened.height
    theirs, ours = _size(opened.width, opened.height), _size(brand.width, brand.height)
    if abs(wide - 1) <= _ALIKE and abs(high - 1) <= _ALIKE:
        return 1
    if abs(wide / high - 1) <= _ALIKE:
        diagnostics.warning(
            "scaled",
            f"The slides of {included.file} are {theirs}, those of this talk {ours}; what stands "
            f"on them is made {wide:.2f} times as large, text and lines as well.",
            included.span,
            f"Look them over; or {_in_powerpoint(included, brand)}.",
        )
        return wide
    diagnostics.error(
        "other-size",
        f"The slides of {included.file} are {theirs}, those of this talk {ours}: of another shape.",
        included.span,
        _way_out(included, opened, brand),
    )
    return None


def _way_out(included: IncludedSlide, opened: OpenedDeck, brand: Brand) -> str:
    """Return what an author may do; a talk without a template may have the size of the slides."""
    by_hand = f"let PowerPoint arrange them: {_in_powerpoint(included, brand)}."
    ratio = opened.width / opened.height
    name = next((name for name, shape in _SHAPES.items() if abs(ratio / shape - 1) <= _ALIKE), "")
    if brand.presentation is not None or not name:
        return by_hand[0].upper() + by_hand[1:]
    return (
        f"Type `size: {name}` at the top of the outline, if all slides may have that; or {by_hand}"
    )


def _in_powerpoint(included: IncludedSlide, brand: Brand) -> str:
    return (
        f"open a copy of {included.file}, choose Design › Slide Size › Custom Slide Size, type "
        f"{_inches(brand.width)} and {_inches(brand.height)} inches, and include that copy"
    )


def _size(width: int, height: int) -> str:
    return f"{width / EMU_PER_CM:.1f} × {height / EMU_PER_CM:.1f} cm"


def _inches(emu: int) -> str:
    return f"{emu / EMU_PER_INCH:.3f}".rstrip("0").rstrip(".")


def instantiate(
    requested: RequestedSlide, clean: CleanParts, links: Mapping[str, str]
) -> SlideParts:
    """Return the parts of a slide at its place; `links` are slide ids by part names.

    The slide's own parts are copied each time: an edited chart must not change other slides.
    """
    part = clean.parts[requested.name]
    folder = f"/ppt/included/slide-{zlib.crc32(requested.slide.id.encode()):08x}"
    own = {name: f"{folder}{name.removeprefix('/ppt')}" for name in clean.own[requested.name]}
    names = {**clean.names, **own}
    root = parse_xml(part.data)
    _set_place(root, requested)
    used = {(element.text or "").strip() for element in root.iter(q("a:tableStyleId"))}
    return SlideParts(
        data=with_edited_tree(replace(part, root=root)).data,
        relationships=tuple(
            relationship_to_write(target, _SLIDE)
            for target in _with_new_targets(part.relationships, names)
        ),
        links=tuple(
            (each.id, links[each.target])
            for each in part.relationships
            if each.type == "slide" and each.target in links
        ),
        parts=tuple(renamed_part(clean.parts[name], names) for name in own),
        masters=clean.masters,
        table_styles=tuple((guid, xml) for guid, xml in clean.table_styles.items() if guid in used),
    )


def _set_place(root: Element, requested: RequestedSlide) -> None:
    """Set the slide's id, whether it is hidden, and the number that it shows."""
    slide = root.find(q("p:cSld"))
    if slide is not None:
        slide.set("name", requested.slide.id)
    if "show" in root.attrib:
        del root.attrib["show"]
    if requested.slide.hidden:
        root.set("show", "0")
    for field in root.iter(q("a:fld")):
        if field.get("type") == "slidenum" and (text := field.find(q("a:t"))) is not None:
            text.text = str(requested.number)


def renamed_part(part: ParsedPart, names: Mapping[str, str]) -> written.Part:
    """Return a part to write; `names` are the new names of the part and its targets."""
    new = replace(part, name=names[part.name])
    return part_to_write(replace(new, relationships=_with_new_targets(part.relationships, names)))


def _with_new_targets(
    relationships: tuple[ParsedRelationship, ...], names: Mapping[str, str]
) -> tuple[ParsedRelationship, ...]:
    """Return relationships under new names, without targets that have none."""
    return tuple(
        each if each.external else replace(each, target=names[each.target])
        for each in relationships
        if each.external or each.target in names
    )
