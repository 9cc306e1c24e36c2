"""Listings: as large as their lines allow, whole or broken, over as many slides as they need."""

import math
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from deckgen.deck.box import Box
from deckgen.deck.graphics import Drawing, Shape, ShapeStyle
from deckgen.deck.layout import EMU_PER_POINT, TextStyle
from deckgen.deck.text_body import Paragraph, Run, TextBody
from deckgen.fit.drawings.drawing_canvas import Canvas
from deckgen.fit.measured_slide import CLEARLY
from deckgen.fit.text.line_breaking import Typeset, break_lines, in_pieces, line_width, typeset
from deckgen.fit.text.line_space import LineSpace
from deckgen.fonts.text_width import Piece

_LARGEST, _LEAST = 32, 14
"""Points. Code may be set smaller than other text, as its lines are broken at few places."""
_LARGEST_OF_SEVERAL, _SMALLER = 18, 2
"""Points of a listing over several slides; how many less it may have, to end at empty lines."""
_FEW_LINES, _LARGEST_OF_FEW = 3, 44
"""Lines of a listing that is a statement, and its largest size in points."""
_BROKEN, _TORN, _INDENT = 20, 16, 4
"""Points up to which long lines are broken at blanks, and up to which also at hyphens, before all
lines are set smaller; the blanks before the rest of a broken line."""
_FONTS = (1.0, 1.095, 1.1)
"""The widths of Consolas, of DejaVu Sans Mono and of wider fonts against Consolas."""
_STEP, _STEPS = 0.025, 14
"""The share of its width by which a line is narrower from one attempt to the next; the attempts."""
_INSET = 201_168
"""EMU around the lines: 0.22 in."""
_MOSTLY = 0.9
"""The share of its place above which the lines of a listing are spread over all of it."""
_LOOSE = 1.4
"""The most distance of lines against the font's own, where it costs no size."""
_SLACK = 1.1
"""The width of the fonts that replace a missing Consolas, against Consolas."""
_STYLE = TextStyle(_LARGEST, "dk1")
_EMPTY = Paragraph((Run(" ", code=True),))


def listing_shapes(drawing: Drawing, canvas: Canvas) -> list[tuple[Shape, ...]]:
    """Return the shape of each part of a listing; none, with an error, if a line is too long."""
    (item,) = drawing.items
    lines = item.text.paragraphs if item.text else ()
    measured = [typeset(line if line.runs else _EMPTY, _STYLE, canvas.fonts) for line in lines]
    leading = max(line.line_height for line in measured)
    width, height = (
        (side - 2 * _INSET) / EMU_PER_POINT for side in (canvas.area.cx, canvas.area.cy)
    )
    least = min(_LEAST, canvas.minimum_size)
    sizes = [
        size
        for size in _sizes(len(lines), least, canvas)
        if all(line.width * size * _SLACK <= width for line in measured)
    ]
    if not sizes or sizes[0] < _BROKEN - 1:
        largest, room = canvas.below_headline(_BROKEN), (width, height / leading)
        whole = range(min(_BROKEN, largest), max([*sizes[:1], _TORN - 1]), -1)
        broken = _broken(lines, measured, room, whole, _is_torn)
        if not (broken or sizes):
            torn = range(min(_TORN, largest), least - 1, -1)
            broken = _broken(lines, measured, room, torn, _is_cut)
        if broken:
            spacing = _spacing(height / (leading * broken.size), broken.lines)
            return [(_shape(lines, broken.size, spacing, canvas.area, broken),)]
    if not sizes:
        widths = [line.width for line in measured]
        longest = widths.index(max(widths))
        count = len(lines[longest].text)
        holds = int(width / (max(widths) / count * least * _SLACK))
        canvas.report(
            drawing,
            f"Line {longest + 1} of this code has {count} characters; at {least} points, {holds} "
            "fit on a line.",
            "Break the line where the language allows it.",
        )
        return []
    size = next((size for size in sizes if len(lines) * leading * size <= height), None)
    if size is None and canvas.fit in {"error", "shrink"}:
        canvas.report(
            drawing,
            f"This code has {len(lines)} lines; at {sizes[-1]} points, "
            f"{int(height / (leading * sizes[-1]))} fit on a slide.",
            "Shorten it, or let it go on over a second slide (fit: auto).",
        )
        return []
    if size:
        spacing = _spacing(height / (leading * size), len(lines))
        return [(_shape(lines, size, spacing, canvas.area),)]
    largest = min(sizes[0], max(_LARGEST_OF_SEVERAL, least))
    ways = [
        (*_parts(lines, int(height / (leading * each))), each)
        for each in range(largest, max(largest - _SMALLER, least) - 1, -1)
    ]
    _, parts, size = min(ways, key=lambda way: (len(way[1]), way[0]))
    spacing = _spacing(height / (leading * size), max(map(len, parts)))
    line = leading * size * spacing * EMU_PER_POINT
    grounds = [canvas.area._replace(cy=round(len(part) * line) + 2 * _INSET) for part in parts]
    return [
        (_shape(part, size, spacing, ground),) for part, ground in zip(parts, grounds, strict=True)
    ]


