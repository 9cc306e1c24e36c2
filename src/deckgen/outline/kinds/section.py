"""The beginning of a chapter: its number and its title, on the brand's colour.

Sections are numbered automatically; hidden ones are not counted. Each begins a section in
PowerPoint's list of slides. The slides before the first section are called “Introduction” there, in
the language of the talk. A picture stands beside the title and reaches three edges of the
slide.

    - section: What we learned
      subtitle: Two years in the laboratory of the town
    - section: What one sees of it
      image: {file: images/market.png, alt: The market square with its trees}
"""

from deckgen.deck.slide import SectionStart, Slide
from deckgen.outline.lower.graphics.illustrated import with_picture
from deckgen.outline.lower.slide_builder import Texts, line, plain_line, slide
from deckgen.outline.schema.entry import Context, Entry
from deckgen.outline.schema.fields import Image, Text, key, picture_key
from deckgen.support.records import record


@record
class Section(Entry):
    """The keys of a section."""

    section: Text = key("The title of the chapter.", "What we learned")
    subtitle: Text | None = key("A line below the title.")
    image: Image | None = picture_key("the title", "`file` and `alt`")


def lower(entry: Section, context: Context) -> Slide:
    """Lower to the section layout, with the section's number."""
    title = line(entry.section, context)
    number = None if entry.hidden else plain_line(str(context.number))
    texts: Texts = {"title": title, "progress": number, "subtitle": entry.subtitle}
    made = slide(entry, context, "section", texts)
    counts = not entry.hidden and context.total > 1
    made = made._replace(
        section=made.section or SectionStart(made.id, title.text),
        position=(context.number, context.total) if counts else None,
    )
    return with_picture(made, entry.image, context)
