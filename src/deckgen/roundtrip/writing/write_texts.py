"""Changes of texts → edits of a draft: words, cells, lists; what one prevents, others do not."""

from collections.abc import Sequence
from typing import TypeAlias

from deckgen.roundtrip.comparing.changes import (
    Change,
    LevelChanged,
    ParagraphAdded,
    ParagraphDeleted,
    WordsChanged,
)
from deckgen.roundtrip.source_text.splice_scalar import SourceEdit
from deckgen.roundtrip.writing.change_targets import (
    CurrentTalk,
    Refusal,
    ShownParagraph,
    find_paragraph,
    find_target,
    shown_elsewhere,
)
from deckgen.roundtrip.writing.draft import Draft
from deckgen.roundtrip.writing.edit_cells import is_cell, write_cell
from deckgen.roundtrip.writing.edit_lists import (
    TargetedListChange,
    by_list,
    edit_list,
    list_refusal,
)
from deckgen.roundtrip.writing.edit_words import TargetedChange, by_scalar, scalar_edits
from deckgen.roundtrip.writing.expected_talk import Targeted

TextChange: TypeAlias = WordsChanged | ParagraphAdded | ParagraphDeleted | LevelChanged
"""The changes of a text that is there."""

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


def write_texts(
    talk: CurrentTalk, draft: Draft, changes: Sequence[TextChange]
) -> tuple[list[Refused], list[Targeted]]:
    """Write changes of texts into a draft; return which are refused, and which are written."""
    refused: list[Refused] = []
    done: list[Targeted] = []
    cells = [each for each in changes if isinstance(each, WordsChanged) and is_cell(each)]
    targeted = [
        each
        for change in changes
        if not is_cell(change) and (each := _targeted(talk, draft, change, refused))
    ]
    _write_words(talk, draft, targeted, refused, done)
    _write_lists(talk, draft, targeted, refused, done)
    _write_cells(talk, draft, cells, refused, done)
    return refused, done


def _targeted(
    talk: CurrentTalk, draft: Draft, change: TextChange, refused: list[Refused]
) -> Targeted | None:
    """Return a change with its scalar; None if it is refused."""
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
    changes: Sequence[WordsChanged],
    refused: list[Refused],
    done: list[Targeted],
) -> None:
    for change in changes:
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
