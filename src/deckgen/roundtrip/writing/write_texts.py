"""Changes of texts → edits of a draft: words, cells, lists. A refused change stops no other one."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from deckgen.roundtrip.comparing.changes import ParagraphAdded, TextChange, WordsChanged
from deckgen.roundtrip.writing.edits.edit_lists import by_list, edit_list, most_together
from deckgen.roundtrip.writing.edits.edit_words import (
    ScalarEdits,
    is_cell,
    no_number,
    scalar_edits,
    write_cell,
)
from deckgen.roundtrip.writing.expected_talk import Targeted
from deckgen.roundtrip.writing.targets.change_targets import (
    OF_ANOTHER_SLIDE,
    Refusal,
    RefusedChange,
    Target,
    TargetedChange,
    find_paragraph,
    find_source,
    find_target,
    first_slide_number,
    shown_elsewhere,
)
from deckgen.roundtrip.writing.targets.coupled_scalars import joined_target
from deckgen.roundtrip.writing.targets.draft import CurrentTalk, Draft
from deckgen.support.grouped_values import grouped

WriteResult: TypeAlias = Targeted | RefusedChange
_NOT_LISTED = "A list of the outline cannot have this, or has no line for each item."


_ONE_PARAGRAPH = frozenset(
    {
        *("title", "kicker", "subtitle", "by", "date", "day", "footer"),
        *("caption", "table", "chart", "alt"),
    }
)
"""The first words of the places whose text is one paragraph."""


def write_texts(draft: Draft, changes: Sequence[TextChange]) -> list[WriteResult]:
    """Write changes of texts into a draft; return what became of each."""
    cells = [each for each in changes if isinstance(each, WordsChanged) and is_cell(each)]
    results = [_targeted(draft, change) for change in changes if not is_cell(change)]
    targeted = [each for each in results if isinstance(each, TargetedChange)]
    return [
        *(each for each in results if isinstance(each, RefusedChange)),
        *_write_words(draft, [each for each in targeted if not each.is_of_list]),
        *_write_lists(draft, [each for each in targeted if each.is_of_list]),
        *_write_cells(draft, cells),
    ]


def _targeted(draft: Draft, change: TextChange) -> TargetedChange | RefusedChange:
    """Return a change with its scalar."""
    find = find_source if isinstance(change, WordsChanged) else find_target
    target = no_number(change) or find(draft, change.slide_id, change.place, change.current)
    if isinstance(change, WordsChanged) and isinstance(target, Target):
        target = joined_target(draft.talk, target, change)
    if isinstance(change, ParagraphAdded) and change.place.split()[0] in _ONE_PARAGRAPH:
        why = "This text is one paragraph in an outline; a line break (Shift+Enter) is taken."
        target = Refusal(why, change.current.span)
    if isinstance(target, Refusal):
        return RefusedChange(change, target)
    return TargetedChange(change, target)


def _done(each: TargetedChange) -> Targeted:
    return Targeted(each.change, each.target.entry, each.target.paragraph, each.target)


def _write_cells(draft: Draft, changes: Iterable[WordsChanged]) -> Iterator[WriteResult]:
    for change in changes:
        shown = no_number(change) or find_paragraph(
            draft.talk, change.slide_id, change.place, change.current
        )
        if isinstance(shown, Refusal):
            yield RefusedChange(change, shown)
        elif problem := write_cell(draft, change):
            yield RefusedChange(change, problem)
        else:
            yield Targeted(change, *shown)


def _scalar_and_text(target: Target) -> tuple[object, ...]:
    return target.file.name, target.scalar.key, target.entry, target.place


def _write_words(draft: Draft, targeted: Iterable[TargetedChange]) -> Iterator[WriteResult]:
    sources: dict[tuple[str, tuple[int, int]], list[ScalarEdits]] = {}
    by_scalar = grouped((_scalar_and_text(each.target), each) for each in targeted)
    for changes in by_scalar.values():
        group, problems = _taken_together(draft, changes)
        yield from problems
        if group:
            target = group.target
            sources.setdefault((target.file.name, target.scalar.key), []).append(group)
    by_file: dict[str, list[ScalarEdits]] = {}
    coupled = grouped(
        ((name, key), group)
        for (name, _), groups in sources.items()
        for group in groups
        for key in group.coupled
    )
    for (name, key), groups in sources.items():
        agreed, problems = _agreed(draft.talk, groups, coupled.get((name, key), ()))
        yield from problems
        by_file.setdefault(name, []).extend(agreed)
    for name, groups in by_file.items():
        yield from _write_groups(draft, name, groups)


def _agreed(
    talk: CurrentTalk, groups: Sequence[ScalarEdits], coupled: Sequence[ScalarEdits]
) -> tuple[Sequence[ScalarEdits], list[RefusedChange]]:
    """Return which changes of a scalar can be written, and why the others cannot.

    Several slides may show the scalar. Where it is written decides; what is in the head, all of
    them decide. `coupled` are changes that change this scalar, too.
    """
    own = [group for group in groups if group.target.owner in {None, group.target.entry}]
    followed = [group for group in groups if group not in own]
    if own and own[0].target.place.startswith("chart "):
        return own, _refused(followed, OF_ANOTHER_SLIDE)
    edits = {group.own for group in own}
    edits |= {group.coupled[own[0].target.scalar.key] for group in coupled if own}
    if len(edits) > 1:
        why = "Slides that show the same words say different things now."
        return (), _refused(own, why) + _refused(followed, OF_ANOTHER_SLIDE)
    alike = [group for group in followed if group.own in edits]
    if why := _missing_footer(talk, own):
        return (), _refused(own, why)
    others = [group for group in followed if group not in alike]
    return [*own, *alike], _refused(others, OF_ANOTHER_SLIDE)


def _refused(groups: Iterable[ScalarEdits], why: str) -> list[RefusedChange]:
    return [
        RefusedChange(each.change, Refusal(why, each.target.scalar.scalar.span))
        for group in groups
        for each in group.changes
    ]


def _missing_footer(talk: CurrentTalk, groups: Sequence[ScalarEdits]) -> str:
    """Return why a footer, or a day there, is not written: some of its slides have the old one."""
    targets = [group.target for group in groups]
    if not targets or any(target.place not in {"footer", "day"} for target in targets):
        return ""
    others = shown_elsewhere(talk, targets[0]) - {target.entry for target in targets}
    if not others:
        return ""
    number = first_slide_number(talk, min(others))
    return f"The footer stands on other slides, too, such as {number}, where it was not changed."


def _write_groups(draft: Draft, name: str, groups: Sequence[ScalarEdits]) -> Iterator[WriteResult]:
    """Write edits into a file; refuse those with which it is no YAML any longer."""
    before = draft.read(name) or b""
    edits = dict.fromkeys(edit for group in groups for edit in group.edits)
    draft.edit(name, edits)
    if draft.file(name) is not None:
        yield from (_done(each) for group in groups for each in group.changes)
        return
    edits = {}
    for group in groups:
        draft.write(name, before)
        draft.edit(name, {**edits, **dict.fromkeys(group.edits)})
        if draft.file(name) is None:
            yield from _refused([group], "These words cannot be written in this way.")
        else:
            edits |= dict.fromkeys(group.edits)
            yield from map(_done, group.changes)
    draft.write(name, before)
    draft.edit(name, edits)


def _taken_together(
    draft: Draft, changes: Sequence[TargetedChange]
) -> tuple[ScalarEdits | None, list[RefusedChange]]:
    """Return the changes of a scalar that can be written together, and those that cannot."""
    edits = scalar_edits(draft, changes)
    if not isinstance(edits, Refusal):
        return edits, []
    kept = most_together(changes, lambda some: not isinstance(scalar_edits(draft, some), Refusal))
    ids = {id(each) for each in kept}
    refused = [RefusedChange(each.change, edits) for each in changes if id(each) not in ids]
    taken = scalar_edits(draft, kept) if kept else edits
    return (None if isinstance(taken, Refusal) else taken), refused


def _write_lists(draft: Draft, targeted: Iterable[TargetedChange]) -> Iterator[WriteResult]:
    for (name, path), group in by_list(draft.talk, targeted).items():
        kept = edit_list(draft, name, path, group)
        yield from map(_done, kept)
        ids = {id(each) for each in kept}
        for each in group:
            if id(each) not in ids:
                span = each.target.scalar.scalar.span
                yield RefusedChange(each.change, Refusal(_NOT_LISTED, span))
