"""Slides with the measures of their text, while sizes are chosen."""

from collections.abc import Iterable
from typing import NamedTuple

from deckgen.deck.box import Box
from deckgen.deck.layout import EMU_PER_POINT, SHARE_ABOVE
from deckgen.deck.slide import PlaceholderRole, Slide
from deckgen.deck.text_body import TextBody
from deckgen.fit.text.last_words import with_bound_last_word
from deckgen.fit.text.text_height import (
    MeasuredParagraph,
    Sizes,
    TextExtent,
    TextFrame,
    block_extent,
)

CLEARLY = 1.12
"""By how much text must be larger than its headline, so that this seems to be on purpose."""


class MeasuredText(NamedTuple):
    """A text in its frame, at one of the frame's size steps."""

    role: PlaceholderRole
    frame: TextFrame
    block: tuple[MeasuredParagraph, ...]
    size_step: int
    extent: TextExtent
    """Its extent at that step."""
    space_before: tuple[int, ...] = ()
    """Points before paragraphs of each level; empty: as the layout has them."""

    @property
    def sizes(self) -> Sizes:
        """The size of each level, in points."""
        return self.frame.size_steps[self.size_step]

    @property
    def size(self) -> int:
        """The size of its first level, in points."""
        return self.sizes[0]

    @property
    def is_usual(self) -> bool:
        """Whether it has its usual size, each of its paragraphs on one line."""
        return not self.size_step and self.extent.lines == len(self.block)

    @property
    def top(self) -> int:
        """The y at which its first line begins, in EMU."""
        placeholder = self.frame.placeholder
        box = placeholder.inner_box
        free = max(box.cy - self._height, 0)
        return box.y + round(free * SHARE_ABOVE[placeholder.anchor])

    @property
    def bottom(self) -> int:
        """The y at which its last line ends, in EMU."""
        return self.top + self._height

    @property
    def _height(self) -> int:
        return round(self.extent.height * EMU_PER_POINT)

    def before(self, paragraph: MeasuredParagraph) -> float:
        """Return the points of space before a paragraph of the text."""
        return self.space_before[paragraph.level] if self.space_before else paragraph.before

    def moved(self, box: Box) -> "MeasuredText":
        """Return the text in another box of the same width."""
        return self._replace(frame=self.frame.in_box(box))


class MeasuredSlide(NamedTuple):
    """A slide and its texts."""

    slide: Slide
    layout: str
    texts: tuple[MeasuredText, ...]
    why_split: str = ""
    headline_gap: int = 0
    """EMU between the headline and bodies that follow it; 0: they stay where they are."""

    def text(self, role: PlaceholderRole) -> MeasuredText | None:
        """Return the text in the placeholder for `role`, if the slide has one."""
        for text in self.texts:
            if text.role == role:
                return text
        return None

    def with_texts(self, texts: Iterable[MeasuredText]) -> "MeasuredSlide":
        """Return the slide with other texts."""
        slide, layout, _, why_split, headline_gap = self
        return MeasuredSlide(slide, layout, tuple(texts), why_split, headline_gap)

    def at_step(self, role: PlaceholderRole, step: int) -> "MeasuredSlide":
        """Return the slide with the text for `role` at a size step, or at the last one."""
        measured = self.text(role)
        if measured is None or measured.size_step == min(step, len(measured.frame.size_steps) - 1):
            return self
        step = min(step, len(measured.frame.size_steps) - 1)
        extent = block_extent(measured.block, measured.frame.size_steps[step])
        other = measured._replace(size_step=step, extent=extent)
        if role == "title":
            return self._with_headline(measured, other)
        return self.with_texts([other if text is measured else text for text in self.texts])

    def with_headline_in(self, box: Box) -> "MeasuredSlide":
        """Return the slide with its headline in another box of the same width; bodies follow it."""
        title = self.text("title")
        return self if title is None else self._with_headline(title, title.moved(box))

    def _with_headline(self, title: MeasuredText, other: MeasuredText) -> "MeasuredSlide":
        texts = [other if text is title else text for text in self.texts]
        if self.headline_gap:
            top, down = title.bottom + self.headline_gap, other.bottom - title.bottom
            texts = [_with_top(text, top, down) for text in texts]
        return self.with_texts(texts)

    def moved(self, role: PlaceholderRole, box: Box) -> "MeasuredSlide":
        """Return the slide with one of its texts in another box of the same width."""
        return self.with_texts(
            [text.moved(box) if text.role == role else text for text in self.texts]
        )


def _with_top(text: MeasuredText, top: int, down: int) -> MeasuredText:
    """Return a text, further down if its box begins at `top`; EMU."""
    box = text.frame.placeholder.box
    return text.moved(box.from_top(top + down)) if box.y == top else text


def is_shown(slide: Slide) -> bool:
    """Return whether a slide has graphics, and all are pictures or codes: seen, and not read."""
    from deckgen.deck.graphics import Drawing, Picture

    return bool(slide.graphics) and all(
        graphic.kind == "scan" if isinstance(graphic, Drawing) else isinstance(graphic, Picture)
        for _, graphic in slide.graphics
    )


def deeper_hang(content: TextBody, text: MeasuredText) -> float:
    """Return the points by which larger bullets push their words right of where they were."""
    style = text.frame.placeholder.level_styles[0]
    return max(content.outdent - style.margin, 0) / EMU_PER_POINT if content.outdent else 0.0


def with_bound_last_words(
    content: TextBody, text: MeasuredText, reserve: float, lang: str
) -> TextBody:
    """Return a text without a last word alone on a line, in its frame or its narrower one."""
    sizes, cut = text.sizes, deeper_hang(content, text)
    if content.side_insets:
        cut += (content.side_insets[1] - text.frame.placeholder.insets.right) / EMU_PER_POINT
    return content._replace(
        paragraphs=tuple(
            [
                with_bound_last_word(
                    paragraph,
                    measured.text,
                    measured.space._replace(right=measured.space.right - cut),
                    sizes[measured.level],
                    reserve,
                    lang,
                )
                for paragraph, measured in zip(content.paragraphs, text.block, strict=True)
            ]
        )
    )
