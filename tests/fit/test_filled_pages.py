"""How much of its height each kind of page fills, on pages with as little as the tour has."""

from collections.abc import Iterator

import pytest

from deckgen.brand.styles import style_names
from deckgen.deck.graphics import Drawing
from deckgen.deck.layout import EMU_PER_POINT
from deckgen.fit.measured_slide import MeasuredSlide
from tests.sampled import pairs, sampled
from tests.talks import talk

SHARES = {
    "overview": ("- questions: [What?, Why?, Who?, When?]\n- {question: What?, text: x}", 0.85),
    "code": ('- {title: T, code: "a = 1\\nb = 2\\nc = 3\\nd = 4\\ne = 5"}', 0.55),
    "code to scan": ("- {title: T, qr: https://tarnwick.example/form}", 0.85),
    "people": ("- {title: T, people: [{name: Anna, role: Town}, {name: Bo}, {name: Cy}]}", 0.8),
    "figures": (
        "- {title: T, figures: [{number: 78, label: tests}, {number: 9, label: shops}]}",
        0.54,
    ),
    "steps": (
        "- {title: T, steps: [{title: Ask, text: A thing}, {title: Try, text: One day}]}",
        0.3,
    ),
    "bullets": ("- {title: T, bullets: [One, Two: [a, b], Three]}", 0.7),
    "question": ("- {question: T, bullets: [One, Two: [a, b], Three]}", 0.7),
    "question of three answers": ("- {question: T, bullets: [One, Two, Three]}", 0.48),
    "columns": ("- {title: T, columns: [{bullets: [A, B, C]}, {bullets: [A, B]}]}", 0.5),
    "quotation": ("- {quote: Nobody has asked us anything in all these years}", 0.45),
}
"""Entries, and the least share of its height that their first slide fills on 16:9, in any style."""
_ON_4_3 = 0.72
"""The share of that on a page of 4:3, whose lines are shorter, and pictures lower."""


@pytest.mark.parametrize(
    ("kind", "style", "size"), sampled(pairs(SHARES, style_names(), ["16:9", "4:3"]), every=4)
)
def test_pages_with_little_on_them_fill_their_height(kind: str, size: str, style: str) -> None:
    entries, least = SHARES[kind]
    least *= 1 if size == "16:9" else _ON_4_3
    made = talk(entries, size=size, style=style)
    assert not made.diagnostics.has_errors
    slide = made.compiled.fitted.slides[0]
    layout = made.compiled.brand.layout(*slide.slide.layout_key)
    area = layout.graphic_box("title" if slide.slide.role == "quote" else "body")
    top = min(begin for begin, _ in spans(slide))
    height = area.bottom - min(top, area.y)
    filled = max(end for _, end in spans(slide)) - top
    assert least <= filled / height <= 1


def spans(measured: MeasuredSlide) -> Iterator[tuple[int, int]]:
    """Yield the y at which each content begins and ends, in EMU."""
    roles = {"title"} if measured.slide.role == "quote" else {"body", "second", "third"}
    for text in measured.texts:
        if text.role in roles:
            high = round(text.extent.height * EMU_PER_POINT)
            yield text.bottom - high, text.bottom
    for _, graphic in measured.slide.graphics:
        if isinstance(graphic, Drawing):
            for shape in graphic.shapes:
                yield shape.box.y, shape.box.bottom
