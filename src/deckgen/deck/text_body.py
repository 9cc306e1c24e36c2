"""Text as PowerPoint knows it: runs in paragraphs in text bodies, as values before any XML."""

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from deckgen.deck.box import Box
from deckgen.support.diagnostics import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable

    from deckgen.deck.equation import Math

Baseline: TypeAlias = Literal["normal", "superscript", "subscript"]

ColorRole: TypeAlias = Literal["", "text", "quiet", "accent", "panel", "paper", "dark"]
"""The role of a colour in a drawing; the layout decides which theme colour it is."""

Bullet: TypeAlias = Literal["layout", "none", "disc", "number"]
"""The mark of a paragraph: the one of its layout, or one set on the paragraph itself."""

Direction: TypeAlias = Literal["layout", "ltr", "rtl", "centred-ltr", "centred-rtl"]
"""The direction of a paragraph: that of its layout, or one set on the paragraph itself."""


OWN_INDENT = 342_900
"""EMU by which each level hangs when a paragraph has a mark of its own: space for two digits."""


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
    """A stretch of text in one format. `text` has no line feeds and no control characters."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    strike: bool = False
    baseline: Baseline = "normal"
    link: WebLink | SlideLink | None = None
    muted: bool = False
    """Whether it has the quiet colour of its layout."""
    color_role: ColorRole = ""
    """Its colour within a drawing; empty: the colour of its level."""


UNMARKED = Run("")[1:]
"""All fields but the text of a run without any format of its own."""


class Formula(NamedTuple):
    """Mathematics, written as an equation that can be edited."""

    text: str
    """The same on one line, in plain characters: x², √(a + b)."""
    math: "Math"
    bold: bool = False
    muted: bool = False
    display: bool = False
    """Whether it is a paragraph of its own, in display style."""

    @property
    def run(self) -> Run:
        """The same in plain characters, for places without equations."""
        return Run(self.text, bold=self.bold, muted=self.muted)


class LineBreak:
    """A forced line break inside a paragraph; all line breaks are equal."""

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
    """The first number of its list, if it is numbered."""
    direction: Direction = "layout"
    stays: bool = False
    """Whether it is visible from the start on a slide that reveals its text."""
    hanging: int = OWN_INDENT
    """EMU by which its lines hang from a mark of its own."""
    space_after: int = 0
    """Points after it, beside what its layout has."""

    @property
    def text(self) -> str:
        """The words alone, a line break as a blank."""
        if len(self.runs) == 1 and type(run := self.runs[0]) is Run:
            return run.text
        return "".join([" " if isinstance(run, LineBreak) else run.text for run in self.runs])


class TextBody(NamedTuple):
    """The paragraphs of one placeholder or of the notes; at least one paragraph."""

    paragraphs: tuple[Paragraph, ...]
    sizes: tuple[int, ...] = ()
    """Whole points for each level from 0; empty: as the layout has them."""
    box: Box | None = None
    """Its place on the slide; None: as the layout has it."""
    side_insets: tuple[int, int] | None = None
    """EMU between box and lines on the left and on the right; None: as the layout has it."""
    outdent: int = 0
    """EMU by which first lines begin further left than others, and each level than the next."""
    space_before: tuple[int, ...] = ()
    """Points before paragraphs of each level from 0; empty: as the layout has them."""
    column_gap: int = 0
    """EMU between its two columns; 0: it has as many as its layout says."""

    @property
    def text(self) -> str:
        """The words alone, a line for each paragraph."""
        if len(self.paragraphs) == 1:
            return self.paragraphs[0].text
        return "\n".join([paragraph.text for paragraph in self.paragraphs])

    def with_each(self, change: "Callable[[Paragraph], Paragraph]") -> "TextBody":
        """Return the text with each paragraph changed."""
        return self._replace(paragraphs=tuple(map(change, self.paragraphs)))


def has_list(body: TextBody) -> bool:
    """Return whether a text has bullets of its own."""
    return any(paragraph.bullet == "disc" for paragraph in body.paragraphs)


def as_running_text(body: TextBody) -> TextBody:
    """Return a text for a placeholder of lists: lists in it have its bullets, the rest none."""
    return _with_bullets(body, {"layout": "none", "disc": "layout"})


def without_bullets(body: TextBody) -> TextBody:
    """Return running text without the marks of its layout; lists in it keep their own."""
    return _with_bullets(body, {"layout": "none"})


def with_own_marks(body: TextBody) -> TextBody:
    """Return a text whose highest lists have marks of their own, whatever its layout has."""
    return body.with_each(
        lambda each: each if each.level or each.bullet != "layout" else each._replace(bullet="disc")
    )


def _with_bullets(body: TextBody, marks: "dict[Bullet, Bullet]") -> TextBody:
    return body.with_each(lambda each: each._replace(bullet=marks.get(each.bullet, each.bullet)))


def without_links(body: TextBody, links: "Container[SlideLink]") -> TextBody:
    """Return text whose words no longer have these links."""

    def unlinked(run: Inline) -> Inline:
        if isinstance(run, Run) and isinstance(run.link, SlideLink) and run.link in links:
            return run._replace(link=None)
        return run

    return body.with_each(lambda each: each._replace(runs=tuple(map(unlinked, each.runs))))


def with_link(runs: "Iterable[Inline]", link: WebLink | SlideLink | None) -> tuple[Inline, ...]:
    """Return the runs with one link; a formula becomes its words, as an equation holds no link."""
    return tuple(
        run
        if isinstance(run, LineBreak)
        else (run if isinstance(run, Run) else run.run)._replace(link=link)
        for run in runs
    )


def with_bold(runs: "Iterable[Inline]") -> tuple[Inline, ...]:
    """Return the runs in bold."""
    return tuple(run if isinstance(run, LineBreak) else run._replace(bold=True) for run in runs)
