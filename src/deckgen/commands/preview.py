"""`deckgen preview`: the deck beside its outline, in the browser."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from deckgen.commands.options.shared_options import brand_options
from deckgen.commands.options.town_options import (
    BrandChoice,
    build_options,
    tag_option,
    variable_option,
)
from deckgen.commands.output.console import ending_on_failure, fail, say
from deckgen.project.towns.town_selection import (
    TownSelection,
    known_towns,
    located_tags,
    parse_variables,
    select_town,
)
from deckgen.support.exit_codes import ExitCode
from deckgen.support.extras import INSTALL_SHOW

if TYPE_CHECKING:
    from deckgen.render.choose_renderer import RendererName


class _Said(TypedDict):
    """What the options say of the style, the town and its words."""

    style: str | None
    town: str
    words: tuple[str, ...]
    tags: tuple[str, ...]


@click.command()
@click.argument("outline", default="slides.yaml")
@click.option("--town", metavar="NAME", default="", help="Begin with this town: towns/NAME.yaml.")
@variable_option
@tag_option
@brand_options
@click.option(
    "--port",
    metavar="NUMBER",
    type=click.IntRange(0, 65535),
    default=0,
    help="The port of the address; left out: any that is free.",
)
@click.option(
    "--renderer",
    type=click.Choice(["light", "libreoffice"]),
    default="light",
    show_default=True,
    help="Who draws the slides; LibreOffice is slower, and often nearer to PowerPoint.",
)
@click.option("--no-open", is_flag=True, help="Print the address, and open no browser.")
def preview(
    outline: str,
    brand: str | None,
    port: int,
    renderer: RendererName,
    *,
    no_open: bool,
    **values: Unpack[_Said],
) -> None:
    """Show the deck of OUTLINE (slides.yaml if left out) in the browser, beside its lines.

    What you save appears at once. If the outline has errors, the last good slides stay, with the
    errors on top. Only this computer can open the page. Ctrl-C ends it.

    \b
    Example:
      deckgen preview
      deckgen preview talk/slides.yaml --town gera
      deckgen preview --renderer libreoffice --port 8123 --no-open
    """
    from deckgen.files.workspace import read_file

    town = values["town"]
    words, tags = parse_variables(values["words"]), located_tags(values["tags"])
    selection = TownSelection((town,) if town else (), variables=words, tags=tags)
    with ending_on_failure(ExitCode.OUTLINE):
        read_file(outline)
    chosen_town = select_town(known_towns(outline), selection)
    options = build_options(outline, BrandChoice(brand, values["style"]))

    def opened(address: str) -> None:
        say(f"{outline}: {address}\nCtrl-C ends the preview.")
        if not no_open:
            import webbrowser

            webbrowser.open(address)

    try:
        from deckgen.preview.server import serve_preview
    except ImportError:
        fail(
            ExitCode.OUTSIDE,
            "The preview needs the extra “show”, which is missing.",
            f"Type: {INSTALL_SHOW}",
        )
    from deckgen.render.choose_renderer import choose_renderer as chosen
    from deckgen.render.light.light_renderer import LightProcess

    with ending_on_failure(ExitCode.OUTSIDE):
        drawn_by = partial(chosen, renderer, process=LightProcess())
        serve_preview(options, selection, chosen_town.name, drawn_by, port, opened)
    say("")
