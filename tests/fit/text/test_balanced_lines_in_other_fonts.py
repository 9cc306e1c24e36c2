"""A headline keeps its lines where a font is missing and a wider one replaces it."""

from deckgen.deck.layout import EMU_PER_POINT, TextStyle
from deckgen.deck.text_body import Paragraph, Run
from deckgen.fit.text.balanced_lines import SetParagraph, balanced_text
from deckgen.fit.text.line_breaking import typeset
from deckgen.fit.text.line_space import line_space
from deckgen.fonts.text_width import Fonts
from tests.fit.set_lines import paragraph_lines

FONTS = Fonts("Calibri", "Calibri", "Consolas")
STYLE = TextStyle(36, "dk1", "heading", bold=True)
FRAME = 640
"""Points."""
WIDER = 1.18


def test_lines_have_room_for_a_wider_font() -> None:
    paragraph = Paragraph((Run("AI and its relevance in Academics & Research"),))
    space = line_space("layout", 0, STYLE, FRAME * EMU_PER_POINT)
    text = SetParagraph(paragraph, STYLE, typeset(paragraph, STYLE, FONTS), space, STYLE.size)
    found = balanced_text([text], FRAME, "en", FONTS)
    assert found.width is not None
    room = round(found.width / WIDER * EMU_PER_POINT)
    shown = paragraph_lines(found.paragraphs[0], STYLE, STYLE.size, room, FONTS)
    assert [line.text for line in shown] == [
        "AI and its relevance",
        "in\N{NO-BREAK SPACE}Academics & Research",
    ]
