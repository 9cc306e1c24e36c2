"""Sections, transitions and links of slides that were changed by hand."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import unquote

from deckgen.deck.deck_map import MappedSlide
from deckgen.roundtrip.comparing.changes import (
    LinkChanged,
    SectionChanged,
    ShowChange,
    TransitionChanged,
)
from deckgen.roundtrip.comparing.current_words import CurrentWords
from deckgen.roundtrip.reading.edited_deck import EditedSlide

EFFECTS = frozenset({"none", "fade"})
"""The transitions that an outline can say."""


class ShowChanges:
    """Compares slides that were built with those that were edited, one by one.

    Of sections nothing is known without any in the edited deck: most programs leave them out.
    """

    def __init__(
        self,
        base: Sequence[MappedSlide],
        edited: Sequence[EditedSlide],
        pairs: Mapping[int, int],
        known: CurrentWords,
    ) -> None:
        self._known = known
        self._has_sections = any(slide.section for slide in edited)
        here = {there: edited[at] for at, there in pairs.items()}
        self._stepped_over = frozenset(
            name
            for there, slide in here.items()
            if (name := _plain(base[there].section)) == base[there].title and not slide.section
        )
        """The sections of title pages before which another slide of theirs stands now."""
        effects = [
            (base[there].transition, each.transition)
            for there, each in here.items()
            if not base[there].is_included
        ]
        are_alike = len({new for _, new in effects}) == 1
        self._is_for_all = are_alike and sum(old != new for old, new in effects) > 1

    def of(self, base: MappedSlide, edited: EditedSlide) -> Iterator[ShowChange]:
        """Yield what was changed of a slide; of one of another deck, its section alone."""
        today = self._known.slides.get(base.id)
        old, new = _plain(base.section), _plain(edited.section)
        if self._has_sections and old != new:
            follows = old == base.title and new in {"", _words(edited)}
            if not follows and new not in self._stepped_over:
                is_same = today is not None and _plain(today.section) == new
                yield SectionChanged(base.id, old, new, self._known.slide(base.id, is_same=is_same))
        if base.transition != edited.transition and not base.is_included:
            effect, there = edited.transition, today and today.transition
            nearest = effect if effect in EFFECTS else "fade"
            yield TransitionChanged(
                base.id,
                base.transition,
                effect,
                self._is_for_all,
                self._known.slide(base.id, is_same=there == nearest),
            )


def _plain(name: str) -> str:
    return " ".join(name.split())


def _words(slide: EditedSlide) -> str:
    titles = (each.paragraphs for each in slide.shapes if each.placeholder == "title")
    return _plain(" ".join(each.words for each in next(titles, ())))


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
