"""Warnings of slides with too much text and of long titles."""

from collections.abc import Iterable

from deckgen.fit.measured_slide import MeasuredSlide, MeasuredText
from deckgen.fit.text.text_height import TextFrame, frame_holds
from deckgen.support.diagnostics import Diagnostics, Span

MOST_LINES = 12
MOST_WORDS = 90
MOST_TITLE_LINES = 2
_LINE = 1.2
"""Em from line to line."""
_DISPLAY = {"cover", "section", "quote", "closing"}
"""Slides with little but a headline, which may be long."""


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
    lines, words = text.extent.lines, text.extent.words
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
