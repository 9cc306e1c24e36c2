"""QR codes (ISO/IEC 18004), by segno: rows of dark and light squares."""

from deckgen.deck.graphics.drawing import Drawing, DrawingItem
from deckgen.deck.text_body import Paragraph, Run, TextBody, WebLink
from deckgen.outline.schema.entry import Context
from deckgen.outline.schema.fields import Pattern, Text

ADDRESS = Pattern(
    r"(https?://|mailto:)\S+", "a link as it stands in the browser, such as https://a.example"
)
_MOST_SQUARES = 49
"""Squares on a side that phones can tell apart from the last rows (version 8)."""


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
