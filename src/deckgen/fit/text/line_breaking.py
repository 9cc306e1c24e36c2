"""The lines of a paragraph in its frame, and their heights.

`typeset` measures a paragraph once, in em; `break_lines` breaks it at any size and width.
"""

import math
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, chain
from typing import NamedTuple

from deckgen.deck.layout import TextStyle
from deckgen.deck.text_body import Formula, Inline, LineBreak, Paragraph, Run
from deckgen.fit.text.line_space import LineSpace, line_space
from deckgen.fonts.break_opportunities import clusters, pieces
from deckgen.fonts.face import Face, with_capitals, with_tracking
from deckgen.fonts.text_width import (
    MOST_WORDS,
    Fonts,
    Piece,
    WordWidths,
    blank_width,
    cluster_widths,
    line_height,
    word_pieces,
    word_width,
    word_widths,
)

SMALL = 2 / 3
"""The size of superscripts and subscripts, as a share of the text's."""
_SLACK = 1e-6
_SLASHES = ("/", "\\")
_LEAST = 1.0
"""Em: with less space, a line may have none of the characters of a long word."""


class Typeset(NamedTuple):
    """The measures of a paragraph."""

    width: float
    """Em: its width on one line; infinite if it has forced breaks."""
    line_height: float
    """Em."""
    words: int
    text: str
    """All of the text, if it has one face."""
    face: Face | None
    """That face."""
    segments: tuple[tuple[Piece, ...], ...]
    """The pieces between forced line breaks, if it has several faces."""


def paragraph_lines(
    paragraph: Paragraph, style: TextStyle, size: float, cx: int, fonts: Fonts
) -> list[list[Piece]]:
    """Return the lines of a paragraph at a size in points, in a frame `cx` EMU wide."""
    space = line_space(paragraph.bullet, paragraph.level, style, cx, paragraph.hanging)
    return break_lines(typeset(paragraph, style, fonts), space, size)


class PlainFace(NamedTuple):
    """The measures of unformatted text in a style."""

    face: Face
    widths: WordWidths
    blank: float
    """Em."""
    line_height: float
    """Em: of a line without a fallback font."""


def plain_face(style: TextStyle, fonts: Fonts) -> PlainFace:
    """Return the measures of unformatted text in a style."""
    return _ready(_face(Run(""), style, fonts))


def _ready(face: Face) -> PlainFace:
    return PlainFace(face, word_widths(face), blank_width(face), line_height("", face))


def typeset_plain(text: str, ready: PlainFace) -> Typeset:
    """Return the measures of a text in one face."""
    face, widths, blank, height = ready
    if len(widths) > MOST_WORDS:
        widths.forget()
    words = text.split(" ")
    count = len(words)
    wide = sum(map(widths.__getitem__, words)) + (count - 1) * blank
    if widths.tall and not widths.tall.isdisjoint(words):
        height = line_height(text, face)
    return Typeset(wide, height, count, text, face, ())


def typeset(paragraph: Paragraph, style: TextStyle, fonts: Fonts) -> Typeset:
    """Return the measures of a paragraph in the fonts of its style."""
    runs = paragraph.runs
    if len(runs) == 1 and isinstance(run := runs[0], Run) and run.baseline == "normal":
        return typeset_plain(run.text, _ready(_face(run, style, fonts)))
    stretches = _stretches(runs, style, fonts)
    segments = tuple(tuple(_mixed(segment)) for segment in stretches)
    heights = [each.height for segment in stretches for each in segment]
    wide = sum([w + blank for w, blank, _ in segments[0]]) if len(segments) == 1 else math.inf
    least = line_height("", _face(Run(""), style, fonts))
    highest = max(heights, default=least)
    return Typeset(wide, highest, len(paragraph.text.split()), "", None, segments)


def count_lines(text: Typeset, space: LineSpace, size: float) -> int:
    """Return how many lines a paragraph takes at `size` points."""
    if text.width * size <= space.right - space.first:
        return 1
    return len(break_lines(text, space, size))


@lru_cache(maxsize=4096)
def widest_piece(text: Typeset) -> float:
    """Return the width of the widest piece without a break, in em."""
    return max(wide for segment in _pieces(text) for wide, _, _ in segment)


def in_pieces(text: Typeset) -> Typeset:
    """Return a paragraph divided into pieces, to be broken at several widths, without cut words."""
    return text if text.face is None else text._replace(face=None, segments=_pieces(text))


def widest_line(text: Typeset) -> float:
    """Return the width of the widest line between forced breaks, in em."""
    if math.isfinite(text.width):
        return text.width
    return max(sum(wide + blank for wide, blank, _ in segment) for segment in text.segments)


def line_width(line: Sequence[Piece]) -> float:
    """Return the width of a line without the blank at its end, in em."""
    return sum([wide + blank for wide, blank, _ in line]) - (line[-1][1] if line else 0.0)


