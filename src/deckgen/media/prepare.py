"""Pictures made ready: converted if necessary, and no larger than a slide shows them."""

from collections.abc import Mapping
from typing import TypeAlias

from deckgen.deck.graphics import Clip, Graphic, Media, Picture
from deckgen.deck.layout import EMU_PER_INCH
from deckgen.deck.slide import Deck, PlaceholderRole, Slide
from deckgen.media.media_part import media_part
from deckgen.media.refusal import RefusedError
from deckgen.support.diagnostics import Diagnostics, Span

_SVG = "image/svg+xml"
DOTS_PER_INCH = 200
"""Resolution of a slide: 2,667 × 1,500 pixels in all, more than any projector has."""
_SMALL = 200_000
"""Bytes up to which a picture is not scaled, whatever its pixels."""
_EXCESS = 1.25
"""Ratio of pixels to needed pixels up to which scaling is not worth the loss."""
_MOST_DRAWN = 2_400
"""Most pixels of the width of an SVG's PNG twin."""
_MOST_PIXELS = 6_000_000
"""Most pixels of a twin; a whole slide has four million."""
_MOST_KEPT = 64
"""Most twins that are kept for the next deck or the next save."""

_Ready: TypeAlias = tuple[Media, Media | None]
"""A picture in its final form: a PNG twin comes with its SVG, others alone."""
PngTwins: TypeAlias = dict[tuple[str, int], bytes]
"""PNGs of SVGs, by the part name of the SVG and the width in pixels."""


def prepare_pictures(deck: Deck, twins: PngTwins, diagnostics: Diagnostics) -> Deck:
    """Return the deck with its pictures ready to be written; report those that cannot be read.

    A picture that is shown often is prepared once, for the largest. `twins` gets new PNGs of SVGs.
    """
    widths: dict[str, float] = {}
    drawings: dict[str, tuple[Media, Span]] = {}
    for slide in deck.slides:
        for picture in filter(None, (_picture_of(graphic) for _, graphic in slide.graphics)):
            name = picture.media.part_name
            widths[name] = max(widths.get(name, 0), _dots(picture))
            if picture.media.content_type == _SVG:
                drawings.setdefault(name, (picture.media, picture.span))
    if not widths:
        return deck
    ready = _with_twins(drawings, widths, twins, diagnostics) if drawings else {}
    slides = [_prepared(slide, widths, ready, diagnostics) for slide in deck.slides]
    return deck._replace(slides=tuple(slides))


def _picture_of(graphic: Graphic) -> Picture | None:
    """Return the picture of a graphic that has to be prepared: itself, or the poster of a clip."""
    if isinstance(graphic, Clip):
        return graphic.picture if graphic.has_poster else None
    return graphic if isinstance(graphic, Picture) else None


def _dots(picture: Picture) -> float:
    """Return the needed width in pixels of the uncropped picture."""
    if picture.box is None:
        return 0
    left, _, right, _ = picture.crop
    return picture.box.cx / EMU_PER_INCH * DOTS_PER_INCH / max(1 - left - right, 0.01)


def _prepared(
    slide: Slide, widths: dict[str, float], prepared: dict[str, _Ready], diagnostics: Diagnostics
) -> Slide:
    graphics: list[tuple[PlaceholderRole, Graphic]] = []
    for role, graphic in slide.graphics:
        picture = _picture_of(graphic)
        if picture is None:
            graphics.append((role, graphic))
            continue
        name = picture.media.part_name
        if name not in prepared:
            try:
                prepared[name] = _ready(picture.media, round(widths[name]))
            except RefusedError as refused:
                diagnostics.error(refused.code, refused.message, picture.span, refused.hint)
                prepared[name] = picture.media, None
        media, vector = prepared[name]
        ready = picture._replace(media=media, vector=vector)
        made = graphic._replace(picture=ready) if isinstance(graphic, Clip) else ready
        graphics.append((role, made))
    return slide._replace(graphics=tuple(graphics))


def _ready(media: Media, width: int) -> _Ready:
    has_excess = media.width > width * _EXCESS
    is_right = media.ready and not (has_excess and len(media.data) > _SMALL)
    if is_right or media.content_type == "image/gif":
        return media, None
    from deckgen.media.raster import convert_picture

    made = convert_picture(media, width if has_excess else media.width)
    return (media if media.ready and len(made.data) >= len(media.data) else made), None


def _with_twins(
    drawings: Mapping[str, tuple[Media, Span]],
    widths: Mapping[str, float],
    twins: PngTwins,
    diagnostics: Diagnostics,
) -> dict[str, _Ready]:
    """Return SVGs with their PNG twins, for programs that show no SVG."""
    from deckgen.media.svg.svg_to_png import SvgAtWidth, already_checked, svgs_to_png

    sizes = {name: _twin_size(media, widths[name]) for name, (media, _) in drawings.items()}
    missing = [name for name in drawings if (name, sizes[name][0]) not in twins]
    if len(twins) + len(missing) > _MOST_KEPT:
        twins.clear()
    made = svgs_to_png(
        [SvgAtWidth(already_checked(drawings[name][0]), sizes[name][0]) for name in missing]
    )
    for name, picture in zip(missing, made, strict=True):
        if isinstance(picture, RefusedError):
            diagnostics.error(picture.code, picture.message, drawings[name][1], picture.hint)
        else:
            twins[name, sizes[name][0]] = picture
    ready: dict[str, _Ready] = {}
    for name, (media, _) in drawings.items():
        width, height = sizes[name]
        png = twins.get((name, width))
        ready[name] = (media_part(png, "png", width, height), media) if png else (media, None)
    return ready


def _twin_size(media: Media, width: float) -> tuple[int, int]:
    ratio = media.height / media.width
    wide = max(min(round(width), _MOST_DRAWN, int((_MOST_PIXELS / ratio) ** 0.5)), 1)
    return wide, max(round(wide * ratio), 1)
