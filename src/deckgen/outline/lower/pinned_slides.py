"""A slide that stays as colleagues left it: the one of their deck in place of its entry's."""

from deckgen.deck.included_slide import IncludedSlide
from deckgen.deck.slide import Slide
from deckgen.outline.schema.entry import Context, Pinned


def pinned_slide(made: Slide, pinned: Pinned, context: Context) -> Slide:
    """Return the slide that an entry is pinned to, with id and notes of the one that was made.

    Warns if its title is another one by now. An error, and the slide that was made, if there is no
    such slide.
    """
    deck = None if made.included else context.foreign(pinned.deck)
    if deck is None:
        return made
    span = pinned.deck.span
    if not 1 <= pinned.slide <= len(deck.slides):
        context.diagnostics.error(
            "no-such-slide",
            f"{deck.file} has no slide {pinned.slide}.",
            span,
            "Type the number of the slide, or delete `pinned` to have it made from the outline.",
        )
        return made
    there = deck.slides[pinned.slide - 1]
    titles = tuple(pair for pair in made.placeholders if pair[0] == "title")
    title = " ".join(titles[0][1].text.split()) if titles else ""
    if title != there.title:
        context.diagnostics.warning(
            "pinned-slide-differs",
            f"This slide is pinned, so it shows “{there.title}”, not “{title}”.",
            span,
            f"Change it in {deck.file}; or delete `pinned` to have it made from the outline.",
        )
    return made._replace(
        role="text",
        tone=None,
        placeholders=titles,
        graphics=(),
        line_links=(),
        footer=None,
        day=None,
        numbered=False,
        reveal=False,
        layout=None,
        transition="none",
        included=IncludedSlide(deck.file, deck.key, pinned.slide, there.layout, span),
    )
