"""On every template, no text of a slide stands across what the template draws, and all is seen."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree
from pptx import Presentation
from pptx.oxml.ns import nsdecls
from pptx.util import Inches

from deckgen.brand.contrast import contrast_ratio
from deckgen.deck.box import Box
from deckgen.files.workspace import Workspace
from deckgen.pipeline.compile import compile_talk
from deckgen.pipeline.find_brand import BrandFile
from deckgen.support.diagnostics import Diagnostics
from deckgen.template.read_template import read_template
from deckgen.template.template import DrawnShape, TemplateLayout
from tests.sampled import sampled
from tests.template.test_any_template import FILES, GOOD, OUTLINES

DRAWN: dict[str, list[tuple[tuple[float, float, float, float], str]]] = {
    "bar-above-title": [((0, 0, 10, 1), "000000")],
    "bar-below-title": [((0, 0.2, 10, 1.2), "C8D8E8")],
    "black-bar-over-half-a-title": [((0, 0, 10, 0.9), "000000")],
    "black-page": [((0, 0, 10, 7.5), "000000")],
    "panel-at-the-left": [((0, 0, 2.5, 7.5), "103060")],
    "line-and-logo": [((0.5, 1.4, 9, 0.02), "C00000"), ((8.2, 0.3, 1.5, 0.6), "C00000")],
    "strips": [((9.3, 0, 0.7, 7.5), "E0A000"), ((0, 6.6, 10, 0.9), "103060")],
}
"""What small templates draw: boxes in inches, and their colours."""


def small_template(name: str) -> bytes:
    """Return python-pptx's template with rectangles on its master."""
    deck = Presentation()
    for number, ((x, y, cx, cy), color) in enumerate(DRAWN[name], 90):
        off, ext = (Inches(x), Inches(y)), (Inches(cx), Inches(cy))
        shape = etree.fromstring(
            f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{number}" name="Drawn {number}"/>'
            "<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>"
            f'<a:off x="{off[0]}" y="{off[1]}"/><a:ext cx="{ext[0]}" cy="{ext[1]}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
            f'<a:solidFill><a:srgbClr val="{color}"/></a:solidFill></p:spPr></p:sp>'
        )
        deck.slide_master.shapes._spTree.insert(2 + number - 90, shape)
    stream = io.BytesIO()
    deck.save(stream)
    return stream.getvalue()


@pytest.mark.slow
@pytest.mark.parametrize("name", sampled([*DRAWN]))
def test_on_small_templates(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"{name}.pptx"
    path.write_bytes(small_template(name))
    assert list(faults(path, OUTLINES[0])) == []


@pytest.mark.slow
@pytest.mark.parametrize("outline", OUTLINES, ids=lambda path: path.stem)
@pytest.mark.parametrize("name", GOOD)
def test_on_every_template(name: str, outline: Path) -> None:
    assert list(faults(FILES[name], outline)) == []


def faults(path: Path, outline: Path) -> Iterator[str]:
    """Yield what is wrong: texts across something drawn, and not wholly on it; texts hardly seen.

    They have less contrast than level AA of WCAG asks for.
    """
    for layout, role, box, contrast, size in texts(path, outline):
        for shape in layout.drawn:
            if meets(shape.box, box) and not holds(shape.box, box) and is_seen(shape, layout):
                yield f"{layout.layout.name}: {role} across {shape.name} {shape.box}"

        if contrast is not None and contrast < (3 if size >= 18 else 4.5):
            yield f"{layout.layout.name}: {size} points"


def texts(
    path: Path, outline: Path
) -> Iterator[tuple[TemplateLayout, str, Box, float | None, int]]:
    """Yield layout, role, box inside the insets, contrast and size of each text of a talk."""
    diagnostics = Diagnostics()
    template = read_template(path.name, path.read_bytes(), None, diagnostics)
    brand = BrandFile(path.name, Workspace(path.parent))
    compiled = compile_talk(outline.name, Workspace(outline.parent), brand, diagnostics)
    assert template is not None
    assert compiled is not None
    layouts = {one.layout.part_name: one for master in template.masters for one in master.layouts}
    for slide in compiled.fitted.slides:
        found = compiled.brand.layout(slide.slide.role, slide.slide.tone)
        layout = layouts[found.part_name]
        for text in slide.texts:
            placeholder = text.frame.placeholder
            color, behind = placeholder.level_styles[0].color, placeholder.background
            left, top, right, bottom = placeholder.insets
            x, y, cx, cy = placeholder.box
            inner = Box(x + left, y + top, cx - left - right, cy - top - bottom)
            contrast = None
            if behind is not None:
                contrast = contrast_ratio(layout.colors.get(color, color), behind)
            yield layout, text.role, inner, contrast, text.size


def is_seen(shape: DrawnShape, layout: TemplateLayout) -> bool:
    """Return whether a shape is more than a shade of the slide's own colour."""
    if shape.color is None or layout.paper is None or shape.opacity == 1:
        return True
    return shape.opacity * contrast_ratio(shape.color, layout.paper) > 1


def meets(one: Box, other: Box) -> bool:
    across = min(one.x + one.cx, other.x + other.cx) - max(one.x, other.x)
    down = min(one.y + one.cy, other.y + other.cy) - max(one.y, other.y)
    return across > 0 and down > 0


def holds(one: Box, other: Box) -> bool:
    return (
        one.x <= other.x
        and one.y <= other.y
        and one.x + one.cx >= other.x + other.cx
        and one.y + one.cy >= other.y + other.cy
    )
