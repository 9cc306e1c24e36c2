"""Bullets that were added, deleted, or moved to another level → items of their list."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeAlias, TypeVar

from deckgen.importing.outline_yaml import flow_list
from deckgen.outline.syntax.nodes import Mapping as MappingNode
from deckgen.outline.syntax.nodes import Node, Scalar
from deckgen.outline.syntax.nodes import Sequence as SequenceNode
from deckgen.roundtrip.comparing import changes as ch
from deckgen.roundtrip.comparing.current_words import plain
from deckgen.roundtrip.source_text.author_file import AuthorFile, Path, node_at
from deckgen.roundtrip.source_text.list_items import file_lines, line_end, list_lines
from deckgen.roundtrip.source_text.source_scalar import locate_scalar
from deckgen.roundtrip.source_text.splice_scalar import SourceEdit
from deckgen.roundtrip.source_text.text_reading import literal_lines
from deckgen.roundtrip.writing.targets.change_targets import Target, TargetedChange
from deckgen.roundtrip.writing.targets.draft import CurrentTalk, Draft
from deckgen.support.grouped_values import grouped
from deckgen.support.yaml_text import yaml_scalar

MOST_TRIALS = 64
"""The most groups of changes that are tried, so that the time stays in bounds; the rest is left
out."""

_T = TypeVar("_T")
_USUAL_STEP = 4
"""Blanks from the dash of a bullet to those below it, as `deckgen import` writes them."""


class BulletLines(NamedTuple):
    """A bullet without those below it; lines are numbers from 0."""

    node: Node
    level: int
    column: int
    """The column of its dash, from 0."""
    start: int
    """The first of its comments, or the line of its dash."""
    dash: int
    end: int
    """The start of the next bullet."""

    @property
    def has_children(self) -> bool:
        """Whether bullets stand below it."""
        return _children(self.node) is not None


WantedBullet: TypeAlias = tuple[int | str, int]
"""A bullet that is there, by its index, or the words of a new one; and its level."""


def by_list(
    talk: CurrentTalk, changes: Iterable[TargetedChange]
) -> dict[tuple[str, Path], list[TargetedChange]]:
    """Return changes by file and list; lists below bullets belong to the list of the bullets."""
    return grouped(
        ((each.target.file.name, _list_path(talk, each.target)), each) for each in changes
    )


def _list_path(talk: CurrentTalk, target: Target) -> Path:
    span = talk.entries[target.entry].span
    path, root = target.scalar.item[:-1], target.file.root
    while len(path) >= 3:
        bullet, above = node_at(root, path[:-1]), node_at(root, path[:-2])
        is_bullet = isinstance(bullet, MappingNode) and len(bullet.pairs) == 1
        if not is_bullet or not isinstance(above, SequenceNode):
            break
        if span and bullet is not None and bullet.span[:3] == span[:3]:
            break
        path = path[:-2]
    return path


def edit_list(
    draft: Draft, name: str, path: Path, group: Sequence[TargetedChange]
) -> list[TargetedChange]:
    """Write the changes of a list into its file; return those that it can have."""
    kept = most_together(group, lambda some: _list_edit(draft, name, path, some) is not None)
    edit = _list_edit(draft, name, path, kept) if kept else None
    if edit is not None:
        draft.edit(name, [edit])
    return kept


def _list_edit(
    draft: Draft, name: str, path: Path, group: Sequence[TargetedChange]
) -> SourceEdit | None:
    """Return the edit for changes of a list; None if it cannot have all of them."""
    file, node = draft.file(name), draft.node(name, path)
    if file is None or not isinstance(node, SequenceNode):
        return None
    is_on_line = file.sign(node) == "["
    listed = (BulletLines(each, 0, 0, 0, 0, 0) for each in node.items)
    bullets = tuple(listed) if is_on_line else bullet_lines(file.source, node)
    if bullets is None:
        return None
    wanted: list[WantedBullet] = []
    by_bullet: dict[int, list[ch.TextChange]] = {}
    for change, target in group:
        item = node_at(file.root, target.scalar.item)
        at = next((at for at, bullet in enumerate(bullets) if bullet.node is item), None)
        if at is None:
            return None
        by_bullet.setdefault(at, []).append(change)
    gone = grouped(
        (plain(each.base), at)
        for at, own in by_bullet.items()
        for each in own
        if isinstance(each, ch.ParagraphDeleted)
    )
    for at, bullet in enumerate(bullets):
        own = by_bullet.get(at, [])
        added = [each for each in own if isinstance(each, ch.ParagraphAdded)]
        wanted += [_added(each, gone) for each in added if each.before == 0]
        levels = (each.edited for each in own if isinstance(each, ch.LevelChanged))
        if not any(isinstance(each, ch.ParagraphDeleted) for each in own):
            wanted.append((at, next(levels, bullet.level)))
        wanted += [_added(each, gone) for each in added if each.before != 0]
    if is_on_line:
        return _with_items(file, node, wanted)
    return with_bullets(file.source, bullets, wanted)


def _with_items(
    file: AuthorFile, node: SequenceNode, wanted: Sequence[WantedBullet]
) -> SourceEdit | None:
    """Return the edit that gives a list in brackets these bullets; None if it cannot have them."""
    scalars = [each for each in node.items if isinstance(each, Scalar)]
    located = (locate_scalar(file.source, file.starts, each) for each in scalars)
    places = [each for each in located if each is not None]
    if len(places) < len(node.items) or not wanted or any(level for _, level in wanted):
        return None
    texts = [file.source[each.start : each.end] for each in places]
    start, end = places[0].start, places[-1].end
    words = (
        texts[each] if isinstance(each, int) else flow_list((each,))[1:-1] for each, _ in wanted
    )
    return None if "\n" in file.source[start:end] else SourceEdit(start, end, ", ".join(words))


def _added(change: ch.ParagraphAdded, gone: Mapping[str, list[int]]) -> WantedBullet:
    """Return the bullet to add; one that was moved keeps its lines, with all that they say.

    `gone` are the bullets that are deleted, by their words; the one that was moved is taken out.
    """
    moved = gone.get(plain(change.edited))
    if moved:
        return moved.pop(0), change.level
    return literal_lines(change.edited), change.level


def most_together(changes: Sequence[_T], fits: Callable[[Sequence[_T]], bool]) -> list[_T]:
    """Return the changes that fit together, in their order; each part is tried with those kept."""
    kept: list[_T] = []
    parts = [list(changes)]
    for _ in range(MOST_TRIALS):
        if not parts:
            break
        part = parts.pop()
        if fits([*kept, *part]):
            kept += part
        elif len(part) > 1:
            middle = len(part) // 2
            parts += [part[middle:], part[:middle]]
    return kept


def bullet_lines(source: str, node: SequenceNode) -> tuple[BulletLines, ...] | None:
    """Return the bullets of a list, each above those below it; None if they share lines."""
    found = list(_bullets(source, node, 0))
    bullets = [each for each in found if each is not None]
    listed = list_lines(source, node)
    if listed is None or len(bullets) < len(found):
        return None
    ends = [*(each.start for each in bullets[1:]), listed.items[-1].end]
    if any(each.dash >= end for each, end in zip(bullets, ends, strict=True)):
        return None
    return tuple(each._replace(end=end) for each, end in zip(bullets, ends, strict=True))


def _bullets(source: str, node: SequenceNode, level: int) -> Iterator[BulletLines | None]:
    listed = list_lines(source, node)
    if listed is None:
        yield None
        return
    for item, (start, dash, end) in zip(node.items, listed.items, strict=True):
        yield BulletLines(item, level, listed.column, start, dash, end)
        if (children := _children(item)) is not None:
            yield from _bullets(source, children, level + 1)


def _children(item: Node) -> SequenceNode | None:
    if isinstance(item, MappingNode) and len(item.pairs) == 1:
        value = item.pairs[0][1]
        return value if isinstance(value, SequenceNode) and value.items else None
    return None


def with_bullets(
    source: str, bullets: tuple[BulletLines, ...], wanted: Iterable[WantedBullet]
) -> SourceEdit | None:
    """Return the edit that gives a list these bullets; None if it cannot have them.

    A bullet with others below it gets a colon, and loses it with the last of them.
    """
    order = list(wanted)
    if not order or order[0][1]:
        return None
    lines = file_lines(source)
    feed = line_end(source)
    first = {bullet.level: bullet.column for bullet in reversed(bullets)}
    columns = [first[level] for level in sorted(first)]
    pieces: list[str] = []
    for (bullet, level), (_, following) in pairwise([*order, ("", 0)]):
        if following > level + 1:
            return None
        while len(columns) <= level:
            columns.append(columns[-1] + _USUAL_STEP)
        column, is_parent = columns[level], following > level
        if isinstance(bullet, str):
            pieces.append(f"{' ' * column}- {yaml_scalar(bullet)}{':' if is_parent else ''}{feed}")
            continue
        own = _with_colon(lines, bullets[bullet], is_parent=is_parent)
        if own is None:
            return None
        pieces += (_shifted(line, column - bullets[bullet].column) for line in own)
    start, end = bullets[0].start, bullets[-1].end
    offset = sum(map(len, lines[:start]))
    text = "".join(piece if piece.endswith(("\n", "\r")) else piece + feed for piece in pieces)
    return SourceEdit(offset, offset + sum(map(len, lines[start:end])), text)


def _with_colon(
    lines: Sequence[str], bullet: BulletLines, *, is_parent: bool
) -> Sequence[str] | None:
    """Return the lines of a bullet, with a colon only if others stand below it."""
    own = list(lines[bullet.start : bullet.end])
    if bullet.has_children == is_parent:
        return own
    node = bullet.node
    text = node.pairs[0][0] if bullet.has_children and isinstance(node, MappingNode) else node
    if not isinstance(text, Scalar) or text.style in {"|", ">"}:
        return None
    line = text.span.line - 1 - bullet.start
    end = text.span.column - 1 + text.span.length + (1 if text.style else 0)
    before, behind = own[line][:end], own[line][end:]
    if is_parent:
        if any(each.strip() for each in own[line + 1 :]) or not text.text:
            return None
        own[line] = f"{before}:{behind}"
    else:
        own[line] = before + behind.lstrip(" ").removeprefix(":")
    return own


def _shifted(line: str, blanks: int) -> str:
    if blanks >= 0 or not line.strip():
        return " " * blanks + line if line.strip() else line
    return line[min(-blanks, len(line) - len(line.lstrip(" "))) :]
