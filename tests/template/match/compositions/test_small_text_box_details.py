"""A cover whose layout has a title alone has a text box for its subtitle and details."""

import io
from pathlib import Path

import pptx
import pytest

from deckgen.deck.box import Box
from deckgen.files.workspace import Workspace
from deckgen.pipeline.compile import compile_talk
from deckgen.support.diagnostics import Diagnostics
from deckgen.template.match.choosing.placeholder_roles import PlaceholderMap
from deckgen.template.match.compositions.small_text_box import with_details
from deckgen.template.match.places.surroundings import Surroundings
from deckgen.template.template import DrawnShape
from tests.template.match.compositions.test_kicker_box import (
    BAR,
    around,
    body,
    points,
    shown,
    title,
)
from tests.template.opened import plain_template


@pytest.mark.parametrize(
    ("box", "bar", "expected"),
    [
        # Five lines of 18 points are 117 points high; the page ends at 518.
        ((50, 150, 800, 150), (0, 0, 1, 1), ((50, 150, 800, 150), (50, 300, 800, 117))),
        ((50, 300, 800, 200), (0, 0, 1, 1), ((50, 201, 800, 200), (50, 401, 800, 117))),
        ((50, 300, 800, 200), (0, 280, 900, 9), ((50, 294, 800, 107), (50, 401, 800, 117))),
    ],
    ids=["below it", "the title moves up", "and gives what is missing"],
)
def test_where_the_details_stand(
    box: tuple[int, ...], bar: tuple[int, ...], expected: tuple[tuple[int, ...], ...]
) -> None:
    found = with_details({"title": title(points(*box))}, around(BAR._replace(box=points(*bar))))
    assert (shown(found["title"].box), shown(found["subtitle"].box)) == expected
    assert [style.size for style in found["subtitle"].level_styles] == [18, 15]
    assert found["title"].anchor == "b"


def test_on_a_strip_all_are_smaller() -> None:
    # From 394 to 518 points: three quarters of a line of 40, and five lines in what is left.
    strip = BAR._replace(box=points(0, 380, 900, 9))
    found = with_details({"title": title(points(50, 400, 800, 100))}, around(strip))
    assert shown(found["title"].box) == (50, 394, 800, 38)
    assert shown(found["subtitle"].box) == (50, 432, 800, 86)
    assert [style.size for style in found["subtitle"].level_styles] == [13, 12]


def test_a_framed_title_stays_above_its_details() -> None:
    # Five lines of 18 points are 117 points high, and begin half a line below the frame.
    found = with_details({"title": title(points(50, 150, 800, 80))}, framed())
    assert shown(found["title"].box) == (50, 150, 800, 80)
    assert shown(found["subtitle"].box) == (50, 242, 800, 117)
    low: PlaceholderMap = {"title": title(points(50, 400, 800, 80))}
    assert with_details(low, framed()) == low


def framed() -> Surroundings:
    plain = around()
    frame = DrawnShape(points(0, 0, 1, 1), "line")
    return plain._replace(layout=plain.layout._replace(fills={None: frame}))


def cover(box: Box) -> PlaceholderMap:
    return {"title": title(box)}


@pytest.mark.parametrize(
    "placeholders",
    [
        {**cover(points(50, 150, 800, 100)), "subtitle": body(points(50, 300, 800, 100))},
        cover(points(50, 440, 800, 60)),
    ],
    ids=["it has a place", "there is no space"],
)
def test_other_covers_stay(placeholders: PlaceholderMap) -> None:
    bar = BAR._replace(box=points(0, 420, 900, 9))
    assert with_details(placeholders, around(bar)) == placeholders


def test_a_closing_page_with_a_title_alone_shows_its_text_small(tmp_path: Path) -> None:
    template = pptx.Presentation(io.BytesIO(plain_template()))
    (layout,) = [each for each in template.slide_layouts if each.name == "Title Only"]
    layout.name = "Closing Slide"
    layout.element.attrib.pop("type")
    template.save(str(tmp_path / "town.potx"))
    outline = tmp_path / "slides.yaml"
    outline.write_text(
        "title: T\nbrand: town.potx\nslides:\n  - {closing: Thanks, text: Anna Muster in Gera}\n",
        encoding="utf-8",
    )
    diagnostics = Diagnostics()
    compiled = compile_talk(outline.name, Workspace(tmp_path), None, diagnostics)
    assert compiled is not None
    (slide,) = compiled.deck.slides
    words = {role: content.text for role, content in slide.placeholders}
    assert words == {"title": "Thanks", "subtitle": "Anna Muster in Gera"}
    assert not diagnostics.has_errors
