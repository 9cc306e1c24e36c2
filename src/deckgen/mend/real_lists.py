"""Turns typed lists into real ones: the typed signs go, and PowerPoint draws them."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from deckgen.audit.accessibility.text import IN_PAIRS, typed_layout_findings
from deckgen.audit.slide_facts.audited_slide import AuditedParagraph, AuditedSlide, TextArea
from deckgen.language.descriptive_words import typed_mark, typed_number
from deckgen.mend.mend_values import DeckMend, MendPlan
from deckgen.ooxml_rules.child_order import insert_in_order, present_child
from deckgen.opc.xml_parser import Element, q

_HANGING = 1.25
"""The distance of lines from their mark, as a share of the size of the text."""
_LARGEST_HANGING = 571_500
"""EMU."""
_NUMBER_TYPES = {
    "1.": "arabicPeriod",
    "1)": "arabicParenR",
    "(1)": "arabicParenBoth",
    "a)": "alphaLcParenR",
    "A)": "alphaUcParenR",
}
"""ST_TextAutonumberScheme (20.1.10.61)."""


class _Typed(NamedTuple):
    """A paragraph that begins with a typed sign."""

    paragraph: AuditedParagraph
    mark: str
    """The sign; for numbers, its form: “1.”."""
    value: int
    """0 for a bullet."""


def mend_lists(slide: AuditedSlide, _: MendPlan) -> Iterator[DeckMend]:
    """Turn neighbours with typed signs into lists, and single lines with a sign such as •."""
    typed = {each.shape for each in typed_layout_findings(slide) if each.rule.code == "typed-list"}
    for shape in slide.shown:
        # PowerPoint writes the text of a SmartArt anew, from its data.
        if shape.place not in typed or shape.kind == "object":
            continue
        made = sum(_mend_area(area) for area in shape.texts)
        if made:
            lines = "1 line is" if made == 1 else f"{made} lines are"
            message = f"{lines} a real list now, in “{shape.place.name}”."
            yield DeckMend("typed-list", slide.number, message)


def _mend_area(area: TextArea) -> int:
    """Mend the lists of a text; return how many lines became part of one."""
    made = 0
    for items in _lists([_typed(paragraph) for paragraph in area.paragraphs]):
        for each in items:
            _set_mark(each, items[0].value)
        made += len(items)
    return made


def _typed(paragraph: AuditedParagraph) -> _Typed | None:
    """Return the typed sign of a paragraph, if it stands whole in the first run."""
    if paragraph.has_mark or "\n" in paragraph.text or not paragraph.runs:
        return None
    text = _first_text(paragraph.element)
    words = "" if text is None else text.text or ""
    if mark := typed_mark(words):
        return _Typed(paragraph, mark, 0)
    number = typed_number(words)
    sign = re.fullmatch(r"(\(?)(\d+|[a-zA-Z])([.)])", number)
    if sign is None:
        return None
    value = int(sign[2]) if sign[2].isdecimal() else ord(sign[2].lower()) - ord("a") + 1
    first = "1" if sign[2].isdecimal() else "a" if sign[2].islower() else "A"
    form = f"{sign[1]}{first}{sign[3]}"
    return _Typed(paragraph, form, value) if form in _NUMBER_TYPES and value else None


def _lists(typed: Sequence[_Typed | None]) -> Iterator[list[_Typed]]:
    """Yield the lists among neighbours: the same form, numbers one after the other.

    None is a paragraph without a typed sign.
    """
    items: list[_Typed] = []
    for each in (*typed, None):
        if each is not None and items and _follows(items[-1], each):
            items.append(each)
            continue
        if len(items) > 1 or (items and not items[0].value and items[0].mark not in IN_PAIRS):
            yield items
        items = [] if each is None else [each]


def _follows(before: _Typed, each: _Typed) -> bool:
    if not before.value or not each.value:
        return before.value == each.value
    return before.mark == each.mark and each.value == before.value + 1


def _set_mark(item: _Typed, start: int) -> None:
    """Take the sign out of a paragraph's text, and let PowerPoint draw it."""
    element = item.paragraph.element
    text = _first_text(element)
    if text is None:
        return
    words = (text.text or "").lstrip()
    sign = typed_mark(words) or typed_number(words)
    text.text = words[len(sign) :].lstrip(" \t\u00a0")
    properties = present_child(element, "a:pPr")
    for name in ("a:buNone", "a:buFont", "a:buFontTx"):
        for old in properties.findall(q(name)):
            properties.remove(old)
    insert_in_order(properties, properties.makeelement(q("a:buFontTx")))
    if item.value:
        number = properties.makeelement(q("a:buAutoNum"), {"type": _NUMBER_TYPES[item.mark]})
        if start != 1:
            number.set("startAt", str(start))
        insert_in_order(properties, number)
    else:
        insert_in_order(properties, properties.makeelement(q("a:buChar"), {"char": item.mark}))
    size = max(run.size for run in item.paragraph.runs)
    hanging = min(round(size * _HANGING * 12_700), _LARGEST_HANGING)
    style = item.paragraph.style
    if style.indent > -hanging // 2:
        properties.set("marL", str(max(style.margin + min(style.indent, 0), 0) + hanging))
        properties.set("indent", str(-hanging))


def _first_text(paragraph: Element) -> Element | None:
    run = paragraph.find(q("a:r"))
    return None if run is None else run.find(q("a:t"))
