"""The command line: parse the arguments, call, report, exit. No logic."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import sys
from typing import TYPE_CHECKING, NoReturn

import click

from deckgen import __version__
from deckgen.cli_brand import brand as brand_commands
from deckgen.diagnostics import Diagnostics
from deckgen.exit_codes import ExitCode

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
    deckgen brand           your organisation's template, or colours of your own
    """


@cli.command()
@click.argument("outline", default="slides.yaml")
@click.option("-o", "--output", metavar="FILE", help="Where to write the deck.")
@click.option(
    "--brand", metavar="FILE", help="A brand.yaml or a template to use instead of the outline's."
)
@click.option("--explain", is_flag=True, help="Say of every slide how its text was fitted.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing unless something is wrong.")
def build(
    outline: str, output: str | None, brand: str | None, *, explain: bool, quiet: bool
) -> None:
    """Build the deck of OUTLINE (slides.yaml if left out).

    The deck goes to build/<title>.pptx, or where -o says. If the outline has errors, nothing is
    written and an older deck stays as it was.

    \b
    Example:
      deckgen build
      deckgen build slides.yaml -o "build/Leipzig.pptx"
      deckgen build --explain
    """
    from deckgen.compile import deck_bytes
    from deckgen.outline.lowering import slug
    from deckgen.workspace import Workspace, WorkspaceError

    if output is not None and not output.lower().endswith(".pptx"):
        # Without it no program opens the deck; and `-o slides.yaml` would be the end of the talk.
        _fail(ExitCode.USAGE, f"{output} does not end in .pptx.", f"Type -o {output}.pptx.")
    diagnostics, epoch = Diagnostics(), _epoch()
    compiled = _compiled(outline, brand, diagnostics)
    if compiled is None or diagnostics.has_errors:
        _report(diagnostics)
        sys.exit(ExitCode.OUTLINE)
    deck = compiled.deck
    target = output or os.path.join("build", f"{slug(deck.title) or 'deck'}.pptx")
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
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    help="For people, for programs, or for GitHub's checks.",
)
def check(outline: str, brand: str | None, style: str) -> None:
    """Say everything that is wrong with OUTLINE (slides.yaml if left out), and write nothing.

    \b
    Example:
      deckgen check
      deckgen check slides.yaml --format json
    """
    diagnostics = Diagnostics()
    _compiled(outline, brand, diagnostics)
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
def schema() -> None:
    """Print the JSON Schema of an outline, with which an editor completes and explains the keys.

    \b
    Example:
      deckgen schema > slides.schema.json

    \b
    and, as the first line of slides.yaml:
      # yaml-language-server: $schema=slides.schema.json
    """
    import json

    from deckgen.outline.kinds import kinds
    from deckgen.outline.schema import json_schema

    click.echo(json.dumps(json_schema(kinds()), indent=2, ensure_ascii=False))


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


def _compiled(outline: str, brand: str | None, diagnostics: Diagnostics) -> Compiled | None:
    from deckgen.brands import BrandFile
    from deckgen.compile import compile_talk
    from deckgen.workspace import Workspace, folder_of, with_slashes

    brand_file = None
    if brand is not None:
        brand_file = BrandFile(with_slashes(brand), Workspace(".", within=folder_of(brand)))
    files = Workspace(".", within=folder_of(outline))
    return compile_talk(with_slashes(outline), files, brand_file, diagnostics)


def _report(diagnostics: Diagnostics, style: str = "text", *, err: bool = True) -> None:
    """Print what was found: for people with the lines that it stands in."""
    from deckgen.report import as_github, as_json, as_text

    if style == "json":
        click.echo(as_json(diagnostics), nl=False, err=err)
    elif style == "github":
        click.echo(as_github(diagnostics), nl=False, err=err)
    elif len(diagnostics):
        click.echo(as_text(diagnostics, _sources(diagnostics), color=True), nl=False, err=err)


def _sources(diagnostics: Diagnostics) -> dict[str, str]:
    """Return the text of every file that a finding points into."""
    from deckgen.workspace import WorkspaceError, read_file

    sources = {}
    for name in {found.span.file for found in diagnostics if found.span}:
        with contextlib.suppress(WorkspaceError):
            sources[name] = read_file(name).decode("utf-8-sig", errors="replace")
    return sources


def _epoch() -> dt.datetime | None:
    """Return the moment that SOURCE_DATE_EPOCH names (reproducible-builds.org), if it is set."""
    said = os.environ.get("SOURCE_DATE_EPOCH")
    if not said:
        return None
    try:
        return dt.datetime.fromtimestamp(int(said), dt.UTC)
    except (ValueError, OverflowError, OSError):
        _fail(
            ExitCode.USAGE,
            f"SOURCE_DATE_EPOCH is “{said}”, which is no moment.",
            "Set it to the seconds since 1970, or not at all.",
        )


def _fail(code: ExitCode, message: str, hint: str | None) -> NoReturn:
    click.echo(f"deckgen: {message}" + (f"\n  {hint}" if hint else ""), err=True)
    sys.exit(code)
