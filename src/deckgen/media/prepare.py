"""Pictures as they are written: converted where they must be, no larger than a slide shows them."""

from __future__ import annotations

from typing import NamedTuple

from deckgen.deck.clip import Clip
from deckgen.deck.graphic import Graphic, Media, Picture
from deckgen.deck.layout import EMU_PER_INCH
from deckgen.deck.model import Deck, PlaceholderRole, Slide
from deckgen.diagnostics import Diagnostics
from deckgen.media import svg
from deckgen.media.inspect import media as as_media
from deckgen.media.refused import RefusedError

DOTS_PER_INCH = 200
"""What a slide shows: 2,667 × 1,500 pixels of a whole one, more than any projector."""
_SMALL = 200_000
"""Bytes. A picture of that size stays as it is, however many pixels it has."""
_LITTLE_MORE = 1.25
"""How many times too many pixels are not worth a second loss."""
_MOST_DRAWN = 2_400
"""Pixels: how wide the PNG twin of an SVG may be."""


class _Ready(NamedTuple):
    """A picture as it is written."""

    media: Media
    vector: Media | None = None


def prepared(deck: Deck, diagnostics: Diagnostics) -> Deck:
    """Return the deck with its pictures ready to be written; report those that cannot be read.

    A picture that stands in many places is prepared once, for the largest of them.
    """
    widths: dict[str, float] = {}
    for slide in deck.slides:
        for picture in _pictures(slide):
            name = picture.media.part_name
            widths[name] = max(widths.get(name, 0), _dots(picture))
    if not widths:
        return deck
    known: dict[str, _Ready] = {}
    slides = [_prepared(slide, widths, known, diagnostics) for slide in deck.slides]
    return deck._replace(slides=tuple(slides))


def _pictures(slide: Slide) -> list[Picture]:
    found = (_shown(graphic) for _, graphic in slide.graphics)
    return [picture for picture in found if picture is not None]


def _shown(graphic: Graphic) -> Picture | None:
    """Return the picture that is to be made ready, if any: a film's poster is one, if given."""
    if isinstance(graphic, Clip):
        return graphic.picture if graphic.has_poster else None
    return graphic if isinstance(graphic, Picture) else None


def _dots(picture: Picture) -> float:
    """Return how many pixels wide the whole picture should be, for what is seen of it."""
    if picture.box is None:
        return 0
    left, _, right, _ = picture.crop
    return picture.box.cx / EMU_PER_INCH * DOTS_PER_INCH / max(1 - left - right, 0.01)


def _prepared(
    slide: Slide, widths: dict[str, float], known: dict[str, _Ready], diagnostics: Diagnostics
) -> Slide:
    graphics: list[tuple[PlaceholderRole, Graphic]] = []
    for role, graphic in slide.graphics:
        picture = _shown(graphic)
        if picture is None:
            graphics.append((role, graphic))
            continue
        name = picture.media.part_name
        if name not in known:
            try:
                known[name] = _ready(picture.media, round(widths[name]))
            except RefusedError as refused:
                diagnostics.error(refused.code, refused.message, picture.span, refused.hint)
                known[name] = _Ready(picture.media)
        ready = picture._replace(media=known[name].media, vector=known[name].vector)
        made = graphic._replace(picture=ready) if isinstance(graphic, Clip) else ready
        graphics.append((role, made))
    return slide._replace(graphics=tuple(graphics))


def _ready(media: Media, width: int) -> _Ready:
    if media.content_type == "image/svg+xml":
        return _drawn(media, width)
    if media.content_type == "image/gif" or (media.ready and not _is_too_large(media, width)):
        return _Ready(media)
    from deckgen.media.raster import redrawn

    made = redrawn(media, width if media.width > width * _LITTLE_MORE else media.width)
    return _Ready(media if media.ready and len(made.data) >= len(media.data) else made)


def _is_too_large(media: Media, width: int) -> bool:
    return len(media.data) > _SMALL and media.width > width * _LITTLE_MORE


def _drawn(media: Media, width: int) -> _Ready:
    """Return an SVG with its PNG twin, for programs that show no SVG."""
    data = svg.rasterised(media.data, max(min(width, _MOST_DRAWN), 1))
    if data is None:
        raise RefusedError(
            "broken-picture", "This SVG cannot be drawn.", "Save it again, or save it as PNG."
        )
    high = max(round(media.height * width / media.width), 1)
    return _Ready(as_media(data, "png", width, high), media)
