"""`deckgen check`: everything that is wrong with a talk, at once."""

import sys
from typing import Unpack

import click

from deckgen.commands.options.town_options import (
    TownOptions,
    brand_option,
    town_options,
    town_selection,
)


@click.command()
@click.argument("outline", default="slides.yaml")
@brand_option
@town_options
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    help="For people, for programs, or for GitHub's checks.",
)
def check(outline: str, brand: str | None, style: str, **towns: Unpack[TownOptions]) -> None:
    """Say everything that is wrong with OUTLINE (slides.yaml if left out), and write nothing.

    Of many towns in one run, the same problem is told once.

    A picture without a text for people who cannot see it, which `build` only warns of, is an error.

    \b
    Example:
      deckgen check
      deckgen check --all
      deckgen check slides.yaml --format json
    """
    selection = town_selection(towns)
    if selection.is_many:
        from deckgen.commands.many_towns import check_many

        sys.exit(check_many(outline, brand, selection, style))
    from deckgen.commands.one_deck import check_one

    check_one(outline, brand, selection, style)
