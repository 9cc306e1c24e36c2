"""Footers and dates are set at a size at which they fit, once for all slides that share them."""

import pytest

from deckgen.deck.layout import Layout
from deckgen.deck.slide import Deck, LayoutRole, PictureRole, Tone
from deckgen.deck.text_body import TextBody
from deckgen.fit.fit import fit
from deckgen.support.diagnostics import Diagnostics
from tests.fit.square import FONTS, LINE, bullet, placeholder, slide, style


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
                "This footer is too long: of its 1 words, 0 fit at 15 points.",
                "This date is too long: of its 1 words, 0 fit at 15 points.",
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
