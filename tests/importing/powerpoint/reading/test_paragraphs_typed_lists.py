"""Lines that begin with a typed sign: they are bullets."""

import pytest

from deckgen.importing.marked_text import SourceParagraph, SourceRun
from deckgen.importing.powerpoint.reading.paragraphs import with_typed_lists
from deckgen.importing.powerpoint.reading.source_slide import SlideText, SourceShape, paragraphs_in
from tests.importing.powerpoint.source_slides import source_slide, text_shape


def listed(shape: SourceShape) -> list[tuple[str, int, str]]:
    (made,) = with_typed_lists(source_slide(shape)).shapes
    return [(line.words, line.level, line.mark) for line in paragraphs_in(made)]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["•  Gera", "• Jena"], [("Gera", 0, "bullet"), ("Jena", 0, "bullet")]),
        (["- Gera", " - Jena"], [("Gera", 0, "bullet"), ("Jena", 0, "bullet")]),
        (
            ["Towns:", "• Gera", "– East", "• Jena"],
            [
                *(("Towns:", 0, "none"), ("Gera", 0, "bullet")),
                *(("East", 1, "bullet"), ("Jena", 0, "bullet")),
            ],
        ),
        (["– Gera"], [("– Gera", 0, "none")]),
        (["-5 degrees", "-7 degrees"], [("-5 degrees", 0, "none"), ("-7 degrees", 0, "none")]),
        (["•", "•"], [("•", 0, "none"), ("•", 0, "none")]),
    ],
    ids=["bullets", "dashes", "below a line", "one dash", "numbers", "signs alone"],
)
def test_typed_signs_are_bullets(lines: list[str], expected: list[tuple[str, int, str]]) -> None:
    assert listed(text_shape(*lines)) == expected


def test_a_sign_may_have_a_format_of_its_own() -> None:
    line = SourceParagraph((SourceRun("•"), SourceRun("  ", bold=True), SourceRun("Gera")))
    shape = text_shape("")._replace(content=SlideText((line, line)))
    (made,) = with_typed_lists(source_slide(shape)).shapes
    assert [each.runs for each in paragraphs_in(made)] == [(SourceRun("Gera"),)] * 2


def test_levels_that_are_set_stay() -> None:
    first, second = text_shape("• Gera", "– East").content.paragraphs  # type: ignore[union-attr]
    shape = text_shape("")._replace(content=SlideText((first, second._replace(level=2))))
    assert listed(shape) == [("Gera", 0, "bullet"), ("East", 2, "bullet")]


def test_code_and_lists_stay_as_they_are() -> None:
    code = text_shape("- a", "- b")._replace(is_mono=True)
    assert listed(code) == [("- a", 0, "none"), ("- b", 0, "none")]
