"""A code to scan that leads to a link, with the link below it; drawn, so that it stays sharp.

With `text` or `bullets`, the code stands beside them: say what the reader finds there. On the last
page, write `qr:` below `closing:`.

    - title: Say what is missing
      qr: https://altenburg.example/square
    - title: Join us
      bullets:
        - Every first Tuesday, 18:00
        - In the market hall
      qr: https://altenburg.example/join
"""

from deckgen.deck.slide import Slide
from deckgen.outline.lower.graphics.drawings.drawings import ADDRESS, qr_drawing, with_drawing
from deckgen.outline.lower.slide_builder import Texts, slide, text_and_bullets
from deckgen.outline.schema.entry import Context, Entry
from deckgen.outline.schema.fields import ListItems, Text, key
from deckgen.support.records import record


@record
class Qr(Entry):
    """The keys of a slide with a code to scan."""

    title: Text = key("The headline.", "Say what is missing")
    qr: Text = key("The link.", "https://altenburg.example/square", pattern=ADDRESS)
    bullets: ListItems | None = key("What stands beside it, a few words each.")
    text: Text | None = key("What stands beside it, as running text.")
    kicker: Text | None = key("A small line above the headline.", "Join us")


def lower(entry: Qr, context: Context) -> Slide:
    """Lower to the layout for title and content; with words, to that for two contents."""
    code = qr_drawing(entry.qr, context)
    body = text_and_bullets(entry.text, entry.bullets, context)
    texts: Texts = {"title": entry.title, "kicker": entry.kicker, "body": body}
    if body is None:
        return with_drawing(slide(entry, context, "bullets", texts), "body", code)
    return with_drawing(slide(entry, context, "two-contents", texts), "second", code)
