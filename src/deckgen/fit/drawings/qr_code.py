"""QR codes: dark on light on every slide, with the quiet zone that readers need."""

from itertools import product
from typing import TypeAlias

from deckgen.deck.box import Box
from deckgen.deck.graphics import Drawing, Shape, ShapeStyle
from deckgen.deck.layout import EMU_PER_INCH
from deckgen.deck.text_body import LineBreak, Run, TextBody, WebLink
from deckgen.fit.drawings.drawing_canvas import Canvas, in_emu
from deckgen.fonts.text_width import BASELINE

_LARGEST = round(5.4 * EMU_PER_INCH)
_LEAST = round(1.2 * EMU_PER_INCH)
"""The least size that a phone can read from some rows away."""
_QUIET = 4
"""Light squares around a code, the quiet zone (ISO/IEC 18004, 6.3.8)."""
_WHITE = 0xF7
"""The least channel of a colour that looks like the white of the quiet zone."""
_GUTTER = round(0.3 * EMU_PER_INCH)
"""The most of a quiet zone that lies in the space before its column."""
_BELOW = round(0.12 * EMU_PER_INCH)
_BESIDE = round(0.5 * EMU_PER_INCH)
_SIZES = (28, 24, 20, 18, 16)
"""Points of the link; the last is that of captions."""
_SIZES_ON_LABEL = _SIZES[1:]
_WHOLE = 20
"""Points from which a link below its code stays on one line; a smaller one has two."""
_LARGEST_BESIDE = 48
"""Points of a link beside its code; one that is too long for `_WHOLE` stands below the code."""
_WIDER = 1.04
"""How much wider a link may be in other fonts; LibreOffice breaks links at any letter."""


_Label: TypeAlias = tuple[int, Box, TextBody, ShapeStyle, Box]
"""The side of a code and its quiet zone, in EMU; the box of its link, link, style; the ground."""


def qr_code_shapes(drawing: Drawing, canvas: Canvas) -> tuple[Shape, ...]:
    """Return the background, the code and its link; none, with an error, if they do not fit.

    Where the background is seen, it is a label with the link on it, aligned to its area.
    """
    (item,) = drawing.items
    link = item.text
    if link is None:
        raise LookupError("a code to scan has no link")
    count = len(item.squares)
    is_seen = not _is_white(canvas)
    label = _beside(link, canvas, count, is_seen=is_seen)
    if label is None and is_seen:
        label = _label(link, canvas, count)
    side, words, link, style, ground = label or _below(link, canvas, count, is_seen=is_seen)
    if side < _LEAST:
        canvas.report(
            drawing,
            "For a code that can be scanned there is no room here.",
            "Make a slide of its own for it: `title:` and `qr:`.",
        )
        return ()
    edge = _quiet_zone(side, count)
    left, top, *_ = canvas.area
    if is_seen:
        left, top = ground.x + edge, ground.y + edge
    inner = Box(left, top, side - 2 * edge, side - 2 * edge)
    run = link.paragraphs[0].runs[0]
    address = run.link.url if isinstance(run, Run) and isinstance(run.link, WebLink) else ""
    on_label = words.x < ground.right and words.y < ground.bottom
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
        Shape("Link", words, body=link, styles=(style,), fill="paper" if on_label else ""),
    )


def _is_white(canvas: Canvas) -> bool:
    """Return whether the quiet zone is not seen, so that the code itself begins at the margin.

    The page must be white where its ground begins and where the code and its link end. A template
    has there what lies behind its text, unless something is drawn at the left of the headline.
    """
    x, y, cx, cy = canvas.area
    layout = canvas.context.layout
    title, body = layout.placeholder("title"), layout.placeholder("body")
    if title and title.free_left is not None and title.free_left < _GUTTER:
        return False
    corners = ((x - _GUTTER, y - _GUTTER), (x + min(cx, cy), y + cy))
    colors = [
        layout.color_behind(box) or (body.background if body else None)
        for box in (canvas.area, *[Box(*corner, 0, 0) for corner in corners])
    ]
    return all(color and min(bytes.fromhex(color)) >= _WHITE for color in colors)


def _quiet_zone(side: int, count: int) -> int:
    """Return the EMU of the quiet zone of a code of `count` squares on a side with both zones."""
    return side * _QUIET // (count + 2 * _QUIET)


def _side(height: int, count: int, *, is_seen: bool) -> int:
    """Return the side of a code with its quiet zones; what is not seen of them lies above `height`.

    Lengths are EMU.
    """
    return height if is_seen else height * (count + 2 * _QUIET) // (count + _QUIET)


def _ground(canvas: Canvas, side: int, count: int, *, is_seen: bool) -> Box:
    """Return the ground of a code alone, in part before its column where it is not seen.

    The headline of a template may end close above; the ground does not cover it.
    """
    area, title = canvas.area, canvas.context.layout.placeholder("title")
    if is_seen:
        return Box(area.x, area.y, side, side)
    edge = _quiet_zone(side, count)
    before = min(edge, _GUTTER)
    whole = side - edge + before
    top = area.y - before
    if title and title.free_left is not None and title.box.bottom <= area.y:
        top = max(top, title.box.bottom)
    return Box(area.x - before, top, whole, area.y - before + whole - top)


