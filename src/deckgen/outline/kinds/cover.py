"""The first page: the title of the talk, who speaks, where and when.

The word alone is enough: the cover shows the talk's own `title`, `subtitle`, `speaker` and `event`.
What you write on the slide itself comes before them. A picture stands beside the title and reaches
three edges of the slide; `focus` says what must stay where it is cropped.

    - cover: The view from the town hall
      subtitle: What a small town learned from research
      image: {file: images/market.png, alt: The market square with its trees}
"""

from deckgen.deck.slide import Slide
from deckgen.deck.text_body import Inline, LineBreak, Paragraph, Run, TextBody
from deckgen.language.phrases import comma, long_date
from deckgen.outline.lower.graphics.illustrated import with_picture
from deckgen.outline.lower.slide_builder import plain_line, slide
from deckgen.outline.markup.inline_text import parse_inline
from deckgen.outline.schema.entry import Context, Entry
from deckgen.outline.schema.fields import Image, Text, key, picture_key
from deckgen.support.records import record

BETWEEN_NAMES = "; "
"""What parts several speakers, each of whom has a line."""


@record
class Cover(Entry):
    """The keys of a cover."""

    cover: Text | None = key("The title, if not the talk's own.", "A new start")
    subtitle: Text | None = key("A line below the title.", "Six questions")
    speaker: Text | None = key(
        "Who speaks. Names with semicolons between them have a line each.", "Anna Muster, mayor"
    )
    image: Image | None = picture_key("the title", "`file` and `alt`")


def lower(entry: Cover, context: Context) -> Slide:
    """Lower to the cover layout; what the entry leaves open comes from the talk."""
    talk = context.talk
    day = talk.event.date if talk.event else None
    made = slide(
        entry,
        context,
        "cover",
        {
            "title": entry.cover or talk.title,
            "subtitle": entry.subtitle or talk.subtitle,
            "body": _speaker_and_event(entry, context),
            "date": plain_line(long_date(day, entry.lang or talk.lang)) if day else None,
        },
    )
    return with_picture(made, entry.image, context)


def _speaker_and_event(entry: Cover, context: Context) -> TextBody | None:
    """Return who speaks, and one level below it the event and its place."""
    talk, paragraphs = context.talk, []
    if speaker := entry.speaker or talk.speaker:
        runs = _a_line_each(parse_inline(speaker, context.diagnostics))
        paragraphs.append(Paragraph(runs, span=speaker.span))
    where = [text for text in (talk.event.name, talk.event.place) if text] if talk.event else []
    if where:
        runs, between = parse_inline(where[0], context.diagnostics), comma(entry.lang or talk.lang)
        for text in where[1:]:
            runs = (*runs, Run(between), *parse_inline(text, context.diagnostics))
        paragraphs.append(Paragraph(runs, 1, span=where[0].span))
    return TextBody(tuple(paragraphs)) if paragraphs else None


def _a_line_each(runs: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return names with line breaks in place of the semicolons between them."""
    lines: list[Inline] = []
    for run in runs:
        if not isinstance(run, Run):
            lines.append(run)
            continue
        first, *others = run.text.split(BETWEEN_NAMES)
        lines.append(run._replace(text=first))
        for name in others:
            lines += (LineBreak(), run._replace(text=name))
    return tuple(lines)
