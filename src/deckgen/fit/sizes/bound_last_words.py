"""Running text on a slide whose paragraphs do not end with a lost word."""

from deckgen.deck.layout import EMU_PER_POINT
from deckgen.deck.text_body import TextBody
from deckgen.fit.measured_slide import MeasuredText
from deckgen.fit.text.last_words import with_bound_last_word


def with_bound_last_words(content: TextBody, text: MeasuredText, reserve: float) -> TextBody:
    """Return running text without lost last words, in its frame or the narrower one that it has."""
    sizes, cut = text.frame.size_steps[text.size_step], 0.0
    if content.side_insets:
        cut = (content.side_insets[1] - text.frame.placeholder.insets.right) / EMU_PER_POINT
    return content._replace(
        paragraphs=tuple(
            [
                with_bound_last_word(
                    paragraph,
                    measured.text,
                    measured.space._replace(right=measured.space.right - cut),
                    sizes[measured.level],
                    reserve,
                )
                for paragraph, measured in zip(content.paragraphs, text.block, strict=True)
            ]
        )
    )
