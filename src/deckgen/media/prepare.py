"""Pictures as they are written: converted where they must be, no larger than a slide shows them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from deckgen.deck.graphics.clip import Clip
from deckgen.deck.graphics.graphic import Graphic
from deckgen.deck.graphics.picture import Media, Picture
from deckgen.deck.layout import EMU_PER_INCH
from deckgen.deck.slide import Deck, PlaceholderRole, Slide
from deckgen.media.image_inspection import picture_media as as_media
from deckgen.media.refusal import RefusedError
from deckgen.support.diagnostics import Diagnostics, Span

_SVG = "image/svg+xml"
DOTS_PER_INCH = 200
"""What a slide shows: 2,667 × 1,500 pixels of a whole one, more than any projector."""
_SMALL = 200_000
"""Bytes. A picture of that size stays as it is, however many pixels it has."""
_LITTLE_MORE = 1.25
"""How many times too many pixels are not worth a second loss."""
_MOST_DRAWN = 2_400
"""Pixels: how wide the PNG twin of an SVG may be."""
_MOST_PIXELS = 6_000_000
"""Of that twin: a whole slide has four millions."""
_MOST_KEPT = 64
"""Twins that are kept for the next deck, or the next save."""

PngTwins = dict[tuple[str, int], bytes]
"""PNGs of SVGs, by the name of the SVG's part and their width."""


class _Ready(NamedTuple):
    """A picture as it is written."""

    media: Media
    vector: Media | None = None


def prepare_pictures(deck: Deck, twins: PngTwins, diagnostics: Diagnostics) -> Deck:
    """Return the deck with its pictures ready to be written; report those that cannot be read.

    A picture that stands in many places is prepared once, for the largest of them. `twins` grows by
    the SVGs that had to be drawn.
    """
    widths: dict[str, float] = {}
    drawings: dict[str, tuple[Media, Span]] = {}
    for slide in deck.slides:
        for picture in _pictures(slide):
            name = picture.media.part_name
            widths[name] = max(widths.get(name, 0), _dots(picture))
            if picture.media.content_type == _SVG:
                drawings.setdefault(name, (picture.media, picture.span))
    if not widths:
        return deck
    known = _with_twins(drawings, widths, twins, diagnostics) if drawings else {}
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
    if media.content_type == "image/gif" or (media.ready and not _is_too_large(media, width)):
        return _Ready(media)
    from deckgen.media.raster import convert_picture

    made = convert_picture(media, width if media.width > width * _LITTLE_MORE else media.width)
    return _Ready(media if media.ready and len(made.data) >= len(media.data) else made)


def _is_too_large(media: Media, width: int) -> bool:
    return len(media.data) > _SMALL and media.width > width * _LITTLE_MORE


def _with_twins(
    drawings: Mapping[str, tuple[Media, Span]],
    widths: Mapping[str, float],
    twins: PngTwins,
    diagnostics: Diagnostics,
) -> dict[str, _Ready]:
    """Return SVGs with their PNG twins, for programs that show no SVG; all are drawn in one go."""
    from deckgen.media.svg.svg_to_png import SvgAtWidth, already_checked, svgs_to_png

    sizes = {name: _twin_size(media, widths[name]) for name, (media, _) in drawings.items()}
    missing = [name for name in drawings if (name, sizes[name][0]) not in twins]
    if len(twins) + len(missing) > _MOST_KEPT:
        twins.clear()
    orders = []
    for name in missing:
        media, _ = drawings[name]
        orders.append(
            SvgAtWidth(already_checked(media.data, (media.width, media.height)), sizes[name][0])
        )
    made = svgs_to_png(orders)
    for name, picture in zip(missing, made, strict=True):
        if isinstance(picture, RefusedError):
            diagnostics.error(picture.code, picture.message, drawings[name][1], picture.hint)
        else:
            twins[name, sizes[name][0]] = picture
    ready: dict[str, _Ready] = {}
    for name, (media, _) in drawings.items():
        width, height = sizes[name]
        png = twins.get((name, width))
        ready[name] = _Ready(as_media(png, "png", width, height), media) if png else _Ready(media)
    return ready


def _twin_size(media: Media, width: float) -> tuple[int, int]:
    ratio = media.height / media.width
    wide = max(min(round(width), _MOST_DRAWN, int((_MOST_PIXELS / ratio) ** 0.5)), 1)
    return wide, max(round(wide * ratio), 1)
