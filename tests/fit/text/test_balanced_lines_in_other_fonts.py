"""A headline keeps its number of lines where its font is missing and a wider one replaces it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.deck.layout import EMU_PER_POINT, TextStyle
from deckgen.deck.text_body import Paragraph, Run
from deckgen.fit.text.balanced_lines import SetParagraph, balanced_text
from deckgen.fit.text.line_breaking import typeset
from deckgen.fit.text.line_space import line_space
from deckgen.fonts.face import widening
from deckgen.fonts.text_width import Fonts
from tests.fit.set_lines import paragraph_lines

STYLE = TextStyle(44, "dk1", "heading")
NO_BREAK = "\N{NO-BREAK SPACE}"
WORDS = ["a", "on", "the", "town", "whole", "square", "market", "Saturday"]
SURELY = 1.04**3
"""A frame narrower by this has lines that stay, though its edge parts two words by a hair."""

# The font, points of its frame and how much wider another font is; then the headline as it is set
# in its own font and in that one. “~” is a no-break space that is added.
HEADLINES = {
    "a frame has room for the wider font": (
        ("Calibri Light", 830, 1.25),
        "Larger towns spend more on each / of their people",
        "Larger towns spend more / on each of their people",
    ),
    "a lone word is joined where a narrow frame would have had room for it": (
        ("Calibri Light", 560, 1.25),
        "What has the project set / in~motion?",
        "What has the project set / in~motion?",
    ),
    "a font that another of its widths replaces breaks into the most even lines": (
        ("Calibri", 560, 1.0),
        "What has the project / set in motion?",
        "What has the project / set in motion?",
    ),
    "a text that no frame holds in the wider font has room as far as it goes": (
        ("Calibri Light", 560, 1.25),
        "Larger towns spend more / on~each of their people",
        "Larger towns spend / more on~each of their / people",
    ),
    "a long title has a no-break space for each of its lines, and more": (
        ("Calibri Light", 620, 1.25),
        "The neighbourhoods / of~the~administration / and~the~neighbourhoods / with~responsibility",
        "The neighbourhoods / of~the~administration / and~the~neighbourhoods / with~responsibility",
    ),
    "a stand-in that is measured a little narrower has less room": (
        ("Aptos", 700, 1.12),
        "What has the project / set in motion?",
        "What has the project / set in motion?",
    ),
}


@pytest.mark.parametrize("case", HEADLINES.values(), ids=HEADLINES)
def test_headlines(case: tuple[tuple[str, float, float], str, str]) -> None:
    (font, frame, wider), own, other = case
    said = own.replace(" / ", " ").replace("~", " ")
    width, paragraph = balanced(said, font, frame)
    assert shown(paragraph, font, width) == own
    assert shown(paragraph, font, width / wider) == other


@given(
    st.lists(st.sampled_from(WORDS), min_size=4),
    st.sampled_from(["Calibri Light", "Garamond", "Aptos", "Gill Sans MT"]),
    st.integers(400, 900),
)
def test_no_headline_has_a_line_more_than_the_whole_frame_gives_it(
    words: list[str], font: str, frame: int
) -> None:
    wider = widening(font)
    plain = Paragraph((Run(" ".join(words)),))
    width, paragraph = balanced(" ".join(words), font, frame)
    lines = line_count(paragraph, font, width)
    if line_count(plain, font, frame / SURELY / wider) <= lines:
        assert line_count(paragraph, font, (width + 0.1) / wider) <= lines


def line_count(paragraph: Paragraph, font: str, width: float) -> int:
    """Return how many lines a headline has in a frame of some points."""
    return shown(paragraph, font, width).count(" / ") + 1


def balanced(said: str, font: str, frame: float) -> tuple[float, Paragraph]:
    """Return the points that the frame of a headline is wide, and the headline."""
    fonts = Fonts(font, font, "Consolas")
    paragraph = Paragraph((Run(said),))
    space = line_space("layout", 0, STYLE, round(frame * EMU_PER_POINT))
    space = space._replace(right=frame / fonts.reserve)
    text = SetParagraph(paragraph, STYLE, typeset(paragraph, STYLE, fonts), space, STYLE.size)
    found = balanced_text([text], frame, "en", fonts)
    return found.width or frame, found.paragraphs[0]


def shown(paragraph: Paragraph, font: str, width: float) -> str:
    """Return the lines of a headline in a frame of some points."""
    fonts = Fonts(font, font, "Consolas")
    emu = round(width * EMU_PER_POINT)
    lines = paragraph_lines(paragraph, STYLE, STYLE.size, emu, fonts)
    return " / ".join(line.text for line in lines).replace(NO_BREAK, "~")
