"""A process that draws slides with betteroffice, limited in time and memory.

It keeps its last deck open, so that further slides of that deck only have to be drawn.
"""

import json
import sys
import threading
from collections.abc import Mapping
from typing import IO, Any

from deckgen.fonts.face import FaceKey
from deckgen.render.renderer import RenderingError, SlideImage
from deckgen.support.bounded_process import BoundedProcess, OutOfBoundsError

_SECONDS = 60.0
"""For a slide, including to open its deck; a slow, busy computer takes two."""
_MEGABYTES = 3_072


class LightProcess:
    """A process that draws slides, for any thread; it ends with this object."""

    def __init__(self, seconds: float = _SECONDS, megabytes: int = _MEGABYTES) -> None:
        """Start with the first slide; `seconds` is the limit for each slide."""
        # -P: the current folder is not searched for modules.
        program = [sys.executable, "-P", "-m", "deckgen.render.light.light_worker"]
        command = [*program, str(round(seconds) + 5)]
        self._process = BoundedProcess(command, seconds, megabytes)
        self._lock = threading.Lock()
        self._open: tuple[bytes, Mapping[FaceKey, bytes]] | None = None
        """The deck and the fonts that the process has open."""

    def page(
        self, deck: bytes, own: Mapping[FaceKey, bytes], number: int, width: int
    ) -> SlideImage:
        """Return a slide of a .pptx; `own` holds a brand's font files.

        Raises RenderingError: too-slow, rendering-failed.
        """
        with self._lock:
            order: dict[str, object] = {"number": number, "width": width}
            data: tuple[bytes, ...] = ()
            if self._open != (deck, own):
                fonts = [[*key, len(font)] for key, font in own.items()]
                order |= {"deck": len(deck), "fonts": fonts}
                data = (deck, *own.values())
            self._open = None
            answer, png = self._exchange(json.dumps(order).encode(), data, number)
            self._open = (deck, own)
            if "problem" in answer:
                raise RenderingError(*answer["problem"])
            return SlideImage(answer["number"], png, answer["width"], answer["height"])

    def _exchange(
        self, order: bytes, data: tuple[bytes, ...], number: int
    ) -> tuple[dict[str, Any], bytes]:
        try:
            answer = self._process.ask(lambda given, taken: _answer(given, taken, order, data))
        except OutOfBoundsError:
            why = "was not drawn in time, or took too much memory, and was given up"
            raise _given_up("too-slow", f"Slide {number} {why}.") from None
        except OSError as problem:
            raise RenderingError(
                "rendering-failed",
                f"What draws the pages cannot be started: {problem.strerror}.",
                "Close other programs, and try again.",
            ) from None
        if answer is None:
            message = f"Slide {number} cannot be drawn: it is too much for what draws it."
            raise _given_up("rendering-failed", message)
        return answer


def _answer(
    given: IO[bytes], taken: IO[bytes], order: bytes, data: tuple[bytes, ...]
) -> tuple[dict[str, Any], bytes] | None:
    """Return the process's answer and a PNG; None if the process has ended."""
    given.write(order + b"\n")
    given.writelines(data)
    given.flush()
    try:
        answer = json.loads(taken.readline())
    except ValueError:
        return None
    png = taken.read(answer["size"])
    return (answer, png) if len(png) == answer["size"] else None


def _given_up(code: str, message: str) -> RenderingError:
    hint = "Draw it with LibreOffice: --renderer libreoffice. Or make two slides of it."
    return RenderingError(code, message, hint)
