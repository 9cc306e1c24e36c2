"""Commands that run with little memory and little time: what hostile input may cost at most."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

import pytest

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_LIMITED = """
import os, resource, sys
seconds, size = int(sys.argv[1]), int(sys.argv[2])
resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
if sys.platform == "linux":  # macOS knows the limit, and does not keep it
    resource.setrlimit(resource.RLIMIT_AS, (size, size))
os.execvp(sys.argv[3], sys.argv[3:])
"""
_WAIT = 20
"""How many times as long as its processor time a command may take on a machine that is busy."""


class Ended(NamedTuple):
    """A command that ended by itself, within its bounds."""

    code: int
    """Its exit code; negative where a signal ended it, as the one for too much processor time."""
    out: str
    err: str

    @property
    def said(self) -> str:
        """All that it said, on both streams."""
        return self.out + self.err


def run_bounded(
    command: Sequence[str],
    folder: Path,
    *,
    seconds: int = 10,
    megabytes: int = 1000,
    given: str = "",
) -> Ended:
    """Run a command in a folder with so much processor time and address space; return its end.

    What it starts has the same bounds, each process for itself, and is ended with it. `given` is
    its standard input. Fails the test if it is still there after many times the processor time.
    """
    if sys.platform == "win32":
        pytest.skip("needs limits that Windows does not have")
    limits = [sys.executable, "-I", "-S", "-c", _LIMITED, str(seconds), str(megabytes << 20)]
    with subprocess.Popen(
        [*limits, *command],
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
        start_new_session=True,
    ) as process:
        try:
            out, err = process.communicate(given, timeout=seconds * _WAIT)
        except subprocess.TimeoutExpired:
            pytest.fail(f"{command} is still there after {seconds * _WAIT} s")
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
        return Ended(process.returncode, out, err)


def run_deckgen(
    *arguments: str, folder: Path, seconds: int = 10, megabytes: int = 1000, given: str = ""
) -> Ended:
    """Run deckgen as `run_bounded` does."""
    command = (sys.executable, "-m", "deckgen", *arguments)
    return run_bounded(command, folder, seconds=seconds, megabytes=megabytes, given=given)
