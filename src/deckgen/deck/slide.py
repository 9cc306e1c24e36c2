"""A deck and its slides as PowerPoint will know them: values before any XML.

The kinds of the outline end here: a slide has text in placeholders, and graphics. Values are named
tuples; docs/decisions/named-tuples.md says why.
"""

import datetime as dt
import zlib
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from deckgen.deck.box import Box
from deckgen.deck.text_body import Run, SlideLink, TextBody
from deckgen.support.diagnostics import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Mapping

    from deckgen.deck.graphics import Graphic
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
"""The purpose of a slide; a brand has a layout for each."""
LISTS: frozenset[LayoutRole] = frozenset({"bullets", "question"})
"""Slides with a headline and a list."""
SEVERAL_CONTENTS: frozenset[LayoutRole] = frozenset({"two-contents", "three-contents"})
PAGES: frozenset[LayoutRole] = LISTS | SEVERAL_CONTENTS | {"questions", "text"}
"""Slides with a headline and what belongs to it; neither covers nor quotations, and the like."""

PictureRole: TypeAlias = Literal[
    "cover-picture",
    "section-picture",
    "quote-picture",
    "closing-picture",
    "whole-picture",
    "half-picture",
    "half-picture-left",
    "scrim",
    "question-whole",
    "question-contents",
    "question-half",
    "question-half-left",
]
"""The purpose of a layout with a place for a picture, or for the number of a question with a
graphic, that the layout for the role of its slide lacks. A brand need not have these: `PLAIN_ROLES`
says which layout then serves."""

PLAIN_ROLES: "dict[LayoutRole | PictureRole, LayoutRole | PictureRole]" = {
    "cover-picture": "cover",
    "section-picture": "section",
    "quote-picture": "quote",
    "closing-picture": "closing",
    "whole-picture": "bullets",
    "half-picture": "two-contents",
    "half-picture-left": "two-contents",
    "scrim": "bleed",
    "question-whole": "bullets",
    "question-contents": "two-contents",
    "question-half": "half-picture",
    "question-half-left": "half-picture-left",
}
"""The role whose layout takes the place of each of these, if a brand lacks it."""

LayoutKey: TypeAlias = tuple[LayoutRole | PictureRole, Tone | None, str]
"""A role, a tone, and the name of a layout; without a name, the one that serves the role.

Without a tone, it is the brand that decides whether it is light or dark.
"""

PlaceholderRole: TypeAlias = Literal[
    "title", "kicker", "progress", "subtitle", "body", "second", "third", "by", "date", "picture"
]
"""The purpose of a placeholder. Footer and slide number are `Slide` fields. Pictures stand in the
place for contents, such as “body”, or in that of a layout for a `PictureRole`, “picture”."""

COLUMNS: tuple[PlaceholderRole, ...] = ("body", "second", "third")
"""The placeholders of lists, running text and graphics, in reading order."""

Fit: TypeAlias = Literal["auto", "shrink", "split", "error"]
"""The means for text that does not fit: both, smaller sizes, further slides, none."""

Transition: TypeAlias = Literal["none", "fade"]
"""The transition to a slide."""


_FIRST_NUMBER, _LAST_NUMBER = 256, 2_147_483_647
"""ECMA-376 Part 1, 19.7.13 ST_SlideId."""


class LayoutChoice(NamedTuple):
    """The layout that an author wants for a slide."""

    name: str
    """As PowerPoint shows it."""
    span: Span


class SectionStart(NamedTuple):
    """The start of a section of the deck, as in PowerPoint's list of slides."""

    id: str
    """The id of its title page; empty for the slides before the first section."""
    title: str


class LineLink(NamedTuple):
    """A line of an overview that leads to a slide as a whole."""

    box: Box
    """Its area on the slide."""
    link: SlideLink
    text: str
    """Its words."""


class Slide(NamedTuple):
    """One slide. `id` is stable under edits elsewhere; `lang` is a BCP 47 tag."""

    id: str
    role: LayoutRole
    tone: Tone | None
    """None: as the brand has the layout."""
    lang: str
    placeholders: tuple[tuple[PlaceholderRole, TextBody], ...]
    span: Span
    notes: TextBody | None = None
    footer: TextBody | None = None
    day: TextBody | None = None
    """The text of the date placeholder at the foot of the slide."""
    numbered: bool = False
    hidden: bool = False
    fit: Fit = "auto"
    graphics: tuple[tuple[PlaceholderRole, "Graphic"], ...] = ()
    """Pictures, tables and the like, each with its placeholder role, in reading order."""
    section: SectionStart | None = None
    """The section that begins with this slide."""
    reveal: bool = False
    """Whether its text appears click by click: each paragraph of level 0 with its children."""
    transition: Transition = "none"
    included: "IncludedSlide | None" = None
    """The slide of another deck that is shown here; `placeholders` then have only its title."""
    number_in_entry: int = 1
    """The number of the slide among those of its outline entry, from 1."""
    line_links: tuple[LineLink, ...] = ()
    """The links that stand on areas of the slide in place of the words that have them."""
    position: tuple[int, int] | None = None
    """Its number among the questions or sections of the talk, and how many these are; None for
    other slides, and if there is one only."""
    layout: LayoutChoice | None = None
    """The layout that it stands on, if not the one that the brand has for its role."""

    def has(self, role: PlaceholderRole) -> bool:
        """Return whether the slide has text for a placeholder."""
        return self.text(role) is not None

    def text(self, role: PlaceholderRole) -> TextBody | None:
        """Return the text for a placeholder, if the slide has one."""
        for each, body in self.placeholders:
            if each == role:
                return body
        return None

    def with_texts(self, texts: "Mapping[PlaceholderRole, TextBody]") -> "Slide":
        """Return the slide with these texts; as `_replace` does, in a fifth of its time."""
        id_, role, tone, lang, _, *others = self
        return Slide._make((id_, role, tone, lang, tuple(texts.items()), *others))

    @property
    def title(self) -> str:
        """The words of its headline; empty without one."""
        title = self.text("title")
        return title.text if title else ""

    @property
    def layout_key(self) -> LayoutKey:
        """What decides its layout."""
        if self.layout:
            return self.role, self.tone, self.layout.name
        if self.graphics and self.graphics[0][0] == "picture":
            return _picture_role(self), self.tone, ""
        if self.position and self.role == "two-contents":
            return "question-contents", self.tone, ""
        if self.position and self.role == "bullets":
            return "question-whole", self.tone, ""
        return self.role, self.tone, ""


