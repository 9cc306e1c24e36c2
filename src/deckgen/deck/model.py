"""A deck as PowerPoint will know it, before any XML: pure values, in PowerPoint's own words.

Kinds of slides are many and open; `Content` is small and closed. `fit`, `ooxml` and `lint` match on
it and never hear of kinds. Values are named tuples; docs/decisions/named-tuples.md says why.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from deckgen.deck.box import Box
from deckgen.diagnostics import Span

Tone: TypeAlias = Literal["light", "dark"]
"""The background family of a slide; each layout exists in both."""

LayoutRole: TypeAlias = Literal[
    "cover", "section", "questions", "question", "bullets", "text", "quote", "closing"
]
"""What a slide is for; a brand finds the layout that serves it."""

PlaceholderRole: TypeAlias = Literal[
    "title", "kicker", "progress", "subtitle", "body", "by", "date"
]
"""What a placeholder is for on its layout. Footer and slide number are `Slide` fields."""

Baseline: TypeAlias = Literal["normal", "superscript", "subscript"]

Bullet: TypeAlias = Literal["layout", "none", "disc", "number"]
"""A paragraph's mark: what the layout says, or one set on the paragraph itself."""

Direction: TypeAlias = Literal["layout", "ltr", "rtl", "centred-ltr", "centred-rtl"]
"""How a paragraph runs: as the layout has it; from the left, from the right; or so, but centred."""

Fit: TypeAlias = Literal["auto", "shrink", "split", "error"]
"""What may be done to text that does not fit: set it smaller, continue the slide, both, neither."""


class WebLink(NamedTuple):
    """A link out of the deck, http(s) or mailto."""

    url: str


class SlideLink(NamedTuple):
    """A link to another slide of the deck, by that slide's id."""

    slide_id: str
    span: Span


class Run(NamedTuple):
    """A stretch of text that is set alike. `text` holds no line feeds and no control characters."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    strike: bool = False
    baseline: Baseline = "normal"
    link: WebLink | SlideLink | None = None


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A forced line break inside a paragraph."""


class Paragraph(NamedTuple):
    """One paragraph; `level` counts from 0, as `lvl` does."""

    runs: tuple[Run | LineBreak, ...]
    level: int = 0
    bullet: Bullet = "layout"
    span: Span | None = None
    start_at: int = 1
    """Where its list begins to count, if it is numbered."""
    direction: Direction = "layout"

    @property
    def text(self) -> str:
        """The words alone, a line break as a blank."""
        return "".join(run.text if isinstance(run, Run) else " " for run in self.runs)


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
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


Content: TypeAlias = TextBody
"""What a placeholder can hold. Small and closed on purpose."""


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


class Deck(NamedTuple):
    """The whole presentation, in the order in which it is shown."""

    title: str
    lang: str
    slides: tuple[Slide, ...] = ()
    author: str = ""
    subject: str = ""
    keywords: str = ""
    date: dt.date | None = None
