"""The memory of a process: limited by the system, or watched where that cannot limit it."""

import subprocess
import sys
from contextlib import suppress

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
