"""The kinds of charts; apart from `chart`, as the reading of every outline needs them."""

from typing import Literal, TypeAlias

ChartKind: TypeAlias = Literal[
    "column", "bar", "stacked", "stacked-bar", "line", "area", "pie", "donut", "scatter", "combined"
]
