"""Two or three columns of text beside each other: a comparison, before and after, for and against.

Each column has `bullets` or a short `text`, and a `heading` if you like. All are set in one size.

    - title: The market square, before and after
      columns:
        - heading: Before
          bullets:
            - A car park with 120 places
            - Two benches
        - heading: After
          bullets:
            - Trees, water, places to sit
            - A market, twice a week
    - title: Who does what
      columns:
        - heading: Town
          text: Plans, and asks those who live there.
        - heading: Companies
          text: Build, and keep it running.
        - heading: Neighbours
          text: Try it out, and say what is missing.
"""

from collections.abc import Mapping
from typing import TypeAlias

from deckgen.deck.direction import runs_right_to_left
from deckgen.deck.model import LayoutRole, LineBreak, Paragraph, PlaceholderRole, Slide, TextBody
from deckgen.diagnostics import Span
from deckgen.outline.entry import Context, Entry
from deckgen.outline.fields import ListItems, Text, key
from deckgen.outline.lowering import blocks, line, listed, slide
from deckgen.record import record

BARE = False
_PLACES: tuple[PlaceholderRole, ...] = ("body", "second", "third")
_ROLES: Mapping[int, LayoutRole] = {2: "two-contents", 3: "three-contents"}


@record
class Column:
    """The keys of one column."""

    heading: Text | None = key("What stands above the column.", "Before", default=None)
    bullets: ListItems | None = key("What stands in it, a few words each.", default=None)
    text: Text | None = key("What stands in it, as running text.", default=None)
    span: Span
    spans: Mapping[str, Span]


Columns: TypeAlias = tuple[Column, ...]


@record
class ColumnsSlide(Entry):
    """The keys of a slide with columns."""

    title: Text = key("The headline.", "Before and after")
    columns: Columns = key("Two or three columns, each with `heading`, `bullets` or `text`.")
    kicker: Text | None = key("A small line above the headline.", "Looking back", default=None)


def lower(entry: ColumnsSlide, context: Context) -> Slide:
    """Lower to the layout with as many contents; where one reads from the right, from there."""
    columns = entry.columns
    if len(columns) not in _ROLES:
        context.diagnostics.error(
            "too-many-columns" if columns else "no-columns",
            f"Here {'is' if len(columns) == 1 else 'are'} {len(columns)} "
            f"column{'s' * (len(columns) != 1)}; a slide has two or three.",
            columns[-1].span if columns else entry.spans["columns"],
            "For one column type `bullets:` or `text:`; for more, make two slides or a table.",
        )
    count = min(max(len(columns), 2), 3)
    places = _PLACES[:count]
    if runs_right_to_left(entry.lang or context.talk.lang):
        places = places[::-1]
    bodies = [_body(column, context) for column in columns]
    return slide(
        entry,
        context,
        _ROLES[count],
        "light",
        [
            ("title", line(entry.title, context)),
            ("kicker", line(entry.kicker, context) if entry.kicker else None),
            *zip(places, bodies, strict=False),
        ],
    )


def _body(column: Column, context: Context) -> TextBody:
    """Return heading, text and bullets of a column, in this order."""
    paragraphs: list[Paragraph] = []
    if column.heading:
        (heading,) = line(column.heading, context).paragraphs
        runs = (
            run if isinstance(run, LineBreak) else run._replace(bold=True) for run in heading.runs
        )
        paragraphs.append(heading._replace(runs=tuple(runs), bullet="none"))
    if column.text:
        paragraphs += (
            one._replace(bullet="none") if one.bullet == "layout" else one
            for one in blocks(column.text, context).paragraphs
        )
    if column.bullets:
        paragraphs += listed(column.bullets, context).paragraphs
    if not (column.text or column.bullets):
        context.diagnostics.error(
            "empty-column",
            "This column has nothing below its heading.",
            column.span,
            "Add `bullets:` or `text:`, or delete the column.",
        )
    return TextBody(tuple(paragraphs))
