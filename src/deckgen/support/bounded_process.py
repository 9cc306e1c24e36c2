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
from contextlib import suppress
from typing import IO, TypeVar

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

    On Windows, python.exe of a virtual environment starts a second process, the one to limit.
    """
    base = getattr(sys, "_base_executable", "") if sys.platform == "win32" else ""
    return str(base or sys.executable), "-I", "-S"


def limit_memory(process: int, size: int) -> None:
    """Limit the address space of a process to so many bytes, on Linux; it dumps no core."""
    if sys.platform == "linux":
        import resource

        for what, most in ((resource.RLIMIT_CORE, 0), (resource.RLIMIT_AS, size)):
            # It may have ended; and a lower limit of our own is also that of our processes.
            with suppress(OSError, ValueError):
                resource.prlimit(process, what, (most, most))


def memory_of(process: int) -> int:
    """Return the bytes of a process; 0 on Linux, where they are limited, and for an ended one."""
    if sys.platform == "win32":
        return _committed(process)
    return 0 if sys.platform == "linux" else resident_bytes(process)


def resident_bytes(process: int) -> int:
    """Return the resident set size from `ps`; 0 if there is none."""
    try:
        kilobytes = subprocess.run(
            ["/bin/ps", "-o", "rss=", "-p", str(process)], capture_output=True, check=False
        ).stdout
    except OSError:
        return 0
    return int(kilobytes) * 1024 if kilobytes.strip().isdigit() else 0


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _QUERY = 0x1000  # PROCESS_QUERY_LIMITED_INFORMATION

    class _Counters(ctypes.Structure):
        """PROCESS_MEMORY_COUNTERS of psapi.h."""

        _fields_ = (
            ("size", wintypes.DWORD),
            ("faults", wintypes.DWORD),
            ("peak_working_set", ctypes.c_size_t),
            ("working_set", ctypes.c_size_t),
            ("peak_paged_pool", ctypes.c_size_t),
            ("paged_pool", ctypes.c_size_t),
            ("peak_other_pool", ctypes.c_size_t),
            ("other_pool", ctypes.c_size_t),
            ("committed", ctypes.c_size_t),
            ("peak_committed", ctypes.c_size_t),
        )

    def _committed(process: int) -> int:
        kernel = ctypes.WinDLL("kernel32")
        kernel.OpenProcess.restype = wintypes.HANDLE
        kernel.OpenProcess.argtypes = (wintypes.DWORD, wintypes.BOOL, wintypes.DWORD)
        kernel.K32GetProcessMemoryInfo.argtypes = (wintypes.HANDLE, ctypes.c_void_p, wintypes.DWORD)
        kernel.CloseHandle.argtypes = (wintypes.HANDLE,)
        handle = kernel.OpenProcess(_QUERY, 0, process)
        if not handle:
            return 0
        counters = _Counters()
        counters.size = ctypes.sizeof(counters)
        kernel.K32GetProcessMemoryInfo(handle, ctypes.byref(counters), counters.size)
        kernel.CloseHandle(handle)
        return int(counters.committed)
