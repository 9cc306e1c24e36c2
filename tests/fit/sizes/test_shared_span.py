"""On the cover of a template, title and details divide what they share, so that both are read."""

import pytest

from deckgen.deck.box import Box
from deckgen.deck.layout import EMU_PER_POINT, Anchor, Layout
from deckgen.deck.slide import (
    Deck,
    Fit,
    LayoutRole,
    PictureRole,
    PlaceholderRole,
    Slide,
    Tone,
)
from deckgen.deck.text_body import TextBody
from deckgen.fit.fit import fit
from deckgen.support.diagnostics import Diagnostics
from tests.fit.square import FONTS, bullet, line_of, placeholder, style
from tests.present import present

LEAST, SMALLEST = 18, 12


def cover(title: str, *details: str, fits: Fit = "auto") -> Slide:
    texts = TextBody(tuple(bullet(line) for line in details))
    words: dict[PlaceholderRole, TextBody] = {
        "title": TextBody((bullet(title),)),
        "subtitle": texts,
    }
    return Slide("one", "cover", "light", "en", tuple(words.items()), line_of(1), fit=fits)


def set_on(
    slide: Slide, span: tuple[int, int] | None, anchor: Anchor = "b"
) -> dict[str, tuple[int, int, int]]:
    """Return the size of title and details, and where their boxes begin and end, in points.

    The title has 100 points from 100 on, in 40; the details 60 below it, in 24. Lines have 800.
    """
    title = placeholder("title", 800, 100, style(40))._replace(anchor=anchor)
    title = title._replace(box=title.box._replace(y=100 * EMU_PER_POINT))
    details = placeholder("subtitle", 800, 60, style(24))
    details = details._replace(box=details.box._replace(y=200 * EMU_PER_POINT))
    ends = span and (span[0] * EMU_PER_POINT, span[1] * EMU_PER_POINT)

    def layout(_role: LayoutRole | PictureRole, tone: Tone | None, _name: str) -> Layout:
        texts = (title, details)
        return Layout(
            "Cover",
            "cover",
            tone or "light",
            "/l.xml",
            texts,
            least_size=SMALLEST,
            shared_span=ends,
        )

    (made,) = fit(Deck("Talk", "en", (slide,)), layout, FONTS, LEAST, Diagnostics()).deck.slides
    found = {}
    for role, own in (("title", title), ("subtitle", details)):
        text = present(made.text("title" if role == "title" else "subtitle"))
        box: Box = text.box or own.box
        size = text.sizes[0] if text.sizes else own.level_styles[0].size
        found[role] = (size, round(box.y / EMU_PER_POINT), round(box.bottom / EMU_PER_POINT))
    return found


SHORT, LONG = "A title", "A title of more than one line of words"
FEW, MANY = ("Who",), ("Who", "What for", "Where", "When")


@pytest.mark.parametrize(
    ("slide", "span", "anchor", "title", "details"),
    [
        pytest.param(
            cover(SHORT, *FEW), (50, 500), "b", (40, 100, 200), (24, 200, 260), id="both fit"
        ),
        pytest.param(
            cover(SHORT, *MANY), None, "b", (40, 100, 200), (12, 200, 260), id="nothing is shared"
        ),
        pytest.param(
            cover(SHORT, *MANY), (50, 500), "b", (40, 149, 200), (24, 200, 500), id="grown down"
        ),
        pytest.param(
            cover(SHORT, *MANY),
            (50, 260),
            "b",
            (40, 86, 137),
            (24, 137, 260),
            id="the title gives what it does not need",
        ),
        pytest.param(
            cover(SHORT, *MANY),
            (100, 260),
            "t",
            (40, 100, 151),
            (22, 151, 260),
            id="details somewhat smaller below a title at the top",
        ),
        pytest.param(
            cover(SHORT, *MANY),
            (100, 230),
            "b",
            (28, 102, 138),
            (18, 138, 230),
            id="the title is set smaller, too",
        ),
    ],
)
def test_they_divide_it(
    slide: Slide,
    span: tuple[int, int] | None,
    anchor: Anchor,
    title: tuple[int, int, int],
    details: tuple[int, int, int],
) -> None:
    assert set_on(slide, span, anchor) == {"title": title, "subtitle": details}


def test_a_long_title_is_as_large_as_it_should_be() -> None:
    # 38 squares take two lines of 800 points; three quarters of 40 points are meant.
    assert set_on(cover(LONG, *FEW), (50, 260))["title"][0] >= 30


def test_where_nothing_may_be_smaller_both_stay() -> None:
    found = set_on(cover(SHORT, *FEW, fits="error"), (50, 500))
    assert found == {"title": (40, 100, 200), "subtitle": (24, 200, 260)}
