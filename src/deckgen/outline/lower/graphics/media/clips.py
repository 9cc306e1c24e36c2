"""The keys of a film or a sound → a clip on a slide, and its transcript → notes."""

from deckgen.deck.graphics import Caption, Clip, Media, Picture, Playback, Recording
from deckgen.deck.text_body import Paragraph, TextBody
from deckgen.media.av_inspection import inspect_subtitles
from deckgen.media.refusal import RefusedError
from deckgen.outline.lower.graphics.alternative_text import alternative_text
from deckgen.outline.lower.graphics.media.pictures import alt_hint, caption_with_credit, local_file
from deckgen.outline.markup.inline_text import parse_inline, plain_text
from deckgen.outline.schema.entry import Context
from deckgen.outline.schema.fields import Text
from deckgen.outline.schema.graphic_keys import AudioKeys, VideoKeys
from deckgen.support.diagnostics import Diagnostics

_SAME_SHAPE = 0.03
"""Part by which a poster may be stretched to the shape of its film, unseen."""
_WHAT = {"video": "film", "audio": "sound"}


def clips(value: AudioKeys, name: str, context: Context) -> tuple[Clip, ...]:
    """Return the clip that the key `name` holds; none, with errors, if it cannot be played."""
    diagnostics = context.diagnostics
    video = value if isinstance(value, VideoKeys) else None
    recording = _recording(value, name, context)
    file = local_file(video.poster, "clip", diagnostics) if video and video.poster else None
    poster = context.media(file) if file else None
    subtitles = _subtitles(value.subtitles, context) if value.subtitles else None
    alt = _alt(value, name, diagnostics)
    if recording is None:
        return ()
    _check_words(value, recording, name, diagnostics)
    if poster and video and video.poster and not _have_same_shape(poster, recording.media):
        diagnostics.error(
            "poster-shape",
            f"The poster has {poster.width} × {poster.height} pixels, the film "
            f"{recording.media.width} × {recording.media.height}: it would be stretched.",
            video.poster.span,
            "Take a still of the film, or crop the picture to its shape. Without `poster` one is "
            "drawn.",
        )
        return ()
    caption = caption_with_credit(value.caption, value.credit, diagnostics)
    if not video and value.caption and value.credit:
        # Beside a sound there is space for two lines.
        texts = (value.caption, value.credit)
        caption = Caption(
            TextBody(tuple(Paragraph(parse_inline(t, Diagnostics()), span=t.span) for t in texts))
        )
    picture = Picture(
        poster or recording.media,
        alt,
        value.file.span,
        caption=caption,
        alt_span=value.alt.span if value.alt else None,
    )
    playing = Playback(value.start, value.loop, video is not None and video.mute)
    return (Clip(recording, picture, picture.span, playing, subtitles),)


def _recording(value: AudioKeys, name: str, context: Context) -> Recording | None:
    """Return the film or sound of a clip; None, with an error, if its key asks for the other."""
    file = local_file(value.file, "clip", context.diagnostics)
    recording = context.recording(file) if file else None
    if recording is None or recording.film == (name == "video"):
        return recording
    other, description = (
        ("video", "a film") if recording.film else ("audio", "a sound without pictures")
    )
    context.diagnostics.error(
        "no-clip",
        f"{value.file.text} is {description}.",
        value.file.span,
        f"Write `{other}:` instead of `{name}:`.",
    )
    return None


def _subtitles(file: Text, context: Context) -> Media | None:
    local = local_file(file, "clip", context.diagnostics)
    data = context.read(local) if local else None
    if data is None:
        return None

    try:
        return inspect_subtitles(file.text, data)
    except RefusedError as refused:
        context.diagnostics.error(refused.code, refused.message, file.span, refused.hint)
        return None


def _alt(value: AudioKeys, name: str, diagnostics: Diagnostics) -> str:
    if value.alt:
        return alternative_text(value.alt, diagnostics)
    diagnostics.warning(
        "missing-alt",
        f"This {_WHAT[name]} says nothing to people who cannot see or hear it.",
        value.file.span,
        f"{alt_hint(value.file, value.span)}, with a sentence that says what it is.",
    )
    return plain_text(value.caption) if value.caption else ""


def _check_words(
    value: AudioKeys, recording: Recording, name: str, diagnostics: Diagnostics
) -> None:
    """Warn of sound without subtitles and transcript (EN 301 549, 10.1.2.1 and 10.1.2.2)."""
    is_mute = isinstance(value, VideoKeys) and value.mute
    if not recording.audible or is_mute or value.subtitles or value.transcript:
        return
    diagnostics.warning(
        "missing-transcript",
        f"What can be heard in this {_WHAT[name]} is lost on people who cannot hear it.",
        value.file.span,
        "Add `subtitles:` with a file, or `transcript:` with what is said (or “Music, without "
        "words.”)" + ("; or `mute: yes`." if name == "video" else "."),
    )


def _have_same_shape(poster: Media, film: Media) -> bool:
    ratio = (poster.width / poster.height) / (film.width / film.height)
    return abs(ratio - 1) <= _SAME_SHAPE
