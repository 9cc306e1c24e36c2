"""Figures: one to six large numbers, each with a label below it or beside it."""

from collections.abc import Iterator

from deckgen.deck.box import Box
from deckgen.deck.graphics import Drawing, DrawingItem, Shape, ShapeStyle
from deckgen.deck.layout import EMU_PER_INCH
from deckgen.fit.drawings.drawing_canvas import Canvas, in_emu, item_text, joined_bodies
from deckgen.fonts.text_width import BASELINE, LEAST_LINE_HEIGHT

_GAP = round(0.45 * EMU_PER_INCH)
_LARGEST = {1: 199, 2: 160, 3: 132, 4: 104, 5: 88, 6: 88}
_LEAST = 36
"""Points: the least size of a number."""
_WIDEST = 0.85
"""Share of its column for a number: the next one does not seem to go on with it, and a font in the
place of a missing one, such as Noto Sans for Calibri Light, is an eighth wider."""
_NARROWEST = 0.65
"""Share of an equal column that a column has at least, for its label, where others are wider."""
_MUCH_LARGER = 1.3
"""How much larger numbers must be in rows than in one row, which is easier to compare."""
_SMALL = 112
"""Points below which three numbers in one row look small; even smaller ones in rows look better."""
_FEWEST_ROWS = 3
"""Figures that may stand one below the other, with labels at their right, if columns are narrow."""
_APART = 0.6
"""The most space between such rows, as a share of their height."""
_LABEL = 28
_GOOD = ((72, 24, 0.5), (54, 24, 0.62), (44, 20, 0.62))
"""Points of numbers and labels: labels are smaller only where numbers would be smaller than these.
The share is the most of the width that numbers take before their labels."""
_BELOW = 16
"""The size of a number, divided by the space below it: large letters reach lower."""
_DROP = 0.3
"""Share of the free height above the numbers."""


def figure_shapes(drawing: Drawing, canvas: Canvas) -> tuple[Shape, ...]:
    """Return a shape for each figure; none, with an error, if they do not fit.

    All numbers have one size, and all labels have one.
    """
    items = drawing.items
    best: tuple[int, tuple[Shape, ...]] | None = None
    for found in _arrangements(items, canvas):
        if found is not None and (best is None or found[0] > best[0] * _MUCH_LARGER):
            best = found
    if best is None:
        canvas.report(
            drawing,
            f"These {len(items)} figures do not fit on a slide, even with numbers of "
            f"{_least_number(canvas)} and labels of {canvas.minimum_size} points.",
            "Shorten numbers and labels, or make two slides of them.",
        )
        return ()
    return best[1]


