"""What most slides repeat beside their contents: numbers, footers, drawn lines and bars.

A deck that was not made with its template's placeholders has text boxes for numbers and footers,
and a line below each headline. None of it is what a slide says.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from deckgen.importing.powerpoint.reading.source_slide import (
    SlideText,
    SourceDiagram,
    SourcePicture,
    SourceShape,
    SourceSlide,
    Unread,
    words_of_content,
)

_FEWEST = 3
"""The slides that a deck needs at least to say what stands on most of them."""
_TOP, _FOOT, _LOW = 0.1, 0.85, 0.15
"""Shares of the slide's height: the edges above and below, and where things are low."""
_THIN = 0.02
"""The share of the slide's height up to which a drawing is a line."""
_SMALL = 0.1
"""The share of the slide up to which a picture or a drawing is a logo."""
_WHOLE = 0.95
"""The share of the slide from which on a picture is the ground of all."""
_REMARK = (
    "what stands at the same place of most slides, such as a logo, is left out; "
    "in the slide master of original.pptx, it would be on all of them"
)
_LONGEST = 120
"""Characters of a footer."""
_BETWEEN = " · "
"""What separates the words of a drawing in a footer, such as those of a bar with all chapters."""
_STEPS = 50
"""Places count as one if they differ by less than this part of the slide's height."""
_NUMBER = re.compile(r"\D{0,12}?(\d{1,4})(\D{1,5}\d{1,4})?\W{0,3}")
"""The number of a slide, with few words, and of how many."""


class _Trait(NamedTuple):
    """What makes a shape known again on another slide."""

    words: str
    """The words of a footer; `#` for the number of the slide; empty for a line."""
    place: tuple[int, ...]
    """About where it stands; nothing for a number, which moves with its digits."""
    picture: bytes = b""
    is_told: bool = False
    """Whether a remark says that it is left out."""


def without_furniture(slides: Sequence[SourceSlide], height: int) -> tuple[SourceSlide, ...]:
    """Return slides without what stands on most of them, the text at their foot as their footer.

    Numbers, lines, texts and bars at the foot, drawings without words, small pictures, and those
    behind all, are left out; the first slide with a picture, or with a drawing that is no line, has
    a remark. `height` is that of a slide in EMU.
    """
    traits = [
        {
            at: trait
            for at, shape in enumerate(slide.shapes)
            if (trait := _trait(shape, slide, height)) is not None
        }
        for slide in slides
    ]
    fewest = max(_FEWEST, len(slides) / 2)
    counted = Counter(trait for of_slide in traits for trait in set(of_slide.values()))
    usual = {trait for trait, count in counted.items() if count >= fewest}
    cleared = [
        _cleared(slide, {at: trait for at, trait in of_slide.items() if trait in usual})
        for slide, of_slide in zip(slides, traits, strict=True)
    ]
    told = {trait for trait in usual if trait.is_told}
    first = next((at for at, each in enumerate(traits) if told & {*each.values()}), None)
    if first is not None:
        cleared[first] = cleared[first]._replace(remarks=(*cleared[first].remarks, _REMARK))
    return tuple(cleared)


def _cleared(slide: SourceSlide, left_out: Mapping[int, _Trait]) -> SourceSlide:
    """Return a slide without shapes, given by index; texts among them become its footer."""
    footers = [trait.words for trait in left_out.values() if trait.words.strip("#")]
    if slide.footer and footers:
        left_out = {at: trait for at, trait in left_out.items() if trait.words not in footers}
        footers = []
    return slide._replace(
        shapes=tuple(shape for at, shape in enumerate(slide.shapes) if at not in left_out),
        footer=slide.footer or " | ".join(footers),
    )


def _trait(shape: SourceShape, slide: SourceSlide, height: int) -> _Trait | None:
    place = tuple(round(_STEPS * side / height) for side in shape.box)
    if isinstance(shape.content, SourcePicture) and not _SMALL <= shape.covers < _WHOLE:
        return _Trait("", place, shape.content.data, is_told=True)
    kinds = SlideText | SourceDiagram | Unread
    if shape.placeholder not in {"", "body"} or not isinstance(shape.content, kinds):
        return None
    is_drawn = not isinstance(shape.content, SlideText)
    lines = words_of_content(shape).split("\n")
    words = " ".join((_BETWEEN if is_drawn else " ").join(lines).split())
    is_bar = shape.box.cx >= height  # more than half of the slide's width; a button is narrower
    middle = shape.box.y + shape.box.cy / 2
    if not words:
        return _trait_of_drawing(shape, place, height)
    if shape.box.cy > _LOW * height or _TOP * height < middle < _FOOT * height:
        return None
    number = _NUMBER.fullmatch(words)
    if number and int(number[1]) == slide.number:
        return None if shape.placeholder else _Trait("#", ())
    is_foot = middle >= _FOOT * height and (is_bar or not is_drawn)
    return _Trait(words, place) if is_foot and len(words) <= _LONGEST else None


def _trait_of_drawing(shape: SourceShape, place: tuple[int, ...], height: int) -> _Trait | None:
    """Return what makes a drawing without words known again.

    A large group, or what cannot be read, may be another one at the same place.
    """
    if not isinstance(shape.content, Unread):
        return None
    is_line = min(shape.box.cx, shape.box.cy) <= _THIN * height
    is_one = shape.covers < _SMALL or shape.content.what in {"drawn shape", "line"}
    return _Trait("", place, is_told=not is_line) if is_line or is_one else None
