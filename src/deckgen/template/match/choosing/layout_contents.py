"""The placeholders of a layout, sorted by what they can hold."""

from typing import NamedTuple

from deckgen.deck.box import Box
from deckgen.deck.layout import Layout, Placeholder

_TEXT_TYPES = {"subTitle", "body", "obj"}
_SHORT_TEXT = 0.12
"""Share of the slide's height up to which a text holds a line or two."""
_LEAST_TEXTS = 2
"""A headline, and what stands below it."""
_WIDE, _HEADLINE = 0.4, 0.2
"""Shares of the slide's width and height: a headline is no narrower, and no higher."""
_BODY = 0.12
"""Share of the slide's area from which a text is a body."""

_ABOUT = 0.9
"""Columns that a designer drew by hand differ by a little."""


class LayoutContents(NamedTuple):
    """The placeholders of a layout by what they can hold, and the size of the slide."""

    title: Placeholder | None
    """In a layout without one, the text that stands as a headline."""
    texts: tuple[Placeholder, ...]
    """Those that take any text, in reading order; without those whose lines run downwards."""
    pictures: tuple[Placeholder, ...]
    width: int
    """EMU."""
    height: int
    """EMU."""

    @property
    def main_text(self) -> Placeholder | None:
        """The text with the largest area; of texts that are about as large, the first."""
        least = max((self.share(text) for text in self.texts), default=0) * _ABOUT
        return next((text for text in self.texts if self.share(text) >= least), None)

    @property
    def short_texts(self) -> tuple[Placeholder, ...]:
        """The texts beside the main one that hold a line or two."""
        limit, main = _SHORT_TEXT * self.height, self.main_text
        return tuple(text for text in self.texts if text is not main and text.box.cy <= limit)

    @property
    def bodies(self) -> tuple[Placeholder, ...]:
        """The texts with room for several lines."""
        return tuple(text for text in self.texts if self.share(text) >= _BODY)

    def share(self, placeholder: Placeholder) -> float:
        """Return the share of the slide's area that a placeholder covers, from 0 to 1."""
        return placeholder.box.area / (self.width * self.height)


def layout_contents(layout: Layout, width: int, height: int) -> LayoutContents:
    """Return the contents of a layout; `width` and `height` are those of the slide, in EMU."""
    visible = [each for each in layout.placeholders if _is_on_slide(each.box, width, height)]
    texts = [each for each in visible if each.type in _TEXT_TYPES and not each.vertical]
    title = next((each for each in visible if each.type in {"title", "ctrTitle"}), None)
    if title is None:
        title = _headline(texts, width, height)
    return LayoutContents(
        title,
        tuple(text for text in texts if text is not title),
        tuple(each for each in visible if each.type == "pic"),
        width,
        height,
    )


def _headline(texts: list[Placeholder], width: int, height: int) -> Placeholder | None:
    """Return the text that a layout without a title has for it: wide, low, above all others.

    Google Slides writes it so where people made their layouts of text boxes.
    """
    if len(texts) < _LEAST_TEXTS:
        return None
    first, second, *_ = sorted(texts, key=lambda text: text.box.y)
    is_above = first.box.bottom <= second.box.y + second.box.cy / 10
    is_headline = first.box.cx >= width * _WIDE and first.box.cy <= height * _HEADLINE
    return first if is_above and is_headline and first.box.cy < second.box.cy else None


def _is_on_slide(box: Box, width: int, height: int) -> bool:
    """Return whether a box has an area, and its middle lies on the slide."""
    across, down = box.x + box.cx / 2, box.y + box.cy / 2
    return box.cx > 0 and box.cy > 0 and 0 <= across <= width and 0 <= down <= height
