"""What colleagues changed in a deck since it was built, slide by slide."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain

from deckgen.deck.box import Box
from deckgen.deck.deck_map import DeckMap, MappedParagraph, MappedSlide, MappedText
from deckgen.ooxml_rules.shape_queries import FOOTER_TYPES
from deckgen.roundtrip.comparing import changes as ch
from deckgen.roundtrip.comparing.compare_looks import LookChanges, ShowChanges, link_changes
from deckgen.roundtrip.comparing.compare_tables import chart_changes, table_changes
from deckgen.roundtrip.comparing.compare_texts import ComparisonContext, added_formats, text_changes
from deckgen.roundtrip.comparing.current_words import CurrentWords, plain
from deckgen.roundtrip.comparing.pair_slides import (
    base_words,
    built_sketch,
    edited_sketch,
    edited_words,
    has_words_of,
    pair_slides,
    with_current_ids,
)
from deckgen.roundtrip.comparing.pair_texts import (
    BuiltShape,
    built_shapes,
    is_near,
    pair_shapes,
    shape_words,
)
from deckgen.roundtrip.reading.edited_deck import EditedDeck, EditedShape, EditedSlide
from deckgen.support.sequence_changes import longest_rising

_FRAME = frozenset({"number", "footer", "day"})
_PICTURES = "Look whether one was exchanged; if so, name its file at its slide."
_KIND_NAMES = {"text": "text box", "other": "object"}
"""Names of kinds of shapes for people; other kinds keep their own name."""


def compare(
    base: DeckMap, edited: EditedDeck, current: DeckMap | None = None
) -> tuple[ch.Change, ...]:
    """Return the changes in the order of the edited deck; deleted slides come first.

    `base` is what was built; `current` what the outline gives today, if it is known. Then the ids
    of slides in the changes are those of today, if the outline still has them.
    """
    base, pairs = _paired(base, edited, current)
    known = CurrentWords(current)
    looks = LookChanges(base, edited, pairs)
    return (
        *looks.of_deck(edited),
        *_unknown_pictures(base.slides, edited),
        *_deleted(base.slides, pairs, known),
        *_kept(base.slides, edited, pairs, known, looks),
    )


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
    if current is not None:
        kept = {there: edited.slides[at] for at, there in pairs.items()}
        new = [slide for at, slide in enumerate(edited.slides) if at not in pairs]
        base = with_current_ids(base, current, kept, new)
    return base, pairs


def _deleted(
    base: Sequence[MappedSlide], pairs: Mapping[int, int], known: CurrentWords
) -> Iterator[ch.Change]:
    kept = set(pairs.values())
    for at, slide in enumerate(base):
        if at not in kept:
            yield ch.SlideDeleted(slide.id, slide.title, known.deleted_slide(slide))


def _kept(
    base: Sequence[MappedSlide],
    edited: EditedDeck,
    pairs: Mapping[int, int],
    known: CurrentWords,
    looks: LookChanges,
) -> Iterator[ch.Change]:
    order = [pairs[at] for at in sorted(pairs)]
    moved = _moved(order)
    is_new = len(pairs) < len(edited.slides)
    copies = {base_words(slide): slide.id for slide in base} if is_new else {}
    ids = {slide.id for slide in base}
    added = [there for id_, there in known.slides.items() if id_ not in ids]
    sources = {there.source for there in known.slides.values()}
    numbers = {base[there].id: there for there in order}
    orders = _before_each(known, numbers)
    moved_today = _moved([numbers[id_] for id_ in orders])
    keeps_media = not edited.writes_inherited or _has_media_of(base, edited)
    show = ShowChanges(base, edited.slides, pairs, known)
    before = ""
    for at, slide in enumerate(edited.slides):
        if at not in pairs:
            words, title = edited_words(slide), _edited_title(slide)
            is_same = (edited.key, slide.number) in sources
            is_same = is_same or any(has_words_of(there, slide) for there in added)
            entry = known.slide(before or next(iter(known.slides), ""), is_same=is_same)
            yield ch.SlideAdded(slide.number, title, before, copies.get(words, ""), entry)
            yield from _comments(slide, before, entry)
            continue
        built = base[pairs[at]]
        if pairs[at] in moved:
            there = orders.get(built.id)
            current = known.slide(built.id, is_same=there == before)
            if there != before and pairs[at] in moved_today:
                place = f"behind {there}" if there else "at the beginning"
                current = current._replace(state="conflict", words=place)
            yield ch.SlideMoved(built.id, before, current)
        if built.is_hidden != slide.is_hidden:
            today = known.slides.get(built.id)
            is_same = today is not None and today.is_hidden == slide.is_hidden
            yield ch.SlideHidden(built.id, slide.is_hidden, known.slide(built.id, is_same=is_same))
        yield from show.of(built, slide)
        context = ComparisonContext(built.id, known, edited.writes_inherited, keeps_media)
        changes = slide_changes(built, slide, context, looks)
        if slide.slide_id == built.number and slide.layout != built.layout:
            what = f"stands on the layout “{slide.layout}”"
            changes = chain((ch.SlideRestyled(built.id, what, known.slide(built.id)),), changes)
        today = known.slides.get(built.id)
        if today is not None and today.source and not built.is_included:
            is_own = today.source == (edited.key, slide.number)
            changes = map(partial(_of_pinned, state="same" if is_own else "missing"), changes)
        yield from changes
        yield from link_changes(built, slide, known, looks)
        yield from _comments(slide, built.id, known.slide(built.id))
        if today is not None or not known.slides:
            before = built.id


def _moved(order: Sequence[int]) -> set[int]:
    """Return the numbers that do not stand in their order: as few as possible."""
    return {*order}.difference(order[at] for at in longest_rising(order))


def _comments(slide: EditedSlide, slide_id: str, there: ch.Current) -> Iterator[ch.Change]:
    """Yield the comments on a slide; those on a new one are told of the slide before it."""
    for author, words in slide.comments:
        yield ch.CommentAdded(slide_id, author, words, there)


def _unknown_pictures(base: Sequence[MappedSlide], edited: EditedDeck) -> Iterator[ch.LookTold]:
    """Tell if no picture of a deck is as it was: another one, or the program wrote all anew."""
    shown = (each.media for slide in edited.slides for each in slide.shapes if not each.is_vector)
    built = (box.media for slide in base for box in slide.boxes)
    is_unknown = edited.writes_inherited and not _has_media_of(base, edited)
    if is_unknown and any(built) and any(shown):
        yield ch.LookTold("pictures: none is as it was built", way=_PICTURES, key="slides")


def _has_media_of(base: Iterable[MappedSlide], edited: EditedDeck) -> bool:
    """Return whether a picture that was built is in the deck as it was, byte by byte."""
    there = {shape.media for slide in edited.slides for shape in slide.shapes if shape.media}
    return any(box.media in there for slide in base for box in slide.boxes if box.media)


def _of_pinned(change: ch.Change, state: ch.State) -> ch.Change:
    """Return a change of a slide that the outline shows out of a deck, but for its notes.

    It is there (same) if that is the edited deck; nobody can write it (missing) if not.
    """
    if isinstance(change, ch.NotesAdded) or getattr(change, "place", "") == "notes":
        return change
    return change._replace(current=change.current._replace(state=state))


def _before_each(known: CurrentWords, kept: Iterable[str]) -> dict[str, str]:
    """Return, for each kept slide of the outline of today, the id of the slide before it."""
    staying = set(kept)
    order = [id_ for id_ in known.slides if id_ in staying]
    return dict(zip(order, ["", *order], strict=False))


def _edited_title(slide: EditedSlide) -> str:
    shapes = [*slide.shapes]
    shapes.sort(key=lambda shape: shape.placeholder != "title")
    words = (" ".join(p.words for p in shape.paragraphs) for shape in shapes)
    return next((" ".join(each.split()) for each in words if each.strip()), "")


def slide_changes(
    base: MappedSlide, edited: EditedSlide, context: ComparisonContext, looks: LookChanges
) -> Iterator[ch.Change]:
    """Yield what was changed on a slide and in its notes."""
    if not base.is_included:
        for look in looks.of_slide(base, edited):
            yield ch.SlideRestyled(base.id, look, context.entry)
        yield from _shape_changes(base, edited, context, looks)
    elif base.included != edited.digest and not context.writes_inherited:
        # LibreOffice writes the whole slide anew, and leaves out what it does not know.
        what = "has other words; it comes from another deck, and can be changed there"
        yield ch.SlideRestyled(base.id, what, context.current.slide(base.id))
    yield from looks.of_notes(base, edited, context.entry)
    notes = next((text for text in base.texts if text.place == "notes"), None)
    if notes is not None:
        yield from text_changes(notes, edited.notes, context)
    elif edited.notes:
        words = tuple(each.words for each in edited.notes if each.words.strip())
        yield ch.NotesAdded(context.slide_id, words, _current_notes(words, context))
        for at, paragraph in enumerate(edited.notes):
            yield from added_formats(MappedText("notes", 0, ()), at, paragraph, context)


def _current_notes(words: Sequence[str], context: ComparisonContext) -> ch.Current:
    """Return what the outline has today in place of notes that are new."""
    there = context.current.text(context.slide_id, "notes")
    if there is None:
        return context.entry
    lines = [paragraph.words for paragraph in there.paragraphs if paragraph.words.strip()]
    is_same = [plain(line).lstrip() for line in lines] == [plain(line).lstrip() for line in words]
    return context.entry._replace(state="same" if is_same else "conflict", words="\n".join(lines))


def _shape_changes(
    base: MappedSlide, edited: EditedSlide, context: ComparisonContext, looks: LookChanges
) -> Iterator[ch.Change]:
    built = built_shapes(base)
    pairs = pair_shapes(built, edited, ids=edited.slide_id == base.number)
    places = {there: at for at, there in pairs.items()}
    entry = context.current.slide(base.id)
    moved = []
    for index, shape in enumerate(built):
        if index not in places:
            if not looks.knows(base) or shape.place not in _FRAME:
                yield from _deleted_shape(shape, context)
            continue
        there = edited.shapes[places[index]]
        content = [*_content_changes(shape, there, context)]
        yield from content
        is_told = any(isinstance(each, ch.LookChange) for each in content)
        if not is_told and (what := looks.of_shape(base, shape.id, there)):
            yield ch.ShapeChanged(base.id, shape.place, what, entry)
        is_grown = any(isinstance(each, ch.ColumnsChanged | ch.RowChange) for each in content)
        if not is_grown and shape.box and there.box and not is_near(shape.box, there.box):
            moved.append((shape.place, shape.box, there.box))
    yield from (
        ch.ShapeMoved(base.id, place, old, new, entry) for place, old, new in _as_groups(moved)
    )
    for at, new_shape in enumerate(edited.shapes):
        words = shape_words(new_shape)
        is_empty = bool(new_shape.placeholder) and not words and new_shape.kind == "text"
        if at not in pairs and new_shape.placeholder not in FOOTER_TYPES and not is_empty:
            name = _KIND_NAMES.get(new_shape.kind, new_shape.kind)
            yield ch.ShapeAdded(base.id, name, words, new_shape.box, entry)


def _as_groups(moved: Sequence[tuple[str, Box, Box]]) -> Iterator[tuple[str, Box, Box]]:
    """Yield each move; shapes of a drawing that moved alike are one, with the drawing's name."""
    ways = Counter(_way(*each) for each in moved)
    seen = set()
    for place, old, new in moved:
        way = _way(place, old, new)
        if way[0] == place or ways[way] == 1:
            yield place, old, new
        elif way not in seen:
            seen.add(way)
            yield way[0], old, new


def _way(place: str, old: Box, new: Box) -> tuple[str, int, int]:
    return place.partition(" shape ")[0], (new.x - old.x) // 5000, (new.y - old.y) // 5000


def _deleted_shape(shape: BuiltShape, context: ComparisonContext) -> Iterator[ch.Change]:
    slide_id = context.slide_id
    if shape.kind != "text" or not shape.words or " shape " in shape.place:
        if shape.place != "number":
            yield ch.ShapeDeleted(slide_id, shape.place, context.entry)
        return
    for text in shape.texts:
        words = tuple(paragraph.words for paragraph in text.paragraphs)
        current = context.current.paragraph(slide_id, text.place, text.paragraphs, 0, None)
        yield ch.TextDeleted(slide_id, text.place, words, current)


def _content_changes(
    built: BuiltShape, edited: EditedShape, context: ComparisonContext
) -> Iterator[ch.Change]:
    is_kept = context.keeps_media and not (context.writes_inherited and edited.is_vector)
    if edited.media and built.media not in {"", edited.media} and is_kept:
        yield ch.ShapeChanged(context.slide_id, built.place, "shows something else", context.entry)
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
