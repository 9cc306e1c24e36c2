"""Paragraphs that deckgen joins of several scalars, such as the event and its place on a cover."""

from collections.abc import Iterator

from deckgen.outline.syntax.nodes import Mapping
from deckgen.roundtrip.comparing.changes import WordsChanged
from deckgen.roundtrip.source_text.author_file import PlacedScalar
from deckgen.roundtrip.source_text.shown_words import canonical
from deckgen.roundtrip.source_text.text_reading import shown_signs, signs_text
from deckgen.roundtrip.writing.targets.change_targets import CurrentTalk, Target


def joined_target(talk: CurrentTalk, target: Target, change: WordsChanged) -> Target:
    """Return the scalar whose words were changed, with the stretch of its words.

    The target itself is returned if its paragraph is not joined of scalars of the head, or the
    change is not within the words of one of them.
    """
    before, after = change.current.words, change.edited
    shown = canonical(before)
    if target.owner is not None or len(shown) != len(before):
        return target
    if _words(talk, target.scalar) == shown:
        return target
    joined = []
    for placed in _beside(target):
        words = _words(talk, placed)
        if words and shown.count(words) == 1:
            start = shown.index(words)
            joined.append((placed, start, start + len(words)))
    if target.scalar.key not in {placed.key for placed, *_ in joined}:
        return target
    for placed, start, end in joined:
        behind = before[end:]
        if after.startswith(before[:start]) and after[start:].endswith(behind):
            return target._replace(scalar=placed, stretch=(start, end))
    return target


def _words(talk: CurrentTalk, placed: PlacedScalar) -> str:
    return signs_text(shown_signs(placed.text, "line", talk.outline))


def _beside(target: Target) -> Iterator[PlacedScalar]:
    """Yield the values of the mapping that holds a target, in its order."""
    parent = target.scalar.parents[-1] if target.scalar.parents else None
    if isinstance(parent, Mapping):
        values = {value.span for _, value in parent.pairs}
        for placed in target.file.scalars:
            if placed.parents and placed.parents[-1] is parent and placed.scalar.span in values:
                yield placed
