"""The keys of films and sounds."""

from typing import Literal

from deckgen.outline.schema.fields import Text, key
from deckgen.support.records import LocatedRecord, record


@record
class AudioKeys(LocatedRecord):
    """The keys of a sound."""

    file: Text = key("The file, as seen from the outline.", "interview.mp3")
    alt: Text | None = key(
        "What it is, for people who cannot see or hear it; one sentence.",
        "The mayor tells how the market came back",
        default=None,
    )
    caption: Text | None = key("A line beside or below it.", "The mayor, in May", default=None)
    credit: Text | None = key("Whose it is.", "Recording: Anna Muster", default=None)
    subtitles: Text | None = key(
        "A file with subtitles (.vtt or .srt), which PowerPoint shows when one asks for them.",
        "interview.vtt",
        default=None,
    )
    transcript: Text | None = key(
        "What is said in it, or what else can be heard; stands in the speaker notes.",
        "Music, without words.",
        default=None,
    )
    start: Literal["click", "auto"] = key(
        "Whether it starts with the next click, or as soon as the slide is shown.",
        "auto",
        default="click",
    )
    loop: bool = key("Whether it begins again at its end.", "yes", default=False)


@record
class VideoKeys(AudioKeys):
    """The keys of a film."""

    poster: Text | None = key(
        "The picture that stands in its place until it plays, in the shape of the film; without "
        "one it is drawn.",
        "market.jpg",
        default=None,
    )
    mute: bool = key("Whether it plays without its sound.", "yes", default=False)
