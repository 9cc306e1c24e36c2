"""Styles differ in composition: where things stand, how large, on which ground."""

from itertools import combinations

import pytest

from deckgen.brand.design.layout_design import LayoutDesign, Rectangle
from deckgen.brand.design.page import GRIDS, SlideFormat
from deckgen.brand.styles import style_named, style_names
from deckgen.deck.box import Box
from deckgen.deck.layout import EMU_PER_INCH, EMU_PER_POINT, SHARE_ABOVE, Placeholder
from deckgen.deck.slide import LayoutRole, PlaceholderRole
from tests.present import present
from tests.sampled import sampled
from tests.talks import talk

_APART = 0.8 * EMU_PER_INCH
"""EMU between two places that are told apart at once."""
_LARGER = 1.2
"""Times as large as a size that looks alike."""
_LEAST = 2
"""Differences that make another composition."""
_SHOWN: dict[LayoutRole, PlaceholderRole] = {
    "questions": "body",
    "section": "progress",
    "quote": "by",
    "closing": "body",
}
"""What stands beside the title of a page, by the role of its layout."""


@pytest.mark.parametrize("size", GRIDS)
@pytest.mark.parametrize("role", _SHOWN)
@pytest.mark.parametrize(("style", "other"), sampled(combinations(style_names(), 2), every=7))
def test_no_two_styles_compose_a_page_alike(
    size: SlideFormat, role: LayoutRole, style: str, other: str
) -> None:
    first, second = (_design(name, role, size) for name in (style, other))
    differences = _differences(first, second, _SHOWN[role], size)
    assert len(differences) >= _LEAST, differences


def _design(style: str, role: LayoutRole, size: SlideFormat) -> LayoutDesign:
    designs = style_named(style).layouts(size)
    return next(design for design in designs if design.layout.role == role)


def _differences(
    first: LayoutDesign, other: LayoutDesign, beside: PlaceholderRole, size: SlideFormat
) -> set[str]:
    """Return in what two pages differ."""
    differ = {
        f"place of the {role}"
        for role in ("title", beside)
        if _distance(_of(first, role), _of(other, role), size) > _APART
    }
    sizes = [_of(design, "title").level_styles[0].size for design in (first, other)]
    if max(sizes) > _LARGER * min(sizes):
        differ.add("size of the title")
    if first.background != other.background:
        differ.add("ground")
    if abs(_drawn(first, size) - _drawn(other, size)) > 0.1:
        differ.add("areas")
    return differ


def _of(design: LayoutDesign, role: str) -> Placeholder:
    return next(found for found in design.layout.placeholders if found.role == role)


def _distance(first: Placeholder, other: Placeholder, size: SlideFormat) -> float:
    """Return how far apart two texts of one line begin, in EMU: the longer way of the two.

    The way across counts as it would on a page of 16:9.
    """
    (x, y), (left, top) = _start(first), _start(other)
    return max(abs(x - left) * GRIDS["16:9"].width / GRIDS[size].width, abs(y - top))


def _start(text: Placeholder) -> tuple[float, float]:
    box: Box = text.inner_box
    style = text.level_styles[0]
    free = box.cy - style.size * EMU_PER_POINT * 1.2
    across = {"l": 0.0, "ctr": 0.5, "r": 1.0}[style.align]
    return box.x + across * box.cx, box.y + max(free, 0) * SHARE_ABOVE[text.anchor]


def _drawn(design: LayoutDesign, size: SlideFormat) -> float:
    """Return the share of the page that areas of another colour cover."""
    grid = GRIDS[size]
    areas = (drawn.box for drawn in design.decorations if isinstance(drawn, Rectangle))
    covered = sum(area.cx * area.cy for area in areas)
    return covered / (grid.width * grid.height * EMU_PER_INCH**2)


@pytest.mark.parametrize(("style", "least"), [("minimal", 26), ("editorial", 28)])
@pytest.mark.parametrize("size", ["16:9", "4:3"])
@pytest.mark.parametrize("key", ["title", "question"])
def test_a_headline_has_more_lines_before_it_is_small(
    key: str, size: str, style: str, least: int
) -> None:
    long = (
        "Which of the agreements on minimum volumes, structural audits and staffing floors will "
        "still apply to small hospitals next year?"
    )
    made = talk(f"- {{{key}: '{long}', bullets: [Volumes, Audits, Staff]}}", style=style, size=size)
    (slide,) = made.compiled.fitted.slides
    title, body = present(slide.text("title")), present(slide.text("body"))
    assert title.size >= least
    assert title.extent.lines <= 6
    assert not title.frame.placeholder.box.overlaps(body.frame.placeholder.box)


def test_in_minimal_pictures_beside_a_headline_stand_where_text_does() -> None:
    layouts = [design.layout for design in style_named("minimal").layouts("16:9")]
    texts = [each.placeholder("body") for each in layouts if each.role == "bullets"]
    pictures = [each.placeholder("picture") for each in layouts if each.role == "whole-picture"]
    assert len({(place.box.x, place.box.cx) for place in texts + pictures if place}) == 1


@pytest.mark.parametrize("style", style_names())
def test_a_headline_beside_a_picture_begins_where_others_do(style: str) -> None:
    lefts = {
        title.box.x
        for role in ("bullets", "whole-picture")
        for design in style_named(style).layouts("16:9")
        if design.layout.role == role and (title := design.layout.placeholder("title"))
    }
    assert len(lefts) == 1


def test_in_bold_pictures_are_clear_of_the_field_beside_them() -> None:
    designs = style_named("bold").layouts("16:9")
    beside = next(design for design in designs if design.layout.role == "whole-picture")
    (field,) = (each for each in beside.decorations if isinstance(each, Rectangle))
    picture, title = (_of(beside, role).box for role in ("picture", "title"))
    gutter = round(GRIDS["16:9"].gutter * EMU_PER_INCH)
    assert title.right < field.box.right
    assert picture.x - field.box.right == pytest.approx(gutter, abs=9)