def _sizes(lines: int, least: int, canvas: Canvas) -> list[int]:
    """Return the sizes that a listing may have in points; few lines are clearly larger than text.

    They are not about as large as their headline.
    """
    largest = max(canvas.below_headline(_LARGEST), least)
    sizes = [*range(largest, least - 1, -1)]
    if lines > _FEW_LINES:
        return sizes
    title = canvas.context.layout.placeholder("title")
    clearly = math.ceil(title.level_styles[0].size * CLEARLY) if title else largest
    return [*range(_LARGEST_OF_FEW, max(clearly - 1, largest), -1), *sizes]


class _Broken(NamedTuple):
    """A listing whose long lines are broken at blanks, or at hyphens."""

    size: int
    hanging: float
    """Points by which the rest of a line is indented."""
    lines: int
    cut: float = 0.0
    """Points by which its lines are narrower than its place."""


def _broken(
    lines: Sequence[Paragraph],
    measured: list[Typeset],
    room: tuple[float, float],
    sizes: range,
    is_spoilt: Callable[[list[list[Piece]], float], bool],
) -> _Broken | None:
    """Return the largest of some sizes at which all lines stand on one slide, none `is_spoilt`.

    `room` are the points of a line, and the lines of one point that a slide holds; somewhat
    narrower lines end at other words. No character is added: code is copied as it was typed.
    """
    width, most = room
    sign = max(
        line.width / max(len(text.text), 1) for text, line in zip(lines, measured, strict=True)
    )
    for size in sizes:
        long = [
            text.text
            for text, line in zip(lines, measured, strict=True)
            if line.width * size * _SLACK > width
        ]
        indent = max(len(text) - len(text.lstrip(" ")) for text in long) + _INDENT
        for step in range(_STEPS):
            space = LineSpace(indent * sign * size, 0.0, width * (1 - step * _STEP))
            ways = [
                (
                    size * wider,
                    [break_lines(in_pieces(line), space, size * wider) for line in measured],
                )
                for wider in _FONTS
            ]
            count = sum(map(len, ways[-1][1]))
            if count * size > most:
                break
            widths = [(made, space.right / set_at) for set_at, way in ways for made in way]
            if not any(is_spoilt(made, wide) for made, wide in widths):
                return _Broken(size, space.left, count, width - space.right)
    return None


def _is_torn(lines: list[list[Piece]], width: float) -> bool:
    """Return whether a line ends within a word, or could: before the hyphens of an option.

    LibreOffice breaks `--port` behind its hyphens, if these have room on the line before.
    """
    ends = ((line[-1][1], behind[0][2]) for line, behind in pairwise(lines))
    return _is_cut(lines, width) or any(not blank or word.startswith("-") for blank, word in ends)


def _is_cut(lines: list[list[Piece]], width: float) -> bool:
    """Return whether a line ends within a word but at a hyphen, or is wider than `width` in em."""
    ends = (line[-1] for line in lines[:-1])
    if any(not blank and not word.endswith("-") for _, blank, word in ends):
        return True
    return any(line_width(line) > width for line in lines)


def _spacing(room: float, lines: int) -> float:
    """Return the distance of lines in a height, both in times the font's own distance.

    Where the ground takes the whole place, there is as much below the last line as above the first.
    """
    if room < lines * _LOOSE:
        return max(int(room / lines * 20) / 20, 1.0)
    even = (room + 1) / (lines + 1)
    return even if even < _LOOSE / _MOSTLY else _LOOSE


def _parts(lines: Sequence[Paragraph], most: int) -> tuple[int, list[Sequence[Paragraph]]]:
    """Return how many parts end at no empty line, and the lines in parts.

    The parts are the fewest, of similar length; they are divided at empty lines that are near.
    """
    count = -(-len(lines) // max(most, 1))
    parts: list[Sequence[Paragraph]] = []
    rest, torn = lines, 0
    for left in range(count, 1, -1):
        even = -(-len(rest) // left)
        # The least number of lines that leaves no more than the later parts can take.
        fewest = max(len(rest) - (left - 1) * most, 1)
        # One of the lines on either side of an end is empty.
        tries = range(fewest, min(most, len(rest)) + 1)
        ends = [at for at in tries if not all(line.runs for line in rest[at - 1 : at + 1])]
        end = min(ends, key=lambda at: abs(at - even), default=even)
        if abs(end - even) > even // 2:
            end = even
        torn += end not in ends
        parts.append(rest[:end])
        rest = rest[end:]
    return torn, [_trimmed(part) for part in (*parts, rest)]


def _trimmed(part: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """Return lines without empty ones at both ends."""
    nonempty = [at for at, line in enumerate(part) if line.runs]
    return part[nonempty[0] : nonempty[-1] + 1] if nonempty else part


def _shape(
    lines: Sequence[Paragraph],
    size: int,
    spacing: float,
    area: Box,
    broken: _Broken | None = None,
) -> Shape:
    """Return the shape of some lines, in the middle of the ground `area`."""
    hanging = broken.hanging if broken else 0.0
    style = ShapeStyle(size, code=True, line_spacing=round(spacing * 100))
    side_insets = _INSET, _INSET + round(broken.cut * EMU_PER_POINT) if broken else _INSET
    body = TextBody(tuple(lines), side_insets=side_insets, outdent=round(hanging * EMU_PER_POINT))
    return Shape("Code", area, fill="panel", body=body, styles=(style,), anchor="ctr", inset=_INSET)
