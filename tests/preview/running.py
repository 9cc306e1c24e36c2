"""`deckgen preview` as people run it: a process of its own, on this machine alone."""

from __future__ import annotations

import os
import queue
import re
import subprocess
import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SECONDS_TO_START = 90
SECONDS_TO_END = 10
ADDRESS = re.compile(r"http://(?:127\.0\.0\.1|localhost):\d+/[\w-]+/")


@contextmanager
def previewed(outline: Path) -> Iterator[str]:
    """Run the preview of an outline; give its address. It ends with the block, whatever happens.

    Raises AssertionError with what it said when it does not tell its address in time.
    """
    process = subprocess.Popen(
        [sys.executable, "-m", "deckgen", "preview", outline.name, "--no-open"],
        cwd=outline.parent,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
    )
    lines: queue.Queue[str | None] = queue.Queue()
    reading = threading.Thread(target=_read, args=(process, lines), daemon=True)
    reading.start()
    try:
        yield _address(lines)
    finally:
        process.terminate()
        try:
            process.wait(SECONDS_TO_END)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        reading.join()
        if process.stdout is not None:
            process.stdout.close()


def _read(process: subprocess.Popen[str], lines: queue.Queue[str | None]) -> None:
    """Pass on what the process says, so that it never waits for a reader."""
    for line in process.stdout or ():
        lines.put(line)
    lines.put(None)


def _address(lines: queue.Queue[str | None]) -> str:
    said: list[str] = []
    while True:
        try:
            line = lines.get(timeout=SECONDS_TO_START)
        except queue.Empty:
            line = None
        if line is None:
            raise AssertionError("the preview told no address: " + "".join(said))
        found = ADDRESS.search(line)
        if found:
            return found[0]
        said.append(line)
