"""The three conditions of a file."""

from enum import Enum, auto


class Condition(Enum):
    """Who wrote a file, as far as the file itself shows."""

    AS_WRITTEN = auto()
    """deckgen wrote it, and nobody has changed it since."""
    CHANGED = auto()
    """deckgen wrote it, and somebody has changed it since."""
    FOREIGN = auto()
    """Another program wrote it, or saved it last."""
