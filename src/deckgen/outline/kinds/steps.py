"""Two to eight steps, one after the other; with dates, a timeline.

Each step has a `title` and, if you like, a few words of `text` and a `date`. Steps are rows across
the page, or stand side by side if that makes their text much larger.

    - title: From the idea to the square
      steps:
        - title: Ask
          text: What do you miss here?
        - title: Draw
          text: Three sketches, shown in the market hall
        - title: Try
          text: A summer with chairs and trees in tubs
        - title: Build
          text: Only what was used
    - title: How it went
      steps:
        - date: May 2023
          title: First evening
        - date: Spring 2024
          title: Sketches
          text: 300 people voted
        - date: "2026"
          title: Opening
"""

from deckgen.deck.graphics import Drawing, DrawingItem
from deckgen.deck.slide import Slide
from deckgen.outline.lower.graphics.drawings.drawings import drawing_slide, within_limits
from deckgen.outline.lower.slide_builder import line
from deckgen.outline.schema.entry import Context, Entry
from deckgen.outline.schema.fields import Text, key
from deckgen.support.records import LocatedRecord, record

_LEAST, _MOST = 2, 8


@record
class Step(LocatedRecord):
    """The keys of one step."""

    title: Text = key("What is done, in a word or two.", "Ask")
    text: Text | None = key("A few words more.", "What do you miss here?")
    date: Text | None = key("When it is, as it should be read.", "May 2023")


@record
class StepsSlide(Entry):
    """The keys of a slide with steps."""

    title: Text = key("The headline.", "From the idea to the square")
    steps: tuple[Step, ...] = key("Two to eight steps, each with `title`, `text` and `date`.")
    kicker: Text | None = key("A small line above the headline.", "Looking back")


def lower(entry: StepsSlide, context: Context) -> Slide:
    """Lower to the layout for title and content, with the steps drawn in its place."""
    span = entry.spans["steps"]
    steps = within_limits(entry.steps, "step", (_LEAST, _MOST), span, context)
    items = tuple(
        DrawingItem(
            step.span,
            lead=line(step.date, context) if step.date else None,
            title=line(step.title, context),
            text=line(step.text, context) if step.text else None,
        )
        for step in steps
    )
    drawing = Drawing("steps", items, span, "Steps")
    return drawing_slide(entry, context, entry.title, entry.kicker, drawing)
