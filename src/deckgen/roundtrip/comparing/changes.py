"""What was changed in a deck since it was built: values, one for each change."""

from typing import Literal, NamedTuple, TypeAlias

from deckgen.deck.box import Box
from deckgen.deck.deck_map import FormatMark
from deckgen.support.diagnostics import Span

State: TypeAlias = Literal["unchanged", "same", "conflict", "missing", "unknown"]
"""The outline beside the deck, since the deck was built: it still says what the deck said
(unchanged); it says what the edited deck says (same); it says a third thing (conflict); it has no
such place (missing); nobody looked (unknown)."""


class Current(NamedTuple):
    """What the current outline says in the place of a change."""

    state: State = "unknown"
    words: str = ""
    """Its words there, as they are shown."""
    span: Span | None = None
    """The scalar in the outline, the town's file or the table; of a slide, its entry."""
    generated: bool = False
    """Whether deckgen makes these words; then no scalar holds them."""


_UNKNOWN = Current()


class WordsChanged(NamedTuple):
    """Another text in a paragraph that was there. A line break is U+000B."""

    slide_id: str
    place: str
    """The place, as in `MappedText`; “notes” for the speaker notes."""
    paragraph: int
    """The index of the paragraph in its text as it was built."""
    base: str
    edited: str
    current: Current = _UNKNOWN


class ParagraphAdded(NamedTuple):
    """A new paragraph in a text that was there."""

    slide_id: str
    place: str
    before: int
    """The index, as built, of the paragraph that it comes before; the number of paragraphs, if it
    comes last. Several with the same index stand in the order of the changes."""
    edited: str
    level: int
    current: Current = _UNKNOWN
    """The state of the paragraph before it; before the first, that of the first."""


class ParagraphDeleted(NamedTuple):
    """A paragraph that is no longer there."""

    slide_id: str
    place: str
    paragraph: int
    base: str
    current: Current = _UNKNOWN


class LevelChanged(NamedTuple):
    """A paragraph on another level of its list; levels count from 0."""

    slide_id: str
    place: str
    paragraph: int
    words: str
    """The paragraph as edited."""
    base: int
    edited: int
    current: Current = _UNKNOWN


class FormatChanged(NamedTuple):
    """Words that were marked by hand, or are no longer marked."""

    slide_id: str
    place: str
    paragraph: int
    words: str
    """The whole paragraph as edited."""
    start: int
    """The index in `words` of the first of the characters."""
    end: int
    """The index after the last of the characters."""
    format: FormatMark
    added: bool
    """Whether it was added; else it was taken away."""
    current: Current = _UNKNOWN


class RowAdded(NamedTuple):
    """A new row of a table, or a new category of a chart with its numbers."""

    slide_id: str
    place: str
    """The place of the graphic, such as “table 1”."""
    after: int
    """The number of the row before it in the outline of today, or as it was built; from 1."""
    cells: tuple[str, ...]
    """Its words; of a chart, its name and the number of each series, empty for a gap."""
    current: Current = _UNKNOWN
    """The state of the row before it."""


class RowDeleted(NamedTuple):
    """A row of a table, or a category of a chart, that is no longer there."""

    slide_id: str
    place: str
    row: int
    """The number of the row, as in `RowAdded.after`."""
    cells: tuple[str, ...]
    current: Current = _UNKNOWN


class ColumnsChanged(NamedTuple):
    """Columns of a table, or series of a chart, that came and went; the rows are as many as before.

    `columns` are those of today by their indices as built, None for a new one; the first of a chart
    are the names of its categories. `cells` has the words of each new column from the top.
    """

    slide_id: str
    name: str
    what: str
    columns: tuple[int | None, ...]
    cells: tuple[tuple[str, ...], ...]
    current: Current = _UNKNOWN


class NotesAdded(NamedTuple):
    """Speaker notes on a slide that had none."""

    slide_id: str
    paragraphs: tuple[str, ...]
    current: Current = _UNKNOWN


class TextDeleted(NamedTuple):
    """A text, or the notes, that is no longer there with all of its paragraphs."""

    slide_id: str
    place: str
    base: tuple[str, ...]
    current: Current = _UNKNOWN
    """The state of its first paragraph."""


