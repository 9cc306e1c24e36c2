"""Titles of two words, such as “Thank you!”, which read badly on two lines."""

from deckgen.deck.slide import LayoutRole
from deckgen.fit.measured_slide import MeasuredText
from deckgen.fit.text.text_height import block_extent

SHORT_TITLES: frozenset[LayoutRole] = frozenset({"section", "closing"})
"""The roles of slides whose titles are large, and often short."""
_MOST_WORDS = 2
_LEAST_SHARE = 0.75
"""The least share of its own size that a title has for that."""


def on_one_line(text: MeasuredText) -> MeasuredText:
    """Return a title of few words on one line, if it is not much smaller there, else as it is."""
    if text.role != "title" or text.extent.lines != 2 or text.extent.words > _MOST_WORDS:
        return text
    steps = text.frame.size_steps
    least = steps[0][0] * _LEAST_SHARE
    for step in range(text.size_step + 1, len(steps)):
        if steps[step][0] < least:
            break
        extent = block_extent(text.block, steps[step])
        if extent.lines == 1:
            return text._replace(size_step=step, extent=extent)
    return text
