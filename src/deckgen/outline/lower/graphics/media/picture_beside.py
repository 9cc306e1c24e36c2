"""A picture in the place that a layout has for it, beside the text."""

from deckgen.deck.slide import Slide
from deckgen.outline.schema.entry import Context
from deckgen.outline.schema.graphic_keys import Image, Images


def half_picture(made: Slide, images: Images, context: Context) -> Slide:
    """Return a slide with a picture that fills one half of it."""
    report_several(images, context)
    return with_picture(made, images[0], context)


def with_picture(made: Slide, image: Image | None, context: Context) -> Slide:
    """Return a slide with a picture, if it has one, in the place that its layout has for it.

    It is cropped to fill its place, if `fit` does not say that it is shown whole.
    """
    if image is None:
        return made
    from deckgen.outline.lower.graphics.media.pictures import pictures

    loaded = pictures((image,), context.media, context.diagnostics)
    fills = image.fit != "contain"
    return made._replace(
        graphics=tuple(("picture", picture._replace(fills_box=fills)) for picture in loaded)
    )


def report_several(images: Images, context: Context) -> None:
    """Report more than one picture where one reaches the edges of the slide."""
    if len(images) > 1:
        context.diagnostics.error(
            "two-graphics",
            f"One picture reaches the edges of the slide; here are {len(images)}.",
            images[1].span,
            "Make a slide of each, or delete `bleed`.",
        )
