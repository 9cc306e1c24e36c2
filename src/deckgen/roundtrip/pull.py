"""What colleagues changed in a deck, written into the author's files, as far as it can be.

The talk is compiled with the changes before anything is written. Changes that it would not show
exactly are found by halving, and refused.
"""

from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple, TypeAlias

from deckgen.files.workspace import Files
from deckgen.outline.syntax.nodes import value_of
from deckgen.roundtrip.change_trials import Compile, tried
from deckgen.roundtrip.comparing import changes as ch
from deckgen.roundtrip.comparing.compare_looks import EFFECTS
from deckgen.roundtrip.comparing.current_words import plain
from deckgen.roundtrip.writing.edits.edit_entries import MakeEntry
from deckgen.roundtrip.writing.pin_slides import HandDeck, slide_importer
from deckgen.roundtrip.writing.targets.change_targets import Refusal
from deckgen.roundtrip.writing.targets.coupled_scalars import also_shown
from deckgen.roundtrip.writing.targets.draft import CurrentTalk, Draft
from deckgen.roundtrip.writing.town_override import order_overrides, town_problem, write_for_town
from deckgen.roundtrip.writing.write_changes import (
    Written,
    WrittenChanges,
    write_changes,
    write_formats,
    write_pins,
)
from deckgen.support.diagnostics import Span
from deckgen.support.grouped_values import grouped

Result: TypeAlias = Literal["taken", "pinned", "same", "conflict", "shared", "refused", "asked"]
"""Written; kept, since the slide is pinned; there already; changed in the outline, too; left, since
other towns share it; not written; a comment, which is for people to read."""


_MOST_NUMBERS = 8
"""Numbers of slides that are told."""
_PINNED = "The outline shows this slide of another deck (`pinned`): change it there."
_TORN = "These words were moved, which cannot be written; they stay where they are."


class ChangeOutcome(NamedTuple):
    """What became of a change."""

    change: ch.Change
    result: Result
    why: str = ""
    span: Span | None = None
    """The place where the change was written, or where it can be made."""
    also: tuple[int, ...] = ()
    """The numbers of the other slides that show the words, which come from the head, too."""


class TownScope(NamedTuple):
    """A town whose deck is pulled, while other towns keep what they have."""

    file: str
    overrides: bool = False
    """Whether what all towns share gets other words in the town's file; else it is left."""


class Pulled(NamedTuple):
    """What became of all changes, and the files that are to be written, all or none."""

    outcomes: tuple[ChangeOutcome, ...]
    files: Mapping[str, bytes]


def pull(
    talk: CurrentTalk,
    changes: Sequence[ch.Change],
    files: Files,
    compile_: Compile,
    deck: HandDeck,
    scope: TownScope | None = None,
) -> Pulled:
    """Return the files with all changes that can be taken; `files` stay as they are.

    `talk` is what the files give now, `changes` are those of `deck` compared with it. With a
    `scope`, what all towns share stays as it is.
    """
    disk = Draft(files, talk)
    town = scope.file if scope and scope.overrides else ""
    added = [each for each in changes if isinstance(each, ch.SlideAdded)]
    make = slide_importer(deck, disk, added)
    known = ((each, _before(each, scope, disk)) for each in changes)
    outcomes = {id(each): outcome for each, outcome in known if outcome}
    left = [each for each in changes if id(each) not in outcomes]
    written = [each for each in left if isinstance(each, Written)]

    def write(draft: Draft, own: Sequence[Written]) -> WrittenChanges:
        return _write(draft, own, make, town)

    first = tried(written, talk, files, compile_, write)
    # Half of a move would leave its words twice, or nowhere.
    while torn := torn_moves(written, first.accepted):
        reasons = {id(each.change): each.refusal for each in first.refused}
        for half in torn:
            why = reasons.get(id(half), Refusal(_TORN, half.current.span))
            outcomes[id(half)] = ChangeOutcome(half, "refused", why.why, why.span)
        written = [each for each in written if id(each) not in outcomes]
        first = tried(written, talk, files, compile_, write)
    # Markup is set around the words that are there by then.
    order = first.order
    second = tried(
        [each for each in left if isinstance(each, ch.FormatChanged | ch.LinkChanged)],
        first.shown,
        first.draft.files,
        compile_,
        lambda draft, own: _for_town(
            draft, town, lambda made: write_formats(talk, order, made, own)
        ),
    )
    done = {id(each) for each in first.accepted}
    third = tried(
        [each for each in left if isinstance(each, ch.LookChange) and id(each) not in done],
        second.shown,
        second.draft.files,
        compile_,
        lambda draft, own: _for_town(
            draft, town, lambda made: write_pins(talk, order, made, own, deck)
        ),
    )
    there = list[ch.Change]()
    for refused, refusal in (*first.refused, *second.refused, *third.refused):
        typed = _why_told(refused) if isinstance(refused, ch.LinkChanged) else refusal.why
        span = refusal.span or refused.current.span
        outcomes[id(refused)] = ChangeOutcome(refused, "refused", typed, span)
        if _is_shown(third.shown, refused):
            outcomes[id(refused)] = ChangeOutcome(refused, "taken", "", refusal.span)
            there.append(refused)
    changed = {
        (each.slide_id, each.current.span)
        for each in (*first.accepted, *there)
        if isinstance(each, ch.WordsChanged) and each.current.span
    }
    for taken in (*first.accepted, *second.accepted):
        outcomes[id(taken)] = _taken(disk, taken, changed)
    for pinned in third.accepted:
        outcomes[id(pinned)] = ChangeOutcome(pinned, "pinned", "", pinned.current.span)
    return Pulled(
        tuple(outcomes[id(each)] for each in changes),
        {**first.draft.made, **second.draft.made, **third.draft.made},
    )


