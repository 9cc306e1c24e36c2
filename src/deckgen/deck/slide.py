"""A deck and its slides as PowerPoint will know them: values before any XML.

The kinds of the outline end here: a slide has text in placeholders, and graphics. Values are named
tuples; docs/decisions/named-tuples.md says why.
"""

import datetime as dt
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from deckgen.deck.text_body import TextBody
from deckgen.support.diagnostics import Span

if TYPE_CHECKING:
    from deckgen.deck.graphics.graphic import Graphic
    from deckgen.deck.included_slide import IncludedSlide

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

Fit: TypeAlias = Literal["auto", "shrink", "split", "error"]
"""What may be done to text that does not fit: set it smaller, continue the slide, both, neither."""

Transition: TypeAlias = Literal["none", "fade"]
"""How a slide comes on stage."""


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
    placeholders: tuple[tuple[PlaceholderRole, TextBody], ...]
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
    included: "IncludedSlide | None" = None
    """The slide of another deck that stands here; `placeholders` then only say its title."""
    number_in_entry: int = 1
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
