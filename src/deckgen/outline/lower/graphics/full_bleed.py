"""Slides with one picture or film: below the headline, or over the whole slide."""

from deckgen.deck.box import ABOVE_SLIDE
from deckgen.deck.slide import Slide
from deckgen.outline.lower.graphics.illustrated import graphics_of, with_transcript
from deckgen.outline.lower.slide_builder import content_slide, line, slide
from deckgen.outline.schema.entry import Context, Entry
from deckgen.outline.schema.fields import Text


def content_or_full_bleed(
    entry: Entry,
    context: Context,
    name: str,
    texts: tuple[Text, Text | None],
    *,
    bleed: bool,
    panel: bool,
) -> Slide:
    """Return the slide of the picture or film in the key `name`; report what has no place on it.

    `texts` are title and kicker. With `bleed` the picture or film fills the slide, and the title
    stands on it on a panel, or, without `panel`, outside the slide.
    """
    title, kicker = texts
    what = "picture" if name == "image" else "film"
    if not bleed:
        if not panel:
            context.diagnostics.warning(
                "panel-without-bleed",
                f"Only on a {what} that fills the slide does the headline stand on a panel.",
                entry.spans["panel"],
                "Add `bleed: yes`, or delete `panel`.",
            )
        made = content_slide(entry, context, title, kicker, graphics_of(entry, name, context))
        return with_transcript(made, getattr(entry, name), context)
    if kicker:
        context.diagnostics.error(
            "no-place",
            f"On a {what} that fills the slide only the headline has a place.",
            kicker.span,
            "Delete `kicker`, or delete `bleed`.",
        )
    headline = line(title, context)
    if not panel:
        headline = headline._replace(box=ABOVE_SLIDE)
    made = slide(entry, context, "bleed", [("title", headline)])
    graphics = graphics_of(entry, name, context)
    made = made._replace(graphics=tuple(("body", graphic) for graphic in graphics))
    return with_transcript(made, getattr(entry, name), context)
