"""Graphics that are larger across the page than beside their headline."""

import pytest

from deckgen.deck.box import Box
from deckgen.deck.graphics import Chart, Drawing, Picture, Table
from deckgen.deck.layout import EMU_PER_INCH
from deckgen.fit.measured_slide import MeasuredSlide
from tests.present import present, the_graphic
from tests.talks import talk
from tests.tools.packages import png

TWO = "- {title: Two, image: [{file: a.png, alt: x}, {file: a.png, alt: x}]}"
PICTURES = f"- {{title: Four, image: [{', '.join(['{file: a.png, alt: x}'] * 4)}]}}"
PEOPLE = "- {title: Who, people: [{name: Anna A}, {name: Bo B}, {name: Cy C}]}"
CODE = '- {title: How it is done, code: "question: What do you want to find out?\\nweeks: 6"}'
LONG = '- {title: How it is done, code: "' + "x" * 74 + '"}'


def placed(entries: str, style: str, size: str = "16:9") -> MeasuredSlide:
    made = talk(entries, files={"a.png": png(size=(900, 1200))}, style=style, size=size)
    assert not made.diagnostics.has_errors, list(made.diagnostics)
    (slide,) = made.compiled.fitted.slides
    return slide


def boxes(slide: MeasuredSlide) -> list[Box]:
    """Return the boxes of pictures and shapes."""
    graphics = [graphic for _, graphic in slide.slide.graphics]
    shapes = [shape.box for each in graphics if isinstance(each, Drawing) for shape in each.shapes]
    return shapes + [each.box for each in graphics if isinstance(each, Picture) and each.box]


@pytest.mark.parametrize("entries", [TWO, PICTURES, PEOPLE, CODE, LONG])
def test_wide_graphics_stand_below_the_headline_and_begin_at_its_edge(entries: str) -> None:
    slide = placed(entries, "minimal")
    title = present(slide.text("title"))
    assert title.extent.lines == 1
    assert min(box.x for box in boxes(slide)) == title.frame.placeholder.box.x
    assert min(box.y for box in boxes(slide)) >= title.bottom + 0.3 * EMU_PER_INCH


@pytest.mark.parametrize(
    "entries",
    [
        "- {title: T, steps: [{title: A}, {title: B}]}",
        "- {title: T, figures: [{number: 4, label: tests}]}",
        "- {title: T, table: [[a, b], [c, d]]}",
        "- {title: T, image: {file: a.png, alt: x}}",
    ],
)
def test_what_is_high_stays_beside_the_headline(entries: str) -> None:
    assert placed(entries, "minimal").slide.role == "bullets"


@pytest.mark.parametrize(("width", "role"), [(1600, "two-contents"), (1350, "bullets")])
def test_one_picture_stands_across_where_it_is_much_larger(width: int, role: str) -> None:
    """In 16:9, it has 5 inches of height there, not 4.1; in 3:2, 5 and 4.9."""
    files = {"a.png": png(size=(width, 900))}
    made = talk("- {title: T, image: {file: a.png, alt: x}}", files=files, style="minimal")
    assert made.compiled.fitted.slides[0].slide.role == role


@pytest.mark.parametrize("style", ["panel", "editorial", "bold", "band", "civic"])
@pytest.mark.parametrize("entries", [PEOPLE, CODE])
def test_where_the_headline_is_above_them_nothing_changes(entries: str, style: str) -> None:
    assert placed(entries, style).slide.role == "bullets"


CLINICS = [
    ["Clinic", "Opens", "Closes", "Nurses", "Review"],
    ["Harbour Health Centre", "Tuesdays only", "8 pm", "14", "20 September 2027"],
    ["Old Town Health Centre", "8 am", "6 pm", "6", "3 May 2027"],
]
YEARS = "".join(rf"\n{year}; {year - 2000}; 9" for year in range(2016, 2028))
MONTHS = ", ".join(
    f"{name}: 1"
    for name in (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    )
)


@pytest.mark.parametrize(
    ("content", "is_across"),
    [
        (f'chart: {{kind: line, data: "Year; Business tax; Income tax{YEARS}"}}', True),
        (f"chart: {{kind: column, data: {{{MONTHS}}}}}", True),
        ("chart: {kind: column, data: {2024: 1, 2025: 3, 2026: 2}}", False),
        ("chart: {kind: bar, data: {Maintenance of roads and squares in town: 1, B: 3}}", True),
        ("chart: {kind: bar, data: {Maintenance of roads: 1, B: 3}}", False),
        (f"table: {CLINICS}", True),
    ],
    ids=[
        "twelve years are level there",
        "months are, if small",
        "three are beside, too",
        "long names leave bars little beside",
        "shorter names leave bars enough",
        "dates are whole there",
    ],
)
def test_what_is_level_or_whole_only_across_the_page_stands_there(
    content: str, *, is_across: bool
) -> None:
    slide = placed(f"- {{title: T, {content}}}", "minimal")
    assert (slide.slide.role == "two-contents") is is_across
    plots = [each.plot for _, each in slide.slide.graphics if isinstance(each, Chart)]
    assert all(plot and plot.category_step == 1 for plot in plots)


@pytest.mark.parametrize(
    "rows",
    [
        [["Station", *[f"M{month}" for month in range(12)]], ["Old harbour", *["100"] * 12]],
        [["Work", "2027", "2028", "2029", "Sum"], ["Roof of the old harbour hall", *["1,000"] * 4]],
    ],
    ids=["thirteen", "five"],
)
def test_a_table_of_many_columns_stands_across_the_page(rows: list[list[str]]) -> None:
    slide = placed(f"- {{title: Rain, table: {rows}}}", "minimal")
    table = the_graphic(slide.slide, Table)
    assert table.box is not None
    title = present(slide.text("title"))
    assert table.box.x == title.frame.placeholder.box.x
    assert table.box.y >= title.bottom + 0.3 * EMU_PER_INCH
    assert table.size >= 20


def test_a_listing_that_goes_on_stands_across_where_its_lines_are_too_long() -> None:
    lines = "\\n".join(["x" * 70, *["y"] * 40])
    made = talk(f'- {{title: How it is done, code: "{lines}"}}', style="minimal")
    assert not made.diagnostics.has_errors
    slides = made.compiled.fitted.slides
    assert len(slides) > 1
    for slide in slides:
        title = present(slide.text("title"))
        assert min(box.y for box in boxes(slide)) >= title.bottom
