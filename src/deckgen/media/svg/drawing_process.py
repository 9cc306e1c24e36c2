"""The bounded process that draws SVGs, seen from the caller."""

from importlib.util import find_spec
from typing import IO

from deckgen.support.bounded_process import BoundedProcess, OutOfBoundsError, bare_python

SECONDS = 20
"""For one drawing: ten times as long as detailed maps take."""
MEGABYTES = 1_024


class DrawingTooSlowError(Exception):
    """A drawing took too much time or memory."""


class DrawingProcess:
    """A process that draws: started at first use, ended by `close`."""

    def __init__(self, library: str, seconds: float = SECONDS, megabytes: int = MEGABYTES) -> None:
        """`library` is the folder in which Python finds resvg."""
        program = find_spec("deckgen.media.svg.drawing_worker")
        worker = program.origin or "" if program else ""
        # The process has its own clock too, so that it ends even if this one is killed.
        command = [*bare_python(), worker, library, str(round(seconds) + 5)]
        self._process = BoundedProcess(command, seconds, megabytes)

    def close(self) -> None:
        """End the process."""
        self._process.end()

    def draw(self, svg: bytes, width: int) -> bytes | None:
        """Return a PNG, or None if the SVG cannot be drawn. Raises DrawingTooSlowError."""
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