def _write(draft: Draft, changes: Sequence[Written], make: MakeEntry, town: str) -> WrittenChanges:
    """Write changes into a draft; with a `town`, what comes of them into its file alone."""
    if not town:
        return write_changes(draft, changes, make)
    ordering = [each for each in changes if isinstance(each, ch.OrderChange)]
    before = draft.files
    made = Draft(before, draft.talk)
    write_changes(made, [each for each in changes if each not in ordering], make)
    write_for_town(draft, town, made, list(order_overrides(draft, ordering, make)))
    return write_changes(Draft(before, draft.talk), changes, make)


def _for_town(draft: Draft, town: str, write: Callable[[Draft], WrittenChanges]) -> WrittenChanges:
    """Do the same as `_write` for markup and pins, which `write` writes."""
    if not town:
        return write(draft)
    made = Draft(draft.files, draft.talk)
    written = write(made)
    write_for_town(draft, town, made, ())
    return written


def _before(change: ch.Change, scope: TownScope | None, draft: Draft) -> ChangeOutcome | None:
    """Return what is known of a change without trying it."""
    current = change.current
    is_open = current.state != "same" and not isinstance(change, ch.LinkChanged)
    if is_open and (why := _why_told(change)):
        span, outline = current.span, draft.talk.outline
        if isinstance(change, ch.LookTold) and change.key:  # what all slides share
            span = (value_of(outline, change.key) or outline).span
        return ChangeOutcome(change, "refused", why, span)
    if isinstance(change, ch.CommentAdded):
        return ChangeOutcome(change, "asked", "", current.span)
    if current.state in _KNOWN:
        result, why = _KNOWN[current.state]
        of_slide = getattr(change, "slide_id", "")
        if any(each.source and each.id == of_slide for each in draft.talk.deck.slides):
            why = _PINNED if result == "refused" else why
        return ChangeOutcome(change, result, why, current.span)
    if scope and current.span and current.span.file != scope.file:
        if not scope.overrides:
            return ChangeOutcome(change, "shared", "", current.span)
        problem = town_problem(draft, change, scope.file)
        return problem and ChangeOutcome(change, "refused", problem.why, problem.span)
    return None


