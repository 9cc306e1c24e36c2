"""A headline and a table: rows of cells, or a CSV file beside the outline.

The first row is the header. `header: no` says that there is none; `header: [Town, Inhabitants]`
adds one. Numbers are aligned at their decimal sign. Cells may hold **bold**, links, `code` and
formulas. An empty cell is `""`; within brackets, a number with a comma needs quotation marks:
`"1,5"`. The text is as large as fits, down to 2 points below the smallest text of the brand, but
never below 12. A longer table goes on over further slides, with its header.

`total: yes` makes the last row a total, `total: [Together, 22]` adds one: it is bold, below a line.
`highlight: Gera` emphasises the row with this first cell, `highlight: Answers` the column with this
header; the rest is muted.

Rows that you copied from a spreadsheet or from Markdown stand as they are below `table: |`,
indented. A CSV file may use commas, semicolons or tabs; save it as UTF-8. Type `table: towns.csv`;
if you need other keys as well, type `file` and these keys below `table:`.

    - title: The towns in figures
      kicker: Looking back
      table:
        - [Town, Inhabitants, Change, What they tried]
        - [Altenburg, "31,100", −0.8 %, A market hall that everybody runs]
        - [Gera, "94,900", +1.25 %, "Office hours in the **tram**"]
        - [Leipzig, "619,900", +12 %, "[Neighbours](#neighbours) as advisers"]
        - [Zeitz, "27,700", –, "Open: who goes on?"]
    - id: neighbours
      title: Who takes part
      table:
        header: [Whom we asked, Answers]
        rows:
          - [Companies of the town, 12]
          - [Neighbouring towns, 7]
          - [University, 3]
        total: [Together, 22]
        highlight: University
        alt: We asked three groups; most answers came from the town's own companies.
"""

from deckgen.deck.slide import Slide
from deckgen.outline.lower.graphics.illustrated import graphic_slide
from deckgen.outline.schema.entry import Context, Entry
from deckgen.outline.schema.fields import TableData, Text, key
from deckgen.support.records import record


@record
class TableSlide(Entry):
    """The keys of a slide with a table."""

    title: Text = key("The headline.", "The towns in figures")
    table: TableData = key(
        "The rows, each a list of cells; or a CSV file.", "towns.csv", "[[Town, Size], [Gera, 9]]"
    )
    kicker: Text | None = key("A small line above the headline.", "Looking back")


def lower(entry: TableSlide, context: Context) -> Slide:
    """Lower to the layout for title and content."""
    return graphic_slide(entry, context, "table", entry.title, entry.kicker)
