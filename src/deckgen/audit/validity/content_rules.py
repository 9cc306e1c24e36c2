"""Rules for text, tables and charts, wherever they stand: on slides, notes, layouts and masters."""

import math
from collections.abc import Iterator

from deckgen.audit.validity.fault import (
    Fault,
    FaultRule,
    parts_with_root,
    slides_layouts_masters_notes,
)
from deckgen.ooxml_rules.attributes import (
    CONTROL_CHARACTER,
    HEX_COLOUR,
    LANGUAGE,
    SCHEME_COLOURS,
    parse_integer,
)
from deckgen.ooxml_rules.shape_queries import find_all
from deckgen.ooxml_rules.whole_numbers import faulty_numbers
from deckgen.opc.parsed_package import ParsedPackage, ParsedPart
from deckgen.opc.xml_parser import Element, local_name, q

TEXT_BODIES = ("p:txBody", "a:txBody", "c:rich", "c:txPr")
AXES = ("c:catAx", "c:valAx", "c:dateAx", "c:serAx")


def _elements(package: ParsedPackage, *tags: str) -> Iterator[tuple[ParsedPart, Element]]:
    """Yield the elements of some names in all parts, each with its part."""
    for part in package.parts.values():
        if part.root is not None:
            for element in part.root.iter(*(q(tag) for tag in tags)):
                yield part, element


def text_body_without_paragraph(package: ParsedPackage) -> Iterator[Fault]:
    """Every text body has a paragraph, in an empty table cell too (FACTS)."""
    for part, body in _elements(package, *TEXT_BODIES):
        if not find_all(body, "a:p"):
            yield Fault(part.name, "a text body has no a:p")


def text_body_without_properties(package: ParsedPackage) -> Iterator[Fault]:
    """Every text body begins with a:bodyPr (ECMA-376 part 1, CT_TextBody)."""
    for part, body in _elements(package, *TEXT_BODIES):
        if not find_all(body, "a:bodyPr"):
            yield Fault(part.name, "a text body has no a:bodyPr")


def control_character(package: ParsedPackage) -> Iterator[Fault]:
    """Text holds no control characters, plain or escaped as `_x000B_` (FACTS).

    U+0000 to U+001F are not even XML; such a part is reported as not well-formed.
    """
    for part, text in _elements(package, "a:t"):
        words = text.text or ""
        if CONTROL_CHARACTER.search(words):
            yield Fault(part.name, f"a control character stands in {words[:40]!r}")


def colour_not_hex(package: ParsedPackage) -> Iterator[Fault]:
    """Every RGB colour is six hex digits, without # (FACTS); every other is named by the theme."""
    for part, colour in _elements(package, "a:srgbClr"):
        if not HEX_COLOUR.fullmatch(colour.get("val", "")):
            yield Fault(part.name, f"a colour is {colour.get('val')!r}")
    for part, colour in _elements(package, "a:schemeClr"):
        if colour.get("val") not in SCHEME_COLOURS:
            yield Fault(part.name, f"a colour of the theme is {colour.get('val')!r}")
    for part, colour in _elements(package, "a:sysClr"):
        if not HEX_COLOUR.fullmatch(colour.get("lastClr", "000000")):
            yield Fault(part.name, f"a colour is {colour.get('lastClr')!r}")


def invalid_lang(package: ParsedPackage) -> Iterator[Fault]:
    """`lang` is a language tag: de-DE, or Office's own es-ES_tradnl.

    Microsoft's validator does not see a wrong one (FACTS).
    """
    for part, properties in _elements(package, "a:rPr", "a:endParaRPr", "a:defRPr"):
        for key in ("lang", "altLang"):
            tag = properties.get(key)
            if tag is not None and not LANGUAGE.fullmatch(tag):
                yield Fault(part.name, f"{key} is {tag!r}")


def number_not_whole(package: ParsedPackage) -> Iterator[Fault]:
    """Every place, size and indent is a whole number within its range: never 457200.0 (FACTS)."""
    for part in package.parts.values():
        for element, name, _ in () if part.root is None else faulty_numbers(part.root):
            yield Fault(part.name, f"{local_name(element)}@{name} is {element.get(name)!r}")


def table_cell_count(package: ParsedPackage) -> Iterator[Fault]:
    """Every row has a cell for each column. Microsoft's validator does not see it (FACTS)."""
    for part, root in slides_layouts_masters_notes(package):
        for table in root.iter(q("a:tbl")):
            columns = len(find_all(table, "a:tblGrid/a:gridCol"))
            for number, row in enumerate(find_all(table, "a:tr"), start=1):
                cells = len(find_all(row, "a:tc"))
                if cells != columns:
                    message = f"row {number} of a table has {cells} cells for {columns} columns"
                    yield Fault(part.name, message)


def negative_axis_id(package: ParsedPackage) -> Iterator[Fault]:
    """Axis ids are whole numbers from 0; python-pptx writes negative ones (FACTS)."""
    for part, root in parts_with_root(package, "c:chartSpace"):
        for axis in root.iter(q("c:axId"), q("c:crossAx")):
            if (parse_integer(axis.get("val")) or 0) < 0:
                yield Fault(part.name, f"an axis has the id {axis.get('val')}")


def chart_axis_undefined(package: ParsedPackage) -> Iterator[Fault]:
    """Every plot's axes exist in the chart. PowerPoint cannot open the chart otherwise."""
    for part, root in parts_with_root(package, "c:chartSpace"):
        axes = {
            entry.get("val")
            for axis in AXES
            for entry in root.findall(f".//{q(axis)}/{q('c:axId')}")
        }
        used = {entry.get("val") for entry in root.iter(q("c:axId"))}
        for id_ in sorted(str(id_) for id_ in used - axes):
            yield Fault(part.name, f"a plot uses the axis {id_}, which is not defined")


def chart_value_not_a_number(package: ParsedPackage) -> Iterator[Fault]:
    """Every chart's values are numbers: never None or nan. PowerPoint repairs the file (FACTS)."""
    for part, root in parts_with_root(package, "c:chartSpace"):
        for cache in root.iter(q("c:numCache"), q("c:numLit")):
            for value in cache.iter(q("c:v")):
                if not _is_number(value.text or ""):
                    yield Fault(part.name, f"a value of a chart is {value.text!r}")


def _is_number(text: str) -> bool:
    try:
        return math.isfinite(float(text))
    except ValueError:
        return False


RULES: tuple[FaultRule, ...] = (
    text_body_without_paragraph,
    text_body_without_properties,
    control_character,
    colour_not_hex,
    invalid_lang,
    number_not_whole,
    table_cell_count,
    negative_axis_id,
    chart_axis_undefined,
    chart_value_not_a_number,
)
