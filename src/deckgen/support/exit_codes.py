"""What the shell is told at the end."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """What the shell is told."""

    OK = 0
    OUTLINE = 1
    """The outline has errors."""
    USAGE = 2
    """Wrong usage."""
    OUTSIDE = 3
    """Something outside is missing or broken: a locked file, a full disk."""
    BUG = 70
    """Our mistake."""


class EndAtOnce(SystemExit):
    """Ends the process without taking apart what it holds."""

    at_once = True