class SlideMoved(NamedTuple):
    """A slide that stands elsewhere among those that stay."""

    slide_id: str
    after: str
    """The id of the built slide before it in the edited deck; empty if it is the first."""
    current: Current = _UNKNOWN


class SlideDeleted(NamedTuple):
    """A slide that is no longer there."""

    slide_id: str
    title: str
    current: Current = _UNKNOWN


class SlideAdded(NamedTuple):
    """A slide that was not built."""

    number: int
    """The number in the edited deck, from 1."""
    title: str
    after: str
    """The id of the built slide before it; empty if it comes before all of these."""
    copy_of: str = ""
    """The id of the slide with the same words, if it is a copy."""
    current: Current = _UNKNOWN
    """The state of the slide in `after`."""


class SlideHidden(NamedTuple):
    """A slide that was hidden, or is shown again."""

    slide_id: str
    hidden: bool
    current: Current = _UNKNOWN


class SectionChanged(NamedTuple):
    """Another name of the section that begins with a slide; empty if none begins there."""

    slide_id: str
    base: str
    edited: str
    current: Current = _UNKNOWN


class TransitionChanged(NamedTuple):
    """Another way for a slide to come on stage, by the name of its element, or `none`."""

    slide_id: str
    base: str
    edited: str
    is_for_all: bool
    """Whether all slides that were built come on stage so now, several of them anew."""
    current: Current = _UNKNOWN


class SlideRestyled(NamedTuple):
    """A slide that looks different, as `what` says: its layout or its background."""

    slide_id: str
    what: str
    current: Current = _UNKNOWN


class ShapeMoved(NamedTuple):
    """A shape in another place, or of another size."""

    slide_id: str
    name: str
    base: Box
    edited: Box
    current: Current = _UNKNOWN


class ShapeAdded(NamedTuple):
    """A shape that was not built."""

    slide_id: str
    name: str
    words: str
    box: Box | None
    current: Current = _UNKNOWN


class ShapeDeleted(NamedTuple):
    """A shape without words of its own, such as a picture, that is no longer there."""

    slide_id: str
    name: str
    current: Current = _UNKNOWN


class ShapeChanged(NamedTuple):
    """A shape that shows something else, such as another picture, or looks different."""

    slide_id: str
    name: str
    what: str
    """What changed, in plain words."""
    current: Current = _UNKNOWN


class CommentAdded(NamedTuple):
    """A comment of a colleague, or an answer to one."""

    slide_id: str
    author: str
    """Empty if it is unknown."""
    words: str
    current: Current = _UNKNOWN


class LinkChanged(NamedTuple):
    """An address that words lead to now and none led to before; or the reverse."""

    slide_id: str
    address: str
    words: str
    """The words that lead there; empty if none do."""
    added: bool
    current: Current = _UNKNOWN


class LookTold(NamedTuple):
    """A look that cannot be taken over, and is only told: that of all slides, or of notes."""

    what: str
    base: str = ""
    edited: str = ""
    way: str = ""
    """What to do in the outline or the brand, in a sentence."""
    key: str = "brand"
    """The key at the top of the outline that it comes from; empty for a slide's own."""
    current: Current = _UNKNOWN
    slide_id: str = ""
    """Empty for what all slides share."""


TextChange: TypeAlias = WordsChanged | ParagraphAdded | ParagraphDeleted | LevelChanged
"""What is written into a text that is there."""

RowChange: TypeAlias = RowAdded | RowDeleted

ShowChange: TypeAlias = SectionChanged | TransitionChanged

KeyChange: TypeAlias = NotesAdded | TextDeleted | SlideHidden | ShowChange
"""What gives an entry of the outline a key, or takes one away."""

OrderChange: TypeAlias = SlideMoved | SlideDeleted | SlideAdded
"""What is done to the order of entries."""

LookChange: TypeAlias = (
    SlideRestyled | ShapeMoved | ShapeAdded | ShapeDeleted | ShapeChanged | ColumnsChanged
)
"""What has no words in an outline; columns only if they have no place of their own there."""

WordChange: TypeAlias = TextChange | FormatChanged | RowChange | KeyChange
"""What is written into texts and keys of the outline."""

Change: TypeAlias = WordChange | OrderChange | LookChange | LinkChanged | CommentAdded | LookTold
