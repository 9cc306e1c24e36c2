"""Titles of two words, such as “Thank you!”, and rows of overviews, which read best on one line."""

from deckgen.deck.slide import LayoutRole
from deckgen.fit.measured_slide import MeasuredText
from deckgen.fit.text.text_height import block_extent

SHORT_TITLES: frozenset[LayoutRole] = frozenset({"section", "closing"})
"""The roles of slides whose titles are large, and often short."""
_MOST_WORDS = 2
_LEAST_SHARE = 0.75
"""The least share of its own size that a title has for that."""
_LEAST_ROWS = 0.85
"""The least share of the size at which they fit that rows have for it."""


def on_one_line(text: MeasuredText) -> MeasuredText:
    """Return a title of few words on one line, if it is not much smaller there, else as it is."""
    if text.role != "title" or text.extent.lines != 2 or text.extent.words > _MOST_WORDS:
        return text
    return _without_breaks(text, text.frame.size_steps[0][0] * _LEAST_SHARE)


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
