"""Whether a logo is seen on every background that the layouts put it on."""

import re
from collections.abc import Iterable, Iterator, Mapping

from deckgen.brand.contrast import GRAPHIC_MINIMUM, contrast_ratio
from deckgen.brand.generate.contrast_pairs import LOGO, ColorPair
from deckgen.brand.generate.logo import Logo
from deckgen.brand.generate.theme_xml import TOKEN_OF_SLOT
from deckgen.support.diagnostics import Diagnostics, Span

_PAINT = re.compile(
    rb"""(?:fill|stroke|stop-color)\s*[:=]\s*["']?\s*(#\w+|[\w-]+(?:\([^)"]*\))?)"""
)
_NAMED = {b"black": "000000", b"white": "FFFFFF"}
_NO_PAINT = frozenset({b"none", b"transparent", b"inherit"})
_LEAST_SEEN = 1 / 3
"""Share of a logo's area that has to be seen."""
_TRANSPARENT = frozenset({4, 6})
"""Colour types of a PNG with an alpha channel (PNG, 11.2.2); a palette may have one, too."""
_PALETTE = 3


def warn_of_hidden_logo(
    logo: Logo,
    pairs: Iterable[ColorPair],
    colors: Mapping[str, str],
    span: Span,
    diagnostics: Diagnostics,
) -> None:
    """Warn of each background that hides a logo; `colors` are those of the theme, RRGGBB.

    A picture without transparency has a background of its own, and is seen anywhere.
    """
    hidden = [
        pair.background.color
        for pair in pairs
        if pair.what == LOGO and not _is_seen(logo, colors[pair.color], pair.background.rgb(colors))
    ]
    for color in dict.fromkeys(hidden):
        diagnostics.warning(
            "hidden-logo",
            f"The logo is hardly seen on {TOKEN_OF_SLOT[color]} ({colors[color]}): less than a "
            f"third of it has a contrast of {GRAPHIC_MINIMUM:g} : 1 there.",
            span,
            "Draw it in currentColor (SVG), which follows the background; or on a ground of its "
            "own.",
        )


def _is_seen(logo: Logo, current: str, background: str) -> bool:
    colors = [*_colors(logo, current)]
    seen = sum(area for area, rgb in colors if contrast_ratio(rgb, background) >= GRAPHIC_MINIMUM)
    return not colors or seen >= _LEAST_SEEN * sum(area for area, _ in colors)


def _colors(logo: Logo, current: str) -> Iterator[tuple[int, str]]:
    """Yield the colours of a logo, each with its weight and RRGGBB; none if they are unknown.

    The weight is a number of pixels; the colours that an SVG names weigh the same.
    """
    if logo.drawing is not None:
        yield from _in_svg(logo.data, current)
    elif logo.extension == "png" and _is_transparent(logo.data):
        from deckgen.media.raster import small_copy

        if copy := small_copy(logo.data):
            yield from copy.colors


def _in_svg(data: bytes, current: str) -> list[tuple[int, str]]:
    paints = {
        paint for paint in _PAINT.findall(data) if paint not in _NO_PAINT and b"url(" not in paint
    }
    colors = [_rgb(paint, current) for paint in paints or {b"black"}]
    known = [(1, rgb) for rgb in colors if rgb is not None]
    return known if len(known) == len(colors) else []


def _rgb(paint: bytes, current: str) -> str | None:
    if paint.lower() == b"currentcolor":
        return current
    if re.fullmatch(rb"#[0-9A-Fa-f]{6}", paint):
        return paint[1:].decode().upper()
    if re.fullmatch(rb"#[0-9A-Fa-f]{3}", paint):
        return "".join(digit * 2 for digit in paint[1:].decode().upper())
    return _NAMED.get(paint.lower())


def _is_transparent(png: bytes) -> bool:
    kind = png[25]
    return kind in _TRANSPARENT or (kind == _PALETTE and b"tRNS" in png[:4096])
