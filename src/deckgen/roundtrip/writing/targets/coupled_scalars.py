"""Scalars that must change together with another one, and words that follow from it."""

from collections.abc import Container, Iterator

from deckgen.outline.expand.variable_references import variable_references
from deckgen.outline.expand.variables import variable_definitions
from deckgen.outline.syntax.nodes import Mapping, Scalar, Sequence, value_of
from deckgen.roundtrip.comparing.changes import WordsChanged
from deckgen.roundtrip.source_text.author_file import PlacedScalar
from deckgen.roundtrip.source_text.shown_words import canonical
from deckgen.roundtrip.source_text.text_reading import shown_signs, signs_text
from deckgen.roundtrip.writing.targets.change_targets import Refusal, Target, find_source
from deckgen.roundtrip.writing.targets.draft import CurrentTalk, Draft, entry_node
from deckgen.support.diagnostics import Span

_GRAPHICS = frozenset({"table", "chart"})


def coupled_scalars(draft: Draft, target: Target) -> tuple[PlacedScalar, ...]:
    """Return the scalars of the same file that must change together with that of a target.

    They are the names of rows, columns and categories that `highlight` gives; and the title of the
    talk together with that of an overview of questions, as long as both are the same
    (outline/kinds/questions.py).
    """
    own, found = target.scalar, dict[Span, PlacedScalar]()
    titles = draft.talk.titles
    is_title = any(each.span[:3] == own.scalar.span[:3] for each in titles)
    for node in (*_highlighted(draft, target), *(titles if is_title else ())):
        placed = target.file.at(node.span) if node.span.file == target.file.name else None
        if placed and placed.scalar.text == own.scalar.text and placed.key != own.key:
            found[placed.scalar.span] = placed
    return tuple(found.values())


def _highlighted(draft: Draft, target: Target) -> Iterator[Scalar]:
    """Yield the names that the `highlight` of a table or chart gives, if a target is in one."""
    graphic = target.place.partition(" ")[0]
    node = entry_node(draft, draft.talk.entries[target.entry].span)
    names = value_of(value_of(node, graphic), "highlight") if graphic in _GRAPHICS else None
    for each in names.items if isinstance(names, Sequence) else (names,):
        if isinstance(each, Scalar):
            yield each


def also_shown(
    draft: Draft, change: WordsChanged, changed: Container[tuple[str, Span]]
) -> Iterator[int]:
    """Yield the numbers of the slides that change with words of the head, from 1.

    `changed` are the words that were changed themselves, by the ids of their slides.
    """
    found = find_source(draft, change.slide_id, change.place, change.current)
    if isinstance(found, Refusal):
        return
    target = joined_target(draft.talk, found, change)
    spans = set(followed_spans(draft, target))
    if target.owner is None:
        spans.add(target.scalar.scalar.span)
    for number, slide in enumerate(draft.talk.deck.slides, 1) if spans else ():
        shown = {each.span for text in slide.texts for each in text.paragraphs} & spans
        if any((slide.id, span) not in changed for span in shown):
            yield number


def followed_spans(draft: Draft, target: Target) -> Iterator[Span]:
    """Yield the spans of words that change with a scalar: coupled ones, and those of variables.

    `draft` has the files as the talk has them.
    """
    for placed in coupled_scalars(draft, target):
        yield placed.scalar.span
    span = target.scalar.scalar.span
    definitions = variable_definitions(draft.talk.outline).items()
    names = {name for name, definition in definitions if definition.span[:3] == span[:3]}
    if not names:
        return
    spans = {
        each.span
        for entry in draft.talk.entries
        for text in entry.texts
        for each in text.paragraphs
        if each.span
    }
    for each in spans:
        found = draft.scalar(each)
        text = found[1].text if found else ""
        if any(reference.name in names for reference in variable_references(text)):
            yield each


def joined_target(talk: CurrentTalk, target: Target, change: WordsChanged) -> Target:
    """Return the scalar whose words were changed, with the stretch of its words.

    It is the target itself, unless its paragraph is joined from several scalars of the head and the
    change is within the words of one of them.
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
