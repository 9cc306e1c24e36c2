"""Where in the author's files a change belongs: the scalar that has the words."""

from typing import NamedTuple

from deckgen.outline.syntax.nodes import Mapping, value_of
from deckgen.roundtrip.comparing import changes as ch
from deckgen.roundtrip.source_text.author_file import AuthorFile, PlacedScalar
from deckgen.roundtrip.source_text.shown_words import canonical
from deckgen.roundtrip.writing.targets.draft import CurrentTalk, Draft, TalkEntry
from deckgen.support.diagnostics import Span

DAYS = frozenset({"date", "day"})
"""The places that show the day of the event, on a cover and at the foot of slides."""
OF_ANOTHER_SLIDE = "These words come from another slide; change them there."


class Refusal(NamedTuple):
    """Why a change is not written, and where it can be made."""

    why: str
    span: Span | None = None


class RefusedChange(NamedTuple):
    """A change that is not written, and why."""

    change: ch.Change
    refusal: Refusal


class Target(NamedTuple):
    """The scalar with the words of a paragraph."""

    entry: int
    """The index of the entry that shows it."""
    place: str
    paragraph: int
    """Its index in the text of the entry."""
    file: AuthorFile
    scalar: PlacedScalar
    owner: int | None = None
    """The index of the entry in which the scalar is written; None: it is in the head."""
    stretch: tuple[int, int] | None = None
    """Start and end of its words in the paragraph; None: they are the whole of it."""


class TargetedChange(NamedTuple):
    """A change of a text, and the scalar that it changes, or is added before or behind."""

    change: ch.TextChange
    target: Target

    @property
    def is_of_list(self) -> bool:
        """Whether lines of a list change with it: bullets that come, go, or get another level."""
        is_bullet = self.target.scalar.is_bullet
        return isinstance(self.change, ch.LevelChanged) or (
            is_bullet and not isinstance(self.change, ch.WordsChanged)
        )


def find_target(draft: Draft, slide_id: str, place: str, current: ch.Current) -> Target | Refusal:
    """Return the scalar of a paragraph as `find_source` does; refuse that of another entry."""
    target = find_source(draft, slide_id, place, current)
    if isinstance(target, Target) and target.owner not in {None, target.entry}:
        return Refusal(OF_ANOTHER_SLIDE, target.scalar.scalar.span)
    return target


def find_source(draft: Draft, slide_id: str, place: str, current: ch.Current) -> Target | Refusal:
    """Return the scalar of a paragraph whose words, and whose span if it has one, are known."""
    shown = find_paragraph(draft.talk, slide_id, place, current)
    if isinstance(shown, Refusal):
        return shown
    at, index = shown
    entry = draft.talk.entries[at]
    if span := day_of_event(draft.talk) if current.generated else current.span:
        unknown = Refusal("These words are not in the outline itself.", span)
        found = draft.scalar(span) or unknown
    else:
        found = _by_words(draft, entry, current)
    if isinstance(found, Refusal):
        return found
    return Target(at, place, index, *found, owner_of(draft.talk, *found))


def find_paragraph(
    talk: CurrentTalk, slide_id: str, place: str, current: ch.Current
) -> tuple[int, int] | Refusal:
    """Return the indices of the entry and the paragraph with the words and span that are known."""
    at = talk.of_slides.get(slide_id)
    if at is None:
        return Refusal("The outline no longer has this slide.")
    entry = talk.entries[at]
    if current.generated and place not in DAYS:
        return Refusal("deckgen makes these words itself.", entry.span)
    text = entry.text(place)
    for index, each in enumerate(text.paragraphs if text else ()):
        if each.words == current.words and each.span == current.span:
            return at, index
    return Refusal("The outline no longer has these words.", entry.span)


def day_of_event(talk: CurrentTalk) -> Span | None:
    """Return the place of the day of the event, which is at the top of the outline."""
    date = value_of(value_of(talk.outline, "event"), "date")
    return date and date.span


def _by_words(
    draft: Draft, entry: TalkEntry, current: ch.Current
) -> tuple[AuthorFile, PlacedScalar] | Refusal:
    """Return the only scalar of an entry with these words."""
    unknown = Refusal("It is not known where in the outline these words stand.", entry.span)
    file = draft.file(entry.span.file) if entry.span else None
    if file is None:
        return unknown
    words = canonical(current.words)
    alike = [
        placed
        for placed in file.scalars
        if canonical(placed.text.strip()) == words
        and _is_value(placed)
        and any(entry.span and each.span[:3] == entry.span[:3] for each in placed.parents)
    ]
    return (file, alike[0]) if len(alike) == 1 else unknown


def _is_value(placed: PlacedScalar) -> bool:
    parent = placed.parents[-1] if placed.parents else None
    return not isinstance(parent, Mapping) or placed.scalar not in [key for key, _ in parent.pairs]


def owner_of(talk: CurrentTalk, file: AuthorFile, scalar: PlacedScalar) -> int | None:
    """Return the index of the entry that a scalar is written in; None if it is in none."""
    spans = [node.span for node in (*scalar.parents, scalar.scalar)]
    owners = [talk.starts.get((file.name, span.line, span.column)) for span in spans]
    return min((at for at in owners if at is not None), default=None)


def owner_of_span(draft: Draft, span: Span) -> int | None:
    """Return the index of the entry that words are written in; None if it is in none."""
    found = draft.scalar(span)
    return owner_of(draft.talk, *found) if found else None


def shown_elsewhere(talk: CurrentTalk, target: Target) -> set[int]:
    """Return the other entries that show the same words of the head, such as a footer or a day."""
    text = talk.entries[target.entry].text(target.place)
    shown = text.paragraphs[target.paragraph] if text else None
    if shown is None or not (shown.span or shown.is_generated) or target.owner is not None:
        return set()
    return {
        at
        for at, entry in enumerate(talk.entries)
        if at != target.entry
        and any(
            each.span == shown.span and (shown.span or own.place == target.place)
            for own in entry.texts
            for each in own.paragraphs
        )
    }


def first_slide_number(talk: CurrentTalk, entry: int) -> int:
    """Return the number, from 1, of the first slide of an entry."""
    first = talk.entries[entry].ids[0]
    return next(at for at, slide in enumerate(talk.deck.slides, 1) if slide.id == first)


def words_of_scalar(target: Target, entry: TalkEntry) -> dict[int, str]:
    """Return the paragraphs of a text that come from the scalar of a target, by their indices."""
    text = entry.text(target.place)
    return {
        at: paragraph.words
        for at, paragraph in enumerate(text.paragraphs if text else ())
        if at == target.paragraph or _is_in_scalar(paragraph.span, target)
    }


def _is_in_scalar(span: Span | None, target: Target) -> bool:
    placed = target.file.at(span) if span and span.file == target.file.name else None
    return placed is not None and placed.key == target.scalar.key


def stretch_of(paragraph: int, shown: dict[int, str]) -> tuple[int, int]:
    """Return start and end of a paragraph in all that is `shown`, with a character between."""
    start = sum(len(words) + 1 for at, words in shown.items() if at < paragraph)
    return start, start + len(shown[paragraph])
