"""One to eight people: who they are, with pictures if you like.

Each has a `name`, and may have a `role` and a `picture`. Pictures are cropped to squares; `focus`
says which part is kept. Without it, the upper part of a tall picture is kept, where faces are. If
only some have a picture, the others show their initials.

    - title: Who did it
      people:
        - name: Anna Muster
          role: Town of Altenburg
          picture: {file: images/market.png, focus: left}
        - name: Bernd Beispiel
          role: Municipal utilities
          picture: {file: images/market.png, focus: right}
        - name: Carla Vorbild
          role: Citizens' council
    - title: Whom to ask
      people:
        - name: Anna Muster
          role: anna@altenburg.example
        - name: Bernd Beispiel
          role: Mondays to Thursdays
"""

from deckgen.deck.graphics import Drawing, DrawingItem, Picture
from deckgen.deck.slide import Slide
from deckgen.outline.lower.graphics.drawings.drawings import drawing_slide, within_limits
from deckgen.outline.lower.graphics.media_keys import pictures
from deckgen.outline.lower.slide_builder import line
from deckgen.outline.markup.inline_text import plain_text
from deckgen.outline.schema.entry import Context, Entry
from deckgen.outline.schema.fields import FOCUS, Image, Text, key
from deckgen.support.records import LocatedRecord, record

_MOST = 8
_FACE = "50% 35%"
"""The focus of a portrait: most faces are there."""


@record
class Portrait(LocatedRecord):
    """The keys of a portrait."""

    file: Text = key("The file, as seen from the outline.", "anna.jpg")
    alt: Text | None = key(
        "What can be seen, if it is more than the person's face.", "Anna at work"
    )
    focus: str | None = key("What is kept when it is cropped.", "top", "30% 20%", pattern=FOCUS)


@record
class Person(LocatedRecord):
    """The keys of one person."""

    name: Text = key("Who it is.", "Anna Muster")
    role: Text | None = key("What they do, in a few words.", "Town of Altenburg")
    picture: Portrait | None = key(
        "A portrait: a file, or keys such as `file` and `focus`.", "anna.jpg", short="file"
    )


@record
class PeopleSlide(Entry):
    """The keys of a slide with people."""

    title: Text = key("The headline.", "Who did it")
    people: tuple[Person, ...] = key("One to eight people, each with `name`, `role` and `picture`.")
    kicker: Text | None = key("A small line above the headline.", "Looking back")


def lower(entry: PeopleSlide, context: Context) -> Slide:
    """Lower to the layout for title and content, with the people in its place."""
    span = entry.spans["people"]
    people = within_limits(entry.people, "person", (1, _MOST), span, context)
    items = tuple(
        DrawingItem(
            person.span,
            title=line(person.name, context),
            text=line(person.role, context) if person.role else None,
            picture=_portrait(person, context),
        )
        for person in people
    )
    drawing = Drawing("people", items, span, "People")
    return drawing_slide(entry, context, entry.title, entry.kicker, drawing)


def _portrait(person: Person, context: Context) -> Picture | None:
    """Return a person's portrait; without `alt`, the name is its text alternative."""
    portrait = person.picture
    if portrait is None:
        return None
    image = Image(
        file=portrait.file,
        alt=portrait.alt or person.name,
        fit="cover",
        focus=portrait.focus or _FACE,
        span=portrait.span,
        spans=portrait.spans,
    )
    graphics = pictures((image,), context.media, context.diagnostics)
    if not graphics:
        return None
    if portrait.alt:
        return graphics[0]
    return graphics[0]._replace(alt=plain_text(person.name), alt_span=None)
