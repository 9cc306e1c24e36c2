"""A process of our own with limits of time and memory, which answers over pipes.

For native libraries that a hostile file can crash, keep busy without end or make take all memory,
and that ignore Ctrl-C meanwhile. The process ends with the pipes.
"""

import subprocess
import sys
import threading
import time
import weakref
from collections.abc import Callable, Sequence
from typing import IO, TypeVar

from deckgen.support.process_memory import limit_memory, memory_of

_CHECK_INTERVAL = 0.1
"""Seconds between two checks of a busy process."""
_MEMORY_UNCHECKED = 0.4
"""Seconds before its memory is checked, which needs a process on macOS."""

AnswerT = TypeVar("AnswerT")


class OutOfBoundsError(Exception):
    """The process exceeded its time or memory, and was ended."""


class BoundedProcess:
    """A process that answers; it ends with this object."""

    def __init__(self, command: Sequence[str], seconds: float, megabytes: int) -> None:
        """Start with the first question; `seconds` is the limit for each answer.

        Where the system limits memory itself, allocations beyond `megabytes` fail in the process.
        """
        self._command, self._seconds, self._megabytes = command, seconds, megabytes
        self._process: subprocess.Popen[bytes] | None = None
        self._ending: weakref.finalize[[subprocess.Popen[bytes]], object] | None = None

    def ask(self, exchange: Callable[[IO[bytes], IO[bytes]], AnswerT | None]) -> AnswerT | None:
        """Call `exchange` with the input and the output of the process; return what it returns.

        None if the process has ended by itself; then, as after any error, the next question starts
        another. Raises OutOfBoundsError, and OSError if no process can be started.
        """
        process = self._started()
        answered, stopped = threading.Event(), threading.Event()
        watch = threading.Thread(target=self._watch, args=(process, answered, stopped), daemon=True)
        watch.start()
        answer = None
        try:
            if process.stdin is not None and process.stdout is not None:
                answer = exchange(process.stdin, process.stdout)
        except OSError:  # it has ended
            pass
        finally:
            answered.set()
            watch.join()
            if answer is None:  # also after Ctrl-C
                self.end()
        if answer is None and stopped.is_set():
            raise OutOfBoundsError
        return answer

    def end(self) -> None:
        """Kill the process."""
        if self._ending is not None:
            self._ending()
        self._process = self._ending = None

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            self._process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
            self._ending = weakref.finalize(self, _kill, self._process)
            limit_memory(self._process.pid, self._megabytes << 20)
        return self._process

    def _watch(
        self, process: subprocess.Popen[bytes], answered: threading.Event, stopped: threading.Event
    ) -> None:
        start = time.monotonic()
        while not answered.wait(_CHECK_INTERVAL):
            passed = time.monotonic() - start
            most = self._megabytes << 20
            if passed > self._seconds or (
                passed > _MEMORY_UNCHECKED and memory_of(process.pid) > most
            ):
                stopped.set()
                process.kill()
                return


def _kill(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.communicate()


def bare_python() -> tuple[str, ...]:
    """Return the command that starts Python with only its standard library.

    On Windows, python.exe of a virtual environment starts a second process, which is the one to
    limit.
    """
    base = getattr(sys, "_base_executable", "") if sys.platform == "win32" else ""
    return str(base or sys.executable), "-I", "-S"
