"""The number of a section that stands in a text of its own belongs to its title."""

import pytest

from deckgen.importing.powerpoint.reading.headlines import with_number
from deckgen.importing.powerpoint.reading.source_slide import (
    SourcePicture,
    SourceShape,
    Unread,
    words_of_content,
)
from tests.importing.powerpoint.source_slides import text_shape

NUMBER, HEAD = text_shape("02", size=60), text_shape("Benches", size=48)
ORNAMENT = SourceShape(Unread("group of shapes"))
PLAN = SourceShape(SourcePicture(b"", "png", "", decorative=False, name="a"))


@pytest.mark.parametrize(
    ("shapes", "texts"),
    [
        ([NUMBER, HEAD], ["02 Benches"]),
        ([HEAD, ORNAMENT, text_shape("2.", size=33.6)], ["2. Benches", ""]),
        (
            [NUMBER, HEAD, text_shape("Where to sit", placeholder="subTitle", size=20)],
            ["02 Benches", "Where to sit"],
        ),
        ([NUMBER, text_shape("Benches", "and trees", size=48)], ["02 Benches\nand trees"]),
        ([HEAD, text_shape("2", size=33.5)], ["Benches", "2"]),
        ([NUMBER, HEAD, text_shape("Where to sit")], ["02", "Benches", "Where to sit"]),
        ([NUMBER, HEAD, PLAN], ["02", "Benches", ""]),
        ([NUMBER, NUMBER], ["02", "02"]),
        ([text_shape("2026", size=60), HEAD], ["2026", "Benches"]),
    ],
    ids=[
        *("before", "behind, as large", "with a subtitle", "two lines", "a small number"),
        *("with a text", "with a picture", "two numbers", "a year"),
    ],
)
def test_the_number_of_a_section_is_the_beginning_of_its_title(
    shapes: list[SourceShape], texts: list[str]
) -> None:
    made = with_number(shapes)
    assert [words_of_content(each) for each in made] == texts
    assert any(each.placeholder == "title" for each in made) == (len(made) < len(shapes))


def test_a_title_with_a_number_stays_a_centred_one() -> None:
    made = with_number([NUMBER, text_shape("Benches", placeholder="ctrTitle", size=48)])
    assert [each.placeholder for each in made] == ["ctrTitle"]
