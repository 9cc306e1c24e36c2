"""What all exports share: their options, the decks that they are made of, and how they end."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple, NoReturn, TypeAlias

import click

from deckgen.commands.options.shared_options import (
    all_of,
    brand_options,
    overwrite_option,
    quiet_option,
)
from deckgen.commands.options.town_options import (
    BrandChoice,
    TownOptions,
    build_options,
    selected_towns,
    town_options,
    town_selection,
)
from deckgen.commands.output.console import (
    ending_on_failure,
    fail,
    report,
    say,
    show_progress,
    tell_problem,
)
from deckgen.files.overwriting import OverwritePolicy, check_replaceable, write_output
from deckgen.files.workspace import Workspace, WorkspaceError, folder_of, read_file
from deckgen.project.output_paths import check_ending, check_pattern, path_pattern
from deckgen.support.diagnostics import Diagnostics
from deckgen.support.exit_codes import ExitCode
from deckgen.support.file_names import POWERPOINT_ENDINGS

if TYPE_CHECKING:
    from deckgen.pipeline.compile import Compiled
    from deckgen.project.selected_decks import SelectedDeck
    from deckgen.project.towns.town_builder import BuildOptions
    from deckgen.project.towns.town_selection import TownSelection

ShowProgress: TypeAlias = Callable[[str, int, int], None]
"""Shows the progress: what is being made, how many are done, of how many (0: not known)."""


class ExportArguments(TownOptions):
    """What the command line says to any export."""

    outline: str
    output: str | None
    brand: str | None
    style: str | None
    quiet: bool
    overwrite: bool


class DeckToExport(NamedTuple):
    """One deck of which something is to be made."""

    compiled: Compiled | None
    """The talk; None for a deck that exists already."""
    data: bytes
    """The .pptx."""
    label: str
    """The town; empty for the talk as it is written, and for a deck that exists already."""
    source: str
    """The outline or the deck, as the command line names it."""
    target: str
    """The file to write, or the folder."""
    replacing: OverwritePolicy
    """What may be replaced by it."""
    place: str = ""
    """The place among many decks, such as “3 of 40”."""

    def of_outline(self, need: str) -> Compiled:
        """Return the compiled talk; end if there is none, and say what needs it."""
        if self.compiled is None:
            fail(
                ExitCode.USAGE,
                f"{self.source} is a deck as it is; {need}.",
                "Give the outline, such as slides.yaml; or make a PDF: deckgen export pdf.",
            )
        return self.compiled

    def save(self, data: bytes) -> str:
        """Write the one file that is made, with its seal. Raises WorkspaceError.

        Return a line for the message if another file in its place is kept beside; else nothing.
        """
        from deckgen.seal.seal import seal_file

        return kept_files_line(write_output(self.target, seal_file(data), self.replacing))


def kept_files_line(*kept: str | None) -> str:
    """Return a line with the names under which replaced files are kept; empty without any."""
    names = "; ".join(filter(None, kept))
    return f"\n  What stood there is kept as {names}" if names else ""


def size_text(count: int) -> str:
    """Return a number of bytes for people: “1.2 MB”, “340 kB”."""
    return f"{count / 1_000_000:.1f} MB" if count > 500_000 else f"{count // 1000} kB"


Write: TypeAlias = Callable[[DeckToExport, ShowProgress], str]
"""Writes the export of a deck, and returns the message about it.

