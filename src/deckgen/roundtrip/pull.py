"""What colleagues changed in a deck, written into the author's files: each change that can be.

The talk is compiled with the changes before anything is written. What it would not show exactly so
is found by halving, and refused.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, Literal, NamedTuple, TypeAlias, TypeVar, get_args

from deckgen.files.workspace import Files
from deckgen.roundtrip.comparing.changes import (
    Change,
    FormatChanged,
    LookChange,
    SlideAdded,
    SlideDeleted,
    SlideMoved,
    State,
)
from deckgen.roundtrip.writing.change_targets import CurrentTalk, Refusal, entry_of
from deckgen.roundtrip.writing.draft import Draft
from deckgen.roundtrip.writing.edit_entries import MakeEntry
from deckgen.roundtrip.writing.expected_talk import Difference, differences
from deckgen.roundtrip.writing.new_slides import slide_importer
from deckgen.roundtrip.writing.pin_slides import HandDeck, is_pinned
from deckgen.roundtrip.writing.town_override import order_overrides, town_problem, write_for_town
from deckgen.roundtrip.writing.write_changes import (
    Written,
    WrittenChanges,
    write_changes,
    write_formats,
    write_pins,
)
from deckgen.roundtrip.writing.write_texts import Refused
from deckgen.support.diagnostics import Diagnostics, Severity, Span

Result: TypeAlias = Literal["taken", "pinned", "same", "conflict", "shared", "refused"]
"""Written; kept, since the slide is pinned; there already; changed in the outline, too; left, since
other towns share it; not written."""


class Outcome(NamedTuple):
    """What became of a change."""

    change: Change
    result: Result
    why: str = ""
    span: Span | None = None
    """Where it was written, or where it can be made."""


class TownScope(NamedTuple):
    """A town whose deck is pulled, while other towns keep what they have."""

    file: str
    overrides: bool = False
    """Whether what all towns share gets other words in the town's file; else it is left."""


class Pulled(NamedTuple):
    """What became of all changes, and the files that are to be written, all or none."""

    outcomes: tuple[Outcome, ...]
    files: Mapping[str, bytes]


Compile: TypeAlias = Callable[[Files, Diagnostics], CurrentTalk | None]
"""Returns the talk that files give; None, with an error, if they give none."""


def pull(
    talk: CurrentTalk,
    changes: Sequence[Change],
    files: Files,
    compile_: Compile,
    deck: HandDeck,
    scope: TownScope | None = None,
) -> Pulled:
    """Return the files with all changes that can be taken; `files` stay as they are.

    `talk` is what the files give now, `changes` are those of `deck` compared with it. With a
    `scope`, what all towns share stays as it is.
    """
    disk = Draft(files)
    make = slide_importer(deck, disk)
    outcomes = {id(each): _before(each, scope, talk, disk) for each in changes}
    for each in changes:
        if isinstance(each, LookChange) and is_pinned(talk, disk, each.slide_id, deck):
            outcomes[id(each)] = Outcome(each, "same", "", each.current.span)
    todo: list[Written] = [
        each
        for each in changes
        if outcomes[id(each)] is None and isinstance(each, get_args(Written))
    ]
    first: _Run[Written] = _Run(
        talk, files, compile_, lambda draft, own: _write(talk, draft, own, make, scope)
    )
    first.take(todo)
    # Markup is set around the words that are there by then.
    shown, order = first.shown, first.order
    formats = [
        each for each in changes if outcomes[id(each)] is None and isinstance(each, FormatChanged)
    ]
    second: _Run[FormatChanged] = _Run(
        shown,
        first.draft.files,
        compile_,
        lambda draft, own: _write_formats(talk, shown, order, draft, own, scope),
    )
    second.take(formats)
    looks = [
        each for each in changes if outcomes[id(each)] is None and isinstance(each, LookChange)
    ]
    marked = second.shown
    third: _Run[LookChange] = _Run(
        marked,
        second.draft.files,
        compile_,
        lambda draft, own: _write_pins(talk, marked, order, draft, own, deck, scope),
    )
    third.take(looks)
    for refused, refusal in (*first.refused, *second.refused, *third.refused):
        outcomes[id(refused)] = Outcome(refused, "refused", refusal.why, refusal.span)
    for taken in (*first.accepted, *second.accepted):
        outcomes[id(taken)] = Outcome(taken, "taken", "", taken.current.span)
    for pinned in third.accepted:
        outcomes[id(pinned)] = Outcome(pinned, "pinned", "", pinned.current.span)
    return Pulled(
        tuple(outcomes[id(each)] or _not_yet(each) for each in changes),
        {**first.draft.made, **second.draft.made, **third.draft.made},
    )


def _write(
    talk: CurrentTalk,
    draft: Draft,
    changes: Sequence[Written],
    make: MakeEntry,
    scope: TownScope | None,
) -> WrittenChanges:
    if scope is None or not scope.overrides:
        return write_changes(talk, draft, changes, make)
    ordering = [each for each in changes if isinstance(each, SlideMoved | SlideDeleted)]
    made = Draft(draft.files)
    write_changes(talk, made, [each for each in changes if each not in ordering], make)
    order = list(order_overrides(talk, draft, ordering))
    write_for_town(draft, scope.file, made, order)
    return write_changes(talk, Draft(draft.files), changes, make)


