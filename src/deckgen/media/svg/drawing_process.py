"""The process that draws SVGs: what it is asked, and what it answers."""

from __future__ import annotations

from importlib.util import find_spec
from types import TracebackType
from typing import IO, Self

from deckgen.support.bounded_process import BoundedProcess, OutOfBoundsError, bare_python

SECONDS = 20
"""For one drawing: ten times what the richest maps take."""
MEGABYTES = 1_024


class DrawingTooSlowError(Exception):
    """A drawing has used up its time or its memory."""


class DrawingProcess:
    """A process that draws, as a context: it is started when it is needed, and ended at the end."""

    def __init__(self, library: str, seconds: float = SECONDS, megabytes: int = MEGABYTES) -> None:
        """`library` is the folder in which Python finds what draws."""
        program = find_spec("deckgen.media.svg.drawing_worker")
        worker = program.origin or "" if program else ""
        # It holds bounds of its own too, so that it ends even if we are gone.
        bounds = [str(megabytes), str(round(seconds) + 5)]
        command = [*bare_python(), worker, library, *bounds]
        self._process = BoundedProcess(command, seconds, megabytes)

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
        self._process.end()

    def draw(self, svg: bytes, width: int) -> bytes | None:
        """Return a PNG; None if it cannot be drawn. Raises DrawingTooSlowError."""
        try:
            return self._process.ask(lambda given, taken: _answer(given, taken, svg, width)) or None
        except OutOfBoundsError:
            raise DrawingTooSlowError from None
        except OSError:
            return None


def _answer(given: IO[bytes], taken: IO[bytes], svg: bytes, width: int) -> bytes | None:
    """Return the PNG; empty bytes if it cannot be drawn; None if the process has ended."""
    given.write(width.to_bytes(8, "big") + len(svg).to_bytes(8, "big"))
    given.write(svg)
    given.flush()
    head = taken.read(8)
    size = int.from_bytes(head, "big")
    png = taken.read(size)
    return png if len(head) == 8 and len(png) == size else None
