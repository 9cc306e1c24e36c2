"""Where the number of a question or a section stands: at its headline, and as large."""

import pytest

from deckgen.brand.design.page import GRIDS, SlideFormat
from deckgen.deck.layout import EMU_PER_INCH, EMU_PER_POINT
from deckgen.deck.slide import LayoutRole, PictureRole
from tests.brand.styles.test_styles import brand_of, every_size, every_style
from tests.present import present
from tests.talks import talk
from tests.tools.packages import png


@every_size
@pytest.mark.parametrize("role", ["section", "question"])
def test_the_progress_stands_on_the_baseline_of_the_headline(
    role: LayoutRole, size: SlideFormat
) -> None:
    layout = brand_of("panel", size).layout(role).with_kicker()
    baselines = [
        found.box.y + 0.97 * found.level_styles[0].size * EMU_PER_POINT
        if found.anchor == "t"
        else found.box.bottom - 0.246 * found.level_styles[0].size * EMU_PER_POINT
        for found in layout.placeholders
        if found.role in {"title", "progress"}
    ]
    assert baselines[0] == pytest.approx(baselines[1], abs=2)


@every_size
@every_style
@pytest.mark.parametrize("role", ["section", "question", "two-contents", "question-half"])
def test_without_a_running_title_the_number_stays_on_its_area(
    style: str, role: LayoutRole, size: SlideFormat
) -> None:
    layout = brand_of(style, size).layout(role)
    higher = layout.placeholder("progress")
    lower = layout.with_kicker().placeholder("progress")
    if higher is not None and lower is not None:
        assert 0 <= higher.box.y <= lower.box.y
        assert layout.area_behind(higher.box) == layout.area_behind(lower.box)


@pytest.mark.parametrize(
    ("style", "role"),
    [
        ("band", "two-contents"),
        ("band", "question-whole"),
        ("bold", "two-contents"),
        ("band", "question-half"),
        ("band", "question-half-left"),
        ("bold", "question-half"),
        ("bold", "question-half-left"),
    ],
)
@every_size
def test_the_number_of_a_question_beside_a_graphic_stands_on_the_field_of_its_headline(
    size: SlideFormat, style: str, role: LayoutRole | PictureRole
) -> None:
    layout = brand_of(style, size).layout(role).with_kicker()
    number, title = present(layout.placeholder("progress")), present(layout.placeholder("title"))
    assert number.level_styles[0].size >= title.level_styles[0].size
    assert (number.box.y, number.box.cy, number.anchor) == (title.box.y, title.box.cy, title.anchor)
    assert number.box.x >= title.box.right


@pytest.mark.parametrize(
    ("style", "role"),
    [
        ("civic", "question-contents"),
        ("civic", "question-half"),
        ("civic", "question-half-left"),
        ("editorial", "question-contents"),
        ("editorial", "question-half"),
        ("minimal", "question-contents"),
        ("minimal", "question-half"),
        ("panel", "question-contents"),
        ("panel", "question-whole"),
        ("panel", "question-half"),
        ("panel", "question-half-left"),
    ],
)
def test_questions_beside_a_graphic_have_a_place_for_their_number(
    style: str, role: PictureRole
) -> None:
    layout = brand_of(style).layout(role).with_kicker()
    number, title = present(layout.placeholder("progress")), present(layout.placeholder("title"))
    assert number.level_styles[0].size >= title.level_styles[0].size
    baselines = [
        found.box.y + 0.97 * found.level_styles[0].size * EMU_PER_POINT for found in (number, title)
    ]
    assert baselines[0] == pytest.approx(baselines[1], abs=2)


@every_size
def test_in_panel_a_picture_at_the_left_stands_between_the_track_and_the_text(
    size: SlideFormat,
) -> None:
    layout = brand_of("panel", size).layout("question-half-left")
    picture, title = present(layout.placeholder("picture")), present(layout.placeholder("title"))
    text, track = present(layout.placeholder("second")), present(layout.progress_track)
    assert picture.box.x == track.box.right
    assert title.box.x == text.box.x > picture.box.right
    margin = round(GRIDS[size].margin * EMU_PER_INCH)
    assert text.box.right == brand_of("panel", size).width - margin


