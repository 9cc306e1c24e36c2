"""The graphics of one slide: drawn one after another, each in its place among the texts."""

from typing import NamedTuple

from deckgen.brand.brand import Brand
from deckgen.deck.graphics.clip import Clip
from deckgen.deck.graphics.graphic import Graphic
from deckgen.deck.graphics.picture import Picture
from deckgen.deck.layout import Layout, Placeholder
from deckgen.deck.slide import PlaceholderRole, Slide
from deckgen.ooxml.backdrop import backdrop
from deckgen.ooxml.graphics.shape import ShapeContext, graphic_box, graphic_xml
from deckgen.ooxml.text.text_body import Links
from deckgen.opc.part import Part
from deckgen.support.xml_text import escape

_BESIDE = frozenset({"body", "second", "third"})
"""The placeholders whose texts may stand beside a graphic."""


class SlideGraphics(NamedTuple):
    """The graphics of a slide, drawn."""

    shapes: list[tuple[int, str]]
    """Each with the place among the slide's texts before which it is read."""
    parts: tuple[Part, ...]
    plays: tuple[tuple[int, Clip], ...]
    """The films and sounds, by the ids of their shapes."""
    ids: int
    """How many shape ids they take."""


def slide_graphics(
    slide: Slide, layout: Layout, number: int, links: Links, brand: Brand
) -> SlideGraphics:
    """Return the graphics of a slide in its order; their relationships are added to `links`."""
    shapes: list[tuple[int, str]] = []
    parts: list[Part] = []
    plays: list[tuple[int, Clip]] = []
    first = free_id = len(slide.placeholders) + 2
    for role, graphic in slide.graphics:
        placeholder = _graphic_placeholder(role, slide, layout)
        setting = ShapeContext(
            free_id,
            placeholder,
            escape(slide.lang),
            brand.fonts.code,
            links,
            number,
            layout,
            backdrop(layout, layout.placeholder(role), graphic_box(graphic), brand.theme_colors),
        )
        found = graphic_xml(graphic, setting)
        if isinstance(graphic, Clip):
            plays.append((free_id, graphic))
        place = _reading_place(graphic, slide)
        shapes.append((0 if _is_behind(graphic) else place, found.xml))
        shapes.append((place, found.caption))
        parts += found.parts
        free_id += found.shapes
    return SlideGraphics(shapes, tuple(parts), tuple(plays), free_id - first)


def _graphic_placeholder(role: PlaceholderRole, slide: Slide, layout: Layout) -> Placeholder | None:
    """Return the placeholder that a graphic fills; None where it stands by itself, or with others.

    Two shapes of a slide may not fill one placeholder.
    """
    alone = [there for there, _ in slide.graphics].count(role) == 1
    found = layout.placeholder(role) if alone else None
    return None if found is None or found.is_text_box else found


def _reading_place(graphic: Graphic, slide: Slide) -> int:
    """Return before which of the slide's texts a graphic is read: before those written later."""
    for at, (role, content) in enumerate(slide.placeholders):
        span = content.paragraphs[0].span
        if role in _BESIDE and span and span.file == graphic.span.file and span > graphic.span:
            return at
    return len(slide.placeholders)


def _is_behind(graphic: Graphic) -> bool:
    """Whether a graphic stands behind the text, so that it comes first in the tree of shapes."""
    picture = graphic.picture if isinstance(graphic, Clip) else graphic
    return isinstance(picture, Picture) and picture.behind_text