def break_lines(text: Typeset, space: LineSpace, size: float) -> list[list[Piece]]:
    """Return the pieces of each line of a paragraph at `size` points."""
    broken: list[list[Piece]] = []
    rest = space.left / size
    right = space.right / size + _SLACK
    start = space.first / size
    for segment in _pieces(text):
        line: list[Piece] = []
        broken.append(line)
        at, start = start, rest
        for piece in segment:
            while line and at + piece[0] > right:
                if len(broken) > 1 and _is_long_address(line):
                    break
                line = _address(line)
                broken.append(line)
                at = rest + sum([wide for wide, _, _ in line])
            if at + piece[0] <= right:
                line.append(piece)
                at += piece[0] + piece[1]
                continue
            available = (right - at) if line else max(right - at, _LEAST)
            for number, part in enumerate(_cut(piece, text.face, available, right - rest)):
                if number:
                    line = []
                    broken.append(line)
                    at = rest
                line.append(part)
                at += part[0] + part[1]
    return broken


def _is_long_address(line: list[Piece]) -> bool:
    """Return whether a full line has only the beginning of an address, up to a slash.

    LibreOffice breaks it after the slash at the beginning of the paragraph, elsewhere anywhere.
    """
    return line[-1][2].endswith(_SLASHES) and not any(blank for _, blank, _ in line)


def _address(line: list[Piece]) -> list[Piece]:
    """Remove from a full line the pieces that go to the next line, and return them.

    An address that could only be broken after a slash goes as a whole.
    """
    if not line[-1][2].endswith(_SLASHES):
        return []
    begin = max((at for at, (_, blank, _) in enumerate(line, 1) if blank), default=0)
    if not begin:
        return []
    address = line[begin:]
    del line[begin:]
    return address


def _cut(piece: Piece, face: Face | None, first: float, rest: float) -> Iterator[Piece]:
    """Yield the parts of a piece that is wider than a line, divided between characters.

    `first` is the space on its first line, `rest` that on the others, in em.
    """
    wide, blank, text = piece
    if face:
        signs = cluster_widths(text, face)
    else:  # its faces are not known here: all characters count as equally wide
        alike = clusters(text)
        signs = tuple((wide / len(alike), sign) for sign in alike)
    part, at, available = "", 0.0, first
    for each, sign in signs:
        if at + each > available and (part or available < _LEAST):
            yield at, 0.0, part
            part, at, available = "", 0.0, max(rest, _LEAST)
        part += sign
        at += each
    yield at, blank, part


def _face(run: Run, style: TextStyle, fonts: Fonts) -> Face:
    """Return the face of a run, with the capitals and the tracking of its style."""
    bold, italic = style.bold or run.bold, style.italic or run.italic
    if run.code:
        face = fonts.code_face(bold=bold, italic=italic)
    else:
        face = fonts.face((fonts.named(style.font), bold, italic))
    if style.capitals:
        face = with_capitals(face)
    return with_tracking(face, style.tracking) if style.tracking else face


def _pieces(text: Typeset) -> tuple[tuple[Piece, ...], ...]:
    """Return the pieces between forced line breaks."""
    if text.face is None:
        return text.segments
    face, blank = text.face, blank_width(text.face)
    words = [word_pieces(word, face, blank) for word in text.text.split(" ")]
    return (tuple(chain.from_iterable(words)),)


class _Stretch(NamedTuple):
    """The text of a run between forced line breaks."""

    text: str
    face: Face
    scale: float
    """The share of the size of the text around it."""
    height: float
    """Em: the height of its line."""


def _stretches(runs: Sequence[Inline], style: TextStyle, fonts: Fonts) -> list[list[_Stretch]]:
    segments: list[list[_Stretch]] = [[]]
    for run in runs:
        if isinstance(run, LineBreak):
            segments.append([])
        elif isinstance(run, Formula):
            from deckgen.fit.text.equation_size import equation

            text, face, height = equation(run, _face(run.run, style, fonts))
            segments[-1].append(_Stretch(text, face, 1.0, height))
        else:
            face, scale = _face(run, style, fonts), 1.0 if run.baseline == "normal" else SMALL
            segments[-1].append(_Stretch(run.text, face, scale, line_height(run.text, face)))
    return segments


def _mixed(stretches: list[_Stretch]) -> Iterator[Piece]:
    """Yield the pieces of a segment of several runs; the end of a run is no break opportunity."""
    text = "".join([stretch.text for stretch in stretches])
    starts = [0, *accumulate(len(stretch.text) for stretch in stretches)]

    def across(start: int, end: int) -> float:
        """Return the width of the characters from `start` to `end`, across runs."""
        total = 0.0
        at = bisect_right(starts, start) - 1
        while starts[at] < end:
            run_text, face, scale, _ = stretches[at]
            part = run_text[max(0, start - starts[at]) : end - starts[at]]
            if part:
                total += scale * (blank_width(face) if part == " " else word_width(part, face))
            at += 1
        return total

    at = 0
    for word in text.split(" "):
        *before, last = pieces(word)
        for piece in before:
            yield across(at, at + len(piece)), 0.0, piece
            at += len(piece)
        end = at + len(last)
        blank = across(end, end + 1) if end < len(text) else 0.0
        yield across(at, end), blank, last
        at = end + 1
