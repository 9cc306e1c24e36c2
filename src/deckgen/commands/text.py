"""`deckgen text`: what stands in a deck, as text."""

import click

from deckgen.commands.output.console import end_if_wrong, ending_on_failure, say
from deckgen.support.diagnostics import Diagnostics
from deckgen.support.exit_codes import ExitCode


@click.command()
@click.argument("deck", metavar="DECK.pptx")
def text(deck: str) -> None:
    """Print what stands in a deck, ours or anybody's, as readable text.

    \b
    Example:
      deckgen text build/die-kommunale-perspektive.pptx

    \b
    It serves git as well: see what changed in a deck with `git diff`.
      git config diff.pptx.textconv "deckgen text"
      echo "*.pptx diff=pptx" >> .gitattributes
    """
    from deckgen.dump.deck_dump import dump_deck
    from deckgen.files.workspace import Workspace, folder_of, with_slashes

    diagnostics = Diagnostics()
    with ending_on_failure(ExitCode.OUTLINE):
        data = Workspace(".", within=folder_of(deck)).read(with_slashes(deck))
    dump = dump_deck(data, diagnostics, deck)
    if dump is not None:
        say(dump, end="")
    end_if_wrong(diagnostics)
