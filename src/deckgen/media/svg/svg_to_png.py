"""SVGs drawn as PNG: small plain ones in this process, all others in a bounded one.

Hostile drawings can make the renderer end its process, fill the memory or draw without end, and
while it draws it reacts neither to Ctrl-C nor to a timer. See docs/decisions/drawing-svg.md.
"""

from collections.abc import Sequence
from contextlib import closing
from importlib.util import find_spec
from typing import IO, TYPE_CHECKING, NamedTuple

from deckgen.media.refusal import RefusedError
from deckgen.media.svg.plain_svg import MOST_BYTES
from deckgen.media.svg.svg_checker import CheckedSvg, check_svg

if TYPE_CHECKING:
    from deckgen.deck.graphics import Media

_MOST_COST = 20_000_000
"""Elements × pixels that are drawn in this process: a twentieth of a second."""
_MOST_PIXELS = 1_000_000
"""Pixels that are drawn in this process: to compress more takes longer than a new process."""
_MOST_REACH = 8_000
"""Most pixels from the origin: the renderer's coordinates end at 32,767."""
_SECONDS = 20
"""For one drawing in the other process: ten times as long as detailed maps take."""
_MEGABYTES = 1_024
_MOST_TIMEOUTS = 2
"""Drawings that may run out of time before the others are not tried."""
DOTS = 96
"""Pixels per inch in CSS."""


class SvgAtWidth(NamedTuple):
    """An SVG, and the width of its PNG in pixels."""

    drawing: CheckedSvg
    width: int


PngOrRefusal = bytes | RefusedError
"""A PNG, or the reason why there is none."""


def svg_to_png(drawing: CheckedSvg, width: int) -> PngOrRefusal:
    """Return one SVG as PNG, or why it cannot be drawn."""
    return svgs_to_png([SvgAtWidth(drawing, width)])[0]


def svgs_to_png(orders: Sequence[SvgAtWidth]) -> list[PngOrRefusal]:
    """Return each SVG as PNG, or why it cannot be drawn.

    No fonts are loaded, so that the pictures are the same on every machine.
    """
    results: list[PngOrRefusal | None] = [_at_once(order) for order in orders]
    left = [index for index, png in enumerate(results) if png is None]
    bounded = iter(_bounded([orders[index] for index in left]))
    return [next(bounded) if png is None else png for png in results]


def cannot_be_drawn() -> RefusedError:
    """Return the error for an SVG that the renderer cannot draw."""
    return RefusedError(
        "broken-picture", "This SVG cannot be drawn.", "Save it again, or save it as PNG."
    )


def already_checked(svg: "Media") -> CheckedSvg:
    """Return an SVG that `check_svg` accepted before; a large one counts as costly, unread."""
    if len(svg.data) <= MOST_BYTES:
        return check_svg("", svg.data)
    return CheckedSvg(svg.data, (svg.width, svg.height), 0, 0, float("inf"))


def _at_once(order: SvgAtWidth) -> PngOrRefusal | None:
    """Return a small plain SVG as PNG; None for any other."""
    if not drawn_at_once(*order):
        return None
    import resvg_py

    svg = order.drawing.data.decode()
    try:
        picture = resvg_py.svg_to_bytes(
            svg_string=svg, width=order.width, skip_system_fonts=True, dpi=DOTS
        )
    except ValueError:
        return cannot_be_drawn()
    except BaseException as problem:
        if type(problem).__module__ != "pyo3_runtime":  # its panics are no Exception
            raise
        return cannot_be_drawn()
    return bytes(picture)


def drawn_at_once(drawing: CheckedSvg, width: int) -> bool:
    """Return whether an SVG is so small and plain that it is drawn in a moment."""
    wide, high = drawing.size
    height = width * high / wide
    work = drawing.elements + drawing.layers
    return (
        drawing.reach * width <= _MOST_REACH
        and width * height <= _MOST_PIXELS
        and work * width * height <= _MOST_COST
    )


class DrawingProcess:
    """A process that draws in bounds: started at first use, ended by `close`."""

    def __init__(
        self, library: str, seconds: float = _SECONDS, megabytes: int = _MEGABYTES
    ) -> None:
        """`library` is the folder in which Python finds resvg."""
        from deckgen.support.bounded_process import BoundedProcess, bare_python

        program = find_spec("deckgen.media.svg.drawing_worker")
        worker = program.origin or "" if program else ""
        # The process has its own clock too, so that it ends even if this one is killed.
        command = [*bare_python(), worker, library, str(round(seconds) + 5)]
        self._process = BoundedProcess(command, seconds, megabytes)
        self.close = self._process.end

    def draw(self, svg: bytes, width: int) -> bytes | None:
        """Return a PNG, or None if the SVG cannot be drawn. Raises OutOfBoundsError."""

        def answer(given: IO[bytes], taken: IO[bytes]) -> bytes | None:
            given.write(width.to_bytes(8, "big") + len(svg).to_bytes(8, "big"))
            given.write(svg)
            given.flush()
            head = taken.read(8)
            size = int.from_bytes(head, "big")
            png = taken.read(size)
            return png if len(head) == 8 and len(png) == size else None

        try:
            return self._process.ask(answer) or None
        except OSError:
            return None


def _bounded(orders: Sequence[SvgAtWidth]) -> list[PngOrRefusal]:
    if not orders:
        return []
    from deckgen.support.bounded_process import OutOfBoundsError

    library = find_spec("resvg_py")
    folder = (library.submodule_search_locations or [""])[0] if library else ""
    results: list[PngOrRefusal] = []
    timeouts = 0
    with closing(DrawingProcess(folder.rpartition("resvg_py")[0])) as drawer:
        for order in orders:
            if timeouts == _MOST_TIMEOUTS:
                message = f"This SVG was not tried: {_MOST_TIMEOUTS} others have used up the time."
                results.append(RefusedError("huge-picture", message, "Mend those first."))
                continue
            try:
                results.append(drawer.draw(order.drawing.data, order.width) or cannot_be_drawn())
            except OutOfBoundsError:
                timeouts += 1
                message = "This SVG takes too long to draw, or too much memory."
                way_out = "Save it as PNG; that much detail shows on no slide."
                results.append(RefusedError("huge-picture", message, way_out))
    return results
