"""Masters that come along: with the layouts that are used, and ids that nobody else has.

Layouts that no slide uses stay behind: PowerPoint does the same when slides are pasted with their
own look, and the list of layouts stays one that people can choose from.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from deckgen.opc.reading import NAMESPACES, Part, q
from deckgen.template.keeping import rewritten, tree_of
from deckgen.template.lists import FIRST_ID, LAST_ID
from deckgen.template.references import drop

if TYPE_CHECKING:
    from deckgen.brand.brand import Brand

_R_ID = f"{{{NAMESPACES['r']}}}id"
_ID = re.compile(rb'\bid="(\d{10})"')
_OWN_STEP = 1000
"""What `ooxml.own_frame` leaves for the layouts of each master."""


def free_ids(brand: Brand) -> Iterator[int]:
    """Yield ids for masters and layouts that the brand has not taken (ST_SlideLayoutId)."""
    masters = set(brand.master_part_names)
    xml = [part.data for part in brand.parts if part.name in masters]
    if brand.presentation:
        xml.append(brand.presentation.head.encode())
    taken = {int(number) for data in xml for number in _ID.findall(data)}
    if not brand.presentation:
        taken |= {FIRST_ID + at * _OWN_STEP for at in range(len(masters))}
    first = max((*taken, FIRST_ID - 1)) + 1
    yield from (number for number in range(first, LAST_ID + 1))
    yield from (number for number in range(FIRST_ID, first) if number not in taken)


def with_layouts(part: Part, kept: Collection[str], ids: Iterator[int]) -> Part:
    """Return a master with some of its layouts only, each under a new id."""
    there = {found.id for found in part.relationships if found.target in kept}
    root = tree_of(part)
    for entry in root.findall(f"{q('p:sldLayoutIdLst')}/{q('p:sldLayoutId')}"):
        if entry.get(_R_ID) in there:
            entry.set("id", str(next(ids)))
        else:
            drop(entry)
    return rewritten(
        part,
        (one for one in part.relationships if one.type != "slideLayout" or one.target in kept),
    )
