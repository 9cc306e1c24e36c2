"""Changes as their readers want them: for people, old and new words side by side; as JSON."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from deckgen.deck.box import Box
from deckgen.deck.deck_map import DeckMap, MappedSlide
from deckgen.roundtrip.comparing import changes as ch
from deckgen.roundtrip.comparing.changes import Change
from deckgen.roundtrip.comparing.described_change import described
from deckgen.support.diagnostics import clipped, clipped_message
from deckgen.support.terminal_text import indented_lines, padded, wrapped_lines

_WIDTH = 80
"""Columns of a line."""
_BETWEEN = " │ "
_NOTHING = "–"
_LONGEST = 1000
"""Characters of words that are shown."""


def change_report(
    changes: Iterable[Change],
    base: DeckMap,
    remarks: Callable[[Change], Iterable[str]] | None = None,
) -> str:
    """Return changes as lines for a terminal, each below its slide.

    On the left stand the words as they were built, on the right those in the deck. Each change has
    its line in the outline if that is known. `remarks` returns what is said of a change beside;
    None: what the outline says today. No changes give an empty text.
    """
    titles = {slide.id: _title(slide) for slide in base.slides}
    lines: list[str] = []
    before = None
    for change, count in _told_once(changes):
        heading = f"on {count} slides" if count > 1 else _heading(change, titles)
        if heading != before:
            lines += ["", heading] if lines else [heading]
            before = heading
        lines += _change_lines(change, remarks or _remarks)
    return "".join(f"{line}\n" for line in lines)


def changes_json(changes: Iterable[Change]) -> str:
    """Return changes as a list of objects: `change` says which it is, the others are its fields.

    `current` says what the outline has there today: `state`, `words`, and the place.
    """
    return json.dumps([_object(change) for change in changes], indent=2) + "\n"


def _told_once(changes: Iterable[Change]) -> Iterator[tuple[Change, int]]:
    """Yield changes, each with the number of slides that have it: a footer is told once."""
    every = list(changes)
    counts = Counter(map(_repeated, every))
    told = set()
    for change in every:
        key = _repeated(change)
        if key is None or key not in told:
            told.add(key)
            yield change, counts[key] if key else 1


def _repeated(change: Change) -> tuple[object, ...] | None:
    """Return what is the same in a change of words that several slides show; None for others."""
    if not isinstance(change, ch.WordsChanged) or change.current.span is None:
        return None
    return change.place, change.base, change.edited, change.current


def _title(slide: MappedSlide) -> str:
    texts = (text for text in slide.texts if text.place == "title")
    return next((" ".join(" ".join(p.words for p in t.paragraphs).split()) for t in texts), "")


def _heading(change: Change, titles: Mapping[str, str]) -> str:
    if isinstance(change, ch.SlideAdded):
        return f"slide {change.number} of the deck: {clipped(change.title)}".rstrip(": ")
    title = clipped(titles.get(change.slide_id, ""))
    return f"{change.slide_id}: {title}" if title else change.slide_id


def _change_lines(change: Change, remarks: Callable[[Change], Iterable[str]]) -> Iterator[str]:
    told, current = described(change), change.current
    place = f"{current.span.file}:{current.span.line}: " if current.span else ""
    yield from indented_lines(clipped_message(f"{place}{told.what}"), _WIDTH)
    if told.old or told.new:
        yield from _beside(told.old or _NOTHING, told.new or _NOTHING)
    for remark in remarks(change):
        yield from indented_lines(_shortened(remark), _WIDTH, 4)


def _beside(old: str, new: str) -> Iterator[str]:
    """Yield old and new words in two columns."""
    indent = " " * 4
    column = (_WIDTH - len(indent) - len(_BETWEEN)) // 2
    left, right = _column(old, column), _column(new, column)
    for at in range(max(len(left), len(right))):
        first = left[at] if at < len(left) else ""
        second = right[at] if at < len(right) else ""
        yield f"{indent}{padded(first, column)}{_BETWEEN}{second}".rstrip()


def _column(words: str, width: int) -> list[str]:
    paragraphs = _shortened(words).replace("\v", "\n").split("\n")
    return [line for paragraph in paragraphs for line in wrapped_lines(paragraph, width)]


def _shortened(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}… ({len(words):,} characters)"


def _remarks(change: Change) -> Iterator[str]:
    """Yield what the outline says today where that matters."""
    current = change.current
    match current.state:
        case "conflict":
            yield f"The outline was changed here, too: “{current.words}”"
        case "same":
            yield "The outline says so already."
        case "missing":
            yield "The outline no longer has this place."
        case _:
            if current.generated:
                yield "deckgen makes these words itself."


def _object(change: Change) -> dict[str, object]:
    current = change.current
    fields = change._asdict()
    fields["current"] = current._asdict() | {"span": current.span and current.span._asdict()}
    for name in ("base", "edited", "box"):
        if isinstance(value := fields.get(name), Box):
            fields[name] = value._asdict()
    words = re.findall("[A-Z][a-z]*", type(change).__name__)
    return {"change": "-".join(words).lower(), **fields}
