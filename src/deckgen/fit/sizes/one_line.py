"""Titles of few words, such as “Thank you!”, and rows of overviews read best on one line.

Rows of overviews and long lists stand closer before they are smaller.
"""

from deckgen.deck.slide import LayoutRole, PlaceholderRole
from deckgen.fit.measured_slide import MeasuredText
from deckgen.fit.text.text_height import Block, TextExtent, TextFrame, block_extent, spread_space

SHORT_TITLES: frozenset[LayoutRole] = frozenset({"section", "closing"})
"""The roles of slides whose titles are large, and often short."""
_LEAST_SHARES = {2: 0.75, 3: 0.85}
"""The least share of its own size that a title has for that, by the number of its words."""
_LEAST_ROWS = 0.85
"""The least share of the size at which they fit that rows have for it."""
_CLOSEST = 0.25
"""The least space between rows, in em; in layouts that have less, it stays."""


def on_one_line(text: MeasuredText) -> MeasuredText:
    """Return a title of few words on one line, if it is not much smaller there, else as it is."""
    if text.role != "title" or text.extent.lines != 2:
        return text
    least = _LEAST_SHARES.get(text.extent.words, 1)
    return _without_breaks(text, text.frame.size_steps[0][0] * least)


def rows_on_one_line(text: MeasuredText) -> MeasuredText:
    """Return rows that are set smaller anyway on one line each, if they are not much smaller there.

    Else they are as they were.
    """
    if not text.size_step or text.extent.lines == len(text.block):
        return text
    return _without_breaks(text, text.size * _LEAST_ROWS)


def _without_breaks(text: MeasuredText, least: float) -> MeasuredText:
    steps = text.frame.size_steps
    for step in range(text.size_step + 1, len(steps)):
        if steps[step][0] < least:
            break
        extent = block_extent(text.block, steps[step])
        if extent.lines == len(text.block):
            return text._replace(size_step=step, extent=extent)
    return text


def rows_that_fit(
    role: PlaceholderRole, frame: TextFrame, block: Block, steps: range
) -> MeasuredText | None:
    """Return rows at the first of these steps at which they fit; None if there is none.

    They stand as far apart as the layout says, or closer if they do not fit so.
    """
    for step in steps:
        extent = block_extent(block, frame.size_steps[step])
        if _share_of_gaps(frame, extent) >= _least_share(frame, step):
            return _closer(rows_on_one_line(MeasuredText(role, frame, block, step, extent)))
    return None


def _least_share(frame: TextFrame, step: int) -> float:
    before = frame.levels[0].before
    return min(_CLOSEST * frame.size_steps[step][0] / before, 1.0) if before else 1.0


def _share_of_gaps(frame: TextFrame, extent: TextExtent) -> float:
    """Return the share of the space between rows that the frame has room for."""
    room = frame.height - (extent.height - extent.gaps)
    return room / extent.gaps if extent.gaps else float(room >= 0)


def _closer(text: MeasuredText) -> MeasuredText:
    lines, height, words, gaps = text.extent
    share = _share_of_gaps(text.frame, text.extent)
    if share >= 1:
        return text
    extent = TextExtent(lines, height + (share - 1) * gaps, words, gaps * share)
    spaces = tuple(map(int, spread_space(text.frame.levels, share)))
    return text._replace(extent=extent, space_before=spaces)
