"""`deckgen build`: the deck of a talk, or those of many towns."""

from __future__ import annotations

import sys
from typing import Unpack

import click

from deckgen.commands.options.file_endings import end_without_ending
from deckgen.commands.options.town_options import overwrite_option, town_options
from deckgen.commands.town_selection import Asked, Output, is_many


class _Said(Asked):
    """The options beside those that choose what is built, and how it is watched."""

    overwrite: bool
    quiet: bool


@click.command()
@click.argument("outline", default="slides.yaml")
@click.option("-o", "--output", metavar="FILE", help="Where to write the deck.")
@click.option(
    "--brand", metavar="FILE", help="A brand.yaml or a template to use instead of the outline's."
)
@town_options
@overwrite_option
@click.option("--force", is_flag=True, help="Build also what has not changed since.")
@click.option("--watch", is_flag=True, help="Build again after every save, until Ctrl-C.")
@click.option("--explain", is_flag=True, help="Say of every slide how its text was fitted.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing unless something is wrong.")
def build(
    outline: str,
    output: str | None,
    brand: str | None,
    *,
    force: bool,
    watch: bool,
    explain: bool,
    **said: Unpack[_Said],
) -> None:
    """Build the deck of OUTLINE (slides.yaml if left out), or those of many towns.

    The deck goes to build/<title>.pptx, that of a town to build/<town>.pptx, or where -o says. The
    name of another outline than slides.yaml stands before that, what --tag and --var say behind it.
    If the outline has errors, nothing is written and an older deck stays as it was.

    \b
    Example:
      deckgen build
      deckgen build slides.yaml -o "build/Leipzig.pptx"
      deckgen build --watch
      deckgen build --town gera
      deckgen build --all
      deckgen build --each towns.csv -o "build/{town}.pptx"
      deckgen build --var event.slot=10 --tag kurz -o "build/{tag}.pptx"
    """
    target, quiet = Output(output, said["overwrite"]), said["quiet"]
    if is_many(said):
        if watch:
            from deckgen.commands.watch import watch_towns

            sys.exit(watch_towns(outline, target, brand, said, force=force, quiet=quiet))
        from deckgen.commands.many_towns import build_towns

        sys.exit(build_towns(outline, target, brand, said, force=force, quiet=quiet))
    if output is not None:
        # Without it no program opens the deck; and `-o slides.yaml` would be the end of the talk.
        end_without_ending(output, ".pptx")
    if watch:
        from deckgen.commands.watch import watch_talk

        sys.exit(watch_talk(outline, target, brand, said, explain=explain, quiet=quiet))
    from deckgen.commands.one_deck import build_one

    build_one(outline, target, brand, said, explain=explain, quiet=quiet)
