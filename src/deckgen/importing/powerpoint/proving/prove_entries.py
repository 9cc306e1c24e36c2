"""Building the candidates of slides: which entry shows all words of its slide, in their order.

A candidate with an error, or without a word of the slide, gives way to the next one. Slides
that are included are built at the end, with the whole talk.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple
from unicodedata import normalize

from deckgen.importing.outline_yaml import OUTLINE, Item, OutlineEntry
from deckgen.importing.powerpoint.proving.shown_pictures import (
    is_cover_without_picture,
    what_is_wrong_with_pictures,
)
from deckgen.importing.powerpoint.proving.trial_build import (
    Choice,
    Proof,
    choices_as_built,
    compile_entries,
    entry_at,
    entry_lines,
)
from deckgen.importing.powerpoint.reading.open_presentation import readable_presentation
from deckgen.importing.powerpoint.reading.read_slides import read_slides
from deckgen.importing.powerpoint.reading.source_slide import (
    SlideText,
    SourceChart,
    SourceSlide,
    paragraphs_in,
    runs_in,
    words_of_content,
)
from deckgen.ooxml.presentation import deck_parts, package_links
from deckgen.pipeline.build_cache import BuildCache
from deckgen.pipeline.compile import Compiled
from deckgen.support.diagnostics import Diagnostics, Severity, Span
from deckgen.support.grouped_values import grouped

_MOST_BUILDS = 16
_MOST_WHOLE_BUILDS = 4
_FAILED = "what stands on it does not fit a kind"
_MOST_WORDS = 5
_ON_COVERS = "the covers of its template have no place for a picture; those of your own brand do."
_WORD = re.compile(r"\w+")

Lost = dict[int, tuple[str, ...]]
"""The words that are lost, by the index of a slide's choice or by its number."""


class _Outcome(NamedTuple):
    """What a build shows, by the indices of its choices."""

    why: Mapping[int, str] = MappingProxyType({})
    """What is wrong with the slide of an entry, to come after “stays as it is”."""
    is_built: bool = True
    """Whether a deck was built; else `why` has the entries with errors."""
    lost: Mapping[int, tuple[str, ...]] = MappingProxyType({})
    """The words of entries that the deck does not show; none if something else is wrong."""
    remarks: Mapping[int, tuple[str, ...]] = MappingProxyType({})
    """What its author should know about the slide of an entry."""


def word_list(text: str) -> list[str]:
    """Return the words of a text in their order."""
    return _WORD.findall(normalize("NFKC", text))


def refused_brand_lines(proof: Proof, choices: Sequence[Choice]) -> set[int]:
    """Return the lines of the brand with a layout that cannot serve its role."""
    diagnostics = Diagnostics()
    compile_entries(proof, [choice.entries[-2] for choice in choices[:1]], diagnostics)
    return {
        found.span.line
        for found in diagnostics
        if found.severity is Severity.ERROR and found.span and found.span.file == proof.brand
    }


def can_hold_text(proof: Proof) -> bool:
    """Return whether the brand has a layout for a slide with words: that of a template may not."""
    diagnostics = Diagnostics()
    compile_entries(proof, [OutlineEntry({"title": "A", "bullets": (Item("b"),)}, 0)], diagnostics)
    return not diagnostics.has_errors


def proven_entries(proof: Proof, choices: Sequence[Choice]) -> tuple[list[OutlineEntry], Lost]:
    """Return the entry of each slide, and the words that are lost all the same, by slide."""
    chosen = _decided(proof, list(choices))
    if proof.texts:
        chosen = choices_as_built(proof, chosen)
    outcome = _Outcome()
    for _ in range(_MOST_WHOLE_BUILDS):
        outcome = _build(proof, chosen)
        changed = [_after(outcome, at, each) for at, each in enumerate(chosen)]
        if changed == chosen:
            break
        chosen = changed
    lost = {chosen[at].slide.number: words for at, words in outcome.lost.items() if words}
    told = (outcome.remarks.get(at, ()) for at in range(len(chosen)))
    firsts = (each.entries[0] for each in chosen)
    return [
        each._replace(comments=(*each.comments, *more))
        for each, more in zip(firsts, told, strict=True)
    ], lost


def _after(outcome: _Outcome, at: int, choice: Choice) -> Choice:
    """Return the choice after a whole build: a kind that is wrong is replaced by the include.

    An include that is refused, because no deck may have what it holds, is replaced by its words.
    """
    if not choice.is_included:
        return choice.included(outcome.why[at]) if at in outcome.why else choice
    return choice if outcome.is_built or at not in outcome.why else choice.without_first()


def _decided(proof: Proof, chosen: list[Choice]) -> list[Choice]:
    """Return the choices, the first entry of each with all words, when built with the others."""
    open_ = [at for at, each in enumerate(chosen) if not each.is_included]
    for _ in range(_MOST_BUILDS):
        if not open_:
            break
        # Overviews list other slides, and links lead to slides with an id: they are built along.
        built = [
            at
            for at, each in enumerate(chosen)
            if not each.is_included or "id" in each.entries[0].keys
        ]
        outcome = _build(proof, [chosen[at] for at in built])
        why = {built[at]: words for at, words in outcome.why.items()}
        for at in why.keys() & open_:
            chosen[at] = chosen[at].without_first(why[at])
        # Where errors are, no words were compared.
        if outcome.is_built:
            open_ = [at for at in open_ if at in why]
        open_ = [at for at in open_ if not chosen[at].is_included]
    return chosen


