"""Slides with pictures or a film: below the headline, on a half of the slide, or on all of it."""

from deckgen.deck.box import ABOVE_SLIDE
from deckgen.deck.slide import PlaceholderRole, Slide
from deckgen.outline.lower.graphics.illustrated import graphics_of, with_transcript
from deckgen.outline.lower.graphics.media.picture_beside import half_picture
from deckgen.outline.lower.slide_builder import content_slide, headline_placeholders, line, slide
from deckgen.outline.schema.entry import Context, Entry
from deckgen.outline.schema.fields import Text
from deckgen.outline.schema.graphic_keys import Bleed, Panel


def content_or_bleed(
    entry: Entry,
    context: Context,
    name: str,
    texts: tuple[Text, Text | None],
    *,
    bleed: Bleed,
    panel: Panel,
) -> Slide:
    """Return the slide of the pictures or the film in the key `name`; report what has no place.

    `texts` are title and kicker. On a picture that fills the slide, the title stands on a panel or
    a scrim, or outside the slide.
    """
    title, kicker = texts
    noun = "picture" if name == "image" else "film"
    picture = getattr(entry, name)
    if bleed in {"no", "half"}:
        if panel != "yes":
            context.diagnostics.warning(
                "panel-without-bleed",
                f"Only on a {noun} that fills the slide does the headline stand on a panel.",
                entry.spans["panel"],
                "Add `bleed: yes`, or delete `panel`.",
            )
        if bleed == "half":
            texts_beside = headline_placeholders(title, kicker, context)
            made = slide(entry, context, "two-contents", texts_beside)
            return half_picture(made, picture, context)
        made = content_slide(entry, context, title, kicker, graphics_of(entry, name, context))
        return with_transcript(made, picture, context)
    if kicker:
        context.diagnostics.error(
            "no-place",
            f"On a {noun} that fills the slide only the headline has a place.",
            kicker.span,
            "Delete `kicker`, or delete `bleed`.",
        )
    above = line(title, context)
    if panel == "no":
        above = above._replace(box=ABOVE_SLIDE)
    made = slide(entry, context, "bleed", [("title", above)])
    place: PlaceholderRole = "picture" if panel == "scrim" else "body"
    graphics = graphics_of(entry, name, context)
    made = made._replace(graphics=tuple((place, graphic) for graphic in graphics))
    return with_transcript(made, picture, context)
