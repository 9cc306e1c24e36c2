"""What was changed in a deck since it was built and is not in the outline yet, in one sentence."""

from collections.abc import Iterable

from deckgen.deck.deck_map import DeckMap
from deckgen.roundtrip import changes as ch
from deckgen.roundtrip.changes import Change
from deckgen.roundtrip.compare import compare
from deckgen.roundtrip.read_edited import read_edited
from deckgen.support.diagnostics import Diagnostics


def hand_edits(deck: bytes, current: DeckMap) -> str:
    """Return what was changed in a deck that `current`, the outline of today, does not have.

    Empty if nobody knows: the deck cannot be read, or does not hold the map of its words.
    """
    edited = read_edited(deck, Diagnostics(), "")
    if edited is None or edited.base is None:
        return ""
    changes = compare(edited.base, edited, current)
    if not changes:
        return "Its words, notes, slides and shapes are as they were built."
    left = [change for change in changes if change.current.state != "same"]
    return f"Changed: {summed_up(left)}." if left else "What was changed is in the outline now."


def summed_up(changes: Iterable[Change]) -> str:
    """Return what was changed, such as “words on 2 slides, 1 slide new”; empty if nothing was."""
    slides: dict[str, set[object]] = {}
    for change in changes:
        what, where = _kind(change)
        slides.setdefault(what, set()).add(where)
    return ", ".join(_counted(what, len(where)) for what, where in sorted(slides.items()))


def _kind(change: Change) -> tuple[str, object]:
    """Return what was changed, with `{}` for the slides, and which slide."""
    match change:
        case ch.SlideAdded(number=number):
            return "{} new", number
        case ch.SlideDeleted() | ch.SlideMoved() | ch.SlideHidden():
            done = type(change).__name__.removeprefix("Slide").lower()
            return f"{{}} {done}", change.slide_id
        case (
            ch.SlideRestyled()
            | ch.ShapeMoved()
            | ch.ShapeAdded()
            | ch.ShapeDeleted()
            | ch.ShapeChanged()
        ):
            return "looks of {}", change.slide_id
        case ch.NotesAdded():
            return "notes of {}", change.slide_id
        case _:
            return f"{'notes' if change.place == 'notes' else 'words'} of {{}}", change.slide_id


def _counted(what: str, count: int) -> str:
    return what.format(f"{count} slide{'' if count == 1 else 's'}")
