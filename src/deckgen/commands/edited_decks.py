"""A deck that colleagues edited, with what it was and what its outline says today."""

from pathlib import Path
from typing import NamedTuple

from deckgen.commands.console import ending_on_failure, report
from deckgen.deck.deck_map import DeckMap, DeckOrigin
from deckgen.files.workspace import Workspace, folder_of, read_file, with_slashes
from deckgen.pipeline.build_cache import BuildCache
from deckgen.roundtrip.change_targets import CurrentTalk
from deckgen.roundtrip.compiled_version import TalkVersion, compile_version
from deckgen.roundtrip.deck_outline import current_town
from deckgen.roundtrip.edited_deck import EditedDeck
from deckgen.roundtrip.edited_file import read_edited_file
from deckgen.support.diagnostics import Diagnostics
from deckgen.support.exit_codes import ExitCode

_OUTLINE = "slides.yaml"


class EditedTalk(NamedTuple):
    """An edited deck, and what it is compared with."""

    deck: EditedDeck
    data: bytes
    """Its file."""
    version: TalkVersion | None = None
    """What it was made of; None if there is no outline."""
    talk: CurrentTalk | None = None
    """What the outline gives today; None if there is none, or it has errors."""

    @property
    def outline(self) -> str:
        """Its outline; empty if there is none."""
        return self.version.outline if self.version else ""

    @property
    def current(self) -> DeckMap | None:
        """The map of what the outline gives today."""
        return self.talk.deck if self.talk else None

    @property
    def base(self) -> DeckMap | None:
        """What was built; if nobody knows, what the outline gives today."""
        return self.deck.base or self.current


def read_edited_talk(deck: str, outline: str | None, town: str | None) -> EditedTalk | None:
    """Return a deck with its outline; None, reported, if it cannot be read.

    Without `outline` it is looked for by the name that the deck has for it: here, beside the deck,
    and above. Without `town` it is the town that the deck was built for.
    """
    diagnostics = Diagnostics()
    with ending_on_failure(ExitCode.OUTSIDE):
        data = read_file(deck, with_slashes(deck))
    edited = read_edited_file(deck, data, diagnostics)
    if edited is None:
        report(diagnostics)
        return None
    origin = edited.base.origin if edited.base else DeckOrigin()
    if town is not None:
        origin = origin._replace(town=town, table="")
    file = outline or _found_outline(deck, origin.outline or _OUTLINE)
    if not file:
        return EditedTalk(edited, data)
    problems = Diagnostics()
    town_today = current_town(origin, file, problems)
    version = TalkVersion(file, town_today, BuildCache(), None, origin.style or None)
    talk = compile_version(version, Workspace.around(file), problems)
    if problems.has_errors:
        report(problems, (file,))
        talk = None
    return EditedTalk(edited, data, version, talk)


def _found_outline(deck: str, name: str) -> str:
    folder = folder_of(deck)
    for place in (".", folder, str(Path(folder, ".."))):
        if Path(place, name).is_file():
            return with_slashes(str(Path(place, name)))
    return ""
