"""The size of the rows of overviews and long lists, which stand closer before they are smaller."""

from deckgen.deck.slide import PlaceholderRole
from deckgen.fit.measured_slide import MeasuredText
from deckgen.fit.sizes.one_line import rows_on_one_line
from deckgen.fit.text.text_height import Block, TextExtent, TextFrame, block_extent, spread_space

_CLOSEST = 0.25
"""The least space between rows, in em; in layouts that have less, it stays."""


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
