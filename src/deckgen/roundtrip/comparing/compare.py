"""What colleagues changed in a deck since it was built, slide by slide."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from deckgen.deck.deck_map import DeckMap, MappedSlide
from deckgen.roundtrip.comparing.changes import (
    Change,
    NotesAdded,
    SlideAdded,
    SlideDeleted,
    SlideHidden,
    SlideMoved,
    SlideRestyled,
)
from deckgen.roundtrip.comparing.compare_shapes import slide_changes
from deckgen.roundtrip.comparing.compare_texts import ComparisonContext
from deckgen.roundtrip.comparing.current_words import CurrentWords
from deckgen.roundtrip.comparing.pair_slides import (
    base_words,
    built_sketch,
    edited_sketch,
    edited_words,
    has_words_of,
    pair_slides,
    with_current_ids,
)
from deckgen.roundtrip.reading.edited_deck import EditedDeck, EditedSlide


def compare(
    base: DeckMap, edited: EditedDeck, current: DeckMap | None = None
) -> tuple[Change, ...]:
    """Return the changes in the order of the edited deck; deleted slides come first.

    `base` is what was built; `current` what the outline gives today, if it is known. Then the ids
    of slides in the changes are those of today, if the outline still has them.
    """
    base, pairs = _paired(base, edited, current)
    known = CurrentWords(current)
    return (*_deleted(base.slides, pairs, known), *_kept(base.slides, edited, pairs, known))


def edited_numbers(base: DeckMap, edited: EditedDeck, current: DeckMap | None) -> dict[str, int]:
    """Return the number of each edited slide that was built, by its id in the changes."""
    base, pairs = _paired(base, edited, current)
    return {base.slides[there].id: edited.slides[at].number for at, there in pairs.items()}


def _paired(
    base: DeckMap, edited: EditedDeck, current: DeckMap | None
) -> tuple[DeckMap, dict[int, int]]:
    """Return what was built, with the ids of today, and its slides by those of the edited deck."""
    sketches = [edited_sketch(slide) for slide in edited.slides]
    pairs = pair_slides([built_sketch(slide) for slide in base.slides], sketches)
    return base if current is None else with_current_ids(base, current), pairs


def _deleted(
    base: Sequence[MappedSlide], pairs: Mapping[int, int], known: CurrentWords
) -> Iterator[Change]:
    kept = set(pairs.values())
    for at, slide in enumerate(base):
        if at not in kept:
            is_gone = slide.id not in known.slides
            yield SlideDeleted(slide.id, _title(slide), known.slide(slide.id, is_same=is_gone))


def _kept(
    base: Sequence[MappedSlide], edited: EditedDeck, pairs: Mapping[int, int], known: CurrentWords
) -> Iterator[Change]:
    moved = _moved([pairs[at] for at in sorted(pairs)])
    is_new = len(pairs) < len(edited.slides)
    copies = {base_words(slide): slide.id for slide in base} if is_new else {}
    ids = {slide.id for slide in base}
    added = [there for id_, there in known.slides.items() if id_ not in ids]
    sources = {there.source for there in known.slides.values()}
    orders = _before_each(known, [base[pairs[at]].id for at in sorted(pairs)])
    before = ""
    for at, slide in enumerate(edited.slides):
        if at not in pairs:
            words, title = edited_words(slide), _edited_title(slide)
            is_same = (edited.key, slide.number) in sources
            is_same = is_same or any(has_words_of(there, slide) for there in added)
            there = known.slide(before, is_same=is_same)
            yield SlideAdded(slide.number, title, before, copies.get(words, ""), there)
            continue
        built = base[pairs[at]]
        if pairs[at] in moved:
            is_same = orders.get(built.id) == before
            yield SlideMoved(built.id, before, known.slide(built.id, is_same=is_same))
        if built.is_hidden != slide.is_hidden:
            today = known.slides.get(built.id)
            is_same = today is not None and today.is_hidden == slide.is_hidden
            yield SlideHidden(built.id, slide.is_hidden, known.slide(built.id, is_same=is_same))
        if slide.slide_id == built.number and slide.layout != built.layout:
            what = f"stands on the layout “{slide.layout}”"
            yield SlideRestyled(built.id, what, known.slide(built.id))
        context = ComparisonContext(built.id, known, edited.writes_inherited)
        changes = slide_changes(built, slide, context)
        today = known.slides.get(built.id)
        if today is not None and today.source == (edited.key, slide.number):
            changes = map(_as_shown, changes)
        yield from changes
        before = built.id


def _as_shown(change: Change) -> Change:
    """Return a change of a slide that the outline shows as the deck has it; its notes differ."""
    if isinstance(change, NotesAdded) or getattr(change, "place", "") == "notes":
        return change
    return change._replace(current=change.current._replace(state="same"))


def _before_each(known: CurrentWords, kept: Iterable[str]) -> dict[str, str]:
    """Return the id of the slide before each in the outline of today, of those that are kept."""
    staying = set(kept)
    order = [id_ for id_ in known.slides if id_ in staying]
    return dict(zip(order, ["", *order], strict=False))


def _moved(order: Sequence[int]) -> frozenset[int]:
    """Return as few numbers as possible, without which the others ascend."""
    ends: list[int] = []
    chain: list[int] = []
    before: dict[int, int | None] = {}
    for number in order:
        at = bisect_left(ends, number)
        before[number] = chain[at - 1] if at else None
        ends[at : at + 1] = [number]
        chain[at : at + 1] = [number]
    stays = set()
    last = chain[-1] if chain else None
    while last is not None:
        stays.add(last)
        last = before[last]
    return frozenset(order) - stays


def _title(slide: MappedSlide) -> str:
    titles = (text for text in slide.texts if text.place == "title")
    return next((" ".join(p.words for p in text.paragraphs) for text in titles), "")


def _edited_title(slide: EditedSlide) -> str:
    shapes = [*slide.shapes]
    shapes.sort(key=lambda shape: shape.placeholder != "title")
    words = (" ".join(p.words for p in shape.paragraphs) for shape in shapes)
    return next((" ".join(each.split()) for each in words if each.strip()), "")