def _picture_role(slide: Slide) -> LayoutRole | PictureRole:
    """Return the role of the layout for a slide with a graphic for “picture”.

    A picture beside text is on the left if the text is in the second placeholder.
    """
    is_left = any(role == "second" for role, _ in slide.placeholders)
    if slide.role == "two-contents" and slide.position:
        return "question-half-left" if is_left else "question-half"
    if slide.role == "two-contents" and is_left:
        return "half-picture-left"
    return next((role for role, plain in PLAIN_ROLES.items() if plain == slide.role), slide.role)


def with_text(
    slide: Slide, role: PlaceholderRole, change: "Callable[[TextBody], TextBody]"
) -> Slide:
    """Return the slide with its text of a role changed, if it has one."""
    return slide.with_texts(
        {each: change(text) if each == role else text for each, text in slide.placeholders}
    )


def with_title_suffix(slide: Slide, suffix: str) -> Slide:
    """Return the slide with words at the end of its title."""

    def suffixed(title: TextBody) -> TextBody:
        *before, last = title.paragraphs
        return TextBody((*before, last._replace(runs=(*last.runs, Run(suffix)))))

    return with_text(slide, "title", suffixed)


def with_graphics(slide: Slide, role: PlaceholderRole, graphics: "Iterable[Graphic]") -> Slide:
    """Return the slide with other graphics in the place of those for `role`."""
    at = [role for role, _ in slide.graphics].index(role)
    others = [pair for pair in slide.graphics if pair[0] != role]
    return slide._replace(
        graphics=(*others[:at], *((role, graphic) for graphic in graphics), *others[at:])
    )


def with_graphic_role(slide: Slide, role: PlaceholderRole) -> Slide:
    """Return the slide with all its graphics for one role."""
    return slide._replace(graphics=tuple([(role, graphic) for _, graphic in slide.graphics]))


def lasting_slide_number(slide_id: str, taken: "Container[int]" = ()) -> int:
    """Return the number of a slide (`p:sldId@id`), made from its id alone.

    So a slide keeps its number when others come and go. If it is taken, the next free one serves.
    """
    count = _LAST_NUMBER - _FIRST_NUMBER
    number = _FIRST_NUMBER + zlib.crc32(slide_id.encode()) % count
    while number in taken:
        number = _FIRST_NUMBER + (number - _FIRST_NUMBER + 1) % count
    return number


def new_slide_id(base: str, ids: set[str]) -> str:
    """Return an id that is not in `ids`, `base` or `base` with a number, and add it to them."""
    slide_id, count = base, 1
    while slide_id in ids:
        count += 1
        slide_id = f"{base}-{count}"
    ids.add(slide_id)
    return slide_id


def numbered_slides(slide: Slide, count: int, ids: set[str]) -> list[Slide]:
    """Return the slide `count` times, with titles such as “Title (2/3)”; add new ids to `ids`.

    The first keeps the id, the notes, and the section that begins with it.
    """
    return [
        with_title_suffix(slide, f" ({number}/{count})")._replace(
            id=slide.id if number == 1 else new_slide_id(f"{slide.id}-{number}", ids),
            notes=slide.notes if number == 1 else None,
            section=slide.section if number == 1 else None,
            number_in_entry=slide.number_in_entry + number - 1,
        )
        for number in range(1, count + 1)
    ]


class Deck(NamedTuple):
    """The whole presentation, with its slides in order."""

    title: str
    lang: str
    slides: tuple[Slide, ...] = ()
    author: str = ""
    subject: str = ""
    keywords: str = ""
    date: dt.date | None = None


class DeckOrigin(NamedTuple):
    """What a deck was made of, as far as it takes to make it again."""

    outline: str = ""
    """The name of the outline's file, without its folder; empty: it is unknown."""
    town: str = ""
    """The name of the town's file without its ending, or that of a row."""
    table: str = ""
    """The name of the table that has the row, without its folder."""
    tags: tuple[str, ...] = ()
    """Those given on the command line."""
    variables: tuple[tuple[str, str], ...] = ()
    """Name and words of those given on the command line."""
    style: str = ""
    """The style given on the command line."""
