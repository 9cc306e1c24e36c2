"""Footers and dates are set at a size at which they fit, once for all slides that share them."""

from typing import Literal

import pytest

from deckgen.deck.box import Box
from deckgen.deck.layout import EMU_PER_INCH, EMU_PER_POINT, Layout
from deckgen.deck.slide import Deck, LayoutRole, PictureRole, Tone
from deckgen.deck.text_body import TextBody
from deckgen.fit.fit import fit
from deckgen.support.diagnostics import Diagnostics
from tests.fit.square import FONTS, LINE, bullet, placeholder, slide, style
from tests.present import present
from tests.talks import talk

DAY = TextBody((bullet("a"),))


def with_footer(_role: LayoutRole | PictureRole, tone: Tone | None, _name: str) -> Layout:
    """Return a layout with a footer and a date of one line each, 360 points wide."""
    foot = placeholder("body", 360, 20 * LINE, style(20))
    footer, day = foot._replace(role="footer", type="ftr"), foot._replace(role="day", type="dt")
    return Layout("Test", None, tone or "light", "/layout.xml", (footer, day))


@pytest.mark.parametrize(
    ("letters", "sizes", "errors"),
    [
        (18, (), []),
        (19, (18,), []),
        (24, (15,), []),
        (
            25,
            (),
            [
                "This footer is too long: as one word, it does not fit at 15 points.",
                "This date is too long: as one word, it does not fit at 15 points.",
            ],
        ),
    ],
    ids=["fits", "smaller", "least size", "too long"],
)
def test_a_footer_and_a_date_are_set_smaller_until_they_fit(
    letters: int, sizes: tuple[int, ...], errors: list[str]
) -> None:
    foot = TextBody((bullet("a" * letters),))
    one = slide()._replace(placeholders=(), footer=foot, day=foot)
    diagnostics = Diagnostics()
    deck = Deck("Talk", "en", (one, one._replace(id="two"), one._replace(footer=None, id="three")))
    first, second, third = fit(deck, with_footer, FONTS, 15, diagnostics).deck.slides
    assert (first.footer, first.day) == (foot._replace(sizes=sizes), foot._replace(sizes=sizes))
    assert (second.footer, third.footer, third.day) == (first.footer, None, first.day)
    assert [each.message for each in diagnostics] == errors


@pytest.mark.parametrize(
    ("letters", "day", "fits"),
    [(24, None, 360), (25, None, 720), (48, None, 720), (49, None, None), (25, DAY, None)],
    ids=["has its own place", "has the date's too", "full", "too long", "not where a date stands"],
)
def test_a_long_footer_has_the_place_of_a_date_that_is_not_there(
    letters: int, day: TextBody | None, fits: int | None
) -> None:
    def side_by_side(role: LayoutRole | PictureRole, tone: Tone | None, name: str) -> Layout:
        footer, date = with_footer(role, tone, name).placeholders
        beside = date._replace(box=date.box._replace(x=footer.box.right))
        return Layout("Test", None, "light", "/layout.xml", (footer, beside))

    foot, diagnostics = TextBody((bullet("a" * letters),)), Diagnostics()
    one = slide()._replace(placeholders=(), footer=foot, day=day)
    footer = fit(Deck("Talk", "en", (one,)), side_by_side, FONTS, 15, diagnostics).deck.slides[0]
    assert footer.footer
    assert diagnostics.has_errors == (fits is None)
    if fits is not None:
        box = footer.footer.box
        assert (box.cx // EMU_PER_POINT if box else 360) == fits


@pytest.mark.parametrize(
    ("style", "code", "wide"),
    [("band", "", True), ("band", "  qr: https://example.org\n", False), ("civic", "", False)],
    ids=["its place is free", "beside a code", "its place is elsewhere"],
)
def test_a_long_contact_takes_the_place_of_a_code(style: str, code: str, *, wide: bool) -> None:
    contact = "An office\n    <https://tarnwick.example/street-lighting>"
    made = talk(f"- closing: Thanks\n{code}  text: |\n    {contact}", size="4:3", style=style)
    body = present(made.compiled.fitted.slides[0].text("body"))
    assert (body.frame.placeholder.box.cx > 8 * EMU_PER_INCH) == wide
    assert (body.extent.lines == 2) == wide


@pytest.mark.parametrize(
    ("align", "x", "place"),
    [("r", 700, (360, 400)), ("l", -340, (-340, 340)), ("l", 700, None)],
)
def test_a_date_without_room_has_the_space_up_to_the_footer(
    align: Literal["l", "r"], x: int, place: tuple[int, int] | None
) -> None:
    """The places are where it begins and how wide it is, in points."""

    def narrow(role: LayoutRole | PictureRole, tone: Tone | None, name: str) -> Layout:
        footer, date = with_footer(role, tone, name).placeholders
        style = date.level_styles[0]._replace(align=align)
        box = Box(x * EMU_PER_POINT, footer.box.y, 60 * EMU_PER_POINT, footer.box.cy)
        beside = date._replace(box=box, level_styles=(style,))
        return Layout("Test", None, "light", "/layout.xml", (footer, beside))

    diagnostics = Diagnostics()
    one = slide()._replace(placeholders=(), day=TextBody((bullet("a" * 12),)))
    day = fit(Deck("Talk", "en", (one,)), narrow, FONTS, 15, diagnostics).deck.slides[0].day
    found = day and day.box
    assert (found and (found.x // EMU_PER_POINT, found.cx // EMU_PER_POINT)) == place
    assert diagnostics.has_errors == (place is None)