def test_in_editorial_a_running_title_without_a_number_stands_at_one_height() -> None:
    heights = {
        kicker.box.y
        for role in ("bullets", "text", "two-contents", "three-contents")
        if (kicker := brand_of("editorial").layout(role).placeholder("kicker"))
    }
    assert len(heights) == 1


def test_in_editorial_the_running_title_of_an_overview_ends_on_the_baseline_of_the_headline() -> (
    None
):
    layout = brand_of("editorial").layout("questions").with_kicker()
    kicker, title = present(layout.placeholder("kicker")), present(layout.placeholder("title"))
    assert kicker.anchor == "b"
    last = kicker.box.bottom - 0.246 * kicker.level_styles[0].size * EMU_PER_POINT
    first = title.box.y + 0.97 * title.level_styles[0].size * EMU_PER_POINT
    assert last == pytest.approx(first, abs=2 * EMU_PER_POINT)


@pytest.mark.parametrize("bleed", ["no", "half"])
def test_in_panel_a_question_beside_a_picture_has_its_number_on_a_panel_with_a_track(
    bleed: str,
) -> None:
    picture = "{file: dot.png, alt: A dot}"
    made = talk(
        f"- {{question: Why?, bullets: [a, b], image: {picture}, bleed: {bleed}}}\n"
        "- {question: And then?, bullets: [a, b]}",
        files={"dot.png": png(size=(900, 900))},
    )
    beside, plain = (dict(slide.placeholders) for slide in made.compiled.fitted.deck.slides)
    assert (beside["progress"].text, plain["progress"].text) == ("1/2", "2/2")
    drawn = [shape for shape in made.slides[0].shapes if not shape.is_placeholder]
    assert "Progress" in {shape.name for shape in drawn}


@every_size
def test_in_panel_the_number_of_a_question_stays_where_it_is_without_a_running_title(
    size: SlideFormat,
) -> None:
    layout = brand_of("panel", size).layout("question")
    number, below = (shown.placeholder("progress") for shown in (layout, layout.with_kicker()))
    assert number is not None
    assert below is not None
    assert number.box == below.box
    title = present(layout.placeholder("title"))
    tops = [
        each.box.y + 0.33 * each.level_styles[0].size * EMU_PER_POINT for each in (title, number)
    ]
    assert tops[0] == pytest.approx(tops[1], abs=2 * EMU_PER_POINT)


@pytest.mark.parametrize("style", ["band", "panel"])
@pytest.mark.parametrize(
    "answer",
    [
        "chart: {kind: column, data: {a: 1, b: 2}}",
        "table: {header: [a, b], rows: [[1, 2]]}",
        "image: {file: dot.png, alt: A dot}",
    ],
    ids=["chart", "table", "picture"],
)
def test_a_question_that_only_a_graphic_answers_has_its_number_at_its_place(
    answer: str, style: str
) -> None:
    made = talk(
        f"- {{question: Why?, title: Talk, {answer}}}\n- {{question: And?, bullets: [a, b]}}",
        files={"dot.png": png(size=(900, 900))},
        style=style,
    )
    assert not made.diagnostics.has_errors
    texts = dict(made.compiled.fitted.deck.slides[0].placeholders)
    assert texts["progress"].text == "1/2"
    assert texts["kicker"].text == "Talk"


@every_size
def test_in_minimal_the_number_of_a_section_stands_beside_the_first_line_of_its_subtitle(
    size: SlideFormat,
) -> None:
    layout = brand_of("minimal", size).layout("section")
    number, subtitle = (
        present(layout.placeholder("progress")),
        present(layout.placeholder("subtitle")),
    )
    # Fonts have 0.2 to 0.25 em below their baseline.
    below = 0.225 * number.level_styles[0].size * EMU_PER_POINT
    foot = number.box.bottom - below
    first = subtitle.box.y + 0.97 * subtitle.level_styles[0].size * EMU_PER_POINT
    assert foot == pytest.approx(first, abs=0.1 * EMU_PER_INCH)
