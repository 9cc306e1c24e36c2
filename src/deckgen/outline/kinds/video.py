"""A film below its headline. It is stored in the deck and plays without the web.

It starts with the next click, or with `start: auto` as soon as the slide is shown; a click on it
pauses it, and another click continues it. Before it starts, its poster is shown: a picture of
yours, such as a still of the film, or a drawn one in your colours. With `bleed: yes` the film fills
the slide to its edges.

PowerPoint plays MP4, M4V and MOV (H.264 pictures, AAC sound) of up to 500 MB on every computer.
Other formats are refused; the message says how to convert them. Say in `alt` what the film shows.
For people who cannot hear it, give `subtitles` or a `transcript`.

    - title: How the square changed
      video:
        file: films/square.mp4
        alt: A drawn house moves into the empty market square
        caption: Three seconds for ten years
        transcript: A low tone, without words.
    - title: What moved in
      bullets:
        - A baker
        - A bookshop
      video: {file: films/square.mp4, alt: A drawn house moves in, mute: yes, loop: yes}
"""

from deckgen.deck.slide import Slide
from deckgen.outline.lower.graphics.illustrated import content_or_bleed
from deckgen.outline.schema.entry import Context, Entry
from deckgen.outline.schema.fields import Bleed, Panel, Text, VideoKeys, key, panel_key
from deckgen.support.records import record


@record
class VideoSlide(Entry):
    """The keys of a slide with a film."""

    title: Text = key("The headline.", "How the square changed")
    video: VideoKeys = key(
        "The film: a file, or keys such as `file` and `alt`.", "market.mp4", short="file"
    )
    kicker: Text | None = key("A small line above the headline.", "Looking back")
    bleed: bool = key("Whether the film fills the slide to its edges.", "yes", default=False)
    panel: Panel = panel_key("film")


def lower(entry: VideoSlide, context: Context) -> Slide:
    """Lower to the layout for title and content, or to that for a full picture."""
    texts = (entry.title, entry.kicker)
    bleed: Bleed = "full" if entry.bleed else "no"
    return content_or_bleed(entry, context, "video", texts, bleed=bleed, panel=entry.panel)
