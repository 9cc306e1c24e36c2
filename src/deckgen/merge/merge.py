"""Slides of other decks with all that they need, as parts of this deck's package.

docs/decisions/included-slides.md says what comes along, what does not, and why.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from deckgen.deck.included_slide import SlideParts
from deckgen.merge.clean_parts import clean_parts
from deckgen.merge.instantiate import instantiate
from deckgen.merge.master_layouts import free_ids
from deckgen.merge.open_deck import OpenDecks, OpenedDeck
from deckgen.merge.rename_parts import renamed_part
from deckgen.merge.requested_slide import RequestedSlide
from deckgen.merge.slide_sizes import scale_factor

if TYPE_CHECKING:
    from deckgen.brand.brand import Brand
    from deckgen.deck.slide import Deck
    from deckgen.support.diagnostics import Diagnostics


def merge_slides(deck: Deck, brand: Brand, opened: OpenDecks, diagnostics: Diagnostics) -> Deck:
    """Return the deck with the parts of all slides that are from other decks.

    What cannot come along is told: as an error where the slide would not be what it was, as a
    warning where only a link is lost. The bytes depend on the decks and the outline alone.
    """
    groups: dict[str, list[RequestedSlide]] = {}
    for place, slide in enumerate(deck.slides, 1):
        if slide.included and isinstance(there := opened[slide.included.deck], OpenedDeck):
            name = there.slides[slide.included.number - 1]
            wanted = RequestedSlide(slide, slide.included, place, name)
            groups.setdefault(slide.included.deck, []).append(wanted)
    ids = free_ids(brand)
    brought: dict[str, SlideParts] = {}
    for key, group in groups.items():
        there = opened[key]
        if isinstance(there, OpenedDeck):
            brought.update(_brought(there, group, brand, ids, diagnostics))
    return deck._replace(
        slides=tuple(
            one._replace(included=one.included._replace(parts=brought.get(one.id)))
            if one.included
            else one
            for one in deck.slides
        )
    )


def _brought(
    there: OpenedDeck,
    group: list[RequestedSlide],
    brand: Brand,
    ids: Iterator[int],
    diagnostics: Diagnostics,
) -> Iterator[tuple[str, SlideParts]]:
    """Yield the slides that are taken of one deck, by their ids; none if one must not be."""
    times = scale_factor(there, brand, group[0].foreign, diagnostics)
    clean = None if times is None else clean_parts(there, group, brand, times, ids, diagnostics)
    if clean is None:
        return
    shared = tuple(
        renamed_part(clean.parts[name], clean.names)
        for name in clean.names
        if name not in clean.kept
    )
    links = {one.name: one.slide.id for one in reversed(group)}
    for wanted in group:
        brought = instantiate(wanted, clean, links)
        yield wanted.slide.id, brought._replace(parts=(*brought.parts, *shared))
