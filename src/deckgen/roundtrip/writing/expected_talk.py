"""What a talk shows once its changes are written, and how that differs from what it does show."""

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from deckgen.deck.deck_map import MappedParagraph
from deckgen.roundtrip.comparing.changes import (
    LevelChanged,
    NotesAdded,
    ParagraphAdded,
    ParagraphDeleted,
    SlideHidden,
    TextDeleted,
    WordsChanged,
)
from deckgen.roundtrip.source_text.shown_words import canonical
from deckgen.roundtrip.writing.change_targets import Target
from deckgen.roundtrip.writing.talk_entries import EntryText, TalkEntry
from deckgen.support.diagnostics import Span


class ExpectedParagraph(NamedTuple):
    """A paragraph, and whether its words may be any: those that follow from others."""

    words: str
    level: int
    is_free: bool = False
    is_derived: bool = False
    """Whether other entries decide about it: it may be gone, or stand elsewhere."""
    before: str = ""
    """Its words before they were changed, if they were."""


class ExpectedEntry(NamedTuple):
    """What an entry shows: its texts by their places."""

    texts: dict[str, tuple[ExpectedParagraph, ...]]
    is_hidden: bool
    is_new: bool = False
    """Whether it is added, so that it may show anything."""


NEW_ENTRY = ExpectedEntry({}, is_hidden=False, is_new=True)


class Targeted(NamedTuple):
    """A change of text that is written, its entry, and its paragraph if it has one."""

    change: (
        WordsChanged
        | ParagraphAdded
        | ParagraphDeleted
        | LevelChanged
        | NotesAdded
        | SlideHidden
        | TextDeleted
    )
    entry: int
    paragraph: int = -1
    """Its index in the text of the entry; -1: it has none."""
    target: Target | None = None


class Difference(NamedTuple):
    """Where a talk shows something else than expected."""

    entry: int
    """The index among the expected entries; -1: there are more or fewer entries."""
    place: str
    expected: str
    shown: str


def expected_entries(
    entries: Sequence[TalkEntry],
    changes: Iterable[Targeted],
    derived: Container[tuple[int, Span]] = frozenset(),
    followed: frozenset[Span] = frozenset(),
) -> list[ExpectedEntry]:
    """Return the entries with their changes, in the order that they have now.

    `derived` has, by the index of an entry, the spans of its words that come from other entries,
    such as the lines of an overview: they may change. So may words with the spans in `followed`.
    """
    written = list(changes)
    followed |= _followed(entries, written)
    expected = [_unchanged(at, entry, followed, derived) for at, entry in enumerate(entries)]
    for at in {each.entry for each in written}:
        own = [each for each in written if each.entry == at]
        expected[at] = _changed(entries[at], expected[at], own)
    return expected


def _followed(entries: Sequence[TalkEntry], written: Iterable[Targeted]) -> frozenset[Span]:
    """Return the spans of the words that other slides repeat, such as titles in an overview."""
    texts = ((each, entries[each.entry].text(each.target.place)) for each in written if each.target)
    spans = (text.paragraphs[each.paragraph].span for each, text in texts if text)
    return frozenset(span for span in spans if span)


def _unchanged(
    at: int,
    entry: TalkEntry,
    followed: frozenset[Span],
    derived: Container[tuple[int, Span]],
) -> ExpectedEntry:
    texts = {
        text.place: tuple(
            _paragraph(each, text.place, followed)._replace(is_derived=True)
            if each.span and (at, each.span) in derived
            else _paragraph(each, text.place, followed)
            for each in text.paragraphs
        )
        for text in entry.texts
    }
    return ExpectedEntry(texts, entry.is_hidden)


def _paragraph(
    paragraph: MappedParagraph, place: str, followed: frozenset[Span]
) -> ExpectedParagraph:
    follows = paragraph.is_generated or (paragraph.span is None and place.startswith("alt"))
    follows = follows or paragraph.span in followed
    return ExpectedParagraph(paragraph.words, paragraph.level, follows)


def _changed(
    entry: TalkEntry, expected: ExpectedEntry, changes: Sequence[Targeted]
) -> ExpectedEntry:
    texts = dict(expected.texts)
    hidden = expected.is_hidden
    for change, *_ in changes:
        match change:
            case NotesAdded():
                texts["notes"] = tuple(ExpectedParagraph(each, 0) for each in change.paragraphs)
            case SlideHidden():
                hidden = change.hidden
            case TextDeleted():
                texts.pop(change.place, None)
            case _:
                place = change.place
                own = [
                    each
                    for each in changes
                    if each.paragraph >= 0 and getattr(each.change, "place", "") == place
                ]
                text = entry.text(place)
                if text is not None:
                    texts[place] = _changed_text(text, own)
    return ExpectedEntry(_with_free_names(texts, changes), hidden)


def _with_free_names(
    texts: Mapping[str, tuple[ExpectedParagraph, ...]], changes: Iterable[Targeted]
) -> dict[str, tuple[ExpectedParagraph, ...]]:
    """Return texts; names of a chart may show its numbers, so with one of these they are free."""
    places = (getattr(each.change, "place", "") for each in changes)
    charts = {place.partition(" value ")[0] for place in places if " value " in place}
    return {
        place: tuple(each._replace(is_free=True) for each in text)
        if place.partition(" category ")[0] in charts and " category " in place
        else text
        for place, text in texts.items()
    }


