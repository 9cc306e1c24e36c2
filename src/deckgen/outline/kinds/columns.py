"""Two or three columns beside each other: a comparison, before and after, for and against.

Each column has `bullets` or a short `text`, and a `heading` if you like. All columns have one text
size. A column may instead show an `image`, a `chart`, a `table`, a `video` or an `audio`, with a
caption.

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
    - title: What the drawing promised
      columns:
        - image: {file: images/market.png, alt: A square with trees, caption: The drawing}
        - heading: What came
          bullets:
            - Every tree
            - Half of the benches
"""

from collections.abc import Mapping

from deckgen.deck.graphics import Graphic
from deckgen.deck.slide import COLUMNS, LayoutRole, PlaceholderRole, Slide
from deckgen.deck.text_body import Paragraph, TextBody, with_bold
from deckgen.outline.lower.graphics.illustrated import (
    GRAPHIC_KEYS,
    graphic_key,
    graphics_of,
    with_transcript,
)
from deckgen.outline.lower.slide_builder import slide, text_and_bullets
from deckgen.outline.markup.inline_text import parse_inline
from deckgen.outline.schema.entry import Context, Entry
from deckgen.outline.schema.fields import (
    AudioKeys,
    ChartKeys,
    Images,
    ListItems,
    TableData,
    Text,
    VideoKeys,
    key,
)
from deckgen.support.diagnostics import counted
from deckgen.support.records import LocatedRecord, record

_TEXTS = ("heading", "bullets", "text")
_BELOW_HEADING = 6
"""Points of space."""
_ROLES: Mapping[int, LayoutRole] = {2: "two-contents", 3: "three-contents"}


@record
class Column(LocatedRecord):
    """The keys of one column."""

    heading: Text | None = key("What stands above the column.", "Before")
    bullets: ListItems | None = key("What stands in it, a few words each.")
    text: Text | None = key("What stands in it, as running text.")
    image: Images | None = graphic_key("image", "in its place")
    chart: ChartKeys | None = graphic_key("chart", "in its place")
    table: TableData | None = graphic_key("table", "in its place")
    video: VideoKeys | None = graphic_key("video", "in its place")
    audio: AudioKeys | None = graphic_key("audio", "in its place")


@record
class ColumnsSlide(Entry):
    """The keys of a slide with columns."""

    title: Text = key("The headline.", "Before and after")
    columns: tuple[Column, ...] = key(
        "Two or three columns, each with `heading`, `bullets` or `text`."
    )
    kicker: Text | None = key("A small line above the headline.", "Looking back")


def lower(entry: ColumnsSlide, context: Context) -> Slide:
    """Lower to the layout with as many contents."""
    columns = entry.columns
    if len(columns) not in _ROLES:
        context.diagnostics.error(
            "too-many-columns" if columns else "no-columns",
            f"Here {'is' if len(columns) == 1 else 'are'} {counted(len(columns), 'column')}; "
            "a slide has two or three.",
            columns[-1].span if columns else entry.spans["columns"],
            "For one column type `bullets:` or `text:`; for more, make two slides or a table.",
        )
    count = min(max(len(columns), 2), 3)
    texts: dict[PlaceholderRole, Text | TextBody | None]
    texts = {"title": entry.title, "kicker": entry.kicker}
    graphics: list[tuple[PlaceholderRole, Graphic]] = []
    for name, column in zip(COLUMNS[:count], columns, strict=False):
        shown = _graphics(column, context)
        if shown is None:
            texts[name] = _body(column, context)
        else:
            graphics += ((name, graphic) for graphic in shown)
    made = slide(entry, context, _ROLES[count], texts)
    made = made._replace(graphics=tuple(graphics))
    for column in columns:
        for clip in (column.video, column.audio):
            made = with_transcript(made, clip, context)
    return made


def _graphics(column: Column, context: Context) -> tuple[Graphic, ...] | None:
    """Return the graphics of a column; None for a column of text. A further key is an error."""
    keys = [name for name in GRAPHIC_KEYS if getattr(column, name) is not None]
    if not keys:
        return None
    first, *more = sorted(keys, key=list(column.spans).index)
    for other in (*more, *(name for name in _TEXTS if getattr(column, name) is not None)):
        context.diagnostics.error(
            "full-column",
            f"A column with `{first}` has no place for `{other}`.",
            column.spans[other],
            "Give the picture a `caption`, or put the text into a column of its own."
            if first == "image"
            else "Put it into a column of its own.",
        )
    return graphics_of(column, first, context)


def _body(column: Column, context: Context) -> TextBody:
    """Return heading, text and bullets of a column, in this order."""
    paragraphs: list[Paragraph] = []
    if column.heading:
        runs = with_bold(parse_inline(column.heading, context.diagnostics))
        span = column.heading.span
        paragraphs.append(Paragraph(runs, bullet="none", span=span, space_after=_BELOW_HEADING))
    if body := text_and_bullets(column.text, column.bullets, context):
        paragraphs += body.paragraphs
    if column.spans.keys() <= {"heading"}:
        context.diagnostics.error(
            "empty-column",
            "This column has nothing below its heading.",
            column.span,
            "Add `bullets:` or `text:`, or delete the column.",
        )
    return TextBody(tuple(paragraphs))
