"""A headline and a chart: native, so that “Edit Data” works in PowerPoint.

A chart of one series is a line for each number. Several series are a table: its first line names
them, and semicolons separate the columns. You may also name a CSV file beside the outline. Type
numbers as the slide's language writes them: `1.234,5` in German, `1,234.5` in English
(docs/numbers.md). `12 %` is a per cent value; a dash is a gap. (An area with a gap becomes a line.)

`kind` is column, bar, stacked, stacked-bar, line, area, pie, donut, scatter or combined. Numbers
stand at their columns where they fit; otherwise an axis shows them. Names of lines, stacks and
slices stand beside them, and stacks have their totals. `highlight` emphasises one column or one
line: what the slide is about.

    - title: Twice as many people take the bus
      chart:
        kind: column
        data:
          2021: 1,240
          2022: 1,385
          2023: 1,960
          2024: 2,510
        unit: Passengers a day
        highlight: 2024
        source: Town of Altenburg, annual report 2024
    - title: The train has overtaken the car
      chart:
        kind: line
        data: |
          Year; Train; Car; Bicycle
          2021;    21; 48;      9
          2022;    27; 45;     11
          2023;    34; 41;     14
          2024;    43; 35;     17
        unit: Per cent of all ways
    - title: Where the heat of the town comes from
      chart:
        kind: donut
        data:
          Gas: 48 %
          District heating: 27 %
          Heat pumps: 17 %
          Oil: 8 %
    - title: Larger towns spend more on each of their people
      chart:
        kind: scatter
        data: |
          Town; People (thousand); Euro for each
          Altenburg; 31; 42
          Gera; 93; 61
          Jena; 111; 88
          Zwickau; 87; 55
        highlight: Altenburg
    - title: Energy costs most
      chart:
        kind: bar
        data: {Energy: 12.5, Housing: 8.2, Buses: 6.1, Baths: 3.4, Culture: -1.2}
        unit: Million euros
      bullets:
        - Half of it is heat
        - Culture earns more than it costs
"""

from deckgen.deck.slide import Slide
from deckgen.outline.lower.graphics.illustrated import graphic_slide
from deckgen.outline.schema.entry import Context, Entry
from deckgen.outline.schema.fields import ChartKeys, Text, key
from deckgen.support.records import record


@record
class ChartSlide(Entry):
    """The keys of a slide with a chart."""

    title: Text = key("The headline: what the chart says.", "Twice as many people take the bus")
    chart: ChartKeys = key(
        "The chart; or only its numbers, in a CSV file.", "passengers.csv", short="data"
    )
    kicker: Text | None = key("A small line above the headline.")


def lower(entry: ChartSlide, context: Context) -> Slide:
    """Lower to the layout for title and content, which the chart fills."""
    return graphic_slide(entry, context, "chart", entry.title, entry.kicker)
