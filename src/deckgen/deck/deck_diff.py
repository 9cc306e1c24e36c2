"""The differences between two decks of one talk, slide by slide, as lines of text."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from deckgen.deck.slide import Deck, Slide
from deckgen.deck.text_body import TextBody


def deck_differences(first: Deck, second: Deck, names: tuple[str, str]) -> Iterator[str]:
    """Yield the differences; `-` marks lines of the first deck, `+` lines of the second.

    Slides are compared by their ids, or by their entries, as an id may be made of words that
    differ. Nothing is yielded for decks with the same words in the same order. A footer that
    changes on many slides is yielded once.
    """
    second = _with_ids_of(first, second)
    before = {slide.id: slide for slide in first.slides}
    after = {slide.id: slide for slide in second.slides}
    seen: set[tuple[str, str]] = set()
    for slide in _in_order(first, second):
        old, new = before.get(slide.id), after.get(slide.id)
        if old is None or new is None:
            yield f"{slide.id}: only in {names[0] if new is None else names[1]}"
            yield from (f"  {line}" for line in _lines(slide))
            continue
        changed = list(_changed(_lines(old), _lines(new)))
        footers = _footer(old), _footer(new)
        if footers[0] != footers[1] and footers not in seen:
            seen.add(footers)
            changed += [
                f"  {sign} footer: {footer}" for sign, footer in zip("-+", footers, strict=True)
            ]
        if changed:
            yield f"{slide.id}:"
            yield from changed
    yield from _moved(first, second, names)


def _with_ids_of(first: Deck, second: Deck) -> Deck:
    """Return the second deck, its slides named as those of the first from the same entries."""
    before, after = ({slide.id for slide in deck.slides} for deck in (first, second))
    ids = {_entry(slide): slide.id for slide in first.slides if slide.id not in after}
    slides = (
        slide if slide.id in before else slide._replace(id=ids.pop(_entry(slide), slide.id))
        for slide in second.slides
    )
    return second._replace(slides=tuple(slides))


def _entry(slide: Slide) -> tuple[str, int, int]:
    return slide.span.file, slide.span.line, slide.number_in_entry


def _in_order(first: Deck, second: Deck) -> Iterator[Slide]:
    """Yield every slide once: those of the second deck, and between them those it lacks."""
    old, new = ([slide.id for slide in deck.slides] for deck in (first, second))
    left = {*old}.difference(new)
    for _, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield from (slide for slide in first.slides[i:j] if slide.id in left)
        yield from second.slides[k:m]


def _changed(old: list[str], new: list[str]) -> Iterator[str]:
    for what, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what != "equal":
            yield from (f"  - {line}" for line in old[i:j])
            yield from (f"  + {line}" for line in new[k:m])


def _lines(slide: Slide) -> list[str]:
    """Return the words of a slide, a line for each paragraph, after the role of its place."""
    lines = ["hidden"] if slide.hidden else []
    for role, content in slide.placeholders:
        lines += _of(role, content)
    return lines + (_of("notes", slide.notes) if slide.notes else [])


def _of(what: str, body: TextBody) -> list[str]:
    paragraphs = [paragraph for paragraph in body.paragraphs if paragraph.text]
    return [f"{what}: {'  ' * paragraph.level}{paragraph.text}" for paragraph in paragraphs]


def _footer(slide: Slide) -> str:
    return slide.footer.text if slide.footer else ""


def _moved(first: Deck, second: Deck, names: tuple[str, str]) -> Iterator[str]:
    """Yield both orders of the common slides if they differ."""
    ids = {slide.id for slide in first.slides} & {slide.id for slide in second.slides}
    orders = [[slide.id for slide in deck.slides if slide.id in ids] for deck in (first, second)]
    if orders[0] != orders[1]:
        yield "order:"
        for sign, name, order in zip("-+", names, orders, strict=True):
            yield f"  {sign} {name}: {', '.join(order)}"
