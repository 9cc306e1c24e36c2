"""A large quotation, alone on the slide, and who said it.

The quotation keeps the quotation marks that you type: “…”, „…“ or «…». Straight ones around the
whole text (`"…"`) belong to the file format and are not shown. `by` stands below. A picture, such
as a portrait, stands beside the words. `lang` is the language of a quotation that is not that of
the talk, so that it is read aloud as it should be.

    - quote: „Man soll nicht bloß handeln, sondern es auch mit der Zuversicht tun.“
      by: Wilhelm von Humboldt
      lang: de-DE
    - quote: “Here we sat in our cars, once.”
      by: A neighbour
      image: {file: images/market.png, alt: The trees of the market square, focus: left}
"""

from deckgen.deck.slide import Slide
from deckgen.outline.lower.graphics.illustrated import with_picture
from deckgen.outline.lower.slide_builder import slide
from deckgen.outline.schema.entry import Context, Entry
from deckgen.outline.schema.fields import Image, Text, key, picture_key
from deckgen.support.records import record


@record
class Quote(Entry):
    """The keys of a quotation."""

    quote: Text = key(
        "The quotation, with its quotation marks.", "„Wer wagt, gewinnt.“", quoted=True
    )
    by: Text | None = key("Who said it.", "Wilhelm von Humboldt")
    image: Image | None = picture_key("the quotation, such as a portrait", "`alt`")


def lower(entry: Quote, context: Context) -> Slide:
    """Lower to the quote layout: the words are the slide's title, the author stands below."""
    made = slide(entry, context, "quote", {"title": entry.quote, "by": entry.by})
    return with_picture(made, entry.image, context)
