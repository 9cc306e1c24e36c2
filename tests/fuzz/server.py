"""Runs deckgen again and again: each time in a process that is split off, in bounds, and ends.

`python -m tests.fuzz.server` reads a line of JSON for each run, and answers with one.
"""

import json
import os
import resource
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

FINDINGS = 99
"""What ends a run in which a deck was written that lint does not like."""
_POLL = 0.002


class Run(NamedTuple):
    """What is run, where, and within which bounds."""

    folder: str
    arguments: list[str]
    seconds: int
    """Of the processor; and five times as many by the clock, as other work may go on beside."""
    megabytes: int


class Ended(NamedTuple):
    """How it ended."""

    code: int
    """Its exit code; negative where a signal ended it."""
    seconds: float
    """Of the processor."""
    megabytes: int


def main() -> None:
    """Serve until the input ends."""
    sys.argv = ["deckgen"]
    _warm_up()
    _say("ready")
    for line in sys.stdin:
        _say(json.dumps(_run(Run(*json.loads(line)))))


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _warm_up() -> None:
    """Build and read what uses most of deckgen, so that it is there when a process is split off."""
    from deckgen.files.workspace import Workspace
    from deckgen.outline.kinds import kinds
    from deckgen.pipeline.compile import compile_talk, deck_bytes
    from deckgen.support.diagnostics import Diagnostics
    from tests.building import TOUR
    from tests.validity import check_validity

    kinds()
    compiled = compile_talk(TOUR.name, Workspace(TOUR.parent), None, Diagnostics())
    if compiled is not None:
        check_validity(deck_bytes(compiled, None), Diagnostics())


def _run(run: Run) -> Ended:
    process = os.fork()
    if not process:
        _within(run)
    started = time.monotonic()
    while True:
        ended, status, used = os.wait4(process, os.WNOHANG)
        if ended:
            break
        if time.monotonic() - started > run.seconds * 5:
            os.killpg(process, signal.SIGKILL)
        time.sleep(_POLL)
    with suppress(ProcessLookupError):
        os.killpg(process, signal.SIGKILL)  # whatever it has left behind
    code = os.waitstatus_to_exitcode(status)
    return Ended(code, round(used.ru_utime + used.ru_stime, 2), used.ru_maxrss >> 10)


def _within(run: Run) -> None:
    """Run deckgen in the process that was split off, and end it."""
    code = 70
    try:
        os.setsid()
        os.chdir(run.folder)
        with Path("said.txt").open("ab") as said, Path(os.devnull).open("rb") as nothing:
            os.dup2(nothing.fileno(), 0)
            os.dup2(said.fileno(), 1)
            os.dup2(said.fileno(), 2)
        resource.setrlimit(resource.RLIMIT_CPU, (run.seconds, run.seconds + 1))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (500 << 20, 500 << 20))
        if sys.platform == "linux":
            resource.setrlimit(resource.RLIMIT_AS, (run.megabytes << 20, run.megabytes << 20))
        if run.arguments[0] == "lint":
            code = _linted(run.arguments[1])
        else:
            sys.argv = ["deckgen", *run.arguments]
            from deckgen.__main__ import main as deckgen

            deckgen()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0
    finally:
        sys.stdout.flush()
        os._exit(code)


def _linted(deck: str) -> int:
    from deckgen.support.diagnostics import Diagnostics
    from tests.validity import check_validity

    diagnostics = Diagnostics()
    check_validity(Path(deck).read_bytes(), diagnostics)
    for one in diagnostics:
        _say(f"fault {one.code}: {one.message}")
    return FINDINGS if diagnostics.has_errors else 0


if __name__ == "__main__":
    main()
