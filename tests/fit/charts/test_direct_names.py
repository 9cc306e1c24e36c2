"""Series and points are named where they stand, and no name lies on another."""

from itertools import combinations

import pytest

from deckgen.deck.box import Box
from deckgen.deck.graphics import Chart
from deckgen.deck.layout import EMU_PER_POINT
from deckgen.fit.charts.direct_names import spread_positions
from deckgen.fonts.text_width import blank_width, word_width
from deckgen.support.diagnostics import Diagnostics
from tests.fit.charts.placed_charts import FONTS, PAGE, made, plot


@pytest.mark.parametrize(
    ("chart", "naming"),
    [
        (made("line", (1, 2), (3, 9)), "direct"),
        (made("line", (1, 5), (3, 5.01)), "direct"),
        (made("line", *[(at, 5) for at in range(5)]), "legend"),
        (made("stacked", (1, 2), (3, 9)), "direct"),
        (made("stacked", (1, 2), (3, -9)), "legend"),
        (made("stacked", (1, 2), (3, 0)), "legend"),
        (made("stacked-bar", (1, 2), (3, 9)), "direct"),
        (made("stacked-bar", *[(1, 2)] * 9), "legend"),
        (made("area", (1, 2), (3, 9)), "direct"),
        (made("area", (1, 2), (3, 0)), "legend"),
        (made("area", (1, 2), (3, 9))._replace(labels=True), "legend"),
        (made("area", (1,), (3,)), "legend"),
        (made("area", (1, 2)), "none"),
        (made("line", (1, 2)), "none"),
        (made("column", (1, 2), (3, 4)), "legend"),
        (made("bar", (1, 2), (3, 4)), "legend"),
        (made("column", (1, 2)), "none"),
        (made("combined", (4, 5), (7, 8)), "direct"),
        (made("combined", (4, 5), (3, 6), (7, 8)), "legend"),
        (made("combined", (4, 5), (7, None)), "legend"),
        (made("combined", (4, 5), (70, 80)), "direct"),
        (made("combined", (4, 5), (70, 80))._replace(labels=False), "legend"),
        (made("donut", (1, 2)), "none"),
        (made("donut", (1, 2), names=("Donaudampfschifffahrtsgesellschaft", "b")), "counted"),
        (made("pie", (1, 2)), "none"),
        (made("pie", (1, 2), names=("Donaudampfschifffahrtsgesellschaft", "b")), "legend"),
    ],
)
def test_series_are_named_at_their_ends_where_those_lie_apart(chart: Chart, naming: str) -> None:
    assert plot(chart).series_naming == naming


@pytest.mark.parametrize(
    ("lines", "highlight", "points"),
    [
        (7, ("Series 3", "Series 6"), (-1, -1, 2, -1, -1, 2, -1)),
        (7, (), ()),
        (6, ("Series 3",), ()),
        # Names of columns.
        (7, ("2021",), ()),
    ],
)
def test_among_many_lines_that_lie_together_only_highlighted_ones_have_names(
    lines: int, highlight: tuple[str, ...], points: tuple[int, ...]
) -> None:
    values = [(9.0 + at / 50, 9, 20 if at == 5 else 9) for at in range(lines)]
    drawn = plot(made("line", *values)._replace(highlight=highlight))
    assert drawn.named_points == points
    assert drawn.series_naming == ("direct" if points else "legend")


