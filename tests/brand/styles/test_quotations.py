"""The lines of quotations are alike in length, in every style and size."""

import pytest

from deckgen.brand.styles import style_names
from deckgen.fit.text.line_breaking import paragraph_lines
from tests.talks import Talk, talk

QUOTATIONS = {
    "de-DE": "„Man soll nicht bloß handeln, sondern es auch mit der Zuversicht tun, als hänge der "
    "Erfolg lediglich von einem selbst ab.“",
    "en-GB": "“Never doubt that a small group of thoughtful, committed citizens can change the "
    "world; indeed, it is the only thing that ever has.”",
}
_LEAST, _LEAST_END = 0.54, 0.3
"""The least length of a line before the last one and of the last one, beside the longest."""


def widths(made: Talk) -> list[float]:
    """Return the widths of the lines of the only quotation, in points."""
    slide = made.compiled.fitted.deck.slides[0]
    said = dict(slide.placeholders)["title"]
    place = made.compiled.brand.layout(*slide.layout_key).placeholder("title")
    assert place
    left, right = said.side_insets or (place.insets.left, place.insets.right)
    width = (said.box or place.box).cx - left - right
    style = place.level_styles[0]
    size = said.sizes[0] if said.sizes else style.size
    (paragraph,) = said.paragraphs
    fonts = made.compiled.brand.fonts
    hanging = style._replace(margin=said.outdent, indent=-said.outdent)
    lines = paragraph_lines(paragraph, hanging, size, width, fonts)
    return [line.width for line in lines]


@pytest.mark.parametrize("style", style_names())
@pytest.mark.parametrize("size", ["16:9", "4:3"])
@pytest.mark.parametrize("lang", QUOTATIONS)
def test_lines_of_quotations_are_even(lang: str, size: str, style: str) -> None:
    made = talk(f"- quote: {QUOTATIONS[lang]}\n  by: A person", lang=lang, size=size, style=style)
    *others, last = widths(made)

    assert min(others) >= _LEAST * max(others)
    assert last >= _LEAST_END * max(others)
