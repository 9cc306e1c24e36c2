"""`deckgen schema`: what an editor needs to complete and explain the keys."""

import sys

import click

from deckgen.commands.output.console import report, say
from deckgen.support.diagnostics import Diagnostics
from deckgen.support.exit_codes import ExitCode


@click.command()
@click.argument("what", type=click.Choice(["outline", "town"]), default="outline")
@click.option(
    "--for",
    "outline",
    metavar="OUTLINE",
    help="Offer the names of the layouts that the brand of this outline has.",
)
def schema(what: str, outline: str | None) -> None:
    """Print the JSON Schema of an outline, with which an editor completes and explains the keys.

    With --for, it completes the layouts of the template or brand that an outline names, too.

    \b
    Example:
      deckgen schema > slides.schema.json
      deckgen schema --for slides.yaml > slides.schema.json
      deckgen schema town > town.schema.json

    \b
    and, as the first line of slides.yaml:
      # yaml-language-server: $schema=slides.schema.json
    """
    from deckgen.outline.documentation.json_schema import json_schema, town_schema
    from deckgen.outline.kinds import kinds
    from deckgen.support.terminal_text import report_json

    layouts = _layouts(outline) if outline is not None else ()
    made = town_schema if what == "town" else json_schema
    say(report_json(made(kinds(), layouts)), end="")


def _layouts(outline: str) -> tuple[str, ...]:
    """Return the names of the layouts that an outline may name; report what hides them, and end."""
    from deckgen.files.memory_overlay import files_of
    from deckgen.pipeline.choose_layouts import offered_layouts

    diagnostics = Diagnostics()
    files = files_of(outline)
    names = offered_layouts(files.name, files, diagnostics)
    if names is None:
        report(diagnostics, (outline,))
        sys.exit(ExitCode.OUTLINE)
    return names