def _write_formats(
    before: CurrentTalk,
    talk: CurrentTalk,
    order: Sequence[int | None],
    draft: Draft,
    changes: Sequence[FormatChanged],
    scope: TownScope | None,
) -> WrittenChanges:
    if scope is None or not scope.overrides:
        return write_formats(before, talk, order, draft, changes)
    made = Draft(draft.files)
    written = write_formats(before, talk, order, made, changes)
    write_for_town(draft, scope.file, made, ())
    return written


def _write_pins(
    before: CurrentTalk,
    talk: CurrentTalk,
    order: Sequence[int | None],
    draft: Draft,
    changes: Sequence[LookChange],
    deck: HandDeck,
    scope: TownScope | None,
) -> WrittenChanges:
    if scope is None or not scope.overrides:
        return write_pins(before, talk, order, draft, changes, deck)
    made = Draft(draft.files)
    written = write_pins(before, talk, order, made, changes, deck)
    write_for_town(draft, scope.file, made, ())
    return written


def _before(
    change: Change, scope: TownScope | None, talk: CurrentTalk, draft: Draft
) -> Outcome | None:
    """Return what is known of a change without trying it."""
    current = change.current
    if current.state in _KNOWN:
        result, why = _KNOWN[current.state]
        return Outcome(change, result, why, current.span)
    if scope and current.span and current.span.file != scope.file:
        if not scope.overrides:
            return Outcome(change, "shared", "", current.span)
        problem = town_problem(talk, draft, change)
        return problem and Outcome(change, "refused", problem.why, problem.span)
    return None


_KNOWN: dict[State, tuple[Result, str]] = {
    "same": ("same", ""),
    "conflict": ("conflict", "The outline says something else."),
    "missing": ("refused", "The outline no longer has it."),
}


def _not_yet(change: Change) -> Outcome:
    return Outcome(
        change,
        "refused",
        "deckgen cannot write such a change yet; make it in the outline.",
        change.current.span,
    )


class _Problem(NamedTuple):
    """Why a draft is not right."""

    refusal: Refusal
    wrong: tuple[Difference, ...]


_C = TypeVar("_C", bound=Change)


class _Run(Generic[_C]):
    """Tries changes together, then by halves, and keeps those with which the talk is right."""

    def __init__(
        self,
        talk: CurrentTalk,
        files: Files,
        compile_: Compile,
        write: Callable[[Draft, Sequence[_C]], WrittenChanges],
    ) -> None:
        self._talk, self._files, self._compile, self._write = talk, files, compile_, write
        self.accepted: list[_C] = []
        self.refused: list[Refused] = []
        self.draft = Draft(files)
        self.shown = talk
        """The talk as the draft gives it."""
        self.order: tuple[int | None, ...] = tuple(range(len(talk.entries)))
        """Its entries by their indices before."""

    def take(self, changes: Sequence[_C]) -> None:
        """Take changes beside those that are accepted already."""
        if not changes:
            return
        draft = Draft(self._files)
        written = self._write(draft, [*self.accepted, *changes])
        refusals = {id(change): refusal for change, refusal in written.refused}
        left = [each for each in changes if id(each) not in refusals]
        self.refused += [(each, refusals[id(each)]) for each in changes if id(each) in refusals]
        if not left:
            return
        problem = self._problem(draft, written)
        if any(id(each) in refusals for each in self.accepted):
            problem = _Problem(Refusal("It does not go together with other changes."), ())
        if problem is None:
            self.accepted += left
            self.draft, self.order = draft, written.order
            return
        if len(left) == 1:
            self.refused.append((left[0], problem.refusal))
            return
        suspects = self._suspects(left, problem, written.order)
        parts = [each for each in left if each not in suspects], suspects
        if not all(parts):
            parts = left[: len(left) // 2], left[len(left) // 2 :]
        for part in parts:
            self.take(part)

    def _problem(self, draft: Draft, written: WrittenChanges) -> _Problem | None:
        """Return why a draft is not right: errors, or other words than expected."""
        diagnostics = Diagnostics()
        shown = self._compile(draft.files, diagnostics)
        if shown is None or diagnostics.has_errors:
            first = next(each for each in diagnostics if each.severity is Severity.ERROR)
            why = f"With it, the outline would have an error. {first.message}"
            return _Problem(Refusal(why, first.span), ())
        wrong = differences(written.expected, shown.entries)
        if wrong:
            return _Problem(_told(wrong[0]), tuple(wrong))
        self.shown = shown
        return None

    def _suspects(
        self, changes: Sequence[_C], problem: _Problem, order: Sequence[int | None]
    ) -> list[_C]:
        """Return the changes of the texts that are other than expected."""
        texts = {(order[each.entry], each.place) for each in problem.wrong if each.entry >= 0}
        return [
            each
            for each in changes
            if not isinstance(each, SlideAdded)
            and (entry_of(self._talk, each.slide_id), getattr(each, "place", "")) in texts
        ]


def _told(difference: Difference) -> Refusal:
    if difference.entry < 0:
        return Refusal("With it, the talk would have other slides than the deck.")
    shown, expected = (
        words.replace("\v", " / ") for words in (difference.shown, difference.expected)
    )
    return Refusal(
        f"With it, slide {difference.entry + 1} would show “{shown}” where the deck shows "
        f"“{expected}”."
    )
