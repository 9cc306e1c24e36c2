"""Pairs the slides of an edited deck with those that were built.

PowerPoint keeps the id and the name of a slide; LibreOffice, Google and others write new ones. In
their decks, slides are paired by their words. The time grows with the number of slides, not with
its square.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from types import MappingProxyType
from typing import NamedTuple

from deckgen.deck.box import Box
from deckgen.deck.deck_map import DeckMap, MappedSlide
from deckgen.roundtrip.comparing.pair_texts import AT_FOOT, best_pairs, is_near
from deckgen.roundtrip.reading.edited_deck import EditedSlide
from deckgen.support.grouped_values import grouped

_ALIKE = 0.4
"""The least share of common words for two slides to be one, wherever they stand."""
_ALIKE_IN_PLACE = 0.15
"""The same for slides between the same neighbours."""
_SAME_BOXES = 0.5
"""The least share of boxes in the same place for such slides to be one with new words."""
_MOST_CANDIDATES = 12
"""The most slides with a common line or word that are measured for likeness."""
_SET_ON_EACH = frozenset({"footer", "day", "kicker", "progress", "notes"})
"""Places of words that deckgen sets on slides, and of notes. A new slide may lack them."""


class SlideSketch(NamedTuple):
    """What a slide is known by."""

    number: int
    """`p:sldId@id`."""
    name: str
    """`p:cSld@name`, the id of the slide in the outline; empty if it has none."""
    lines: tuple[str, ...]
    """Its words."""
    boxes: tuple[Box, ...]
    is_included: bool = False
    """Whether it is of another deck, so that its words are not known."""


def pair_slides(
    base: Sequence[SlideSketch],
    others: Sequence[SlideSketch],
    known: Mapping[int, int] = MappingProxyType({}),
) -> dict[int, int]:
    """Return the index in `base` for the index of each other slide that is one of these.

    `known` are pairs that go before all others.
    """
    taken = {*known.values()}
    identical = dict(_by_identity(base, others))
    pairs = {at: there for at, there in identical.items() if there not in taken} | {**known}
    if len(pairs) < min(len(base), len(others)):
        old, new = ({at: each.lines for at, each in enumerate(of)} for of in (base, others))
        pairs |= _by_equal_words(old, new, pairs)
        pairs |= _by_likeness(old, new, pairs)
        pairs |= _in_place(base, others, pairs)
    return pairs


def with_current_ids(
    base: DeckMap,
    current: DeckMap,
    edited: Mapping[int, EditedSlide] = MappingProxyType({}),
    new: Sequence[EditedSlide] = (),
) -> DeckMap:
    """Return what was built, its slides with the ids that they have in the outline of today.

    An id is made from the title and changes with it. Slides of one title have numbers, which change
    when one of them goes. So slides are known by their words: first by those of the deck that comes
    back (`edited`, by index), as the outline may have them already; then by those that were built.
    A slide that is gone gets an id that no slide has. Slides in `new` were added to the deck that
    comes back; those of the outline with their words were not built.
    """
    order = sorted(range(len(base.slides)), key=lambda at: at not in edited)
    before = {at: _own_words(base.slides[at]) for at in order}
    own = {at: _own_words(slide) for at, slide in enumerate(current.slides)}
    now = {at: _known_by(slide) for at, slide in enumerate(current.slides)}
    known: dict[int, int] = {}
    shown = {at: (slide.digest,) for at, slide in edited.items()}
    said = {at: _edited_lines(slide) for at, slide in edited.items()}
    for words, talk in ((shown, now), (said, now), (before, own)):
        known |= _by_equal_words(words, talk, known)
    left = [at for at in own if at not in known]
    known |= {at: -1 for at in left if any(has_words_of(current.slides[at], one) for one in new)}
    known |= _by_likeness(before, own, known)
    built, there_now = (
        [built_sketch(slide)._replace(lines=_own_words(slide)) for slide in each.slides]
        for each in (base, current)
    )
    if edited:  # a slide that they deleted is not another one in its place
        built = [each if at in edited else each._replace(boxes=()) for at, each in enumerate(built)]
    pairs = pair_slides(built, there_now, known)
    ids = {there: current.slides[at].id for at, there in pairs.items()}
    today = {slide.id for slide in current.slides}
    gone = [f"{slide.id} (deleted)" if slide.id in today else slide.id for slide in base.slides]
    return base._replace(
        slides=tuple(
            slide._replace(id=ids.get(at, gone[at])) for at, slide in enumerate(base.slides)
        )
    )


def _known_by(slide: MappedSlide) -> tuple[str, ...]:
    """Return the words of a slide; of one of another deck, the digest of what it shows."""
    return (slide.included,) if slide.is_included else _base_lines(slide)


def _own_words(slide: MappedSlide) -> tuple[str, ...]:
    """Return what `_known_by` does, without words that deckgen sets, such as section numbers."""
    texts = (
        text._replace(paragraphs=tuple(each for each in text.paragraphs if not each.is_generated))
        for text in slide.texts
        if text.place not in AT_FOOT
    )
    return _known_by(slide._replace(texts=tuple(texts)))


def _by_identity(
    base: Sequence[SlideSketch], edited: Sequence[SlideSketch]
) -> Iterator[tuple[int, int]]:
    """Yield the pairs with the same id, then those with the same name."""
    numbers = {slide.number: at for at, slide in enumerate(base)}
    names = {slide.name: at for at, slide in enumerate(base)}
    taken = set()
    waiting = []
    for at, slide in enumerate(edited):
        there = numbers.get(slide.number)
        if there is not None and slide.name in {base[there].name, ""} and there not in taken:
            taken.add(there)
            yield at, there
        else:
            waiting.append((at, names.get(slide.name)))
    for at, there in waiting:
        if there is not None and there not in taken:
            taken.add(there)
            yield at, there


def _by_equal_words(
    base: Mapping[int, tuple[str, ...]],
    edited: Mapping[int, tuple[str, ...]],
    known: Mapping[int, int],
) -> dict[int, int]:
    """Return pairs with exactly the same words; of several, the first with the first.

    Slides in `known` are paired already, here and in `_by_likeness`.
    """
    taken = {*known.values()}
    places = grouped(
        (tuple(sorted(lines)), at) for at, lines in base.items() if lines and at not in taken
    )
    waiting = ((at, places.get(tuple(sorted(edited[at])))) for at in edited if at not in known)
    return {at: alike.pop(0) for at, alike in waiting if alike}


def _by_likeness(
    base: Mapping[int, tuple[str, ...]],
    edited: Mapping[int, tuple[str, ...]],
    known: Mapping[int, int],
) -> dict[int, int]:
    """Return the pairs that share most of their words, the most alike first."""
    taken = {*known.values()}
    counts = {at: Counter(_words(base[at])) for at in base if at not in taken}
    holders = grouped((word, at) for at, words in counts.items() for word in words)
    scored: list[tuple[float, int, int]] = []
    for at, words in ((at, Counter(_words(edited[at]))) for at in edited if at not in known):
        rare = sorted((word for word in words if word in holders), key=lambda w: len(holders[w]))
        near: dict[int, None] = {}
        for word in rare:
            if len(near) >= _MOST_CANDIDATES:
                break
            near.update(dict.fromkeys(holders[word][:_MOST_CANDIDATES]))
        scored += [(_likeness(counts[there], words), at, there) for there in near]
    return best_pairs(each for each in scored if each[0] >= _ALIKE)


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """Return the share of the words that two slides have in common, 0 to 1."""
    count = one.total() + other.total()
    return 2 * (one & other).total() / count if count else 0


def _in_place(
    base: Sequence[SlideSketch], edited: Sequence[SlideSketch], pairs: dict[int, int]
) -> Iterator[tuple[int, int]]:
    """Yield pairs of slides between the same neighbours, if both decks have as many there.

    Such slides have no words of their own, or were rewritten in their place.
    """
    order = SequenceMatcher(
        None, [*range(len(base))], [pairs.get(at, -1) for at in range(len(edited))], autojunk=False
    )
    taken = set(pairs.values())
    for _, start, end, new_start, new_end in order.get_opcodes():
        old = [at for at in range(start, end) if at not in taken]
        new = [at for at in range(new_start, new_end) if at not in pairs]
        if len(old) == len(new):
            for there, at in zip(old, new, strict=True):
                if _fits(base[there], edited[at]):
                    yield at, there


def _fits(base: SlideSketch, edited: SlideSketch) -> bool:
    if base.is_included:
        return True
    words, others = Counter(_words(base.lines)), Counter(_words(edited.lines))
    if _likeness(words, others) >= _ALIKE_IN_PLACE:
        return True
    same = [box for box in base.boxes if any(is_near(box, other) for other in edited.boxes)]
    return len(same) >= max(_SAME_BOXES * len(base.boxes), 1)


def built_sketch(slide: MappedSlide) -> SlideSketch:
    """Return what a slide of a map is known by."""
    boxes = tuple(box.box for box in slide.boxes)
    return SlideSketch(slide.number, slide.id, _base_lines(slide), boxes, slide.is_included)


def edited_sketch(slide: EditedSlide) -> SlideSketch:
    """Return what a slide of an edited deck is known by."""
    boxes = tuple(shape.box for shape in slide.shapes if shape.box)
    return SlideSketch(slide.slide_id, slide.name, _edited_lines(slide), boxes)


def edited_words(slide: EditedSlide) -> tuple[str, ...]:
    """Return the lines of a slide without its notes, in order of the alphabet, to find copies."""
    return tuple(sorted(_edited_lines(slide._replace(notes=()))))


def base_words(slide: MappedSlide) -> tuple[str, ...]:
    """Return the lines of a slide that was built, as `edited_words` has them."""
    shown = tuple(text for text in slide.texts if text.place != "notes")
    return tuple(sorted(_base_lines(slide._replace(texts=shown))))


def has_words_of(today: MappedSlide, added: EditedSlide) -> bool:
    """Return whether a slide of the outline has the words of a slide that somebody added.

    A slide that PowerPoint adds lacks what deckgen sets on every slide, such as the footer. Only
    letters and digits are compared: typography may have changed the signs between them.
    """
    own = tuple(text for text in today.texts if text.place not in _SET_ON_EACH)
    needed = set(map(_letters, _base_lines(today._replace(texts=own))))
    known = set(map(_letters, _base_lines(today)))
    return needed <= set(map(_letters, _edited_lines(added))) <= known


def _base_lines(slide: MappedSlide) -> tuple[str, ...]:
    return tuple(
        _line(paragraph.words)
        for text in slide.texts
        if not text.place.startswith(("chart", "alt"))
        for paragraph in text.paragraphs
        if paragraph.words.strip()
    )


def _edited_lines(slide: EditedSlide) -> tuple[str, ...]:
    shown = [each for each in slide.shapes if each.placeholder != "sldNum"]
    texts = [slide.notes, *(shape.paragraphs for shape in shown)]
    texts += [cell for shape in shown for row in shape.cells for cell in row]
    return tuple(
        _line(paragraph.words)
        for paragraphs in texts
        for paragraph in paragraphs
        if paragraph.words.strip()
    )


def _line(words: str) -> str:
    return " ".join(words.split())


def _letters(line: str) -> str:
    return "".join(filter(str.isalnum, line)).casefold()


def _words(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        yield from line.casefold().split()
