"""The process that draws with betteroffice: started when it is needed, watched, ended in time.

It keeps the deck open that it drew last, so the next page of it costs nothing but its drawing.
"""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Mapping
from typing import IO, Any

from deckgen.fonts.face import FaceKey
from deckgen.render.renderer import RenderingError, SlideImage
from deckgen.support.bounded_process import BoundedProcess, OutOfBoundsError

_SECONDS = 60.0
"""For one page, and to open its deck; a slow computer that is busy takes two."""
_MEGABYTES = 3_072


class LightProcess:
    """A process that draws pages, for any thread; it ends when nobody has this any more."""

    def __init__(self, seconds: float = _SECONDS, megabytes: int = _MEGABYTES) -> None:
        """Start nothing yet."""
        # With -P the folder in which we stand holds no module of ours.
        program = [sys.executable, "-P", "-m", "deckgen.render.light.light_worker"]
        bounds = [str(megabytes), str(round(seconds) + 5)]
        self._process = BoundedProcess([*program, *bounds], seconds, megabytes)
        self._turn = threading.Lock()
        self._known: tuple[bytes, Mapping[FaceKey, bytes]] | None = None
        """The deck and the fonts that it has open."""

    def page(
        self, deck: bytes, own: Mapping[FaceKey, bytes], number: int, width: int
    ) -> SlideImage:
        """Return a page of a .pptx; `own` holds a brand's font files.

        Raises RenderingError: too-slow, rendering-failed.
        """
        with self._turn:
            order: dict[str, object] = {"number": number, "width": width}
            data: tuple[bytes, ...] = ()
            if self._known != (deck, own):
                fonts = [[*key, len(font)] for key, font in own.items()]
                order |= {"deck": len(deck), "fonts": fonts}
                data = (deck, *own.values())
            self._known = None
            said, png = self._asked(json.dumps(order).encode(), data, number)
            self._known = (deck, own)
            if "problem" in said:
                raise RenderingError(*said["problem"])
            return SlideImage(said["number"], png, said["width"], said["height"])

    def _asked(
        self, order: bytes, data: tuple[bytes, ...], number: int
    ) -> tuple[dict[str, Any], bytes]:
        try:
            answer = self._process.ask(lambda given, taken: _answer(given, taken, order, data))
        except OutOfBoundsError:
            raise _too_slow(number) from None
        except OSError as problem:
            raise RenderingError(
                "rendering-failed",
                f"What draws the pages cannot be started: {problem.strerror}.",
                "Close other programs, and try again.",
            ) from None
        if answer is None:
            raise _ended(number)
        return answer


def _answer(
    given: IO[bytes], taken: IO[bytes], order: bytes, data: tuple[bytes, ...]
) -> tuple[dict[str, Any], bytes] | None:
    """Return what the process says, and a picture; None if it has ended."""
    given.write(order + b"\n")
    given.writelines(data)
    given.flush()
    try:
        said = json.loads(taken.readline())
    except ValueError:
        return None
    png = taken.read(said["size"])
    return (said, png) if len(png) == said["size"] else None


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
