"""The sizes, widths, heights and parts of tables, and errors for tables that do not fit."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.deck.graphics import Table
from deckgen.deck.layout import EMU_PER_POINT
from deckgen.deck.slide import Fit, Slide
from deckgen.deck.text_body import LineBreak, Paragraph, Run, TextBody
from deckgen.fit.graphics.table_grid import measured
from deckgen.fit.graphics.tables import placed_tables
from deckgen.fit.placement_context import PlacementContext
from deckgen.support.diagnostics import Diagnostics, Span
from tests.fit.text.rendered import plain_brand
from tests.present import present

BRAND = plain_brand("Calibri")
LAYOUT = BRAND.layout("bullets", "light")
SPAN = Span("talk.yaml", 7, 5)


def body(text: str, line: int = 1) -> TextBody:
    return TextBody((Paragraph((Run(text),) if text else (), span=Span("talk.yaml", line, 9)),))


def table(*rows: tuple[str, ...], header: tuple[str, ...] = (), aligns: str = "") -> Table:
    cells = tuple(tuple(body(text, at) for text in row) for at, row in enumerate(rows, 8))
    sides = {"l": "l", "r": "r"}
    return Table(
        tuple(body(text) for text in header),
        cells,
        tuple(sides[side] for side in aligns or "l" * len(rows[0])),  # type: ignore[misc]
        "A table.",
        SPAN,
    )


def slide(*, fit: Fit = "auto", lang: str = "de-DE") -> Slide:
    title = TextBody((Paragraph((Run("Towns"),)),))
    return Slide("towns", "bullets", "light", lang, (("title", title),), SPAN, notes=title, fit=fit)


def put(
    what: Table, fit: Fit = "auto", lang: str = "de-DE"
) -> tuple[list[tuple[Slide, Table]], list[tuple[str, int]]]:
    """Return the slides of a table, and what was told: code and line."""
    diagnostics = Diagnostics()
    placing = PlacementContext(LAYOUT, BRAND.fonts, BRAND.minimum_size, diagnostics, {"towns"})
    made = placed_tables(slide(fit=fit, lang=lang), "body", what, placing)
    return made, [(each.code, each.span.line) for each in diagnostics if each.span]


def many(count: int) -> Table:
    rows = [(f"Town {at}", f"{at * 1000}") for at in range(count)]
    return table(*rows, header=("Town", "Size"), aligns="lr")


def test_a_table_that_fits_is_as_large_as_the_text() -> None:
    ((_, found),), told = put(many(5))
    assert (found.size, told) == (24, [])


def test_its_text_begins_where_the_bodys_does() -> None:
    ((_, found),), _ = put(many(3))
    place = present(LAYOUT.placeholder("body"))
    assert found.box is not None
    assert found.box.x == place.box.x + place.insets.left
    assert found.box.y == place.box.y + place.insets.top


@pytest.mark.parametrize(
    ("town", "share"), [("Town", 2 / 3), ("Town of the seven hills and bridges", 1)]
)
def test_its_rules_reach_from_edge_to_edge_but_where_its_columns_are_narrow(
    town: str, share: float
) -> None:
    ((_, found),), _ = put(table((town, "1000"), header=("Town", "Size"), aligns="lr"))
    place = LAYOUT.graphic_box("body")
    assert found.box is not None
    assert found.box.x == place.x
    assert found.box.cx == round(place.cx * share)


@pytest.mark.parametrize(
    ("aligns", "lang", "insets"),
    [
        ("l", "de", [(0, 0)]),
        ("lr", "de", [(0, 137_160), (137_160, 0)]),
        ("lrl", "de", [(0, 137_160), (137_160, 274_320), (274_320, 0)]),
        ("lrl", "he", [(0, 137_160), (137_160, 137_160), (137_160, 0)]),
        ("lrrrrrr", "de", [(0, 137_160), *[(137_160, 137_160)] * 5, (137_160, 0)]),
        ("lrrrrrrr", "de", [(0, 137_160), (137_160, 82_296), *[(82_296, 82_296)] * 5, (82_296, 0)]),
    ],
)
def test_numbers_stand_further_from_words_behind_them_and_close_to_many_others(
    aligns: str, lang: str, insets: list[tuple[int, int]]
) -> None:
    grid = measured(table(tuple("x" for _ in aligns), aligns=aligns), lang, BRAND.fonts)
    assert list(grid.insets) == insets


@pytest.mark.parametrize(
    ("rows", "size", "em"), [(3, 28, 0.55), (4, 24, 0.55), (5, 24, 0.45), (7, 24, 0.2)]
)
def test_a_small_table_is_larger_and_its_rows_are_higher(rows: int, size: int, em: float) -> None:
    ((_, found),), _ = put(many(rows))
    assert found.size == size
    assert found.padding / found.size / EMU_PER_POINT == pytest.approx(em, abs=0.03)


def test_a_tiny_table_is_as_large_as_its_headline_allows() -> None:
    title = present(LAYOUT.placeholder("title"))
    styles = tuple(style._replace(size=40) for style in title.level_styles)
    others = (one for one in LAYOUT.placeholders if one.role != "title")
    large = LAYOUT._replace(placeholders=(title._replace(level_styles=styles), *others))
    sizes = []
    for layout in (LAYOUT, large):
        placing = PlacementContext(
            layout, BRAND.fonts, BRAND.minimum_size, Diagnostics(), {"towns"}
        )
        ((_, found),) = placed_tables(slide(), "body", many(2), placing)
        sizes.append(found.size)
    assert sizes == [28, 32]


def test_a_table_beside_text_is_not_larger_than_the_text() -> None:
    told = Diagnostics()
    placing = PlacementContext(LAYOUT, BRAND.fonts, BRAND.minimum_size, told, {"towns"})
    with_text = slide()._replace(placeholders=(("title", body("Towns")), ("second", body("Text"))))
    ((_, found),) = placed_tables(with_text, "body", many(3), placing)
    assert found.size == 24


def test_a_total_stands_on_the_last_slide() -> None:
    made, _ = put(many(40)._replace(has_total=True))
    assert [found.has_total for _, found in made] == [False] * (len(made) - 1) + [True]


def test_what_stands_back_goes_with_its_rows() -> None:
    quiet = tuple((at % 2 == 0,) * 2 for at in range(40))
    made, _ = put(many(40)._replace(quiet=quiet))
    assert tuple(row for _, found in made for row in found.quiet) == quiet


def test_widths_and_heights_add_up_to_the_box() -> None:
    for one, found in put(many(40))[0]:
        assert found.box is not None, one.id
        assert (sum(found.widths), sum(found.heights)) == (found.box.cx, found.box.cy)


def test_a_row_is_as_high_as_its_lines_and_its_margins() -> None:
    three = TextBody((Paragraph((Run("a"), LineBreak(), Run("b"), LineBreak(), Run("c"))),))
    ((_, found),), _ = put(table(("a", "b"))._replace(rows=((body("a"),) * 2, (three, body("b")))))
    one, several = (height - 2 * found.padding for height in found.heights)
    assert several / one == pytest.approx(3, abs=0.01)


def test_the_size_of_an_empty_row_is_that_of_a_line() -> None:
    ((_, found),), _ = put(table(("a", "b"), ("", "")))
    assert found.heights[0] == found.heights[1]


@pytest.mark.parametrize(
    ("rows", "slides", "sizes"),
    [(7, 1, {24}), (10, 1, {18}), (12, 2, {24}), (40, 4, {18}), (200, 20, {18})],
)
def test_it_is_set_smaller_then_goes_on(rows: int, slides: int, sizes: set[int]) -> None:
    made, told = put(many(rows))
    assert (len(made), {found.size for _, found in made}, told) == (slides, sizes, [])
    said = [row[0].text for _, found in made for row in found.rows]
    assert said == [f"Town {at}" for at in range(rows)]


def test_a_table_without_a_header_has_room_for_a_row_more() -> None:
    made, _ = put(table(*((f"Town {at}", "1000") for at in range(22)), aligns="lr"))
    assert [len(found.rows) for _, found in made] == [11, 11]


def test_parts_repeat_the_header_and_are_told_apart() -> None:
    made, _ = put(many(12))
    assert [one.id for one, _ in made] == ["towns", "towns-2"]
    assert [one.placeholders[0][1].text for one, _ in made] == ["Towns (1/2)", "Towns (2/2)"]
    assert [one.notes is not None for one, _ in made] == [True, False]
    assert {tuple(cell.text for cell in found.header) for _, found in made} == {("Town", "Size")}
    assert [found.alt for _, found in made] == ["A table. (1/2)", "A table. (2/2)"]
    assert [len(found.rows) for _, found in made] == [6, 6]
    assert len({found.widths for _, found in made}) == 1


@pytest.mark.parametrize(
    ("fit", "told"),
    [
        ("auto", []),
        ("split", []),
        ("shrink", [("table-too-long", 7)]),
        ("error", [("table-too-long", 7)]),
    ],
)
def test_the_author_says_what_may_be_done(fit: Fit, told: list[tuple[str, int]]) -> None:
    made, found = put(many(40), fit)
    assert found == told
    assert {one.size for _, one in made} == ({24} if fit == "split" else {0} if told else {18})


@pytest.mark.parametrize(("count", "gutter"), [(13, 164_592), (14, 109_728)])
def test_columns_of_numbers_that_would_be_too_wide_stand_closer(count: int, gutter: int) -> None:
    row = ("Museum", *["12.100"] * count)
    ((_, found),), told = put(table(row, aligns="l" + "r" * count))
    assert told == []
    assert found.insets[2].start + found.insets[2].end == gutter


@pytest.mark.parametrize(("length", "gutter"), [(23, 274_320), (24, 164_592)])
def test_words_that_would_be_too_wide_stand_closer(length: int, gutter: int) -> None:
    """Four words leave 0.3 inches between columns on the page; a letter more leaves 0.18."""
    ((_, found),), told = put(table(("n" * length,) * 4))
    assert told == []
    assert found.size == 16
    assert found.insets[1].start + found.insets[1].end == gutter


def test_a_table_that_is_refused_needs_more_than_the_slide_has() -> None:
    diagnostics = Diagnostics()
    placing = PlacementContext(LAYOUT, BRAND.fonts, BRAND.minimum_size, diagnostics, {"towns"})
    row = ("Museum", *["12.100"] * 15)
    placed_tables(slide(), "body", table(row, aligns="l" + "r" * 15), placing)
    ((needed, had),) = [re.findall(r"([0-9.]+) cm", told.message) for told in diagnostics]
    assert float(needed) > float(had)


def test_what_no_slide_holds_is_told_at_its_line() -> None:
    assert put(table(("a", "b"), ("c", "words and " * 300)))[1] == [("row-too-high", 9)]
    assert put(table(("Grundstücksverkehrsgenehmigung",) * 6))[1] == [("table-too-wide", 7)]


def test_numbers_stand_at_their_decimal_sign() -> None:
    """What stands behind the decimal sign, and what is kept free, are as wide in every row."""
    texts = ("1,5 €", "12 €", "–", "1.234,25 €")
    ((_, found),), _ = put(table(*((text,) for text in texts), header=("X",), aligns="r"))
    free = {text: row[0] for text, row in zip(("", *texts), found.decimal_padding, strict=True)}
    assert free["1.234,25 €"] == free[""] == 0
    assert 0 < free["1,5 €"] < free["12 €"] < free["–"]
    figure, comma = 0.507 * found.size * EMU_PER_POINT, 0.25 * found.size * EMU_PER_POINT
    assert free["1,5 €"] == pytest.approx(figure, abs=EMU_PER_POINT)
    assert free["12 €"] == pytest.approx(2 * figure + comma, abs=EMU_PER_POINT)


def test_a_narrow_table_begins_where_reading_does() -> None:
    place = LAYOUT.graphic_box("body")
    boxes = {lang: put(table(("a",)), lang=lang)[0][0][1].box for lang in ("de-DE", "he-IL")}
    german, hebrew = present(boxes["de-DE"]), present(boxes["he-IL"])
    assert german.x == place.x
    assert hebrew.right == place.right
    assert german.cx == hebrew.cx == round(place.cx * 2 / 3)


words = st.text("abcdefgh ", min_size=1, max_size=120)


@given(
    st.integers(1, 5).flatmap(
        lambda wide: st.lists(st.tuples(*[words] * wide), min_size=1, max_size=6)
    ),
    st.integers(12, 24),
    st.sampled_from([9_000_000, 900_000]),
)
def test_no_column_is_narrower_than_its_words(
    rows: list[tuple[str, ...]], size: int, room: int
) -> None:
    grid = measured(table(*rows), "de-DE", BRAND.fonts)
    widths = grid.column_widths(size, room)
    least = [
        column.least * size * EMU_PER_POINT + sum(inset)
        for column, inset in zip(grid.columns, grid.insets, strict=True)
    ]
    if widths is None:
        assert sum(least) > room - len(least) * EMU_PER_POINT
    else:
        assert sum(widths) <= room
        assert all(wide >= few for wide, few in zip(widths, least, strict=True))


def test_a_brand_with_large_text_allows_larger_tables_only() -> None:
    assert smallest_with(30) == 24, "never larger than the layout's own text"


def smallest_with(points: int) -> int:
    diagnostics = Diagnostics()
    placing = PlacementContext(LAYOUT, BRAND.fonts, points, diagnostics, set())
    return min(one.size for _, one in placed_tables(slide(), "body", many(40), placing))


def test_no_cell_ends_with_a_lost_word() -> None:
    words = "Somebody from the town hall opens the door of the shop every day at six, for all now"
    ((_, found),), told = put(table((words, words), ("a", "b"), header=("A", "B")))
    assert told == []
    bound = words.replace("the door", "the~door").replace("six, for all now", "six,~for~all~now")
    bound = bound.replace("at six", "at~six").replace("~", "\u00a0")
    assert [cell.text for row in found.rows for cell in row] == [bound, bound, "a", "b"]


def test_the_words_of_a_cell_do_not_stand_on_a_line_each() -> None:
    rows = [("A market stall", "77", "9"), ("Closing a street", "64", "14")]
    what = table(*rows, header=("Days for", "Before", "Now"), aligns="lrr")
    place = LAYOUT.graphic_box("body")._replace(cx=round(3.3 * 914_400))
    layout = LAYOUT._replace(graphic_boxes=(("body", place),))
    placing = PlacementContext(layout, BRAND.fonts, BRAND.minimum_size, Diagnostics(), set())
    ((_, found),) = placed_tables(slide(), "body", what, placing)
    grid = measured(what, "en-GB", BRAND.fonts)
    assert grid.has_stacked_words(24, grid.column_widths(24, place.cx) or ())
    assert found.size == 22
    assert not grid.has_stacked_words(found.size, found.widths)
