"""Many short rows stand in two columns: seven where they are much larger so, eight always."""

import pytest

from deckgen.deck.layout import EMU_PER_POINT
from deckgen.deck.slide import Slide
from tests.present import present
from tests.talks import talk

LIST = "- {{title: T, bullets: [{}]}}\n- {{title: U, bullets: [One, Two]}}"
AGENDA = "- agenda: Chapters\n"


def first(entries: str, style: str, size: str = "16:9") -> Slide:
    made = talk(entries, style=style, size=size)
    assert made.data  # it is written and audited
    return made.compiled.fitted.deck.slides[0]


def bullets(*texts: str) -> str:
    return LIST.format(", ".join(texts))


@pytest.mark.parametrize(
    ("entries", "style", "least"),
    [
        (bullets(*["A point"] * 9), "bold", 30),
        (AGENDA + "- section: A chapter\n" * 11, "band", 28),
        (AGENDA + "- section: The people who keep it going\n" * 11, "band", 24),
        (bullets(*["A point"] * 6), "bold", 0),  # too few
        (bullets(*["A point"] * 8, "A point whose words take more than half"), "bold", 0),
        (bullets(*["A point"] * 7, '{"A point:": [And one below it]}'), "bold", 0),
        (AGENDA + "- section: A chapter\n" * 11, "civic", 28),  # without hairlines
        (AGENDA + "- section: A chapter\n" * 11, "editorial", 0),  # numbers in a margin of theirs
        (bullets(*["A point"] * 8), "panel", 28),  # 24 in one column, which it fills
        (bullets(*["A point"] * 7), "panel", 0),
    ],
)
def test_many_short_rows_stand_in_two_columns(entries: str, style: str, least: int) -> None:
    body = present(first(entries, style).text("body"))
    assert bool(body.column_gap) == bool(least)
    assert not least or body.sizes[0] >= least


@pytest.mark.parametrize("style", ["panel", "civic", "band", "minimal", "editorial", "bold"])
def test_many_rows_on_a_narrow_page_need_not_be_larger(style: str) -> None:
    slide = first(bullets(*["Staff who sign names"] * 9), style, "4:3")
    body = present(slide.text("body"))
    assert body.column_gap
    assert body.sizes[0] >= 22
    assert not slide.graphics  # no hairlines


def test_rows_that_would_go_on_stand_on_one_slide() -> None:
    made = talk(AGENDA + "- section: The people\n" * 11, style="minimal").compiled.fitted
    agenda, *sections = made.deck.slides
    (row,) = {paragraph.text for paragraph in agenda.text("body").paragraphs}  # type: ignore[union-attr]
    assert (row, agenda.title, len(sections)) == ("The people", "Chapters", 11)


def test_rows_that_may_not_be_smaller_go_on() -> None:
    rows = ", ".join(["A point"] * 24)
    made = talk(f"- {{title: T, fit: split, bullets: [{rows}]}}", style="bold").compiled.fitted
    assert len(made.deck.slides) > 1


def test_the_place_holds_the_rows_of_one_column_and_no_other() -> None:
    body = present(first(bullets(*["A point"] * 9), "bold").text("body"))
    assert body.box
    height, size = body.box.cy / EMU_PER_POINT, body.sizes[0]
    row = size * 1.2 + body.paragraphs[0].space_after
    assert 5 * row - body.paragraphs[0].space_after < height < 5 * row + size
    assert body.space_before[0] == 0


def test_lines_in_columns_lead_to_their_slides() -> None:
    slide = first(AGENDA + "- section: A chapter\n" * 11, "band")
    areas = [link.box for link in slide.line_links]
    assert len(areas) == 11
    left, right = areas[:6], areas[6:]
    assert len({box.x for box in left}) == len({box.x for box in right}) == 1
    assert right[0].x - left[0].x > left[0].cx
    assert [box.y for box in right] == [box.y for box in left[:5]]
