"""QR codes: dark on light on every slide, with the quiet zone that readers need."""

from deckgen.deck.box import Box
from deckgen.deck.drawing_style import ShapeStyle
from deckgen.deck.graphics.drawing import Drawing, Shape
from deckgen.deck.layout import EMU_PER_INCH
from deckgen.deck.text_body import Run, WebLink
from deckgen.fit.drawings.drawing_canvas import Canvas

_LARGEST = round(3.4 * EMU_PER_INCH)
_LEAST = round(1.2 * EMU_PER_INCH)
"""The least size that a phone can read from some rows away."""
_QUIET = 4
"""Light squares around a code, the quiet zone (ISO/IEC 18004, 6.3.8)."""
_GAP = round(0.12 * EMU_PER_INCH)
_SIZES = (18, 16, 14)
"""Points of the link, which is as small as captions."""


def qr_code_shapes(drawing: Drawing, canvas: Canvas) -> tuple[Shape, ...]:
    """Return the background, the code and its link; none, with an error, if they do not fit."""
    (item,) = drawing.items
    area, link = canvas.area, item.text
    if link is None:
        raise LookupError("a code to scan has no link")
    for size in _SIZES:
        styles = (ShapeStyle(size),)
        height, whole = canvas.extent(link, styles, area.cx)
        if whole:
            break
    side = min(area.cx, area.cy - height - _GAP, _LARGEST)
    if side < _LEAST:
        canvas.report(
            drawing,
            "For a code that can be scanned there is no room here.",
            "Make a slide of its own for it: `title:` and `qr:`.",
        )
        return ()
    count = len(item.squares)
    edge = side * _QUIET // (count + 2 * _QUIET)
    inner = Box(area.x + edge, area.y + edge, side - 2 * edge, side - 2 * edge)
    run = link.paragraphs[0].runs[0]
    address = run.link.url if isinstance(run, Run) and isinstance(run.link, WebLink) else ""
    return (
        Shape("Ground of the code", Box(area.x, area.y, side, side), fill="paper"),
        Shape(
            "Code to scan",
            inner,
            "squares",
            "dark",
            alt=drawing.name,
            squares=item.squares,
            link=address,
        ),
        Shape("Link", Box(area.x, area.y + side + _GAP, area.cx, height), body=link, styles=styles),
    )
