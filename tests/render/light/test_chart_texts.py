"""Titles and sources of charts stand as text boxes above and below their frames."""

from __future__ import annotations

import io
import re

import pytest
from pptx import Presentation

from deckgen.render.light.chart_texts import with_chart_texts
from tests.talks import talk

COLUMNS = "kind: column, data: {2021: 1, 2022: 2}"
POINTS = "kind: scatter, data: [[Test, Cost, People], [A, 1, 2], [B, 3, 4]]"
CASES = {
    "unit and source": (f"{COLUMNS}, unit: Trees, source: Own count", ["Own count", "Trees"]),
    "unit": (f"{COLUMNS}, unit: Trees", ["Trees"]),
    "names of two axes": (POINTS, ["People", "Cost"]),
}


@pytest.mark.parametrize("case", CASES)
def test_texts_stand_apart_from_the_chart(case: str) -> None:
    chart, expected = CASES[case]
    drawn = Presentation(
        io.BytesIO(with_chart_texts(talk(f"- {{title: S, chart: {{{chart}}}}}").data))
    )
    shapes = list(drawn.slides[0].shapes)
    (frame,) = (shape for shape in shapes if shape.has_chart)
    boxes = [shape for shape in shapes if shape.name == "Text of a chart"]
    words = [re.sub("^Source: ", "", box.text_frame.text) for box in boxes]
    assert words == expected
    for box in boxes:
        assert box.left == frame.left
        assert box.top + box.height <= frame.top or box.top >= frame.top + frame.height
    assert not frame.chart.has_title


def test_a_chart_without_texts_stays() -> None:
    data = talk(f"- {{title: S, chart: {{{COLUMNS}}}}}").data
    assert with_chart_texts(data) == data
