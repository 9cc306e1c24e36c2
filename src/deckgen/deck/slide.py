"""A deck as PowerPoint will know it, before any XML: pure values, in PowerPoint's own words.

Kinds of slides are many and open; `Content` is small and closed. `fit`, `ooxml` and `lint` match on
it and never hear of kinds. Values are named tuples; docs/decisions/named-tuples.md says why.
"""

import datetime as dt
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from deckgen.deck.box import Box
from deckgen.support.diagnostics import Span

if TYPE_CHECKING:
    from deckgen.deck.equations.equation import Math
    from deckgen.deck.graphics.drawing_style import Ink
    from deckgen.deck.graphics.graphic import Graphic
    from deckgen.deck.included_slide import ForeignSlide

Tone: TypeAlias = Literal["light", "dark"]
"""The background family of a slide; each layout exists in both."""

LayoutRole: TypeAlias = Literal[
    "cover",
    "section",
    "questions",
    "question",
    "bullets",
    "text",
    "quote",
    "closing",
    "two-contents",
    "three-contents",
    "bleed",
]
"""What a slide is for; a brand finds the layout that serves it."""

PlaceholderRole: TypeAlias = Literal[
    "title", "kicker", "progress", "subtitle", "body", "second", "third", "by", "date"
]
"""What a placeholder is for on its layout. Footer and slide number are `Slide` fields."""

Baseline: TypeAlias = Literal["normal", "superscript", "subscript"]

Bullet: TypeAlias = Literal["layout", "none", "disc", "number"]
"""A paragraph's mark: what the layout says, or one set on the paragraph itself."""

Direction: TypeAlias = Literal["layout", "ltr", "rtl", "centred-ltr", "centred-rtl"]
"""How a paragraph runs: as the layout has it; from the left, from the right; or so, but centred."""

ChartKind: TypeAlias = Literal[
    "column", "bar", "stacked", "stacked-bar", "line", "area", "pie", "donut", "scatter", "combined"
]

Fit: TypeAlias = Literal["auto", "shrink", "split", "error"]
"""What may be done to text that does not fit: set it smaller, continue the slide, both, neither."""

Transition: TypeAlias = Literal["none", "fade"]
"""How a slide comes on stage."""


class WebLink(NamedTuple):
    """A link out of the deck, http(s) or mailto."""

    url: str
    tip: str = ""
    """What is shown beside the pointer."""


class SlideLink(NamedTuple):
    """A link to another slide of the deck, by that slide's id."""

    slide_id: str
    span: Span
    tip: str = ""
    """What is shown beside the pointer."""


class Run(NamedTuple):
    """A stretch of text that is set alike. `text` holds no line feeds and no control characters."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    strike: bool = False
    baseline: Baseline = "normal"
    link: WebLink | SlideLink | None = None
    muted: bool = False
    """Whether it stands back behind the rest, in the quiet colour of its layout."""
    ink: "Ink" = ""
    """Its colour within a drawing, if not that of its level."""


UNMARKED = Run("")[1:]
"""All of a run but its text, where nothing is marked."""


class Formula(NamedTuple):
    """Mathematics, set as an equation that can be edited."""

    text: str
    """The same on one line, in plain characters: x², √(a + b)."""
    math: "Math"
    bold: bool = False
    muted: bool = False
    display: bool = False
    """Whether it is a paragraph of its own, and set as large as such are."""

    @property
    def run(self) -> Run:
        """The same in plain characters, where no equation can stand."""
        return Run(self.text, bold=self.bold, muted=self.muted)


class LineBreak:
    """A forced line break inside a paragraph; one is as good as another."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, LineBreak)

    def __hash__(self) -> int:
        return hash(LineBreak)

    def __repr__(self) -> str:
        return "LineBreak()"


Inline: TypeAlias = Run | Formula | LineBreak
"""What stands in a line of text."""


class Paragraph(NamedTuple):
    """One paragraph; `level` counts from 0, as `lvl` does."""

    runs: tuple[Inline, ...]
    level: int = 0
    bullet: Bullet = "layout"
    span: Span | None = None
    start_at: int = 1
    """Where its list begins to count, if it is numbered."""
    direction: Direction = "layout"
    stays: bool = False
    """Whether it is there from the start on a slide that reveals its text."""

    @property
    def text(self) -> str:
        """The words alone, a line break as a blank."""
        return "".join([" " if isinstance(run, LineBreak) else run.text for run in self.runs])


class TextBody(NamedTuple):
    """The paragraphs of one placeholder or of the notes; at least one paragraph."""

    paragraphs: tuple[Paragraph, ...]
    sizes: tuple[int, ...] = ()
    """Whole points for each level from 0, where other than the layout's; empty: as the layout."""
    box: Box | None = None
    """Where it stands, if elsewhere than the layout has it."""

    @property
    def text(self) -> str:
        """The words alone, a line for each paragraph."""
        return "\n".join([paragraph.text for paragraph in self.paragraphs])


Content: TypeAlias = TextBody
"""Text that a placeholder holds."""


class SectionStart(NamedTuple):
    """A section of the deck, as PowerPoint's list of slides shows them, where it begins."""

    id: str
    """The id of its title page; empty for what stands before the first section."""
    title: str


class Slide(NamedTuple):
    """One slide. `id` is stable under edits elsewhere; `lang` is a BCP 47 tag."""

    id: str
    role: LayoutRole
    tone: Tone
    lang: str
    placeholders: tuple[tuple[PlaceholderRole, Content], ...]
    span: Span
    notes: TextBody | None = None
    footer: TextBody | None = None
    day: TextBody | None = None
    """What stands in the date placeholder at the foot of the slide."""
    numbered: bool = False
    hidden: bool = False
    fit: Fit = "auto"
    graphics: tuple[tuple[PlaceholderRole, "Graphic"], ...] = ()
    """What is no text, by the placeholder that it fills, in reading order."""
    section: SectionStart | None = None
    """The section that begins with this slide."""
    reveal: bool = False
    """Whether its text comes click by click: a paragraph of the first level with those below it."""
    transition: Transition = "none"
    foreign: "ForeignSlide | None" = None
    """The slide of another deck that stands here; `placeholders` then only say its title."""
    part: int = 1
    """Which it is of the slides that its entry has become; those beyond the first go on with what
    it says, or show it again."""


class Deck(NamedTuple):
    """The whole presentation, in the order in which it is shown."""

    title: str
    lang: str
    slides: tuple[Slide, ...] = ()
    author: str = ""
    subject: str = ""
    keywords: str = ""
    date: dt.date | None = None
