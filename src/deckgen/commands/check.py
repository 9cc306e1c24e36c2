"""`deckgen check`: everything that is wrong with a talk, at once."""

import sys
from typing import Unpack

import click

from deckgen.commands.options.shared_options import brand_options, format_option
from deckgen.commands.options.town_options import (
    BrandChoice,
    TownOptions,
    town_options,
    town_selection,
)
from deckgen.commands.output.console import ending_at_once


class _Options(TownOptions):
    """The options beside the outline, its brand and the form of the report."""

    style: str | None


@click.command()
@click.argument("outline", default="slides.yaml")
@brand_options
@town_options
@format_option(("text", "json", "github"), "For people, for programs, or for GitHub's checks.")
def check(outline: str, brand: str | None, report_format: str, **options: Unpack[_Options]) -> None:
    """Say everything that is wrong with OUTLINE (slides.yaml if left out), and write nothing.

    A problem that several towns share is told once.

    A picture without a text for people who cannot see it, which `build` only warns of, is an error.

    \b
    Example:
      deckgen check
      deckgen check --all
      deckgen check slides.yaml --format json
    """
    look = BrandChoice(brand, options["style"])
    selection = town_selection(options)
    with ending_at_once():
        if selection.is_many:
            from deckgen.commands.building.many_towns import check_many

            sys.exit(check_many(outline, look, selection, report_format))
        from deckgen.commands.building.one_deck import check_one

        check_one(outline, look, selection, report_format)
