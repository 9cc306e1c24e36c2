"""Figures have numbers as large as their place allows; no label ends with one lost word."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from deckgen.deck.graphics import Drawing
from deckgen.deck.layout import EMU_PER_INCH
from tests.present import present, the_graphic
from tests.sampled import sampled
from tests.talks import talk
from tests.template.opened import plain_template

NUMBERS = {
    "one": ("{number: 78, label: tests}", (199, 28)),
    "two": ("{number: 78, label: tests}, {number: 9, label: shops}", (160, 28)),
    "three": (", ".join(["{number: 78, label: tests of ours}"] * 3), (132, 28)),
    "four": (", ".join(["{number: 78, label: tests}"] * 4), (104, 28)),
    "five": (", ".join(["{number: 7, label: tests}"] * 5), (88, 28)),
    "a wide number among three": (
        "{number: '3,900', label: visits}, {number: 9, label: shops}, {number: 1, label: town}",
        (132, 28),
    ),
}


COLORS = "{ink: 1B2A2E, paper: FFFFFF, deep: 0F4A50, sand: F4ECE0, accent: A8431C}"


def drawing_of(
    figures: str, brand: Path | None = None, size: str = "16:9", style: str | None = None
) -> Drawing:
    """Return the drawing of a slide with these figures."""
    made = talk(f"- {{title: T, figures: [{figures}]}}", brand=brand, size=size, style=style)
    assert not made.diagnostics.has_errors
    return the_graphic(made.compiled.fitted.slides[0].slide, Drawing)


@pytest.mark.parametrize("case", NUMBERS)
def test_numbers_and_labels_are_as_large_as_their_place_allows(case: str) -> None:
    figures, sizes = NUMBERS[case]
    for shape in drawing_of(figures).shapes:
        assert tuple(style.size for style in shape.styles) == sizes


@pytest.mark.parametrize(
    ("figure", "style", "rows"),
    [
        # Of one row, numbers are as large as they are at all, and so are labels.
        ("{number: 4, label: sites}", "civic", [5]),
        # Of three columns, numbers are far larger than of five.
        ("{number: 48.300, label: visitors}", "civic", [3, 2]),
        # In one row, labels would have fewer than 24 points.
        ("{number: 41, label: our neighbourhoods}", "civic", [3, 2]),
        # Beside the headline, numbers of three columns would be much smaller than those of rows.
        ("{number: 11.2 MW, label: sites}", "minimal", [1, 1, 1, 1, 1]),
    ],
)
def test_five_stand_in_one_row_in_two_or_below_one_another(
    figure: str, style: str, rows: list[int]
) -> None:
    shapes = drawing_of(", ".join([figure] * 5), style=style).shapes
    heights = [shape.box.y for shape in shapes if shape.name.startswith("Figure")]
    assert [heights.count(height) for height in sorted(set(heights))] == rows


def test_letters_that_reach_low_are_clear_of_the_label() -> None:
    shapes = [drawing_of(NUMBERS[case][0]).shapes[0] for case in ("one", "four")]
    assert [shape.styles[1].space_before for shape in shapes] == [12, 6]


LABELS = {
    "a lost word": ("evenings in the market hall", "evenings in the market\u00a0hall"),
    "two words": ("people who came and said what they think", None),
    "one line": ("in a market hall", None),
    "few words": ("Landesgartenschau near Brandenburg", None),
    "a preposition": ("Landesgartenschau in Brandenburg", "Landesgartenschau in\u00a0Brandenburg"),
    "one word before": ("a Landesgartenschau in Brandenburg then", None),
    "a lost amount": (
        "our municipal tests at Brandenburg above £500",
        "our municipal tests at\u00a0Brandenburg above\u00a0£500",
    ),
    "an amount": ("municipal benches for £500", "municipal benches for\u00a0£500"),
    "a number and its unit": ("municipal tram lines 12 %", "municipal tram lines\u00a012 %"),
    "an amount on the first line": ("for £500", None),
    "an article": ("whoever came in the morning", "whoever came in\u00a0the\u00a0morning"),
    "an amount without room": ("of the Landesgartenschauen £5000", None),
}


@pytest.mark.parametrize("case", sampled([*LABELS], every=4))
def test_no_label_ends_with_one_lost_word(case: str) -> None:
    label, expected = LABELS[case]
    figures = f"{{number: 41, label: '{label}'}}, {{number: 5, label: a}}, {{number: 6, label: b}}"
    body = present(drawing_of(figures).shapes[0].body)
    assert body.paragraphs[-1].text == (expected or label)


@pytest.mark.parametrize(
    ("size", "number", "label", "shapes"),
    [
        ("16:9", "3,900", "visits", 3),
        # Beside the wide number, the labels would have more than two lines.
        ("16:9", "3,900", "which nobody of us in the town hall had asked for", 6),
        ("4:3", "39", "visits", 3),
        ("4:3", "39,000", "visits", 6),
    ],
)
def test_three_stand_below_one_another_where_they_would_be_small(
    size: str, number: str, label: str, shapes: int
) -> None:
    """Numbers beside labels are shapes of their own."""
    figures = ", ".join(f"{{number: '{each}', label: {label}}}" for each in (number, 50, 6))
    assert len(drawing_of(figures, size=size, style="band").shapes) == shapes


def test_three_in_a_narrow_place_stand_below_one_another(tmp_path: Path) -> None:
    brand = tmp_path / "brand.yaml"
    brand.write_text(f"name: Own\nstyle: minimal\ncolors: {COLORS}\n", encoding="utf-8")
    shapes = drawing_of(
        "{number: 41, label: evenings}, {number: '1,200', label: people}, {number: 9, label: a}",
        brand,
    ).shapes
    numbers, labels = shapes[::2], shapes[1::2]
    (left,) = {shape.box.x for shape in numbers}
    (beside,) = {shape.box.x for shape in labels}
    assert {shape.styles[0].size for shape in numbers} == {104}
    (gap,) = {beside - left - number.box.cx for number in numbers}
    assert 0.1 * EMU_PER_INCH < gap <= 0.31 * EMU_PER_INCH
    assert {number.align for number in numbers} == {"end"}
    for number, label in zip(numbers, labels, strict=True):
        assert number.box.y < label.box.bottom < number.box.bottom


def test_numbers_beside_their_labels_are_not_broken_where_their_font_is_missing() -> None:
    figures = "{number: '39,000', label: a}, {number: 50, label: b}, {number: 6, label: c}"
    made = talk(f"- {{title: T, figures: [{figures}]}}", size="4:3", style="band")
    (slide,) = made.slides
    (drawing,) = (each for each in slide.shapes if each.name == "Figures")
    wraps = {each.name: each.text_frame.word_wrap for each in drawing.shapes}
    assert wraps["Figure 1"] is False
    assert wraps["Label 1"] is True


@pytest.mark.parametrize(
    ("label", "number", "size"),
    [
        # Numbers and the space beside them take 5.5 inches of 8.8.
        ("a", 70, 28),
        # In the 3.3 inches at their right, such a label has two lines.
        ("umfasst den Haushalt mit allen Eigenbetrieben", 70, 24),
        # This one has two of 4.3 inches.
        ("umfasst der Haushalt des Landkreises in den Jahren 2026 und 2027", 58, 20),
    ],
)
def test_wide_numbers_stand_before_their_labels_where_they_leave_them_a_good_size(
    label: str, number: int, size: int
) -> None:
    wide = f"{{number: '−4,50 Mio. €', label: {label}}}"
    shapes = drawing_of(
        f"{wide}, {{number: 50, label: b}}, {{number: 6, label: c}}", size="4:3", style="band"
    ).shapes
    numbers, labels = shapes[::2], shapes[1::2]
    assert {shape.styles[0].size for shape in numbers} == {number}
    assert {shape.styles[0].size for shape in labels} == {size}
    (edge,) = {shape.box.right for shape in numbers}
    assert all(edge < shape.box.x for shape in labels)


@pytest.mark.parametrize(
    ("headline", "figures"),
    [
        (44, "{number: −27.4 %, label: of gases}, {number: 31 %, label: of power}"),
        (24, "{number: −27.4 %, label: of gases}, {number: 31 %, label: of power}"),
        (
            24,
            "{number: 87 %, label: come again}, {number: 4.20, label: a trip}, {number: 12}",
        ),
    ],
    ids=["two below a large headline", "two below a small one", "three below a small one"],
)
def test_figures_stand_side_by_side_also_where_a_small_headline_makes_their_labels_small(
    headline: int, figures: str, tmp_path: Path
) -> None:
    template, whole = tmp_path / "t.potx", BytesIO()
    with ZipFile(BytesIO(plain_template())) as read, ZipFile(whole, "w") as written:
        for name in read.namelist():
            part = read.read(name).replace(b'sz="4400"', b'sz="%d00"' % headline)
            written.writestr(name, part)
    template.write_bytes(whole.getvalue())
    assert len({shape.box.y for shape in drawing_of(figures, template).shapes}) == 1
