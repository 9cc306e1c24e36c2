"""The measures of an equation among words."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from deckgen.fit.text.equation_size import math_size
from deckgen.fonts.face import UNKERNED, Face
from deckgen.fonts.text_width import blank_width, line_height, word_width
from deckgen.support.records import changed

if TYPE_CHECKING:
    from deckgen.deck.text_body import Formula

_PLACE = "\ufffc"
"""Unicode's object replacement character: no line ends beside it."""
_LEADING = 0.15
"""Em between equations below each other."""


class Equation(NamedTuple):
    """A stand-in for an equation in a line that is measured."""

    text: str
    """Characters that are as wide together; a line ends between them only if it must."""
    face: Face
    height: float
    """Em: the height of its line."""


def equation(formula: Formula, face: Face) -> Equation:
    """Return the stand-in for a formula among text of a face.

    It is wide enough for the equation, and for its plain text in programs without equations.
    """
    size = math_size(formula.math, display=formula.display, bold=formula.bold)
    words = formula.text.split(" ")
    spoken = sum(word_width(word, face) for word in words) + (len(words) - 1) * blank_width(face)
    em = max(size.width, spoken)
    count = max(1, math.ceil(em))
    units = math.ceil(em / count * face.units)
    return Equation(
        _PLACE * count,
        changed(face, widths={_PLACE: units}, kerning=UNKERNED),
        max(line_height(formula.text, face), size.height + _LEADING),
    )
