"""The kinds of charts. They stand apart from `chart`, as every outline that is read needs them."""

from typing import Literal, TypeAlias

ChartKind: TypeAlias = Literal[
    "column", "bar", "stacked", "stacked-bar", "line", "area", "pie", "donut", "scatter", "combined"
]
