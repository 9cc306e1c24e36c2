"""Building an untouched deck of ours again: which entries show what `deckgen text` shows of it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from deckgen.dump.deck_dump import dump_deck
from deckgen.importing.powerpoint.proving.trial_build import (
    Choice,
    Proof,
    compile_entries,
    entry_at,
    entry_lines,
)
from deckgen.pipeline.compile import deck_bytes
from deckgen.support.diagnostics import Diagnostics

_MOST_BUILDS = 8
_START = re.compile(r"\n\n(?:section: .*\n\n)?slide \d+")


def slide_texts(deck: bytes) -> tuple[str, ...]:
    """Return each slide of a deck as `deckgen text` shows it, without its number."""
    text = dump_deck(deck, Diagnostics()) or ""
    return tuple(each.rstrip("\n") for each in _START.split(text)[1:])


def choices_as_built(proof: Proof, choices: list[Choice]) -> list[Choice]:
    """Return the choices with which the deck is built again as it was.

    A slide that no kind makes with the same id and text stays as it is, unless others would then
    differ, as they are numbered: a kind has all of its words in any case.
    """
    for _ in range(_MOST_BUILDS):
        built = _built_slides(proof, choices)
        named = [
            each.with_id() if at in built and built[at].id != each.slide.id else each
            for at, each in enumerate(choices)
        ]
        if named == choices:
            break
        choices = named
    chosen, tried = choices, set[int]()
    for _ in range(_MOST_BUILDS):
        differing = _differing(proof, chosen) - tried
        if not differing:
            break
        tried |= {at for at in differing if chosen[at].without_first().is_included}
        chosen = [
            each.without_first() if at in differing - tried else each
            for at, each in enumerate(chosen)
        ]
    if not tried:
        return chosen
    included = [each.included() if at in tried else each for at, each in enumerate(chosen)]
    if _differing(proof, included):
        return [choices[at] if at in tried else each for at, each in enumerate(chosen)]
    return _tried_again(proof, choices, included)


def _tried_again(proof: Proof, first: list[Choice], chosen: list[Choice]) -> list[Choice]:
    """Return the choices, slides that stay as they are as their first kinds where that is equal.

    Sizes go by those of slides beside, which have other kinds now.
    """
    dropped = [
        at
        for at, (before, each) in enumerate(zip(first, chosen, strict=True))
        if each.is_included and not before.is_included
    ]
    for at in dropped[-_MOST_BUILDS:]:
        again = [*chosen[:at], first[at], *chosen[at + 1 :]]
        if not _differing(proof, again):
            chosen = again
    return chosen


class _BuiltSlide(NamedTuple):
    id: str
    text: str
    """As `deckgen text` shows it; that of all slides of an entry."""


def _built_slides(proof: Proof, choices: Sequence[Choice]) -> dict[int, _BuiltSlide]:
    """Return what an outline is built to, by the indices of its choices; nothing with errors."""
    diagnostics = Diagnostics()
    compiled, text = compile_entries(proof, [each.entries[0] for each in choices], diagnostics)
    if compiled is None or diagnostics.has_errors:
        return {}
    starts = entry_lines(text)
    texts = slide_texts(deck_bytes(compiled, None, proof.cache.packed))
    built: dict[int, _BuiltSlide] = {}
    for slide, shown in zip(compiled.deck.slides, texts, strict=True):
        at = entry_at(starts, slide.span.line)
        if at is not None:
            first = built.get(at, _BuiltSlide(slide.id, ""))
            built[at] = first._replace(text=first.text + shown)
    return built


def _differing(proof: Proof, choices: Sequence[Choice]) -> set[int]:
    """Return the kinds whose slides differ from those of the deck."""
    built = _built_slides(proof, choices)
    return {
        at
        for at, each in enumerate(choices)
        if at in built and not each.is_included and built[at].text != proof.texts[each.slide.number]
    }
