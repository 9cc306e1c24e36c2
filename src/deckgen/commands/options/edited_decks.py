"""A deck that colleagues edited, with what it was and what its outline says today."""

import sys
from pathlib import Path
from typing import NamedTuple

from deckgen.brand.styles import is_style
from deckgen.commands.output.console import ending_on_failure, fail, report, say
from deckgen.deck.deck_map import DeckMap
from deckgen.deck.slide import DeckOrigin
from deckgen.files.workspace import Workspace, folder_of, read_file, with_slashes
from deckgen.pipeline.build_cache import BuildCache
from deckgen.pipeline.compile import compile_nodes, compile_words
from deckgen.project.output_paths import OUTPUT_FOLDER, built_decks
from deckgen.roundtrip.deck_outline import TalkVersion, compile_version, current_town, rebuilt_deck
from deckgen.roundtrip.reading.edited_deck import EditedDeck
from deckgen.roundtrip.reading.read_edited import read_edited, read_edited_file, with_sent
from deckgen.roundtrip.writing.targets.draft import CurrentTalk, is_yaml
from deckgen.support.diagnostics import Diagnostics
from deckgen.support.exit_codes import ExitCode
from deckgen.support.file_names import POWERPOINT_ENDINGS, is_file, shell_word

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
        """What was built; if that is unknown, what the outline gives today."""
        return self.deck.base or self.current


def find_deck(command: str, deck: str | None, outline: str | None) -> tuple[str, str | None]:
    """Return the deck and the outline that a command line names; the deck may be left out.

    Then it is the one in the folder build that was changed by hand. If there is none, or if there
    are several, the command ends and says so.
    """
    if deck is not None and is_yaml(deck):
        if outline is not None:
            fail(
                ExitCode.USAGE,
                f"{deck} is an outline; the deck that was edited comes first.",
                f"Type deckgen {command} {shell_word(outline)} {shell_word(deck)}",
            )
        deck, outline = None, deck
    if deck is not None and outline and outline.lower().endswith(POWERPOINT_ENDINGS):
        one, other = (f"deckgen {command} {shell_word(each)}" for each in (deck, outline))
        fail(ExitCode.USAGE, f"{outline} is a deck, too.", f"Type {one}, then {other}")
    if deck is not None:
        return deck, outline
    found = built_decks(outline)
    if len(found.changed) == 1:
        return found.changed[0], outline
    example = next(iter(found.changed or found.kept), "Downloads/my-talk.pptx")
    hint = f"Name it: deckgen {command} {shell_word(example)}"
    if found.changed:
        names = ", ".join(found.changed)
        fail(ExitCode.USAGE, f"Several decks were changed by hand: {names}.", hint)
    if not found.unchanged:
        whose = f" of {outline}" if outline else ""
        fail(ExitCode.USAGE, f"There is no deck{whose} in the folder {OUTPUT_FOLDER}.", hint)
    say(f"No deck in {OUTPUT_FOLDER} was changed by hand since it was built.")
    say(f"One that lies elsewhere? {hint}")
    sys.exit(ExitCode.OK)


def read_edited_talk(
    deck: str, outline: str | None, town: str | None, sent: str | None
) -> EditedTalk | None:
    """Return a deck with its outline; None, reported, if it cannot be read.

    Without `outline` it is looked for by the name that the deck has for it: here, beside the deck,
    and above. Without `town` it is the town that the deck was built for. `sent` is the deck before
    it was edited, which then says what was built.
    """
    diagnostics = Diagnostics()
    with ending_on_failure(ExitCode.OUTSIDE):
        data = read_file(deck, with_slashes(deck))
    edited = read_edited_file(deck, data, diagnostics)
    if edited is None:
        report(diagnostics)
        return None
    as_sent = None
    if sent is not None:
        as_sent, base = _sent_deck(sent)
        edited = edited._replace(base=base, base_is_copy=False)
    origin = _sound(edited.base.origin) if edited.base else DeckOrigin()
    if town is not None:
        origin = origin._replace(town=town, table="")
    file = outline or _found_outline(deck, origin.outline or _OUTLINE)
    if not file:
        return EditedTalk(edited, data)
    problems = Diagnostics()
    town_today = current_town(origin, file, problems)
    version = TalkVersion(file, town_today, BuildCache(), origin.style or None)
    # Without a map, it is compared with the outline: with its pictures, too. Slides of other decks
    # are known again by what they show.
    is_own = edited.base and not any(slide.is_included for slide in edited.base.slides)
    compile_source = compile_words if is_own else compile_nodes
    talk = compile_version(version, Workspace.around(file), problems, compile_source)
    if problems.has_errors:
        report(problems, (file,))
        talk = None
    elif edited.base:
        as_sent = as_sent or rebuilt_deck(version, Workspace.around(file), edited)
        edited = with_sent(edited, as_sent)
    return EditedTalk(edited, data, version, talk)


def _sound(origin: DeckOrigin) -> DeckOrigin:
    """Return what a deck says of its origin, without what no deckgen of today can have written.

    A map may be forged: no other files are read than outlines and tables.
    """
    if not is_yaml(origin.outline):
        origin = origin._replace(outline="")
    if origin.table and not origin.table.lower().endswith(".csv"):
        origin = origin._replace(town="", table="")
    return origin if is_style(origin.style) else origin._replace(style="")


def _sent_deck(sent: str) -> tuple[bytes, DeckMap]:
    with ending_on_failure(ExitCode.OUTSIDE):
        data = read_file(sent, with_slashes(sent))
    built = read_edited(data, Diagnostics(), sent)
    if built is None or built.base is None:
        fail(
            ExitCode.USAGE,
            f"{sent} does not hold the map of its words.",
            "Name the deck as deckgen wrote it, such as the one in the mail that you sent.",
        )
    return data, built.base


def _found_outline(deck: str, name: str) -> str:
    folder = Path(folder_of(deck))
    files = (with_slashes(str(place / name)) for place in (Path(), folder, folder / ".."))
    return next(filter(is_file, files), "")
