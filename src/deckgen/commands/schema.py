"""`deckgen schema`: what an editor needs to complete and explain the keys."""

import click

from deckgen.commands.console import say


@click.command()
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

    from deckgen.outline.documentation.json_schema import json_schema, town_schema
    from deckgen.outline.kinds import kinds

    made = town_schema if what == "town" else json_schema
    say(json.dumps(made(kinds()), indent=2, ensure_ascii=False))
