"""What was changed by hand in the deck on the disk, as findings at the lines of the outline."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from deckgen.files.overwriting import is_unchanged_output
from deckgen.files.workspace import Stamp, Workspace, WorkspaceError, read_file
from deckgen.support.diagnostics import Diagnostic, Diagnostics, Severity
from deckgen.support.file_names import shell_word

if TYPE_CHECKING:
    from deckgen.deck.deck_map import DeckMap
    from deckgen.roundtrip.comparing.changes import Change
    from deckgen.roundtrip.reading.edited_deck import EditedDeck

_LONGEST = 200
"""Characters of words that are shown."""


class DeckOnDisk:
    """The deck of the talk as it lies in its folder; it is read again when it was saved."""

    def __init__(self) -> None:
        self._read: tuple[str, Stamp] | None = None
        self._edited: EditedDeck | None = None

    def findings(self, deck: str, current: DeckMap, built: bytes | None) -> tuple[Diagnostic, ...]:
        """Return what was changed in a deck and is not in `current`, the outline of today.

        `built` is the deck that it gives.

        Nothing if deckgen wrote it and nobody changed it, or if nobody knows what was changed.
        """
        edited = self._edited_deck(deck)
        if edited is None or edited.base is None:
            return ()
        from deckgen.roundtrip.comparing.hand_edits import open_changes
        from deckgen.roundtrip.deck_outline import share_words
        from deckgen.roundtrip.reading.read_edited import with_sent

        if not share_words(edited.base, current):
            message = f"{deck} is of another talk, so `deckgen build` leaves it as it is."
            hint = "Move it to another folder, or build to another file with -o."
            return (Diagnostic(Severity.WARNING, "another-talk", message, None, hint),)
        changes = open_changes(with_sent(edited, built), edited.base, current)
        return tuple([_finding(change, deck) for change in changes])

    def _edited_deck(self, deck: str) -> EditedDeck | None:
        stamp = Workspace(".").stamp(deck)
        if stamp is None or is_unchanged_output(deck):
            return None
        if self._edited is None or self._read != (deck, stamp):
            from deckgen.roundtrip.reading.read_edited import read_edited_file

            self._edited, self._read = None, (deck, stamp)
            # One that cannot be read may be open in another program, or not be complete yet.
            with suppress(WorkspaceError):
                self._edited = read_edited_file(deck, read_file(deck), Diagnostics())
        return self._edited


def _finding(change: Change, deck: str) -> Diagnostic:
    """Return a change as a note; as a warning if the outline was changed there, too."""
    from deckgen.roundtrip.comparing.change_report import described

    text, current = described(change), change.current
    old, new = _short(text.old), _short(text.new)
    words = f" “{new}” in place of “{old}”" if old and new else f" “{new}”" if new else ""
    words = words or (f" without “{old}”" if old else "")
    said = f"{deck}, {text.what}:{words}" if words else f"{deck}, {text.what}"
    if current.state == "conflict":
        return Diagnostic(
            Severity.WARNING,
            "changed-twice",
            f"{said}; but here it says “{_short(current.words)}” by now.",
            current.span,
            "Both were changed since the deck was built. Type here what is right.",
        )
    hint = f"Take it over: deckgen pull {shell_word(deck)}"
    return Diagnostic(Severity.NOTE, "changed-by-hand", f"{said}.", current.span, hint)


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
