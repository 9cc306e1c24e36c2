"""QR codes: dark on light on every slide, with the quiet zone that readers need."""

from deckgen.deck.box import Box
from deckgen.deck.drawing_style import ShapeStyle
from deckgen.deck.graphics.drawing import Drawing, Shape
from deckgen.deck.layout import EMU_PER_INCH
from deckgen.deck.text_body import Run, TextBody, WebLink
from deckgen.fit.drawings.drawing_canvas import Canvas, in_emu

_LARGEST = round(4.6 * EMU_PER_INCH)
_LEAST = round(1.2 * EMU_PER_INCH)
"""The least size that a phone can read from some rows away."""
_QUIET = 4
"""Light squares around a code, the quiet zone (ISO/IEC 18004, 6.3.8)."""
_WHITE = 0xF7
"""The least channel of a colour that looks like the white of the quiet zone."""
_GUTTER = round(0.35 * EMU_PER_INCH)
"""The most of a quiet zone that lies in the space before its column."""
_BELOW = round(0.12 * EMU_PER_INCH)
_BESIDE = round(0.5 * EMU_PER_INCH)
_SIZES = (28, 24, 20, 18, 16)
"""Points of the link; the last is that of captions."""
_LARGEST_BESIDE = 40
"""Points of a link beside its code, where the headline is larger."""
_BESIDE_SIZES = (36, 32, 28, 24, 20)
"""Points of a link beside its code; one that is too long for them stands below the code."""
_BELOW_BASELINE = 0.27
"""The part of a line below its baseline."""


def qr_code_shapes(drawing: Drawing, canvas: Canvas) -> tuple[Shape, ...]:
    """Return the background, the code and its link; none, with an error, if they do not fit."""
    (item,) = drawing.items
    area, link = canvas.area, item.text
    if link is None:
        raise LookupError("a code to scan has no link")
    side, words, style = _beside(link, canvas) or _below(link, canvas)
    if side < _LEAST:
        canvas.report(
            drawing,
            "For a code that can be scanned there is no room here.",
            "Make a slide of its own for it: `title:` and `qr:`.",
        )
        return ()
    count = len(item.squares)
    edge = side * _QUIET // (count + 2 * _QUIET)
    left = area.x - edge if _on_white(canvas) else area.x
    if words.x > area.x:  # beside the code, on whose foot it stands
        words = words._replace(x=words.x - area.x + left, y=words.y - edge)
    ground = Box(max(left, area.x - _GUTTER), area.y, 0, side)
    ground = ground._replace(cx=left + side - ground.x)
    inner = Box(left + edge, area.y + edge, side - 2 * edge, side - 2 * edge)
    run = link.paragraphs[0].runs[0]
    address = run.link.url if isinstance(run, Run) and isinstance(run.link, WebLink) else ""
    return (
        Shape("Ground of the code", ground, fill="paper"),
        Shape(
            "Code to scan",
            inner,
            "squares",
            "dark",
            alt=drawing.name,
            squares=item.squares,
            link=address,
        ),
        Shape("Link", words, body=link, styles=(style,)),
    )


def _on_white(canvas: Canvas) -> bool:
    """Return whether the quiet zone is not seen, so that the code itself begins at the margin."""
    color = canvas.context.layout.color_behind(canvas.area)
    return color is not None and min(bytes.fromhex(color)) >= _WHITE


def _beside(link: TextBody, canvas: Canvas) -> tuple[int, Box, ShapeStyle] | None:
    """Return the side of a code, the box of the link at its right, and the link's style.

    None if the link is too long for one line there.
    """
    area = canvas.area
    side = min(area.cy, _LARGEST)
    left = side + _BESIDE
    largest = canvas.below_headline(_LARGEST_BESIDE)
    for size in (largest, *[size for size in _BESIDE_SIZES if size < largest]):
        style = ShapeStyle(size)
        if in_emu(canvas.line_em(link, style), size) <= area.cx - left:
            height, _ = canvas.extent(link, (style,), area.cx - left)
            y = area.y + side - round(height * (1 - _BELOW_BASELINE))
            return side, Box(area.x + left, y, area.cx - left, height), style
    return None


def _below(link: TextBody, canvas: Canvas) -> tuple[int, Box, ShapeStyle]:
    """Return the side of a code, the box of the link below it, and the link's style."""
    area = canvas.area
    for size in _SIZES:
        style = ShapeStyle(size)
        height, whole = canvas.extent(link, (style,), area.cx)
        if whole:
            break
    side = min(area.cx, area.cy - height - _BELOW, _LARGEST)
    return side, Box(area.x, area.y + side + _BELOW, area.cx, height), style
