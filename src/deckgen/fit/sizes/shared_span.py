"""A cover on a template whose details are long: its title gives them room."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from math import ceil
from typing import NamedTuple

from deckgen.deck.layout import EMU_PER_POINT, Placeholder
from deckgen.deck.slide import PlaceholderRole, Slide
from deckgen.deck.text_body import TextBody
from deckgen.fit.sizes.fitting_sizes import FitContext
from deckgen.fit.sizes.layout_frames import LayoutFrames
from deckgen.fit.text.text_height import (
    TextFrame,
    block_extent,
    breaks_words,
    measured_paragraphs,
    text_frame,
)

_DETAILS: tuple[PlaceholderRole, ...] = ("subtitle", "body")
_LEADING = 1.25
"""The least size of the title, in times that of the subtitle."""
_TITLE = 0.75
"""The share of its own size at which a title still looks as its designer meant it."""
_WIDER = 1.05
"""How much higher a text may be if another font replaces its own."""


class _Step(NamedTuple):
    """A text at one of the sizes of its frame."""

    share: float
    """Its smallest paragraph in times of what that should be, up to 1."""
    first: int
    """Points of its first level."""
    height: int
    """EMU, with the insets."""


def with_shared_span(slide: Slide, layout: LayoutFrames, context: FitContext) -> LayoutFrames:
    """Return the frames of a cover: title and details divide their span anew if one is too small.

    Details should have the least size of text, the title `_TITLE` of its own. Both keep their boxes
    where others bring neither closer to that.
    """
    span = layout.layout.shared_span
    if span is None or slide.fit == "error":
        return layout
    words = slide.text("title")
    role = next((each for each in _DETAILS if slide.has(each) and each in layout.frames), None)
    details = slide.text(role) if role else None
    if not (words and role and details):
        return layout
    frame, lower = layout.frames["title"], layout.frames[role].placeholder
    small = lower._replace(minimum_size=layout.layout.least_size)
    smaller = text_frame(small, context.minimum_size, context.fonts)
    readable = min(context.minimum_size, *smaller.size_steps[0][:2])
    own = frame.size_steps[0][0]
    titles = list(_steps(words, frame, own * _TITLE, context))
    texts = list(_steps(details, smaller, readable, context))
    upper, (top, bottom) = frame.placeholder, span
    led, now = _that_fits(upper, titles), _that_fits(lower, texts)
    gap = lower.box.y - upper.box.bottom
    usual = max(led.first, round(own * _TITLE))

    def goodness(pair: tuple[_Step, _Step]) -> tuple[float, int, int, int]:
        title, text = pair
        return _share(title, text), min(title.first, usual), text.first, -title.first

    larger = [each for each in texts if each.first >= now.first]
    found = max(_divisions(titles, larger, bottom - top - gap), key=goodness, default=(led, now))
    if _share(*found) <= _share(led, now):
        return layout
    high, low = found[0].height, found[1].height
    end = min(upper.box.bottom, bottom - gap - low) if upper.anchor != "t" else 0
    end = max(end, top + high)
    title = upper.in_box(upper.box._replace(y=end - high, cy=high)).anchored("b")
    text = lower.in_box(lower.box._replace(y=end + gap, cy=bottom - end - gap))
    frames = dict(layout.frames)
    for each in (title, text):
        alone = each._replace(larger_boxes=())
        frames[each.role or role] = text_frame(alone, context.minimum_size, context.fonts)
    return LayoutFrames(layout.layout, frames, {})


def _divisions(
    titles: Sequence[_Step], texts: Sequence[_Step], height: int
) -> Iterator[tuple[_Step, _Step]]:
    """Yield the titles and details that a height in EMU holds, the title clearly larger."""
    for title, text in product(titles, texts):
        if title.height + text.height <= height and title.first >= text.first * _LEADING:
            yield title, text


def _share(title: _Step, text: _Step) -> float:
    return min(title.share, text.share)


def _that_fits(placeholder: Placeholder, steps: Iterable[_Step]) -> _Step:
    """Return the largest step that fits into a placeholder; one of 0 points if none does."""
    return next((each for each in steps if each.height <= placeholder.box.cy), _Step(0, 0, 0))


def _steps(
    content: TextBody, frame: TextFrame, least: float, context: FitContext
) -> Iterator[_Step]:
    """Yield a text at the sizes of its frame, the largest first; a title in whole words.

    `least` is what its smallest paragraph should have, in points.
    """
    block = measured_paragraphs(content.paragraphs, frame, context.fonts)
    _, above, _, below = frame.placeholder.insets
    for sizes in frame.size_steps:
        if not (frame.display and breaks_words(block, sizes)):
            height = block_extent(block, sizes).height * EMU_PER_POINT * _WIDER
            smallest = min(sizes[part.level] for part in block)
            yield _Step(min(smallest / least, 1.0), sizes[0], ceil(height) + above + below)