def _arrangements(
    items: tuple[DrawingItem, ...], canvas: Canvas
) -> Iterator[tuple[int, tuple[Shape, ...]] | None]:
    """Yield the worth of the numbers and the shapes of each arrangement, the best to read first."""
    count = len(items)
    yield _in_columns(items, count, canvas)
    if count > _FEWEST_ROWS:
        yield _in_columns(items, (count + 1) // 2, canvas)
    if count >= _FEWEST_ROWS:
        yield _in_rows(items, canvas)
    if count <= _FEWEST_ROWS:
        yield _in_columns(items, 1, canvas)


def _in_columns(
    items: tuple[DrawingItem, ...], columns: int, canvas: Canvas
) -> tuple[int, tuple[Shape, ...]] | None:
    """Return the worth of numbers above their labels, and the shapes; None if they do not fit.

    The worth is the size of the numbers; less if three in one row, or its labels, are small.
    """
    ems = _number_ems(items, canvas)
    widest = [max(ems[at::columns]) for at in range(columns)]
    for number, label in _sizes(len(items), canvas):
        widths = _widths(widest, number, canvas.area.cx - _GAP * (columns - 1))
        shapes = _columns(items, widths, _styles(number, label), canvas) if widths else ()
        if shapes:
            if len(items) == columns and label < min(_GOOD[0][1], canvas.sizes(_LABEL)[0]):
                return int(number / _MUCH_LARGER), shapes
            if len(items) == columns == _FEWEST_ROWS and number < _SMALL:
                # Labels that are small in every place gain nothing beside the numbers.
                return int(number / _MUCH_LARGER ** (1 if label < _GOOD[0][1] else 2)), shapes
            return number, shapes
    return None


def _in_rows(
    items: tuple[DrawingItem, ...], canvas: Canvas
) -> tuple[int, tuple[Shape, ...]] | None:
    """Return the size of numbers one below the other, and the shapes; None if they do not fit.

    The last line of each label stands on the baseline of its number.
    """
    widest = max(_number_ems(items, canvas))
    for least_number, least_label, share in _GOOD:
        labels = [size for size in canvas.sizes(_LABEL) if size >= least_label]
        for number in range(_LARGEST[len(items)], least_number - 1, -2):
            left = in_emu(widest, number) + _GAP * 2 // 3
            if left <= canvas.area.cx * share and (
                rows := _rows(items, number, labels, left, canvas)
            ):
                return number, rows
    return None


def _rows(
    items: tuple[DrawingItem, ...], number: int, labels: list[int], left: int, canvas: Canvas
) -> tuple[Shape, ...]:
    """Return the shapes of rows with numbers of a size; none if no size of labels fits.

    Labels begin `left` EMU beside the margin.
    """
    area, baseline = canvas.area, in_emu(BASELINE, number)
    height = in_emu(LEAST_LINE_HEIGHT, number)
    free = area.cy - height * len(items)
    if free < 0:
        return ()
    step = height + min(free // (len(items) - 1), round(height * _APART))
    texts = [joined_bodies(item.text) for item in items if item.text]
    for label in labels:
        taken = [canvas.extent(text, _styles(number, label)[1:], area.cx - left) for text in texts]
        if all(used <= baseline and whole for used, whole in taken):
            return tuple(
                shape
                for at, item in enumerate(items)
                for shape in _row(item, at, area.y + at * step, (number, label), left, canvas)
            )
    return ()


def _row(
    item: DrawingItem, at: int, y: int, sizes: tuple[int, int], left: int, canvas: Canvas
) -> Iterator[Shape]:
    """Yield the number of a figure and its label, which begins `left` EMU further right.

    Numbers end at one edge, so that each stands close to its label.
    """
    area, (number, label) = canvas.area, sizes
    styles = _styles(number, label)
    if item.title:
        # A little wider than the number, to the left: the widest begins at the margin.
        box = Box(area.x - _GAP // 3, y, left - _GAP // 3, in_emu(LEAST_LINE_HEIGHT, number))
        body = joined_bodies(item.title)
        yield Shape(f"Figure {at + 1}", box, body=body, styles=styles[:1], align="end", wraps=False)
    if item.text:
        end = in_emu(BASELINE, number) + in_emu(LEAST_LINE_HEIGHT - BASELINE, label)
        box, body = Box(area.x + left, y, area.cx - left, end), joined_bodies(item.text)
        yield Shape(f"Label {at + 1}", box, body=body, styles=styles[1:], anchor="b")


def _styles(number: int, label: int) -> tuple[ShapeStyle, ShapeStyle]:
    large = ShapeStyle(number, "accent", bold=True, heading=True)
    return large, ShapeStyle(label, space_before=max(4, number // _BELOW))


def _least_number(canvas: Canvas) -> int:
    """Return the least size of a number: twice that of text where text may be small."""
    return min(_LEAST, 2 * canvas.minimum_size)


def _number_ems(items: tuple[DrawingItem, ...], canvas: Canvas) -> list[float]:
    """Return the width of each number in em."""
    style = _styles(_least_number(canvas), 0)[0]
    return [canvas.line_em(item.title, style) if item.title else 0 for item in items]


def _widths(numbers: list[float], size: int, room: int) -> list[int]:
    """Return the widths of columns, in EMU, for numbers of some em; none if `room` is too small.

    They are alike, but for those that a wide number makes wider.
    """
    least = room * _NARROWEST / len(numbers)
    needs = [max(in_emu(number, size) / _WIDEST, least) for number in numbers]
    if sum(needs) > room:
        return []
    share, rest = 0.0, float(room)
    for more, need in zip(range(len(needs), 0, -1), sorted(needs, reverse=True), strict=True):
        share = rest / more
        if need <= share:
            break
        rest -= need
    return [int(max(need, share)) for need in needs]


def _sizes(count: int, canvas: Canvas) -> Iterator[tuple[int, int]]:
    """Yield the sizes of numbers and labels that so many figures may have, the best first."""
    labels = canvas.sizes(32 if count == 1 else _LABEL)
    for least_number, least_label, _ in (*_GOOD[:2], (_least_number(canvas), 0, 0)):
        for number in range(_LARGEST[count], least_number - 1, -2):
            yield from ((number, label) for label in labels if label >= least_label)


def _columns(
    items: tuple[DrawingItem, ...],
    widths: list[int],
    styles: tuple[ShapeStyle, ShapeStyle],
    canvas: Canvas,
) -> tuple[Shape, ...]:
    """Return the shapes of numbers above labels; none if words are parted or columns too high.

    Labels have two lines at most where a wide number makes its column wider than others.
    """
    area, columns, heights = canvas.area, len(widths), []
    for at, item in enumerate(items):
        used, whole = canvas.extent(item_text(item), styles, widths[at % columns])
        if not whole:
            return ()
        if item.text and min(widths) < max(widths):
            label = joined_bodies(item.text)
            line, _ = canvas.extent(label, styles[1:], 2 * area.cx)
            if canvas.extent(label, styles[1:], widths[at % columns])[0] > 2 * line:
                return ()
        heights.append(used)
    highs = [max(heights[at : at + columns]) for at in range(0, len(items), columns)]
    if max(highs) > (area.cy - _GAP * (len(highs) - 1)) // len(highs):
        return ()
    free = area.cy - sum(highs)
    gap = min(max(free // len(highs), _GAP), 2 * _GAP)
    y = area.y + round((free - gap * (len(highs) - 1)) * _DROP)
    shapes = []
    for number, item in enumerate(items):
        row, column = divmod(number, columns)
        x = area.x + sum(widths[:column]) + column * _GAP
        box = Box(x, y + sum(highs[:row]) + row * gap, widths[column], highs[row])
        shapes.append(Shape(f"Figure {number + 1}", box, body=item_text(item), styles=styles))
    return tuple(shapes)