def _why_told(change: ch.Change) -> str:
    """Return what to do about a change that nobody can write; empty for others."""
    if isinstance(change, ch.LookTold):
        return change.way
    if isinstance(change, ch.LinkChanged):
        typed = f"Type `[{change.words}]({change.address})` there."
        return typed if change.added else "Take the link out of the words there."
    if isinstance(change, ch.WordsChanged) and change.place.endswith(" kind"):
        return f"Type `kind: {change.edited}` below `chart`." if change.current.generated else ""
    if not isinstance(change, ch.TransitionChanged):
        return ""
    effect = change.edited if change.edited in EFFECTS else "fade"
    unknown = "" if effect == change.edited else "An outline knows `fade` alone. "
    if change.is_for_all:
        return f"{unknown}All slides have it: type `transition: {effect}` at the outline's top."
    return unknown and f"{unknown}Type `transition: fade` there if that will do."


_KNOWN: dict[ch.State, tuple[Result, str]] = {
    "same": ("same", ""),
    "conflict": ("conflict", "The outline says something else."),
    "missing": ("refused", "The outline no longer has it."),
}


def _is_shown(talk: CurrentTalk, change: ch.Change) -> bool:
    """Return whether a talk shows words in their place, as a variable in them has changed."""
    if not isinstance(change, ch.WordsChanged):
        return False
    at = talk.of_slides.get(change.slide_id)
    text = None if at is None else talk.entries[at].text(change.place)
    shown = text.paragraphs[change.paragraph :] if text else ()
    return bool(shown) and plain(shown[0].words) == plain(change.edited)


def _taken(draft: Draft, change: ch.Change, changed: Container[tuple[str, Span]]) -> ChangeOutcome:
    """Return the outcome of a change that was written; `changed` is as `also_shown` has it."""
    span = change.current.span
    if not isinstance(change, ch.WordsChanged):
        return ChangeOutcome(change, "taken", "", span)
    numbers = tuple(also_shown(draft, change, changed))
    why = ""
    if numbers:
        shown = ", ".join(map(str, numbers[:_MOST_NUMBERS]))
        more = " and more" if len(numbers) > _MOST_NUMBERS else ""
        why = f"Shown on slide{'s' if len(numbers) > 1 else ''} {shown}{more}, too."
    return ChangeOutcome(change, "taken", why, span, numbers)


def torn_moves(changes: Sequence[ch.Change], taken: Iterable[ch.Change]) -> tuple[ch.Change, ...]:
    """Return both halves (words gone, words new) of each move of which only one was taken.

    One half alone would leave the words twice, or nowhere.
    """
    ids = {id(each) for each in taken}
    torn = (move for move in _moves(changes) if len({id(half) in ids for half in move}) > 1)
    return tuple(half for move in torn for half in move)


def _moves(changes: Sequence[ch.Change]) -> Iterator[tuple[ch.Change, ch.Change]]:
    """Yield what was deleted with what was added in the same words, in their order."""
    yield from _split_or_joined(changes)
    deleted: dict[Hashable, list[ch.Change]] = {}
    added: dict[Hashable, list[ch.Change]] = {}
    for change in changes:
        match change:
            case ch.ParagraphDeleted(base=words) if words.strip():
                deleted.setdefault(" ".join(words.split()), []).append(change)
            case ch.ParagraphAdded(edited=words) if words.strip():
                added.setdefault(" ".join(words.split()), []).append(change)
            case ch.RowDeleted(cells=cells):
                deleted.setdefault(cells, []).append(change)
            case ch.RowAdded(cells=cells):
                added.setdefault(cells, []).append(change)
            case _:
                pass
    for moved, gone in deleted.items():
        yield from zip(gone, added.get(moved, ()), strict=False)


def _split_or_joined(changes: Sequence[ch.Change]) -> Iterator[tuple[ch.Change, ch.Change]]:
    """Yield paragraphs that came or went with those whose words they took along or left behind."""
    others = (each for each in changes if isinstance(each, ch.WordsChanged))
    reworded = grouped(((each.slide_id, each.place), each) for each in others)
    for half in changes:
        if isinstance(half, ch.ParagraphAdded | ch.ParagraphDeleted):
            words = half.edited if isinstance(half, ch.ParagraphAdded) else half.base
            for other in reworded.get((half.slide_id, half.place), ()):
                if _has_words(other.base, words) != _has_words(other.edited, words):
                    yield half, other


def _has_words(sentence: str, words: str) -> bool:
    """Return whether a sentence has words one after another, in capitals or not."""
    one, other = (f" {' '.join(each.casefold().split())} " for each in (sentence, words))
    return other in one
