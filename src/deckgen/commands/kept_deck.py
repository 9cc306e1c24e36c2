"""What is said of a deck that stays because it was changed by hand: what was changed in it."""

from deckgen.deck.deck_map import DeckMap
from deckgen.files.overwriting import KeptFileError
from deckgen.files.workspace import WorkspaceError, read_file


def with_hand_edits(problem: WorkspaceError, deck: str, current: DeckMap) -> WorkspaceError:
    """Return why a deck cannot be written, with what was changed in the one that stands there.

    `current` is what the outline gives. Other problems are returned as they are.
    """
    if not isinstance(problem, KeptFileError) or problem.code != "changed-by-hand":
        return problem
    from deckgen.roundtrip.comparing.hand_edits import hand_edits

    try:
        edits = hand_edits(deck, read_file(deck), current)
    except WorkspaceError:
        return problem
    if edits is None:
        return problem
    hint = problem.hint
    if not edits.open:
        hint = f"Add --overwrite: it replaces this one, and keeps it as {problem.beside}."
    why = f"{problem.why} {edits.sentence}"
    return KeptFileError(problem.code, deck, why, hint, problem.beside)
