"""Marks for what is plain to see: shapes that decorate, header rows, the language of text."""

from collections.abc import Iterator

from deckgen.audit.accessibility.alternative_texts import alternative_text_findings
from deckgen.audit.slide_facts.audited_slide import AuditedShape, AuditedSlide
from deckgen.mend.mend_values import DeckMend, MendPlan
from deckgen.ooxml_rules.attributes import parse_flag
from deckgen.ooxml_rules.child_order import present_child
from deckgen.ooxml_rules.shape_queries import shape_properties
from deckgen.opc.xml_parser import Element, q
from deckgen.template.doctor.added_shapes import mark_as_decorative
from deckgen.template.resolve.drawn_shapes import covers

_THIN = 91_440
"""EMU: a tenth of an inch. What is thinner is a rule."""
_RUNS = ("a:r", "a:fld", "a:br")
_LONGEST = 40
"""Letters of the name of a column."""


def mend_decoration(slide: AuditedSlide, _: MendPlan) -> Iterator[DeckMend]:
    """Mark rules, bars from edge to edge, and panels behind text as decorative."""
    found = alternative_text_findings(slide)
    silent = {each.shape for each in found if each.rule.code == "drawing-alt-missing"}
    shown = list(slide.shown)
    for at, shape in enumerate(shown):
        named = shape_properties(shape.element)
        if shape.place not in silent or named is None or shape.groups or shape.is_link:
            continue
        what = _decorates(shape, shown[at + 1 :], slide)
        if what:
            mark_as_decorative(named)
            message = f"“{shape.place.name}”, {what}, is marked as decorative."
            yield DeckMend("drawing-alt-missing", slide.number, message)


def _decorates(shape: AuditedShape, above: list[AuditedShape], slide: AuditedSlide) -> str:
    """Return in which way a shape plainly decorates; empty if it may say something."""
    box = shape.place.box
    if box is None:
        return ""
    if min(box.cx, box.cy) <= _THIN:
        return "a rule"
    if _reaches(box.x, box.cx, slide.width) or _reaches(box.y, box.cy, slide.height):
        return "a bar from edge to edge"
    if any(each.has_words and each.place.box and covers(box, each.place.box) for each in above):
        return "a panel behind text"
    return ""


def _reaches(start: int, length: int, whole: int) -> bool:
    return start <= 0 and start + length >= whole


def mend_languages(slide: AuditedSlide, plan: MendPlan) -> Iterator[DeckMend]:
    """Mark runs that neither state nor inherit a language with that of the deck, if it is known."""
    marked = 0
    for shape in slide.shown if plan.language else ():
        if all(run.lang or not run.text.strip() for run in shape.runs):
            continue
        for run in shape.element.iter(*map(q, _RUNS)):
            properties = present_child(run, "a:rPr")
            if not properties.get("lang"):
                properties.set("lang", plan.language)
                marked += run.tag != q("a:br")
    if marked:
        texts = "1 text" if marked == 1 else f"{marked} texts"
        message = f"{texts} without a language marked as {plan.language}."
        yield DeckMend("language-missing", slide.number, message)


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
