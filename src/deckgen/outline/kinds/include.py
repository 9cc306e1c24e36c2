"""Slides of another PowerPoint file, unchanged: with their own layout, colours and fonts.

`slides` says which, by number, range or title; without it, all slides are included. Notes,
animations, charts and links between the slides come along; comments do not. The slides keep the
look of their deck (“keep source formatting” in PowerPoint) and stay editable. After a change in the
file, build again.

The file needs slides of the talk's shape (16:9 or 4:3). Macros, controls and
links to media elsewhere are left out. An `id` goes to the first of the
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
from deckgen.outline.lower.included_slides import Include
from deckgen.outline.lower.slide_builder import chapter_start, plain_line, text_blocks
from deckgen.outline.schema.entry import Context


def lower(entry: Include, context: Context) -> Slide:
    """Return the slide that the entry names by its number, after `expand_included_decks`."""
    deck = context.foreign(entry.include)
    if deck is None or entry.slides is None:
        raise ValueError("an entry of several slides, or of a deck that cannot be read")
    number = int(entry.slides[0].text)
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
        notes=text_blocks(entry.notes, context) if entry.notes else listed.notes,
        hidden=entry.hidden or listed.hidden,
        section=None if is_continued else chapter_start(entry, context),
        included=IncludedSlide(deck.file, deck.key, number, listed.layout, entry.include.span),
        number_in_entry=2 if is_continued else 1,
    )
