"""`deckgen diff`: what was changed by hand in a deck."""

import sys

import click

from deckgen.commands.options.shared_options import edited_deck_options, format_option
from deckgen.commands.output.console import ending_at_once, fail, say
from deckgen.support.diagnostics import counted
from deckgen.support.exit_codes import ExitCode
from deckgen.support.file_names import shell_word


@click.command()
@edited_deck_options
@format_option(("text", "json"), "For people, or for programs.")
def diff(
    deck: str | None, outline: str | None, town: str | None, sent: str | None, report_format: str
) -> None:
    """Say what was changed by hand in DECK since it was built; nothing is written.

    Words, notes, tables and charts, the order of slides, new and deleted slides, what was moved or
    hidden. On the left stands what was built, on the right what stands in the deck; before it, the
    line of the outline. Where the outline was changed meanwhile, too, that is said.

    Without DECK, it is the one in the folder build that was changed by hand. OUTLINE is looked for
    under its name, here and around the deck, if it is left out. A deck without the map of its
    words, as some programs leave it, is compared with the outline as it is.

    The exit code is 0 if nothing was changed, 4 if something was, and 1 if the outline has errors.

    \b
    Example:
      deckgen diff
      deckgen diff build/my-talk.pptx
      deckgen diff Downloads/my-talk-corrected.pptx slides.yaml
      deckgen diff build/gera.pptx --format json
    """
    from deckgen.commands.options.edited_decks import find_deck

    with ending_at_once():
        deck, outline = find_deck("diff", deck, outline)
        sys.exit(_tell_changes(deck, outline, town, sent, report_format))


def _tell_changes(
    deck: str, outline: str | None, town: str | None, sent: str | None, report_format: str
) -> ExitCode:
    """Say what was changed in a deck; return the exit code."""
    from deckgen.commands.options.edited_decks import read_edited_talk
    from deckgen.roundtrip.comparing.change_report import change_report, changes_json
    from deckgen.roundtrip.comparing.compare import compare
    from deckgen.roundtrip.comparing.pair_slides import with_current_ids

    talk = read_edited_talk(deck, outline, town, sent)
    if talk is None:
        sys.exit(ExitCode.OUTSIDE)
    if talk.base is None and talk.outline:
        sys.exit(ExitCode.OUTLINE)
    if talk.base is None:
        fail(
            ExitCode.USAGE,
            f"{deck} does not hold the map of its words, and there is no outline.",
            f"Name the outline: deckgen diff {shell_word(deck)} slides.yaml",
        )
    if talk.deck.base is None:
        say(f"{deck} does not hold the map of its words. It is compared with", err=True)
        say(f"{talk.outline} as that is today, so what was changed there counts, too.", err=True)
    elif talk.deck.base_is_copy:
        say(f"{deck} does not hold the map of its words. It is compared with the deck", err=True)
        say("that was built here last.", err=True)
    changes = compare(talk.base, talk.deck, talk.current)
    if changes and talk.current is None:
        say("Without a sound outline, nobody can say in which lines these words are.", err=True)
    if report_format == "json":
        say(changes_json(changes), end="")
    elif changes:
        base = with_current_ids(talk.base, talk.current) if talk.current else talk.base
        say(change_report(changes, base), end="")
        against = f"since {deck} was built" if talk.deck.base else f"against {talk.outline}"
        say(f"\n{counted(len(changes), 'change')} {against}.")
    elif talk.deck.base is None:
        say(f"{deck}: nothing differs from {talk.outline}.")
    else:
        say(f"{deck}: nothing was changed since it was built.")
    if talk.outline and talk.current is None:
        return ExitCode.OUTLINE
    return ExitCode.CHANGED if changes else ExitCode.OK
