"""Slides of another PowerPoint file, as they are there: with their own layout, colours and fonts.

Say which, by number, range or title; without `slides`, all of them. Their notes come along, their
animations, charts and links between them too; comments do not. They keep the look of their deck, as
PowerPoint says “keep source formatting”, and stay editable. Change the file, build again, and the
slides are those of the file.

The file needs slides of the talk's shape (16:9 or 4:3). It brings no macros, no controls and
nothing that would have to be fetched from elsewhere on stage. An `id` goes to the first of the
slides; the others are called after their titles, for links such as `[the budget](#the-budget)`.
Your `notes` stand in place of those of the first. (`include: shared.yaml` brings in the slides of
another outline.)

    - include: decks/partner.pptx
      slides: [2, A place to stay]
    - title: What we take from this
      bullets:
        - Begin with [the numbers](#what-one-summer-brought)
"""

from deckgen.deck.included_slide import IncludedSlide
from deckgen.deck.slide import Slide
from deckgen.outline.lower.include_keys import Include
from deckgen.outline.lower.slide_builder import blocks, chapter_start, plain_line
from deckgen.outline.schema.entry import Context

BARE = False


def lower(entry: Include, context: Context) -> Slide:
    """Return the slide that the entry names by its number, after `expand_included_decks`."""
    deck = context.foreign(entry.include)
    if deck is None or entry.slides is None:
        raise ValueError("an entry of several slides, or of a deck that cannot be read")
    number = int(entry.slides[0].raw)
    listed = deck.slides[number - 1]
    before = context.entries[context.index - 1] if context.index else None
    is_continued = before is not None and before.span == entry.span
    return Slide(
        id=context.ids[context.index],
        role="text",
        tone=None,
        lang=entry.lang or context.talk.lang,
        placeholders=(("title", plain_line(listed.title)),) if listed.title else (),
        span=entry.span,
        notes=blocks(entry.notes, context) if entry.notes else listed.notes,
        hidden=entry.hidden or listed.hidden,
        section=None if is_continued else chapter_start(entry, context),
        included=IncludedSlide(deck.file, deck.key, number, listed.layout, entry.include.span),
        number_in_entry=2 if is_continued else 1,
    )
