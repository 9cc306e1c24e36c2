"""A slide that stays as colleagues left it: the one of their deck in place of its entry's."""

from collections.abc import Iterator

from deckgen.deck.included_slide import IncludedSlide, SlideSummary
from deckgen.deck.slide import PlaceholderRole, Slide
from deckgen.deck.text_body import Formula
from deckgen.outline.schema.entry import Context, Pinned

_MADE_ANEW: frozenset[PlaceholderRole] = frozenset({"progress", "date"})
"""Placeholders whose words change with other slides, and with the day."""


def pinned_slide(made: Slide, pinned: Pinned, context: Context) -> Slide:
    """Return the slide that an entry is pinned to, with id and notes of the one that was made.

    Warns if its title is another one by now, or if it does not show some words of the one that was
    made. An error, and the slide that was made, if there is no such slide.
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
    missing = next(_missing(made, there), "")
    if title != there.title or missing:
        said = f"so it shows “{there.title}”, not “{title}”."
        context.diagnostics.warning(
            "pinned-slide-differs",
            "This slide is pinned, "
            + (said if title != there.title else f"so it does not show “{missing}”."),
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


def _missing(made: Slide, there: SlideSummary) -> Iterator[str]:
    """Yield the paragraphs of a slide that was made which the slide of a deck does not show."""
    for role, body in made.placeholders:
        for paragraph in body.paragraphs if role not in _MADE_ANEW else ():
            is_plain = not any(isinstance(run, Formula) for run in paragraph.runs)
            if is_plain and not there.shows(paragraph.text):
                yield paragraph.text
