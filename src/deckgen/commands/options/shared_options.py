"""The options that several commands have, beside those that choose towns."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import click

_Command = TypeVar("_Command", bound=Callable[..., Any])


def all_of(*options: Callable[[_Command], _Command]) -> Callable[[_Command], _Command]:
    """Return what adds all of the options to a command, in this order."""

    def add(command: _Command) -> _Command:
        for option in reversed(options):
            command = option(command)
        return command

    return add


def _style_name(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """Return the name of a style; end if there is none so called."""
    if value is None:
        return None
    from deckgen.brand.styles import is_style, unknown_style

    if not is_style(value):
        raise click.BadParameter(" ".join(unknown_style(value)), ctx, param)
    return value


def _styles_from(ctx: click.Context, param: click.Parameter, typed: str) -> list[str]:
    """Return the styles that a shell offers."""
    del ctx, param
    from deckgen.brand.styles import style_names

    return [name for name in style_names() if name.startswith(typed)]


style_option = click.option(
    "--style",
    metavar="NAME",
    callback=_style_name,
    shell_complete=_styles_from,
    help="How slides are composed; `deckgen brand styles` lists the names.",
)
brand_options = all_of(
    click.option(
        "--brand",
        metavar="FILE",
        help="A brand.yaml or a template to use instead of the outline's.",
    ),
    style_option,
)
quiet_option = click.option(
    "-q", "--quiet", is_flag=True, help="Say nothing unless something is wrong."
)
overwrite_option = click.option(
    "--overwrite",
    is_flag=True,
    help="Replace also what was changed by hand, or is of others; it is kept beside.",
)
"""The option of every command that writes files."""

edited_deck_options = all_of(
    click.argument("deck", metavar="[DECK.pptx]", required=False),
    click.argument("outline", required=False),
    click.option(
        "--town", metavar="NAME", help="The town of the deck, if the deck does not know it."
    ),
    click.option(
        "--sent", metavar="FILE", help="The deck as you sent it, if DECK no longer holds its map."
    ),
)
"""The options of commands that read a deck which somebody edited."""


def renderer_option(what: str) -> Callable[[_Command], _Command]:
    """Return the option that chooses what draws the pictures, which are called `what`."""
    return click.option(
        "--renderer",
        type=click.Choice(["auto", "light", "libreoffice"]),
        default="auto",
        help=f"What draws {what}; auto takes LibreOffice if it is installed, else light.",
    )


def format_option(names: Iterable[str], help_text: str) -> Callable[[_Command], _Command]:
    """Return the option that chooses the form of a report, `text` if it is left out."""
    return click.option(
        "--format", "report_format", type=click.Choice([*names]), default="text", help=help_text
    )