def _beside(link: TextBody, canvas: Canvas, count: int, *, is_seen: bool) -> _Label | None:
    """Return a code with its link at its right, on its foot; the ground is that of both.

    The ground is as wide as the area, on templates as both need. None if the link needs two lines.
    """
    area = canvas.area
    side = _side(min(area.cy, _LARGEST), count, is_seen=is_seen)
    edge = _quiet_zone(side, count)
    # A quiet zone that is not seen is the space between both, if it is wide enough.
    apart = 2 * edge if is_seen else max(edge, _BESIDE)
    left, right = area.x + side - 2 * edge + apart, edge if is_seen else 0
    width = area.right - left - right
    for size in canvas.display_sizes(_LARGEST_BESIDE):
        style = ShapeStyle(size)
        if size >= _WHOLE and _fits(link, style, width, canvas):
            height, _ = canvas.extent(link, (style,), width)
            foot = area.y + side - (edge if is_seen else 2 * edge)
            y = foot - in_emu(BASELINE, size)
            ground = _ground(canvas, side, count, is_seen=is_seen)
            if is_seen:
                if canvas.context.layout.least_size:  # a template, whose light colour may be loud
                    width = round(in_emu(canvas.line_em(link, style), size) * _WIDER)
                ground = ground._replace(cx=left + width + edge - area.x)
            return (side, Box(left, y, width, height), link, style, ground)
    return None


def _label(link: TextBody, canvas: Canvas, count: int) -> _Label | None:
    """Return a code with its link below it on one ground; None if the link is too long for that.

    The link begins where the code does, or before it if that leaves it more room. The ground ends
    where its area does if text stands at the left of that.
    """
    area, body = canvas.area, canvas.context.layout.placeholder("body")
    is_beside = body is not None and body.box.right <= area.x
    ways = product((True, False), _ways(link, _SIZES_ON_LABEL))
    for is_aligned, (shown, style) in ways:
        height, _ = canvas.extent(shown, (style,), area.cx)
        side = min(area.cx, area.cy - height - 2 * _BELOW, _LARGEST)
        before = _quiet_zone(side, count) if is_aligned else _BELOW
        if side >= _LEAST and _fits(shown, style, area.cx - 2 * before, canvas):
            wide = round(in_emu(canvas.line_em(shown, style), style.size) * _WIDER)
            inner = max(wide, side - 2 * before)
            x = area.right - inner - 2 * before if is_beside else area.x
            words = Box(x + before, area.y + side, inner, height)
            ground = Box(x, area.y, inner + 2 * before, side + height + 2 * _BELOW)
            return (side, words, shown, style, ground)
    return None


def _below(link: TextBody, canvas: Canvas, count: int, *, is_seen: bool) -> _Label:
    """Return a code with its link below its ground, on one or two lines where it has the room."""
    area, layout = canvas.area, canvas.context.layout
    contact = layout.placeholder("body") if layout.role == "closing" else None
    most = contact.level_styles[0].size if contact else _SIZES[0]
    # No larger than the contact beside it; a template's may be very small.
    sizes = tuple([size for size in _SIZES if size <= max(most, _SIZES[-1])])
    ways = _ways(link, sizes)
    whole = ((shown, style) for shown, style in ways if canvas.extent(shown, (style,), area.cx)[1])
    in_lines = ((shown, style) for shown, style in ways if _fits(shown, style, area.cx, canvas))
    link, style = next(in_lines, None) or next(whole, ways[-1])
    height, _ = canvas.extent(link, (style,), area.cx)
    side = _side(min(area.cx, area.cy - height - _BELOW, _LARGEST), count, is_seen=is_seen)
    ends = area.y + side - (0 if is_seen else _quiet_zone(side, count))
    words = Box(area.x, ends + _BELOW, area.cx, height)
    return (side, words, link, style, _ground(canvas, side, count, is_seen=is_seen))


def _ways(link: TextBody, sizes: tuple[int, ...]) -> list[tuple[TextBody, ShapeStyle]]:
    """Return a link in each size, the best first: large on one line, on two lines, small on one."""
    broken = _in_two_lines(link)
    large, small = ([at for at in sizes if (at >= _WHOLE) is whole] for whole in (True, False))
    tries = [(link, large), *([(broken, sizes)] if broken != link else []), (link, small)]
    return [(shown, ShapeStyle(size)) for shown, way in tries for size in way]


def _in_two_lines(link: TextBody) -> TextBody:
    """Return a link with a forced break behind the slash nearest to its middle, if it has one."""
    (paragraph, *_), run = link.paragraphs, link.paragraphs[0].runs[0]
    if not isinstance(run, Run) or "/" not in run.text[:-1]:
        return link
    ends = [at + 1 for at, sign in enumerate(run.text[:-1]) if sign == "/"]
    end = min(ends, key=lambda at: max(at, len(run.text) - at))
    parts = (run._replace(text=run.text[:end]), LineBreak(), run._replace(text=run.text[end:]))
    return link._replace(paragraphs=(paragraph._replace(runs=parts),))


def _fits(link: TextBody, style: ShapeStyle, width: int, canvas: Canvas) -> bool:
    """Return whether a link has one line in a width, also where its font is somewhat wider."""
    return in_emu(canvas.line_em(link, style), style.size) * _WIDER <= width
