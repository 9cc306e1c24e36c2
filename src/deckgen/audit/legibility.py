"""What can be read from the last row: sizes, the distance of lines, text that fits; and its fonts.

The Berlin standards and others ask for 18 points.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from deckgen.audit.finding import Finding, quoted_words
from deckgen.audit.rules import at_shape, in_deck
from deckgen.audit.slide_facts.audited_deck import AuditedDeck
from deckgen.audit.slide_facts.audited_slide import AuditedShape, AuditedSlide, TextArea
from deckgen.deck.box import Box
from deckgen.fonts.face import is_known
from deckgen.ooxml_rules.attributes import parse_integer
from deckgen.ooxml_rules.shape_queries import FOOT_TYPES
from deckgen.opc.xml_parser import q
from deckgen.template.inspect.template_fonts import FontSource, embedded_font_names, font_source

_READABLE, _TINY = 18, 12
"""Points: read from the last row; below, only by those who sit at the front."""
_SPACING, _LINES, _HEADLINE = 1.15, 3, 28
"""The distance of lines; how many of them make a paragraph running text; points of headlines.

Public bodies ask for 1.15 between the lines of a text, and for headlines of 28 points: letters that
large keep their lines apart without more.
"""
_LINE = 1.2
"""Em of a line at single spacing."""
_SOURCES: Mapping[FontSource, str] = {
    "microsoft-365": "Microsoft 365",
    "windows": "Windows",
    "macos": "macOS",
}
_SURE, _GUESSED = 0.5, 2.5
"""Text overflows by so many lines beyond its box: in a font of known widths; in any other."""
_WIDER, _MUCH_WIDER = 1.03, 1.3
"""A word is too wide at so many times the width of its line: likewise."""
_CUT = 0.05
"""The share of a shape beyond the edge of the slide from which it is cut off."""


def size_findings(slide: AuditedSlide) -> Iterator[Finding]:
    """Yield the smallest text of each shape, if it is small, and lines that stand close together.

    Footers, dates and numbers may be small.
    """
    for shape in slide.shown:
        if shape.placeholder in FOOT_TYPES:
            continue
        yield from _sizes(slide, shape)
        tight = [spacing for area in shape.texts for spacing in _tight(area)]
        if tight:
            spacing, needed = f"{min(tight):.2f}", f"{_SPACING:g}"
            yield at_shape("lines-tight", slide, shape.place, spacing=spacing, needed=needed)


def _sizes(slide: AuditedSlide, shape: AuditedShape) -> Iterator[Finding]:
    texts = shape.chart.root.iter(q("a:defRPr"), q("a:rPr")) if shape.chart else ()
    stated = filter(None, (parse_integer(each.get("sz")) for each in texts))
    in_chart = min(stated, default=_READABLE * 100) / 100
    if in_chart < _TINY - 0.5:
        yield at_shape("chart-text-tiny", slide, shape.place, size=f"{in_chart:.3g}")
    runs = [run for run in shape.runs if any(map(str.isalnum, run.text))]
    smallest = min(runs, key=lambda run: run.size, default=None)
    if smallest is None or smallest.size > _READABLE - 0.5:
        return
    rule = "text-tiny" if smallest.size < _TINY - 0.5 else "text-small"
    words, size = quoted_words(smallest.text), f"{smallest.size:.3g}"
    yield at_shape(rule, slide, shape.place, words=words, size=size, readable=_READABLE)


def _tight(area: TextArea) -> Iterator[float]:
    """Yield the spacing of paragraphs of several lines, where it is small.

    Points of one or two lines stand apart by the space between paragraphs.
    """
    lines = () if area.extent is None else area.extent.lines
    for paragraph, count in zip(area.paragraphs, lines, strict=False):
        style = paragraph.style
        pitch = style.line_points or style.size * _LINE * style.line_spacing / 100
        spacing = pitch / (style.size * _LINE)
        is_running = paragraph.words and count >= _LINES and style.size < _HEADLINE
        if is_running and spacing < _SPACING - 0.005:
            yield spacing


def font_findings(deck: AuditedDeck) -> Iterator[Finding]:
    """Yield the fonts of words on slides that another computer may lack."""
    embedded = embedded_font_names(deck.root)
    used = Counter(font for slide in deck.slides for font in slide.fonts)
    for font, slides in sorted(used.items()):
        source = font_source(font)
        if not font or font.casefold() in embedded or source == "office":
            continue
        if source == "unknown":
            yield in_deck("font-not-embedded", font=font, slides=slides)
        else:
            yield in_deck("font-of-one-system", font=font, slides=slides, source=_SOURCES[source])


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
        has_placed_words = shape.has_words and shape.kind != "object"
        if has_placed_words and shape.placeholder not in FOOT_TYPES and box and box.cx and box.cy:
            outside = 1 - (shape.seen_box or box).share_on(page)
            if _CUT < outside < 1 - _CUT:
                yield at_shape("cut-off", slide, shape.place)


def _of_text(slide: AuditedSlide, shape: AuditedShape, area: TextArea) -> Iterator[Finding]:
    extent = area.extent
    if extent is None or shape.placeholder in FOOT_TYPES:
        return
    known = all(is_known(run.font) for run in area.runs if run.text.strip())
    size = max(paragraph.style.size for paragraph in area.paragraphs if paragraph.words)
    over = extent.height - extent.room
    grows = next(shape.element.iter(q("a:spAutoFit")), None) is not None
    if not grows and over > (_SURE if known else _GUESSED) * _LINE * size:
        yield at_shape("text-overflow", slide, shape.place, over=round(over))
    elif extent.widest > extent.line_width * (_WIDER if known else _MUCH_WIDER):
        yield at_shape("word-broken", slide, shape.place)
