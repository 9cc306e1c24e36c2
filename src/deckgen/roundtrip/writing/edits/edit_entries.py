"""Slides that were moved, deleted, added or hidden, and new notes → lines of the outline."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from deckgen.importing.marked_text import SourceRun, marked_text
from deckgen.importing.outline_yaml import LiteralBlock, mapping_yaml
from deckgen.outline.syntax.nodes import Scalar
from deckgen.outline.syntax.nodes import Sequence as SequenceNode
from deckgen.roundtrip.comparing import changes as ch
from deckgen.roundtrip.source_text.author_file import Path
from deckgen.roundtrip.source_text.list_items import indented, inserted_lines, line_end, rearranged
from deckgen.roundtrip.source_text.splice_scalar import SourceEdit
from deckgen.roundtrip.source_text.text_reading import literal_block
from deckgen.roundtrip.writing.targets.change_targets import Refusal, RefusedChange
from deckgen.roundtrip.writing.targets.draft import CurrentTalk, Draft, EntryPlace


class NewEntry(NamedTuple):
    """The lines of a slide that is added, without indentation, and the files that it needs."""

    lines: tuple[str, ...]
    files: Mapping[str, bytes]
    home: tuple[str, Path] = ("", ())
    """The file and the list that it gets into."""


MakeEntry: TypeAlias = Callable[[ch.SlideAdded], NewEntry | None]


def change_key(draft: Draft, place: EntryPlace, change: ch.KeyChange, key: str) -> Refusal | None:
    """Write new notes, or how a slide is shown, into an entry; or take a text away.

    `key` is the key that the change is about.
    """
    lines = ""
    match change:
        case ch.NotesAdded():
            words = "\n\n".join(map(literal_block, change.paragraphs))
            lines = mapping_yaml({"notes": LiteralBlock(words)})
        case ch.SlideHidden():
            lines = "hidden: yes\n" if change.hidden else ""
        case ch.SectionChanged(edited=name) if name:
            lines = mapping_yaml({key: marked_text([SourceRun(name)])})
        case ch.TransitionChanged(edited=effect):
            lines = mapping_yaml({key: effect})
        case ch.TextDeleted() | ch.SectionChanged():
            pass
    edits = written_key(draft, place, key, lines)
    if edits is None:
        why = "The entry is not written with a line for each key."
        return Refusal(why, change.current.span)
    draft.edit(place.file, edits)
    return None


def written_key(draft: Draft, place: EntryPlace, key: str, lines: str) -> list[SourceEdit] | None:
    """Return the edits that give an entry other lines for a key; empty lines take it away.

    None if the entry is not written with a line for each key.
    """
    file, entry = draft.file(place.file), draft.node(*place)
    listed = draft.listed(place.file, place.path[:-1])
    if (
        file is None
        or listed is None
        or isinstance(entry, SequenceNode | None)
        or file.sign(entry) in {"{", "["}
    ):
        return None
    item = listed.items[place.path[-1]]
    column = entry.span.column - 1
    new = indented(lines.split("\n")[:-1], column, line_end(file.source))
    added = inserted_lines(file.source, file.offset(item.end), new)
    if isinstance(entry, Scalar):
        if entry.style or not lines:
            return None
        colon = file.offset(entry.span.line - 1) + column + len(entry.text)
        return [SourceEdit(colon, colon, ":"), added]
    keys = [name for name, _ in entry.pairs]
    at = next((at for at, name in enumerate(keys) if name.text == key), None)
    if at is None:
        return [added] if lines else []
    start = keys[at].span.line - 1
    if start == item.dash:
        return None
    end = keys[at + 1].span.line - 1 if at + 1 < len(keys) else item.end
    while end > start + 1 and _is_aside(listed.lines[end - 1], column):
        end -= 1
    return [SourceEdit(file.offset(start), file.offset(end), new)]


def _is_aside(line: str, column: int) -> bool:
    """Return whether a line is empty, or a comment of the key below it."""
    text = line.lstrip(" ")
    return not text.strip() or (text.startswith("#") and len(line) - len(text) <= column)


def change_order(
    draft: Draft,
    places: Sequence[EntryPlace | None],
    changes: Iterable[ch.OrderChange],
    make: MakeEntry,
) -> tuple[tuple[int | None, ...], list[RefusedChange]]:
    """Move, delete and insert entries; `places` are those of all entries of the talk.

    Return their new order, by their indices before (None: a new one), and what is refused.
    """
    refused = list[RefusedChange]()
    order: list[int | NewEntry] = list(range(len(draft.talk.entries)))
    touched: dict[tuple[str, Path], None] = {}
    all_changes = list(changes)
    deleted = {each.slide_id for each in all_changes if isinstance(each, ch.SlideDeleted)}
    moved = {each.slide_id for each in all_changes if isinstance(each, ch.SlideMoved)}
    for change in all_changes:
        anchor = None if isinstance(change, ch.SlideDeleted) else change.after
        problem = _order_problem(draft.talk, places, change, deleted, moved)
        if problem:
            refused.append(RefusedChange(change, problem))
            continue
        behind = draft.talk.of_slides.get(anchor) if anchor else None
        if isinstance(change, ch.SlideAdded):
            new = make(change)
            home = places[behind or 0]
            if new is None or home is None:
                refused.append(RefusedChange(change, Refusal("The slide cannot be taken over.")))
                continue
            new = new._replace(home=(home.file, home.path[:-1]))
            order.insert(_behind(order, behind), new)
            touched[new.home] = None
            continue
        own = draft.talk.of_slides.get(change.slide_id)
        home = places[own] if own is not None else None
        if own is None or home is None or own not in order:
            continue
        order.remove(own)
        if isinstance(change, ch.SlideMoved):
            order.insert(_behind(order, behind), own)
        touched[home.file, home.path[:-1]] = None
    for name, path in touched:
        _write_order(draft, name, path, places, order)
    for each in order:
        if isinstance(each, NewEntry):
            for name, data in each.files.items():
                draft.write(name, data)
    kept = tuple(each if isinstance(each, int) else None for each in order)
    return kept, refused


def _behind(order: Sequence[int | NewEntry], entry: int | None) -> int:
    """Return the index behind an entry and behind the new ones that follow it already."""
    at = 0 if entry is None or entry not in order else order.index(entry) + 1
    while at < len(order) and isinstance(order[at], NewEntry):
        at += 1
    return at


def _order_problem(
    talk: CurrentTalk,
    places: Sequence[EntryPlace | None],
    change: ch.OrderChange,
    deleted: set[str],
    moved: set[str],
) -> Refusal | None:
    anchor = "" if isinstance(change, ch.SlideDeleted) else change.after
    behind = talk.of_slides.get(anchor) if anchor else 0
    there = places[behind] if behind is not None else None
    if isinstance(change, ch.SlideAdded):
        return None if there else Refusal("The slide before it is not in the outline.")
    own = talk.of_slides.get(change.slide_id)
    here = places[own] if own is not None else None
    if own is None or here is None:
        return Refusal("The outline no longer has this slide.")
    span = talk.entries[own].span
    ids = set(talk.entries[own].ids)
    if isinstance(change, ch.SlideDeleted):
        return None if ids <= deleted else Refusal("Its entry has further slides.", span)
    if not ids <= moved:
        return Refusal("Its entry has further slides, which were not moved.", span)
    if there is None or (there.file, there.path[:-1]) != (here.file, here.path[:-1]):
        return Refusal("It and the slide before it stand in different files or lists.", span)
    return None


def _write_order(
    draft: Draft,
    name: str,
    path: Path,
    places: Sequence[EntryPlace | None],
    order: Sequence[int | NewEntry],
) -> None:
    file, listed = draft.file(name), draft.listed(name, path)
    if file is None or listed is None:
        return
    shown = {
        entry: place.path[-1]
        for entry, place in enumerate(places)
        if place and (place.file, place.path[:-1]) == (name, path)
    }
    wanted: list[int | str] = []
    for each in order:
        if isinstance(each, int):
            wanted += [shown[each]] if each in shown else []
        elif each.home == (name, path):
            wanted.append(_item_text(each, listed.column, line_end(file.source)))
    hidden = sorted({*range(len(listed.items))} - {*shown.values()})
    for index in hidden:  # entries of other versions stay behind the entry that they stand behind
        before = [at for at, each in enumerate(wanted) if isinstance(each, int) and each < index]
        behind = next((at for at in before if wanted[at] == index - 1), None)
        wanted.insert((behind if behind is not None else max(before, default=-1)) + 1, index)
    draft.edit(name, [rearranged(listed, wanted)])


def _item_text(entry: NewEntry, column: int, feed: str) -> str:
    first, *others = entry.lines
    lines = [f"- {first}", *(f"  {line}" if line else "" for line in others)]
    return indented(lines, column, feed)
