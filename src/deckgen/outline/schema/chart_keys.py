"""The keys below `chart:`."""

from deckgen.deck.chart_kind import ChartKind
from deckgen.outline.schema.fields import RawNode, Text, key
from deckgen.support.records import LocatedRecord, record


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
    unit: Text | None = key("What the numbers count; stands above them.", "Million €", default=None)
    source: Text | None = key(
        "Where the numbers come from; stands small below them.", "Town of Altenburg", default=None
    )
    highlight: RawNode | None = key(
        "The category or series that stands out, or a list of them.", "2024", default=None
    )
    lines: RawNode | None = key(
        "In a combined chart, which series are lines; left out, it is the last one.", default=None
    )
    labels: bool | None = key(
        "Whether the numbers stand at their columns, points or slices; left out, they do where "
        "they fit, and else an axis or the legend shows them.",
        "no",
        default=None,
    )
    alt: Text | None = key(
        "What the chart says, for those who do not see it; left out, it is made from the numbers.",
        default=None,
    )
