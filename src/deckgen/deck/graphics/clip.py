"""Films and sounds on a slide, before any XML: pure values."""

from typing import Literal, NamedTuple

from deckgen.deck.graphics.picture import Media, Picture
from deckgen.support.diagnostics import Span


class Playback(NamedTuple):
    """How a film or a sound plays on its slide."""

    start: Literal["click", "auto"] = "click"
    """With the next click, or as soon as the slide is shown; a click on it always stops it."""
    loop: bool = False
    mute: bool = False


class Recording(NamedTuple):
    """A film or a sound; a film's `media` have the size in which it is shown."""

    media: Media
    film: bool
    milliseconds: int
    audible: bool = True
    """Whether there is anything to hear."""


class Clip(NamedTuple):
    """A recording on a slide: a picture that plays."""

    recording: Recording
    picture: Picture
    """What stands in its place until it plays. Without a poster of the author's its media are the
    recording's own, and a poster in the theme's colours is drawn."""
    span: Span
    playing: Playback = Playback()
    subtitles: Media | None = None

    @property
    def has_poster(self) -> bool:
        """Whether the author gave a picture."""
        return self.picture.media.part_name != self.recording.media.part_name
