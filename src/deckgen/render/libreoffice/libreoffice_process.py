"""Runs LibreOffice so that no process and no file of it remains.

This file is two programs. `run_in_folder` starts it a second time, as the guard, which makes a
temporary folder, starts LibreOffice in it in a process group of its own, and clears both away. The
two communicate over a pipe, which ends with us, however we end; then the guard stops LibreOffice at
once.
So Ctrl-C, a time-out, an error of ours and even `kill -9` leave no process and no file behind.

The guard runs without site-packages: this module imports only the standard library.
"""

import contextlib
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO, Any, Literal, NamedTuple, TypeAlias

FOLDER = "{folder}"
"""In a command: the temporary folder as an address (`file:///…`)."""

_Pipes: TypeAlias = tuple[IO[bytes], IO[bytes]]
"""The guard's orders and its answers."""

End: TypeAlias = Literal["ended", "too-slow", "no-folder", "not-started", "lost"]

_SOCKET = "OSL_PIPE_{user}_SingleOfficeIPC_{key}"
_SOCKETS = Path(os.sep, "tmp")
"""Where LibreOffice puts its socket on Unix, whatever `TMPDIR` is."""
_PREFIX = "deckgen-"
_PATIENCE = 2.0
"""Seconds that processes may take to die once they are killed."""
_MOST_OUTPUT = 2000
_PR_SET_CHILD_SUBREAPER = 36
_MOST_MEMORY = 4 << 30
"""Bytes, on Linux; LibreOffice takes 0.2 GB and about 0.5 MB a slide."""
_LARGEST_FILE = 4 << 30


class RunOutcome(NamedTuple):
    """How a run ended, with the file that the program wrote."""

    end: End
    code: int
    """The program's exit code, where it ended by itself."""
    output: str
    free_bytes: int = 0
    """On the disk of the temporary folder."""
    result: bytes | None = None


def run_in_folder(
    command: Sequence[str], files: Mapping[str, bytes], result: str, seconds: float
) -> RunOutcome:
    """Run a command in a temporary folder with `files`, for at most some seconds.

    `result` names the file that the command should write there. The user's own profile is not
    touched if the command names one in the folder. No folder or process is left, even if stopped.
    """
    task = {
        "command": list(command),
        "files": {name: len(data) for name, data in files.items()},
        "result": result,
        "seconds": seconds,
    }
    guard = subprocess.Popen(
        [sys.executable, "-I", "-S", __file__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        **_own_group(),
    )
    assert guard.stdin is not None  # noqa: S101 - for the type checker
    assert guard.stdout is not None  # noqa: S101
    try:
        with contextlib.suppress(BrokenPipeError):
            guard.stdin.write(json.dumps(task).encode() + b"\n")
            guard.stdin.writelines(files.values())
            guard.stdin.flush()
        return _answer(guard.stdout)
    finally:
        with contextlib.suppress(OSError):
            guard.stdin.close()  # it stops whatever still runs, and clears up
        guard.wait()
        guard.stdout.close()


def _answer(pipe: IO[bytes]) -> RunOutcome:
    """Return the guard's answer; if the guard dies first, clear up in its place."""
    folder, group = "", 0
    try:
        while "end" not in (head := json.loads(pipe.readline())):
            folder, group = head["folder"], head["group"]
        size = head.pop("size")
        data = None if size is None else pipe.read(size)
    except ValueError:
        if group:
            _kill_group(group)
        if folder:
            shutil.rmtree(folder, ignore_errors=True)
            _remove_socket(folder)
        return RunOutcome("lost", 0, "")
    return RunOutcome(**head, result=data)


def _own_group() -> dict[str, Any]:
    """Return the options of a process that signals to our own group do not reach."""
    if sys.platform == "win32":
        hidden: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)
        group: int = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
        return {"creationflags": hidden | group}
    return {"start_new_session": True}


# ---- the guard ----------------------------------------------------------------------------------


def _guard(orders: IO[bytes], answers: IO[bytes]) -> None:
    """Do one task, clear up, then answer."""
    task = json.loads(orders.readline())
    files = {name: orders.read(size) for name, size in task["files"].items()}
    if any(len(data) != task["files"][name] for name, data in files.items()):
        return  # the caller has ended
    try:
        with tempfile.TemporaryDirectory(prefix=_PREFIX, ignore_cleanup_errors=True) as folder:
            outcome = _in_folder(task, files, Path(folder), (orders, answers))
            _remove_socket(folder)
    except OSError as problem:
        outcome = RunOutcome("no-folder", 0, str(problem.strerror))
    head = outcome._asdict()
    data = head.pop("result")
    _send(answers, head | {"size": None if data is None else len(data)}, data or b"")


