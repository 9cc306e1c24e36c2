"""A font of squares, one em each: line breaking with it is plain arithmetic."""

from deckgen.deck.box import Box
from deckgen.deck.layout import EMU_PER_POINT, Layout, Mark, Placeholder, TextStyle
from deckgen.deck.slide import LayoutRole, PictureRole, PlaceholderRole, Slide, Tone
from deckgen.deck.text_body import Paragraph, Run, TextBody
from deckgen.fonts.face import Face
from deckgen.fonts.text_width import Fonts
from deckgen.support.diagnostics import Span

SQUARE = Face(units=1, ascent=1, descent=0, line_gap=0, widths={" ": 1}, fixed=1)
FONTS = Fonts(
    "Square",
    "Square",
    "Square",
    {("Square", bold, italic): SQUARE for bold in (False, True) for italic in (False, True)},
    reserve=1,
)
LINE = 1.216
"""The height of a line in em."""


def style(size: int, mark: Mark = "none", space_before: int = 0) -> TextStyle:
    """Return a level without margins."""
    return TextStyle(size, "dk1", mark=mark, space_before=space_before)


def placeholder(
    role: PlaceholderRole, width: float, height: float, *levels: TextStyle
) -> Placeholder:
    """Return a placeholder; lengths are points."""
    box = Box(0, 0, round(width * EMU_PER_POINT), round(height * EMU_PER_POINT))
    return Placeholder(role, "body", 1, role, box, levels)


def layout(role: LayoutRole | PictureRole, tone: Tone | None, name: str = "") -> Layout:
    """Return a layout: a body of 10 lines of 30 squares at 20 points, and a title of 2 lines."""
    body = placeholder("body", 600, 10 * 20 * LINE, style(20, "square"), style(16, "dash"))
    title = placeholder("title", 600, 2 * 30 * LINE, style(30))
    kicker = placeholder("kicker", 600, 12 * LINE, style(10))
    return Layout(name or "Test", role, tone or "light", "/layout.xml", (title, kicker, body))


def line_of(number: int) -> Span:
    """Return a place in a file."""
    return Span("talk.yaml", number, 1)


def bullet(text: str, level: int = 0, line: int = 1) -> Paragraph:
    """Return a paragraph with a single run."""
    return Paragraph((Run(text),), level, span=line_of(line))


def slide(*paragraphs: Paragraph, title: str = "Title", id_: str = "one") -> Slide:
    """Return a slide with bullets."""
    return Slide(
        id_,
        "bullets",
        "light",
        "en",
        (("title", TextBody((bullet(title),))), ("body", TextBody(paragraphs))),
        line_of(1),
    )
