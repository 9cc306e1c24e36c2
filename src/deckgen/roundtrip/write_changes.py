"""Changes of a deck → edits of the author's files, in memory: words, lists, entries."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeAlias

from deckgen.outline.syntax.nodes import Mapping
from deckgen.roundtrip.author_file import node_at
from deckgen.roundtrip.change_targets import (
    CurrentTalk,
    Refusal,
    ShownParagraph,
    Target,
    entry_of,
    find_paragraph,
    find_target,
    owner_of_span,
    shown_elsewhere,
)
from deckgen.roundtrip.changes import (
    Change,
    FormatChanged,
    LevelChanged,
    NotesAdded,
    ParagraphAdded,
    ParagraphDeleted,
    SlideAdded,
    SlideDeleted,
    SlideHidden,
    SlideMoved,
    TextDeleted,
    WordsChanged,
)
from deckgen.roundtrip.draft import Draft
from deckgen.roundtrip.edit_cells import is_cell, write_cell
from deckgen.roundtrip.edit_entries import (
    EntryPlace,
    KeyChange,
    MakeEntry,
    change_key,
    change_order,
    entry_place,
)
from deckgen.roundtrip.edit_formats import write_format
from deckgen.roundtrip.edit_lists import TargetedListChange, by_list, edit_list, list_refusal
from deckgen.roundtrip.edit_words import TargetedChange, by_scalar, scalar_edits
from deckgen.roundtrip.expected_talk import (
    NEW_ENTRY,
    ExpectedEntry,
    Targeted,
    expected_entries,
)
from deckgen.roundtrip.splice_scalar import SourceEdit
from deckgen.support.diagnostics import Span

Written: TypeAlias = (
    WordsChanged
    | ParagraphAdded
    | ParagraphDeleted
    | LevelChanged
    | NotesAdded
    | SlideHidden
    | TextDeleted
    | SlideMoved
    | SlideDeleted
    | SlideAdded
)
"""The changes that are written at once."""

Refused: TypeAlias = tuple[Change, Refusal]
_Group: TypeAlias = tuple[list[TargetedChange], tuple[SourceEdit, ...]]
"""The changes of a scalar, and their edits."""


_ONE_PARAGRAPH = frozenset(
    {
        "title",
        "kicker",
        "subtitle",
        "by",
        "date",
        "day",
        "footer",
        "caption",
        "table",
        "chart",
        "alt",
    }
)
"""The first words of the places whose text is one paragraph."""


class WrittenChanges(NamedTuple):
    """What came of writing changes into a draft."""

    refused: tuple[Refused, ...]
    expected: tuple[ExpectedEntry, ...]
    """What the talk shows then."""
    order: tuple[int | None, ...]
    """Its entries then, by their indices before; None is a new one."""


def write_changes(
    talk: CurrentTalk, draft: Draft, changes: Iterable[Written], make: MakeEntry
) -> WrittenChanges:
    """Write changes into a draft. `make` returns the entry of a slide that was added."""
    refused: list[Refused] = []
    done: list[Targeted] = []
    every = list(changes)
    places = _places(talk, draft, every)
    derived = _derived(talk, draft, every)
    targeted = [each for each in (_targeted(talk, draft, each, refused) for each in every) if each]
    _write_words(talk, draft, targeted, refused, done)
    _write_lists(talk, draft, targeted, refused, done)
    _write_cells(talk, draft, every, refused, done)
    _write_keys(talk, draft, every, places, refused, done)
    expected = expected_entries(talk.entries, done, derived)
    ordering = [each for each in every if isinstance(each, SlideMoved | SlideDeleted | SlideAdded)]
    order: tuple[int | None, ...] = tuple(range(len(talk.entries)))
    if ordering:
        result = change_order(draft, talk, places, ordering, make)
        refused += result.refused
        order = result.order
    return WrittenChanges(
        tuple(refused),
        tuple(NEW_ENTRY if at is None else expected[at] for at in order),
        order,
    )


def write_formats(
    before: CurrentTalk,
    talk: CurrentTalk,
    order: Sequence[int | None],
    draft: Draft,
    changes: Iterable[FormatChanged],
) -> WrittenChanges:
    """Write markup into a draft of `talk`, whose entries are those of `before` in an order."""
    refused: list[Refused] = []
    for change in changes:
        at = entry_of(before, change.slide_id)
        if at is None or at not in order:
            refused.append((change, Refusal("The outline no longer has this slide.")))
        elif problem := write_format(talk, draft, order.index(at), change):
            refused.append((change, problem))
    expected = expected_entries(talk.entries, ())
    return WrittenChanges(tuple(refused), tuple(expected), tuple(range(len(talk.entries))))


def _places(talk: CurrentTalk, draft: Draft, changes: Sequence[Written]) -> list[EntryPlace | None]:
    """Return the places of the entries, if a change needs them."""
    needing = NotesAdded | SlideHidden | TextDeleted | SlideMoved | SlideDeleted | SlideAdded
    if not any(isinstance(each, needing) for each in changes):
        return [None] * len(talk.entries)
    return [entry_place(draft, entry.span) for entry in talk.entries]


def _derived(
    talk: CurrentTalk, draft: Draft, changes: Iterable[Written]
) -> frozenset[tuple[int, Span]]:
    """Return the words of entries that other entries decide about, if slides come, go or move."""
    if not any(
        isinstance(each, SlideMoved | SlideDeleted | SlideAdded | SlideHidden) for each in changes
    ):
        return frozenset()
    owners: dict[Span, int | None] = {}
    derived = set()
    for at, entry in enumerate(talk.entries):
        for span in {each.span for text in entry.texts for each in text.paragraphs if each.span}:
            if span not in owners:
                owners[span] = owner_of_span(talk, draft, span)
            if owners[span] not in {None, at}:
                derived.add((at, span))
    return frozenset(derived)


def _targeted(
    talk: CurrentTalk, draft: Draft, change: Written, refused: list[Refused]
) -> Targeted | None:
    """Return a change of text with its scalar; None for other changes."""
    if not isinstance(change, WordsChanged | ParagraphAdded | ParagraphDeleted | LevelChanged):
        return None
    if is_cell(change):
        return None
    target = find_target(talk, draft, change.slide_id, change.place, change.current)
    if isinstance(change, ParagraphAdded) and change.place.split()[0] in _ONE_PARAGRAPH:
        why = "This text is one paragraph in an outline; a line break (Shift+Enter) is taken."
        target = Refusal(why, change.current.span)
    if isinstance(target, Refusal):
        refused.append((change, target))
        return None
    return Targeted(change, target.entry, target.paragraph, target)


def _done(each: TargetedChange | TargetedListChange) -> Targeted:
    return Targeted(each.change, each.target.entry, each.target.paragraph, each.target)


def _write_cells(
    talk: CurrentTalk,
    draft: Draft,
    changes: Sequence[Written],
    refused: list[Refused],
    done: list[Targeted],
) -> None:
    for change in changes:
        if isinstance(change, WordsChanged) and is_cell(change):
            shown = find_paragraph(talk, change.slide_id, change.place, change.current)
            problem = shown if isinstance(shown, Refusal) else write_cell(draft, change)
            if isinstance(shown, ShownParagraph) and problem is None:
                done.append(Targeted(change, *shown))
            elif problem is not None:
                refused.append((change, problem))


def _write_words(
    talk: CurrentTalk,
    draft: Draft,
    targeted: Sequence[Targeted],
    refused: list[Refused],
    done: list[Targeted],
) -> None:
    own = [
        TargetedChange(change, target)
        for change, _, _, target in targeted
        if target is not None
        and isinstance(change, WordsChanged | ParagraphAdded | ParagraphDeleted)
        and (isinstance(change, WordsChanged) or not target.scalar.is_bullet)
    ]
    by_file: dict[str, list[_Group]] = {}
    written: dict[tuple[str, tuple[int, int]], tuple[SourceEdit, ...]] = {}
    for group in by_scalar(own):
        target = group[0].target
        kept, spliced = _taken_together(talk, group, refused)
        if not kept:
            continue
        key = target.file.name, target.scalar.key
        others = shown_elsewhere(talk, target) - {each.entry for each in targeted}
        why = ""
        if others:
            why = f"These words stand on other slides, too, such as {min(others) + 1}."
        elif written.setdefault(key, spliced) != spliced and not target.place.startswith("chart "):
            why = "Another slide shows the same words, and says something else."
        if why:
            refused += ((each.change, Refusal(why, target.scalar.scalar.span)) for each in kept)
            continue
        by_file.setdefault(target.file.name, []).append((kept, spliced))
    for name, groups in by_file.items():
        _write_groups(draft, name, groups, refused, done)


def _write_groups(
    draft: Draft,
    name: str,
    groups: Sequence[_Group],
    refused: list[Refused],
    done: list[Targeted],
) -> None:
    """Write edits into a file; refuse those with which it is no YAML any longer."""
    before = draft.read(name) or b""
    edits = dict.fromkeys(edit for _, own in groups for edit in own)
    draft.edit(name, edits)
    if draft.file(name) is not None:
        done += [_done(each) for kept, _ in groups for each in kept]
        return
    edits = {}
    for kept, own in groups:
        draft.write(name, before)
        draft.edit(name, {**edits, **dict.fromkeys(own)})
        if draft.file(name) is None:
            why = Refusal("These words cannot be written in this way.", kept[0].change.current.span)
            refused += [(each.change, why) for each in kept]
        else:
            edits |= dict.fromkeys(own)
            done += map(_done, kept)
    draft.write(name, before)
    draft.edit(name, edits)


def _taken_together(
    talk: CurrentTalk, group: Sequence[TargetedChange], refused: list[Refused]
) -> tuple[list[TargetedChange], tuple[SourceEdit, ...]]:
    """Return the changes of a scalar that can be written together, and their edits."""
    spliced = scalar_edits(talk, group)
    if not isinstance(spliced, Refusal):
        return list(group), spliced
    kept: list[TargetedChange] = []
    edits: tuple[SourceEdit, ...] = ()
    for each in group:
        spliced = scalar_edits(talk, [*kept, each])
        if isinstance(spliced, Refusal):
            refused.append((each.change, spliced))
        else:
            kept.append(each)
            edits = spliced
    return kept, edits


def _write_lists(
    talk: CurrentTalk,
    draft: Draft,
    targeted: Sequence[Targeted],
    refused: list[Refused],
    done: list[Targeted],
) -> None:
    own = [
        TargetedListChange(change, target)
        for change, _, _, target in targeted
        if target is not None
        and isinstance(change, ParagraphAdded | ParagraphDeleted | LevelChanged)
        and (isinstance(change, LevelChanged) or target.scalar.is_bullet)
    ]
    for (name, path), group in by_list(talk, own).items():
        kept = edit_list(draft, name, path, group)
        done += map(_done, kept)
        refused += ((each.change, list_refusal(each.target)) for each in group if each not in kept)


def _write_keys(
    talk: CurrentTalk,
    draft: Draft,
    changes: Sequence[Written],
    places: Sequence[EntryPlace | None],
    refused: list[Refused],
    done: list[Targeted],
) -> None:
    for change in changes:
        if not isinstance(change, NotesAdded | SlideHidden | TextDeleted):
            continue
        at = entry_of(talk, change.slide_id)
        place = places[at] if at is not None else None
        if at is None or place is None:
            refused.append((change, Refusal("The outline no longer has this slide.")))
            continue
        key = _key(talk, draft, change, place)
        problem = key if isinstance(key, Refusal) else change_key(draft, place, change, key)
        if problem:
            refused.append((change, problem))
        else:
            done.append(Targeted(change, at))


def _key(talk: CurrentTalk, draft: Draft, change: KeyChange, place: EntryPlace) -> str | Refusal:
    """Return the key of the entry that a change is about."""
    if isinstance(change, SlideHidden):
        return "hidden"
    if isinstance(change, NotesAdded) or change.place == "notes":
        return "notes"
    target: Target | Refusal = find_target(
        talk, draft, change.slide_id, change.place, change.current
    )
    if isinstance(target, Refusal):
        return target
    file = draft.file(place.file)
    entry = node_at(file.root, place.path) if file else None
    depth = len(place.path)
    path = target.scalar.path
    if not isinstance(entry, Mapping) or path[:depth] != place.path or len(path) == depth:
        return Refusal("These words are not a key of the slide.", target.scalar.scalar.span)
    return entry.pairs[path[depth]][0].text
