"""The process: how it begins, how it ends, and what it says when the mistake is ours."""

import contextlib
import io
import os
import sys
from typing import NoReturn

from deckgen import __version__

_OUTLINE, _OUTSIDE, _BUG = 1, 3, 70
"""Exit codes, as in support/exit_codes.py: here nothing is imported, as something may be broken."""


_COMPLETE = "_DECKGEN_COMPLETE"
"""The variable with which a shell asks for the words that may follow, as click names it."""


class Terminated(BaseException):
    """The system asked the process to end. What is being written is taken back on the way out."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def main() -> NoReturn:
    """Run the command line. Whatever happens, there is never a traceback."""
    try:
        _main()
    except KeyboardInterrupt:  # while it was ending
        os._exit(_OUTLINE)


def _main() -> NoReturn:
    try:
        _prepare_streams()
        _end_cleanly_when_asked()
        run(sys.argv[1:])
    except SystemExit as end:
        # Here and not below: `end` holds what the command has made.
        code = end.code if isinstance(end.code, int) else 0
        _leave(code, at_once=getattr(end, "at_once", False))
    except KeyboardInterrupt:  # in words, as the commands have them
        _say_at_the_end("\ndeckgen: Stopped before the end.\n  What is written is complete.")
        _leave(_OUTSIDE)
    except BrokenPipeError:
        _leave(_OUTLINE)
    except Terminated as asked:
        _flush()
        _end_by_signal(asked.number)
    except OSError as problem:
        # With a name it is about a file, which whoever opens one expects: a bug.
        if problem.filename is None:
            _say_at_the_end(f"deckgen: {_unnamed(problem)}")
            _leave(_OUTSIDE)
        _leave_with_report(problem)
    except Exception as mistake:  # noqa: BLE001 - the last door: what gets here is a bug
        _leave_with_report(mistake)
    _leave(0)


def run(arguments: list[str]) -> None:
    """Run a command; ends with SystemExit."""
    from deckgen.cli import cli

    _forget_half_a_completion()
    cli(arguments, prog_name="deckgen")


def _forget_half_a_completion() -> None:
    """Forget that a shell completes words, if it does not say which: the variable was left over."""
    shell, _, what = os.environ.get(_COMPLETE, "").partition("_")
    if what != "complete":
        return
    word = os.environ.get("COMP_CWORD")
    if "COMP_WORDS" not in os.environ or word is None or not (word.isdecimal() or shell == "fish"):
        del os.environ[_COMPLETE]


def _prepare_streams() -> None:
    """Make standard input and output fit to be used, also if somebody closed them.

    Else the next file that is opened would be the standard output of a library in C.
    """
    if None in {sys.stdin, sys.stdout, sys.stderr}:
        while (number := os.open(os.devnull, os.O_RDWR)) <= 2:
            pass
        os.close(number)
        sys.stdin = sys.stdin or os.fdopen(0, encoding="utf-8")
        sys.stdout = sys.stdout or os.fdopen(1, "w", encoding="utf-8")
        sys.stderr = sys.stderr or os.fdopen(2, "w", encoding="utf-8")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A console takes any letter; a file on Windows takes only the code page's, unless told.
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def _end_cleanly_when_asked() -> None:
    """Let SIGTERM, and the end of the terminal, take back what is being written."""
    import signal

    def end(number: int, _frame: object) -> None:
        raise Terminated(number)

    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, end)


def _leave(code: int, *, at_once: bool = False) -> NoReturn:
    """End the process with a code; `at_once`: without taking apart what it holds.

    All files are closed by then, and nothing is registered to run at the end.
    """
    code = code if _flush() else code or _OUTSIDE
    if at_once:
        os._exit(code)
    sys.exit(code)


def _flush() -> bool:
    """Write what was said; return whether that was possible."""
    done = True
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):  # nobody is left to tell, or the disk is full
            done = False
            # It goes nowhere; else Python complains of it at the very end.
            with contextlib.suppress(OSError, ValueError):
                nowhere = os.open(os.devnull, os.O_WRONLY)
                os.dup2(nowhere, stream.fileno())
                os.close(nowhere)
    return done


def _end_by_signal(number: int) -> NoReturn:
    """End as the system asked for, so that whoever waits for the process can tell."""
    import signal

    signal.signal(number, signal.SIG_DFL)
    os.kill(os.getpid(), number)
    os._exit(128 + number)


def _leave_with_report(mistake: Exception) -> NoReturn:
    _say_at_the_end(_bug_report(mistake))
    _leave(_BUG)


def _unnamed(problem: OSError) -> str:
    """Return what an error says that names no file: it is about what we say, or where we are."""
    from pathlib import Path

    try:
        Path.cwd()
    except OSError:
        return "The folder that you are in does not exist any more.\n  Change to another: cd FOLDER"
    return f"What it has to say cannot be written: {problem.strerror}."


def _say_at_the_end(text: str) -> None:
    try:
        sys.stderr.write(f"{text}\n")
    except (OSError, ValueError):
        return


def _bug_report(mistake: Exception) -> str:
    """Return what to report: versions, the mistake, and where it happened; no words of the talk."""
    import platform
    import traceback
    from pathlib import Path

    frames = traceback.extract_tb(mistake.__traceback__)[-6:]
    places = "\n".join(
        f"    {Path(frame.filename).name}:{frame.lineno} in {frame.name}" for frame in frames
    )
    return (
        "deckgen: this is a mistake of ours, not of yours. Nothing was written.\n"
        "Please report these lines, and if you may the outline:\n"
        f"    deckgen {__version__}, Python {platform.python_version()}, {platform.platform()}\n"
        f"    {type(mistake).__name__}\n{places}"
    )


if __name__ == "__main__":
    main()
