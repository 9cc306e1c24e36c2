"""The process: how it begins, how it ends, and what it says when the mistake is ours."""

from __future__ import annotations

import gc
import io
import os
import sys

from deckgen import __version__


def main() -> None:
    """Run the command line. A mistake of ours says what to report, and is never a traceback."""
    # A talk is compiled once and the process ends: searching for garbage costs a third of the time,
    # and already while modules are imported, so they are imported only now.
    gc.disable()
    from deckgen.exit_codes import ExitCode

    for stream in (sys.stdout, sys.stderr):
        # A console takes any letter; a file on Windows takes only the code page's, unless told.
        if isinstance(stream, io.TextIOWrapper) and not stream.isatty():
            stream.reconfigure(encoding="utf-8")
    code = ExitCode.OK
    try:
        run(sys.argv[1:])
    except SystemExit as end:
        # Here and not below: `end` holds what the command has made.
        _leave(end.code if isinstance(end.code, int) else ExitCode.OK)
    except (KeyboardInterrupt, BrokenPipeError):  # as click ends then, too
        sys.stderr.write("Aborted!\n")
        code = ExitCode.OUTLINE
    except Exception as mistake:  # noqa: BLE001 - the last door: what gets here is a bug
        sys.stderr.write(_bug_report(mistake) + "\n")
        code = ExitCode.BUG
    _leave(code)


def run(arguments: list[str]) -> None:
    """Run a command; ends with SystemExit."""
    from deckgen.commands.plain import plain_build

    plain = plain_build(arguments)
    if plain is None:
        from deckgen.cli import cli

        cli(prog_name="deckgen")
        return
    from deckgen.commands.asked import NOTHING_ASKED, Output
    from deckgen.commands.one_deck import build_one

    build_one(plain.outline, Output(plain.output), None, NOTHING_ASKED, quiet=plain.quiet)


def _leave(code: int) -> None:
    """End the process at once: to take a large deck apart takes a tenth as long as to make it.

    All files are closed by now, and nothing here is registered to run at the end.
    """
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:  # whoever read the output has gone; there is nobody left to tell
        from deckgen.exit_codes import ExitCode

        code = code or ExitCode.OUTSIDE
    os._exit(code)


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
