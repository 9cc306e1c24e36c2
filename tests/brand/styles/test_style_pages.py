"""What holds for every page of every style, before any text: areas, lines, logos, sizes."""

import pytest

from deckgen.brand.contrast import GRAPHIC_MINIMUM, TEXT_MINIMUM, contrast_ratio
from deckgen.brand.design.layout_design import LayoutDesign, LogoBox, Rectangle
from deckgen.brand.design.page import GRIDS, SlideFormat, inches
from deckgen.brand.generate.contrast_pairs import LOGO, color_pairs
from deckgen.brand.styles import style_named, style_names
from deckgen.deck.box import Box
from deckgen.deck.layout import EMU_PER_INCH, EMU_PER_POINT, Placeholder
from tests.brand.styles.houses import HOUSES, house_brand
from tests.present import present
from tests.sampled import sampled
from tests.talks import talk

every_style = pytest.mark.parametrize("style", style_names())
every_size = pytest.mark.parametrize("size", ["16:9", "4:3"])
_LEAST_SIZES = {
    "body": (24, 20),
    "second": (24, 20),
    "third": (24, 20),
    "subtitle": (24,),
    "by": (24,),
}
"""Points of the first level, and of the second; test_styles.py has those of small text."""


@every_style
@pytest.mark.parametrize("house", sampled([*HOUSES], every=4))
def test_every_pair_that_a_style_shows_is_read(house: str, style: str) -> None:
    colors = house_brand(house, style).theme_colors
    pairs = color_pairs(style_named(style).layouts("16:9"))
    assert {pair.what for pair in pairs} == {"text", LOGO}
    for pair in pairs:
        least = GRAPHIC_MINIMUM if pair.what == LOGO else TEXT_MINIMUM
        ratio = contrast_ratio(colors[pair.color], pair.background.rgb(colors))
        assert ratio >= least, pair


@every_style
@every_size
def test_everything_that_is_drawn_stands_on_the_page(size: SlideFormat, style: str) -> None:
    grid = GRIDS[size]
    page = inches(0, 0, grid.width, grid.height)
    for design in style_named(style).layouts(size):
        for decoration in design.decorations:
            assert holds(page, decoration.box), design.layout.name
        for _, box in design.layout.graphic_boxes:
            assert holds(page, box), design.layout.name


@every_style
@every_size
def test_no_text_stands_on_a_line_a_logo_or_the_edge_of_an_area(
    size: SlideFormat, style: str
) -> None:
    for design in style_named(style).layouts(size):
        for placeholder in texts(design):
            for decoration in design.decorations:
                other = decoration.box
                for box in words_and_marks(placeholder):
                    whole = isinstance(decoration, Rectangle) and holds(other, box)
                    shown = f"{design.layout.name}: {placeholder.role}"
                    assert whole or not box.overlaps(other), shown


@every_style
@every_size
def test_no_logo_stands_on_the_edge_of_an_area_or_on_a_line(size: SlideFormat, style: str) -> None:
    for design in style_named(style).layouts(size):
        for at, logo in enumerate(design.decorations):
            if isinstance(logo, LogoBox):
                for other in design.decorations[:at] + design.decorations[at + 1 :]:
                    whole = isinstance(other, Rectangle) and holds(other.box, logo.box)
                    assert whole or not logo.box.overlaps(other.box), design.layout.name


@every_style
@every_size
def test_no_text_and_no_picture_stands_on_a_logo(size: SlideFormat, style: str) -> None:
    for design in style_named(style).layouts(size):
        for logo in design.decorations:
            if isinstance(logo, LogoBox) and not logo.is_optional:
                for placeholder in design.layout.placeholders:
                    assert not placeholder.box.overlaps(logo.box), design.layout.name


@every_style
@every_size
def test_text_is_as_large_as_a_hall_needs(size: SlideFormat, style: str) -> None:
    for design in style_named(style).layouts(size):
        for placeholder in texts(design):
            levels = placeholder.level_styles
            for least, level in zip(
                _LEAST_SIZES.get(placeholder.role or "", ()), levels, strict=False
            ):
                assert level.size >= least or placeholder.idx == 13, (
                    f"{design.layout.name}: {placeholder.role}"
                )


@every_style
@every_size
def test_bodies_grow_to_44_points_and_rows_of_overviews_as_the_style_says(
    size: SlideFormat, style: str
) -> None:
    for design in style_named(style).layouts(size):
        role = design.layout.role
        for placeholder in texts(design):
            if placeholder.type == "obj":
                sizes = [*range(32, 45)] if role == "questions" else [44]
                assert placeholder.largest_size in sizes, design.layout.name


def texts(design: LayoutDesign) -> list[Placeholder]:
    """Return the placeholders that stand on what is drawn, with no fill of their own."""
    return [found for found in design.layout.placeholders if found.type != "pic" and not found.fill]