def test_names_beside_stacks_begin_at_one_edge_with_and_without_numbers() -> None:
    """A label is set by its middle: it is moved by half of what it shows."""
    many = [made("stacked", *[(each, each) for each in row]) for row in ((9, 9), (60, 1, 1, 1, 9))]
    for chart in many:
        drawn = plot(chart)
        assert drawn.series_naming == "direct"
        ends = [
            f"\u00a0\u00a0{series.values[-1]}" if drawn.labels else "" for series in chart.series
        ]
        face = FONTS.face((FONTS.body, True, False))
        wide = [
            sum(word_width(word, face) for word in f"{series.name}{end}".split())
            + (blank_width(face) * f"{series.name}{end}".count(" "))
            for series, end in zip(chart.series, ends, strict=True)
        ]
        lefts = [
            offset.x * PAGE.cx / EMU_PER_POINT - width * drawn.size / 2
            for offset, width in zip(drawn.label_offsets, wide, strict=True)
        ]
        assert lefts == pytest.approx([lefts[0]] * len(lefts), abs=0.5)
    assert [plot(chart).labels for chart in many] == [True, False]


def test_names_of_points_that_lie_on_each_other_are_told() -> None:
    diagnostics = Diagnostics()
    names = ("Altenburg", "Altenberg", "Altena", "Altenstadt", "Alterode", "Gera")
    plot(
        made("scatter", (31,) * 5 + (93,), (42,) * 5 + (61,), names=names), diagnostics=diagnostics
    )
    assert [one.code for one in diagnostics] == ["close-points"]


def test_names_of_points_that_lie_close_stand_on_different_sides() -> None:
    chart = made("scatter", (10, 10.2, 1), (5, 5.1, 1), names=("Zwickau", "Gera", "Jena"))
    first, second, third = plot(chart).label_sides
    assert first != second
    assert third == "r"


@pytest.mark.parametrize(
    ("height", "sides"), [(1_050, {"t", "b"}), (1_250, {"r"})], ids=["on a line", "between lines"]
)
def test_no_line_across_the_plot_runs_through_the_name_of_a_point(
    height: int, sides: set[str]
) -> None:
    chart = made("scatter", (1, 5, 10), (2_100, height, 20), names=("Gera", "Jena", "Zwickau"))
    assert plot(chart).label_sides[1] in sides


@pytest.mark.parametrize("low", [0, 200], ids=["PowerPoint", "LibreOffice"])
@pytest.mark.parametrize(
    ("width", "height"),
    [
        (8_000_000, 2_600_000),
        (8_000_000, 3_200_000),
        (8_000_000, 4_000_000),
        (10_820_000, 3_300_000),
        (10_820_000, 3_600_000),
    ],
)
def test_names_of_points_are_clear_of_each_other_wherever_x_begins(
    width: int, height: int, low: int
) -> None:
    names = ("Saturdays", "Thursday market", "Warm light", "Bench", "Cargo bike", "Night bus")
    across, up = (260, 480, 390, 420, 350, 500), (2100, 1250, 540, 310, 86, 22)
    drawn = plot(made("scatter", across, up, names=names), Box(0, 0, width, height))
    wide, high = width / EMU_PER_POINT - 60, height / EMU_PER_POINT - 1.6 * drawn.size
    boxes = []
    for name, side, x, y in zip(names, drawn.label_sides, across, up, strict=True):
        half = word_width(name, FONTS.face(("Calibri", False, False))) * drawn.size / 2
        right = {"r": half + 10, "l": -half - 10}.get(side, 0)
        below = {"t": -18, "b": 18}.get(side, 0)
        boxes.append(((x - low) / (600 - low) * wide + right, (1 - y / 2500) * high + below, half))
    assert not [
        (first, second)
        for first, second in combinations(boxes, 2)
        if abs(first[0] - second[0]) < first[2] + second[2] + 0.25 * drawn.size
        and abs(first[1] - second[1]) < 0.9 * drawn.size
    ]


@pytest.mark.parametrize(
    ("wanted", "middles"),
    [
        ([], []),
        ([5, 50], [5, 50]),
        ([50, 52], [46, 56]),
        ([52, 50], [56, 46]),
        ([40, 48, 44], [34, 54, 44]),
        ([2, 3, 99], [5, 15, 95]),
        ([20, 28, 36, 90], [18, 28, 38, 90]),
    ],
)
def test_names_are_moved_off_each_other_and_no_further(
    wanted: list[float], middles: list[float]
) -> None:
    assert spread_positions(wanted, [10] * len(wanted), 100) == pytest.approx(middles)


