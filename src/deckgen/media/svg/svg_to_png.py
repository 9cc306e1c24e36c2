"""SVGs drawn as PNG: a small plain one here, every other in a process of its own, in bounds.

What draws them can be brought to end its process, to fill the memory, or to draw without end,
whatever is looked for before; and while it draws, it hears neither Ctrl-C nor a clock.
docs/decisions/drawing-svg.md
"""

from collections.abc import Sequence
from typing import NamedTuple

from deckgen.media.refusal import RefusedError
from deckgen.media.svg.plain_svg import MOST_BYTES
from deckgen.media.svg.svg_checker import CheckedSvg, check_svg

_MOST_STROKES = 20_000_000
"""Elements × pixels that are drawn here: a twentieth of a second."""
_MOST_PIXELS = 1_000_000
"""Of a picture that is drawn here: to pack more takes longer than to start a process."""
_MOST_REACH = 8_000
"""Pixels from the origin, at most: what draws counts in 1/65,536 of one, up to 32,767."""
_MOST_LOST = 2
"""Drawings that may use up their time before the others are left alone."""
DOTS = 96
"""An inch of CSS."""


class SvgAtWidth(NamedTuple):
    """An SVG, and how many pixels wide its picture shall be."""

    drawing: CheckedSvg
    width: int


PngOrRefusal = bytes | RefusedError
"""A PNG, or why there is none."""


def svg_to_png(drawing: CheckedSvg, width: int) -> PngOrRefusal:
    """Return one SVG as PNG; else as `svgs_to_png`."""
    return svgs_to_png([SvgAtWidth(drawing, width)])[0]


def svgs_to_png(orders: Sequence[SvgAtWidth]) -> list[PngOrRefusal]:
    """Return SVGs as PNG, in their order, or why one cannot be drawn.

    No fonts are loaded, so that they are the same pictures on every machine.
    """
    made: list[PngOrRefusal | None] = [_at_once(order) for order in orders]
    left = [number for number, one in enumerate(made) if one is None]
    for number, one in zip(left, _bounded([orders[at] for at in left]), strict=True):
        made[number] = one
    return [one if one is not None else cannot_be_drawn() for one in made]


def cannot_be_drawn() -> RefusedError:
    """Return what is said of an SVG at which whatever draws it gives up."""
    return RefusedError(
        "broken-picture", "This SVG cannot be drawn.", "Save it again, or save it as PNG."
    )


def already_checked(svg: bytes, size: tuple[int, int]) -> CheckedSvg:
    """Return an SVG that `check_svg` accepted before; a large one counts as costly, unread."""
    return (
        check_svg("", svg) if len(svg) <= MOST_BYTES else CheckedSvg(svg, size, 0, 0, float("inf"))
    )


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
    """Return whether an SVG is so small and plain that it is surely drawn in a moment."""
    wide, high = drawing.size
    height = width * high / wide
    work = drawing.elements + drawing.layers
    return (
        drawing.reach * width <= _MOST_REACH
        and width * height <= _MOST_PIXELS
        and work * width * height <= _MOST_STROKES
    )


def _bounded(orders: Sequence[SvgAtWidth]) -> list[PngOrRefusal]:
    if not orders:
        return []
    from importlib.util import find_spec

    from deckgen.media.svg.drawing_process import DrawingProcess, DrawingTooSlowError

    library = find_spec("resvg_py")
    folder = (library.submodule_search_locations or [""])[0] if library else ""
    made: list[PngOrRefusal] = []
    lost = 0
    with DrawingProcess(folder.rpartition("resvg_py")[0]) as drawer:
        for order in orders:
            if lost == _MOST_LOST:
                made.append(_left_alone())
                continue
            try:
                made.append(drawer.draw(order.drawing.data, order.width) or cannot_be_drawn())
            except DrawingTooSlowError:
                lost += 1
                made.append(_too_slow())
    return made


def _too_slow() -> RefusedError:
    return RefusedError(
        "huge-picture",
        "This SVG takes too long to draw, or too much memory.",
        "Save it as PNG; that much detail shows on no slide.",
    )


def _left_alone() -> RefusedError:
    return RefusedError(
        "huge-picture",
        f"This SVG was not tried: {_MOST_LOST} others have used up the time.",
        "Mend those first.",
    )
