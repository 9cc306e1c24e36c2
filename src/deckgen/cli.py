"""The command line: parse the arguments, call, report, exit. No logic."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Unpack

import click

from deckgen import __version__
from deckgen.cli_brand import brand as brand_commands
from deckgen.console import epoch as _epoch
from deckgen.console import fail as _fail
from deckgen.console import report as _report
from deckgen.diagnostics import REQUIRED_BY_CHECK, Diagnostics
from deckgen.exit_codes import ExitCode
from deckgen.town_listing import towns
from deckgen.town_options import (
    Asked,
    is_many,
    known_towns,
    one_town,
    tags_said,
    target_of_one,
    town_options,
)

if TYPE_CHECKING:
    from deckgen.compile import Compiled

_CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 96}


@click.group(context_settings=_CONTEXT)
@click.version_option(__version__, message="deckgen %(version)s")
def cli() -> None:
    """Write a talk once as a YAML outline; get a branded, native, editable PowerPoint deck.

    \b
    deckgen new my-talk     a talk to begin with
    deckgen build           slides.yaml becomes build/<title>.pptx
    deckgen check           everything that is wrong, at once
    deckgen kinds           what slides there are
    deckgen build --all     a deck for every town
    deckgen brand           your organisation's template, or colours of your own
    """


@cli.command()
@click.argument("outline", default="slides.yaml")
@click.option("-o", "--output", metavar="FILE", help="Where to write the deck.")
@click.option(
    "--brand", metavar="FILE", help="A brand.yaml or a template to use instead of the outline's."
)
@town_options
@click.option("--force", is_flag=True, help="Build also what has not changed since.")
@click.option("--explain", is_flag=True, help="Say of every slide how its text was fitted.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing unless something is wrong.")
def build(
    outline: str,
    output: str | None,
    brand: str | None,
    *,
    force: bool,
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
      deckgen build --town gera
      deckgen build --all
      deckgen build --each towns.csv -o "build/{town}.pptx"
      deckgen build --var town=Gera --tag kurz --explain
    """
    if is_many(asked):
        from deckgen.town_commands import build_towns

        sys.exit(build_towns(outline, output, brand, asked, force=force, quiet=quiet))
    from deckgen.compile import deck_bytes
    from deckgen.workspace import Workspace, WorkspaceError

    if output is not None and not output.lower().endswith(".pptx"):
        # Without it no program opens the deck; and `-o slides.yaml` would be the end of the talk.
        _fail(ExitCode.USAGE, f"{output} does not end in .pptx.", f"Type -o {output}.pptx.")
    diagnostics, epoch = Diagnostics(), _epoch()
    compiled = _compiled(outline, brand, diagnostics, asked)
    if compiled is None or diagnostics.has_errors:
        _report(diagnostics)
        sys.exit(ExitCode.OUTLINE)
    deck = compiled.deck
    target = target_of_one(output, asked, deck.title)
    try:
        Workspace(".").write(target, deck_bytes(compiled, epoch))
    except WorkspaceError as problem:
        _fail(ExitCode.OUTSIDE, problem.message, problem.hint)
    if not quiet or any(found.severity == "warning" for found in diagnostics):
        _report(diagnostics)
    if explain:
        from deckgen.report import as_explanation

        click.echo(as_explanation(compiled.fitted.reports), nl=False)
    if not quiet:
        count = len(deck.slides)
        click.echo(
            f"{target}: {count} slide{'s' if count != 1 else ''}, brand “{compiled.brand.name}”"
        )


@cli.command()
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
        from deckgen.town_commands import check_towns

        sys.exit(check_towns(outline, brand, asked, style))
    diagnostics = Diagnostics()
    _compiled(outline, brand, diagnostics, asked)
    diagnostics = diagnostics.stricter(REQUIRED_BY_CHECK)
    _report(diagnostics, style, err=False)
    if diagnostics.has_errors:
        sys.exit(ExitCode.OUTLINE)
    if style == "text" and not len(diagnostics):
        click.echo(f"{outline}: all is well")