_MOST_HANGING = round(0.6 * EMU_PER_INCH)
"""EMU before words for their number; what is wider has an area or a line of its own."""


def words_and_marks(placeholder: Placeholder) -> list[Box]:
    """Return the box of a text; of a list whose marks stand far before its words, both boxes."""
    box, first = placeholder.box, placeholder.level_styles[0]
    if first.margin <= _MOST_HANGING:
        return [box]
    mark = round(first.size * 1.2 * EMU_PER_POINT)
    return [box._replace(cx=mark), box._replace(x=box.x + first.margin, cx=box.cx - first.margin)]


def holds(outer: Box, inner: Box) -> bool:
    """Return whether a box lies in another; a unit of rounding is free."""
    return Box(outer.x - 1, outer.y - 1, outer.cx + 2, outer.cy + 2).contains(inner)


@pytest.mark.parametrize(
    ("style", "size", "points"),
    [
        ("band", "16:9", 14),
        ("band", "4:3", 14),
        ("civic", "16:9", 20),
        ("civic", "4:3", 18),
        ("minimal", "16:9", 18),
        ("minimal", "4:3", 14),
        ("panel", "16:9", 18),
        ("panel", "4:3", 16),
    ],
)
def test_a_long_running_title_is_set_smaller_where_it_has_no_room(
    style: str, size: SlideFormat, points: int
) -> None:
    title = "What a small town learned from trying things out on its square"
    made = talk(f"- {{title: {title}, question: Why?, bullets: [a, b, c]}}", style=style, size=size)
    assert not made.diagnostics.has_errors
    kicker = present(made.compiled.fitted.slides[0].text("kicker"))
    assert kicker.size == points


@every_size
def test_in_band_a_headline_beside_a_picture_stands_in_the_middle_of_its_field(
    size: SlideFormat,
) -> None:
    designs = style_named("band").layouts(size)
    design = next(each for each in designs if each.layout.role == "half-picture")
    title = present(design.layout.placeholder("title"))
    field, band, *_ = (drawn.box for drawn in design.decorations)
    assert 2 * title.box.y + title.box.cy == pytest.approx(band.cy + field.cy, abs=2)


@every_style
@every_size
def test_the_date_of_a_cover_is_clear_of_the_foot(size: SlideFormat, style: str) -> None:
    layouts = [design.layout for design in style_named(style).layouts(size)]
    dates = [date.box for layout in layouts if (date := layout.placeholder("date"))]
    assert len(dates) > 1
    assert max(box.bottom for box in dates) <= 7.31 * EMU_PER_INCH


@every_size
def test_in_band_a_long_headline_is_clear_of_the_edges_of_its_field(size: SlideFormat) -> None:
    headline = " ".join(["question"] * 15)
    (slide,) = talk(
        f"- {{title: {headline}, bullets: [A]}}", size=size, style="band"
    ).compiled.fitted.slides
    title = present(slide.text("title"))
    assert title.extent.lines > 2
    assert title.top >= (0.66 + 0.15) * EMU_PER_INCH
    assert title.bottom <= (2.3 - 0.15) * EMU_PER_INCH


@every_size
def test_in_panel_the_author_of_a_quotation_stands_at_the_foot_below_the_words(
    size: SlideFormat,
) -> None:
    design = next(
        each for each in style_named("panel").layouts(size) if each.layout.role == "quote"
    )
    (panel,), author = design.decorations, present(design.layout.placeholder("by"))
    words = present(design.layout.placeholder("title"))
    assert words.box.bottom <= panel.box.y <= author.box.y
    assert words.box.x == author.box.x
    by = "The baker on the square, at the council meeting of March 2022"
    (slide,) = talk(f"- {{quote: Q, by: '{by}'}}", style="panel").compiled.fitted.slides
    assert [text.extent.lines for text in slide.texts] == [1, 1]


def test_in_panel_the_contact_on_a_narrow_page_stands_below_the_thanks_as_on_the_cover() -> None:
    cover, closing = (
        next(each for each in style_named("panel").layouts("4:3") if each.layout.role == role)
        for role in ("cover", "closing")
    )
    distances = []
    for design in (cover, closing):
        panel, words = design.decorations[0].box, present(design.layout.placeholder("body"))
        assert words.anchor == "t"
        distances.append(words.box.y - panel.y)
    assert distances[0] == pytest.approx(distances[1], rel=0.15)


def test_in_band_the_track_has_the_band_on_both_sides() -> None:
    designs = style_named("band").layouts("16:9")
    design = next(each for each in designs if each.layout.role == "question")
    _, band, track = (drawn.box for drawn in design.decorations[:3])
    assert band.y < track.y < track.bottom < band.bottom
