"""Header rows of tables whose first row is plainly one."""

from collections.abc import Iterator

from deckgen.audit.slide_facts.audited_slide import AuditedShape, AuditedSlide
from deckgen.mend.mend_values import DeckMend, MendPlan
from deckgen.ooxml_rules.attributes import parse_flag
from deckgen.ooxml_rules.child_order import present_child
from deckgen.opc.xml_parser import Element, q

_LONGEST = 40
"""Letters of the name of a column."""


def mend_tables(slide: AuditedSlide, _: MendPlan) -> Iterator[DeckMend]:
    """Switch the header row on where the first row names the columns.

    It may look different then: the style of the table decides.
    """
    for shape in slide.shown:
        if shape.kind != "table":
            continue
        table = next(shape.element.iter(q("a:tbl")))
        properties = table.find(q("a:tblPr"))
        is_set = properties is not None and parse_flag(properties.get("firstRow"))
        if is_set or not _names_columns(shape, table):
            continue
        present_child(table, "a:tblPr").set("firstRow", "1")
        message = f"The first row of the table “{shape.place.name}” is its header row."
        yield DeckMend("table-header-missing", slide.number, message)


def _names_columns(shape: AuditedShape, table: Element) -> bool:
    """Return whether a first row has words in each cell, and numbers stand below, or it is bold."""
    cells = {area.cell: area for area in shape.texts if area.cell is not None}
    first = [area for (row, _), area in cells.items() if row == 1]
    rows = len(table.findall(q("a:tr")))
    names = [area.text.strip() for area in first]
    # The corner above the names of the rows may be empty.
    if rows < 2 or len(first) < 2 or not all(names[1:]) or any(len(n) > _LONGEST for n in names):
        return False
    if len({*filter(None, names)}) < len([*filter(None, names)]):
        return False
    below = [area.text.strip() for (row, _), area in cells.items() if row > 1]
    is_bold = all(run.bold for area in first for run in area.runs)
    others_bold = all(run.bold for (row, _), area in cells.items() if row > 1 for run in area.runs)
    has_numbers = any(_is_number(words) for words in below)
    has_words = not names[0] or any(any(map(str.isalpha, name)) for name in names)
    return has_words and ((is_bold and not others_bold) or (has_numbers and not _measures(names)))


def _is_number(words: str) -> bool:
    return any(map(str.isdecimal, words)) and not any(map(str.isalpha, words))


def _measures(names: list[str]) -> bool:
    """Return whether cells of a first row are values, not names; years are names."""
    return any(
        _is_number(name) and not (name.isdecimal() and name[:2] in {"19", "20"} and len(name) == 4)
        for name in names
    )