@cli.command()
@click.argument("folder", metavar="DIR")
def new(folder: str) -> None:
    """Begin a talk in the new folder DIR: an outline, a brand and a logo to change.

    \b
    Example:
      deckgen new my-talk
      cd my-talk
      deckgen build
    """
    from pathlib import Path

    from deckgen.starter import starter_files
    from deckgen.workspace import Workspace, WorkspaceError

    target = Path(folder)
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        _fail(
            ExitCode.USAGE, f"{folder} is there already.", "Name a folder that does not exist yet."
        )
    try:
        for name, data in starter_files().items():
            Workspace(target).write(name, data)
    except WorkspaceError as problem:
        _fail(ExitCode.OUTSIDE, problem.message, problem.hint)
    click.echo(f"{target / 'slides.yaml'} is your talk. Next:\n  cd {folder}\n  deckgen build")


@cli.command("kinds")
@click.argument("kind", required=False)
def kinds_(kind: str | None) -> None:
    """List the kinds of slides, or show the manual of one KIND with an example.

    \b
    Example:
      deckgen kinds
      deckgen kinds question
    """
    from deckgen.outline.kinds import kinds
    from deckgen.outline.schema import manual

    known = {found.name: found for found in kinds()}
    if kind is None:
        width = max(map(len, known))
        for name, found in known.items():
            click.echo(f"{name:<{width}}  {found.manual.splitlines()[0]}")
        click.echo("\ndeckgen kinds KIND shows the keys of one, with an example.")
    elif kind in known:
        click.echo(manual(known[kind]))
    else:
        _fail(ExitCode.USAGE, f"There is no kind “{kind}”.", f"There are {', '.join(known)}.")


@cli.command()
@click.argument("what", type=click.Choice(["outline", "town"]), default="outline")
def schema(what: str) -> None:
    """Print the JSON Schema of an outline, with which an editor completes and explains the keys.

    \b
    Example:
      deckgen schema > slides.schema.json
      deckgen schema town > town.schema.json

    \b
    and, as the first line of slides.yaml:
      # yaml-language-server: $schema=slides.schema.json
    """
    import json

    from deckgen.outline.kinds import kinds
    from deckgen.outline.schema import json_schema, town_schema

    made = town_schema if what == "town" else json_schema
    click.echo(json.dumps(made(kinds()), indent=2, ensure_ascii=False))


@cli.command()
@click.argument("deck", metavar="DECK.pptx")
def text(deck: str) -> None:
    """Print what stands in a deck, ours or anybody's, as readable text.

    \b
    Example:
      deckgen text build/die-kommunale-perspektive.pptx

    \b
    It serves git as well: see what changed in a deck with `git diff`.
      git config diff.pptx.textconv "deckgen text"
      echo "*.pptx diff=pptx" >> .gitattributes
    """
    from deckgen.ooxml.dump import dump
    from deckgen.workspace import Workspace, WorkspaceError, folder_of, with_slashes

    diagnostics = Diagnostics()
    try:
        data = Workspace(".", within=folder_of(deck)).read(with_slashes(deck))
    except WorkspaceError as problem:
        _fail(ExitCode.OUTLINE, problem.message, problem.hint)
    shown = dump(data, diagnostics, deck)
    if shown is not None:
        click.echo(shown, nl=False)
    _report(diagnostics)
    if diagnostics.has_errors:
        sys.exit(ExitCode.OUTLINE)


cli.add_command(brand_commands)
cli.add_command(towns)


def _compiled(
    outline: str, brand: str | None, diagnostics: Diagnostics, asked: Asked
) -> Compiled | None:
    from deckgen.building import Bench, Task
    from deckgen.workspace import with_slashes

    town = one_town(outline, asked)
    bench = Bench(Task(with_slashes(outline), brand and with_slashes(brand), None))
    bench.check_names(known_towns(outline), tags_said(asked), diagnostics)
    return bench.compile(town, diagnostics)
