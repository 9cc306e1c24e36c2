"""The marks of a layout, and text that does without them."""

from deckgen.deck.text_body import TextBody


def unmarked(body: TextBody) -> TextBody:
    """Return running text without the marks of its layout; lists in it keep their own."""
    return body._replace(
        paragraphs=tuple(
            one._replace(bullet="none") if one.bullet == "layout" else one
            for one in body.paragraphs
        )
    )
