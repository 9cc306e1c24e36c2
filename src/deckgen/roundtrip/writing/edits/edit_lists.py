"""Bullets that were added, deleted, or moved to another level → lines of their list."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from deckgen.outline.syntax.nodes import Mapping, Node
from deckgen.outline.syntax.nodes import Sequence as SequenceNode
from deckgen.roundtrip.comparing.changes import (
    LevelChanged,
    ParagraphAdded,
    ParagraphDeleted,
    TextChange,
)
from deckgen.roundtrip.source_text.author_file import Path, node_at
from deckgen.roundtrip.source_text.bullet_lines import (
    BulletLines,
    KeptBullet,
    NewBullet,
    bullet_lines,
    with_bullets,
)
from deckgen.roundtrip.source_text.splice_scalar import SourceEdit
from deckgen.roundtrip.source_text.text_reading import literal_lines
from deckgen.roundtrip.writing.targets.change_targets import (
    CurrentTalk,
    Refusal,
    Target,
    TargetedChange,
)
from deckgen.roundtrip.writing.targets.draft import Draft
from deckgen.support.yaml_text import yaml_scalar

MOST_TRIALS = 64
"""Groups that are tried; what is left then is left out, so that the time stays in bounds."""

_T = TypeVar("_T")


def by_list(
    talk: CurrentTalk, changes: Iterable[TargetedChange]
) -> dict[tuple[str, Path], list[TargetedChange]]:
    """Return changes by file and list; lists below bullets belong to the list of the bullets."""
    groups: dict[tuple[str, Path], list[TargetedChange]] = {}
    for each in changes:
        key = each.target.file.name, _list_path(talk, each.target)
        groups.setdefault(key, []).append(each)
    return groups


def _list_path(talk: CurrentTalk, target: Target) -> Path:
    span = talk.entries[target.entry].span
    path, root = target.scalar.path[:-1], target.file.root
    while len(path) >= 3:
        bullet, above = node_at(root, path[:-1]), node_at(root, path[:-2])
        is_bullet = isinstance(bullet, Mapping) and len(bullet.pairs) == 1
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
    bullets = bullet_lines(file.source, node)
    if bullets is None:
        return None
    wanted: list[KeptBullet | NewBullet] = []
    by_bullet: dict[int, list[TextChange]] = {}
    for change, target in group:
        at = _index(bullets, node_at(file.root, target.scalar.path))
        if at is None:
            return None
        by_bullet.setdefault(at, []).append(change)
    for at, bullet in enumerate(bullets):
        own = by_bullet.get(at, [])
        added = [each for each in own if isinstance(each, ParagraphAdded)]
        wanted += [_new(each) for each in added if each.before == 0]
        level = next((each.edited for each in own if isinstance(each, LevelChanged)), bullet.level)
        if not any(isinstance(each, ParagraphDeleted) for each in own):
            wanted.append(KeptBullet(at, level))
        wanted += [_new(each) for each in added if each.before != 0]
    return with_bullets(file.source, bullets, wanted)


def _index(bullets: tuple[BulletLines, ...], node: Node | None) -> int | None:
    return next((at for at, bullet in enumerate(bullets) if bullet.node is node), None)


def _new(change: ParagraphAdded) -> NewBullet:
    return NewBullet(yaml_scalar(new_line(change.edited)), change.level)


def new_line(words: str) -> str:
    """Return words as a line with markup that shows them as they are."""
    return literal_lines(words, breaks="<br>")


def list_refusal(target: Target) -> Refusal:
    """Return why a list cannot have a change."""
    return Refusal(
        "A list of the outline cannot have this, or has no line for each item.",
        target.scalar.scalar.span,
    )


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
