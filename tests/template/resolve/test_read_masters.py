"""Real templates as they are read, with python-pptx as witness."""

import io
import re
from pathlib import Path
from typing import Any

import pptx
import pytest
from pptx.enum.shapes import PP_PLACEHOLDER

from deckgen.support.diagnostics import Diagnostics
from deckgen.template.resolve.read_masters import read_masters
from deckgen.template.template import Master
from tests.sampled import sampled
from tests.template.opened import TEMPLATES, opened, real_templates

REAL = real_templates()
each = pytest.mark.parametrize("path", REAL, ids=[path.stem for path in REAL])


def read(path: Path) -> tuple[Master, ...]:
    template, _ = opened(path.read_bytes())
    diagnostics = Diagnostics()
    masters = read_masters(template, diagnostics)
    assert not list(diagnostics)
    return masters


@pytest.mark.slow
@each
def test_real_templates_make_sense(path: Path) -> None:
    for master in read(path):
        assert master.name
        assert 1 <= master.body_levels <= 9
        assert master.theme.heading
        assert master.theme.body
        for found in master.layouts:
            layout = found.layout
            assert layout.name
            idxs = [
                one.idx for one in layout.placeholders if one.type not in {"dt", "ftr", "sldNum"}
            ]
            assert len(set(idxs)) == len(idxs)
            for one in layout.placeholders:
                assert one.name
                assert min(one.box.cx, one.box.cy) > 0
                assert len(one.level_styles) == 9
                for level in one.level_styles:
                    assert 1 <= level.size <= 400
                    assert re.fullmatch("[0-9A-F]{6}", level.color)


@pytest.mark.slow
@pytest.mark.parametrize(
    "path", [one for one in REAL if one.suffix != ".ppsx"], ids=lambda path: path.stem
)
def test_placeholders_stand_where_another_reader_sees_them(path: Path) -> None:
    theirs = pptx.Presentation(io.BytesIO(path.read_bytes()))
    for master, their_master in zip(read(path), theirs.slide_masters, strict=True):
        if not len(their_master.slide_layouts):
            continue  # then one was made
        for found, layout in zip(master.layouts, their_master.slide_layouts, strict=True):
            seen: dict[Any, Any] = {}
            for one in layout.placeholders:
                kind = one.placeholder_format
                title = kind.type in {PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE}
                box = (one.left, one.top, one.width, one.height)
                seen.setdefault(None if title else kind.idx, box)
            assert {one.idx: tuple(one.box) for one in found.layout.placeholders} == seen


FACTS: dict[str, tuple[str, int, int, dict[str, Any]]] = {
    "sizes, margins and marks of Office": (
        "german-default",
        1,
        1,
        {"size": 28, "margin": 228_600, "indent": -228_600, "mark": "dot", "line_spacing": 90},
    ),
    "space before in per cent, as PowerPoint shows it": (
        "french-4x3-with-slides",
        1,
        1,
        {"size": 32, "space_before": 7.68},
    ),
    "grey, tinted": ("french-4x3-with-slides", 0, 1, {"color": "898989", "align": "ctr"}),
    "right to left": ("arabic-default", 1, 1, {"align": "r"}),
    "fonts by name": ("forest-green", 0, 0, {"font": "Georgia", "color": "1A3C34"}),
    "tracking": ("deleted-layouts", 0, 0, {"tracking": -3 / 96, "size": 96}),
    "capitals": ("french-4x3-with-slides", 2, 0, {"capitals": True, "bold": True}),
}


@pytest.mark.parametrize(
    ("name", "layout", "number", "expected"), sampled(FACTS.values(), every=6), ids=FACTS
)
def test_facts_of_real_templates(
    name: str, layout: int, number: int, expected: dict[str, Any]
) -> None:
    (path,) = TEMPLATES.glob(f"{name}.*")
    placeholder = read(path)[0].layouts[layout].layout.placeholders[number]
    (style, *_) = placeholder.level_styles
    assert {name: getattr(style, name) for name in expected} == expected


@pytest.mark.slow
def test_masters_come_in_the_order_of_powerpoint_with_their_own_themes() -> None:
    (path,) = TEMPLATES.glob("seven-masters.*")
    found = [(master.name, master.theme.heading) for master in read(path)]
    assert found[1:3] == [("Custom Design", "Calibri"), ("Austin", "Century Gothic")]
    assert len(found) == 7
