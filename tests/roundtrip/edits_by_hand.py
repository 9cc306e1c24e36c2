"""What people do to paragraphs and tables in PowerPoint, in the XML that it leaves."""

import copy
from collections.abc import Mapping, Sequence
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.oxml import parse_xml

from deckgen.opc.xml_parser import q
from tests.roundtrip.pulling import Edit, paragraphs, words_of

_ChartData: Any = CategoryChartData
_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


def found(presentation: Any, text: str) -> Any:
    """Return the first paragraph with a text."""
    return next(each for each in paragraphs(presentation) if words_of(each) == text)


def _retyped(paragraph: Any, pieces: Sequence[str]) -> None:
    """Give a paragraph other runs: a blank piece is a line break."""
    first, *others = paragraph.runs
    element = paragraph._p
    for run in others:
        element.remove(run._r)
    for number, piece in enumerate(pieces):
        if not piece:
            first._r.addprevious(parse_xml(f"<a:br {_A}/>"))
            continue
        run = copy.deepcopy(first._r)
        run.text = piece
        # Each stretch that was typed or checked for itself becomes a run.
        run.get_or_add_rPr().attrib.update({"lang": ("en-GB", "de-DE")[number % 2], "dirty": "0"})
        first._r.addprevious(run)
    element.remove(first._r)


def retyped(text: str, *pieces: str) -> Edit:
    """Return what gives a paragraph other words, in runs as PowerPoint splits them."""
    return lambda presentation: _retyped(found(presentation, text), pieces)


def marked(text: str, words: str, **attributes: str) -> Edit:
    """Return what gives words of a paragraph attributes of `a:rPr`, in a run of their own."""

    def edit(presentation: Any) -> None:
        paragraph = found(presentation, text)
        before, behind = text.split(words)
        _retyped(paragraph, [each for each in (before, words, behind) if each])
        run = next(each for each in paragraph.runs if each.text == words)
        run._r.get_or_add_rPr().attrib.update(attributes)

    return edit


def added(text: str, *pieces: str, before: bool = False) -> Edit:
    """Return what adds a paragraph behind or before another one, like it."""

    def edit(presentation: Any) -> None:
        there = found(presentation, text)
        element = copy.deepcopy(there._p)
        (there._p.addprevious if before else there._p.addnext)(element)
        new = type(there)(element, there._parent)
        _retyped(new, pieces)

    return edit


def removed(text: str) -> Edit:
    """Return what takes a paragraph away."""

    def edit(presentation: Any) -> None:
        element = found(presentation, text)._p
        element.getparent().remove(element)

    return edit


def on_level(text: str, level: int) -> Edit:
    """Return what puts a paragraph on a level, from 0."""
    return lambda presentation: setattr(found(presentation, text), "level", level)


def emptied(text: str) -> Edit:
    """Return what deletes all words of the shape or cell with a paragraph."""

    def edit(presentation: Any) -> None:
        paragraph = found(presentation, text)
        for other in paragraph._p.itersiblings(paragraph._p.tag):
            other.getparent().remove(other)
        for run in paragraph.runs:
            paragraph._p.remove(run._r)

    return edit


def notes_typed(*lines: str) -> Edit:
    """Return what types the first notes anew."""

    def edit(presentation: Any) -> None:
        slide = next(each for each in presentation.slides if each.has_notes_slide)
        slide.notes_slide.notes_text_frame.text = "\n".join(lines)

    return edit


def first_table(presentation: Any) -> Any:
    """Return the first table of a deck."""
    shapes = (shape for slide in presentation.slides for shape in slide.shapes)
    return next(shape.table for shape in shapes if shape.has_table)


def columns_swapped(one: int, other: int) -> Edit:
    """Return what moves the cells of a column behind another one; columns count from 0."""

    def edit(presentation: Any) -> None:
        for row in first_table(presentation)._tbl.tr_lst:
            row.tc_lst[other].addnext(row.tc_lst[one])

    return edit


def row_added(behind: int, *cells: str) -> Edit:
    """Return what adds a row behind another one, from 0, and makes the table as much higher."""

    def edit(presentation: Any) -> None:
        table = first_table(presentation)
        there = table._tbl.tr_lst[behind]
        table._graphic_frame.height += there.h
        new = copy.deepcopy(there)
        there.addnext(new)
        for cell, words in zip(new.tc_lst, cells, strict=True):
            cell.txBody.p_lst[0].r_lst[0].text = words

    return edit


def row_removed(row: int) -> Edit:
    """Return what takes a row away, from 0."""

    def edit(presentation: Any) -> None:
        element = first_table(presentation)._tbl.tr_lst[row]
        element.getparent().remove(element)

    return edit


def cells_merged(row: int, first: int, last: int) -> Edit:
    """Return what merges cells of a row, from 0."""

    def edit(presentation: Any) -> None:
        table = first_table(presentation)
        table.cell(row, first).merge(table.cell(row, last))

    return edit


def column_added(behind: int, *cells: str) -> Edit:
    """Return what adds a column behind another one, from 0, and makes the table as much wider."""

    def edit(presentation: Any) -> None:
        frame = next(each for each in presentation.slides[0].shapes if each.has_table)
        table = frame.table._tbl
        columns = table.tblGrid.gridCol_lst
        columns[behind].addnext(copy.deepcopy(columns[behind]))
        frame.width += columns[behind].w
        for row, words in zip(table.tr_lst, cells, strict=True):
            new = copy.deepcopy(row.tc_lst[behind])
            row.tc_lst[behind].addnext(new)
            new.txBody.p_lst[0].r_lst[0].text = words

    return edit


def column_removed(column: int) -> Edit:
    """Return what takes a column away, from 0."""

    def edit(presentation: Any) -> None:
        table = first_table(presentation)._tbl
        for each in (table.tblGrid.gridCol_lst, *(row.tc_lst for row in table.tr_lst)):
            each[column].getparent().remove(each[column])

    return edit


def chart_points(values: Mapping[str, str]) -> Edit:
    """Return what gives points of the first chart other values; no value takes them away."""

    def edit(presentation: Any) -> None:
        shapes = (shape for slide in presentation.slides for shape in slide.shapes)
        chart = next(each for each in shapes if each.has_chart).chart
        for point in [*chart._chartSpace.iter(q("c:pt"))]:
            (value,) = point
            if value.text in values:
                value.text = values[value.text]
                if not value.text:
                    point.getparent().remove(point)

    return edit


def chart_replaced(categories: Sequence[str], *series: tuple[str, tuple[float, ...]]) -> Edit:
    """Return what gives the chart of the first slide other categories and series."""

    def edit(presentation: Any) -> None:
        data: Any = _ChartData()
        data.categories = categories
        for name, values in series:
            data.add_series(name, values)
        shapes = presentation.slides[0].shapes
        next(each for each in shapes if each.has_chart).chart.replace_data(data)

    return edit
