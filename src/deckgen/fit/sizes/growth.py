"""Text that has room is set larger, and rows stand further apart.

docs/design.md gives the measures. Nothing else moves: the headline, the lines of short bullets and
the number of slides stay.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from math import ceil, inf
from typing import NamedTuple

from deckgen.deck.slide import COLUMNS, SEVERAL_CONTENTS
from deckgen.deck.text_body import Run
from deckgen.fit.measured_slide import CLEARLY, MeasuredSlide, MeasuredText, is_shown
from deckgen.fit.text.last_words import has_lonely_line
from deckgen.fit.text.text_height import (
    Block,
    Sizes,
    TextExtent,
    TextFrame,
    block_extent,
    breaks_words,
    shown_extent,
    spread_space,
)

_STEP = 4
"""Points from one size to the next; larger steps, so that each size looks different from the
others."""
_WIDER = 1.06
"""How much wider than measured a line may be in other programs and fonts."""
_CODE_WIDER = 1.1
"""The same with code, as the fonts that replace a missing Consolas are wider."""
_MOST_DISPLAY_LINES = 3
"""The most lines of a quotation or large title that is set larger."""
_TO_NEXT = 3
"""Points within which a size counts as the next one."""
LARGEST_TEXT = 32
"""Points above which bullets are set only where they are few and short."""
_FEW_BULLETS, _FEW_ROWS, _SHORT, _FEW_FILLED = 5, 3, 0.85, 0.9
"""The most bullets, and rows of an overview, that are few; the most of its line that a short bullet
takes, and of the height that all of them take."""


class Room(NamedTuple):
    """How far a body may be filled."""

    filled: float
    """Share of its height."""
    spread: float
    """How many times further apart its paragraphs may stand than their size asks for."""
    spread_to: float
    """Share of its height up to which they stand further apart."""
    most_lines: float = inf
    """The most lines of a paragraph; a longer one is prose, which is not spread."""


BULLETS = Room(0.8, 1.75, 0.9)
"""The room of lists and of columns."""
_ROWS = Room(0.97, 3.2, 0.92)
"""The room of an overview, which is nothing but its rows."""
_RULED = Room(0.8, 3.2, 0.9)
"""The room of lists with hairlines between their bullets."""
FEW = Room(0.0, 3.2, 0.75, 1.5)
"""The room of a slide with less text than its neighbours, in their size."""
_LEAST_APART = 1.0
"""How far apart few paragraphs may stand, in times their size, where a template has them close."""


def with_room_filled(
    run: list[MeasuredSlide], reserve: float, scale: float = 1
) -> list[MeasuredSlide]:
    """Return neighbours of one kind with their bodies in one larger size, if all have the room.

    The rows of an overview, and few bullets, stand further apart even if they had to be set
    smaller. `scale` is that of their layout. `reserve` is how much wider than measured text may be:
    a slide with less text than its neighbours is filled by the lines that are shown.
    """
    bodies = [text for slide in run for text in slide.texts if text.role in COLUMNS]
    frames = {id(body.frame): body.frame for body in bodies}  # most slides share theirs
    if not bodies or not all(map(_may_fill, frames.values())):
        return run
    is_ruled = bodies[0].frame.placeholder.row_rules != "none"
    in_columns = any(body.role == "second" for body in bodies)
    usual = _RULED if is_ruled and not in_columns else BULLETS
    room = _ROWS if run[0].slide.role == "questions" else usual
    before = bodies[0].frame.levels[0].before
    wide = max(_LEAST_APART * bodies[0].size / before, FEW.spread) if before else FEW.spread
    whole = FEW._replace(spread=wide, spread_to=room.spread_to)
    few = whole if is_ruled else whole._replace(spread_to=FEW.spread_to)
    sizes, extents = _largest_with_room(run, bodies, room, LARGEST_TEXT * scale)
    is_larger = sizes != bodies[0].sizes
    by = sizes[0] / bodies[0].size
    spread = least_spread(zip(bodies, extents, strict=True), by, room)
    frames = {at: frame.at_sizes(sizes) if is_larger else frame for at, frame in frames.items()}

    @cache
    def spaces(frame: int, spread: float) -> tuple[int, ...]:
        return spread_spaces(frames[frame], spread)

    grown, following = [], iter(extents)
    for slide in run:
        columns = [(text, next(following)) for text in slide.texts if text.role in COLUMNS]
        apart = max(spread, least_spread(columns, by, few))
        if any(extent.lines > len(text.block) for text, extent in columns):
            shown = [(text, shown_extent(text.block, sizes, reserve)) for text, _ in columns]
            apart = max(spread, min(least_spread(shown, by, few), least_spread(columns, by, whole)))
        if not is_larger and apart <= 1:
            grown.append(slide)
            continue
        changed = {
            text.role: grown_text(
                text, frames[id(text.frame)], extent, apart, spaces(id(text.frame), apart)
            )
            for text, extent in columns
        }
        grown.append(slide.with_texts([changed.get(text.role, text) for text in slide.texts]))
    return grown


def _largest_with_room(
    run: Sequence[MeasuredSlide], bodies: Sequence[MeasuredText], room: Room, large: float
) -> tuple[Sizes, list[TextExtent]]:
    """Return the largest sizes at which all bodies have room, and the extent of each there.

    Above `large` points, only few and short bullets may be. These are the sizes that they have if
    they lack the room for others, or may not grow.
    """
    role = run[0].slide.role
    in_columns = any(body.role == "second" for body in bodies)
    is_alone = role not in SEVERAL_CONTENTS or all(is_shown(slide.slide) for slide in run)
    every = [title for slide in run if (title := slide.text("title"))]
    titles = {(id(title.frame), title.size_step): title for title in every}.values()
    headline = min([title.size for title in titles], default=0)
    most = min([largest_below(title, bodies[0]) for title in titles], default=0)
    least = ceil(headline * CLEARLY) if any(body.size_step for body in bodies) else 0
    few_rows = role == "questions" and all(len(body.block) <= _FEW_ROWS for body in bodies)
    largest = bodies[0].frame.placeholder.largest_few if few_rows else 0
    for sizes in larger_sizes(bodies[0].frame, largest):
        size, filled = sizes[0], room.filled
        if size < least or (least and role == "questions"):
            break  # they were set smaller to stand back, or for want of room
        if role == "questions":
            suits = size < headline or (few_rows and size >= headline * CLEARLY)
        else:
            is_usual = size < headline and size <= large
            suits = size <= most and (is_usual or (is_alone and _suits(size, headline, bodies)))
            filled = filled if size <= large else _FEW_FILLED
        if suits and (extents := _extents_with_room(bodies, sizes, filled, in_columns=in_columns)):
            return sizes, extents
    return bodies[0].sizes, [body.extent for body in bodies]


def largest_below(title: MeasuredText | None, body: MeasuredText) -> int:
    """Return the most points of a body; fewer below a headline that is set smaller.

    It may still be clearly larger than that headline.
    """
    most = body.frame.placeholder.largest_size
    if title is None or not title.size_step:
        return most
    share = most * title.size // title.frame.size_steps[0][0] + _TO_NEXT
    return max(share, min(most, ceil(title.size * CLEARLY) + _TO_NEXT))


def _suits(size: int, headline: int, bodies: Sequence[MeasuredText]) -> bool:
    """Return whether large bullets of `size` points suit a headline of `headline` points.

    They must be few and short. If they are not smaller than the headline, they must be clearly
    larger, so that this looks intended.
    """
    if headline <= size < headline * CLEARLY:
        return False
    return all(
        len(body.block) <= _FEW_BULLETS and text.width * size <= free * _SHORT
        for body in bodies
        for _, level, text, _, free, *_ in body.block
    )


def with_larger_display(slide: MeasuredSlide) -> MeasuredSlide:
    """Return a slide with its headline, quotation or number as large as it may be."""
    larger = tuple(map(_larger, slide.texts))
    return slide if larger == slide.texts else slide.with_texts(larger)


def larger_sizes(frame: TextFrame, most: int = 0) -> list[Sizes]:
    """Return the sizes from `most` (0: the layout's largest) to its own; levels in proportion."""
    own, largest = frame.size_steps[0], most or frame.placeholder.largest_size
    return [
        tuple([round(size * top / own[0]) for size in own])
        for top in range(largest, own[0], -_STEP)
    ]


def _may_fill(frame: TextFrame) -> bool:
    """Return whether text may fill its frame: by its size, or only by space between paragraphs."""
    placeholder = frame.placeholder
    return placeholder.largest_size >= placeholder.level_styles[0].size


def _extents_with_room(
    bodies: Sequence[MeasuredText], sizes: Sizes, filled: float, *, in_columns: bool
) -> list[TextExtent] | None:
    """Return the extents of all bodies at these sizes; None if one of them lacks the room."""
    extents = []
    for body in bodies:
        extent = _extent_with_room(body, sizes, filled, in_columns=in_columns)
        if extent is None:
            return None
        extents.append(extent)
    return extents


def _extent_with_room(
    text: MeasuredText, sizes: Sizes, filled: float, *, in_columns: bool
) -> TextExtent | None:
    """Return the extent of a text that has room at these sizes, its words whole.

    At the next size, half of the bullets of one line may take a second one; all of them in columns,
    whose lines are short. At larger sizes none may. Code may not: it is broken at hyphens.
    """
    by = sizes[0] / text.size
    room = text.frame.height * filled
    if text.extent.height * by > room:
        return None
    extent = block_extent(text.block, sizes)
    if extent.height + (by - 1) * extent.gaps > room:
        return None
    own = text.frame.size_steps[0]
    longer = [
        True
        for _, level, typeset, _, free, *_ in text.block
        if typeset.width * sizes[level] * _WIDER > free >= typeset.width * own[level]
    ]
    is_next = sizes[0] <= own[0] + _STEP
    may_be_longer = is_next and (in_columns or len(longer) * 2 <= len(text.block))
    if (longer and not may_be_longer) or wraps_code(text.block, sizes, own):
        return None
    if extent.lines > len(text.block) and (
        breaks_words(text.block, sizes) or has_lonely_line(text.block, sizes)
    ):
        return None
    return extent


def wraps_code(block: Block, sizes: Sizes, own: Sizes) -> bool:
    """Return whether code that may be broken is on one line at its own sizes, and not at others."""
    return any(
        typeset.width * sizes[level] * _CODE_WIDER > free >= typeset.width * own[level]
        and any(isinstance(run, Run) and run.code and "-" in run.text for run in paragraph.runs)
        for paragraph, level, typeset, _, free, *_ in block
    )


def least_spread(
    bodies: Iterable[tuple[MeasuredText, TextExtent]], least: float, room: Room
) -> float:
    """Return by how much the paragraphs of all bodies may stand further apart, at the `least`."""
    spread, has_gaps = least * room.spread, False
    for body, (lines, height, _, gaps) in bodies:
        if lines > room.most_lines * len(body.block) or _is_headed_prose(body):
            return least
        if gaps:
            has_gaps = True
            room_for_gaps = body.frame.height * room.spread_to - (height - gaps)
            spread = min(spread, room_for_gaps / gaps)
            if spread <= least:
                return least
    return spread if has_gaps else least


def _is_headed_prose(body: MeasuredText) -> bool:
    """Return whether a text is a heading and running text, which stands close to it."""
    is_headed = body.block and body.block[0].paragraph.space_after
    return bool(is_headed) and all(part.paragraph.bullet == "none" for part in body.block)


def spread_spaces(frame: TextFrame, spread: float) -> tuple[int, ...]:
    """Return the points before paragraphs of each level, `spread` times as in the layout."""
    return tuple(map(round, spread_space(frame.levels, spread)))


def grown_text(
    text: MeasuredText, frame: TextFrame, extent: TextExtent, spread: float, spaces: tuple[int, ...]
) -> MeasuredText:
    """Return a text in a frame with larger sizes, its paragraphs `spread` times further apart.

    `spaces` are those of `spread_spaces`.
    """
    lines, height, words, gaps = extent
    apart = TextExtent(lines, height + (spread - 1) * gaps, words, gaps * spread)
    step = text.size_step if frame is text.frame else 0
    return MeasuredText(text.role, frame, text.block, step, apart, spaces)


def _larger(text: MeasuredText) -> MeasuredText:
    """Return a headline or quotation of its layout's own size at the largest that looks well."""
    if not text.frame.display or text.size_step or not _may_fill(text.frame):
        return text
    room = text.frame.height * text.frame.placeholder.filled / 100
    for sizes in larger_sizes(text.frame):
        extent = block_extent(text.block, sizes)
        if (
            extent.lines <= max(text.extent.lines, _MOST_DISPLAY_LINES)
            and extent.height <= room
            and not breaks_words(text.block, sizes)
        ):
            return text._replace(frame=text.frame.at_sizes(sizes), size_step=0, extent=extent)
    return text
