"""A deck that is fitted after another one of its brand is as if it were fitted alone."""

import pytest

from deckgen.deck.slide import Deck, Slide
from deckgen.deck.text_body import Paragraph, TextBody
from deckgen.fit.fit import FittedDeck, fit
from deckgen.fit.sizes.layout_frames import FitCache
from deckgen.support.diagnostics import Diagnostics
from tests.fit.square import FONTS, bullet, layout, slide


def _rows(count: int) -> list[Paragraph]:
    return [bullet("A" * 20, line=at) for at in range(1, count + 1)]


def _with_foot(text: str) -> Slide:
    return slide(*_rows(2))._replace(footer=TextBody((bullet(text),)))


SHORT, LONG_WORD = slide(*_rows(3)), slide(bullet("A" * 600))
CASES = {
    "what fits": ((SHORT,), 1),
    "one slide twice": ((SHORT, SHORT._replace(id="two", notes=TextBody((bullet("Say"),)))), 1),
    "another language": ((SHORT, SHORT._replace(id="two", lang="de")), 2),
    "set smaller": ((slide(*_rows(12)),), 1),
    "it may be set smaller, or not": (
        (slide(*_rows(12)), slide(*_rows(12))._replace(id="two", fit="split")),
        1,
    ),
    "it goes on over a second slide": ((slide(*_rows(14)),), 0),
    "each with its foot": ((_with_foot("Gera"), _with_foot("Jena")._replace(id="two")), 1),
    "too long, told each time": ((slide(*_rows(14))._replace(fit="error"),), 0),
    # The second has the lines of the first, as a repetition with * has, and is not told again.
    "too long twice, told once": ((LONG_WORD, LONG_WORD._replace(id="two")), 0),
}
"""The slides, and how many of them are kept."""


@pytest.mark.parametrize(("slides", "count"), CASES.values(), ids=CASES)
def test_a_second_and_a_third_deck_are_as_the_first(slides: tuple[Slide, ...], count: int) -> None:
    cache = FitCache()
    alone, *later = [_fitted(slides, cache) for _ in range(3)]
    assert later == [alone, alone]
    assert len(cache.slides or ()) == count


def test_a_deck_alone_keeps_no_slides() -> None:
    """It would take a hundredth of its time, for nothing."""
    cache = FitCache()
    _fitted((SHORT,), cache)
    assert not cache.slides


def test_of_many_slides_not_all_are_kept() -> None:
    cache = FitCache()
    for number in range(3):
        slides = [slide(bullet(f"{number} {at}"), id_=f"{at}") for at in range(1500)]
        _fitted(tuple(slides), cache)
    # The 1,500 of the second deck were kept; with those of the third they are too many.
    assert not cache.slides


def _fitted(slides: tuple[Slide, ...], cache: FitCache) -> tuple[FittedDeck, list[object]]:
    diagnostics = Diagnostics()
    found = fit(Deck("Talk", "en", slides), layout, FONTS, 15, diagnostics, cache)
    return found, list(diagnostics)
