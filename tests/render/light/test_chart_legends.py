"""Charts for a renderer that does not move labels: what the copy of the deck says."""

from __future__ import annotations

import io
import zipfile

import pytest

from deckgen.pipeline.compile import compile_talk, deck_bytes
from deckgen.render.light.chart_legends import with_chart_legends
from deckgen.support.diagnostics import Diagnostics

STACK = "[[Year, Bus, Train], [2021, 1, 10], [2022, 3, 25]]"


class Talk:
    """A folder with one outline in it."""

    def __init__(self, chart: str) -> None:
        self._text = f"title: T\nlang: de\nslides: [{{title: S, chart: {{{chart}}}}}]\n"

    def read(self, name: str) -> bytes:
        assert name == "talk.yaml"
        return self._text.encode()


def drawn(chart: str) -> tuple[str, str]:
    """Return the chart of a deck, and that of its copy."""
    compiled = compile_talk("talk.yaml", Talk(chart), None, Diagnostics())
    assert compiled is not None
    data = deck_bytes(compiled, None)
    return _chart(data), _chart(with_chart_legends(data))


def _chart(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        (name,) = (one for one in archive.namelist() if one.startswith("ppt/charts/chart"))
        return archive.read(name).decode()


@pytest.mark.parametrize("kind", ["stacked", "stacked-bar"])
def test_stacks_get_a_legend_and_keep_their_numbers(kind: str) -> None:
    before, after = drawn(f"kind: {kind}, data: {STACK}")
    assert ("<c:legend>" in before, "<c:legend>" in after) == (False, True)
    assert '<c:showSerName val="1"/>' not in after
    assert after.count('<c:showVal val="1"/>') >= 2


def test_the_totals_of_stacks_are_not_seen_in_the_legend() -> None:
    before, after = drawn(f"kind: stacked, data: {STACK}")
    assert ("<c:v>Summe</c:v>" in before, "<c:v>Summe</c:v>" in after) == (True, False)
    assert after.count('<a:alpha val="0"/>') == 1
    assert after.count("<c:ser>") == 3


def test_the_totals_of_bars_are_left_out() -> None:
    before, after = drawn(f"kind: stacked-bar, data: {STACK}")
    assert ("<c:v>Summe</c:v>" in before, "<c:v>Summe</c:v>" in after) == (True, False)
    assert (before.count("<c:ser>"), after.count("<c:ser>")) == (3, 2)


def test_bars_leave_room_for_the_numbers_at_their_ends() -> None:
    _, after = drawn("kind: bar, data: {A: 80, B: 100}")
    assert '<c:max val="125.0"/><c:min val="0"/>' in after


def test_the_legend_of_a_ring_says_the_numbers() -> None:
    _, after = drawn("kind: donut, data: {Gas: 25 %, Öl: 75 %}")
    assert "<c:v>Gas  25\u00a0%</c:v>" in after
    assert "<c:dLbl>" not in after


@pytest.mark.parametrize("data", [STACK, "{2021: 1, 2022: 2}"])
def test_lines_that_end_apart_stay_as_they_are(data: str) -> None:
    before, after = drawn(f"kind: line, data: {data}")
    assert before == after
