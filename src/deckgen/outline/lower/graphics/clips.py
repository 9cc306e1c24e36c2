"""How the keys of a film or a sound become a clip on a slide, and its words notes."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from deckgen.deck.graphics.clip import Clip, Playback, Recording
from deckgen.deck.graphics.picture import Caption, Media, Picture
from deckgen.deck.slide import Slide
from deckgen.deck.text_body import Paragraph, Run, TextBody
from deckgen.language.phrases import phrase
from deckgen.media.av_inspection import inspect_subtitles
from deckgen.media.refusal import RefusedError
from deckgen.outline.lower.graphics.pictures import alt_hint, caption_with_credit
from deckgen.outline.lower.slide_builder import blocks
from deckgen.outline.markup.inline_text import parse_inline
from deckgen.outline.schema.clip_keys import AudioKeys, VideoKeys
from deckgen.outline.schema.fields import Text
from deckgen.support.diagnostics import Diagnostics

if TYPE_CHECKING:
    from deckgen.outline.schema.entry import Context

FoundT = TypeVar("FoundT")

_SAME_SHAPE = 0.03
"""How much a poster may be stretched to the shape of its film: nobody sees it."""


def clips(value: AudioKeys, name: str, context: Context) -> tuple[Clip, ...]:
    """Return the clip that the key `name` holds; none, with errors, if it cannot be played."""
    diagnostics = context.diagnostics
    video = value if isinstance(value, VideoKeys) else None
    found = _recording(value, name, context)
    poster = _media(video.poster, context.media, diagnostics) if video and video.poster else None
    written = _subtitles(value.subtitles, context) if value.subtitles else None
    alt = _alt(value, name, diagnostics)
    if found is None:
        return ()
    _ask_for_words(value, found, name, diagnostics)
    if poster and video and video.poster and not _is_alike(poster, found.media):
        diagnostics.error(
            "poster-shape",
            f"The poster has {poster.width} × {poster.height} pixels, the film "
            f"{found.media.width} × {found.media.height}: it would be stretched.",
            video.poster.span,
            "Take a still of the film, or crop the picture to its shape. Without `poster` one is "
            "drawn.",
        )
        return ()
    caption = caption_with_credit(value.caption, value.credit, diagnostics)
    if not video and value.caption and value.credit:
        # Beside a sound there is room for two lines.
        texts = (value.caption, value.credit)
        runs = [(parse_inline(text, Diagnostics()), text.span) for text in texts]
        caption = Caption(TextBody(tuple(Paragraph(one, span=span) for one, span in runs)))
    picture = Picture(poster or found.media, alt, value.file.span, caption=caption)
    playing = Playback(value.start, value.loop, video is not None and video.mute)
    return (Clip(found, picture, picture.span, playing, written),)


def with_transcript(slide: Slide, transcript: Text, context: Context) -> Slide:
    """Return the slide with what is said in its clip at the end of its notes."""
    head = Paragraph((Run(phrase("transcript", slide.lang), bold=True),), span=transcript.span)
    said = blocks(transcript, context).paragraphs
    before = slide.notes.paragraphs if slide.notes else ()
    return slide._replace(notes=TextBody((*before, head, *said)))


def _recording(value: AudioKeys, name: str, context: Context) -> Recording | None:
    found = _media(value.file, context.recording, context.diagnostics)
    if found is None or found.film == (name == "video"):
        return found
    other, what = ("video", "a film") if found.film else ("audio", "a sound without pictures")
    context.diagnostics.error(
        "no-clip",
        f"{value.file.raw} is {what}.",
        value.file.span,
        f"Write `{other}:` instead of `{name}:`.",
    )
    return None


def _media(
    file: Text, found: Callable[[Text], FoundT | None], diagnostics: Diagnostics
) -> FoundT | None:
    """Return what a file holds, its name as it is copied from the Explorer of Windows."""
    if re.match(r"(?i)[a-z][a-z0-9+.-]+://", file.raw):
        diagnostics.error(
            "clip-on-the-web",
            "A film or a sound is a file; deckgen fetches nothing from the web.",
            file.span,
            "Save it in the folder of the outline, and type the name of the file; or link to it: "
            "[Watch it](https://…).",
        )
        return None
    return found(Text(file.raw.strip().replace("\\", "/"), file.span))


def _subtitles(file: Text, context: Context) -> Media | None:
    data = _media(file, context.read, context.diagnostics)
    if data is None:
        return None
    try:
        return inspect_subtitles(file.raw, data)
    except RefusedError as refused:
        context.diagnostics.error(refused.code, refused.message, file.span, refused.hint)
        return None


def _alt(value: AudioKeys, name: str, diagnostics: Diagnostics) -> str:
    if value.alt:
        return Paragraph(parse_inline(value.alt, diagnostics)).text
    diagnostics.warning(
        "missing-alt",
        f"This {_WHAT[name]} says nothing to people who cannot see or hear it.",
        value.file.span,
        f"{alt_hint(value.file, value.span)}, with a sentence that says what it is.",
    )
    return Paragraph(parse_inline(value.caption, Diagnostics())).text if value.caption else ""


_WHAT = {"video": "film", "audio": "sound"}


def _ask_for_words(value: AudioKeys, found: Recording, name: str, diagnostics: Diagnostics) -> None:
    """Warn of something to hear without words to read (EN 301 549, 10.1.2.1 and 10.1.2.2)."""
    is_mute = isinstance(value, VideoKeys) and value.mute
    if not found.audible or is_mute or value.subtitles or value.transcript:
        return
    diagnostics.warning(
        "missing-transcript",
        f"What can be heard in this {_WHAT[name]} is lost on people who cannot hear it.",
        value.file.span,
        "Add `subtitles:` with a file, or `transcript:` with what is said (or “Music, without "
        "words.”)" + ("; or `mute: yes`." if name == "video" else "."),
    )


def _is_alike(poster: Media, film: Media) -> bool:
    ratio = (poster.width / poster.height) / (film.width / film.height)
    return abs(ratio - 1) <= _SAME_SHAPE
