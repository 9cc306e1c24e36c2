"""A deck that stays because it was changed by hand: what was changed in it, for the message."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from deckgen.deck.deck_map import DeckMap
from deckgen.files.overwriting import KeptFileError
from deckgen.files.workspace import Stamp, Workspace, WorkspaceError, read_file
from deckgen.support.file_names import shell_word

if TYPE_CHECKING:
    from deckgen.roundtrip.comparing.hand_edits import HandEdits

_OTHERS = frozenset({"changed-by-hand", "not-deckgens"})
"""The codes of decks that somebody else wrote."""


def with_hand_edits(
    problem: WorkspaceError, deck: str, current: DeckMap, built: bytes
) -> WorkspaceError:
    """Return why a deck cannot be written, with what was changed in the one that stands there.

    `current` is what the outline gives, `built` its deck. Other problems are returned as they are.
    """
    if not isinstance(problem, KeptFileError) or problem.code not in _OTHERS:
        return problem
    edits = _hand_edits(deck, current, built)
    if edits is None:
        return problem
    hint = problem.hint
    if not edits.open:
        hint = f"Add --overwrite: it replaces this one, and keeps it as {problem.beside}."
    elif problem.code == "not-deckgens":  # by the copy of its map, it is known all the same
        pull = f"Take over what was changed: deckgen pull {shell_word(deck)}."
        hint = f"{pull} Or {hint[:1].lower()}{hint[1:]}"
    why = f"{problem.why} {edits.sentence}"
    return KeptFileError(problem.code, deck, why, hint, problem.beside)


def is_taken_over(deck: str, current: DeckMap, built: bytes) -> bool:
    """Return whether a deck was changed by hand, and the outline has all of that by now.

    `current` is what the outline gives, `built` its deck.
    """
    edits = _hand_edits(deck, current, built)
    return edits is not None and bool(edits.all) and not edits.open


def taken_over_by(current: Callable[[], DeckMap], built: bytes) -> Callable[[str], bool]:
    """Return `is_taken_over` for one outline; it looks once at each saved state of a deck."""
    known: dict[tuple[str, Stamp | None], bool] = {}

    def answer(deck: str) -> bool:
        key = deck, Workspace(".").stamp(deck)
        if key not in known:
            known[key] = is_taken_over(deck, current(), built)
        return known[key]

    return answer


def _hand_edits(deck: str, current: DeckMap, built: bytes) -> "HandEdits | None":
    """Return what was changed in a deck; None if it is unknown."""
    from deckgen.roundtrip.comparing.hand_edits import hand_edits

    try:
        return hand_edits(deck, read_file(deck), current, built)
    except WorkspaceError:
        return None
