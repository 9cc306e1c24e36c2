"""Warnings of slides with too much text, of long titles, and of words wider than their line.

Every program cuts such words anywhere.
"""

from collections.abc import Iterable, Iterator

from deckgen.deck.layout import EMU_PER_POINT, TextStyle
from deckgen.fit.measured_slide import MeasuredSlide, MeasuredText
from deckgen.fit.text.line_breaking import Typeset, in_pieces, typeset, widest_piece
from deckgen.fit.text.text_height import TextFrame, breaks_words, frame_holds
from deckgen.fonts.text_width import Fonts
from deckgen.support.diagnostics import Diagnostics, Span

_JOINTS = (
    "(?:(?<=[a-z]{2}ungs)|(?<=[hk]eits)|(?<=schafts)|(?<=tions)|(?<=täts))(?=[a-zäöüß]{4})(?!ch)"
)
"""Where German words surely are joined, by an s that such endings have there alone."""
_MOST_LETTERS = 40
"""Letters of a long word that a message shows."""
MOST_LINES = 12
MOST_WORDS = 90
MOST_TITLE_LINES = 2
_LINE = 1.2
"""Em from line to line."""
_DISPLAY = {"cover", "section", "quote", "closing"}
"""Slides with little but a headline, which may be long."""


def warn_of_cut_words(
    slides: Iterable[MeasuredSlide], fonts: Fonts, diagnostics: Diagnostics
) -> None:
    """Warn of words that no size kept whole; of each place and word once."""
    told: set[tuple[Span | None, str]] = set()
    for measured in slides:
        cut = _cut_in_texts(measured)
        if measured.slide.graphics:
            cut += _cut_in_captions(measured, fonts)
        for span, word in cut:
            at = span or measured.slide.span
            if (at, word) in told:
                continue
            told.add((at, word))
            message, hint = _too_wide(word)
            diagnostics.warning("cut-word", message, at, hint)


def _too_wide(word: str) -> tuple[str, str]:
    """Return what is told of a word, or a formula, and the way out."""
    from deckgen.fit.text.equation_size import PLACE

    if PLACE in word:
        hint = "Write two shorter formulas, with an empty line between them."
        return "This formula is wider than its line, and goes on in the next one.", hint
    shown = word if len(word) <= _MOST_LETTERS else f"{word[:_MOST_LETTERS]}…"
    hint = f"Choose a shorter word, or write a hyphen where a line may end{_example(word)}."
    return f"“{shown}” is wider than its line, and is cut where the line ends.", hint


def _example(word: str) -> str:
    """Return a German word with hyphens where it is joined; nothing of other words."""
    import re

    parts = re.split(_JOINTS, word)
    hyphenated = "-".join([part[:1].upper() + part[1:] for part in parts])
    return f": {hyphenated}" if len(parts) > 1 else ""


def _cut_in_texts(measured: MeasuredSlide) -> list[tuple[Span | None, str]]:
    cut: list[tuple[Span | None, str]] = []
    for text in measured.texts:
        if text.extent.lines == len(text.block):
            continue  # no line is broken
        sizes = text.sizes
        if not breaks_words(text.block, sizes) or not frame_holds(text.frame, text.extent):
            continue  # what does not fit has its error
        cut += [
            (paragraph.paragraph.span, _widest_word(paragraph.text))
            for paragraph in text.block
            if breaks_words((paragraph,), sizes)
        ]
    return cut


def _cut_in_captions(measured: MeasuredSlide, fonts: Fonts) -> Iterator[tuple[Span | None, str]]:
    from deckgen.deck.graphics import Picture
    from deckgen.fit.graphics.captions import CAPTION_GAP

    for _, graphic in measured.slide.graphics:
        caption = graphic.caption if isinstance(graphic, Picture) else None
        if caption is None or caption.box is None:
            continue
        width = caption.box.cx - (2 * CAPTION_GAP if caption.fill else 0)
        style = TextStyle(caption.size, caption.color)
        for paragraph in caption.body.paragraphs:
            text = typeset(paragraph, style, fonts)
            if widest_piece(text) * caption.size * EMU_PER_POINT > width:
                yield paragraph.span or graphic.span, _widest_word(text)


def _widest_word(text: Typeset) -> str:
    return max(piece for segment in in_pieces(text).segments for piece in segment)[2]


def warn_of_density(slides: Iterable[MeasuredSlide], diagnostics: Diagnostics) -> None:
    """Warn of dense bodies and long titles; once for a slide in parts."""
    warned: set[tuple[Span, str]] = set()
    for measured in slides:
        slide = measured.slide
        if slide.role in _DISPLAY:
            continue
        for text in measured.texts:
            found = _dense(text)
            if found is None or not frame_holds(text.frame, text.extent):
                continue  # what does not fit has its error
            if (slide.span, text.role) not in warned:
                warned.add((slide.span, text.role))
                span = text.block[0].paragraph.span if text.role == "title" else None
                code, message, hint = found
                diagnostics.warning(code, message, span or slide.span, hint)


def _dense(text: MeasuredText) -> tuple[str, str, str] | None:
    """Return code, message and hint of the warning for a text; None if it is short enough."""
    lines, _, words, _ = text.extent
    if text.role == "title" and lines > MOST_TITLE_LINES and lines > _lines_of_place(text.frame):
        message = f"This title takes {lines} lines."
        return "long-title", message, "Say it in two lines or one."
    if text.role == "body" and (lines > MOST_LINES or words > MOST_WORDS):
        much = f"{lines} lines" if lines > MOST_LINES else f"{words} words"
        return (
            "dense",
            f"{much} stand on one slide; nobody reads that and listens too.",
            "Keep the words that you would point at; what you say goes into the notes.",
        )
    return None


def _lines_of_place(frame: TextFrame) -> int:
    """Return the lines that the place of a headline holds: in a narrow column there are more."""
    style = frame.placeholder.level_styles[0]
    return int(frame.height / (style.size * _LINE * style.line_spacing / 100))
