"""Decks of one chart, and the chart as python-pptx reads it."""

import io
from typing import Any

import pptx
from pptx.enum.chart import XL_CHART_TYPE as TYPES

from deckgen.pipeline.compile import compile_talk, deck_bytes
from deckgen.support.diagnostics import Diagnostics
from tests.folder import Folder

HEAD = "title: T\nlang: de-DE\nslides:\n"
TABLE = """
        Jahr; Bus; Bahn
        2021; 1,5; 10
        2022; –; 20
        2023; -3; 30
"""
KINDS = {
    "column": TYPES.COLUMN_CLUSTERED,
    "bar": TYPES.BAR_CLUSTERED,
    "stacked": TYPES.COLUMN_STACKED,
    "stacked-bar": TYPES.BAR_STACKED,
    "line": TYPES.LINE_MARKERS,
    "area": TYPES.AREA_STACKED,
    "combined": TYPES.COLUMN_CLUSTERED,
    "scatter": TYPES.XY_SCATTER,
}
ROUND = {"pie": TYPES.PIE, "donut": TYPES.DOUGHNUT}


def deck(keys: str, tone: str = "light", **files: str) -> bytes:
    entry = f"  - title: Wege\n    tone: {tone}\n    chart:\n"
    entry += "".join(f"      {line}\n" for line in keys.splitlines())
    named = {f"{name}.csv": text for name, text in files.items()}
    diagnostics = Diagnostics()
    folder = Folder({"slides.yaml": HEAD + entry} | named)
    compiled = compile_talk("slides.yaml", folder, None, diagnostics)
    assert compiled is not None
    assert not diagnostics.has_errors, list(diagnostics)
    return deck_bytes(compiled, None)


def chart(data: bytes) -> Any:
    (slide,) = pptx.Presentation(io.BytesIO(data)).slides
    (frame,) = (shape for shape in slide.shapes if shape.has_chart)
    assert frame.is_placeholder
    return frame.chart


STACK = "data: |\n    Jahr; Bus; Bahn\n    2021; 1,5; 10\n    2022; 3; 25\n"
