"""What was changed on a slide: its texts, tables, charts, and where its shapes stand."""

from collections import Counter
from collections.abc import Iterator, Sequence

from deckgen.deck.box import Box
from deckgen.deck.deck_map import MappedParagraph, MappedSlide
from deckgen.ooxml_rules.shape_queries import FOOTER_TYPES
from deckgen.roundtrip.comparing.changes import (
    Change,
    Current,
    NotesAdded,
    ShapeAdded,
    ShapeChanged,
    ShapeDeleted,
    ShapeMoved,
    SlideRestyled,
    TextDeleted,
)
from deckgen.roundtrip.comparing.compare_tables import chart_changes, table_changes
from deckgen.roundtrip.comparing.compare_texts import ComparisonContext, text_changes
from deckgen.roundtrip.comparing.current_words import plain
from deckgen.roundtrip.comparing.pair_texts import (
    BuiltShape,
    built_shapes,
    is_near,
    pair_shapes,
    shape_words,
)
from deckgen.roundtrip.reading.edited_deck import EditedShape, EditedSlide

_KIND_NAMES = {"text": "text box", "other": "object"}
"""Other kinds are called as they are."""


def slide_changes(
    base: MappedSlide, edited: EditedSlide, context: ComparisonContext
) -> Iterator[Change]:
    """Yield what was changed on a slide and in its notes."""
    if not base.is_included:
        yield from _shape_changes(base, edited, context)
    elif base.included != edited.digest and not context.writes_inherited:
        # LibreOffice writes the whole slide anew, and leaves out what it does not know.
        what = "has other words; it comes from another deck, and can be changed there"
        yield SlideRestyled(base.id, what, context.current.slide(base.id))
    notes = next((text for text in base.texts if text.place == "notes"), None)
    if notes is not None:
        yield from text_changes(notes, edited.notes, context)
    elif edited.notes:
        words = tuple(each.words for each in edited.notes if each.words.strip())
        yield NotesAdded(context.slide_id, words, _current_notes(words, context))


def _current_notes(words: Sequence[str], context: ComparisonContext) -> Current:
    """Return what the outline has today in place of notes that are new."""
    there = context.current.text(context.slide_id, "notes")
    if there is None:
        return context.entry
    lines = [paragraph.words for paragraph in there.paragraphs if paragraph.words.strip()]
    is_same = [plain(line) for line in lines] == [plain(line) for line in words]
    return context.entry._replace(state="same" if is_same else "conflict", words="\n".join(lines))


def _shape_changes(
    base: MappedSlide, edited: EditedSlide, context: ComparisonContext
) -> Iterator[Change]:
    built = built_shapes(base)
    pairs = pair_shapes(built, edited, ids=edited.slide_id == base.number)
    places = {there: at for at, there in pairs.items()}
    entry = context.current.slide(base.id)
    moved = []
    for index, shape in enumerate(built):
        if index not in places:
            yield from _deleted(shape, context)
            continue
        there = edited.shapes[places[index]]
        yield from _content_changes(shape, there, context)
        if shape.box and there.box and not is_near(shape.box, there.box):
            moved.append((shape.place, shape.box, there.box))
    yield from (
        ShapeMoved(base.id, place, old, new, entry) for place, old, new in _as_groups(moved)
    )
    for at, new_shape in enumerate(edited.shapes):
        words = shape_words(new_shape)
        is_empty = bool(new_shape.placeholder) and not words and new_shape.kind == "text"
        if at not in pairs and new_shape.placeholder not in FOOTER_TYPES and not is_empty:
            name = _KIND_NAMES.get(new_shape.kind, new_shape.kind)
            yield ShapeAdded(base.id, name, words, new_shape.box, entry)


def _as_groups(moved: Sequence[tuple[str, Box, Box]]) -> Iterator[tuple[str, Box, Box]]:
    """Yield each move; shapes of one drawing that moved alike are one, by the drawing's name."""
    ways = Counter(_way(*each) for each in moved)
    told = set()
    for place, old, new in moved:
        way = _way(place, old, new)
        if way[0] == place or ways[way] == 1:
            yield place, old, new
        elif way not in told:
            told.add(way)
            yield way[0], old, new


def _way(place: str, old: Box, new: Box) -> tuple[str, int, int]:
    return place.partition(" shape ")[0], (new.x - old.x) // 5000, (new.y - old.y) // 5000


def _deleted(shape: BuiltShape, context: ComparisonContext) -> Iterator[Change]:
    slide_id = context.slide_id
    if shape.kind != "text" or not shape.words:
        if shape.place != "number":
            yield ShapeDeleted(slide_id, shape.place, context.entry)
        return
    for text in shape.texts:
        words = tuple(paragraph.words for paragraph in text.paragraphs)
        current = context.current.paragraph(slide_id, text.place, text.paragraphs, 0, None)
        yield TextDeleted(slide_id, text.place, words, current)


def _content_changes(
    built: BuiltShape, edited: EditedShape, context: ComparisonContext
) -> Iterator[Change]:
    if edited.media and built.media not in {"", edited.media} and not context.writes_inherited:
        yield ShapeChanged(context.slide_id, built.place, "shows something else", context.entry)
    if edited.looks and not context.writes_inherited:
        what = f"has words with {' and '.join(edited.looks)}"
        yield ShapeChanged(context.slide_id, built.place, what, context.entry)
    if built.kind == "table":
        yield from table_changes(built, edited, context)
    elif built.kind == "chart":
        yield from chart_changes(built, edited, context)
    for text in built.texts:
        if text.place.startswith("alt "):
            # LibreOffice drops what charts say to those who cannot see them: that is no change.
            if edited.alt and edited.alt != " ".join(text.paragraphs[0].words.split()):
                yield from text_changes(text, (MappedParagraph(edited.alt),), context)
        elif built.kind in {"text", "picture"}:
            yield from text_changes(text, edited.paragraphs, context)
