"""How a run ends: its exit code, and the error of a request that cannot be met."""

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


class RequestError(ValueError):
    """A town, a variable, a slide, a port or a file name that cannot be used as given.

    No change of the outline would help. `message` says what is wrong, `hint` the way out; both are
    for people. The command line ends with `exit_code`.
    """

    def __init__(
        self, message: str, hint: str | None, exit_code: ExitCode = ExitCode.USAGE
    ) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.exit_code = exit_code
