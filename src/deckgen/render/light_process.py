"""The process that draws with betteroffice: started when it is needed, watched, ended in time.

It keeps the deck open that it drew last, so the next page of it costs nothing but its drawing.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
import weakref
from collections.abc import Mapping
from typing import Any

from deckgen.deck.face import FaceKey
from deckgen.media.svg.memory import memory_of
from deckgen.render.renderer import Page, RenderingError

_SECONDS = 60.0
"""For one page, and to open its deck; a slow computer that is busy takes two."""
_MEGABYTES = 3_072
_GLANCE = 0.1
"""Seconds between two looks at a process that draws."""
_UNSEEN = 0.5
"""Seconds before its memory is looked at, which costs a process on macOS."""


class LightProcess:
    """A process that draws pages, for any thread; it ends when nobody has this any more."""

    def __init__(self, seconds: float = _SECONDS, megabytes: int = _MEGABYTES) -> None:
        """Start nothing yet."""
        self._seconds, self._megabytes = seconds, megabytes
        self._turn = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._known: tuple[bytes, Mapping[FaceKey, bytes]] | None = None
        """The deck and the fonts that it has open."""
        self._ending: weakref.finalize[[subprocess.Popen[bytes]], object] | None = None

    def page(self, deck: bytes, own: Mapping[FaceKey, bytes], number: int, width: int) -> Page:
        """Return a page of a .pptx; `own` holds a brand's font files.

        Raises RenderingError: too-slow, rendering-failed.
        """
        with self._turn:
            order: dict[str, object] = {"number": number, "width": width}
            data: tuple[bytes, ...] = ()
            process = self._started()
            if self._known != (deck, own):
                fonts = [[*key, len(font)] for key, font in own.items()]
                order |= {"deck": len(deck), "fonts": fonts}
                data = (deck, *own.values())
            self._known = (deck, own)
            done, stopped = threading.Event(), threading.Event()
            watch = threading.Thread(target=self._watch, args=(process, done, stopped), daemon=True)
            watch.start()
            answer = None
            try:
                answer = _answer(process, json.dumps(order).encode(), data)
            finally:
                done.set()
                watch.join()
                if answer is None:  # also where somebody pressed Ctrl-C meanwhile
                    self._end()
            if answer is None:
                raise _too_slow(number) if stopped.is_set() else _ended(number)
            said, png = answer
            if "problem" in said:
                raise RenderingError(*said["problem"])
            return Page(said["number"], png, said["width"], said["height"])

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            # With -P the folder in which we stand holds no module of ours.
            program = [sys.executable, "-P", "-m", "deckgen.render.light_worker"]
            bounds = [str(self._megabytes), str(round(self._seconds) + 5)]
            try:
                self._process = subprocess.Popen(
                    [*program, *bounds],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
                )
            except OSError as problem:
                raise RenderingError(
                    "rendering-failed",
                    f"What draws the pages cannot be started: {problem.strerror}.",
                    "Close other programs, and try again.",
                ) from None
            self._ending = weakref.finalize(self, _kill, self._process)
        return self._process

    def _watch(
        self,
        process: subprocess.Popen[bytes],
        done: threading.Event,
        stopped: threading.Event,
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
        if self._ending is not None:
            self._ending()
        self._process = self._known = self._ending = None


def _answer(
    process: subprocess.Popen[bytes], order: bytes, data: tuple[bytes, ...]
) -> tuple[dict[str, Any], bytes] | None:
    """Return what the process says, and a picture; None if it has ended."""
    given, taken = process.stdin, process.stdout
    if given is None or taken is None:
        return None
    try:
        given.write(order + b"\n")
        given.writelines(data)
        given.flush()
        said = json.loads(taken.readline())
        png = taken.read(said["size"])
    except (OSError, ValueError):
        return None
    return (said, png) if len(png) == said["size"] else None


def _kill(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.communicate()


def _too_slow(number: int) -> RenderingError:
    return RenderingError(
        "too-slow",
        f"Slide {number} was not drawn in time, or took too much memory, and was given up.",
        "Draw it with LibreOffice: --renderer libreoffice. Or make two slides of it.",
    )


def _ended(number: int) -> RenderingError:
    return RenderingError(
        "rendering-failed",
        f"Slide {number} cannot be drawn: it is too much for what draws it.",
        "Draw it with LibreOffice: --renderer libreoffice. Or make two slides of it.",
    )
