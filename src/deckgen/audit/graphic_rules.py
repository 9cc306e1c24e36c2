"""Rules for tables and charts."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from deckgen.audit.finding import Finding, list_entries, rooted, slide_like, whole_number
from deckgen.opc.parsed_package import q

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.audit.finding import Rule
    from deckgen.opc.parsed_package import PackageParts

AXES = ("c:catAx", "c:valAx", "c:dateAx", "c:serAx")


def table_cell_count(package: PackageParts) -> Iterator[Finding]:
    """Every row has a cell for each column. Microsoft's validator does not see it (FACTS)."""
    for part, root in slide_like(package):
        for table in root.iter(q("a:tbl")):
            columns = len(list_entries(table, "a:tblGrid/a:gridCol"))
            for number, row in enumerate(list_entries(table, "a:tr"), start=1):
                cells = len(list_entries(row, "a:tc"))
                if cells != columns:
                    message = f"row {number} of a table has {cells} cells for {columns} columns"
                    yield Finding(part.name, message)


def negative_axis_id(package: PackageParts) -> Iterator[Finding]:
    """Axis ids are whole numbers from 0; python-pptx writes negative ones (FACTS)."""
    for part, root in rooted(package, "c:chartSpace"):
        for axis in root.iter(q("c:axId"), q("c:crossAx")):
            if (whole_number(axis.get("val")) or 0) < 0:
                yield Finding(part.name, f"an axis has the id {axis.get('val')}")


def chart_axis_undefined(package: PackageParts) -> Iterator[Finding]:
    """Every plot's axes exist in the chart. PowerPoint cannot open the chart otherwise."""
    for part, root in rooted(package, "c:chartSpace"):
        axes = {
            entry.get("val")
            for axis in AXES
            for entry in root.findall(f".//{q(axis)}/{q('c:axId')}")
        }
        used = {entry.get("val") for entry in root.iter(q("c:axId"))}
        for id_ in sorted(str(id_) for id_ in used - axes):
            yield Finding(part.name, f"a plot uses the axis {id_}, which is not defined")


def chart_value_not_a_number(package: PackageParts) -> Iterator[Finding]:
    """Every chart's values are numbers: never None or nan. PowerPoint repairs the file (FACTS)."""
    for part, root in rooted(package, "c:chartSpace"):
        for cache in root.iter(q("c:numCache"), q("c:numLit")):
            for value in cache.iter(q("c:v")):
                if not _is_number(value.text or ""):
                    yield Finding(part.name, f"a value of a chart is {value.text!r}")


def _is_number(text: str) -> bool:
    """Whether a text is a finite number."""
    try:
        return math.isfinite(float(text))
    except ValueError:
        return False


RULES: tuple[Rule, ...] = (
    table_cell_count,
    negative_axis_id,
    chart_axis_undefined,
    chart_value_not_a_number,
)
