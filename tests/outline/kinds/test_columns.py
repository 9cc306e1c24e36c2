"""Columns, of text and of what is shown, from the outline to the deck."""

from pathlib import Path
from typing import Any

import pytest

from tests.talks import check_valid, complaints, talk
from tests.template.test_any_template import FILES, GOOD

TWO = (
    "- {title: T, frame: no, "
    "columns: [{heading: A, text: One}, {heading: B, bullets: [Two, Three]}]}"
)
THREE = "- {title: U, frame: no, columns: [{text: One}, {text: Two}, {text: Three}]}"
LONG = "Words that go on and on, and say little. " * 11
LONGER = "Words that go on and on, and say little. " * 110


def columns(slide: Any) -> list[Any]:
    return [
        shape
        for shape in slide.shapes
        if shape.has_text_frame and shape.text_frame.text not in {"", "T", "U"}
    ]


@pytest.mark.parametrize(
    ("entry", "said", "layout"),
    [
        (TWO, ["A\nOne", "B\nTwo\nThree"], "Two contents"),
        (THREE, ["One", "Two", "Three"], "Three contents"),
    ],
)
def test_each_column_fills_a_placeholder(entry: str, said: list[str], layout: str) -> None:
    (slide,) = talk(entry).slides
    found = columns(slide)
    assert [shape.text_frame.text for shape in found] == said
    assert all(shape.is_placeholder for shape in found)
    assert slide.slide_layout.name == layout


def test_what_reads_from_the_right_begins_there() -> None:
    (slide,) = talk(THREE, lang="ar").slides
    first, second, third = columns(slide)
    assert [one.text_frame.text for one in (first, second, third)] == ["One", "Two", "Three"]
    assert first.left > second.left > third.left


def test_a_column_shows_a_picture_a_table_or_a_chart_in_its_place() -> None:
    made = talk(
        "- {title: T, columns: [{text: One}, {table: [[a, b], [c, d]]},"
        " {chart: {data: [[Year, People], [2020, 4], [2021, 6]]}}]}"
    )
    (slide,) = made.slides
    (words,) = (one for one in columns(slide) if one.text_frame.text == "One")
    (table,) = (one for one in slide.shapes if one.has_table)
    (chart,) = (one for one in slide.shapes if one.has_chart)
    assert words.left + words.width <= table.left
    assert table.left + table.width <= chart.left


@pytest.mark.parametrize(
    ("column", "found"),
    [
        ("{table: [[a, b], [c, d]], heading: Above}", ["full-column"]),
        ("{text: Words, table: [[a, b], [c, d]]}", ["full-column"]),
        ("{heading: Above}", ["empty-column"]),
        ("{chart: [[a, b]]}", ["wrong-type"]),
    ],
)
def test_a_column_is_words_or_what_is_shown(column: str, found: list[str]) -> None:
    assert talk(f"- {{title: T, columns: [{{text: One}}, {column}]}}").codes == found


def test_columns_are_set_in_one_size() -> None:
    made = talk(
        f"- {{title: T, columns: [{{text: Short}}, {{text: '{LONG}'}}, {{text: '{LONG}'}}]}}"
    )
    (slide,) = made.compiled.deck.slides
    sizes = {content.sizes for role, content in slide.placeholders if role != "title"}
    assert made.codes == []
    assert len(sizes) == 1
    assert 18 <= sizes.pop()[0] < 24


@pytest.mark.parametrize("long", [0, 1])
def test_a_column_that_is_too_long_is_an_error_and_never_leaves_the_other(long: int) -> None:
    texts = ["{text: Short}", "{text: Short}"]
    texts[long] = f"{{text: '{LONGER}'}}"
    assert talk(f"- {{title: T, frame: no, columns: [{', '.join(texts)}]}}").codes == ["too-long"]


@pytest.mark.slow
@pytest.mark.parametrize("name", GOOD)
def test_on_any_template_columns_stand_beside_each_other(name: str) -> None:
    made = talk(f"{TWO}\n{THREE}", brand=FILES[name])
    for slide, count in zip(made.slides, (2, 3), strict=True):
        lefts = [shape.left for shape in columns(slide)[-count:]]
        assert sorted(set(lefts)) == lefts
    assert complaints(made.data, FILES[name].read_bytes()) == {}


@pytest.mark.slow
@pytest.mark.parametrize("brand", [None, FILES["python-pptx"]], ids=["own", "template"])
def test_microsofts_validator_finds_nothing(brand: Path | None, tmp_path: Path) -> None:
    check_valid(talk(f"{TWO}\n{THREE}", brand=brand).data, tmp_path)
