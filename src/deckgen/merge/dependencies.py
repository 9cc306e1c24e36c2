"""The parts that slides of a deck need: shared layouts and masters, and charts of their own.

Layouts that no slide uses are not merged: PowerPoint does the same when slides are pasted with
their source formatting, and the list of layouts stays short.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from deckgen.brand.brand import Brand
from deckgen.opc.parsed_package import ParsedPackage, ParsedPart, relationship_uses
from deckgen.opc.xml_parser import q
from deckgen.template.package.kept_parts import new_relationship, tree_of, with_edited_tree
from deckgen.template.package.layout_lists import FIRST_ID, LAST_ID, LAYOUT, append_entry
from deckgen.template.package.references import remove_element

LEFT_BEHIND = frozenset({"slide", "notesSlide", "comments", "slideUpdateInfo"})
"""Relationships from a slide to parts that are not merged with it."""
_LAYOUT = "slideLayout"
_MEDIA = ("image/", "video/", "audio/", "application/x-font")
"""Content types of parts that nobody edits, so that slides share them."""
_ID = re.compile(rb'\bid="(\d{10})"')
_OWN_STEP = 1000
"""The range of ids that the presentation part leaves for the layouts of each master."""


class Dependencies(NamedTuple):
    """The names of the parts that some slides need, without the slides themselves."""

    shared: tuple[str, ...]
    """Layouts, masters, themes, and all media."""
    own: dict[str, tuple[str, ...]]
    """The parts of one slide alone, by the slide's name: its charts with their workbooks."""

    def all(self, slides: Iterable[str]) -> tuple[str, ...]:
        """Return the names of all parts, each once, the slides first."""
        own = (name for names in self.own.values() for name in names)
        return tuple(dict.fromkeys((*slides, *self.shared, *own)))


def dependencies(package: ParsedPackage, slides: Iterable[str]) -> Dependencies:
    """Return the parts that slides need; of a master's layouts, those of the slides only."""
    slides = tuple(dict.fromkeys(slides))
    layouts = {layout for name in slides if (layout := package.parts[name].target_of(_LAYOUT))}
    above = package.reached(
        (link for name in sorted(layouts) for link in package.parts[name].relationships),
        lambda each: (
            each.type not in LEFT_BEHIND and (each.type != _LAYOUT or each.target in layouts)
        ),
    )
    shared = dict.fromkeys((*sorted(layouts), *above))
    own: dict[str, tuple[str, ...]] = {}
    for slide in slides:
        reached = package.reached(
            package.parts[slide].relationships,
            lambda each: each.type not in {*LEFT_BEHIND, _LAYOUT},
        )
        names = [name for name in reached if name != slide and name not in shared]
        parts = [package.parts[name] for name in names]
        media = [
            part.name
            for part in parts
            if (part.content_type or "").startswith(_MEDIA) and not part.relationships
        ]
        shared |= dict.fromkeys(media)
        own[slide] = tuple(name for name in names if name not in media)
    return Dependencies(tuple(shared), own)


def free_ids(brand: Brand) -> Iterator[int]:
    """Yield ids for masters and layouts that are free in the brand (ST_SlideLayoutId)."""
    # Not only the masters that the talk uses: a template may have others.
    xml = [part.data for part in brand.parts if part.content_type.endswith(".slideMaster+xml")]
    if brand.presentation:
        xml.append(brand.presentation.head.encode())
    taken = {int(number) for data in xml for number in _ID.findall(data)}
    if not brand.presentation:
        taken |= {FIRST_ID + at * _OWN_STEP for at in range(len(brand.master_part_names))}
    first = max((*taken, FIRST_ID - 1)) + 1
    yield from (number for number in range(first, LAST_ID + 1))
    yield from (number for number in range(FIRST_ID, first) if number not in taken)


def with_only_layouts(part: ParsedPart, layouts: Collection[str], ids: Iterator[int]) -> ParsedPart:
    """Return a master with some of its layouts only, each in its list under a new id."""
    relationships = [
        each for each in part.relationships if each.type != _LAYOUT or each.target in layouts
    ]
    there = {each.id: each.target for each in relationships}
    root = tree_of(part)
    listed: set[str] = set()
    for entry in root.findall(f"{q('p:sldLayoutIdLst')}/{q('p:sldLayoutId')}"):
        target = there.get(entry.get(q("r:id"), ""))
        if target is not None and target in set(layouts) - listed:
            listed.add(target)
        else:
            remove_element(entry)
    for name in sorted(set(layouts) - listed):
        new = next((each for each in relationships if each.target == name), None)
        if new is None:
            new = new_relationship([*part.relationships, *relationships], _LAYOUT, name)
            relationships.append(new)
        append_entry(root, LAYOUT, new.id)
    for entry in root.findall(f"{q('p:sldLayoutIdLst')}/{q('p:sldLayoutId')}"):
        entry.set("id", str(next(ids)))
    left = {each.id for each in part.relationships} - {each.id for each in relationships}
    for element in {each: None for each, _, id_ in relationship_uses(root) if id_ in left}:
        remove_element(element)  # a broken master may use the relationship elsewhere
    return with_edited_tree(part, relationships)
