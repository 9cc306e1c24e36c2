"""One to six big numbers, each with a label: what should be remembered.

Type each number as people should read it, with its unit, and a label of few words.

    - title: Two years in numbers
      figures:
        - number: "41"
          label: towns that take part
        - number: 1,200
          label: people who came and said what they think
        - number: 68 %
          label: of the ideas are being built
    - title: And what it took
      figures:
        - number: € 2.4 million
          label: from the federal programme
"""

from deckgen.deck.graphics import Drawing, DrawingItem
from deckgen.deck.slide import Slide
from deckgen.outline.lower.graphics.drawings.drawings import drawing_slide, within_limits
from deckgen.outline.lower.slide_builder import line
from deckgen.outline.schema.entry import Context, Entry
from deckgen.outline.schema.fields import Text, key
from deckgen.support.records import LocatedRecord, record

_MOST = 6


@record
class Figure(LocatedRecord):
    """The keys of one figure."""

    number: Text = key("The number, with its unit.", "68 %")
    label: Text | None = key("What it says, in a few words.", "of the ideas")


@record
class FiguresSlide(Entry):
    """The keys of a slide with figures."""

    title: Text = key("The headline.", "Two years in numbers")
    figures: tuple[Figure, ...] = key("One to six figures, each with `number` and `label`.")
    kicker: Text | None = key("A small line above the headline.", "Looking back")


def lower(entry: FiguresSlide, context: Context) -> Slide:
    """Lower to the layout for title and content, with the figures drawn in its place."""
    span = entry.spans["figures"]
    figures = within_limits(entry.figures, "figure", (1, _MOST), span, context)
    items = tuple(
        DrawingItem(
            figure.span,
            title=line(figure.number, context),
            text=line(figure.label, context) if figure.label else None,
        )
        for figure in figures
    )
    drawing = Drawing("figures", items, span, "Figures")
    return drawing_slide(entry, context, entry.title, entry.kicker, drawing)
