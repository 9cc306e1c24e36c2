"""Changes tried together, then by halves: those with which the talk says what the deck says."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Generic, NamedTuple, TypeAlias, TypeVar

from deckgen.deck.deck_map import MappedParagraph
from deckgen.files.workspace import Files
from deckgen.roundtrip.comparing.changes import Change, SlideAdded
from deckgen.roundtrip.comparing.compare_looks import link_form
from deckgen.roundtrip.source_text.shown_words import canonical
from deckgen.roundtrip.writing.expected_talk import ExpectedEntry, ExpectedParagraph
from deckgen.roundtrip.writing.targets.change_targets import Refusal, RefusedChange
from deckgen.roundtrip.writing.targets.draft import CurrentTalk, Draft, TalkEntry
from deckgen.roundtrip.writing.write_changes import WrittenChanges
from deckgen.support.diagnostics import Diagnostics, Severity

Compile: TypeAlias = Callable[[Files, Diagnostics], CurrentTalk | None]
"""Returns the talk that files give; None, with an error, if they give none."""

_LEAST_TRIALS = 24
_TEXTS_TRIED = 20_000
"""How many texts all trials of a small talk may compile; a larger talk has `_LEAST_TRIALS`.

So the time grows with the talk, and not with the number of changes that cannot be written.
"""
_NOT_TRIED = Refusal(
    "So many other changes cannot be written that this one was not tried; make it in the outline."
)


class Difference(NamedTuple):
    """A place where a talk shows something else than expected."""

    entry: int
    """The index among the expected entries; -1: there are more or fewer entries."""
    place: str
    expected: str
    shown: str


_C = TypeVar("_C", bound=Change)


class ChangeTrials(Generic[_C]):
    """Tries changes together, then by halves, and keeps those that the talk then shows."""

    def __init__(
        self,
        talk: CurrentTalk,
        files: Files,
        compile_: Compile,
        write: Callable[[Draft, Sequence[_C]], WrittenChanges],
    ) -> None:
        self._talk, self._files, self._compile, self._write = talk, files, compile_, write
        texts = sum(len(slide.texts) for slide in talk.deck.slides)
        self._trials = max(_LEAST_TRIALS, _TEXTS_TRIED // max(texts, 1))
        """How many more drafts are compiled."""
        self.accepted: list[_C] = []
        self.refused: list[RefusedChange] = []
        self.draft = Draft(files, talk)
        self.shown = talk
        """The talk as the draft gives it."""
        self.order: tuple[int | None, ...] = tuple(range(len(talk.entries)))
        """Its entries by their indices before."""

    def take(self, changes: Sequence[_C]) -> None:
        """Take changes beside those that are accepted already."""
        if not changes:
            return
        if not self._trials:
            self.refused += [RefusedChange(each, _NOT_TRIED) for each in changes]
            return
        self._trials -= 1
        draft = Draft(self._files, self._talk)
        written = self._write(draft, [*self.accepted, *changes])
        refusals = {id(change): refusal for change, refusal in written.refused}
        left = [each for each in changes if id(each) not in refusals]
        self.refused += [
            RefusedChange(each, refusals[id(each)]) for each in changes if id(each) in refusals
        ]
        if not left:
            return
        problem = self._problem(draft, written)
        if any(id(each) in refusals for each in self.accepted):
            problem = Refusal("It does not go together with other changes."), []
        if problem is None:
            self.accepted += left
            self.draft, self.order = draft, written.order
            return
        if len(left) == 1:
            self.refused.append(RefusedChange(left[0], problem[0]))
            return
        suspects = self._suspects(left, problem[1], written.order)
        parts = [each for each in left if each not in suspects], suspects
        if not all(parts):
            parts = left[: len(left) // 2], left[len(left) // 2 :]
        for part in parts:
            self.take(part)

    def _problem(
        self, draft: Draft, written: WrittenChanges
    ) -> tuple[Refusal, list[Difference]] | None:
        """Return why a draft is not right: an error, or where it has other words than expected."""
        diagnostics = Diagnostics()
        shown = self._compile(draft.files, diagnostics)
        if shown is None or diagnostics.has_errors:
            first = next(each for each in diagnostics if each.severity is Severity.ERROR)
            why = f"With it, the outline would have an error. {first.message}"
            return Refusal(why, first.span), []
        wrong = differences(written.expected, shown.entries)
        if wrong:
            return _refusal(wrong[0]), wrong
        self.shown = shown
        return None

    def _suspects(
        self, changes: Sequence[_C], wrong: Sequence[Difference], order: Sequence[int | None]
    ) -> list[_C]:
        """Return the changes that may have caused texts other than expected."""
        texts = {(order[each.entry], each.place) for each in wrong if each.entry >= 0}
        return [
            each
            for each in changes
            if not isinstance(each, SlideAdded)
            and (self._talk.of_slides.get(each.slide_id), getattr(each, "place", "")) in texts
        ]


def tried(
    changes: Sequence[_C],
    talk: CurrentTalk,
    files: Files,
    compile_: Compile,
    write: Callable[[Draft, Sequence[_C]], WrittenChanges],
) -> ChangeTrials[_C]:
    """Return the trials of changes of a talk, which `files` give, after all of them."""
    trials = ChangeTrials(talk, files, compile_, write)
    trials.take(changes)
    return trials


def _refusal(difference: Difference) -> Refusal:
    if difference.entry < 0:
        return Refusal("With it, the talk would have other slides than the deck.")
    shown, expected = (
        words.replace("\v", " / ") for words in (difference.shown, difference.expected)
    )
    return Refusal(
        f"With it, slide {difference.entry + 1} would show “{shown}” where the deck shows "
        f"“{expected}”."
    )


def differences(expected: Sequence[ExpectedEntry], shown: Sequence[TalkEntry]) -> list[Difference]:
    """Return where a talk shows other words than expected; typography may set other signs."""
    if len(expected) != len(shown):
        return [Difference(-1, "", str(len(expected)), str(len(shown)))]
    return [
        difference
        for at, (one, other) in enumerate(zip(expected, shown, strict=True))
        if not one.is_new
        for difference in _entry_differences(at, one, other)
    ]


def _entry_differences(at: int, expected: ExpectedEntry, shown: TalkEntry) -> Iterable[Difference]:
    if expected.is_hidden != shown.is_hidden:
        yield Difference(at, "hidden", str(expected.is_hidden), str(shown.is_hidden))
    for place, wanted, shows in (
        ("section", expected.section, shown.section),
        ("transition", expected.transition, shown.transition),
    ):
        if wanted is not None and wanted.split() != shows.split():
            yield Difference(at, place, wanted, shows)
    links = frozenset(map(link_form, shown.links))
    if expected.links not in {None, links}:
        yield Difference(at, "links", " ".join(expected.links or ()), " ".join(links))
    texts, there = expected.texts, {text.place: text.paragraphs for text in shown.texts}
    redrawn = _redrawn(texts, there)
    for place in (each for each in {**texts, **there} if _drawing(each) not in redrawn):
        for words, other in _text_differences(texts.get(place, ()), there.get(place, ())):
            yield Difference(at, place, words, other)


def _text_differences(
    expected: Sequence[ExpectedParagraph], shown: Sequence[MappedParagraph]
) -> Iterator[tuple[str, str]]:
    """Yield words that a text should show, with those that it shows instead."""
    if any(each.is_derived for each in expected):
        own = [each for each in expected if not each.is_derived]
        rest = iter(shown)  # in their order, perhaps among others
        if not all(any(one.is_free or _is_same(one, other) for other in rest) for one in own):
            yield _joined(own), _joined(shown)
    elif len(expected) != len(shown):
        if not (all(map(_is_made, expected)) and all(map(_is_made, shown))):
            yield _joined(expected), _joined(shown)
    else:
        for one, other in zip(expected, shown, strict=True):
            if not one.is_free and not _is_same(one, other):
                yield one.words, other.words


def _redrawn(
    expected: Mapping[str, Sequence[ExpectedParagraph]],
    shown: Mapping[str, Sequence[MappedParagraph]],
) -> set[str]:
    """Return the drawings with the same words in other shapes, as longer words need more room."""
    drawings = {_drawing(place) for place in expected.keys() ^ shown.keys()}
    drawings |= {
        _drawing(place)
        for place, text in expected.items()
        if len(text) != len(shown.get(place, ()))
    }
    return {
        drawing
        for drawing in drawings - {""}
        if _sorted_words(expected, drawing) == _sorted_words(shown, drawing)
    }


def _drawing(place: str) -> str:
    """Return the drawing whose shape has a text at this place; empty for other places."""
    drawing, _, shape = place.partition(" shape ")
    return drawing if shape else ""


def _sorted_words(
    texts: Mapping[str, Sequence[ExpectedParagraph]] | Mapping[str, Sequence[MappedParagraph]],
    drawing: str,
) -> list[str]:
    """Return the words of a drawing that deckgen does not make, in the order of the alphabet."""
    own = [each for place in texts if _drawing(place) == drawing for each in texts[place]]
    return sorted(_plain(each.words) for each in own if not _is_made(each))


def _is_made(paragraph: ExpectedParagraph | MappedParagraph) -> bool:
    if isinstance(paragraph, ExpectedParagraph):
        return paragraph.is_free
    return paragraph.is_generated


def _is_same(expected: ExpectedParagraph, shown: MappedParagraph) -> bool:
    if expected.words == shown.words and expected.level == shown.level:
        return True
    if expected.before == shown.words:  # other signs, which typography sets back
        return False
    return expected.level == shown.level and _plain(expected.words) == _plain(shown.words)


def _plain(words: str) -> str:
    return re.sub("-+", "-", canonical(words)).strip()


def _joined(paragraphs: Iterable[ExpectedParagraph | MappedParagraph]) -> str:
    return " / ".join(each.words for each in paragraphs)
