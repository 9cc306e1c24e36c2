"""Who speaks, on the cover."""

import pytest

from tests.talks import talk


@pytest.mark.parametrize(
    ("speaker", "lines"),
    [
        ("Anna Muster, mayor", ["Anna Muster, mayor"]),
        ("Anna Muster, mayor; Ben Beispiel", ["Anna Muster, mayor", "Ben Beispiel"]),
        ("**Anna**; Ben; [Cem](https://c.example)", ["Anna", "Ben", "Cem"]),
        ("Anna;Ben", ["Anna;Ben"]),
    ],
)
def test_names_with_semicolons_between_them_have_a_line_each(
    speaker: str, lines: list[str]
) -> None:
    (slide,) = talk(f'- {{cover: T, speaker: "{speaker}"}}').slides
    shown = [shape.text_frame.paragraphs[0].text for shape in slide.placeholders]
    assert lines in [text.split("\v") for text in shown]


@pytest.mark.parametrize(("lang", "line"), [("ar", "A، B"), ("he", "A, B"), ("de", "A, B")])
def test_the_comma_between_event_and_place_is_that_of_the_language(lang: str, line: str) -> None:
    (slide,) = talk("- cover", lang=lang, head="event: {name: A, place: B}\n").slides
    assert line in [shape.text_frame.text for shape in slide.shapes]
