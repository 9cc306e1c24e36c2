"""Changes for one town alone: its file gets other values for keys of the outline."""

import posixpath
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from deckgen.outline.expand.town_overlay import slide_id
from deckgen.outline.schema.talk import DROP, INSERT_AFTER, INSERT_BEFORE, MOVE
from deckgen.outline.syntax.nodes import Mapping, Node, Scalar, Sequence, value_of
from deckgen.roundtrip.comparing import changes as ch
from deckgen.roundtrip.source_text.author_file import AuthorFile, Path, node_at
from deckgen.roundtrip.source_text.list_items import (
    end_of_block,
    file_lines,
    indented,
    inserted_lines,
    line_end,
    list_lines,
)
from deckgen.roundtrip.source_text.splice_scalar import SourceEdit
from deckgen.roundtrip.writing.edits.edit_entries import MakeEntry
from deckgen.roundtrip.writing.edits.edit_words import is_cell
from deckgen.roundtrip.writing.targets.change_targets import Refusal, owner_of_span
from deckgen.roundtrip.writing.targets.draft import Draft, entry_node, is_yaml
from deckgen.support.file_names import path_beside

_STEP = "  "
_FILE_NAME = re.compile(r"[\w./-]*\w\.\w+")
_FIRST = f"For one town alone, add it to the town's file, below `{INSERT_BEFORE}` of a slide."
_WITHOUT_ID = "A town's file can name this slide only by its `id`; give it one in the outline."


class Override(NamedTuple):
    """A key that a town gives another value; without a slide, a key of the head."""

    slide: str
    key: str
    lines: tuple[str, ...]
    """The key with its value, without indentation."""


def overrides_of(before: AuthorFile, after: AuthorFile) -> Iterator[Override]:
    """Yield the keys that have other values in an edited outline than before."""
    for path, slide in _mappings(before):
        old, new = node_at(before.root, path), node_at(after.root, path)
        if isinstance(new, Mapping) and slide is not None:
            for key in _changed_keys(old, new):
                yield Override(slide, key, _lines(after, new, key))


def _mappings(file: AuthorFile) -> Iterator[tuple[Path, str | None]]:
    """Yield the head, then each entry with its id; None for one without."""
    yield (), ""
    slides = value_of(file.root, "slides")
    if isinstance(slides, Sequence) and isinstance(file.root, Mapping):
        at = [key.text for key, _ in file.root.pairs].index("slides")
        for index, entry in enumerate(slides.items):
            yield (at, index), slide_id(entry)


def _changed_keys(old: Node | None, new: Mapping) -> Iterator[str]:
    before = {key.text: value for key, value in old.pairs} if isinstance(old, Mapping) else {}
    after = {key.text: value for key, value in new.pairs}
    for key in {**before, **after}:
        if key == "slides" or (isinstance(old, Scalar) and key == old.text.strip()):
            continue
        one, other = before.get(key), after.get(key)
        if one is None or other is None or _plain(one) != _plain(other):
            yield key


def _plain(node: Node) -> object:
    """Return what a node says, without its places and quotation marks."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [_plain(item) for item in node.items]
    return [(key.text, _plain(value)) for key, value in node.pairs]


def _lines(file: AuthorFile, mapping: Mapping, name: str) -> tuple[str, ...]:
    """Return the lines of a key; for one that is gone, the key without a value."""
    keys = [key for key, _ in mapping.pairs]
    at = next((at for at, key in enumerate(keys) if key.text == name), None)
    if at is None:
        return (f"{name}:",)
    column = keys[at].span.column - 1
    lines = file_lines(file.source)
    start = keys[at].span.line - 1
    end = end_of_block(lines, start, column)
    first, *others = (line.rstrip("\r\n") for line in lines[start:end])
    return (first[column:], *(line[column:] for line in others))


def town_problem(draft: Draft, change: ch.Change, name: str) -> Refusal | None:
    """Return why a town's file `name` cannot have a change of what all share; None if it can."""
    span = change.current.span
    is_row = isinstance(change, ch.RowAdded | ch.RowDeleted)
    if is_cell(change) or (span and is_row and not is_yaml(span.file)):
        return Refusal("A town's file cannot change a cell of this file.", span)
    if isinstance(change, ch.SlideAdded):
        if not change.after:
            return Refusal(_FIRST, span)
        own = entry_id(draft, change.after)
        return Refusal(_WITHOUT_ID, span) if own is None else _in_braces(draft.file(name), own)
    if span and is_yaml(span.file) and owner_of_span(draft, span) is None:
        return None  # a key of the head
    ids = [change.slide_id, *([change.after] if isinstance(change, ch.SlideMoved) else [])]
    if any(each and entry_id(draft, each) is None for each in ids):
        return Refusal(_WITHOUT_ID, span)
    return _in_braces(draft.file(name), entry_id(draft, change.slide_id) or "")