Raises WorkspaceError or RenderingError.
"""


export_options = all_of(
    click.argument("outline", default="slides.yaml"),
    click.option("-o", "--output", metavar="FILE", help="Where to write it."),
    brand_options,
    town_options,
    overwrite_option,
    quiet_option,
)
"""What all exports share."""


def export_each(arguments: ExportArguments, ending: str, write: Write) -> NoReturn:
    """Call `write` with every deck of the arguments, report what it returns, and end.

    `ending` is what default names end in: “.pdf”, “-handout.pdf”; empty for folders. What -o names
    must have the same ending from its last dot on. A deck whose outline has errors is not written,
    and the exit code is 1; if something outside is missing or broken, it is 3. Of many towns, one
    that fails does not stop the others.
    """
    from deckgen.render.renderer import RenderingError

    exit_codes, swept = set[ExitCode](), set[str]()
    for deck in _selected_decks(arguments, ending, exit_codes):
        show = no_progress if arguments["quiet"] else progress_line(deck.place)
        try:
            if "." in ending:
                check_replaceable(deck.target, deck.replacing)
                if (folder := folder_of(deck.target)) not in swept:
                    swept.add(folder)
                    Workspace(".").sweep(folder)  # unfinished files of killed runs
            message = write(deck, show)
        except (RenderingError, WorkspaceError) as problem:
            show("", 0, 0)
            is_deck = problem.code == "not-a-deck"
            exit_codes.add(ExitCode.OUTLINE if is_deck else ExitCode.OUTSIDE)
            town = f"{deck.label}: " if deck.label else ""
            tell_problem(f"{town}{problem.message}", problem.hint)
            if problem.code == "no-renderer":
                break
            continue
        show("", 0, 0)
        if not arguments["quiet"]:
            say(message)
    sys.exit(min(exit_codes, default=ExitCode.OK))


def no_progress(what: str, done: int, of: int) -> None:
    """Show nothing: a `ShowProgress` for --quiet and for output to a file."""


def progress_line(place: str = "") -> ShowProgress:
    """Return a function that shows the progress in one line of the terminal, if there is one.

    `place` says which of many decks it is.
    """
    if not sys.stderr.isatty():
        return no_progress

    def show(what: str, done: int, of: int) -> None:
        bar = f" [{'#' * (done * 30 // of):-<30}] {done}/{of}" if of else ""
        show_progress(f"{place}{': ' if place else ''}{what} …{bar}" if what else "")

    return show


def _selected_decks(
    arguments: ExportArguments, ending: str, exit_codes: set[ExitCode]
) -> Iterator[DeckToExport]:
    """Yield the decks of the arguments; add the exit code of one that cannot be built."""
    from deckgen.pipeline.compile import deck_bytes
    from deckgen.project.selected_decks import compile_selected

    outline, output, selection = (
        arguments["outline"],
        arguments["output"],
        town_selection(arguments),
    )
    _, dot, last = ending.rpartition(".")
    if output is not None and dot:
        check_ending(output, dot + last, example="{town}" if selection.is_many else "talk")
    if outline.lower().endswith(POWERPOINT_ENDINGS):
        yield _existing(arguments, ending)
        return
    options = build_options(outline, BrandChoice(arguments["brand"], arguments["style"]))
    if selection.is_many:
        count, decks = _towns(arguments, selection, options, ending, exit_codes)
    else:
        count, decks = 1, iter([compile_selected(options, selection, output, ending)])
    for at, deck in enumerate(decks, 1):
        _report(deck.diagnostics, arguments)
        if deck.compiled is None:
            exit_codes.add(ExitCode.OUTLINE)
            if selection.is_many:
                say(f"Nothing is made for {deck.town.label}.", err=True)
            continue
        data, replacing = deck_bytes(deck.compiled, options.epoch), _replacing(arguments, deck.read)
        place = f"{at:,} of {count:,}" if selection.is_many else ""
        town = deck.town.name
        yield DeckToExport(deck.compiled, data, town, outline, deck.path, replacing, place)


def _towns(
    arguments: ExportArguments,
    selection: TownSelection,
    options: BuildOptions,
    ending: str,
    exit_codes: set[ExitCode],
) -> tuple[int, Iterator[SelectedDeck]]:
    """Return how many towns there are, and their decks; report what is wrong for all alike."""
    from deckgen.project.selected_decks import compile_towns

    outline = arguments["outline"]
    pattern = path_pattern(arguments["output"], outline, selection, ending)
    towns = selected_towns(outline, selection)
    file_ending = "." + ending.rpartition(".")[2] if "." in ending else ""
    check_pattern(pattern, towns, file_ending, from_table=selection.table is not None)
    about_all, decks = compile_towns(options, towns, pattern, selection)
    _report(about_all, arguments)
    if about_all.has_errors:
        exit_codes.add(ExitCode.OUTLINE)
    return len(towns), decks


def _existing(arguments: ExportArguments, ending: str) -> DeckToExport:
    """Return a deck that exists already; what is made of it lies beside it."""
    from pathlib import Path

    name = arguments["outline"]
    if any(
        arguments[key] for key in ("towns", "every", "table", "words", "tags", "brand", "style")
    ):
        fail(
            ExitCode.USAGE,
            f"{name} is a deck as it is: it has no towns, variables, brand or style to choose.",
            "Give the outline instead, such as slides.yaml.",
        )
    with ending_on_failure(ExitCode.OUTLINE):
        data = read_file(name)
    beside = f"{Path(name).with_suffix('')}{ending}"
    return DeckToExport(
        None, data, "", name, arguments["output"] or beside, _replacing(arguments, (name,))
    )


def _replacing(arguments: ExportArguments, read: Iterable[str]) -> OverwritePolicy:
    table = () if arguments["table"] is None else (arguments["table"],)
    return OverwritePolicy((*read, *table), arguments["overwrite"])


def _report(diagnostics: Diagnostics, arguments: ExportArguments) -> None:
    if not arguments["quiet"] or any(each.severity in {"warning", "error"} for each in diagnostics):
        report(diagnostics, (arguments["outline"], arguments["brand"], arguments["table"]))
