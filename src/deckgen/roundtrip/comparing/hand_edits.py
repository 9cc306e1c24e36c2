"""What was changed in a deck since it was built and is not in the outline yet."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from deckgen.deck.deck_map import DeckMap
from deckgen.roundtrip.comparing import changes as ch
from deckgen.roundtrip.comparing.compare import compare
from deckgen.roundtrip.comparing.current_words import CurrentWords
from deckgen.roundtrip.reading.edited_deck import EditedDeck
from deckgen.roundtrip.reading.read_edited import read_edited_file, with_sent
from deckgen.support.diagnostics import Diagnostics, counted
from deckgen.support.grouped_values import grouped


class HandEdits(NamedTuple):
    """What was changed in a deck since it was built."""

    all: tuple[ch.Change, ...]
    open: tuple[ch.Change, ...]
    """The changes that the current outline does not have."""

    @property
    def sentence(self) -> str:
        """A sentence about the changes, for a message."""
        if not self.all:
            return "Its words, notes, slides and shapes are as they were built."
        left = f"Changed: {summed_up(self.open)}."
        return left if self.open else "What was changed is in the outline now."


def hand_edits(
    deck: str, data: bytes, current: DeckMap, built: bytes | None = None
) -> HandEdits | None:
    """Return what was changed in a deck; `current` and `built` are what the outline gives today.

    None if it is unknown: the deck cannot be read, or no map says what was built.
    """
    edited = read_edited_file(deck, data, Diagnostics())
    if edited is None or edited.base is None:
        return None
    base, edited = edited.base, with_sent(edited, built)
    changes = (*compare(base, edited), *_pinned(base, current))
    return HandEdits(changes, open_changes(edited, base, current))


def _pinned(base: DeckMap, current: DeckMap) -> Iterator[ch.Change]:
    """Yield a change for each slide that the outline already shows as colleagues left it.

    Its looks come from that deck, so no difference of looks would tell of the change.
    """
    own = {slide.id for slide in base.slides if not slide.included}
    known = CurrentWords(current)
    for slide in current.slides:
        if slide.source and slide.id in own:
            what = "is shown as it was changed"
            yield ch.SlideRestyled(slide.id, what, known.slide(slide.id, is_same=True))


def open_changes(edited: EditedDeck, base: DeckMap, current: DeckMap) -> tuple[ch.Change, ...]:
    """Return the changes of a deck that the outline of today does not have.

    Comments are left out: no outline can have them.
    """
    return tuple(
        change
        for change in compare(base, edited, current)
        if change.current.state != "same" and not isinstance(change, ch.CommentAdded)
    )


def summed_up(changes: Iterable[ch.Change]) -> str:
    """Return what was changed, such as “words of 2 slides, 1 slide new”; empty if nothing was."""
    slides = grouped(map(_kind, changes))
    return ", ".join(
        what.format(counted(len({*where}), "slide")) for what, where in sorted(slides.items())
    )


def _kind(change: ch.Change) -> tuple[str, object]:
    """Return what was changed, with `{}` for the slides, and which slide."""
    match change:
        case ch.SlideAdded(number=number):
            return "{} new", number
        case ch.SlideDeleted() | ch.SlideMoved() | ch.SlideHidden():
            done = type(change).__name__.removeprefix("Slide").lower()
            return f"{{}} {done}", change.slide_id
        case ch.LookTold():
            return f"looks of {'notes' if change.slide_id else 'all slides'}", change.what
        case _ if isinstance(change, ch.LookChange):
            return "looks of {}", change.slide_id
        case (
            ch.LinkChanged()
            | ch.CommentAdded()
            | ch.NotesAdded()
            | ch.SectionChanged()
            | ch.TransitionChanged()
        ):
            noun = type(change).__name__.removesuffix("Changed").removesuffix("Added").lower()
            return f"{noun.removesuffix('s')}s of {{}}", change.slide_id
        case _:
            return f"{'notes' if change.place == 'notes' else 'words'} of {{}}", change.slide_id
