"""`deckgen towns`: the towns of a talk, and what differs between two of them."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from deckgen.commands.options.shared_options import CommandGroup
from deckgen.commands.output.console import fail, report, say
from deckgen.project.towns.town_selection import TownSelection, known_towns, select_town
from deckgen.support.diagnostics import Diagnostics, counted
from deckgen.support.exit_codes import ExitCode
from deckgen.support.file_names import shell_word

if TYPE_CHECKING:
    from deckgen.deck.slide import Deck
    from deckgen.outline.schema.entry import Outline
    from deckgen.project.towns.town_builder import TownBuilder
    from deckgen.project.towns.town_selection import Town

_THE_TALK = "the talk"
"""The name of the talk without a town, in a comparison with one."""
_outline_option = click.option(
    "--outline", default="slides.yaml", metavar="FILE", help="The talk, if not slides.yaml."
)


@click.group(cls=CommandGroup, invoke_without_command=True)
@_outline_option
@click.pass_context
def towns(context: click.Context, outline: str) -> None:
    """List the towns that the talk is given in: a file for each, in the folder towns beside it.

    \b
    Example:
      deckgen towns
      deckgen towns diff gera jena
    """
    if context.invoked_subcommand is not None:
        return
    files = known_towns(outline)
    if not files:
        say("This talk has no towns yet. A file such as towns/gera.yaml makes one.")
        return
    builder = _builder(outline)
    width = max(map(len, files))
    for name in files:
        diagnostics = Diagnostics()
        read = builder.outline(_town(name, files), diagnostics)
        says = f"has errors: deckgen check --town {shell_word(name)}"
        if read is not None and not diagnostics.has_errors:
            says = _facts(read)
        say(f"{name:<{width}}  {says}")


@towns.command()
@click.argument("first")
@click.argument("second", required=False)
@_outline_option
def diff(first: str, second: str | None, outline: str) -> None:
    """Show what differs on the slides of two towns, or of a town and the talk as it is written.

    \b
    Example:
      deckgen towns diff gera jena
      deckgen towns diff gera
    """
    from deckgen.deck.deck_diff import deck_differences

    builder = _builder(outline)
    names = (first, second) if second else (_THE_TALK, first)
    decks = [_deck(builder, outline, name) for name in names]
    lines = list(deck_differences(decks[0], decks[1], names))
    say("\n".join(lines) if lines else f"{names[0]} and {names[1]} show the same slides.")


def _deck(builder: TownBuilder, outline: str, name: str) -> Deck:
    """Return the deck of a town; ends, with what is wrong, where there is none."""
    diagnostics = Diagnostics()
    town = _town("" if name == _THE_TALK else name, known_towns(outline))
    compiled = builder.compile(town, diagnostics)
    if compiled is None or diagnostics.has_errors:
        report(diagnostics, (outline,))
        sys.exit(ExitCode.OUTLINE)
    return compiled.deck


def _builder(outline: str) -> TownBuilder:
    from deckgen.files.workspace import with_slashes
    from deckgen.project.towns.town_builder import BuildOptions, TownBuilder

    builder = TownBuilder(BuildOptions(with_slashes(outline), None, None))
    if any(problem.severity == "error" for problem in builder.problems):
        report(Diagnostics(builder.problems), (outline,))
        fail(ExitCode.OUTLINE, f"{outline} cannot be read.", None)
    return builder


def _town(name: str, files: Mapping[str, str]) -> Town:
    return select_town(files, TownSelection((name,) if name else ()))


def _facts(outline: Outline) -> str:
    """Return what tells one town from another: where and when, how many slides, how long."""
    from deckgen.language.phrases import long_date
    from deckgen.outline.lower.speaking_time import format_minutes, total_minutes

    talk, event = outline.talk, outline.talk.event
    total = total_minutes(outline)
    facts = (
        event.name.text if event and event.name else "",
        event.place.text if event and event.place else "",
        long_date(event.date, talk.lang) if event and event.date else "",
        counted(len(outline.slides), "slide"),
        format_minutes(total) if total else "",
    )
    return ", ".join(filter(None, facts))
