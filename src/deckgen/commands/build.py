"""`deckgen build`: the deck of a talk, or those of many towns."""

import sys
from typing import Unpack

import click

from deckgen.commands.options.shared_options import brand_options, overwrite_option, quiet_option
from deckgen.commands.options.town_options import (
    BrandChoice,
    BuildRequest,
    TownOptions,
    town_options,
    town_selection,
)
from deckgen.commands.output.console import ending_at_once
from deckgen.project.output_paths import Output, check_ending


class _Options(TownOptions):
    """The options beside those that say how it is built."""

    style: str | None
    overwrite: bool
    quiet: bool
    clean: bool


@click.command()
@click.argument("outline", default="slides.yaml")
@click.option("-o", "--output", metavar="FILE", help="Where to write the deck.")
@brand_options
@town_options
@overwrite_option
@click.option("--force", is_flag=True, help="Build also what has not changed since.")
@click.option("--watch", is_flag=True, help="Build again after every save, until Ctrl-C.")
@click.option("--explain", is_flag=True, help="Say of every slide how its text was fitted.")
@click.option(
    "--clean", is_flag=True, help="Without the map that `deckgen pull` needs: to publish a deck."
)
@quiet_option
def build(
    outline: str,
    output: str | None,
    brand: str | None,
    *,
    force: bool,
    watch: bool,
    explain: bool,
    **options: Unpack[_Options],
) -> None:
    """Build the deck of OUTLINE (slides.yaml if left out), or those of many towns.

    The deck goes to build/<title>.pptx, that of a town to build/<town>.pptx, or where -o says. The
    folder of an outline elsewhere, and its name unless it is slides.yaml, stand before that; what
    --tag and --var say stands behind it.
    If the outline has errors, nothing is written and an older deck stays as it was.

    \b
    Example:
      deckgen build
      deckgen build slides.yaml -o "build/Leipzig.pptx"
      deckgen build --watch
      deckgen build --style panel
      deckgen build --town gera
      deckgen build --all
      deckgen build --each towns.csv -o "build/{town}.pptx"
      deckgen build --var event.slot=10 --tag kurz -o "build/{tag}.pptx"
    """
    look = BrandChoice(brand, options["style"])
    selection, target = town_selection(options), Output(output, options["overwrite"])
    request = BuildRequest(
        outline, target, look, selection, force, explain, options["quiet"], options["clean"]
    )
    if output is not None and not selection.is_many:
        # Without it no program opens the deck; and `-o slides.yaml` would be the end of the talk.
        check_ending(output, ".pptx")
    if watch:
        from deckgen.commands.building.watch import watch_talk, watch_towns

        if selection.is_many:
            watch_towns(request)
        else:
            watch_talk(request)
        return
    with ending_at_once():
        if selection.is_many:
            from deckgen.commands.building.many_towns import build_towns

            sys.exit(build_towns(request))
        from deckgen.commands.building.one_deck import build_one

        build_one(request)
