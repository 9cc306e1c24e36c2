"""A headline alone: for what you draw by hand in PowerPoint, or show beside the slide.

- title: Questions?
- title: The plan of the square
  kicker: On the wall
  notes: Go to the plan.
"""

from deckgen.deck.slide import Slide
from deckgen.outline.lower.slide_builder import slide
from deckgen.outline.schema.entry import Context, Entry
from deckgen.outline.schema.fields import Text, key
from deckgen.support.records import record


@record
class TitleSlide(Entry):
    """The keys of a slide with a headline alone."""

    title: Text = key("The headline.", "Questions?")
    kicker: Text | None = key("A small line above the headline.", "Looking back")


def lower(entry: TitleSlide, context: Context) -> Slide:
    """Lower to the layout for title and content, without content."""
    return slide(entry, context, "bullets", {"title": entry.title, "kicker": entry.kicker})
