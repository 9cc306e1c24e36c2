"""How far a talk is, as a freeform of equal parts (ECMA-376 Part 1, 20.1.9.8)."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from deckgen.brand.generate.layout_xml import DECORATIVE
from deckgen.deck.bidi import runs_right_to_left
from deckgen.deck.box import Box
from deckgen.deck.layout import EMU_PER_INCH, ProgressTrack
from deckgen.deck.slide import Slide
from deckgen.ooxml.drawingml import fill_xml, rectangles_xml, transform_xml

_GAP = EMU_PER_INCH // 20
_MOST_PARTS = 30
"""More would be too short to be counted: then the track has two parts."""
_THIN = 5
"""How many times thicker a part is that the talk has reached."""


def progress_shape(slide: Slide, track: ProgressTrack, shape_id: int) -> str:
    """Return the track of a slide with a position: thick up to it, thin behind.

    The slide says the same in words, so the shape is decorative.
    """
    if slide.position is None:
        return ""
    shape = _described(track, slide.position, mirrored=runs_right_to_left(slide.lang))
    return f'<p:sp><p:nvSpPr><p:cNvPr id="{shape_id}"{shape}'


@lru_cache(maxsize=256)
def _described(track: ProgressTrack, position: tuple[int, int], *, mirrored: bool) -> str:
    """Return the shape as it is on slides with the same position, from behind its id."""
    _, _, cx, cy = track.box
    return (
        f' name="Progress">{DECORATIVE}</p:cNvPr><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
        f"<p:spPr>{transform_xml(track.box)}"
        f"{rectangles_xml(_parts(cx, cy, position, mirrored=mirrored), cx, cy)}"
        f"{fill_xml(track.color)}<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def _parts(cx: int, cy: int, position: tuple[int, int], *, mirrored: bool) -> Iterator[Box]:
    """Yield the parts within a box, in EMU; `mirrored`: a row counts from the right."""
    number, total = position
    long, across = max(cx, cy), min(cx, cy)
    if total > _MOST_PARTS:
        bounds = [*dict.fromkeys((0, long * number // total, long))]
        number = 1
    else:
        bounds = [long * at // total for at in range(total + 1)]
    gap = min(_GAP, long // len(bounds) // 5)
    for at, (start, end) in enumerate(pairwise(bounds), 1):
        length = end - start - (gap if end < long else 0)
        thick = across if at <= number else across // _THIN
        if cx < cy:
            yield Box(across - thick, start, thick, length)
        else:
            yield Box(long - start - length if mirrored else start, across - thick, length, thick)
