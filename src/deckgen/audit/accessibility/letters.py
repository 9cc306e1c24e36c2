"""How letters are set: walls of capitals, justified lines."""

from collections.abc import Iterator
from functools import partial

from deckgen.audit.finding import Finding, Rule, at_shape
from deckgen.audit.slide_facts.audited_slide import AuditedParagraph, AuditedSlide
from deckgen.support.diagnostics import Severity

_CAPITALS, _JUSTIFIED = 40, 60
"""Letters of a paragraph from which capitals are a wall, and from which it has several lines."""
_on_letters = partial(Rule, group="accessibility", severity=Severity.WARNING, subject="text")
CAPITALS = _on_letters(
    "all-capitals",
    "No long text is set in capitals",
    "A long text stands in capitals: “{words}”.",
    "Capitals have no shapes of words; some screen readers spell them letter by letter.",
    "Select it, Home > Change Case > Sentence case; or Home > Font > Effects: untick All Caps.",
    clauses=("WCAG 1.4.8",),
)
JUSTIFIED = _on_letters(
    "justified",
    "No text is justified",
    "The text of “{shape}” is justified.",
    "Uneven gaps between words make lines hard to follow, above all for people with dyslexia.",
    "Select it, Home > Align Left.",
    clauses=("WCAG 1.4.8",),
)
RULES = (CAPITALS, JUSTIFIED)


def letter_findings(slide: AuditedSlide) -> Iterator[Finding]:
    """Yield shapes with long text in capitals, and with justified lines."""
    for shape in slide.shown:
        paragraphs = [each for area in shape.texts for each in area.paragraphs]
        words = next((each.words for each in paragraphs if _is_wall(each)), None)
        if words is not None:
            yield at_shape(CAPITALS, slide, shape.place, words=words[:40])
        if any(each.justified and len(each.words) > _JUSTIFIED for each in paragraphs):
            yield at_shape(JUSTIFIED, slide, shape.place)


def _is_wall(paragraph: AuditedParagraph) -> bool:
    capitals = sum(
        len(run.text) if run.capitals else sum(letter.isupper() for letter in run.text)
        for run in paragraph.runs
    )
    letters = sum(map(str.isalpha, paragraph.text))
    return letters >= _CAPITALS and capitals >= letters * 0.9
