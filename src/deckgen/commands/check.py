"""`deckgen check`: everything that is wrong with a talk, at once."""

from __future__ import annotations

import sys
from typing import Unpack

import click

from deckgen.commands.console import report, say
from deckgen.commands.one_town import compile_one
from deckgen.commands.options.town_options import town_options
from deckgen.commands.town_selection import Asked, is_many
from deckgen.support.diagnostics import REQUIRED_BY_CHECK, Diagnostics
from deckgen.support.exit_codes import ExitCode


@click.command()
@click.argument("outline", default="slides.yaml")
@click.option(
    "--brand", metavar="FILE", help="A brand.yaml or a template to use instead of the outline's."
)
@town_options
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    help="For people, for programs, or for GitHub's checks.",
)
def check(outline: str, brand: str | None, style: str, **asked: Unpack[Asked]) -> None:
    """Say everything that is wrong with OUTLINE (slides.yaml if left out), and write nothing.

    Of many towns in one run, the same problem is told once.

    A picture without a text for people who cannot see it, which `build` only warns of, is an error.

    \b
    Example:
      deckgen check
      deckgen check --all
      deckgen check slides.yaml --format json
    """
    if is_many(asked):
        from deckgen.commands.many_towns import check_towns

        sys.exit(check_towns(outline, brand, asked, style))
    diagnostics = Diagnostics()
    compile_one(outline, brand, diagnostics, asked)
    diagnostics = diagnostics.stricter(REQUIRED_BY_CHECK)
    report(diagnostics, (outline, brand), style, err=False)
    if diagnostics.has_errors:
        sys.exit(ExitCode.OUTLINE)
    if style == "text" and not len(diagnostics):
        say(f"{outline}: all is well")
