"""Films and sounds on a slide, before any XML: values."""

from typing import Literal, NamedTuple

from deckgen.deck.graphics.picture import Media, Picture
from deckgen.support.diagnostics import Span


class Playback(NamedTuple):
    """The playback of a film or a sound."""

    start: Literal["click", "auto"] = "click"
    """With the next click, or with the slide; a click on it always stops it."""
    loop: bool = False
    mute: bool = False


class Recording(NamedTuple):
    """A film or a sound; the `media` of a film have the size of its pictures."""

    media: Media
    film: bool
    milliseconds: int
    audible: bool = True
    """Whether it has sound."""


class Clip(NamedTuple):
    """A recording on a slide: a picture that plays."""

    recording: Recording
    picture: Picture
    """The poster. Without one of the author's, its media are those of the recording, and a poster
    in the theme's colours is drawn."""
    span: Span
    playing: Playback = Playback()
    subtitles: Media | None = None

    @property
    def has_poster(self) -> bool:
        """Whether the author gave a poster."""
        return self.picture.media.part_name != self.recording.media.part_name