def _changed_text(text: EntryText, changes: Sequence[Targeted]) -> tuple[ExpectedParagraph, ...]:
    result: list[ExpectedParagraph] = []
    for at, paragraph in enumerate(text.paragraphs):
        own = [each.change for each in changes if each.paragraph == at]
        added = [each for each in own if isinstance(each, ParagraphAdded)]
        result += [ExpectedParagraph(e.edited, e.level) for e in added if e.before == 0]
        words, level = paragraph.words, paragraph.level
        for change in own:
            if isinstance(change, WordsChanged):
                words = change.edited
            elif isinstance(change, LevelChanged):
                level = change.edited
        if not any(isinstance(each, ParagraphDeleted) for each in own):
            before = paragraph.words if words != paragraph.words else ""
            result.append(ExpectedParagraph(words, level, before=before))
        result += [ExpectedParagraph(e.edited, e.level) for e in added if e.before != 0]
    return tuple(result)


def differences(expected: Sequence[ExpectedEntry], shown: Sequence[TalkEntry]) -> list[Difference]:
    """Return where a talk shows other words than expected; typography may set other signs."""
    if len(expected) != len(shown):
        return [Difference(-1, "", str(len(expected)), str(len(shown)))]
    return [
        difference
        for at, (one, other) in enumerate(zip(expected, shown, strict=True))
        if not one.is_new
        for difference in _entry_differences(at, one, other)
    ]


def _entry_differences(at: int, expected: ExpectedEntry, shown: TalkEntry) -> Iterable[Difference]:
    if expected.is_hidden != shown.is_hidden:
        yield Difference(at, "hidden", str(expected.is_hidden), str(shown.is_hidden))
    texts, there = expected.texts, {text.place: text.paragraphs for text in shown.texts}
    for drawing in _redrawn(texts, there):
        texts, there = _without(texts, drawing), _without(there, drawing)
    for place in {**texts, **there}:
        wanted, got = texts.get(place, ()), there.get(place, ())
        if any(each.is_derived for each in wanted):
            own = [each for each in wanted if not each.is_derived]
            if not _stand_in(own, got):
                yield Difference(at, place, _joined(own), _joined(got))
            continue
        if len(wanted) != len(got):
            if all(each.is_free for each in wanted) and all(each.is_generated for each in got):
                continue
            yield Difference(at, place, _joined(wanted), _joined(got))
            continue
        for one, other in zip(wanted, got, strict=True):
            if not one.is_free and not _is_same(one, other):
                yield Difference(at, place, one.words, other.words)


_Texts = TypeVar("_Texts", bound=Sequence[ExpectedParagraph] | Sequence[MappedParagraph])


def _redrawn(
    wanted: Mapping[str, Sequence[ExpectedParagraph]], got: Mapping[str, Sequence[MappedParagraph]]
) -> set[str]:
    """Return the drawings with the same words in other shapes, as longer words need more room."""
    drawings = {_drawing(place) for place in wanted.keys() ^ got.keys()}
    drawings |= {
        _drawing(place) for place in wanted if len(wanted[place]) != len(got.get(place, ()))
    }
    return {
        drawing
        for drawing in drawings - {""}
        if _sorted_words(wanted, drawing) == _sorted_words(got, drawing)
    }


def _drawing(place: str) -> str:
    """Return the drawing that a place is a shape of; empty for other places."""
    drawing, _, shape = place.partition(" shape ")
    return drawing if shape else ""


def _sorted_words(
    texts: Mapping[str, Sequence[ExpectedParagraph]] | Mapping[str, Sequence[MappedParagraph]],
    drawing: str,
) -> list[str]:
    """Return the words of a drawing that deckgen does not make, in the order of the alphabet."""
    own = [each for place in texts if _drawing(place) == drawing for each in texts[place]]
    return sorted(_plain(each.words) for each in own if not _is_made(each))


def _is_made(paragraph: ExpectedParagraph | MappedParagraph) -> bool:
    if isinstance(paragraph, ExpectedParagraph):
        return paragraph.is_free
    return paragraph.is_generated


def _without(texts: Mapping[str, _Texts], drawing: str) -> dict[str, _Texts]:
    return {place: text for place, text in texts.items() if _drawing(place) != drawing}


def _stand_in(wanted: Iterable[ExpectedParagraph], got: Iterable[MappedParagraph]) -> bool:
    """Return whether paragraphs stand among others, in their order."""
    rest = iter(got)
    return all(any(one.is_free or _is_same(one, other) for other in rest) for one in wanted)


def _is_same(expected: ExpectedParagraph, shown: MappedParagraph) -> bool:
    if expected.words == shown.words and expected.level == shown.level:
        return True
    if expected.before == shown.words:  # other signs, which typography sets back
        return False
    return expected.level == shown.level and _plain(expected.words) == _plain(shown.words)


def _plain(words: str) -> str:
    return re.sub("-+", "-", canonical(words)).strip()


def _joined(paragraphs: Iterable[ExpectedParagraph | MappedParagraph]) -> str:
    return " / ".join(each.words for each in paragraphs)
