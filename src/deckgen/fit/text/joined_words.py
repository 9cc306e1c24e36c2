"""Words of a text that a no-break space joins."""

from collections.abc import Iterable

from deckgen.deck.text_body import Formula, Inline, Run
from deckgen.fit.text.end_cost import LinePieces
from deckgen.language.spaces import NO_BREAK


def character_behind(line: LinePieces, text: str, at: int) -> int:
    """Return the index of the character behind a line that begins at `at`, and its blank."""
    for _, _, piece in line:
        at += len(piece)
        at += text[at : at + 1] == " "
    return at


def with_no_break(runs: Iterable[Inline], at: int) -> tuple[Inline, ...]:
    """Return runs with a no-break space for the character with the index `at`."""
    inlines: list[Inline] = []
    for run in runs:
        length = len(run.text) if isinstance(run, Run | Formula) else 1
        if isinstance(run, Run) and 0 <= at < length:
            inlines.append(run._replace(text=f"{run.text[:at]}{NO_BREAK}{run.text[at + 1 :]}"))
        else:
            inlines.append(run)
        at -= length
    return tuple(inlines)
