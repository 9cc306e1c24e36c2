"""Slides with the measures of their text, while sizes are chosen."""

from typing import NamedTuple

from deckgen.deck.box import Box
from deckgen.deck.slide import PlaceholderRole, Slide
from deckgen.deck.text_body import TextBody
from deckgen.fit.text.text_height import (
    MeasuredParagraph,
    Sizes,
    TextExtent,
    TextFrame,
    block_extent,
)


class MeasuredText(NamedTuple):
    """A text in its frame, at one of the frame's size steps."""

    role: PlaceholderRole
    frame: TextFrame
    block: tuple[MeasuredParagraph, ...]
    size_step: int
    extent: TextExtent
    """Its extent at that step."""


class MeasuredSlide(NamedTuple):
    """A slide and its texts."""

    slide: Slide
    layout: str
    texts: tuple[MeasuredText, ...]
    why_split: str = ""

    def text(self, role: PlaceholderRole) -> MeasuredText | None:
        """Return the text in the placeholder for `role`, if the slide has one."""
        for text in self.texts:
            if text.role == role:
                return text
        return None

    def at_step(self, role: PlaceholderRole, step: int) -> "MeasuredSlide":
        """Return the slide with the text for `role` at a size step, or at the last one."""
        found = self.text(role)
        if found is None or found.size_step == min(step, len(found.frame.size_steps) - 1):
            return self
        step = min(step, len(found.frame.size_steps) - 1)
        extent = block_extent(found.block, found.frame.size_steps[step])
        other = found._replace(size_step=step, extent=extent)
        texts = tuple(other if text is found else text for text in self.texts)
        return self._replace(texts=texts)


def with_fitted_sizes(filled: MeasuredSlide) -> Slide:
    """Return the slide with the sizes and boxes that differ from the layout's."""
    overrides = {}
    for text in filled.texts:
        place = text.frame.placeholder
        if text.size_step or place.overrides_sizes or place.overrides_box:
            overrides[text.role] = _sizes(text), _box(text)
    if not overrides:
        return filled.slide
    return filled.slide._replace(
        placeholders=tuple(
            (role, _with_overrides(content, *overrides.get(role, (content.sizes, None))))
            for role, content in filled.slide.placeholders
        ),
    )


def _with_overrides(content: TextBody, sizes: Sizes, box: Box | None) -> TextBody:
    return TextBody(content.paragraphs, sizes, box or content.box)


def _sizes(text: MeasuredText) -> Sizes:
    differ = text.size_step > 0 or text.frame.placeholder.overrides_sizes
    return text.frame.size_steps[text.size_step] if differ else ()


def _box(text: MeasuredText) -> Box | None:
    return text.frame.placeholder.box if text.frame.placeholder.overrides_box else None
