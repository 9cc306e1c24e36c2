"""What stands below a headline begins at one distance from its last line."""

from functools import cache
from itertools import product
from typing import Any

import pytest

from tests.media.sample_pictures import pixels, saved
from tests.sampled import sampled
from tests.talks import talk

INCH, POINT = 914_400, 12_700
GAP = 0.35
CALIBRI = 1.2207
"""Em from line to line, as its hhea table says."""
LONG = "A headline of so many words that it takes two lines on slides"
PICTURES = {"a.png": saved(pixels(600, 400), "PNG")}

BODIES = {
    "bullets": "bullets: [One, Two]",
    "text": "text: One sentence.",
    "picture": "image: a.png, layout: Title and bullets",
    "picture-beside": "bullets: [One], image: a.png",
    "table": "table: [[a, b], [1, 2]]",
    "code": "code: x = 1",
    "columns": "columns: [{bullets: [One]}, {bullets: [Two]}]",
    "three": "columns: [{bullets: [One]}, {bullets: [Two]}, {bullets: [Three]}]",
}
HEADLINES = {"one-line": ("Short", 1), "two-lines": (LONG, 2)}


KICKERS = {"without-kicker": "", "kicker": "kicker: Small, "}


@cache
def slides(size: str) -> dict[tuple[str, str, str], Any]:
    """Return the slides of one talk by body, headline and kicker."""
    cases = list(product(BODIES, HEADLINES, KICKERS))
    entries = "\n".join(
        f"- {{title: {HEADLINES[headline][0]}, {KICKERS[kicker]}{BODIES[body]}}}"
        for body, headline, kicker in cases
    )
    return dict(zip(cases, talk(entries, files=PICTURES, size=size).slides, strict=True))


@pytest.mark.parametrize("size", sampled(["16:9", "4:3"], every=2))
@pytest.mark.parametrize("kicker", KICKERS)
@pytest.mark.parametrize("headline", HEADLINES)
@pytest.mark.parametrize("body", sampled([*BODIES], every=8))
def test_bodies_begin_at_one_distance(body: str, headline: str, kicker: str, size: str) -> None:
    _, lines = HEADLINES[headline]
    shown = slides(size)[body, headline, kicker]
    title = shown.shapes.title
    points = title.text_frame.paragraphs[0].runs[0].font.size or layout_size(title)
    last_line = title.top + lines * points * CALIBRI
    rest = [one for one in shown.shapes if one.top > title.top + INCH / 4 and one.top < 6 * INCH]
    pictures = [one for one in rest if one._element.tag.endswith("}pic")]  # above the words beside
    begin = min(one.top for one in pictures or rest if one.height)
    assert (begin - last_line) / INCH == pytest.approx(GAP, abs=0.02)


def layout_size(title: Any) -> int:
    """Return the size that the layout gives its title, in EMU."""
    layout = title.part.slide_layout
    (sizes,) = {
        int(size) * POINT // 100
        for one in layout.placeholders
        if one.placeholder_format.type == title.placeholder_format.type
        for size in one._element.xpath(".//a:lvl1pPr/a:defRPr/@sz")
    }
    return sizes


@pytest.mark.parametrize("kicker", KICKERS)
@pytest.mark.parametrize(
    ("bullets", "size", "capitals"), [("[One]", 72, 42 * 0.638), ("[One, Two, Three, Six]", 28, 0)]
)
def test_a_body_beside_the_headline_stands_as_high_as_that_and_ends_at_one_height(
    bullets: str, size: int, capitals: float, kicker: str
) -> None:
    """On its baseline; with its capitals at the height of those of the headline if it is larger."""
    entries = f"- {{title: Short, {KICKERS[kicker]}bullets: {bullets}}}"
    made = talk(f"{entries}\n- {{title: T, bullets: [1, 2, 3, 4, 5, 6]}}", style="minimal")
    title, body = made.slides[0].shapes.title, made.slides[0].placeholders[1]
    # Insets of 5.7 points; the lines of bullets are 105 % apart.
    baseline = body.top / POINT + 5.7 + size * (0.97 + 0.05 * 1.216)
    assert baseline == pytest.approx(title.top / POINT + 30 * 0.97 + capitals, abs=0.3)
    assert title.top / INCH == pytest.approx(0.95 if kicker == "kicker" else 0.55, abs=0.01)
    assert (body.top + body.height) / INCH == pytest.approx(6.5, abs=0.01)


def test_large_bullets_stay_below_a_kicker_that_reaches_them() -> None:
    kicker = "What we have learned in four years of open shops and squares"
    (slide,) = talk(f"- {{title: A, kicker: {kicker}, bullets: [One]}}", style="minimal").slides
    assert slide.placeholders[1].top == slide.shapes.title.top


# What stands beside a headline whose word is wider than a third of the page.
BESIDE = {
    "bullets": "bullets: [One, Two, Three]",
    "text": "text: One sentence.",
    "question": "",
    "table": "table: [[a, b], [1, 2]]",
}


@pytest.mark.parametrize("kicker", KICKERS)
@pytest.mark.parametrize("body", BESIDE)
def test_a_headline_with_a_long_word_stands_across_the_page_above_its_body(
    body: str, kicker: str
) -> None:
    word = "Wirtschaftlichkeitsberechnungsverordnung"
    entry = f"- {{title: {word} gilt, {KICKERS[kicker]}{BESIDE[body]}}}"
    if body == "question":
        entry = f"- {{question: {word}?, bullets: [One, Two]}}"
    (slide,) = talk(entry, lang="de-DE", style="minimal").slides
    title = slide.shapes.title
    (below,) = [one for one in slide.shapes if one.left > 4 * INCH and INCH < one.top < 6 * INCH]
    assert title.width > 11 * INCH
    assert title.text_frame.paragraphs[0].runs[0].font.size is None
    assert below.top >= title.top + title.height
    last_line = title.top + 30 * POINT * CALIBRI
    assert (below.top - last_line) / INCH == pytest.approx(GAP, abs=0.1)
    assert (below.top + below.height) / INCH < 6.6
