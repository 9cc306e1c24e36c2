"""The options that choose towns and their words, for every command that has them."""

from typing import NamedTuple, TypedDict

import click

from deckgen.commands.options.shared_options import all_of
from deckgen.commands.output.console import end_if_wrong, epoch
from deckgen.files.workspace import with_slashes
from deckgen.project.output_paths import Output
from deckgen.project.towns.town_builder import BuildOptions
from deckgen.project.towns.town_selection import (
    Town,
    TownSelection,
    located_tags,
    parse_variables,
    select_towns,
)
from deckgen.support.diagnostics import Diagnostics


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


variable_option = click.option(
    "--var", "words", multiple=True, metavar="NAME=WORDS", help="Words for ${NAME}."
)
tag_option = click.option(
    "--tag", "tags", multiple=True, metavar="TAG", help="A version, as in only: TAG."
)
town_options = all_of(
    click.option("--town", "towns", multiple=True, metavar="NAME", help="As towns/NAME.yaml."),
    click.option("--all", "every", is_flag=True, help="Every file in the folder towns."),
    click.option("--each", "table", metavar="CSV", help="Every row of a table."),
    variable_option,
    tag_option,
)
"""The options that choose towns and their words."""


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
    end_if_wrong(diagnostics, selection.table)
    return towns
