"""The picture of a film or a sound until it plays, if the author gave none."""

from typing import NamedTuple

from deckgen.deck.graphics import Media
from deckgen.media.media_part import media_part
from deckgen.media.refusal import RefusedError
from deckgen.media.svg.svg_checker import check_svg
from deckgen.media.svg.svg_to_png import svg_to_png

_WIDE = 1_280
"""Width in pixels of a film's poster as PNG; its flat colours keep it small."""
_SYMBOL = 480
_TRIANGLE = "v156l132 -78z"


class PosterColors(NamedTuple):
    """The colours of a poster, in RRGGBB."""

    ground: str
    disc: str
    mark: str


def film_poster(width: int, height: int, colors: PosterColors) -> tuple[Media, Media]:
    """Return a poster in the ratio of a film, as PNG and SVG: a disc with the play symbol."""
    # The shorter side is 1,000 units, so that the symbol always has the same size.
    side = min(width, height)
    wide, high = round(width * 1000 / side), round(height * 1000 / side)
    x, y = wide // 2, high // 2
    drawing = (
        f'<rect width="{wide}" height="{high}" fill="#{colors.ground}"/>'
        f'<circle cx="{x}" cy="{y}" r="150" fill="#{colors.disc}"/>'
        f'<path d="M{x - 45} {y - 78}{_TRIANGLE}" fill="#{colors.mark}"/>'
    )
    return _drawn(drawing, (wide, high), _WIDE)


def is_film_poster(drawing: bytes) -> bool:
    """Return whether an SVG is a poster that `film_poster` has drawn."""
    return _TRIANGLE.encode() in drawing


def sound_symbol(colors: PosterColors) -> tuple[Media, Media]:
    """Return the symbol of a sound, as PNG and SVG: a square with bars like a voice.

    It has no holes: LibreOffice draws a background of its own behind media.
    """
    bars = "".join(
        f'<rect x="{at}" y="{500 - high // 2}" width="56" height="{high}" rx="28"'
        f' fill="#{colors.mark}"/>'
        for at, high in ((242, 170), (357, 330), (472, 500), (587, 280), (702, 140))
    )
    drawing = f'<rect width="1000" height="1000" fill="#{colors.disc}"/>{bars}'
    return _drawn(drawing, (1000, 1000), _SYMBOL)


def _drawn(drawing: str, size: tuple[int, int], wide: int) -> tuple[Media, Media]:
    width, height = size
    text = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">{drawing}</svg>'
    ).encode()
    pixels = svg_to_png(check_svg("", text), wide)
    if isinstance(pixels, RefusedError):
        raise pixels  # cannot happen: the drawing is ours
    high = max(round(height * wide / width), 1)
    return media_part(pixels, "png", wide, high), media_part(text, "svg", width, height)
