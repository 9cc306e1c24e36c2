"""The renderer that needs no office suite: betteroffice-pptx, a few milliseconds a slide.

It is a young library of native code: a hostile deck can keep it busy for hours, make it take all
memory, or end its process. So it draws in a process of its own, limited in time and memory.
"""

import json
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from typing import IO, Any, NamedTuple, get_args

from deckgen.fonts.face import FaceKey
from deckgen.render.deck_slides import deck_slides
from deckgen.render.renderer import Feature, Renderer, RenderingError, SlideImage
from deckgen.render.rendering_differences import rendering_differences
from deckgen.support.bounded_process import BoundedProcess, OutOfBoundsError
from deckgen.support.extras import INSTALL_SHOW

_WIDEST = 7680
_DIFFERS: tuple[Feature, ...] = get_args(Feature)
"""All else is close to PowerPoint (docs/facts/rendering.md)."""
_SECONDS = 60.0
"""For a slide, including to open its deck; a slow, busy computer takes two."""
_MEGABYTES = 3_072


class LightProcess:
    """A process that draws slides, for any thread; it ends with this object.

    It keeps its last deck open, so that further slides of that deck only have to be drawn.
    """

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


def light_renderer(
    own: Mapping[FaceKey, bytes] | None = None, process: LightProcess | None = None
) -> Renderer:
    """Return the renderer that needs no office suite; `own` holds a brand's font files.

    Several renderers may share a `process`. No library: raises RenderingError (no-renderer).
    """
    try:
        from betteroffice_pptx import __version__
    except ImportError:
        raise RenderingError(
            "no-renderer", "What draws the pages is not installed.", f"Install it: {INSTALL_SHOW}"
        ) from None
    return _Light(f"betteroffice {__version__}", own or {}, process or LightProcess())


class _Light(NamedTuple):
    name: str
    own: Mapping[FaceKey, bytes]
    process: LightProcess

    def images(self, deck: bytes, numbers: Sequence[int], width: int) -> Iterator[SlideImage]:
        """Yield slides as `Renderer.images` promises."""
        if not 0 < width <= _WIDEST:
            raise RenderingError(
                "rendering-failed",
                f"A page cannot be {width} pixels wide.",
                f"Choose a width up to {_WIDEST}.",
            )
        differs = self.differences(deck) if numbers else {}
        for number in numbers:
            page = self.process.page(deck, self.own, number, width)
            yield page._replace(differs=differs.get(number, ()))

    def differences(self, deck: bytes) -> Mapping[int, tuple[Feature, ...]]:
        """Return what differs, as `Renderer.differences` promises."""
        found = rendering_differences(deck, _DIFFERS)
        if not any("chart" in features for features in found.values()):
            return found
        from deckgen.render.light.charts.chart_drawing import slides_with_other_charts

        # Most charts are drawn as PowerPoint draws them.
        others, slides = slides_with_other_charts(deck), deck_slides(deck)
        left = {
            number: tuple(
                feature
                for feature in features
                if feature != "chart" or slides[number - 1].part in others
            )
            for number, features in found.items()
        }
        return {number: features for number, features in left.items() if features}
