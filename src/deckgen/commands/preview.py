"""`deckgen preview`: the deck beside its outline, in the browser."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import click

from deckgen.commands.console import epoch, fail
from deckgen.commands.town_options import Asked, one_town, tags_said
from deckgen.exit_codes import ExitCode

if TYPE_CHECKING:
    from deckgen.deck.face import FaceKey
    from deckgen.render.renderer import Renderer

_INSTALL = "Type: pip install 'deckgen[show]'"


@click.command()
@click.argument("outline", default="slides.yaml")
@click.option("--town", metavar="NAME", default="", help="Begin with this town: towns/NAME.yaml.")
@click.option("--var", "words", multiple=True, metavar="NAME=WORDS", help="Words for ${NAME}.")
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="A version, as in only: TAG.")
@click.option(
    "--brand", metavar="FILE", help="A brand.yaml or a template to use instead of the outline's."
)
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
    town: str,
    words: tuple[str, ...],
    tags: tuple[str, ...],
    brand: str | None,
    port: int,
    renderer: str,
    *,
    no_open: bool,
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
    from deckgen.building import Task
    from deckgen.workspace import WorkspaceError, read_file, with_slashes

    asked = Asked(towns=(town,) if town else (), every=False, table=None, words=words, tags=tags)
    try:
        read_file(outline)
    except WorkspaceError as problem:
        fail(ExitCode.OUTLINE, problem.message, problem.hint)
    variables = one_town(outline, asked).variation.variables
    task = Task(with_slashes(outline), brand and with_slashes(brand), epoch())

    def opened(address: str) -> None:
        click.echo(f"{outline}: {address}\nCtrl-C ends the preview.")
        if not no_open:
            import webbrowser

            webbrowser.open(address)

    try:
        from deckgen.preview.server import ServingError, Wish, serve
    except ImportError:
        fail(ExitCode.OUTSIDE, "The preview needs the extra “show”, which is missing.", _INSTALL)
    from deckgen.render.renderer import RenderingError
    from deckgen.watching import WatchingError

    # What is shown is built again and again: unlike after a build, garbage must be found.
    gc.enable()
    try:
        wish = Wish(task, variables, tuple(tags_said(asked)))
        serve(wish, town, _renderer(renderer), port, opened)
    except (ServingError, RenderingError, WatchingError) as problem:
        fail(ExitCode.OUTSIDE, problem.message, problem.hint)
    click.echo("")


def _renderer(name: str) -> Callable[[Mapping[FaceKey, bytes]], Renderer]:
    """Return what makes the renderer of that name, given the font files of a brand."""
    if name == "light":
        from deckgen.render.light import light_renderer

        return light_renderer
    from deckgen.render.office import office_renderer

    return lambda _own: office_renderer()
