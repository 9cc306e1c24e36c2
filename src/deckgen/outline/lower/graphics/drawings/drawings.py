"""Slides that show a drawing; QR codes (ISO/IEC 18004) by segno: rows of dark and light squares."""

import re
from typing import TypeVar

from deckgen.deck.graphics import Drawing, DrawingItem
from deckgen.deck.slide import PlaceholderRole, Slide
from deckgen.deck.text_body import Paragraph, Run, TextBody, WebLink
from deckgen.outline.lower.slide_builder import slide
from deckgen.outline.schema.entry import Context, Entry
from deckgen.outline.schema.fields import Pattern, Text
from deckgen.support.diagnostics import Span
from deckgen.support.records import LocatedRecord

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight")
_PLURALS = {"person": "people"}
ADDRESS = Pattern(
    r"(https?://|mailto:)\S+",
    "a link as it stands in the browser, such as https://a.example",
    lambda text: f"https://{text}" if re.fullmatch(r"[^\s:/@]+\.[a-z]{2,}(/\S*)?", text) else None,
)
_MOST_SQUARES = 49
"""Squares on a side that phones can tell apart from the last rows (version 8)."""

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


def qr_drawing(link: Text, context: Context) -> Drawing:
    """Return the code for a link, with the link below it; report a link too long to be scanned."""
    import segno
    from segno.encoder import DataOverflowError

    address = link.text.strip()
    try:
        matrix = segno.make(address, error="m", micro=False, boost_error=False).matrix
    except DataOverflowError:
        matrix = ()
    rows = tuple("".join("1" if dark else "0" for dark in row) for row in matrix)
    if not rows:
        context.diagnostics.error(
            "link-too-long",
            f"This link has {len(address)} characters; no code to scan holds so many.",
            link.span,
            "Type a shorter link, perhaps one that leads on.",
        )
    elif len(rows) > _MOST_SQUARES:
        context.diagnostics.warning(
            "link-too-long",
            f"This link has {len(address)} characters; the squares of its code are too small to be "
            "scanned from afar.",
            link.span,
            "Type a shorter link, perhaps one that leads on.",
        )
    words = address.removeprefix("https://").removeprefix("http://").removeprefix("mailto:")
    run = Run(words.rstrip("/"), link=WebLink(address))
    text = TextBody((Paragraph((run,), span=link.span),))
    items = (DrawingItem(link.span, text=text, squares=rows),) if rows else ()
    return Drawing("scan", items, link.span, f"QR: {address}")