def _build(proof: Proof, choices: Sequence[Choice]) -> _Outcome:
    entries = [choice.entries[0] for choice in choices]
    diagnostics = Diagnostics()
    compiled, text = compile_entries(proof, entries, diagnostics)
    starts = entry_lines(text)
    if compiled is None or diagnostics.has_errors:
        failed = {
            at
            for each in diagnostics
            if each.severity is Severity.ERROR and each.span
            for at in _entries_at(each.span, starts, entries)
        }
        return _Outcome(dict.fromkeys(failed or range(len(entries)), _FAILED), is_built=False)
    return _compared(compiled, proof.cache, starts, choices)


def _entries_at(span: Span, starts: Sequence[int], entries: Sequence[OutlineEntry]) -> list[int]:
    """Return the entries that an error is about: by its line, or by the file that they name."""
    if span.file != OUTLINE:
        return [at for at, each in enumerate(entries) if span.file in str(each.keys)]
    at = entry_at(starts, span.line)
    return [] if at is None else [at]


def _compared(
    compiled: Compiled, cache: BuildCache, starts: Sequence[int], choices: Sequence[Choice]
) -> _Outcome:
    """Return what the slides of the new deck do not show of those that they are made of."""
    parts = deck_parts(compiled.deck, compiled.brand)
    built = readable_presentation(parts, package_links(compiled.brand), cache.packed)
    pairs = zip(compiled.deck.slides, read_slides(built), strict=True)
    built_slides = grouped((entry_at(starts, made.span.line), slide) for made, slide in pairs)
    lost: Lost = {}
    why: dict[int, str] = {}
    remarks: dict[int, tuple[str, ...]] = {}
    for at, choice in enumerate(choices):
        made_of_it = built_slides.get(at, [])
        words, built_here = _words_of([choice.slide]), _words_of(made_of_it)
        if any(run.is_formula for shape in choice.slide.shapes for run in runs_in(shape)):
            # A formula may be set otherwise, but with the same letters.
            words, built_here = list("".join(words)), list("".join(built_here))
        if not (_is_within(words, built_here) or _are_within(choice, words, built_here)):
            missing = tuple((Counter(words) - Counter(built_here)).elements())
            if missing or not choice.is_included:
                lost[at] = missing
                why[at] = _without(missing)
        elif choice.is_included:
            continue
        elif len(made_of_it) > 1 and _has_several_texts(choice):
            # A text may go on over a second slide, not what had its place on one.
            why[at] = "its texts would not fit on one slide"
        elif wrong := what_is_wrong_with_pictures(choice, made_of_it):
            why[at] = wrong
        elif _loses_marks(choice, made_of_it):
            why[at] = "its bullets would lose their marks"
        elif is_cover_without_picture(choice, made_of_it):
            remarks[at] = (f"Slide {choice.slide.number}: {_ON_COVERS}",)
    return _Outcome(lost=lost, why=why, remarks=remarks)


def _without(missing: Sequence[str]) -> str:
    """Return why a slide stays as it is whose words a kind does not show."""
    if not missing:
        return "its words would come in another order"
    shown = " ".join(missing[:_MOST_WORDS])
    return f"“{shown}{' …' if len(missing) > _MOST_WORDS else ''}” would be missing"


def _has_several_texts(choice: Choice) -> bool:
    """Return whether a slide has several texts that do not stand in the headline of its entry."""
    headline = word_list(str(choice.entries[0].keys.get("title", "")))
    texts = (each for each in choice.slide.shapes if isinstance(each.content, SlideText))
    return sum(not _is_within(word_list(words_of_content(each)), headline) for each in texts) > 1


def _loses_marks(choice: Choice, made: Iterable[SourceSlide]) -> bool:
    """Return whether bullets have no marks in the template, as a `text` with dashes has them."""
    are_bullets = "bullets" in choice.entries[0].keys and not choice.slide.is_own
    return are_bullets and _marked(made) < _marked([choice.slide])


def _marked(slides: Iterable[SourceSlide]) -> int:
    lines = (each for slide in slides for shape in slide.shapes for each in paragraphs_in(shape))
    return sum(line.mark != "none" for line in lines if line.words.strip())


def _words_of(slides: Sequence[SourceSlide]) -> list[str]:
    """Return the words of slides in reading order, then those of their notes.

    The notes of a text that goes on over a second slide stand on the first.
    """
    lines = [line for slide in slides for line in (slide.words, *_numbers(slide))]
    notes = [line.words for slide in slides for line in slide.notes]
    return word_list("\n".join([*lines, *notes]))


def _numbers(slide: SourceSlide) -> Iterator[str]:
    for shape in slide.shapes:
        if isinstance(shape.content, SourceChart):
            for series in shape.content.series:
                yield from (f"{value:g}" for value in series.values if value is not None)


def _are_within(choice: Choice, words: Iterable[str], built: Sequence[str]) -> bool:
    """Return whether all words are there, in order within each shape; that of shapes is a guess."""
    texts = [*map(words_of_content, choice.slide.shapes), "\n".join(_numbers(choice.slide))]
    return (
        not choice.slide.is_own
        and not Counter(words) - Counter(built)
        and all(_is_within(word_list(each), built) for each in texts)
    )


def _is_within(words: Iterable[str], others: Iterable[str]) -> bool:
    """Return whether all of some words come among others, in the same order."""
    rest = iter(others)
    return all(word in rest for word in words)
