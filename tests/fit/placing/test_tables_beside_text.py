"""Tables beside text are as large as it where a wider place or one below it allows that."""

import pytest

from deckgen.deck.graphics import Table
from deckgen.fit.measured_slide import MeasuredText
from tests.present import the_graphic
from tests.talks import talk

DAYS = "{header: [Days for, Before, Now], rows: [[A market stall, 77, 9], [A bench, 41, 2]]}"
ANSWERS = (
    "{header: [Question, Yes, No, Do not know], rows: "
    "[[Do you come often?, 45 %, 40 %, 15 %], [Would you come again?, 91 %, 5 %, 4 %]]}"
)
TOWNS = (
    "{header: [Town, Inhabitants, Shops, Empty], rows: "
    "[[Altenburg, 33.000, 120, 12], [Gera, 92.000, 310, 41], [Zeitz, 27.000, 96, 30]]}"
)
FEW = "One form, one desk, one name."
MANY = "Many words stand beside this table. " * 16


def placed(text: str, table: str, size: str = "4:3", order: str = "text first") -> list[int]:
    """Return the points of a table, and the EMU of the left and top edges and widths: text first.

    Text and table do not overlap.
    """
    keys = [f"text: {text}", f"table: {table}"]
    entry = ", ".join(["title: T", *(keys if order == "text first" else reversed(keys))])
    fitted = talk(f"- {{{entry}}}", size=size, style="bold").compiled.fitted.slides[0]
    shown = the_graphic(fitted.slide, Table)
    words = next(each for each in fitted.texts if each.role in {"body", "second"})
    assert isinstance(words, MeasuredText)
    assert shown.box
    box, other = words.frame.placeholder.box, shown.box
    assert not box.overlaps(other)
    return [shown.size, box.x, other.x, box.y, other.y, box.cx, other.cx]


def test_a_table_takes_more_than_half_where_it_is_larger_so() -> None:
    size, x, left, _, _, text, table = placed(FEW, DAYS)
    assert size == 26
    assert x < left
    assert table == pytest.approx(text * 7 / 5, rel=0.05)


def test_a_table_keeps_to_its_half_beside_many_words_and_where_it_has_room() -> None:
    for words, page in ((MANY, "4:3"), (FEW, "16:9")):
        _, _, _, _, _, text, table = placed(words, DAYS, page)
        assert table == pytest.approx(text, rel=0.02)


def test_a_table_that_would_be_far_smaller_than_the_text_stands_across_the_page() -> None:
    size, x, left, top, below, _, _ = placed(FEW, TOWNS)
    assert size >= 24
    assert x == left
    assert top < below


def test_a_table_stands_across_the_page_where_its_text_has_one_line_only_there() -> None:
    words = "So the shop tested the town hall, with one form and one desk."
    size, x, left, top, below, *_ = placed(words, DAYS, "16:9")
    assert size == 26
    assert x == left
    assert top < below
    assert placed(f"{words} The form has one page, and the desk stands here.", DAYS, "16:9")[2] > x


def test_a_table_whose_words_would_wrap_stands_across_the_page_below_a_short_text() -> None:
    size, x, left, top, below, text, table = placed(FEW, ANSWERS)
    assert size >= 20
    assert (x, text) == (left, table)
    assert top < below
    assert placed(MANY, ANSWERS)[1] != placed(MANY, ANSWERS)[2]


def test_a_table_of_sentences_stands_across_the_page_where_they_have_fewer_lines() -> None:
    long = "Employ two health visitors for families with newborn children in all wards"
    rows = f"[[Date, Decision], [9 February, {long}], [13 April, Close the walk-in clinic]]"
    size, x, left, top, below, *_ = placed(FEW, rows)
    assert x == left
    assert top < below
    assert size >= 24


def test_the_text_stands_below_such_a_table_where_it_is_written_below_it() -> None:
    _, x, left, below, top, _, _ = placed(FEW, ANSWERS, "4:3", "table first")
    assert x == left
    assert top < below


def test_a_table_too_wide_for_its_half_stands_across_the_page() -> None:
    wide = (
        "{header: [Verfahren, Vorher, Nachher], rows: "
        "[[Sondernutzungsgenehmigung, 77 Tage, 9 Tage], [Straßensperrung, 64 Tage, 14 Tage]]}"
    )
    size, x, left, *_ = placed(FEW, wide)
    assert size >= 20
    assert x == left


def test_a_table_too_wide_for_any_place_is_an_error_at_its_line() -> None:
    row = ", ".join(["Donaudampfschifffahrt"] * 14)
    wide = f"{{rows: [[{row}], [{row}]]}}"
    assert talk(f"- {{title: T, text: One form., table: {wide}}}").codes == ["table-too-wide"]
