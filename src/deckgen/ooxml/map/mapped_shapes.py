"""What of a slide stands in the map of its deck, as values: each shape, its box, and its texts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from deckgen.brand.brand import Brand
from deckgen.deck.box import Box
from deckgen.deck.layout import AnyRole, FooterRole, ProgressTrack
from deckgen.deck.slide import LayoutKey, Slide
from deckgen.deck.text_body import Inline, LineBreak, Paragraph, Run, TextBody, WebLink
from deckgen.support.diagnostics import Span

if TYPE_CHECKING:
    from deckgen.deck.deck_map import FormatMark
    from deckgen.deck.graphics import Chart, Drawing, Graphic, Media, Picture, Table

CountedTexts: TypeAlias = tuple[str, Sequence[TextBody]]
"""A place, and the text there; of several texts it is the place of the first, and the last number
in the places of the others counts upwards."""


class MappedShape(NamedTuple):
    """A shape that takes one shape id."""

    place: str
    box: Box | None
    """None for the text of a placeholder that its layout lacks; such a deck is not written."""
    body: TextBody | None = None
    """Its own text, in its place."""
    texts: tuple[CountedTexts, ...] = ()
    """Those with places of their own."""
    media: str = ""
    """As `MappedBox.media`."""


class MappedLayout(NamedTuple):
    """What slides have from their layout."""

    name: str
    boxes: Mapping[AnyRole, Box]
    """None of a layout of another deck."""
    progress_track: ProgressTrack | None = None


class MappedLayouts:
    """The layouts of the slides of a deck."""

    def __init__(self, brand: Brand) -> None:
        self._brand = brand
        self._layouts: dict[tuple[LayoutKey, bool], MappedLayout] = {}

    def of(self, slide: Slide) -> MappedLayout:
        """Return the layout of a slide."""
        if slide.included:
            return MappedLayout(slide.included.layout, {})
        key = slide.layout_key, slide.has("kicker")
        layout = self._layouts.get(key)
        if layout is None:
            own = self._brand.layout(*slide.layout_key)
            own = own.with_kicker() if own.below_kicker and slide.has("kicker") else own
            boxes = {each.role: each.box for each in reversed(own.placeholders) if each.role}
            layout = self._layouts[key] = MappedLayout(own.name, boxes, own.progress_track)
        return layout


def linked_addresses(paragraph: Paragraph) -> Iterator[str]:
    """Yield the web and mail addresses of its words; a blank in one is written as %20."""
    for run in paragraph.runs:
        if isinstance(run, Run) and isinstance(run.link, WebLink):
            yield run.link.url.replace(" ", "%20")


def included_words(slide: Slide) -> str:
    """Return the digest of the words of a slide of another deck; empty for one of our own."""
    if not slide.included:
        return ""
    from deckgen.ooxml_rules.shape_queries import words_digest

    return words_digest(slide.included.parts.data if slide.included.parts else b"")


def mapped_shapes(slide: Slide, layout: MappedLayout) -> list[MappedShape]:
    """Return a shape for each shape id from 2 on, as `slide_parts` gives them.

    A slide of another deck has none.
    """
    if slide.included:
        return []
    boxes = layout.boxes
    shapes = [
        MappedShape(role, content.box or boxes.get(role), content)
        for role, content in slide.placeholders
    ]
    for number, (_, graphic) in enumerate(slide.graphics, 1):
        shapes += _graphic_shapes(graphic, number)
    for number, line in enumerate(slide.line_links, 1):
        shapes.append(MappedShape(f"link {number}", line.box))
    if slide.position and layout.progress_track:
        shapes.append(MappedShape("track", layout.progress_track.box))
    foot: tuple[tuple[FooterRole, TextBody | None], ...]
    foot = (("day", slide.day), ("footer", slide.footer))
    for name, text in foot:
        if text and (box := boxes.get(name)):
            shapes.append(MappedShape(name, text.box or box, text))
    if slide.numbered and (box := boxes.get("number")):
        shapes.append(MappedShape("number", box))
    return shapes


def _graphic_shapes(graphic: "Graphic", number: int) -> Iterator[MappedShape]:
    """Yield the shapes of the graphic with a number on its slide, from 1."""
    from deckgen.deck.graphics import Chart, Clip, Drawing, Picture, Table

    match graphic:
        case Picture():
            yield from _picture_shapes("picture", graphic, graphic.media, number)
        case Clip():
            media = graphic.recording.media
            yield from _picture_shapes("clip", graphic.picture, media, number)
        case Drawing():
            yield from _drawing_shapes(graphic, number)
        case Table():
            rows = enumerate((graphic.header, *graphic.rows) if graphic.header else graphic.rows, 1)
            cells = tuple([(f"table {number} cell {at} 1", row) for at, row in rows])
            texts = _alternative(graphic, number) + cells
            yield MappedShape(f"table {number}", graphic.box, None, texts)
        case Chart():
            texts = _alternative(graphic, number) + tuple(_chart_texts(graphic, number))
            yield MappedShape(f"chart {number}", graphic.box, None, texts)


def _drawing_shapes(drawing: "Drawing", number: int) -> Iterator[MappedShape]:
    if len(drawing.shapes) > 1:
        from deckgen.ooxml.graphics.shape import graphic_box

        yield MappedShape(f"drawing {number}", graphic_box(drawing))
    for at, shape in enumerate(drawing.shapes, 1):
        yield MappedShape(f"drawing {number} shape {at}", shape.box, shape.body)


def _picture_shapes(
    what: str, picture: "Picture", media: "Media", number: int
) -> Iterator[MappedShape]:
    # The name of the part begins with the digest of the bytes.
    digest = media.part_name.rpartition("/")[2][:8]
    texts = _alternative(picture, number)
    yield MappedShape(f"{what} {number}", picture.box, None, texts, digest)
    if caption := picture.caption:
        yield MappedShape(f"caption {number}", caption.box, caption.body)


def _alternative(graphic: "Picture | Table | Chart", number: int) -> tuple[CountedTexts, ...]:
    if not graphic.alt:
        return ()
    return ((f"alt {number}", (_line(graphic.alt, graphic.alt_span),)),)


def _line(words: str, span: Span | None) -> TextBody:
    return TextBody((Paragraph((Run(words),), span=span),))


def _chart_texts(chart: "Chart", number: int) -> Iterator[CountedTexts]:
    from deckgen.fit.charts.pie import counted_names

    is_counted = chart.plot and chart.plot.series_naming == "counted"
    names = counted_names(chart) if is_counted else chart.categories
    spans = chart.category_spans or (None,) * len(names)
    if names:
        bodies = [_line(name, span) for name, span in zip(names, spans, strict=True)]
        yield f"chart {number} category 1", bodies
    yield f"chart {number} kind", (_line(chart.kind, chart.kind_span),)
    for name, words in (("unit", chart.unit), ("source", chart.source)):
        if words:
            yield f"chart {number} {name}", (_line(words, None),)
    for at, series in enumerate(chart.series, 1):
        yield f"chart {number} series {at}", (_line(series.name, series.name_span),)
        values = _values(series.values, series.value_spans or (None,) * len(series.values))
        for point, bodies in values:
            yield f"chart {number} value {at} {point}", bodies


def _values(
    values: Sequence[float | None], spans: Sequence[Span | None]
) -> Iterator[tuple[int, list[TextBody]]]:
    """Yield stretches of values without gaps, each with the number of its first value, from 1."""
    from deckgen.ooxml.charts.workbook import value_text

    bodies: list[TextBody] = []
    for at, (value, span) in enumerate(zip((*values, None), (*spans, None), strict=True), 1):
        if value is not None:
            bodies.append(_line(value_text(value), span))
        elif bodies:
            yield at - len(bodies), bodies
            bodies = []


def shown_words(
    runs: Iterable[Inline],
) -> tuple[str, list[tuple[int, int]], list[tuple[int, int, "FormatMark"]]]:
    """Return the words of runs with their formulas and marks, as a `MappedParagraph` has them."""
    words, formulas, marks = "", list[tuple[int, int]](), list[tuple[int, int, "FormatMark"]]()
    for run in runs:
        start = len(words)
        if isinstance(run, Run):
            words += run.text
            marks += [(start, len(words), mark) for mark in _marks(run)]
        elif isinstance(run, LineBreak):
            words += "\v"
        else:
            from deckgen.deck.equation_text import formulas_as_text

            words += Paragraph(formulas_as_text((run,))).text
            formulas.append((start, len(words)))
    return words, formulas, _joined(marks)


def _marks(run: Run) -> Iterator["FormatMark"]:
    if run.bold:
        yield "bold"
    if run.italic:
        yield "italic"
    if run.strike:
        yield "strike"
    if run.baseline != "normal":
        yield run.baseline


def _joined(marks: list[tuple[int, int, "FormatMark"]]) -> list[tuple[int, int, "FormatMark"]]:
    """Return stretches by start; those of one format that touch are one."""
    joined: list[tuple[int, int, FormatMark]] = []
    ends: dict[tuple[int, FormatMark], int] = {}
    for start, end, mark in marks:
        at = ends.pop((start, mark), None)
        if at is None:
            at = len(joined)
            joined.append((start, end, mark))
        else:
            joined[at] = (joined[at][0], end, mark)
        ends[end, mark] = at
    return sorted(joined)
