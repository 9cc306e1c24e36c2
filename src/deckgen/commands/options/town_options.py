"""The options that choose towns and their words, for every command that has them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

_Command = TypeVar("_Command", bound=Callable[..., Any])


overwrite_option = click.option(
    "--overwrite",
    is_flag=True,
    help="Replace also what was changed by hand, or is of others; it is kept beside.",
)
"""For every command that writes files."""


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
