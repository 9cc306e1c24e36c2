"""What is asked for cannot be done as it is asked, whatever the outline says."""

from deckgen.support.exit_codes import ExitCode


class RequestError(ValueError):
    """A town, a variable, a slide, a port or a name of a file that cannot be used as it is given.

    `message` says what is wrong, `hint` the way out; both are for people. The command line ends
    with `exit_code`.
    """

    def __init__(
        self, message: str, hint: str | None, exit_code: ExitCode = ExitCode.USAGE
    ) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.exit_code = exit_code
