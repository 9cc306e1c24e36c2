"""The process that draws SVGs: started, asked, watched, and ended in time.

It is told what to draw over a pipe and ends when the pipe does. It holds its own bounds too, so
that it ends even if we are gone.
"""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from importlib.util import find_spec
from types import TracebackType
from typing import Self

from deckgen.media.svg.memory import memory_of

SECONDS = 20
"""For one drawing: ten times what the richest maps take."""
MEGABYTES = 1_024
_GLANCE = 0.1
"""Seconds between two looks at a process that draws."""
_UNSEEN = 0.4
"""Seconds before its memory is looked at, which costs a process on macOS."""


class TooSlowError(Exception):
    """A drawing has used up its time or its memory."""


class Drawer:
    """A process that draws, as a context: it is started when it is needed, and ended at the end."""

    def __init__(self, library: str, seconds: float = SECONDS, megabytes: int = MEGABYTES) -> None:
        """`library` is the folder in which Python finds what draws."""
        self._library, self._seconds, self._megabytes = library, seconds, megabytes
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        """Start nothing yet."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the process, whatever it does."""
        self._end()

    def draw(self, svg: bytes, width: int) -> bytes | None:
        """Return a PNG; None if it cannot be drawn. Raises TooSlowError."""
        process = self._started()
        if process is None:
            return None
        done, stopped = threading.Event(), threading.Event()
        watch = threading.Thread(target=self._watch, args=(process, done, stopped), daemon=True)
        watch.start()
        try:
            answer = _answer(process, svg, width)
        except BaseException:
            self._end()
            raise
        finally:
            done.set()
            watch.join()
        if answer is None:
            self._end()
            if stopped.is_set():
                raise TooSlowError
        return answer or None

    def _started(self) -> subprocess.Popen[bytes] | None:
        if self._process is None:
            program = find_spec("deckgen.media.svg.worker")
            command = [_python(), "-I", "-S", program.origin or "" if program else ""]
            try:
                self._process = subprocess.Popen(
                    [*command, self._library, str(self._megabytes), str(round(self._seconds) + 5)],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
                )
            except OSError:
                return None
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

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()


def _python() -> str:
    """Return the interpreter itself: in an environment on Windows, python.exe starts another."""
    base = getattr(sys, "_base_executable", "") if sys.platform == "win32" else ""
    return str(base or sys.executable)


def _answer(process: subprocess.Popen[bytes], svg: bytes, width: int) -> bytes | None:
    """Return the PNG; empty bytes if it cannot be drawn; None if the process has ended."""
    given, taken = process.stdin, process.stdout
    if given is None or taken is None:
        return None
    try:
        given.write(width.to_bytes(8, "big") + len(svg).to_bytes(8, "big"))
        given.write(svg)
        given.flush()
    except OSError:
        return None
    head = taken.read(8)
    size = int.from_bytes(head, "big")
    png = taken.read(size)
    return png if len(head) == 8 and len(png) == size else None
