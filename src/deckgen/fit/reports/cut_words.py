"""Warnings of words that are wider than their line: every program cuts them anywhere."""

from collections.abc import Iterable, Iterator

from deckgen.deck.graphics.picture import Picture
from deckgen.deck.layout import EMU_PER_POINT, TextStyle
from deckgen.fit.graphics.captions import CAPTION_GAP
from deckgen.fit.measured_slide import MeasuredSlide
from deckgen.fit.text.line_breaking import Typeset, in_pieces, typeset, widest_piece
from deckgen.fit.text.text_height import breaks_words, frame_holds
from deckgen.fonts.text_width import Fonts
from deckgen.support.diagnostics import Diagnostics, Span

_MOST_LETTERS = 40
"""Those of a word that a message shows."""


def warn_of_cut_words(
    slides: Iterable[MeasuredSlide], fonts: Fonts, diagnostics: Diagnostics
) -> None:
    """Warn of words that no size kept whole; of each place and word once."""
    told: set[tuple[Span | None, str]] = set()
    for measured in slides:
        for span, word in (*_cut_in_texts(measured), *_cut_in_captions(measured, fonts)):
            at = span or measured.slide.span
            if (at, word) in told:
                continue
            told.add((at, word))
            shown = word if len(word) <= _MOST_LETTERS else f"{word[:_MOST_LETTERS]}…"
            diagnostics.warning(
                "cut-word",
                f"“{shown}” is wider than its line, and is cut where the line ends.",
                at,
                "Choose a shorter word, or write a hyphen where a line may end.",
            )


def _cut_in_texts(measured: MeasuredSlide) -> Iterator[tuple[Span | None, str]]:
    for text in measured.texts:
        if text.extent.lines == len(text.block):
            continue  # no line is broken
        sizes = text.frame.size_steps[text.size_step]
        if not breaks_words(text.block, sizes) or not frame_holds(text.frame, text.extent):
            continue  # what does not fit has its error
        for paragraph in text.block:
            if breaks_words((paragraph,), sizes):
                yield paragraph.paragraph.span, _widest_word(paragraph.text)


def _cut_in_captions(measured: MeasuredSlide, fonts: Fonts) -> Iterator[tuple[Span | None, str]]:
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
