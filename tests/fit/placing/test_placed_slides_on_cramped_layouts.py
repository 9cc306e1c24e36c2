"""Graphics and texts on cramped layouts of a template: elsewhere, then smaller, with a warning."""

import pytest

from deckgen.deck.box import Box
from deckgen.deck.graphics import Drawing, DrawingItem
from deckgen.deck.layout import EMU_PER_POINT, Layout, LayoutOf
from deckgen.deck.slide import Deck, Fit, LayoutRole, PictureRole, Slide, Tone
from deckgen.deck.text_body import TextBody
from deckgen.fit.fit import fit
from deckgen.support.diagnostics import Diagnostics
from tests.fit import square
from tests.fit.square import FONTS, bullet, line_of
from tests.present import the_graphic

LEAST, USUAL = 12, 18
POINT = EMU_PER_POINT


def layouts(width: int, wide: int, least: int = LEAST) -> LayoutOf:
    """Return layouts with room for graphics 200 points high; that of full pictures has more."""

    def layout(role: LayoutRole | PictureRole, tone: Tone | None, name: str = "") -> Layout:
        found = square.layout(role, tone, "Wide" if role == "bleed" else name)
        cx = wide if found.name == "Wide" else width
        area = Box(0, 0, cx * POINT, 200 * POINT)
        return found._replace(graphic_boxes=(("body", area),), least_size=least)

    return layout


def steps(how: Fit = "auto") -> Slide:
    """Return a slide with three steps whose words are eight squares wide."""
    items = tuple(DrawingItem(line_of(1), title=TextBody((bullet("a" * 8),))) for _ in range(3))
    title = TextBody((bullet("Title"),))
    return square.slide()._replace(
        placeholders=(("title", title),),
        fit=how,
        graphics=(("body", Drawing("steps", items, line_of(1), "Steps")),),
    )


def placed(one: Slide, layout: LayoutOf) -> tuple[str, str, list[str]]:
    """Return the layout that a slide names, how large its steps are, and what was said."""
    diagnostics = Diagnostics()
    (found,) = fit(Deck("Talk", "en", (one,)), layout, FONTS, USUAL, diagnostics).deck.slides
    drawing = the_graphic(found, Drawing)
    sizes = [shape.styles[0].size for shape in drawing.shapes if shape.name.startswith("Step")]
    named = found.layout.name if found.layout else ""
    least = min(sizes, default=0)
    how = "usual" if least >= USUAL else "small" if least >= LEAST else "none"
    return named, how, [f"{one.severity} {one.code}" for one in diagnostics]


GRAPHICS = {
    "room enough": (steps(), layouts(400, 900), ("", "usual", [])),
    "elsewhere": (steps(), layouts(170, 400), ("Wide", "usual", [])),
    "hardly more room": (steps(), layouts(165, 175), ("", "small", ["warning small-text"])),
    "smaller": (steps(), layouts(170, 170), ("", "small", ["warning small-text"])),
    "both": (steps(), layouts(120, 170), ("Wide", "small", ["warning small-text"])),
    "nowhere": (steps(), layouts(90, 90), ("", "none", ["error too-long"])),
    "not wanted": (steps("error"), layouts(170, 170), ("", "none", ["error too-long"])),
    "our own layouts": (steps(), layouts(170, 400, 0), ("", "none", ["error too-long"])),
}


@pytest.mark.parametrize(
    ("one", "layout", "expected"),
    GRAPHICS.values(),
    ids=GRAPHICS,
)
def test_graphics(one: Slide, layout: LayoutOf, expected: tuple[str, str, list[str]]) -> None:
    assert placed(one, layout) == expected


@pytest.mark.parametrize(
    ("how", "least", "size", "said"),
    [
        pytest.param("auto", LEAST, (14,), ["warning small-text"], id="smaller"),
        pytest.param("error", LEAST, (), ["error too-long"], id="not wanted"),
        pytest.param("auto", 0, (18,), ["error too-long"], id="our own layouts"),
    ],
)
def test_a_text(how: Fit, least: int, size: tuple[int, ...], said: list[str]) -> None:
    """A body for one text alone: ten lines of 30 squares at 20 points, 14 of 42 at 14."""
    text = " ".join(["a" * 41] * 14)
    body = square.slide(bullet(text))._replace(role="closing", fit=how)
    diagnostics = Diagnostics()
    deck = Deck("Talk", "en", (body,))
    (found,) = fit(deck, layouts(1, 1, least), FONTS, USUAL, diagnostics).deck.slides

    assert dict(found.placeholders)["body"].sizes[:1] == size
    assert [f"{one.severity} {one.code}" for one in diagnostics] == said
