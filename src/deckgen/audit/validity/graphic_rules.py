"""Rules for tables and charts."""

import math
from collections.abc import Iterator

from deckgen.audit.validity.fault import (
    Fault,
    FaultRule,
    parts_with_root,
    slides_layouts_masters_notes,
    whole_number,
)
from deckgen.ooxml_rules.shape_queries import find_all
from deckgen.opc.parsed_package import ParsedPackage
from deckgen.opc.xml_parser import q

AXES = ("c:catAx", "c:valAx", "c:dateAx", "c:serAx")


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
            if (whole_number(axis.get("val")) or 0) < 0:
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
    table_cell_count,
    negative_axis_id,
    chart_axis_undefined,
    chart_value_not_a_number,
)
