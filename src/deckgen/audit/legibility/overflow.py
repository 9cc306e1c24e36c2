"""Text that does not fit: more lines than its box holds, words wider than a line, off the slide."""

from collections.abc import Iterator

from deckgen.audit.finding import Finding, at_shape
from deckgen.audit.rule_texts import WORDED_RULES
from deckgen.audit.slide_facts.audited_slide import AuditedShape, AuditedSlide, TextArea
from deckgen.deck.box import Box
from deckgen.fonts.builtin_metrics import is_known
from deckgen.opc.xml_parser import q
from deckgen.template.resolve.placeholders import FRAME

_LINE = 1.2
_SURE, _GUESSED = 0.5, 2.5
"""Text overflows by so many lines beyond its box: in a font of known widths; in any other."""
_WIDER, _MUCH_WIDER = 1.03, 1.3
"""A word is too wide at so many times the width of its line: likewise."""
_CUT = 0.05
"""The share of a shape beyond the edge of the slide from which it is cut off."""

OVERFLOW = WORDED_RULES["text-overflow"]
WORD = WORDED_RULES["word-broken"]
OFF_SLIDE = WORDED_RULES["cut-off"]


def overflow_findings(slide: AuditedSlide) -> Iterator[Finding]:
    """Yield text that is higher than its box or wider than its lines, and what is cut off."""
    page = Box(0, 0, slide.width, slide.height)
    for shape in slide.shown:
        if not slide.shows(shape.place.box):
            continue
        for area in shape.texts:
            yield from _of_text(slide, shape, area)
        box = shape.place.box
        # Of a SmartArt it is unknown where within its box the words stand.
        has_words = shape.has_words and shape.placeholder not in FRAME and shape.kind != "object"
        if box is not None and has_words and box.cx and box.cy:
            outside = 1 - (shape.seen_box or box).share_on(page)
            if _CUT < outside < 1 - _CUT:
                yield at_shape(OFF_SLIDE, slide, shape.place)


def _of_text(slide: AuditedSlide, shape: AuditedShape, area: TextArea) -> Iterator[Finding]:
    extent = area.extent
    if extent is None or shape.placeholder in FRAME:
        return
    known = all(is_known(run.font) for run in area.runs if run.text.strip())
    size = max(paragraph.style.size for paragraph in area.paragraphs if paragraph.words)
    over = extent.height - extent.room
    grows = next(shape.element.iter(q("a:spAutoFit")), None) is not None
    if not grows and over > (_SURE if known else _GUESSED) * _LINE * size:
        yield at_shape(OVERFLOW, slide, shape.place, over=round(over))
    elif extent.widest > extent.line_width * (_WIDER if known else _MUCH_WIDER):
        yield at_shape(WORD, slide, shape.place)
