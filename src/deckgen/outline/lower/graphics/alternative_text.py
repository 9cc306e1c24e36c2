"""The text alternative of a picture, a clip or a chart, as its author typed it.

`deckgen audit` reports the same faults of decks, under the same codes.
"""

from deckgen.language.descriptive_words import LONGEST_DESCRIPTION, describes_nothing, is_file_name
from deckgen.outline.markup.inline_text import plain_text
from deckgen.outline.schema.fields import Text
from deckgen.support.diagnostics import Diagnostics, Span


def alternative_text(alt: Text, diagnostics: Diagnostics) -> str:
    """Return the words of an `alt`; warn where they do not help people who hear them."""
    words = plain_text(alt, diagnostics)
    judge_alternative_text(words, alt.span, diagnostics)
    return words


def judge_alternative_text(
    words: str, span: Span, diagnostics: Diagnostics, longest: int = LONGEST_DESCRIPTION
) -> None:
    """Warn of words that do not help people who hear them in place of a graphic.

    `longest` is how many letters they may have.
    """
    hint = "Say in a sentence what it says to the audience."
    if is_file_name(words):
        code, message = "alt-file-name", "The name of a file does not say what can be seen."
    elif describes_nothing(words):
        code = "alt-says-nothing"
        message = f"“{words}” only says that there is something; people want to know what it shows."
    elif len(words) > longest:
        code = "alt-long"
        message = f"This text has {len(words)} letters; it is read in one go, without a way back."
        hint = (
            f"Keep the message in at most about {longest} letters, and move the details into the "
            "text of the slide or its `notes`."
        )
    else:
        return
    diagnostics.warning(code, message, span, hint)
