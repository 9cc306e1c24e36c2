"""The exit codes of the command line."""

from enum import IntEnum


class ExitCode(IntEnum):
    """An exit code."""

    OK = 0
    OUTLINE = 1
    """The outline has errors."""
    USAGE = 2
    """Wrong usage."""
    OUTSIDE = 3
    """Something outside is missing or broken: a locked file, a full disk."""
    CHANGED = 4
    """Somebody changed the deck, says `deckgen diff`; or some of it is left, says `pull`."""
    BUG = 70
    """Our mistake."""


class EndAtOnce(SystemExit):
    """Ends the process without taking apart what it holds."""

    at_once = True
