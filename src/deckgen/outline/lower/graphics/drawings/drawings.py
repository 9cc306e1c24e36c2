"""Slides that show a drawing below their headline."""

from typing import TypeVar

from deckgen.deck.graphics.drawing import Drawing
from deckgen.deck.slide import PlaceholderRole, Slide
from deckgen.outline.lower.slide_builder import slide
from deckgen.outline.schema.entry import Context, Entry
from deckgen.outline.schema.fields import Text
from deckgen.support.diagnostics import Span
from deckgen.support.records import LocatedRecord

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight")
_PLURALS = {"person": "people"}


ItemT = TypeVar("ItemT", bound=LocatedRecord)


def drawing_slide(
    entry: Entry, context: Context, title: Text, kicker: Text | None, drawing: Drawing
) -> Slide:
    """Return the entry's slide on the layout for title and content, with a drawing as content."""
    made = slide(entry, context, "bullets", {"title": title, "kicker": kicker})
    return with_drawing(made, "body", drawing)


def with_drawing(made: Slide, place: PlaceholderRole, drawing: Drawing) -> Slide:
    """Return a slide with a drawing, but for one without items, of which an error was reported."""
    return made._replace(graphics=((place, drawing),)) if drawing.items else made


def within_limits(
    items: tuple[ItemT, ...], what: str, limits: tuple[int, int], span: Span, context: Context
) -> tuple[ItemT, ...]:
    """Return as many items as a slide can show; report fewer or more than the limits.

    `what` names one item, `span` is that of their key.
    """
    least, most = limits
    if least <= len(items) <= most:
        return items
    several = _PLURALS.get(what, f"{what}s")
    have = f"{len(items)} {what if len(items) == 1 else several}"
    context.diagnostics.error(
        "too-many" if len(items) > most else "too-few",
        f"Here {'is' if len(items) == 1 else 'are'} {have}; a slide shows {_NUMBERS[least]} to "
        f"{_NUMBERS[most]}.",
        items[most].span if len(items) > most else span,
        "Make two slides of it." if len(items) > most else f"Write more {several}.",
    )
    return items[:most]