def _in_braces(file: AuthorFile | None, slide: str) -> Refusal | None:
    """Return the reason if a town's file has its slides, or this one, in braces on one line."""
    slides = value_of(file.root, "slides") if file else None
    for node in (slides, value_of(slides, slide)):
        if file and isinstance(node, Mapping) and file.sign(node) == "{":
            why = "It stands in braces { } there; put each of its keys on a line of its own first."
            return Refusal(why, node.span)
    return None


def entry_id(draft: Draft, shown: str) -> str | None:
    """Return how a town's file names the entry of a slide; None if it cannot."""
    at = draft.talk.of_slides.get(shown)
    span = draft.talk.entries[at].span if at is not None else None
    node = entry_node(draft, span)
    return slide_id(node) if node is not None else None


def write_for_town(draft: Draft, name: str, made: Draft, order: Iterable[Override]) -> None:
    """Write the changes in the files of `made` into the town's file `name` instead.

    `order` are the slides that are left out or moved.
    """
    overrides: list[Override] = []
    for other, data in made.made.items():
        before, after = draft.file(other), made.file(other)
        if other == name or not is_yaml(other):
            draft.write(other, data)
        elif before is not None and after is not None:
            overrides += [
                each._replace(lines=_seen_from(name, each.lines, other, made))
                for each in overrides_of(before, after)
            ]
    for override in (*overrides, *order):
        file = draft.file(name)
        edit = _edit(file, file.root, override) if file and isinstance(file.root, Mapping) else None
        if edit is not None:
            draft.edit(name, [edit])


def _seen_from(name: str, lines: Iterable[str], other: str, made: Draft) -> tuple[str, ...]:
    """Return lines of the file `other` whose names of files lead there from the file `name`."""
    folder = posixpath.dirname(name)

    def led(found: re.Match[str]) -> str:
        path = path_beside(other, found[0])
        return found[0] if made.read(path) is None else posixpath.relpath(path, folder)

    return tuple(_FILE_NAME.sub(led, line) for line in lines)


def order_overrides(
    draft: Draft, changes: Iterable[ch.Change], make: MakeEntry
) -> Iterator[Override]:
    """Yield the lines that leave out, move or add slides in a town's deck.

    A new slide that needs files is left out, as a town's file would have other names for them.
    """
    added: dict[str, list[str]] = {}
    for change in changes:
        if isinstance(change, ch.SlideDeleted):
            yield Override(entry_id(draft, change.slide_id) or "", "", (DROP,))
        elif isinstance(change, ch.SlideMoved):
            after = entry_id(draft, change.after) if change.after else None
            line = f"{MOVE}: after {after}" if after else f"{MOVE}: first"
            yield Override(entry_id(draft, change.slide_id) or "", MOVE, (line,))
        elif isinstance(change, ch.SlideAdded):
            entry = make(change)
            if entry is not None and not entry.files:
                first, *others = entry.lines
                own = added.setdefault(entry_id(draft, change.after) or "", [])
                own += [f"{_STEP}- {first}", *(_STEP * 2 + line for line in others)]
    for slide, lines in added.items():
        yield Override(slide, INSERT_AFTER, (f"{INSERT_AFTER}:", *lines))


def _edit(file: AuthorFile, root: Mapping, override: Override) -> SourceEdit | None:
    """Return the edit that adds a key; None if the town's file says something there already."""
    if not override.slide:
        return _added(file, root, override.lines)
    patch = [f"{override.slide}: {DROP}"]
    if override.key:
        patch = [f"{override.slide}:", *(_STEP + line for line in override.lines)]
    slides = root.get("slides")
    own = value_of(slides, override.slide)
    if slides is None:
        return _added(file, root, ["slides:", *(_STEP + line for line in patch)])
    if own is None:
        return _added(file, slides, patch)
    there = value_of(own, override.key) if override.key else own
    if there is None:
        return _added(file, own, override.lines)
    listed = list_lines(file.source, there) if isinstance(there, Sequence) else None
    if listed is None or override.key != INSERT_AFTER:
        return None
    lines = [line.removeprefix(_STEP) for line in override.lines[1:]]  # before those of the town
    new = indented(lines, listed.column, line_end(file.source))
    return inserted_lines(file.source, file.offset(listed.items[0].start), new)


def _added(file: AuthorFile, mapping: Node, new: Iterable[str]) -> SourceEdit | None:
    """Return the edit that adds lines behind the last key of a mapping, if it is one of lines."""
    if not isinstance(mapping, Mapping) or not mapping.pairs or file.sign(mapping) == "{":
        return None
    column = mapping.span.column - 1
    last = mapping.pairs[-1][0].span.line - 1
    end = file.offset(end_of_block(file_lines(file.source), last, column))
    return inserted_lines(file.source, end, indented(new, column, line_end(file.source)))
