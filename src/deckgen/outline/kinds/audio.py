"""A sound below its headline: an icon to click on, with a caption beside it.

It starts with the next click, or with `start: auto` as soon as the slide is shown. PowerPoint plays
MP3, M4A (AAC) and WAV on every computer. Other formats are refused; the message says how to convert
them. For people who cannot hear it, give a `transcript`, which goes into the notes, or `subtitles`.

    - title: How the day begins
      audio:
        file: sounds/bell.mp3
        alt: The bell of the town hall, once
        caption: The bell of the town hall, at seven in the morning
        credit: "Recording: Anna Muster"
        transcript: One stroke of a bell.
    - question: What do you hear on a market day?
      bullets:
        - Voices, not engines
        - Once an hour, the bell
      audio: {file: sounds/bell.mp3, alt: The bell, caption: The bell, transcript: A bell.}
"""

from deckgen.deck.slide import Slide
from deckgen.outline.lower.graphics.illustrated import graphic_slide
from deckgen.outline.schema.entry import Context, Entry
from deckgen.outline.schema.fields import AudioKeys, Text, key
from deckgen.support.records import record


@record
class AudioSlide(Entry):
    """The keys of a slide with a sound."""

    title: Text = key("The headline.", "How the day begins")
    audio: AudioKeys = key(
        "The sound: a file, or keys such as `file` and `alt`.", "interview.mp3", short="file"
    )
    kicker: Text | None = key("A small line above the headline.", "Looking back")


def lower(entry: AudioSlide, context: Context) -> Slide:
    """Lower to the layout for title and content, in whose place the sound stands."""
    return graphic_slide(entry, context, "audio", entry.title, entry.kicker)
