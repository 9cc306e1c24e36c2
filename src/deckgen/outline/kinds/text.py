"""A headline and running text: for the few sentences that should stand as sentences.

A blank line begins a new paragraph, a new line breaks the line, lines that begin with a dash are
bullets.

    - title: Why we did it
      text: |
        A small town cannot do everything itself.

        It can bring together those who can.
"""

from deckgen.deck.slide import Slide
from deckgen.outline.lower.graphics.illustrated import Illustrated, illustrated_slide
from deckgen.outline.lower.slide_builder import Texts, text_blocks
from deckgen.outline.schema.entry import Context
from deckgen.outline.schema.fields import Text, key
from deckgen.support.records import record


@record
class RunningText(Illustrated):
    """The keys of a slide with running text."""

    title: Text = key("The headline.", "Why we did it")
    text: Text = key("The text; a blank line begins a new paragraph.")
    kicker: Text | None = key("A small line above the headline.")


def lower(entry: RunningText, context: Context) -> Slide:
    """Lower to the layout for running text."""
    body = text_blocks(entry.text, context)
    texts: Texts = {"title": entry.title, "kicker": entry.kicker, "body": body}
    return illustrated_slide(entry, context, "text", texts)
