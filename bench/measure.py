"""Measure one cold process: its wall time and its peak memory.

A process inherits the peak of the one that starts it, so every command is started by a small one:
this module, run as a script without site packages.
"""

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Run:
    """One run of one command: `seconds` of wall time, `peak` memory in bytes.

    The peak is that of its largest process; `cpu` are seconds of processor time of all together.
    """

    seconds: float
    peak: int
    cpu: float


class FailedError(Exception):
    """The command did not end well; the message is the last line it wrote."""


def measure(command: list[str], log: Path, accepted: tuple[int, ...] = (0,)) -> Run:
    """Run a command to its end and say what it took; its output goes to `log`.

    Raises `FailedError` when the command does not exist or its exit code is not an accepted one.
    """
    starter = [sys.executable, "-I", "-S", __file__, str(log), *command]
    started = subprocess.run(starter, check=True, capture_output=True, text=True)
    code, seconds, peak, cpu = json.loads(started.stdout)
    if code not in accepted:
        lines = log.read_text(encoding="utf-8", errors="replace").split("\n")
        said = [line.strip() for line in lines if line.strip()]
        raise FailedError(said[-1] if said else f"exit code {code}")
    return Run(seconds, peak, cpu)


def _start(log: str, *command: str) -> None:
    with Path(log).open("wb") as output:
        writes = [(os.POSIX_SPAWN_DUP2, output.fileno(), stream) for stream in (1, 2)]
        # A user's Python keeps what it has compiled, and so do these.
        environment = {
            name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
        }
        start = time.perf_counter()
        try:
            child = os.posix_spawnp(command[0], command, environment, file_actions=writes)
        except OSError as error:
            output.write(str(error).encode())
            sys.stdout.write(json.dumps([127, 0, 0, 0]))
            return
        _, status, usage = os.wait4(child, 0)
        seconds = time.perf_counter() - start
    # Linux counts kibibytes, macOS bytes.
    peak = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    cpu = usage.ru_utime + usage.ru_stime
    sys.stdout.write(json.dumps([os.waitstatus_to_exitcode(status), seconds, peak, cpu]))


if __name__ == "__main__":
    _start(*sys.argv[1:])
