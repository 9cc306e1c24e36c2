"""`deckgen export`: a PDF, pictures, and what is handed out. As in `cli`, no logic."""

from __future__ import annotations

from typing import Unpack

import click

from deckgen.commands.export_options import Said, export_options
from deckgen.commands.export_paper import handout, html, notes


@click.group()
def export() -> None:
    """Make a PDF or pictures of a talk.

    \b
    Example:
      deckgen export pdf
      deckgen export png --sheet
    """


@export.command()
@export_options
def pdf(**said: Unpack[Said]) -> None:
    """Make a PDF."""
    raise NotImplementedError


@export.command()
@export_options
def png(**said: Unpack[Said]) -> None:
    """Make a picture of every slide."""
    raise NotImplementedError


for command in (handout, notes, html):
    export.add_command(command)
