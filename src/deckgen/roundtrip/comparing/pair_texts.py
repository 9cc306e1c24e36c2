"""Pairs the shapes of an edited slide, and their paragraphs, with those that were built.

PowerPoint keeps the ids of shapes; LibreOffice writes new ones, and drops names and the indices of
placeholders. Then shapes are paired by their words, their boxes and their kinds.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from deckgen.deck.box import Box
from deckgen.deck.deck_map import MappedParagraph, MappedSlide, MappedText
from deckgen.roundtrip.reading.edited_deck import EditedShape, EditedSlide, ShapeKind
from deckgen.support.grouped_values import grouped
from deckgen.support.sequence_changes import opcodes

TOLERANCE = 4_000
"""EMU by which programs round boxes: 0.01 cm, as LibreOffice does, and a little more."""
AT_FOOT = frozenset({"footer", "day"})
"""The places whose words most slides share."""
_FOOTERS = {"number": "sldNum", "footer": "ftr", "day": "dt", "title": "title", "date": "dt"}
"""The types of placeholders for some places."""
_KINDS: Mapping[str, ShapeKind] = {
    "table": "table",
    "chart": "chart",
    "picture": "picture",
    "clip": "picture",
}
"""The kinds of shapes by the first words of their places; others are texts."""
_ALIKE = 0.4
_MOST_COMPARED = 400
"""The most pairs of paragraphs (of the base and of the edited text) that are all compared."""
_MOST_IN_ORDER = 40_000
"""The most pairs of characters, or of words, of texts whose order counts for likeness."""
_MOST_SHAPES = 200
"""The most shapes of a slide that are compared where ids do not tell which is which."""
_MOST_SIGNS = 2_000
"""The first characters of a paragraph, by which its likeness is measured."""
_PAIRED = 0.35
"""Added to the likeness of a pair, so that one rewritten paragraph is preferred to one deleted and
one new."""


class BuiltShape(NamedTuple):
    """A shape as it was built, with its texts."""

    id: int
    place: str
    kind: ShapeKind
    box: Box | None
    media: str
    texts: tuple[MappedText, ...]

    @property
    def words(self) -> str:
        """Its words, a line for each paragraph, without alternative texts."""
        return "\n".join(
            paragraph.words
            for text in self.texts
            if not text.place.startswith("alt ")
            for paragraph in text.paragraphs
        )


def built_shapes(slide: MappedSlide) -> tuple[BuiltShape, ...]:
    """Return the shapes of a slide that was built, in its order; groups by what is in them."""
    texts = grouped((text.shape, text) for text in slide.texts if text.shape)
    boxes = {box.shape: box for box in slide.boxes}
    places = {box.place for box in slide.boxes}
    shapes = []
    for id_ in sorted({*texts, *boxes}):
        box, own = boxes.get(id_), tuple(texts.get(id_, ()))
        place = box.place if box else own[0].place
        kind, _, rest = place.partition(" ")
        if kind == "drawing" and " " not in rest and f"{place} shape 1" in places:
            continue
        sort, media = _KINDS.get(kind, "text"), box.media if box else ""
        shapes.append(BuiltShape(id_, place, sort, box and box.box, media, own))
    return tuple(shapes)


def pair_shapes(built: Sequence[BuiltShape], edited: EditedSlide, *, ids: bool) -> dict[int, int]:
    """Return, for the index of an edited shape, the index in `built` of the shape that it was.

    New shapes are left out. `ids`: whether the program kept the ids of the slide's shapes.
    """
    pairs: dict[int, int] = {}
    if ids:
        places = {shape.id: there for there, shape in enumerate(built)}
        same = ((at, places.get(shape.id)) for at, shape in enumerate(edited.shapes))
        candidates = [(at, there) for at, there in same if there is not None]
        pairs |= _best(candidates, built, edited, _by_id)
    for score_of in (_by_words, _by_box, _by_role, _by_likeness, _by_kind):
        taken = set(pairs.values())
        old = [at for at in range(len(built)) if at not in taken][:_MOST_SHAPES]
        new = [at for at in range(len(edited.shapes)) if at not in pairs][:_MOST_SHAPES]
        candidates = [(at, there) for at in new for there in old]
        pairs |= _best(candidates, built, edited, score_of)
    return pairs


def _best(
    candidates: Sequence[tuple[int, int]],
    built: Sequence[BuiltShape],
    edited: EditedSlide,
    score_of: Callable[[BuiltShape, EditedShape], float],
) -> dict[int, int]:
    """Return the pairs with the highest scores above 0, each shape in one of them."""
    return best_pairs(
        (score, at, there)
        for at, there in candidates
        if built[there].kind == edited.shapes[at].kind
        and (score := score_of(built[there], edited.shapes[at])) > 0
    )


def best_pairs(scored: Iterable[tuple[float, int, int]]) -> dict[int, int]:
    """Return the pairs with the highest scores, each index in one of them; of equals, the first.

    Each of `scored` is a score and two indices.
    """
    pairs: dict[int, int] = {}
    taken = set()
    for _, at, there in sorted(scored, key=lambda each: (-each[0], *each[1:])):
        if at not in pairs and there not in taken:
            pairs[at] = there
            taken.add(there)
    return pairs


def _by_id(built: BuiltShape, shape: EditedShape) -> float:
    """Return how likely two shapes with the same id are one: a program may give an id again."""
    if built.id != shape.id:
        return 0
    if is_near(built.box, shape.box) or _by_likeness(built, shape):
        return 2
    return 1 if shape.placeholder or _type(built) == shape.placeholder else 0


def _by_words(built: BuiltShape, shape: EditedShape) -> float:
    if built.words != shape_words(shape):
        return 0
    if not built.words and not is_near(built.box, shape.box):
        return 0
    return 2 if is_near(built.box, shape.box) else 1


def _by_box(built: BuiltShape, shape: EditedShape) -> float:
    return 1 + _likeness(built.words, shape_words(shape)) if is_near(built.box, shape.box) else 0


def _by_role(built: BuiltShape, shape: EditedShape) -> float:
    return 1 if _type(built) == shape.placeholder != "" else 0


def _by_likeness(built: BuiltShape, shape: EditedShape) -> float:
    likeness = _likeness(built.words, shape_words(shape))
    return likeness if likeness >= _ALIKE else 0


def _by_kind(built: BuiltShape, shape: EditedShape) -> float:
    """Return how alike two graphics of the same kind are."""
    if built.kind == "text":
        return 0
    score = 1.0
    if built.media and built.media == shape.media:
        score += 2
    if shape.box and built.box:
        score += is_near(built.box._replace(x=shape.box.x, y=shape.box.y), shape.box)
    return score


def _type(built: BuiltShape) -> str:
    return _FOOTERS.get(built.place, "")


def shape_words(shape: EditedShape) -> str:
    """Return the words of a shape, as `BuiltShape.words` has them."""
    texts = [shape.paragraphs, *(cell for row in shape.cells for cell in row)]
    lines = [paragraph.words for paragraphs in texts for paragraph in paragraphs]
    return "\n".join([*lines, *shape.points.values()])


def is_near(one: Box | None, other: Box | None) -> bool:
    """Return whether two boxes are the same, as far as programs round alike."""
    if one is None or other is None:
        return False
    return all(abs(a - b) <= TOLERANCE for a, b in zip(one, other, strict=True))


def _likeness(one: str, other: str) -> float:
    if one == other:
        return 1 if one else 0
    words, others = (each[:_MOST_SIGNS].casefold().split() for each in (one, other))
    matcher = SequenceMatcher(None, words, others, autojunk=False)
    in_order = len(words) * len(others) <= _MOST_IN_ORDER // 100
    return matcher.ratio() if in_order else matcher.quick_ratio()


def pair_paragraphs(
    base: Sequence[MappedParagraph], edited: Sequence[MappedParagraph]
) -> Iterator[tuple[int | None, int | None]]:
    """Yield the indices of paragraphs that are the same, in order; None: deleted, or new."""
    one, other = ([" ".join(each.words.split()) for each in texts] for texts in (base, edited))
    for tag, i, j, k, m in opcodes(one, other):
        if tag == "equal":
            yield from zip(range(i, j), range(k, m), strict=True)
        else:
            for old, new in _aligned(one[i:j], other[k:m]):
                yield None if old is None else i + old, None if new is None else k + new


def _likeness_of_lines(one: str, other: str) -> float:
    """Return the share of what two lines have in common; of long lines, the words in any order."""
    if len(one) * len(other) <= _MOST_IN_ORDER:
        return SequenceMatcher(None, one, other, autojunk=False).ratio()
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).quick_ratio()


def _aligned(old: list[str], new: list[str]) -> list[tuple[int | None, int | None]]:
    """Return the pairs of lines that are the most alike on the whole, in order."""
    if len(old) * len(new) > _MOST_COMPARED:
        longest = max(len(old), len(new))
        return [
            (at if at < len(old) else None, at if at < len(new) else None) for at in range(longest)
        ]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    paired = [[0.0] * len(new) for _ in old]
    for i in reversed(range(len(old))):
        for k in reversed(range(len(new))):
            first, second = old[i][:_MOST_SIGNS], new[k][:_MOST_SIGNS]
            likeness = _likeness_of_lines(first, second)
            counts = _PAIRED + (likeness if likeness >= _ALIKE else 0)
            paired[i][k] = best[i + 1][k + 1] + counts
            best[i][k] = max(paired[i][k], best[i + 1][k], best[i][k + 1])
    pairs: list[tuple[int | None, int | None]] = []
    i = k = 0
    while i < len(old) and k < len(new):
        if best[i][k] == paired[i][k]:
            pairs.append((i, k))
            i, k = i + 1, k + 1
        elif best[i][k] == best[i + 1][k]:
            pairs.append((i, None))
            i += 1
        else:
            pairs.append((None, k))
            k += 1
    pairs += [(at, None) for at in range(i, len(old))]
    pairs += [(None, at) for at in range(k, len(new))]
    return pairs
