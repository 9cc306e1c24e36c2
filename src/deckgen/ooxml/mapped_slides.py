"""The map of a deck's slides: their texts and boxes, with the shape ids that `slide` gives them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from deckgen.brand.brand import Brand
from deckgen.deck.box import Box
from deckgen.deck.deck_map import MappedBox, MappedParagraph, MappedSlide, MappedText, Mark
from deckgen.deck.layout import AnyRole, FooterRole, Layout, Placeholder
from deckgen.deck.slide import LayoutKey, Slide
from deckgen.deck.text_body import UNMARKED, LineBreak, Paragraph, Run, TextBody
from deckgen.support.diagnostics import Span

if TYPE_CHECKING:
    from deckgen.deck.graphics.chart import Chart
    from deckgen.deck.graphics.drawing import Drawing
    from deckgen.deck.graphics.graphic import Graphic
    from deckgen.deck.graphics.picture import Media, Picture
    from deckgen.deck.graphics.table import Table

_Texts: TypeAlias = tuple[tuple[str, tuple[MappedParagraph, ...]], ...]
"""Places and what stands there."""


class _Shape(NamedTuple):
    """A shape that takes one shape id."""

    place: str
    box: Box | None
    texts: _Texts = ()
    media: str = ""
    """The name of the part that it shows; the name begins with the digest of the bytes."""


class _Layout(NamedTuple):
    name: str
    placeholders: Mapping[AnyRole, Placeholder]


def map_slides(
    slides: Iterable[Slide], numbers: Iterable[int], brand: Brand
) -> Iterator[MappedSlide]:
    """Yield the map of slides that are ready to be written, with the spans of their paragraphs.

    `numbers` are those of `p:sldId@id`.
    """
    layouts: dict[tuple[LayoutKey, bool], _Layout] = {}
    for slide, number in zip(slides, numbers, strict=True):
        texts, boxes, name, words = list[MappedText](), list[MappedBox](), "", ""
        if slide.included:
            from deckgen.ooxml_rules.slide_words import words_digest

            name, parts = slide.included.layout, slide.included.parts
            words = words_digest(parts.data if parts else b"")
        else:
            key = slide.layout_key, slide.has("kicker")
            layout = layouts.get(key)
            if layout is None:
                layout = layouts[key] = _layout(brand.layout(*key[0]), has_kicker=key[1])
            name = layout.name
            for shape_id, (place, box, own, media) in enumerate(
                _shapes(slide, layout.placeholders), 2
            ):
                for there, paragraphs in own:
                    texts.append(MappedText(there, shape_id, paragraphs))
                if box:
                    digest = media and media.rpartition("/")[2][:8]
                    boxes.append(MappedBox(shape_id, place, box, digest))
        if slide.notes:
            texts.append(MappedText("notes", 0, _paragraphs(slide.notes)))
        yield MappedSlide(
            slide.id,
            number,
            name,
            tuple(texts),
            tuple(boxes),
            is_hidden=slide.hidden,
            included=words,
            span=slide.span,
        )


def _layout(layout: Layout, *, has_kicker: bool) -> _Layout:
    if has_kicker and layout.below_kicker:
        layout = layout.with_kicker()
    placeholders = {each.role: each for each in reversed(layout.placeholders) if each.role}
    return _Layout(layout.name, placeholders)


def _shapes(slide: Slide, placeholders: Mapping[AnyRole, Placeholder]) -> Iterator[_Shape]:
    """Yield a shape for each shape id from 2 on, as `slide_parts` gives them."""
    for role, content in slide.placeholders:
        placeholder = placeholders.get(role)
        box = content.box or (placeholder and placeholder.box)
        yield _Shape(role, box, ((role, _paragraphs(content)),))
    for number, (_, graphic) in enumerate(slide.graphics, 1):
        yield from _graphic_shapes(graphic, number)
    for number, line in enumerate(slide.line_links, 1):
        yield _Shape(f"link {number}", line.box)
    foot: tuple[tuple[FooterRole, TextBody | None], ...]
    foot = (("day", slide.day), ("footer", slide.footer))
    for name, text in foot:
        if text and (placeholder := placeholders.get(name)):
            yield _Shape(name, text.box or placeholder.box, ((name, _paragraphs(text)),))
    if slide.numbered and (placeholder := placeholders.get("number")):
        yield _Shape("number", placeholder.box)


def _graphic_shapes(graphic: "Graphic", number: int) -> Iterator[_Shape]:
    """Yield the shapes of the graphic with a number on its slide, from 1."""
    from deckgen.deck.graphics.chart import Chart
    from deckgen.deck.graphics.clip import Clip
    from deckgen.deck.graphics.drawing import Drawing
    from deckgen.deck.graphics.picture import Picture
    from deckgen.deck.graphics.table import Table

    match graphic:
        case Picture():
            yield from _picture_shapes("picture", graphic, graphic.media, number)
        case Clip():
            media = graphic.recording.media
            yield from _picture_shapes("clip", graphic.picture, media, number)
        case Drawing():
            yield from _drawing_shapes(graphic, number)
        case Table():
            texts = _alternative(graphic, number) + _cells(graphic, number)
            yield _Shape(f"table {number}", graphic.box, texts)
        case Chart():
            texts = _alternative(graphic, number) + tuple(_chart_words(graphic, number))
            yield _Shape(f"chart {number}", graphic.box, texts)


def _drawing_shapes(drawing: "Drawing", number: int) -> Iterator[_Shape]:
    if len(drawing.shapes) > 1:
        from deckgen.ooxml.graphics.shape import graphic_box

        yield _Shape(f"drawing {number}", graphic_box(drawing))
    for at, shape in enumerate(drawing.shapes, 1):
        place = f"drawing {number} shape {at}"
        texts: _Texts = ((place, _paragraphs(shape.body)),) if shape.body else ()
        yield _Shape(place, shape.box, texts)


def _picture_shapes(what: str, picture: "Picture", media: "Media", number: int) -> Iterator[_Shape]:
    alternative = _alternative(picture, number)
    yield _Shape(f"{what} {number}", picture.box, alternative, media.part_name)
    if caption := picture.caption:
        place = f"caption {number}"
        yield _Shape(place, caption.box, ((place, _paragraphs(caption.body)),))


def _alternative(graphic: "Picture | Table | Chart", number: int) -> _Texts:
    if not graphic.alt:
        return ()
    return ((f"alt {number}", (_words(graphic.alt, graphic.alt_span),)),)


def _words(words: str, span: Span | None) -> MappedParagraph:
    return MappedParagraph(words, is_generated=span is None, span=span)


def _cells(table: "Table", number: int) -> _Texts:
    rows = (table.header, *table.rows) if table.header else table.rows
    return tuple(
        [
            (f"table {number} cell {at} {column}", _paragraphs(body))
            for at, row in enumerate(rows, 1)
            for column, body in enumerate(row, 1)
        ]
    )


def _chart_words(chart: "Chart", number: int) -> Iterator[tuple[str, tuple[MappedParagraph, ...]]]:
    from deckgen.fit.charts.pie import counted_names
    from deckgen.ooxml.charts.workbook import value_text

    is_counted = chart.plot and chart.plot.series_naming == "counted"
    names = counted_names(chart) if is_counted else chart.categories
    places = chart.category_spans or (None,) * len(names)
    for at, (name, span) in enumerate(zip(names, places, strict=True), 1):
        yield f"chart {number} category {at}", (_words(name, span),)
    for name, words in (("unit", chart.unit), ("source", chart.source)):
        if words:
            yield f"chart {number} {name}", (_words(words, None),)
    for place, series in enumerate(chart.series, 1):
        yield f"chart {number} series {place}", (_words(series.name, series.name_span),)
        places = series.value_spans or (None,) * len(series.values)
        for at, (value, span) in enumerate(zip(series.values, places, strict=True), 1):
            if value is not None:
                words = value_text(value)
                yield f"chart {number} value {place} {at}", (_words(words, span),)


def _paragraphs(body: TextBody) -> tuple[MappedParagraph, ...]:
    return tuple([_paragraph(paragraph) for paragraph in body.paragraphs])


def _paragraph(paragraph: Paragraph) -> MappedParagraph:
    runs, level, _, span, _, _, _, _ = paragraph
    if len(runs) == 1 and type(run := runs[0]) is Run and run[1:] == UNMARKED:
        return MappedParagraph(run.text, level, (), (), span is None, span)
    words, formulas, marks = "", list[tuple[int, int]](), list[tuple[int, int, Mark]]()
    for run in runs:
        start = len(words)
        if isinstance(run, Run):
            words += run.text
            marks += [(start, len(words), mark) for mark in _marks(run)]
        elif isinstance(run, LineBreak):
            words += "\v"
        else:
            from deckgen.deck.equation_fallback import formulas_as_text

            words += Paragraph(formulas_as_text((run,))).text
            formulas.append((start, len(words)))
    return MappedParagraph(words, level, tuple(formulas), _joined(marks), span is None, span)


def _marks(run: Run) -> Iterator[Mark]:
    if run.bold:
        yield "bold"
    if run.italic:
        yield "italic"
    if run.strike:
        yield "strike"
    if run.baseline != "normal":
        yield run.baseline


def _joined(marks: list[tuple[int, int, Mark]]) -> tuple[tuple[int, int, Mark], ...]:
    """Return stretches by start; those of one format that touch are one."""
    joined: list[tuple[int, int, Mark]] = []
    ends: dict[tuple[int, Mark], int] = {}
    for start, end, mark in marks:
        at = ends.pop((start, mark), None)
        if at is None:
            at = len(joined)
            joined.append((start, end, mark))
        else:
            joined[at] = (joined[at][0], end, mark)
        ends[end, mark] = at
    return tuple(sorted(joined))
