"""Structure: titles, sections, the outline view, tables, layouts, and locks of the file."""

import re
from collections.abc import Iterator

from deckgen.audit.finding import Finding
from deckgen.audit.rules import at_shape, in_deck
from deckgen.audit.slide_facts.audited_deck import AuditedDeck
from deckgen.audit.slide_facts.audited_slide import AuditedShape, AuditedSlide
from deckgen.ooxml_rules.attributes import parse_flag, parse_integer
from deckgen.ooxml_rules.shape_queries import FOOT_TYPES, attribute, text_of
from deckgen.opc.xml_parser import Element, q
from deckgen.template.resolve.read_shapes import read_shapes

_DEFAULT_SECTION = re.compile(
    r"(default|untitled|unnamed) section|standardabschnitt|abschnitt ohne titel|"
    r"section (par défaut|sans titre)|sección (predeterminada|sin título)|"
    r"sezione (predefinita|senza titolo)|standaardsectie|naamloze sectie|"
    r"(section|abschnitt|sección|sezione|sectie) ?\d*",
    re.IGNORECASE,
)
_DEFAULT_TITLE = re.compile(
    r"powerpoint[- ]?(presentation|präsentation)|présentation powerpoint|"
    r"presentación de powerpoint|presentazione standard di powerpoint|"
    r"(presentation|präsentation|présentation|folie|slide|untitled|unbenannt) ?\d*",
    re.IGNORECASE,
)
_WORDS = 3
"""Words from which text outside of placeholders is content."""


def placeholder_findings(slide: AuditedSlide) -> Iterator[Finding]:
    """Yield empty placeholders, and a slide whose text stands in text boxes alone."""
    shapes = [each for each in slide.shown if each.placeholder not in FOOT_TYPES]
    content = [each for each in shapes if each is not slide.title_shape]
    filled = [each for each in content if each.placeholder or each.kind != "text"]
    for shape in filled:
        is_drawn = shape.drawn is not None and shape.drawn.kind != "text"
        if shape.kind == "text" and not (shape.has_words or is_drawn or shape.description):
            yield at_shape("placeholder-empty", slide, shape.place)
    outside = (each for each in content if not each.groups and len(each.text.split()) >= _WORDS)
    if not filled and (first := next(outside, None)):
        yield at_shape("not-in-outline", slide, first.place)


def structure_findings(deck: AuditedDeck) -> Iterator[Finding]:
    """Yield what is wrong with the sections, the title and the locks of a file."""
    names: set[str] = set()
    for section in deck.root.iter(q("p14:section")):
        name = " ".join(section.get("name", "").split())
        if not name or _DEFAULT_SECTION.fullmatch(name):
            yield in_deck("section-unnamed", name=name)
        elif name.casefold() in names:
            yield in_deck("section-repeated", name=name)
        names.add(name.casefold())
    title = deck.properties.get("title", "")
    if not title or _DEFAULT_TITLE.fullmatch(title):
        yield in_deck("file-title-missing", title=title)
    if deck.root.find(q("p:modifyVerifier")) is not None:
        yield in_deck("locked")


def text_on_masters(deck: AuditedDeck) -> Iterator[Finding]:
    """Yield the layouts in use that show text themselves, or whose master does; each text once."""
    seen: set[str] = set()
    for name in dict.fromkeys(slide.layout_part for slide in deck.slides):
        layout = deck.package.parts.get(name)
        if layout is None or layout.root is None:
            continue
        label = attribute(layout.root, "p:cSld", "name")
        master = deck.package.related_part(layout, "slideMaster")
        for part in (layout, master):
            for shape in read_shapes(None if part is None else part.root):
                words = " ".join(text_of(shape.element).split())
                if shape.placeholder is None and any(map(str.isalpha, words)) and words not in seen:
                    seen.add(words)
                    owner = part.name if part else ""
                    yield in_deck("text-on-master", owner, layout=label, words=words[:60])


def title_findings(slide: AuditedSlide) -> Iterator[Finding]:
    """Yield a title that is missing, empty or hidden."""
    if not slide.title_text:
        yield at_shape("title-missing", slide, slide.title_shape and slide.title_shape.place)
    elif slide.title_shape is not None and slide.title_shape.hidden:
        yield at_shape("title-hidden", slide, slide.title_shape.place, title=slide.title_text)


def repeated_titles(deck: AuditedDeck) -> Iterator[Finding]:
    """Yield the slides whose title an earlier slide has."""
    first: dict[str, int] = {}
    for slide in deck.slides:
        key = slide.title.casefold()
        if key in first:
            yield at_shape("title-repeated", slide, None, title=slide.title, first=first[key])
        elif key:
            first[key] = slide.number


def table_findings(slide: AuditedSlide) -> Iterator[Finding]:
    """Yield tables without a header row, with merged and with empty cells."""
    for shape in slide.shown:
        if shape.kind == "table":
            yield from _of_table(slide, shape, next(shape.element.iter(q("a:tbl"))))


def _of_table(slide: AuditedSlide, shape: AuditedShape, table: Element) -> Iterator[Finding]:
    properties = table.find(q("a:tblPr"))
    has_header = properties is not None and bool(parse_flag(properties.get("firstRow")))
    rows = table.findall(q("a:tr"))
    # A frame of one column, such as around code, has no columns to name.
    is_grid = len(rows) > 1 and len(table.findall(f"{q('a:tblGrid')}/{q('a:gridCol')}")) > 1
    if is_grid and not has_header:
        yield at_shape("table-header-missing", slide, shape.place)
    merged = (
        {"row": row_number, "column": column}
        for row_number, row in enumerate(rows, 1)
        for column, cell in enumerate(row.iterchildren(q("a:tc")), 1)
        if any((parse_integer(cell.get(name)) or 1) > 1 for name in ("gridSpan", "rowSpan"))
    )
    if place := next(merged, None):
        yield at_shape("table-cells-merged", slide, shape.place, **place)
    # The corner above the names of the rows may be empty: nobody needs a word for it.
    empty = [area.cell for area in shape.texts if not area.text.strip() and area.cell != (1, 1)]
    if is_grid and empty and empty[0] is not None:
        row, column = empty[0]
        values = {"cells": len(empty), "row": row, "column": column}
        yield at_shape("table-cell-empty", slide, shape.place, **values)
