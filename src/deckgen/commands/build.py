"""`deckgen build`: the deck of a talk, or those of many towns."""

from __future__ import annotations

import sys
from typing import Unpack

import click

from deckgen.commands.console import epoch, fail, report
from deckgen.commands.one_town import compile_one
from deckgen.commands.town_options import Asked, is_many, target_of_one, town_options
from deckgen.diagnostics import Diagnostics
from deckgen.exit_codes import ExitCode


@click.command()
@click.argument("outline", default="slides.yaml")
@click.option("-o", "--output", metavar="FILE", help="Where to write the deck.")
@click.option(
    "--brand", metavar="FILE", help="A brand.yaml or a template to use instead of the outline's."
)
@town_options
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
    quiet: bool,
    **asked: Unpack[Asked],
) -> None:
    """Build the deck of OUTLINE (slides.yaml if left out), or those of many towns.

    The deck goes to build/<title>.pptx, that of a town to build/<town>.pptx, or where -o says. If
    the outline has errors, nothing is written and an older deck stays as it was.

    \b
    Example:
      deckgen build
      deckgen build slides.yaml -o "build/Leipzig.pptx"
      deckgen build --watch
      deckgen build --town gera
      deckgen build --all
      deckgen build --each towns.csv -o "build/{town}.pptx"
      deckgen build --var town=Gera --tag kurz --explain
    """
    if is_many(asked):
        if watch:
            from deckgen.commands.watch import watch_towns

            sys.exit(watch_towns(outline, output, brand, asked, force=force, quiet=quiet))
        from deckgen.commands.many_towns import build_towns

        sys.exit(build_towns(outline, output, brand, asked, force=force, quiet=quiet))
    if output is not None and not output.lower().endswith(".pptx"):
        # Without it no program opens the deck; and `-o slides.yaml` would be the end of the talk.
        fail(ExitCode.USAGE, f"{output} does not end in .pptx.", f"Type -o {output}.pptx.")
    if watch:
        from deckgen.commands.watch import watch_talk

        sys.exit(watch_talk(outline, output, brand, asked, explain=explain, quiet=quiet))
    from deckgen.compile import deck_bytes
    from deckgen.workspace import Workspace, WorkspaceError

    diagnostics, moment = Diagnostics(), epoch()
    compiled = compile_one(outline, brand, diagnostics, asked)
    if compiled is None or diagnostics.has_errors:
        report(diagnostics)
        sys.exit(ExitCode.OUTLINE)
    deck = compiled.deck
    target = target_of_one(output, asked, deck.title)
    try:
        Workspace(".").write(target, deck_bytes(compiled, moment))
    except WorkspaceError as problem:
        fail(ExitCode.OUTSIDE, problem.message, problem.hint)
    if not quiet or any(found.severity == "warning" for found in diagnostics):
        report(diagnostics)
    if explain:
        from deckgen.report import as_explanation

        click.echo(as_explanation(compiled.fitted.reports), nl=False)
    if not quiet:
        count = len(deck.slides)
        click.echo(
            f"{target}: {count} slide{'s' if count != 1 else ''}, brand “{compiled.brand.name}”"
        )
    sys.exit(ExitCode.OK)  # keeps what was made until the process ends, which is soon
