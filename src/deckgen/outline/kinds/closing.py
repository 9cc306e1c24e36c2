"""The last page: thanks, and how to reach you.

The word alone says thank you in the language of the talk. `qr` adds a code to scan, `image` a
picture; not both.

    - closing: Thank you!
      text: |
        Anna Muster, town of Altenburg
        <https://altenburg.example>
      qr: https://altenburg.example
    - closing: See you on the square!
      image: {file: images/market.png, alt: The market square with its trees}
"""

from deckgen.deck.slide import Slide
from deckgen.language.phrases import phrase
from deckgen.outline.lower.graphics.drawings.drawings import ADDRESS, qr_drawing, with_drawing
from deckgen.outline.lower.graphics.illustrated import with_picture
from deckgen.outline.lower.slide_builder import plain_line, slide, text_blocks
from deckgen.outline.schema.entry import Context, Entry
from deckgen.outline.schema.fields import Image, Text, key, picture_key
from deckgen.support.records import record


@record
class Closing(Entry):
    """The keys of the last page."""

    closing: Text | None = key("The thanks.", "Thank you!")
    text: Text | None = key("How to reach you, a line each.")
    qr: Text | None = key(
        "A link, as a code to scan.", "https://altenburg.example", pattern=ADDRESS
    )
    image: Image | None = picture_key("the thanks", "`file` and `alt`")


def lower(entry: Closing, context: Context) -> Slide:
    """Lower to the closing layout."""
    thanks = plain_line(phrase("thanks", entry.lang or context.talk.lang))
    body = text_blocks(entry.text, context) if entry.text else None
    made = slide(entry, context, "closing", {"title": entry.closing or thanks, "body": body})
    if entry.image:
        if entry.qr:
            context.diagnostics.error(
                "two-graphics",
                "`image` and `qr` do not go together on one slide.",
                entry.spans["qr"],
                "Delete one of the two keys, or make a slide of its own for the code: `- qr: …`.",
            )
        return with_picture(made, entry.image, context)
    return with_drawing(made, "second", qr_drawing(entry.qr, context)) if entry.qr else made