def test_the_name_of_a_line_stands_above_that_of_the_columns_beside_the_last_one() -> None:
    drawn = plot(made("combined", (4, 5, 6), (7, 8, 9)))
    column, line = drawn.label_offsets
    assert drawn.named_points == (2, 2)
    # Programs set the number of a column at its middle, the label of a line right of its mark.
    assert column.x > line.x > 0.05
    assert drawn.area.width < 0.98


def test_names_stand_beside_the_last_column_and_above_the_first_bar() -> None:
    column, bar = (plot(made(kind, (4, 5, 6), (3, 2, 4))) for kind in ("stacked", "stacked-bar"))
    assert column.named_points == (2, 2)
    assert all(offset.x > 0.05 for offset in column.label_offsets)
    assert column.area.width < 0.98
    assert bar.named_points == (0, 0)
    assert all(offset.y < -0.05 for offset in bar.label_offsets)


def test_names_of_stacks_begin_off_the_stack_in_bold() -> None:
    drawn = plot(made("stacked", (4, 5, 6), (3, 2, 4)))
    face = FONTS.face(("Calibri", True, False))
    width = sum(word_width(word, face) for word in ("Series", "1", "6")) * drawn.size
    width += 3 * blank_width(face) * drawn.size
    page = PAGE.cx / EMU_PER_POINT
    column = drawn.area.width * page / 3 / (1 + drawn.gap_width / 100)
    middle = drawn.label_offsets[0].x * page
    assert middle - width / 2 - column / 2 == pytest.approx(0.4 * drawn.size, abs=0.5)


@pytest.mark.parametrize("count", [2, 5, 12])
@pytest.mark.parametrize("last", ["Us", "Associations"])
def test_names_of_lines_end_near_the_margin(last: str, count: int) -> None:
    chart = made("line", tuple(range(1, count + 1)), tuple(range(count, 0, -1)))
    named = tuple(series._replace(name=last) for series in chart.series)
    drawn = plot(chart._replace(series=named))
    page = PAGE.cx / EMU_PER_POINT
    width = word_width(last, FONTS.face(("Calibri", True, False))) * drawn.size
    axis = 2 * drawn.size
    point = page * drawn.area.width - (page * drawn.area.width - axis) / count / 2
    end = point + 0.6 * drawn.size + width
    assert 0.97 * page < end < 1.01 * page or drawn.area.width == 1


def test_names_stand_right_of_stacked_areas_and_off_each_other() -> None:
    drawn = plot(made("area", (5, 40), (5, 1), (5, 1)))
    assert drawn.named_points == (1, 1, 1)
    low, middle, high = drawn.label_offsets
    assert 0 < low.x == middle.x == high.x < 1 - drawn.area.width
    assert high.y < low.y < middle.y


def test_the_names_of_lines_that_end_close_are_moved_apart() -> None:
    drawn = plot(made("line", (1, 5), (3, 5.1), (1, 9)))
    low, high, far = (offset.y for offset in drawn.label_offsets)
    assert low > 0 > high
    assert far == 0
    (aside,) = {offset.x for offset in drawn.label_offsets}
    assert 0 < aside < 0.01


@pytest.mark.parametrize(("width", "naming"), [(4_200_000, "direct"), (2_400_000, "legend")])
def test_names_beside_a_stack_leave_most_of_the_chart_to_it(width: int, naming: str) -> None:
    stack = made("stacked", (31, 28, 19, 12), (9, 22, 30, 34))
    named = stack.series[1]._replace(name="Associations")
    drawn = plot(stack._replace(series=(stack.series[0], named)), PAGE._replace(cx=width))
    assert drawn.series_naming == naming
    assert drawn.area.width > 0.55
