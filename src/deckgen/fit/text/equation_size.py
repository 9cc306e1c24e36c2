"""The size of an equation, in em of the text around it: never less than in PowerPoint.

PowerPoint uses Cambria Math, whose tables of constants only Office has; the widths here are those
of Cambria's letters, rounded up. docs/facts/formulas.md has the figures.
"""

from __future__ import annotations

import math
import unicodedata
from typing import NamedTuple

from deckgen.deck import equation as eq
from deckgen.deck.equation import Decorated, Letters, Math, MathNode, Sign, Space, Structure
from deckgen.deck.text_body import Formula
from deckgen.fonts.face import UNKERNED, Face
from deckgen.fonts.text_width import blank_width, line_height, word_width
from deckgen.support.records import changed

PLACE = "\ufffc"
"""Unicode's object replacement character: no line ends beside it."""
_LEADING = 0.15
"""Em between equations below each other."""


class Size(NamedTuple):
    """Em: the width, and the extent above and below the baseline."""

    width: float
    ascent: float
    descent: float

    @property
    def height(self) -> float:
        """Em from top to bottom."""
        return self.ascent + self.descent

    def scaled(self, by: float) -> Size:
        """Return the size at another scale."""
        return Size(self.width * by, self.ascent * by, self.descent * by)


SCRIPT = 0.73
"""Scripts have about 70 % of the size; scripts of scripts are measured like scripts."""
_AXIS = 0.27
"""Em of the bar of a fraction above the baseline."""
_LINE = Size(0.0, 0.8, 0.24)
_SPACES = {"ordinary": 0.0, "binary": 0.5, "relation": 0.6, "punctuation": 0.2}
_NARROW = frozenset("ijlt.,;:'′|!()[]{}ıf/ ")
_WIDE = frozenset("mwMWΩΘΦΨ…⋯%‰")
_BOLD = 1.08


def math_size(math: Math, *, display: bool, bold: bool = False) -> Size:
    """Return the size of an equation, in display style or within a line."""
    size = _row(math, display=display)
    return size._replace(width=size.width * (_BOLD if bold else 1.0) + 0.1)


def _row(math: Math, *, display: bool) -> Size:
    sizes = [_LINE, *(_node(node, display=display) for node in math)]
    return Size(
        sum(size.width for size in sizes),
        max(size.ascent for size in sizes),
        max(size.descent for size in sizes),
    )


def _node(node: MathNode, *, display: bool) -> Size:
    match node:
        case Letters(text=text):
            size = _LINE._replace(width=sum(map(_letter, text)))
        case Sign(text=text, kind=kind):
            size = _LINE._replace(width=sum(map(_letter, text)) + _SPACES[kind])
        case Space(em=em):
            size = _LINE._replace(width=em)
        case eq.Scripts() | eq.Stack() | eq.Accent() | eq.Bar() | eq.Brace():
            size = _marked(node, display=display)
        case _:
            size = _built(node, display=display)
    return size


def _marked(node: Decorated, *, display: bool) -> Size:
    inside = _row(node.base, display=display)
    match node:
        case eq.Scripts(below=below, above=above):
            size = _scripts(inside, below, above)
        case eq.Stack(below=below, above=above):
            size = _stacked(inside, below, above)
        case eq.Accent() | eq.Bar():
            size = inside._replace(ascent=inside.ascent + 0.2, descent=inside.descent + 0.1)
        case eq.Brace(over=True):
            size = inside._replace(ascent=inside.ascent + 0.4)
        case eq.Brace():
            size = inside._replace(descent=inside.descent + 0.4)
    return size


def _built(node: Structure, *, display: bool) -> Size:
    match node:
        case eq.Fraction(top=top, bottom=bottom):
            size = _fraction(_row(top, display=False), _row(bottom, display=False), display=display)
        case eq.Root(base=base, degree=degree):
            inside, small = _row(base, display=display), _row(degree, display=False).width * SCRIPT
            size = Size(inside.width + 0.75 + small, inside.ascent + 0.2, inside.descent + 0.05)
        case eq.Nary():
            size = _nary(node, display=display)
        case eq.Delimited(parts=parts):
            sizes = [_row(part, display=display) for part in parts]
            size = Size(
                sum(each.width + 0.5 for each in sizes) + 0.5,
                max(each.ascent for each in sizes) + 0.08,
                max(each.descent for each in sizes) + 0.08,
            )
        case eq.Function(name=name, of=of):
            size = _beside(_row(name, display=display), _row(of, display=display), 0.2)
        case eq.Matrix(rows=rows):
            size = _table(rows, 0.8)
        case eq.EquationArray(rows=rows):
            size = _table(rows, 0.1, display=display)
    return size


