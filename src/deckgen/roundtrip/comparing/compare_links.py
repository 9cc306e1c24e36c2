"""Addresses that words of a slide lead to since it was built, or no longer."""

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import unquote

from deckgen.deck.deck_map import MappedSlide
from deckgen.roundtrip.comparing.changes import LinkChanged
from deckgen.roundtrip.comparing.current_words import CurrentWords
from deckgen.roundtrip.reading.edited_deck import EditedSlide


def link_changes(
    base: MappedSlide, edited: EditedSlide, known: CurrentWords
) -> Iterator[LinkChanged]:
    """Yield the links of a slide that are new, then those that are gone; of other decks, none."""
    if base.is_included:
        return
    old, new = _by_form(base.links), _by_form(edited.links)
    today = known.slides.get(base.id)
    there = None if today is None else _by_form(today.links).keys()
    for form in (*new, *old):
        added = form in new
        if added == (form in old):
            continue
        is_same = there is not None and (form in there) == added
        address = new[form] if added else old[form]
        words = edited.links.get(address, "")
        yield LinkChanged(base.id, address, words, added, known.slide(base.id, is_same=is_same))


def _by_form(addresses: Iterable[str]) -> Mapping[str, str]:
    """Return addresses by what is the same however a program writes one."""
    return {unquote(each).rstrip("/").casefold(): each for each in addresses}
