"""`deckgen kinds`: what slides there are, and the manual of each."""

import click

from deckgen.commands.output.console import fail, say
from deckgen.support.exit_codes import ExitCode


@click.command()
@click.argument("kind", required=False)
def kinds(kind: str | None) -> None:
    """List the kinds of slides, or show the manual of one KIND with an example.

    \b
    Example:
      deckgen kinds
      deckgen kinds question
    """
    from deckgen.outline.documentation.kind_manual import kind_manual
    from deckgen.outline.kinds import kinds as all_kinds
    from deckgen.outline.syntax.key_synonyms import nearest_key
    from deckgen.support.nearest import did_you_mean

    kinds_by_name = {kind.name: kind for kind in all_kinds()}
    if kind is None:
        width = max(map(len, kinds_by_name))
        for name, each in kinds_by_name.items():
            say(f"{name:<{width}}  {each.manual.splitlines()[0]}")
        say("\ndeckgen kinds KIND shows the keys of one, with an example.")
    elif kind in kinds_by_name:
        say(kind_manual(kinds_by_name[kind]))
    else:
        meant = nearest_key(kind, kinds_by_name) or kind
        way_out = did_you_mean(meant, kinds_by_name, f"There are {', '.join(kinds_by_name)}.")
        fail(ExitCode.USAGE, f"There is no kind “{kind}”.", way_out)
