"""Changes of a deck → edits of the author's files, in memory: words, lists, entries."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias, TypeVar

from deckgen.outline.syntax.nodes import Mapping
from deckgen.roundtrip.comparing import changes as ch
from deckgen.roundtrip.comparing.compare_looks import link_form
from deckgen.roundtrip.source_text.csv_cells import is_number
from deckgen.roundtrip.writing.edits.edit_columns import PlacedColumns, place_columns, write_columns
from deckgen.roundtrip.writing.edits.edit_entries import MakeEntry, change_key, change_order
from deckgen.roundtrip.writing.edits.edit_formats import write_format
from deckgen.roundtrip.writing.edits.edit_rows import PlacedRow, place_row, write_rows
from deckgen.roundtrip.writing.expected_talk import (
    NEW_ENTRY,
    ExpectedEntry,
    Targeted,
    expected_entries,
)
from deckgen.roundtrip.writing.pin_slides import HandDeck, pin_slide
from deckgen.roundtrip.writing.targets.change_targets import (
    Refusal,
    RefusedChange,
    Target,
    find_target,
    owner_of_span,
)
from deckgen.roundtrip.writing.targets.coupled_scalars import followed_spans
from deckgen.roundtrip.writing.targets.draft import CurrentTalk, Draft, EntryPlace, entry_place
from deckgen.roundtrip.writing.write_texts import WriteResult, write_texts
from deckgen.support.diagnostics import Span

Written: TypeAlias = (
    ch.TextChange | ch.RowChange | ch.ColumnsChanged | ch.KeyChange | ch.OrderChange
)
"""The changes that are written at once."""
_C = TypeVar("_C", bound=ch.FormatChanged | ch.LinkChanged | ch.LookChange)
_KEYS = {
    ch.NotesAdded: "notes",
    ch.SlideHidden: "hidden",
    ch.SectionChanged: "chapter",
    ch.TransitionChanged: "transition",
}
_MISSING = Refusal("The outline no longer has this slide.")


class WrittenChanges(NamedTuple):
    """What came of writing changes into a draft."""

    refused: tuple[RefusedChange, ...]
    expected: tuple[ExpectedEntry, ...]
    """What the talk shows then."""
    order: tuple[int | None, ...]
    """Its entries then, by their indices before; None is a new one."""


def write_changes(draft: Draft, changes: Iterable[Written], make: MakeEntry) -> WrittenChanges:
    """Write changes into a draft. `make` returns the entry of a slide that was added."""
    every = list(changes)
    has_entries = any(isinstance(each, ch.KeyChange | ch.OrderChange) for each in every)
    places = [
        entry_place(draft, entry.span) if has_entries else None for entry in draft.talk.entries
    ]
    derived = _derived(draft, every)
    before = draft.files
    texts = [each for each in every if isinstance(each, ch.TextChange)]
    ordering = [each for each in every if isinstance(each, ch.OrderChange)]
    others = [each for each in every if not isinstance(each, ch.TextChange | ch.OrderChange)]
    placed = [(each, _placed(draft, each, places)) for each in others]
    results = [*write_texts(draft, texts), *_write_placed(draft, placed)]
    refused = [each for each in results if isinstance(each, RefusedChange)]
    done = [each for each in results if isinstance(each, Targeted)]
    as_before = Draft(before, draft.talk)
    targets = {each.target.scalar.key: each.target for each in done if each.target}
    followed = frozenset(
        span for target in targets.values() for span in followed_spans(as_before, target)
    )
    expected = expected_entries(draft.talk.entries, done, derived, followed)
    order: tuple[int | None, ...] = tuple(range(len(draft.talk.entries)))
    if ordering:
        order, problems = change_order(draft, places, ordering, make)
        refused += problems
    return WrittenChanges(
        tuple(refused), tuple(NEW_ENTRY if at is None else expected[at] for at in order), order
    )


def write_formats(
    before: CurrentTalk,
    order: Sequence[int | None],
    draft: Draft,
    changes: Iterable[ch.FormatChanged | ch.LinkChanged],
) -> WrittenChanges:
    """Write markup into a draft, whose entries are those of `before` in an order."""
    refused: list[RefusedChange] = []
    expected = expected_entries(draft.talk.entries, ())
    for change, entries in _with_entries(before, order, changes):
        if problem := write_format(draft, entries[1], change) if entries else _MISSING:
            refused.append(RefusedChange(change, problem))
        elif entries and isinstance(change, ch.LinkChanged):
            at, form = entries[1], {link_form(change.address)}
            links = expected[at].links
            if links is None:
                links = frozenset(map(link_form, draft.talk.entries[at].links))
            links = links | form if change.added else links - form
            expected[at] = expected[at]._replace(links=links)
    return WrittenChanges(tuple(refused), tuple(expected), tuple(range(len(draft.talk.entries))))


def write_pins(
    before: CurrentTalk,
    order: Sequence[int | None],
    draft: Draft,
    changes: Iterable[ch.LookChange],
    deck: HandDeck,
) -> WrittenChanges:
    """Pin the slides of changes to a deck, in a draft, as `write_formats` has it."""
    placed = list(_with_entries(before, order, changes))
    ids = {
        entry: before.entries[at].ids for _, entries in placed if entries for at, entry in [entries]
    }
    # From below, so that what is written moves no entry that follows.
    from_below = sorted(ids, key=lambda at: _line(draft.talk.entries[at].span), reverse=True)
    pinned = {entry: pin_slide(draft, entry, ids[entry], deck) for entry in from_below}
    refused = [
        RefusedChange(change, problem)
        for change, entries in placed
        if (problem := pinned[entries[1]] if entries else _MISSING)
    ]
    expected = expected_entries(draft.talk.entries, ())
    for entry, problem in pinned.items():
        if problem is None:
            expected[entry] = NEW_ENTRY
    return WrittenChanges(tuple(refused), tuple(expected), tuple(range(len(draft.talk.entries))))


def _line(span: Span | None) -> int:
    return span.line if span else 0


def _with_entries(
    before: CurrentTalk, order: Sequence[int | None], changes: Iterable[_C]
) -> Iterator[tuple[_C, tuple[int, int] | None]]:
    """Yield changes with the indices of their entry before and now; None: it is gone."""
    for change in changes:
        at = before.of_slides.get(change.slide_id)
        yield change, (at, order.index(at)) if at is not None and at in order else None


def _derived(draft: Draft, changes: Iterable[Written]) -> frozenset[tuple[int, Span]]:
    """Return the words of entries that other entries decide about, if slides come, go or move."""
    if not any(isinstance(each, ch.OrderChange | ch.SlideHidden) for each in changes):
        return frozenset()
    owners: dict[Span, int | None] = {}
    derived = set()
    for at, entry in enumerate(draft.talk.entries):
        for span in {each.span for text in entry.texts for each in text.paragraphs if each.span}:
            if span not in owners:
                owners[span] = owner_of_span(draft, span)
            if owners[span] not in {None, at}:
                derived.add((at, span))
    return frozenset(derived)


class _PlacedKey(NamedTuple):
    """A change of a key of an entry, the place of the entry, and the name of the key."""

    change: ch.KeyChange
    entry: int
    place: EntryPlace
    key: str


_Placed: TypeAlias = PlacedRow | PlacedColumns | _PlacedKey


def _placed(
    draft: Draft,
    change: ch.RowChange | ch.ColumnsChanged | ch.KeyChange,
    places: Sequence[EntryPlace | None],
) -> _Placed | Refusal:
    """Return where a change is written, as the files are before; or why it cannot be."""
    if isinstance(change, ch.RowChange):
        return place_row(draft, change)
    if isinstance(change, ch.ColumnsChanged):
        return place_columns(draft, change)
    at = draft.talk.of_slides.get(change.slide_id)
    place = None if at is None else places[at]
    if at is None or place is None:
        return _MISSING
    key = _key(draft, change, place)
    return key if isinstance(key, Refusal) else _PlacedKey(change, at, place, key)


def _write_placed(
    draft: Draft, placed: Iterable[tuple[Written, _Placed | Refusal]]
) -> Iterator[WriteResult]:
    """Write rows, then columns, then keys; yield what became of each change."""
    rows, columns, keys = list[PlacedRow](), list[PlacedColumns](), list[_PlacedKey]()
    for change, place in placed:
        match place:
            case Refusal():
                yield RefusedChange(change, place)
            case PlacedRow():
                rows.append(place)
            case PlacedColumns():
                columns.append(place)
            case _PlacedKey():
                keys.append(place)
    written: Iterable[tuple[_Placed, Refusal | None]] = (
        *write_rows(draft, rows),
        *((each, write_columns(draft, each)) for each in columns),
        *((each, change_key(draft, each.place, each.change, each.key)) for each in keys),
    )
    for each, problem in written:
        if problem:
            yield RefusedChange(each.change, problem)
        else:
            yield Targeted(each.change, each.entry)


def _key(draft: Draft, change: ch.KeyChange, place: EntryPlace) -> str | Refusal:
    if not isinstance(change, ch.TextDeleted):
        return _KEYS[type(change)]
    if change.place == "notes":
        return "notes"
    if change.place == "title":
        why = "Every slide needs a title: type another one, or delete the slide."
        return Refusal(why, change.current.span)
    if is_number(change.place):
        return Refusal('It has no number any longer: type "-" there.', change.current.span)
    target = find_target(draft, change.slide_id, change.place, change.current)
    return target if isinstance(target, Refusal) else _key_of_text(draft, target, place)


def _key_of_text(draft: Draft, target: Target, place: EntryPlace) -> str | Refusal:
    """Return the key of the entry that holds a text and nothing else."""
    span = target.scalar.scalar.span
    entry = draft.node(*place)
    depth, path = len(place.path), target.scalar.path
    if not isinstance(entry, Mapping) or path[:depth] != place.path or len(path) == depth:
        top = draft.node(target.file.name, ())
        name = top.pairs[path[0]][0].text if isinstance(top, Mapping) and path else ""
        if name in {"", "slides"}:
            return Refusal("These words are not a key of the slide.", span)
        return Refusal(f"They stand at the top, for all slides: take `{name}` away there.", span)
    key = entry.pairs[path[depth]][0]
    text = draft.talk.entries[target.entry].text(target.place)
    shown = (
        {key.span[:3], *(each.span[:3] for each in text.paragraphs if each.span)} if text else ()
    )
    for placed in target.file.scalars:
        if placed.path[: depth + 1] == path[: depth + 1] and placed.scalar.span[:3] not in shown:
            why = "More than these words stands in their place of the outline; delete them there."
            return Refusal(why, span)
    return key.text
