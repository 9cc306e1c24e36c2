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
