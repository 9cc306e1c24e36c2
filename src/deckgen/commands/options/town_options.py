"""The options that choose towns and their words, for every command that has them."""

import sys
from collections.abc import Callable
from typing import Any, NamedTuple, TypedDict, TypeVar

import click

from deckgen.commands.output.console import epoch, report
from deckgen.files.workspace import with_slashes
from deckgen.project.output_paths import Output
from deckgen.project.towns.town import Town
from deckgen.project.towns.town_builder import BuildOptions
from deckgen.project.towns.town_selection import (
    TownSelection,
    located_tags,
    parse_variables,
    select_towns,
)
from deckgen.support.diagnostics import Diagnostics
from deckgen.support.exit_codes import ExitCode

_Command = TypeVar("_Command", bound=Callable[..., Any])


class TownOptions(TypedDict):
    """What these options say."""

    towns: tuple[str, ...]
    every: bool
    table: str | None
    words: tuple[str, ...]
    tags: tuple[str, ...]


class BrandChoice(NamedTuple):
    """What the command line says of the looks of a deck."""

    file: str | None = None
    """A brand.yaml or a template."""
    style: str | None = None
    """The name of a style."""


class BuildRequest(NamedTuple):
    """What the command line of `deckgen build` says."""

    outline: str
    output: Output
    look: BrandChoice
    selection: TownSelection
    force: bool = False
    """Whether decks are built that have not changed since."""
    explain: bool = False
    """Whether it is said of every slide how its text was fitted."""
    quiet: bool = False
    """Whether nothing is said of decks that are well."""
    is_clean: bool = False
    """Whether decks hold no map of their words, for publishing."""

    @property
    def files(self) -> tuple[str | None, ...]:
        """The files that it names."""
        return self.outline, self.look.file, self.selection.table


def _style_name(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """Return the name of a style; end if there is none so called."""
    if value is None:
        return None
    from deckgen.brand.styles import is_style, unknown_style

    if not is_style(value):
        raise click.BadParameter(" ".join(unknown_style(value)), ctx, param)
    return value


def _styles_from(ctx: click.Context, param: click.Parameter, begun: str) -> list[str]:
    """Return the styles that a shell offers."""
    del ctx, param
    from deckgen.brand.styles import style_names

    return [name for name in style_names() if name.startswith(begun)]


style_option = click.option(
    "--style",
    metavar="NAME",
    callback=_style_name,
    shell_complete=_styles_from,
    help="How slides are composed; `deckgen brand styles` lists the names.",
)


def brand_options(command: _Command) -> _Command:
    """Add the options that choose how a deck looks."""
    brand = click.option(
        "--brand",
        metavar="FILE",
        help="A brand.yaml or a template to use instead of the outline's.",
    )
    return brand(style_option(command))


quiet_option = click.option(
    "-q", "--quiet", is_flag=True, help="Say nothing unless something is wrong."
)
overwrite_option = click.option(
    "--overwrite",
    is_flag=True,
    help="Replace also what was changed by hand, or is of others; it is kept beside.",
)
"""For every command that writes files."""

sent_option = click.option(
    "--sent", metavar="FILE", help="The deck as you sent it, if DECK no longer holds its map."
)
"""For the commands that read a deck which somebody edited."""


def town_options(command: _Command) -> _Command:
    """Add the options that choose towns and their words."""
    options = (
        click.option("--town", "towns", multiple=True, metavar="NAME", help="As towns/NAME.yaml."),
        click.option("--all", "every", is_flag=True, help="Every file in the folder towns."),
        click.option("--each", "table", metavar="CSV", help="Every row of a table."),
        click.option(
            "--var", "words", multiple=True, metavar="NAME=WORDS", help="Words for ${NAME}."
        ),
        click.option(
            "--tag", "tags", multiple=True, metavar="TAG", help="A version, as in only: TAG."
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def town_selection(options: TownOptions) -> TownSelection:
    """Return what the options say; raise RequestError for words without a name."""
    return TownSelection(
        options["towns"],
        options["every"],
        options["table"],
        parse_variables(options["words"]),
        located_tags(options["tags"]),
    )


def build_options(
    outline: str, look: BrandChoice, *, overwrite: bool = False, is_clean: bool = False
) -> BuildOptions:
    """Return what the decks of a run have in common."""
    brand = look.file and with_slashes(look.file)
    return BuildOptions(with_slashes(outline), brand, epoch(), overwrite, look.style, is_clean)


def selected_towns(outline: str, selection: TownSelection) -> list[Town]:
    """Return every town that is asked for; end, and say why, if a table cannot be read."""
    diagnostics = Diagnostics()
    towns = select_towns(outline, selection, diagnostics)
    report(diagnostics, (selection.table,))
    if diagnostics.has_errors:
        sys.exit(ExitCode.OUTLINE)
    return towns
