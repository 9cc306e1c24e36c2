"""Text that states no language gets that of the deck."""

from collections.abc import Iterator

from deckgen.audit.slide_facts.audited_slide import AuditedSlide
from deckgen.mend.mend_values import DeckMend, MendPlan
from deckgen.ooxml_rules.child_order import present_child
from deckgen.opc.xml_parser import q

_RUNS = ("a:r", "a:fld", "a:br")


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
