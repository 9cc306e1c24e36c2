"""Slides with one picture or film: below the headline, or over the whole slide."""

from collections.abc import Mapping
from typing import Protocol

from deckgen.deck.box import ABOVE_SLIDE
from deckgen.deck.slide import LayoutRole, Slide
from deckgen.outline.lower.graphics.illustrated import graphics_of, with_transcript
from deckgen.outline.lower.slide_builder import line, slide
from deckgen.outline.schema.entry import Context, Entry
from deckgen.outline.schema.fields import Text
from deckgen.support.diagnostics import Span


class FullBleedKeys(Protocol):
    """The keys of a slide whose picture or film may fill the slide."""

    @property
    def title(self) -> Text:
        """The headline."""

    @property
    def kicker(self) -> Text | None:
        """The line above the headline."""

    @property
    def bleed(self) -> bool:
        """Whether the picture or film fills the slide to its edges."""

    @property
    def panel(self) -> bool:
        """Whether the headline then stands on a panel."""

    @property
    def spans(self) -> Mapping[str, Span]:
        """Where the keys stand."""


def full_bleed_slide(entry: Entry, keys: FullBleedKeys, name: str, context: Context) -> Slide:
    """Return the slide of the picture or film in the key `name`; report what has no place on it."""
    bleeds = _bleeds(keys, name, context)
    title = line(keys.title, context)
    if bleeds and not keys.panel:
        title = title._replace(box=ABOVE_SLIDE)
    kicker = line(keys.kicker, context) if keys.kicker and not bleeds else None
    role: LayoutRole = "bleed" if bleeds else "bullets"
    made = slide(entry, context, role, "light", [("title", title), ("kicker", kicker)])
    graphics = graphics_of(entry, name, context)
    made = made._replace(graphics=tuple(("body", graphic) for graphic in graphics))
    return with_transcript(made, getattr(entry, name), context)


def _bleeds(keys: FullBleedKeys, name: str, context: Context) -> bool:
    """Return whether it fills the slide to its edges; report keys that do not fit to that."""
    what = "picture" if name == "image" else "film"
    if not keys.bleed:
        if not keys.panel:
            context.diagnostics.warning(
                "panel-without-bleed",
                f"Only on a {what} that fills the slide does the headline stand on a panel.",
                keys.spans["panel"],
                "Add `bleed: yes`, or delete `panel`.",
            )
        return False
    if keys.kicker:
        context.diagnostics.error(
            "no-place",
            f"On a {what} that fills the slide only the headline has a place.",
            keys.kicker.span,
            "Delete `kicker`, or delete `bleed`.",
        )
    return True
