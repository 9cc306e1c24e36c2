"""A headline and bullets: the usual slide.

A key with a list under it is a bullet with children. Use few words, so that the last row can read
them; what you say belongs in the notes. A picture may stand beside the bullets.

    - title: What changed in the town hall
      bullets:
        - People work across departments
        - Partners outside:
            - the municipal companies
            - the **university**
        - Open: who goes on when the project ends?
      kicker: Looking back
    - title: What one sees of it
      bullets:
        - Trees where cars stood
        - A market, twice a week
      image: {file: images/market.png, alt: The market square with its trees}
"""

from deckgen.deck.slide import Slide
from deckgen.outline.lower.graphics.illustrated import Illustrated, illustrated_slide
from deckgen.outline.lower.slide_builder import Texts, bullet_list
from deckgen.outline.schema.entry import Context
from deckgen.outline.schema.fields import ListItems, Text, key
from deckgen.support.records import record


@record
class Bullets(Illustrated):
    """The keys of a slide with bullets."""

    title: Text = key("The headline.", "What changed in the town hall")
    bullets: ListItems = key("The bullets, a few words each.")
    kicker: Text | None = key("A small line above the headline.", "Looking back")


def lower(entry: Bullets, context: Context) -> Slide:
    """Lower to the layout for title and content."""
    body = bullet_list(entry.bullets, context)
    texts: Texts = {"title": entry.title, "kicker": entry.kicker, "body": body}
    return illustrated_slide(entry, context, "bullets", texts)
