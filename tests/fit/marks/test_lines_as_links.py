"""Lines of an overview lead to their slides as areas, told with a font of squares.

The body's box is 600 points wide and 10 lines high; its lines are 30 squares wide at 20 points.
"""

from typing import Any

import pytest

from deckgen.deck.layout import EMU_PER_POINT, Layout
from deckgen.deck.slide import Deck, LayoutRole, PictureRole, Tone
from deckgen.deck.text_body import Inline, LineBreak, Paragraph, Run, SlideLink, WebLink
from deckgen.fit.fit import fit
from deckgen.fit.marks.lines import line_target
from deckgen.support.diagnostics import Diagnostics
from tests.fit.square import FONTS, LINE, layout, line_of, slide
from tests.present import present

HIGH = 20 * LINE
"""Points of a line."""
ONE, TWO = SlideLink("one", line_of(3)), SlideLink("two", line_of(4))


def line(text: str, link: SlideLink | None = ONE) -> Paragraph:
    return Paragraph((Run(text, link=link),))


AREAS: dict[
    str, tuple[list[Paragraph], dict[str, Any], list[tuple[float, float, float, float]]]
] = {
    "as wide as its words, and some more": ([line("a" * 10)], {}, [(0, 0, 220, HIGH)]),
    "as high as its lines, then as wide as the box": (
        [line("a" * 20 + " " + "b" * 20), line("a" * 10, TWO)],
        {},
        [(0, 0, 600, 2 * HIGH), (0, 2 * HIGH, 220, HIGH)],
    ),
    "no wider than the box": ([line("a" * 30)], {}, [(0, 0, 600, HIGH)]),
    "only lines that lead to a slide": (
        [line("a", None), line("a" * 10)],
        {},
        [(0, HIGH, 220, HIGH)],
    ),
    "from the middle": ([line("a" * 10)], {"anchor": "ctr"}, [(0, 4.5 * HIGH, 220, HIGH)]),
    "from the bottom": ([line("a" * 10)], {"anchor": "b"}, [(0, 9 * HIGH, 220, HIGH)]),
    "centred lines may begin anywhere": ([line("a" * 10)], {"align": "ctr"}, [(0, 0, 600, HIGH)]),
    "the space between two lines is shared": (
        [line("a" * 10), line("a" * 10, TWO)],
        {"space_before": 10},
        [(0, 0, 220, HIGH + 5), (0, HIGH + 5, 220, HIGH + 5)],
    ),
    "none on columns": ([line("a" * 10)], {"columns": 2}, []),
    "none on vertical text": ([line("a" * 5)], {"vertical": True}, []),
}


@pytest.mark.parametrize(("lines", "changes", "expected"), AREAS.values(), ids=AREAS)
def test_lines_lead_to_slides(
    lines: list[Paragraph],
    changes: dict[str, Any],
    expected: list[tuple[float, float, float, float]],
) -> None:
    def on_layout(role: LayoutRole | PictureRole, tone: Tone | None, _name: str) -> Layout:
        title, kicker, body = layout(role, tone).placeholders
        of_style = {
            key: value for key, value in changes.items() if key in body.level_styles[0]._fields
        }
        styles = tuple(one._replace(mark="none", **of_style) for one in body.level_styles)
        of_place = {key: value for key, value in changes.items() if key not in of_style}
        changed = body._replace(level_styles=styles, **of_place)
        return layout(role, tone)._replace(placeholders=(title, kicker, changed))

    overview = slide(*lines)._replace(role="questions")
    found = fit(Deck("Talk", "en", (overview,)), on_layout, FONTS, 15, Diagnostics())
    areas = [
        tuple(side / EMU_PER_POINT for side in one.box)
        for shown in found.deck.slides
        for one in shown.line_links
    ]
    assert areas == expected


TARGETS: dict[str, tuple[tuple[Inline, ...], SlideLink | None]] = {
    "all words": ((Run("a", link=ONE), LineBreak(), Run("b", bold=True, link=ONE)), ONE),
    "some words": ((Run("a", link=ONE), Run("b")), None),
    "two slides": ((Run("a", link=ONE), Run("b", link=TWO)), None),
    "the web": ((Run("a", link=WebLink("https://example.org")),), None),
    "no words": ((), None),
}


@pytest.mark.parametrize(("runs", "expected"), TARGETS.values(), ids=TARGETS)
def test_a_line_leads_where_all_of_it_leads(
    runs: tuple[Inline, ...], expected: SlideLink | None
) -> None:
    assert line_target(Paragraph(runs)) == expected


def test_a_line_that_only_the_reserve_breaks_is_one_line_high() -> None:
    lines = [line("a" * 14 + " " + "b" * 14), line("a" * 10, TWO)]
    overview = slide(*lines)._replace(role="questions")
    fonts = FONTS._replace(reserve=1.05)

    def on_layout(role: LayoutRole | PictureRole, tone: Tone | None, _name: str) -> Layout:
        title, kicker, body = layout(role, tone).placeholders
        styles = tuple(one._replace(mark="none") for one in body.level_styles)
        changed = body._replace(level_styles=styles)
        return layout(role, tone)._replace(placeholders=(title, kicker, changed))

    found = fit(Deck("Talk", "en", (overview,)), on_layout, fonts, 15, Diagnostics())
    (shown,) = found.deck.slides
    (measured,) = found.slides
    body = present(measured.text("body"))
    assert body.extent.lines == 3
    assert [area.box.y / EMU_PER_POINT for area in shown.line_links] == [0, HIGH]
