"""The parts of slides from other decks, for the package of this deck.

docs/decisions/included-slides.md says what is merged, what is not, and why.
"""

from collections.abc import Iterator

from deckgen.brand.brand import Brand
from deckgen.deck.included_slide import SlideParts
from deckgen.deck.slide import Deck
from deckgen.merge.clean_parts import clean_parts
from deckgen.merge.instantiate import instantiate, renamed_part
from deckgen.merge.master_layouts import free_ids
from deckgen.merge.open_deck import OpenDecks, OpenedDeck
from deckgen.merge.requested_slide import RequestedSlide
from deckgen.merge.slide_sizes import scale_factor
from deckgen.support.diagnostics import Diagnostics


def merge_slides(deck: Deck, brand: Brand, opened: OpenDecks, diagnostics: Diagnostics) -> Deck:
    """Return the deck with the parts of all slides from other decks.

    Content that cannot be merged is an error; a link that is lost is a warning. The bytes depend
    on the decks and the outline alone.
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
