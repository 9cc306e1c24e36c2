"""Slides with their text measured: between choosing the sizes and writing them down."""

from typing import NamedTuple

from deckgen.deck.box import Box
from deckgen.deck.slide import PlaceholderRole, Slide
from deckgen.deck.text_body import TextBody
from deckgen.fit.text.text_height import Extent, Frame, Item, Sizes, extent


class Filled(NamedTuple):
    """A text in its frame, set at one of the frame's steps."""

    role: PlaceholderRole
    frame: Frame
    block: tuple[Item, ...]
    step: int
    extent: Extent
    """What it takes at that step."""


class FilledSlide(NamedTuple):
    """A slide and the texts on it."""

    slide: Slide
    layout: str
    texts: tuple[Filled, ...]
    why_split: str = ""

    def text(self, role: PlaceholderRole) -> Filled | None:
        """Return the text in the placeholder for `role`, if the slide fills it."""
        for text in self.texts:
            if text.role == role:
                return text
        return None

    def at_step(self, role: PlaceholderRole, step: int) -> "FilledSlide":
        """Return the slide with one of its texts set at a step of its frame."""
        found = self.text(role)
        if found is None or found.step == min(step, len(found.frame.steps) - 1):
            return self
        step = min(step, len(found.frame.steps) - 1)
        taken = extent(found.block, found.frame.steps[step])
        other = found._replace(step=step, extent=taken)
        texts = tuple(other if text is found else text for text in self.texts)
        return self._replace(texts=texts)


def finished(filled: FilledSlide) -> Slide:
    """Return the slide, sizes and boxes written where they are other than the layout's."""
    set_apart = {}
    for text in filled.texts:
        place = text.frame.placeholder
        if text.step or place.sized or place.moved:
            set_apart[text.role] = _sizes(text), _box(text)
    if not set_apart:
        return filled.slide
    return filled.slide._replace(
        placeholders=tuple(
            (role, _set_apart(content, *set_apart.get(role, (content.sizes, None))))
            for role, content in filled.slide.placeholders
        ),
    )


def _set_apart(content: TextBody, sizes: Sizes, box: Box | None) -> TextBody:
    return TextBody(content.paragraphs, sizes, box or content.box)


def _sizes(text: Filled) -> Sizes:
    said = text.step > 0 or text.frame.placeholder.sized
    return text.frame.steps[text.step] if said else ()


def _box(text: Filled) -> Box | None:
    return text.frame.placeholder.box if text.frame.placeholder.moved else None
