"""The types of the fields of records; `key`, which makes such a field; the records of graphics.

The records are the schema: the reader, the JSON Schema and the manual are derived from their
fields, whose metadata hold `doc` (a sentence for the author) and `examples`.
"""

from collections.abc import Callable
from typing import Any, Literal, NamedTuple, NewType, TypeAlias

from deckgen.deck.chart_kind import ChartKind
from deckgen.outline.syntax.nodes import Node, Scalar
from deckgen.support.diagnostics import Span
from deckgen.support.records import MISSING, Field, LocatedRecord, field, record

Text: TypeAlias = Scalar
"""A text as the author wrote it, with its inline markup."""

LayoutName = NewType("LayoutName", Text)
"""The name of a layout of the brand."""

Minutes = NewType("Minutes", float)
"""A duration in minutes; written as 2.5, 2,5, 20 Minuten, 1 h 30 and so on."""


class RawNode(NamedTuple):
    """A node that no converter reads: the kind of slide reads it, as it may have several forms."""

    node: Node


class ListItem(NamedTuple):
    """A bullet and the bullets below it."""

    text: Text
    children: tuple["ListItem", ...] = ()


ListItems: TypeAlias = tuple[ListItem, ...]


Names = NewType("Names", tuple[Text, ...])
"""Names, written as a single text or as a list."""


class TableData(NamedTuple):
    """A table as the author wrote it: its rows, or the name of a CSV file."""

    rows: tuple[tuple[Text, ...], ...]
    file: Text | None
    span: Span
    header: bool | tuple[Text, ...] = True
    """Whether the first row is the header; or the cells of the header."""
    alt: Text | None = None
    total: bool | tuple[Text, ...] = False
    """Whether the last row is a total; or the cells of a total."""
    highlight: RawNode | None = None
    """The row or the column that stands out, or a list of them."""


class Pattern(NamedTuple):
    """The pattern that the text of a key must match."""

    regex: str
    """Must match the whole text."""
    what_to_type: str
    """The end of the sentence “Type …”."""
    meant: Callable[[str], str | None] = lambda _: None
    """Returns what is meant by a text that does not match, if it is known."""


def key(
    doc: str,
    *examples: str,
    default: Any = MISSING,
    pattern: Pattern | None = None,
    short: str = "",
    quoted: bool = False,
) -> Any:
    """Return a field that is a key of the outline.

    Without a default the key is required, unless its type allows None: then that is the default.
    The key has the name of the field, without a final `_` (`except_`). `short` is for a field that
    holds a record, or a tuple of records: a text alone is then the value of this key of the record.
    With `quoted`, quotation marks that belong to the text, but that YAML removes, are warned of.
    """
    metadata = {"doc": doc, "examples": examples, "short": short, "quoted": quoted}
    if pattern is not None:
        metadata |= {
            "pattern": pattern.regex,
            "pattern_doc": pattern.what_to_type,
            "meant": pattern.meant,
        }
    return field(default=default, metadata=metadata)


def key_name(field: Field) -> str:
    """Return the key that the author writes for a field."""
    return field.name.removesuffix("_")


FOCUS = Pattern(
    r"(center|left|right|top|bottom)( (center|left|right|top|bottom))?|"
    r"(100|\d{1,2}) ?% (100|\d{1,2}) ?%",
    "one or two of left, right, top, bottom and center, or two shares from the left and from the "
    "top, such as 30% 20%",
)


@record
class Image(LocatedRecord):
    """The keys of a picture."""

    file: Text = key("The file, as seen from the outline.", "market.jpg")
    alt: Text | None = key(
        "What can be seen, for people who cannot see it; one sentence.",
        "The market square, full of people, in the morning sun",
    )
    decorative: bool = key(
        "Whether the picture only decorates, so that screen readers pass over it.",
        "yes",
        default=False,
    )
    caption: Text | None = key("A line below the picture.", "Market day in May")
    credit: Text | None = key("Whose picture it is.", "Photo: Anna Muster")
    fit: Literal["contain", "cover"] | None = key(
        "Whether it is shown whole (contain), or fills its place and is cropped (cover). With "
        "`focus`, and where it reaches the edges of the slide, it is cropped; else it is whole; "
        "but several photographs may lose a little.",
        "cover",
    )
    focus: str | None = key("What is kept when it is cropped.", "top", "30% 20%", pattern=FOCUS)


Images: TypeAlias = tuple[Image, ...]

Bleed: TypeAlias = Literal["no", "yes", "half", "full"]
"""Whether a picture reaches the edges of the slide: half of it, or the whole."""
Panel: TypeAlias = Literal["yes", "no", "scrim"]
"""The ground of a headline on a picture: a panel, none as it is hidden, or a scrim."""


def picture_key(place: str, keys: str) -> Any:
    """Return the field of a picture beside the words of a page that has few."""
    return key(
        f"A picture beside {place}: a file, or keys such as {keys}.", "market.jpg", short="file"
    )


def panel_key(what: str) -> Any:
    """Return the field of the ground of a headline on a full picture or film."""
    return key(
        f"What the headline stands on, on a {what} that fills the slide: on a panel (yes), or on "
        "the brand's deep colour that fades upwards (scrim). With `no` it is hidden.",
        "scrim",
        "no",
        default="yes",
    )


@record
class AudioKeys(LocatedRecord):
    """The keys of a sound."""

    file: Text = key("The file, as seen from the outline.", "interview.mp3")
    alt: Text | None = key(
        "What it is, for people who cannot see or hear it; one sentence.",
        "The mayor tells how the market came back",
    )
    caption: Text | None = key("A line beside or below it.", "The mayor, in May")
    credit: Text | None = key("Whose it is.", "Recording: Anna Muster")
    subtitles: Text | None = key(
        "A file with subtitles (.vtt or .srt), which PowerPoint shows when one asks for them.",
        "interview.vtt",
    )
    transcript: Text | None = key(
        "What is said in it, or what else can be heard; stands in the speaker notes.",
        "Music, without words.",
    )
    start: Literal["click", "auto"] = key(
        "Whether it starts with the next click, or as soon as the slide is shown.",
        "auto",
        default="click",
    )
    loop: bool = key("Whether it begins again at its end.", "yes", default=False)


@record
class VideoKeys(AudioKeys):
    """The keys of a film."""

    poster: Text | None = key(
        "The picture that stands in its place until it plays, in the shape of the film; without "
        "one it is drawn.",
        "market.jpg",
    )
    mute: bool = key("Whether it plays without its sound.", "yes", default=False)


@record
class ChartKeys(LocatedRecord):
    """The keys of a chart."""

    kind: ChartKind = key("What it is drawn as.", "line", default="column")
    data: RawNode = key(
        "The numbers: a line for each, a table whose columns semicolons part, or the name of a CSV "
        "file beside the outline. A dash is a gap.",
        "{2023: 12, 2024: 15}",
        "passengers.csv",
    )
    unit: Text | None = key("What the numbers count; stands above them.", "Million €")
    source: Text | None = key(
        "Where the numbers come from; stands small below them.", "Town of Altenburg"
    )
    highlight: RawNode | None = key(
        "The category or series that stands out, or a list of them.", "2024"
    )
    lines: RawNode | None = key(
        "In a combined chart, which series are lines; left out, it is the last one."
    )
    labels: bool | None = key(
        "Whether the numbers stand at their columns, points or slices; left out, they do where "
        "they fit, and else an axis or the legend shows them.",
        "no",
    )
    alt: Text | None = key(
        "What the chart says, for those who do not see it; left out, it is made from the numbers."
    )
