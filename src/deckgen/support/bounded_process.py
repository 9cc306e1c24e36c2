"""A Python process of our own in bounds: started when it is asked, watched, ended in time.

For libraries that a file of somebody else can bring to end their process, to fill the memory or to
work without end, and that hear neither Ctrl-C nor a clock meanwhile. It is asked over pipes and
ends when they do.
"""

from __future__ import annotations

import subprocess
import sys
import threading
import time
import weakref
from collections.abc import Callable, Sequence
from typing import IO, TypeVar

from deckgen.support.process_memory import memory_of

_GLANCE = 0.1
"""Seconds between two looks at a process that works."""
_UNSEEN = 0.4
"""Seconds before its memory is looked at, which costs a process on macOS."""

AnswerT = TypeVar("AnswerT")


class OutOfBoundsError(Exception):
    """The process has used up its time or its memory, and was ended."""


class BoundedProcess:
    """A process that answers; it ends when nobody has this any more."""

    def __init__(self, command: Sequence[str], seconds: float, megabytes: int) -> None:
        """Start nothing yet. The seconds are those of one answer."""
        self._command, self._seconds, self._megabytes = command, seconds, megabytes
        self._process: subprocess.Popen[bytes] | None = None
        self._ending: weakref.finalize[[subprocess.Popen[bytes]], object] | None = None

    def ask(self, exchange: Callable[[IO[bytes], IO[bytes]], AnswerT | None]) -> AnswerT | None:
        """Return what `exchange` returns, which writes to the process and reads its answer.

        None if it has ended by itself; then, as after any error, the next question starts another.
        Raises OutOfBoundsError, and OSError where no process can be started.
        """
        process = self._started()
        done, stopped = threading.Event(), threading.Event()
        watch = threading.Thread(target=self._watch, args=(process, done, stopped), daemon=True)
        watch.start()
        answer = None
        try:
            if process.stdin is not None and process.stdout is not None:
                answer = exchange(process.stdin, process.stdout)
        except OSError:  # it has ended
            pass
        finally:
            done.set()
            watch.join()
            if answer is None:  # also where somebody pressed Ctrl-C meanwhile
                self.end()
        if answer is None and stopped.is_set():
            raise OutOfBoundsError
        return answer

    def end(self) -> None:
        """End the process, whatever it does."""
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
        return self._process

    def _watch(
        self, process: subprocess.Popen[bytes], done: threading.Event, stopped: threading.Event
    ) -> None:
        start = time.monotonic()
        while not done.wait(_GLANCE):
            passed = time.monotonic() - start
            most = self._megabytes << 20
            if passed > self._seconds or (passed > _UNSEEN and memory_of(process.pid) > most):
                stopped.set()
                process.kill()
                return


def _kill(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.communicate()


def bare_python() -> tuple[str, ...]:
    """Return how Python is started with nothing but its own library.

    On Windows, python.exe of an environment starts another, which alone can be watched.
    """
    base = getattr(sys, "_base_executable", "") if sys.platform == "win32" else ""
    return str(base or sys.executable), "-I", "-S"
