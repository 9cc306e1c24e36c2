"""`deckgen pull`: what colleagues changed in a deck, into the outline."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from deckgen.commands.options.shared_options import edited_deck_options
from deckgen.commands.output.console import ending_at_once, ending_on_failure, fail, say
from deckgen.files.workspace import Workspace
from deckgen.support.diagnostics import counted
from deckgen.support.exit_codes import ExitCode
from deckgen.support.file_names import shell_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from deckgen.commands.options.edited_decks import EditedTalk
    from deckgen.deck.deck_map import DeckMap
    from deckgen.roundtrip.comparing.changes import Change
    from deckgen.roundtrip.deck_outline import TalkVersion
    from deckgen.roundtrip.pull import Pulled, Result, TownScope
    from deckgen.roundtrip.writing.pin_slides import HandDeck
    from deckgen.roundtrip.writing.targets.draft import CurrentTalk


@click.command()
@edited_deck_options
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
@click.option(
    "--only-here", is_flag=True, help="What all towns share: write it into the town's file alone."
)
@click.option("--everywhere", is_flag=True, help="What all towns share: change it for all of them.")
def pull(
    deck: str | None,
    outline: str | None,
    town: str | None,
    sent: str | None,
    *,
    dry_run: bool,
    only_here: bool,
    everywhere: bool,
) -> None:
    """Take what was changed by hand in DECK into the outline.

    Words, notes, bullets, cells, the order of slides, new and deleted slides are written where they
    belong: into the outline, the town's file or the table. Comments, quotation marks and variables
    stay. Before anything is written, the talk is built with it in memory: what would not show
    exactly the words of the deck is left, with the place where you can change it.

    What no outline can say, such as a moved picture, is kept as it is: the deck is copied into the
    folder hand, and the slide gets the key `pinned`, which shows that slide of the copy.

    What was changed in the outline, too, is shown side by side; the outline stays there.

    Without DECK, it is the one in the folder build that was changed by hand. OUTLINE is looked for
    under its name, here and around the deck, if it is left out.

    The exit code is 0 if all came over, and 4 if something is left to do by hand.

    \b
    Example:
      deckgen pull
      deckgen pull build/my-talk.pptx --dry-run
      deckgen pull Downloads/my-talk-corrected.pptx
      deckgen pull build/gera.pptx --only-here
    """
    from deckgen.commands.options.edited_decks import find_deck
    from deckgen.roundtrip.comparing.compare import compare, edited_numbers
    from deckgen.roundtrip.pull import TownScope
    from deckgen.roundtrip.writing.pin_slides import HandDeck

    with ending_at_once():
        deck, outline = find_deck("pull", deck, outline)
        edited, base, version, talk = _read(deck, outline, town, sent)
        if only_here and (everywhere or version.town.file is None):
            fail(
                ExitCode.USAGE,
                "--only-here is for the deck of a town that has a file.",
                "Leave it out, or name the town with --town.",
            )
        own = version.town.file or version.town.variant.table  # what is the town's alone
        scope = None if everywhere or not version.town.name else TownScope(own, only_here)
        name = deck.replace("\\", "/").rpartition("/")[2]
        numbers = edited_numbers(base, edited.deck, talk.deck)
        hand = HandDeck(name, edited.data, version.outline, numbers)
        pulled = _pulled(compare(base, edited.deck, talk.deck), version, talk, hand, scope)
        if not dry_run:
            _write(pulled, version, talk)
        is_row = version.town.file is None
        headings = {**_HEADINGS, "shared": _SHARED_BY_ROWS} if is_row else _HEADINGS
        _tell(pulled, base, deck, headings, dry_run=dry_run)
        left = any(each.result not in {"taken", "pinned", "same"} for each in pulled.outcomes)
        sys.exit(ExitCode.CHANGED if left else ExitCode.OK)


def _read(
    deck: str, outline: str | None, town: str | None, sent: str | None
) -> tuple[EditedTalk, DeckMap, TalkVersion, CurrentTalk]:
    """Return an edited deck, what was built, and its outline today; end if it cannot be pulled."""
    from deckgen.commands.options.edited_decks import read_edited_talk
    from deckgen.roundtrip.deck_outline import share_words

    edited = read_edited_talk(deck, outline, town, sent)
    if edited is None:
        sys.exit(ExitCode.OUTSIDE)
    if edited.version is None:
        name = (edited.base and edited.base.origin.outline) or "slides.yaml"
        here = [
            name
            for name in Workspace(".").names(".")
            if name.endswith((".yaml", ".yml")) and not name.startswith("brand.")
        ]
        example = here[0] if len(here) == 1 else "OUTLINE.yaml"
        fail(
            ExitCode.USAGE,
            f"The outline of {deck} is called {name}; it is neither here nor beside the deck.",
            f"Name it: deckgen pull {shell_word(deck)} {shell_word(example)}",
        )
    if edited.talk is None:
        say("Nothing was written. Mend the outline first; then pull again.", err=True)
        sys.exit(ExitCode.OUTLINE)
    if edited.deck.base is None:
        typed = shell_word(deck)
        fail(
            ExitCode.USAGE,
            f"{deck} does not hold the map of its words, so nobody can say what was changed in it "
            "and what in the outline.",
            f"Name the deck as you sent it: deckgen pull {typed} --sent FILE. Or look at "
            f"`deckgen diff {typed}`, and change the outline by hand. A deck of others: `deckgen "
            f"import {typed}`.",
        )
    if outline is None and not share_words(edited.deck.base, edited.talk.deck):
        fail(
            ExitCode.USAGE,
            f"{deck} is of another talk: hardly any of its words are in {edited.outline}.",
            f"Name its outline, if it is this one all the same: deckgen pull {shell_word(deck)} "
            f"{shell_word(edited.outline)}",
        )
    return edited, edited.deck.base, edited.version, edited.talk


def _pulled(
    changes: Sequence[Change],
    version: TalkVersion,
    talk: CurrentTalk,
    hand: HandDeck,
    scope: TownScope | None,
) -> Pulled:
    """Return what becomes of each change, and the files that are to be written."""
    from deckgen.pipeline.compile import compile_nodes, compile_words
    from deckgen.roundtrip.comparing.changes import LookChange, SlideAdded
    from deckgen.roundtrip.deck_outline import compile_version
    from deckgen.roundtrip.pull import pull as pull_changes

    # These bring pictures and decks along, which must be sound.
    brings_files = any(isinstance(each, LookChange | SlideAdded) for each in changes)
    compile_source = compile_nodes if brings_files else compile_words
    return pull_changes(
        talk,
        changes,
        Workspace.around(version.outline),
        lambda files, found: compile_version(version, files, found, compile_source),
        hand,
        scope,
    )


def _write(pulled: Pulled, version: TalkVersion, talk: CurrentTalk) -> None:
    """Write all files; end, and change none, if that fails."""
    from deckgen.files.written_together import FileChange, write_together
    from deckgen.roundtrip.writing.targets.draft import Draft

    disk = Draft(Workspace.around(version.outline), talk)
    with ending_on_failure(ExitCode.OUTSIDE):
        write_together(
            {name: FileChange(disk.read(name), new) for name, new in pulled.files.items()}
        )


_HEADINGS: dict[Result, str] = {
    "taken": "Written:",
    "pinned": "Kept as it is, since no outline can say it; the key `pinned` shows this slide:",
    "same": "There already:",
    "conflict": "Changed in the outline, too, which stays as it is; type there what is right:",
    "shared": "Shared by all towns; add --only-here for this town alone, --everywhere for all:",
    "refused": "Not written; change it yourself:",
    "asked": "Comments, which the next build is without; do what they ask for:",
}

_SHARED_BY_ROWS = "Shared by all rows of the table; add --everywhere to change it for all of them:"


def _tell(
    pulled: Pulled, base: DeckMap, deck: str, headings: Mapping[Result, str], *, dry_run: bool
) -> None:
    from deckgen.roundtrip.comparing.change_report import change_report

    outcomes = {id(each.change): each for each in pulled.outcomes}

    def remarks(change: Change) -> Iterator[str]:
        outcome = outcomes[id(change)]
        if outcome.result == "conflict":
            yield f"The outline says: “{change.current.words}”"
        elif outcome.why:
            span = outcome.span
            yield f"{outcome.why} ({span.file}:{span.line})" if span else outcome.why

    for result, heading in headings.items():
        changes = [each.change for each in pulled.outcomes if each.result == result]
        if changes:
            say("To be written:" if dry_run and result == "taken" else heading)
            say(change_report(changes, base, remarks=remarks))
    taken = sum(each.result in {"taken", "pinned"} for each in pulled.outcomes)
    if not pulled.outcomes:
        say(f"{deck}: nothing was changed since it was built.")
    elif taken:
        if taken == len(outcomes) and not dry_run:
            say("All of it is there now, and `deckgen build` makes the deck anew. If the changed")
            say("one lies in its place, it is kept beside it.")
        names = ", ".join(sorted(pulled.files))
        would = "would be " if dry_run else ""
        say(f"{taken:,} of {counted(len(outcomes), 'change')} {would}written into {names}.")
    else:
        say("Nothing was written.")