def _letter(sign: str) -> float:
    if unicodedata.combining(sign):
        return 0.0
    if sign in _NARROW:
        return 0.42
    if sign in _WIDE or unicodedata.east_asian_width(sign) in "WF":
        return 1.05
    if sign.isupper():
        return 0.76
    return 0.6 if sign.isalnum() else 0.8


def _beside(first: Size, other: Size, gap: float) -> Size:
    return Size(
        first.width + gap + other.width,
        max(first.ascent, other.ascent),
        max(first.descent, other.descent),
    )


def _fraction(top: Size, bottom: Size, *, display: bool) -> Size:
    """Return the size of a fraction; its parts are smaller within a line."""
    if not display:
        top, bottom = top.scaled(SCRIPT), bottom.scaled(SCRIPT)
    return Size(
        max(top.width, bottom.width) + 0.3,
        _AXIS + 0.12 + top.height,
        max(bottom.height + 0.12 - _AXIS, 0.24),
    )


def _scripts(base: Size, below: Math, above: Math) -> Size:
    low, high = _row(below, display=False).scaled(SCRIPT), _row(above, display=False).scaled(SCRIPT)
    return Size(
        base.width + max(low.width, high.width) + 0.1,
        max(base.ascent, base.ascent - 0.25 + high.height) if above else base.ascent,
        max(base.descent, base.descent - 0.1 + low.height) if below else base.descent,
    )


def _stacked(base: Size, below: Math, above: Math) -> Size:
    low, high = _row(below, display=False).scaled(SCRIPT), _row(above, display=False).scaled(SCRIPT)
    return Size(
        max(base.width, low.width, high.width) + 0.1,
        base.ascent + (high.height + 0.1 if above else 0),
        base.descent + (low.height + 0.1 if below else 0),
    )


def _nary(node: eq.Nary, *, display: bool) -> Size:
    """Return the size of a sum with its limits above and below it, or of an integral."""
    sign = Size(1.3, 1.15, 0.65) if display else Size(0.95, 0.9, 0.35)
    are_beside = not display or node.sign in eq.INTEGRALS
    whole = (_scripts if are_beside else _stacked)(sign, node.below, node.above)
    return _beside(whole, _row(node.body, display=display), 0.2)


def _table(rows: tuple[tuple[Math, ...], ...], gap: float, *, display: bool = False) -> Size:
    """Return the size of rows and columns, centred at the axis."""
    sizes = [[_row(cell, display=display) for cell in row] for row in rows]
    columns = zip(*sizes, strict=True)
    width = sum(max(size.width for size in column) + gap for column in columns)
    height = sum(
        max(size.ascent for size in row) + max(size.descent for size in row) + 0.25 for row in sizes
    )
    return Size(width + 0.2, height / 2 + _AXIS, max(height / 2 - _AXIS, 0.24))


def equation(formula: Formula, face: Face) -> tuple[str, Face, float]:
    """Return the stand-in for a formula among text of a face, and the em of the height of its line.

    It is characters and their face; a line ends between them only if it must. It is wide enough for
    the equation, and for its plain text in programs without equations.
    """
    size = math_size(formula.math, display=formula.display, bold=formula.bold)
    words = formula.text.split(" ")
    spoken = sum(word_width(word, face) for word in words) + (len(words) - 1) * blank_width(face)
    em = max(size.width, spoken)
    count = max(1, math.ceil(em))
    units = math.ceil(em / count * face.units)
    return (
        PLACE * count,
        changed(face, widths={PLACE: units}, kerning=UNKERNED),
        max(line_height(formula.text, face), size.height + _LEADING),
    )
