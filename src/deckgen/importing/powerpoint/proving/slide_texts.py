"""The slides of a deck of ours as text, to tell whether another deck shows the same."""

import re

from deckgen.dump.deck_dump import dump_deck
from deckgen.support.diagnostics import Diagnostics

_START = re.compile(r"\n\n(?:section: .*\n\n)?slide \d+")


def slide_texts(deck: bytes) -> tuple[str, ...]:
    """Return each slide of a deck as `deckgen text` shows it, without its number."""
    text = dump_deck(deck, Diagnostics()) or ""
    return tuple(each.rstrip("\n") for each in _START.split(text)[1:])