def _send(answers: IO[bytes], head: dict[str, Any], data: bytes = b"") -> None:
    with contextlib.suppress(OSError):  # the caller may have ended
        answers.write(json.dumps(head).encode() + b"\n" + data)
        answers.flush()


def _in_folder(
    task: dict[str, Any], files: Mapping[str, bytes], folder: Path, pipes: _Pipes
) -> RunOutcome:
    orders, answers = pipes
    _send(answers, {"folder": str(folder), "group": 0})
    for name, data in files.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    command = [part.replace(FOLDER, folder.as_uri()) for part in task["command"]]
    log = folder / "output.txt"
    # LibreOffice has its own Python, which must not see the variables of ours.
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("PYTHON")
    }
    environment |= {name: str(folder) for name in ("TMPDIR", "TMP", "TEMP")}
    with log.open("wb") as output:
        try:
            program = subprocess.Popen(
                command,
                cwd=folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                **_own_group(),
            )
        except OSError as problem:
            return RunOutcome("not-started", 0, str(problem.strerror))
        _send(answers, {"folder": str(folder), "group": program.pid})
        end = _wait(program, task["seconds"], orders)
    text = log.read_bytes()[-_MOST_OUTPUT:].decode(errors="replace").strip()
    made = folder / task["result"]
    result = made.read_bytes() if end == "ended" and made.is_file() else None
    return RunOutcome(end, program.returncode, text, shutil.disk_usage(folder).free, result)


def _wait(program: subprocess.Popen[bytes], seconds: float, orders: IO[bytes]) -> End:
    """Wait until the program, its time or the caller ends."""

    def stop_with_caller() -> None:
        orders.read(1)  # there are no more orders: this returns when the pipe ends
        _kill(program)

    threading.Thread(target=stop_with_caller, daemon=True).start()
    try:
        program.wait(seconds)
    except subprocess.TimeoutExpired:
        return "too-slow"
    else:
        return "ended"
    finally:
        _kill(program)
        program.wait()


def _kill(program: subprocess.Popen[bytes]) -> None:
    """End a program and all that it has started, and wait until they are gone."""
    if sys.platform == "win32":
        killer = Path(os.environ.get("SYSTEMROOT", "C:/Windows"), "System32", "taskkill.exe")
        tree = [str(killer), "/F", "/T", "/PID", str(program.pid)]
        subprocess.run(tree, check=False, capture_output=True)
        return
    _kill_group(program.pid, program)


def _kill_group(group: int, program: subprocess.Popen[bytes] | None = None) -> None:
    if sys.platform == "win32":
        return
    until = time.monotonic() + _PATIENCE
    with contextlib.suppress(ProcessLookupError, PermissionError):
        while time.monotonic() < until:
            os.killpg(group, signal.SIGKILL)
            if program is not None and program.poll() is not None:
                _reap(group)
            time.sleep(0.01)


def _reap(group: int) -> None:
    """Reap the processes of a group that have ended; they are ours since `_become_subreaper`."""
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-group, os.WNOHANG)[0]:
            pass


def _become_subreaper() -> None:
    """Become the parent of processes that the program leaves behind, on Linux (prctl(2)).

    Otherwise the first process of the system reaps them, which can take long.
    """
    if sys.platform == "linux":
        import ctypes

        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def _set_limits() -> None:
    """Limit the memory and the files of the program, which inherits the limits."""
    if sys.platform == "win32":
        return
    import resource

    bounds = [(resource.RLIMIT_FSIZE, _LARGEST_FILE), (resource.RLIMIT_CORE, 0)]
    if sys.platform == "linux":
        bounds.append((resource.RLIMIT_DATA, _MOST_MEMORY))
    for what, most in bounds:
        hard = resource.getrlimit(what)[1]
        least = most if hard == resource.RLIM_INFINITY else min(most, hard)
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(what, (least, hard))


def _remove_socket(folder: str) -> None:
    """Remove the socket of the profile in a folder."""
    with contextlib.suppress(OSError):
        _socket(folder).unlink()


def _socket(folder: str) -> Path:
    """Return the socket that tells LibreOffice that a profile is in use.

    A killed LibreOffice leaves it. Its name is the MD5 of the profile's address in UTF-16, each
    byte in hexadecimal without a leading zero.
    """
    profile = (Path(folder) / "profile").as_uri()
    digest = hashlib.md5(profile.encode("utf-16-le"), usedforsecurity=False).digest()
    user = os.getuid() if hasattr(os, "getuid") else 0
    return _SOCKETS / _SOCKET.format(user=user, key="".join(f"{byte:x}" for byte in digest))


if __name__ == "__main__":
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):  # the guard ends with the pipe, not by signals
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    _become_subreaper()
    _set_limits()
    _guard(sys.stdin.buffer, sys.stdout.buffer)
    os._exit(0)  # without waiting for the thread that reads the pipe
