"""The slides of a map by the entries that they come from, with the texts of each entry.

The text of an entry may go on over several slides; then it is one text here.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from deckgen.deck.deck_map import DeckMap, MappedParagraph, MappedSlide
from deckgen.outline.syntax.nodes import Mapping, Node, Scalar, Sequence, value_of
from deckgen.support.diagnostics import Span

_GOES_ON = frozenset({"body", "second", "third"})
"""The places whose text goes on over further slides."""


class EntryText(NamedTuple):
    """A text of an entry."""

    place: str
    paragraphs: tuple[MappedParagraph, ...]


class TalkEntry(NamedTuple):
    """An entry of the outline, and what is shown of it."""

    span: Span | None
    ids: tuple[str, ...]
    """The ids of its slides."""
    texts: tuple[EntryText, ...]
    is_hidden: bool
    section: str = ""
    """The name of the section that begins with it; empty if none does."""
    transition: str = "none"

    def text(self, place: str) -> EntryText | None:
        """Return the text of a place."""
        return next((text for text in self.texts if text.place == place), None)


class CurrentTalk(NamedTuple):
    """What the outline gives today."""

    deck: DeckMap
    outline: Node
    """Its nodes in the version of the deck, with its variables, which are not inserted."""
    entries: tuple[TalkEntry, ...]
    of_slides: dict[str, int]
    """The index of the first entry that a slide comes from, by the slide's id."""
    starts: dict[tuple[str, int, int], int]
    """The index of the first entry that begins at a place: file, line and column."""
    titles: tuple[Scalar, ...]
    """The title of the talk, and those of overviews of questions."""


def current_talk(deck: DeckMap, outline: Node) -> CurrentTalk:
    """Return a talk with its slides by their entries."""
    entries = talk_entries(deck)
    of_slides = dict[str, int]()
    starts = dict[tuple[str, int, int], int]()
    for at, entry in enumerate(entries):
        for slide_id in entry.ids:
            of_slides.setdefault(slide_id, at)
        if entry.span:
            starts.setdefault(entry.span[:3], at)
    return CurrentTalk(deck, outline, entries, of_slides, starts, tuple(_titles(outline)))


def _titles(outline: Node) -> Iterator[Scalar]:
    slides = value_of(outline, "slides")
    items: tuple[Node, ...] = slides.items if isinstance(slides, Sequence) else ()
    overviews = (
        each for each in items if isinstance(each, Mapping) and each.get("questions") is not None
    )
    for node in (outline, *overviews):
        title = value_of(node, "title")
        if isinstance(title, Scalar):
            yield title


def talk_entries(deck: DeckMap) -> tuple[TalkEntry, ...]:
    """Return the entries of a talk in order; slides without a span are entries of their own."""
    return tuple(_entry(slides) for slides in _grouped(deck.slides))


def _grouped(slides: Iterable[MappedSlide]) -> Iterator[list[MappedSlide]]:
    group: list[MappedSlide] = []
    for slide in slides:
        if group and (slide.span is None or slide.span != group[0].span):
            yield group
            group = []
        group.append(slide)
    if group:
        yield group


def _entry(slides: list[MappedSlide]) -> TalkEntry:
    first, *others = slides
    texts = {text.place: list(text.paragraphs) for text in first.texts}
    for slide in others:
        for text in slide.texts:
            if text.place in _GOES_ON:
                texts.setdefault(text.place, []).extend(text.paragraphs)
            else:
                texts.setdefault(text.place, list(text.paragraphs))
    return TalkEntry(
        first.span,
        tuple(slide.id for slide in slides),
        tuple(EntryText(place, tuple(paragraphs)) for place, paragraphs in texts.items()),
        first.is_hidden,
        first.section,
        first.transition,
    )
